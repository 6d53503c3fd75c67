"""Forms that ask who is exposed: by which words, in which direction, one or several, and why.

Bias: an event in the words ("a fire at X") stays in the subject and is read when it is resolved.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from kg.answers.forms import AUX, BE, MODAL, WHO, Reading, X, Y, about, clean
from kg.answers.plan import Form, Plan

HURT = r"(?:hurt|hit|harmed|damaged|threatened|squeezed|hampered|disrupted|burdened|punished)"
TOUCH = r"(?:affected|impacted|touched|influenced)"
HELPED = r"(?:helped|boosted|lifted)"
MOST = r"(?:[\w-]+ly |the most |most |more )?"  # how much, which changes no reading
AT_RISK = r"(?:exposed|vulnerable|sensitive|at risk)"
OF = r"(?:from|because of|due to|under|out of|by)"
HARM = r"(?:hurt|hit|harm|damage|threaten|squeeze|disrupt)"
ANY = rf"(?:{AT_RISK} (?:to|from)|(?:{HURT}|{TOUCH}|{HELPED}) (?:by|from))"
BETTER = r"(?:more|less|harder|worse|most|least)"

_exposed, _helped, _hurt = (partial(about, f) for f in ("exposed", "helped", "hurt"))
_single, _why, _compare = (partial(about, f) for f in ("is_exposed", "why", "compare"))
_unexposed = partial(about, "unexposed")
WHOLE, ONE, TWO = "Who is exposed", "Is Y exposed, and why", "Comparison"


NOT = r"(?:is|are|was|were|will be|would be)(?: not|n't)"
IF = r"(?:if|when|should|in case|once|in the event that)"
HOW = (
    r"(?:(?:goes|went|go) (?:bankrupt|bust|under)|(?:halt|stop|shut|close|fail|collapse|default)"
    r"(?:s|ed|d|ped)?(?: down)?|cannot deliver|can ?not deliver|can't deliver|stumbles|"
    r"(?:has|have|had|were|was) to (?:halt|stop|shut|close)(?: down)?|shuts? down|"
    r"(?:is|are|was|were) (?:halted|shut|closed|disrupted|stopped|shut down))(?: .*)?"
)
SAFE = r"(?:unaffected|untouched|unscathed|unhurt|safe|insulated|immune|protected|spared|shielded)"
REACHED = rf"(?:{HURT}|{TOUCH}|{HELPED}|exposed|in trouble|at risk)"
SUFFERS = (
    rf"(?:(?:what|who)(?: else)?(?: (?:happens|would happen|could happen|will happen))?|"
    rf"{WHO} (?:{BE} {MOST}{REACHED}(?: (?:most|hardest|worst))?|"
    rf"{AUX}(?:suffers?|loses?(?: out)?|gains?|benefits?|wins?)(?: (?:most|out))?))"
)
CURB = r"(?:ban|restrict|curb|limit|block|halt|stop|suspend)(?:s|ed|ped|ned)?"
LEVIES = r"(?:(?:impose|put|slap|raise|introduce|announce|extend|tighten)(?:s|d|ped)?)"


def _curbed(match: re.Match[str]) -> Plan:
    """Who is exposed if A bans B: to A's curbs on B, or whatever else A puts on it."""
    act = match.groupdict().get("act") or "curbs"
    plan = about("exposed", match)
    return replace(plan, subject=f"{clean(match['i'])}'s {act} on {clean(match['x'])}")


def _sources(match: re.Match[str]) -> Plan:
    return Plan("sources", subject=clean(match["y"]))


def _portfolio(match: re.Match[str]) -> Plan:
    return replace(about("exposed", match), label="Portfolio")


def _one_if(match: re.Match[str]) -> Plan:
    return replace(_if(match), form="is_exposed", other=clean(match["y"]))


def _if(match: re.Match[str]) -> Plan:
    broke = re.match(r"(?:goes|went|go)|fail|collaps|default", match["how"], re.IGNORECASE)
    plan = replace(about("exposed", match), other="")
    gains = re.search(r"gain|benefit|win", match.string[: match.start("x")], re.IGNORECASE)
    form: Form = "helped" if gains else "exposed"
    return replace(plan, form=form, event="bankruptcy" if broke else "halt")


