"""Sentences that tell who makes, releases or stops making what, and near misses.

Our own wording; beside `schemas.edges.production`, whose classes they belong to.
"""

from schemas.samples import samples

PRODUCES = samples("""
    Codelco has mined copper in the Atacama desert for decades. | Codelco | copper
    Albemarle, a producer of lithium, lowered its target. | Albemarle | lithium
    Chip equipment maker ASML makes lithography machines. | ASML | lithography machines
    Guinea produces a quarter of the world's bauxite. | Guinea | bauxite
    The turbines are built by Vestas in Denmark. | Vestas | turbines
    Ivory Coast is the top grower of cocoa. | Ivory Coast | cocoa
    Lithium producer Pilbara Minerals cut costs. | Pilbara Minerals | lithium
    Transformers made by Siemens Energy will be replaced. | Siemens Energy | transformers
    Rivian will start production of electric vans in June. | Rivian | electric vans | planned
    China refines most of the world's cobalt. | China | cobalt
    Indonesia's nickel output has doubled. | Indonesia | nickel
    Novo Nordisk, which makes Wegovy, hired 400 people. | Novo Nordisk | Wegovy
    Heineken brews beer in 70 countries. | Heineken | beer
    Airbus develops satellites in Toulouse. | Airbus | satellites
    Rolls-Royce, the maker of engines for wide-body jets, raised its target for profit in 2025. \
        | Rolls-Royce | engines
    South Korea's Hanwha Aerospace, maker of the K9, said that orders from abroad had doubled. \
        | Hanwha Aerospace | K9
    Half of the world's polysilicon is made in Xinjiang by Daqo and three of its rivals, a \
        study found. | Daqo | polysilicon
    Trucks built by Scania in Sodertalje were recalled over a brake fault, the transport agency \
        said. | Scania | trucks
    Eli Lilly said demand for Zepbound, its weight-loss drug, had outstripped supply in two \
        states. | Eli Lilly | Zepbound
    Production of uranium by Kazatomprom fell 3% in the second quarter, the company said on \
        Thursday. | Kazatomprom | uranium
    Ivory Coast's cocoa crop will be a fifth smaller than last year, exporters in Abidjan said. \
        | Ivory Coast | cocoa
    OpenAI, the company behind ChatGPT, said on Thursday that it had 800 million weekly users. \
        | OpenAI | ChatGPT
    Stellantis, whose brands include Jeep and Peugeot, reported a fall in sales in North \
        America. | Stellantis | Jeep
    Chile and Australia together mine about three quarters of the world's lithium, the survey \
        estimates. | Australia | lithium
    Norilsk Nickel plans to produce 190,000 tonnes of nickel this year, fewer than it forecast \
        in January. | Norilsk Nickel | nickel | planned
    BYD churned out 427,000 vehicles in September, more than any of its rivals at home. | BYD | \
        vehicles
    Wanhua Chemical, a Yantai-based producer of polyurethanes, will build a second line by \
        2027. | Wanhua Chemical | polyurethanes
    Sibanye-Stillwater does not mine cobalt, its chief executive told analysts on a call. | \
        Sibanye-Stillwater | cobalt | negated
    Huawei-made base stations will be removed from the network of Telefonica by the end of next \
        year. | Huawei | base stations
    Mexico accounts for nearly half of the world's avocado production, according to the farm \
        ministry. | Mexico | avocado
""")

NOT_PRODUCES = samples("""
    Rio Tinto buys diesel for its trucks. | Rio Tinto | diesel
    Japan's government banned cigarettes in parks. | Japan | cigarettes
    Vestas said that steel had become dearer. | Vestas | steel
    Copper is used by Nexans. | Nexans | copper
    Nokia made headway with buyers of antennas. | Nokia | antennas
    Ghana imports rice. | Ghana | rice
    Maersk made a profit on ships that it sold to brokers in Greece last year. | Maersk | ships
    Nestle buys most of its coffee from growers in Vietnam, which also harvest pepper. | Nestle \
        | coffee
    Heineken asked growers of barley in France to cut their use of fertiliser. | Heineken | \
        fertiliser
    Tesco said that milk producers in Wales had asked for higher prices since January. | Tesco \
        | milk
    Peru built a port for the ships that carry copper from its southern mines. | Peru | ships
""")

