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


def arranged(
    nodes: Names, types: tuple[str, ...], told: Columns, countries: Numbers
) -> Projection:
    """The projection of these edges."""
    size = len(nodes)
    leave = _order(told.head)
    place = np.empty(len(leave), dtype=np.int32)
    place[leave] = np.arange(len(leave), dtype=np.int32)
    head, tail, first = told.head[leave], told.tail[leave], told.first[leave]
    second = told.second[leave]
    second |= _beside(head, tail, size).astype(np.uint32) << np.uint32(PARALLEL)
    enter = _order(tail)
    by_mark = np.argsort(told.mark, kind="stable")
    return Projection(
        nodes, types,
        Way(_starts(head, size), tail, first, second),
        Way(_starts(tail, size), head[enter], first[enter], second[enter]),
        enter,
        *_sparse(told.second, ODD, told.odd, place),
        *_sparse(told.second, SCALED, told.scaled, place),
        told.identity[leave], told.ids,
        told.mark[by_mark], place[told.edge[by_mark]], countries,
    )  # fmt: skip


def _order(ends: Numbers) -> Numbers:
    return np.argsort(ends, kind="stable").astype(np.int32)


def _starts(ends: Numbers, size: int) -> Numbers:
    start = np.zeros(size + 1, dtype=np.int32)
    np.cumsum(np.bincount(ends, minlength=size), out=start[1:])
    return start


def _sparse(second: Words, bit: int, values: Real, place: Numbers) -> tuple[Numbers, Real]:
    """The values of the edges that have the mark, by the edges' numbers, sorted."""
    at = place[np.flatnonzero(second >> np.uint32(bit) & 1)]
    order = np.argsort(at)
    return at[order], values[order]


def _beside(head: Numbers, tail: Numbers, size: int) -> NDArray[np.bool_]:
    """Which edges are not the only one between their ends, whichever way round."""
    pair = np.minimum(head, tail).astype(np.int64) * size + np.maximum(head, tail)
    order = np.argsort(pair, kind="stable")
    pair = pair[order]
    same = pair[1:] == pair[:-1]
    found = np.zeros(len(pair), dtype=np.bool_)
    found[order[1:][same]] = True
    found[order[:-1][same]] = True
    return found
