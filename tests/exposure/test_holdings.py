"""Holdings as spreadsheets write them: read as meant, or refused in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.exposure.holdings import Holdings, holdings, number
from schemas.errors import SourceMalformed


def weights(given: Holdings) -> dict[str, float]:
    return {row.shown: round(row.weight, 6) for row in given.rows}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name,weight\nKeld,0.4\nOrrin,0.6\n", {"Keld": 0.4, "Orrin": 0.6}),
        ("\ufeffname;weight\nKeld;40%\nOrrin;35%\n", {"Keld": 0.4, "Orrin": 0.35}),
        ("Name\tWeight (%)\nKeld\t12,5%\nOrrin\t7,5 %\n", {"Keld": 0.125, "Orrin": 0.075}),
        ("name,weight\nKeld,40\nOrrin,60\n", {"Keld": 0.4, "Orrin": 0.6}),
        ("name|weight\nKeld|-0.2\nOrrin|0.8\n", {"Keld": -0.2, "Orrin": 0.8}),
        ("name,weight\nKeld,(20%)\nOrrin,80%\n", {"Keld": -0.2, "Orrin": 0.8}),
        ("company,shares,price\nKeld,\"1,000\",3\nOrrin,500,2.0\n", {"Keld": 0.75, "Orrin": 0.25}),
        ("name;quantity;price\nKeld;1.000;3,50\nOrrin;500;7,00\n", {"Keld": 0.5, "Orrin": 0.5}),
        ("name,quantity,price,currency\nKeld,1,3,NOK\nOrrin,1,1,NOK\n",
         {"Keld": 0.75, "Orrin": 0.25}),
        ("name,quantity,price,currency,rate\nKeld,1,3,NOK,1\nOrrin,1,1,SEK,3\n",
         {"Keld": 0.5, "Orrin": 0.5}),
        ("isin,weight\nNO0000000001,1\n", {"NO0000000001": 1.0}),
        ("\n\nname,weight\n\nKeld,1\n,\n", {"Keld": 1.0}),
        ("name,notes,weight\n\"Keld, Sons & Co\",old,1\n", {"Keld, Sons & Co": 1.0}),
    ],
)  # fmt: skip
def test_a_sheet_is_read_as_it_is_meant(text: str, expected: dict[str, float]) -> None:
    assert weights(holdings(text)) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_bytes_are_read_in_the_usual_encodings(encoding: str) -> None:
    assert weights(holdings("name,weight\nMüller,1\n".encode(encoding))) == {"Müller": 1.0}


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1,234.50", 1234.5), ("1.234,50", 1234.5), ("1 234,50", 1234.5), ("1'234.50", 1234.5),
        ("0,125", 0.125), ("5,25%", 0.0525), ("1,234,567", 1234567.0), ("1.234.567", 1234567.0),
        ("-3", -3.0), ("−3", -3.0), ("(3)", -3.0), ("$3.50", 3.5), ("€1.000,00", 1000.0),
        ("1,234", 1234.0), ("1.234", 1.234), (".5", 0.5), ("+2", 2.0),
    ],
)  # fmt: skip
def test_a_number_is_read_with_its_separators(cell: str, value: float) -> None:
    assert number(cell) == pytest.approx(value)


@pytest.mark.parametrize(
    "cell",
    ["", "abc", "1,23,4", "12,34.5.6", "1e5", "--3", "5%%", "1,2345.6", "3 apples", "9" * 400],
)
def test_a_cell_that_is_no_clear_number_is_refused(cell: str) -> None:
    with pytest.raises(ValueError, match="number"):
        number(cell, "number")


def test_the_clear_cells_of_a_file_settle_the_unclear_ones() -> None:
    comma = holdings("name;quantity;price\nKeld;1.500;2,5\nOrrin;1500;2,5\n")
    point = holdings("name,quantity,price\nKeld,\"1,500\",2.5\nOrrin,1500,2.5\n")
    assert weights(comma) == weights(point) == {"Keld": 0.5, "Orrin": 0.5}


def test_each_bad_row_is_one_line_and_the_rest_goes_on() -> None:
    read = holdings("name,weight\nKeld,0.5\nOrrin,lots\n,0.1\nTavola,0.4\n", "my.csv")
    assert weights(read) == {"Keld": 0.5, "Tavola": 0.4}
    assert [s.where for s in read.setbacks] == ["my.csv:3", "my.csv:4"]
    assert "'lots' is no number" in read.setbacks[0].why
    assert "no name" in read.setbacks[1].why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no column names"),
        ("weight\n1\n", "no column names"),
        ("name,colour\nKeld,red\n", "how much"),
        ("name,weight\n", "no row"),
        ("name,weight\nKeld,x\n", "no row can be read"),
        ("name,weight\nKeld,0\n", "every weight is 0"),
        ("name,quantity,price,currency\nKeld,1,3,NOK\nOrrin,1,1,SEK\n", "NOK and SEK"),
    ],
)
def test_a_sheet_without_use_is_refused_with_what_to_do(text: str, why: str) -> None:
    with pytest.raises(SourceMalformed, match=why):
        holdings(text, "my.csv")


def test_a_weight_without_the_percent_sign_that_others_have_is_refused() -> None:
    read = holdings("name,weight\nKeld,40%\nOrrin,30\nTavola,0\n", "my.csv")
    assert weights(read) == {"Keld": 0.4, "Tavola": 0.0}
    assert "no % where others have one" in read.setbacks[0].why


def test_how_weights_were_read_is_said_where_it_is_not_plain() -> None:
    assert holdings("name,weight\nKeld,0.4\n").notes == ()
    assert "their sum, 90" in holdings("name,weight\nKeld,40\nOrrin,50\n").notes[0]


def test_what_is_left_in_cash_is_not_spread_over_the_rest() -> None:
    assert weights(holdings("name,weight\nKeld,40%\n")) == {"Keld": 0.4}


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=8))
def test_values_give_shares_that_add_up_to_one(values: list[int]) -> None:
    rows = "".join(f"firm {n},{v},1\n" for n, v in enumerate(values))
    read = holdings(f"name,quantity,price\n{rows}")
    assert sum(row.weight for row in read.rows) == pytest.approx(1.0)
    assert len(read.rows) == len(values)


@pytest.mark.parametrize("text", ["name,weight\nKeld\x00,1\n", "name,weight\n" + "x" * 200_000])
def test_bytes_that_are_no_table_are_refused(text: str) -> None:
    with pytest.raises(SourceMalformed):
        holdings(text, "my.csv")
