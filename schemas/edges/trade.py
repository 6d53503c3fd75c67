"""Trade edges: who ships, buys, supplies and needs what.

Bias: who delivers to whom must be right or unsaid, so frames that do not tell the direction
("a supply deal with") stand at low confidence.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.samples import samples

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
        verb("export re-export", tail="obj obj.of"),
        verb("ship send deliver sell", tail="obj obj.of", beside="abroad overseas", confidence=0.7),
        verb("ship", tail="obj obj.of", beside="to from", confidence=0.65),
        verb("import", head="from obj.of.from", tail="obj obj.of"),
        verb("account", tail="for.of.compound for.of.of", beside="export", confidence=0.7),
        verb("dominate", tail="obj.of obj.in obj.compound", beside="export trade", confidence=0.6),
        verb("halt suspend resume restart cut slow increase raise", tail="obj.of obj.compound",
             beside="export", confidence=0.65),
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
    examples = samples("""
        Chile exported 400,000 tonnes of copper in March. | Chile | copper
        Copper exports from Peru fell 7% in the first quarter. | Peru | copper
        Brazil, the world's largest exporter of coffee, had a dry spring. | Brazil | coffee
        Indonesian palm oil exports recovered in August. | Indonesia | palm oil
        Shipments of nickel from the Philippines were delayed by storms. | Philippines | nickel
        Most of the lithium was exported by Australia. | Australia | lithium
        Top wheat exporter Russia had a poor harvest. | Russia | wheat
        Vietnam plans to export more rice next year. | Vietnam | rice | planned
        Japan imported liquefied natural gas from Qatar. | Qatar | liquefied natural gas
        Malaysia's exports of semiconductors rose to a record. | Malaysia | semiconductors
        Gabon, which exports timber, has a new port. | Gabon | timber
        Toyota exports hybrid cars to Europe. | Toyota | hybrid cars
        Norway does not export uranium. | Norway | uranium | negated
    """)
    counter_examples = samples("""
        Chile imported coal from Colombia. | Chile | coal
        Demand for wheat in Egypt fell after exports from Ukraine resumed. | Egypt | wheat
        Japan called for free trade in graphite. | Japan | graphite
        Australia buys refined oil from Singapore. | Australia | refined oil
        The price of coffee in Germany rose although exports were flat. | Germany | coffee
        South Korea exports ships, and its steelmakers burn coal. | South Korea | coal
    """)


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
        verb(BUY, tail="obj obj.of", beside="from abroad overseas", confidence=0.65),
        verb("import ship export", head="into to", tail="obj obj.of", confidence=0.6),
        verb("depend rely", tail="on.of on.compound", beside="import", confidence=0.6),
        verb("meet cover", tail="obj.for obj.compound", beside="import", confidence=0.6),
        verb("bring_in ship_in", tail="obj obj.of", confidence=0.7),
        noun("import purchase", head="poss by into compound", tail="of compound", confidence=0.75),
        noun("export shipment", head="to of.to", tail="of compound", confidence=0.6),
        noun("importer", head="bearer appos", tail="of compound"),
        noun("buyer purchaser", head="bearer appos", tail="of compound", confidence=0.65),
    )
    transmissions = (
        Transmission(travel="against", into="supply", out="supply", factor=0.7, source=PRIOR),
        Transmission(travel="against", into="price", out="price", factor=0.5, source=PRIOR),
    )
    examples = samples("""
        Egypt imported 11 million tonnes of wheat last year. | Egypt | wheat
        Japan buys most of its coal from Australia. | Japan | coal
        South Korean imports of crude oil dipped in May. | South Korea | crude oil
        India, the biggest importer of palm oil, cut its duty. | India | palm oil
        Turkey's purchases of natural gas from Azerbaijan grew. | Turkey | natural gas
        Graphite is imported by Poland from Mozambique. | Poland | graphite
        Wheat imports by Nigeria slowed. | Nigeria | wheat
        Italy will import hydrogen from Algeria by 2030. | Italy | hydrogen | planned
        Copper shipments to China climbed in June. | China | copper
        Finland has sourced uranium from Kazakhstan. | Finland | uranium
        Bayer imports soybeans into Germany. | Bayer | soybeans
        Thailand is the largest buyer of Brazilian soybeans. | Thailand | soybeans
    """)
    counter_examples = samples("""
        Qatar ships liquefied natural gas to Italy. | Qatar | liquefied natural gas
        Spain exports olive oil to Japan. | Spain | olive oil
        Imports of steel are taxed at the border, Canada said. | Canada | steel
        Kenya grows tea that is sold to Pakistan. | Kenya | tea
        Peru mines zinc near Lima. | Peru | zinc
        Prices of imported rice worry Ghana's rivals. | Ghana | rice
    """)


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
        verb("sell deliver provide ship export send hand_over distribute", tail="to iobj"),
        verb("provide serve equip furnish outfit", tail="obj", beside="with", confidence=0.7),
        verb("make build produce manufacture assemble", tail="for", confidence=0.7),
        verb(BUY, head="from obj.of.from", tail="subj"),
        verb("use adopt deploy install", head="obj.from obj.by", tail="subj", confidence=0.65),
        verb("turn switch", head="to", tail="subj", beside="for", confidence=0.6),
        verb("rely depend", head="on upon", tail="subj", beside="for", confidence=0.65),
        verb("include", head="subj.poss subj.of", tail="obj", beside="customer client buyer"),
        verb("include", head="obj", tail="subj.poss subj.of subj.to", beside="supplier vendor"),
        verb("count", tail="among as obj", beside="customer client", confidence=0.7),
        verb("win land secure", tail="obj.from obj.with obj.to", beside="order contract"),
        verb("place", head="with", tail="subj", beside="order"),
        verb("sign award", tail="with obj.with", beside="contract deal", confidence=0.4),
        verb("halt suspend stop cut_off end", tail="obj.to obj.of.to", status="ended",
             beside="supply delivery shipment flow export"),
        noun("supplier provider vendor", head="bearer appos",
             tail="to of.to of for.of for poss compound bearer.poss"),
        noun("customer client", head="of for poss compound bearer.poss", tail="bearer appos"),
        noun("supply delivery shipment export sale", head="poss from of.from by compound",
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
    examples = samples("""
        TSMC supplies processors to Apple. | TSMC | Apple
        LG Chem supplies General Motors with cathodes. | LG Chem | General Motors
        BMW buys battery cells from CATL. | CATL | BMW
        Foxconn, a supplier to Apple, hired more staff. | Foxconn | Apple
        Apple supplier Murata raised its outlook. | Murata | Apple
        Spirit AeroSystems makes fuselages for Boeing. | Spirit AeroSystems | Boeing
        Norway sells natural gas to Germany. | Norway | Germany
        Gas deliveries from Algeria to Italy were stable. | Algeria | Italy
        ASML's customers include Intel and Samsung. | ASML | Intel
        Suppliers to Volkswagen include Continental. | Continental | Volkswagen
        Northvolt had agreed to deliver cells to Porsche. | Northvolt | Porsche | planned
        Apple is a big customer of Corning. | Corning | Apple
        Tesla sources its cells from Panasonic, which denied a shortage. | Panasonic | Tesla
        Russia halted gas supplies to Finland. | Russia | Finland | ended
    """)
    counter_examples = samples("""
        BMW buys battery cells from CATL. | BMW | CATL
        Apple sued a former supplier of Samsung. | Apple | Samsung
        Boeing sold its stake to Airbus after talks. | Airbus | Boeing
        Intel and Micron both buy gases. | Intel | Micron
        Norway and Germany discussed energy. | Norway | Germany
        Suppliers hope that Ford will follow Toyota. | Ford | Toyota
    """)


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
        verb("make build produce", head="obj", tail="with from of", confidence=0.65),
        verb(BUY, tail="from obj.of.from", confidence=0.65),
        verb("face suffer report", tail="obj.of obj.compound", beside="shortage lack",
             confidence=0.6),
        verb("stockpile hoard ration", tail="obj obj.of", confidence=0.6),
        verb("account", head="for.of.poss for.poss for.of.at", tail="subj", confidence=0.6),
        verb("earn generate derive make", tail="from in",
             beside="sale revenue profit income half third quarter most", confidence=0.6),
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
    examples = samples("""
        Japan depends on Australia for most of its coal. | Japan | Australia
        Germany relied on Russian gas for decades. | Germany | gas
        Carmakers need palladium for their catalysts. | carmakers | palladium
        Europe's dependence on China worries officials. | Europe | China
        Neodymium is used in wind turbines. | wind turbines | neodymium
        Tesla buys graphite from Syrah Resources. | Tesla | Syrah Resources
        Cobalt is a key ingredient in batteries. | batteries | cobalt
        Hungary is heavily reliant on imported oil. | Hungary | oil
        The phones are powered by Qualcomm. | phones | Qualcomm
        Steelmakers are short of coking coal. | steelmakers | coking coal
        China accounts for a fifth of Apple's sales. | Apple | China
        Helium is essential to chipmakers. | chipmakers | helium
        Solar panels contain silver. | solar panels | silver
        Italy, the top consumer of olive oil, had a bad year. | Italy | olive oil
    """)
    counter_examples = samples("""
        Japan depends on Australia for most of its coal. | Australia | Japan
        Whether Germany joins depends on the weather in Norway. | Germany | Norway
        Palladium prices rose while carmakers reported earnings. | carmakers | palladium
        Tesla and Ford opened offices in Canada. | Tesla | Canada
        Brazil sells iron ore to China. | Brazil | China
        Neodymium miners use electric trucks. | electric trucks | neodymium
    """)
