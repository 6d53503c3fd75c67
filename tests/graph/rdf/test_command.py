"""`kg sparql` puts out tables, JSON, CSV and Turtle, and refuses in one line."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from kg.graph.embedded import Embedded
from tests.conftest import Run
from tests.graph.factories import entity, resolved, story
from tests.graph.rdf.conftest import parsed, told

FACTS = "SELECT ?who ?whom { ?who ko:acquires ?whom }"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A store on disk, with a firm whose name is a formula."""
    path = tmp_path / "n.db"
    made = Embedded(str(path))
    bad = story("s9", "Sum is a firm.")
    sum_ = entity("firm:sum").model_copy(update={"name": '=HYPERLINK("x")'})
    made.add([*told(), resolved(bad, entities=(sum_,))], known_from="2025-07-01")
    made.close()
    return path


def test_a_table_and_json(kg: Run, kept: Path) -> None:
    table = kg("sparql", FACTS, "--store", kept)
    assert table.stdout.splitlines()[0].split() == ["who", "whom"]
    assert "node:firm:tavola  node:firm:orrin" in table.stdout
    said = json.loads(kg("sparql", FACTS, "--json", "--store", kept).stdout)
    assert said == json.loads(kg("sparql", FACTS, "--format", "json", "--store", kept).stdout)
    assert {"type": "uri", "value": "urn:knockon:node:firm:tavola"} in [
        row["who"] for row in said["results"]["bindings"]
    ]


def test_a_formula_in_a_cell_is_made_harmless(kg: Run, kept: Path) -> None:
    query = "SELECT ?name { node:firm:sum rdfs:label ?name }"
    done = kg("sparql", query, "--format", "csv", "--store", kept)
    assert list(csv.reader(io.StringIO(done.stdout))) == [["name"], ["'=HYPERLINK(\"x\")"]]


def test_a_graph_as_turtle_and_nothing_else_as_turtle(kg: Run, kept: Path) -> None:
    query = "CONSTRUCT { ?b ko:soldTo ?a } WHERE { ?a ko:acquires ?b }"
    assert len(parsed(kg("sparql", query, "--format", "turtle", "--store", kept).stdout)) >= 1
    done = kg("sparql", FACTS, "--format", "turtle", "--store", kept)
    assert (done.returncode, done.stdout) == (1, "")
    assert "only a graph can be written as Turtle" in done.stderr


def test_a_query_from_standard_input_with_a_value(kg: Run, kept: Path) -> None:
    query = "SELECT ?firm { ?firm rdfs:label ?name }"
    done = kg("sparql", "-", "--param", "name=Keld", "--store", kept, stdin=query)
    assert "node:firm:keld" in done.stdout
    assert "node:firm:orrin" not in done.stdout
    assert kg("sparql", query, "--param", "1=2", "--store", kept).returncode == 2


def test_a_cut_answer_says_so_on_stderr(kg: Run, kept: Path) -> None:
    done = kg("sparql", "SELECT * { ?s ?p ?o }", "--limit", 2, "--store", kept)
    assert len(done.stdout.splitlines()) == 3
    assert done.stderr == "cut after 2 rows; give it more with --limit\n"


def test_what_it_refuses_is_one_line(kg: Run, kept: Path) -> None:
    for query in ("DROP ALL", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "what?"):
        done = kg("sparql", query, "--store", kept)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.count("\n") == 1
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    done = kg("sparql", slow, "--timeout", 0.5, "--store", kept)
    assert done.stderr.startswith("kg: sparql: stopped after 0.5 seconds")


def test_it_is_asked_as_of_a_date(kg: Run, kept: Path) -> None:
    query = "SELECT ?status { ?e a ko:Edge ; ko:object node:firm:keld ; ko:status ?status }"
    assert "denied" in kg("sparql", query, "--store", kept).stdout
    assert "planned" in kg("sparql", query, "--as-of", "2025-04", "--store", kept).stdout
