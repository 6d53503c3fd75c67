"""The effect edge: a stated harm or help of one thing to another.

Bias: an effect needs a word that says so; that one thing happened after another is not enough
(frames on price moves with "after" stand at low confidence).
"""

from schemas.base import Edge, Property, Transmission, adj, noun, verb
from schemas.examples import effects

PURPLE = "#CC79A7"  # Okabe-Ito
PRIOR = "starting prior"

# The cause is often below the subject: "a shortage of chips", "falling copper prices".
CAUSE = "subj subj.of subj.compound subj.poss subj.in subj.at subj.on subj.from subj.by"
# What is hit is often below the object: "Ford's profit", "demand for tyres", "margins at Ford".
HIT = "obj obj.poss obj.of obj.for obj.compound obj.at obj.in obj.from obj.to"
# What a state or a central bank does itself is a policy, help or a rate, which have their types.
ACTS = "rate subj:Country subj:Agency subj:Person"
# Verbs that also take a policy ("lift a ban", "ease curbs on tin") must not look below it.
NEAR = "obj obj.poss"
WHY = "by from with on over after amid because because.of due due.of by.of by.compound on.of"
WHO = "subj subj.of subj.poss subj.compound subj.in"

HARM = (
    "hit hurt harm damage disrupt cripple threaten squeeze dent batter hammer pummel rattle "
    "devastate hobble hamper hinder impede weaken undermine wound ravage roil upend paralyse "
    "paralyze destabilise destabilize jeopardise jeopardize endanger erode depress devalue spook "
    "unsettle shake pressure pressurise strain overwhelm burden plague stifle choke strangle "
    "starve deprive bankrupt ruin wreck sink punish penalise penalize alarm worry rock crush "
    "derail imperil displace outrage isolate handicap stall sap tarnish sour knock pinch sting "
    "bruise clobber crimp deter discourage sideline slam whack bleed disadvantage strand"
)
HARM_NEAR = "halt stop shut close delay slow cut reduce curtail limit block constrain trim curb"
HARM_OF = (
    "cut reduce slash lower shrink trim slow delay halt stop curtail limit constrain wipe_out "
    "destroy erase drag_down push_down drive_down bring_down knock_down eat_into choke_off cut_off "
    "dry_up knock shave wipe drain tighten interrupt suspend shut_down"
)
HELP = (
    "boost help benefit revive buoy strengthen bolster aid cheer reassure rescue save invigorate "
    "energise energize fuel spur stimulate propel enrich favour favor profit relieve uplift "
    "underpin reinvigorate rejuvenate brighten delight prop_up shore_up shield insulate protect "
    "reward advantage turbocharge supercharge"
)
HELP_NEAR = "lift support ease raise improve accelerate"
HELP_OF = (
    "lift raise support increase improve drive_up push_up speed_up expand widen restore reopen "
    "double triple unlock accelerate swell underwrite"
)
FALL = "fall drop slump plunge tumble sink slide dip decline retreat crash dive slip lose ease"
RISE = "rise jump surge soar climb gain rally rebound leap advance shoot_up recover"
DOWN = "down lower fall plunge tumble slide sink drop slump reel crash dive scramble"
UP = "up higher soar surge rise jump climb rally"

LOSSES = (
    "destabilisation destabilization disruption loss shortage decline collapse closure damage "
    "crisis bankruptcy slump shutdown stoppage delay"
)
UPWARD = "soar jump surge rise climb rally higher up"
DOWNWARD = "tumble plunge slide fall sink slump drop lower down crash"


