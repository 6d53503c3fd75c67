"""What a shock does, worked out from the design alone: by walks, by simple paths, by algebra.

Shares no arithmetic with the engine: its own table, its own links, networkx and numpy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import networkx as nx
import numpy as np

from schemas.answer import StateEdge
from tests.exposure.oracle import design

State = tuple[str, str]
"""A node and a channel."""
Masses = dict[State, float]


class Tie(Exception):
    """Two links of one size and other signs: which of them counts is not for the design to say."""


@dataclass(frozen=True)
class World:
    """Edges between labelled nodes, as of a day, and what is asked of them."""

    labels: Mapping[str, str]
    edges: tuple[StateEdge, ...]
    as_of: dt.date | None = None
    about: frozenset[str] = frozenset()
    signs: Mapping[str, int] = field(default_factory=dict)
    evidenced: bool = False

    def graph(self) -> nx.DiGraph:
        """States joined by what one hop carries over, kappa at its end included."""
        net = nx.DiGraph()
        for (node, into), ways in self._links().items():
            for (target, out), factor in ways.items():
                for inner, share in closure(out).items():
                    start, goal = (node, into), (target, inner)
                    before = net.edges[start, goal]["weight"] if net.has_edge(start, goal) else 0.0
                    net.add_edge(start, goal, weight=before + factor * share)
        return net

    def _links(self) -> dict[State, dict[State, float]]:
        """The strongest link for each way out of each state."""
        best: dict[State, dict[State, float]] = {}
        for edge in self.edges:
            ends = edge.head, edge.tail
            for node, target, way in ((*ends, "with"), (*reversed(ends), "against")):
                for row in _rows(edge.type, way):
                    if self._stays(node, row.into) or (self.evidenced and _proxy(edge)):
                        continue
                    factor = row.factor * _scale(edge, row.scale) * self._weight(edge, node)
                    ways = best.setdefault((node, row.into), {})
                    _keep(ways, (target, row.out), factor)
        return best

    def _stays(self, node: str, channel: str) -> bool:
        """Trade does not leave a country that the shock is not about."""
        hub = self.labels[node] == "Country" and node not in self.about
        return hub and channel in design.TRADE

    def _weight(self, edge: StateEdge, node: str) -> float:
        weight = design.GAMMA * design.STATUS[edge.status] * edge.confidence * self._age(edge)
        if edge.type == "IMPACTS":
            stated = {"+": 1, "-": -1, None: 0}[edge.sign]
            weight *= stated * self.signs.get(node, -1)
        return weight

    def _age(self, edge: StateEdge) -> float:
        if self.as_of is None or edge.last_attested is None or edge.type in design.TIMELESS:
            return 1.0
        seen = dt.date.fromisoformat(edge.last_attested.text)
        months = max((self.as_of - seen).days, 0) / (365.25 / 12)
        return 0.5 ** (months / design.HALF_LIFE.get(edge.type, 24.0))


def _rows(type_: str, way: str) -> list[design.Row]:
    """What crosses the type that way; a type without direction passes all either way."""
    every = design.TABLE.get(type_, ())
    if type_ in design.SYMMETRIC:
        return list({(r.into, r.out): r for r in every}.values())
    return [r for r in every if r.travel == way]


def _proxy(edge: StateEdge) -> bool:
    return edge.reference or edge.type in design.PROXY


def _scale(edge: StateEdge, name: str) -> float:
    """The share as these worlds write it: a percentage."""
    given = dict(edge.more).get(name)
    return float(given.removesuffix("%")) / 100 if name and given else 1.0


def _keep(ways: dict[State, float], goal: State, factor: float) -> None:
    held = ways.get(goal, 0.0)
    if held * factor < 0 and abs(abs(held) - abs(factor)) < 1e-9:
        raise Tie
    if abs(factor) > abs(held):
        ways[goal] = factor


def closure(channel: str) -> dict[str, float]:
    """Where a mass in the channel shows inside a node, itself included."""
    net = nx.DiGraph()
    net.add_node(channel)
    net.add_weighted_edges_from((a, b, k) for (a, b), k in design.KAPPA.items())
    found = {channel: 1.0}
    for goal in set(net) - {channel}:
        paths = nx.all_simple_edge_paths(net, channel, goal)
        found[goal] = sum(_product(net, p) for p in paths)
    return {c: share for c, share in found.items() if share}


def _product(net: nx.DiGraph, path: Iterable[tuple[object, object]]) -> float:
    product = 1.0
    for a, b in path:
        product *= net.edges[a, b]["weight"]
    return product


def entered(entries: Iterable[tuple[str, str, float]]) -> Masses:
    """The shock where it enters, with what kappa makes of it there."""
    found: Masses = {}
    for node, channel, size in entries:
        for inner, share in closure(channel).items():
            found[node, inner] = found.get((node, inner), 0.0) + size * share
    return found


def by_walks(world: World, entries: Iterable[tuple[str, str, float]], hops: int) -> Masses:
    """The sum over every walk of at most so many hops, one by one."""
    net, total = world.graph(), {}

    def walk(state: State, mass: float, left: int) -> None:
        total[state] = total.get(state, 0.0) + mass
        if left and state in net:
            for goal, way in net.adj[state].items():
                walk(goal, mass * way["weight"], left - 1)

    for state, mass in entered(entries).items():
        walk(state, mass, hops)
    return total


def by_simple_paths(world: World, entries: Iterable[tuple[str, str, float]]) -> Masses | None:
    """The sum over simple paths, where the states have no cycle; None where they have."""
    net, start = world.graph(), entered(entries)
    net.add_nodes_from(start)
    if not nx.is_directed_acyclic_graph(net):
        return None
    total = dict(start)
    for state, mass in start.items():
        for goal in nx.descendants(net, state):
            paths = nx.all_simple_edge_paths(net, state, goal)
            total[goal] = total.get(goal, 0.0) + mass * sum(_product(net, p) for p in paths)
    return total


def by_algebra(world: World, entries: Iterable[tuple[str, str, float]]) -> Masses | None:
    """Leontief's inverse: (1 - T)^-1 e; None where the walks do not die away."""
    net, start = world.graph(), entered(entries)
    net.add_nodes_from(start)
    states = sorted(net)
    matrix = nx.to_numpy_array(net, nodelist=states).T
    if np.abs(np.linalg.eigvals(np.abs(matrix))).max() > 0.8:
        return None
    given = np.array([start.get(s, 0.0) for s in states])
    solved = np.linalg.solve(np.eye(len(states)) - matrix, given)
    return dict(zip(states, map(float, solved), strict=True))
