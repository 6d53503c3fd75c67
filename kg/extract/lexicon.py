"""Word lists that belong to no single edge type: what names and noun phrases are about.

Each list is of general newswire English; none names a firm. A wrong word here costs precision
everywhere, so a doubtful one is left out.
"""

from __future__ import annotations


def wordlist(text: str) -> frozenset[str]:
    """The words of the text, as a set."""
    return frozenset(text.split())


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases between the commas of the text, in order, one space between their words."""
    return tuple(" ".join(phrase.split()) for phrase in text.split(","))


# words that end a firm's name and do not tell it from others
LEGAL_FORMS = wordlist(
    """
    inc inc. corp corp. corporation co co. company ltd ltd. limited plc llc llp lp ag sa s.a. nv
    n.v. se gmbh kk bhd tbk oyj ab asa spa s.p.a. pvt pte holdings holding group
    """
)
# last words of names that are firms
FIRM_WORDS = LEGAL_FORMS | wordlist(
    """
    bank bancorp capital partners motors motor energy technologies technology pharma
    pharmaceuticals therapeutics biosciences airlines airways electronics semiconductor
    semiconductors industries petroleum petrochemicals oil steel mining minerals metals resources
    foods beverages brewing stores entertainment media networks systems software labs laboratories
    robotics materials chemicals chemical aerospace shipping logistics insurance securities asset
    investments ventures equity telecom communications cement paper power solar automotive auto
    refinery breweries brewery research management advisors consulting solutions ratings economics
    analytics
    international enterprises products dairy dairies copper zinc gold lithium lighting brands global
    bulk marine premier coatings paint paints wind gas aluminium aluminum cellular
    """
)
# last words of names that are public bodies
AGENCY_WORDS = wordlist(
    """
    ministry department commission authority agency bureau treasury council office administration
    parliament senate congress court tribunal government regulator board committee cabinet reserve
    customs police army secretariat directorate watchdog
    """
)
EXCHANGE_WORDS = wordlist("exchange bourse")
INDEX_WORDS = wordlist("index average composite")
# last words of names that are places
PLACE_WORDS = wordlist(
    """
    port strait canal river mine plant refinery pipeline field basin province state city region
    county island islands district valley bay gulf sea airport terminal factory smelter complex
    deposit
    """
)
# forms of address, which are no part of a name
TITLE_WORDS = wordlist(
    """
    mr mrs ms dr sir lord baroness baron senator representative professor prince king queen
    chancellor tycoon billionaire magnate
    """
)
PEOPLE_PRONOUNS = wordlist("he she him her his hers")
THING_PRONOUNS = wordlist("it its they them their itself themselves")

# words with capitals that name nothing
NOT_NAMES = wordlist(
    """
    ai ceo cfo coo cto ipo gdp ev evs it pc us-based r&d q1 q2 q3 q4 h1 h2 esg ebitda eps etf yoy
    covid exclusive update analysis breaking explainer factbox ai-powered internet web tv llm llms
    gmt est edt bst cet utc monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december christmas easter
    jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.
    brexit spring summer autumn winter
    """
)

# what a firm may be called: "the German carmaker X", "European brokers"
GROUP_HEADS = wordlist(
    """
    maker producer manufacturer supplier firm company plant refiner refinery miner bank lender
    carmaker automaker chipmaker steelmaker drugmaker brewer retailer exporter importer farmer
    grower shipper airline operator developer insurer fund broker brokerage builder shipbuilder
    smelter mill factory startup start-up trader buyer business distributor contractor planemaker
    toymaker winemaker distiller wholesaler foundry giant major
    """
)
# nouns that make an industry of the words before them
SECTOR_HEADS = wordlist("industry sector market manufacturing")
# nouns that say how much of a thing, not which: "types of X", "X's shares"
TRANSPARENT = wordlist(
    """
    type kind range number part share stake series group set lot variety amount volume shipment
    supply export import sale output production majority most some all half quarter third portion
    bulk handful dozen hundred thousand million tonne ton barrel unit piece cargo level value
    price control ownership purchase delivery version portfolio flow use stock reserve demand cent
    stockpile shortage availability rod sheet foil ingot slab billet coil pellet % percent billion
    trillion point right brand
    """
)
# plurals that are no goods, and no topic of a group
ABSTRACT = wordlist(
    """
    thing way deal time year month week day plan talk effort move decision effect impact issue
    problem concern fear risk growth demand supply price cost rate level role part use need access
    work job support help capacity progress success failure reason result term condition area field
    side case end start share stake interest power force pressure right news information report
    statement comment question answer point line view sign step record high low rise fall increase
    decrease change gain loss profit revenue sale earning spending money fund cash debt loan
    investment business operation service process project policy program programme control
    market economy world country nation government people user customer client worker staff person
    man woman official leader group team company firm industry sector maker producer supplier
    member board meeting vote agreement contract order approval permission licence license permit
    production output export import shipment delivery trade tariff ban curb restriction sanction
    measure rule law tax duty quota limit expansion expertise capability performance technology
    system platform infrastructure solution opportunity milestone value offer future past today
    margin number amount volume total half quarter percent percentage ton tonne barrel unit dollar
    euro pound yuan yen data figure
    """
)
# nouns that are a good wherever an edge needs one
GOODS_HEADS = wordlist(
    """
    car vehicle truck motor engine battery phone smartphone laptop computer chip processor
    semiconductor model chatbot app application software drug vaccine medicine pill aircraft plane
    jet helicopter ship vessel turbine panel magnet sensor camera server robot drone missile
    satellite rocket steel fertiliser fertilizer cable wire tyre tire toy shoe sneaker garment
    textile food snack drink beer wine whisky cake cosmetic product material part component
    equipment machine machinery tool device gadget appliance television headset wafer memory
    display screen scooter tractor bus train locomotive reactor lens laser ammunition weapon tank
    service game console router modem catalyst alloy plastic resin paper pulp detergent soap paint
    glass cement brick furniture oil fuel gas electricity
    """
)
# numbers that statistics offices and central banks give
INDICATORS = phrases_of(
    """
    rate cut, rate cuts, interest rate cut, interest rate cuts, rate hike, rate hikes,
    rate increase, rate increases, interest rate, interest rates, benchmark rate, policy rate,
    key rate, repo rate, lending rate, inflation, core inflation, consumer prices, producer prices,
    gdp, gross domestic product, economic growth, gdp growth, unemployment rate, unemployment,
    jobless rate, non-farm payrolls, nonfarm payrolls, payrolls, retail sales,
    industrial production, industrial output, trade deficit, trade surplus,
    current account deficit, consumer confidence, business confidence, house prices, home sales,
    housing starts, factory activity, bond yields, wage growth, budget deficit, oil demand,
    crude output, jobless claims, factory orders, oil prices, gas prices, copper prices,
    gold prices, oil demand growth, borrowing costs, cash rate, deposit rate, mortgage rates,
    trade balance
    """
)

# nouns that with "the" stand for a thing named before, by the labels it may have
ANAPHORS = {
    **dict.fromkeys(
        """
        company firm group bank lender brokerage broker chipmaker carmaker automaker miner
        retailer startup start-up manufacturer producer supplier insurer airline drugmaker refiner
        conglomerate business buyer bidder seller operator maker brewer utility planemaker
        steelmaker giant developer parent subsidiary unit rival
        """.split(),
        ("Firm",),
    ),
    **dict.fromkeys("country nation government".split(), ("Country", "Agency")),
    **dict.fromkeys("regulator ministry agency watchdog court authority".split(), ("Agency",)),
    **dict.fromkeys("metal mineral commodity crop material grain fuel".split(), ("Commodity",)),
    **dict.fromkeys("index benchmark gauge".split(), ("Index",)),
    **dict.fromkeys("model chip app drug device product".split(), ("Product",)),
    **dict.fromkeys("plant mine factory port facility site smelter refinery".split(), ("Place",)),
    **dict.fromkeys(
        "deal takeover acquisition merger transaction agreement contract tie-up".split(),
        ("Deal",),
    ),
}

# works and ports that may have no name of their own
SITES = wordlist(
    """
    plant factory mine refinery smelter terminal foundry gigafactory shipyard mill brewery port
    pipeline fab facility quarry oilfield complex depot field
    """
)

# kinds of place whose name stands behind "of": "the city of X"
TOWNS = wordlist("city town state province region port island county district prefecture")

# small words inside a name: "van der"
PARTICLES = wordlist("des de del della di da du von van der den la le bin al el ibn dos")
# words whose name goes on behind "of"
OF_HEADS = AGENCY_WORDS | wordlist("bank university republic port gulf strait house city")
# words that with a capital alone are no name
GENERIC = wordlist(
    """
    company partnership registrant board state county city court agreement plan table contents
    trust fund inc inc. ltd ltd. corp corp. plc llc holdings group senior committee capital
    government parliament party
    """
)
# words before an office that belong to it: "Technology Secretary"
PORTFOLIOS = wordlist(
    """
    technology finance trade commerce energy foreign defence defense interior investment treasury
    labour labor health transport agriculture environment industry economy prime vice deputy
    justice home education
    """
)
# nouns that a product's name or number stands before
SERIES = wordlist("series model models version chip chips family line")
# words that limit a group to no region and no topic
WIDE = wordlist(
    """
    global world worldwide international domestic local foreign overseas state-owned state private
    major
    """
)
# groups that need a topic; a region alone is too wide ("European firms")
PLAIN_HEADS = wordlist("firm company business giant major plant group")
# words before "market" that make no industry of it
NO_SECTOR = wordlist(
    """
    stock bond labour labor equity job money currency financial capital housing black free
    """
)
# what a firm has: its owner is likely one
FIRM_PROPERTY = wordlist(
    """
    share stock board revenue profit earning ceo chief plant factory unit subsidiary acquisition
    takeover shareholder investor boss chairman president customer supplier sale business product
    model offer brand headquarters spokesman spokesperson spokeswoman
    """
)
# nouns that stand beside the name of a firm
DESCRIBES_FIRM = GROUP_HEADS | wordlist(
    """
    champion specialist unicorn powerhouse fintech group conglomerate multinational studio rival
    competitor peer
    """
)
# a capital behind one of these is the city, not its government
PLACE_PREPOSITIONS = wordlist("in at near to from on across outside around into via through of")
# verbs whose object, if a capital, is the city
LEAVES = wordlist("leave quit exit visit snub ditch abandon reach join choose")
# verbs whose object is likely a product
MAKES = wordlist("launch release unveil introduce debut roll")
# verbs whose subject is likely a firm
FIRM_ACTS = wordlist(
    """
    buy acquire sell launch release unveil post hire merge list invest manufacture supply sue employ
    """
)
# nouns whose "in" names what is held, not where
HELD_IN = wordlist(
    "stake share invest holding interest confidence investment position investor shareholder round"
    " backer look partner"
)
# adjectives that say nothing of which good it is
EVALUATIVE = wordlist(
    "only ordinary cheap expensive new latest first last next more other many several good bad"
    " popular such own same different various recent"
)
