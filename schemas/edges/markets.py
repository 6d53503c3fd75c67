"""Market edges: who forecasts, reports and sets a number, and where shares are listed.

Bias: a number's mover is named only where the trigger is about that number ("raise its target"),
so light verbs are pinned to a noun of forecasting, rates or listing.
"""

from schemas.base import STATUSES, Edge, Property, Transmission, adj, noun, verb
from schemas.examples import markets

YELLOW = "#F0E442"  # Okabe-Ito
SKY = "#56B4E9"
VIEW = "forecast target outlook estimate projection expectation prediction view call guidance"
RATE_SETTERS = "subj subj.at subj.of subj.on"  # "policymakers at the Fed"
NUMBER = (
    Property(name="value", kind="decimal", unit="as stated", meaning="the new number"),
    Property(name="previous", kind="decimal", unit="as stated", meaning="the number before"),
    Property(name="unit", kind="string", meaning="percent, points, currency …"),
)
WHO = "subj subj.at subj.compound subj.of"
ABOUT = "obj.compound obj.for obj.of obj.on obj.in obj.poss obj.of.compound obj.for.compound for on"
MOVES = (
    "rise fall climb drop slow ease accelerate grow shrink jump slip dip quicken cool narrow widen "
    "hit reach stand surge plunge contract expand edge tick average peak slump pick_up"
)
PAST = tuple(status for status in STATUSES if status != "planned")
SAID_BY = "accord according"  # "according to"
AHEAD = "will would could might should shall may 'll"
INSIDE = "comp.subj comp.subj.in comp.subj.of comp.subj.for comp.obj comp.obj.of comp.obj.in"
LISTING = "listing flotation quotation ipo debut offering float"
MARKET = "listing market exchange bourse quotation index"


class Forecasts(Edge):
    """Someone says what a number, an index or a price will be.

    Wider than usual: governments ("China expects growth of 5%") forecast too.
    """

    head = ("Firm", "Agency", "Person", "Country")
    tail = ("Indicator", "Index", "Commodity")
    elliptic = True
    phrase = "forecasts"
    colour = YELLOW
    properties = (
        *NUMBER,
        Property(name="horizon", kind="string", meaning="the date or period it is for, ISO 8601"),
    )
    frames = (
        verb("forecast predict project estimate foresee pencil_in", head=WHO,
             tail=f"obj obj.of obj.in obj.for {INSIDE}"),
        verb("expect anticipate see reckon", head=WHO,
             tail=f"obj obj.of obj.in obj.for {INSIDE}", confidence=0.75),
        verb("say think believe tell warn", tail="comp.subj", confidence=0.55,
             beside="would will could should might"),
        verb("pencil", head=WHO, tail="in obj in.of", beside="in", confidence=0.75),
        verb(MOVES, head="to", tail="subj subj.in", beside=SAID_BY, also=AHEAD, confidence=0.65),
        verb("raise lift increase boost hike upgrade cut trim lower slash reduce downgrade revise "
             "adjust change keep maintain leave hold reiterate reaffirm set give issue publish "
             "introduce initiate delay push bring have nudge double", tail=ABOUT, beside=VIEW),
        verb("push_back bring_forward pull_forward", tail=ABOUT, beside=VIEW),
        verb("upgrade downgrade", tail="obj", confidence=0.6),
        noun(VIEW, head="poss by from subj of", tail="for of on compound in comp.subj"),
        noun("price_target price_forecast", head="poss by from subj", tail="for on of"),
        noun("forecast target", head="compound", tail="for on of", confidence=0.7),
    )  # fmt: skip
    examples = markets.FORECASTS
    counter_examples = markets.NOT_FORECASTS


class Reports(Edge):
    """A country, agency or firm states what a number was; what it will be is a forecast."""

    head = ("Country", "Agency", "Firm")
    tail = ("Indicator",)
    statuses = PAST
    phrase = "reports"
    colour = YELLOW
    properties = (
        *NUMBER,
        Property(name="consensus", kind="decimal", unit="as stated", meaning="what was expected"),
        Property(name="period", kind="string", meaning="month, quarter or year, ISO 8601"),
    )
    frames = (
        verb("report post record register publish release show log", tail="obj obj.in obj.of"),
        verb("say announce state report", tail="comp.subj comp.subj.in", confidence=0.55,
             beside=MOVES),
        verb("show reveal indicate", head="subj.from subj.by subj.of subj.poss subj.compound",
             tail="comp.subj comp.subj.in obj obj.in", beside=MOVES, confidence=0.65),
        verb(MOVES, head="subj.poss subj.in subj.compound subj.of in", tail="subj",
             confidence=0.7),
        verb("be", head="subj.poss subj.in subj.compound subj.of", tail="subj",
             beside="% percent", confidence=0.65),
        verb("see suffer", tail="obj obj.in", confidence=0.5),
        verb("run", tail="obj", beside="surplus deficit", confidence=0.7),
        verb("put", tail="obj obj.in", beside="at", confidence=0.6),
        noun("rise fall drop increase decline jump decrease slowdown surge slump dip",
             head="in.poss in.in in.compound in.of", tail="in", confidence=0.6),
        noun("datum figure number reading", head="poss from by compound", tail="for on of",
             confidence=0.6),
    )  # fmt: skip
    examples = markets.REPORTS
    counter_examples = markets.NOT_REPORTS