READINGS: tuple[Reading, ...] = (
    Reading(rf"(?:is|are|was|were) (?P<y>.+?) (?:more|less) {AT_RISK} (?:to|from) {X} "
            r"than (?P<z>.+)",
            "is A more exposed to X than B", _compare, TWO),
    Reading(rf"(?:is|are|was|were) (?P<y>.+?) hit (?:harder|worse|less) by {X} than (?P<z>.+)",
            "is A hit harder by X than B", _compare, TWO),
    Reading(rf"does {X} (?:hit|hurt|affect) (?P<y>.+?) (?:more|less|harder|worse) than (?P<z>.+)",
            "does X hit A harder than B", _compare, TWO),
    Reading(rf"(?:who|which|what)(?: \w+)? (?:is|are|was|would be) (?:the )?{BETTER} {ANY} "
            r"(?P<x>.+?)[,:]? (?P<y>[^,:]+) or (?P<z>.+)",
            "who is more exposed to X: A or B", _compare, TWO),
    Reading(rf"(?:which|who) of (?P<y>.+?) (?:and|or) (?P<z>.+?) (?:is|are|was) {BETTER} {ANY} {X}",
            "which of A and B is more exposed to X", _compare, TWO),
    Reading(rf"(?:is|are) (?P<y>.+?) or (?P<z>.+?) {BETTER} {ANY} {X}",
            "is A or B more exposed to X", _compare, TWO),
    Reading(rf"compare (?P<y>.+?) (?:and|with|to) (?P<z>.+?) (?:on|for|in|by|as to) "
            rf"(?:their )?(?:exposure to )?{X}", "compare A and B on X", _compare, TWO),
    Reading(rf"{WHO} {BE} {MOST}{AT_RISK} (?:to|from|by|of) {X}", "who is exposed to X", _exposed,
            WHOLE),
    Reading(rf"(?:what (?:is|are) )?(?:the )?exposures? to {X}", "exposure to X", _exposed, WHOLE),
    Reading(rf"(?:what (?:is|are|would be|were) )?(?:the )?(?:[\w-]+ )?"
            rf"(?:effects?|consequences|impact) of {X}", "what are the effects of X", _exposed,
            WHOLE),
    Reading(rf"{WHO} {BE} {MOST}{HURT}(?: \w+)?? (?:by|from|under) {X}",
            "who is hurt by X", _hurt, WHOLE),
    Reading(rf"{WHO} {AUX}(?:suffers?|loses?(?: out)?) {MOST}{OF} {X}",
            "who suffers from X", _hurt, WHOLE),
    Reading(rf"{WHO} {BE} {MOST}{TOUCH} by {X}", "who is affected by X", _exposed, WHOLE),
    Reading(rf"{WHO} {MODAL} {X} {HARM}", "whom does X hurt", _hurt, WHOLE),
    Reading(rf"{WHO} {MODAL} {X} (?:help|benefit|boost)", "whom does X help", _helped, WHOLE),
    Reading(rf"{WHO} {MODAL} {X} (?:affect|impact)", "whom does X affect", _exposed, WHOLE),
    Reading(rf"what (?:happens|would happen|will happen|could happen) to (?P<y>.+?) {IF} "
            rf"(?P<x>.+?) (?P<how>{HOW})", "what happens to Y if X halts", _one_if, ONE),
    Reading(rf"{SUFFERS} {IF} (?P<i>.+?) {LEVIES} (?:new |more |higher |fresh |its )*"
            r"(?P<act>tariffs|duties|sanctions|quotas|curbs|(?:export )?(?:controls|bans?|curbs)|"
            r"restrictions) on (?P<x>.+)", "who is hurt if A imposes tariffs on X", _curbed, WHOLE),
    Reading(rf"{SUFFERS} {IF} (?P<i>.+?) {CURB} (?:(?:the )?(?:exports?|shipments?|sales?|supply) "
            r"of )?(?P<x>.+?)(?: (?:exports?|shipments?|sales|supplies))?",
            "who is hurt if A bans X", _curbed, WHOLE),
    Reading(rf"{SUFFERS} {IF} (?P<x>.+?) (?P<how>{HOW})", "what happens if X halts", _if, WHOLE),
    Reading(rf"{WHO} {NOT}(?: at all| yet| directly)? {ANY} {X}", "who is not exposed to X",
            _unexposed, WHOLE),
    Reading(rf"{WHO} {BE} {MOST}{SAFE} (?:by|from|against|to) {X}", "who is unaffected by X",
            _unexposed, WHOLE),
    Reading(rf"what (?:is|are|was|were|might|could|would) {Y} (?:be )?{MOST}{AT_RISK} (?:to|from)",
            "what is Y exposed to", _sources, ONE),
    Reading(r"what does (?P<y>.+?) (?:depend|rely) on indirectly",
            "what does Y depend on indirectly", _sources, ONE),
    Reading(rf"(?:what (?:is|are) )?(?:my|our)(?: portfolio's)? exposures? to {X}",
            "my exposure to X", _portfolio, WHOLE),
    Reading(rf"{WHO} {AUX}(?:benefits?|gains?|profits?|wins?) {MOST}{OF} {X}",
            "who benefits from X", _helped, WHOLE),
    Reading(rf"{WHO} {BE} {HELPED} by {X}", "who is helped by X", _helped, WHOLE),
    Reading(rf"how (?:badly |much |strongly )?(?:exposed|vulnerable) (?:is|are) {Y} to {X}",
            "how exposed is Y to X", _single, ONE),
    Reading(rf"(?:is|are|was|were) {Y} {AT_RISK} (?:to|from) {X}",
            "is Y exposed to X", _single, ONE),
    Reading(rf"(?:is|are|was|were) {Y} (?:{HURT}|{TOUCH}|{HELPED}) by {X}",
            "is Y hit by X", _single, ONE),
    Reading(rf"how (?:does|do|did|would|will) {X} (?:affect|impact|hurt|hit|help) (?P<y>.+)",
            "how does X affect Y", _single, ONE),
    Reading(rf"(?:does|do|did|would|will|could) {X} (?:affect|impact|hurt|hit|help|harm) (?P<y>.+)",
            "does X affect Y", _single, ONE),
    Reading(rf"(?:why|how come|how)(?: (?:is|are|was|were|would))? {Y}(?: be)?(?: is| are)? "
            rf"{MOST}{ANY} {X}", "why is Y exposed to X", _why, ONE),
    Reading(rf"(?:why|in what way|by which path) (?:does|do|did|would|will|could) {X} "
            r"(?:affect|impact|hurt|hit|help|harm) (?P<y>.+)", "why does X hurt Y", _why, ONE),
    Reading(rf"what makes {Y} {MOST}{AT_RISK} to {X}", "what makes Y exposed to X", _why, ONE),
)  # fmt: skip
