"""Opening a store: what is not ours, too new, unreachable or full is refused in one line."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kg.graph import open_store
from kg.graph.ddl import SCHEMA
from kg.graph.embedded import Embedded
from schemas.errors import StoreError
from tests.graph.factories import claim, entity, resolved, story

ROOT = Path(__file__).parents[2]
TOLD = story("s1", "Keld bought Tavola.")
BATCH = [resolved(TOLD, claim(TOLD, "firm:keld", "ACQUIRES", "firm:tavola"))]


def refused(url: str | Path) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(str(url))
    assert "\n" not in str(caught.value)
    assert str(url) in str(caught.value)
    return str(caught.value)


def test_a_store_keeps_what_it_was_given(tmp_path: Path) -> None:
    for expected in (1, 0):
        with closing(open_store(str(tmp_path / "graph.db"))) as store:
            assert store.add(BATCH, known_from="2025-07-01").stories == expected


def test_writes_are_synchronous_and_the_journal_is_ahead(tmp_path: Path) -> None:
    with closing(Embedded(str(tmp_path / "graph.db"))) as store:
        asked = ("journal_mode", "synchronous", "foreign_keys")
        settings = [store._tables.query(f"PRAGMA {name}")[0][0] for name in asked]
        assert settings == ["wal", 2, 1]


def test_an_address_that_is_none_of_ours_is_refused() -> None:
    assert "scheme" in refused("ftp://localhost")


def test_a_newer_store_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    Embedded(str(path)).close()
    with closing(sqlite3.connect(path)) as link:
        link.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = path.read_bytes()
    assert f"schema {SCHEMA + 1}" in refused(path)
    assert path.read_bytes() == before


def test_another_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as link:
        link.execute("CREATE TABLE stories (story_id)")
    before = path.read_bytes()
    assert "not a knockon store" in refused(path)
    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Keld bought Tavola. " * 100)
    assert "left as it is" in refused(path)
    assert path.read_text() == "Keld bought Tavola. " * 100


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused(tmp_path / "file" / "graph.db")
    refused(tmp_path)


FULL = """
import resource, signal, sys
from kg.graph.embedded import Embedded
from schemas.errors import StoreError
from tests.graph.adding import batch
store = Embedded(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
for number in range(40):
    try:
        store.add(batch(number), known_from="2025-07-01")
    except StoreError as error:
        sys.exit(f"{number} {error}")
"""


def test_a_full_disk_is_one_line_and_loses_nothing_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    number, said = done.stderr.strip().split(" ", 1)
    assert "\n" not in said
    assert str(path) in said
    assert "acknowledged" in said
    with closing(Embedded(str(path))) as store:
        assert len(store.has([f"s{n:03d}" for n in range(120)])) == 3 * int(number) > 0
        store.add(BATCH, known_from="2025-07-01")


def test_a_folder_without_permission_is_one_line(tmp_path: Path) -> None:
    refused("/proc/knockon/graph.db" if Path("/proc").is_dir() else locked(tmp_path))


def locked(tmp_path: Path) -> Path:
    tmp_path.chmod(0o500)
    return tmp_path / "graph.db"


def test_two_writers_of_one_file_see_each_other(tmp_path: Path) -> None:
    path = str(tmp_path / "graph.db")
    with closing(Embedded(path)) as one, closing(Embedded(path)) as other:
        one.add(BATCH, known_from="2025-07-01")
        told = story("s2", "Orrin bought Keld.")
        bought = claim(told, "firm:orrin", "ACQUIRES", "firm:keld")
        other.add([resolved(told, bought)], known_from="2025-07-01")
        told = story("s3", "Orrin Metals Group.")
        full = entity("firm:orrin-metals-group")
        names = ((full.node, "Firm", "Orrin"),)
        one.add([resolved(told, entities=(full,), names=names)], known_from="2025-07-01")
        before = list(other.view().edges())
        assert "firm:orrin-metals-group" in {e.head for e in before}
        other.rebuild()
        assert list(one.view().edges()) == before
