"""The grammar of questions: closed, case-blind, without any language model.

Each form is a pattern with an example; the first that fits gives the plan. Edge questions come
from the edge classes (see `verbs`). Bias: refuse with the nearest forms rather than answer
another question.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from kg.answers.edge_questions import edge_plan
from kg.answers.filters import plain, split_filters
from kg.answers.labels import label_of
from kg.answers.plan import Form, Plan
from schemas.errors import QuestionUnread

WHO = r"(?P<who>who(?:m| all| else)?|what(?: else)?|(?:which|what) [\w&/-]+(?: [\w&/-]+){0,3}?)"
BE = r"(?:is|are|was|were|gets?|(?:would|will|might|may|could|can) be|stands? to be)"
AUX = r"(?:(?:would|will|might|may|could|can|does|do|did|stands? to) )?"
HURT = r"(?:hurt|hit|harmed|damaged|threatened|squeezed|hampered|disrupted|burdened|punished)"
TOUCH = r"(?:affected|impacted|touched|influenced)"
MOST = r"(?:[\w-]+ly |the most |most |more )?"  # how much, which changes no reading
MODAL = r"(?:does|do|did|will|would|could|might|may|can)"
AT_RISK = r"(?:exposed|vulnerable|sensitive|at risk)"
SOON = r"(?:an? |any |published |current |new |price )*"
VIEW = r"(?:targets?|forecasts?|outlook|estimates?|projections?)"
LINKED = r"(?:linked|connected|related|tied)"
OF = r"(?:from|because of|due to|under|out of|by)"
HARM = r"(?:hurt|hit|harm|damage|threaten|squeeze|disrupt)"
X = r"(?P<x>.+)"


@dataclass(frozen=True, slots=True)
class Reading:
    """One supported form: its pattern, an example, and how it becomes a plan."""

    pattern: str
    example: str
    build: Callable[[re.Match[str]], Plan]


def _about(form: Form, match: re.Match[str]) -> Plan:
    parts = match.groupdict()
    who = parts.get("who") or ""
    return Plan(form, subject=clean(parts["x"]), other=clean(parts.get("y") or ""),
                label=label_of(who), event=parts.get("event") or "")  # fmt: skip


def _forecasts(match: re.Match[str]) -> Plan:
    return replace(_about("subjects", match), types=(("FORECASTS", "head"),))


def _if(match: re.Match[str]) -> Plan:
    broke = re.match(r"(?:goes|went|go)|fail|collaps|default", match["how"], re.IGNORECASE)
    return Plan("exposed", subject=clean(match["x"]), event="bankruptcy" if broke else "halt")


def _kind(match: re.Match[str]) -> Plan:
    return Plan("listing", kind=match["kind"].lower(), subject=clean(match["x"] or ""))


def clean(name: str) -> str:
    """A name as the question gives it, without quotes, article and stray marks."""
    bare = name.strip(" ,.;:\"'")
    tail = "'" if name.rstrip(" ,.;:").endswith("s'") else ""
    return re.sub(r"^(?:the|an?|any)\s+(?=\S)", "", bare + tail, flags=re.IGNORECASE)


_KINDS = (
    r"(?P<kind>polic(?:y|ies)|tariffs?|sanctions?|export (?:controls?|curbs?|bans?)|bans?|curbs?|"
    r"subsid(?:y|ies)|quotas?|deals?|takeovers?|acquisitions?|mergers?|stakes?)"
)
_exposed, _helped, _hurt = (partial(_about, f) for f in ("exposed", "helped", "hurt"))
_single, _path, _show = (partial(_about, f) for f in ("is_exposed", "path", "show"))

READINGS: tuple[Reading, ...] = (
    Reading(rf"{WHO} {BE} {MOST}{AT_RISK} (?:to|from|by|of) {X}", "who is exposed to X", _exposed),
    Reading(rf"(?:what (?:is|are) )?(?:the )?exposures? to {X}", "exposure to X", _exposed),
    Reading(rf"(?:what (?:is|are|would be|were) )?(?:the )?(?:[\w-]+ )?"
            rf"(?:effects?|consequences|impact) of {X}", "what are the effects of X", _exposed),
    Reading(rf"{WHO} {BE} {MOST}{HURT}(?: \w+)?? (?:by|from|under) {X}",
            "who is hurt by X", _hurt),
    Reading(rf"{WHO} {AUX}(?:suffers?|loses?(?: out)?) {MOST}{OF} {X}",
            "who suffers from X", _hurt),
    Reading(rf"{WHO} {BE} {MOST}{TOUCH} by {X}", "who is affected by X", _exposed),
    Reading(rf"{WHO} {MODAL} {X} {HARM}",
            "whom does X hurt", _hurt),
    Reading(rf"{WHO} {MODAL} {X} (?:affect|impact)",
            "whom does X affect", _exposed),
    Reading(rf"(?:what|who)(?: else)? (?:happens|would happen|is hit|suffers) if {X} "
            r"(?P<how>(?:goes|went|go) (?:bankrupt|bust|under)|halts?|stops?|shuts?|closes?|fails?|"
            r"collapses?|defaults?|can ?not deliver|is (?:halted|shut|disrupted))(?: .*)?",
            "what happens if X halts", _if),
    Reading(rf"{WHO} {AUX}(?:benefits?|gains?|profits?|wins?) {MOST}{OF} {X}",
            "who benefits from X", _helped),
    Reading(rf"{WHO} {BE} (?:helped|supported|boosted|lifted) by {X}",
            "who is helped by X", _helped),
    Reading(rf"how (?:badly |much )?(?:exposed|vulnerable) (?:is|are) (?P<y>.+?) to {X}",
            "how exposed is Y to X", _single),
    Reading(rf"(?:is|are|was|were) (?P<y>.+?) {AT_RISK} (?:to|from) {X}",
            "is Y exposed to X", _single),
    Reading(rf"(?:is|are|was|were) (?P<y>.+?) (?:{HURT}|{TOUCH}|helped) by {X}",
            "is Y hit by X", _single),
    Reading(rf"how (?:does|do|did|would|will) {X} (?:affect|impact|hurt|hit|help) (?P<y>.+)",
            "how does X affect Y", _single),
    Reading(rf"(?:how|in what way) (?:is|are|was|were) {X}? {LINKED}"
            r" (?:to|with) (?P<y>.+)", "how is A linked to B", _path),
    Reading(rf"(?:is|are) {X} {LINKED} (?:to|with) (?P<y>.+)",
            "is A linked to B", _path),
    Reading(rf"how (?:are|were) {X} and (?P<y>.+?) {LINKED}(?: to each other)?",
            "how are A and B linked", _path),
    Reading(rf"(?:what )?(?:links|connects|ties) {X} (?:to|and|with) (?P<y>.+)",
            "what links A to B", _path),
    Reading(rf"(?:what (?:is|are) )?(?:the )?(?:links?|paths?|connections?) (?:between|from) {X}"
            r" (?:and|to) (?P<y>.+)", "path from A to B", _path),
    Reading(rf"{WHO} (?:assets|businesses|units|firms|brands)? ?"
            r"(?:is|are|was|were|will be|must be|get)"
            r" (?:sold|divested|disposed of|spun off) (?:because of|due to|after|for|as part of|"
            rf"as a result of|in connection with|to clear|following) (?P<x>.+?)"
            r"(?:,? and who (?:is|are|was|were) (?:the )?(?:named |likely )?buyers?)?",
            "which assets are sold because of X", partial(_about, "sold_for")),
    Reading(rf"{WHO} (?:has|have|had) {SOON}{X} {VIEW}", "who has an X target", _forecasts),
    Reading(rf"{WHO} (?:has|have|had) {SOON}(?:{VIEW}|views?) (?:for|of|on) {X}",
            "who has a forecast for X", _forecasts),
    Reading(rf"(?:what|which) {_KINDS} (?:are there|are known|exist|do you know)(?P<x>)",
            "which sanctions are there", _kind),
    Reading(rf"(?:all |the |known |all the )*{_KINDS}(?P<x>)", "list all deals", _kind),
    Reading(rf"(?:what|which) {_KINDS} (?:concern|involve|name|hit|target|are about) {X}",
            "which deals involve X", _kind),
    Reading(rf"what (?:has )?happen(?:s|ed) (?:to|with|at|in) {X}", "what happened to X", _show),
    Reading(rf"(?:what (?:is|do we know|do you know|is known)|tell me|all|everything) about {X}",
            "what is known about X", _show),
    Reading(rf"(?:what's|what is|what) (?:the )?news (?:about|on|from|of) {X}",
            "what is the news about X", _show),
    Reading(rf"(?:the )?(?:timeline|history|chronology) (?:of|for) {X}", "timeline of X",
            partial(_about, "timeline")),
)  # fmt: skip
_LAST = Reading(rf"(?:who|what) (?:is|are|was|were) {X}", "who is X", _show)
EDGE_EXAMPLES = (
    "who supplies X", "who depends on X", "what does X produce", "what does X restrict",
    "who acquires X", "who owns X", "which firms are listed on X", "who are X's suppliers",
)  # fmt: skip


def read(question: str) -> Plan:
    """The plan of a question; QuestionUnread with the three nearest forms."""
    text, filters = split_filters(plain(question))
    plan = _match(READINGS, text) or edge_plan(text) or _match((_LAST,), text)
    if plan is None:
        raise QuestionUnread(
            f"question not understood: {question.strip()!r}",
            cure="nearest forms: " + "; ".join(nearest(question)),
        )
    return replace(plan, filters=filters)


def _match(readings: tuple[Reading, ...], text: str) -> Plan | None:
    for reading in readings:
        match = re.fullmatch(reading.pattern, text, re.IGNORECASE)
        if match:
            return reading.build(match)
    return None


def forms() -> tuple[str, ...]:
    """An example of every supported form."""
    return (*(r.example for r in READINGS), *EDGE_EXAMPLES, _LAST.example)


def nearest(question: str, count: int = 3) -> list[str]:
    """The supported forms that come nearest to the words of the question."""
    words = question.casefold().split()

    def likeness(form: str) -> float:
        return difflib.SequenceMatcher(None, words, form.casefold().split()).ratio()

    return sorted(forms(), key=lambda f: (-likeness(f), f))[:count]
