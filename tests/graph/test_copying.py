"""A copy is equal to its source, can be cut off anywhere, and refuses what is not one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings

from kg.graph import open_store
from kg.graph.contract import Store
from kg.graph.copying import copy, digest_of
from kg.graph.memory import Memory
from kg.resolve.register import judgement
from schemas.claim import Resolved
from schemas.errors import StoreError
from schemas.evidence import Setback
from tests.graph.factories import batches, claim, resolved, story

TOLD = story("s1", "Keld bought Tavola.", published="2025-06-09")
BATCH = [resolved(TOLD, claim(TOLD, "firm:keld", "ACQUIRES", "firm:tavola"))]


def judged(store: Store, sort: str, left: str, right: str = "", made: str = "2025-07-02") -> str:
    said = judgement(sort=sort, ends=(left, right), who="me", made=made)  # type: ignore[arg-type]
    store.judge(said)
    return said.judgement_id


@pytest.fixture
def source(tmp_path: Path) -> Iterator[Store]:
    """A store with stories of two moments, judgements, one undone, and a setback."""
    with closing(open_store(str(tmp_path / "source.db"))) as store:
        store.add(BATCH, known_from="2025-07-01")
        for number in range(130):
            later = story(f"t{number}", f"Orrin bought Keld {number} times.")
            bought = claim(later, "firm:orrin", "ACQUIRES", "firm:keld")
            store.add([resolved(later, bought)], known_from=f"2025-07-{1 + number % 9:02d}")
        merge = judged(store, "merge", "firm:keld", "firm:tavola")
        judged(store, "undo", merge, made="2025-07-01")
        judged(store, "split", "firm:keld", "firm:tavola")
        judged(store, "retract", "t7")
        store.set_aside(Setback(where="a.txt", why="empty"))
        yield store


def test_a_copy_equals_its_source_to_the_last_byte(source: Store, tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "target.db"))) as target:
        assert copy(source, target) == (131, 131, digest_of(source))
        assert list(target.records()) == list(source.records())
        assert target.judgements() == source.judgements()
        assert copy(source, target).stories == 0


def test_a_copy_that_was_cut_off_goes_on(source: Store, tmp_path: Path) -> None:
    class Cut(Exception):
        pass

    def fall(story_id: str) -> None:
        if story_id == source.story_ids()[70]:
            raise Cut

    with closing(open_store(str(tmp_path / "target.db"))) as target:
        with pytest.raises(Cut):
            copy(source, target, fall)
        held = len(target.story_ids())
        assert 0 < held < 131
        assert copy(source, target).stories == 131 - held


def test_a_target_with_stories_of_its_own_is_refused_before_anything_is_written(
    source: Store, tmp_path: Path
) -> None:
    with closing(open_store(str(tmp_path / "target.db"))) as target:
        other = story("other", "Tin is short.")
        target.add([resolved(other)], known_from="2025-07-01")
        with pytest.raises(StoreError, match="1 stories that are not in the source"):
            copy(source, target)
        assert target.story_ids() == ["other"]


@settings(max_examples=40)
@given(batches())
def test_a_copy_of_any_store_into_the_specification_and_back_is_the_same(
    stories: list[Resolved],
) -> None:
    with closing(open_store(":memory:")) as first, closing(open_store(":memory:")) as last:
        first.add(stories, known_from="2025-07-01")
        between = Memory()
        copy(first, between)
        assert copy(between, last).digest == digest_of(first)


def test_the_digest_tells_stores_apart_that_differ_in_a_judgement(source: Store) -> None:
    before = digest_of(source)
    judged(source, "merge", "firm:orrin", "firm:orrin-metals")
    assert digest_of(source) != before


def test_the_command_copies_and_says_the_digest(kg, tmp_path) -> None:  # type: ignore[no-untyped-def]
    row = {"id": "wire-77", "published": "2025-06-03", "text": "Intel agreed to acquire Arm."}
    (tmp_path / "wire.jsonl").write_text(json.dumps(row) + "\n")
    kg("ingest", "wire.jsonl", "--store", "a.db")
    said = kg("copy", "a.db", "b.db", "--json")
    assert said.returncode == 0, said.stderr
    assert json.loads(said.stdout)["stories"] == 1
    rows = [kg("export", "jsonl", "-", "--store", name).stdout for name in ("a.db", "b.db")]
    assert rows[0] == rows[1] != ""
    missing = kg("copy", "none.db", "c.db")
    assert (missing.returncode, "none.db" in missing.stderr) == (1, True)
    assert not (tmp_path / "c.db").exists()
