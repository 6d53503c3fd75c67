"""The paths that a shock can take, asked in Cypher, are those that networkx finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import networkx
import pytest

from kg.graph.contract import View
from kg.graph.cypher.paths import Way, paths
from kg.graph.cypher.projection import NOW, opened
from kg.graph.memory import Memory
from kg.graph.whole import shape
from schemas.base import state_edges
from schemas.claim import Entity, Resolved
from schemas.errors import KnockonError
from tests.graph.cypher.world import Both, empty, load
from tests.graph.rdf.graphs import graphs

COUNT = 36


def apart(batch: list[Resolved], at: int) -> list[Resolved]:
    """The graph's stories with nodes of their own, so that many graphs fit in one store."""

    def own(node: str) -> str:
        return f"{node}-{at}" if node else node

    return [
        told.model_copy(update={
            "entities": tuple(named(e, own(e.node)) for e in told.entities),
            "claims": tuple(
                c.model_copy(update={"head_node": own(c.head_node), "tail_node": own(c.tail_node)})
                for c in told.claims
            ),
            "mentions": (),
        })
        for told in batch
    ]  # fmt: skip


def named(entity: Entity, node: str) -> Entity:
    return entity.model_copy(update={"node": node, "name": node, "identifiers": ()})


@pytest.fixture(scope="module")
def many() -> Memory:
    store = Memory()
    for at, batch in enumerate(graphs(COUNT)):
        store.add(apart(batch, at), known_from="2025-07-01")
    return store


def travelled(view: View) -> networkx.MultiDiGraph:
    """The graph of single steps that a shock can take."""
    steps = {kind.TYPE: {t.travel for t in kind.transmissions} for kind in state_edges()}
    graph: networkx.MultiDiGraph = networkx.MultiDiGraph()
    graph.add_nodes_from(entity.node for entity in view.entities())
    for edge in view.edges():
        if edge.tail and "with" in steps[edge.type]:
            graph.add_edge(edge.head, edge.tail, key=edge.edge_id)
        if edge.tail and "against" in steps[edge.type]:
            graph.add_edge(edge.tail, edge.head, key=edge.edge_id)
    return graph


def oracle(graph: networkx.MultiDiGraph, start: str, hops: int) -> list[Way]:
    goals = sorted(set(graph) - {start})
    chains = (c for g in goals for c in networkx.all_simple_edge_paths(graph, start, g, hops))
    return sorted(
        Way((start, *(end for _, end, _ in chain)), tuple(key for *_, key in chain))
        for chain in chains
    )


def starts(view: View) -> list[str]:
    """The first node of each graph."""
    first: dict[str, str] = {}
    for entity in view.entities():
        first.setdefault(entity.node.rpartition("-")[2], entity.node)
    return list(first.values())


@pytest.fixture(scope="module")
def engines(both: Both, many: Memory, cypher_home: Path) -> Iterator[Both]:
    load(both.neo4j, shape(many))
    with opened(many, "many", cypher_home, NOW, seconds=60.0) as arcade:
        yield Both(both.neo4j, arcade)
    empty(both.neo4j)


def test_both_engines_find_the_paths_that_networkx_finds(engines: Both, many: Memory) -> None:
    view = many.view()
    graph, found = travelled(view), 0
    for start in starts(view):
        for hops in (1, 3):
            expected = oracle(graph, start, hops)
            assert paths(engines.neo4j, start, hops) == expected
            assert paths(engines.arcade.link, start, hops) == expected
            found += len(expected)
    assert len(starts(view)) == COUNT
    assert found > 500


@pytest.mark.parametrize("hops", [0, 7])
def test_no_hops_and_too_many_are_refused(engines: Both, hops: int) -> None:
    with pytest.raises(KnockonError, match=f"{hops} hops"):
        paths(engines.neo4j, "firm:keld", hops)
