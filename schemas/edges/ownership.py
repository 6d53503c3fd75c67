"""Ownership edges: who buys, joins, sells and owns whom.

Bias: a deal that is proposed, refused or only talked about must never read as done, so a frame
whose trigger is itself an offer says so; better a planned claim too many than a false takeover.
"""

from schemas.base import Edge, Property, Transmission, noun, verb
from schemas.examples import ownership

VERMILION = "#D55E00"  # Okabe-Ito
PRIOR = "starting prior"
STAKE = Property(name="stake", kind="share", unit="0..1", meaning="part of the tail concerned")
AMOUNT = Property(name="amount", kind="decimal", unit="currency", meaning="price, in base units")
PART = "stake share holding interest majority minority control percent % pc cent half vote capital"
# A price or a part tells a firm that is sold from the goods that it sells.
PRICED = f"million billion trillion dollar euro pound yen yuan {PART}"
BODY = "unit business arm division subsidiary operation brand asset"
TAKE = "acquire buy purchase take_over snap_up buy_up gobble_up scoop_up buy_out swallow absorb"
TAKEOVER = "takeover acquisition buyout buy_out purchase take_over"


class Acquires(Edge):
    """A firm (or a person) takes over another, a stake in it, or one of its brands or sites.

    Wider than the usual firm-to-firm: persons buy firms, and mines and ports are sold by name.
    """

    head = ("Firm", "Person")
    tail = ("Firm", "Product", "Place")
    phrase = "acquires"
    by_deal = True
    colour = VERMILION
    properties = (STAKE, AMOUNT)
    frames = (
        verb(TAKE),
        verb("circle eye stalk covet", status="planned", confidence=0.6),
        verb("look", tail="at", beside="target acquisition takeover bid", status="planned",
             confidence=0.6),
        verb("accept back approve endorse", head="obj.from obj.by obj.poss",
             tail="subj.of subj.in subj.poss subj.compound subj",
             beside="bid offer takeover approach", status="agreed", confidence=0.7),
        verb("buy acquire purchase", tail="obj.in obj.of obj.compound", beside=PART),
        verb("buy acquire purchase", tail="obj.compound obj.poss", beside=BODY, confidence=0.7),
        verb("agree", tail="comp.obj comp.obj.in comp.obj.of", beside="acquire buy purchase take",
             status="agreed"),
        verb("take", tail="obj.of over.of", beside="control ownership", confidence=0.75),
        verb("complete finalise finalize close seal clinch", tail="obj.of obj.compound",
             beside=TAKEOVER, status="completed"),
        verb("bid offer", head="subj subj.of", tail="for", status="planned"),
        verb("outbid", tail="for for.of", status="planned", confidence=0.65),
        verb("pay", tail="for", beside="share premium", confidence=0.6),
        verb("make launch table submit raise sweeten lodge prepare", tail="obj.for",
             beside="bid offer approach proposal", status="planned"),
        verb("offer propose", tail="comp.obj", beside="acquire buy purchase take",
             status="planned"),
        verb("approach court pursue woo target", status="planned", confidence=0.5),
        verb("reject rebuff spurn decline dismiss", head="obj.from obj.by obj.poss obj.compound",
             tail="subj subj.of subj.poss", beside="bid offer approach proposal takeover",
             status="negated"),
        verb("abandon scrap drop withdraw end", tail="obj.for obj.of",
             beside=f"bid offer pursuit {TAKEOVER}", status="negated"),
        verb("walk_away pull_out back_out withdraw", tail="from.for from.of from.with",
             status="negated", confidence=0.7),
        verb("sell divest offload", head="to", beside=PART, tail="obj.in obj.of obj"),
        verb("sell divest offload", head="to", beside=BODY, tail="obj obj.compound obj.appos"),
        verb("sell divest offload", head="to", beside=PRICED, confidence=0.6),
        verb("sell divest offload", head="to", only="Firm", confidence=0.6),
        verb("dispose", head="to of.to", tail="of.in of"),
        verb("sell", head="to", tail="subj comp.obj", beside="itself", confidence=0.7),
        noun(TAKEOVER, head="poss by of.by from", tail="of compound"),
        noun(TAKEOVER, head="by", tail="poss bearer subj", confidence=0.7),
        noun(TAKEOVER, head="subj", tail="of", confidence=0.75),
        noun(TAKEOVER, head="compound", tail="of"),
        noun("bid offer approach tender", head="poss by from compound subj", tail="for",
             status="planned"),
        noun("deal agreement", head="poss subj", tail="for", status="planned", confidence=0.5),
        noun("sale", head="to", tail="of of.in", status="planned", confidence=0.65),
        noun("sale disposal", head="to", tail="poss subj", status="planned", confidence=0.55),
        noun("acquirer buyer bidder suitor purchaser", head="bearer appos", tail="of for poss",
             confidence=0.6),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="finance", out="finance", factor=0.2, source=PRIOR),
        Transmission(travel="against", into="finance", out="finance", factor=0.5, source=PRIOR),
    )
    examples = ownership.ACQUIRES
    counter_examples = ownership.NOT_ACQUIRES


