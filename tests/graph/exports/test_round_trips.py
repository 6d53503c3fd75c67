"""What is exported is read back equal, whatever text it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.export import sound
from kg.graph.exports import export
from kg.graph.exports.reading import Graph, read
from kg.graph.exports.rows import Row, edge_rows, node_rows
from tests.graph.exports.graphs import Listed, Rows, some, views, words

GRAPHS = ("csv", "parquet", "graphml", "gexf", "neo4j-csv")


def back(view: Listed, form: str, *, raw: bool = False, rows: list[Row] | None = None) -> Graph:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        export(Rows(rows or []), form, path, raw=raw, view=view)
        return read(form, path, raw=raw)


def held(rows: Iterator[Row], form: str) -> list[Row]:
    """What the format can hold of the rows: Neo4j's lists are parted by U+001F."""
    if form != "neo4j-csv":
        return list(rows)
    return [
        {n: [t.replace("\x1f", "\ufffd") for t in v] if isinstance(v, list) else v
         for n, v in row.items()} for row in rows
    ]  # fmt: skip


@pytest.mark.parametrize("form", GRAPHS)
@settings(max_examples=350)
@given(view=views())
def test_a_graph_is_read_back_equal(form: str, view: Listed) -> None:
    found = back(view, form)
    assert found.nodes == held(node_rows(view), form)
    assert found.edges == held(edge_rows(view), form)


@settings(max_examples=350)
@given(view=views())
def test_raw_tables_are_read_back_equal(view: Listed) -> None:
    found = back(view, "csv", raw=True)
    assert found.nodes == list(node_rows(view))
    assert found.edges == list(edge_rows(view))


numbers = {"amount": st.sampled_from(("5", "-0.25", "9" * 30)), "start": st.integers(0, 2**40),
           "end": st.integers(0, 9), "confidence": st.floats(0, 1)}  # fmt: skip
claims = st.fixed_dictionaries(
    {"story_id": some, "claim_id": some, "head": some, "type": some},
    optional={"tail": some, "quote": some, "date": some, "rule": some, **numbers},
)


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
@settings(max_examples=200)
@given(rows=st.lists(claims, max_size=4), entity=words)
def test_claims_are_read_back_equal(form: str, rows: list[Row], entity: str) -> None:
    given = [{n: sound(v) if isinstance(v, str) else v for n, v in row.items()} for row in rows]
    alone = [{"story_id": "s", "entity": sound(entity)}]
    found = back(Listed([], []), form, rows=[*rows, {"story_id": "s", "entity": entity}])
    assert found.claims == (given + alone if form == "jsonl" else given)
