"""Sentences that say who imposes what on whom, and near misses that do not.

Our own wording; beside `schemas.edges.policy`, whose classes they belong to.
"""

from schemas.samples import samples

IMPOSES = samples("""
    Indonesia imposed an export ban on nickel ore. | Indonesia | export ban
    The European Commission announced tariffs on bicycles. | European Commission | tariffs
    India's export curbs on rice worried buyers. | India | export curbs
    Turkey slapped a levy on imported steel. | Turkey | levy
    The sanctions were imposed by Canada. | Canada | sanctions
    Mexico may introduce a quota for avocados. | Mexico | quota | planned
    Argentina scrapped its export tax on beef. | Argentina | export tax | negated
    Brazil retaliated with duties on wine. | Brazil | duties
    US sanctions on Rusal were lifted in 2019. | US | sanctions | negated
    Chinese export controls on graphite took effect in 2023. | China | export controls
    Norway threatened an embargo on salmon. | Norway | embargo | planned
    The Federal Aviation Administration enacted a ban on the drones. | Federal Aviation \
        Administration | ban
    A moratorium on lithium mining was adopted by Panama. | Panama | moratorium
    Kenya will from 1 July charge a 16% levy on imported eggs, its finance minister told \
        parliament in Nairobi on Thursday. | Kenya | levy | planned
    Under pressure from farmers, Poland on Friday reimposed the ban on grain from Ukraine that \
        it had lifted only in April. | Poland | ban
    The quota, introduced by Iceland after two poor seasons, limits each boat to 900 tonnes of \
        cod. | Iceland | quota
    Traders are bracing for tariffs that Canada is preparing to levy on steel from third \
        countries as early as next month. | Canada | tariffs | planned
    Zambia's two-year-old export duty on copper concentrate has cost its smelters dear, a \
        lobby group said on Monday. | Zambia | export duty
    A levy imposed by the European Union on cement would add 9 euros a tonne to costs, \
        according to Cembureau, a trade body. | European Union | levy
    Washington is weighing sanctions against two Hong Kong shipping agents, three people \
        familiar with the matter said. | Washington | sanctions | rumoured
    Thailand, Vietnam and India have all tightened their restrictions on sugar shipments as a \
        long drought bites. | Vietnam | restrictions
    Ghana said it would drop a tax on gold exports, ending a row that had idled two refineries \
        in Tema. | Ghana | tax | negated
    Denmark, whose restrictions on sea cages date from 2019, has no plan to loosen them, its \
        food minister said. | Denmark | restrictions
    Peru followed Chile in announcing a duty on imported cheese, the second such step in South \
        America this year. | Peru | duty
    The Indonesian ban, the strictest yet, covers bauxite as well as nickel ore and took \
        effect at midnight on 10 June. | Indonesia | ban
    It was the Maritime Authority that ordered the ban on scrubbers in port, a spokesman for \
        the ministry told reporters. | Maritime Authority | ban
    Egypt denied that it had imposed a ban on sugar exports and said its mills were free to \
        sell abroad. | Egypt | ban | denied
""")  # fmt: skip

NOT_IMPOSES = samples("""
    Japan criticised export curbs on gallium. | Japan | export curbs
    Brazil asked for talks about the tariffs. | Brazil | tariffs
    Exporters in Vietnam fear a levy. | Vietnam | levy
    The ban on nickel ore hurts South Korea. | South Korea | ban
    Sanctions against Belarus stay. | Belarus | Sanctions
    Germany was exempted from the duties. | Germany | duties
    Senegal, hit hardest by the import ban that Mali announced last week, has asked the bloc's \
        court for a ruling. | Senegal | import ban
    Speaking in Lagos, Benin's trade minister called Nigeria's curbs on rice unfair and \
        promised to raise them at the summit. | Benin | curbs
    The tariffs have pushed Laos to look for new buyers, the World Bank said in a report on \
        Monday. | World Bank | tariffs
    Importers in Jordan say a levy of 12% would finish them, though nobody has yet proposed \
        one. | Jordan | levy
    Bottlers in Portugal complied with the European Union's ban on loose caps a year early, a \
        trade body said. | Portugal | ban
""")  # fmt: skip

