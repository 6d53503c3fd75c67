"""SPARQL that would change, fetch or open anything is refused, however it is hidden."""

from __future__ import annotations

import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.rdf.asking import Bounds, as_texts, ask
from kg.graph.rdf.guard import LONGEST, admitted
from schemas.errors import KnockonError
from tests.graph.rdf.conftest import told

HERE, FILE = "http://127.0.0.1:PORT/x", "file://SECRET"
ALL = "{ ?s ?p ?o }"

WRITES = {
    "insert data": "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "delete data": "DELETE DATA { <urn:a> <urn:b> <urn:c> }",
    "delete where": f"DELETE WHERE {ALL}",
    "modify": f"DELETE {ALL} INSERT {{ ?s ?p 1 }} WHERE {ALL}",
    "with": f"WITH <urn:g> DELETE {ALL} WHERE {ALL}",
    "clear": "CLEAR ALL",
    "drop": "DROP GRAPH <urn:g>",
    "create": "CREATE SILENT GRAPH <urn:g>",
    "copy": "COPY DEFAULT TO <urn:g>",
    "move": "MOVE <urn:g> TO DEFAULT",
    "add": "ADD <urn:g> TO DEFAULT",
    "load": f"LOAD <{HERE}>",
    "load silent": f"LOAD SILENT <{FILE}> INTO GRAPH <urn:g>",
    "in small letters": f"insert {{ ?s ?p 1 }} where {ALL}",
    "behind a prefix": "PREFIX a: <urn:a#>\nINSERT DATA { a:b a:c a:d }",
    "behind a comment": "# SELECT * { ?s ?p ?o }\nDROP ALL",
    "behind a comment that ends at a carriage return": "# SELECT\rDROP ALL",
    "in escapes": "\\u0049NSERT DATA { <urn:a> <urn:b> <urn:c> }",
    "in escapes of escapes": "\\u005Cu0044ROP ALL",
    "in long escapes": "\\U00000044\\U00000052OP ALL",
    "an escaped line break in a comment": "# \\u000A DROP ALL",
    "behind a query": f"SELECT * {ALL} ; DROP ALL",
    "behind a query and a comment": f"SELECT * {ALL} #\n; INSERT DATA {{ <urn:a> <urn:b> 1 }}",
    "before a query": f"DROP ALL ; SELECT * {ALL}",
    "inside a group": "SELECT * { ?s ?p ?o . INSERT DATA { <urn:a> <urn:b> 1 } }",
    "out of a text": 'SELECT * { ?s ?p "" } ; DROP ALL #" }',
}
REACHES = {
    "service": f"SELECT * {{ SERVICE <{HERE}> {ALL} }}",
    "service silent": f"SELECT * {{ SERVICE SILENT <{HERE}> {ALL} }}",
    "service by variable": f"SELECT * {{ VALUES ?e {{ <{HERE}> }} SERVICE ?e {ALL} }}",
    "service in a subquery": f"SELECT * {{ {{ SELECT ?s {{ SERVICE <{HERE}> {ALL} }} }} }}",
    "service in exists": f"SELECT * {{ ?s ?p ?o FILTER EXISTS {{ SERVICE <{HERE}> {ALL} }} }}",
    "service in minus": f"ASK {{ ?s ?p ?o MINUS {{ SERVICE <{HERE}> {ALL} }} }}",
    "service in optional": f"ASK {{ OPTIONAL {{ GRAPH ?g {{ SERVICE <{HERE}> {ALL} }} }} }}",
    "service in a union": f"ASK {{ {ALL} UNION {{ SERVICE <{HERE}> {ALL} }} }}",
    "service in a projection": f"SELECT (EXISTS {{ SERVICE <{HERE}> {ALL} }} AS ?x) {ALL}",
    "service in having": f"SELECT ?s {ALL} GROUP BY ?s HAVING (EXISTS {{ SERVICE <{HERE}> {ALL}}})",
    "service in order": f"SELECT ?s {ALL} ORDER BY (EXISTS {{ SERVICE <{HERE}> {ALL} }})",
    "service in construct": f"CONSTRUCT {ALL} WHERE {{ SERVICE <{HERE}> {ALL} }}",
    "service in describe": f"DESCRIBE ?s {{ SERVICE <{HERE}> {ALL} }}",
    "service in escapes": f"SELECT * {{ \\u0053ERVICE <{HERE}> {ALL} }}",
    "service by prefix": f"PREFIX h: <{HERE}> SELECT * {{ SERVICE h: {ALL} }}",
    "service behind a return": f"SELECT * {{ ?s ?p ?o # x\rSERVICE <{HERE}> {ALL} }}",
    "service in a file": f"SELECT * {{ SERVICE <{FILE}> {ALL} }}",
    "from": f"SELECT * FROM <{HERE}> {ALL}",
    "from a file": f"SELECT * FROM <{FILE}> {ALL}",
    "from named": f"SELECT * FROM NAMED <{FILE}> {{ GRAPH ?g {ALL} }}",
    "from in escapes": f"SELECT * F\\u0052OM <{FILE}> {ALL}",
    "from in construct": f"CONSTRUCT {ALL} FROM <{HERE}> WHERE {ALL}",
    "from in ask": f"ASK FROM <{FILE}> {ALL}",
    "from in describe": f"DESCRIBE <urn:a> FROM <{HERE}>",
    "from by base": f"BASE <{HERE}> SELECT * FROM <y> {ALL}",
}
HARMLESS = {
    "words in a text": 'SELECT * { ?s ?p "; DROP ALL } SERVICE <urn:x> { ?s ?p ?o" }',
    "words in a comment": f"SELECT * {ALL} # INSERT DATA {{ <urn:a> <urn:b> 1 }} SERVICE FROM LOAD",
    "words in an address": "SELECT * { ?s <urn:SERVICE#FROM-DROP> ?o }",
    "words as variables": "SELECT * { ?SERVICE ?FROM ?INSERT }",
    "a graph elsewhere": f"SELECT * {{ GRAPH <{HERE}> {ALL} }}",
    "an address as a thing": f"SELECT * {{ <{FILE}> ?p ?o }}",
}
ODD = {
    "nothing": "", "blanks": " \n\r", "a comment": "# SELECT * { ?s ?p ?o }", "noise": "{{{",
    "half a character": 'SELECT * { ?s ?p "\\uD800" }', "no character": '"\\UFFFFFFFF"',
    "too deep": "SELECT * " + "{" * 400 + "?s ?p ?o" + "}" * 400,
    "too long": f"SELECT * {ALL} #" + "x" * LONGEST, "nul": "\x00",
}  # fmt: skip


