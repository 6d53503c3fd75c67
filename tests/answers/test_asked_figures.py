"""Counts, extremes, sums; dates, places and confidence as filters."""

from __future__ import annotations

import pytest

from kg.answers import answer
from tests.answers.asked import names, rows
from tests.answers.worlds import trading_world

MEASURED = rows("""
    How many suppliers does Gantry have? | 2
    How many firms supply Gantry? | 2
    How many countries are members of the Northern League? | 1
    How many deals were denied? | 2
    How many firms are listed on the Mallow Exchange? | 2
    How many firms own Fathom? | 0
    What is the number of lawsuits against Fathom? | 1
    What is the total of the fines on Dunmore? | 42 USD (2 amounts)
    What is the total of all fines? | 8 EUR (1 amount); 42 USD (2 amounts)
    How much did Gantry pay for Elder Pumps? | 300 USD (1 amount)
    How much was Dunmore fined by Ardenia? | 30 USD (1 amount)
    How much did Ardenia invest in Fathom? | 400 USD (1 amount)
    How much does Cobble Bank lend to Belmark? | 75 EUR (1 amount)
    How much does Ardenia export? | 500 tons (1 amount)
    How much did Cobble Bank pay for Juniper Labs? | no amount is told
    What is the largest acquisition by Gantry? | 900 USD (2 amounts)
    Who is the biggest investor in Fathom? | 400 USD (2 amounts)
    Who is the smallest investor in Fathom? | 120 USD (2 amounts)
    Who is the largest exporter of tin? | 500 tons (1 amount)
    Which fine on Dunmore is the largest? | 30 USD (2 amounts)
""")
EXTREME = rows("""
    What is the largest acquisition by Gantry? | Hollow Mills
    What is the smallest acquisition by Gantry? | Elder Pumps
    Who is the biggest investor in Fathom? | Ardenia
    What is the largest fine on Dunmore? | Ardenia
""")
FILTERED = rows("""
    Who supplies Gantry above 0.5 confidence? | Dunmore Steel
    Who supplies Gantry with confidence above 30 %? | Dunmore Steel, Fathom Chips
    Who supplies Gantry since 2024? | Dunmore Steel
    Who supplies Gantry since 2025? |
    Who acquired Elder Pumps before 2024? | Gantry Motors
    Who acquired Elder Pumps before 2020? |
    What did Gantry acquire between 2022 and 2024? | Elder Pumps
    What did Gantry acquire in 2025? | Hollow Mills
    What did Gantry acquire after 2024? | Hollow Mills
    Who was sued in 2024? | Fathom Chips
    What did Gantry acquire in April 2025? | Hollow Mills
    Who supplies Gantry excluding Fathom? | Dunmore Steel
    Which firms in Ardenia supply Gantry? |
    Which firms in Belmark lend to Belmark? | Cobble Bank
    Which Belmarkian firms lend to Belmark? | Cobble Bank
    Which firms in the chip industry supply Gantry? | Fathom Chips
    Who supplies Gantry in the chip industry? | Fathom Chips
    Who depends on tinplate in Ardenia? | Brightwater Foods
    Which places are located in Ardenia? | Port Mallow, Dunmore mill
""")


@pytest.mark.parametrize(("question", "expected"), MEASURED)
def test_a_figure_is_given_in_words(question: str, expected: str) -> None:
    assert answer(question, trading_world()).verdict == expected


@pytest.mark.parametrize(("question", "expected"), EXTREME)
def test_only_the_extreme_is_listed(question: str, expected: str) -> None:
    given = answer(question, trading_world())
    assert {e.entity for e in given.answers} == names(expected)


@pytest.mark.parametrize(("question", "expected"), FILTERED)
def test_a_filter_narrows_what_is_listed(question: str, expected: str) -> None:
    given = answer(question, trading_world())
    assert {e.entity for e in given.answers} == names(expected)


def test_who_is_not_known_to_be_there_is_counted() -> None:
    given = answer("Which firms in Belmark supply Gantry?", trading_world())
    assert given.answers == ()
    assert given.left_out == ("2 not known to be in Belmark",)


def test_what_has_no_date_is_said_to_be_left_out() -> None:
    given = answer("Who supplies Gantry since 2024?", trading_world())
    assert given.left_out == ("links without a date are left out",)


def test_a_narrower_noun_is_said_to_filter_nothing() -> None:
    given = answer("Which carmakers does Dunmore supply?", trading_world())
    assert {e.entity for e in given.answers} == {"Gantry Motors"}
    assert given.left_out == ("'carmakers' is read as any firm",)
