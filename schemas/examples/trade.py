"""Sentences that tell of trade, and near misses.

Our own wording; beside `schemas.edges.trade`, whose classes they belong to.
"""

from schemas.samples import samples

EXPORTS = samples("""
    Chile exported 400,000 tonnes of copper in March. | Chile | copper
    Copper exports from Peru fell 7% in the first quarter. | Peru | copper
    Brazil, the world's largest exporter of coffee, had a dry spring. | Brazil | coffee
    Indonesian palm oil exports recovered in August. | Indonesia | palm oil
    Shipments of nickel from the Philippines were delayed by storms. | Philippines | nickel
    Most of the lithium was exported by Australia. | Australia | lithium
    Top wheat exporter Russia had a poor harvest. | Russia | wheat
    Vietnam plans to export more rice next year. | Vietnam | rice | planned
    Japan imported liquefied natural gas from Qatar. | Qatar | liquefied natural gas
    Malaysia's exports of semiconductors rose to a record. | Malaysia | semiconductors
    Gabon, which exports timber, has a new port. | Gabon | timber
    Toyota exports hybrid cars to Europe. | Toyota | hybrid cars
    Norway does not export uranium. | Norway | uranium | negated
    Peru shipped 212,000 tonnes of copper abroad in April, 6% more than a year earlier, the \
        energy ministry said. | Peru | copper
    Thailand, the second-largest shipper of rice after India, cut its forecast for the season \
        to 7.5 million tonnes. | Thailand | rice
    Rubber exporter Halcyon Agri Corp said on Monday that rain had delayed the tapping season \
        in Sumatra. | Halcyon Agri Corp | rubber
    Russian exports of diesel from Black Sea ports rose by a tenth in May, according to traders \
        and ship-tracking data. | Russia | diesel
    Brazil and Argentina between them account for most of the world's soybean exports, the \
        trade ministry in Brasilia said. | Argentina | soybean
    The cocoa that Ghana exports has fetched higher prices since the season opened in October. \
        | Ghana | cocoa
    About 60 percent of the iron ore exported by Australia goes to mills in China, analysts at \
        ING wrote. | Australia | iron ore
    Exports of palm oil by Malaysia fell 4.2 percent in the first ten days of June, cargo \
        surveyors said. | Malaysia | palm oil
    Ukraine, whose wheat exports were cut by half last year, reopened two ports near Odesa on \
        Friday. | Ukraine | wheat
    Kazakhstan suspended exports of petrol for three months to keep pumps at home supplied, \
        Interfax reported. | Kazakhstan | petrol | ended
    Angola plans to export liquefied natural gas to Germany from 2027, the president of \
        Sonangol told reporters in Luanda. | Angola | liquefied natural gas | planned
    Mozambique, Tanzania and Ivory Coast export raw cashew nuts, most of which are shelled in \
        Vietnam. | Tanzania | raw cashew nuts
    Zambia has become a big exporter of maize to its neighbours, selling 300,000 tonnes since \
        July. | Zambia | maize
    Cars exported from Japan to the United States will face the duty from August, a White House \
        official said. | Japan | cars
""")

NOT_EXPORTS = samples("""
    Chile imported coal from Colombia. | Chile | coal
    Demand for wheat in Egypt fell after exports from Ukraine resumed. | Egypt | wheat
    Japan called for free trade in graphite. | Japan | graphite
    Australia buys refined oil from Singapore. | Australia | refined oil
    The price of coffee in Germany rose although exports were flat. | Germany | coffee
    South Korea exports ships, and its steelmakers burn coal. | South Korea | coal
    Switzerland refines gold that is exported by Peru, among others, and sells the bars to \
        jewellers. | Switzerland | gold
    Exports of Japanese cars to Chile rose, and dealers in Santiago sold more of them than in \
        any May. | Chile | cars
    India's trade minister said exports would lift growth, and that households had bought gold \
        as a hedge. | India | gold
    South Africa's coal miners exported less than they had hoped, while imports of diesel rose. \
        | South Africa | diesel
    Algeria has shipped phosphates through Tunisia since a storm damaged the pier at Annaba. | \
        Tunisia | phosphates
""")

