"""A shock pushed through a projection, hop by hop, each hop for all its nodes at once.

The same sum as `kg.exposure.spread`, in the same order of channels, in double precision: scores
agree with it to the order of additions (1e-12), and its bound on the error (`dropped`) holds.
Cost follows the nodes reached: nodes are numbered as they are met, nothing of the size of the
graph is touched but one array that is cleared where it was written. A hop works on all nodes met
so far, channel by channel: masses that lie side by side cost less than choosing among them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from kg.exposure.factors import ORDER
from kg.exposure.kernel.crossing import BITS, WIDTH, Crossings, crossings
from kg.exposure.kernel.projection import Numbers, Real
from kg.exposure.kernel.terms import AT, Bound, Flags, Small, Table

_TRADE = np.array([AT[c] for c in ("supply", "demand", "price")])
_ALL, _NO_TRADE = np.uint8(BITS.sum()), np.uint8(BITS.sum() - BITS[_TRADE].sum())


@dataclass(slots=True)
class Reached:
    """Where the shock went: nodes by number, with score, channels touched and hops of each."""

    node: Numbers
    score: Real
    touched: Flags
    hops: Table
    dropped: float


class Slots:
    """Small numbers for the nodes of one push; arrays as long as the graph are used again."""

    _idle: dict[int, list[Numbers]] = {}  # shared on purpose, by length

    def __init__(self, size: int) -> None:
        idle = self._idle.setdefault(size, [])
        self._place = idle.pop() if idle else np.full(size, -1, dtype=np.int32)
        self.node: Numbers = np.zeros(0, dtype=np.int32)

    def of(self, nodes: Numbers) -> Numbers:
        """The small number of each node; new ones get the next ones, in order of node."""
        place, known = self._place, len(self.node)
        found = place.take(nodes)
        fresh = (found < 0).nonzero()[0]
        if len(fresh):
            new = nodes.take(fresh)
            tried = np.arange(len(new), dtype=np.int32)
            place[new] = tried
            once = np.sort(new.take((place.take(new) == tried).nonzero()[0]))
            place[once] = np.arange(known, known + len(once), dtype=np.int32)
            self.node = np.concatenate([self.node, once])
            found[fresh] = place.take(new)
        return found

    def among(self, nodes: Numbers) -> Numbers:
        """The small numbers of those of these nodes that were met."""
        found = self._place.take(nodes)
        return found.take((found >= 0).nonzero()[0])

    def close(self) -> None:
        """Give the array back, cleared where it was written."""
        self._place[self.node] = -1
        idle = self._idle[len(self._place)]
        if len(idle) < 2:  # enough for two questions at once
            idle.append(self._place)


def _channels() -> Real:
    return np.zeros((WIDTH, 0))


@dataclass(slots=True)
class _State:
    """Of the nodes met so far, channels x nodes: the sums before and after clipping."""

    raw: Real = field(default_factory=_channels)
    score: Real = field(default_factory=_channels)
    touched: Flags = field(default_factory=lambda: np.zeros((WIDTH, 0), dtype=np.bool_))
    hops: Table = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def grow(self, size: int, hop: int) -> None:
        more = size - len(self.hops)
        if more:
            none = np.zeros((WIDTH, more))
            self.raw = np.concatenate([self.raw, none], axis=1)
            self.score = np.concatenate([self.score, none], axis=1)
            self.touched = np.concatenate([self.touched, none.astype(np.bool_)], axis=1)
            self.hops = np.concatenate([self.hops, np.full(more, hop)])

    def settle(self, arrived: Real, bound: Bound) -> Real:
        """Add what arrived, let it act inside the nodes; what changed after clipping."""
        changed = np.zeros_like(arrived)
        for at in map(AT.__getitem__, ORDER):
            mass = arrived[at]
            here = mass != 0
            if not here.any():
                continue
            self.touched[at] |= here
            self.raw[at] += mass
            clipped = self.raw[at].clip(-1.0, 1.0)
            moved = np.subtract(clipped, self.score[at], out=changed[at])
            self.score[at] = clipped
            for source, out, kappa in bound.kappa:
                if source == at:
                    arrived[out] += kappa * moved
        return changed


def push(
    bound: Bound, entries: Iterable[tuple[int, str, float]], *, hops: int, epsilon: float
) -> Reached:
    """Push the entries (node, channel, size) through the projection, at most `hops` far."""
    slots, state = Slots(len(bound.graph.nodes)), _State()
    try:
        arrived = _gathered(slots, list(entries))
        dropped = 0.0
        for hop in range(hops + 1):
            state.grow(len(slots.node), hop)
            changed = state.settle(arrived, bound)
            if hop == hops:
                break
            size = np.abs(changed)
            active = size > epsilon
            dropped += float(size.sum(where=~active))
            active[_TRADE[:, None], slots.among(bound.stays)] = False
            heard = np.bitwise_or.reduce(active * BITS[:, None], axis=0)
            going = heard.nonzero()[0]
            if not len(going):
                break
            arrived = _cross(bound, slots, going, heard.take(going), changed)
        return Reached(slots.node, state.score.T, state.touched.T, state.hops, dropped)
    finally:
        slots.close()


def _gathered(slots: Slots, entries: list[tuple[int, str, float]]) -> Real:
    nodes = slots.of(np.array([node for node, _, _ in entries], dtype=np.int32))
    arrived = np.zeros((WIDTH, len(slots.node)))
    for at, (_, channel, size) in zip(nodes.tolist(), entries, strict=True):
        arrived[AT[channel], at] += size  # type: ignore[index]
    return arrived


def _cross(bound: Bound, slots: Slots, going: Table, heard: Small, mass: Real) -> Real:
    """What the changes at these nodes send one hop on: what arrives, at every node met by then."""
    met, of, step, factor = crossings(bound, slots.node.take(going), heard)
    source = bound.passing.into.take(step)
    source *= mass.shape[1]
    source += going.take(met.at.take(of))
    factor *= mass.ravel().take(source)
    target = slots.of(met.target.take(of))
    size = len(slots.node)
    place = bound.passing.out.take(step)
    place *= size
    place += target
    arrived = np.bincount(place, factor, WIDTH * size).reshape(WIDTH, size)
    return arrived.astype(np.float64, copy=False)  # whole numbers if nothing arrived


def leaving(bound: Bound, nodes: Numbers, *, sort: bool = True) -> Crossings:
    """All crossings that leave these nodes, sorted by node, target and channels if wanted."""
    heard = np.full(len(nodes), _ALL)
    heard[np.isin(nodes, bound.stays)] = _NO_TRADE
    found = crossings(bound, nodes, heard).told(bound)
    if not sort:
        return found
    return found.those(np.lexsort((found.out, found.into, found.target, found.at)))
