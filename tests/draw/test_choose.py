"""What a picture of the graph shows: neighbours, no more than fit, nothing without a sentence."""

from __future__ import annotations

from itertools import pairwise

from kg.draw.choose import choose
from tests.draw.factories import FIRMS, entity, link, town, view


def test_a_neighbourhood_reaches_as_far_as_asked_and_no_farther() -> None:
    chain = [entity("Firm", name) for name in FIRMS[:5]]
    graph = view(chain, [link(a, "SUPPLIES", b, i) for i, (a, b) in enumerate(pairwise(chain))])
    shown = {n.node for n in choose(graph, focus=chain[0].node, hops=2).nodes}
    assert shown == {e.node for e in chain[:3]}


def test_no_more_nodes_than_the_limit_and_the_rest_is_counted() -> None:
    choice = choose(town(), limit=20)
    assert len(choice.nodes) <= 20
    assert f"{60 - len(choice.nodes)} more not shown" in choice.caption
    ends = {end for e in choice.links for end in (e.head, e.tail)}
    assert ends == {n.node for n in choice.nodes}


def test_what_no_sentence_supports_is_left_out_of_a_graph() -> None:
    firm, trade = entity("Firm", FIRMS[0]), entity("Industry", "shipping")
    other = entity("Firm", FIRMS[1])
    reference = link(firm, "IN_INDUSTRY", trade, 1, reference=True, claims=())
    choice = choose(view((firm, trade, other), [reference, link(firm, "SUPPLIES", other, 2)]))
    assert {n.node for n in choice.nodes} == {firm.node, other.node}


def test_evidence_is_never_a_node_of_a_picture() -> None:
    firm, other, story = entity("Firm", FIRMS[0]), entity("Firm", FIRMS[1]), entity("Story", "s1")
    edges = [link(firm, "SUPPLIES", other, 1), link(story, "MENTIONS", firm, 2)]
    edges.append(link(story, "IMPACTS", firm, 3))
    assert {n.entity.label for n in choose(view((firm, other, story), edges)).nodes} == {"Firm"}
