"""Made-up worlds that hold every type of edge, every status, dates, amounts and places."""

from __future__ import annotations

import functools

from schemas.answer import StateEdge
from tests.exposure.factories import ToyView, edge, support, view

THINGS = """
    Firm Brightwater Foods; alias=Brightwater; country=Ardenia; industry=Food
    Firm Cobble Bank; country=Belmark
    Firm Dunmore Steel; alias=Dunmore
    Firm Elder Pumps; country=Belmark
    Firm Fathom Chips; alias=Fathom; industry=Chips
    Firm Gantry Motors; alias=Gantry
    Firm Hollow Mills
    Firm Isle Shipping
    Firm Juniper Labs
    Firm Kestrel Air
    Person Mara Quill
    Person Otto Brandt
    Country Ardenia; alias=Ardenian
    Country Belmark; alias=Belmarkian
    Country Northern League; kind=bloc
    Agency Trade Board
    Agency Central Bank of Ardenia
    Portfolio Harbour Fund
    Commodity tin
    Commodity bauxite
    Product tinplate
    Product F9 chip
    Product K2 sensor
    Product plastic film
    Industry Chips
    Industry Food
    Place Port Mallow
    Place Dunmore mill
    Exchange Mallow Exchange
    Exchange Ardenia Bourse
    Index Harbour 100
    Indicator Ardenia policy rate
    Policy Ardenia tin export ban; kind=ban; issuer=Ardenia; object=tin
    Policy Belmark steel tariff; kind=tariff; issuer=Belmark; object=Dunmore Steel
    Deal Gantry takeover of Hollow Mills; kind=takeover; party=Gantry Motors; object=Hollow Mills
    """


def dollars(amount: int) -> dict[str, str]:
    """An amount in dollars, as an edge holds it."""
    return {"amount": str(amount), "currency": "USD"}


def when(text: str) -> dict[str, dict[str, str]]:
    """The date on which an edge began."""
    return {"valid_from": {"text": text}}


def told(head: str, type_: str, tail: str, publisher: str, **more: object) -> StateEdge:
    """An edge that one publisher tells."""
    claim = support(f"{head}|{type_}|{tail}", publisher=publisher, **more)
    return edge(head, type_, tail, claims=(claim,), **more)


@functools.cache  # no test changes it
def trading_world() -> ToyView:
    """Every type of edge at least once, with every status somewhere."""
    return view(THINGS, *_deals(), *_trade(), *_rest())


def _deals() -> list[StateEdge]:
    planned, gone = {"status": "planned"}, {"status": "negated"}
    return [
        edge("Gantry Motors", "ACQUIRES", "Hollow Mills", **planned, **dollars(900),
             **when("2025-04")),
        edge("Gantry Motors", "ACQUIRES", "Elder Pumps", status="completed", **dollars(300),
             **when("2023-02")),
        edge("Dunmore Steel", "ACQUIRES", "Kestrel Air", **gone, **dollars(700)),
        edge("Isle Shipping", "ACQUIRES", "Juniper Labs", status="denied"),
        told("Cobble Bank", "ACQUIRES", "Juniper Labs", "The Tide", status="rumoured"),
        edge("Fathom Chips", "MERGES_WITH", "Juniper Labs", status="agreed"),
        edge("Isle Shipping", "MERGES_WITH", "Kestrel Air", **gone),
        edge("Hollow Mills", "DIVESTS", "Dunmore mill", **planned, amount="50", currency="EUR"),
        edge("Cobble Bank", "OWNS", "Isle Shipping"),
        edge("Cobble Bank", "INVESTS_IN", "Fathom Chips", **dollars(120)),
        edge("Ardenia", "INVESTS_IN", "Fathom Chips", **dollars(400)),
        edge("Cobble Bank", "LENDS_TO", "Belmark", amount="75", currency="EUR"),
        edge("Harbour Fund", "HOLDS", "Dunmore Steel"),
        edge("Juniper Labs", "SUES", "Fathom Chips", **when("2024-11-05")),
        edge("Elder Pumps", "SUES", "Gantry Motors", status="ended"),
        edge("Trade Board", "FINES", "Dunmore Steel", **dollars(12)),
        edge("Ardenia", "FINES", "Dunmore Steel", **dollars(30)),
        edge("Belmark", "FINES", "Isle Shipping", amount="8", currency="EUR"),
    ]  # fmt: skip


