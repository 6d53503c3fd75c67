"""Hops woven into one web that runs from left to right, with a column for every thing.

A thing's column is its longest way from the left. Bias: a hop that would close a circle is turned
round where it carries no shock, and left out (and counted) where it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.draw.answer.plot import Wire

HIGHEST = 30
"""Cards of one column: what still fits on a page."""


class Web:
    """Wires that close no circle; grows by whole paths, within `limit` things."""

    def __init__(self, limit: int) -> None:
        """An empty web."""
        self.limit = limit
        self.wires: dict[tuple[str, str, str, bool], Wire] = {}
        self.nodes: dict[str, None] = {}

    def add(self, path: Sequence[Wire], *, turn: bool = False) -> bool:
        """Take the path in if it fits; `turn` its hops round rather than close a circle."""
        nodes, wires = dict(self.nodes), dict(self.wires)
        for wire in path:
            kept = _turned(wire, wires.values()) if turn else wire
            wires[kept.key] = _merged(wires[kept.key], kept) if kept.key in wires else kept
            nodes |= {kept.start: None, kept.end: None}
        columns = layers(nodes, wires.values())
        if columns is None or len(nodes) > self.limit or _high(columns) > HIGHEST:
            return False
        self.nodes, self.wires = nodes, wires
        return True

    def columns(self) -> dict[str, int]:
        """The column of every node."""
        return layers(self.nodes, self.wires.values()) or {}


def layers(nodes: Iterable[str], wires: Iterable[Wire]) -> dict[str, int] | None:
    """Each node's longest way from the left; None where the wires run in a circle."""
    before: dict[str, set[str]] = {node: set() for node in nodes}
    for wire in wires:
        before[wire.end].add(wire.start)
    column: dict[str, int] = {}
    while len(column) < len(before):
        free = [n for n, need in before.items() if n not in column and need <= column.keys()]
        if not free:
            return None
        column |= {n: 1 + max((column[b] for b in before[n]), default=-1) for n in free}
    return column


def _high(columns: dict[str, int]) -> int:
    every = list(columns.values())
    return max(map(every.count, set(every)), default=0)


def _turned(wire: Wire, wires: Iterable[Wire]) -> Wire:
    """The wire, read from its other end where it would lead back to where it comes from."""
    onward: dict[str, set[str]] = {}
    for other in wires:
        onward.setdefault(other.start, set()).add(other.end)
    reached, front = {wire.end}, [wire.end]
    while front:
        new = onward.get(front.pop(), set()) - reached
        reached |= new
        front += sorted(new)
    if wire.start not in reached:
        return wire
    return replace(wire, start=wire.end, end=wire.start, forward=not wire.forward)


def _merged(one: Wire, other: Wire) -> Wire:
    """Two hops over one edge: the stronger, mixed where they bring opposite signs."""
    first, second = (one, other) if one.strength >= other.strength else (other, one)
    more = tuple(c for c in second.claims if c not in first.claims)
    kind = first.kind if first.kind == second.kind else "mixed"
    return replace(first, kind=kind, claims=first.claims + more)
