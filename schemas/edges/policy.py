"""Policy edges: who imposes what on whom, and who is helped by it.

Bias: a policy is given to the one who is said to make it, so a noun ("curbs") looks for its
issuer beside itself and not at the subject of any verb that governs it (critics govern too).
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.samples import samples

VERMILLION = "#D55E00"  # Okabe-Ito
PRIOR = "starting prior"
MEASURE = (
    "curb ban restriction control tariff duty levy tax quota sanction embargo blacklist moratorium "
    "boycott rule regulation cap ceiling limit law prohibition freeze blockade measure licence "
    "license requirement probe investigation penalty crackdown"
)
TRADE = "export import shipment sale supply delivery flow purchase use trade transfer"
SCOPE = Property(name="scope", kind="share", unit="0..1", meaning="part of the tail it reaches")
RATE = Property(name="rate", kind="decimal", unit="percent", meaning="of a tariff, tax or cap")
HELP = Property(name="amount", kind="decimal", unit="currency", meaning="what is granted")


class Imposes(Edge):
    """A country or agency makes a policy, or undoes it (status `negated`)."""

    head = ("Country", "Agency")
    tail = ("Policy",)
    phrase = "imposes"
    colour = VERMILLION
    half_life = None  # in force until it is lifted
    properties = (RATE,)
    frames = (
        verb("impose introduce announce slap levy enact adopt apply set issue unveil implement "
             "extend expand widen tighten raise double reimpose reinstate renew maintain pass "
             "approve declare decree order put place launch open start bring_in sign publish "
             "broaden toughen strengthen increase hike triple enforce roll_out use have keep"),
        verb("plan propose threaten consider weigh mull prepare draft float seek study",
             status="planned"),
        verb("lift scrap drop repeal abolish end remove withdraw revoke suspend cancel rescind "
             "roll_back waive overturn reverse abandon shelve axe annul strike_down",
             status="negated"),
        verb("ease loosen relax soften reduce lower cut pause delay", confidence=0.6),
        verb("retaliate respond hit_back hit strike_back", tail="with"),
        verb("slap hit punish threaten", tail="with", confidence=0.75),
        verb("move opt vote", tail="comp.obj for", confidence=0.55),
        noun(MEASURE, head="poss compound by from", tail="trigger"),
        noun("imposition introduction extension announcement enforcement",
             head="by poss subj of.poss", tail="of"),
        noun("plan proposal threat", head="poss by subj", tail="for of comp.obj", status="planned",
             confidence=0.65),
        noun("lifting removal suspension repeal easing", head="by poss", tail="of",
             status="negated"),
    )  # fmt: skip
    examples = samples("""
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
        The Federal Aviation Administration enacted a ban on the drones. \
