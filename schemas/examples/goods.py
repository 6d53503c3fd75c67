"""Sentences that tell which good goes into another or replaces it, and near misses.

Our own wording; beside `schemas.edges.production`, whose classes they belong to.
"""

from schemas.samples import samples

INPUT_TO = samples("""
    Lithium is used in batteries. | lithium | batteries
    Bauxite is refined into alumina. | bauxite | alumina
    Tyres are made from rubber. | rubber | tyres
    Magnets contain dysprosium. | dysprosium | magnets
    Gallium, an ingredient of semiconductors, is scarce. | gallium | semiconductors
    Most lead goes into batteries. | lead | batteries
    Germanium is critical to fibre optic cables. | germanium | fibre optic cables
    Coke and iron ore are turned into steel. | iron ore | steel
    Fertilisers require natural gas. | natural gas | fertilisers
    Platinum is needed for catalytic converters. | platinum | catalytic converters
    Tungsten is used to make drills. | tungsten | drills
    Cotton is the main input for denim. | cotton | denim
    Lithium hydroxide, a key ingredient of batteries for electric cars, rose 4% in Shanghai on \
        Monday. | lithium hydroxide | batteries
    Naphtha is cracked into ethylene at two plants on the coast near Ulsan. | naphtha | \
        ethylene
    Steel used in car bodies has become a third dearer since the duty was raised in March. | \
        steel | car bodies
    Most solar wafers are cut from polysilicon, of which Xinjiang makes a large part. | \
        polysilicon | wafers
    Urea, which is made from natural gas, is the fertiliser that farmers in India use most. | \
        natural gas | urea
    Antimony goes into flame retardants, ammunition and solar glass, the geological survey \
        says. | antimony | ammunition
    Each smartphone contains about 0.03 grams of gold, which recyclers recover with acid. | \
        gold | smartphone
    Stainless steel requires nickel and chromium in large amounts, and both are bought abroad. \
        | chromium | stainless steel
    Demand for graphite, the main material in battery anodes, will double by 2030, analysts \
        said. | graphite | battery anodes
    Soybeans are crushed into soybean oil at the port of Rosario before they are shipped. | \
        soybeans | soybean oil
    Fluorspar, used to make hydrofluoric acid, is dug in Mongolia, Mexico and South Africa. | \
        fluorspar | hydrofluoric acid
    Gallium's use in radar systems has made it a matter of national security, a general said. | \
        gallium | radar systems
    Phosphate rock is a feedstock for fertilisers and, in smaller amounts, for food additives. \
        | phosphate rock | fertilisers
    Cans made of aluminium weigh less than bottles and cost less to ship, brewers say. | \
        aluminium | cans
    Cobalt is not used in the new batteries, the carmaker said at a show in Munich. | cobalt | \
        batteries | negated
""")

NOT_INPUT_TO = samples("""
    Batteries and lithium both became cheaper. | lithium | batteries
    Magnets contain dysprosium. | magnets | dysprosium
    Steel replaced timber in bridges. | timber | steel
    Rubber fell while tyres rose. | rubber | tyres
    Traders swapped cotton for denim. | cotton | denim
    Tungsten is heavier than drills of aluminium. | tungsten | aluminium
    Lithium and cobalt are traded beside batteries at a fair in Shanghai every autumn. | cobalt \
        | batteries
    The trucks that carry bauxite burn diesel, and the alumina goes by rail to the port. | \
        diesel | alumina
    Wheat is grown on fields that were once used for cotton, a farmer near Multan said. | wheat \
        | cotton
    Silver jewellery outsold gold coins in India for the first time in a decade. | silver | \
        coins
""")

SUBSTITUTES_FOR = samples("""
    Aluminium can replace copper in cables. | aluminium | copper
    Sodium is a substitute for lithium. | sodium | lithium
    Glassmakers switched from natural gas to oil. | oil | natural gas
    Bakers replaced butter with margarine. | margarine | butter
    Palladium was displaced by platinum. | platinum | palladium
    Canola, an alternative to soya, was scarce. | canola | soya
    The switch from coal to gas took a decade. | gas | coal
    Polyester is substituting for cotton. | polyester | cotton
    Ferrite magnets could supplant neodymium magnets. | ferrite magnets | neodymium magnets \
| planned
    Barley serves as a replacement for maize. | barley | maize
    Brewers substitute rice for barley. | rice | barley
    Hydrogen is an alternative to coking coal. | hydrogen | coking coal
    Sodium-ion batteries could one day replace lithium-ion batteries in cheaper cars, an \
        engineer said. | sodium-ion batteries | lithium-ion batteries | planned
    Bakers have been using palm oil instead of butter since the spring, an industry survey \
        found. | palm oil | butter
    Oat milk, once a rare substitute for cow's milk, now fills whole shelves in Berlin. | oat \
        milk | milk
    Copper is being replaced by aluminium in the wiring of cars as its price climbs. | \
        aluminium | copper
    Utilities in Japan burned coal in place of liquefied natural gas last winter, the ministry \
        said. | coal | liquefied natural gas
    Steelmakers in Germany are switching to hydrogen from coking coal, but more slowly than \
        planned. | hydrogen | coking coal
    Rayon is often used as a substitute for silk in scarves and linings, a weaver said. | rayon \
        | silk
    Natural gas has displaced coal as the main fuel of power plants in the United States. | \
        natural gas | coal
    The substitution of aluminium for copper has cost miners 2% of demand a year, a trade body \
        says. | aluminium | copper
    Sugar beet cannot replace sugar cane in the tropics, a study by a farm institute found. | \
        sugar beet | sugar cane | negated
    Biodiesel is a cleaner alternative to diesel, but it costs a third more in Brazil. | \
        biodiesel | diesel
    Sunflower oil has taken the place of olive oil in many kitchens in Spain, a retailer said. \
        | sunflower oil | olive oil
    Households swapped butter for margarine as prices rose, figures from a market researcher \
        showed. | margarine | butter
""")

NOT_SUBSTITUTES_FOR = samples("""
    Aluminium can replace copper in cables. | copper | aluminium
    Bakers replaced the oven that melts butter. | oven | butter
    Sodium and lithium are metals. | sodium | lithium
    Miners switched suppliers of coal and gas. | gas | coal
    Cotton is woven with polyester. | cotton | polyester
    Platinum is mined beside palladium. | platinum | palladium
    Glencore replaced the head of its coal unit with a trader of natural gas from Houston. | \
        natural gas | coal
    A tax on sugar was replaced with one on salt after a vote in parliament. | salt | sugar
    The exchange changed its warehouses for nickel and zinc and moved them to Busan. | zinc | \
        nickel
    Brazil sells soybeans to China instead of making soybean oil of them at home. | soybean oil \
        | soybeans
""")
