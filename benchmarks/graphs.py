"""Made-up state graphs of any size over all state edge types, with the same shape at each size.

Things live in markets (an industry in a region) of about a thousand; nine edges of ten stay in
one, the tenth leads anywhere. Ends are drawn by a power law, within a market and in the world:
the k-th most popular of n has a share in proportion to k to the power of -0.7, so that degrees
fall off with an exponent of about 2.4 (supply networks: 2.2 to 2.6). Countries, exchanges,
indices, industries and places are few, and their degrees grow with the graph. `far=1.0` makes a
world without markets, where four hops reach nearly everything. Five edges a node; the same seed
gives the same graph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.exposure.factors import Factors, key
from kg.exposure.kernel.names import Names
from kg.exposure.kernel.projection import Columns, Numbers, Projection, arranged
from kg.exposure.kernel.terms import Bound, bind
from kg.exposure.links import Links
from kg.graph.packed import MILLION, SCALED, SIGN, STATUS, TYPE, scale_of
from kg.graph.state import SIGNED
from kg.graph.view import GraphView
from schemas.answer import StateEdge, Support
from schemas.base import STATUSES, Edge, edge_types, state_edges
from schemas.evidence import digest
from schemas.when import When

SHARES = {
    "Firm": 0.62, "Person": 0.1, "Product": 0.1, "Policy": 0.04, "Deal": 0.04, "Place": 0.04,
    "Commodity": 0.02, "Agency": 0.02, "Industry": 0.01, "Portfolio": 0.01,
}  # fmt: skip
FIXED = {"Country": 200, "Exchange": 60, "Index": 100, "Indicator": 100}
"""Things of which there is no more in a bigger graph."""
STEEP = 1 / (1 - 0.7)
MARKET = 1000
"""Things of one market."""
FAR = 0.1
"""Share of the edges that lead into the world."""
FEW = 0.3
"""Least share of a label in the ends of a type that joins things to places, markets or acts."""
Flags = NDArray[np.bool_]
PER_NODE = 5
STATUS_SHARES = (0.7, 0.1, 0.05, 0.07, 0.05, 0.01, 0.01, 0.01)
DAY = "2025-06-09"
STARTS = 100
NOW = GraphView({}, {}, (), ())
"""A view of now, for its clock alone."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A graph's columns: ends and types by number, confidence in hundredths, status, sign."""

    labels: tuple[str, ...]
    begin: NDArray[np.int64]
    types: tuple[str, ...]
    head: NDArray[np.int32]
    tail: NDArray[np.int32]
    type: NDArray[np.uint8]
    sure: NDArray[np.uint32]
    status: NDArray[np.uint32]
    sign: NDArray[np.uint32]
    scale: NDArray[np.float64]

    def node(self, number: int) -> str:
        """The node's id: numbers are in the order of ids."""
        at = int(np.searchsorted(self.begin, number, side="right")) - 1
        return f"{self.labels[at].lower()}:{number:09d}"


