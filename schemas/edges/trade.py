"""Trade edges: who makes, ships, needs and supplies what."""

from typing import ClassVar

from schemas.base import Edge, Example, Property, Transmission, noun, verb


class Exports(Edge):
    """A country or firm ships a good abroad."""

    head = ("Country", "Firm")
    tail = ("Commodity", "Product")
    phrase = "exports"
    properties = (
        Property(name="partner", kind="string", meaning="node of the buyer"),
        Property(name="period", kind="string", meaning="month, quarter or year"),
        Property(name="change", kind="decimal", unit="percent", meaning="change on the period before"),
    )
    frames = (
        verb("export ship"),
        noun("export shipment", head="poss from by subj", tail="of compound"),
    )
    transmissions = (
        Transmission(travel="with", into="supply", out="supply", factor=0.9, source="design prior"),
        Transmission(travel="with", into="access", out="supply", factor=0.8, source="design prior"),
        Transmission(travel="against", into="demand", out="demand", factor=0.5, source="design prior"),
    )
    examples = (
        Example(text="Chile exported 400,000 tonnes of copper in March.", head="Chile", tail="copper"),
    )
    counter_examples = (
        Example(text="Chile bans exports of copper scrap.", head="Chile", tail="copper scrap"),
    )
