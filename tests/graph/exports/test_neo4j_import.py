"""The real `neo4j-admin` takes the export in, and a server on it holds every value."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase

from kg import local
from kg.graph.exports import export
from kg.graph.exports.rows import Row, edge_rows, end, node_rows
from kg.local import jars, java
from kg.local.home import Home
from schemas.answer import StateEdge, Support
from schemas.claim import Entity
from tests.graph.exports.graphs import ODD, Listed, Rows
from tests.neo4j_server import cache

VALUES = sorted({*ODD, "ids, with, commas", 'said "twice""', r"\"q", "semi;colon", "شركة\u202e"})
IMPORT = (
    "database", "import", "full", "neo4j", "--multiline-fields=true", "--array-delimiter=U+001F",
    "--nodes=nodes.csv", "--relationships=relationships.csv",
)  # fmt: skip


def graph() -> Listed:
    """Every value as an id, a name, a list's item, a property and a property's name."""
    found = [
        Entity(node=f"firm:{n}{v}", label="Firm", name=v, aliases=(v, "b"),
               identifiers=(("isin", v),), properties=(("kind", v), ("rate", "0.5")))
        for n, v in enumerate(VALUES)
    ]  # fmt: skip
    links = [
        StateEdge(edge_id=f"e{n}{v}", head=found[n].node, type="OWNS",
                  tail=found[n - 7].node if n % 5 else "", status="asserted", confidence=0.8,
                  amount="5.25" if n % 2 else "", unit=v, more=(("stake", "0.5"), ("role", v)),
                  claims=(Support(claim_id="c", story_id="s", quote=v, start=0, end=1,
                                  status="asserted"),))
        for n, v in enumerate(VALUES)
    ]  # fmt: skip
    return Listed(found, links)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    """A server of its own on what `neo4j-admin` made of the export."""
    folder = tmp_path_factory.mktemp("imported")
    tables, home = folder / "tables", Home.under(folder)
    export(Rows(), "neo4j-csv", tables, view=graph())
    admin(home.server, tables)
    try:
        server = local.up(folder, via="java", cache=cache()).server
        password = Path(server.password_file).read_text("utf-8")
        with GraphDatabase.driver(server.uri, auth=(server.user, password)) as driver:
            yield driver
    finally:
        local.down(folder, wipe=True)


def admin(home: Path, tables: Path) -> None:
    found = java.find()
    lib = jars.fetch(cache(), found, print)
    (home / "conf").mkdir(parents=True)
    command = [found, "-Xmx512m", "-cp", lib / "*", "org.neo4j.cli.AdminTool", *IMPORT]
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(
        command, cwd=tables, env=os.environ | places, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert (tables / "import.report").read_text("utf-8") == ""


def imported_as(row: Row) -> Row:
    """What the database holds of a row: shares and amounts as doubles, lists without U+001F."""
    told = {n: float(str(v)) if n in {"rate", "stake", "amount"} else v for n, v in row.items()}
    return told | ({"amount_text": row["amount"]} if "amount" in row else {})


def without_ends(row: Row) -> Row:
    return {n: v for n, v in row.items() if n not in {"head", "tail", "type"}}


def test_every_node_is_there_with_every_value(imported: Driver) -> None:
    query = "MATCH (n:Entity) RETURN properties(n) AS p, labels(n) AS l"
    records, *_ = imported.execute_query(query)
    found = {r["p"]["node"]: (r["p"], set(r["l"])) for r in records}
    rows = list(node_rows(graph()))
    wanted = {r["node"]: {n: v for n, v in r.items() if n != "label"} for r in rows}
    assert found == {n: (imported_as(w), {"Entity", "Firm"}) for n, w in wanted.items()}


def test_every_edge_is_there_with_every_value(imported: Driver) -> None:
    query = "MATCH (a)-[r:OWNS]->(b) RETURN a.node AS h, b.node AS t, properties(r) AS p"
    records, *_ = imported.execute_query(query)
    found = {r["p"]["edge_id"]: (r["h"], r["t"], r["p"]) for r in records}
    rows = {r["edge_id"]: (r["head"], end(r), r) for r in edge_rows(graph())}
    for head, tail, row in rows.values():
        assert found.pop(row["edge_id"]) == (head, tail, imported_as(without_ends(row)))
    assert not found


def test_an_unnamed_end_is_no_entity(imported: Driver) -> None:
    records, *_ = imported.execute_query("MATCH (n:Unnamed) RETURN labels(n) AS l")
    assert len(records) == sum(not e.tail for e in graph().edges())
    assert {tuple(r["l"]) for r in records} == {("Unnamed",)}
