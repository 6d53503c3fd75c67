"""An exported store holds to the shapes, and each way to break them is caught."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyshacl
import pytest
import rdflib
from rdflib import RDF, RDFS, XSD, Literal, URIRef

import kg.demo
from kg.graph.memory import Memory
from kg.pipeline import How, ingest, places
from schemas import derive
from schemas.derive.iris import PREFIXES
from tests.graph.rdf.conftest import filled, parsed, text
from tests.graph.rdf.graphs import graphs

KO, NODE = rdflib.Namespace(PREFIXES["ko"]), rdflib.Namespace(PREFIXES["node"])
PROV = rdflib.Namespace(PREFIXES["prov"])
ORRIN, KELD, TAVOLA = (NODE[f"firm:{name}"] for name in ("orrin", "keld", "tavola"))
Break = Callable[[rdflib.Graph, URIRef, URIRef], object]


def put(predicate: URIRef, value: object, *, claim: bool = False) -> Break:
    """Give the edge (or the claim) another value."""
    term = value if isinstance(value, rdflib.term.Node) else Literal(value)
    return lambda graph, edge, said: graph.set((said if claim else edge, predicate, term))


def drop(predicate: URIRef, *, claim: bool = False) -> Break:
    """Take a value from the edge (or the claim)."""
    return lambda graph, edge, said: graph.remove((said if claim else edge, predicate, None))


def add(*triple: rdflib.term.Node) -> Break:
    return lambda graph, _edge, _said: graph.add(triple)


def with_story(predicate: URIRef, value: rdflib.term.Node | None) -> Break:
    def change(graph: rdflib.Graph, _edge: URIRef, said: URIRef) -> None:
        story = graph.value(said, PROV.wasQuotedFrom)
        graph.remove((story, predicate, None))
        if value is not None:
            graph.add((story, predicate, value))

    return change


BREAKS: dict[str, Break] = {
    "an edge whose head the type does not allow": lambda g, e, c: g.set(
        (g.value(e, KO.subject), RDF.type, KO.Commodity)
    ),
    "an edge whose tail the type does not allow": lambda g, e, c: g.set(
        (g.value(e, KO.object), RDF.type, KO.Country)
    ),
    "an edge to what has no label": put(KO.object, NODE["firm:nobody"]),
    "an edge without a head": drop(KO.subject),
    "an edge without a tail": drop(KO.object),
    "an edge with two tails": lambda g, e, c: g.add((e, KO.object, TAVOLA)),
    "an edge without an id": drop(KO.edgeId),
    "an edge that no claim bears out": drop(KO.claim),
    "an edge that cites what is no claim": put(KO.claim, KELD),
    "a confidence above one": put(KO.confidence, 1.5),
    "a confidence below nought": put(KO.confidence, -0.1, claim=True),
    "a confidence in words": put(KO.confidence, "high"),
    "no confidence": drop(KO.confidence, claim=True),
    "an unknown status": put(KO.status, "perhaps"),
    "no status": drop(KO.status, claim=True),
    "an unknown sign": put(KO.sign, "±"),
    "an unknown type": put(KO.type, "ADMIRES"),
    "another type than its class": put(KO.type, "OWNS"),
    "another predicate than its class": put(KO.predicate, KO.owns),
    "an amount that is no number": put(KO.amount, "much"),
    "a currency that is none": put(KO.currency, "kroner"),
    "a date that is a number": put(KO.validFrom, 2025),
    "a claim without a story": drop(PROV.wasQuotedFrom, claim=True),
    "a claim from what is no story": put(PROV.wasQuotedFrom, KELD, claim=True),
    "a claim without a source": drop(PROV.hadPrimarySource, claim=True),
    "a claim without a quote": drop(KO.quote, claim=True),
    "a claim with an empty quote": put(KO.quote, "", claim=True),
    "a claim that ends before it starts": put(KO.end, -1, claim=True),
    "a claim whose quote begins behind its end": put(KO.start, 10**6, claim=True),
    "a claim whose head has no known label": put(KO.headType, "Planet", claim=True),
    "a claim that counts and is about nothing": drop(KO.subject, claim=True),
    "a claim without an id": drop(KO.claimId, claim=True),
    "a story without an id": with_story(KO.storyId, None),
    "a story without a document": with_story(PROV.wasDerivedFrom, None),
    "a node without a name": lambda g, e, c: g.remove((KELD, RDFS.label, None)),
    "a node without an id": lambda g, e, c: g.remove((KELD, KO.node, None)),
    "a denied edge as a fact": add(ORRIN, KO.acquires, KELD),
    "a fact that nobody told": add(KELD, KO.partnersWith, ORRIN),
    "a fact between labels that the type forbids": lambda g, e, c: g.set(
        (TAVOLA, RDF.type, KO.Industry)
    ),
    "a property that is no text": add(KELD, rdflib.URIRef(PREFIXES["prop"] + "lei"), Literal(7)),
}
"""What is wrong → how to do it to the denied edge of the store and a claim of it."""


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return parsed(derive.shacl())


@pytest.fixture(scope="module")
def sound() -> str:
    """The filled store as N-Triples, which are read fast."""
    return parsed(text(filled(), "turtle")).serialize(format="nt")


def report(graph: rdflib.Graph, shapes: rdflib.Graph) -> tuple[bool, str]:
    conforms, _, words = pyshacl.validate(graph, shacl_graph=shapes)
    return conforms, words


def test_a_store_with_a_bit_of_everything_conforms(sound: str, shapes: rdflib.Graph) -> None:
    assert report(parsed(sound, "nt"), shapes) == (True, "Validation Report\nConforms: True\n")


def test_generated_stores_conform(shapes: rdflib.Graph) -> None:
    made = Memory()
    for batch in graphs(12):
        made.add(batch, known_from="2025-07-01")
    conforms, words = report(parsed(text(made, "turtle", entered=True)), shapes)
    assert conforms, words


@pytest.mark.parametrize("name", BREAKS)
def test_it_is_caught(name: str, sound: str, shapes: rdflib.Graph) -> None:
    graph = parsed(sound, "nt")
    edge = next(e for e in graph.subjects(KO.status, Literal("denied"))
                if (e, RDF.type, KO.Edge) in graph)  # fmt: skip
    claim = min(graph.objects(edge, KO.claim))
    before = len(graph), set(graph)
    BREAKS[name](graph, edge, claim)
    assert (len(graph), set(graph)) != before
    assert not report(graph, shapes)[0]


def test_a_date_of_each_precision_is_allowed(sound: str, shapes: rdflib.Graph) -> None:
    graph = parsed(sound, "nt")
    edge = next(graph.subjects(KO.edgeId, None))
    for words, kind in (("2025", XSD.gYear), ("2025-06", XSD.gYearMonth), ("--06-09", XSD.string)):
        graph.set((edge, KO.validFrom, Literal(words, datatype=kind)))
        assert report(graph, shapes)[0]


def test_the_demo_store_conforms_and_no_claim_leads_to_itself(shapes: rdflib.Graph) -> None:
    made = Memory()
    found = places([str(Path(kg.demo.__file__).parent / "stories")])
    list(ingest(found, made, known_from="2026-01-01", how=How()))
    claims = list(made.claims())
    assert len(claims) > 200
    assert [c for c in claims if c.head_node == c.tail_node] == []
    assert any(not c.tail_node for c in claims)
    conforms, words = report(parsed(text(made, "turtle")), shapes)
    assert conforms, words
