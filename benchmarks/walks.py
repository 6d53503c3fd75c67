"""The walks that a push is measured beside: networkx and rustworkx, on the same crossings.

Both are handed a graph of places (channel and node) in which every crossing is an edge, with the
terms applied and what happens inside a node folded in: they only walk. A push weighs every edge
when it is asked, under the terms of the question, and adds up what arrives.
"""

from __future__ import annotations

import importlib
import importlib.util
import statistics
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import networkx
import numpy as np

from kg.exposure.factors import Factors
from kg.exposure.kernel.crossing import WIDTH
from kg.exposure.kernel.push import Reached, leaving, push
from kg.exposure.kernel.terms import AT, ORDERED, Bound

if TYPE_CHECKING:
    from numpy.typing import NDArray

Clock = Callable[[], float]
Walk = Callable[[list[int]], set[int]]
SMALL = -0.01
"""A shock whose sums stay far from 1: what is clipped is no longer a sum over paths."""
CLOSE = 1e-9
"""Difference up to which two sums of floats in another order are the same."""


@dataclass(frozen=True, slots=True)
class Places:
    """Every way from place to place in one hop, by factor; a place is channel x size + node."""

    size: int
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    factor: NDArray[np.float64]

    def pairs(self) -> list[tuple[int, int]]:
        """The ways without their factors."""
        return list(zip(self.source.tolist(), self.target.tolist(), strict=True))

    def entries(self, node: int) -> dict[int, float]:
        """Where a supply shock at the node shows up inside it, for a shock of 1."""
        shares = Factors().inside("supply")
        return {AT[channel] * self.size + node: share for channel, share in shares}


def places(terms: Bound) -> Places:
    """The graph of places; ways between the same two places are one, their factors added up."""
    size = len(terms.graph.nodes)
    found = leaving(terms, np.arange(size, dtype=np.int32), sort=False)
    source = found.into.astype(np.int64) * size + found.at
    sources, targets, factors = [], [], []
    for channel in ORDERED:
        some = np.flatnonzero(found.out == AT[channel])
        for shown, share in Factors().inside(channel):
            sources.append(source[some])
            targets.append(AT[shown] * size + found.target[some])
            factors.append(found.factor[some] * share)
    all_ = np.concatenate(targets), np.concatenate(sources)
    key, at = np.unique(all_[1] * (WIDTH * size) + all_[0], return_inverse=True)
    factor = np.bincount(at, np.concatenate(factors), len(key))
    return Places(size, key // (WIDTH * size), key % (WIDTH * size), factor)


def pushed(terms: Bound, nodes: Sequence[int], hops: int) -> Iterator[Callable[[], Reached]]:
    """A push of all that a small supply shock at each node reaches, however faint."""
    for node in nodes:
        yield partial(push, terms, [(node, "supply", SMALL)], hops=hops, epsilon=0.0)


def at_places(reached: Reached, size: int) -> dict[int, float]:
    """The score of every place that was reached."""
    at, channel = np.nonzero(reached.touched)
    place = channel * size + reached.node[at]
    return dict(zip(place.tolist(), reached.score[at, channel].tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Timed:
    """The middle of the seconds that questions took, and the last answer to each."""

    middle: float
    answers: list[Any]


def ask(questions: Iterable[Callable[[], Any]], clock: Clock, rounds: int) -> Timed:
    """Ask every question so many times, after once to warm up."""
    seconds, answers = [], []
    for question in questions:
        question()
        for _ in range(rounds):
            began = clock()
            answer = question()
            seconds.append(clock() - began)
        answers.append(answer)
    return Timed(statistics.median(seconds), answers)


def line(name: str, found: Timed, ours: Timed, same: str) -> str:
    """One line of the table."""
    return (f"  {name:11} p50 {found.middle * 1e3:8.2f} ms   ours to it"
            f" {ours.middle / found.middle:8.3g}   {same}")  # fmt: skip


def beside(all_: Places, ours: Timed, nodes: Sequence[int], hops: int, how: tuple[Clock, int],
           ) -> list[set[int]]:  # fmt: skip
    """Print what networkx and rustworkx need for the places that a push reaches."""
    wanted = [set(at_places(found, all_.size)) for found in ours.answers]
    some = statistics.median(map(len, wanted))
    print(f"  {'kernel':11} p50 {ours.middle * 1e3:8.2f} ms   ({some:.0f} places reached)")
    for name, walk in _walks(all_.pairs(), hops, WIDTH * all_.size):
        entered = [list(all_.entries(node)) for node in nodes]
        found = ask((partial(walk, e) for e in entered), *how)
        same = sum(a == b for a, b in zip(found.answers, wanted, strict=True))
        print(line(name, found, ours, f"the same places in {same} of {len(wanted)}"))
    return wanted


def _walks(pairs: list[tuple[int, int]], hops: int, size: int) -> Iterator[tuple[str, Walk]]:
    yield "networkx", _networkx(pairs, hops)
    if importlib.util.find_spec("rustworkx"):
        yield "rustworkx", _rustworkx(pairs, hops, size)
    else:
        print("  rustworkx   left out: it is not installed")


def _networkx(pairs: list[tuple[int, int]], hops: int) -> Walk:
    graph: networkx.DiGraph[int] = networkx.DiGraph(pairs)

    def walk(entry: list[int]) -> set[int]:
        layers = networkx.bfs_layers(graph, [e for e in entry if e in graph])
        reached = set(entry)
        for _, layer in zip(range(hops + 1), layers, strict=False):
            reached |= set(layer)
        return reached

    return walk


def _rustworkx(pairs: list[tuple[int, int]], hops: int, size: int) -> Walk:
    rustworkx: Any = importlib.import_module("rustworkx")
    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from_no_data(pairs)

    def walk(entry: list[int]) -> set[int]:
        reached, rim = set(entry), set(entry)
        for _ in range(hops):
            rim = {n for at in rim for n in graph.successor_indices(at)} - reached
            reached |= rim
        return reached

    return walk


def sums(all_: Places, hops: int) -> Callable[[dict[int, float]], dict[int, float]]:
    """What networkx's paths add up to: over every path the product of its signed factors."""
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    ways = zip(*(column.tolist() for column in (all_.source, all_.target, all_.factor)),
               strict=True)  # fmt: skip
    graph.add_weighted_edges_from(ways)
    everywhere = set(graph)

    def add(entries: dict[int, float]) -> dict[int, float]:
        found: dict[int, float] = defaultdict(float, entries)
        for start in entries.keys() & everywhere:
            for path in networkx.all_simple_edge_paths(graph, start, everywhere, hops):
                factor = entries[start]
                for a, b in path:
                    factor *= graph[a][b]["weight"]
                if path:
                    found[path[-1][1]] += factor
        return found

    return add


def alike(ours: dict[int, float], theirs: dict[int, float]) -> int:
    """At how many places both have the same score."""
    return sum(abs(ours[at] - theirs.get(at, 0.0)) <= CLOSE for at in ours)
