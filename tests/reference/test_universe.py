"""The universe finds things by name, code, industry and region, and keeps doubt as doubt."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.reference.known import Known
from kg.reference.tables import items, rows
from kg.reference.universe import Universe, universe


@pytest.fixture(scope="module")
def known() -> Universe:
    return universe()


def nodes(found: tuple[Known, ...]) -> list[str]:
    return [thing.node for thing in found]


def test_every_node_is_held_once(known: Universe) -> None:
    counted = Counter(thing.node for thing in known)
    assert [node for node, n in counted.items() if n > 1] == []


def test_every_node_id_starts_with_its_label(known: Universe) -> None:
    assert all(thing.node.split(":")[0] == thing.label.lower() for thing in known)


def test_every_wider_thing_is_held_too(known: Universe) -> None:
    assert all(known.by_node(node) for thing in known for node in thing.member_of)


def test_every_metonym_stands_for_a_thing_that_is_held(known: Universe) -> None:
    assert [row["text"] for row in rows("metonyms") if not known.by_node(row["node"])] == []


@pytest.mark.parametrize(
    ("region", "count"),
    [
        ("EU", 27),
        ("EUROZONE", 21),
        ("G7", 7),
        ("ASEAN", 11),
        ("NATO", 32),
        ("DE", 1),
    ],
)
def test_a_bloc_has_its_members(known: Universe, region: str, count: int) -> None:
    assert len(known.countries_of(region)) == count


def test_members_of_the_union_are_not_its_neighbours(known: Universe) -> None:
    union = known.countries_of("European Union")
    assert {"DE", "FR", "IE", "HR"} <= union
    assert union.isdisjoint({"GB", "CH", "NO", "TR", "UA"})
    germany = known.by_node("country:DE")
    assert germany is not None
    assert "country:EU" in germany.member_of


def test_two_names_of_a_firm_give_one_node(known: Universe) -> None:
    for one, two in (
        ("Alphabet", "Google"),
        ("VW", "Volkswagen AG"),
        ("Facebook", "Meta Platforms"),
        ("TSMC", "Taiwan Semiconductor Manufacturing Co"),
    ):
        assert nodes(known.find(one)) == nodes(known.find(two)) != []
        assert len(known.find(one)) == 1


def test_a_name_that_two_firms_share_stays_ambiguous(known: Universe) -> None:
    assert sorted(nodes(known.find("Merck", "Firm"))) == ["firm:merck-de", "firm:merck-us"]
    assert nodes(known.find("Merck KGaA")) == ["firm:merck-de"]
    assert nodes(known.find("Merck & Co.")) == ["firm:merck-us"]


@pytest.mark.parametrize(
    ("scheme", "value", "node"),
    [
        ("ric", "GOOGL.O", "firm:alphabet"),
        ("ric", "VOWG_p.DE", "firm:volkswagen"),
        ("ric", "7203.T", "firm:toyota"),
        ("ric", "NESN.S", "firm:nestle"),
        ("ric", "STMPA.PA", "firm:stmicroelectronics"),
        ("ticker", "RHM.DE", "firm:rheinmetall"),
        ("ric", ".SPX", "index:SPX"),
        ("isin", "US0378331005", "firm:apple"),
        ("ticker", "NASDAQ:NVDA", "firm:nvidia"),
        ("iso3", "GBR", "country:GB"),
        ("mic", "XLON", "exchange:XLON"),
        ("code", "NYSE", "exchange:XNYS"),
        ("hs", "2709", "commodity:crude-oil"),
    ],
)
def test_an_identifier_leads_to_its_thing(
    known: Universe,
    scheme: str,
    value: str,
    node: str,
) -> None:
    found = known.by_identifier(scheme, value)
    assert found is not None
    assert found.node == node


def test_a_new_york_listing_without_its_exchange_is_found_by_its_ticker(known: Universe) -> None:
    found = known.by_identifier("ric", "AOS.N")
    assert found is not None
    assert found.name == "A. O. Smith"
    assert known.by_identifier("ric", "GOOGL.N") is None
    assert known.by_identifier("ric", "NOSUCH.N") is None


def test_a_firm_carries_no_isin_of_another(known: Universe) -> None:
    claims = Counter(pair for thing in known for pair in thing.identifiers if pair[0] == "isin")
    assert [pair for pair, n in claims.items() if n > 1] == []


def test_demonyms_lead_to_countries_blocs_or_regions(known: Universe) -> None:
    told = {s.text: s.known for s in known.surfaces() if s.sort == "demonym"}
    assert told["Dutch"].node == "country:NL"
    assert told["British"].node == "country:GB"
    assert told["European"].node == "place:europe"
    assert {thing.label for thing in told.values()} == {"Country", "Place"}


def test_a_capital_is_a_metonym_and_never_a_name(known: Universe) -> None:
    beijing = [s for s in known.surfaces() if s.text == "Beijing"]
    assert [(s.known.node, s.sort) for s in beijing] == [("country:CN", "metonym")]


def test_an_everyday_word_is_a_short_name_of_a_firm(known: Universe) -> None:
    for word in ("Target", "Visa", "Gap", "Shell", "Apple", "Ford"):
        sorts = {s.sort for s in known.surfaces() if s.text == word and s.known.label == "Firm"}
        assert sorts == {"short"}, word
    full = {s.sort for s in known.surfaces() if s.text == "Target Corporation"}
    assert full == {"name"}


def test_bare_tickers_are_not_looked_for_in_text(known: Universe) -> None:
    tickers = [s.text for s in known.surfaces() if s.sort == "ticker"]
    assert "GOOGL.O" in tickers
    assert all("." in text or ":" in text for text in tickers)


def test_auto_parts_makers_of_europe_are_european(known: Universe) -> None:
    makers = known.firms_in(industry="auto parts", region="Europe")
    europe = known.countries_of("Europe")
    assert len(makers) > 3
    assert {firm.country for firm in makers} <= europe
    assert {"Valeo", "Robert Bosch"} <= {firm.name for firm in makers}
    assert makers == known.firms_in(industry="auto parts plants", region="European")


def test_an_industry_holds_the_firms_of_its_narrower_ones(known: Universe) -> None:
    cars = set(nodes(known.firms_in(industry="car industry", region="EU")))
    assert set(nodes(known.firms_in(industry="auto parts", region="EU"))) < cars
    assert set(nodes(known.firms_in(industry="carmakers", region="EU"))) < cars


@pytest.mark.parametrize(
    ("industry", "region", "firm"),
    [
        ("semiconductor", "US", "firm:nvidia"),
        ("refiners", "IN", "firm:reliance-industries"),
        ("steelmakers", "Asia", "firm:nippon-steel"),
        ("banks", "GB", "firm:barclays"),
        ("airlines", "Europe", "firm:lufthansa"),
        ("glove makers", "Malaysia", "firm:top-glove"),
        ("shipbuilders", "KR", "firm:hanwha-ocean"),
        ("drugmakers", "CH", "firm:novartis"),
    ],
)
def test_a_news_phrase_finds_the_firms_of_a_region(
    known: Universe,
    industry: str,
    region: str,
    firm: str,
) -> None:
    assert firm in nodes(known.firms_in(industry=industry, region=region))


def test_an_unknown_industry_or_region_has_no_firms(known: Universe) -> None:
    assert known.firms_in(industry="alchemists", region=None) == ()
    assert known.firms_in(industry="banks", region="Atlantis") == ()


def test_every_industry_tag_of_a_corrected_firm_reaches_it(known: Universe) -> None:
    row = next(row for row in rows("listed") if row["name"] == "Rheinmetall")
    (firm,) = known.find("Rheinmetall")
    assert firm.industries == items(row["industries"])


def test_every_correction_still_meets_a_firm_of_the_source() -> None:
    from pytickersymbols import PyTickerSymbols

    told = {stock["name"] for stock in PyTickerSymbols().get_all_stocks()}
    assert [row["name"] for row in rows("listed") if row["name"] not in told] == []


def test_a_firm_is_not_in_two_indices_that_exclude_each_other(known: Universe) -> None:
    for one, two in (("SPX", "SPCY"), ("FCHI", "MDAXI"), ("FTSE", "SPX")):
        pair = {f"index:{one}", f"index:{two}"}
        assert [thing.name for thing in known if pair <= set(thing.member_of)] == []
