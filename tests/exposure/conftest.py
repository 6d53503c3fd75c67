"""A small made-up world: a curb on antimony, those who need it, and those who do not."""

from __future__ import annotations

import pytest

from tests.exposure.factories import ToyView, edge, support, view

THINGS = """
Policy Ardenia antimony export curbs; kind=export_control; issuer=Ardenia; object=antimony
Country Ardenia; alias=Ardenian
Commodity antimony
Product flame retardants
Firm Corvel Plastics
Firm Dalmore Cables
Firm Eastmoor Mining
Industry Europe battery makers; region=Europe; industry=battery makers
Firm Quiet Foods
Person Lena Hart
Exchange Port Exchange
"""


@pytest.fixture
def curbs() -> ToyView:
    """The curb's graph."""
    policy = "Ardenia antimony export curbs"
    return view(
        THINGS,
        edge("Ardenia", "IMPOSES", policy),
        edge(policy, "TARGETS", "antimony"),
        edge("flame retardants", "DEPENDS_ON", "antimony"),
        edge("Corvel Plastics", "DEPENDS_ON", "flame retardants", confidence=0.8),
        edge(policy, "IMPACTS", "Europe battery makers", sign="-"),
        edge(policy, "IMPACTS", "Eastmoor Mining", sign="+"),
        edge(policy, "IMPACTS", "Quiet Foods", sign="-", status="negated"),
        edge("Lena Hart", "LEADS", "Corvel Plastics"),
        edge("Corvel Plastics", "SUPPLIES", "Dalmore Cables", reference=True),
        edge("Dalmore Cables", "LISTED_ON", "Port Exchange"),
    )


@pytest.fixture
def plant() -> ToyView:
    """A maker with two customers, a product, a rival and an owner."""
    return view(
        """
        Firm Norvane Chips; alias=Norvane
        Firm Aldgate Motors
        Firm Brightwater Phones
        Firm Osprey Foundry
        Firm Castle Holding
        Product N7 processor
        Firm Silica Works
        """,
        edge("Norvane Chips", "SUPPLIES", "Aldgate Motors"),
        edge("Norvane Chips", "SUPPLIES", "Brightwater Phones", status="rumoured"),
        edge("Norvane Chips", "PRODUCES", "N7 processor"),
        edge("Norvane Chips", "COMPETES_WITH", "Osprey Foundry"),
        edge("Castle Holding", "OWNS", "Norvane Chips", more=(("stake", "60%"),)),
        edge("Silica Works", "SUPPLIES", "Norvane Chips", claims=(support("c1"), support("c2"))),
    )
