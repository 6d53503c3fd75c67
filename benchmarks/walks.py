"""The walks that a push is measured beside: networkx, rustworkx, and paths in Cypher."""

from __future__ import annotations

import importlib.util
import os
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any

import networkx
import numpy as np

from benchmarks import graphs
from kg.credentials import access
from kg.exposure.kernel.crossing import WIDTH
from kg.exposure.kernel.projection import Projection
from kg.exposure.kernel.push import leaving, push
from kg.exposure.kernel.terms import AT, Bound
from kg.graph.bolt import Link
from kg.graph.cypher.paths import paths
from kg.graph.neo4j import Server
from kg.settings import load
from schemas.errors import KnockonError

EDGES = 100_000
"""Edges of the graph that is given to networkx: each is some hundred bytes there."""
PATHS = 2_000
"""Edges of the graph that is asked for all its paths."""
Terms = Callable[[Projection], Bound]
Starts = Callable[[graphs.Drawn, Projection], list[int]]


def places(terms: Bound) -> list[tuple[int, int]]:
    """Every crossing between (channel, node) places, with what happens inside a node."""
    size = len(terms.graph.nodes)
    found = leaving(terms, np.arange(size, dtype=np.int32), sort=False)
    source = found.into.astype(np.int64) * size + found.at
    inside = np.eye(WIDTH, dtype=bool)
    for _ in range(WIDTH):
        for at, out, kappa in terms.kappa:
            inside[:, out] |= inside[:, at] & (kappa != 0)
    pairs: set[tuple[int, int]] = set()
    for out in range(WIDTH):
        some = found.out == out
        for shown in np.flatnonzero(inside[out]).tolist():
            target = shown * size + found.target[some]
            pairs |= set(zip(source[some].tolist(), target.tolist(), strict=True))
    return sorted(pairs)


def beside(bound: Terms, starts: Starts, hops: int) -> None:
    """Print what networkx and rustworkx need for what a push with no epsilon reaches."""
    made = graphs.drawn(EDGES)
    graph = graphs.projection(made)
    terms, nodes, pairs = bound(graph), starts(made, graph)[:30], places(bound(graph))
    theirs: dict[str, Callable[[list[int]], set[int]]] = {"networkx": _networkx(pairs, hops)}
    if importlib.util.find_spec("rustworkx"):
        theirs["rustworkx"] = _rustworkx(pairs, hops, WIDTH * len(graph.nodes))
    else:
        print("  rustworkx is not installed: left out")
    size = len(graph.nodes)
    ours: list[float] = []
    found: list[set[int]] = []
    for node in nodes:
        began = time.perf_counter()
        reached = push(terms, [(node, "supply", -1.0)], hops=hops, epsilon=0.0)
        ours.append(time.perf_counter() - began)
        at, channel = np.nonzero(reached.touched)
        found.append(set((channel * size + reached.node[at]).tolist()))
    print(f"  kernel     p50 {statistics.median(ours) * 1e3:8.2f} ms  ({EDGES} edges,"
          f" {statistics.median(map(len, found)):.0f} places)")  # fmt: skip
    for name, walk in theirs.items():
        _race(name, walk, [[AT["supply"] * size + n, AT["finance"] * size + n] for n in nodes],
              found, statistics.median(ours))  # fmt: skip


def _race(
    name: str, walk: Callable[[list[int]], set[int]], entries: list[list[int]],
    found: list[set[int]], ours: float,
) -> None:  # fmt: skip
    seconds, equal = [], 0
    for entry, wanted in zip(entries, found, strict=True):
        began = time.perf_counter()
        got = walk(entry)
        seconds.append(time.perf_counter() - began)
        equal += got == wanted
    middle = statistics.median(seconds)
    print(f"  {name:10} p50 {middle * 1e3:8.2f} ms  ratio of ours {ours / middle:5.2f}"
          f"  the same places in {equal} of {len(found)}")  # fmt: skip


def _networkx(pairs: list[tuple[int, int]], hops: int) -> Callable[[list[int]], set[int]]:
    graph: networkx.DiGraph[int] = networkx.DiGraph(pairs)

    def walk(entry: list[int]) -> set[int]:
        layers = networkx.bfs_layers(graph, [e for e in entry if e in graph])
        reached = set(entry)
        for _, layer in zip(range(hops + 1), layers, strict=False):
            reached |= set(layer)
        return reached

    return walk


def _rustworkx(
    pairs: list[tuple[int, int]], hops: int, size: int
) -> Callable[[list[int]], set[int]]:
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


def cypher(url: str, fill: Callable[..., None], bound: Terms, hops: int) -> None:
    """Print what Neo4j needs for every path that a shock can take; the database must be empty."""
    made = graphs.drawn(PATHS)
    who = access(load({**os.environ, "KG_STORE": url}))
    with closing(Server(Link(url, who))) as store:
        fill(store.ledger, made)
        graph = graphs.projection(made)
        terms = bound(graph)
        link, ours, theirs, within = Link(url, who), [], [], 0
        for node in range(int(made.begin[made.labels.index("Firm")]), len(graph.nodes))[:20]:
            began = time.perf_counter()
            reached = push(terms, [(node, "supply", -1.0)], hops=hops, epsilon=0.0)
            ours.append(time.perf_counter() - began)
            began = time.perf_counter()
            try:
                ways = paths(link, graph.nodes[node], hops)
            except KnockonError:
                ours.pop()
                continue
            theirs.append(time.perf_counter() - began)
            ends = {way.nodes[-1] for way in ways}
            within += {graph.nodes[n] for n in reached.node.tolist() if n != node} <= ends
        print(f"Cypher paths on Neo4j, {len(made.head)} edges, {hops} hops: p50"
              f" {statistics.median(theirs) * 1e3:.1f} ms, ours {statistics.median(ours) * 1e3:.2f}"
              f" ms; all that is reached lies on a path in {within} of {len(theirs)}")  # fmt: skip
        link.close()
