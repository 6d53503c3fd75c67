"""Court edges: who sues whom, who fines whom.

Bias: the accuser must be named; a suit whose plaintiff the sentence leaves out is not claimed.
"""

from schemas.base import Edge, Property, noun, verb
from schemas.examples import courts

VERMILLION = "#D55E00"  # Okabe-Ito, as the policies
COST = Property(name="amount", kind="decimal", unit="currency", meaning="fine or claim")


class Sues(Edge):
    """A party takes another to court.

    Wider than usual by `Place`: the states of a federation sue in their own name.
    """

    head = ("Firm", "Agency", "Country", "Person", "Place")
    tail = ("Firm", "Person", "Agency", "Country")
    phrase = "sues"
    colour = VERMILLION
    properties = (COST,)
    frames = (
        verb("sue countersue prosecute indict", tail="obj"),
        verb("take drag haul", tail="obj", beside="to court tribunal arbitration", confidence=0.6),
        verb("file bring launch lodge start open pursue", tail="against obj.against",
             beside="lawsuit suit complaint case claim action charge arbitration proceeding"),
        verb("charge", tail="obj", beside="with", confidence=0.6),
        verb("settle", tail="with", beside="lawsuit suit case", confidence=0.5, status="ended"),
        verb("drop withdraw", tail="against obj.against", status="ended",
             beside="lawsuit suit complaint case claim charge"),
        verb("face fight settle", head="obj.from obj.by", tail="subj",
             beside="lawsuit suit complaint claim charge"),
        noun("lawsuit suit complaint countersuit litigation", head="poss by from compound",
             tail="against by.against from.against"),
        noun("lawsuit suit", head="by from", tail="over against", confidence=0.5),
    )  # fmt: skip
    examples = courts.SUES
    counter_examples = courts.NOT_SUES


class Fines(Edge):
    """An authority or a party's claim makes another pay a penalty."""

    head = ("Firm", "Agency", "Country")
    tail = ("Firm", "Person", "Agency", "Country")
    phrase = "fines"
    colour = VERMILLION
    properties = (COST,)
    frames = (
        # The small models read "fined" as a form of "fin".
        verb("fine fin", tail="obj.compound obj"),
        verb("penalise penalize", tail="obj", confidence=0.6),
        verb("impose slap levy issue hand give", tail="on iobj to obj.on",
             beside="fine penalty"),
        verb("hit slap", tail="obj", beside="fine penalty"),
        verb("pay", head="to obj.to to.of", tail="subj", beside="fine penalty settlement"),
        verb("order", tail="obj", beside="pay", confidence=0.55),
        verb("face receive get appeal contest", head="obj.from obj.by from", tail="subj",
             beside="fine penalty"),
        verb("annul overturn cancel scrap", tail="obj.on obj.against", beside="fine penalty",
             status="negated"),
        noun("fine penalty", head="from by poss compound of subj", tail="on against for"),
    )  # fmt: skip
    examples = courts.FINES
    counter_examples = courts.NOT_FINES
