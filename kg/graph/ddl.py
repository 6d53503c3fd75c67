"""The tables of the embedded store, derived from the records they hold.

A record's columns are its fields: a new field of a claim is a new column, with nothing to change
here but `SCHEMA`. What is `derived` can be dropped and rebuilt from the rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from decimal import Decimal
from typing import Any, Generic, NamedTuple, Protocol, TypeVar, get_type_hints

from kg.graph.state import Told
from schemas.base import Record
from schemas.claim import Claim, Entity, Refusal
from schemas.evidence import Setback
from schemas.judgement import Judgement
from schemas.when import When

SCHEMA = 5
"""The version of the tables; a file of a newer one is refused, an older one is migrated."""
MARK = 0x6B6E6F6B
"""SQLite's application id of a knockon store: "knok"."""

T = TypeVar("T")
Row = tuple[Any, ...]


class Tables(Protocol):
    """A connection to the tables, with errors already told as StoreError."""

    def query(self, sql: str, *args: object) -> list[Row]:
        """All rows of a query."""

    def run(self, sql: str, *args: object) -> None:
        """Carry out one statement."""

    def many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Carry out one statement for each row."""


class Coding(NamedTuple):
    """How a field's value stands in a column."""

    sql: str
    write: Callable[[Any], object]
    read: Callable[[Any], Any]


def _coding(hint: object) -> Coding:
    text = str(hint)
    if hint in (int, float):
        return Coding("INTEGER" if hint is int else "REAL", lambda v: v, lambda v: v)
    if "When" in text:
        return Coding("TEXT", lambda v: v and v.text, lambda v: v and When(text=v))
    if "Decimal" in text:
        return Coding("TEXT", lambda v: v if v is None else str(v), lambda v: v and Decimal(v))
    if text.startswith("tuple"):
        return Coding("TEXT", lambda v: json.dumps(v, ensure_ascii=False), json.loads)
    return Coding("TEXT", lambda v: v, lambda v: v)


class Columns(Generic[T]):
    """The columns of a record (or slotted dataclass): their DDL, and the way there and back."""

    def __init__(self, record: type[T]) -> None:
        self.record = record
        hints = get_type_hints(record)
        self.names = _fields(record)
        self._codings = [_coding(hints[name]) for name in self.names]
        self.ddl = ", ".join(
            f'"{n}" {c.sql}' for n, c in zip(self.names, self._codings, strict=True)
        )

    def select(self, table: str) -> str:
        """The columns for a SELECT."""
        return ", ".join(f'{table}."{name}"' for name in self.names)

    def write(self, record: T) -> Row:
        """The record as a row."""
        pairs = zip(self.names, self._codings, strict=True)
        return tuple([coding.write(getattr(record, name)) for name, coding in pairs])

    def read(self, row: Sequence[Any]) -> T:
        """The record of a row."""
        triples = zip(self.names, self._codings, row, strict=True)
        return self.record(**{name: coding.read(value) for name, coding, value in triples})


def _fields(record: type) -> list[str]:
    if issubclass(record, Record):
        return list(record.model_fields)
    return list(getattr(record, "__slots__", ()))


CLAIM, ENTITY, REFUSAL = Columns(Claim), Columns(Entity), Columns(Refusal)
JUDGEMENT, SETBACK, TOLD = Columns(Judgement), Columns(Setback), Columns(Told)

OF_STORY = '"of_story" TEXT NOT NULL REFERENCES stories(story_id)'

WORDS = "CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)"
"""Every end and type of an edge, by the number that stands for it in `arrows`."""
ARROWS = (
    "CREATE TABLE arrows (number INTEGER PRIMARY KEY AUTOINCREMENT, packed BLOB NOT NULL)"
)
"""All that the kernel reads of the edges, so that it never passes over the records."""
TURNS = "CREATE TABLE turns (write INTEGER PRIMARY KEY, content TEXT, arrow INTEGER NOT NULL)"
"""The last writes: the content that each left, and the last arrow of then."""
ERASED = (
    "CREATE TABLE erased (write INTEGER, edge_id TEXT, PRIMARY KEY (write, edge_id)) WITHOUT ROWID"
)
"""The edges that these writes took out."""
MARKED = (
    "CREATE TABLE marks (mark TEXT, of_story TEXT NOT NULL REFERENCES stories(story_id),"
    " PRIMARY KEY (mark, of_story)) WITHOUT ROWID"
)
"""What copies of a story are found by, see `kg.graph.copies`."""
ARROW = "arrow INTEGER NOT NULL DEFAULT 0"
LEAVING = "CREATE INDEX edges_head ON edges (head, type)"

