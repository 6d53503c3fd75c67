"""What the RDF of a store says, in each form, and what it never says."""

from __future__ import annotations

import io
from urllib.parse import unquote

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, RDFS, XSD, Literal, URIRef

from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory
from kg.graph.rdf import FORMS, read, terms, write
from schemas.derive.iris import PREFIXES, camel, fact, statement
from schemas.errors import KnockonError
from schemas.when import When
from tests.graph.curbed import curbed
from tests.graph.rdf.conftest import LEI, filled, parsed, text, told
from tests.graph.rdf.odd import HALF, WORDS, stores

KO, SAID, NODE = (rdflib.Namespace(PREFIXES[p]) for p in ("ko", "said", "node"))
PROV, SCHEMA = rdflib.Namespace(PREFIXES["prov"]), rdflib.Namespace(PREFIXES["schema"])
ORRIN, KELD, TAVOLA = (NODE[f"firm:{name}"] for name in ("orrin", "keld", "tavola"))
STATUS = ("asserted", "completed")
FORMATS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
}


def quads(words: str) -> list[pyoxigraph.Quad]:
    return list(pyoxigraph.parse(words, format=pyoxigraph.RdfFormat.N_QUADS))


def story(name: str) -> URIRef:
    return URIRef(f"urn:knockon:story:{name}")


def claims_of(graph: rdflib.Graph, name: str) -> list[URIRef]:
    return list(graph.subjects(PROV.wasQuotedFrom, story(name)))


def test_what_is_denied_or_planned_is_an_edge_and_no_bare_triple(graph: rdflib.Graph) -> None:
    (edge,) = set(graph.subjects(KO.subject, ORRIN)) & set(graph.subjects(RDF.type, KO.Edge))
    assert graph.value(edge, KO.status) == Literal("denied")
    assert graph.value(edge, KO.predicate) == KO.acquires
    assert (ORRIN, KO.acquires, KELD) not in graph
    assert (TAVOLA, KO.acquires, ORRIN) in graph


@settings(max_examples=60, deadline=None)
@given(stores())
def test_a_bare_triple_stands_for_an_asserted_or_completed_edge_in_any_form(store: Memory) -> None:
    edges = list(store.view().edges())
    facts = {(terms.of_node(e.head), fact(e.type), terms.of_node(e.tail))
             for e in edges if e.status in STATUS and e.tail}  # fmt: skip
    types = {fact(e.type) for e in edges} | {fact(c.type) for c in store.claims()}
    merged = [q for q in quads(text(store, "nquads")) if q.predicate.value in types]
    assert {(q.subject.value, q.predicate.value, q.object.value) for q in merged} == facts
    for form in ("turtle", "jsonld"):
        bare = {triple[:3] for triple in as_oxigraph(text(store, form), form)}
        assert {t for t in bare if t[1] in types} == facts


def test_each_claim_that_counts_has_a_named_graph_with_what_it_says(store: Store) -> None:
    found = quads(text(store, "nquads"))
    named = {q.graph_name.value: q for q in found if q.graph_name != pyoxigraph.DefaultGraph()}
    iris = {f"urn:knockon:claim:{c.story_id}:{c.claim_id}": c for c in store.claims()}
    assert named.keys() == iris.keys()
    for iri, quad in named.items():
        claim = iris[iri]
        assert quad.subject.value == terms.of_node(claim.head_node)
        assert quad.predicate.value == PREFIXES["said"] + camel(claim.type, capital=False)
        tail = terms.of_node(claim.tail_node) if claim.tail_node else "urn:knockon:unnamed:s5:"
        assert quad.object.value.startswith(tail)


def test_a_claim_says_where_it_is_from_and_who_said_it(graph: rdflib.Graph) -> None:
    (claim,) = claims_of(graph, "s3")
    whom = {str(graph.value(who, RDFS.label)) for who in graph.objects(claim, PROV.wasAttributedTo)}
    assert whom == {"The Ledger", "Ms Lund"}
    source = graph.value(claim, PROV.hadPrimarySource)
    assert graph.value(source, KO.uri) == Literal("file:s3.txt")
    assert graph.value(claim, KO.quote) == Literal("Tavola has bought Orrin, Ms Lund said.")
    assert {KO.Claim, PROV.Entity, URIRef(statement("ACQUIRES"))} == set(
        graph.objects(claim, RDF.type)
    )


