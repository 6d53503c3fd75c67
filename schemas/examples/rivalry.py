"""Who fights and who works with whom, in sentences, and near misses.

Our own wording; beside `schemas.edges.rivalry`, whose classes they belong to.
"""

from schemas.samples import samples

COMPETES_WITH = samples("""
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
    Kion, which competes with Toyota Industries in forklifts, took orders worth 2.7 billion euros \
        between July and September. | Kion | Toyota Industries
    Doordash gained customers in Germany at the expense of its larger rival Lieferando, data from \
        a card firm showed. | Doordash | Lieferando
    The Danish drugmaker is a competitor of Eli Lilly, but Novo Nordisk's rivals also include \
        Roche, its chairman said. | Novo Nordisk | Roche
    Siemens Gamesa and Vestas, its Danish rival, both bid for the 900-megawatt park off the coast \
        of Jutland. | Siemens Gamesa | Vestas
    TikTok Shop is trying to catch up with Amazon in Britain, where it had 200,000 sellers at the \
        end of last year. | TikTok Shop | Amazon
    Vying with Komatsu for orders from Indonesian miners, Sany has cut the price of its trucks by \
        a fifth since May. | Sany | Komatsu
    Huawei's Kirin 9000 is seen as a rival to Qualcomm's Snapdragon 8, analysts at Counterpoint \
        said on Tuesday. | Kirin 9000 | Snapdragon 8
    Zepbound has taken sales from Wegovy in every quarter since it was launched, figures from \
        IQVIA show. | Zepbound | Wegovy
    Faced with cheaper rivals such as Temu, the online retailer Allegro lowered its fees for \
        Polish sellers in June. | Allegro | Temu
    Heidelberg Materials, Holcim's closest competitor in Europe, reported a profit of 3.2 billion \
        euros on Thursday. | Heidelberg Materials | Holcim
    Carrefour has lost ground to Leclerc in France for eight years running, according to Kantar. | \
        Carrefour | Leclerc
    The rivalry between Scania and Volvo goes back to the 1920s, and neither leads in every \
        market. | Scania | Volvo
    Vodacom and Airtel fight for the same rural subscribers in Tanzania, where a call costs a \
        third of a cent. | Vodacom | Airtel
""")
NOT_COMPETES_WITH = samples("""
    Airbus buys seats from Recaro. | Airbus | Recaro
    Boeing and Airbus attended the show in Dubai. | Boeing | Airbus
    Nike hired a manager from Adidas's supplier Pou Chen. | Nike | Pou Chen
    Visa and Mastercard were named in one survey. | Visa | Mastercard
    AMD's chief executive spoke before Intel reported. | AMD | Intel
    Uber works with Waymo in Austin. | Uber | Waymo
    Rivals of Intel have hired lawyers who once worked for Nvidia, a trade journal in Taipei \
        reported. | Intel | Nvidia
    Samsung beat forecasts on Thursday, a day after analysts at Nomura had cut theirs. | Samsung | \
        Nomura
    BHP's Jansen project faces competition for welders from a dam that Fluor is building upriver. \
        | BHP | Fluor
    Ericsson lost a customer's order on its way to Telia, a court in Stockholm heard last week. | \
        Ericsson | Telia
""")
PARTNERS_WITH = samples("""
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
    Maersk is in talks to form an alliance with Hapag-Lloyd, sources said. | Maersk | Hapag-Lloyd \
        | rumoured
    Novartis has partnered with Gilead. | Novartis | Gilead
    Stellantis and Leapmotor set up a joint venture in Amsterdam last year to sell Chinese \
        electric cars in Europe. | Stellantis | Leapmotor
    Together with Iberdrola, BP plans to build 11,000 fast chargers in Spain and Portugal by 2030. \
        | BP | Iberdrola | planned
    Rheinmetall, in partnership with Anduril, will make cruise missiles for European armies, the \
        two said on Wednesday. | Rheinmetall | Anduril | planned
    Qualcomm's tie-up with BMW on driver assistance, announced in 2022, has produced its first \
        car. | Qualcomm | BMW
    Sabic, a joint-venture partner of ExxonMobil in Texas, wrote down its share of the ethylene \
        plant. | Sabic | ExxonMobil
    Mitsui & Co., which has worked with Vale since 2003, will buy part of its ore trains for 200 \
        million dollars. | Mitsui & Co. | Vale
    Developed jointly by Nestle and Starbucks, the capsules went on sale in 14 countries on \
        Monday. | Nestle | Starbucks
    Equinor ended its alliance with Rosneft in 2022, the Norwegian group's report for that year \
        shows. | Equinor | Rosneft | negated
    Airbus has teamed up with Toshiba to test a superconducting motor for hydrogen aircraft, it \
        said on Oct. 16. | Airbus | Toshiba
    The partners in the pipeline, Eni and Petronas, each hold half and share the cost of $1.3 \
        billion. | Eni | Petronas
    A memorandum between Hyundai and Kia Silicon, signed in Seoul in April, covers batteries as \
        well as software. | Hyundai | Kia Silicon
    ThyssenKrupp's talks with Kretinsky's EPCG about a steel venture have been broken off, the \
        union IG Metall said. | EPCG | ThyssenKrupp | negated
    Linde and Shell are partners in a plant at Rotterdam that turns waste gases into jet fuel. | \
        Linde | Shell
""")
NOT_PARTNERS_WITH = samples("""
    Toyota competes with Panasonic's customer Tesla. | Toyota | Tesla
    Honda and Sony reported results. | Honda | Sony
    Pfizer's lawyers work with care, said Moderna. | Pfizer | Moderna
    Shell sold a field to Equinor. | Shell | Equinor
    IBM sued SAP. | IBM | SAP
    Vodafone left a trade group that Ericsson had joined. | Vodafone | Ericsson
    A partner at McKinsey told Daimler's board in June that Volvo was ahead in electric lorries. | \
        McKinsey | Volvo
    Trading partners of China criticised the rule, and BMW said it would hurt Bosch. | BMW | Bosch
    Airbus and Boeing have each signed an agreement with Riyadh Air for narrow-body jets. | Airbus \
        | Boeing
    Danone works with great care, Lactalis said, but it has lost three dairies in a row. | Danone \
        | Lactalis
""")
