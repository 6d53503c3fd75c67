"""Which places can still lead to the things that an answer shows, and how strongly at best.

For every place (node and channel) that a push met: the largest product of factors over the ways
from it, within so many hops, into one of the ends. Where a trail's score times that is below the
floor, nothing of it will be shown. Bias: a place of which too little is known counts as leading
anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kg.exposure.factors import ORDER
from kg.exposure.kernel.crossing import WIDTH, Crossings
from kg.exposure.kernel.names import Names
from kg.exposure.kernel.projection import Numbers, Real
from kg.exposure.kernel.push import Reached
from kg.exposure.kernel.terms import AT, Bound, Table
from schemas.base import Channel

ANYWHERE = 1.0


@dataclass(frozen=True, slots=True)
class Reach:
    """The best product from a place into an end, by node: hops left x channels, and hops away."""

    best: dict[str, tuple[list[list[float]], int]]
    met: Numbers
    nodes: Names

    def from_(self, node: str, channel: Channel, left: int, hops: int) -> float:
        """The best product from the place for whoever comes there, with these hops or earlier."""
        found = self.best.get(node)
        if found is None:
            return 0.0 if self._met(node) else ANYWHERE
        return found[0][max(left, hops - found[1])][AT[channel]]

    def _met(self, node: str) -> bool:
        number = self.nodes.number(node)
        if number is None:
            return False
        at = int(np.searchsorted(self.met, number))
        return at < len(self.met) and int(self.met[at]) == number


def reach(
    bound: Bound, reached: Reached, crossed: tuple[Numbers, Crossings], ends: Iterable[str],
    hops: int,
) -> Reach:  # fmt: skip
    """How the places that were met lead to the ends.

    `crossed` are the nodes that were expanded, sorted, and all crossings that leave them.
    """
    order = np.argsort(reached.node)
    met, away = reached.node[order], reached.hops[order]
    ahead, all_ = crossed
    source = np.searchsorted(met, ahead)[all_.at] * WIDTH + all_.into
    target = np.searchsorted(met, all_.target)
    known = target < len(met)
    known[known] = met[target[known]] == all_.target[known]
    target = np.where(known, target, len(met))  # one more row for all that was not met
    share = np.abs(_shares(bound))[all_.out]
    factor = np.abs(all_.factor)
    wanted = np.zeros(len(met) + 1, dtype=np.bool_)
    wanted[np.searchsorted(met, bound.graph.nodes.numbers(ends))] = True
    wanted[-1] = False
    layers = [np.repeat(wanted.astype(np.float64), WIDTH).reshape(-1, WIDTH)]
    for _ in range(hops):
        onward = factor * (share * layers[-1][target]).max(axis=1)
        best = layers[0].copy()
        np.maximum.at(best.reshape(-1), source, onward)
        best[-1] = ANYWHERE
        best[:-1][away >= hops] = ANYWHERE  # not expanded: what lies beyond is not known
        layers.append(best)
    return _told(bound.graph.nodes, met, away, np.stack(layers), hops)


def _told(nodes: Names, met: Numbers, away: Table, layers: Real, hops: int) -> Reach:
    left = np.maximum(hops - away, 0)
    own = layers[left, np.arange(len(met))]
    some = np.flatnonzero((own > 0).any(axis=1))
    rows = layers[:, some].transpose(1, 0, 2).tolist()
    return Reach(
        {nodes[int(met[at])]: (row, int(away[at])) for at, row in zip(some, rows, strict=True)},
        met, nodes,
    )  # fmt: skip


def _shares(bound: Bound) -> Real:
    """What a mass in one channel makes of itself in each inside a node."""
    share = np.eye(WIDTH)
    for at in map(AT.__getitem__, ORDER):
        for source, out, kappa in bound.kappa:
            if source == at:
                share[:, out] += kappa * share[:, at]
    return share
