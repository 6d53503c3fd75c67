"""Laws that hold whatever the priors are: linearity, monotony, symmetry, order, bounds."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.exposure import Links, exposed_to, shocks_for, spread
from kg.graph.view import GraphView
from schemas.base import edge_types
from schemas.when import When
from tests.exposure.factories import ToyView
from tests.exposure.oracle import design
from tests.exposure.oracle.walks import Tie, World, by_walks
from tests.exposure.oracle.worlds import (
    ENDS,
    LABELS,
    SHOCKS,
    Engine,
    Shock,
    differs,
    edge,
    edges,
    of,
    pushed,
    view,
    worlds,
)

ENGINES: tuple[Engine, ...] = ("plain", "kernel")
HELPFUL = [
    name
    for name, rows in design.TABLE.items()
    if name != "IMPACTS" and all(r.factor > 0 for r in rows)
]
"""Types that never turn a shock's sign."""
HURTING = st.lists(
    st.tuples(st.sampled_from(sorted(LABELS)), st.sampled_from(design.CHANNELS), st.just(-0.3)),
    min_size=1,
    max_size=3,
)


def positive(world: World) -> World:
    return replace(world, edges=tuple(e for e in world.edges if e.type in HELPFUL))


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=50)
@given(world=worlds(), shock=SHOCKS, factor=st.floats(-1, 1))
def test_before_clipping_a_larger_shock_is_proportionally_larger(
    engine: Engine, world: World, shock: Shock, factor: float
) -> None:
    one = pushed(world, shock, engine=engine)
    assume(all(abs(s) < 0.9 for s in one.values()))
    scaled = pushed(world, [(n, c, s * factor) for n, c, s in shock], engine=engine)
    assert not differs(scaled, {k: v * factor for k, v in one.items()}, 1e-7)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=50)
@given(world=worlds(), one=SHOCKS, two=SHOCKS)
def test_before_clipping_two_shocks_add_up(
    engine: Engine, world: World, one: Shock, two: Shock
) -> None:
    apart = pushed(world, one, engine=engine), pushed(world, two, engine=engine)
    together = pushed(world, [*one, *two], engine=engine)
    assume(all(abs(s) < 0.4 for found in apart for s in found.values()))
    states = apart[0].keys() | apart[1].keys()
    added = {s: apart[0].get(s, 0.0) + apart[1].get(s, 0.0) for s in states}
    assert not differs(together, added, 1e-7)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=50)
@given(world=worlds(), shock=HURTING, more=edges(most=1, types=HELPFUL))
def test_one_more_link_that_turns_nothing_never_softens_a_blow(
    engine: Engine, world: World, shock: Shock, more: tuple[object, ...]
) -> None:
    base = positive(world)
    (added,) = more
    wider = of(base, *(e for e in base.edges if e.edge_id != added.edge_id), added)  # type: ignore[attr-defined]
    base = of(base, *(e for e in base.edges if e.edge_id != added.edge_id))  # type: ignore[attr-defined]
    before, after = (pushed(w, shock, engine=engine) for w in (base, wider))
    assert all(after.get(s, 0.0) <= score + 1e-6 for s, score in before.items())


@settings(max_examples=50)
@given(world=worlds(), shock=HURTING, which=st.integers(0, 20), sure=st.floats(0.0, 1.0))
def test_a_link_less_sure_never_hits_harder(
    world: World, shock: Shock, which: int, sure: float
) -> None:
    base = positive(world)
    assume(base.edges)
    at = which % len(base.edges)
    weaker = base.edges[at].model_copy(
        update={"confidence": base.edges[at].confidence * sure}
    )
    other = of(base, *base.edges[:at], weaker, *base.edges[at + 1 :])
    before, after = pushed(base, shock), pushed(other, shock)
    assert all(after.get(s, 0.0) >= score - 1e-12 for s, score in before.items())


@pytest.mark.parametrize("type_", design.TABLE)
def test_a_firmer_status_never_hits_more_softly(type_: str) -> None:
    order = sorted(design.STATUS, key=design.STATUS.__getitem__)
    head, _, tail = next(e for e in ENDS if e[1] == type_)
    for node in (head, tail):
        for channel in design.CHANNELS:
            sizes = []
            for status in order:
                held = (edge(head, type_, tail, status=status),)
                world = World(LABELS, held, about=frozenset({node}))
                found = pushed(world, [(node, channel, -0.5)])
                sizes.append(sum(abs(s) for (n, _), s in found.items() if n != node))
            assert sizes == sorted(sizes)
            assert sizes[0] == 0


@settings(max_examples=40)
@given(world=worlds(), shock=SHOCKS, years=st.integers(1, 9))
def test_an_older_link_never_hits_harder(world: World, shock: Shock, years: int) -> None:
    base = positive(replace(world, as_of=When.parse("2024-03-01").last()))
    later = replace(base, as_of=When.parse(f"{2024 + years}-03-01").last())
    bad = [(node, channel, -abs(size)) for node, channel, size in shock]
    now, then = pushed(base, bad), pushed(later, bad)
    assume(all(s <= 0 for s in now.values()))
    assert all(then.get(s, 0.0) >= score - 1e-12 for s, score in now.items())


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=40)
@given(world=worlds(), shock=SHOCKS, data=st.data())
def test_no_order_of_edges_or_entries_changes_anything(
    engine: Engine, world: World, shock: Shock, data: st.DataObject
) -> None:
    mixed = of(world, *data.draw(st.permutations(world.edges)))
    turned = data.draw(st.permutations(shock))
    one, two = pushed(world, shock, engine=engine), pushed(mixed, turned, engine=engine)
    assert not differs(one, two, 1e-12)


