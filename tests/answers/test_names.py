"""Which thing the words of a question mean: possessives, sites, acts half told, demonyms."""

from __future__ import annotations

import pytest

from kg.answers import answer
from kg.answers.name import one, resolve, things
from kg.answers.within import is_within, place_of
from schemas.errors import EntityUnknown
from tests.exposure.factories import ToyView, edge, view


@pytest.fixture
def world() -> ToyView:
    """Sanctions of which no story tells the issuer, and a tariff of which one does."""
    return view(
        """
        Policy Volga sanctions; kind=sanction
        Policy Ardenia tariff on Corvel; kind=tariff; issuer=Ardenia
        Country Ardenia
        Country Belmark
        Firm Volga Oil; alias=Volga
        Firm Neva Oil; alias=Neva
        Firm Corvel Plastics; alias=Corvel
        Firm Designer
        Firm Maker
        Product core designs
        Place Corvel mill
        """,
        edge("Volga sanctions", "TARGETS", "Volga Oil"),
        edge("Volga sanctions", "TARGETS", "Neva Oil"),
        edge("Ardenia", "IMPOSES", "Ardenia tariff on Corvel"),
        edge("Ardenia tariff on Corvel", "TARGETS", "Corvel Plastics"),
        edge("Designer", "PRODUCES", "core designs"),
        edge("Maker", "DEPENDS_ON", "core designs"),
        edge("Corvel mill", "LOCATED_IN", "Belmark"),
    )


@pytest.mark.parametrize(
    "words",
    ["Belmark sanctions on Volga and Neva", "sanctions on Neva", "Belmark's Volga sanctions"],
)
def test_a_policy_without_a_told_issuer_fits_whoever_is_named(world: ToyView, words: str) -> None:
    assert [e.name for e in resolve(world, words).entities] == ["Volga sanctions"]


def test_a_policy_with_an_issuer_is_not_taken_for_another_country_s(world: ToyView) -> None:
    found = resolve(world, "Ardenia's tariff on Corvel")
    assert [e.name for e in found.entities] == ["Ardenia tariff on Corvel"]
    assert "Ardenia tariff" not in resolve(world, "Belmark tariff on Corvel").note


def test_an_unknown_word_keeps_a_policy_from_being_half_fitted(world: ToyView) -> None:
    with pytest.raises(EntityUnknown):
        resolve(world, "Atlantis sanctions against the Volga barons")


@pytest.mark.parametrize("words", ["Designer's designs", "designs of Designer"])
def test_what_one_offers_is_its_own_goods_and_itself(world: ToyView, words: str) -> None:
    found, note = things(world, words)
    assert [e.name for e in found] == ["core designs", "Designer"]
    assert note


def test_who_depends_on_an_offer_is_found_through_the_good(world: ToyView) -> None:
    given = answer("Who depends on Designer's designs?", world)
    assert [e.entity for e in given.answers] == ["Maker"]


def test_what_is_no_offer_of_the_owner_is_unknown(world: ToyView) -> None:
    with pytest.raises(EntityUnknown):
        things(world, "Designer's moons")


def test_a_fire_at_a_site_in_a_country_is_one_at_its_owner(world: ToyView) -> None:
    found = resolve(world, "a fire at Corvel's plants in Belmark")
    assert [(e.name, found.event) for e in found.entities] == [("Corvel Plastics", "halt")]


def test_a_demonym_is_read_by_reference_data() -> None:
    india = "country:IN"
    world = view("Country India\nFirm Gemini; country=IN\nFirm Other; country=DE")
    named = world.by_node.pop("India").model_copy(update={"node": india})
    world.by_node[india] = named
    assert place_of(world, "Indian").node == india
    assert is_within(world, "Gemini", named)
    assert not is_within(world, "Other", named)


def test_an_unknown_name_is_not_taken_from_reference_data_alone(world: ToyView) -> None:
    with pytest.raises(EntityUnknown):
        one(world, "Nvidia")
