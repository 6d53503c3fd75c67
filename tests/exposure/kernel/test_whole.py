"""The whole-graph scenario beside the push and, where nothing is clipped, a dense solve."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exposure.factors import Factors
from kg.exposure.kernel import kernel_of
from kg.exposure.kernel.crossing import WIDTH
from kg.exposure.kernel.engine import Engine
from kg.exposure.kernel.terms import AT, bind
from kg.exposure.kernel.whole import Whole, caveats, fold, radius, scenario
from kg.exposure.links import Links
from schemas.answer import StateEdge
from schemas.base import CHANNELS
from tests.exposure.kernel.test_same import EDGES, ENTRIES, NODES, asked, graph

CLOSE = 1e-5
"""Documented bound of float32 against double precision."""


def engine_of(links: Links) -> Engine:
    found = links.engine()
    assert found
    return found


@settings(max_examples=50, deadline=None)
@given(asked(), ENTRIES, st.integers(0, 6))
def test_so_many_products_are_a_push_of_as_many_hops(
    links: Links,
    entries: list,  # type: ignore[type-arg]
    hops: int,
) -> None:
    engine = engine_of(links)
    known = [e for e in entries if engine.knows([e[0]])]
    pushed = engine.push(known, hops=hops, epsilon=0.0)
    found, _ = engine.scenario(known, hops=hops)
    for node in NODES:
        for channel in CHANNELS:
            assert found.at(node).get(channel, 0.0) == pytest.approx(
                pushed.at(node).get(channel, 0.0), abs=CLOSE
            )


def folded(edges: list[StateEdge]) -> Whole:
    view = graph(edges)
    kernel = kernel_of(view)
    assert kernel
    return fold(bind(Links(view), kernel.graph, lambda wrong: np.zeros(len(wrong))))


def inside(whole: Whole) -> np.ndarray:
    """What kappa makes of a mass within one node, as a matrix over channels and nodes."""
    share = np.eye(WIDTH)
    for at in (AT[c] for c in ("access", "price", "demand", "supply", "finance")):
        for source, out, kappa in whole.bound.kappa:
            if source == at:
                share[out] += kappa * share[at]
    return np.kron(share, np.eye(whole.nodes))


@settings(max_examples=30, deadline=None)
@given(EDGES, st.sampled_from(CHANNELS))
def test_without_clipping_it_is_a_leontief_solve(edges: list[StateEdge], channel: str) -> None:
    whole = folded(edges)
    if not whole.nodes:
        return
    found = scenario(whole, [(0, channel, -0.01)])
    if found.clipped or radius(whole) > 0.95:
        return
    kappa, entry = inside(whole), np.zeros(WIDTH * whole.nodes)
    entry[AT[channel] * whole.nodes] = -0.01
    hop = kappa @ whole.matrix.toarray().astype(float)
    solved = np.linalg.solve(np.eye(len(entry)) - hop, kappa @ entry)
    assert found.settled
    assert found.score.ravel() == pytest.approx(solved, abs=CLOSE)


@settings(max_examples=25, deadline=None)
@given(EDGES)
def test_the_radius_is_that_of_the_dense_matrix(edges: list[StateEdge]) -> None:
    whole = folded(edges)
    dense = abs(whole.matrix.toarray().astype(float)) @ inside(whole)
    true = max(abs(np.linalg.eigvals(dense)), default=0.0)
    assert radius(whole, turns=3000) == pytest.approx(true, rel=0.02, abs=0.02)


def test_clipping_is_counted() -> None:
    edge = StateEdge(edge_id="e", head="firm:a", type="SUPPLIES", tail="firm:b",
                     status="asserted", confidence=1.0)  # fmt: skip
    whole = folded([edge])
    found = scenario(whole, [(0, "supply", -1.0), (0, "supply", -0.5)])
    assert (found.clipped, found.nodes, found.settled) == (1, 1, True)
    assert found.score.min() == -1
    assert caveats(found, radius(whole)) == ("1 sums were cut off at 1, at 1 things",)


def test_a_ring_that_amplifies_is_told() -> None:
    ring = [
        StateEdge(edge_id=f"e{at}", head=f"firm:{a}", type="SUPPLIES", tail=f"firm:{b}",
                  status="asserted", confidence=1.0)
        for at, (a, b) in enumerate(("ab", "ba"))
    ]  # fmt: skip
    view = graph(ring)
    strong = Factors(gamma=1.0, changed={"SUPPLIES with supply>supply": 1.0})
    kernel = kernel_of(view)
    assert kernel
    engine = kernel.engine(Links(view, strong))
    _, found = engine.scenario([("firm:a", "supply", -0.1)])
    assert found.clipped
    (amplifies, *_) = caveats(found, engine.radius())
    assert amplifies.startswith("a hop may amplify")
