"""What is named: the whole name and no more, and what the words alone tell of it."""

from __future__ import annotations

import pytest


@pytest.fixture
def named(reading):
    """The things of a text: for each word as written its label and node."""

    def read(text):
        found = reading(text).things
        return {m.text: (t.label, t.known) for t in found for m in t.mentions}

    return read


LONG = [
    ("Honda Trading Corp sells steel.", "Honda Trading Corp", "Honda"),
    ("Shell Pakistan Ltd halted sales.", "Shell Pakistan Ltd", "Shell"),
    ("Apple Valley Dairy closed its plant.", "Apple Valley Dairy", "Apple"),
    ("Shares of Marlin Copper Trust rose.", "Marlin Copper Trust", "Copper"),
    ("Amazon Rainforest Trust sued Vale.", "Amazon Rainforest Trust", "Amazon"),
]


@pytest.mark.parametrize(("text", "whole", "part"), LONG)
def test_a_known_name_inside_a_longer_unknown_one_is_no_hit(named, text, whole, part):
    found = named(text)
    assert part not in found
    assert found[whole][1] == ""


KNOWN = [
    ("Mitsubishi Heavy Industries builds turbines.", "Mitsubishi Heavy Industries", "Firm"),
    ("U.S. Steel closed the mill.", "U.S. Steel", "Firm"),
    ("Toyota Motor Corp makes engines.", "Toyota Motor Corp", "Firm"),
    ("Turkish Airlines ordered jets.", "Turkish Airlines", "Firm"),
    ("The Bank of England raised rates.", "Bank of England", "Agency"),
    ("The European Union fined Meta.", "European Union", "Country"),
]


@pytest.mark.parametrize(("text", "name", "label"), KNOWN)
def test_the_longest_known_name_wins(named, text, name, label):
    found = named(text)
    assert found[name][0] == label
    assert found[name][1]


TITLED = [
    ("Chief executive Ana Souza leads Vale.", "Ana Souza"),
    ("President Emmanuel Macron met Rio Tinto.", "Emmanuel Macron"),
    ("Chairman Li Wei of Tencent resigned.", "Li Wei"),
    ("General Motors CEO Mary Barra spoke.", "Mary Barra"),
]


@pytest.mark.parametrize(("text", "name"), TITLED)
def test_a_title_is_no_part_of_a_name(named, text, name):
    assert named(text)[name][0] == "Person"


DEMONYMS = [
    ("Brazilian miner Vale bought a smelter.", "Brazilian", "country:BR"),
    ("Kenyan tea exports rose.", "Kenyan", "country:KE"),
    ("South Korean chipmaker SK Hynix makes memory.", "South Korean", "country:KR"),
]


@pytest.mark.parametrize(("text", "word", "country"), DEMONYMS)
def test_a_demonym_stands_for_its_country(named, text, word, country):
    assert named(text)[word] == ("Country", country)


def test_two_possessed_names_are_four_things(named):
    found = named("France's Renault and Germany's Volkswagen make engines.")
    labels = [found[n][0] for n in ("France", "Renault", "Germany", "Volkswagen")]
    assert labels == ["Country", "Firm", "Country", "Firm"]


GOVERNMENTS = [
    ("Washington imposed sanctions on Russia.", "Washington", "country:US"),
    ("Beijing banned sales of antimony.", "Beijing", "country:CN"),
    ("Moscow and Kyiv traded accusations.", "Kyiv", "country:UA"),
]


@pytest.mark.parametrize(("text", "capital", "country"), GOVERNMENTS)
def test_a_capital_that_acts_is_its_government(named, text, capital, country):
    assert named(text)[capital] == ("Country", country)


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("The plant is in Washington.", "Washington"),
        ("Vale is based in London.", "London"),
        ("Shares fell in Tokyo.", "Tokyo"),
    ],
)
def test_a_capital_where_something_is_is_the_city(named, text, capital):
    assert named(text)[capital][0] == "Place"
