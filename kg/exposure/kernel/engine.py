"""A kernel under one set of terms: what `kg.exposure.links` and `.spread` call.

The links of all nodes that a push expanded are read in one go when the first of them is asked
for, since whoever looks for paths asks for most of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from kg.exposure.kernel.found import Wide
from kg.exposure.kernel.lazy import LazyLink
from kg.exposure.kernel.projection import Numbers, Real
from kg.exposure.kernel.push import Reached, leaving, push
from kg.exposure.kernel.reach import Reach, reach
from kg.exposure.kernel.terms import ORDERED, bind

if TYPE_CHECKING:
    from kg.exposure.kernel import Kernel
    from kg.exposure.kernel.crossing import Crossings
    from kg.exposure.kernel.whole import Scenario, Whole
    from kg.exposure.links import Link, Links
    from schemas.base import Channel

Entries = Sequence[tuple[str, "Channel", float]]


class Engine:
    """A kernel under the terms of some links."""

    def __init__(self, kernel: Kernel, links: Links) -> None:
        def judge(wrong: Numbers) -> Real:
            return np.array([links.confidence(edge) for edge in kernel.edges(wrong.tolist())])

        self._kernel, self._graph = kernel, kernel.graph
        self._bound = bind(links, self._graph, judge)
        self._ahead: Numbers = np.zeros(0, dtype=np.int32)
        self._read: tuple[Numbers, Crossings] | None = None
        self._whole: Whole | None = None
        self._reached: Reached | None = None

    def knows(self, nodes: Iterable[str]) -> bool:
        """Whether each of these nodes has an edge."""
        return all(self._graph.nodes.number(node) is not None for node in nodes)

    def push(self, entries: Entries, *, hops: int, epsilon: float) -> Wide:
        """The entries pushed through all links, at most `hops` far; `knows` them all."""
        numbered = [(self._graph.nodes.number(n) or 0, c, size) for n, c, size in entries]
        reached = push(self._bound, numbered, hops=hops, epsilon=epsilon)
        self._ahead, self._read = np.sort(reached.node[reached.hops < hops]), None
        self._reached = reached
        return Wide(reached, self._graph.nodes)

    def reach(self, ends: Iterable[str], hops: int) -> Reach | None:
        """Which places of the last push can lead to these nodes; None before there was one."""
        if self._reached is None:
            return None
        return reach(self._bound, self._reached, (self._ahead, self._all()[1]), ends, hops)

    def fetch(self, links: Iterable[Link]) -> None:
        """Read the edges of these links in one go, for what looks at them next."""
        wanted = [link for link in links if isinstance(link, LazyLink)]
        found = self._kernel.edges([link.number for link in wanted])
        for link, edge in zip(wanted, found, strict=True):
            link.found(edge)

    def scenario(self, entries: Entries, *, hops: int | None = None) -> tuple[Wide, Scenario]:
        """The entries carried through the whole graph, so many hops far or until it settles.

        The scores of all nodes that moved, and how the calculation went.
        """
        from kg.exposure.kernel.whole import fold, scenario

        numbered = [(self._graph.nodes.number(n) or 0, c, size) for n, c, size in entries]
        self._whole = self._whole or fold(self._bound)
        found = scenario(self._whole, numbered, hops=hops)
        touched = found.score.T != 0
        node = np.flatnonzero(touched.any(axis=1)).astype(np.int32)
        far = np.full(len(node), found.products)
        score = found.score.T[node].astype(np.float64)
        return Wide(Reached(node, score, touched[node], far, 0.0), self._graph.nodes), found

    def radius(self) -> float:
        """An upper bound of the spectral radius of one hop; of 1 or more, sums may not converge."""
        from kg.exposure.kernel.whole import fold, radius

        self._whole = self._whole or fold(self._bound)
        return radius(self._whole)

    def leaving(self, node: str) -> dict[Channel, list[Link]]:
        """The links that leave the node by channel; their edges are read when looked at."""
        found: dict[Channel, list[Link]] = {}
        number = self._graph.nodes.number(node)
        if number is None:
            return found
        for _, target, into, out, factor, edge, forward, proxy in zip(
            *(column.tolist() for column in self._of(number)), strict=True
        ):
            ends = node, self._graph.nodes[target]
            link = LazyLink(ends, (ORDERED[into], ORDERED[out]), factor,
                            (forward, proxy), (self._kernel, edge))  # fmt: skip
            found.setdefault(link.into, []).append(link)
        return found

    def _of(self, number: int) -> Crossings:
        at = int(np.searchsorted(self._ahead, number))
        if at == len(self._ahead) or self._ahead[at] != number:
            return leaving(self._bound, np.array([number], dtype=np.int32))
        start, crossed = self._all()
        return crossed.those(slice(int(start[at]), int(start[at + 1])))

    def _all(self) -> tuple[Numbers, Crossings]:
        """All crossings that leave the nodes that the last push expanded, and where each begins."""
        if self._read is None:
            crossed = leaving(self._bound, self._ahead)
            begin = np.searchsorted(crossed.at, np.arange(len(self._ahead) + 1))
            self._read = begin.astype(np.int32), crossed
        return self._read
