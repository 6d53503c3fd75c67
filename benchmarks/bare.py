"""The bare databases that the stores are measured beside: the same rows, no knockon."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

from kg.graph.ddl import DDL
from schemas.answer import StateEdge

Rows = Sequence[tuple[object, ...]]


class BareNeo4j:
    """To come."""


class BareSqlite:
    """One table of edges with our indexes and settings, written with `executemany`."""

    WALK = """
        WITH RECURSIVE walk(node, depth) AS (
            SELECT ?1, 0 UNION
            SELECT tail, depth + 1 FROM walk JOIN edges ON head = node
            WHERE depth < ?2 AND json_extract(record, '$.confidence') >= 0.5)
        SELECT count(DISTINCT node) - 1 FROM walk"""

    def __init__(self, room: Path) -> None:
        self._ours, self._path = room / "ours.db", room / "bare.db"
        self._link = sqlite3.connect(self._path, isolation_level=None)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._link.execute(f"PRAGMA {setting}")
        for statement in DDL:
            if " edges " in statement:
                self._link.execute(statement)

    def fill(self, nodes: Iterable[str]) -> None:
        """Nothing: an edge's ends are texts."""

    def rows(self, edges: Iterable[StateEdge]) -> Rows:
        """What our store writes for the edges."""
        return [(e.edge_id, e.head, e.type, e.tail, e.model_dump_json()) for e in edges]

    def put(self, rows: Rows) -> None:
        """Write them in one transaction."""
        self._link.execute("BEGIN IMMEDIATE")
        self._link.executemany("INSERT OR REPLACE INTO edges VALUES (?, ?, ?, ?, ?)", rows)
        self._link.execute("COMMIT")

    def look(self, node: str) -> list[tuple[str]]:
        """The records of the edges that leave the node."""
        return self._link.execute("SELECT record FROM edges WHERE head = ?", (node,)).fetchall()

    def reached(self, start: str, hops: int) -> int:
        """How many things can be reached, by one recursive query."""
        return int(self._link.execute(self.WALK, (start, hops)).fetchone()[0])

    def size(self) -> int:
        """Bytes of the file."""
        self._link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self._path.stat().st_size

    def size_of(self, _ledger: object) -> int:
        """Bytes of our store's file."""
        link = sqlite3.connect(self._ours)
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        link.close()
        return self._ours.stat().st_size