class SetsRate(Edge):
    """A central bank moves or keeps its rate; the sign is the direction of the move."""

    head = ("Agency",)
    tail = ("Indicator",)
    phrase = "sets"
    colour = YELLOW
    properties = (
        Property(name="change", kind="decimal", unit="basis points", meaning="signed move"),
        Property(name="level", kind="decimal", unit="percent", meaning="where it stands now"),
    )
    frames = (
        verb("cut lower reduce trim slash ease drop bring_down take_down", head=RATE_SETTERS,
             tail="obj obj.on", sign="-", beside="rate cost"),
        verb("cut trim shave knock take lop", head=RATE_SETTERS, tail="off from", sign="-",
             also="off from", beside="rate"),
        verb("raise lift hike increase bring_up", head=RATE_SETTERS, tail="obj obj.on", sign="+",
             beside="rate cost"),
        verb("hold keep leave maintain set freeze", head=RATE_SETTERS, tail="obj obj.on obj.at",
             beside="rate cost"),
        noun(
            "rate_cut cut reduction",
            head="poss by subj in.by",
            tail="trigger compound in to of",
            sign="-",
            confidence=0.65,
        ),
        noun(
            "rate_hike rate_increase rate_rise hike increase rise",
            head="poss by subj in.by",
            tail="trigger compound in to of",
            sign="+",
            confidence=0.65,
        ),
    )
    examples = markets.SETS_RATE
    counter_examples = markets.NOT_SETS_RATE


class ListedOn(Edge):
    """Where a firm's shares are traded.

    Wider than usual: news names a country ("a US listing") or an index in place of the exchange.
    """

    head = ("Firm",)
    tail = ("Exchange", "Place", "Country", "Index")
    phrase = "is listed on"
    colour = SKY
    properties = (
        Property(name="role", kind="string", meaning="main, secondary"),
        Property(name="valid_to", kind="date", unit="ISO 8601", meaning="when it leaves"),
    )
    frames = (
        verb("rise fall jump drop slump plunge gain lose surge tumble slide climb soar dip sink",
             head="subj.of subj.in subj.compound subj.poss", tail="in on", beside="share stock",
             confidence=0.6),
        verb("list float quote", head="obj subj obj.poss subj.of subj.in subj.poss",
             tail="on in at"),
        verb("trade debut", head="obj obj.poss subj subj.of subj.in subj.poss subj.compound",
             tail="on in at", confidence=0.75),
        verb("make have price hold complete keep retain", tail="obj.on obj.in on in obj.compound",
             beside=LISTING),
        verb("seek consider explore pursue plan weigh eye prepare target favour favor",
             tail="obj.in obj.on obj.compound in on", beside=LISTING, status="planned"),
        verb("choose pick prefer", tail="obj", beside="for over", status="planned",
             confidence=0.45),
        verb("go", tail="in on", beside="public"),
        verb("move shift switch transfer migrate relocate change",
             head="subj obj.poss obj.compound", tail="to obj.to", beside=f"share {MARKET}"),
        verb("move shift switch transfer migrate relocate", head="subj obj.poss",
             tail="from obj.from", beside=f"share {MARKET}", status="negated"),
        verb("migrate move", head="subj.poss subj.of subj.in subj.compound", tail="to",
             beside="share", confidence=0.6),
        verb("delist de-list", head="obj subj", tail="from in", status="negated"),
        verb("quit leave exit abandon ditch drop scrap cancel end shun terminate desert",
             tail="obj obj.compound obj.on obj.in obj.poss", beside=MARKET, status="negated"),
        verb("remove drop withdraw", head="obj", tail="from", beside="from", status="negated",
             confidence=0.5),
        verb("cease stop", head="subj subj.of subj.in subj.poss subj.compound",
             tail="comp.on comp.in obj.on obj.in", beside="list trade trading listing quotation",
             status="negated"),
        verb("take remove strike pull", head="obj", tail="off", status="negated", confidence=0.65),
        noun("trading", head="in", tail="on", confidence=0.6),
        noun("move switch shift transfer", head="poss by", tail="to",
             beside="listing share quotation", confidence=0.7),
        noun(LISTING, head="poss of by subj compound for", tail="on in compound at to"),
        noun("listing", head="poss", tail="from", status="negated", confidence=0.6),
        verb("remove withdraw pull", tail="from", beside="share listing", status="negated"),
        noun("departure exit", head="poss of", tail="from", status="negated", confidence=0.6),
        noun("share_sale share_offering", head="subj poss by", tail="in on compound"),
        noun("delisting", head="poss of by", tail="from compound", status="negated"),
        noun("share stock", head="poss of in compound", tail="on", confidence=0.6),
        noun("share stock", head="of poss compound", tail="in", confidence=0.55),
        adj("listed traded quoted", head="obj bearer", tail="compound on in"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="finance", out="finance", factor=0.05,
                     source="starting prior"),
    )  # fmt: skip
    examples = markets.LISTED_ON
    counter_examples = markets.NOT_LISTED_ON
