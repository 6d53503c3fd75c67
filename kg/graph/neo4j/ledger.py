"""The ledger on a Neo4j server: one write at a time, each kept whole or not at all.

Every write begins by taking the lock of the one `Books` node, so that writers queue and never
wait for each other in a circle. Bias: a store of another version is not written to.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from kg.graph.age import newer, older
from kg.graph.bolt import Link, Unsure
from kg.graph.neo4j.edges import Edges
from kg.graph.neo4j.migrations import SCHEMA, complete, prepare
from kg.graph.neo4j.public import Public
from kg.graph.neo4j.turn import Turn, state_types
from schemas.errors import StoreError

T = TypeVar("T")

_LOCK = (
    "MATCH (b:Books {name: 'books'}) SET b.writes = b.writes + 1"
    " RETURN b.version AS version, b.writes AS writes, b.recast AS recast"
)
_BOOKS = "MATCH (b:Books {name: 'books'}) RETURN b.writes AS writes, b.recast AS recast"
_RECAST = "MATCH (b:Books {name: 'books'}) SET b.recast = b.writes"


class Neo4jLedger(Public, Edges):
    """A database of a Neo4j server as a `kg.graph.ledger.Ledger`."""

    def __init__(self, link: Link) -> None:
        prepare(link)
        super().__init__(link, Turn())
        self._held, self._lock = {}, threading.Lock()
        self._types = state_types()

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
        if version != SCHEMA:
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
        """A text that changes with every write."""
        return str(self.stamp())

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
