"""Copies in a store: one witness, the first one named, the same in any order and in every store."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from kg.graph import open_store
from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory
from kg.graph.whole import shape
from kg.resolve.judged import judgement
from schemas.claim import Resolved
from tests.graph.factories import claim, resolved, story
from tests.graph.stores import digest_of
from tests.graph.wire import MARKET, WIRE, swapped

NOW = "2025-07-01"
HALF = WIRE[: WIRE.index(" Keld shares")]
REST = WIRE[WIRE.index("The companies") :]
TEXTS = {
    "a": (WIRE, "2025-06-10"), "b": ("A first line of our own.\n" + WIRE, "2025-06-09"),
    "c": (HALF, None), "d": (REST, "2025-06-11"), "e": (MARKET, "2025-06-09"),
    "f": (swapped(WIRE, ("$3.2", "$3.4"), ("March", "May")), "2025-06-12"),
}  # fmt: skip
COPIES = [("a", "b"), ("c", "b"), ("d", "b")]


def wire(name: str) -> Resolved:
    """The story of that name, which says in words of its own that Keld buys Tavola."""
    text, day = TEXTS[name]
    one = story(name, text, published=day, publisher=f"Paper {name}")
    return resolved(one, claim(one, "firm:keld", "ACQUIRES", "firm:tavola", quote=f"So {name}."))


BATCH = [wire(name) for name in TEXTS]


def doubt(store: Store) -> float:
    (edge,) = store.view().edges()
    return round(1 - edge.confidence, 6)


def pointers(store: Store) -> list[tuple[str, str]]:
    ties = [row for row in shape(store) if len(row) == 4 and row.type == "DUPLICATE_OF"]
    return sorted((tie.start.key, tie.end.key) for tie in ties)


def test_copies_are_one_witness_and_point_at_the_earliest(store: Store) -> None:
    added = store.add(BATCH, known_from=NOW)
    assert (added.stories, added.copies) == (6, 3)
    assert doubt(store) == pytest.approx(0.2**3)
    assert pointers(store) == COPIES


def test_a_store_that_they_reach_one_by_one_is_the_same(store: Store) -> None:
    counts = [store.add([wire(name)], known_from=NOW).copies for name in "fdcabe"]
    assert counts == [0, 0, 0, 1, 1, 0]
    whole = Memory()
    whole.add(BATCH, known_from=NOW)
    assert digest_of(store) == digest_of(whole)
    assert pointers(store) == COPIES
    again = store.add(BATCH, known_from="2025-08-01")
    assert (again.stories, again.known, again.copies) == (0, 6, 0)
    store.rebuild()
    assert digest_of(store) == digest_of(whole)


def test_the_order_of_arrival_does_not_matter() -> None:
    digests = {one_by_one(order) for order in itertools.permutations("abcd")}
    assert len(digests) == 1


def one_by_one(order: Sequence[str]) -> str:
    store = Embedded(":memory:")
    for name in order:
        store.add([wire(name)], known_from=NOW)
    return digest_of(store)


def test_copies_part_when_what_they_met_through_is_retracted(store: Store) -> None:
    store.add([wire("c"), wire("d")], known_from=NOW)
    apart = doubt(store)
    store.add([wire("a")], known_from=NOW)
    assert (apart, doubt(store)) == (pytest.approx(0.04), pytest.approx(0.2))
    gone = judgement(sort="retract", ends=("a", ""), who="us", made="2025-08-01")
    store.judge(gone)
    assert doubt(store) == pytest.approx(0.04)
    assert pointers(store) == []
    store.judge(judgement(sort="undo", ends=(gone.judgement_id, ""), who="us", made="2025-08-02"))
    assert pointers(store) == [("c", "a"), ("d", "a")]


def test_a_view_of_before_a_copy_came_counts_those_that_were_there(store: Store) -> None:
    store.add([wire("c"), wire("d")], known_from=NOW)
    store.add([wire("a")], known_from="2025-09-01")
    (edge,) = store.view(known_at="2025-08-01").edges()
    assert edge.confidence == pytest.approx(0.96)
    assert doubt(store) == pytest.approx(0.2)


def test_a_store_of_before_near_copies_is_migrated_to_what_it_would_be_today(
    tmp_path: Path,
) -> None:
    old, fresh = str(tmp_path / "old.db"), Memory()
    fresh.add(BATCH, known_from=NOW)
    with closing(open_store(old)) as store:
        store.add(BATCH, known_from=NOW)
    with closing(sqlite3.connect(old)) as link:
        link.execute("DROP TABLE marks")
        link.execute("UPDATE stories SET body = substr(body, 1, 16)")
        link.execute("PRAGMA user_version = 4")
        link.commit()
    with closing(Embedded(old, migrate=True)) as store:
        assert digest_of(store) == digest_of(fresh)
        assert pointers(store) == COPIES
        assert store.add([wire("a")], known_from=NOW).copies == 0


def test_the_command_says_how_many_are_copies(
    kg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_READER", "off")
    for name in "abe":
        (tmp_path / f"{name}.txt").write_text(TEXTS[name][0] + "\n", encoding="utf-8")
    place = tmp_path / "graph.db"
    told = kg("ingest", *sorted(map(str, tmp_path.glob("*.txt"))), "--store", place)
    assert "3 new (1 near-duplicate), 0 known" in told.stdout