@settings(max_examples=40)
@given(
    given=edges(most=6, types=design.SYMMETRIC), shock=SHOCKS, which=st.integers(0, 5)
)
def test_a_symmetric_edge_is_the_same_from_either_end(
    given: tuple[object, ...], shock: Shock, which: int
) -> None:
    world = World(LABELS, given)  # type: ignore[arg-type]
    at = which % len(world.edges)
    held = world.edges[at]
    turned = held.model_copy(update={"head": held.tail, "tail": held.head})
    other = of(world, *world.edges[:at], turned, *world.edges[at + 1 :])
    assert not differs(pushed(world, shock), pushed(other, shock), 1e-12)


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=40)
@given(world=worlds(most=20), shock=SHOCKS)
def test_no_score_leaves_its_bounds(engine: Engine, world: World, shock: Shock) -> None:
    shock = [(node, channel, size * 100) for node, channel, size in shock]
    assert all(abs(s) <= 1 for s in pushed(world, shock, hops=8, engine=engine).values())


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=40)
@given(world=worlds(most=15), shock=SHOCKS, epsilon=st.floats(1e-5, 5e-3))
def test_what_is_left_behind_bounds_the_error(
    engine: Engine, world: World, shock: Shock, epsilon: float
) -> None:
    """Where a state sends at most one walk to another, no score is off by more than was dropped."""
    links = Links(view(world, engine), signs=world.signs, about=world.about)
    try:
        bound = _most_walks(world, 4)
        exact = by_walks(replace(world, evidenced=False), shock, 4)
    except Tie:
        assume(False)
    rough = spread(links, shock, hops=4, epsilon=epsilon)  # type: ignore[arg-type]
    for (node, channel), score in exact.items():
        off = abs(score - rough.at(node).get(channel, 0.0))  # type: ignore[call-overload]
        assert off <= rough.dropped * bound + 1e-7


def _most_walks(world: World, hops: int) -> float:
    """The most that a mass of 1 at a state can be at another, over all walks, signs forgotten."""
    net = replace(world, evidenced=False).graph()
    for *_, way in net.edges(data=True):
        way["weight"] = abs(way["weight"])
    most = 1.0
    for start in list(net):
        masses, total = {start: 1.0}, {start: 1.0}
        for _ in range(hops):
            after: dict[tuple[str, str], float] = {}
            for state, mass in masses.items():
                for goal, way in net.adj[state].items() if state in net else ():
                    after[goal] = after.get(goal, 0.0) + mass * way["weight"]
            masses = after
            for state, mass in masses.items():
                total[state] = total.get(state, 0.0) + mass
        most = max(most, *total.values())
    return most


@settings(max_examples=40)
@given(world=worlds(), node=st.sampled_from(sorted(LABELS)))
def test_both_ways_of_working_give_the_same_answer(world: World, node: str) -> None:
    plain, kernel = view(world, "plain"), view(world, "kernel")
    assert isinstance(plain, ToyView)
    assert isinstance(kernel, GraphView)
    one = exposed_to(plain, shocks_for(plain, node))
    two = exposed_to(kernel, shocks_for(kernel, node))
    assert [(e.node, e.class_, e.sign, e.channel, e.hops) for e in one] == [
        (e.node, e.class_, e.sign, e.channel, e.hops) for e in two
    ]
    assert [e.score for e in one] == pytest.approx([e.score for e in two], abs=1e-6)


@settings(max_examples=40)
@given(world=worlds(), node=st.sampled_from(sorted(LABELS)))
def test_listed_paths_and_residual_add_up_to_every_score(world: World, node: str) -> None:
    graph = view(world)
    for found in exposed_to(graph, shocks_for(graph, node)):
        assert sum(p.score for p in found.paths) + found.residual == pytest.approx(found.score)
        assert found.class_ != "unknown"


@settings(max_examples=40)
@given(world=worlds(), shock=SHOCKS, floor=st.floats(0, 1))
def test_links_below_a_confidence_count_as_if_they_were_not_there(
    world: World, shock: Shock, floor: float
) -> None:
    bare = of(world, *(e for e in world.edges if e.confidence >= floor))
    links = Links(
        view(world), min_confidence=floor, evidenced=world.evidenced, signs=world.signs,
        about=world.about,
    )  # fmt: skip
    found = spread(links, shock, epsilon=0)  # type: ignore[arg-type]
    left = {(n, c): s for n, at in found.score.items() for c, s in at.items()}
    assert not differs(left, pushed(bare, shock), 1e-12)


def test_every_type_that_carries_a_shock_is_in_these_worlds() -> None:
    assert {t for _, t, _ in ENDS} == {n for n, k in edge_types().items() if k.transmissions}
