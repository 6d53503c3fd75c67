"""A server that speaks Bolt: managed transactions, bookmarks, and errors told in one line.

The only module that knows the neo4j driver. Values are parameters, always; whoever writes a query
takes labels and types from the vocabulary's closed set alone. Bias: a commit whose outcome is not
known is never called a success. Credentials are never in an address, a log or an error.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from schemas.errors import StoreError

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Result, Session

__all__ = ["Access", "Link", "Plan", "Unsure", "is_bolt"]

T = TypeVar("T")
Row = dict[str, Any]

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
PATIENCE = 30.0
"""Seconds for which a write is tried again while the server asks for it."""

CURES = {
    "unauthorized": "set KG_NEO4J_USER and KG_NEO4J_PASSWORD_FILE (or KG_NEO4J_PASSWORD)",
    "authentication": "set KG_NEO4J_USER and KG_NEO4J_PASSWORD_FILE (or KG_NEO4J_PASSWORD)",
    "unavailable": "check that the server runs there (`kg up` starts a local one)",
    "connect": "check that the server runs there (`kg up` starts a local one)",
    "resolve": "check the host's name in --store",
    "databasenotfound": "name a database that exists with KG_NEO4J_DATABASE",
    "too large to index": "leave that input out: a name or id in it is longer than 8,000 bytes",
    "memorypool": "write less at once, or give the server more memory",
    "timed": "ask for less, or raise the time limit",
    "readonly": "write to the leader: use a neo4j:// address",
}
"""What to do, by what the driver or the server says."""
_PLAIN = (OSError, UnicodeError)
"""What a connection, or a text that cannot be sent, raises beside the driver's own errors."""


class Unsure(StoreError):
    """The connection broke while a commit was under way: it may or may not be kept."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who is let in: the password is never shown, not even by `repr`."""

    user: str = "neo4j"
    password: str = field(default="", repr=False)
    database: str | None = None


class Plan(NamedTuple):
    """What the server says it would do: `r`, `w`, `rw` or `s`, and its operators with arguments."""

    sort: str
    operators: tuple[tuple[str, str], ...]


def is_bolt(url: str) -> bool:
    """Whether the address names a Bolt server."""
    return url.partition("://")[0] in SCHEMES and "://" in url


