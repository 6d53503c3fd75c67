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
FIRST = (
    "DROP INDEX edges_head",
    "ALTER TABLE edges DROP COLUMN packed",
    "CREATE INDEX edges_head ON edges (head, type)",
    "DROP TABLE books",
    "DROP INDEX nodes_stamp",
    "ALTER TABLE nodes DROP COLUMN stamp",
    "PRAGMA user_version = 1",
)
"""What makes tables of today into those of the first version."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A store as the first version wrote it."""
    path = tmp_path / "old.db"
    with closing(open_store(str(path))) as store:
        store.add(BATCH, known_from="2025-07-01")
    with closing(sqlite3.connect(path)) as link:
        for statement in FIRST:
            link.execute(statement)
    return path


def test_an_older_store_is_refused_with_the_way_out_and_left_alone(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(StoreError, match=r"schema 1, this program needs .*`kg store migrate`"):
        open_store(str(old))
    assert versions(str(old)) == (1, SCHEMA)
    assert old.read_bytes() == before


def test_a_migrated_store_is_as_if_made_today(old: Path, tmp_path: Path) -> None:
    migrate(str(old))
    migrate(str(old))
    fresh = tmp_path / "fresh.db"
    with closing(open_store(str(fresh))) as store:
        store.add(BATCH, known_from="2025-07-01")
        wanted = digest_of(store)
    with closing(open_store(str(old))) as store:
        assert digest_of(store) == wanted
        other = story("s2", "Orrin bought Keld.")
        bought = claim(other, "firm:orrin", "ACQUIRES", "firm:keld")
        assert store.add([resolved(other, bought)], known_from="2025-07-01").stories == 1
    columns = "SELECT name FROM pragma_table_info(?) ORDER BY name"
    with closing(sqlite3.connect(old)) as one, closing(sqlite3.connect(fresh)) as two:
        for table in ("books", "nodes", "claims", "edges"):
            assert list(one.execute(columns, (table,))) == list(two.execute(columns, (table,)))


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
