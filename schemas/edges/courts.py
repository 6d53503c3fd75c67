"""Court edges: who sues whom, who fines whom.

Bias: the accuser must be named; a suit whose plaintiff the sentence leaves out is not claimed.
"""

from schemas.base import Edge, Property, noun, verb
from schemas.samples import samples

VERMILLION = "#D55E00"  # Okabe-Ito, as the policies
COST = Property(name="amount", kind="decimal", unit="currency", meaning="fine or claim")


class Sues(Edge):
    """A party takes another to court."""

    head = ("Firm", "Agency", "Country", "Person")
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
        verb("face fight", head="obj.from obj.by", tail="subj",
             beside="lawsuit suit complaint claim charge"),
        noun("lawsuit suit complaint countersuit litigation", head="poss by from compound",
             tail="against by.against from.against"),
        noun("lawsuit suit", head="by from", tail="over against", confidence=0.5),
    )  # fmt: skip
    examples = samples("""
        Epic Games sued Apple in 2020. | Epic Games | Apple
        Oracle filed a lawsuit against Google. | Oracle | Google
        Waymo's suit against Uber was settled. | Waymo | Uber
        Qualcomm was sued by Arm. | Arm | Qualcomm
        The Justice Department sued Google over search. | Justice Department | Google
        Huawei, which sued Verizon, wanted royalties. | Huawei | Verizon
        Nokia took Daimler to court. | Nokia | Daimler
        Volkswagen faces a lawsuit from Kuehne. | Kuehne | Volkswagen
        Texas may sue Meta. | Texas | Meta | planned
        Getty Images brought a case against Stability AI. | Getty Images | Stability AI
        Kodak plans to sue Fujifilm. | Kodak | Fujifilm | planned
        A complaint by Spotify against Apple reached Brussels. | Spotify | Apple
    """)
    counter_examples = samples("""
        Epic Games sued Apple in 2020. | Apple | Epic Games
        Oracle and Google settled into new offices. | Oracle | Google
        A judge told Uber to pay Waymo's lawyers. | Uber | Waymo
        Nokia praised Daimler outside the court. | Nokia | Daimler
        Meta will not comment on the suit against Snap. | Meta | Snap
        Arm licenses designs to Qualcomm. | Arm | Qualcomm
    """)


class Fines(Edge):
    """An authority or a party's claim makes another pay a penalty."""

    head = ("Firm", "Agency", "Country")
    tail = ("Firm", "Person", "Agency", "Country")
    phrase = "fines"
    colour = VERMILLION
    properties = (COST,)
    frames = (
        # The small models read "fined" as a form of "fin".
        verb("fine fin", tail="obj obj.compound"),
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
        noun("fine penalty", head="from by poss compound subj", tail="on against for"),
    )  # fmt: skip
    examples = samples("""
        The European Commission fined Google 2.42 billion euros. | European Commission | Google
        Meta was fined by Ireland in 2023. | Ireland | Meta
        Italy imposed a fine on Amazon. | Italy | Amazon
        South Korea's penalty for Qualcomm stood. | South Korea | Qualcomm
        Volkswagen paid a fine to Germany. | Germany | Volkswagen
        Turkey slapped a penalty on Booking. | Turkey | Booking
        France's fine on Apple was cut. | France | Apple
        Spain may fine Ryanair. | Spain | Ryanair | planned
        Japan hit Nissan with a fine. | Japan | Nissan
        Goldman Sachs, fined by Malaysia, apologised. | Malaysia | Goldman Sachs
        The Federal Reserve fined Citigroup. | Federal Reserve | Citigroup
        Alibaba received a record fine from China. | China | Alibaba
    """)
    counter_examples = samples("""
        Meta was fined by Ireland in 2023. | Meta | Ireland
        Amazon found a fine partner in Italy. | Italy | Amazon
        Qualcomm thanked South Korea. | South Korea | Qualcomm
        Ryanair paid Spain a visit. | Spain | Ryanair
        Citigroup advises the Federal Reserve. | Federal Reserve | Citigroup
        Analysts said Apple was fine with France. | France | Apple
    """)