def test_a_retracted_claim_is_invalidated_and_says_nothing_any_more(graph: rdflib.Graph) -> None:
    (claim,) = claims_of(graph, "s6")
    by = graph.value(claim, PROV.wasInvalidatedBy)
    assert (graph.value(by, KO.sort), graph.value(by, KO.why)) == (
        Literal("retract"), Literal("withdrawn"),
    )  # fmt: skip
    assert graph.value(claim, KO.subject) is None
    assert graph.value(claim, KO.headNode) == Literal("firm:keld")
    assert not list(graph.triples((KELD, KO.owns, None)))
    assert "urn:knockon:said#owns" not in text(filled(), "nquads")


def test_a_denial_revises_and_contradicts_the_plan(graph: rdflib.Graph) -> None:
    (plan,), (denial,) = claims_of(graph, "s1"), claims_of(graph, "s2")
    assert list(graph.subject_objects(PROV.wasRevisionOf)) == [(denial, plan)]
    assert list(graph.subject_objects(KO.contradicts)) == [(denial, plan)]


def test_claims_about_the_halves_of_a_curb_are_not_set_against_each_other() -> None:
    made = Memory()
    made.add(curbed(), known_from="2025-07-01")
    graph = parsed(text(made, "turtle"))
    (first,), (last,) = claims_of(graph, "s0"), claims_of(graph, "s3")
    assert list(graph.subject_objects(PROV.wasRevisionOf)) == [(last, first)]
    assert list(graph.subject_objects(KO.contradicts)) == [(last, first)]


def test_a_copy_points_to_the_first_that_told_it(graph: rdflib.Graph) -> None:
    assert list(graph.subject_objects(KO.duplicateOf)) == [(story("s4"), story("s3"))]


def test_a_story_is_a_news_article_and_a_firm_a_legal_entity(graph: rdflib.Graph) -> None:
    assert (story("s1"), RDF.type, SCHEMA.NewsArticle) in graph
    month = Literal("2025-03", datatype=XSD.gYearMonth)
    assert graph.value(story("s1"), SCHEMA.datePublished) == month
    publisher = graph.value(story("s2"), SCHEMA.publisher)
    assert graph.value(publisher, RDFS.label) == Literal("Harbour Post")
    assert (story("s3"), KO.mentions, TAVOLA) in graph
    classes = {KO.Firm, URIRef(PREFIXES["fibo"] + "LegalEntity"), SCHEMA.Corporation}
    assert set(graph.objects(KELD, RDF.type)) == classes
    identifier = graph.value(predicate=URIRef(PREFIXES["cmns-id"] + "identifies"), object=KELD)
    assert graph.value(identifier, RDFS.label) == Literal(LEI)
    assert graph.value(KELD, SCHEMA.leiCode) == Literal(LEI)
    assert graph.value(KELD, URIRef(PREFIXES["id"] + "isin")) == Literal("NO0000000001")


@pytest.mark.parametrize(
    ("date", "datatype"),
    [("2025", "gYear"), ("2025-06", "gYearMonth"), ("2025-06-09", "date"), ("--06-09", "string")],
)
def test_a_date_has_the_type_of_what_is_known_of_it(date: str, datatype: str) -> None:
    assert terms.when(When.parse(date)) == terms.Term(date, PREFIXES["xsd"] + datatype)


def test_a_date_that_no_calendar_has_is_a_text() -> None:
    assert terms.when(When(text="2025-02-30")) == terms.text("2025-02-30")
    assert terms.when(When(text="soon")) == terms.text("soon")


def test_an_amount_is_exact() -> None:
    assert '"2400000000.1"^^xsd:decimal' in text(filled(), "turtle")
    assert terms.decimal("1e3") == terms.text("1e3")


@pytest.mark.parametrize("words", HALF)
def test_half_characters_are_kept_in_escapes(words: str) -> None:
    term = terms.text(words)
    assert term.datatype == terms.ESCAPED
    assert term.value.isascii()
    assert terms.words(term) == words


