"""A shock pushed through a projection, hop by hop, each hop for all its nodes at once.

The same sum as `kg.exposure.spread`, in the same order of channels, in double precision: scores
agree with it to the order of additions (1e-12), and its bound on the error (`dropped`) holds.
Cost follows the nodes reached: nodes are numbered as they are met, nothing of the size of the
graph is touched but one array that is cleared where it was written.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from kg.exposure.factors import ORDER
from kg.exposure.kernel.crossing import WIDTH, Crossings, crossings
from kg.exposure.kernel.projection import Numbers, Real
from kg.exposure.kernel.terms import AT, Bound, Flags

_TRADE = np.array([AT[c] for c in ("supply", "demand", "price")])
Table = NDArray[np.int64]


@dataclass(slots=True)
class Reached:
    """Where the shock went: nodes by number, with score, channels touched and hops of each."""

    node: Numbers
    score: Real
    touched: Flags
    hops: NDArray[np.int64]
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
        new = nodes[place[nodes] < 0]
        if len(new):
            tried = np.arange(len(new), dtype=np.int32)
            place[new] = tried
            once = np.sort(new[place[new] == tried])
            place[once] = np.arange(known, known + len(once), dtype=np.int32)
            self.node = np.concatenate([self.node, once])
        return place[nodes]

    def close(self) -> None:
        """Give the array back, cleared where it was written."""
        self._place[self.node] = -1
        idle = self._idle[len(self._place)]
        if len(idle) < 2:  # enough for two questions at once
            idle.append(self._place)


@dataclass(slots=True)
class _State:
    raw: Real = field(default_factory=lambda: np.zeros((0, WIDTH)))
    score: Real = field(default_factory=lambda: np.zeros((0, WIDTH)))
    touched: Flags = field(default_factory=lambda: np.zeros((0, WIDTH), dtype=np.bool_))
    hops: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def grow(self, size: int, hop: int) -> None:
        more = size - len(self.hops)
        if more:
            self.raw = np.concatenate([self.raw, np.zeros((more, WIDTH))])
            self.score = np.concatenate([self.score, np.zeros((more, WIDTH))])
            self.touched = np.concatenate([self.touched, np.zeros((more, WIDTH), dtype=np.bool_)])
            self.hops = np.concatenate([self.hops, np.full(more, hop)])

    def settle(self, at: Table, arrived: Real, bound: Bound) -> Real:
        """Add what arrived at these nodes, let it act inside them; what changed after clipping."""
        changed = np.zeros_like(arrived)
        for channel in map(AT.__getitem__, ORDER):
            some = np.flatnonzero(arrived[:, channel])
            here = at[some]
            self.raw[here, channel] += arrived[some, channel]
            clipped = np.clip(self.raw[here, channel], -1.0, 1.0)
            moved = clipped - self.score[here, channel]
            self.score[here, channel] = clipped
            self.touched[here, channel] = True
            changed[some, channel] = moved
            for source, out, kappa in bound.kappa:
                if source == channel:
                    arrived[some, out] += kappa * moved
        return changed


def push(
    bound: Bound, entries: Iterable[tuple[int, str, float]], *, hops: int, epsilon: float
) -> Reached:
    """Push the entries (node, channel, size) through the projection, at most `hops` far."""
    slots, state = Slots(len(bound.graph.nodes)), _State()
    try:
        front, arrived = _gathered(slots, list(entries))
        dropped = 0.0
        for hop in range(hops + 1):
            state.grow(len(slots.node), hop)
            changed = state.settle(front, arrived, bound)
            if hop == hops or not len(front):
                break
            faint = np.abs(changed) <= epsilon
            dropped += float(np.abs(changed[faint]).sum())
            changed[faint] = 0.0
            front, arrived = _cross(bound, slots, slots.node[front], changed)
        return Reached(slots.node, state.score, state.touched, state.hops, dropped)
    finally:
        slots.close()


def _gathered(slots: Slots, entries: list[tuple[int, str, float]]) -> tuple[Table, Real]:
    nodes = slots.of(np.array([node for node, _, _ in entries], dtype=np.int32))
    arrived = np.zeros((len(slots.node), WIDTH))
    for at, (_, channel, size) in zip(nodes.tolist(), entries, strict=True):
        arrived[at, AT[channel]] += size  # type: ignore[index]
    return np.arange(len(slots.node)), arrived


def _cross(bound: Bound, slots: Slots, nodes: Numbers, mass: Real) -> tuple[Table, Real]:
    """What the changes send one hop on: the nodes that it meets, and what arrives there."""
    active = mass != 0
    active[np.ix_(np.flatnonzero(np.isin(nodes, bound.stays)), _TRADE)] = False
    going = np.flatnonzero(active.any(axis=1))
    crossed = crossings(bound, nodes[going], active[going])
    place = slots.of(crossed.target)
    sent = mass[going[crossed.at], crossed.into] * crossed.factor
    arrived = np.bincount(place * WIDTH + crossed.out, sent, len(slots.node) * WIDTH)
    met = np.zeros(len(slots.node), dtype=np.bool_)
    met[place] = True
    front = np.flatnonzero(met)
    return front, arrived.reshape(-1, WIDTH)[front].astype(np.float64)  # whole numbers if none


def leaving(bound: Bound, nodes: Numbers, *, sort: bool = True) -> Crossings:
    """All crossings that leave these nodes, sorted by node, target and channels if wanted."""
    active = np.ones((len(nodes), WIDTH), dtype=np.bool_)
    active[np.ix_(np.flatnonzero(np.isin(nodes, bound.stays)), _TRADE)] = False
    found = crossings(bound, nodes, active)
    order = np.lexsort((found.out, found.into, found.target, found.at)) if sort else slice(None)
    return found.those(order)