def drawn(edges: int, *, far: float = FAR, seed: int = 7) -> Drawn:
    """A graph of about so many edges (loops and repetitions are left out)."""
    chance = np.random.default_rng(seed)
    nodes = edges // PER_NODE
    sizes = {k: max(int(nodes * s), 3) for k, s in SHARES.items()}
    sizes |= {k: min(n, max(nodes // 50, 3)) for k, n in FIXED.items()}
    labels = tuple(sorted(sizes, key=str.lower))
    begin = np.concatenate([[0], np.cumsum([sizes[k] for k in labels])])
    kinds = [k for k in state_edges() if set(k.head) & set(sizes) and set(k.tail) & set(sizes)]
    ends = _Ends(chance, sizes, far)
    share = np.array([_weight(kind) for kind in kinds])
    many = (share / share.sum() * edges).astype(int)
    heads, tails = zip(*map(ends.draw, kinds, many.tolist()), strict=True)
    type_ = np.repeat(np.arange(len(kinds), dtype=np.uint8), many)
    head, tail = np.concatenate(heads), np.concatenate(tails)
    key = (head.astype(np.int64) * begin[-1] + tail) * 256 + type_
    once = np.sort(np.unique(key, return_index=True)[1])
    once = once[head[once] != tail[once]]
    head, tail, type_ = head[once], tail[once], type_[once]
    count = len(once)
    scaled = np.array([bool(scale_of(k.TYPE)) for k in kinds])[type_]
    signed = np.array([k.TYPE in SIGNED for k in kinds])[type_]
    return Drawn(
        labels, begin, tuple(k.TYPE for k in kinds), head, tail, type_,
        chance.integers(50, 100, count, dtype=np.uint32),
        chance.choice(len(STATUSES), count, p=STATUS_SHARES).astype(np.uint32),
        np.where(signed, chance.integers(1, 3, count), 0).astype(np.uint32),
        np.where(scaled, chance.integers(1, 100, count) / 100, 1.0),
    )  # fmt: skip


def downhill(graph: Drawn) -> Drawn:
    """The edges that lead from a lesser number to a greater: a graph without rings."""
    kept = np.flatnonzero(graph.head < graph.tail)
    columns = "head", "tail", "type", "sure", "status", "sign", "scale"
    return replace(graph, **{name: getattr(graph, name)[kept] for name in columns})


def _weight(kind: type[Edge]) -> float:
    """How common a type is: trade and places more than courts and policies."""
    common = {"SUPPLIES": 6.0, "DEPENDS_ON": 3.0, "PRODUCES": 3.0, "LOCATED_IN": 3.0,
              "IN_INDUSTRY": 3.0, "OWNS": 3.0, "LEADS": 2.0, "COMPETES_WITH": 2.0}  # fmt: skip
    return common.get(kind.TYPE, 1.0)


class _Ends:
    """Draws the ends of edges: a market, then a thing in it, now and then one far away."""

    def __init__(self, chance: np.random.Generator, sizes: dict[str, int], far: float) -> None:
        self._chance, self._sizes, self._far = chance, sizes, far
        self._labels = sorted(sizes, key=str.lower)
        first = np.concatenate([[0], np.cumsum([sizes[k] for k in self._labels])])
        self._first = dict(zip(self._labels, first.tolist(), strict=False))
        self._markets = max(sum(sizes.values()) // MARKET, 1)

    def draw(self, kind: type[Edge], many: int) -> tuple[Numbers, Numbers]:
        """The heads and tails of so many edges of the kind."""
        market = self._chance.integers(0, self._markets, many)
        world = self._chance.random(many) < self._far
        floor = 0.0 if "Firm" in kind.tail else FEW
        heads = self._side(kind.head, market, np.zeros(many, dtype=np.bool_), floor)
        return heads, self._side(kind.tail, market, world, floor)

    def _side(
        self, allowed: tuple[str, ...], market: NDArray[np.int64], world: Flags, floor: float
    ) -> Numbers:
        known = [k for k in allowed if k in self._sizes]
        weight = np.array([self._sizes[k] for k in known], dtype=float)
        weight = np.maximum(weight, floor * weight.sum())
        which = self._chance.choice(len(known), len(market), p=weight / weight.sum())
        first = np.array([self._first[k] for k in known])[which]
        size = np.array([self._sizes[k] for k in known])[which]
        # The things of market m are those whose number within the label is m modulo the markets;
        # a label with fewer things than markets shares them out.
        popular = self._chance.random(len(market)) ** STEEP
        rank = np.floor(np.maximum(size // self._markets, 1) * popular).astype(np.int64)
        anywhere = np.floor(size * popular).astype(np.int64) * 7919
        place = np.where(world, anywhere, rank * self._markets + market) % size
        return (first + place).astype(np.int32)


def projection(graph: Drawn) -> Projection:
    """The arrays of the graph, without a store."""
    count = len(graph.head)
    first = graph.sure * np.uint32(MILLION // 100) | graph.status << np.uint32(STATUS)
    first |= graph.type.astype(np.uint32) << np.uint32(TYPE)
    day = When(text=DAY).last()
    second = np.full(count, day.toordinal() if day else 0, dtype=np.uint32)
    scaled = graph.scale != 1.0
    second |= graph.sign << np.uint32(SIGN) | scaled.astype(np.uint32) << np.uint32(SCALED)
    told = Columns(
        graph.head, graph.tail, first, second, np.zeros(0), graph.scale[scaled],
        np.arange(count, dtype=np.uint64), None,
        np.arange(count, dtype=np.uint64), np.arange(count),
    )  # fmt: skip
    at = graph.labels.index("Country")
    countries = np.arange(graph.begin[at], graph.begin[at + 1], dtype=np.int32)
    return arranged(_names(graph), graph.types, told, countries)


def _names(graph: Drawn) -> Names:
    parts, lengths = [], []
    for at, label in enumerate(graph.labels):
        low, high = int(graph.begin[at]), int(graph.begin[at + 1])
        text = f"{label.lower()}:"
        rows = np.empty((high - low, len(text) + 9), dtype=np.uint8)
        rows[:, : len(text)] = np.frombuffer(text.encode(), dtype=np.uint8)
        number = np.arange(low, high)
        for digit in range(9):
            rows[:, len(text) + 8 - digit] = 48 + number // 10**digit % 10
        parts.append(rows.ravel())
        lengths.append(np.full(high - low, rows.shape[1]))
    start = np.concatenate([[0], np.cumsum(np.concatenate(lengths))])
    return Names(np.concatenate(parts), start)


def state(graph: Drawn) -> Iterator[StateEdge]:
    """The graph's edges as the store draws them, each on the word of one claim."""
    seen = When(text=DAY)
    for at in range(len(graph.head)):
        head, tail = graph.node(int(graph.head[at])), graph.node(int(graph.tail[at]))
        type_, mark = graph.types[graph.type[at]], (None, "+", "-")[graph.sign[at]]
        name = scale_of(type_)
        status = STATUSES[graph.status[at]]
        cited = Support(
            claim_id=f"{at:016x}", story_id=f"{at // 5:016x}", quote="It was said so.", start=0,
            end=15, publisher="The Ledger", published=DAY, status=status,
        )  # fmt: skip
        yield StateEdge(
            edge_id=digest("edge", head, type_, tail, mark or ""), head=head, type=type_,
            tail=tail, status=status, sign=mark, confidence=int(graph.sure[at]) / 100,
            last_attested=seen, claims=(cited,),
            more=((name, repr(float(graph.scale[at]))),) if name else (),
        )  # fmt: skip


@cache
def built(count: int, far: float = FAR) -> tuple[Drawn, Projection]:
    """A graph of that size and its arrays, made once."""
    made = drawn(count, far=far)
    return made, projection(made)


def bound(graph: Projection, factors: Factors | None = None) -> Bound:
    """The default terms, or others, evidence alone, as a question has them."""
    links = Links(NOW, factors or Factors(), evidenced=True)
    return bind(links, graph, lambda wrong: np.zeros(len(wrong)))


def starts(made: Drawn, graph: Projection) -> list[int]:
    """Firms drawn at random among those that have an edge."""
    at = made.labels.index("Firm")
    firms = np.arange(made.begin[at], made.begin[at + 1])
    edges = np.diff(graph.out.start)[firms] + np.diff(graph.in_.start)[firms]
    return [int(n) for n in np.random.default_rng(3).choice(firms[edges > 0], STARTS)]


def without_rings(edges: int) -> tuple[Drawn, Projection, Bound]:
    """A graph whose crossings lead from a lesser number to a greater: its walks are paths."""
    made = downhill(drawn(edges))
    graph = projection(made)
    against = {
        key(kind.TYPE, given): 0.0
        for kind in edge_types().values()
        for given in kind.transmissions
        if kind.symmetric or given.travel == "against"
    }
    return made, graph, bound(graph, Factors(changed=against))