IMPORTS = samples("""
    Egypt imported 11 million tonnes of wheat last year. | Egypt | wheat
    Japan buys most of its coal from Australia. | Japan | coal
    South Korean imports of crude oil dipped in May. | South Korea | crude oil
    India, the biggest importer of palm oil, cut its duty. | India | palm oil
    Turkey's purchases of natural gas from Azerbaijan grew. | Turkey | natural gas
    Graphite is imported by Poland from Mozambique. | Poland | graphite
    Wheat imports by Nigeria slowed. | Nigeria | wheat
    Italy will import hydrogen from Algeria by 2030. | Italy | hydrogen | planned
    Copper shipments to China climbed in June. | China | copper
    Finland has sourced uranium from Kazakhstan. | Finland | uranium
    Bayer imports soybeans into Germany. | Bayer | soybeans
    Thailand is the largest buyer of Brazilian soybeans. | Thailand | soybeans
    The Philippines, the world's biggest rice importer, will hold a tender for 300,000 tonnes \
        next week. | Philippines | rice
    Bangladesh imports nearly all of its cotton, most of it from India and Benin, a textile \
        association said. | Bangladesh | cotton
    Shipments of crude oil into South Korea fell to a two-year low in January, customs data \
        showed on Thursday. | South Korea | crude oil
    China's soybean purchases in May were the largest on record for the month, according to the \
        customs office. | China | soybean
    Nippon Steel has been importing coking coal from Mozambique since 2019, company filings \
        show. | Nippon Steel | coking coal
    Morocco relies on imports of wheat after three dry years, and subsidises its bakers. | \
        Morocco | wheat
    Imports of sugar into Indonesia will need a permit from January, the trade ministry said. | \
        Indonesia | sugar
    Sri Lanka, which imports all of its petrol, ran out of foreign currency in the spring. | \
        Sri Lanka | petrol
    The steel that Turkey imports from Ukraine has been replaced in part by Russian slabs. | \
        Turkey | steel
    Taiwan bought 1.2 million tonnes of corn from the United States under a deal signed in \
        Iowa. | Taiwan | corn
    Kuwait has halted imports of poultry from Poland because of bird flu, its food authority \
        said. | Kuwait | poultry | ended
    Pakistan may import wheat from Russia this winter if stocks run low, two officials said. | \
        Pakistan | wheat | planned
    Nigeria's petrol imports dropped by a fifth once the new refinery near Lagos began to run. \
        | Nigeria | petrol
    Aluminium imported by the United States from Canada is exempt from the duty until June. | \
        United States | aluminium
    Spanish refiner Repsol brought in 2 million barrels of crude oil from Venezuela last month. \
        | Repsol | crude oil
""")

NOT_IMPORTS = samples("""
    Qatar ships liquefied natural gas to Italy. | Qatar | liquefied natural gas
    Spain exports olive oil to Japan. | Spain | olive oil
    Imports of steel are taxed at the border, Canada said. | Canada | steel
    Kenya grows tea that is sold to Pakistan. | Kenya | tea
    Peru mines zinc near Lima. | Peru | zinc
    Prices of imported rice worry Ghana's rivals. | Ghana | rice
    Uganda sends most of its coffee to Italy through the port of Mombasa in Kenya. | Kenya | \
        coffee
    Vietnam's imports from China rose as it shipped more rubber to Malaysia, the statistics \
        office said. | Vietnam | rubber
    Argentina lifted a ban on imports of used tractors that Brazil had criticised for years. | \
        Brazil | tractors
    Nestle said that import duties on cocoa would rise, and that it would raise its prices in \
        Egypt. | Egypt | cocoa
""")

