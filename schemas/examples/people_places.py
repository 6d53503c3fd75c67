"""Who leads whom, where things are, what they belong to, in sentences, and near misses.

Our own wording; beside `schemas.edges.people_places`, whose classes they belong to.
"""

from schemas.samples import samples

LEADS = samples("""
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
    Christine Lagarde, who has headed the European Central Bank since 2019, said rates would stay \
        where they are. | Christine Lagarde | European Central Bank
    The Bank of Japan will move slowly, Governor Kazuo Ueda told parliament on Friday. | Kazuo \
        Ueda | Bank of Japan
    Under its chief executive, Dolf van den Brink, Heineken has closed three breweries and sold \
        its Russian arm. | Dolf van den Brink | Heineken
    Bracken Darrell, who joins from Logitech, will take over as chief executive of VF Corp in \
        July. | Bracken Darrell | VF Corp | planned
    Laxman Narasimhan, 57, replaced Howard Schultz as boss of Starbucks in March of last year. | \
        Laxman Narasimhan | Starbucks
    Pirelli said its board had appointed Andrea Casaluci to the post of chief executive for \
        another three years. | Andrea Casaluci | Pirelli
    Airbus chief executive Guillaume Faury and his finance chief, Thomas Toepfer, will present the \
        results on Feb. 15. | Guillaume Faury | Airbus
    Founded by Ren Zhengfei in 1987, Huawei employs more than 200,000 people and spends a fifth of \
        its sales on research. | Ren Zhengfei | Huawei
    Paula Reynolds quit as chair of National Grid in July after some investors had criticised her \
        pay. | Paula Reynolds | National Grid | ended
    Peru's finance minister, Jose Arista, expects the economy to grow by 3% this year. | Jose \
        Arista | Peru
    Oliver Blume, a 56-year-old engineer, runs both Volkswagen and Porsche from an office in \
        Stuttgart. | Oliver Blume | Porsche
    Jens Weidmann, a former president of the Bundesbank, chairs the board of a lender that it once \
        supervised. | Jens Weidmann | Bundesbank | ended
""")
NOT_LEADS = samples("""
    Lisa Su met the chief executive of Intel. | Lisa Su | Intel
    Elon Musk criticised OpenAI. | Elon Musk | OpenAI
    Jane Fraser studied at Harvard before Citigroup hired her rival. | Jane Fraser | Harvard
    Mary Barra wrote to the chairman of Stellantis. | Mary Barra | Stellantis
    Emmanuel Macron arrived in Japan. | Emmanuel Macron | Japan
    Wael Sawan drove a Toyota. | Wael Sawan | Toyota
    The chief executives of Intel and Micron met Gina Raimondo in Washington on Tuesday. | Gina \
        Raimondo | Intel
    Tim Cook and the president of France toured a shop in Paris. | Tim Cook | France
    Carla Moreno, an analyst in Zurich who has met the chief executive of Nestle twice, expects a \
        weak year. | Carla Moreno | Nestle
    Marta Ruiz, the head of a union at Airbus, called the offer an insult on Monday. | Marta Ruiz \
        | Airbus
""")
LOCATED_IN = samples("""
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
    Poland's Orlen lifted its refining runs to 94% in the third quarter, the company said on \
        Wednesday. | Orlen | Poland
    Wienerberger of Austria and Kingspan of Ireland have both raised their prices by 5% since May. \
        | Kingspan | Ireland
    Shares of the Espoo-based lift maker Kone fell by 3% after its results on Thursday. | Kone | \
        Espoo
    The Zaporizhzhia plant, near the city of Enerhodar, has produced no power since September \
        2022. | Zaporizhzhia plant | Enerhodar
    Neste, whose headquarters are in Espoo, makes most of its aviation fuel in Singapore. | Neste \
        | Espoo
    Tesla moved its headquarters to Austin in 2021, a year after a quarrel over lockdown rules. | \
        Tesla | Austin
    The Simandou mine, in the forests of south-eastern Guinea, shipped its first ore in November. \
        | Simandou mine | Guinea
    Registered in Luxembourg but run from Sao Paulo, Adecoagro is the region's third-largest rice \
        grower. | Adecoagro | Luxembourg
    Veldhoven, a town in the south of the Netherlands, is home to ASML and its 20,000 engineers. | \
        ASML | Veldhoven
    Fincantieri said a fire on Sunday had stopped work at its shipyard in Monfalcone. | \
        Fincantieri | Monfalcone
    A smelter at Kitimat, in British Columbia, ran at a quarter of its capacity for eight months. \
        | Kitimat | British Columbia
    STMicroelectronics, the Geneva-headquartered chipmaker, warned of a third weak quarter. | \
        STMicroelectronics | Geneva
""")
NOT_LOCATED_IN = samples("""
    Ericsson sells antennas in Brazil. | Ericsson | Brazil
    Ryanair flies to Dublin. | Ryanair | Dublin
    Infineon buys wafers from Japan. | Infineon | Japan
    Bosch met officials from Hungary. | Bosch | Hungary
    The plan for Intel was discussed in Ireland. | Intel | Ireland
    Foxconn denied a report in India that Wistron had left. | Foxconn | India
    Siemens Energy won an order for nine turbines in Iraq worth 700 million euros last week. | \
        Siemens Energy | Iraq
    Executives of Nestle spoke to investors in London about the price of cocoa on Tuesday. | \
        Nestle | London
    France's complaint about Ryanair, filed in Paris, does not name the airports concerned. | \
        Ryanair | France
    Poland bought 96 Apache helicopters from Boeing, and their first crews are being trained in \
        Texas. | Boeing | Poland
""")
IN_INDUSTRY = samples("""
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
    Shares of luxury goods makers, among them LVMH and Burberry, fell by as much as 4% after weak \
        data from China. | Burberry | luxury goods makers
    Gold miners led by Newmont and Barrick rose on Monday with the price of the metal, which \
        touched a record. | Barrick | Gold miners
    Like other budget airlines, Wizz Air charges for cabin bags, which brings in a fifth of its \
        sales. | Wizz Air | budget airlines
    Ahold Delhaize, Carrefour and other European retailers face higher wages this year, analysts \
        at ING said. | Carrefour | European retailers
    In the cement industry, which emits about 7% of the world's carbon dioxide, Holcim is the \
        largest producer. | Holcim | cement industry
    Oil majors BP and Shell have both slowed their plans for wind power since last summer. | Shell \
        | Oil majors
    SQM, the second-biggest player in the lithium industry, sold 201,000 tonnes of the metal's \
        salts last year. | SQM | lithium industry
    Chip equipment makers such as ASML and Tokyo Electron need a licence for two thirds of what \
        they ship. | Tokyo Electron | Chip equipment makers
    Sweden's SSAB and Germany's Salzgitter are among the steelmakers that have asked Brussels for \
        a longer transition. | Salzgitter | steelmakers
    Rolls-Royce has been active in the nuclear industry since 1959, when it built its first \
        reactor for a submarine. | Rolls-Royce | nuclear industry
    The fertiliser industry, whose largest members are Nutrien and Yara, uses about 2% of the \
        world's energy. | Yara | fertiliser industry
    Three Japanese carmakers - Subaru, Mazda and Suzuki - have agreed to keep developing \
        combustion engines. | Mazda | Japanese carmakers
    Valeo and Forvia, both car parts suppliers, have cut 50,000 jobs between them since 2020. \
        | Valeo | car parts suppliers
""")
NOT_IN_INDUSTRY = samples("""
    Renault buys parts from steelmakers. | Renault | steelmakers
    Micron lobbied against the oil industry. | Micron | oil industry
    Nestle borrowed from lenders. | Nestle | lenders
    Qantas sued insurers. | Qantas | insurers
    Tariffs on carmakers worried Allianz. | Allianz | carmakers
    Roche sells tests to airlines. | Roche | airlines
    Unlike European banks, Visa carries no loans on its books and has never asked for a rescue. | \
        Visa | European banks
    ASML sells its machines to chipmakers such as Intel and TSMC, which wait a year for each. | \
        ASML | chipmakers
    Analysts who follow airlines including easyJet expect Rolls-Royce to service more engines next \
        year. | Rolls-Royce | airlines
    The tobacco industry has hired away two lobbyists from Nestle, a campaign group said on \
        Friday. | Nestle | tobacco industry
""")
MEMBER_OF = samples("""
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
    Norway, which is not a member of the European Union, pays into its budget for access to the \
        market. | Norway | European Union | negated
    Sweden became NATO's 32nd member in March 2024, after 200 years of standing apart from \
        alliances. | Sweden | NATO
    European Union members Poland and Hungary voted against the grain plan on Tuesday, diplomats \
        said. | Hungary | European Union
    Shares in Melrose, a FTSE 100 constituent, fell by 9% on Thursday after a cautious outlook. | \
        Melrose | FTSE 100
    OPEC, whose members include Iraq and Nigeria, will next meet in Vienna on December 1. | \
        Nigeria | OPEC
    Angola quit OPEC in December 2023, after 16 years in the group, in a quarrel over its quota. | \
        Angola | OPEC | ended
    Admitted to ASEAN in October, East Timor is the poorest and youngest nation of the group. | \
        East Timor | ASEAN
    Rheinmetall replaced Fresenius Medical Care in the DAX in March 2023, Deutsche Boerse said. | \
        Rheinmetall | DAX
    Bulgaria will join the euro zone in January and adopt the common currency at once. | Bulgaria \
        | euro zone | planned
    Walgreens was dropped from the Dow Jones last February to make room for an online retailer. | \
        Walgreens | Dow Jones | ended
    The entry of Coinbase into the S&P 500 in May was the first of a crypto exchange. | Coinbase | \
        S&P 500
    Ukraine hopes to enter the European Union by 2030, five years sooner than officials think \
        likely. | Ukraine | European Union | planned
    Of the three banks in the CAC 40, Societe Generale has gained the most this year. | Societe \
        Generale | CAC 40
    Argentina, a founding member of Mercosur with Brazil, wants to sign a trade pact of its own. | \
        Argentina | Mercosur
""")
NOT_MEMBER_OF = samples("""
    Finland sells timber to the European Union. | Finland | European Union
    Britain and the European Union signed a treaty. | Britain | European Union
    Dell fell more than the S&P 500. | Dell | S&P 500
    Serbia met a member of ASEAN. | Serbia | ASEAN
    Fresnillo is larger than the FTSE 100's average. | Fresnillo | FTSE 100
    Turkey exports cars to the European Union. | Turkey | European Union
    Switzerland, like members of the European Union, has frozen Russian assets since 2022. | \
        Switzerland | European Union
    Norway joined the European Union in its protest against the steel tariffs on Monday. | Norway \
        | European Union
    Melrose rose by 3% and the FTSE 100 by half as much after data on British inflation. | Melrose \
        | FTSE 100
    OPEC has asked Mexico to cut its output of crude by 100,000 barrels a day. | Mexico | OPEC
""")
