"""The embedded store's edges once more, as bytes with numbered ends: what the kernel reads.

They stand in the order in which they were written, apart from the records, so that a graph of
millions of edges is read in a second. A number is never given twice. Bias: what cannot be told
apart from a change is taken for one.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

from kg.graph import packed as packing
from kg.graph.ddl import AMONG, Tables, among
from kg.graph.packed import Grown, Packed, Row, framed, named, words_in

__all__ = ["give", "mark", "note", "pages", "since", "take"]

KEPT = 1000
"""Writes that are remembered: who knows an earlier content reads everything anew."""

# SQLite joins bytes as it joins texts, and hands them over as they are: tests hold it to that.
_BUNDLE = (
    "SELECT max(number), group_concat(length(packed)), CAST(group_concat(packed, '') AS BLOB)"
    " FROM (SELECT number, packed FROM arrows WHERE number > ? ORDER BY number LIMIT ?)"
)


def give(tables: Tables, rows: Sequence[Row]) -> range:
    """Write edges that have no number, and give the number of each."""
    numbers = _numbers(tables, words_in(rows))
    first = _last(tables) + 1
    given = range(first, first + len(rows))
    told = [(number, framed(row, numbers)) for number, row in zip(given, rows, strict=True)]
    tables.many("INSERT INTO arrows VALUES (?, ?)", told)
    return given


def take(tables: Tables, edge_ids: Collection[str]) -> list[str]:
    """Take out the bytes of these edges, while the edges are still there; which of them are."""
    sql = f"SELECT edge_id, arrow FROM edges WHERE edge_id IN {AMONG}"  # noqa: S608
    found = tables.query(sql, among(edge_ids)) if edge_ids else []
    tables.many("DELETE FROM arrows WHERE number = ?", [(arrow,) for _, arrow in found])
    return [edge_id for edge_id, _ in found]


def note(tables: Tables, write: int, erased: Iterable[str]) -> None:
    """Note that the write takes these edges out."""
    rows = [(write, edge_id) for edge_id in erased]
    tables.many("INSERT OR IGNORE INTO erased VALUES (?, ?)", rows)


def mark(tables: Tables, write: int, content: str) -> None:
    """Note what is there at the end of a write; what was long ago is forgotten."""
    row = (write, content, _last(tables))
    tables.many("INSERT OR REPLACE INTO turns VALUES (?, ?, ?)", [row])
    for table in ("turns", "erased"):
        tables.run(f"DELETE FROM {table} WHERE write <= ?", write - KEPT)  # noqa: S608


def pages(tables: Tables) -> Iterator[Packed]:
    """Every edge, a page at a time, then all words: there are never fewer than edges need."""
    yield from _bundles(tables, 0)
    yield Packed(tables.query("SELECT number, word FROM words ORDER BY word"), (), b"")


def since(tables: Tables, content: str) -> Grown | None:
    """What was taken out and what was written since that content; None where it is not known."""
    sql = "SELECT edge_id FROM erased WHERE write > ?"
    for write, arrow in tables.query("SELECT write, arrow FROM turns WHERE content = ?", content):
        erased = [edge_id for (edge_id,) in tables.query(sql, write)]
        return Grown(erased, _later(tables, arrow), _last(tables) - arrow)
    return None


def _later(tables: Tables, number: int) -> Iterator[Packed]:
    """The edges of a higher number, a page at a time, then their words."""
    met: set[int] = set()
    for page in _bundles(tables, number):
        for end, length in zip(accumulate(page.length), page.length, strict=True):
            met.update(named(page.packed, end - length))
        yield page
    sql = "SELECT number, word FROM words WHERE number IN (SELECT value FROM json_each(?))"
    yield Packed(tables.query(sql, json.dumps(sorted(met))), (), b"")


def _bundles(tables: Tables, last: int) -> Iterator[Packed]:
    while True:
        ((upto, lengths, packed),) = tables.query(_BUNDLE, last, packing.PAGE)
        if upto is None:
            return
        last = upto
        yield Packed((), array("I", json.loads(f"[{lengths}]")), packed)


def _last(tables: Tables) -> int:
    """The highest number that was ever given."""
    rows = tables.query("SELECT seq FROM sqlite_sequence WHERE name = 'arrows'")
    return rows[0][0] if rows else 0


def _numbers(tables: Tables, words: AbstractSet[str]) -> dict[str, int]:
    """The number of each word; those that are new get one."""
    sql = f"SELECT word, number FROM words WHERE word IN {AMONG}"  # noqa: S608
    known: dict[str, int] = dict(tables.query(sql, among(words)))
    new = sorted(words - known.keys())
    if new:
        tables.many("INSERT INTO words (word) VALUES (?)", [(word,) for word in new])
        known |= dict(tables.query(sql, among(new)))
    return known
