"""Sentences that state a harm or a help, and near misses that do not.

Our own wording; beside `schemas.edges.effects`, whose classes they belong to.
"""

from schemas.samples import samples

IMPACTS = samples("""
    The tariffs hurt Canadian Solar. | tariffs | Canadian Solar | -
    Nestle was hit by dearer cocoa. | cocoa | Nestle | -
    The ban dealt a blow to Norway. | ban | Norway | -
    Expensive fuel is weighing on Lufthansa. | fuel | Lufthansa | -
    Airlines suffered from the sanctions. | sanctions | Airlines | -
    Export curbs forced Daikin to cut jobs. | Export curbs | Daikin | -
    The subsidy is a boost for shipbuilders. | subsidy | shipbuilders | +
    Cheap gas helped BASF last winter. | gas | BASF | +
    Peru has benefited from copper. | copper | Peru | +
    The shortage of helium has disrupted hospitals. | helium | hospitals | -
    The quota could damage Iceland. | quota | Iceland | planned | -
    The tariffs pose a threat to winemakers. | tariffs | winemakers | -
    Rain in Brazil lifted sugar. | Brazil | sugar | +
    Shares of Harley-Davidson fell after the duties. | duties | Harley-Davidson | -
    The levy is bad news for Ryanair. | levy | Ryanair | -
    The rules cost Equinor 40 million dollars. | rules | Equinor | -
    Farmers are vulnerable to the embargo. | embargo | Farmers | -
    The sanctions left Aeroflot short of parts. | sanctions | Aeroflot | -
    Tin was buoyed by the export ban. | export ban | Tin | +
    Low water in the Panama Canal has cost Maersk some 200 million dollars since last autumn, \
        the Danish line said. | Panama Canal | Maersk | -
    Rio Tinto stands to gain from the curbs on bauxite, analysts at Jefferies said, since its \
        own mines lie elsewhere. | curbs | Rio Tinto | + | planned
    Cheaper natural gas should help Braskem restore its margins in the second half, analysts \
        wrote. | natural gas | Braskem | + | planned
    Heineken, squeezed by dearer barley, now sees profit at the low end of its range. | barley \
        | Heineken | -
    Hurt by a new levy on feed, pig farmers have taken to blocking roads near Herning. | levy \
        | pig farmers | -
    The sanctions do not threaten Nornickel, which sells most of its palladium in Asia, its \
        finance chief said. | sanctions | Nornickel | - | negated
    Cheap wheat has come as a relief to Egypt, whose bread subsidy swallows 2% of its budget. \
        | wheat | Egypt | +
    The levy knocked 60 million pounds off Diageo's profit last year, more than the distiller \
        had feared. | levy | Diageo | -
    The rising price of copper has pushed up costs at Nexans, whose cables are sold years \
        before they are made. | copper | Nexans | -
    Aluminium smelters in Iceland will run short if the curbs on bauxite spread, their trade \
        body said. | curbs | Aluminium smelters | - | planned
""")  # fmt: skip

NOT_IMPACTS = samples("""
    Nestle hit back at critics and bought cocoa. | cocoa | Nestle | -
    Canada lifted the tariffs on steel. | Canada | steel | +
    BASF bought gas. | gas | BASF | +
    The quota was discussed in Iceland. | quota | Iceland | -
    Lufthansa ordered fuel from Shell. | Lufthansa | Shell | -
    Equinor helped draft the rules. | rules | Equinor | +
    Tesla sold more cars in Norway in May, a month after the tax on electric cars was changed. \
        | tax | Tesla | +
    Asked whether the sanctions worried Novatek, its spokesman declined to comment. | \
        sanctions | Novatek | -
    Glencore hit its target for cobalt in Congo, where it runs two of the largest mines. | \
        Glencore | Congo | -
    Volvo shut its stand at the fair early, while the tariffs were being debated in Brussels. \
        | tariffs | Volvo | -
    Helped by rain, farmers in Ghana sold cocoa early, while Nestle held its prices. | Ghana | \
        Nestle | +
""")  # fmt: skip
