"""A store's schema has a version: looked at, brought up to date, never changed by opening."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kg.graph import migrate, open_store, versions
from kg.graph.copying import digest_of
from kg.graph.ddl import SCHEMA
from schemas.errors import StoreError
from tests.graph.factories import claim, resolved, story

TOLD = story("s1", "Keld bought Tavola.")
BATCH = [resolved(TOLD, claim(TOLD, "firm:keld", "ACQUIRES", "firm:tavola"))]
TABLES = (
    "SELECT m.name, c.name, c.type, c.pk FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
)
"""Every column of every table and index."""
BACK = {
    4: (
        "DROP TABLE marks",
        "UPDATE stories SET body = substr(body, 1, 16)",
        "PRAGMA user_version = 4",
    ),
    3: (
        "ALTER TABLE edges DROP COLUMN arrow",
        "ALTER TABLE edges ADD COLUMN packed BLOB NOT NULL DEFAULT x'00'",
        "DROP INDEX edges_head",
        "CREATE INDEX edges_head ON edges (head, type, tail, edge_id, packed)",
        "DROP TABLE arrows",
        "DROP TABLE turns",
        "DROP TABLE erased",
        "DROP TABLE words",
        "PRAGMA user_version = 3",
    ),
    1: (
        "DROP INDEX edges_head",
        "ALTER TABLE edges DROP COLUMN packed",
        "CREATE INDEX edges_head ON edges (head, type)",
        "DROP TABLE books",
        "DROP INDEX nodes_stamp",
        "ALTER TABLE nodes DROP COLUMN stamp",
        "PRAGMA user_version = 1",
    ),
}
"""What makes tables of today into those of an earlier version, by way of those between."""


def aged(path: Path, version: int) -> Path:
    """A store as that version wrote it."""
    with closing(open_store(str(path))) as store:
        store.add(BATCH, known_from="2025-07-01")
    with closing(sqlite3.connect(path)) as link:
        for statement in (s for step, back in BACK.items() if step >= version for s in back):
            link.execute(statement)
        link.commit()
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store as the first version wrote it."""
    return aged(tmp_path / "old.db", 1)


def test_an_older_store_is_refused_with_the_way_out_and_left_alone(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(StoreError, match=r"schema 1, this program needs .*`kg store migrate`"):
        open_store(str(old))
    assert versions(str(old)) == (1, SCHEMA)
    assert old.read_bytes() == before


@pytest.mark.parametrize("version", BACK)
def test_a_migrated_store_is_as_if_made_today(tmp_path: Path, version: int) -> None:
    old, fresh = aged(tmp_path / "old.db", version), tmp_path / "fresh.db"
    migrate(str(old))
    migrate(str(old))
    with closing(open_store(str(fresh))) as store:
        store.add(BATCH, known_from="2025-07-01")
        wanted = digest_of(store)
    with closing(sqlite3.connect(old)) as one, closing(sqlite3.connect(fresh)) as two:
        assert sorted(one.execute(TABLES)) == sorted(two.execute(TABLES))
        for table in ("arrows", "edges", "words"):
            rows = f"SELECT * FROM {table}"
            assert list(one.execute(rows)) == list(two.execute(rows))
    with closing(open_store(str(old))) as store:
        assert digest_of(store) == wanted
        other = story("s2", "Orrin bought Keld.")
        bought = claim(other, "firm:orrin", "ACQUIRES", "firm:keld")
        assert store.add([resolved(other, bought)], known_from="2025-07-01").stories == 1


def test_a_store_that_is_not_there_has_no_version(tmp_path: Path) -> None:
    assert versions(str(tmp_path / "none.db")) == (0, SCHEMA)
    assert not (tmp_path / "none.db").exists()


def test_the_commands_tell_the_version_and_migrate(kg, old: Path) -> None:  # type: ignore[no-untyped-def]
    told = kg("store", "status", "--store", old, "--json")
    assert json.loads(told.stdout) == {"store": str(old), "schema": 1, "newest": SCHEMA}
    assert "from 1" in kg("store", "migrate", "--store", old).stdout
    told = kg("store", "status", "--store", old)
    assert told.returncode == 0, told.stderr
    assert f"schema      {SCHEMA}" in told.stdout
    assert "stories     1" in told.stdout
    assert kg("store", "migrate", "--store", old).stdout == f"schema {SCHEMA}\n"
