"""The engine against walks, simple paths and algebra, on both of its ways of working."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.exposure import Entry, Links
from kg.exposure.factors import KAPPA, ORDER, STATUS, Factors
from kg.exposure.paths import trails
from schemas.base import edge_types
from tests.exposure.oracle import design
from tests.exposure.oracle.walks import Tie, World, by_algebra, by_simple_paths, by_walks, closure
from tests.exposure.oracle.worlds import (
    LABELS,
    SHOCKS,
    Engine,
    Shock,
    differs,
    edge,
    pushed,
    view,
    worlds,
)

ENGINES: tuple[Engine, ...] = ("plain", "kernel")
NEAR = {"plain": 1e-12, "kernel": 1e-7}  # the kernel multiplies in single precision


def test_the_register_says_what_the_design_says() -> None:
    held = {
        name: {(t.travel, t.into, t.out, t.factor, t.scale) for t in kind.transmissions}
        for name, kind in edge_types().items()
        if kind.transmissions
    }
    assert held == {name: {tuple(row) for row in rows} for name, rows in design.TABLE.items()}
    assert dict(KAPPA) == design.KAPPA
    assert dict(STATUS) == design.STATUS
    assert Factors().gamma == design.GAMMA


def test_ages_and_directions_are_those_of_the_design() -> None:
    kinds = {name: edge_types()[name] for name in design.TABLE}
    ages = {name: kind.half_life for name, kind in kinds.items()}
    timeless = dict.fromkeys(design.TIMELESS)
    assert ages == dict.fromkeys(kinds, 24.0) | design.HALF_LIFE | timeless
    assert {n for n, k in kinds.items() if k.symmetric} == set(design.SYMMETRIC)
    proxies = {n for n, k in kinds.items() if any(t.proxy for t in k.transmissions)}
    assert proxies == set(design.PROXY)


@pytest.mark.parametrize("channel", ORDER)
def test_what_a_mass_does_inside_a_node_is_the_sum_over_kappas_paths(channel: str) -> None:
    assert dict(Factors().inside(channel)) == pytest.approx(closure(channel))  # type: ignore[arg-type]


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=100)
@given(world=worlds(), shock=SHOCKS, hops=st.integers(0, 4))
def test_the_engine_adds_up_every_bounded_walk(
    engine: Engine, world: World, shock: Shock, hops: int
) -> None:
    try:
        expected = by_walks(world, shock, hops)
    except Tie:
        assume(False)
    assert not differs(pushed(world, shock, hops=hops, engine=engine), expected, NEAR[engine])


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=60)
@given(world=worlds(most=12), shock=SHOCKS)
def test_where_walks_die_away_the_engine_is_the_dense_leontief_solve(
    engine: Engine, world: World, shock: Shock
) -> None:
    try:
        expected = by_algebra(world, shock)
    except Tie:
        assume(False)
    assume(expected is not None)
    found = pushed(world, shock, hops=100, engine=engine)
    assert not differs(found, expected or {}, max(NEAR[engine], 1e-9))


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=60)
@given(world=worlds(most=7), shock=SHOCKS)
def test_without_cycles_the_engine_is_the_sum_over_simple_paths(
    engine: Engine, world: World, shock: Shock
) -> None:
    try:
        expected = by_simple_paths(world, shock)
    except Tie:
        assume(False)
    assume(expected is not None)
    found = pushed(world, shock, hops=40, engine=engine)
    assert not differs(found, expected or {}, NEAR[engine])


@settings(max_examples=60)
@given(world=worlds(most=7), shock=SHOCKS)
def test_all_trails_and_what_comes_back_add_up_to_the_score(world: World, shock: Shock) -> None:
    """Trails never come back to a node; the walks that do are the residual."""
    try:
        walks = by_walks(world, shock, 3)
        back = by_walks_that_return(world, shock, 3)
    except Tie:
        assume(False)
    links = Links(
        view(world), evidenced=world.evidenced, signs=world.signs, about=world.about, plain=True
    )
    entries = [Entry(n, c, s) for n, c, s in shock]  # type: ignore[arg-type]
    chains = trails(links, entries, hops=3, best=10_000, floor=0.0)
    total: dict[tuple[str, str], float] = {}
    for trail in (t for every in chains.values() for t in every):
        place = trail.node, trail.channel
        total[place] = total.get(place, 0.0) + trail.score
    residual = {s: walks[s] - back.get(s, 0.0) for s in walks}
    assert not differs(total, residual, 1e-9)


def by_walks_that_return(world: World, shock: Shock, hops: int) -> dict[tuple[str, str], float]:
    """The part of the walks that passes some node twice."""
    from tests.exposure.oracle.walks import entered

    net, total = world.graph(), {}

    def walk(state: tuple[str, str], mass: float, seen: tuple[str, ...]) -> None:
        if len(set(seen)) < len(seen):
            total[state] = total.get(state, 0.0) + mass
        if len(seen) <= hops and state in net:
            for goal, way in net.adj[state].items():
                walk(goal, mass * way["weight"], (*seen, goal[0]))

    for state, mass in entered(shock).items():
        walk(state, mass, (state[0],))
    return total


@pytest.mark.parametrize("engine", ENGINES)
def test_a_chain_over_three_types_is_what_a_pencil_gives(engine: Engine) -> None:
    world = World(
        LABELS,
        (
            edge("l1", "TARGETS", "m1", confidence=0.9),
            edge("p1", "DEPENDS_ON", "m1", status="agreed"),
            edge("f1", "PRODUCES", "p1"),
        ),
    )
    found = pushed(world, [("l1", "access", -1.0)], engine=engine)
    target = -0.85 * 0.8 * 0.9
    needed = target * 0.8 * 0.85 * 0.8 * 0.6
    assert found["m1", "access"] == pytest.approx(target)
    assert found["p1", "supply"] == pytest.approx(needed)
    assert found["p1", "finance"] == pytest.approx(needed * 0.5)
    assert ("f1", "supply") not in found
