"""Production edges: who makes what, of what, instead of what, and who has stopped making it.

Bias: a halt is claimed only where output itself stops; less output of a running plant is an
effect (IMPACTS), not a halt.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.edges.trade import AAK, PRIOR
from schemas.examples import goods, production

GREEN = "#009E73"  # Okabe-Ito
OUTPUT = "production output manufacturing operation assembly work mining processing line"
SITE = "plant factory mine smelter refinery mill line furnace facility site operation reactor"
STANDSTILL = "halt standstill stop"
PAPERWORK = "forecast estimate outlook target guidance bid offer deal talk merger takeover study"


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
        verb("sell", tail="obj obj.of", unless="to", confidence=0.55),
        verb("offer market supply", tail="obj obj.of", confidence=0.55),
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
        adj("made built produced manufactured grown mined", head="by in compound",
            tail="bearer subj"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="supply", out="supply", factor=0.9, source=AAK,
                     scale="share"),
        Transmission(travel="against", into="demand", out="demand", factor=0.8, source=AAK),
        # The price channel is negative where a thing is dearer: that helps whoever makes it.
        Transmission(travel="against", into="price", out="finance", factor=-0.4, source=PRIOR),
    )  # fmt: skip
    examples = production.PRODUCES
    counter_examples = production.NOT_PRODUCES


class Releases(Edge):
    """A firm or agency brings a product to the public."""

    head = ("Firm", "Agency")
    tail = ("Product",)
    phrase = "releases"
    colour = GREEN
    frames = (
        verb("release launch unveil introduce debut roll_out showcase present reveal publish "
             "premiere open-source show_off", tail="obj obj.of"),
        verb("begin start", tail="comp.obj obj.of", beside="sell ship sale", confidence=0.6),
        verb("put", tail="obj", beside="sale market", confidence=0.7),
        verb("make", tail="comp.subj obj", beside="available", confidence=0.7),
        verb("hit reach enter", head="subj.poss subj.compound subj.from", tail="subj",
             beside="shelf store showroom", confidence=0.65),
        verb("go", head="subj.poss subj.compound subj.from", tail="subj", beside="sale",
             confidence=0.7),
        verb("announce", tail="obj", confidence=0.5),
        verb("pull withdraw discontinue recall retire scrap shelve", tail="obj", status="ended",
             confidence=0.65),
        verb("delay postpone", tail="obj obj.of", status="planned", confidence=0.6),
        noun("launch release debut rollout roll-out unveiling introduction",
             head="by poss compound subj of.poss", tail="of appos"),
    )  # fmt: skip
    examples = production.RELEASES
    counter_examples = production.NOT_RELEASES


class HaltsProduction(Edge):
    """Output stops: of a firm, industry, site or country; the tail is what or where, if stated."""

    head = ("Firm", "Industry", "Place", "Country")
    tail = ("Product", "Commodity", "Place")
    tail_optional = True
    phrase = "halts production of"
    colour = GREEN
    half_life = None  # an event: it ends when a story says so
    frames = (
        verb("halt suspend stop pause cease end freeze interrupt discontinue shut_down abandon",
             tail="obj.of obj.compound obj.at obj.in at in", beside=OUTPUT, unless=PAPERWORK),
        verb("halt suspend stop pause cease end freeze interrupt shut_down", beside=OUTPUT,
             head="obj.at.poss obj.at obj.poss", tail="obj.of obj.at obj.in at in",
             unless=PAPERWORK, confidence=0.7),
        verb("come grind", head="subj.at.poss subj.poss subj.at subj.by subj.in", beside=STANDSTILL,
             tail="subj.of subj.at subj.in", also=f"{OUTPUT} {SITE}", confidence=0.7),
        verb("bring", head="obj.at.poss obj.poss obj.at obj.in", tail="obj.of obj.at obj.in",
             beside=STANDSTILL, also=f"{OUTPUT} {SITE}", confidence=0.7),
        verb("place put", tail="obj obj.at", beside="care", also=SITE, confidence=0.75),
        verb("take", tail="obj.at obj.in obj", beside="offline", confidence=0.7),
        verb("stop cease quit pause", tail="comp.obj comp", confidence=0.8,
             beside="produce make build mine manufacture assemble operate refine pump smelt"),
        verb("idle shutter mothball shut shut_down close close_down take_offline",
             head="subj obj obj.compound obj.at obj.in", tail="obj obj.in obj.at obj.compound",
             beside=SITE),
        verb("idle shutter mothball", head="subj obj", tail="obj obj.in obj.at", confidence=0.7),
        verb("stop halt cease", head="at.poss subj.poss subj.by at subj.at subj.in subj.compound",
             tail="subj.of at subj.at subj.in in", beside="production output operation work",
             unless=PAPERWORK),
        verb("close shut shut_down go", head="subj subj.poss subj.in", tail="subj",
             beside=SITE + " offline", confidence=0.55),
        verb("furlough", tail="at in", confidence=0.55),
        verb("force", head="obj", tail="comp.obj.of comp.at comp.obj",
             beside="stop halt suspend shut close idle pause", confidence=0.75),
        noun("halt stoppage shutdown closure suspension outage",
             head="at.poss of.poss at of poss by compound subj",
             tail="of of.of at in of.at to", confidence=0.7),
        noun("production_halt production_stop plant_closure production_shutdown",
             head="at by poss subj", tail="of at in"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="supply", out="supply", factor=0.9, source=PRIOR),
    )
    examples = production.HALTS_PRODUCTION
    counter_examples = production.NOT_HALTS_PRODUCTION


class InputTo(Edge):
    """A commodity or part goes into the making of another good."""

    head = ("Commodity", "Product")
    tail = ("Commodity", "Product")
    phrase = "is an input to"
    colour = GREEN
    frames = (
        verb("use employ need require", head="obj", tail="in for in.of comp.obj"),
        verb("go", tail="into into.of", confidence=0.7),
        verb("cut slice carve weave spin", head="from", tail="obj", confidence=0.65),
        verb("contain require use need incorporate consume", head="obj obj.of", tail="subj"),
        verb("make build produce", head="from with of", tail="obj"),
        verb("turn process refine convert transform crack crush grind spin weave distil distill "
             "ferment melt press smelt", head="obj", tail="into"),
        verb("power drive", confidence=0.6),
        noun("use usage", head="poss of", tail="in", confidence=0.7),
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
    examples = goods.INPUT_TO
    counter_examples = goods.NOT_INPUT_TO


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
        verb("substitute", head="obj", tail="for", confidence=0.7),
        verb("swap exchange trade", head="for obj.for", tail="obj", confidence=0.7),
        verb("take", tail="obj.of", beside="place", confidence=0.7),
        verb("switch shift move change migrate", head="to", tail="from"),
        verb("serve act", tail="as.for as.to", beside="as", confidence=0.6),
        noun("substitute alternative replacement stand-in", head="bearer appos", tail="for to of"),
        noun("substitution", head="of", tail="for"),
        noun("substitution replacement", head="by with", tail="of"),
        noun("switch shift", head="to", tail="from"),
        adj("interchangeable", head="subj bearer", tail="with"),
    )
    transmissions = (
        Transmission(travel="against", into="supply", out="demand", factor=-0.5, source=PRIOR),
    )
    examples = goods.SUBSTITUTES_FOR
    counter_examples = goods.NOT_SUBSTITUTES_FOR
