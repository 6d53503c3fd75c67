"""The state graph as arrays: nodes and edges by number, compressed rows for both ways of travel.

An edge stands twice, beside the node that it leaves and beside the one that it enters, in 12 and
16 bytes; with the starts of the rows that is about 30 bytes an edge in memory. Which edge it was
(8 bytes) and which claims it cites (12 bytes a claim) is looked up only for a few, and stays on
disk where the projection comes from the cache. Terms (factors, dates, least confidence) are not
folded in: they are applied to what a question meets. Bias: the arrays hold what the store says
and nothing that a question assumes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.exposure.kernel.names import Names
from kg.graph.packed import ODD, PARALLEL, SCALED

Words = NDArray[np.uint32]
Numbers = NDArray[np.int32]
Real = NDArray[np.float64]
Wide = NDArray[np.uint64]


class Way(NamedTuple):
    """The edges in one direction of travel: those of node n are start[n] to start[n + 1].

    `other` is the far end, `first` and `second` the two words of `kg.graph.packed`.
    """

    start: Numbers
    other: Numbers
    first: Words
    second: Words


class Columns(NamedTuple):
    """Edges in any order, by the numbers of their ends; `first` holds the number of the type.

    `odd` and `scaled` are the numbers of those edges whose words say that they have one. `mark`
    and `edge` are the claims cited, each with the place of the edge that cites it.
    """

    head: Numbers
    tail: Numbers
    first: Words
    second: Words
    odd: Real
    scaled: Real
    identity: Wide
    ids: Names | None
    mark: Wide
    edge: NDArray[np.int64]

    @classmethod
    def none(cls) -> Columns:
        """No edges."""
        ends, words = np.zeros(0, dtype=np.int32), np.zeros(0, dtype=np.uint32)
        real, wide = np.zeros(0), np.zeros(0, dtype=np.uint64)
        return cls(ends, ends, words, words, real, real, wide, None, wide, ends.astype(np.int64))


@dataclass(frozen=True, slots=True)
class Projection:
    """A state graph in arrays; an edge's number is its place among those that leave a node.

    `came` are the numbers of the edges in the order in which they enter a node. `odd` and `scaled`
    list the edges whose confidence or scale stands in full. `identity` is an edge's id: its
    place among all ids if `ids` names them, else the id itself as a number. `countries` are nodes.
    """

    nodes: Names
    types: tuple[str, ...]
    out: Way
    in_: Way
    came: Numbers
    odd_at: Numbers
    odd: Real
    scaled_at: Numbers
    scaled: Real
    identity: Wide
    ids: Names | None
    cited: Wide
    citing: Numbers
    countries: Numbers

    @property
    def edges(self) -> int:
        """How many edges there are."""
        return len(self.came)

    def id_of(self, edge: int) -> str:
        """The edge's id."""
        own = int(self.identity[edge])
        return self.ids[own] if self.ids else f"{own:016x}"

    def head_of(self, edge: int) -> str:
        """The node that the edge leaves."""
        return self.nodes[int(np.searchsorted(self.out.start, edge, side="right")) - 1]

    def citing_claim(self, mark: bytes) -> Numbers:
        """The edges that cite the claim of that mark (`kg.graph.packed.cite`)."""
        key = np.frombuffer(mark, dtype="<u8")[0]
        low = int(np.searchsorted(self.cited, key))
        high = int(np.searchsorted(self.cited, key, side="right"))
        return self.citing[low:high]

    def size(self) -> int:
        """Bytes that a calculation reads: all but names, ids and citations."""
        held = (*self.out, *self.in_, self.came, self.odd_at, self.odd, self.scaled_at, self.scaled)
        return sum(array.nbytes for array in held)


class Arrows(NamedTuple):
    """Edges in the order of their heads and, for each head, of their ids."""

    head: Numbers
    tail: Numbers
    first: Words
    second: Words
    identity: Wide

    def at(self, places: NDArray[np.bool_] | NDArray[np.int64]) -> Arrows:
        """Those of these places."""
        head, tail, first, second, identity = self
        return Arrows(head[places], tail[places], first[places], second[places], identity[places])

    def with_(self, others: Arrows, at: NDArray[np.int64]) -> Arrows:
        """Those and the others, each before the edge of that place."""
        return Arrows(
            np.insert(self.head, at, others.head),
            np.insert(self.tail, at, others.tail),
            np.insert(self.first, at, others.first),
            np.insert(self.second, at, others.second),
            np.insert(self.identity, at, others.identity),
        )