def _trade() -> list[StateEdge]:
    return [
        edge("Dunmore Steel", "SUPPLIES", "Gantry Motors", **when("2024-06")),
        edge("Fathom Chips", "SUPPLIES", "Gantry Motors", confidence=0.4),
        edge("Elder Pumps", "SUPPLIES", "Kestrel Air", status="ended"),
        edge("Brightwater Foods", "DEPENDS_ON", "tinplate", confidence=0.9),
        edge("Dunmore Steel", "DEPENDS_ON", "tin"),
        edge("Ardenia", "EXPORTS", "tin", amount="500", unit="tons"),
        edge("Belmark", "EXPORTS", "bauxite", amount="90", unit="tons"),
        edge("Belmark", "IMPORTS", "tin"),
        edge("Dunmore Steel", "PRODUCES", "tinplate"),
        edge("Fathom Chips", "PRODUCES", "F9 chip"),
        edge("Gantry Motors", "DEPENDS_ON", "F9 chip"),
        edge("Juniper Labs", "RELEASES", "K2 sensor", **when("2025-01-20")),
        edge("Hollow Mills", "HALTS_PRODUCTION", "plastic film", **when("2025-05-02")),
        edge("Kestrel Air", "HALTS_PRODUCTION", ""),
        edge("tin", "INPUT_TO", "tinplate"),
        edge("plastic film", "SUBSTITUTES_FOR", "tinplate"),
        edge("Dunmore Steel", "COMPETES_WITH", "Elder Pumps"),
        edge("Fathom Chips", "PARTNERS_WITH", "Kestrel Air"),
    ]


def _rest() -> list[StateEdge]:
    ban, tariff = "Ardenia tin export ban", "Belmark steel tariff"
    return [
        edge("Ardenia", "IMPOSES", ban, **when("2025-03-01")),
        edge("Belmark", "IMPOSES", tariff, status="ended"),
        edge(ban, "TARGETS", "tin"),
        edge(tariff, "TARGETS", "Dunmore Steel"),
        edge("Trade Board", "RESTRICTS", "bauxite"),
        edge("Ardenia", "SUPPORTS", "Juniper Labs"),
        edge(ban, "IMPACTS", "Hollow Mills", sign="-"),
        edge(ban, "IMPACTS", "Elder Pumps", sign="+"),
        edge(ban, "IMPACTS", "Kestrel Air", sign="-", status="denied"),
        edge("Cobble Bank", "FORECASTS", "Harbour 100"),
        edge("Ardenia", "REPORTS", "Ardenia policy rate"),
        edge("Central Bank of Ardenia", "SETS_RATE", "Ardenia policy rate"),
        edge("Dunmore Steel", "LISTED_ON", "Mallow Exchange"),
        edge("Dunmore Steel", "LISTED_ON", "Ardenia Bourse", status="planned"),
        edge("Isle Shipping", "LISTED_ON", "Mallow Exchange", status="negated"),
        edge("Fathom Chips", "LISTED_ON", "Mallow Exchange"),
        edge("Mara Quill", "LEADS", "Gantry Motors"),
        edge("Otto Brandt", "LEADS", "Gantry Motors", status="ended"),
        edge("Dunmore mill", "LOCATED_IN", "Port Mallow"),
        edge("Port Mallow", "LOCATED_IN", "Ardenia"),
        edge("Mallow Exchange", "LOCATED_IN", "Port Mallow"),
        edge("Gantry Motors", "LOCATED_IN", "Belmark"),
        edge("Fathom Chips", "IN_INDUSTRY", "Chips"),
        edge("Ardenia", "MEMBER_OF", "Northern League"),
        edge("Belmark", "MEMBER_OF", "Northern League", status="ended"),
    ]