TARGETS = samples("""
    Indonesia imposed an export ban on nickel ore. | export ban | nickel ore
    The tariffs apply to bicycles. | tariffs | bicycles
    The sanctions against Rusal had unsettled traders. | sanctions | Rusal
    Rice export curbs were eased in Delhi. | export curbs | Rice
    The embargo covers timber from Belarus. | embargo | timber
    Quotas on imports of garlic will rise. | Quotas | garlic
    Duties aimed at Canada were delayed. | Duties | Canada
    Vietnam faces a 20% tariff. | tariff | Vietnam
    The levy does not apply to hydrogen. | levy | hydrogen | negated
    Coffee is exempt from the tariffs. | tariffs | Coffee | negated
    Norway hit Baltic Metals with sanctions. | sanctions | Baltic Metals
    Officials proposed a ban on disposable vapes. | ban | disposable vapes | planned
    The rules restrict ASML. | rules | ASML
    New controls over drones begin in July. | controls | drones
    Kazakhstan's export quota, in force since May, applies to wheat and barley but leaves \
        flour free. | export quota | barley
    Rosneft is one of nine firms named in the sanctions that Britain published on Wednesday. | \
        sanctions | Rosneft
    The rule, aimed at drone makers, will take effect on 1 September, according to the \
        official gazette. | rule | drone makers
    A 25% tariff on trucks took effect at midnight, two weeks after ports in Georgia had begun \
        to fill. | tariff | trucks
    Brussels will extend its anti-dumping duties to aluminium foil from Thailand, a notice in \
        its journal said. | duties | aluminium foil | planned
    Switzerland's ban on glyphosate, which farm unions had fought for years, was upheld by its \
        highest court. | ban | glyphosate
    The curbs, which cover gallium and germanium, have been in place since August 2023. | \
        curbs | germanium
    Steel import quotas were widened last autumn after complaints by shipyards in Gdansk. | \
        import quotas | Steel
    Under the new restrictions on batteries, importers must show where the cobalt in them was \
        mined. | restrictions | batteries
    Some 40 firms in Belarus, among them Belaruskali, were added to the sanctions in a ninth \
        round agreed in Brussels. | sanctions | Belaruskali
    Argentina's tax on soybean exports went up to 33% on Monday, the first rise since 2020. | \
        tax | soybean
    Medical gloves are not covered by the embargo, the ministry said after queries from makers \
        in Malaysia. | embargo | Medical gloves | negated
    Duties of up to 38% on electric cars made in China will last five years, the European \
        Commission ruled. | Duties | electric cars
""")  # fmt: skip

NOT_TARGETS = samples("""
    A Japanese ban on whisky angered Scotland. | ban | Japan
    The tariffs were praised by Italy. | tariffs | Italy
    Sanctions were discussed in Oslo by timber firms. | Sanctions | timber
    Quotas came after a visit by Nestle. | Quotas | Nestle
    Before the embargo was signed, copper fell. | embargo | copper
    Peru's levy on gold is old. | levy | Peru
    The ban was announced in Canberra by a minister who once worked for Rio Tinto. | ban | Rio Tinto
    Sanctions aside, demand for palladium has been weak since carmakers began to switch to \
        platinum. | Sanctions | palladium
    Analysts at Citigroup expect the duties to be raised before the election in November. | \
        duties | Citigroup
    Curbs on nickel ore have driven smelters to Sulawesi, where Tsingshan has built four. | \
        Curbs | Tsingshan
    Unlike copper, lithium is subject to an export tax in Zimbabwe, miners in Harare noted. | \
        export tax | copper
""")  # fmt: skip

RESTRICTS = samples("""
    Indonesia banned exports of nickel ore. | Indonesia | nickel ore
    Australia blocked Huawei from its networks. | Australia | Huawei
    Canada sanctioned the shipping company Sovcomflot. | Canada | Sovcomflot
    Dairy products from Ireland were barred by Egypt. | Egypt | Dairy products
    India's restrictions on wheat stayed in force. | India | wheat
    The Netherlands prohibited ASML from shipping scanners. | Netherlands | scanners
    The Commerce Department added SMIC to its blacklist. | Commerce Department | SMIC
    Gabon is considering restricting manganese. | Gabon | manganese | planned
    Turkey lifted its ban on cotton. | Turkey | cotton | negated
    Mexico cracked down on imported steel. | Mexico | steel
    Panama revoked the licence of First Quantum. | Panama | First Quantum
    Vietnam may limit sales of sand, two sources said. | Vietnam | sand | rumoured
    Chile stopped shipments of timber to Bolivia. | Chile | Bolivia
    Malaysia, Singapore's main source, has halted exports of chicken until prices at home \
        settle, its prime minister said on Monday. | Malaysia | chicken
    The Federal Communications Commission barred ZTE from federal subsidies in a 4-1 vote on \
        Thursday. | Federal Communications Commission | ZTE
    Exports of urea have been restricted by China since October, leaving importers in India to \
        turn to Oman. | China | urea
    Tanzania's ban on raw gemstones, first decreed in 2017, is to be enforced at every \
        airport, an official said. | Tanzania | raw gemstones
    The Treasury Department blacklisted Meridian Shipping on Friday for carrying oil from \
        Iran, its third such step since May. | Treasury Department | Meridian Shipping
    Diesel cars will be barred by Denmark from 2030, its climate minister told a conference in \
        Aarhus. | Denmark | Diesel cars | planned
    After a six-year gap, Britain has lifted its embargo on beef from Brazil, a boost for \
        packers such as JBS. | Britain | beef | negated
    South Korea denied a report that it had banned exports of gallium, and called the story \
        baseless. | South Korea | gallium | denied
    Anxious about shortages, Thailand is thinking of limiting exports of sugar, a deputy \
        minister told a Bangkok newspaper. | Thailand | sugar | planned
    India has kept BYD out of a tender for 6,000 electric buses, two bidders said in court \
        filings. | India | BYD
    Germany has refused Heckler & Koch a licence to ship rifles to Mexico, its economy \
        ministry said in a letter. | Germany | Heckler & Koch
    Zimbabwe, eager to see more refined at home, forbids the export of lithium in raw form. | \
        Zimbabwe | lithium
    Having already curbed graphite, China added antimony to its list of controlled goods in \
        August. | China | antimony
""")  # fmt: skip

