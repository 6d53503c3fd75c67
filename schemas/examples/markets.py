"""Sentences about forecasts, figures, rates and listings, and near misses.

Our own wording; beside `schemas.edges.markets`, whose classes they belong to.
"""

from schemas.samples import samples

FORECASTS = samples("""
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
    Goldman Sachs now sees Brent averaging 76 dollars a barrel in 2026, 4 dollars below its \
        previous view. | Goldman Sachs | Brent
    Inflation should fall back to 3% by next summer, the Bank of England said in its quarterly \
        report. | Bank of England | Inflation
    Economists at Rabobank have pencilled in GDP growth of 0.8% for the Netherlands, half the \
        pace of last year. | Rabobank | GDP growth
    According to Moody's, unemployment in Spain will dip below 10% for the first time since \
        2007. | Moody's | unemployment
    The Nikkei will end the year at 42,000, predicted Nomura, which had been among the \
        gloomiest of the brokers. | Nomura | Nikkei
    Lisa Marsden, an economist at Oxford Analytica, expects two rate cuts before Christmas. | \
        Lisa Marsden | rate cuts
    The OECD, which in March had forecast economic growth of 2%, now thinks 1.4% more likely. \
        | OECD | economic growth
    Fitch lowered its 2026 forecast for economic growth in Mexico to 1.1% from 1.6%, citing \
        weak investment. | Fitch | economic growth
    A forecast by the Energy Information Administration that oil demand would peak in 2030 \
        drew scorn from Riyadh. | Energy Information Administration | oil demand
    HSBC's year-end target for the Hang Seng, raised to 26,000 on Monday, implies a gain of \
        9%. | HSBC | Hang Seng
    Neither Barclays nor ING expects a rate cut in September, notes to clients seen by \
        reporters show. | ING | rate cut | negated
    Iron ore will average 95 dollars a tonne next year, the World Bank forecast on Tuesday, \
        down from 110. | World Bank | Iron ore
""")  # fmt: skip

NOT_FORECASTS = samples("""
    UBS raised its target for the FTSE 100. | FTSE 100 | UBS
    Barclays said inflation was 4% in May. | Barclays | inflation
    Nomura bought Brent crude last week. | Nomura | Brent crude
    The DAX fell after ING reported a loss. | ING | DAX
    Wells Fargo joined the S&P 500 long ago. | Wells Fargo | S&P 500
    Commerzbank sells gold to savers. | Commerzbank | gold
    Goldman Sachs traded copper in London long before its rival Citigroup predicted a fall. | \
        Goldman Sachs | copper
    Brent fell below 70 dollars on Tuesday, a level that clients of Goldman Sachs had long \
        waited for. | Goldman Sachs | Brent
    HSBC, whose chairman is leaving, was among the biggest gainers in the Hang Seng. | HSBC | \
        Hang Seng
    Rabobank said GDP growth had reached 2% last year, in line with official figures. | \
        Rabobank | GDP growth
    Nomura set up its first research team in Osaka when the Nikkei stood at 12,000. | Nomura | \
        Nikkei
""")  # fmt: skip

