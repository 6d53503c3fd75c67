"""Laws of the overlay: it answers as a store that was told the same thing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.exposure import exposed_to, shocks_for
from kg.exposure.what_if import read
from kg.exposure.what_if.laying import lay
from kg.graph import open_store
from kg.graph.contract import View
from schemas.claim import Resolved
from tests.graph.factories import claim, resolved, story

FIRMS = ("firm:aldo", "firm:brin", "firm:cask", "firm:dorn")
POLICY, STATE, GOODS = ("policy:levy", "policy:ban"), "country:no", "commodity:tin"
TRADE = st.tuples(
    st.sampled_from(FIRMS), st.sampled_from(("SUPPLIES", "OWNS", "DEPENDS_ON")),
    st.sampled_from((*FIRMS, GOODS)),
).filter(lambda e: e[0] != e[2] and (e[2] != GOODS) == (e[1] != "DEPENDS_ON"))  # fmt: skip
ACTS = st.tuples(st.sampled_from(POLICY), st.just("TARGETS"), st.sampled_from((*FIRMS, GOODS)))
ISSUED = st.tuples(st.just(STATE), st.just("IMPOSES"), st.sampled_from(POLICY))
EDGE = st.one_of(TRADE, ACTS, ISSUED)
Ends = tuple[str, str, str]


def said(number: int, ends: Ends, status: str = "asserted") -> Resolved:
    """A story that says one thing and nothing else."""
    told = story(f"s{number}", f"Story {number} says that it is so.", publisher=f"Paper {number}")
    return resolved(told, claim(told, *ends, status=status))


def view_of(*stories: Resolved) -> View:
    store = open_store(":memory:")
    everything = [("firm:aldo", "OWNS", f) for f in FIRMS[1:]]
    bare = [said(90 + n, ends, "negated") for n, ends in enumerate(everything)]
    bare += [said(97 + n, (p, "TARGETS", GOODS), "negated") for n, p in enumerate(POLICY)]
    bare.append(said(99, (STATE, "IMPOSES", POLICY[0]), "negated"))
    store.add([*stories, *bare], known_from="2025-07-01T00:00:00Z")
    return store.view()


def answers(view: View) -> list[object]:
    """Every score of every shock, and the edges that carry them."""
    nodes = [e.node for e in view.entities()]
    found = [exposed_to(view, shocks_for(view, n)) for n in nodes]
    scores = [(e.node, e.channel, e.score, e.sign, e.hops) for every in found for e in every]
    edges = [(e.edge_id, e.status, e.confidence, e.sign) for e in view.edges()]
    return [scores, sorted(edges, key=str)]


def held(view: View, ends: Ends) -> bool:
    return any((e.type, e.tail) == ends[1:] for e in view.out_edges(ends[0]))


@settings(max_examples=30)
@given(st.lists(EDGE, min_size=1, max_size=6, unique=True), EDGE)
def test_an_added_edge_answers_as_a_story_that_says_so(before: list[Ends], new: Ends) -> None:
    told = [said(n, ends) for n, ends in enumerate(before)]
    view = view_of(*told)
    if held(view, new):
        return
    head, type_, tail = new
    text = f"name: a\nshock: {{on: {head}, channel: price}}\n"
    text += f"add: {{head: {head}, type: {type_}, tail: {tail}}}\n"
    overlay = lay(view, read(text, where="plan")).overlay
    assert answers(overlay) == answers(view_of(*told, said(50, new)))


@settings(max_examples=30)
@given(st.lists(EDGE, min_size=1, max_size=6, unique=True), st.integers(0, 5))
def test_a_removed_edge_answers_as_if_nobody_had_said_so(before: list[Ends], which: int) -> None:
    gone = before[which % len(before)]
    told = [said(n, ends) for n, ends in enumerate(before)]
    left = [s for s, ends in zip(told, before, strict=True) if ends != gone]
    view = view_of(*told)
    head, type_, tail = gone
    text = f"name: a\nshock: {{on: {head}, channel: price}}\n"
    text += f"remove: {{head: {head}, type: {type_}, tail: {tail}}}\n"
    overlay = lay(view, read(text, where="plan")).overlay
    if held(view_of(*left), gone):  # said elsewhere, as negated: the other story still says it
        return
    assert answers(overlay) == answers(view_of(*left))
