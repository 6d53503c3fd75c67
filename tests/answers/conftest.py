"""A made-up world in which every form of question has something to find."""

from __future__ import annotations

import pytest

from tests.exposure.factories import ToyView, edge, view


@pytest.fixture
def world() -> ToyView:
    """Acts, trade, owners, forecasts and a denied deal."""
    return view(
        """
        Policy Ardenia antimony export curbs; kind=export_control; issuer=Ardenia; object=antimony
        Policy Ardenia gallium export curbs; kind=export_control; issuer=Ardenia; object=gallium
        Policy Belmark sanctions on Petrolia Oil; kind=sanction; issuer=Belmark
        Deal Norvane takeover of Osprey; kind=takeover; party=Norvane Chips; object=Osprey Foundry
        Country Ardenia; alias=Ardenian
        Country Belmark
        Commodity antimony
        Commodity gallium
        Firm Petrolia Oil
        Firm Corvel Plastics; alias=Corvel
        Firm Norvane Chips; alias=Norvane
        Firm Osprey Foundry; alias=Osprey
        Firm Aldgate Motors
        Firm Sable Bank
        Firm Mercer Paper; alias=Mercer
        Firm Mercer Steel; alias=Mercer
        Firm Fenwick Lamps
        Firm Tiller Group
        Index Harbour 100
        Person Lena Hart
        Exchange Port Exchange
        """,
        edge("Ardenia", "IMPOSES", "Ardenia antimony export curbs"),
        edge("Ardenia", "IMPOSES", "Ardenia gallium export curbs"),
        edge("Belmark", "IMPOSES", "Belmark sanctions on Petrolia Oil"),
        edge("Ardenia antimony export curbs", "TARGETS", "antimony"),
        edge("Ardenia gallium export curbs", "TARGETS", "gallium"),
        edge("Belmark sanctions on Petrolia Oil", "TARGETS", "Petrolia Oil"),
        edge("Ardenia antimony export curbs", "IMPACTS", "Sable Bank", sign="+"),
        edge("Corvel Plastics", "DEPENDS_ON", "antimony"),
        edge("Fenwick Lamps", "DEPENDS_ON", "gallium"),
        edge("Norvane Chips", "SUPPLIES", "Aldgate Motors", valid_from={"text": "2025-03"}),
        edge("Norvane Chips", "ACQUIRES", "Osprey Foundry", status="planned"),
        edge("Sable Bank", "ACQUIRES", "Corvel Plastics", status="denied"),
        edge("Osprey Foundry", "DIVESTS", "Fenwick Lamps", status="planned"),
        edge("Tiller Group", "ACQUIRES", "Fenwick Lamps", status="planned"),
        edge("Sable Bank", "FORECASTS", "Harbour 100"),
        edge("Lena Hart", "LEADS", "Norvane Chips"),
        edge("Osprey Foundry", "LISTED_ON", "Port Exchange"),
        edge("Norvane Chips", "COMPETES_WITH", "Osprey Foundry"),
    )
