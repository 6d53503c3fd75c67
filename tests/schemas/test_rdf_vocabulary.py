"""The ontology and the shapes are RDF, say all that the classes say, and follow a new class."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SH, Literal, URIRef
from rdflib.collection import Collection

from schemas import derive
from schemas.base import Edge, edge_types, forget, labels, state_edges
from schemas.derive.iris import PREFIXES, fact, label_class, said, statement
from tests.conftest import Run

KO = rdflib.Namespace(PREFIXES["ko"])


def parsed(words: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=words, format="turtle")


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return parsed(derive.owl())


@pytest.fixture
def toy() -> Iterator[type[Edge]]:
    made = type("Sponsors", (Edge,), {
        "__doc__": "A firm pays to be seen.", "head": ("Firm", "Country"), "tail": ("Person",),
        "statuses": ("asserted", "ended"),
    })  # fmt: skip
    yield made
    forget(made)


def ends(graph: rdflib.Graph, predicate: URIRef, side: URIRef) -> set[URIRef]:
    """The classes that one end may have."""
    end = graph.value(predicate, side)
    members = graph.value(end, OWL.unionOf)
    return set(Collection(graph, members)) if members else {end}


@pytest.mark.parametrize("label", labels())
def test_every_label_is_a_class_with_its_meaning(ontology: rdflib.Graph, label: str) -> None:
    class_ = URIRef(label_class(label))
    assert (class_, RDF.type, OWL.Class) in ontology
    meaning = " ".join(labels()[label].__doc__.split())
    assert ontology.value(class_, RDFS.comment) == Literal(meaning)


@pytest.mark.parametrize("type_", edge_types())
def test_every_type_is_a_property_between_its_ends(ontology: rdflib.Graph, type_: str) -> None:
    kind, predicate = edge_types()[type_], URIRef(fact(type_))
    assert (predicate, RDF.type, OWL.ObjectProperty) in ontology
    symmetric = (predicate, RDF.type, OWL.SymmetricProperty) in ontology
    assert symmetric == kind.symmetric
    tails = {URIRef(label_class(name)) for name in kind.tail}
    assert ends(ontology, predicate, RDFS.range) == tails
    if type_ not in {"SUBJECT", "OBJECT"}:
        heads = {URIRef(label_class(name)) for name in kind.head}
        assert ends(ontology, predicate, RDFS.domain) == heads


def test_every_state_type_is_a_class_of_statements_too(ontology: rdflib.Graph) -> None:
    for kind in state_edges():
        assert (URIRef(statement(kind.TYPE)), RDFS.subClassOf, KO.Statement) in ontology
        assert (URIRef(said(kind.TYPE)), RDF.type, OWL.ObjectProperty) in ontology


def test_every_property_is_described(ontology: rdflib.Graph) -> None:
    for kind in (*labels().values(), *edge_types().values()):
        for own in kind.properties:
            name = URIRef(PREFIXES["prop"] + own.name)
            assert (name, RDF.type, OWL.DatatypeProperty) in ontology
            said_of = " ".join(map(str, ontology.objects(name, RDFS.comment)))
            assert own.meaning in said_of


def test_claims_firms_stories_and_deals_are_aligned(ontology: rdflib.Graph) -> None:
    above = {(str(a), str(b)) for a, b in ontology.subject_objects(RDFS.subClassOf)}
    close = {(str(a), str(b)) for a, b in ontology.subject_objects(rdflib.SKOS.closeMatch)}
    assert (KO.Claim.toPython(), PREFIXES["prov"] + "Entity") in above
    assert (KO.Firm.toPython(), PREFIXES["fibo"] + "LegalEntity") in above
    assert (KO.Firm.toPython(), PREFIXES["schema"] + "Corporation") in above
    assert (KO.Story.toPython(), PREFIXES["schema"] + "NewsArticle") in above
    assert (KO.Deal.toPython(), PREFIXES["fibo-act"] + "CorporateAction") in close
    assert (KO.Firm.toPython(), PREFIXES["ftm"] + "Company") in close
    assert (statement("OWNS"), PREFIXES["ftm"] + "Ownership") in close


def test_every_name_of_ours_that_a_shape_uses_is_in_the_ontology(ontology: rdflib.Graph) -> None:
    shapes = parsed(derive.shacl())
    used = set(shapes.objects(None, SH.targetClass)) | set(shapes.objects(None, SH["class"]))
    assert not [c for c in used if (c, RDF.type, OWL.Class) not in ontology]
    facts = set(shapes.objects(None, SH.targetSubjectsOf))
    assert facts == {URIRef(fact(kind.TYPE)) for kind in state_edges()}


def test_no_two_types_share_a_name() -> None:
    names = [f(kind) for kind in edge_types() for f in (fact, statement)]
    assert len(set(names)) == len(names)
    assert not {statement(kind) for kind in edge_types()} & {label_class(n) for n in labels()}


def test_a_type_dropped_in_is_in_both_and_gone_when_forgotten(toy: type[Edge]) -> None:
    ontology, shapes = parsed(derive.owl()), parsed(derive.shacl())
    assert ends(ontology, KO.sponsors, RDFS.domain) == {KO.Firm, KO.Country}
    assert ontology.value(KO.Sponsors, RDFS.comment) == Literal("A firm pays to be seen.")
    assert (None, SH.targetClass, KO.Sponsors) in shapes
    assert (None, SH.targetSubjectsOf, KO.sponsors) in shapes
    statuses = [set(Collection(shapes, each)) for each in shapes.objects(None, SH["in"])]
    assert {Literal("asserted"), Literal("ended")} in statuses
    assert any(Literal("SPONSORS") in each for each in statuses)
    forget(toy)
    assert "ponsors" not in derive.owl() + derive.shacl()


def test_the_same_vocabulary_gives_the_same_bytes() -> None:
    assert (derive.owl(), derive.shacl()) == (derive.owl(), derive.shacl())


def test_the_program_gives_both(kg: Run) -> None:
    assert kg("schema", "--format", "owl").stdout == derive.owl() + "\n"
    assert len(parsed(kg("schema", "--format", "shacl").stdout)) > 1000
