"""Laws that hold for any stories in any order: stores agree, and adding equals rebuilding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.contract import Store, View
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory
from kg.resolve.register import judgement
from schemas.claim import Resolved
from schemas.errors import JudgementConflict
from schemas.when import When
from tests.graph.factories import NODES, batches

cuts = st.lists(st.integers(1, 3), min_size=1, max_size=4)
firms = st.sampled_from([node for node, label, _ in NODES if label == "Firm"])
decisions = st.lists(st.tuples(st.sampled_from(("merge", "split")), firms, firms), max_size=2)


@pytest.fixture(autouse=True)
def stores() -> Iterator[None]:
    """Close every SQLite store that a law opened."""
    yield
    while OPEN:
        OPEN.pop().close()


OPEN: list[Embedded] = []


def embedded() -> Embedded:
    OPEN.append(Embedded(":memory:"))
    return OPEN[-1]


def whole(view: View) -> tuple[object, ...]:
    """All that a view can say."""
    parts = view.entities(), view.edges(), view.refusals(), view.notes()
    ends = [(view.out_edges(n), view.in_edges(n)) for n, *_ in NODES]
    found = [view.find(name) for *_, name in NODES]
    return *(tuple(p) for p in parts), ends, found


def told(store: Store) -> tuple[object, ...]:
    return list(store.rows()), list(store.claims()), store.mentions(), whole(store.view())


def fill(store: Store, stories: Sequence[Resolved], sizes: Sequence[int]) -> None:
    at, turn = 0, 0
    while at < len(stories):
        size = sizes[turn % len(sizes)]
        store.add(stories[at : at + size], known_from="2025-07-01")
        at, turn = at + size, turn + 1


@given(batches(), cuts, st.randoms(use_true_random=False))
def test_order_repetition_and_splitting_change_nothing(stories, sizes, chance) -> None:  # type: ignore[no-untyped-def]
    plain, mixed = embedded(), embedded()
    plain.add(stories, known_from="2025-07-01")
    again = [*stories, *stories[:2]]
    chance.shuffle(again)
    fill(mixed, again, sizes)
    assert told(plain) == told(mixed)


@given(batches(), cuts, decisions)
def test_what_is_kept_up_to_date_equals_a_rebuild_and_the_specification(
    stories: list[Resolved], sizes: list[int], said: list[tuple[str, str, str]]
) -> None:
    kept, specified = embedded(), Memory()
    half = len(stories) // 2
    for store in (kept, specified):
        fill(store, stories[:half], sizes)
        for sort, left, right in said:
            made = judgement(sort=sort, ends=(left, right), who="me", made="2025-07-02")  # type: ignore[arg-type]
            try:
                store.judge(made)
            except JudgementConflict:
                continue
        fill(store, stories[half:], sizes)
    before = told(kept)
    assert before == told(specified)
    kept.rebuild()
    assert told(kept) == before


@given(batches(), st.sampled_from(("2025-03-08", "2025-03-09", "2025", "2024")))
def test_stores_agree_on_the_past(stories: list[Resolved], day: str) -> None:
    kept, specified = embedded(), Memory()
    for store in (kept, specified):
        store.add(stories, known_from="2025-07-01")
    as_of = When(text=day)
    assert whole(kept.view(as_of=as_of)) == whole(specified.view(as_of=as_of))


@given(batches(), st.integers(0, 5), st.booleans())
def test_no_view_of_then_uses_what_was_learnt_later(
    stories: list[Resolved], known: int, dated: bool
) -> None:
    as_of = When(text="2025-03-09") if dated else None
    all_, early = embedded(), embedded()
    early.add(stories[:known], known_from="2025-07-01")
    all_.add(stories[:known], known_from="2025-07-01")
    all_.add(stories[known:], known_from="2025-07-02")
    then = all_.view(as_of=as_of, known_at="2025-07-01")
    assert whole(then) == whole(early.view(as_of=as_of))
    ids = {r.story.story_id for r in stories[:known]}
    assert {s.story_id for e in then.edges() for s in e.claims} <= ids
