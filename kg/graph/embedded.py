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

from kg.graph import ddl
from kg.graph.contract import STEPS, Added, View, other_text, silent
from kg.graph.ddl import AMONG, ENTITY, JUDGEMENT, REFUSAL, SETBACK, TOLD, among, insert
from kg.graph.export import story_rows
from kg.graph.keeping import Keeping
from kg.graph.moments import instant
from kg.graph.recorded import (
    bare,
    claims_of,
    claims_where,
    entities_in,
    gone,
    judged,
    mentions_of,
    recorded,
    whole,
)
from kg.graph.retraction import demand, still_retracted
from kg.graph.tableview import TableView
from kg.graph.view import Kept, derive, keep
from kg.resolve.register import check
from schemas.claim import Claim, Resolved
from schemas.errors import StoreError
from schemas.evidence import Setback, Story, digest
from schemas.judgement import Judgement
from schemas.when import When

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
        try:
            self._prepare()
        except StoreError:
            self._link.close()
            raise

    def _prepare(self) -> None:
        """Check that the file is ours (or new), then make it durable and give it tables."""
        if self._is_new():
            self.query("PRAGMA journal_mode = WAL")
            with self.transaction():
                if self._is_new():
                    ddl.create(self)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self.query(f"PRAGMA {setting}")

    def _is_new(self) -> bool:
        mark = self.query("PRAGMA application_id")[0][0]
        version = self.query("PRAGMA user_version")[0][0]
        if mark == ddl.MARK and version > ddl.SCHEMA:
            raise StoreError(
                f"the store has schema {version}, this program knows up to {ddl.SCHEMA}",
                where=self.path,
                cure="use a newer knockon, or choose another --store",
            )
        if mark != ddl.MARK and self.query("SELECT count(*) FROM sqlite_master")[0][0]:
            cure = "choose another --store; this file was left as it is"
            raise StoreError("not a knockon store", where=self.path, cure=cure)
        return bool(mark != ddl.MARK)

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