SUPPLIES = samples("""
    TSMC supplies processors to Apple. | TSMC | Apple
    LG Chem supplies General Motors with cathodes. | LG Chem | General Motors
    BMW buys battery cells from CATL. | CATL | BMW
    Foxconn, a supplier to Apple, hired more staff. | Foxconn | Apple
    Apple supplier Murata raised its outlook. | Murata | Apple
    Spirit AeroSystems makes fuselages for Boeing. | Spirit AeroSystems | Boeing
    Norway sells natural gas to Germany. | Norway | Germany
    Gas deliveries from Algeria to Italy were stable. | Algeria | Italy
    ASML's customers include Intel and Samsung. | ASML | Intel
    Suppliers to Volkswagen include Continental. | Continental | Volkswagen
    Northvolt had agreed to deliver cells to Porsche. | Northvolt | Porsche | agreed
    Apple is a big customer of Corning. | Corning | Apple
    Tesla sources its cells from Panasonic, which denied a shortage. | Panasonic | Tesla
    Russia halted gas supplies to Finland. | Russia | Finland | ended
    Taiwan's Largan, which supplies lenses to Apple, said revenue fell 8% in the June quarter. \
        | Largan | Apple
    Shares of Skyworks, a longtime Apple supplier, dropped 9% after the phone maker cut its \
        orders. | Skyworks | Apple
    Rheinmetall will supply Ukraine with 155-millimetre shells from a plant in Unterluess, the \
        German group said. | Rheinmetall | Ukraine | planned
    Airbus gets its titanium from VSMPO-Avisma, among others, a spokesman for the planemaker \
        said. | VSMPO-Avisma | Airbus
    Most of Renault's cathode material comes from Umicore under a ten-year agreement signed in \
        2022. | Umicore | Renault
    Ford has ordered 2,000 robots from Kuka for its plant in Cologne, the German company said \
        on Monday. | Kuka | Ford
    Deliveries of liquefied natural gas by Qatar to Pakistan resumed on Sunday, port officials \
        in Karachi said. | Qatar | Pakistan
    Among the customers of Infineon are Hyundai and Bosch, both of which have asked for more \
        chips. | Infineon | Bosch
    Magna, Valeo and Denso, all suppliers to Toyota, said they would pass on the cost of the \
        duty. | Valeo | Toyota
    TotalEnergies sold two cargoes of diesel to Argentina last week, two traders told the news \
        agency. | TotalEnergies | Argentina
    The wing parts are made by GKN in Filton for Airbus, its largest customer, and sent by \
        barge. | GKN | Airbus
    Orsted has chosen Siemens Gamesa to deliver 100 turbines for a wind farm off the coast of \
        Poland. | Siemens Gamesa | Orsted | planned
    Gazprom cut off gas supplies to Moldova in January over an unpaid bill, Moldovagaz said. | \
        Gazprom | Moldova | ended
    Vestas won an order from Iberdrola for 60 turbines to be put up in Aragon, it said on \
        Tuesday. | Vestas | Iberdrola
    South Korea's Hanwha Aerospace has delivered the first twelve howitzers to Poland, a \
        minister said. | Hanwha Aerospace | Poland
    CATL denied a report that it supplies batteries to Lucid, whose shares had jumped 11%. | \
        CATL | Lucid | denied
""")

NOT_SUPPLIES = samples("""
    BMW buys battery cells from CATL. | BMW | CATL
    Apple sued a former supplier of Samsung. | Apple | Samsung
    Boeing sold its stake to Airbus after talks. | Airbus | Boeing
    Intel and Micron both buy gases. | Intel | Micron
    Norway and Germany discussed energy. | Norway | Germany
    Suppliers hope that Ford will follow Toyota. | Ford | Toyota
    Volvo said that a fire at a supplier of Renault had not touched its own lines in \
        Gothenburg. | Volvo | Renault
    Micron supplied the court with documents that lawyers for Intel had asked for in March. | \
        Micron | Intel
    Siemens, which like ABB supplies grid operators, said orders had grown by a fifth. | \
        Siemens | ABB
    Samsung sold its printer business to HP in 2016 for about $1 billion in cash. | Samsung | \
        HP
    Greece sent a protest note to Turkey over drilling near the island of Kastellorizo. | \
        Greece | Turkey
""")

