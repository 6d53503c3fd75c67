"""The kernel gives what the walk over dicts gives: random graphs of all edge types, all terms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exposure.factors import Factors
from kg.exposure.kernel import kernel_of
from kg.exposure.links import Links
from kg.exposure.paths import Trail, trails
from kg.exposure.shock import Entry
from kg.exposure.spread import spread
from kg.graph.facts import Facts
from kg.graph.view import GraphView
from schemas.answer import StateEdge, Support
from schemas.base import CHANNELS, STATUSES, state_edges
from schemas.claim import Entity
from schemas.evidence import digest
from schemas.when import When

NODES = ("country:no", "firm:a", "firm:b", "firm:c", "firm:é", "policy:x", "good:t")
LABEL = {"country": "Country", "firm": "Firm", "policy": "Policy", "good": "Commodity"}
TYPES = sorted(kind.TYPE for kind in state_edges())
CLOSE = 1e-12
"""Both compute in double precision and differ in the order of additions alone."""


def facts(node: str) -> Facts:
    found = Facts()
    found.add(Entity(node=node, label=LABEL[node.partition(":")[0]], name=node))
    return found


def graph(edges: list[StateEdge], as_of: str | None = None) -> GraphView:
    view = GraphView({n: n for n in NODES}, {n: facts(n) for n in NODES}, edges, ())
    view.as_of = When(text=as_of) if as_of else None
    return view


def cited(claim: str, story: str) -> Support:
    return Support(claim_id=claim, story_id=story, quote="q", start=0, end=1, status="asserted")


CITED = [cited(c, s) for c, s in (("c1", "s1"), ("c2", "s1"), ("c2", "s2"), ("c3", "s3"))]
SCALES = st.sampled_from(((), (("stake", "60%"), ("share", "0.25")), (("scope", "0.5"),),
                          (("weight", "0"),), (("share", "much"),)))  # fmt: skip


@st.composite
def state(draw: st.DrawFn) -> StateEdge:
    head, tail = draw(st.sampled_from(NODES)), draw(st.sampled_from((*NODES, "")))
    type_ = draw(st.sampled_from(TYPES))
    sign = draw(st.sampled_from((None, "+", "-")))
    day = draw(st.sampled_from((None, "2024", "2025-03-09", "--06-09", "1850-01-01")))
    return StateEdge(
        edge_id=digest(head, type_, tail, sign or ""), head=head, type=type_, tail=tail, sign=sign,
        status=draw(st.sampled_from(STATUSES)),
        confidence=draw(st.sampled_from((0.8, 0.5, 1.0, 1 / 3, 0.999, 0.0))),
        amount="30", unit=draw(st.sampled_from(("", "%"))), more=draw(SCALES),
        last_attested=When(text=day) if day else None,
        claims=tuple(draw(st.lists(st.sampled_from(CITED), max_size=3, unique=True))),
        reference=draw(st.booleans()),
    )  # fmt: skip


EDGES = st.lists(state(), max_size=14, unique_by=lambda e: e.edge_id)
ENTRIES = st.lists(
    st.tuples(st.sampled_from(NODES), st.sampled_from(CHANNELS), st.sampled_from((-1.0, 0.3, 2.0))),
    min_size=1, max_size=3,
)  # fmt: skip


@st.composite
def asked(draw: st.DrawFn) -> Links:
    view = graph(draw(EDGES), draw(st.sampled_from((None, "2025-06-01"))))
    return Links(
        view,
        Factors(gamma=draw(st.sampled_from((0.85, 1.0)))),
        draw(st.sampled_from((0.0, 0.5))),
        evidenced=draw(st.booleans()),
        signs=draw(st.dictionaries(st.sampled_from(NODES), st.sampled_from((1, -1)), max_size=2)),
        without=frozenset(draw(st.sets(st.sampled_from(("c1", "c2", "c9")), max_size=2))),
        about=frozenset(draw(st.sets(st.sampled_from(NODES[:2]), max_size=1))),
    )


@settings(max_examples=80, deadline=None)
@given(asked(), ENTRIES, st.integers(0, 5), st.sampled_from((0.0, 1e-4, 0.05)))
def test_the_push_is_the_same(links: Links, entries: list, hops: int, epsilon: float) -> None:  # type: ignore[type-arg]
    ours = spread(links, entries, hops=hops, epsilon=epsilon)
    plain = spread(replace(links, plain=True, _known={}, _engine=[]), entries,
                   hops=hops, epsilon=epsilon)  # fmt: skip
    assert set(ours.score) >= {n for n, at in plain.score.items() if at}
    assert {n: set(at) for n, at in ours.score.items()} == {
        n: set(plain.at(n)) for n in ours.score
    }
    for node, at in ours.score.items():
        assert at == pytest.approx(plain.at(node), abs=CLOSE)
    assert dict(ours.hops) == plain.hops
    assert ours.dropped == pytest.approx(plain.dropped, abs=CLOSE)


@settings(max_examples=60, deadline=None)
@given(asked())
def test_the_links_that_leave_a_node_are_the_same(links: Links) -> None:
    plain = replace(links, plain=True, _known={}, _engine=[])
    for node in NODES:
        for channel in CHANNELS:
            ours, theirs = links.leaving(node, channel), plain.leaving(node, channel)
            assert [
                (e.source, e.target, e.into, e.out, e.factor, e.edge, e.forward, e.proxy)
                for e in ours
            ] == [
                (e.source, e.target, e.into, e.out, e.factor, e.edge, e.forward, e.proxy)
                for e in theirs
            ]


@settings(max_examples=30, deadline=None)
@given(EDGES)
def test_an_edge_is_found_again_by_its_number(edges: list[StateEdge]) -> None:
    kernel = kernel_of(graph(edges))
    assert kernel is not None
    told = {e.edge_id: e for e in edges if e.tail and e.head != e.tail}
    assert {e.edge_id: e for e in kernel.edges(range(kernel.graph.edges))} == told
    assert {kernel.graph.id_of(n) for n in range(kernel.graph.edges)} == set(told)


@settings(max_examples=80, deadline=None)
@given(asked(), ENTRIES, st.sets(st.sampled_from(NODES)))
def test_the_trails_to_what_is_shown_are_the_same(links: Links, given_: list, ends: set) -> None:  # type: ignore[type-arg]
    entries = [Entry(*e) for e in given_]
    plain = replace(links, plain=True, _known={}, _engine=[])
    spread(links, given_)
    ours, theirs = trails(links, entries, ends=ends), trails(plain, entries)
    for node in ends:
        assert [told(t) for t in ours.get(node, ())] == [told(t) for t in theirs.get(node, ())]


def told(trail: Trail) -> tuple[object, ...]:
    hops = [(x.source, x.target, x.edge, x.forward, x.proxy, f, c) for x, f, c in trail.hops]
    return trail.node, trail.channel, trail.score, trail.lead, hops