class Impacts(Edge):
    """A stated effect: the head helps (sign +) or harms (sign −) the tail.

    The factor is multiplied by the edge's own sign.
    """

    head = ("Policy", "Deal", "Firm", "Country", "Commodity", "Indicator", "Agency", "Product",
            "Industry", "Place")  # fmt: skip
    tail = ("Firm", "Country", "Industry", "Commodity", "Product", "Place", "Index", "Indicator",
            "Agency", "Person")  # fmt: skip
    phrase = "affects"
    colour = PURPLE
    properties = (
        Property(name="amount", kind="decimal", unit="currency", meaning="stated cost or gain"),
        Property(name="change", kind="decimal", unit="percent", meaning="stated move"),
    )
    frames = (
        verb("send", head=CAUSE, tail="comp.subj obj", beside=UPWARD, sign="+", confidence=0.7),
        verb("send", head=CAUSE, tail="comp.subj obj", beside=DOWNWARD, sign="-", confidence=0.7),
        # harm
        verb("push_up drive_up bid_up raise increase lift inflate", head=CAUSE,
             tail="obj.for obj.at obj.of obj.poss obj.compound obj.in for", sign="-",
             beside="cost bill expense burden", confidence=0.65),
        verb("knock shave wipe take cut", head=CAUSE, tail="off.poss off.of off.compound off.at",
             sign="-", also="off", confidence=0.7,
             beside="profit earnings margin sale revenue income growth value output"),
        verb(HARM, head=CAUSE, tail=HIT, sign="-"),
        verb(HARM_NEAR, head=CAUSE, tail=NEAR, sign="-", confidence=0.65, unless=ACTS),
        verb(HARM_OF, head=CAUSE, tail="obj.poss obj.of obj.for obj.at obj.in obj.compound",
             sign="-", confidence=0.65,
             beside="profit earnings margin sale revenue demand output production income growth "
                    "supply export import shipment harvest crop job capacity work flow "
                    "business operation stock share value market order"),
        verb("weigh bear press", head=CAUSE, tail="on upon on.of on.poss on.compound on.for",
             sign="-"),
        verb("pile heap put", head=CAUSE, tail="on obj.on on.of", sign="-", confidence=0.7,
             beside="pressure strain misery pain burden squeeze"),
        verb("pose present spell", head=CAUSE, tail="for to obj.for obj.to", sign="-",
             beside="threat risk danger trouble challenge problem"),
        verb("deal deliver strike", head=CAUSE, tail="to iobj obj.to", sign="-",
             beside="blow setback"),
        verb("cost", head=CAUSE, tail="iobj iobj.poss obj obj.poss obj.compound",
             sign="-", confidence=0.75),
        verb("force compel", head=CAUSE, tail="obj obj.in obj.of", sign="-", confidence=0.75),
        verb("prompt lead cause", head=CAUSE, tail="obj comp.subj", sign="-", confidence=0.6,
             beside="declare halt suspend cut stop close shut warn idle furlough"),
        verb("leave", head=CAUSE, tail=HIT, sign="-", confidence=0.7,
             beside="short scramble reel vulnerable struggle expose strand nurse unable without "
                    "dwindle idle stick"),
        verb("send push drag pull drive knock", head=CAUSE, tail=HIT, sign="-", confidence=0.65,
             beside=DOWN),
        verb("push plunge tip throw", head=CAUSE, tail="obj", sign="-", confidence=0.7,
             beside="into recession crisis chaos turmoil disarray"),
        verb("put", head=CAUSE, tail="obj", sign="-", beside="risk pressure disadvantage",
             confidence=0.75),
        verb("add", head=CAUSE, tail="to.of to.for to.poss to.at", sign="-", confidence=0.6,
             beside="cost woe trouble strain pressure"),
        verb("suffer reel struggle ail smart", head="from with under over because due from.of "
             "from.compound from.in", tail=WHO, sign="-"),
        verb("wrestle grapple cope battle struggle contend", head="with with.of with.compound",
             tail=WHO, sign="-", confidence=0.6),
        verb("blame", head="obj obj.of obj.compound", tail="subj subj.poss", sign="-",
             confidence=0.6),
        verb("lose", head="to because due from", tail="subj", sign="-", confidence=0.55),
        verb("face", head="obj.from obj.over obj.of from", tail="subj", sign="-", confidence=0.65,
             beside="pressure threat risk disruption delay headwind hardship loss backlash"),
        verb("fear", head="obj", tail="subj", sign="-", status="planned", confidence=0.5),
        # help
        verb(HELP, head=CAUSE, tail=HIT, sign="+", unless=ACTS),
        verb("help let allow enable", head=CAUSE, tail="comp.subj", sign="+", confidence=0.7),
        verb(HELP_NEAR, head=CAUSE, tail=NEAR, sign="+", confidence=0.65, unless=ACTS),
        verb(HELP_OF, head=CAUSE, tail="obj.poss obj.of obj.for obj.at obj.in obj.compound",
             sign="+", confidence=0.6,
             beside="profit earnings margin sale revenue demand output production income growth "
                    "supply export harvest crop job capacity business stock share value order "
                    "prospect confidence sentiment"),
        verb("benefit profit gain", head="from off from.of from.in from.compound from.by",
             tail=WHO, sign="+"),
        verb("send push", head=CAUSE, tail=HIT, sign="+", confidence=0.6, beside=UP,
             unless="cost bill expense burden"),
        verb("give offer provide hand bring", head=CAUSE, tail="iobj to for obj.to obj.for",
             sign="+", confidence=0.7,
             beside="boost lift relief edge advantage reprieve respite lifeline breathing help "
                    "victory win fillip"),
        verb("add", head=CAUSE, tail="to.of to.poss", sign="+", confidence=0.5,
             beside="profit revenue earnings sale"),
        verb("welcome", head="obj", tail="subj", sign="+", confidence=0.5),
        # moves of a price or share, with what the text gives as the reason
        verb(FALL, head=WHY, tail=WHO, sign="-", confidence=0.5),
        verb(RISE, head=WHY, tail=WHO, sign="+", confidence=0.45),
        # nouns and adjectives
        noun("blow setback threat damage harm risk danger burden drag disruption hit headwind "
             "shock hardship pain trouble strain menace", head="bearer subj poss from by of",
             tail="to for on of of.in to.of for.in", sign="-"),
        noun("bad_news loser", head="bearer subj", tail="for", sign="-"),
        verb("lead contribute", head=CAUSE, tail="to.of to.in to.for to.at", beside=LOSSES,
             sign="-", confidence=0.7),
        noun("loser victim casualty", head="of from", tail="bearer subj", sign="-"),
        noun("boost lift relief boon fillip help shot tailwind lifeline windfall support reprieve "
             "benefit respite advantage blessing", head="bearer subj poss from",
             tail="for to in.of to.of for.in", sign="+"),
        noun("good_news", head="bearer subj", tail="for", sign="+"),
        noun("winner beneficiary", head="of from", tail="bearer subj", sign="+"),
        # the adjective beside these gives the sign ("a positive effect on")
        noun("impact effect consequence repercussion fallout", head="bearer subj poss of from",
             tail="on for on.of on.in", confidence=0.6),
        adj("bad harmful damaging painful disastrous costly negative devastating disruptive",
            head="subj bearer", tail="for to", sign="-"),
        adj("vulnerable exposed", head="to to.of to.compound", tail="subj bearer", sign="-",
            confidence=0.65),
        adj("good positive beneficial helpful supportive", head="subj bearer", tail="for to",
            sign="+"),
    )  # fmt: skip
    transmissions = (
        Transmission(travel="with", into="finance", out="finance", factor=0.7, source=PRIOR),
        Transmission(travel="with", into="supply", out="supply", factor=0.7, source=PRIOR),
    )
    examples = effects.IMPACTS
    counter_examples = effects.NOT_IMPACTS
