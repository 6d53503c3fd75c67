"""Exports are read back equal, are the same bytes each time, and run nothing in a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.exports import FORMATS, export, texts
from kg.graph.exports.rows import edge_rows, end, node_rows
from kg.graph.exports.tables import guarded
from kg.graph.memory import Memory
from schemas.claim import Entity, Resolved
from schemas.errors import KnockonError
from tests.graph.factories import batches, claim, entity, resolved, story

ODD = st.sampled_from(
    ("مصنع", "שלום\u202e", "🛢️ oil", "a\x0bb", "\x00", "two\r\nlines", "\r", '"q", ;|', "=1+1",
     "\ud800half", "\ufffe", "e\u0301", "1e308", " edge ")
)  # fmt: skip
WORDS = ODD | st.text(min_size=1, max_size=8)


@st.composite
def stores(draw: st.DrawFn) -> Memory:
    """A store whose names, properties and roles hold whatever text there is."""
    made = Memory()
    batch = [draw(odd(r)) for r in draw(batches(3))]
    made.add(batch, known_from="2025-07-01")
    return made


@st.composite
def odd(draw: st.DrawFn, told: Resolved) -> Resolved:
    more = st.lists(st.tuples(st.sampled_from(("kind", "name", "a:b", "label")), WORDS), max_size=2)
    entities = [
        e.model_copy(update={"name": draw(WORDS), "properties": tuple(draw(more))})
        for e in told.entities
    ]
    claims = [c.model_copy(update={"more": tuple(draw(more))}) for c in told.claims]
    if claims and draw(st.booleans()):
        claims[0] = claims[0].model_copy(
            update={"type": "HALTS_PRODUCTION", "tail": "", "tail_node": "", "tail_type": ""}
        )
    return told.model_copy(update={"entities": tuple(entities), "claims": tuple(claims)})


def shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)


def read(text: str) -> list[dict[str, str]]:
    found = csv.DictReader(io.StringIO(text, newline=""))
    return [{n: v for n, v in row.items() if v != ""} for row in found]


@settings(max_examples=200, deadline=None)
@given(stores())
def test_raw_tables_are_read_back_equal(store):
    told, view = texts(store, "csv", raw=True), store.view()
    for name, rows in (("nodes.csv", node_rows(view)), ("edges.csv", edge_rows(view))):
        assert read(told[name]) == [{n: shown(v) for n, v in row.items()} for row in rows]


def allowed(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in lines if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff"))


@settings(max_examples=200, deadline=None)
@given(stores(), st.sampled_from(("graphml", "gexf")))
def test_graph_files_are_read_back_equal(store, form):
    file = io.BytesIO(texts(store, form)[""].encode())
    if form == "graphml":
        graph = networkx.read_graphml(file, force_multigraph=True)
        edges = list(graph.edges(data=True))
    else:
        graph = networkx.read_gexf(file)
        edges = list(graph.edges(data=True))
    nodes, rows = list(node_rows(store.view())), list(edge_rows(store.view()))
    # An empty text is no value; GEXF then shows the node's id.
    wanted = {r["node"]: (allowed(str(r.get("name", r["node"]))), r["label"]) for r in nodes}
    unnamed = {end(r): ("(not named)", "Unnamed") for r in rows if "tail" not in r}
    got = {n: (d.get("label", ""), d["node_type"]) for n, d in graph.nodes(data=True)}
    assert {n: v for n, v in got.items() if v[0] != n} == {
        n: v for n, v in (wanted | unnamed).items() if v[0] not in {"", n} or form == "graphml"
    }
    assert sorted(
        (h, t, d["label"], d["status"], d["confidence"], d.get("amount"), d.get("sign"))
        for h, t, d in edges
    ) == sorted(
        (r["head"], end(r), r["type"], r["status"], r["confidence"],
         float(str(r["amount"])) if "amount" in r else None, r.get("sign"))
        for r in rows
    )  # fmt: skip


@settings(max_examples=50, deadline=None)
@given(stores())
def test_every_import_edge_ends_at_a_node(store):
    told = texts(store, "neo4j-csv")
    ids = {row["node:ID"] for row in read(told["nodes.csv"])}
    links = read(told["relationships.csv"])
    assert {e for row in links for e in (row[":START_ID"], row[":END_ID"])} <= ids
    assert len(links) == len(list(store.view().edges()))


@pytest.mark.parametrize("form", FORMATS)
def test_order_and_time_of_arrival_change_no_byte(form):
    told = story("a", "Keld owns Tavola."), story("b", "Tavola is Keld's.")
    parts = [resolved(s, claim(s, "firm:keld", "OWNS", "firm:tavola")) for s in told]
    one, two = Memory(), Memory()
    one.add(parts, known_from="2025-07-01")
    for part in reversed(parts):
        two.add([part], known_from="2026-01-01")
    assert texts(one, form) == texts(two, form)
    assert "202" not in "".join(texts(one, form).values())


def facts(status: str = "completed") -> list[dict[str, object]]:
    told = story("a", "Norland put Keld under sanctions; Tavola owns Orrin.", published="2025-03")
    ban = Entity(node="policy:ban", label="Policy", name="ban", properties=(("kind", "sanction"),))
    claims = (
        claim(told, "country:no", "IMPOSES", "policy:ban", status=status),
        claim(told, "policy:ban", "TARGETS", "firm:keld", status=status),
        claim(told, "firm:tavola", "OWNS", "firm:orrin", status=status, more=(("stake", "0.5"),)),
    )
    names = ("country:no", "firm:keld", "firm:orrin", "firm:tavola", "agency:trade", "person:orrin")
    store = Memory()
    batch = resolved(told, *claims, entities=(ban, *map(entity, names)))
    store.add([batch], known_from="2025-07-01")
    return [json.loads(line) for line in texts(store, "ftm")[""].splitlines()]


def test_ftm_has_the_words_of_followthemoney():
    lines = facts()
    by = {line["schema"]: line["properties"] for line in lines}
    ids = {
        line["properties"]["name"][0]: line["id"] for line in lines if "name" in line["properties"]
    }
    assert by["Ownership"]["owner"] == [ids["Tavola"]]
    assert by["Ownership"]["percentage"] == ["50"]
    assert by["Sanction"]["entity"] == [ids["Keld"]]
    assert by["Sanction"]["authority"] == ["Norland"]
    assert by["Article"]["publishedAt"] == ["2025-03"]
    assert {"Company", "PublicBody", "Person", "LegalEntity", "Thing"} <= by.keys()


@pytest.mark.parametrize("status", ["denied", "rumoured", "planned", "negated", "ended"])
def test_ftm_states_nothing_that_is_not_a_fact(status):
    assert not {"Ownership", "Sanction", "UnknownLink"} & {str(r["schema"]) for r in facts(status)}


RUNS = (
    "=1+1",
    "+cmd",
    "-x",
    "@sum",
    "\tx",
    "\rx",
    " =1",
    "\n=1",
    "\xa0=1",
    "\ufeff=1",
    "＝1",
    "--1",
)


@pytest.mark.parametrize("cell", RUNS)
def test_a_cell_that_would_run_gets_an_apostrophe(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5.2", "+3", "1e308", "Orrin", "a=b", "+", "-", ""])
def test_a_number_and_plain_words_stay_as_they_are(cell):
    assert guarded(cell) == cell


def test_tables_are_guarded_unless_raw():
    store = Memory()
    told = story("a", "Tin.")
    bad = Entity(node="firm:x", label="Firm", name="=HYPERLINK(1)")
    store.add([resolved(told, entities=(bad,))], known_from="2025-07-01")
    cells = [read(texts(store, "csv", raw=r)["nodes.csv"])[0]["name"] for r in (False, True)]
    assert cells == ["'=HYPERLINK(1)", "=HYPERLINK(1)"]


def test_a_format_that_is_not_there_is_named(tmp_path):
    with pytest.raises(KnockonError, match=r"'dot'.*jsonl, csv"):
        export(Memory(), "dot", tmp_path / "x")


@pytest.mark.parametrize("form", FORMATS)
def test_a_path_that_cannot_be_written_is_named_and_left_clean(form, tmp_path):
    with pytest.raises(KnockonError, match="cannot write"):
        export(Memory(), form, Path(tmp_path / "none" / "deep" / "x"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_an_export_is_all_that_is_left_behind(form, tmp_path):
    made = export(Memory(), form, tmp_path / "out")
    assert sorted(p for p in tmp_path.rglob("*") if p.is_file()) == sorted(made)
