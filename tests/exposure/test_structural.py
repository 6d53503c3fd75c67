"""The listed members of an exposed industry, from the reference universe."""

from __future__ import annotations

from kg.exposure import exposed_to, shocks_for
from tests.exposure.factories import edge, view


def test_a_stated_industry_and_region_bring_listed_firms_behind_the_evidence() -> None:
    graph = view(
        "Policy ban\nIndustry EU chip makers; region=EU; industry=semiconductors\nFirm Odd Lots",
        edge("ban", "IMPACTS", "EU chip makers", sign="-"),
        edge("ban", "IMPACTS", "Odd Lots", sign="-", status="planned"),
    )
    found = exposed_to(graph, shocks_for(graph, "ban"))
    assert [e.class_ for e in found[:2]] == ["stated", "stated"]
    assert 0 < len(found) - 2 <= 10
    assert all(e.class_ == "structural" and e.type == "Firm" for e in found[2:])


def test_an_industry_without_a_region_brings_none() -> None:
    graph = view(
        "Policy ban\nIndustry chip makers; industry=semiconductors",
        edge("ban", "IMPACTS", "chip makers", sign="-"),
    )
    assert [e.entity for e in exposed_to(graph, shocks_for(graph, "ban"))] == ["chip makers"]
