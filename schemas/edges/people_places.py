"""Who leads whom, where things are, and what they are part of.

Bias: an office without its holder's name, or a site without its firm's, says nothing; silence is
better than a wrong seat.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.examples import people_places

PINK = "#CC79A7"  # Okabe-Ito
GREEN = "#009E73"
AMBER = "#E69F00"
PRIOR = "starting prior"
GROUP = "group membership; sector proxies err by up to 37 %, arXiv 2302.11451"
HEADS = (
    "chief ceo cfo coo cto chairman chairwoman chairperson chair president head boss director "
    "governor minister premier chancellor secretary commissioner leader ruler "
    "secretary-general mayor prime_minister managing_director vice_president"
)
FOUNDERS = "founder co_founder cofounder"
POSTS = (
    "as chief executive officer ceo chairman chairwoman chair president head boss director "
    "governor minister premier leader post position role"
)
SITE = (
    "plant factory mine smelter refinery mill terminal facility shipyard foundry gigafactory "
    "fab warehouse"
)
OFFICE = "headquarters headquarter office base hub site campus branch store showroom laboratory"
TOWN = "city town port capital province region state island district county village suburb strait"
GROUPS = (
    "carmaker automaker chipmaker drugmaker steelmaker planemaker shipbuilder lender bank insurer "
    "airline retailer miner brewer broker brokerage utility refiner supermarket company firm maker "
    "producer manufacturer supplier"
)


class Leads(Edge):
    """A person and the firm, agency or country that the person heads or helps to run."""

    head = ("Person",)
    tail = ("Firm", "Agency", "Country")
    elliptic = True
    phrase = "leads"
    colour = PINK
    properties = (Property(name="role", kind="string", meaning="the office, as written"),)
    frames = (
        noun(HEADS, head="bearer appos",
             tail="of at for poss compound appos bearer.appos on in of.at for.at of.of bearer.poss "
                  "bearer.compound", unless="union federation lobby"),
        noun("executive officer manager", head="bearer appos",
             tail="of at for poss compound bearer.poss bearer.compound",
             beside="chief managing general principal"),
        verb("found cofound co-found", tail="obj", confidence=0.6),
        noun(FOUNDERS, head="bearer appos", tail="of at compound poss", confidence=0.7),
        verb("lead head run chair helm manage", tail="obj", confidence=0.75),
        verb("appoint name elect hire promote pick choose tap make", head="obj",
             tail="subj subj.poss", beside=POSTS),
        verb("replace succeed follow", tail="as.of as.at as.poss as.compound", beside=POSTS,
             confidence=0.7),
        verb("appoint name elect hire promote pick choose tap", head="obj",
             tail="as.of as.at as.poss to.of", beside=POSTS),
        verb("join", tail="obj", beside="as", confidence=0.7),
        verb("take", tail="over.at over.of helm.of", beside="over helm", confidence=0.6),
        verb("step_down resign retire stand_down", tail="as.of as.at as.poss as.compound from of",
             status="ended"),
        verb("leave quit", tail="obj", beside="as after to", status="ended", confidence=0.55),
        verb("oust remove sack fire dismiss", head="obj", status="ended",
             tail="as.of as.poss as.compound from obj.poss subj", beside=POSTS),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="finance", out="finance", factor=0.05, source=PRIOR),
    )
    examples = people_places.LEADS
    counter_examples = people_places.NOT_LEADS


class LocatedIn(Edge):
    """Where a firm, site, agency, exchange or group of makers is.

    Wider than usual by `Exchange`, which has a seat as well.
    """

    head = ("Firm", "Place", "Agency", "Industry", "Exchange")
    tail = ("Country", "Place")
    phrase = "is located in"
    colour = GREEN
    half_life = None  # places do not age
    properties = (Property(name="role", kind="string", meaning="seat, plant, office"),)
    frames = (
        adj("based headquartered located situated domiciled registered incorporated",
            head="obj.bearer obj subj bearer", tail="in at near on compound"),
        verb("base headquarter locate situate domicile incorporate",
             head="obj subj bearer obj.bearer", tail="in at near outside compound"),
        verb("lie sit stand", tail="in at near on on.of off", confidence=0.65),
        verb("operate", tail="in", confidence=0.6),
        verb("operate run own have employ open build expand close shut", tail="obj.in obj.at in at",
             beside=f"{OFFICE} {SITE} depot", confidence=0.75),
        verb("produce mine refine assemble manufacture smelt process brew",
             tail="in at at.in obj.in obj.at obj.at.in", confidence=0.6),
        verb("relocate move shift", tail="to", beside="office headquarters headquarter base"),
        verb("relocate move shift", tail="from", beside="office headquarters headquarter base",
             status="ended"),
        adj("home", head="to", tail="subj bearer"),
        noun("home", head="to", tail="subj bearer", confidence=0.7),
        noun(f"{GROUPS} startup start_up giant", head="bearer appos including include",
             tail="in poss", confidence=0.6),
        verb("halt stop suspend resume restart start begin idle cut launch",
             tail="obj.in obj.at in at",
             beside="production output operation work assembly", confidence=0.55),
        noun(SITE, head="trigger", tail="in at near in.of compound", confidence=0.75),
        noun(OFFICE, head="poss compound subj", tail="in at near compound", confidence=0.7),
        noun(f"{TOWN} river valley desert basin deposit", head="trigger bearer", tail="in of"),
        noun(f"{TOWN} hub", head="of bearer appos", tail="compound poss", confidence=0.6),
        noun("operation presence business", head="poss", tail="in", confidence=0.6),
        noun("exchange bourse ministry", head="trigger", tail="in", confidence=0.6),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="against", into="access", out="access", factor=0.2, source=PRIOR),
    )
    examples = people_places.LOCATED_IN
    counter_examples = people_places.NOT_LOCATED_IN


class InIndustry(Edge):
    """A firm or product and the sector it belongs to; `origin` tells a statement from a list."""

    head = ("Firm", "Product")
    tail = ("Industry",)
    phrase = "is in"
    colour = AMBER
    half_life = None
    properties = (
        Property(name="origin", kind="string", meaning="stated (in a story) or reference (a list)"),
    )
    frames = (
        noun(f"{GROUPS} major", head="including include as like among", tail="trigger",
             confidence=0.75),
        noun(f"{GROUPS} major", head="bearer appos", tail="trigger", confidence=0.65),
        noun("member", head="bearer", tail="poss of", confidence=0.6),
        adj("active", head="subj", tail="in", confidence=0.6),
        noun(
            "industry sector business market",
            head="including include",
            tail="trigger",
            confidence=0.65,
        ),
        noun(
            "leader player pioneer giant company heavyweight firm",
            head="bearer appos",
            tail="in of from compound",
            confidence=0.6,
        ),
        verb("work compete operate specialise specialize", tail="in", confidence=0.6),
        verb("dominate lead", tail="obj obj.in obj.of", confidence=0.5),
        verb("include", head="obj", tail="subj subj.in", confidence=0.55),
        verb("belong", tail="to", confidence=0.6),
    )
    transmissions = tuple(
        Transmission(travel=travel, into=channel, out=channel, factor=0.3, source=GROUP, proxy=True)
        for travel in ("with", "against")
        for channel in ("demand", "supply")
    )
    examples = people_places.IN_INDUSTRY
    counter_examples = people_places.NOT_IN_INDUSTRY


class MemberOf(Edge):
    """A country in a bloc, or a firm in an index."""

    head = ("Country", "Firm")
    tail = ("Country", "Index")
    phrase = "is a member of"
    colour = GREEN
    half_life = None
    properties = (
        Property(name="valid_from", kind="date", unit="ISO 8601", meaning="when it joined"),
        Property(name="valid_to", kind="date", unit="ISO 8601", meaning="when it left"),
    )
    frames = (
        noun("member constituent component member_state", head="bearer appos", tail="of compound"),
        noun("member constituent", head="including include as like", tail="of compound poss"),
        noun("membership", head="poss of", tail="of in", confidence=0.7),
        noun("entry admission accession inclusion", head="of poss", tail="into to in of.into of.to",
             confidence=0.7),
        verb("join enter", tail="obj", unless="protest condemn call boycott chorus talk appeal"),
        verb("include comprise", head="obj", tail="subj.poss subj.of", beside="member"),
        verb("replace succeed", tail="in obj.in", only="Index", confidence=0.7),
        verb("belong", tail="to"),
        verb("include comprise", head="obj", tail="subj", confidence=0.65),
        verb("add promote admit", head="obj", tail="to into"),
        verb("leave exit quit", tail="obj", status="ended", confidence=0.65),
        verb("remove drop relegate eject", head="obj subj", tail="from out.of of", status="ended"),
    )
    transmissions = (
        Transmission(travel="against", into="access", out="access", factor=1.0,
                     source="a bloc's policy binds its members"),
    )  # fmt: skip
    examples = people_places.MEMBER_OF
    counter_examples = people_places.NOT_MEMBER_OF