@given(st.lists(WORDS, min_size=2, max_size=2, unique=True))
def test_other_ids_have_other_iris_that_every_parser_takes(ids: list[str]) -> None:
    iris = [terms.of_node(node) for node in ids]
    assert iris[0] != iris[1]
    for node, iri in zip(ids, iris, strict=True):
        assert terms.node_id(iri) == node
        assert iri.isascii()
        assert unquote(iri, errors="replace").startswith("urn:knockon:node:")
        assert pyoxigraph.NamedNode(iri).value == iri
        assert URIRef(iri).n3() == f"<{iri}>"
    assert terms.made("claim", *ids) != terms.made("claim", *reversed(ids))
    assert terms.ids(terms.made("claim", *ids)) == ids


def as_rdflib(words: str, form: str) -> set[tuple[str, ...]]:
    """What rdflib reads: subject, predicate, object, datatype."""
    return {(str(s), str(p), str(o), str(getattr(o, "datatype", None) or ""))
            for s, p, o in parsed(words, form)}  # fmt: skip


def as_oxigraph(words: str, form: str) -> set[tuple[str, ...]]:
    """What Oxigraph reads outside named graphs, as `as_rdflib` has it."""
    found = set()
    for quad in pyoxigraph.parse(words, format=FORMATS[form]):
        datatype = getattr(quad.object, "datatype", None)
        kind = datatype.value if datatype and datatype.value != terms.STRING else ""
        if quad.graph_name == pyoxigraph.DefaultGraph():
            found.add((quad.subject.value, quad.predicate.value, quad.object.value, kind))
    return found


@settings(max_examples=100, deadline=None)
@given(stores())
def test_every_form_holds_the_same_triples(store: Memory) -> None:
    one, *others = [as_oxigraph(text(store, form), form) for form in FORMS]
    assert all(other == one for other in others)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # its own JSON-LD
@settings(max_examples=12, deadline=None)
@given(stores())
def test_rdflib_reads_what_oxigraph_reads(store: Memory) -> None:
    for form in ("turtle", "jsonld"):
        assert as_rdflib(text(store, form), form) == as_oxigraph(text(store, form), form)


def test_equal_content_gives_equal_bytes_in_any_order_and_store(tmp_path) -> None:
    once = {form: text(filled(), form) for form in FORMS}
    other = Embedded(str(tmp_path / "n.db"))
    for resolved in reversed(told()):
        other.add([resolved], known_from="2025-08-09")
    for judged in filled().judgements():
        other.judge(judged)
    assert {form: text(other, form) for form in FORMS} == once
    other.close()


def test_since_when_it_is_known_is_written_only_if_asked_for(store: Store) -> None:
    assert "knownFrom" not in text(store, "turtle")
    assert "2025-07-01T00:00:00.000000+00:00" in text(store, "turtle", entered=True)


def test_a_view_of_before_holds_nothing_that_was_said_later(store: Store) -> None:
    before = parsed(text(store, "turtle", view=store.view(as_of=When.parse("2025-04"))))
    assert not claims_of(before, "s2")
    assert len(claims_of(before, "s6")) == 0
    assert len(claims_of(before, "s1")) == 1
    known = store.view(known_at="2025-07-01")
    assert len(claims_of(parsed(text(store, "turtle", view=known)), "s6")) == 1


def test_retracted_claims_are_read_back_as_told(store: Store) -> None:
    got = read("turtle", text(store, "turtle"))
    assert [(c.story_id, c.head_node, c.tail_node) for c in got.retracted] == [
        ("s6", "firm:keld", "firm:tavola")
    ]


def test_another_form_is_refused(store: Store) -> None:
    with pytest.raises(KnockonError, match="choose turtle, jsonld, nquads"):
        write(store, "rdfxml", io.StringIO())


def test_nothing_in_the_output_moves_a_cursor_or_turns_writing_round() -> None:
    made = Memory()
    batch = [r.model_copy(update={"story": r.story.model_copy(update={"title": "a\x1b[2J\u202eb"})})
             for r in told()]  # fmt: skip
    made.add(batch, known_from="2025-07-01")
    for form in FORMS:
        assert not set(text(made, form)) & set("\x1b\u202e")
        assert read(form, text(made, form)).links[0].claims[0].title == "a\x1b[2J\u202eb"


def test_a_type_never_takes_a_name_of_our_own() -> None:
    assert fact("STATUS") != PREFIXES["ko"] + "status"
    assert statement("FIRM") != PREFIXES["ko"] + "Firm"
    assert fact("HALTS_PRODUCTION") == PREFIXES["ko"] + "haltsProduction"
