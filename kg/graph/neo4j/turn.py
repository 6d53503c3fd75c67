"""A link to a Neo4j store and what the running write has touched so far: all parts share it.

Bias: what a write has not surely left alone is settled anew.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from kg.graph.bolt import Link
from kg.graph.ledger import slices
from schemas.base import edge_types, state_edges
from schemas.errors import SchemaError
from schemas.judgement import Judgement

T = TypeVar("T")
AT_ONCE = 10_000
"""Rows in one statement."""
BYTES = 8_000_000
"""Characters of source text in one statement."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


class Turn(threading.local):
    """What the write that this thread carries out has done: cleared at its start."""

    def __init__(self) -> None:
        self.running = False
        self.begin(0, 0)

    def begin(self, stamp: int, recast: int) -> None:
        """A write starts, or starts again."""
        self.stamp, self.recast = stamp, recast
        self.before: dict[str, str] = {}
        self.touched: set[str] = set()
        self.fresh: set[str] = set()
        self.anew = self.judged = False
        self.judgements: list[Judgement] | None = None


class Part:
    """A part of the ledger: it asks through the link, and notes what the write touches."""

    def __init__(self, link: Link, turn: Turn) -> None:
        self._link, self._turn = link, turn

    def _rows(self, query: str, rows: Iterable[object], **values: object) -> list[dict[str, Any]]:
        """What the query gives for all these `$rows`, asked in slices."""
        found: list[dict[str, Any]] = []
        for part in slices(rows, AT_ONCE):
            found += self._link.rows(query, rows=part, **values)
        return found

    def _run(self, query: str, rows: Iterable[object], **values: object) -> None:
        """Carry out the query for all these `$rows`, in slices."""
        for part in slices(rows, AT_ONCE):
            self._link.run(query, rows=part, **values)


def typed(type_: str) -> str:
    """The state edge type as it stands in a query; SchemaError if the vocabulary lacks it."""
    kind = edge_types().get(type_)
    if kind is None or kind.evidence or not _NAME.fullmatch(type_):
        raise SchemaError(f"not a type of state edge: {type_!r}", cure="load what defines it")
    return type_


def state_types() -> tuple[str, ...]:
    """Every type of state edge as it stands in a query, sorted."""
    return tuple(sorted(typed(kind.TYPE) for kind in state_edges()))


def by_size(rows: Sequence[T], sizes: Iterable[int], most: int) -> Iterable[Sequence[T]]:
    """The rows in runs of at most so much text (one alone may have more)."""
    first = total = 0
    for at, size in enumerate(sizes):
        total += size
        if total > most and at > first:
            yield rows[first:at]
            first, total = at, size
    if first < len(rows):
        yield rows[first:]
