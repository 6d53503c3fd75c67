"""Cypher on any store: checked, asked within limits, answered as plain values.

One way for both engines: the words are looked at first (`guard`), then the engine says itself
whether the query only reads, and only then it is asked. Bias: what either doubts is refused.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from kg.graph.cypher.cells import plain
from kg.graph.cypher.guard import PROCEDURES, QueryRefused, demand_read
from schemas.errors import StoreError

if TYPE_CHECKING:
    from kg.graph.bolt import Link

__all__ = ["Answer", "Limits", "QueryRefused", "ask", "demand_plan",]

_DOING = ("LoadCSV", "Show", "Terminate", "Transaction", "Foreach", "Command")
"""What the operators of a plan begin with that do more than read the graph."""


class Limits(NamedTuple):
    """How long a query may take, in seconds, and how many rows are given."""

    seconds: float = 60.0
    most: int = 1000


class Answer(NamedTuple):
    """Columns and rows of plain values; `more` where there were further rows."""

    columns: list[str]
    rows: list[list[object]]
    more: bool = False

    def maps(self) -> list[dict[str, object]]:
        """Each row by the names of its columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


Second = Callable[["Link", str, Mapping[str, object]], None]


def demand_plan(link: Link, query: str, values: Mapping[str, object]) -> None:
    """QueryRefused unless the server itself plans to do nothing but read."""
    with _sendable():
        plan = link.plan(query, values)
    if plan.sort != "r":
        raise QueryRefused(f"the server would not only read (it says {plan.sort or 'nothing'!r})")
    for name, details in plan.operators:
        if name.startswith(_DOING) or (name == "ProcedureCall" and not _may(details)):
            raise QueryRefused(f"the server would carry out {name} {details}".strip())


def _may(details: str) -> bool:
    return details.partition("(")[0].strip().casefold() in PROCEDURES


def ask(
    link: Link,
    query: str,
    values: Mapping[str, object] | None = None,
    *,
    limits: Limits = Limits(),  # noqa: B008  (a constant)
    second: Second = demand_plan,
) -> Answer:
    """What the query gives; QueryRefused unless words and engine (`second`) say that it reads."""
    given = dict(values or {})
    query = demand_read(query)
    second(link, query, given)
    with _sendable():
        columns, rows, more = link.read(query, given, seconds=limits.seconds, most=limits.most)
    return Answer(columns, [[plain(cell) for cell in row] for row in rows], more)


def change(
    link: Link, query: str, values: Mapping[str, object], *, limits: Limits = Limits()  # noqa: B008
) -> tuple[Answer, dict[str, int]]:
    """What a query that may write gives, and how much it changed; nothing is looked at first."""
    with _sendable():
        seconds, most = limits
        columns, rows, changed = link.change(query, values, seconds=seconds, most=most)
    return Answer(columns, [[plain(cell) for cell in row] for row in rows]), changed


@contextlib.contextmanager
def _sendable() -> Iterator[None]:
    """A value that Bolt cannot carry, such as a number of 65 bits, told as what it is."""
    try:
        yield
    except (OverflowError, TypeError, ValueError) as error:
        raise StoreError(f"a parameter cannot be sent ({error})") from error
