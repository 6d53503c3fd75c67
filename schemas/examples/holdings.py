"""Who owns, funds and lends to whom, in sentences, and near misses.

Our own wording; beside `schemas.edges.holdings`, whose classes they belong to.
"""

from schemas.samples import samples

OWNS = samples("""
    Volkswagen owns Skoda. | Volkswagen | Skoda
    Skoda is owned by Volkswagen. | Volkswagen | Skoda
    YouTube, a unit of Alphabet, removed the videos. | Alphabet | YouTube
    Tencent holds a 9% stake in Ubisoft. | Tencent | Ubisoft
    Meta is the parent of Instagram. | Meta | Instagram
    Instagram's owner Meta raised its forecast. | Meta | Instagram
    Norway controls Equinor. | Norway | Equinor
    Lamborghini, which is controlled by Audi, sold more cars. | Audi | Lamborghini
    Amazon subsidiary Zoox tests robot taxis. | Amazon | Zoox
    Berkshire Hathaway's Geico unit cut its staff. | Berkshire Hathaway | Geico
    Durex, like Nurofen, belongs to Reckitt. | Reckitt | Durex
    Toyota has a 20% stake in Subaru. | Toyota | Subaru
    Freeport's Grasberg mine was flooded. | Freeport | Grasberg
    Germany nationalised Uniper in 2022. | Germany | Uniper
    Diageo's brands include Guinness. | Diageo | Guinness
    Porsche SE, the holding of an Austrian family, owns 53.3% of the voting shares in Volkswagen \
        and an eighth of its own namesake. | Porsche SE | Volkswagen
    Hamleys, a toy retailer that is 62% owned by Reliance Brands, plans 30 more shops in India \
        this year. | Reliance Brands | Hamleys
    Investor AB controls 28 per cent of the votes in Electrolux, the annual report of the \
        appliance maker shows. | Investor AB | Electrolux
    LVMH, which owns the brands Loewe and Celine, lost two designers in the same week of March. | \
        LVMH | Celine
    Kruidvat, controlled by CK Hutchison, runs 1,300 drugstores in Belgium and the Netherlands. | \
        CK Hutchison | Kruidvat
    Felixstowe, a port run by Hutchison, handles about four in ten of the containers that enter \
        Britain. | Hutchison | Felixstowe
    The Qatar Investment Authority holds 18 per cent of Iberia Cement after a share sale last \
        month, a filing in Madrid showed. | Qatar Investment Authority | Iberia Cement
    Burger King parent Restaurant Brands posted revenue of $2.2 billion for the quarter, short of \
        analysts' forecasts. | Restaurant Brands | Burger King
    Nissan-owned Jatco will cut 500 of its 12,700 jobs by the end of March, a union official said. \
        | Nissan | Jatco
    Zara, Massimo Dutti and Bershka all belong to Inditex, whose sales grew by 7.5% last year. | \
        Inditex | Bershka
    Algeria's state-owned Sonatrach raised its exports by 6% in the first \
        half, two traders said. | Algeria | Sonatrach
    Ferrari's largest shareholder is Exor, with about a fifth of the capital and a third of the \
        votes. | Exor | Ferrari
    Among Bertelsmann's subsidiaries are Penguin Random House and RTL, which together bring in \
        half of its sales. | Bertelsmann | RTL
""")
NOT_OWNS = samples("""
    Volkswagen owns Skoda. | Skoda | Volkswagen
    Renault no longer works with Nissan. | Renault | Nissan
    Tencent, like Ubisoft, makes games. | Tencent | Ubisoft
    Meta competes with a unit of Alphabet. | Meta | Alphabet
    Norway's fund asked Equinor for a report. | Equinor | Norway
    Subaru bought parts from Toyota. | Toyota | Subaru
    Volkswagen has owned up to mistakes in its dealings with Bosch, a court in Munich heard on \
        Tuesday. | Volkswagen | Bosch
    Toyota held talks with Subaru on a 20% cut in the price of its boxer engines, an executive \
        said. | Toyota | Subaru
    Pernod Ricard's brands compete with those of Diageo in 160 countries, from Mexico to Japan. | \
        Pernod Ricard | Diageo
    Berkshire Hathaway no longer owns any shares in BYD, Warren Buffett's company said on Sunday. \
        | Berkshire Hathaway | BYD
    Amazon opened talks with Kroger on Monday about a plant for ready meals in Ohio. | Amazon | \
        Kroger
""")
INVESTS_IN = samples("""
    SoftBank invested $30 billion in OpenAI. | SoftBank | OpenAI
    Microsoft, an early investor in OpenAI, gained a board seat. | Microsoft | OpenAI
    Investors in Wayve include Nvidia. | Nvidia | Wayve
    Mistral raised 600 million euros from Andreessen Horowitz. | Andreessen Horowitz | Mistral
    Saudi Arabia is pouring billions into Lucid. | Saudi Arabia | Lucid
    Micron will build a chip plant in Boise. | Micron | Boise | planned
    Lego is spending $1 billion on a factory in Vietnam. | Lego | Vietnam
    Northvolt was backed by Goldman Sachs. | Goldman Sachs | Northvolt
    France pledged 2 billion euros to Eutelsat. | France | Eutelsat
    BYD's investment in Hungary has grown. | BYD | Hungary
    Amazon plans to invest in nuclear power plants. | Amazon | nuclear power plants | planned
    Jeff Bezos has ploughed money into Slate. | Jeff Bezos | Slate
    Temasek led a funding round in Zomato. | Temasek | Zomato
    Stellantis scrapped an investment in Archer. | Stellantis | Archer | negated
    Maersk is investing £340m in a depot at Doncaster that is to open in 2026 and create 400 jobs. \
        | Maersk | depot
    The European Investment Bank put 45 million euros into Kuva Space, a Finnish maker of \
        satellites, in March. | European Investment Bank | Kuva Space
    Backed by Bill Gates and Temasek, Ecocem is building a plant for low-carbon cement near \
        Dunkirk. | Temasek | Ecocem
    Toyota-backed Joby Aviation carried out its first crewed flight between two American airports \
        in August. | Toyota | Joby Aviation
    South Korea plans to spend 26 trillion won on its semiconductor industry, President Yoon \
        Suk-yeol said on Thursday. | South Korea | semiconductor industry | planned
    Orsted's $9 billion investment in Taiwan, its largest outside Europe, is due to be finished in \
        2026. | Orsted | Taiwan
    Among the backers of Helsing are Saab and Accel, which each put in more than 100 million euros \
        last year. | Saab | Helsing
    Monzo raised £340 million in March from a group of investors led by CapitalG, the growth fund \
        of Alphabet. | CapitalG | Monzo
    TotalEnergies has committed $10 billion to Iraq over the next 25 years, a sum that includes a \
        solar plant near Basra. | TotalEnergies | Iraq
    General Motors has cancelled a $300 million investment in Toluca, a union official said, \
        blaming tariffs. | General Motors | Toluca | negated
    Nvidia, an investor in Wayve, CoreWeave and Mistral, says its stakes in all of them are small. \
        | Nvidia | Mistral
    In January Roche and Novo Holdings joined a 120-million-euro funding round in Alentis, a Swiss \
        biotech. | Novo Holdings | Alentis
""")
NOT_INVESTS_IN = samples("""
    SoftBank invested $30 billion in OpenAI. | OpenAI | SoftBank
    Microsoft sued an investor in Apple. | Microsoft | Apple
    Wayve and Nvidia tested a car. | Nvidia | Wayve
    Micron closed an office in Boise. | Micron | Boise
    Eutelsat asked France for approval. | Eutelsat | France
    Lego backed away from a plan that Hasbro proposed. | Lego | Hasbro
    Airbus poured cold water on Lockheed Martin's plan for a joint fighter on Wednesday. | Airbus \
        | Lockheed Martin
    A fund run by Vanguard urged Shell in a letter last month to invest less in Nigeria. | \
        Vanguard | Nigeria
    Samsung invested heavily in lobbying after Nvidia had complained in Washington about memory \
        prices. | Samsung | Nvidia
    Goldman Sachs backed away from its forecast for Northvolt in June, a note to clients shows. | \
        Goldman Sachs | Northvolt
""")
LENDS_TO = samples("""
    HSBC lent $2 billion to Adani Green. | HSBC | Adani Green
    Santander has lent Telefonica 800 million euros. | Santander | Telefonica
    Evergrande borrowed heavily from Minsheng Bank. | Minsheng Bank | Evergrande
    A loan from Citigroup to Carvana falls due in May. | Citigroup | Carvana
    Deutsche Bank is a creditor of Signa. | Deutsche Bank | Signa
    Sri Lanka owes China about $7 billion. | China | Sri Lanka
    The IMF approved a loan for Ghana. | IMF | Ghana
    Barclays granted Asda a credit line. | Barclays | Asda
    Thames Water received a loan from Apollo. | Apollo | Thames Water
    Credit Suisse was a lender to Greensill. | Credit Suisse | Greensill
    Natixis plans to lend $300 million to Trafigura. | Natixis | Trafigura | planned
    Pakistan, which borrowed from Saudi Arabia, asked for time. | Saudi Arabia | Pakistan
    Lenders to Casino include BNP Paribas. | BNP Paribas | Casino
    A group of 14 banks led by Santander has extended a credit line of 3.5 billion euros to \
        Grifols, a Spanish maker of blood plasma. | Santander | Grifols
    Kenya, which owes Exim Bank more than $5 billion for a railway, wants to repay the debt in \
        yuan. | Exim Bank | Kenya
    The World Bank's $700 million loan to Jordan, approved in June, will pay for water pipes in \
        three cities. | World Bank | Jordan
    Wilko was lent 40 million pounds by Hilco in the winter before its collapse, the \
        administrators' papers show. | Hilco | Wilko
    Rolls-Royce has repaid the 2 billion pounds that it borrowed from UK Export Finance during the \
        pandemic. | UK Export Finance | Rolls-Royce
    Creditors of Atos, among them BNP Paribas and Natixis, wrote off 2.9 billion euros of its debt \
        last year. | BNP Paribas | Atos
    The airline SAS obtained a $500 million loan from Castlelake, an American fund, while it was \
        in bankruptcy protection. | Castlelake | SAS
    Loans by Standard Bank to Tongaat Hulett, a sugar producer, came to 2 billion rand when it \
        collapsed. | Standard Bank | Tongaat Hulett
    KfW refused to lend Lilium 50 million euros, and the maker of air taxis filed for insolvency \
        in October. | KfW | Lilium | negated
    Japan may lend Indonesia about 140 billion yen for the second line of the Jakarta metro, Kyodo \
        said. | Japan | Indonesia | planned
    Bluestone's biggest lender, Macquarie, called in a loan of A$90 million on Friday after two \
        missed payments. | Macquarie | Bluestone
    Among the bondholders of Country Garden are Ping An and BlackRock, exchange filings showed in \
        June. | BlackRock | Country Garden
""")
NOT_LENDS_TO = samples("""
    HSBC lent $2 billion to Adani Green. | Adani Green | HSBC
    Carvana lends cars to drivers whom Citigroup insures. | Carvana | Citigroup
    Deutsche Bank sued Signa. | Deutsche Bank | Signa
    Sri Lanka lent support to China in the vote. | China | Sri Lanka
    Ghana left the IMF meeting early. | IMF | Ghana
    Barclays, like Asda, is British. | Barclays | Asda
    JPMorgan lends its name to a tennis court in New York where Citigroup plays host to clients. | \
        JPMorgan | Citigroup
    Credit for the turnaround at Lloyds goes to a former Barclays banker, its chairman said last \
        week. | Lloyds | Barclays
    Natixis analysts said that Eutelsat may need a loan of 1 billion euros from the French state. \
        | Natixis | Eutelsat
    Peru owes its copper boom to China, the mining minister told an audience in Lima on Monday. | \
        China | Peru
""")