class Marks(NamedTuple):
    """What few edges have, by the edges' numbers, and who cites what, by the claims' marks."""

    odd_at: Numbers
    odd: Real
    scaled_at: Numbers
    scaled: Real
    cited: Wide
    citing: Numbers


class Known(NamedTuple):
    """What the numbers of a projection's nodes, types and ids stand for; its countries."""

    nodes: Names
    types: tuple[str, ...]
    ids: Names | None
    countries: Numbers


def arranged(
    nodes: Names, types: tuple[str, ...], told: Columns, countries: Numbers
) -> Projection:
    """The projection of these edges: the same arrays, whatever order they come in.

    The edges of a node stand in the order of their ids; those that enter it in the order of the
    nodes that they leave; who cites what in the order of the edges.
    """
    leave = ordered(told.head, np.argsort(told.identity))
    place = np.empty(len(leave), dtype=np.int32)
    place[leave] = np.arange(len(leave), dtype=np.int32)
    head, tail, second = told.head[leave], told.tail[leave], told.second[leave]
    second |= beside(head, tail, len(nodes)) << np.uint32(PARALLEL)
    order = np.argsort(told.mark)
    return assembled(
        Known(nodes, types, told.ids, countries),
        Arrows(head, tail, told.first[leave], second, told.identity[leave]),
        Marks(
            *sparse(place[places(told.second, ODD)], told.odd),
            *sparse(place[places(told.second, SCALED)], told.scaled),
            *settled(told.mark[order], place[told.edge[order]]),
        ),
    )


def assembled(known: Known, edges: Arrows, marks: Marks) -> Projection:
    """The projection of edges that stand in order."""
    head, tail, first, second, identity = edges
    size, enter = len(known.nodes), ordered(edges.tail)
    return Projection(
        nodes=known.nodes,
        types=known.types,
        out=Way(_starts(head, size), tail, first, second),
        in_=Way(_starts(tail, size), head[enter], first[enter], second[enter]),
        came=enter,
        identity=identity,
        ids=known.ids,
        countries=known.countries,
        **marks._asdict(),
    )


_HALF = 16


def ordered(ends: Numbers, order: NDArray[np.int64] | None = None) -> Numbers:
    """The stable order of these numbers, from that order on: by halves, which NumPy counts out."""
    low = ends.astype(np.uint16) if order is None else ends[order].astype(np.uint16)
    step = np.argsort(low, kind="stable")
    order = step if order is None else order[step]
    if len(ends) and ends.max() >> _HALF:
        high = (ends >> _HALF).astype(np.uint16)
        order = order[np.argsort(high[order], kind="stable")]
    return order.astype(np.int32)


def settled(mark: Wide, citing: Numbers) -> tuple[Wide, Numbers]:
    """Sorted marks, and for each who cites it, put in order where there are several."""
    same = np.flatnonzero(mark[1:] == mark[:-1])
    shared = np.unique(np.concatenate([same, same + 1]))
    citing[shared] = citing[shared][np.lexsort((citing[shared], mark[shared]))]
    return mark, citing


def _starts(ends: Numbers, size: int) -> Numbers:
    start = np.zeros(size + 1, dtype=np.int32)
    np.cumsum(np.bincount(ends, minlength=size), out=start[1:])
    return start


def places(second: Words, bit: int) -> NDArray[np.int64]:
    """The edges that have the mark."""
    return np.flatnonzero(second >> np.uint32(bit) & 1)


def sparse(at: Numbers, values: Real) -> tuple[Numbers, Real]:
    """The values of these edges, by the edges' numbers, sorted."""
    order = np.argsort(at)
    return at[order], values[order]


def beside(head: Numbers, tail: Numbers, size: int) -> Words:
    """1 for each edge that is not the only one between its ends, whichever way round."""
    pair = np.minimum(head, tail).astype(np.int64) * size + np.maximum(head, tail)
    order = np.argsort(pair)
    pair = pair[order]
    same = pair[1:] == pair[:-1]
    found = np.zeros(len(pair), dtype=np.uint32)
    found[order[1:][same]] = 1
    found[order[:-1][same]] = 1
    return found
