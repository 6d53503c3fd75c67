"""No answer of then uses what was learnt, judged or printed later: on any store, for any history.

The judge is a store that was never told anything later, asked the same without any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.answers import answer, exposed, to_json
from kg.graph.contract import Store, View
from kg.graph.facts import told_of
from kg.graph.memory import Memory
from kg.graph.moments import by, dated
from kg.graph.state import told as as_told
from kg.resolve.judged import judgement
from schemas.claim import Resolved
from schemas.errors import EntityUnknown, JudgementConflict, KnockonError
from schemas.judgement import Judgement
from schemas.when import When
from tests.graph.factories import FIRMS, NODES, batches
from tests.graph.generated import story
from tests.graph.stores import Kind, every_store, kind_of_store, opened, seen

__all__ = ["kind_of_store"]
HISTORIES = {"memory": 100, "file": 60, "neo4j": 12}
ASKED = 3
"""Things of which each view is asked who is exposed to them."""
AS_OF = ("2023", "2024-02", "2024-12-31", "2025-03-08", "2025-06-09", "2026")
CLOCKS = ("2025-07-{:02d}T23:59:59Z", "2025-07-{:02d}", "2025-07-{:02d}T20:29:59.5-03:30")
"""Ways to say the end of a day; what happens on it happens before all of them."""


class Event(NamedTuple):
    """Something that comes to be known on a day of July: stories, or a judgement."""

    day: int
    stories: tuple[Resolved, ...] = ()
    judged: Judgement | None = None

    @property
    def moment(self) -> str:
        return f"2025-07-{self.day:02d}T12:00:00Z"


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    """Stories, merges, splits, retractions and undos on days in order."""
    told = draw(batches(4)) + [story(n) for n in draw(st.lists(st.integers(0, 90), max_size=4))]
    found: list[Event] = []
    day, made = 1, ["nobody"]
    nodes = [node for node, *_ in NODES[: len(FIRMS)]]
    nodes += [c.head_node for one in told for c in one.claims]
    ids = [r.story.story_id for r in told]
    while told or draw(st.booleans()):
        day += draw(st.integers(0, 2))
        sort = draw(st.sampled_from(("tell", "tell", "merge", "split", "retract", "undo")))
        if sort == "tell":
            found.append(Event(day, tuple(told[:2])))
            told = told[2:]
            continue
        of = {"retract": ids, "undo": made}.get(sort, nodes)
        left, right = draw(st.sampled_from(of)), draw(st.sampled_from(nodes))
        ends = (left, right) if of is nodes else (left, "")
        when = Event(day).moment
        one = judgement(sort=sort, ends=ends, who="me", made=when, why=str(len(found)))  # type: ignore[arg-type]
        made.append(one.judgement_id)
        found.append(Event(day, judged=one))
        if day > 25:
            break
    return found


def happen(store: Store, events: Sequence[Event]) -> Store:
    """The store after the events; a judgement that it refuses never was."""
    for event in events:
        try:
            if event.judged:
                store.judge(event.judged)
            else:
                store.add(event.stories, known_from=event.moment)
        except (JudgementConflict, EntityUnknown):
            continue
    return store


def answers(view: View) -> Iterator[object]:
    """What the view answers about the things at the ends of most edges."""
    ends = [n for e in view.edges() for n in (e.head, e.tail) if n]
    for node in sorted(set(ends), key=lambda n: (-ends.count(n), n))[:ASKED]:
        found = view.entity(node)
        name = found.name if found else node
        yield answered(lambda n=name: to_json(exposed(view, n)))
        yield answered(lambda n=name: to_json(answer(f"who is exposed to {n}?", view)))
        yield answered(lambda n=name: to_json(answer(f"what happened to {n}?", view)))


def answered(ask) -> object:  # type: ignore[no-untyped-def]
    """The answer without the times asked for, or the line that refuses it."""
    try:
        return {k: v for k, v in ask().items() if k not in {"as_of", "known_at"}}
    except KnockonError as error:
        return str(error)


def same(late: View, early: View) -> None:
    """Hold all that two views say against each other."""
    assert list(seen(late)) == list(seen(early))
    assert list(answers(late)) == list(answers(early))


def hold(kind: Kind, law: Callable[..., None], **drawn: st.SearchStrategy[object]) -> None:
    """Hold the law for that many histories of the kind of store."""
    often = settings(max_examples=HISTORIES[kind.name], suppress_health_check=list(HealthCheck))
    often(given(events=histories(), **drawn)(law))()


@every_store
def test_what_was_learnt_or_judged_later_is_in_no_answer_of_then(
    tmp_path: Path, kind: Kind
) -> None:
    def law(events: list[Event], day: int, clock: str) -> None:
        with closing(happen(opened(kind.fresh, tmp_path), events)) as store:
            early = happen(Memory(), [e for e in events if e.day <= day])
            same(store.view(known_at=clock.format(day)), early.view())

    hold(kind, law, day=st.integers(1, 12), clock=st.sampled_from(CLOCKS))


@every_store
def test_what_was_printed_later_is_in_no_answer_of_then(tmp_path: Path, kind: Kind) -> None:
    def law(events: list[Event], as_of: When) -> None:
        kept = [e._replace(stories=tuple(printed(e.stories, as_of))) for e in events]
        early = happen(Memory(), kept)
        assert list(early.view(as_of=as_of).edges()) == list(early.view().edges())
        with closing(happen(opened(kind.fresh, tmp_path), events)) as store:
            same(store.view(as_of=as_of), early.view(as_of=as_of))

    hold(kind, law, as_of=st.sampled_from(AS_OF).map(When.parse))


@every_store
def test_the_two_clocks_go_together(tmp_path: Path, kind: Kind) -> None:
    def law(events: list[Event], as_of: When, day: int) -> None:
        early = happen(Memory(), [e for e in events if e.day <= day])
        with closing(happen(opened(kind.fresh, tmp_path), events)) as store:
            late = store.view(as_of, CLOCKS[1].format(day))
            same(late, early.view(as_of))
            assert (late.as_of, late.known_at) == (as_of, CLOCKS[1].format(day))

    hold(kind, law, as_of=st.sampled_from(AS_OF).map(When.parse), day=st.integers(1, 12))


def printed(stories: Sequence[Resolved], as_of: When) -> Iterator[Resolved]:
    """What these stories had said by that day; one without a date says what is not dated later."""
    for one in stories:
        day = as_told(one.story, "").attested
        if day is None:
            said = tuple(c for c in one.claims if not dated(c.date) or by(c.date, as_of))
            yield one.model_copy(update={"claims": said, "entities": tuple(told_of(one))})
        elif by(day, as_of):
            yield one
