"""Who sues and who fines whom, in sentences, and near misses.

Our own wording; beside `schemas.edges.courts`, whose classes they belong to.
"""

from schemas.samples import samples

SUES = samples("""
    Epic Games sued Apple in 2020. | Epic Games | Apple
    Oracle filed a lawsuit against Google. | Oracle | Google
    Waymo's suit against Uber was settled. | Waymo | Uber
    Qualcomm was sued by Arm. | Arm | Qualcomm
    The Justice Department sued Google over search. | Justice Department | Google
    Huawei, which sued Verizon, wanted royalties. | Huawei | Verizon
    Nokia took Daimler to court. | Nokia | Daimler
    Volkswagen faces a lawsuit from Kuehne. | Kuehne | Volkswagen
    Texas may sue Meta. | Texas | Meta | planned
    Getty Images brought a case against Stability AI. | Getty Images | Stability AI
    Kodak plans to sue Fujifilm. | Kodak | Fujifilm | planned
    A complaint by Spotify against Apple reached Brussels. | Spotify | Apple
    Nokia has sued Geely in a Munich court, claiming that its cars use three of the Finnish firm's \
        patents without a licence. | Nokia | Geely
    A group of shareholders led by Petrus Advisers filed a claim against Wirecard's auditor, EY, \
        for 1.5 billion euros. | Petrus Advisers | EY
    Getir, sued by Mubadala in London last autumn, says the fund broke an agreement on the sale of \
        its grocery business. | Mubadala | Getir
    The lawsuit that Nintendo brought against Pocketpair in Tokyo in September concerns three \
        patents on monsters. | Nintendo | Pocketpair
    Bayer faces a complaint from Moderna over vaccine patents, a filing at the court in Delaware \
        showed on Tuesday. | Moderna | Bayer
    The state of Michigan is suing Chevron and Shell for what it calls decades of deception about \
        the climate. | Michigan | Shell
    Having taken Sky to arbitration in Geneva, Warner asked for $400 million in damages, according \
        to papers seen on Friday. | Warner | Sky
    Tesla dropped its suit against Rivian in November, a month before the trial over trade secrets \
        was to begin. | Tesla | Rivian | ended
    The Serious Fraud Office has charged Entain with bribery in Turkey, an offence that the \
        betting firm denies. | Serious Fraud Office | Entain
    Litigation by Sisvel against Xiaomi has reached courts in five countries since 2019, lawyers \
        said. | Sisvel | Xiaomi
    Visa is being sued by the Justice Department, which accuses it of stifling rivals in debit \
        cards. | Justice Department | Visa
    Vale has settled a lawsuit brought by Norsk Hydro over a burst pipeline in Para, both firms \
        said late on Monday. | Norsk Hydro | Vale
    Spotify threatened to sue Audible, owned by Amazon, unless it opened its store by June. | \
        Spotify | Audible | planned
    Ukraine's Naftogaz, which sued Gazprom for $5 billion over assets lost in Crimea, won in The \
        Hague. | Naftogaz | Gazprom
""")
NOT_SUES = samples("""
    Epic Games sued Apple in 2020. | Apple | Epic Games
    Oracle and Google settled into new offices. | Oracle | Google
    A judge told Uber to pay Waymo's lawyers. | Uber | Waymo
    Nokia praised Daimler outside the court. | Nokia | Daimler
    Meta will not comment on the suit against Snap. | Meta | Snap
    Arm licenses designs to Qualcomm. | Arm | Qualcomm
    Lawyers for Boeing filed papers on Tuesday in a case that the victims' families brought in \
        Chicago, Airbus said. | Boeing | Airbus
    BMW filed for a patent on a brake that Continental had shown at a fair in 2021. | BMW | \
        Continental
    Suits by Hugo Boss and shoes by Clarks sold well against the trend in December. | Hugo Boss | \
        Clarks
    Nestle took Danone's place at the court of the world's largest milk buyers, a columnist wrote. \
        | Nestle | Danone
    Glencore may be sued by investors in London over bribes, a lawyer who advises BHP said. | BHP \
        | Glencore
""")
FINES = samples("""
    The European Commission fined Google 2.42 billion euros. | European Commission | Google
    Meta was fined by Ireland in 2023. | Ireland | Meta
    Italy imposed a fine on Amazon. | Italy | Amazon
    South Korea's penalty for Qualcomm stood. | South Korea | Qualcomm
    Volkswagen paid a fine to Germany. | Germany | Volkswagen
    Turkey slapped a penalty on Booking. | Turkey | Booking
    France's fine on Apple was cut. | France | Apple
    Spain may fine Ryanair. | Spain | Ryanair | planned
    Japan hit Nissan with a fine. | Japan | Nissan
    Goldman Sachs, fined by Malaysia, apologised. | Malaysia | Goldman Sachs
    The Federal Reserve fined Citigroup. | Federal Reserve | Citigroup
    Alibaba received a record fine from China. | China | Alibaba
    The Federal Trade Commission has fined Vitesco and Sanel a total of $46 million for fixing the \
        price of cables. | Federal Trade Commission | Sanel
    Apple must pay a fine of 1.8 billion euros to the European Commission for the rules of its \
        music store, a court ruled. | European Commission | Apple
    TikTok, which Ireland fined 530 million euros in May for sending data to China, has appealed. \
        | Ireland | TikTok
    A penalty of $1.2 billion imposed on Binance by the Justice Department is to be paid in three \
        parts. | Justice Department | Binance
    The Bank of England's fine of £87 million for Credit Suisse was its largest ever, the \
        regulator said in July. | Bank of England | Credit Suisse
    Fined 32 million euros by France over the speed of its scanners, Amazon called the decision \
        wrong. | France | Amazon
    India ordered Samsung to pay $601 million in taxes and penalties for misclassifying imports of \
        telecom gear. | India | Samsung
    The European Commission may impose a fine on X before the summer break, two officials told a \
        newspaper. | European Commission | X | planned
    Japan's watchdog did not fine Toyota for the false tests, but Indonesia fined Honda 18 billion \
        rupiah for the same offence. | Indonesia | Honda
    Airbus received a penalty of 15.9 million euros from France in 2022 over bribes in Libya and \
        Kazakhstan. | France | Airbus
    A court in Luxembourg annulled a fine that the European Commission had imposed on Qualcomm in \
        2018. | European Commission | Qualcomm | negated
    Brazil hit Vale with a fine of 86 million reais on Monday for a spill of slurry at one of its \
        dams. | Brazil | Vale
    Uber is contesting a 290-million-euro fine from the Netherlands, imposed for moving drivers' \
        data abroad. | Netherlands | Uber
    The fines of Turkey on Meta and Google came to 2.6 billion lira in a single week, Anadolu \
        reported. | Turkey | Google
""")
NOT_FINES = samples("""
    Meta was fined by Ireland in 2023. | Meta | Ireland
    Amazon found a fine partner in Italy. | Italy | Amazon
    Qualcomm thanked South Korea. | South Korea | Qualcomm
    Ryanair paid Spain a visit. | Spain | Ryanair
    Citigroup advises the Federal Reserve. | Federal Reserve | Citigroup
    Analysts said Apple was fine with France. | France | Apple
    Italy found a fine of 10 million euros too low for Shein, a lawyer for Temu said in Rome. | \
        Italy | Temu
    Brazil's weather stayed fine for Cosan, which crushed 12% more cane in May than a year before. \
        | Brazil | Cosan
    Spain refined its rules on deposits after Iberia had sent it a list of wishes. | Spain | \
        Iberia
    Vale paid Brazil 4 billion reais in royalties in 2023, its largest payment ever. | Brazil | \
        Vale
    Australia told Qantas that fines for late planes would be discussed next year. | Australia | \
        Qantas
""")
