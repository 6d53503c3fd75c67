"""The terms of a calculation as tables: what an edge of a type, status and age lets through.

Compiled once from a `Links`; applied to the edges that a question meets. Arithmetic is that of
`kg.exposure.links`, in the same order and in double precision, so that ties fall alike.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.exposure.kernel.projection import Numbers, Projection, Real, Words
from kg.graph.packed import (
    CONFIDENCE,
    DAY,
    MILLION,
    ODD,
    REFERENCE,
    SCALED,
    SIGN,
    STATUS,
    TYPE,
    cite,
    scale_of,
)
from kg.graph.state import SIGNED
from schemas.base import CHANNELS, STATUSES, edge_types

if TYPE_CHECKING:
    from kg.exposure.links import Links
    from schemas.base import Channel, Edge

ORDERED: tuple[Channel, ...] = tuple(sorted(CHANNELS))
"""Channels by number, in the order of their names: links of a node are sorted by them."""
AT = {channel: at for at, channel in enumerate(ORDERED)}
MONTH = 30.4375
Flags = NDArray[np.bool_]
Small = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Passing:
    """The transmissions of every (type, way of travel), `2 x type + (0 with, 1 against)`.

    The k-th of row r goes from channel `into[r, k]` to `out[r, k]` by `factor[r, k]`, times the
    edge's scale where `scaled`; it is a group's word alone where `proxy`. `many` counts them,
    `hears` has a bit for each channel that a row takes up.
    """

    many: Small
    hears: Small
    into: Small
    out: Small
    factor: Real
    scaled: Flags
    proxy: Flags


@dataclass(frozen=True, slots=True)
class Bound:
    """A projection under one set of terms: all that a push needs."""

    graph: Projection
    passing: Passing
    gamma_status: Real
    half_life: Real
    signed: Flags
    kappa: tuple[tuple[int, int, float], ...]
    today: int | None
    least: float
    evidenced: bool
    points: tuple[Numbers, Real]
    stays: Numbers
    wrong: tuple[Numbers, Real]

    def weigh(self, edge: Numbers, first: Words, second: Words) -> Real:
        """The edges' weights: gamma x status x confidence x age; 0 where one does not count."""
        sure = (first & np.uint32(CONFIDENCE)) / MILLION
        _fill(sure, edge, second >> np.uint32(ODD) & 1 > 0, (self.graph.odd_at, self.graph.odd))
        if len(self.wrong[0]):
            _fill(sure, edge, np.isin(edge, self.wrong[0]), self.wrong)
        weight: Real = self.gamma_status[first >> np.uint32(STATUS) & 7] * sure
        if self.today is not None:
            weight *= self._age(self.today, first >> np.uint32(TYPE), second & np.uint32(DAY))
        if self.least > 0:
            weight[sure < self.least] = 0.0
        return weight

    def _age(self, today: int, kind: Words, day: Words) -> Real:
        life = self.half_life[kind]
        months = np.maximum((today - day.astype(np.int64)) / MONTH, 0.0)
        return np.where((day > 0) & (life > 0), np.exp2(-months / np.where(life > 0, life, 1)), 1.0)

    def scale(self, edge: Numbers, second: Words) -> Real:
        """The edges' shares, stakes or weights."""
        found = np.ones(len(edge))
        _fill(found, edge, second >> np.uint32(SCALED) & 1 > 0,
              (self.graph.scaled_at, self.graph.scaled))  # fmt: skip
        return found

    def turn(self, node: Numbers, kind: NDArray[np.int64], second: Words) -> Real | float:
        """How edges with a sign of their own turn what leaves the node; 1 for all others."""
        own = np.flatnonzero(self.signed[kind])
        if not len(own):
            return 1.0
        turned, points = np.ones(len(node)), np.full(len(own), -1.0)
        _fill(points, node[own], np.isin(node[own], self.points[0]), self.points)
        stated = np.array([0.0, 1.0, -1.0, 0.0])[second[own] >> np.uint32(SIGN) & 3]
        turned[own] = stated * points
        return turned


