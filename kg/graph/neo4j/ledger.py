"""The ledger on a Neo4j server: one write at a time, each kept whole or not at all.

Every write begins by taking the lock of the one `Books` node, so that writers queue and never
wait for each other in a circle. Bias: a store of another version is not written to.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from kg.graph.age import newer, older
from kg.graph.bolt import Link, Unsure
from kg.graph.neo4j.edges import Edges
from kg.graph.neo4j.migrations import SCHEMA, complete, prepare
from kg.graph.neo4j.public import Public
from kg.graph.neo4j.turn import Turn, state_types
from schemas.errors import StoreError
from schemas.evidence import digest

T = TypeVar("T")

_LOCK = (
    "MATCH (b:Books {name: 'books'}) SET b.writes = b.writes + 1, b.turn = randomUUID()"
    " RETURN b.version AS version, b.writes AS writes, b.recast AS recast"
)
_BOOKS = "MATCH (b:Books {name: 'books'}) RETURN b.writes AS writes, b.recast AS recast"
_TURN = (
    "MATCH (b:Books {name: 'books'})"
    " RETURN b.writes + '-' + coalesce(b.turn, elementId(b)) AS content"
)
"""No two writes have the same, not even after the database was emptied and filled again."""
_RECAST = "MATCH (b:Books {name: 'books'}) SET b.recast = b.writes"


class Neo4jLedger(Public, Edges):
    """A database of a Neo4j server as a `kg.graph.ledger.Ledger`.

    What is computed from it is kept under `home`; without one it is not kept. `version` is that
    of an older database, which can be opened only to be brought up to date.
    """

    def __init__(self, link: Link, home: Path | None = None, version: int = 0) -> None:
        if not version:
            prepare(link)
        self._version = version or SCHEMA
        super().__init__(link, Turn())
        self._held, self._lock = {}, threading.Lock()
        self._types, self._home = state_types(), home

    def write(self, work: Callable[[], T]) -> T:
        """Run the work in one durable transaction, alone among writers; gives what it gives.

        Where the connection breaks at the commit the work is run once more: it must change
        nothing where all is kept already, and then gives what a repetition gives.
        """
        if self._turn.running:
            return work()
        if self._types != state_types():  # a type was dropped in: it gets its index
            complete(self._link)
            self._types = state_types()
        try:
            return self._link.write(lambda: self._take(work))
        except Unsure:
            return self._link.write(lambda: self._take(work))

    def _take(self, work: Callable[[], T]) -> T:
        books = self._link.rows(_LOCK)
        if not books:
            cure = "open it anew"
            raise StoreError("the database was emptied", where=self._link.place, cure=cure)
        version = int(books[0]["version"])
        if version != self._version:
            error = newer if version > SCHEMA else older
            raise error(version, SCHEMA, self._link.place)
        self._turn.begin(books[0]["writes"], books[0]["recast"])
        self._turn.running = True
        try:
            return work()
        finally:
            self._turn.running = False

    def stamp(self) -> int:
        """How many writes there were, the running one included."""
        return self._turn.stamp if self._turn.running else self._books("writes")

    def recast(self) -> int:
        """The stamp of the last write that may have taken facts away or judged anew."""
        return self._turn.recast if self._turn.running else self._books("recast")

    def content(self) -> str:
        """A text that no other content of this database has ever had, nor any other database."""
        rows = self._link.rows(_TURN)
        return re.sub(r"[^A-Za-z0-9-]", "_", rows[0]["content"]) if rows else "empty"

    def folder(self) -> Path | None:
        """Where what is computed may be kept: a folder of the server's address and database."""
        if self._home is None:
            return None
        name = self._link.rows("CALL db.info() YIELD name RETURN name")[0]["name"]
        return self._home / "kernel" / digest("store", self._link.place, name)

    def _books(self, name: str) -> int:
        rows = self._link.rows(_BOOKS)
        return int(rows[0][name]) if rows else 0

    def mark_recast(self) -> None:
        """Make the running write the last of that kind."""
        self._turn.recast = self._turn.stamp
        self._link.run(_RECAST)

    def close(self) -> None:
        """Release the server."""
        self._link.close()
