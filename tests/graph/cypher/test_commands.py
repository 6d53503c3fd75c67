"""`kg cypher` and `kg query` from the outside: what they print, and what they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.graph import open_store
from tests.conftest import Run
from tests.graph.cypher.world import KNOWN, told
from tests.neo4j_server import Server

ROW = "MATCH (a)-[r:ACQUIRES]->(b:Firm {name: 'Keld'}) RETURN a.name AS who, r.status AS status"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "store.db"
    opened = open_store(str(path))
    opened.add(list(told())[-3:], known_from=KNOWN)
    opened.close()
    return path


def test_an_answer_is_a_table_json_or_csv(kg: Run, store: Path) -> None:
    done = kg("cypher", ROW, "--store", store)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == ["who           status", "Orrin Metals  completed"]
    row = {"who": "Orrin Metals", "status": "completed"}
    assert json.loads(kg("cypher", ROW, "--store", store, "--json").stdout) == {
        "columns": ["who", "status"], "rows": [row], "more": False,
    }  # fmt: skip
    query = "RETURN '=1+1' AS x, [1] AS y;"
    csv = kg("cypher", "-", "--store", store, "--format", "csv", stdin=query)
    assert csv.stdout == "x,y\n'=1+1,[1]\n"


def test_parameters_are_json_or_else_text_and_rows_are_cut(kg: Run, store: Path) -> None:
    query = "UNWIND $few AS x RETURN x, $name AS name"
    done = kg("cypher", query, "--store", store, "--param", "few=[1,2,3]", "--param", "name=a=b",
              "--limit", 2, "--format", "csv")  # fmt: skip
    assert done.stdout == "x,name\n1,a=b\n2,a=b\n"
    assert done.stderr == "cut after 2 rows; give it more with --limit\n"


def test_the_past_is_asked_for_by_its_dates(kg: Run, store: Path) -> None:
    done = kg("cypher", ROW, "--store", store, "--as-of", "2025-01-31", "--format", "csv")
    assert done.stdout == "who,status\nOrrin Metals,rumoured\n"
    wrong = kg("cypher", ROW, "--store", store, "--as-of", "soon")
    assert wrong.returncode == 2


def test_a_saved_query_is_asked_by_name(kg: Run, store: Path) -> None:
    listed = kg("query")
    assert listed.returncode == 0
    assert "contradictions" in listed.stdout
    done = kg("query", "deal-timeline", "--store", store, "--param", "name=keld", "--json")
    found = [row["status"] for row in json.loads(done.stdout)["rows"]]
    assert found == ["rumoured", "denied", "completed"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["CREATE (n)"], "line 1:1: CREATE is not allowed"),
        (["RETURN 1; RETURN 2"], "line 1:9: there is a second statement"),
        (["RETURN nothing"], "nothing"),
        (["RETURN $x AS x", "--param", "x=99999999999999999999"], "a parameter cannot be sent"),
        (["RETURN 1 AS x", "--write"], "a store on disk is asked in a copy"),
    ],
)
def test_what_is_refused_is_one_line(
    kg: Run, store: Path, arguments: list[str], said: str
) -> None:
    done = kg("cypher", *arguments, "--store", store)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_server_is_asked_itself_and_written_to_when_told(kg: Run, neo4j: Server) -> None:
    own = {"KG_NEO4J_USER": neo4j.user, "KG_NEO4J_PASSWORD": neo4j.password, "KG_STORE": neo4j.uri}
    made = kg("cypher", "CREATE (n:Remark {text: $t}) RETURN n.text AS t", "--param", "t=mine",
              "--write", "--format", "csv", **own)  # fmt: skip
    assert made.stdout == "t\nmine\n"
    assert made.stderr == "changed: 1 labels added, 1 nodes created, 1 properties set\n"
    read = kg("cypher", "MATCH (n:Remark) RETURN n", "--json", **own)
    node = {"labels": ["Remark"], "properties": {"text": "mine"}}
    assert json.loads(read.stdout)["rows"] == [{"n": node}]
    gone = kg("cypher", "MATCH (n:Remark) DELETE n", "--write", **own)
    assert "1 nodes deleted" in gone.stderr
    past = kg("cypher", "CREATE (n)", "--write", "--as-of", "2025", **own)
    assert (past.returncode, past.stderr.count("\n")) == (1, 1)
