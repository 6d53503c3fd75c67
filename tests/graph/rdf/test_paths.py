"""Chains found by SPARQL are those that networkx finds."""

from __future__ import annotations

import networkx
import pytest

from kg.graph.contract import Store, View
from kg.graph.memory import Memory, to_networkx
from kg.graph.rdf import paths
from kg.graph.rdf.chains import load
from schemas.errors import KnockonError
from tests.graph.rdf.graphs import graphs

GRAPHS = graphs(36)


def stored(batch: list) -> Store:
    store = Memory()
    store.add(batch, known_from="2025-07-01")
    return store


def oracle(view: View, start: str, goal: str, hops: int) -> set[tuple[str, ...]]:
    graph = to_networkx(view)
    graph.remove_nodes_from([""])
    chains = networkx.all_simple_edge_paths(graph.to_undirected(), start, goal, cutoff=hops)
    return {tuple(edge for _, _, edge in chain) for chain in chains}


@pytest.mark.parametrize("batch", GRAPHS, ids=lambda batch: batch[0].story.story_id)
def test_every_pair_of_nodes_has_the_chains_that_networkx_finds(batch: list) -> None:
    store = stored(batch)
    view, graph = store.view(), load(store)
    nodes = [e.node for e in view.entities()]
    for goal in nodes[1:]:
        for hops in (1, 2, 3):
            found = paths(graph, nodes[0], goal, hops)
            assert {tuple(chain) for chain in found} == oracle(view, nodes[0], goal, hops)
            assert found == sorted(found)


def test_the_graphs_are_worth_asking() -> None:
    counts = []
    for batch in GRAPHS:
        view = stored(batch).view()
        nodes = [e.node for e in view.entities()]
        counts.append(sum(len(oracle(view, nodes[0], goal, 3)) for goal in nodes[1:]))
    assert sum(counts) > 500
    assert len(set(counts)) > 10


def test_a_store_is_taken_as_it_is_and_a_wrong_number_of_hops_refused() -> None:
    store = stored(GRAPHS[0])
    first, *_, last = [e.node for e in store.view().entities()]
    assert paths(store, first, last) == paths(load(store), first, last)
    assert paths(store, first, first) == []
    with pytest.raises(KnockonError, match="4 hops"):
        paths(store, first, last, 4)
