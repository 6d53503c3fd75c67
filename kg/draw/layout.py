"""Where the nodes of a graph stand: as far apart as they are in hops.

It is laid out by stress majorisation (Gansner, Koren, North 2004), part by part, then the
boxes of nodes with their labels are pushed apart. Bias: a wider picture rather than a collision.
"""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""One row of x and y for each node, y growing downwards, in scene units."""

HOP = 118.0
"""How long a link would be if nothing pulled on it."""
SEED = 7
_ROUNDS = 120
_ASPECT = 1.5


def spread_out(count: int, pairs: Sequence[tuple[int, int]], boxes: Points) -> Points:
    """Positions of a graph of `count` nodes; `boxes` are the width and height each one needs."""
    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from(pairs)
    parts = sorted((sorted(c) for c in nx.connected_components(graph)), key=lambda c: (-len(c), c))
    laid = [_apart(_part(graph.subgraph(part)), boxes[part]) for part in parts]
    return _packed(parts, laid, boxes)


def _part(graph: nx.Graph) -> Points:
    """One connected part, its longer side lying."""
    nodes = sorted(graph)
    if len(nodes) == 1:
        return np.zeros((1, 2))
    apart = dict(nx.all_pairs_shortest_path_length(graph))
    ideal = np.array([[apart[a][b] for b in nodes] for a in nodes], dtype=float)
    start = nx.spring_layout(nx.Graph(sorted(graph.edges)), seed=SEED, iterations=60)
    return _lying(_majorised(np.array([start[n] for n in nodes]) * 2, ideal) * HOP)


def _majorised(at: Points, ideal: Points) -> Points:
    weight = np.where(ideal > 0, 1 / np.maximum(ideal, 1) ** 2, 0.0)
    inverse = np.linalg.pinv(np.diag(weight.sum(1)) - weight)
    for _ in range(_ROUNDS):
        gaps = np.linalg.norm(at[:, None] - at[None], axis=2)
        pull = np.where(gaps > 1e-9, -weight * ideal / np.maximum(gaps, 1e-9), 0.0)
        np.fill_diagonal(pull, 0.0)
        np.fill_diagonal(pull, -pull.sum(1))
        at = inverse @ (pull @ at)
    return at


def _lying(at: Points) -> Points:
    """Turned so that the greatest spread lies flat, and stretched a little: labels are wide."""
    at = at - at.mean(0)
    _, _, axes = np.linalg.svd(at, full_matrices=False)
    axes = axes * np.where(axes.sum(1, keepdims=True) < 0, -1, 1)
    turned: Points = at @ axes.T * np.array([1.2, 1.0])
    return turned


def _apart(at: Points, boxes: Points) -> Points:
    """Boxes pushed along the shorter way until none overlaps; scaled up where that stalls."""
    at = at + np.arange(len(at))[:, None] * np.array([1e-4, 1.3e-4])
    need = (boxes[:, None] + boxes[None]) / 2
    for turn in range(1, 601):
        gap = at[None] - at[:, None]
        short = need - np.abs(gap)
        hit = np.array((short > 1e-6).all(2))
        np.fill_diagonal(hit, val=False)
        if not hit.any():
            break
        along = np.argmin(short, axis=2)
        push = np.zeros_like(gap)
        for axis in (0, 1):
            way = np.where(gap[..., axis] >= 0, 1.0, -1.0)
            push[..., axis] = np.where(hit & (along == axis), short[..., axis] * way, 0.0)
        at = at - push.sum(1) * 0.35
        at = at * 1.15 if turn % 100 == 0 else at
    return at


def _packed(parts: list[list[int]], laid: list[Points], boxes: Points) -> Points:
    """The parts set beside and below one another in shelves, the largest first."""
    sizes = [_extent(at, boxes[part]) for part, at in zip(parts, laid, strict=True)]
    area = sum(float(np.prod(high - low)) for low, high in sizes)
    widest = max(float((high - low)[0]) for low, high in sizes)
    across = max(widest, (area * _ASPECT) ** 0.5)
    places = np.zeros((len(boxes), 2))
    x = y = shelf = 0.0
    for part, at, (low, high) in zip(parts, laid, sizes, strict=True):
        wide, tall = high - low
        if x and x + wide > across * 1.05:
            x, y, shelf = 0.0, y + shelf, 0.0
        places[part] = at - low + np.array([x, y])
        x, shelf = x + wide, max(shelf, float(tall))
    return places


def _extent(at: Points, boxes: Points) -> tuple[Points, Points]:
    low: Points = (at - boxes / 2).min(0) - 12
    high: Points = (at + boxes / 2).max(0) + 12
    return low, high
