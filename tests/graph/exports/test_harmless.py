"""Names that would run in a spreadsheet, or break a file open, do neither in any format."""

from __future__ import annotations

import csv
import io
import itertools
import json
from xml.dom import minidom

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.exports import parts
from kg.graph.exports.rows import Row
from loaders.kit.cells import guarded, runs, unguarded
from schemas.answer import StateEdge
from schemas.claim import Entity
from tests.graph.exports.graphs import Listed, Rows, words

SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
BEFORE = ("", " ", "\n", "\xa0", "\ufeff", "\u200b", "\x00", "'", "''")
ACTS = ("cmd|' /C calc'!A0", 'HYPERLINK("http://x.test","y")', "SUM(A1:A9)*2", '"><script>')
HOSTILE = [b + s + a for b, s, a in itertools.product(BEFORE, SIGNS, ACTS)]
RUNS = ("=1+1", "+cmd", "-x", "@sum", "\tx", "\rx", " =1", "\n=1", "\xa0=1", "\ufeff=1", "＝1",
        "--1", "+", "-")  # fmt: skip
LETTERS = st.sampled_from([*"'=+-@ \t\r\n1.e＝x", "\ufeff", "\x00"])


def hostile() -> Listed:
    found = [
        Entity(node=f"firm:{n}{name}", label="Firm", name=name, aliases=(name,),
               properties=(("kind", name), (name, "v")))
        for n, name in enumerate(HOSTILE)
    ]  # fmt: skip
    links = [
        StateEdge(edge_id=f"e{n}", head=e.node, type="OWNS", tail=found[0].node, status="asserted",
                  confidence=0.5, unit=e.name, more=((e.name, e.name),))
        for n, e in enumerate(found)
    ]  # fmt: skip
    return Listed(found, links)


def texts(form: str, *, raw: bool = False) -> dict[str, str]:
    told = parts(Rows(), form, raw=raw, view=hostile())
    return {name: "".join(str(p) for p in part) for name, part in told.items()}


def cells(text: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]


def test_there_are_enough_of_them() -> None:
    assert len(set(HOSTILE)) >= 200
    assert sum(map(runs, HOSTILE)) >= 200


def test_no_cell_of_a_table_runs() -> None:
    for text in texts("csv").values():
        assert not [cell for cell in cells(text) if runs(cell)]


def test_raw_tables_have_them_as_they_are() -> None:
    assert set(HOSTILE) <= set(cells(texts("csv", raw=True)["nodes.csv"]))


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graph_files_stay_well_formed_with_nothing_between_the_elements(form: str) -> None:
    document = minidom.parseString(texts(form)[""])
    assert len(document.getElementsByTagName("node")) == len(HOSTILE)
    assert len(document.getElementsByTagName("edge")) == len(HOSTILE)
    assert not document.getElementsByTagName("script")


def test_entities_of_followthemoney_stay_one_a_line() -> None:
    lines: list[Row] = [json.loads(line) for line in texts("ftm")[""].split("\n")[:-1]]
    assert len(lines) == 2 * len(HOSTILE)


@pytest.mark.parametrize("cell", RUNS[:-2])
def test_a_cell_that_would_run_gets_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5.2", "+3", "1e308", "Orrin", "a=b", "+", "-", "", "'", "'tis"])
def test_a_number_and_plain_words_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.text(LETTERS, max_size=6) | words)
def test_the_apostrophe_can_be_taken_off_again(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
    assert not runs(guarded(cell))