def _fill(
    into: Real, number: Numbers, where: Flags, table: tuple[Numbers, Real]
) -> None:
    """Put the table's values in where its numbers stand."""
    if where.any():
        into[where] = table[1][np.searchsorted(table[0], number[where])]


Judge = Callable[[Numbers], Real]


def bind(links: Links, graph: Projection, judge: Judge) -> Bound:
    """The links' terms for this projection.

    `judge` gives the confidence that is left of edges which cite a claim taken as wrong.
    """
    factors, kinds = links.factors, edge_types()
    of = [kinds.get(name) for name in graph.types]
    today = links.view.as_of.last() if links.view.as_of else None
    pointing = {n: float(s) for k, s in links.signs.items()
                if (n := graph.nodes.number(k)) is not None}  # fmt: skip
    about = graph.nodes.numbers(links.about)
    cited = [graph.citing_claim(cite(c)) for c in sorted(links.without)]
    wrong = np.unique(np.concatenate(cited)) if cited else np.zeros(0, dtype=np.int32)
    order = ((a, b, k) for (a, b), k in factors.kappa.items())
    return Bound(
        graph=graph,
        passing=_passing(links, of, graph.types),
        gamma_status=np.array([factors.gamma * factors.status[s] for s in STATUSES]),
        half_life=np.array([(k.half_life or 0.0) if k else 0.0 for k in of]),
        signed=np.array([name in SIGNED for name in graph.types], dtype=np.bool_),
        kappa=tuple((AT[a], AT[b], k) for a, b, k in order),
        today=today.toordinal() if today else None,
        least=links.min_confidence,
        evidenced=links.evidenced,
        points=(np.array(sorted(pointing), dtype=np.int32),
                np.array([pointing[n] for n in sorted(pointing)])),
        stays=np.setdiff1d(graph.countries, about),
        wrong=(wrong, judge(wrong) if len(wrong) else np.zeros(0)),
    )  # fmt: skip


def fits(types: tuple[str, ...]) -> bool:
    """Whether the tables can say what these types transmit: one scale a type, one way once."""
    for name in types:
        kind = edge_types().get(name)
        given = kind.transmissions if kind else ()
        ways = {(t.travel, t.into, t.out) for t in given}
        if len({t.scale for t in given if t.scale}) > 1 or len(ways) < len(given):
            return False
    return True


def _passing(links: Links, kinds: list[type[Edge] | None], names: tuple[str, ...]) -> Passing:
    from kg.exposure.links import travelling

    rows = [
        [] if kind is None or kind.evidence else list(travelling(kind, forward=forward))
        for kind in kinds for forward in (True, False)
    ]  # fmt: skip
    size = len(rows), max(map(len, rows), default=0)
    into, out = np.zeros(size, dtype=np.uint8), np.zeros(size, dtype=np.uint8)
    factor, scaled = np.zeros(size), np.zeros(size, dtype=np.bool_)
    proxy = np.zeros(size, dtype=np.bool_)
    for r, row in enumerate(rows):
        for k, given in enumerate(row):
            into[r, k], out[r, k] = AT[given.into], AT[given.out]
            factor[r, k] = links.factors.crossing(names[r // 2], given)
            scaled[r, k] = bool(given.scale) and given.scale == scale_of(names[r // 2])
            proxy[r, k] = given.proxy
    hears = [sum({1 << AT[t.into] for t in row}) for row in rows]
    return Passing(np.array([len(r) for r in rows], dtype=np.uint8),
                   np.array(hears, dtype=np.uint8), into, out, factor, scaled, proxy)  # fmt: skip


def is_reference(first: Words) -> Flags:
    """Which edges rest on reference data."""
    return first >> np.uint32(REFERENCE) & 1 > 0
