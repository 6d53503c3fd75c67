"""Trade edges: who ships, buys, supplies and needs what.

Bias: who delivers to whom must be right or unsaid, so frames that do not tell the direction
("a supply deal with") stand at low confidence.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.examples import trade

BLUE = "#0072B2"  # Okabe-Ito
AAK = "direction: Acemoglu, Akcigit, Kerr 2016; size: starting prior"
PRIOR = "starting prior"
FLOW = (
    Property(name="partner", kind="string", meaning="node of the other side of the trade"),
    Property(name="period", kind="string", meaning="month, quarter or year, ISO 8601"),
    Property(name="volume", kind="decimal", unit="as stated", meaning="quantity in the period"),
    Property(name="value", kind="decimal", unit="currency", meaning="worth in the period"),
    Property(name="change", kind="decimal", unit="percent", meaning="change on a period before"),
)
OBJECT = Property(name="object", kind="string", meaning="what is delivered or needed")
SHARE = Property(name="share", kind="share", unit="0..1", meaning="part of the tail's total")
BUY = "buy purchase source procure order get obtain receive import secure acquire"
EARNED = "sale revenue profit income earning"  # what comes from a market is no delivery
WORDS_AND_PEOPLE = "note letter message signal warning request protest team troop envoy invoice"
MOVED = "export shipment cargo supply delivery flow sale"


class Exports(Edge):
    """A country or firm ships a good abroad."""

    head = ("Country", "Firm")
    tail = ("Commodity", "Product")
    phrase = "exports"
    goods_only = True
    colour = BLUE
    properties = FLOW
    frames = (
        verb("export re-export", head="subj from", tail="obj obj.of"),
        verb("ship send deliver sell", tail="obj obj.of", beside="abroad overseas", confidence=0.7),
        verb("ship", tail="obj obj.of", beside="to from", confidence=0.65),
        verb("import", head="from obj.of.from", tail="obj obj.of"),
        verb("ship send sell deliver", head="obj.of.poss obj.poss", tail="obj obj.of",
             beside="to abroad overseas", confidence=0.6),
        verb("account", tail="for.of.compound for.of.of", beside="export", confidence=0.7),
        verb("dominate", tail="obj.of obj.in obj.compound", beside="export trade", confidence=0.6),
        verb("resume restart cut slow increase raise", tail="obj.of obj.compound",
             beside="export", confidence=0.65),
        verb("halt suspend stop end", tail="obj.of obj.compound", beside="export", status="ended",
             confidence=0.65),
        noun("export re-export", head="poss from of.from by compound of", tail="of compound"),
        noun("shipment cargo", head="poss from of.from by compound", tail="of compound",
             confidence=0.7),
        noun("import", head="from of.from", tail="of compound", confidence=0.75),
        noun("exporter shipper", head="bearer appos", tail="of compound"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="supply", out="supply", factor=0.9, source=PRIOR),
        Transmission(travel="with", into="access", out="supply", factor=0.8, source=PRIOR),
        Transmission(travel="against", into="demand", out="demand", factor=0.5, source=PRIOR),
    )
    examples = trade.EXPORTS
    counter_examples = trade.NOT_EXPORTS


class Imports(Edge):
    """A country or firm buys a good from abroad."""

    head = ("Country", "Firm")
    tail = ("Commodity", "Product")
    phrase = "imports"
    goods_only = True
    colour = BLUE
    properties = FLOW
    frames = (
        verb("import bring_in ship_in", tail="obj obj.of"),
        verb(BUY, tail="obj obj.of", confidence=0.65,
             beside="abroad overseas from:Country obj.from:Country obj.of.from:Country"),
        verb("import ship export", head="into to", tail="obj obj.of", confidence=0.6),
        verb("depend rely", tail="on.of on.compound", beside="import", confidence=0.6),
        verb("meet cover", tail="obj.for obj.compound", beside="import", confidence=0.6),
        verb("bring_in ship_in", tail="obj obj.of", confidence=0.7),
        verb("resume restart increase raise", tail="obj.of obj.compound", beside="import",
             confidence=0.65),
        verb("halt suspend stop end", tail="obj.of obj.compound", beside="import", status="ended",
             confidence=0.65),
        noun("import purchase", head="poss by into compound", tail="of compound", confidence=0.75),
        noun("export shipment cargo", head="to of.to into of.into", tail="of compound",
             confidence=0.6),
        noun("importer", head="bearer appos", tail="of compound"),
        noun("buyer purchaser", head="bearer appos", tail="of compound", confidence=0.65),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="against", into="supply", out="supply", factor=0.7, source=PRIOR),
        Transmission(travel="against", into="price", out="price", factor=0.5, source=PRIOR),
    )
    examples = trade.IMPORTS
    counter_examples = trade.NOT_IMPORTS


class Supplies(Edge):
    """A supplier delivers goods or services to a customer; `object` says what."""

    head = ("Firm", "Country", "Industry")
    tail = ("Firm", "Country", "Industry")
    phrase = "supplies"
    goods_only = True
    colour = BLUE
    half_life = 13.0  # Reisch et al., arXiv 2503.20594
    properties = (OBJECT, SHARE)
    frames = (
        verb("supply", tail="to obj"),
        verb("sell deliver provide ship export send hand_over distribute", tail="to iobj",
             unless=WORDS_AND_PEOPLE),
        verb("provide serve equip furnish outfit", tail="obj", beside="with", confidence=0.7),
        verb("make build produce manufacture assemble", tail="for", confidence=0.7),
        verb("supply provide build manufacture assemble", tail="obj.poss", confidence=0.6),
        verb("choose select pick tap hire commission", head="obj", tail="subj",
             beside="supply deliver provide build make", status="planned", confidence=0.7),
        verb("come", head="from", tail="subj.of.poss subj.poss subj.of.for subj.for",
             unless=EARNED + " order demand pressure support", confidence=0.6),
        verb(BUY, head="from obj.of.from", tail="subj"),
        verb("use adopt deploy install", head="obj.from obj.by", tail="subj", confidence=0.65),
        verb("turn switch", head="to", tail="subj", beside="for", confidence=0.6),
        verb("rely depend", head="on upon", tail="subj", beside="for", confidence=0.65),
        verb("include", head="subj.poss subj.of", tail="obj", beside="customer client buyer"),
        verb("include", head="obj", tail="subj.poss subj.of subj.to", beside="supplier vendor"),
        verb("count", tail="among as obj", beside="customer client", confidence=0.7),
        verb("win land secure", tail="obj.from obj.with obj.to", beside="order contract"),
        verb("have get receive book", tail="obj.from", beside="order contract"),
        verb("have", tail="obj.with", only="Country", beside="contract", also="for",
             confidence=0.55),
        verb("have", head="obj.with", tail="subj", beside="contract", also="for", confidence=0.55),
        verb("ship send sell deliver", head="obj.of.poss obj.poss", tail="to", confidence=0.6),
        verb("place", head="with", tail="subj", beside="order"),
        verb("sign award", tail="with obj.with", beside="contract deal", confidence=0.4),
        verb("halt suspend stop cut_off end", tail="obj.to obj.of.to", status="ended",
             beside="supply delivery shipment flow export"),
        noun("supplier provider vendor", head="bearer appos",
             tail="to of.to of for.of for poss compound bearer.poss"),
        noun("customer client", head="of for poss compound bearer.poss", tail="bearer appos"),
        noun("supply delivery shipment export sale", head="poss from of.from by of.by compound",
             tail="to of.to"),
        noun("supply_deal supply_contract supply_agreement supply_pact", head="poss subj by",
             tail="to", confidence=0.6),
        noun("market", head="poss for of", tail="bearer", confidence=0.6),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="supply", out="supply", factor=0.6, source=AAK),
        Transmission(travel="with", into="price", out="price", factor=0.3, source=AAK),
        Transmission(travel="against", into="demand", out="demand", factor=0.5, source=AAK),
        Transmission(travel="against", into="supply", out="demand", factor=0.3, source=AAK),
    )
    examples = trade.SUPPLIES
    counter_examples = trade.NOT_SUPPLIES


class DependsOn(Edge):
    """One party or thing needs another: the head is who needs, the tail is what is needed."""

    head = ("Firm", "Country", "Industry", "Product", "Place", "Commodity")
    tail = ("Commodity", "Product", "Firm", "Country", "Industry", "Place")
    phrase = "depends on"
    goods_only = True
    colour = BLUE
    properties = (OBJECT, SHARE)
    frames = (
        verb("depend rely hinge lean bank", tail="on upon on.of upon.of on.from"),
        verb("depend rely", tail="for for.of", confidence=0.7),
        verb("need require lack consume burn", tail="obj obj.of"),
        verb("use employ contain incorporate utilise utilize", tail="obj obj.of", confidence=0.7),
        verb("use employ require need consume", head="in for by comp.obj", tail="obj"),
        verb("run", tail="on of", confidence=0.65),
        verb("power", head="obj", tail="subj"),
        verb("make build produce", head="obj", tail="with from of", confidence=0.65,
             unless="plant factory mine refinery smelter house"),
        verb(BUY, tail="from obj.of.from", confidence=0.65),
        verb("face suffer report", tail="obj.of obj.compound", beside="shortage lack",
             confidence=0.6),
        verb("stockpile hoard ration", tail="obj obj.of", confidence=0.6),
        verb("account", head="for.of.poss for.poss for.of.at", tail="subj", confidence=0.6),
        verb("earn generate derive make", tail="from in",
             beside="sale revenue profit income half third quarter most", confidence=0.6),
        verb("come derive generate earn", head="subj.of.poss subj.of.of subj.poss subj.of "
             "obj.of.poss obj.of.of obj.poss obj.of", tail="from in", beside=EARNED,
             confidence=0.6),
        noun("need requirement appetite thirst", head="poss", tail="for", confidence=0.6),
        verb("process refine smelt", tail="obj obj.of obj.from", confidence=0.55),
        adj("reliant dependent hooked", head="subj bearer", tail="on upon on.of on.from"),
        adj("short", head="subj bearer", tail="of", confidence=0.65),
        adj("essential critical vital crucial indispensable key important", head="to for in to.of",
            tail="subj bearer"),
        noun("dependence reliance dependency", head="poss of by compound subj",
             tail="on upon on.of on.from"),
        noun("shortage lack scarcity", head="at in among for", tail="of compound", confidence=0.55),
        noun("ingredient component input feedstock material part", head="in of for",
             tail="bearer appos"),
        noun("user consumer", head="bearer appos", tail="of compound", confidence=0.65),
        noun("market", head="poss for of", tail="bearer", confidence=0.6),
        noun("supplier", head="poss to bearer.poss", tail="bearer appos", confidence=0.6),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="demand", out="demand", factor=0.5, source=AAK),
        Transmission(travel="against", into="supply", out="supply", factor=0.6, source=AAK),
        Transmission(travel="against", into="price", out="price", factor=0.4, source=AAK),
    )
    examples = trade.DEPENDS_ON
    counter_examples = trade.NOT_DEPENDS_ON