class Listener:
    """A server on this machine that counts who connects."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        heard = self.heard

        class Handler(http.server.BaseHTTPRequestHandler):
            def handle(self) -> None:
                heard.append(str(self.client_address))

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def stop(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    made = Listener()
    yield made
    made.stop()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Store]:
    made = Embedded(str(tmp_path / "n.db"))
    made.add(told(), known_from="2025-07-01")
    yield made
    made.close()


def aimed(query: str, port: int, secret: Path) -> str:
    return query.replace("PORT", str(port)).replace("SECRET", str(secret))


def outcome(store: Store, query: str) -> str:
    """What the query gives, or why it is refused."""
    try:
        return str(as_texts(ask(store, query, bounds=Bounds(rows=5))))
    except KnockonError as error:
        return str(error)


@pytest.mark.parametrize("name", [*WRITES, *REACHES, *ODD])
def test_it_is_refused_before_anything_runs(name: str) -> None:
    with pytest.raises(KnockonError) as raised:
        admitted({**WRITES, **REACHES, **ODD}[name])
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", HARMLESS)
def test_words_that_only_look_like_it_are_let_through(name: str) -> None:
    assert admitted(HARMLESS[name]).sort == "SelectQuery"


def test_nothing_is_written_fetched_or_opened_by_the_program(
    kept: Store, listener: Listener, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<urn:secret> <urn:secret> <urn:secret> .")
    rows, stamp = list(kept.rows()), kept.stamp()
    tried = [*WRITES.values()][::9] + [*REACHES.values()][::4] + [*HARMLESS.values()][4:]
    said = [outcome(kept, aimed(query, listener.port, secret)) for query in tried]
    assert "urn:secret" not in str(said)
    assert sum("refused" in each for each in said) > len(tried) // 2
    assert (list(kept.rows()), kept.stamp()) == (rows, stamp)
    assert listener.heard == []


UNGUARDED = """
import sys, pyoxigraph
from kg.graph.rdf.worker import shut_in
store = pyoxigraph.Store()
if sys.argv[1] == "shut":
    shut_in()
for query in sys.argv[2:]:
    try:
        print(list(store.query(query)))
    except (OSError, ValueError, SyntaxError) as error:
        print(error)
try:
    open(sys.executable)
except OSError as error:
    print("no file:", error.errno)
"""


def unguarded(mode: str, *queries: str) -> str:
    """The engine without the guard before it, in a process of its own."""
    command = [sys.executable, "-c", UNGUARDED, mode, *queries]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_past_the_guard_the_worker_can_still_reach_nothing(
    listener: Listener, tmp_path: Path
) -> None:
    query = aimed(REACHES["service"], listener.port, tmp_path)
    assert "no file: 24" in unguarded("shut", query)
    assert listener.heard == []
    unguarded("open", query)  # without it the engine does connect: the test can fail
    assert listener.heard
