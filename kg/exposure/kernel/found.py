"""What a push over arrays found, as the mappings that a push over dicts gives.

Made on demand: a question that shows fifty entities does not spell out the hundred thousand that
its shock brushed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from kg.exposure.kernel.push import Reached
from kg.exposure.kernel.terms import ORDERED
from kg.exposure.spread import Spread

if TYPE_CHECKING:
    from kg.exposure.kernel.names import Names
    from schemas.base import Channel


class Scores(Mapping[str, "dict[Channel, float]"]):
    """Score by channel of every node that was reached, by node."""

    def __init__(self, reached: Reached, nodes: Names) -> None:
        order = np.argsort(reached.node)
        self._node = reached.node[order]
        self._score, self._touched = reached.score[order], reached.touched[order]
        self._nodes = nodes

    def __len__(self) -> int:
        return len(self._node)

    def __iter__(self) -> Iterator[str]:
        return (self._nodes[at] for at in self._node.tolist())

    def __getitem__(self, node: str) -> dict[Channel, float]:
        number = self._nodes.number(node)
        at = int(np.searchsorted(self._node, number)) if number is not None else len(self)
        if number is None or at == len(self) or self._node[at] != number:
            raise KeyError(node)
        return self._at(at)

    def _at(self, at: int) -> dict[Channel, float]:
        score = self._score[at].tolist()
        return {ORDERED[c]: score[c] for c in np.flatnonzero(self._touched[at]).tolist()}

    def above(self, floor: float) -> Iterator[tuple[str, dict[Channel, float]]]:
        """Those with a score of at least the floor in some channel, sorted by node."""
        strong = np.flatnonzero((np.abs(self._score) >= floor).any(axis=1))
        return ((self._nodes[int(self._node[at])], self._at(at)) for at in strong.tolist())


class Wide(Spread):
    """A spread over arrays, which need not be spelt out to find what is strong."""

    __slots__ = ("_all",)

    def __init__(self, reached: Reached, nodes: Names) -> None:
        self._all = Scores(reached, nodes)
        super().__init__(self._all, Hops(reached, nodes), reached.dropped)

    def above(self, floor: float) -> Iterator[tuple[str, dict[Channel, float]]]:
        """The nodes with a score of at least the floor in some channel, sorted by node."""
        return self._all.above(floor)


class Hops(Mapping[str, int]):
    """In how many hops every node was reached first."""

    def __init__(self, reached: Reached, nodes: Names) -> None:
        order = np.argsort(reached.node)
        self._node, self._hops, self._nodes = reached.node[order], reached.hops[order], nodes

    def __len__(self) -> int:
        return len(self._node)

    def __iter__(self) -> Iterator[str]:
        return (self._nodes[at] for at in self._node.tolist())

    def __getitem__(self, node: str) -> int:
        number = self._nodes.number(node)
        at = int(np.searchsorted(self._node, number)) if number is not None else len(self)
        if number is None or at == len(self) or self._node[at] != number:
            raise KeyError(node)
        return int(self._hops[at])
