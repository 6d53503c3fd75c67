"""What "it", "the company" or "the ban" stands for; what is not sure stays open."""

from __future__ import annotations

import pytest

CASES = [
    ("Vale sold a mine in Canada. It will close a smelter.", "It", "Vale"),
    ("Vale said it had bought a smelter.", "it", "Vale"),
    ("Qualcomm said its sales rose.", "its", "Qualcomm"),
    ("Tesco raised its forecast.", "its", "Tesco"),
    ("Renault bought a battery plant. The company paid $1 billion.", "company", "Renault"),
    ("Vale sued Glencore. The company wants damages.", "company", "Vale"),
    ("Northgate Securities cut its target for Ferrari. The brokerage expects sales to fall.",
     "brokerage", "Northgate Securities"),
    ("BHP bought OZ Minerals. The miner paid in cash.", "miner", "BHP"),
    ("Peru is a copper producer. The country exports ore to China.", "country", "Peru"),
    ("Copper rose 3%. The metal is used in cables made by Prysmian.", "metal", "copper"),
    ("Ana Souza, chief executive of Vale, resigned. She joined Teck.", "She", "Ana Souza"),
    ("Ana Souza, chief executive of Vale, resigned. She had led the company since 2019.",
     "company", "Vale"),
    ("Indonesia imposed an export ban on bauxite in June. The ban lifted prices.",
     "ban", "Indonesia bauxite export ban"),
]  # fmt: skip


def meant(found, word):
    """The names of the things that are mentioned by that very word."""
    return {t.name for t in found.things for m in t.mentions if m.text == word}


@pytest.mark.parametrize(("text", "word", "name"), CASES)
def test_a_word_stands_for_the_thing_before(reading, text, word, name):
    assert {n.lower() for n in meant(reading(text), word)} == {name.lower()}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The company declined to comment.", "company"),
        ("The brokerage cut its forecast.", "brokerage"),
        ("They fell.", "They"),
        ("It rained in Perth.", "It"),
    ],
)
def test_what_has_no_antecedent_stays_open_and_is_reported(reading, text, word):
    found = reading(text)
    assert meant(found, word) == set()
    assert [r.why for r in found.refusals if r.text == word] == ["unresolved"]


def test_an_empty_it_stands_for_nothing(reading):
    found = reading("Vale sold a mine. It is unclear whether Glencore will bid.")
    assert meant(found, "It") == set()


def test_a_far_mention_is_not_reached(reading):
    filler = "Prices moved little in early trade. " * 8
    found = reading(f"Renault bought a battery plant. {filler}The company paid in cash.")
    assert meant(found, "company") == set()
