"""A store's life at random: every verb in any order, held after each step against two judges.

One is the specification (`Memory`), which must agree in all that can be asked. The other is a
model without any of the store's code: which stories count, their claims, who is who by merges,
and the status of every edge by its newest word.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kg.graph.contract import STEPS, Store
from kg.graph.memory import Memory
from kg.resolve.judged import judgement
from schemas.base import STATUSES
from schemas.claim import Resolved
from schemas.errors import EntityUnknown, JudgementConflict
from schemas.evidence import Setback
from schemas.judgement import Judgement
from schemas.when import When
from tests.graph import generated
from tests.graph.factories import story
from tests.graph.model import Model
from tests.graph.small import DAYS, KIN, MERGED, kin, plain
from tests.graph.stores import Fresh, open_at, seen, told

T = TypeVar("T")
SEEN = 5
"""Things of a view that are also asked for one by one."""
any_of = st.integers(0, 10**6)


class Stopped(Exception):
    """A write is to go no further."""


class Life(RuleBasedStateMachine):
    """Stores that are told the same; subclasses say which ones, by their `fresh` addresses."""

    fresh: ClassVar[dict[str, Fresh]] = {}
    steps: ClassVar[int] = 0
    """Steps so far, over all lives."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.urls = {name: made(Path(self.folder.name)) for name, made in self.fresh.items()}
        self.stores: dict[str, Store] = {n: open_at(url) for n, url in self.urls.items()}
        self.oracle, self.model = Memory(), Model()
        self.moment, self.rich = 0, False
        self.content: list[object] = []
        self.stamps: dict[str, str] = {}

    @initialize(rich=st.booleans(), picks=st.lists(any_of, min_size=2, max_size=8))
    def begin(self, rich: bool, picks: list[int]) -> None:
        """Choose the stories: with or without names and identifiers that several share."""
        self.rich = rich
        self.take([self.told(at) for at in picks])

    def now(self) -> str:
        """The next moment."""
        self.moment += 1
        return self.time(self.moment)

    def time(self, moment: int) -> str:
        return f"2025-07-01T{moment // 60:02d}:{moment % 60:02d}:00Z"

    def told(self, at: int) -> Resolved:
        if not self.rich:
            return plain(f"s{at % 99:02d}", at % 99)
        return generated.story(at % 150) if at % 3 else kin(f"k{at % 99:02d}", at % 99)

    def recorded(self) -> list[str]:
        return sorted(self.model.stories)

    def every(self, verb: Callable[[Store], T]) -> T:
        """What the verb gives, the same of every store."""
        expected = verb(self.oracle)
        for name, store in self.stores.items():
            assert verb(store) == expected, name
        return expected

    @rule(picks=st.lists(any_of, min_size=1, max_size=3))
    def add(self, picks: list[int]) -> None:
        """Stories come, some of them again, some twice in a batch."""
        self.take([self.told(at) for at in picks])

    def take(self, batch: Sequence[Resolved]) -> None:
        known_from = self.now()
        before = len(self.model.stories)
        for one in batch:
            self.model.add(one)
        added = self.every(lambda store: store.add(batch, known_from=known_from))
        fresh = len(self.model.stories) - before
        assert (added.stories, added.known) == (fresh, len(batch) - fresh)

    @precondition(recorded)
    @rule(at=any_of, other=st.booleans())
    def add_again(self, at: int, other: bool) -> None:
        """A story comes again, as it was or with other text under its id."""
        again = self.model.stories[pick(self.recorded(), at)]
        words = {"text": again.story.text + "?"} if other else {}
        self.take([again.model_copy(update={"story": again.story.model_copy(update=words)})])

    @precondition(recorded)
    @rule(at=any_of, status=st.sampled_from(STATUSES), day=st.sampled_from(DAYS))
    def supersede(self, at: int, status: str, day: str) -> None:
        """A further story gives another status to what an earlier one said."""
        claims = [c for one in self.model.stories.values() for c in one.claims]
        if claims:
            old = pick(claims, at)
            one = story(f"n{self.moment:03d}", f"News at {self.moment}.", published=day)
            changed = {"claim_id": f"c{self.moment}", "story_id": one.story_id, "status": status}
            changed |= {"quote": one.text, "start": 0, "end": len(one.text)}
            self.take([Resolved(story=one, entities=(), claims=(old.model_copy(update=changed),))])

    @rule(sort=st.sampled_from(("merge", "merge", "split")), left=any_of, right=any_of)
    def decide(self, sort: str, left: int, right: int) -> None:
        """Two nodes are judged to be one, or not to be."""
        nodes = [*KIN, *sorted(self.oracle._identity())] if self.rich else list(MERGED)
        self.judge(sort, pick(nodes, left), pick(nodes, right))

    @precondition(recorded)
    @rule(at=any_of)
    def retract(self, at: int) -> None:
        """A story no longer counts."""
        self.judge("retract", pick(self.recorded(), at))

    @rule(at=any_of)
    def undo(self, at: int) -> None:
        """A judgement is taken back, an undo too; once in a while one that nobody made."""
        known = [j.judgement_id for j in self.model.judged]
        among = known[: 1 + len(known) // 3] if at % 3 else [*known, "nobody"]
        self.judge("undo", pick(among or ["nobody"], at // 3))

    @precondition(lambda self: self.model.judged)
    @rule(at=any_of)
    def repeat(self, at: int) -> None:
        """A judgement that is known is given again."""
        self.give(pick(self.model.judged, at))

    def judge(self, sort: str, left: str, right: str = "") -> None:
        made = self.now()
        self.give(judgement(sort=sort, ends=(left, right), who="me", made=made))  # type: ignore[arg-type]

    def give(self, made: Judgement) -> None:
        held = self.model.judge(made)

        def attempt(store: Store) -> bool:
            try:
                store.judge(made)
            except (JudgementConflict, EntityUnknown):
                return False
            return True

        assert self.every(attempt) == held

    @rule(where=st.sampled_from(("a.txt", "b.txt")), why=st.sampled_from(("", "empty", "large")))
    def set_aside(self, where: str, why: str) -> None:
        """An input fails, or is read after all."""
        for store in (self.oracle, *self.stores.values()):
            store.set_aside(Setback(where=where, why=why)) if why else store.clear(where)
        self.model.aside = self.model.aside - {where} | ({where} if why else set())

    @precondition(recorded)
    @rule(step=st.sampled_from(STEPS[:-1]), at=any_of)
    def fail(self, step: str, at: int) -> None:
        """A write stops halfway: it never was."""
        known_from, name = self.now(), f"f{at % 99:02d}"
        told = kin(name, at % 99) if self.rich else plain(name, at % 99)

        def stop(reached: str) -> None:
            if reached == step:
                raise Stopped

        for store in (self.oracle, *self.stores.values()):
            try:
                store.add([told], known_from=known_from, steps=stop)
            except Stopped:
                continue
            raise AssertionError(step)

    @rule(day=st.sampled_from(("2023", "2024", "2025-03-08", "2025-03", "2026")))
    def look_back(self, day: str) -> None:
        """The graph as of a day."""
        self.every(lambda store: list(seen(store.view(as_of=When(text=day)), most=SEEN)))

    @rule(at=any_of, day=st.sampled_from((None, None, "2025-03-09")))
    def remember(self, at: int, day: str | None) -> None:
        """The graph as known at an earlier moment, of a day or not."""
        then, as_of = self.time(at % (self.moment + 1)), When(text=day) if day else None
        self.every(lambda store: list(seen(store.view(as_of, then), most=SEEN)))

    @rule()
    def rebuild(self) -> None:
        """All that is derived is derived anew."""
        self.now()
        for store in self.stores.values():
            store.rebuild()

    @rule()
    def reopen(self) -> None:
        """The process ends and another one goes on."""
        for name in [n for n, url in self.urls.items() if url != ":memory:"]:
            self.stores[name].close()
            self.stores[name] = open_at(self.urls[name])

    @invariant()
    def agrees_with_the_specification(self) -> None:
        """Every store says what the specification says."""
        type(self).steps += 1
        content = self.every(lambda store: list(told(store, most=SEEN)))
        stamps = {name: store.stamp() for name, store in self.stores.items()}
        assert stamps == {name: store.stamp() for name, store in self.stores.items()}
        if content != self.content:
            assert not stamps.items() & self.stamps.items()
        self.content, self.stamps = content, stamps

    @invariant()
    def agrees_with_the_model(self) -> None:
        """The specification says what the model says."""
        model, oracle = self.model, self.oracle
        assert oracle.story_ids() == self.recorded()
        assert {s.where for s in oracle.setbacks()} == model.aside
        told_ids = sorted(c.claim_id for c, _ in model.claims())
        assert sorted(c.claim_id for c in oracle.claims()) == told_ids
        if not self.rich:
            now = model.present()
            assert {e.node for e in oracle.view().entities()} == set(now.values())
            assert {n: e.node for n in now if (e := oracle.view().entity(n))} == now
            assert _statuses(oracle) == _but_implied(model)

    def teardown(self) -> None:
        """Leave nothing behind."""
        for store in self.stores.values():
            store.close()
        self.folder.cleanup()


def pick(among: Sequence[T], at: int) -> T:
    """One of these."""
    return among[at % len(among)]


def _statuses(store: Store) -> dict[tuple[str, str, str, str], str]:
    edges = [e for e in store.view().edges() if e.type != "RESTRICTS"]
    signed = {"IMPACTS"}
    return {(e.head, e.type, e.tail, e.sign or "" if e.type in signed else ""): e.status
            for e in edges}  # fmt: skip


def _but_implied(model: Model) -> dict[tuple[str, str, str, str], str]:
    """Restrictions left aside: policies imply more of them than stories state."""
    return {edge: s for edge, s in model.statuses().items() if edge[1] != "RESTRICTS"}
