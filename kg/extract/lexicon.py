"""Word lists that belong to no single edge type: what a noun phrase is about.

Each list is of general newswire English; none names a firm. A wrong word here costs precision
everywhere, so a doubtful one is left out.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEGAL_FORMS = _words(
    "inc inc. corp corp. corporation co co. company ltd ltd. limited plc llc llp lp ag sa s.a. nv"
    " n.v. se gmbh"
    " kk bhd tbk oyj ab asa spa s.p.a. pvt pte holdings holding group"
)
FIRM_WORDS = LEGAL_FORMS | _words(
    "bank bancorp capital partners motors motor energy technologies technology pharma"
    " pharmaceuticals"
    " therapeutics biosciences airlines airways electronics semiconductor semiconductors industries"
    " petroleum petrochemicals oil steel mining minerals metals resources foods beverages brewing"
    " stores"
    " entertainment media networks systems software labs laboratories robotics materials chemicals"
    " chemical aerospace shipping logistics insurance securities asset investments ventures equity"
    " telecom communications cement paper power solar automotive auto magnetics refinery breweries"
    " brewery research management advisors consulting solutions international enterprises products"
)
AGENCY_WORDS = _words(
    "ministry department commission authority agency bureau treasury council office administration"
    " parliament senate congress court tribunal government regulator board committee cabinet"
    " reserve"
    " customs police army secretariat directorate watchdog"
)
EXCHANGE_WORDS = _words("exchange bourse")
INDEX_WORDS = _words("index average composite")
PLACE_WORDS = _words(
    "port strait canal river mine plant refinery pipeline field basin province state city region"
    " county"
    " island islands district valley bay gulf sea airport terminal factory smelter complex deposit"
)
TITLE_WORDS = _words(
    "mr mrs ms dr sir lord baroness baron senator representative professor prince king queen"
    " chancellor"
)
PEOPLE_PRONOUNS = _words("he she him her his hers")
THING_PRONOUNS = _words("it its they them their itself themselves")

NOT_NAMES = _words(
    "ai ceo cfo coo cto ipo gdp ev evs it pc us-based r&d q1 q2 q3 q4 h1 h2 esg ebitda eps etf"
    " yoy covid"
    " exclusive update analysis breaking explainer factbox ai-powered internet web tv llm llms"
    " gmt est edt bst cet utc monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july"
    " august september october november december christmas easter brexit spring summer autumn"
    " winter"
)

POLICY_KINDS = {
    "curb": "curbs", "restriction": "restrictions", "control": "controls", "limit": "limits",
    "ban": "ban", "embargo": "embargo", "moratorium": "moratorium", "blacklist": "blacklist",
    "prohibition": "ban", "tariff": "tariffs", "duty": "duties", "levy": "levy", "surcharge": "levy",
    "sanction": "sanctions", "quota": "quota", "cap": "cap", "subsidy": "subsidies",
    "incentive": "incentives", "exemption": "exemption", "waiver": "waiver", "license": "licensing",
    "licence": "licensing", "permit": "licensing", "licensing": "licensing", "regulation": "regulations",
    "rule": "rules", "law": "law", "tax": "tax", "requirement": "requirement", "crackdown": "crackdown",
    "measure": "measures", "block": "ban", "freeze": "freeze",
}  # fmt: skip
POLICY_FAMILY = {
    **dict.fromkeys(
        "curb restriction control limit license licence permit licensing requirement".split(),
        "control",
    ),
    **dict.fromkeys("ban embargo moratorium prohibition blacklist block".split(), "ban"),
    **dict.fromkeys("tariff duty levy surcharge tax".split(), "tariff"),
    **dict.fromkeys("sanction freeze".split(), "sanction"),
    **dict.fromkeys("quota cap".split(), "quota"),
    **dict.fromkeys("subsidy incentive".split(), "subsidy"),
    **dict.fromkeys("exemption waiver".split(), "exemption"),
    **dict.fromkeys("regulation rule law".split(), "rule"),
    **dict.fromkeys("crackdown measure".split(), "measure"),
}
# nouns that are a policy only with a flow, an issuer and an object beside them
WEAK_POLICY = _words(
    "control limit rule law tax requirement measure license licence permit cap block freeze"
    " incentive regulation exemption waiver crackdown licensing"
)
FLOWS = _words("export import trade travel investment price production shipment sale shipping")
FLOW_NOUNS = {"export": "export", "import": "import", "shipment": "export", "sale": "export", "trade": "trade",
              "purchase": "import", "investment": "investment", "price": "price", "production": "production"}  # fmt: skip

GROUP_HEADS = _words(
    "maker producer manufacturer supplier firm company plant refiner refinery miner bank lender"
    " carmaker"
    " automaker chipmaker steelmaker drugmaker brewer retailer exporter importer farmer grower"
    " shipper"
    " airline operator developer insurer fund broker brokerage builder shipbuilder smelter mill"
    " factory startup start-up trader buyer business distributor contractor planemaker"
    " toymaker winemaker distiller wholesaler foundry giant major"
)
SECTOR_HEADS = _words("industry sector market manufacturing")
PEOPLE_GROUPS = _words(
    "user people worker economist analyst official source investor shareholder leader voter expert"
    " customer consumer trader buyer employee member minister lawmaker executive"
)
TRANSPARENT = _words(
    "type kind range number part share stake series group set lot variety amount volume shipment"
    " supply"
    " export import sale output production majority most some all half quarter third portion bulk"
    " handful dozen hundred thousand million tonne ton barrel unit piece cargo level range value"
    " price"
    " control ownership purchase delivery maker version portfolio flow use stock reserve demand"
    " stockpile"
    " shortage availability point right brand"
)
ABSTRACT = _words(
    "thing way deal time year month week day plan talk effort move decision effect impact issue"
    " problem"
    " concern fear risk growth demand supply price cost rate level role part use need access work"
    " job"
    " support help capacity progress success failure reason result term condition area field side"
    " case"
    " end start share stake interest power force pressure right news information report statement"
    " comment question answer point line view sign step record high low rise fall increase decrease"
    " change gain loss profit revenue sale earning spending money fund cash debt loan investment"
    " business"
    " operation service process project policy program programme process control market economy"
    " world"
    " country nation government people user customer client worker staff person man woman official"
    " leader group team company firm industry sector maker producer supplier member board meeting"
    " vote"
    " agreement contract order approval permission licence license permit production output export"
    " import shipment delivery trade tariff ban curb restriction sanction measure rule law tax duty"
    " quota limit expansion expertise capability performance technology system platform"
    " infrastructure"
    " solution opportunity milestone value offer future past today number amount volume total half"
    " quarter percent percentage ton tonne barrel unit dollar euro pound yuan yen data figure"
)
GOODS_HEADS = _words(
    "car vehicle truck motor engine battery phone smartphone laptop computer chip processor"
    " semiconductor model chatbot app application software drug vaccine medicine pill aircraft"
    " plane jet"
    " helicopter ship vessel turbine panel magnet sensor camera server robot drone missile"
    " satellite"
    " rocket steel fertiliser fertilizer cable wire tyre tire toy shoe sneaker garment textile food"
    " snack drink beer wine whisky cake cosmetic product material part component equipment machine"
    " machinery tool device gadget appliance television headset wafer memory display screen scooter"
    " tractor bus train locomotive reactor lens laser ammunition weapon tank service game console"
    " router modem catalyst alloy plastic resin paper pulp detergent soap paint glass cement brick"
    " furniture oil fuel gas electricity"
)
INDICATORS = (
    "rate cut", "rate cuts", "interest rate cut", "interest rate cuts", "rate hike", "rate hikes", "rate increase",
    "rate increases", "interest rate", "interest rates", "benchmark rate", "policy rate", "key rate",
    "repo rate", "lending rate", "inflation", "core inflation", "consumer prices", "producer prices",
    "gdp", "gross domestic product", "economic growth", "gdp growth", "unemployment rate", "unemployment",
    "jobless rate", "non-farm payrolls", "nonfarm payrolls", "payrolls", "retail sales",
    "industrial production", "industrial output", "trade deficit", "trade surplus", "current account deficit",
    "consumer confidence", "business confidence", "house prices", "home sales", "housing starts",
    "factory activity", "bond yields", "wage growth", "budget deficit", "oil demand", "crude output",
    "jobless claims", "factory orders", "oil prices", "gas prices", "copper prices", "gold prices",
)  # fmt: skip

ANAPHORS = {
    **dict.fromkeys(
        "company firm group bank lender brokerage broker chipmaker carmaker automaker miner"
        " retailer"
        " startup start-up manufacturer producer supplier insurer airline drugmaker refiner"
        " conglomerate"
        " business buyer bidder seller operator maker brewer utility planemaker steelmaker giant"
        " developer parent subsidiary unit rival".split(), ("Firm",)),
    **dict.fromkeys("country nation government".split(), ("Country", "Agency")),
    **dict.fromkeys("regulator ministry agency watchdog court authority".split(), ("Agency",)),
    **dict.fromkeys("metal mineral commodity crop material grain fuel".split(), ("Commodity",)),
    **dict.fromkeys("index benchmark gauge".split(), ("Index",)),
    **dict.fromkeys("model chip app drug device product".split(), ("Product",)),
    **dict.fromkeys("plant mine factory port facility site smelter refinery".split(), ("Place",)),
    **dict.fromkeys("deal takeover acquisition merger transaction agreement contract tie-up".split(), ("Deal",)),
}  # fmt: skip

RUMOUR_SOURCES = _words("source person people insider report media")
REPORTING = _words(
    "say tell report add state write note announce comment reveal disclose confirm claim argue"
    " explain"
)
SITES = _words(
    "plant factory mine refinery smelter terminal foundry gigafactory shipyard mill brewery port"
    " pipeline"
    " fab facility quarry oilfield complex"
)
