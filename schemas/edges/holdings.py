"""Holding edges: who owns, funds and lends to whom, and what a user's portfolio holds.

Bias: to own is a fact of a register; a stake that is only wanted belongs to ACQUIRES.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.edges.ownership import AMOUNT, PART, PRIOR, STAKE
from schemas.examples import holdings

VERMILION = "#D55E00"  # Okabe-Ito
AMBER = "#E69F00"
UNIT = "unit subsidiary arm division affiliate offshoot brand"
SITE = (
    "plant factory mine refinery smelter terminal facility mill foundry gigafactory shipyard "
    "warehouse campus centre center hub"
)


class Owns(Edge):
    """A parent, holder or operator and what belongs to it."""

    head = ("Firm", "Person", "Agency", "Country")
    tail = ("Firm", "Place", "Product")
    phrase = "owns"
    colour = VERMILION
    properties = (STAKE,)
    frames = (
        verb("own control co-own", tail="obj obj.of obj.in obj.bearer"),
        verb("hold have retain keep", head="subj subj.of", tail="obj.in obj.of in.in", beside=PART),
        verb("take acquire build amass raise increase", tail="obj.in obj.of", beside=PART,
             confidence=0.7),
        verb("operate", tail="obj", confidence=0.7),
        verb("run", tail="obj", only="Place", confidence=0.6),
        verb("open shut close build idle restart reopen expand", tail="obj", beside=SITE,
             confidence=0.6),
        verb("belong", head="to", tail="subj"),
        verb("include", head="subj.of subj.poss subj.compound", tail="obj",
             beside="unit subsidiary holding brand", confidence=0.75),
        verb("seize nationalise nationalize expropriate", tail="obj obj.of", confidence=0.75),
        verb("take seize gain", tail="obj.of over.of", beside="control", confidence=0.7),
        adj("owned controlled", head="compound", tail="obj bearer", confidence=0.75),
        adj("owned state-owned", head="obj.of obj.poss obj.compound bearer.of bearer.compound",
            tail="obj bearer", beside="state", confidence=0.7),
        noun(UNIT, head="of poss", tail="bearer appos among"),
        verb("own", tail="obj.appos obj.bearer", beside="brand", confidence=0.75),
        noun(UNIT, head="compound", tail="bearer", confidence=0.75),
        noun(UNIT, head="poss of", tail="compound", confidence=0.75),
        noun("part", head="of", tail="bearer", confidence=0.6),
        noun("owner parent shareholder proprietor operator", head="bearer appos among",
             tail="of in poss compound"),
        noun("stake holding shareholding", head="poss", tail="in", confidence=0.65),
        noun(SITE, head="poss", tail="trigger compound", confidence=0.7),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="access", out="access", factor=0.9, source=PRIOR),
        Transmission(travel="against", into="finance", out="finance", factor=1.0, source=PRIOR,
                     scale="stake"),
    )  # fmt: skip
    examples = holdings.OWNS
    counter_examples = holdings.NOT_OWNS


class InvestsIn(Edge):
    """Someone puts money into a firm, a sector, a technology or a place.

    Wider than usual: a person may invest, and a plant is often built in a country.
    """

    head = ("Firm", "Country", "Agency", "Person")
    tail = ("Firm", "Industry", "Product", "Place", "Country")
    phrase = "invests in"
    colour = AMBER
    properties = (AMOUNT, STAKE)
    frames = (
        verb("invest reinvest co-invest",
             tail="in into obj.in obj.into in.in into.in in.at obj.in.at in.near on"),
        verb("plough plow pour pump sink inject channel funnel", tail="into in obj.into"),
        verb("spend splurge", tail="on obj.on on.in in", confidence=0.7),
        verb("commit pledge earmark allocate", tail="to for obj.to obj.for",
             beside="billion million trillion dollar euro yen yuan money fund investment",
             confidence=0.65),
        verb("put", tail="into obj.into", beside="million billion money"),
        verb("back bankroll fund finance", tail="obj obj.bearer", confidence=0.6),
        verb("build open construct set_up establish", tail="obj.in in at obj.at",
             beside=SITE, confidence=0.7),
        verb("lead join", tail="obj.in obj.of obj.by in", beside="round fundraising",
             confidence=0.7),
        verb("take buy acquire purchase build", tail="obj.in", beside=PART, confidence=0.6),
        verb("refuse reject spurn decline", head="obj.from obj.by", tail="subj", status="negated",
             beside="rescue investment injection"),
        verb("raise receive secure get win", head="from obj.from", tail="subj",
             beside="million billion money funding investment capital", confidence=0.65),
        verb("include", head="obj", tail="subj.in subj.of subj.poss", beside="investor backer"),
        adj("backed funded financed", head="compound", tail="obj bearer"),
        noun("investment outlay spending", head="poss by from compound subj", tail="in into on"),
        noun("investor backer", head="bearer appos among", tail="in of poss compound",
             confidence=0.75),
    )  # fmt: skip
    transmissions = (  # by analogy with PARTNERS_WITH
        Transmission(travel="with", into="finance", out="finance", factor=0.2, source=PRIOR),
        Transmission(travel="against", into="finance", out="finance", factor=0.2, source=PRIOR),
    )
    examples = holdings.INVESTS_IN
    counter_examples = holdings.NOT_INVESTS_IN


class LendsTo(Edge):
    """A lender and its borrower.

    Wider than usual: states lend to states.
    """

    head = ("Firm", "Agency", "Country")
    tail = ("Firm", "Country")
    phrase = "lends to"
    colour = AMBER
    properties = (
        AMOUNT,
        Property(name="maturity", kind="date", unit="ISO 8601", meaning="when it is due"),
    )
    frames = (
        verb("lend loan", tail="to iobj obj.to"),
        verb("lend loan", tail="obj", confidence=0.5),
        verb(
            "grant extend provide approve give offer arrange disburse issue",
            tail="to iobj obj.to for obj.for",
            beside="loan credit financing bailout mortgage",
        ),
        verb("borrow", head="from obj.from", tail="subj"),
        verb("owe", head="iobj to", tail="subj",
             beside="billion million trillion money debt dollar euro pound yuan yen rupee sum $"),
        verb(
            "secure receive obtain get win sign repay draw",
            head="from obj.from with obj.with",
            tail="subj",
            beside="loan credit financing bailout facility",
        ),
        verb("repay", head="obj", tail="subj", confidence=0.6),
        verb("refuse reject spurn decline", head="obj.from obj.by", tail="subj", status="negated",
             beside="loan bailout credit"),
        verb("include", head="obj", tail="subj.to subj.of subj.poss", beside="lender creditor"),
        verb("bail_out refinance rescue", tail="obj", confidence=0.6),
        noun("loan credit lending bailout", head="poss from by compound subj", tail="to for"),
        noun("loan credit_line credit_facility", head="from by", tail="poss", confidence=0.75),
        noun("lender creditor bondholder", head="bearer appos among including as",
             tail="to of poss compound"),
        noun("borrower debtor", head="of poss", tail="bearer appos", confidence=0.65),
    )
    transmissions = (
        Transmission(travel="against", into="finance", out="finance", factor=0.45, source=PRIOR),
    )
    examples = holdings.LENDS_TO
    counter_examples = holdings.NOT_LENDS_TO


class Holds(Edge):
    """A user's portfolio and a firm in it; entered by the user, never read from a story."""

    head = ("Portfolio",)
    tail = ("Firm",)
    phrase = "holds"
    colour = "#000000"
    statuses = ("asserted", "ended")
    half_life = None  # holds until the user changes it
    properties = (
        Property(name="weight", kind="share", unit="0..1", meaning="part of the portfolio's value"),
        Property(name="amount", kind="decimal", unit="currency", meaning="value, in base units"),
    )
    transmissions = (
        Transmission(travel="against", into="finance", out="finance", factor=1.0,
                     source="definition of a weight", scale="weight"),
    )  # fmt: skip
