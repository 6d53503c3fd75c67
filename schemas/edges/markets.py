"""Market edges: who forecasts, reports and sets a number, and where shares are listed.

Bias: a number's mover is named only where the trigger is about that number ("raise its target"),
so light verbs are pinned to a noun of forecasting, rates or listing.
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.samples import samples

YELLOW = "#F0E442"  # Okabe-Ito
SKY = "#56B4E9"
VIEW = "forecast target outlook estimate projection expectation prediction view call guidance"
NUMBER = (
    Property(name="value", kind="decimal", unit="as stated", meaning="the new number"),
    Property(name="previous", kind="decimal", unit="as stated", meaning="the number before"),
    Property(name="unit", kind="string", meaning="percent, points, currency …"),
)
WHO = "subj subj.at subj.compound subj.of"
ABOUT = "obj.compound obj.for obj.of obj.on obj.in obj.poss obj.of.compound obj.for.compound for on"
INSIDE = "comp.subj comp.subj.in comp.subj.of comp.subj.for comp.obj comp.obj.of comp.obj.in"
LISTING = "listing flotation quotation ipo debut offering float"
MARKET = "listing market exchange bourse quotation index"


class Forecasts(Edge):
    """Someone says what a number, an index or a price will be.

    Wider than usual: governments ("China expects growth of 5%") forecast too.
    """

    head = ("Firm", "Agency", "Person", "Country")
    tail = ("Indicator", "Index", "Commodity")
    elliptic = True
    phrase = "forecasts"
    colour = YELLOW
    properties = (
        *NUMBER,
        Property(name="horizon", kind="string", meaning="the date or period it is for, ISO 8601"),
    )
    frames = (
        verb("forecast predict project estimate foresee pencil_in", head=WHO,
             tail=f"obj obj.of obj.in obj.for {INSIDE}"),
        verb("expect anticipate see reckon", head=WHO,
             tail=f"obj obj.of obj.in obj.for {INSIDE}", confidence=0.75),
        verb("say think believe tell warn", tail="comp.subj", confidence=0.55,
             beside="would will could should might"),
        verb("raise lift increase boost hike upgrade cut trim lower slash reduce downgrade revise "
             "adjust change keep maintain leave hold reiterate reaffirm set give issue publish "
             "introduce initiate delay push bring have nudge double", tail=ABOUT, beside=VIEW),
        verb("push_back bring_forward pull_forward", tail=ABOUT, beside=VIEW),
        verb("upgrade downgrade", tail="obj", confidence=0.6),
        noun(VIEW, head="poss by from subj of", tail="for of on compound in"),
        noun("price_target price_forecast", head="poss by from subj", tail="for on of"),
        noun("forecast target", head="compound", tail="for on of", confidence=0.7),
    )  # fmt: skip
    examples = samples("""
        Barclays expects inflation to slow to 2% next year. | Barclays | inflation
        UBS raised its target for the FTSE 100 to 9,000. | UBS | FTSE 100
        Nomura cut its forecast for Brent crude. | Nomura | Brent crude
        The IMF forecasts economic growth of 3.1% in 2027. | IMF | economic growth
        ING's forecast for copper is now $9,500 a ton. | ING | copper
        Deutsche Bank sees two rate cuts this year. | Deutsche Bank | rate cuts
        Morgan Stanley pushed back its rate cut forecast to March. | Morgan Stanley | rate cut
        Unemployment is expected by the OECD to peak in spring. | OECD | unemployment
        OPEC left its estimate of oil demand unchanged. | OPEC | oil demand
        Wells Fargo lifted its S&P 500 target. | Wells Fargo | S&P 500
        Natixis, which predicted a fall in the DAX, was right. | Natixis | DAX
        RBC does not expect an interest rate cut in June. | RBC | interest rate cut | negated
        Commerzbank's outlook for gold has darkened. | Commerzbank | gold
        The World Bank predicts that inflation will ease. | World Bank | inflation
    """)
    counter_examples = samples("""
        UBS raised its target for the FTSE 100. | FTSE 100 | UBS
        Barclays said inflation was 4% in May. | Barclays | inflation
        Nomura bought Brent crude last week. | Nomura | Brent crude
        The DAX fell after ING reported a loss. | ING | DAX
        Wells Fargo joined the S&P 500 long ago. | Wells Fargo | S&P 500
        Commerzbank sells gold to savers. | Commerzbank | gold
    """)


class Reports(Edge):
    """A country, agency or firm states what a number was."""

    head = ("Country", "Agency", "Firm")
    tail = ("Indicator",)
    phrase = "reports"
    colour = YELLOW
    properties = (
        *NUMBER,
        Property(name="consensus", kind="decimal", unit="as stated", meaning="what was expected"),
        Property(name="period", kind="string", meaning="month, quarter or year, ISO 8601"),
    )
    frames = (
        verb("report post record register publish release show log", tail="obj obj.in obj.of"),
        verb("say announce state", tail="comp.subj comp.subj.in", confidence=0.55,
             beside="rise fall grow drop climb shrink ease slow jump narrow widen"),
        verb("rise fall climb drop slow ease accelerate grow shrink jump slip dip quicken cool "
             "narrow widen hit reach stand surge plunge contract expand edge tick",
             head="subj.poss subj.in subj.compound subj.of in", tail="subj", confidence=0.7),
        verb("see suffer", tail="obj obj.in", confidence=0.5),
        noun("datum figure number reading", head="poss from by compound", tail="for on of",
             confidence=0.6),
    )  # fmt: skip
    examples = samples("""
        Turkey reported inflation of 38% for May. | Turkey | inflation
        Statistics Canada published the unemployment rate. | Statistics Canada | unemployment rate
        Germany's inflation rose to 2.4% in March. | Germany | inflation
        Retail sales in Brazil fell 0.3%. | Brazil | retail sales
        Japan recorded a trade deficit in July. | Japan | trade deficit
        Industrial production in Sweden grew 1%. | Sweden | industrial production
        Poland posted GDP growth of 3.2%. | Poland | GDP growth
        South Africa's unemployment rate climbed to 33%. | South Africa | unemployment rate
        A trade surplus was reported by Norway. | Norway | trade surplus
        House prices in Australia dropped again. | Australia | house prices
        Eurostat, which releases inflation each month, revised its method. | Eurostat | inflation
        Mexico's consumer confidence slipped. | Mexico | consumer confidence
    """)
    counter_examples = samples("""
        Barclays expects inflation in Turkey to fall. | Barclays | inflation
        Norway asked Sweden how retail sales are counted. | Norway | retail sales
        Poland fears inflation. | Poland | inflation
        House prices matter to Lloyds. | Lloyds | house prices
        Japan will fight unemployment. | Japan | unemployment
        Brazil sent envoys while inflation rose in Chile. | Brazil | inflation
    """)


class SetsRate(Edge):
    """A central bank moves or keeps its rate; the sign is the direction of the move."""

    head = ("Agency",)
    tail = ("Indicator",)
    phrase = "sets"
    colour = YELLOW
    properties = (
        Property(name="change", kind="decimal", unit="basis points", meaning="signed move"),
        Property(name="level", kind="decimal", unit="percent", meaning="where it stands now"),
    )
    frames = (
        verb(
            "cut lower reduce trim slash ease drop", tail="obj obj.on", sign="-", beside="rate cost"
        ),
        verb("raise lift hike increase", tail="obj obj.on", sign="+", beside="rate cost"),
        verb("hold keep leave maintain set freeze", tail="obj obj.on obj.at", beside="rate cost"),
        noun(
            "rate_cut cut reduction",
            head="poss by subj",
            tail="trigger compound in to of",
            sign="-",
            confidence=0.65,
        ),
        noun(
            "rate_hike rate_increase rate_rise hike",
            head="poss by subj",
            tail="trigger compound in to of",
            sign="+",
            confidence=0.65,
        ),
    )
    examples = samples("""
        Norges Bank cut its key rate to 4.25%. | Norges Bank | key rate | -
        The Bank of Ghana raised interest rates again. | Bank of Ghana | interest rates | +
        The Federal Reserve left its benchmark rate unchanged. | Federal Reserve | benchmark rate
        The repo rate was lowered by the Riksbank. | Riksbank | repo rate | -
        Banxico held its policy rate at 8%. | Banxico | policy rate
        The Reserve Bank of India kept the repo rate steady. | Reserve Bank of India | repo rate
        The Bank of Israel hiked interest rates. | Bank of Israel | interest rates | +
        The Bank of Japan may lift its policy rate. | Bank of Japan | policy rate | + | planned
        The Bank of Canada slashed its lending rate. | Bank of Canada | lending rate | -
        The Bank of Korea did not cut its key rate. | Bank of Korea | key rate | - | negated
        Magyar Nemzeti Bank, which cut its key rate, met again. | Magyar Nemzeti Bank | key rate | -
        The benchmark rate was increased by Bank Indonesia. | Bank Indonesia | benchmark rate | +
    """)
    counter_examples = samples("""
        Barclays expects interest rates to fall. | Barclays | interest rates
        The Federal Reserve said inflation had slowed. | Federal Reserve | inflation
        The Riksbank published the unemployment rate. | Riksbank | unemployment rate
        The European Central Bank raised its inflation forecast. | European Central Bank | inflation
        Banxico cut staff as interest rates rose. | Banxico | interest rates
        Investors hope the Bank of Japan reads the policy rate debate. | Bank of Japan | policy rate
    """)


class ListedOn(Edge):
    """Where a firm's shares are traded.

    Wider than usual: news names a country ("a US listing") or an index in place of the exchange.
    """

    head = ("Firm",)
    tail = ("Exchange", "Place", "Country", "Index")
    phrase = "is listed on"
    colour = SKY
    properties = (
        Property(name="role", kind="string", meaning="main, secondary"),
        Property(name="valid_to", kind="date", unit="ISO 8601", meaning="when it leaves"),
    )
    frames = (
        verb("rise fall jump drop slump plunge gain lose surge tumble slide climb soar dip sink",
             head="subj.of subj.in subj.compound subj.poss", tail="in on", beside="share stock",
             confidence=0.6),
        verb("list float quote", head="obj subj obj.poss subj.of subj.in subj.poss",
             tail="on in at"),
        verb("trade debut", head="obj obj.poss subj subj.of subj.in subj.poss subj.compound",
             tail="on in at", confidence=0.75),
        verb("make have price hold complete keep retain", tail="obj.on obj.in on in obj.compound",
             beside=LISTING),
        verb("seek consider explore pursue plan weigh eye prepare target favour favor",
             tail="obj.in obj.on obj.compound in on", beside=LISTING, status="planned"),
        verb("choose pick prefer", tail="obj", beside="for over", status="planned",
             confidence=0.45),
        verb("go", tail="in on", beside="public"),
        verb("move shift switch transfer migrate relocate change",
             head="subj obj.poss obj.compound", tail="to obj.to", beside=f"share {MARKET}"),
        verb("move shift switch transfer migrate relocate", head="subj obj.poss",
             tail="from obj.from", beside=f"share {MARKET}", status="negated"),
        verb("migrate move", head="subj.poss subj.of subj.in subj.compound", tail="to",
             beside="share", confidence=0.6),
        verb("delist de-list", head="obj subj", tail="from in", status="negated"),
        verb("quit leave exit abandon ditch drop scrap cancel end shun terminate desert",
             tail="obj obj.compound obj.on obj.in obj.poss", beside=MARKET, status="negated"),
        verb("remove drop withdraw", head="obj", tail="from", beside="from", status="negated",
             confidence=0.5),
        verb("cease stop", head="subj", tail="comp.on comp.in", beside="list trade",
             status="negated"),
        noun(LISTING, head="poss of by subj compound for", tail="on in compound at to"),
        noun("listing", head="poss", tail="from", status="negated", confidence=0.6),
        verb("remove withdraw pull", tail="from", beside="share listing", status="negated"),
        noun("departure exit", head="poss of", tail="from", status="negated", confidence=0.6),
        noun("share_sale share_offering", head="subj poss by", tail="in on compound"),
        noun("delisting", head="poss of by", tail="from compound", status="negated"),
        noun("share stock", head="poss of in compound", tail="on", confidence=0.6),
        noun("share stock", head="of poss compound", tail="in", confidence=0.55),
        adj("listed traded quoted", head="obj bearer", tail="compound on in"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="finance", out="finance", factor=0.05,
                     source="starting prior"),
    )  # fmt: skip
    examples = samples("""
        Spotify is listed on the New York Stock Exchange. | Spotify | New York Stock Exchange
        Ferrari has traded in Milan since 2016. | Ferrari | Milan
        Klarna made its debut on the New York Stock Exchange. | Klarna | New York Stock Exchange
        Ashtead is moving its main listing to New York. | Ashtead | New York
        Tui has moved its listing from London to Frankfurt. | Tui | London | negated
        Kenvue delisted from the Frankfurt bourse. | Kenvue | Frankfurt bourse | negated
        Porsche floated on the Frankfurt bourse in 2022. | Porsche | Frankfurt bourse
        London-listed Antofagasta raised its dividend. | Antofagasta | London
        Shein plans to list in Hong Kong. | Shein | Hong Kong | planned
        Arm is seeking a listing on Nasdaq. | Arm | Nasdaq | planned
        Prosus, listed in Amsterdam, bought the shares. | Prosus | Amsterdam
        Lindt has a listing on the Swiss exchange. | Lindt | Swiss exchange
        Aramco, whose shares are traded on the Tadawul, paid a dividend. | Aramco | Tadawul
        Indivior quit the London stock market. | Indivior | London stock market | negated
    """)
    counter_examples = samples("""
        Spotify opened an office in New York. | Spotify | New York
        Ferrari builds cars near Milan. | Ferrari | Milan
        Nasdaq fined Klarna. | Klarna | Nasdaq
        Ashtead was advised in London by Lazard. | Lazard | London
        Traders in Frankfurt sold Tui. | Tui | Frankfurt
        Antofagasta left Bolivia. | Antofagasta | Bolivia
    """)
