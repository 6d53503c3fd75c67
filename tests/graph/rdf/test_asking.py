"""A SPARQL query is answered, bounded in time and rows, and given its values apart."""

from __future__ import annotations

import pytest

from kg.graph.contract import Store
from kg.graph.rdf.asking import Bounds, Cell, as_json, as_texts, as_turtle, ask
from kg.graph.rdf.binding import bound
from kg.graph.rdf.guard import admitted
from schemas.errors import KnockonError
from schemas.when import When
from tests.graph.rdf.conftest import parsed

NAMES = "SELECT ?firm { ?firm a ko:Firm ; rdfs:label ?name }"


def texts(store: Store, query: str, **how: object) -> list[list[str]]:
    return as_texts(ask(store, query, **how))


def test_the_prefixes_are_known_and_all_graphs_are_searched(store: Store) -> None:
    facts = texts(store, "SELECT ?a ?b { ?a ko:acquires ?b }")
    assert facts == [["node:firm:tavola", "node:firm:orrin"]]
    said = texts(store, "SELECT DISTINCT ?a ?b { ?a said:acquires ?b } ORDER BY ?a")
    assert said == [["node:firm:orrin", "node:firm:keld"], ["node:firm:tavola", "node:firm:orrin"]]


def test_who_says_what_is_found_by_the_graph_of_the_claim(store: Store) -> None:
    query = """SELECT ?status ?quote {
        GRAPH ?claim { node:firm:orrin said:acquires node:firm:keld }
        ?claim ko:status ?status ; ko:quote ?quote } ORDER BY ?status"""
    assert texts(store, query) == [
        ["denied", "Orrin will not buy Keld."], ["planned", "Orrin plans to buy Keld."],
    ]  # fmt: skip


def test_an_ask_has_a_truth_and_a_construct_triples(store: Store) -> None:
    assert ask(store, "ASK { ?a ko:acquires ?b }").truth
    assert as_json(ask(store, "ASK { ?a ko:divests ?b }")) == {"head": {}, "boolean": False}
    graph = ask(store, "CONSTRUCT { ?b ko:soldTo ?a } WHERE { ?a ko:acquires ?b }")
    assert graph.columns == ["subject", "predicate", "object"]
    assert len(parsed(as_turtle(graph))) == 1


def test_json_is_that_of_sparql_results(store: Store) -> None:
    said = as_json(ask(store, "SELECT ?a ?c ?none { ?e ko:subject ?a ; ko:confidence ?c } LIMIT 1"))
    assert said["head"] == {"vars": ["a", "c", "none"]}
    (row,) = said["results"]["bindings"]
    assert row["a"]["type"] == "uri"
    assert row["c"]["datatype"].endswith("#double")
    assert "none" not in row


def test_an_answer_that_is_cut_says_so(store: Store) -> None:
    assert ask(store, "SELECT * { ?s ?p ?o }", bounds=Bounds(rows=3)).cut
    whole = ask(store, "SELECT * { ?s ?p ?o } LIMIT 3", bounds=Bounds(rows=3))
    assert (len(whole.rows), whole.cut) == (3, False)


def test_a_query_without_end_is_stopped(store: Store) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(KnockonError, match=r"stopped after 0\.5 seconds"):
        ask(store, query, bounds=Bounds(seconds=0.5))


def test_the_engine_s_own_complaint_is_one_line(store: Store) -> None:
    with pytest.raises(KnockonError, match="the query failed") as raised:
        ask(store, "SELECT ?x { ?x unknown:y ?z }")
    assert "\n" not in str(raised.value)


def test_a_view_of_before_is_asked_alone(store: Store) -> None:
    before = store.view(as_of=When.parse("2025-04"))
    query = "SELECT ?s { ?e a ko:Edge ; ko:status ?s ; ko:object node:firm:keld }"
    assert texts(store, query, view=before) == [["planned"]]
    assert texts(store, query) == [["denied"]]


@pytest.mark.parametrize(
    "query",
    [
        NAMES,
        "SELECT ?firm { ?firm a ko:Firm ; rdfs:label ?n FILTER (STR(?n) = ?name) }",
        "SELECT ?firm { { SELECT ?firm ?name { ?firm a ko:Firm ; rdfs:label ?name } } }",
        "SELECT ?firm { SELECT ?firm ?name { ?firm a ko:Firm ; rdfs:label ?name } }",
        "SELECT ?firm { # {\n { ?firm rdfs:label ?name } UNION { ?firm skos:altLabel ?name } }",
        "SELECT (STR(?f) AS ?x) (EXISTS { ?f ?p '}' } AS ?y) { ?f a ko:Firm ; rdfs:label ?name }",
        "SELECT ?firm (COUNT(*) AS ?n) { ?firm a ko:Firm ; rdfs:label ?name } GROUP BY ?firm",
        "CONSTRUCT { ?firm ko:is ?name } WHERE { ?firm a ko:Firm ; rdfs:label ?name }",
    ],
)
def test_a_value_is_bound_in_every_kind_of_query(store: Store, query: str) -> None:
    found = texts(store, query, params={"name": "Keld"})
    assert [row[0].removeprefix("urn:knockon:") for row in found] == ["node:firm:keld"]


@pytest.mark.parametrize(
    "value",
    ['Keld" } ; DROP ALL #', "' UNION { ?a ?b ?c", "\\u0022 }", "?firm", "Keld\n}", "<urn:x>", ""],
)
def test_a_value_is_a_text_and_never_a_part_of_the_query(store: Store, value: str) -> None:
    assert texts(store, NAMES, params={"name": value}) == []
    found = ask(store, "SELECT ?name { }", params={"name": value})
    assert found.rows == [[Cell("literal", value, "http://www.w3.org/2001/XMLSchema#string")]]


def test_a_value_needs_a_name_and_a_pattern() -> None:
    for query, names in (
        ("SELECT * { }", ["a b"]),
        ("SELECT * { }", ["x) DROP"]),
        ("DESCRIBE <urn:a>", ["a"]),
        ("CONSTRUCT WHERE { ?s ?p ?o }", ["a"]),
    ):
        read = admitted(query)
        with pytest.raises(KnockonError):
            bound(read.text, read.sort, names)