DEPENDS_ON = samples("""
    Japan depends on Australia for most of its coal. | Japan | Australia
    Germany relied on Russian gas for decades. | Germany | gas
    Carmakers need palladium for their catalysts. | carmakers | palladium
    Europe's dependence on China worries officials. | Europe | China
    Neodymium is used in wind turbines. | wind turbines | neodymium
    Tesla buys graphite from Syrah Resources. | Tesla | Syrah Resources
    Cobalt is a key ingredient in batteries. | batteries | cobalt
    Hungary is heavily reliant on imported oil. | Hungary | oil
    The phones are powered by Qualcomm. | phones | Qualcomm
    Steelmakers are short of coking coal. | steelmakers | coking coal
    China accounts for a fifth of Apple's sales. | Apple | China
    Helium is essential to chipmakers. | chipmakers | helium
    Solar panels contain silver. | solar panels | silver
    Italy, the top consumer of olive oil, had a bad year. | Italy | olive oil
    Slovakia gets nearly all of its crude oil from Russia through the Druzhba pipeline, its \
        economy minister said. | Slovakia | Russia
    Carmakers in Europe have been running short of chips since March, a trade group said in \
        Brussels. | carmakers | chips
    Sony's dependence on Taiwan Semiconductor Manufacturing for image sensors has drawn \
        questions from investors. | Sony | Taiwan Semiconductor Manufacturing
    Boeing has needed titanium from other sellers since it stopped buying in Russia, a \
        spokeswoman said. | Boeing | titanium
    Malawi's tea industry runs on diesel during power cuts, which last for most of the day. \
        | tea industry | diesel
    Tunisia, which is dependent on Algeria for two thirds of its natural gas, is looking for \
        other sellers. | Tunisia | Algeria
    Two thirds of the sales of Swatch come from China, a bank said in a note to its clients. | \
        Swatch | China
    About 40 percent of Infineon's revenue is generated in China, its annual report shows. | \
        Infineon | China
    Poultry farmers are reliant on soybean meal, whose price has doubled since the drought in \
        Argentina. | poultry farmers | soybean meal
    Dysprosium is indispensable for the wind turbine industry, the International Energy Agency \
        warned on Monday. | wind turbine industry | dysprosium
    A shortage of helium at Siemens Healthineers has delayed deliveries of scanners to \
        hospitals. | Siemens Healthineers | helium
    Bosch, short of wafers since the spring, has put part of its staff in Reutlingen on shorter \
        hours. | Bosch | wafers
    Heineken consumes 600,000 tonnes of barley a year at its breweries in Europe, the company \
        said. | Heineken | barley
    Estonia no longer depends on Russia for electricity, its prime minister said in Tallinn. \
        | Estonia | Russia | ended
    Cement makers burn coal from South Africa and old tyres in their kilns. | cement makers | \
        coal
    Egypt's need for wheat has grown with its population, and the harvest covers less than half \
        of it. | Egypt | wheat
    Qualcomm relies on TSMC and, to a lesser degree, on Samsung for its most advanced chips. | \
        Qualcomm | TSMC
""")

NOT_DEPENDS_ON = samples("""
    Japan depends on Australia for most of its coal. | Australia | Japan
    Whether Germany joins depends on the weather in Norway. | Germany | Norway
    Palladium prices rose while carmakers reported earnings. | carmakers | palladium
    Tesla and Ford opened offices in Canada. | Tesla | Canada
    Brazil sells iron ore to China. | Brazil | China
    Neodymium miners use electric trucks. | electric trucks | neodymium
    Ford said its outlook for the year depends on whether tariffs on goods from Mexico are \
        lifted. | Ford | Mexico
    Chile supplies lithium to China, and Panasonic said it needs more engineers for its plant \
        in Kansas. | Panasonic | lithium
    Austria, like Hungary, depends on trade with its neighbours for more than half of its \
        output. | Austria | Hungary
    Volvo does not need a loan, its finance chief said, after a newspaper reported talks with \
        banks in Finland. | Volvo | Finland
""")
