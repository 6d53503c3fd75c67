"""The tables hold what they say, in numbers and in form."""

from __future__ import annotations

import re
from importlib.resources import files

import pycountry
import pytest

from kg.reference.tables import TableError, items, parse, rows

LEAST = {
    "countries": 190,
    "blocs": 11,
    "places": 60,
    "exchanges": 45,
    "agencies": 120,
    "goods": 150,
    "indices": 45,
    "industries": 60,
    "firms": 250,
    "listed": 100,
    "indicators": 40,
    "metonyms": 20,
}


@pytest.mark.parametrize("table", sorted(LEAST))
def test_every_row_of_a_table_parses_and_there_are_enough(table: str) -> None:
    assert len(list(rows(table))) >= LEAST[table]


@pytest.mark.parametrize("table", sorted(LEAST))
def test_every_table_says_where_its_facts_come_from(table: str) -> None:
    text = (files("kg.reference") / "data" / f"{table}.tsv").read_text(encoding="utf-8")
    assert text.startswith("# ")


def test_a_row_with_a_missing_column_is_refused() -> None:
    with pytest.raises(TableError, match=r"broken.tsv, line 3: 1 columns, not 2"):
        list(parse("broken.tsv", ["# from nowhere", "a\tb", "only one"]))


def test_market_identifier_codes_are_four_capitals_or_digits() -> None:
    codes = [row["mic"] for row in rows("exchanges")]
    assert all(re.fullmatch(r"[A-Z0-9]{4}", code) for code in codes)
    assert len(set(codes)) == len(codes)


def test_every_country_code_is_in_iso_3166() -> None:
    iso = {country.alpha_2 for country in pycountry.countries}
    assert {row["iso2"] for row in rows("countries")} <= iso
    for table in ("exchanges", "indices", "firms", "listed", "places"):
        assert {row["country"] for row in rows(table)} - {""} <= iso
    assert {row["country"] for row in rows("agencies")} - {"", "EU"} <= iso
    for table in ("blocs", "places"):
        assert {code for row in rows(table) for code in items(row["members"])} <= iso


def test_demonyms_name_one_country_each() -> None:
    told = [word for row in rows("countries") for word in items(row["demonyms"])]
    assert len(told) == len(set(told))


def test_every_industry_of_a_firm_is_in_the_table_of_industries() -> None:
    known = {row["slug"] for row in rows("industries")}
    used = {
        slug
        for table in ("firms", "listed")
        for row in rows(table)
        for slug in items(row["industries"])
    }
    wider = {row["part_of"] for row in rows("industries")} - {""}
    assert used | wider <= known


def test_critical_minerals_are_the_sixty_of_the_survey() -> None:
    named = [row for row in rows("goods") if "critical minerals" in items(row["parents"])]
    single = [row["name"] for row in named if row["name"] != "rare earths"]
    assert len(single) == 60
    rare = [row["name"] for row in rows("goods") if "rare earths" in items(row["parents"])]
    assert {"promethium", "scandium", "yttrium", "lutetium"} <= set(rare)
