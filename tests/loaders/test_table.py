from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest

import loaders
from loaders import Raw
from schemas.base import Edge, forget
from schemas.errors import SourceMalformed

Take = Callable[[str], Raw]


@pytest.fixture(autouse=True)
def toy() -> Iterator[type[Edge]]:
    """An edge type of our own, taken out of the vocabulary again."""

    class TestsOfLoading(Edge):
        """A firm that tests another."""

        head = ("Firm",)
        tail = ("Firm",)
        tail_optional = True

    yield TestsOfLoading
    forget(TestsOfLoading)


def test_rows_that_the_vocabulary_allows_are_facts(fixture: Take) -> None:
    reading = loaders.read(fixture("facts.csv"))
    first, second, third = reading.facts
    assert (first.line, first.head, first.type, first.tail_type) == (
        2, "Ostrava Arms", "TESTS_OF_LOADING", "Firm",
    )  # fmt: skip
    assert dict(first.fields) == {
        "status": "completed", "amount": "1000", "currency": "EUR", "date": "2024-05",
    }  # fmt: skip
    assert (second.head_type, second.fields) == ("Firm", ())
    assert (third.head, third.tail, third.line) == ("Two\nLines", "", 7)


def test_rows_that_it_does_not_allow_are_set_aside_with_the_nearest_names(fixture: Take) -> None:
    setbacks = loaders.read(fixture("facts.csv")).setbacks
    assert [s.where for s in setbacks] == [f"facts.csv:{n}" for n in (4, 5, 6, 9, 10)]
    whys = [s.why for s in setbacks]
    assert "nearest: TESTS_OF_LOADING" in whys[0]
    assert "nearest: Firm" in whys[1]
    assert "tail is one of Firm" in whys[2]
    assert "maybe" in whys[3]
    assert "much" in whys[4]


def test_tabs_and_json_lines_are_read_like_commas() -> None:
    tsv = b"head\thead_type\ttype\ttail\ttail_type\nA\tFirm\tTESTS_OF_LOADING\tB\tFirm\n"
    row = {"head": "A", "head_type": "Firm", "type": "TESTS_OF_LOADING", "tail": "B",
           "tail_type": "Firm", "confidence": 0.5}  # fmt: skip
    rows = Raw.of("x.jsonl", (json.dumps(row) + "\n{oops\n").encode())
    assert loaders.pick(rows).NAME == "table"
    assert loaders.read(Raw.of("x.tsv", tsv)).facts[0].tail == "B"
    reading = loaders.read(rows)
    assert reading.facts[0].fields == (("confidence", "0.5"),)
    assert reading.setbacks[0].where == "x.jsonl:2"


def test_a_table_without_its_columns_is_refused() -> None:
    with pytest.raises(SourceMalformed, match="name the columns"):
        loaders.read(Raw.of("x.csv", b"a,b\n1,2\n"), loader="table")
