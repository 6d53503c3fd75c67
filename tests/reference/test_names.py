"""Names fold so that spellings meet and firms stay apart."""

from __future__ import annotations

import pytest

from kg.reference.names import firm_key, name_key, slug


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("U.S.", "US"),
        ("Nestlé", "NESTLE"),
        ("the Federal Reserve", "Federal Reserve"),
        ("S&P 500", "S and P 500"),
        ("Lowe’s", "Lowe's"),
        ("Ørsted", "Orsted"),
        ("rare-earth magnets", "rare earth magnets"),
        ("J.P. Morgan", "JP Morgan"),
        ("China's commerce ministry", "China commerce ministry"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, two: str) -> None:
    assert name_key(one) == name_key(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Nasdaq 100", "Nasdaq"),
        ("OPEC+", "OPEC"),
        ("FTSE 100", "FTSE 250"),
        ("South32", "South"),
    ],
)
def test_different_names_keep_different_keys(one: str, two: str) -> None:
    assert name_key(one) != name_key(two)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Apple Inc.", "apple"),
        ("Top Glove Corp. Bhd", "top glove"),
        ("Volkswagen AG", "volkswagen"),
        ("America Movil, S.A.B. de C.V.", "america movil"),
        ("Rio Tinto (corporation)", "rio tinto"),
        ("A.P. Moller - Maersk A/S", "ap moller maersk"),
        ("PT Pertamina", "pertamina"),
        ("The Company", "company"),
    ],
)
def test_a_firm_key_drops_the_legal_form_and_keeps_a_word(name: str, key: str) -> None:
    assert firm_key(name) == key


def test_a_slug_is_lower_case_words_with_hyphens() -> None:
    assert slug("rare earths") == "rare-earths"
    assert slug("Côte d’Ivoire") == "cote-divoire"
    assert slug("AT&T") == "at-and-t"