RELEASES = samples("""
    Sony unveiled the PlayStation 5 in 2020. | Sony | PlayStation 5
    Apple released the Vision Pro in February. | Apple | Vision Pro
    The Cybertruck was launched by Tesla. | Tesla | Cybertruck
    Nintendo's launch of the Switch surprised analysts. | Nintendo | Switch
    Meta rolled out Threads in Europe. | Meta | Threads
    Samsung plans to introduce the Galaxy Ring next summer. | Samsung | Galaxy Ring | planned
    The release of Llama 3 by Meta was a surprise. | Meta | Llama 3
    Xiaomi, which debuted the SU7 in March, sold out. | Xiaomi | SU7
    Google put the Pixel 8 on sale on Thursday. | Google | Pixel 8
    Mistral has published Mixtral. | Mistral | Mixtral
    Amazon may release the Kindle Scribe early. | Amazon | Kindle Scribe | planned
    Google discontinued Stadia. | Google | Stadia | ended
    Huawei unveiled the Mate 70 at an event in Shenzhen on Tuesday, its first phone with its \
        own operating system. | Huawei | Mate 70
    The Model 2, launched by Tesla in Austin last week, will cost less than $25,000, the \
        carmaker said. | Tesla | Model 2
    Toyota will start selling the bZ3X in Japan next spring, the Nikkei newspaper said on \
        Friday. | Toyota | bZ3X | planned
    Adobe has made Firefly available to all of its subscribers, two months later than it had \
        promised. | Adobe | Firefly
    Bayer's Lynkuet went on sale in Britain in July, the German group said in a statement. | \
        Bayer | Lynkuet
    The rollout of Copilot by Microsoft will be slower in Europe, where regulators have asked \
        for changes. | Microsoft | Copilot
    Anthropic, which released Claude 4 in May, has raised $13 billion from investors since \
        then. | Anthropic | Claude 4
    Roche plans to launch Giredestrant in 2026 if regulators approve it, its head of \
        pharmaceuticals said. | Roche | Giredestrant | planned
    Honda has postponed the launch of the Prologue in Canada to next year because of weak \
        demand. | Honda | Prologue | planned
    Sonos withdrew the Arc Ultra from stores after complaints and promised refunds to its \
        owners. | Sonos | Arc Ultra | ended
    Rivian showed off the R3X, a smaller hatchback, at an event in Laguna Beach on Thursday. | \
        Rivian | R3X
    Alibaba's latest release, Qwen 3, beat its rivals in three tests, the company said on \
        Monday. | Alibaba | Qwen 3
    Nintendo denied that it would release the Switch 3 before 2030, as a newspaper had \
        reported. | Nintendo | Switch 3 | denied
    The Fenix 9 from Garmin hits shelves in September at a price of $999, or $100 more than its \
        forerunner. | Garmin | Fenix 9
""")

NOT_RELEASES = samples("""
    Apple released its results before Sony sold the Walkman. | Apple | Walkman
    Samsung repaired the Galaxy Ring of a customer. | Samsung | Galaxy Ring
    Tesla recruited staff for the Cybertruck line. | Tesla | Cybertruck
    Microsoft mocked the PlayStation 5. | Microsoft | PlayStation 5
    Nvidia released funds to buyers of the Switch. | Nvidia | Switch
    Meta bought licences for Windows. | Meta | Windows
    Samsung said that Xiaomi had launched the SU7 to great fanfare in Beijing. | Samsung | SU7
    Sony launched an inquiry into faults of the Galaxy Ring that a supplier had reported. | \
        Sony | Galaxy Ring
    Nokia released a statement on the Mate 70 and a dispute over patents in Munich. | Nokia | \
        Mate 70
    Lawyers for Apple presented sales figures of the Vision Pro that Meta had asked for. | Meta \
        | Vision Pro
""")