REPORTS = samples("""
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
    Consumer prices in Hungary rose 4.6% in June from a year earlier, the statistics office \
        said on Tuesday. | Hungary | Consumer prices
    The Office for National Statistics said retail sales had dropped 0.9% in May, three times \
        as much as forecast. | Office for National Statistics | retail sales
    Inflation in the Czech Republic was 2.9% in May, the lowest for four years, according to \
        figures out on Wednesday. | Czech Republic | Inflation
    A rise in South Africa's unemployment rate to 32.9% was the sharpest since the pandemic, \
        officials said. | South Africa | unemployment rate
    House prices fell for a third month in Sweden, where mortgage costs have doubled since \
        2022. | Sweden | House prices
    India's industrial output barely grew in April, official figures published on Wednesday \
        showed. | India | industrial output
    Vietnam ran a trade surplus of 2.6 billion dollars in July, helped by shipments of phones. \
        | Vietnam | trade surplus
    The Labor Department put jobless claims at 229,000 for the week to 7 June, fewer than \
        economists had forecast. | Labor Department | jobless claims
    Turkey's unemployment rate, which had climbed for five months, eased to 8.2% in April. | \
        Turkey | unemployment rate
    Data from Eurostat showed that factory orders had slumped 3.4% in the first quarter. | \
        Eurostat | factory orders
    Wage growth slowed to 5.1% in Poland, while in neighbouring Slovakia pay picked up again. \
        | Poland | Wage growth
    Spain, Italy and Greece each recorded a smaller budget deficit than they had promised \
        Brussels. | Italy | budget deficit
    At 6.4%, Brazil's unemployment rate was the lowest since the series began in 2012. | \
        Brazil | unemployment rate
    Peru reported on Friday that consumer confidence had slipped for a fourth month in a row. \
        | Peru | consumer confidence
""")  # fmt: skip

NOT_REPORTS = samples("""
    Barclays expects inflation in Turkey to fall. | Barclays | inflation
    Norway asked Sweden how retail sales are counted. | Norway | retail sales
    Poland fears inflation. | Poland | inflation
    House prices matter to Lloyds. | Lloyds | house prices
    Japan will fight unemployment. | Japan | unemployment
    Brazil sent envoys while inflation rose in Chile. | Brazil | inflation
    Inflation in Ghana will fall below 10% by December, the finance ministry promised in its \
        budget. | Ghana | Inflation
    A seminar in Denmark heard how house prices in Sweden had run ahead of pay. | Denmark | \
        house prices
    Retail sales matter more to grocers in Poland than exports do, a broker wrote. | Poland | \
        Retail sales
    Lowering unemployment is the first aim of Spain, its new prime minister told voters in \
        Seville. | Spain | unemployment
    Lenders in Brazil sold loans as consumer confidence improved across Latin America. | \
        Brazil | consumer confidence
""")  # fmt: skip

SETS_RATE = samples("""
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
    The Riksbank delivered a quarter-point cut in its key rate to 2% on Wednesday, as 17 of 19 \
        economists had expected. | Riksbank | key rate | -
    Interest rates were left unchanged at 5.25% by the Bank of England for a seventh meeting \
        running. | Bank of England | Interest rates
    The National Bank of Poland, which had last raised interest rates in 2022, moved the other \
        way this week. | National Bank of Poland | interest rates | +
    Bank Negara Malaysia is expected to keep its policy rate at 3% this week, all 27 analysts \
        polled said. | Bank Negara Malaysia | policy rate | planned
    A surprise increase in the repo rate by the South African Reserve Bank lifted the rand by \
        2%. | South African Reserve Bank | repo rate | +
    Policymakers at the Reserve Bank of Australia voted to hold the benchmark rate at 4.35%. | \
        Reserve Bank of Australia | benchmark rate
    The Bank of Thailand trimmed a quarter of a percentage point off its policy rate, to \
        1.75%. | Bank of Thailand | policy rate | -
    By cutting its key rate to 6.5%, the National Bank of Romania hopes to revive lending to \
        small firms. | National Bank of Romania | key rate | -
    The Bank of Korea's rate cut in February was its third in a row, minutes of the meeting \
        showed. | Bank of Korea | rate cut | -
    The Federal Reserve brushed off pressure from the White House and kept interest rates \
        where they were. | Federal Reserve | interest rates
    The Central Bank of Kenya has brought its lending rate down to 10.75% from 13% in five \
        steps. | Central Bank of Kenya | lending rate | -
    The Bank of Canada ruled out raising its policy rate this year, minutes of its last \
        meeting show. | Bank of Canada | policy rate | + | negated
    The Reserve Bank of New Zealand, having slashed its benchmark rate by 225 basis points, \
        signalled a pause. | Reserve Bank of New Zealand | benchmark rate | -
""")  # fmt: skip

