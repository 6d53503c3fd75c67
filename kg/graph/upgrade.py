"""The embedded store's tables of earlier versions, brought up to date step by step.

All steps run in the one transaction that is open. Bias: what a step can derive from the records
is derived anew rather than believed.
"""

from __future__ import annotations

from kg.graph import arrows
from kg.graph.booked import whole
from kg.graph.copies import marks
from kg.graph.ddl import (
    ARROW,
    ARROWS,
    ERASED,
    LEAVING,
    MARKED,
    SCHEMA,
    TURNS,
    WORDS,
    Tables,
    insert,
)
from kg.graph.packed import pack
from kg.graph.state import told
from schemas.answer import StateEdge

__all__ = ["MARKS", "migrate", "remark"]

MARKS = 5
"""The version whose tables know copies that differ a little."""
AT_ONCE = 5000
"""Edges written anew together."""

MIGRATIONS = {
    2: (
        "CREATE TABLE books (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO books VALUES ('recast', 0), ('writes', 0)",
        "ALTER TABLE nodes ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX nodes_stamp ON nodes (stamp)",
    ),
    3: (
        "INSERT INTO books VALUES ('turn', random())",
        "ALTER TABLE edges ADD COLUMN packed BLOB NOT NULL DEFAULT x''",
    ),
    4: (
        "DROP INDEX edges_head",
        "ALTER TABLE edges DROP COLUMN packed",
        f"ALTER TABLE edges ADD COLUMN {ARROW}",
        LEAVING,
        WORDS,
        ARROWS,
        TURNS,
        ERASED,
    ),
    5: (MARKED, "UPDATE books SET value = random() WHERE name = 'turn'"),
}
"""What makes tables of the version before into those of this one, but for what edges hold."""


def migrate(tables: Tables, version: int) -> None:
    """Bring tables of that version up to date, in the transaction that is open."""
    for step in range(version + 1, SCHEMA + 1):
        for statement in MIGRATIONS[step]:
            tables.run(statement)
        if step == 4:
            _redraw(tables)
    tables.run(f"PRAGMA user_version = {SCHEMA}")


def _redraw(tables: Tables) -> None:
    """Write every edge once more as the kernel reads it, a page at a time."""
    last, sql = "", "SELECT edge_id, record FROM edges WHERE edge_id > ? ORDER BY 1 LIMIT ?"
    while page := tables.query(sql, last, AT_ONCE):
        edges = [StateEdge.model_validate_json(record) for _, record in page]
        packed = [(e.head, e.type, e.tail, e.edge_id, pack(e)) for e in edges]
        rows = zip(arrows.give(tables, packed), [e.edge_id for e in edges], strict=True)
        tables.many("UPDATE edges SET arrow = ? WHERE edge_id = ?", list(rows))
        last = page[-1][0]


def remark(tables: Tables) -> set[str]:
    """Make every story's body and marks anew; gives the stories: what they support is weighed anew.

    For tables of before version 5. The bodies are read off the texts.
    """
    found: dict[str, str] = {}
    sql = 'SELECT story_id, record, "text" FROM stories JOIN texts USING (text_id) WHERE rowid = ?'
    for (row,) in tables.query("SELECT rowid FROM stories ORDER BY story_id"):
        for story_id, record, text in tables.query(sql, row):
            found[story_id] = told(whole(record, text), "").body
    written = [(body, story_id) for story_id, body in found.items()]
    tables.many("UPDATE stories SET body = ? WHERE story_id = ?", written)
    rows = [(mark, s) for s, body in found.items() for mark in sorted(marks(body))]
    tables.many(insert("marks", 2), rows)
    return set(found)
