"""The arithmetic, against an oracle that adds up every simple path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exposure.factors import Factors
from kg.exposure.links import Links
from kg.exposure.paths import trails
from kg.exposure.shock import Entry
from kg.exposure.spread import spread
from schemas.base import Edge, Transmission, forget
from tests.exposure.factories import ToyView, edge, view


@pytest.fixture(autouse=True, scope="module")
def toy_types() -> Iterator[None]:
    class ToyFlow(Edge):
        """Passes supply along the arrow."""

        head = ("Firm",)
        tail = ("Firm",)
        half_life: ClassVar[float | None] = 12.0
        transmissions = (
            Transmission(travel="with", into="supply", out="supply", factor=0.6, source="toy"),
        )

    class ToyRival(Edge):
        """Turns the sign, both ways."""

        head = ("Firm",)
        tail = ("Firm",)
        symmetric = True
        transmissions = (
            Transmission(travel="with", into="supply", out="supply", factor=-0.5, source="toy"),
        )

    yield
    forget(ToyFlow)
    forget(ToyRival)


def firms(*names: str) -> str:
    return "\n".join(f"Firm {n}" for n in names)


def supply(graph: ToyView, start: str = "a", **more: object) -> dict[str, float]:
    found = spread(Links(graph), [(start, "supply", -1.0)], **more)  # type: ignore[arg-type]
    return {node: at["supply"] for node, at in found.score.items()}


def test_one_hop_passes_gamma_times_tau() -> None:
    graph = view(firms("a", "b"), edge("a", "TOY_FLOW", "b"))
    assert supply(graph)["b"] == pytest.approx(-0.85 * 0.6)


def test_direction_decides() -> None:
    graph = view(firms("a", "b"), edge("b", "TOY_FLOW", "a"))
    assert "b" not in supply(graph)


def test_a_symmetric_edge_is_crossed_from_either_end_and_turns_the_sign() -> None:
    graph = view(firms("a", "b"), edge("a", "TOY_RIVAL", "b"))
    assert supply(graph)["b"] == pytest.approx(0.425)
    assert supply(graph, "b")["a"] == pytest.approx(0.425)


def test_supply_shows_in_finance_by_kappa() -> None:
    graph = view(firms("a"))
    found = spread(Links(graph), [("a", "supply", -1.0)])
    assert found.at("a")["finance"] == -0.5


@pytest.mark.parametrize(
    ("status", "factor"),
    [("planned", 0.5), ("rumoured", 0.2), ("agreed", 0.8), ("denied", 0.05), ("completed", 1.0)],
)
def test_status_discounts(status: str, factor: float) -> None:
    graph = view(firms("a", "b"), edge("a", "TOY_FLOW", "b", status=status))
    assert supply(graph)["b"] == pytest.approx(-0.51 * factor)


@pytest.mark.parametrize("status", ["negated", "ended"])
def test_what_is_over_carries_nothing(status: str) -> None:
    assert "b" not in supply(view(firms("a", "b"), edge("a", "TOY_FLOW", "b", status=status)))


def test_a_link_loses_half_its_weight_in_a_half_life() -> None:
    old = edge("a", "TOY_FLOW", "b", last_attested={"text": "2024-06-15"})
    fresh = supply(view(firms("a", "b"), old, as_of="2024-06-15"))["b"]
    aged = supply(view(firms("a", "b"), old, as_of="2025-06-15"))["b"]
    assert aged / fresh == pytest.approx(0.5, rel=0.01)


def test_nothing_ages_without_a_date_to_age_to() -> None:
    old = edge("a", "TOY_FLOW", "b", last_attested={"text": "1999"})
    assert supply(view(firms("a", "b"), old))["b"] == pytest.approx(-0.51)


def test_hops_bound_the_walk() -> None:
    chain = view(firms(*"abcd"), *(edge(x, "TOY_FLOW", y) for x, y in ("ab", "bc", "cd")))
    assert set(supply(chain, hops=2)) == {"a", "b", "c"}


def test_a_doubtful_edge_can_be_left_out() -> None:
    graph = view(firms("a", "b"), edge("a", "TOY_FLOW", "b", confidence=0.4))
    assert not Links(graph, min_confidence=0.5).leaving("a", "supply")


def test_two_types_that_tell_one_flow_count_once() -> None:
    weak = edge("a", "TOY_FLOW", "b", edge_id="second", confidence=0.5)
    graph = view(firms("a", "b"), edge("a", "TOY_FLOW", "b"), weak)
    assert supply(graph)["b"] == pytest.approx(-0.51)


def test_small_masses_are_dropped_and_counted() -> None:
    chain = view(firms(*"abc"), edge("a", "TOY_FLOW", "b"), edge("b", "TOY_FLOW", "c"))
    found = spread(Links(chain), [("a", "supply", -1.0)], epsilon=0.6)
    assert "c" not in found.score
    assert found.dropped >= 0.51


PAIRS = st.sets(st.sampled_from([(x, y) for x in "abcdef" for y in "abcdef" if x < y]))
WEIGHTS = st.lists(st.floats(0.05, 1.0), min_size=15, max_size=15)


def dag(pairs: set[tuple[str, str]], weights: list[float], type_: str = "TOY_FLOW") -> ToyView:
    edges = [
        edge(x, type_, y, confidence=w) for (x, y), w in zip(sorted(pairs), weights, strict=False)
    ]
    return view(firms(*"abcdef"), *edges)


def oracle(graph: ToyView, factor: float) -> dict[str, float]:
    """The sum over all simple paths from `a`, by networkx."""
    net = nx.DiGraph()
    net.add_nodes_from("abcdef")
    net.add_weighted_edges_from((e.head, e.tail, factor * e.confidence) for e in graph.edges())
    total = {"a": -1.0}
    for target in "bcdef":
        products = [_product(net, p) for p in nx.all_simple_paths(net, "a", target)]
        total[target] = -sum(products)
    return total


def _product(net: nx.DiGraph, path: list[str]) -> float:
    product = 1.0
    for x, y in pairwise(path):
        product *= net.edges[x, y]["weight"]
    return product


@settings(max_examples=60, deadline=None)
@given(PAIRS, WEIGHTS)
def test_on_a_dag_the_spread_is_the_sum_over_simple_paths(
    pairs: set[tuple[str, str]], weights: list[float]
) -> None:
    graph = dag(pairs, weights)
    found = supply(graph, hops=6, epsilon=0.0)
    for node, expected in oracle(graph, 0.85 * 0.6).items():
        assert found.get(node, 0.0) == pytest.approx(max(expected, -1.0), abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(PAIRS, WEIGHTS)
def test_all_trails_add_up_to_the_score_on_a_dag(
    pairs: set[tuple[str, str]], weights: list[float]
) -> None:
    graph = dag(pairs, [weight / 2 for weight in weights])  # so that nothing is clipped
    score = supply(graph, hops=6, epsilon=0.0)
    chains = trails(Links(graph), [Entry("a", "supply", -1.0)], hops=6, best=99, floor=0.0)
    for node, total in score.items():
        parts = [t.score for t in chains[node] if t.channel == "supply"]
        assert sum(parts) == pytest.approx(total)


@settings(max_examples=40, deadline=None)
@given(PAIRS, WEIGHTS, st.sampled_from(["TOY_FLOW", "TOY_RIVAL"]))
def test_scores_stay_in_bounds(
    pairs: set[tuple[str, str]], weights: list[float], type_: str
) -> None:
    strong = Factors(gamma=1.0, changed={f"{type_} with supply>supply": 1.0})
    found = spread(Links(dag(pairs, weights, type_), strong), [("a", "supply", -1.0)], hops=8)
    assert all(-1 <= s <= 1 for at in found.score.values() for s in at.values())


@settings(max_examples=40, deadline=None)
@given(PAIRS, WEIGHTS, st.integers(0, 14))
def test_taking_a_claim_away_never_raises_a_score(
    pairs: set[tuple[str, str]], weights: list[float], which: int
) -> None:
    graph = dag(pairs, weights)
    claims = sorted(graph.by_edge)
    gone = frozenset(claims[which % len(claims) :][:1]) if claims else frozenset()
    before = supply(graph, epsilon=0.0)
    after = spread(replace(Links(graph), without=gone), [("a", "supply", -1.0)], epsilon=0.0)
    for node, at in after.score.items():
        assert abs(at["supply"]) <= abs(before[node]) + 1e-12


@settings(max_examples=40, deadline=None)
@given(WEIGHTS, st.floats(1e-4, 0.3))
def test_on_a_chain_no_score_is_off_by_more_than_what_was_dropped(
    weights: list[float], epsilon: float
) -> None:
    graph = dag(set(pairwise("abcdef")), weights)
    exact = supply(graph, hops=6, epsilon=0.0)
    rough = spread(Links(graph), [("a", "supply", -1.0)], hops=6, epsilon=epsilon)
    for node, score in exact.items():
        assert abs(score - rough.at(node).get("supply", 0.0)) <= rough.dropped + 1e-12
