"""Rivalry edges: who competes with whom, and who works with whom.

Bias: two firms in one sentence are neither rivals nor partners until a word says so.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.samples import samples

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
        verb("win gain take", tail="from over on", beside="ground share customer", confidence=0.65),
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
             head="poss of to for compound bearer.poss subj", tail="bearer appos"),
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
    examples = samples("""
        Airbus competes with Boeing for orders. | Airbus | Boeing
        Adidas, a rival of Nike, cut its forecast. | Adidas | Nike
        Pepsi rival Coca-Cola raised prices. | Coca-Cola | Pepsi
        BYD has overtaken Tesla in China. | BYD | Tesla
        Intel has lost market share to AMD. | Intel | AMD
        Visa's competitors include Mastercard. | Visa | Mastercard
        Lyft and Uber are vying for drivers. | Lyft | Uber
        Competition between Lidl and Aldi is fierce. | Lidl | Aldi
        Nokia trails Huawei in network equipment. | Nokia | Huawei
        Netflix faces stiff competition from Disney. | Netflix | Disney
        Zara's bigger rival Shein opened a store. | Zara | Shein
        Llama is Meta's answer to ChatGPT. | Llama | ChatGPT
        Samsung may challenge TSMC in advanced chips. | Samsung | TSMC | planned
    """)
    counter_examples = samples("""
        Airbus buys seats from Recaro. | Airbus | Recaro
        Boeing and Airbus attended the show in Dubai. | Boeing | Airbus
        Nike hired a manager from Adidas's supplier Pou Chen. | Nike | Pou Chen
        Visa and Mastercard were named in one survey. | Visa | Mastercard
        AMD's chief executive spoke before Intel reported. | AMD | Intel
        Uber works with Waymo in Austin. | Uber | Waymo
    """)


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
        verb("include", head="subj.poss subj.of", tail="obj", beside="partner"),
        noun("partnership alliance venture joint_venture collaboration tie-up pact cooperation "
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
    examples = samples("""
        Toyota teamed up with Panasonic on batteries. | Toyota | Panasonic
        Honda and Sony formed a joint venture. | Honda | Sony
        BioNTech's partner Pfizer ran the trial. | BioNTech | Pfizer
        Renault's alliance with Nissan was loosened. | Renault | Nissan
        The partnership between Shell and Equinor ended well. | Shell | Equinor
        Microsoft works with OpenAI. | Microsoft | OpenAI
        IBM signed a cooperation agreement with SAP. | IBM | SAP
        Ericsson will collaborate with Vodafone on antennas. | Ericsson | Vodafone | planned
        Umicore, a partner of Volkswagen, built the hall. | Umicore | Volkswagen
        A joint venture of Stellantis and Mercedes-Benz makes cells. | Stellantis | Mercedes-Benz
        Maersk is in talks to form an alliance with Hapag-Lloyd, sources said. | Maersk \
| Hapag-Lloyd | rumoured
        Novartis has partnered with Gilead. | Novartis | Gilead
    """)
    counter_examples = samples("""
        Toyota competes with Panasonic's customer Tesla. | Toyota | Tesla
        Honda and Sony reported results. | Honda | Sony
        Pfizer's lawyers work with care, said Moderna. | Pfizer | Moderna
        Shell sold a field to Equinor. | Shell | Equinor
        IBM sued SAP. | IBM | SAP
        Vodafone left a trade group that Ericsson had joined. | Vodafone | Ericsson
    """)
