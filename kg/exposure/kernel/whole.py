"""A scenario for the whole graph: the same sum as a push, by sparse products until it settles.

    arrived = M @ changed;  raw += kappa inside (arrived);  changed = clip(raw) - score

M holds every crossing of every edge, from (channel, node) to (channel, node), once for one set of
terms. Nothing is too faint to be passed on: what a push drops is in here.

Arithmetic is float32, since the products are bound by memory. A product's relative error is at
most about 6e-8 times the links that meet at a node and partly cancels; against a push in double
precision scores differ by less than 1e-5. Clipping is counted, not hidden: where it sets in, the
sum is no longer linear. Bias: where the sum without clipping need not converge (`radius` of 1 or
more), the result says so.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from kg.exposure.factors import ORDER
from kg.exposure.kernel.crossing import WIDTH
from kg.exposure.kernel.push import leaving
from kg.exposure.kernel.terms import AT, Bound

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Mass = NDArray[np.float32]
"""Channels x nodes."""
SETTLED = 1e-6
"""Largest change of any score that counts as none: a hundredth of a push's epsilon."""
MOST = 200
"""Products after which a sum that has not settled is given as it stands."""
SLICE = 200_000
"""Nodes whose crossings are computed at once."""
TURNS, RING = 48, 24
"""Steps of the power iteration, and those of them that are averaged: rings of 2, 3, 4, 6, 8, 12."""
ONE = np.float32(1)
FADED = 1e-30
"""A growth that float32 cannot tell from none."""


@dataclass(frozen=True, slots=True)
class Whole:
    """All crossings under one set of terms, as one sparse matrix."""

    bound: Bound
    matrix: csr_array

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.bound.graph.nodes)


@dataclass(frozen=True, slots=True)
class Scenario:
    """Scores (channels x nodes), products needed, whether they settled, and what was clipped.

    `clipped` counts the places (node and channel) whose sum left [-1, 1] and `nodes` their nodes;
    `last` is the largest change in the last product.
    """

    score: Mass
    products: int
    settled: bool
    last: float
    clipped: int
    nodes: int


def fold(bound: Bound) -> Whole:
    """The matrix of all crossings under these terms."""
    from scipy.sparse import coo_array

    size = len(bound.graph.nodes)
    rows, columns, values = zip(*_slices(bound, size), strict=True)
    joined = np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))
    return Whole(bound, coo_array(joined, shape=(WIDTH * size, WIDTH * size)).tocsr())


def _slices(bound: Bound, size: int) -> Iterator[tuple[NDArray[np.int32], ...]]:
    for low in range(0, max(size, 1), SLICE):
        nodes = np.arange(low, min(low + SLICE, size), dtype=np.int32)
        found = leaving(bound, nodes, sort=False)
        source = found.into.astype(np.int32) * size + nodes[found.at]
        target = found.out.astype(np.int32) * size + found.target
        yield target, source, found.factor.astype(np.float32)


def scenario(
    whole: Whole, entries: Iterable[tuple[int, str, float]], *, hops: int | None = None
) -> Scenario:
    """What the entries (node, channel, size) do to every node, so many hops far or to the end."""
    arrived = np.zeros((WIDTH, whole.nodes), dtype=np.float32)
    for node, channel, size in entries:
        arrived[AT[channel], node] += size  # type: ignore[index]
    sums = _Sums(whole)
    most = MOST if hops is None else hops
    products, last = 0, 0.0
    while True:
        last = sums.settle(arrived)
        if products == most or last <= (SETTLED if hops is None else 0.0):
            break
        arrived = (whole.matrix @ sums.changed.ravel()).reshape(arrived.shape)
        products += 1
    over = np.abs(sums.raw) > 1
    return Scenario(sums.score, products, last <= SETTLED, last,
                    int(over.sum()), int(over.any(axis=0).sum()))  # fmt: skip


class _Sums:
    """The sums so far, before and after clipping, and what the last product changed.

    Few calls over all channels at once, into arrays that are used again: on a graph of ten
    thousand edges a product itself takes no longer than some twenty calls of numpy.
    """

    def __init__(self, whole: Whole) -> None:
        shape = WIDTH, whole.nodes
        self.raw, self.score, self.changed, self._next = (
            np.zeros(shape, dtype=np.float32) for _ in range(4)
        )
        self._row = np.zeros(whole.nodes, dtype=np.float32)
        self._inside = _feeding(whole.bound)

    def settle(self, arrived: Mass) -> float:
        """Take in what arrived and let it act inside the nodes; the largest change of a score."""
        self.raw += arrived
        self._clip(slice(None))
        for out, fed in self._inside:
            row = self.raw[out]
            for source, kappa in fed:
                row += np.multiply(self.changed[source], kappa, out=self._row)
            self._clip(out)
        self.score, self._next = self._next, self.score
        # the older scores are not needed any more: their place takes the sizes of the changes
        return float(np.abs(self.changed, out=self._next).max(initial=0.0))

    def _clip(self, rows: slice | int) -> None:
        clipped = self._next[rows]
        self.raw[rows].clip(-ONE, ONE, out=clipped)
        np.subtract(clipped, self.score[rows], out=self.changed[rows])


def _feeding(bound: Bound) -> list[tuple[int, list[tuple[int, np.float32]]]]:
    """The channels that others feed inside a node, each after those that feed it."""
    rank = [AT[c] for c in ORDER]
    fed = {
        out: [(a, np.float32(k)) for at in rank for a, b, k in bound.kappa if (a, b) == (at, out)]
        for out in rank
    }
    return [(out, given) for out, given in fed.items() if given]


def radius(whole: Whole, turns: int = TURNS) -> float:
    """The spectral radius of one hop with all factors taken as positive, by power iteration.

    An upper bound for the signed one: below 1 every sum converges without clipping. The growth is
    averaged over the last `RING` steps, so that links back and forth do not make it swing.
    """
    matrix = abs(whole.matrix)
    mass = np.ones((WIDTH, whole.nodes), dtype=np.float32)
    growth: list[float] = []
    for _ in range(turns):
        mass = (matrix @ _inside(whole.bound, mass).ravel()).reshape(mass.shape)
        growth.append(float(np.linalg.norm(mass)))
        if growth[-1] < FADED:
            return 0.0
        mass /= np.float32(growth[-1])
    return float(math.prod(g ** (1 / RING) for g in growth[-RING:]))


def caveats(found: Scenario, growth: float) -> tuple[str, ...]:
    """What a reader of the scenario must know; `growth` is its radius."""
    lines = []
    if growth >= 1:
        lines.append(f"a hop may amplify (radius up to {growth:.2f}): only clipping bounds the sum")
    if found.clipped:
        lines.append(f"{found.clipped} sums were cut off at 1, at {found.nodes} things")
    if not found.settled:
        lines.append(f"not settled after {found.products} hops: still moving by {found.last:.1g}")
    return tuple(lines)


def _inside(bound: Bound, mass: Mass) -> Mass:
    """A mass with what it makes of itself inside each node, in place."""
    for at in map(AT.__getitem__, ORDER):
        for source, out, kappa in bound.kappa:
            if source == at:
                mass[out] += np.float32(abs(kappa)) * mass[at]
    return mass
