"""Views of a moment are derived once and held until the next write, whoever makes it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory
from kg.graph.recording import HELD
from kg.resolve.judged import judgement
from schemas.claim import Resolved
from schemas.when import When
from tests.graph.factories import claim, resolved, story
from tests.graph.stores import seen

THEN = When.parse("2025-06")
MOMENTS = [(THEN, None), (None, "2025-07-01"), (THEN, "2025-07-01")]


def bought(name: str) -> Resolved:
    told = story(name, f"Keld bought Tavola, {name} tells.", published="2025-06-01")
    return resolved(told, claim(told, "firm:keld", "ACQUIRES", "firm:tavola"))


def test_a_moment_asked_about_again_is_at_hand(tmp_path: Path) -> None:
    with closing(Embedded(str(tmp_path / "graph.db"))) as store:
        store.add([bought("s1")], known_from="2025-06-30")
        views = [store.view(*moment) for moment in MOMENTS]
        assert all(store.view(*m) is v for m, v in zip(MOMENTS, views, strict=True))


def test_after_any_write_every_moment_is_what_a_store_without_memory_says(store: Store) -> None:
    model = Memory()
    gone = judgement(sort="retract", ends=("s1", ""), who="us", made="2025-06-30T12:00:00Z")
    for step in ("s1", "s2", "", "s3"):
        for each in (store, model):
            if step:
                each.add([bought(step)], known_from="2025-06-30")
            else:
                each.judge(gone)
        for moment in MOMENTS:
            assert list(seen(store.view(*moment))) == list(seen(model.view(*moment)))


def test_a_write_through_another_door_is_seen(tmp_path: Path) -> None:
    path = str(tmp_path / "graph.db")
    with closing(Embedded(path)) as ours, closing(Embedded(path)) as other:
        ours.add([bought("s1")], known_from="2025-06-30")
        (before,) = ours.view(THEN).edges()
        other.add([bought("s2")], known_from="2025-06-30")
        (after,) = ours.view(THEN).edges()
        assert (len(before.claims), len(after.claims)) == (1, 2)


def test_only_the_moments_last_asked_about_are_held(tmp_path: Path) -> None:
    with closing(Embedded(str(tmp_path / "graph.db"))) as store:
        first = store.view(THEN)
        others = [store.view(known_at=f"2025-07-{day:02d}") for day in range(1, HELD + 1)]
        assert store.view(THEN) is not first
        assert store.view(known_at=f"2025-07-{HELD:02d}") is others[-1]