HALTS_PRODUCTION = samples("""
    Ford halted production of the F-150 in Dearborn. | Ford | F-150
    Nyrstar suspended output of zinc at its smelter. | Nyrstar | zinc
    Renault has stopped making the Zoe. | Renault | Zoe
    Alcoa idled its smelter in Ferndale. | Alcoa | Ferndale
    Toyota was forced to stop production. | Toyota |
    Production stopped at Glencore's mines. | Glencore |
    BASF shut down its ammonia plant. | BASF | ammonia
    Carmakers paused assembly for a week. | carmakers |
    Volkswagen may suspend production at Zwickau. | Volkswagen | Zwickau | planned
    The production halt at Thyssenkrupp lasted nine days. | Thyssenkrupp |
    A shortage forced Nissan to stop output of the Leaf. | Nissan | Leaf
    A strike shut the Escondida mine. | Escondida |
    Production at BMW's plant in Leipzig has come to a standstill because parts from Ukraine \
        are missing. | BMW |
    A fire brought output at Freeport's mine in Papua to a halt on Sunday, the company said. | \
        Freeport |
    Dow will permanently close its ethylene plant in Boehlen at the end of 2027, blaming the \
        cost of energy. | Dow | Boehlen | planned
    Yara froze ammonia production in Italy and France as the price of gas rose to a record. \
        | Yara | ammonia
    The shutdown of Nyrstar's smelter in Budel, which began in January, has cut supply of zinc \
        in Europe. | Nyrstar | Budel
    Operations at the Cobre Panama mine have been suspended since a court struck down its \
        licence in 2023. | Cobre Panama mine |
    Stellantis said it would idle its plant in Windsor for two weeks from Monday because of the \
        tariffs. | Stellantis | Windsor | planned
    Audi ended production of the Q8 in Brussels in February, with the loss of 3,000 jobs. | \
        Audi | Q8
    Glencore has placed its Mutanda mine on care and maintenance for lack of power, it said in \
        a filing. | Glencore |
    Kansai Electric took a reactor at Takahama offline after a leak of steam on Thursday. | \
        Kansai Electric | Takahama
    A lack of chips forced Suzuki to suspend its lines at Kosai for three days, the carmaker \
        said. | Suzuki | Kosai
    The three-week stoppage at Codelco's plant in Antofagasta cost the miner 33,000 tonnes of \
        copper. | Codelco | Antofagasta
    Tokuyama has not halted output of polysilicon, it said in reply to a newspaper report. | \
        Tokuyama | polysilicon | negated
    Nissan will pause production in Fuji from Friday for lack of brakes, the Asahi newspaper \
        reported. | Nissan | Fuji | planned
    Salzgitter mothballed one of its blast furnaces on Friday and will restart it only when \
        orders recover. | Salzgitter |
""")

NOT_HALTS_PRODUCTION = samples("""
    Ford increased production of the F-150. | Ford | F-150
    Nyrstar halted its dividend and praised zinc. | Nyrstar | zinc
    Regulators stopped Renault's advertisement for the Zoe. | Renault | Zoe
    Alcoa reopened its smelter in Ferndale. | Alcoa | Ferndale
    BASF closed a bond sale while ammonia rose. | BASF | ammonia
    Nissan ended a sponsorship for the Leaf. | Nissan | Leaf
    Rio Tinto stopped work on a bid for Teck, whose output of zinc had fallen. | Rio Tinto | \
        zinc
    Honda shut an office in London while its rival Toyota kept a plant in Burnaston open. | \
        Toyota | Burnaston
    Nestle cut its forecast for production of coffee in Brazil by a tenth after the frost. | \
        Nestle | coffee
    Yara cut ammonia production in Italy by a third as the price of gas rose. | Yara | ammonia
    Kia resumed output of the EV6 after a two-day stoppage at Gwangju had ended. | Kia | EV6
""")
