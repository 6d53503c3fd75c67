"""Rivalry edges: who competes with whom, and who works with whom.

Bias: two firms in one sentence are neither rivals nor partners until a word says so.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.examples import rivalry

ORANGE = "#E69F00"  # Okabe-Ito
PRIOR = "starting prior"


class CompetesWith(Edge):
    """Two firms, or two products, fight for the same buyers."""

    head = ("Firm", "Product")
    tail = ("Firm", "Product")
    symmetric = True
    phrase = "competes with"
    colour = ORANGE
    properties = (Property(name="market", kind="string", meaning="what they compete in"),)
    frames = (
        verb("compete vie battle contend jostle duel spar", tail="with against"),
        verb("compete vie battle contend jostle duel", tail="subj", confidence=0.7),
        verb("rival challenge outpace overtake outsell outperform undercut trail outdo eclipse "
             "leapfrog out-compete dethrone surpass match chase copy", confidence=0.75),
        verb("lose cede", tail="to", beside="ground share customer lead order sale",
             confidence=0.75),
        verb("win gain take", tail="from over on", beside="ground share customer sale",
             confidence=0.65),
        verb("fight", tail="subj", beside="subscriber customer share buyer order", confidence=0.65),
        verb("catch_up keep_up keep_pace", tail="with", confidence=0.7),
        verb("lag fall", tail="behind obj", confidence=0.65),
        verb("take_on fend_off see_off", confidence=0.65),
        verb("play", tail="with obj.with", beside="catch-up", confidence=0.7),
        verb("face", tail="from obj.from obj.with", beside="competition rivalry challenge",
             confidence=0.8),
        verb("include", head="subj.poss subj.of subj.to", tail="obj",
             beside="competitor rival challenger"),
        verb("score rank perform", tail="than behind", confidence=0.5),
        noun("rival competitor challenger contender arch-rival",
             head="poss of to for compound bearer.poss subj",
             tail="bearer appos as including among"),
        # "rival" before a name is often read as an adjective
        adj("rival", head="bearer.poss compound bearer.compound subj", tail="bearer"),
        noun("rival competitor challenger", head="bearer subj", tail="of to poss",
             confidence=0.7),
        noun("alternative answer", head="bearer appos", tail="to", confidence=0.6),
        noun("competition rivalry race battle contest", head="poss between of subj",
             tail="with between against from of", confidence=0.75),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="supply", out="demand", factor=-0.2, source=PRIOR),
        Transmission(travel="against", into="supply", out="demand", factor=-0.2, source=PRIOR),
        Transmission(travel="with", into="demand", out="demand", factor=0.1, source=PRIOR),
        Transmission(travel="against", into="demand", out="demand", factor=0.1, source=PRIOR),
    )
    examples = rivalry.COMPETES_WITH
    counter_examples = rivalry.NOT_COMPETES_WITH


class PartnersWith(Edge):
    """Two firms work together: a venture, an alliance, a joint project."""

    head = ("Firm",)
    tail = ("Firm",)
    symmetric = True
    phrase = "partners with"
    colour = ORANGE
    properties = (Property(name="object", kind="string", meaning="what they do together"),)
    frames = (
        verb("partner team team_up collaborate cooperate ally join_forces work tie_up link_up pair "
             "pair_up co-develop", tail="with"),
        verb("partner team_up collaborate cooperate ally join_forces tie_up link_up pair_up",
             tail="subj", confidence=0.75),
        verb("sign form create set_up establish announce strike enter have forge",
             tail="with obj.with into.with",
             beside="partnership alliance venture pact collaboration tie-up tie agreement deal "
                    "cooperation", confidence=0.65),
        verb("form create set_up establish forge launch", tail="subj", confidence=0.65,
             beside="partnership alliance venture consortium collaboration"),
        verb("develop build make design", tail="with", confidence=0.55),
        verb("develop build make design launch operate run", tail="subj", beside="jointly together",
             confidence=0.6),
        verb("plan want intend aim", tail="with", beside="together jointly", status="planned",
             confidence=0.6),
        noun("tie_up", head="poss between of by", tail="with between",
             beside="on in driver project venture technology plant"),
        noun("partner", head="bearer appos", tail="bearer appos", beside="in", confidence=0.6),
        verb("include", head="subj.poss subj.of", tail="obj", beside="partner"),
        noun("partnership alliance venture joint_venture collaboration pact cooperation memorandum "
             "consortium", head="poss between of by compound subj bearer",
             tail="with between of"),
        noun("partner ally collaborator", head="poss of to compound bearer.poss",
             tail="bearer appos"),
        noun("partner", head="subj bearer", tail="with"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="finance", out="finance", factor=0.2, source=PRIOR),
        Transmission(travel="against", into="finance", out="finance", factor=0.2, source=PRIOR),
    )
    examples = rivalry.PARTNERS_WITH
    counter_examples = rivalry.NOT_PARTNERS_WITH