class Link:
    """A connection to one database of one server; every failure is a StoreError of one line.

    Reads see what this link has written (bookmarks). Within `write` every query of the thread
    runs in that transaction.
    """

    def __init__(self, url: str, access: Access) -> None:
        import neo4j

        logging.getLogger("neo4j").addHandler(logging.NullHandler())  # it is told as StoreError
        parts = urlsplit(url)
        self.place = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
        if parts.username or parts.password:
            cure = "leave them out of the address and set KG_NEO4J_USER and KG_NEO4J_PASSWORD_FILE"
            raise StoreError("credentials do not belong in an address", where=self.place, cure=cure)
        self._access, self._running = access, threading.local()
        self._marks = neo4j.GraphDatabase.bookmark_manager()
        with self._told():
            self._driver: Driver = neo4j.GraphDatabase.driver(
                url,
                auth=(access.user, access.password) if access.password else None,
                max_transaction_retry_time=PATIENCE,
                notifications_min_severity="OFF",
                telemetry_disabled=True,
            )
        try:
            with self._told():
                self._driver.verify_connectivity()
        except StoreError:
            self._driver.close()
            raise

    def rows(self, query: str, **values: object) -> list[Row]:
        """All rows of a query, each by its columns' names."""
        running = getattr(self._running, "tx", None)
        if running is not None:
            with self._asked():
                return [r.data() for r in running.run(query, values)]
        with self._told():
            return self._read(lambda tx: [r.data() for r in tx.run(query, values)])

    def stream(self, query: str, **values: object) -> Iterator[Row]:
        """The rows of a query as they come, in a transaction of their own; for large exports."""
        with self._told(), self._session("READ") as session, session.begin_transaction() as tx:
            for record in tx.run(query, values):
                yield record.data()

    def run(self, query: str, **values: object) -> None:
        """Carry out a query of which nothing is wanted back."""
        running = getattr(self._running, "tx", None)
        if running is None:
            self.write(lambda: self.run(query, **values))
        else:
            with self._asked():
                running.run(query, values).consume()

    def define(self, statement: str) -> None:
        """Carry out a statement of schema, outside of any transaction, and wait for it."""
        with self._told(), self._session("WRITE") as session:
            session.run(statement).consume()

    def write(self, work: Callable[[], T]) -> T:
        """Run the work in one managed transaction, again where the server asks for it.

        Raises Unsure where the connection broke around the commit; what the work itself raises
        comes out as it is.
        """
        if getattr(self._running, "tx", None) is not None:
            return work()

        own: list[Exception] = []

        def run(tx: ManagedTransaction) -> T:
            self._running.tx = tx
            try:
                return work()
            except _PLAIN as error:
                own.append(error)
                raise
            finally:
                self._running.tx = None

        with self._told(own), self._session("WRITE") as session:
            return session.execute_write(run)

    def plan(self, query: str, values: Mapping[str, object]) -> Plan:
        """What the server says it would do with the query; nothing is carried out."""
        with self._told(), self._session("READ") as session:
            summary = session.run(f"EXPLAIN {query}", dict(values)).consume()
        return Plan(summary.query_type or "", tuple(_operators(summary.plan)))

    def read(
        self, query: str, values: Mapping[str, object], *, seconds: float, most: int
    ) -> tuple[list[str], list[list[object]], bool]:
        """Columns, rows and whether there were more than `most`; read-only, time-limited, once.

        Not in a transaction of ours: a database that is opened read-only begins none.
        """
        import neo4j

        asked = neo4j.Query(query, timeout=seconds)
        with self._told(), self._session("READ") as session:
            result: Result = session.run(asked, dict(values))
            rows = [list(record.values()) for _, record in zip(range(most), result, strict=False)]
            return list(result.keys()), rows, result.peek() is not None

    def change(
        self, query: str, values: Mapping[str, object], *, seconds: float, most: int
    ) -> tuple[list[str], list[list[object]], dict[str, int]]:
        """Columns, at most so many rows, and what a query that writes has changed; kept whole."""
        import neo4j

        asked = neo4j.Query(query, timeout=seconds)
        with self._told(), self._session("WRITE") as session:
            result: Result = session.run(asked, dict(values))
            columns = list(result.keys())
            rows = [list(record.values()) for _, record in zip(range(most), result, strict=False)]
            told = vars(result.consume().counters)
        return columns, rows, {n: v for n, v in told.items() if type(v) is int and v}

    def close(self) -> None:
        """Release the connection."""
        with self._told():
            self._driver.close()

    def _read(self, ask: Callable[[ManagedTransaction], T]) -> T:
        with self._session("READ") as session:
            return session.execute_read(ask)

    def _session(self, mode: str) -> Session:
        return self._driver.session(
            database=self._access.database,
            default_access_mode=mode,
            bookmark_manager=self._marks,
        )

    @contextlib.contextmanager
    def _asked(self) -> Iterator[None]:
        """Tell what stops a query of a running write; the driver's own errors are `write`'s.

        That must see them, to try again.
        """
        try:
            yield
        except _PLAIN as error:
            raise self._error(error) from error

    @contextlib.contextmanager
    def _told(self, own: Sequence[Exception] = ()) -> Iterator[None]:
        """Tell the driver's errors in one line; those that are the caller's own pass through."""
        from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError

        try:
            yield
        except IncompleteCommit as error:
            why, cure = "the connection broke during a commit", "repeat it: nothing is kept twice"
            raise Unsure(why, where=self.place, cure=cure) from error
        except (Neo4jError, DriverError, *_PLAIN) as error:
            if any(error is one for one in own):
                raise
            raise self._error(error) from error

    def _error(self, error: Exception) -> StoreError:
        code = str(getattr(error, "code", "") or "")
        said = str(getattr(error, "message", "") or error) or type(error).__name__
        sign = f"{code} {said} {type(error).__name__}".lower()
        cure = next((c for mark, c in CURES.items() if mark in sign), "")
        return StoreError(said.splitlines()[0], where=self.place, cure=cure)


def _operators(plan: Any) -> Iterator[tuple[str, str]]:
    """The plan's operators, each with its details, from the root down."""
    if plan:
        details = plan.get("args", {}).get("Details", "")
        yield str(plan["operatorType"]).partition("@")[0], str(details)
        for child in plan.get("children", ()):
            yield from _operators(child)
