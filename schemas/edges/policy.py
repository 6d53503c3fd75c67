"""Policy edges: who imposes what on whom, and who is helped by it.

Bias: a policy is given to the one who is said to make it, so a noun ("curbs") looks for its
issuer beside itself and not at the subject of any verb that governs it (critics govern too).
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.examples import policy

VERMILLION = "#D55E00"  # Okabe-Ito
PRIOR = "starting prior"
MEASURE = (
    "curb ban restriction control tariff duty levy tax quota sanction embargo blacklist moratorium "
    "boycott rule regulation cap ceiling limit law prohibition freeze blockade measure licence "
    "license requirement probe investigation penalty crackdown"
)
TRADE = "export import shipment sale supply delivery flow purchase use trade transfer"
MONEY = "dollar euro pound yen yuan won rupee"
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
    examples = policy.IMPOSES
    counter_examples = policy.NOT_IMPOSES


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
        verb("extend widen expand broaden", head="obj", tail="to to.of"),
        verb("aim direct design level", head="obj subj", tail="at against", confidence=0.75),
        verb("impose slap levy place put announce introduce raise set tighten lift ease extend "
             "enforce", head="obj", tail="on against on.of on.from on.to over"),
        verb("name list add include blacklist", head="in to on", tail="obj"),
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
    examples = policy.TARGETS
    counter_examples = policy.NOT_TARGETS


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
        verb("ban bar block prohibit forbid prevent stop", tail="from.obj from.obj.of from",
             only="Commodity Product", confidence=0.65),
        verb("ban bar block prohibit forbid halt suspend stop cut_off",
             tail="obj.to obj.of.to obj.with", only="Country", beside=TRADE, confidence=0.65),
        verb("order tell direct instruct urge ask", tail="obj comp.obj comp.obj.from",
             beside="stop halt sell divest avoid cease drop remove", confidence=0.65),
        verb("add put place", tail="obj", beside="blacklist list entity_list"),
        verb("revoke withdraw suspend cancel deny refuse reject", tail="obj.poss obj.of obj.for",
             beside="licence license permit approval authorisation authorization permission"),
        verb("revoke deny refuse", tail="iobj", confidence=0.6),
        verb("deny refuse", tail="obj", confidence=0.65,
             beside="licence license permit permission approval access visa entry"),
        verb("keep shut freeze lock leave", tail="obj", beside="out", confidence=0.65),
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
    examples = policy.RESTRICTS
    counter_examples = policy.NOT_RESTRICTS


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
             "exempt spare promote favour favor nationalise nationalize reward",
             tail="iobj obj obj.of"),
        verb("grant give award offer provide hand lend allocate pledge promise",
             tail="iobj to for obj.to obj.for",
             beside="licence license subsidy permit approval exemption waiver aid loan grant "
                    "funding relief credit guarantee money incentive help support reprieve "
                    f"{MONEY}"),
        verb("approve clear authorise authorize allow permit license",
             tail="obj obj.of obj.by obj.from obj.to", confidence=0.55),
        verb("exempt exclude", head="subj", tail="obj", beside="from", confidence=0.7),
        verb("receive get win obtain secure", head="from obj.from", tail="subj",
             beside="subsidy aid loan grant funding licence license approval exemption bailout "
                    f"permission clearance go-ahead waiver reprieve guarantee {MONEY}"),
        verb("keep", head="subj.from subj.of subj.poss subj.compound", tail="obj",
             beside="afloat alive solvent", confidence=0.65),
        verb("pump pour inject channel earmark spend set_aside", tail="into for on",
             confidence=0.65),
        noun("subsidy aid support grant exemption relief bailout bail-out incentive rescue waiver "
             "loan funding backing", head="poss compound from by of.by trigger", tail="for to of"),
        noun("support_package aid_package rescue_package bailout_package relief_package",
             head="poss subj by from", tail="for to"),
        noun("subsidy tax_credit tax_break exemption", head="subj poss by", tail="for to on"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="finance", out="finance", factor=0.4, source=PRIOR),
        Transmission(travel="with", into="demand", out="demand", factor=0.4, source=PRIOR),
    )
    examples = policy.SUPPORTS
    counter_examples = policy.NOT_SUPPORTS