NOT_SETS_RATE = samples("""
    Barclays expects interest rates to fall. | Barclays | interest rates
    The Federal Reserve said inflation had slowed. | Federal Reserve | inflation
    The Riksbank published the unemployment rate. | Riksbank | unemployment rate
    The European Central Bank raised its inflation forecast. | European Central Bank | inflation
    Banxico cut staff as interest rates rose. | Banxico | interest rates
    Investors hope the Bank of Japan reads the policy rate debate. | Bank of Japan | policy rate
    Lloyds raised interest rates on its savings accounts a day after the Bank of England met. \
        | Bank of England | interest rates
    The Bank of Japan said that lower interest rates abroad had lifted the yen. | Bank of \
        Japan | interest rates
    Minutes published by the Riksbank show that its key rate was hardly discussed. | Riksbank \
        | key rate
    The Bank of Ghana kept quiet about interest rates at a meeting with lenders in Accra. | \
        Bank of Ghana | interest rates
    Norges Bank cut the number of its governors, who set the key rate, from nine to seven. | \
        Norges Bank | key rate
""")  # fmt: skip

LISTED_ON = samples("""
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
    Brightwater Utilities (NYSE: BWU) raised its dividend by 4% and said that it would buy \
        back shares. | Brightwater Utilities | NYSE
    Shares in Kongsberg Ferrotech, listed in Oslo since 2021, have lost nine-tenths of their \
        value. | Kongsberg Ferrotech | Oslo
    The buyout will take Matahari off the Jakarta bourse, where it has traded since 1989, the \
        bidder said. | Matahari | Jakarta bourse | negated
    Swedish battery maker Nordcell raised 120 million euros by floating on the Stockholm \
        exchange on Friday. | Nordcell | Stockholm exchange
    Falcon Metals, whose shares are quoted in Sydney and Toronto, has found copper near Broken \
        Hill. | Falcon Metals | Toronto
    Trading in Hanwell Motors was halted on the Tokyo Stock Exchange after a report of a bid. \
        | Hanwell Motors | Tokyo Stock Exchange
    On the Warsaw bourse, shares in Allegro slid 6% after the online retailer warned on sales. \
        | Allegro | Warsaw bourse
    The Amsterdam debut of CVC Capital Partners valued the buyout firm at 14 billion euros. | \
        CVC Capital Partners | Amsterdam
    Flutter Entertainment's move of its main listing to New York was backed by 98% of \
        shareholders on Wednesday. | Flutter Entertainment | New York
    Voltera has filed for an initial public offering on Nasdaq, according to papers made \
        public on Monday. | Voltera | Nasdaq | planned
    Shares of Petershill Partners will cease trading on the London Stock Exchange in December. \
        | Petershill Partners | London Stock Exchange | negated
    Arm said it had no plan for a second listing in London, however warmly ministers wooed it. \
        | Arm | London | negated
    The New York-listed shares of Alibaba climbed 3% before the opening bell. | Alibaba | New York
""")  # fmt: skip

NOT_LISTED_ON = samples("""
    Spotify opened an office in New York. | Spotify | New York
    Ferrari builds cars near Milan. | Ferrari | Milan
    Nasdaq fined Klarna. | Klarna | Nasdaq
    Ashtead was advised in London by Lazard. | Lazard | London
    Traders in Frankfurt sold Tui. | Tui | Frankfurt
    Antofagasta left Bolivia. | Antofagasta | Bolivia
    Newly listed Puig opened a perfume plant in Frankfurt, its first outside Spain. | Puig | \
        Frankfurt
    Bankers in Hong Kong priced the bonds of Shui On Land at 9%. | Shui On Land | Hong Kong
    The New York Stock Exchange sued Nordcell over two years of unpaid fees. | Nordcell | New \
        York Stock Exchange
    Sika trades cement in Lagos through a local partner, its annual report shows. | Sika | Lagos
    Ferrari moved its design team from Milan to Turin, where rents are lower. | Ferrari | Turin
""")  # fmt: skip
