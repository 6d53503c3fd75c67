"""Retraction: a story that counts no more is as if never told, and undoing is as if never said."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import open_store
from kg.graph.contract import Added, Store, View
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory
from kg.graph.retraction import story_meant
from kg.resolve.judged import judgement, retractions
from schemas.claim import Resolved
from schemas.errors import EntityAmbiguous, EntityUnknown, JudgementConflict
from schemas.judgement import Judgement
from schemas.when import When
from tests.graph.factories import NODES, batches, claim, entity, resolved, story

KNOWN, MADE, LATER = "2025-07-01", "2025-07-03", "2025-07-05"
TOLD = story("s1", "Keld bought Tavola.", published="2025-06-09")
BOUGHT = resolved(
    TOLD,
    claim(TOLD, "firm:keld", "ACQUIRES", "firm:tavola"),
    mentions=(("firm:keld", 0, 4, "Keld"),),
)
KINDS: tuple[Callable[[], Store], ...] = (lambda: Embedded(":memory:"), Memory)
picked = st.sets(st.integers(0, 4))
firms = st.sampled_from([node for node, label, _ in NODES if label == "Firm"])


def said(sort: str, of: str, other: str = "", made: str = MADE) -> Judgement:
    return judgement(sort=sort, ends=(of, other), who="me", made=made)  # type: ignore[arg-type]


def retract(store: Store, ids: Iterable[str]) -> list[Judgement]:
    made = [said("retract", story_id) for story_id in ids]
    for one in made:
        store.judge(one)
    return made


def undo(store: Store, judgements: Iterable[Judgement], made: str = LATER) -> list[Judgement]:
    back = [said("undo", j.judgement_id, made=made) for j in judgements]
    for one in back:
        store.judge(one)
    return back


def parts(stories: Sequence[Resolved], chosen: set[int]) -> tuple[list[str], list[Resolved]]:
    """The ids of the chosen stories, and the other stories."""
    ids = [r.story.story_id for at, r in enumerate(stories) if at in chosen]
    return ids, [r for r in stories if r.story.story_id not in ids]


def seen(view: View) -> tuple[object, ...]:
    """All that a view can say."""
    parts_ = view.entities(), view.edges(), view.refusals(), view.notes()
    near = [(view.out_edges(n), view.in_edges(n), view.entity(n)) for n, *_ in NODES]
    return *(tuple(p) for p in parts_), near, [view.find(name) for *_, name in NODES]


def told(store: Store) -> tuple[object, ...]:
    rows = "".join(json.dumps(row) + "\n" for row in store.rows()).encode()
    ends = [list(store.claims(node=n)) for n, *_ in NODES]
    named = [store.mentions(node=n) for n, *_ in NODES]
    return rows, list(store.claims()), store.mentions(), ends, named, seen(store.view())


@given(batches(), picked)
def test_what_is_retracted_was_never_told(stories: list[Resolved], chosen: set[int]) -> None:
    ids, others = parts(stories, chosen)
    for kind in KINDS:
        with closing(kind()) as store, closing(kind()) as without:
            store.add(stories, known_from=KNOWN)
            without.add(others, known_from=KNOWN)
            retract(store, ids)
            assert told(store) == told(without)
            store.rebuild()
            assert told(store) == told(without)


@given(batches(), picked, st.tuples(st.sampled_from(("merge", "split")), firms, firms))
def test_retraction_and_merges_do_not_disturb_each_other(
    stories: list[Resolved], chosen: set[int], decision: tuple[str, str, str]
) -> None:
    ids, others = parts(stories, chosen)
    for kind in KINDS:
        with closing(kind()) as store, closing(kind()) as without:
            store.add(stories, known_from=KNOWN)
            without.add(others, known_from=KNOWN)
            if decision[1] != decision[2]:
                store.judge(said(*decision))
                without.judge(said(*decision))
            retract(store, ids)
            assert told(store) == told(without)


@given(batches(), picked, st.sampled_from(("once", "twice")))
def test_undoing_is_as_if_never_retracted(
    stories: list[Resolved], chosen: set[int], undone: str
) -> None:
    ids, others = parts(stories, chosen)
    for kind in KINDS:
        with closing(kind()) as store, closing(kind()) as plain:
            store.add(stories, known_from=KNOWN)
            back = undo(store, retract(store, ids))
            if undone == "twice":
                undo(store, back)
            plain.add(others if undone == "twice" else stories, known_from=KNOWN)
            assert told(store) == told(plain)


@given(batches(), picked, picked, st.permutations(range(5)))
def test_the_order_of_retracting_and_adding_does_not_matter(
    stories: list[Resolved], chosen: set[int], early: set[int], turns: list[int]
) -> None:
    ids, _ = parts(stories, chosen)
    order = [stories[at] for at in turns if at < len(stories)]
    at_once = set(parts(stories, early)[0]) & set(ids)
    for kind in KINDS:
        with closing(kind()) as store, closing(kind()) as mixed:
            store.add(stories, known_from=KNOWN)
            retract(store, ids)
            for one in order:
                mixed.add([one], known_from=KNOWN)
                retract(mixed, {one.story.story_id} & at_once)
            retract(mixed, set(ids) - at_once)
            assert told(mixed) == told(store)


@given(batches(), picked, st.sampled_from((None, "2025-03-09")))
def test_views_of_before_still_count_what_was_retracted_later(
    stories: list[Resolved], chosen: set[int], day: str | None
) -> None:
    ids, others = parts(stories, chosen)
    as_of = When(text=day) if day else None
    for kind in KINDS:
        with closing(kind()) as store, closing(kind()) as plain, closing(kind()) as without:
            store.add(stories, known_from=KNOWN)
            plain.add(stories, known_from=KNOWN)
            without.add(others, known_from=KNOWN)
            undo(store, retract(store, ids))
            views = [store.view(as_of, at) for at in ("2025-07-02", MADE, "2025-07-04", LATER)]
            there, gone = seen(plain.view(as_of)), seen(without.view(as_of))
            assert [seen(v) for v in views] == [there, gone, gone, there]


def test_a_retracted_story_that_comes_again_stays_retracted_and_is_said_to(store: Store) -> None:
    store.add([BOUGHT], known_from=KNOWN)
    retract(store, ["s1"])
    before = told(store)
    assert store.add([BOUGHT, BOUGHT], known_from=LATER) == Added(0, 2, 0, ("s1",))
    assert told(store) == before
    assert list(store.rows()) == []
    assert store.has(["s1"]) == {"s1"}


def test_the_words_of_a_retracted_story_can_still_be_opened(store: Store) -> None:
    store.add([BOUGHT], known_from=KNOWN)
    retract(store, ["s1"])
    assert store.story("s1") == TOLD
    assert store.story_ids() == ["s1"]
    assert store.mentions() == []
    assert [c.story_id for e in store.view(known_at=KNOWN).edges() for c in e.claims] == ["s1"]


def test_an_unknown_story_is_refused_with_the_nearest_and_leaves_no_trace(store: Store) -> None:
    store.add([BOUGHT], known_from=KNOWN)
    with pytest.raises(EntityUnknown, match="'s9'; the nearest are: s1"):
        retract(store, ["s9"])
    assert store.judgements() == []


def test_a_story_retracted_twice_counts_again_only_when_both_are_undone(store: Store) -> None:
    store.add([BOUGHT], known_from=KNOWN)
    (first,) = retract(store, ["s1"])
    second = said("retract", "s1", made="2025-07-04")
    store.judge(second)
    undo(store, [first])
    assert list(store.rows()) == []
    assert retractions(store.judgements()) == {"s1": second.judgement_id}
    undo(store, [second])
    assert len(list(store.view().edges())) == 1


def test_names_that_only_a_retracted_story_used_are_found_no_more(store: Store) -> None:
    short, long = story("s1", "Orrin."), story("s2", "Orrin Metals Group (Orrin).")
    full = entity("firm:orrin-metals-group")
    names = ((full.node, "Firm", "Orrin"),)
    store.add([resolved(short, entities=(entity("firm:orrin"),))], known_from=KNOWN)
    store.add([resolved(long, entities=(full,), names=names)], known_from=KNOWN)
    retract(store, ["s2"])
    assert [e.node for e in store.view().find("Orrin")] == ["firm:orrin"]
    assert store.view().find("Orrin Metals Group") == []
    assert store.view().entity(full.node) is None


def test_a_story_is_meant_by_its_id_or_a_beginning_of_one_alone() -> None:
    ids = ["ab1", "ab12", "cd3"]
    assert [story_meant(t, ids) for t in ("ab1", "ab12", "c")] == ["ab1", "ab12", "cd3"]
    with pytest.raises(EntityAmbiguous, match="2 stories begin with 'ab'"):
        story_meant("ab", ids)
    for typed in ("", "x"):
        with pytest.raises(EntityUnknown):
            story_meant(typed, ids)
    with pytest.raises(EntityUnknown, match="holds none"):
        story_meant("x", [])


def test_an_undo_of_what_was_never_said_is_a_conflict(store: Store) -> None:
    with pytest.raises(JudgementConflict):
        store.judge(said("undo", "nothing"))


def test_a_retraction_outlives_the_process_and_needs_no_new_tables(tmp_path: Path) -> None:
    path = str(tmp_path / "graph.db")
    sql = "SELECT name, sql FROM sqlite_master ORDER BY name"
    with closing(Embedded(path)) as store:
        store.add([BOUGHT], known_from=KNOWN)
        tables = store._tables.query(sql), store._tables.query("PRAGMA user_version")
        (made,) = retract(store, ["s1"])
    with closing(Embedded(path)) as store:
        assert (store._tables.query(sql), store._tables.query("PRAGMA user_version")) == tables
    with closing(open_store(path)) as again:
        assert list(again.rows()) == []
        undo(again, [made])
        assert len(list(again.rows())) == 1


def test_another_connection_sees_the_retraction(tmp_path: Path) -> None:
    path = str(tmp_path / "graph.db")
    late = story("s2", "Keld sued.", published="2025-06-10")
    with closing(Embedded(path)) as one, closing(Embedded(path)) as two:
        one.add([BOUGHT], known_from=KNOWN)
        retract(two, ["s1"])
        one.add([resolved(late, entities=(entity("firm:keld"),))], known_from=LATER)
        assert [r["story_id"] for r in one.rows()] == ["s2"]
        before = told(one)
        one.rebuild()
        assert told(one) == before


def test_the_command_retracts_by_a_beginning_and_undo_takes_it_back(kg, tmp_path) -> None:  # type: ignore[no-untyped-def]
    row = {"id": "wire-77", "published": "2025-06-03", "text": "Intel agreed to acquire Arm."}
    (tmp_path / "wire.jsonl").write_text(json.dumps(row) + "\n")
    kg("ingest", "wire.jsonl")
    full = kg("export", "jsonl", "-").stdout
    done = kg("retract", "wire", "--why", "withdrawn")
    assert done.returncode == 0, done.stderr
    judgement_id, *rest = done.stdout.split()
    assert rest == ["retract", "wire-77"]
    assert kg("export", "jsonl", "-").stdout == ""
    again = kg("ingest", "wire.jsonl")
    assert "wire-77 was retracted" in again.stderr
    twice = kg("retract", "wire-77")
    assert (twice.returncode, judgement_id in twice.stderr) == (1, True)
    assert "wire-77" in kg("retract", "wore-77").stderr
    assert kg("undo", judgement_id).returncode == 0
    assert kg("export", "jsonl", "-").stdout == full != ""
