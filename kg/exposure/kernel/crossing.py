"""One hop for many nodes at once: which masses arrive where, by which edge, in which channel.

Of parallel links between the same two nodes and channels the strongest counts, as in
`kg.exposure.links`; only edges marked as not alone are compared. Cost follows the edges met, and
of those only the ones whose type takes up a channel that carries mass are looked at closely.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.exposure.kernel.projection import Numbers, Real, Way, Words
from kg.exposure.kernel.terms import ORDERED, Bound, Flags, Small, is_reference
from kg.graph.packed import PARALLEL

Rows = NDArray[np.int64]
WIDTH = len(ORDERED)
_KINDS = ("i8", "i4", "u1", "u1", "f8", "i4", "?", "?")
_TOP = 3 if sys.byteorder == "little" else 0  # the byte of a word that holds the type
_BITS = np.array([1 << at for at in range(WIDTH)], dtype=np.uint8)


class Met(NamedTuple):
    """Edges met from the nodes of a front: `at` is the node's place in the front.

    `row` is that of the type and way of travel in `Passing`.
    """

    at: Rows
    target: Numbers
    edge: Numbers
    first: Words
    second: Words
    row: Rows

    def those(self, which: Rows | Flags) -> Met:
        """Some of them."""
        at, target, edge, first, second, row = self
        return Met(at[which], target[which], edge[which], first[which], second[which], row[which])


class Crossings(NamedTuple):
    """Crossings of edges: from the front's place `at` to a target, channel to channel."""

    at: Rows
    target: Numbers
    into: Small
    out: Small
    factor: Real
    edge: Numbers
    forward: Flags
    proxy: Flags

    def those(self, which: Rows | Flags | slice) -> Crossings:
        """Some of them."""
        at, target, into, out, factor, edge, forward, proxy = self
        return Crossings(at[which], target[which], into[which], out[which], factor[which],
                         edge[which], forward[which], proxy[which])  # fmt: skip


Found = tuple[Crossings, Flags]


def crossings(bound: Bound, front: Numbers, active: Flags) -> Crossings:
    """What carries the active channels (front x channels) away from the nodes of the front."""
    heard = active @ _BITS
    found = [
        one for forward in (True, False)
        for one in _of(bound, front, active, heard, forward=forward)
    ]  # fmt: skip
    if not found:
        return Crossings(*(np.zeros(0, dtype=kind) for kind in _KINDS))
    columns = zip(*(all_ for all_, _ in found), strict=True)
    beside = np.flatnonzero(np.concatenate([mark for _, mark in found]))
    return _strongest(bound, Crossings(*map(np.concatenate, columns)), beside)


def _strongest(bound: Bound, all_: Crossings, beside: Rows) -> Crossings:
    """Without those that a stronger parallel one outdoes; ties go to the lesser edge id."""
    if not len(beside):
        return all_
    place = (all_.at[beside] * WIDTH + all_.into[beside]) * WIDTH + all_.out[beside]
    key = place * len(bound.graph.nodes) + all_.target[beside]
    order = np.argsort(key)
    same = key[order][1:] == key[order][:-1]
    if not same.any():
        return all_
    rivals = np.zeros(len(key), dtype=np.bool_)
    rivals[order[1:][same]] = rivals[order[:-1][same]] = True
    beside, key = beside[rivals], key[rivals]
    identity = bound.graph.identity[all_.edge[beside]]
    order = np.lexsort((identity, -np.abs(all_.factor[beside]), key))
    kept = np.ones(len(all_.at), dtype=np.bool_)
    kept[beside[order[1:][key[order][1:] == key[order][:-1]]]] = False
    return all_.those(kept)


def _meet(bound: Bound, front: Numbers, heard: Small, *, forward: bool) -> Met:
    """The edges of the front's nodes whose type takes up what is heard there."""
    way: Way = bound.graph.out if forward else bound.graph.in_
    begin = way.start[front].astype(np.int64)
    many = way.start[front + 1] - begin
    at = np.repeat(np.arange(len(front)), many)
    place = np.arange(len(at)) + np.repeat(begin - (np.cumsum(many) - many), many)
    kind = way.first.view(np.uint8)[_TOP::4][place]  # the type alone, before anything else is read
    takes = bound.passing.hears[0 if forward else 1 :: 2][kind]
    kept = np.flatnonzero(takes & heard[at])
    place = place[kept]
    edge = place.astype(np.int32) if forward else bound.graph.came[place]
    row = 2 * kind[kept].astype(np.int64) + (not forward)
    return Met(at[kept], way.other[place], edge, way.first[place], way.second[place], row)


def _of(bound: Bound, front: Numbers, active: Flags, heard: Small, *, forward: bool) -> list[Found]:
    """The crossings one way of travel, each with whether its edge has others beside it."""
    passing, met = bound.passing, _meet(bound, front, heard, forward=forward)
    weight = bound.weigh(met.edge, met.first, met.second)
    weight *= bound.turn(front[met.at], met.row // 2, met.second)
    keep = (weight != 0) & ~is_reference(met.first) if bound.evidenced else weight != 0
    met, weight = met.those(keep), weight[keep]
    some = np.arange(len(weight))
    found: list[Found] = []
    for k in range(passing.into.shape[1]):
        some = some[passing.many[met.row[some]] > k] if k else some
        hit = some[active[met.at[some], passing.into[met.row[some], k]]]
        found.append(_crossed(bound, met.those(hit), weight[hit], k, forward=forward))
    return found


def _crossed(bound: Bound, met: Met, factor: Real, k: int, *, forward: bool) -> Found:
    """What the k-th transmission of each edge's type carries."""
    passing, row = bound.passing, met.row
    factor = factor * passing.factor[row, k]
    scaled = np.flatnonzero(passing.scaled[row, k])
    if len(scaled):
        factor[scaled] *= bound.scale(met.edge[scaled], met.second[scaled])
    proxy = passing.proxy[row, k]
    good = (factor != 0) & ~proxy if bound.evidenced else factor != 0
    if not good.all():
        met, row, factor, proxy = met.those(good), row[good], factor[good], proxy[good]
    beside = (met.second >> np.uint32(PARALLEL) & 1) > 0
    return (
        Crossings(met.at, met.target, passing.into[row, k], passing.out[row, k], factor,
                  met.edge, np.full(len(row), forward), proxy | is_reference(met.first)),
        beside,
    )  # fmt: skip