DDL = (
    'CREATE TABLE texts (text_id TEXT PRIMARY KEY, "text" TEXT NOT NULL) WITHOUT ROWID',
    f"CREATE TABLE stories ({TOLD.ddl}, text_id TEXT NOT NULL REFERENCES texts,"
    " words TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (story_id))",
    MARKED,
    f"CREATE TABLE entities ({OF_STORY}, {ENTITY.ddl},"
    " PRIMARY KEY (of_story, node, label, name)) WITHOUT ROWID",
    f"CREATE TABLE names ({OF_STORY}, node TEXT, label TEXT, short TEXT,"
    " PRIMARY KEY (of_story, node, label, short)) WITHOUT ROWID",
    f'CREATE TABLE mentions ({OF_STORY}, node TEXT, "start" INTEGER, "end" INTEGER, surface TEXT,'
    ' PRIMARY KEY (of_story, node, "start", "end", surface)) WITHOUT ROWID',
    "CREATE INDEX mentions_node ON mentions (node)",
    f"CREATE TABLE refusals ({OF_STORY}, {REFUSAL.ddl})",
    "CREATE INDEX refusals_story ON refusals (of_story)",
    f"CREATE TABLE claims ({OF_STORY}, {CLAIM.ddl}, edge_id TEXT,"
    " PRIMARY KEY (of_story, claim_id))",
    "CREATE INDEX claims_head ON claims (head_node)",
    "CREATE INDEX claims_tail ON claims (tail_node)",
    "CREATE INDEX claims_edge ON claims (edge_id)",
    f"CREATE TABLE judgements ({JUDGEMENT.ddl}, PRIMARY KEY (judgement_id))",
    f'CREATE TABLE setbacks ({SETBACK.ddl}, PRIMARY KEY ("where"))',
    "CREATE TABLE books (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
    "INSERT INTO books VALUES ('recast', 0), ('turn', 0), ('writes', 0)",
    # derived: what `rebuild` makes anew
    "CREATE TABLE nodes (node TEXT PRIMARY KEY, now TEXT NOT NULL, facts TEXT NOT NULL,"
    " stamp INTEGER NOT NULL DEFAULT 0)",
    "CREATE INDEX nodes_now ON nodes (now)",
    "CREATE INDEX nodes_stamp ON nodes (stamp)",
    'CREATE TABLE keys ("key" TEXT, node TEXT, rank INTEGER NOT NULL,'
    ' PRIMARY KEY ("key", node)) WITHOUT ROWID',
    "CREATE TABLE edges (edge_id TEXT PRIMARY KEY, head TEXT, type TEXT, tail TEXT, record TEXT,"
    f" {ARROW})",
    LEAVING,
    "CREATE INDEX edges_tail ON edges (tail, type)",
    WORDS,
    ARROWS,
    TURNS,
    ERASED,
)


def create(tables: Tables) -> None:
    """Make the tables, in the transaction that is open."""
    for statement in DDL:
        tables.run(statement)
    tables.run(f"PRAGMA application_id = {MARK}")
    tables.run(f"PRAGMA user_version = {SCHEMA}")


def insert(table: str, count: int, how: str = "INSERT") -> str:
    """The statement that inserts rows of so many columns."""
    return f"{how} INTO {table} VALUES ({', '.join('?' * count)})"


# SQLite's JSON cuts a text at its first NUL; a private-use mark stands for it on the way.
_MARK, _NUL, _SELF = "\ue000", "\ue000\ue001", "\ue000\ue002"
AMONG = (
    f"(SELECT replace(replace(value, '{_NUL}', char(0)), '{_SELF}', '{_MARK}')"  # noqa: S608
    " FROM json_each(?))"
)
"""A list given as one JSON parameter: `WHERE node IN {AMONG}`."""


def among(values: Collection[str]) -> str:
    """The values as the parameter of `AMONG`."""
    told = json.dumps(sorted(values), ensure_ascii=False)
    if _MARK in told or "\\u0000" in told:
        marked = [v.replace(_MARK, _SELF).replace("\0", _NUL) for v in sorted(values)]
        told = json.dumps(marked, ensure_ascii=False)
    return told