| Federal Aviation Administration | ban
        A moratorium on lithium mining was adopted by Panama. | Panama | moratorium
    """)
    counter_examples = samples("""
        Japan criticised export curbs on gallium. | Japan | export curbs
        Brazil asked for talks about the tariffs. | Brazil | tariffs
        Exporters in Vietnam fear a levy. | Vietnam | levy
        The ban on nickel ore hurts South Korea. | South Korea | ban
        Sanctions against Belarus stay. | Belarus | Sanctions
        Germany was exempted from the duties. | Germany | duties
    """)


class Targets(Edge):
    """A policy applies to a country, firm, good, industry or person."""

    head = ("Policy",)
    tail = ("Country", "Firm", "Commodity", "Product", "Industry", "Person", "Agency", "Place")
    phrase = "targets"
    colour = VERMILLION
    half_life = None
    properties = (SCOPE, RATE)
    frames = (
        noun(MEASURE, head="trigger", tail="on upon against over of"),
        noun(MEASURE, head="trigger", tail="on.of on.from on.compound on.to over.of"),
        noun(MEASURE, head="trigger", tail="on.by on.poss", confidence=0.7),
        noun(MEASURE, head="trigger", tail="for to into from", confidence=0.65),
        # "rice export curbs"; for a country before the noun, issuer or target is undecided.
        noun(MEASURE, head="trigger", tail="compound", confidence=0.6),
        verb("target cover affect include name hit ban bar prohibit restrict curb block limit "
             "govern regulate single_out", confidence=0.75),
        verb("apply extend relate", tail="to to.of to.from"),
        verb("aim direct design level", head="obj subj", tail="at against", confidence=0.75),
        verb("impose slap levy place put announce introduce raise set tighten lift ease extend "
             "enforce", head="obj", tail="on against on.of on.from on.to over"),
        verb("exempt exclude spare", status="negated"),
        verb("exempt exclude spare", head="from", tail="obj", status="negated"),
        verb("hit slap punish threaten target penalise penalize", head="with", tail="obj"),
        verb("subject", head="to", tail="obj"),
        verb("face", head="obj", tail="subj"),
        verb("require oblige force compel order", tail="obj", confidence=0.65),
        adj("subject exposed", head="to", tail="subj bearer", confidence=0.7),
        adj("exempt", head="from", tail="subj bearer", status="negated"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="access", out="access", factor=0.8, source=PRIOR,
                     scale="scope"),
    )  # fmt: skip
    examples = samples("""
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
    """)
    counter_examples = samples("""
        A Japanese ban on whisky angered Scotland. | ban | Japan
        The tariffs were praised by Italy. | tariffs | Italy
        Sanctions were discussed in Oslo by timber firms. | Sanctions | timber
        Quotas came after a visit by Nestle. | Quotas | Nestle
        Before the embargo was signed, copper fell. | embargo | copper
        Peru's levy on gold is old. | levy | Peru
    """)


class Restricts(Edge):
    """A country, agency or policy keeps a good, firm or country out, or holds it back.

    Derived from IMPOSES and TARGETS; the frames are for plain verbs ("bans", "blocks").
    """

    head = ("Country", "Agency", "Policy")
    tail = ("Commodity", "Product", "Firm", "Country", "Industry", "Person", "Place",
            "Agency")  # fmt: skip
    phrase = "restricts"
    colour = VERMILLION
    half_life = None
    properties = (SCOPE, RATE)
    frames = (
        verb("ban bar block prohibit outlaw forbid restrict curb limit sanction blacklist embargo "
             "boycott cap tax censure expel exclude ration seize veto oust penalise penalize "
             "control regulate"),
        verb("ban bar block prohibit outlaw forbid restrict curb limit halt suspend stop cut "
             "tighten cap freeze control tax phase_out choke_off slow",
             tail="obj.of obj.compound obj.from", beside=TRADE),
        verb("ban bar block prohibit outlaw forbid restrict curb limit halt suspend stop cut_off "
             "tighten", tail="obj.to obj.of.to obj.into to", beside=TRADE),
        verb("ban bar block prohibit forbid prevent stop restrict", tail="from.obj from.obj.of"),
        verb("ban bar block prohibit forbid prevent stop exclude", tail="from.to from from.from",
             confidence=0.65),
        verb("order tell direct instruct urge ask", tail="obj comp.obj comp.obj.from",
             beside="stop halt sell divest avoid cease drop remove", confidence=0.65),
        verb("add put place", tail="obj", beside="blacklist list entity_list"),
        verb("revoke withdraw suspend cancel deny refuse reject", tail="obj.poss obj.of obj.for",
             beside="licence license permit approval authorisation authorization permission"),
        verb("revoke deny refuse", tail="iobj", confidence=0.6),
        verb("probe investigate raid summon", tail="obj", confidence=0.6),
        verb("crack_down clamp_down", tail="on on.of upon"),
        verb("close shut", tail="to from", beside="border market port", confidence=0.6),
        verb("require", tail="for for.of", beside="licence license permit approval"),
        verb("lift end ease scrap drop", tail="obj.on obj.against obj.of", status="negated",
             beside="ban curb restriction embargo sanction control"),
        verb("unblock unban delist", status="negated"),
        noun("crackdown clampdown", head="poss by subj compound", tail="on against"),
        noun("ban curb restriction embargo sanction control", head="poss by",
             tail="on against on.of over", confidence=0.75),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="access", out="access", factor=0.8, source=PRIOR,
                     scale="scope"),
    )  # fmt: skip
    examples = samples("""
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
    """)
    counter_examples = samples("""
        Indonesia welcomed exports of nickel ore. | Indonesia | nickel ore
        Huawei was blocked by Australia. | Huawei | Australia
        Egypt increased purchases of butter from Ireland. | Egypt | butter
        Protesters blocked a road in Chile near a copper mine. | Chile | copper
        India subsidised wheat. | India | wheat
        Traders expect Mexico to buy steel. | Mexico | steel
    """)


class Supports(Edge):
    """A country, agency or policy helps: a subsidy, loan, exemption, licence or rescue."""

    head = ("Country", "Agency", "Policy")
    tail = ("Firm", "Industry", "Commodity", "Product", "Country")
    phrase = "supports"
    colour = VERMILLION
    half_life = None
    properties = (HELP,)
    frames = (
        verb("subsidise subsidize support back fund finance sponsor bail_out rescue aid assist "
             "exempt spare promote favour favor nationalise nationalize reward", tail="obj obj.of"),
        verb("grant give award offer provide hand lend allocate pledge promise",
             tail="iobj to for obj.to obj.for",
             beside="licence license subsidy permit approval exemption waiver aid loan grant "
                    "funding relief credit guarantee money incentive help support reprieve"),
        verb("approve clear authorise authorize allow permit license",
             tail="obj obj.of obj.by obj.from obj.to", confidence=0.55),
        verb("exempt exclude", head="subj", tail="obj", beside="from", confidence=0.7),
        verb("receive get win obtain secure", head="from obj.from", tail="subj",
             beside="subsidy aid loan grant funding licence license approval exemption bailout"),
        verb("pump pour inject channel earmark spend set_aside", tail="into for on",
             confidence=0.65),
        noun("subsidy aid support grant exemption relief bailout bail-out incentive rescue waiver "
             "loan funding backing", head="poss compound from by trigger", tail="for to of"),
        noun("subsidy tax_credit tax_break exemption", head="subj poss by", tail="for to on"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="finance", out="finance", factor=0.4, source=PRIOR),
        Transmission(travel="with", into="demand", out="demand", factor=0.4, source=PRIOR),
    )
    examples = samples("""
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
    """)
    counter_examples = samples("""
        Norway taxed electric cars. | Norway | electric cars
        Germany sued Uniper. | Germany | Uniper
        EDF granted France a discount. | EDF | France
        Poland imports farmers' tools. | Poland | farmers
        Japan closed shipyards. | Japan | shipyards
        Canada bought trains from Alstom. | Canada | Alstom
    """)