NOT_RESTRICTS = samples("""
    Indonesia welcomed exports of nickel ore. | Indonesia | nickel ore
    Huawei was blocked by Australia. | Huawei | Australia
    Egypt increased purchases of butter from Ireland. | Egypt | butter
    Protesters blocked a road in Chile near a copper mine. | Chile | copper
    India subsidised wheat. | India | wheat
    Traders expect Mexico to buy steel. | Mexico | steel
    Ghana said it had no intention of banning exports of cocoa and urged buyers in London to \
        stay calm. | Ghana | cocoa
    Codelco restricted output at its Rajo Inca mine after a fatal accident, Chile's \
        state-owned copper company said. | Chile | copper
    A landslide has blocked the road by which Bolivia ships zinc to the coast, truckers said. \
        | Bolivia | zinc
    Kenya's curbs on plastic bags have inspired Uganda, whose makers of bags now fear the \
        same. | Uganda | plastic bags
    Peru banned the mayor of Cusco from travel after a strike at a copper mine turned violent. \
        | Peru | copper
""")  # fmt: skip

SUPPORTS = samples("""
    Norway subsidises electric cars. | Norway | electric cars
    Germany bailed out Uniper in 2022. | Germany | Uniper
    France granted EDF a loan. | France | EDF
    Poland's aid for farmers ran out. | Poland | farmers
    Intel received a grant from the Commerce Department. | Commerce Department | Intel
    South Korea will provide tax relief to chipmakers. | South Korea | chipmakers | planned
    Italy exempted olive oil from the tax. | Italy | olive oil
    Shipbuilders are supported by Japan. | Japan | Shipbuilders
    Canada awarded Northvolt a subsidy. | Canada | Northvolt
    Subsidies for solar panels from Spain will end. | Spain | solar panels
    Brazil backed ethanol for forty years. | Brazil | ethanol
    The Energy Department lent money to Ford and rescued Kodak. | Energy Department | Kodak
    Tata Steel is to receive 500 million pounds from Britain towards an electric furnace at \
        Port Talbot, the firm said. | Britain | Tata Steel | planned
    State aid for Alitalia, granted by Italy in 2017, broke the bloc's rules, a court in \
        Luxembourg found. | Italy | Alitalia
    The Energy Department has pledged 1.5 billion dollars to Holtec to restart a reactor in \
        Michigan. | Energy Department | Holtec
    Japan is pouring another 590 billion yen into Rapidus, which hopes to print two-nanometre \
        chips by 2027. | Japan | Rapidus
    Hungary's tax breaks for battery makers have drawn three of them to Debrecen, a study \
        found. | Hungary | battery makers
    The rescue of Uniper by Germany, agreed over a weekend in 2022, cost taxpayers 13.5 \
        billion euros. | Germany | Uniper
    Ethanol producers, long backed by Brazil, want the blend raised to 30% before the next \
        harvest. | Brazil | Ethanol producers
    Nvidia won permission from the Commerce Department to sell its H20 chip to customers in \
        China again. | Commerce Department | Nvidia
    A waiver that Washington gave to Chevron in 2022 let it ship oil from Venezuela until May. \
        | Washington | Chevron
    Slovakia said it would not bail out Slovalco, a smelter that has stood idle since 2022. | \
        Slovakia | Slovalco | negated
    India's incentives for phone makers run out next spring, and none of the makers has yet \
        been told what follows. | India | phone makers
    Greece plans to spare olive growers the fuel levy this year, its farm minister said in \
        Patras. | Greece | olive growers | planned
    EDF, nationalised by France in 2023 at a cost of 9.7 billion euros, has since cut its \
        debt. | France | EDF
    Aid from Austria kept the miller Landkorn afloat through the winter, according to its \
        administrator. | Austria | Landkorn
""")  # fmt: skip

NOT_SUPPORTS = samples("""
    Norway taxed electric cars. | Norway | electric cars
    Germany sued Uniper. | Germany | Uniper
    EDF granted France a discount. | EDF | France
    Poland imports farmers' tools. | Poland | farmers
    Japan closed shipyards. | Japan | shipyards
    Canada bought trains from Alstom. | Canada | Alstom
    Airbus backed away from a plan for a joint jet that France had drawn up with Spain. | \
        France | Airbus
    Uniper repaid the last of the money it owed to Germany in March, three years early. | \
        Germany | Uniper
    Senators urged the Commerce Department to cut off Intel unless its works in Ohio opens on \
        time. | Commerce Department | Intel
    Support for wind farms in Spain has fallen, a poll by a Madrid daily showed on Sunday. | \
        Spain | wind farms
    Portugal gave TAP a week to produce its accounts for 2021, a parliamentary inquiry heard. \
        | Portugal | TAP
""")  # fmt: skip
