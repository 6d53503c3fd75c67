"""Amounts: numbers with their unit, never without."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.amounts import amounts
from kg.extract.tokens import Sentence


def read(text):
    s = Sentence((), (), 0, len(text), 0)
    return [(a.sort, a.number, a.unit) for a in amounts(s, text) if a.sort != "year"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a $2.4bn takeover", ("money", Decimal("2400000000"), "USD")),
        ("for £1.8 billion", ("money", Decimal("1800000000"), "GBP")),
        ("16.5 trillion won", ("money", Decimal("16500000000000"), "KRW")),
        ("3,000 crore rupees", ("money", Decimal("30000000000"), "INR")),
        ("5,864.60 tons", ("quantity", Decimal("5864.60"), "tons")),
        ("up 23% on the month", ("share", Decimal("23"), "percent")),
        ("25 basis points", ("rate", Decimal("25"), "bps")),
        ("75-bps cuts", ("rate", Decimal("75"), "bps")),
        ("a target of 6,300", ("number", Decimal("6300"), "")),
        ("1.7 million barrels a day", ("quantity", Decimal("1700000"), "barrels")),
        ("€500m fine", ("money", Decimal("500000000"), "EUR")),
        ("Rs 450 crore", ("money", Decimal("4500000000"), "INR")),
    ],
)
def test_an_amount_has_its_unit(text, expected):
    assert expected in read(text)


def test_a_year_is_no_amount():
    assert read("since 2023") == []


def test_part_of_a_word_is_no_amount():
    assert read("the A14 chip and COVID-19") in ([], [("number", Decimal("19"), "")])


@given(st.integers(1, 10**9), st.sampled_from(["$", "£", "€"]))
def test_money_reads_back(number, symbol):
    assert read(f"paid {symbol}{number:,} for it")[0][1] == number