class MergesWith(Edge):
    """Two firms become one; neither is the buyer."""

    head = ("Firm",)
    tail = ("Firm",)
    symmetric = True
    phrase = "merges with"
    by_deal = True
    colour = VERMILION
    properties = (AMOUNT,)
    frames = (
        verb("merge combine amalgamate fuse", tail="with into"),
        verb("merge combine", head="obj", tail="with into"),
        verb("merge combine amalgamate join_forces", tail="subj", confidence=0.75),
        verb("merge combine", head="obj", tail="obj", confidence=0.75),
        verb("agree", tail="with comp.with", beside="merger merge combine", status="agreed"),
        verb("abandon scrap call_off drop cancel", tail="obj.with with", beside="merger up "
             "combination", status="negated"),
        verb("abandon scrap call_off drop cancel", tail="subj", beside="merger up combination",
             status="negated", confidence=0.7),
        noun("merger tie_up combination amalgamation megamerger", head="poss of by subj compound",
             tail="with to", unless="on in driver project venture technology plant"),
        noun("merger tie_up combination amalgamation", head="between", tail="between"),
        noun("merger combination amalgamation", head="of", tail="of", confidence=0.75),
        noun("merger tie_up", head="compound poss", tail="compound poss", confidence=0.7),
        noun("merger tie_up combination", head="subj", tail="subj", confidence=0.6),
        noun("merger_talk", head="subj poss", tail="with between", status="planned"),
    )  # fmt: skip
    transmissions = (  # by analogy with ACQUIRES, halfway between its two directions
        Transmission(travel="with", into="finance", out="finance", factor=0.35, source=PRIOR),
        Transmission(travel="against", into="finance", out="finance", factor=0.35, source=PRIOR),
    )
    examples = ownership.MERGES_WITH
    counter_examples = ownership.NOT_MERGES_WITH


class Divests(Edge):
    """A seller parts with a firm, a stake in it, a brand or a site.

    Wider than usual by `Place`: plants and mines are sold by name.
    """

    head = ("Firm", "Person", "Agency", "Country")
    tail = ("Firm", "Product", "Place")
    phrase = "divests"
    by_deal = True
    colour = VERMILION
    properties = (STAKE, AMOUNT)
    frames = (
        verb("divest offload spin_off hive_off demerge carve_out jettison", tail="obj"),
        verb("dispose", tail="of of.in"),
        verb("part", tail="with", only="Firm", confidence=0.6),
        verb("sell unload", tail="obj.of.in obj.of.of", beside="share stake", confidence=0.7),
        verb("sell", only="Firm", confidence=0.6, unless="good product service"),
        verb("weigh explore consider plan mull study prepare seek pursue start launch examine",
             tail="obj.of.in obj.of", beside="sale disposal divestment divestiture",
             status="planned", confidence=0.7),
        verb("promise pledge vow", tail="comp.obj.in comp.obj.of comp.obj", beside="sell privatise",
             status="planned", confidence=0.6),
        noun("seller vendor", head="bearer appos trigger", tail="of", only="Firm", confidence=0.6),
        verb("exit", tail="obj.in obj", beside=PART, confidence=0.7),
        verb("sell unload shed ditch", head="subj obj.poss", tail="obj.in obj.of obj.compound",
             beside=PART),
        verb("cut reduce trim lower", tail="obj.in obj.of obj.compound",
             beside="stake holding shareholding"),
        verb("sell unload shed ditch", tail="obj.compound obj.of obj.appos obj", beside=BODY),
        verb("sell", beside=PRICED, confidence=0.6),
        verb("put", tail="obj obj.compound", beside="up block", status="planned",
             confidence=0.65),
        verb("seek find look", tail="for.for obj.for", beside="buyer", status="planned"),
        verb("agree", tail="comp.obj comp.obj.in comp.obj.of comp.obj.compound",
             beside="sell divest", status="agreed"),
        verb("buy acquire purchase", head="from obj.from", tail="obj obj.in obj.compound",
             beside=f"{PRICED} {BODY}", confidence=0.6),
        noun("divestiture divestment disposal spin_off spinoff demerger",
             head="by poss subj of.poss", tail="of of.in"),
        noun("sale", head="by poss subj of.poss", tail="of of.in", beside=f"{PRICED} {BODY}"),
        noun("spin_off spinoff disposal", head="poss", tail="compound", confidence=0.6),
    )  # fmt: skip
    examples = ownership.DIVESTS
    counter_examples = ownership.NOT_DIVESTS
