"""Production edges: who makes what, of what, instead of what, and who has stopped making it.

Bias: a halt is claimed only where output itself stops; less output of a running plant is an
effect (IMPACTS), not a halt.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.edges.trade import AAK, PRIOR
from schemas.samples import samples

GREEN = "#009E73"  # Okabe-Ito
OUTPUT = "production output manufacturing operation assembly work mining line"
SITE = "plant factory mine smelter refinery mill line furnace facility site operation"


class Produces(Edge):
    """A firm, country, industry or site makes, mines, grows or offers a good."""

    head = ("Firm", "Country", "Industry", "Place")
    tail = ("Commodity", "Product")
    phrase = "produces"
    goods_only = True
    colour = GREEN
    properties = (
        Property(name="share", kind="share", unit="0..1", meaning="part of the good's total"),
        Property(name="volume", kind="decimal", unit="as stated", meaning="output in the period"),
        Property(name="period", kind="string", meaning="month, quarter or year, ISO 8601"),
    )
    frames = (
        verb("produce make manufacture build assemble mine refine smelt grow brew distil distill "
             "forge extract pump farm harvest cultivate fabricate churn_out turn_out print bottle "
             "process mass-produce", tail="obj obj.of"),
        verb("develop design create engineer invent operate", tail="obj obj.of", confidence=0.7),
        verb("sell offer market supply", tail="obj obj.of", confidence=0.55),
        verb("grow mine produce brew refine", head="in", tail="obj obj.of",
             confidence=0.6),
        noun("group company firm startup start-up", head="bearer appos", tail="behind",
             confidence=0.75),
        verb("include", head="subj.poss subj.of", tail="obj", beside="brand product model label",
             confidence=0.75),
        verb("specialise specialize", tail="in", confidence=0.7),
        verb("start begin resume expand increase raise cut", tail="obj.of obj.compound",
             beside="production output manufacturing mining", confidence=0.7),
        verb("account", tail="for.of.compound for.of.of", beside="production output supply",
             confidence=0.6),
        verb("dominate control", tail="obj.of obj.compound",
             beside="production output supply mining processing market", confidence=0.65),
        verb("turn", tail="into", confidence=0.55),
        noun("maker producer manufacturer grower miner refiner smelter brewer builder developer "
             "chipmaker processor designer creator", head="bearer appos", tail="of compound"),
        noun("producer supplier", head="bearer appos", tail="of", confidence=0.7),
        noun("seller vendor", head="bearer appos", tail="of compound", confidence=0.6),
        noun("production output manufacture manufacturing mining harvest crop",
             head="poss by in compound from", tail="of compound"),
        adj("made built produced manufactured grown mined", head="by in", tail="bearer subj"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="supply", out="supply", factor=0.9, source=AAK,
                     scale="share"),
        Transmission(travel="against", into="demand", out="demand", factor=0.8, source=AAK),
        # The price channel is negative where a thing is dearer: that helps whoever makes it.
        Transmission(travel="against", into="price", out="finance", factor=-0.4, source=PRIOR),
    )  # fmt: skip
    examples = samples("""
        Codelco has mined copper in the Atacama desert for decades. | Codelco | copper
        Albemarle, a producer of lithium, lowered its target. | Albemarle | lithium
        Chip equipment maker ASML makes lithography machines. | ASML | lithography machines
        Guinea produces a quarter of the world's bauxite. | Guinea | bauxite
        The turbines are built by Vestas in Denmark. | Vestas | turbines
        Ivory Coast is the top grower of cocoa. | Ivory Coast | cocoa
        Lithium producer Pilbara Minerals cut costs. | Pilbara Minerals | lithium
        Transformers made by Siemens Energy will be replaced. | Siemens Energy | transformers
        Rivian will start production of electric vans in June. | Rivian | electric vans | planned
        China refines most of the world's cobalt. | China | cobalt
        Indonesia's nickel output has doubled. | Indonesia | nickel
        Novo Nordisk, which makes Wegovy, hired 400 people. | Novo Nordisk | Wegovy
        Heineken brews beer in 70 countries. | Heineken | beer
        Airbus develops satellites in Toulouse. | Airbus | satellites
    """)
    counter_examples = samples("""
        Rio Tinto buys diesel for its trucks. | Rio Tinto | diesel
        Japan's government banned cigarettes in parks. | Japan | cigarettes
        Vestas said that steel had become dearer. | Vestas | steel
        Copper is used by Nexans. | Nexans | copper
        Nokia made headway with buyers of antennas. | Nokia | antennas
        Ghana imports rice. | Ghana | rice
    """)


class Releases(Edge):
    """A firm or agency brings a product to the public."""

    head = ("Firm", "Agency")
    tail = ("Product",)
    phrase = "releases"
    colour = GREEN
    frames = (
        verb("release launch unveil introduce debut roll_out showcase present reveal publish "
             "premiere open-source", tail="obj obj.of"),
        verb("begin start", tail="comp.obj obj.of", beside="sell ship sale", confidence=0.6),
        verb("put", tail="obj", beside="sale market", confidence=0.7),
        verb("go", head="subj.poss subj.compound subj.from", tail="subj", beside="sale",
             confidence=0.7),
        verb("announce", tail="obj", confidence=0.5),
        verb("pull withdraw discontinue recall retire scrap shelve", tail="obj", status="ended",
             confidence=0.65),
        verb("delay postpone", tail="obj obj.of", status="planned", confidence=0.6),
        noun("launch release debut rollout roll-out unveiling introduction",
             head="by poss compound subj of.poss", tail="of"),
    )  # fmt: skip
    examples = samples("""
        Sony unveiled the PlayStation 5 in 2020. | Sony | PlayStation 5
        Apple released the Vision Pro in February. | Apple | Vision Pro
        The Cybertruck was launched by Tesla. | Tesla | Cybertruck
        Nintendo's launch of the Switch surprised analysts. | Nintendo | Switch
        Meta rolled out Threads in Europe. | Meta | Threads
        Samsung plans to introduce the Galaxy Ring next summer. | Samsung | Galaxy Ring | planned
        The release of Llama 3 by Meta was a surprise. | Meta | Llama 3
        Xiaomi, which debuted the SU7 in March, sold out. | Xiaomi | SU7
        Google put the Pixel 8 on sale on Thursday. | Google | Pixel 8
        Mistral has published Mixtral. | Mistral | Mixtral
        Amazon may release the Kindle Scribe early. | Amazon | Kindle Scribe | planned
        Google discontinued Stadia. | Google | Stadia | ended
    """)
    counter_examples = samples("""
        Apple released its results before Sony sold the Walkman. | Apple | Walkman
        Samsung repaired the Galaxy Ring of a customer. | Samsung | Galaxy Ring
        Tesla recruited staff for the Cybertruck line. | Tesla | Cybertruck
        Microsoft mocked the PlayStation 5. | Microsoft | PlayStation 5
        Nvidia released funds to buyers of the Switch. | Nvidia | Switch
        Meta bought licences for Windows. | Meta | Windows
    """)


class HaltsProduction(Edge):
    """Output stops: of a firm, industry, site or country; the tail is what or where, if stated."""

    head = ("Firm", "Industry", "Place", "Country")
    tail = ("Product", "Commodity", "Place")
    tail_optional = True
    phrase = "halts production of"
    colour = GREEN
    half_life = None  # an event: it ends when a story says so
    frames = (
        verb("halt suspend stop pause cease end curtail freeze interrupt discontinue cut shut_down "
             "scale_back abandon", tail="obj.of obj.compound obj.at obj.in at in", beside=OUTPUT),
        verb("stop cease quit pause", tail="comp.obj comp", confidence=0.8,
             beside="produce make build mine manufacture assemble operate refine pump smelt"),
        verb("idle shutter mothball shut shut_down close close_down take_offline",
             head="subj obj obj.compound obj.at obj.in", tail="obj obj.in obj.at obj.compound",
             beside=SITE),
        verb("idle shutter mothball", head="subj obj", tail="obj obj.in obj.at", confidence=0.7),
        verb("stop halt cease", head="at.poss subj.poss subj.by at subj.at subj.in subj.compound",
             tail="subj.of at subj.at subj.in in", beside="production output operation work"),
        verb("close shut shut_down go", head="subj subj.poss subj.in", tail="subj",
             beside=SITE + " offline", confidence=0.55),
        verb("furlough", tail="at in", confidence=0.55),
        verb("force", head="obj", tail="comp.obj.of comp.at comp.obj",
             beside="stop halt suspend shut close idle pause", confidence=0.75),
        noun("halt stoppage shutdown closure suspension outage", head="at of poss by compound subj",
             tail="of of.of at in of.at to", confidence=0.7),
        noun("production_halt production_stop plant_closure production_shutdown",
             head="at by poss subj", tail="of at in"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="supply", out="supply", factor=0.9, source=PRIOR),
    )
    examples = samples("""
        Ford halted production of the F-150 in Dearborn. | Ford | F-150
        Nyrstar suspended output of zinc at its smelter. | Nyrstar | zinc
        Renault has stopped making the Zoe. | Renault | Zoe
        Alcoa idled its smelter in Ferndale. | Alcoa | Ferndale
        Toyota was forced to stop production. | Toyota |
        Production stopped at Glencore's mines. | Glencore |
        BASF shut down its ammonia plant. | BASF | ammonia
        Carmakers paused assembly for a week. | carmakers |
        Volkswagen may suspend production at Zwickau. | Volkswagen | Zwickau | planned
        The production halt at Thyssenkrupp lasted nine days. | Thyssenkrupp |
        A shortage forced Nissan to stop output of the Leaf. | Nissan | Leaf
        A strike shut the Escondida mine. | Escondida |
    """)
    counter_examples = samples("""
        Ford increased production of the F-150. | Ford | F-150
        Nyrstar halted its dividend and praised zinc. | Nyrstar | zinc
        Regulators stopped Renault's advertisement for the Zoe. | Renault | Zoe
        Alcoa reopened its smelter in Ferndale. | Alcoa | Ferndale
        BASF closed a bond sale while ammonia rose. | BASF | ammonia
        Nissan ended a sponsorship for the Leaf. | Nissan | Leaf
    """)


class InputTo(Edge):
    """A commodity or part goes into the making of another good."""

    head = ("Commodity", "Product")
    tail = ("Commodity", "Product")
    phrase = "is an input to"
    colour = GREEN
    frames = (
        verb("use employ need require", head="obj", tail="in for in.of comp.obj"),
        verb("go", tail="into into.of", confidence=0.7),
        verb("contain require use need incorporate consume", head="obj obj.of", tail="subj"),
        verb("make build produce", head="from with of", tail="obj"),
        verb("turn process refine convert transform", head="obj", tail="into"),
        verb("power drive", confidence=0.6),
        noun("ingredient component input feedstock material precursor part", head="bearer appos",
             tail="in of for to"),
        adj("essential critical vital crucial indispensable key", head="subj bearer",
            tail="to for in for.of to.of"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="supply", out="supply", factor=0.7, source=AAK),
        Transmission(travel="with", into="supply", out="price", factor=0.5, source=AAK),
        Transmission(travel="against", into="demand", out="demand", factor=0.5, source=AAK),
    )
    examples = samples("""
        Lithium is used in batteries. | lithium | batteries
        Bauxite is refined into alumina. | bauxite | alumina
        Tyres are made from rubber. | rubber | tyres
        Magnets contain dysprosium. | dysprosium | magnets
        Gallium, an ingredient of semiconductors, is scarce. | gallium | semiconductors
        Most lead goes into batteries. | lead | batteries
        Germanium is critical to fibre optic cables. | germanium | fibre optic cables
        Coke and iron ore are turned into steel. | iron ore | steel
        Fertilisers require natural gas. | natural gas | fertilisers
        Platinum is needed for catalytic converters. | platinum | catalytic converters
        Tungsten is used to make drills. | tungsten | drills
        Cotton is the main input for denim. | cotton | denim
    """)
    counter_examples = samples("""
        Batteries and lithium both became cheaper. | lithium | batteries
        Magnets contain dysprosium. | magnets | dysprosium
        Steel replaced timber in bridges. | timber | steel
        Rubber fell while tyres rose. | rubber | tyres
        Traders swapped cotton for denim. | cotton | denim
        Tungsten is heavier than drills of aluminium. | tungsten | aluminium
    """)


class SubstitutesFor(Edge):
    """A good can take the place of another: the head replaces the tail."""

    head = ("Commodity", "Product")
    tail = ("Commodity", "Product")
    phrase = "can replace"
    colour = GREEN
    frames = (
        verb("replace substitute supplant displace supersede oust"),
        verb("substitute stand_in fill_in", tail="for"),
        verb("replace swap_out", head="with by", tail="obj"),
        verb("substitute swap exchange", head="obj", tail="for", confidence=0.7),
        verb("switch shift move change migrate", head="to", tail="from"),
        verb("serve act", tail="as.for as.to", beside="as", confidence=0.6),
        noun("substitute alternative replacement stand-in", head="bearer appos", tail="for to of"),
        noun("substitution replacement", head="by with", tail="of"),
        noun("switch shift", head="to", tail="from"),
        adj("interchangeable", head="subj bearer", tail="with"),
    )
    transmissions = (
        Transmission(travel="against", into="supply", out="demand", factor=-0.5, source=PRIOR),
    )
    examples = samples("""
        Aluminium can replace copper in cables. | aluminium | copper
        Sodium is a substitute for lithium. | sodium | lithium
        Glassmakers switched from natural gas to oil. | oil | natural gas
        Bakers replaced butter with margarine. | margarine | butter
        Palladium was displaced by platinum. | platinum | palladium
        Canola, an alternative to soya, was scarce. | canola | soya
        The switch from coal to gas took a decade. | gas | coal
        Polyester is substituting for cotton. | polyester | cotton
        Ferrite magnets could supplant neodymium magnets. | ferrite magnets | neodymium magnets \
| planned
        Barley serves as a replacement for maize. | barley | maize
        Brewers substitute rice for barley. | rice | barley
        Hydrogen is an alternative to coking coal. | hydrogen | coking coal
    """)
    counter_examples = samples("""
        Aluminium can replace copper in cables. | copper | aluminium
        Bakers replaced the oven that melts butter. | oven | butter
        Sodium and lithium are metals. | sodium | lithium
        Miners switched suppliers of coal and gas. | gas | coal
        Cotton is woven with polyester. | cotton | polyester
        Platinum is mined beside palladium. | platinum | palladium
    """)
