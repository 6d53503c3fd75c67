"""The graph that is kept for Cypher is that of the store as it is now, whoever asks and when."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph import arcade, open_store
from kg.graph.contract import Store
from kg.graph.cypher import Limits
from kg.graph.cypher.projection import KEPT, NOW, Moment, asked, opened, projected
from kg.graph.memory import Memory
from kg.resolve.judged import judgement
from schemas.errors import StoreError
from schemas.when import When
from tests.graph.cypher.world import KNOWN, told

COUNT = "MATCH (s:Story) RETURN count(s) AS n"
STATUS = "MATCH (:Entity {node: 'firm:orrin-metals'})-[r:ACQUIRES]->() RETURN r.status AS s"
QUICK = Limits(seconds=30.0, most=100)
TURNS = list(told())[-3:]


@pytest.fixture
def turns() -> Memory:
    store = Memory()
    store.add(TURNS[:2], known_from=KNOWN)
    return store


def answer(store: Store, home: Path, query: str, moment: Moment = NOW) -> object:
    with opened(store, "place", home, moment, seconds=30.0) as engine:
        return asked(engine, query, {}, QUICK).rows


def test_it_follows_every_write_and_is_kept_between(turns: Memory, tmp_path: Path) -> None:
    assert answer(turns, tmp_path, STATUS) == [["denied"]]
    first = projected(turns, "place", tmp_path)
    assert projected(turns, "place", tmp_path) == first
    turns.add(TURNS[2:], known_from="2025-07-01T12:00:00Z")
    assert projected(turns, "place", tmp_path) != first
    assert answer(turns, tmp_path, STATUS) == [["completed"]]


def test_a_retracted_story_is_seen_and_leads_to_nothing(turns: Memory, tmp_path: Path) -> None:
    made = "2025-08-01T00:00:00Z"
    turns.judge(judgement(sort="retract", ends=("turn-1", ""), who="us", made=made))
    assert answer(turns, tmp_path, STATUS) == [["rumoured"]]
    gone = "MATCH (s:Story) WHERE s.known_to IS NOT NULL RETURN s.story_id, COUNT { (s)-->() } AS n"
    assert answer(turns, tmp_path, gone) == [["turn-1", 1]]
    before = Moment(known_at="2025-07-01")
    assert answer(turns, tmp_path, STATUS, before) == [["denied"]]


def test_a_view_of_the_past_is_a_graph_of_its_own(turns: Memory, tmp_path: Path) -> None:
    past = Moment(as_of=When.parse("2025-01-31"))
    assert answer(turns, tmp_path, STATUS, past) == [["rumoured"]]
    assert answer(turns, tmp_path, COUNT, past) == [[1]]
    assert answer(turns, tmp_path, COUNT) == [[2]]


def test_another_store_at_the_same_place_is_another_graph(tmp_path: Path) -> None:
    folders = set()
    for known_from in ("2025-06-01", "2025-06-02"):
        store = Memory()
        store.add(TURNS[:1], known_from=known_from)
        folders.add(projected(store, "place", tmp_path))
    assert len(folders) == 2


def test_what_nobody_asked_for_is_taken_out(turns: Memory, tmp_path: Path) -> None:
    old = projected(turns, "place", tmp_path)
    left = old.with_name(".left-by-a-crash")
    left.mkdir()
    for folder in (old, left):
        long_ago = folder.stat().st_mtime - KEPT - 60
        os.utime(folder, (long_ago, long_ago))
    turns.add(TURNS[2:], known_from=KNOWN)
    new = projected(turns, "place", tmp_path)
    assert [p.name for p in new.parent.iterdir()] == [new.name]


def test_two_programs_at_once_both_get_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = open_store(str(path))
    store.add(TURNS, known_from=KNOWN)
    store.close()
    kg = Path(sys.executable).with_name("kg")
    program = [kg, "--store", str(path), "cypher", COUNT, "--format", "csv"]
    environment = {**os.environ, "KG_HOME": str(tmp_path / "home")}
    both = [subprocess.Popen(program, env=environment, stdout=subprocess.PIPE) for _ in range(2)]
    said = [one.communicate()[0].decode() for one in both]
    assert said == ["n\r\n3\r\n"] * 2
    assert len(list((tmp_path / "home" / "cypher").glob("*/*"))) == 1


def test_a_home_that_cannot_be_written_is_told(turns: Memory, tmp_path: Path) -> None:
    (tmp_path / "cypher").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(StoreError, match="KG_HOME"):
        projected(turns, "place", tmp_path)


def test_without_the_extra_the_cure_is_told(
    turns: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "arcadedb_embedded", None)
    assert not arcade.available()
    with pytest.raises(StoreError, match=r"pip install 'knockon\[cypher\]'"):
        projected(turns, "place", tmp_path)
