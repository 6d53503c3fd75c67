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
Table = NDArray[np.int64]
Edges = Callable[[Table], Numbers]
Nodes = Callable[[Table], Numbers]
CODES = 1 << 32 - STATUS
"""How many values the upper bits of the first word have: type, reference, status."""


@dataclass(frozen=True, slots=True)
class Passing:
    """The transmissions of every (type, way of travel), row `2 x type + (0 with, 1 against)`.

    A row has `most` of them, and the k-th of row r is step `r x most + k`: it goes from channel
    `into` to `out` by `factor`, times the edge's scale where `scaled`; it is a group's word alone
    where `proxy`. `bit[k]` has for each row the bit of the channel that its k-th takes up, none
    where that carries nothing under these terms.
    """

    most: int
    bit: Small
    into: Table
    out: Table
    factor: Real
    scaled: Flags
    proxy: Flags


@dataclass(frozen=True, slots=True)
class Bound:
    """A projection under one set of terms: all that a push needs.

    By the upper bits of an edge's first word (type, reference, status): `level` is gamma times
    the status's factor, and `hears[way]` has a bit for each channel that such an edge takes up.
    """

    graph: Projection
    passing: Passing
    level: Real
    hears: Small
    half_life: Real
    signed: Flags
    kappa: tuple[tuple[int, int, float], ...]
    today: int | None
    least: float
    points: tuple[Numbers, Real]
    stays: Numbers
    wrong: tuple[Numbers, Real]

    def weigh(self, edge: Edges, first: Words, second: Words) -> Real:
        """The edges' weights: gamma x status x confidence x age; 0 where one does not count.

        `edge` gives the numbers of those of them that are asked for.
        """
        sure: Real = (first & np.uint32(CONFIDENCE)) / MILLION
        if len(self.graph.odd_at):
            _fill(sure, edge, _marked(second, ODD), (self.graph.odd_at, self.graph.odd))
        if len(self.wrong[0]):
            all_ = edge(np.arange(len(first)))
            _fill(sure, edge, np.isin(all_, self.wrong[0]).nonzero()[0], self.wrong)
        weight: Real = self.level.take(first >> np.uint32(STATUS)) * sure
        if self.today is not None:
            weight *= self._age(self.today, first >> np.uint32(TYPE), second & np.uint32(DAY))
        if self.least > 0:
            weight[sure < self.least] = 0.0
        return weight

    def _age(self, today: int, kind: Words, day: Words) -> Real:
        life = self.half_life[kind]
        months = np.maximum((today - day.astype(np.int64)) / MONTH, 0.0)
        return np.where((day > 0) & (life > 0), np.exp2(-months / np.where(life > 0, life, 1)), 1.0)

    def scale(self, factor: Real, where: Table, edge: Edges, second: Words) -> None:
        """Multiply the factors at these places by the shares, stakes or weights of their edges.

        `edge` and `second` are those of the places, one for one.
        """
        own = _marked(second, SCALED)
        if len(own):
            at = np.searchsorted(self.graph.scaled_at, edge(own))
            factor[where.take(own)] *= self.graph.scaled.take(at)

    def turn(self, weight: Real, row: Table, node: Nodes, second: Words) -> None:
        """Turn the weights of edges with a sign of their own as what leaves their node points.

        `node` gives the nodes that those of them which are asked for are crossed from.
        """
        own = self.signed.take(row).nonzero()[0]
        if not len(own):
            return
        points, nodes = np.full(len(own), -1.0), node(own)
        at = np.isin(nodes, self.points[0]).nonzero()[0]
        points[at] = self.points[1].take(np.searchsorted(self.points[0], nodes[at]))
        weight[own] *= np.array([0.0, 1.0, -1.0, 0.0])[second[own] >> np.uint32(SIGN) & 3] * points


def _marked(second: Words, bit: int) -> Table:
    """Where the second word has that mark."""
    found: Table = (second & np.uint32(1 << bit)).nonzero()[0]
    return found


def _fill(into: Real, edge: Edges, where: Table, table: tuple[Numbers, Real]) -> None:
    """Put the table's values in at these places."""
    if len(where):
        into[where] = table[1].take(np.searchsorted(table[0], edge(where)))


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
    passing = _passing(links, of, graph.types)
    order = ((a, b, k) for (a, b), k in factors.kappa.items())
    return Bound(
        graph=graph,
        passing=passing,
        level=_levels(links),
        hears=_heard(passing, evidenced=links.evidenced),
        half_life=np.array([(k.half_life or 0.0) if k else 0.0 for k in of]),
        signed=np.repeat([name in SIGNED for name in graph.types], 2).astype(np.bool_),
        kappa=tuple((AT[a], AT[b], k) for a, b, k in order),
        today=today.toordinal() if today else None,
        least=links.min_confidence,
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
    most = max(map(len, rows), default=0)
    size = len(rows) * most
    bit = np.zeros((most, len(rows)), dtype=np.uint8)
    into, out = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    factor, scaled = np.zeros(size), np.zeros(size, dtype=np.bool_)
    proxy = np.zeros(size, dtype=np.bool_)
    for r, row in enumerate(rows):
        for k, given in enumerate(row):
            step = r * most + k
            into[step], out[step] = AT[given.into], AT[given.out]
            factor[step] = links.factors.crossing(names[r // 2], given)
            scaled[step] = bool(given.scale) and given.scale == scale_of(names[r // 2])
            proxy[step] = given.proxy
            if factor[step] and not (given.proxy and links.evidenced):
                bit[k, r] = 1 << AT[given.into]
    return Passing(most, bit, into, out, factor, scaled, proxy)


def _levels(links: Links) -> Real:
    """Gamma times the status's factor, by the upper bits of the first word."""
    level = np.zeros(8)
    level[: len(STATUSES)] = [links.factors.gamma * links.factors.status[s] for s in STATUSES]
    return np.tile(level, CODES // len(level))


def _heard(passing: Passing, *, evidenced: bool) -> Small:
    """What edges take up, with and against their direction, by the upper bits of the first word."""
    code = np.arange(CODES, dtype=np.uint32) << np.uint32(STATUS)
    rows: Small = np.bitwise_or.reduce(passing.bit, axis=0, initial=0)
    rows = np.concatenate([rows, np.zeros(2 * CODES, dtype=np.uint8)])  # for numbers of no type
    kind = (code >> np.uint32(TYPE)).astype(np.int64)
    found = np.stack([rows[2 * kind], rows[2 * kind + 1]])
    found[:, evidenced & is_reference(code)] = 0
    return found


def is_reference(first: Words) -> Flags:
    """Which edges rest on reference data."""
    return first >> np.uint32(REFERENCE) & 1 > 0