class Embedded:
    """The store in one SQLite file; see `kg.graph.contract.Store` for what each verb gives."""

    def __init__(self, path: str) -> None:
        if path != ":memory:":
            try:
                Path(path).parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                cure = "choose another --store"
                raise StoreError(str(error.strerror), where=path, cure=cure) from error
        self._tables = Connection(path)
        self._keeping = Keeping(self._tables)

    @contextlib.contextmanager
    def _write(self) -> Iterator[None]:
        try:
            with self._tables.transaction():
                yield
        except BaseException:
            self._keeping.forget()
            raise

    def add(
        self,
        batch: Sequence[Resolved],
        *,
        known_from: str,
        steps: Callable[[str], None] = silent,
    ) -> Added:
        """Write stories with their claims; a story already there changes nothing."""
        moment = instant(known_from)
        with self._write():
            steps(STEPS[0])
            fresh = self._fresh(batch)
            kept = [keep(resolved, moment) for resolved in fresh]
            for resolved, record in zip(fresh, kept, strict=True):
                self._record(resolved, record)
            steps(STEPS[1])
            self._keeping.absorb(kept, steps)
            retracted = still_retracted(batch, gone(self._tables))
        steps(STEPS[-1])
        claims = sum(len(k.claims) for k in kept)
        return Added(len(fresh), len(batch) - len(fresh), claims, retracted)

    def _fresh(self, batch: Sequence[Resolved]) -> list[Resolved]:
        """The stories that are new, each once; another text under a known id is set aside."""
        ids = among({r.story.story_id for r in batch})
        sql = f"SELECT story_id, words FROM stories WHERE story_id IN {AMONG}"  # noqa: S608
        words: dict[str, str] = dict(self._tables.query(sql, ids))
        fresh: list[Resolved] = []
        for resolved in batch:
            story = resolved.story
            if story.story_id not in words:
                words[story.story_id] = _words(story)
                fresh.append(resolved)
            elif words[story.story_id] != _words(story):
                self._set_aside(other_text(story))
        return fresh

    def _record(self, resolved: Resolved, kept: Kept) -> None:
        story, key, put = resolved.story, resolved.story.story_id, self._tables.many
        text_id = digest(story.source.text, size=32)
        put(insert("texts", 2, "INSERT OR IGNORE"), [(text_id, story.source.text)])
        row = (*TOLD.write(kept.told), text_id, _words(story), bare(story))
        put(insert("stories", len(row)), [row])
        entities = [(key, *ENTITY.write(e)) for e in kept.entities]
        put(insert("entities", len(ENTITY.names) + 1), entities)
        put(insert("names", 4), [(key, *name) for name in kept.names])
        put(insert("mentions", 5), [(key, *m) for m in sorted(set(resolved.mentions))])
        refusals = [(key, *REFUSAL.write(r)) for r in kept.refusals]
        put(insert("refusals", len(REFUSAL.names) + 1), refusals)

    def has(self, story_ids: Sequence[str]) -> set[str]:
        """Which of these stories are already recorded, retracted or not."""
        sql = f"SELECT story_id FROM stories WHERE story_id IN {AMONG}"  # noqa: S608
        return {key for (key,) in self._tables.query(sql, among(set(story_ids)))}

    def story_ids(self) -> list[str]:
        """The id of every recorded story, retracted or not, sorted."""
        rows = self._tables.query("SELECT story_id FROM stories ORDER BY story_id")
        return [story_id for (story_id,) in rows]

    def story(self, story_id: str) -> Story | None:
        """The recorded story with its source text."""
        sql = 'SELECT record, "text" FROM stories JOIN texts USING (text_id) WHERE story_id = ?'
        rows = self._tables.query(sql, story_id)
        return whole(*rows[0]) if rows else None

    def mentions(
        self, *, node: str | None = None, story_id: str | None = None
    ) -> list[tuple[str, str, int, int, str]]:
        """Where things are named: (story_id, present node, start, end, surface), sorted."""
        return mentions_of(self._tables, node, story_id)

    def claims(self, *, node: str | None = None, story_id: str | None = None) -> Iterator[Claim]:
        """Recorded claims, ends under their present node, sorted by claim id."""
        return iter(claims_of(self._tables, node, story_id))

    def judge(self, judgement: Judgement) -> None:
        """Record a merge, split, retract or undo, once; see the contract for what is refused."""
        instant(judgement.made)
        with self._write():
            demand(judgement, self.story_ids())
            known = self.judgements()
            if judgement.judgement_id not in {j.judgement_id for j in known}:
                check([*known, judgement])
                before = gone(self._tables)
                row = JUDGEMENT.write(judgement)
                self._tables.many(insert("judgements", len(row)), [row])
                self._keeping.rejudge(before ^ gone(self._tables))

    def judgements(self) -> list[Judgement]:
        """Every judgement in the order made."""
        return sorted(judged(self._tables), key=lambda j: (instant(j.made), j.judgement_id))

    def set_aside(self, setback: Setback) -> None:
        """Remember an input that could not be read; replaced when it fails again."""
        with self._write():
            self._set_aside(setback)

    def _set_aside(self, setback: Setback) -> None:
        row = SETBACK.write(setback)
        self._tables.many(insert("setbacks", len(row), "INSERT OR REPLACE"), [row])

    def clear(self, where: str) -> None:
        """Forget a setback, since the input was read after all."""
        with self._write():
            self._tables.run('DELETE FROM setbacks WHERE "where" = ?', where)

    def setbacks(self) -> list[Setback]:
        """Inputs set aside and not yet read, sorted."""
        sql = f'SELECT {SETBACK.select("setbacks")} FROM setbacks ORDER BY "where"'  # noqa: S608
        return [SETBACK.read(row) for row in self._tables.query(sql)]

    def view(self, as_of: When | None = None, known_at: str | None = None) -> View:
        """The state graph, optionally as of a date and as known at a time."""
        if as_of is None and known_at is None:
            return TableView(self._tables)
        return derive(recorded(self._tables), self.judgements(), as_of, known_at)

    def rows(self) -> Iterator[dict[str, object]]:
        """The canonical export, sorted by story."""
        tables = self._tables
        for story_id in sorted(set(self.story_ids()) - gone(tables)):
            claims = claims_where(tables, "of_story = ?", story_id)
            yield from story_rows(claims, entities_in(tables, story_id))

    def rebuild(self) -> None:
        """Derive everything anew from what was recorded; changes no answer."""
        with self._write():
            self._keeping.rebuild()

    def close(self) -> None:
        """Release the store."""
        self._tables.close()


def _words(story: Story) -> str:
    return digest(story.text, size=32)
