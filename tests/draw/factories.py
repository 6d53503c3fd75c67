"""Made-up graphs to draw: names and sentences of our own, as long and as many as news gives."""

from __future__ import annotations

from collections.abc import Iterable

from schemas.answer import StateEdge, Support
from schemas.base import Sign, Status, edge_type
from schemas.claim import Entity
from tests.exposure.factories import ToyView

FIRMS = (
    "Aldermoor Semiconductor Holdings", "Brightwater Mining", "Castellan Aerospace Systems",
    "Dunmore & Vale Pharmaceuticals", "Eastgate Logistics", "Ferrand Automobiles",
    "Greywick Battery Materials International", "Hollin Energy", "Ironbridge Steel Works",
    "Juniper Bay Shipping Lines", "Kestrel Robotics", "Larkfield Consumer Electronics Group",
    "Marchetti Turbines", "Northmoor Bank", "Oakhaven Insurance Partners", "Pellworth Chemicals",
    "Quillon Data Centres", "Ravensburgh Optical", "Silverstrand Retail", "Tamarind Foods",
    "Umber Valley Lithium", "Vantage Point Software", "Westerholm Paper", "Yarrow Medical Devices",
)  # fmt: skip
GOODS = (
    "neodymium magnets", "battery-grade lithium hydroxide", "high-bandwidth memory", "gallium",
    "container freight", "jet fuel", "lithography machines", "insulin", "cold-rolled steel coil",
    "polysilicon",
)  # fmt: skip
COUNTRIES = ("Norland", "Republic of Estmark", "Sudonia", "United Provinces of Averne")
PLACES = ("Port of Halden", "Gulf of Merrow", "Brannock Industrial Zone")
AGENCIES = (
    "Norland Ministry of Commerce", "Averne Securities Commission", "Central Bank of Estmark",
)  # fmt: skip
PEOPLE = ("Ida Fennimore", "Tomas Okonjo-Reyes", "Wilhelmina van der Straaten")
POLICIES = ("Norland export licence for rare-earth magnets", "25% Averne tariff on steel")
DEALS = ("Marchetti Turbines–Hollin Energy takeover",)
INDUSTRIES = ("automobile makers", "semiconductors", "shipping")
MARKETS = ("Averne Stock Exchange",)
INDEXES = ("Averne 100",)
INDICATORS = ("Estmark consumer prices", "Norland policy rate")

LABELLED = (
    ("Firm", FIRMS), ("Commodity", GOODS[:4]), ("Product", GOODS[4:]), ("Country", COUNTRIES),
    ("Place", PLACES), ("Agency", AGENCIES), ("Person", PEOPLE), ("Policy", POLICIES),
    ("Deal", DEALS), ("Industry", INDUSTRIES), ("Exchange", MARKETS), ("Index", INDEXES),
    ("Indicator", INDICATORS),
)  # fmt: skip
STATUSES: tuple[Status, ...] = (
    "asserted", "asserted", "completed", "planned", "asserted", "rumoured", "asserted", "denied",
)  # fmt: skip


def entity(label: str, name: str) -> Entity:
    """A node whose id is made of label and name."""
    return Entity(node=f"{label.lower()}:{name.lower().replace(' ', '-')}", label=label, name=name)


def sentence(head: str, words: str, tail: str, number: int) -> Support:
    """A sentence of a made-up story about the link."""
    quote = f"{head} {words} {tail}, according to filing number {number} read by this paper."
    return Support(
        claim_id=f"c{number}", story_id=f"s{number % 9}", quote=quote, start=100 * number,
        end=100 * number + len(quote), publisher="The Harbour Post",
        published=f"2025-0{1 + number % 9}-1{number % 9}", status="asserted",
        title=f"Markets on day {number}", source=f"stories/{number % 9}.txt",
    )  # fmt: skip


def link(head: Entity, type_: str, tail: Entity, number: int = 0, **more: object) -> StateEdge:
    """An edge with one sentence of its own."""
    said = sentence(head.name, edge_type(type_).phrase, tail.name, number)
    given = {
        "edge_id": f"e{number:03}", "head": head.node, "type": type_, "tail": tail.node,
        "status": "asserted", "confidence": 0.4 + 0.06 * (number % 10), "claims": (said,),
    }  # fmt: skip
    return StateEdge.model_validate(given | more)


def view(entities: Iterable[Entity], edges: Iterable[StateEdge]) -> ToyView:
    """A view of these entities and edges."""
    return ToyView({e.node: e for e in entities}, {e.edge_id: e for e in edges})


def town() -> ToyView:
    """60 nodes and about 90 edges: hubs, chains, double links, every label, every family."""
    things = [entity(label, name) for label, names in LABELLED for name in names]
    things += [entity("Firm", f"Zephyr Works {n}") for n in range(60 - len(things))]
    pairs: dict[tuple[str, str, str], StateEdge] = {}
    for number in range(2400):
        head, turn = things[number % 60], number // 60
        hub = (number * 5) % 7 if number % 3 else (number * 17 + turn * 7 + 3) % 60
        tail = things[hub]
        fits = [t for t in TYPES if edge_type(t).allows(head.label, tail.label)]
        if not fits or head == tail:
            continue
        type_ = fits[number % len(fits)]
        sign: Sign | None = ("-", "+")[number % 2] if type_ == "IMPACTS" else None  # type: ignore[assignment]
        status = STATUSES[number % len(STATUSES)]
        edge = link(head, type_, tail, number, status=status, sign=sign)
        pairs.setdefault((head.node, type_, tail.node), edge)
        if len(pairs) >= 90 and turn > 1:
            break
    listed = link(things[0], "LISTED_ON", entity("Exchange", MARKETS[0]), 2500)
    return view(things, [*pairs.values(), listed])


TYPES = (
    "SUPPLIES", "DEPENDS_ON", "PRODUCES", "EXPORTS", "IMPORTS", "INPUT_TO", "IMPACTS", "TARGETS",
    "RESTRICTS", "IMPOSES", "OWNS", "ACQUIRES", "LENDS_TO", "COMPETES_WITH", "PARTNERS_WITH",
    "LEADS", "LOCATED_IN", "LISTED_ON", "IN_INDUSTRY", "FORECASTS", "SETS_RATE", "MEMBER_OF",
)  # fmt: skip


def hostile_view(payload: str) -> ToyView:
    head, tail = entity("Firm", "Hollin Energy"), entity("Product", "jet fuel")
    head = head.model_copy(update={"name": payload, "node": payload, "aliases": (payload,),
                                   "identifiers": ((payload, payload),)})  # fmt: skip
    edge = link(head, "PRODUCES", tail, 1, amount=payload, currency=payload)
    said = edge.claims[0].model_copy(
        update=dict.fromkeys(("quote", "title", "publisher", "published", "source"), payload)
    )
    return view((head, tail), [edge.model_copy(update={"claims": (said,)})])
