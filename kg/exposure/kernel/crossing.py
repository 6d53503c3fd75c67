"""One hop for many nodes at once: which masses arrive where, by which edge, in which channel.

Of parallel links between the same two nodes and channels the strongest counts, as in
`kg.exposure.links`; only edges marked as not alone are compared. Cost follows the edges met, and
of those only the ones that take up a channel which carries mass are looked at closely. Both ways
of travel are met first and treated as one, since a small hop costs what its calls cost. (`take`
and `nonzero` here, not brackets: they need half the time.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from kg.exposure.kernel.projection import Numbers, Projection, Real, Words
from kg.exposure.kernel.terms import ORDERED, Bound, Flags, Small, Table, is_reference
from kg.graph.packed import PARALLEL, STATUS, TYPE

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH = len(ORDERED)
BITS = np.array([1 << at for at in range(WIDTH)], dtype=np.uint8)
"""The bit that stands for each channel."""


class Met(NamedTuple):
    """Edges met from the nodes of a front, the first `ahead` of them in their own direction.

    `at` is the node's place in the front, `place` the edge's among those that leave or enter a
    node, `row` that of the type and way of travel in `Passing`. `takes` are the channels heard
    at the node that the edge takes up.
    """

    at: Table
    target: Numbers
    place: Table
    first: Words
    second: Words
    row: Table
    takes: Small
    ahead: int

    def edges(self, graph: Projection, which: Table) -> Numbers:
        """The numbers of some of them."""
        found = self.place.take(which)
        back = (which >= self.ahead).nonzero()[0]
        found[back] = graph.came.take(found.take(back))
        return found.astype(np.int32)


class Crossed(NamedTuple):
    """Crossings of the edges met: the edge's place among these, the step in `Passing`, factor."""

    met: Met
    of: Table
    step: Table
    factor: Real

    def those(self, which: Table) -> Crossed:
        """Some of them."""
        return Crossed(self.met, self.of.take(which), self.step.take(which),
                       self.factor.take(which))  # fmt: skip

    def told(self, bound: Bound) -> Crossings:
        """Column by column."""
        met, of, passing = self.met, self.of, bound.passing
        proxy = passing.proxy.take(self.step) | is_reference(met.first.take(of))
        return Crossings(
            met.at.take(of), met.target.take(of), passing.into.take(self.step).astype(np.uint8),
            passing.out.take(self.step).astype(np.uint8), self.factor,
            met.edges(bound.graph, of), of < met.ahead, proxy,
        )  # fmt: skip


class Crossings(NamedTuple):
    """Crossings of edges: from the front's place `at` to a target, channel to channel."""

    at: Table
    target: Numbers
    into: Small
    out: Small
    factor: Real
    edge: Numbers
    forward: Flags
    proxy: Flags

    def those(self, which: Table | slice) -> Crossings:
        """Some of them."""
        at, target, into, out, factor, edge, forward, proxy = self
        return Crossings(at[which], target[which], into[which], out[which], factor[which],
                         edge[which], forward[which], proxy[which])  # fmt: skip


def crossings(bound: Bound, front: Numbers, heard: Small) -> Crossed:
    """What carries the channels heard (a bit each) away from the nodes of the front."""
    passing, met = bound.passing, _meet(bound, front, heard)

    def edge(which: Table) -> Numbers:
        return met.edges(bound.graph, which)

    weight = bound.weigh(edge, met.first, met.second)
    bound.turn(weight, met.row, lambda which: front.take(met.at.take(which)), met.second)
    hits = [(bit.take(met.row) & met.takes).nonzero()[0] for bit in passing.bit]
    of = np.concatenate([*hits, np.zeros(0, dtype=np.int64)])
    step = met.row.take(of) * passing.most + np.repeat(np.arange(len(hits)), [*map(len, hits)])
    factor = weight.take(of) * passing.factor.take(step)
    scaled = passing.scaled.take(step).nonzero()[0]
    bound.scale(factor, scaled, lambda which: edge(of.take(scaled.take(which))),
                met.second.take(of.take(scaled)))  # fmt: skip
    found, good = Crossed(met, of, step, factor), factor.nonzero()[0]
    return _strongest(bound, found if len(good) == len(factor) else found.those(good))


def _meet(bound: Bound, front: Numbers, heard: Small) -> Met:
    """The edges of the front's nodes that take up what is heard there, either way of travel."""
    ahead, back = _along(bound, front, heard, 0), _along(bound, front, heard, 1)
    columns = [np.concatenate(both) for both in zip(ahead, back, strict=True)]
    return Met._make([*columns, len(ahead[0])])


def _along(bound: Bound, front: Numbers, heard: Small, against: int) -> tuple[NDArray[Any], ...]:
    """The columns of the edges met one way of travel."""
    way = bound.graph.in_ if against else bound.graph.out
    begin = way.start.take(front).astype(np.int64)
    many = way.start.take(front + 1) - begin
    at = np.repeat(np.arange(len(front)), many)
    place = (begin - (np.cumsum(many) - many)).take(at)
    place += np.arange(len(at))
    first = way.first.take(place)
    takes = bound.hears[against].take(first >> np.uint32(STATUS))
    takes &= heard.take(at)
    kept = takes.nonzero()[0]
    place, first = place.take(kept), first.take(kept)
    row = (first >> np.uint32(TYPE)).astype(np.int64)
    row *= 2
    row += against
    return (at.take(kept), way.other.take(place), place, first, way.second.take(place), row,
            takes.take(kept))  # fmt: skip


def _strongest(bound: Bound, all_: Crossed) -> Crossed:
    """Without those that a stronger parallel one outdoes; ties go to the lesser edge id."""
    met, passing = all_.met, bound.passing
    beside = (met.second.take(all_.of) & np.uint32(1 << PARALLEL)).nonzero()[0]
    if not len(beside):
        return all_
    of, step = all_.of.take(beside), all_.step.take(beside)
    place = (met.at.take(of) * WIDTH + passing.into.take(step)) * WIDTH + passing.out.take(step)
    key = place * len(bound.graph.nodes) + met.target.take(of)
    order = np.argsort(key)
    ranked = key.take(order)
    same = (ranked[1:] == ranked[:-1]).nonzero()[0]
    if not len(same):
        return all_
    rival = np.zeros(len(key), dtype=np.bool_)
    rival[order.take(same)] = rival[order.take(same + 1)] = True
    own = rival.nonzero()[0]
    beside, key = beside.take(own), key.take(own)
    identity = bound.graph.identity.take(met.edges(bound.graph, all_.of.take(beside)))
    order = np.lexsort((identity, -np.abs(all_.factor.take(beside)), key))
    ranked = key.take(order)
    kept = np.ones(len(all_.of), dtype=np.bool_)
    kept[beside.take(order[1:][ranked[1:] == ranked[:-1]])] = False
    return all_.those(kept.nonzero()[0])
