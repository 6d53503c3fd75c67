"""Forms that ask who is exposed: by which words, in which direction, one or several, and why.

Bias: an event in the words ("a fire at X") stays in the subject and is read when it is resolved.
"""

from __future__ import annotations

import re
from functools import partial

from kg.answers.forms import AUX, BE, MODAL, WHO, Reading, X, Y, about, clean
from kg.answers.plan import Plan

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
WHOLE, ONE, TWO = "Who is exposed", "Is Y exposed, and why", "Comparison"


def _if(match: re.Match[str]) -> Plan:
    broke = re.match(r"(?:goes|went|go)|fail|collaps|default", match["how"], re.IGNORECASE)
    return Plan("exposed", subject=clean(match["x"]), event="bankruptcy" if broke else "halt")


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
    Reading(rf"(?:what|(?:what|who)(?: else)? (?:happens|would happen|is hit|suffers)) if {X} "
            r"(?P<how>(?:goes|went|go) (?:bankrupt|bust|under)|halts?|stops?|shuts?|closes?|fails?|"
            r"collapses?|defaults?|can ?not deliver|is (?:halted|shut|disrupted))(?: .*)?",
            "what happens if X halts", _if, WHOLE),
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
    Reading(rf"(?:why|how come)(?: (?:is|are|was|were|would))? {Y}(?: be)?(?: is| are)? "
            rf"{MOST}{ANY} {X}", "why is Y exposed to X", _why, ONE),
    Reading(rf"(?:why|in what way|by which path) (?:does|do|did|would|will|could) {X} "
            r"(?:affect|impact|hurt|hit|help|harm) (?P<y>.+)", "why does X hurt Y", _why, ONE),
    Reading(rf"what makes {Y} {MOST}{AT_RISK} to {X}", "what makes Y exposed to X", _why, ONE),
)  # fmt: skip
