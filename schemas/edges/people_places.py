"""Who leads whom, where things are, and what they are part of.

Bias: an office without its holder's name, or a site without its firm's, says nothing; silence is
better than a wrong seat.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.samples import samples

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
    "governor minister premier leader"
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
                  "bearer.compound"),
        noun("executive officer manager", head="bearer appos", tail="of at for poss compound",
             beside="chief managing general principal"),
        noun(FOUNDERS, head="bearer appos", tail="of at compound poss", confidence=0.7),
        verb("lead head run chair helm manage", tail="obj", confidence=0.75),
        verb("appoint name elect hire promote pick choose tap make", head="obj", tail="subj",
             beside=POSTS),
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
    examples = samples("""
        Lisa Su, chief executive of AMD, spoke first. | Lisa Su | AMD
        Tesla CEO Elon Musk visited the site. | Elon Musk | Tesla
        Andrew Bailey is the governor of the Bank of England. | Andrew Bailey | Bank of England
        French President Emmanuel Macron met farmers. | Emmanuel Macron | France
        Novartis appointed Harry Kirsch as finance chief. | Harry Kirsch | Novartis
        Jane Fraser leads Citigroup. | Jane Fraser | Citigroup
        Lufthansa is headed by Carsten Spohr. | Carsten Spohr | Lufthansa
        Volvo's chairman, Eric Li, agreed. | Eric Li | Volvo
        Satya Nadella, who runs Microsoft, sees more demand. | Satya Nadella | Microsoft
        Shell boss Wael Sawan defended the plan. | Wael Sawan | Shell
        Mary Barra was named chief executive of Ford. | Mary Barra | Ford
        Japan's Prime Minister Shigeru Ishiba flew home. | Shigeru Ishiba | Japan
        Anna Berg, head of research at Danske Bank, was surprised. | Anna Berg | Danske Bank
        Carlos Tavares stepped down as boss of Stellantis. | Carlos Tavares | Stellantis | ended
    """)
    counter_examples = samples("""
        Lisa Su met the chief executive of Intel. | Lisa Su | Intel
        Elon Musk criticised OpenAI. | Elon Musk | OpenAI
        Jane Fraser studied at Harvard before Citigroup hired her rival. | Jane Fraser | Harvard
        Mary Barra wrote to the chairman of Stellantis. | Mary Barra | Stellantis
        Emmanuel Macron arrived in Japan. | Emmanuel Macron | Japan
        Wael Sawan drove a Toyota. | Wael Sawan | Toyota
    """)


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
            head="subj bearer obj obj.bearer", tail="in at near on compound"),
        verb("base headquarter locate situate domicile incorporate",
             head="obj subj bearer obj.bearer", tail="in at near outside compound"),
        verb("lie sit stand", tail="in at near on on.of off", confidence=0.65),
        verb("operate", tail="in", confidence=0.6),
        verb("operate run own have employ open build expand close shut", tail="obj.in obj.at in at",
             beside=OFFICE, confidence=0.75),
        verb("produce mine refine assemble manufacture smelt process brew",
             tail="in at at.in obj.in obj.at obj.at.in", confidence=0.6),
        verb("relocate move shift", tail="to", beside="office headquarters headquarter base"),
        verb("relocate move shift", tail="from", beside="office headquarters headquarter base",
             status="ended"),
        adj("home", head="to", tail="subj bearer"),
        noun(f"{GROUPS} startup start_up giant", head="bearer appos including include",
             tail="in poss", confidence=0.6),
        verb("halt stop suspend resume restart start begin idle cut launch",
             tail="obj.in obj.at in at",
             beside="production output operation work assembly", confidence=0.55),
        noun(SITE, head="trigger", tail="in at near compound", confidence=0.75),
        noun(OFFICE, head="poss compound subj", tail="in at near compound", confidence=0.7),
        noun(f"{TOWN} river valley desert basin deposit", head="trigger bearer", tail="in of"),
        noun(f"{TOWN} hub", head="of bearer appos", tail="compound poss", confidence=0.6),
        noun("operation presence business", head="poss", tail="in", confidence=0.6),
        noun("exchange bourse ministry", head="trigger", tail="in", confidence=0.6),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="against", into="access", out="access", factor=0.2, source=PRIOR),
    )
    examples = samples("""
        Ericsson is based in Stockholm. | Ericsson | Stockholm
        Dublin-based Ryanair ordered new jets. | Ryanair | Dublin
        Infineon, headquartered in Munich, raised prices. | Infineon | Munich
        The Escondida mine in Chile was idle. | Escondida mine | Chile
        Bosch's plant in Hungary makes sensors. | Bosch | Hungary
        Intel has a factory in Ireland. | Intel | Ireland
        Rotterdam, a port in the Netherlands, was shut. | Rotterdam | Netherlands
        The Kashagan field lies in Kazakhstan. | Kashagan field | Kazakhstan
        Foxconn operates a large plant in India. | Foxconn | India
        Glencore, a trader based in Switzerland, cut costs. | Glencore | Switzerland
        Samsung's offices in Vietnam reopened. | Samsung | Vietnam
        BASF halted production in Belgium. | BASF | Belgium
        The Porvoo refinery is located in Finland. | Porvoo refinery | Finland
    """)
    counter_examples = samples("""
        Ericsson sells antennas in Brazil. | Ericsson | Brazil
        Ryanair flies to Dublin. | Ryanair | Dublin
        Infineon buys wafers from Japan. | Infineon | Japan
        Bosch met officials from Hungary. | Bosch | Hungary
        The plan for Intel was discussed in Ireland. | Intel | Ireland
        Foxconn denied a report in India that Wistron had left. | Foxconn | India
    """)


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
        noun(GROUPS, head="including include as like", tail="trigger", confidence=0.75),
        noun(GROUPS, head="bearer appos", tail="trigger", confidence=0.65),
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
    examples = samples("""
        Carmakers including Renault closed plants. | Renault | carmakers
        Chipmakers such as Micron gained. | Micron | chipmakers
        Nestle is a leader in the food industry. | Nestle | food industry
        Rheinmetall operates in the defence industry. | Rheinmetall | defence industry
        Airlines like Qantas hedge their fuel. | Qantas | airlines
        Steelmakers including Thyssenkrupp asked for help. | Thyssenkrupp | steelmakers
        Equinor, a giant of the oil industry, drilled twice. | Equinor | oil industry
        Ericsson competes in the telecoms sector. | Ericsson | telecoms sector
        Drugmakers including Roche and Sanofi protested. | Sanofi | drugmakers
        Maersk dominates the shipping industry. | Maersk | shipping industry
        Lanxess belongs to the chemical industry. | Lanxess | chemical industry
        Insurers such as Allianz paid more claims. | Allianz | insurers
    """)
    counter_examples = samples("""
        Renault buys parts from steelmakers. | Renault | steelmakers
        Micron lobbied against the oil industry. | Micron | oil industry
        Nestle borrowed from lenders. | Nestle | lenders
        Qantas sued insurers. | Qantas | insurers
        Tariffs on carmakers worried Allianz. | Allianz | carmakers
        Roche sells tests to airlines. | Roche | airlines
    """)


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
        verb("join enter", tail="obj"),
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
    examples = samples("""
        Finland is a member of the European Union. | Finland | European Union
        Croatia joined the European Union in 2013. | Croatia | European Union
        Britain left the European Union. | Britain | European Union | ended
        European Union members including Slovakia objected. | Slovakia | European Union
        Dell was added to the S&P 500. | Dell | S&P 500
        Fresnillo, a member of the FTSE 100, dug deeper. | Fresnillo | FTSE 100
        Mercosur includes Uruguay. | Uruguay | Mercosur
        Intel was removed from the Dow Jones. | Intel | Dow Jones | ended
        Serbia hopes to join the European Union. | Serbia | European Union | planned
        Vietnam belongs to ASEAN. | Vietnam | ASEAN
        Palantir joined the Nasdaq 100 in December. | Palantir | Nasdaq 100
        Estonia, a European Union member, built a wall. | Estonia | European Union
    """)
    counter_examples = samples("""
        Finland sells timber to the European Union. | Finland | European Union
        Britain and the European Union signed a treaty. | Britain | European Union
        Dell fell more than the S&P 500. | Dell | S&P 500
        Serbia met a member of ASEAN. | Serbia | ASEAN
        Fresnillo is larger than the FTSE 100's average. | Fresnillo | FTSE 100
        Turkey exports cars to the European Union. | Turkey | European Union
    """)
