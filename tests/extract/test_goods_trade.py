"""Who ships, needs and makes what, and the words beside a verb that say it means something else."""

from __future__ import annotations

import pytest

from kg.extract import OFF, extract
from tests.extract.conftest import make_story

READ = [
    ("Vestas has an order from Equinor for 90 turbines.", "Vestas SUPPLIES Equinor"),
    ("Lucid gets its batteries from Panasonic.", "Panasonic SUPPLIES Lucid"),
    ("Poland ordered helicopters worth 10 billion dollars from Boeing.", "Boeing SUPPLIES Poland"),
    ("Half of Kazakhstan's uranium is shipped to China.", "Kazakhstan EXPORTS uranium"),
    ("Mexico accounts for half of the world's silver production.", "Mexico PRODUCES silver"),
    ("Brazil overtook Vietnam as the largest exporter of coffee.", "Brazil EXPORTS coffee"),
    ("Gerresheimer makes glass vials.", "Gerresheimer PRODUCES vials"),
    ("Bakers use palm oil instead of butter.", "palm oil SUBSTITUTES_FOR butter"),
    ("Output at BMW's Leipzig plant came to a halt.", "BMW HALTS_PRODUCTION Leipzig plant"),
]
OTHERWISE = [
    ("Talks at BMW in Leipzig came to a standstill.", "HALTS_PRODUCTION"),
    ("Nestle cut its forecast for production of coffee.", "HALTS_PRODUCTION"),
    ("Greece sent a protest note to Turkey.", "SUPPLIES"),
    ("Samsung sold its printer business to HP.", "SUPPLIES"),
    ("Stora Enso has stopped buying logs from Finland.", "ACQUIRES"),
    ("Germany and Japan are its best customers.", "SUPPLIES"),
    ("Bakers do not use palm oil instead of butter.", "SUBSTITUTES_FOR"),
]


def read(text):
    found = extract(make_story(text), reader=OFF)
    names = {t.key: t.name for t in found.things}
    return [(d, f"{names[d.head]} {d.type} {names[d.tail]}") for d in found.drafts]


@pytest.mark.parametrize(("text", "said"), READ)
def test_a_construction_says_who_moves_what(text, said):
    assert said in [line for _, line in read(text)]


@pytest.mark.parametrize(("text", "kind"), OTHERWISE)
def test_a_word_beside_the_verb_says_that_it_means_something_else(text, kind):
    assert [line for d, line in read(text) if d.type == kind] == []


def test_what_is_no_longer_needed_has_ended():
    drafts = [d for d, line in read("Estonia no longer depends on Russia.") if "DEPENDS" in line]
    assert [d.status for d in drafts] == ["ended"]


def test_that_cars_are_made_is_given_where_they_will_be_recalled():
    drafts = [d for d, _ in read("Cars made by Tesla will be recalled.") if d.type == "PRODUCES"]
    assert [d.status for d in drafts] == ["asserted"]
