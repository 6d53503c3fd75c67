"""The SQLite store: one file, durable at every return, readable while it is written.

The only module that knows sqlite3. A write is one transaction that records and derives; a crash
at any moment leaves the state before or behind it. Bias: refuse a file that is not surely ours.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from kg.graph import arrows, ddl, upgrade
from kg.graph.age import newer, older
from kg.graph.booked import Booked
from kg.graph.drawn import Drawn
from kg.graph.keeping import Keeping
from kg.graph.recording import Recording
from schemas.errors import StoreError

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

CURES = {
    "readonly": "make the file and its folder writable, or choose another --store",
    "unable to open": "check that the folder exists and may be written, or choose another --store",
    "full": "free some space; everything acknowledged so far is kept",
    "i/o error": "check the disk; everything acknowledged so far is kept",
    "locked": "another process is writing; try again when it is done",
    "not a database": "choose another --store; this file was left as it is",
    "malformed": "restore the file from a copy, or ingest again into a new --store",
}
"""What to do, by what SQLite says."""


class Connection:
    """One SQLite file as `kg.graph.ddl.Tables`; every failure is a StoreError of one line."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._lock = threading.RLock()
        with self._told():
            self._link = sqlite3.connect(
                path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )

    def prepare(self, *, migrate: bool) -> None:
        """Check that the file is ours (or new), make it durable, give it today's tables."""
        if self.version() < ddl.SCHEMA:
            if self.version() and not migrate:
                raise older(self.version(), ddl.SCHEMA, self.path)
            self.query("PRAGMA journal_mode = WAL")
            with self.transaction():
                version = self.version()  # another process may have been first
                if not version:
                    ddl.create(self)
                elif version < ddl.SCHEMA:
                    upgrade.migrate(self, version)
                    if version < upgrade.MARKS:
                        Keeping(Tables(self)).reweigh(upgrade.remark(self))
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self.query(f"PRAGMA {setting}")

    def version(self) -> int:
        """The version of the tables; 0 for a new file, StoreError for one that is not for us."""
        mark = self.query("PRAGMA application_id")[0][0]
        version = int(self.query("PRAGMA user_version")[0][0])
        if mark == ddl.MARK and version > ddl.SCHEMA:
            raise newer(version, ddl.SCHEMA, self.path)
        if mark != ddl.MARK and self.query("SELECT count(*) FROM sqlite_master")[0][0]:
            cure = "choose another --store; this file was left as it is"
            raise StoreError("not a knockon store", where=self.path, cure=cure)
        return version if mark == ddl.MARK else 0

    def query(self, sql: str, *args: object) -> list[ddl.Row]:
        """All rows of a query."""
        with self._lock, self._told():
            return self._link.execute(sql, args).fetchall()

    def run(self, sql: str, *args: object) -> None:
        """Carry out one statement."""
        self.query(sql, *args)

    def many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Carry out one statement for each row."""
        with self._lock, self._told():
            self._link.executemany(sql, rows)

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """A write that is kept whole or not at all; other writers wait."""
        with self._lock:
            self.run("BEGIN IMMEDIATE")
            try:
                yield
                self.run("COMMIT")
            except BaseException:
                if self._link.in_transaction:
                    self.run("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, UnicodeError) as error:
            said = str(error)
            cure = next((c for sign, c in CURES.items() if sign in said.lower()), "")
            raise StoreError(said, where=self.path, cure=cure) from error

    def close(self) -> None:
        """Release the file."""
        with self._lock, self._told():
            self._link.close()


class Tables(Booked, Drawn):
    """One SQLite file as a `kg.graph.ledger.Ledger`."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._connection = connection

    def write(self, work: Callable[[], T]) -> T:
        """Run the work in one durable transaction, alone among writers."""
        with self._connection.transaction():
            self._connection.run("UPDATE books SET value = value + 1 WHERE name = 'writes'")
            self._connection.run("UPDATE books SET value = random() WHERE name = 'turn'")
            done = work()
            arrows.mark(self._connection, self.stamp(), self.content())
            return done

    def folder(self) -> Path | None:
        """Where what is computed from the store may be kept: a folder beside its file."""
        path = self._connection.path
        return None if path == ":memory:" else Path(f"{path}.kernel")

    def close(self) -> None:
        """Release the file."""
        self._connection.close()


class Embedded(Recording):
    """The store in one SQLite file; see `kg.graph.contract.Store` for what each verb gives."""

    def __init__(self, path: str, *, migrate: bool = False) -> None:
        if path != ":memory:":
            try:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                cure = "choose another --store"
                raise StoreError(str(error.strerror), where=path, cure=cure) from error
        self._tables = Connection(path)
        try:
            self._tables.prepare(migrate=migrate)
        except StoreError:
            self._tables.close()
            raise
        super().__init__(Tables(self._tables))


def version_of(path: str) -> int:
    """The version of the tables in the file, which is left as it is; 0 where there is none."""
    if path == ":memory:" or not Path(path).exists():
        return 0
    with contextlib.closing(Connection(path)) as connection:
        return connection.version()
