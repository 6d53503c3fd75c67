"""Forms that ask for what is told: links, all about one thing, its history, who said what.

Bias: the widest of them ("who is X") is tried last, so that it takes no other form's questions.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

from kg.answers.forms import WHO, Reading, X, about, clean
from kg.answers.plan import Plan
from kg.answers.statuses import ADJECTIVE, BROKEN, OPEN, REAL, asked_statuses
from schemas.base import state_edges
from schemas.errors import QuestionUnread

LINKED = r"(?:linked|connected|related|tied)"
SOON = r"(?:an? |any |its |their |the |published |current |new |price )*"
AUX_HAS = r"(?:has|have|had) "
SET = r"has|have|had|issued|published|set|gave"
VIEW = r"(?:targets?|forecasts?|outlook|estimates?|projections?)"
SOURCE = r"(?P<y>.+?)"
CURBS = (
    r"(?P<kind>polic(?:y|ies)|tariffs?|sanctions?|export (?:controls?|curbs?|bans?)|bans?|curbs?|"
    r"quotas?)"
)
DEALS = r"(?P<kind>deals?|takeovers?|acquisitions?|mergers?)"
KINDS = (
    r"(?P<kind>polic(?:y|ies)|tariffs?|sanctions?|export (?:controls?|curbs?|bans?)|bans?|curbs?|"
    r"subsid(?:y|ies)|quotas?|deals?|takeovers?|acquisitions?|mergers?)"
)
LEAVE = (
    r"(?P<leave>leav(?:e|es|ing)|left|quit(?:s|ting)?|exit(?:s|ed|ing)?|"
    r"depart(?:s|ed|ing)?(?: from)?|withdr(?:aw|aws|awing|ew)(?: from)?|pull(?:s|ed|ing)? out of|"
    r"(?:de-?list|mov|relocat|switch|migrat|shift)(?:s|e|es|ed|ing)?"
    r"(?: (?:its|their|the) [\w ]+?)?(?: away)? from)"
)
MOVE = (
    r"(?P<move>join(?:s|ed|ing)?|(?:mov|relocat|switch|migrat|shift)(?:e|s|es|ed|ing)?"
    r"(?: (?:its|their|the) [\w ]+?)? to)"
)
STATUS = rf"(?:(?P<status>{ADJECTIVE}(?:(?:,| or| and|, or) {ADJECTIVE})*) )"
WERE = (
    rf"(?: (?:that |which )?(?:(?:is|are|was|were|has been|have been|got|have|has) )?"
    rf"(?P<after>{ADJECTIVE}(?:(?:,| or| and|, or|,? but not) {ADJECTIVE})*))"
)
LINKS, ALL, ACTS = "How A and B are linked", "All about one thing", "Policies and deals"

_path, _show, _said = (partial(about, f) for f in ("path", "show", "said"))


def _forecasts(match: re.Match[str]) -> Plan:
    return replace(about("subjects", match), types=(("FORECASTS", "head"),))


def _kind(match: re.Match[str]) -> Plan:
    parts = {k: v or "" for k, v in match.groupdict().items()}
    statuses = asked_statuses(" ".join((parts.get("status", ""), parts.get("after", ""))))
    plan = Plan("listing", kind=parts["kind"].lower(), subject=clean(parts.get("x", "")))
    return replace(plan, filters=replace(plan.filters, statuses=statuses))


def _changed(match: re.Match[str]) -> Plan:
    return Plan("changes", subject=clean(match["x"] or ""))


def _undated(match: re.Match[str]) -> Plan:
    raise QuestionUnread(
        f"{match['x']!r} is no date", cure="write 2025-06-09, June 2025 or 2025: no clock is read"
    )


def _left_out(match: re.Match[str]) -> Plan:
    del match
    return Plan("left_out")


def _moving(match: re.Match[str]) -> Plan:
    states = (k.TYPE for k in state_edges() if k.phrase.startswith("is "))
    plan = replace(about("subjects", match), types=tuple((t, "head") for t in states))
    done = re.match(r"\w+ed\b", match["move"], re.IGNORECASE)
    return replace(plan, filters=replace(plan.filters, statuses=REAL if done else OPEN))


def _leaving(match: re.Match[str]) -> Plan:
    plan = about("leaving", match)
    done = re.match(r"left\b|withdrew|\w+ed\b", match["leave"], re.IGNORECASE)
    return replace(plan, filters=replace(plan.filters, statuses=BROKEN)) if done else plan


READINGS: tuple[Reading, ...] = (
    Reading(rf"(?:how|in what way) (?:is|are|was|were) {X}? {LINKED}"
            r" (?:to|with) (?P<y>.+)", "how is A linked to B", _path, LINKS),
    Reading(rf"(?:is|are) {X} {LINKED} (?:to|with) (?P<y>.+)", "is A linked to B", _path, LINKS),
    Reading(rf"how (?:are|were) {X} and (?P<y>.+?) {LINKED}(?: to each other)?",
            "how are A and B linked", _path, LINKS),
    Reading(rf"(?:what )?(?:links|connects|ties) {X} (?:to|and|with) (?P<y>.+)",
            "what links A to B", _path, LINKS),
    Reading(rf"(?:what (?:is|are) )?(?:the )?(?:links?|paths?|connections?) (?:between|from) {X}"
            r" (?:and|to) (?P<y>.+)", "path from A to B", _path, LINKS),
    Reading(rf"{WHO} (?:assets|businesses|units|firms|brands)? ?"
            r"(?:is|are|was|were|will be|must be|get)"
            r" (?:sold|divested|disposed of|spun off) (?:because of|due to|after|for|as part of|"
            rf"as a result of|in connection with|to clear|following) (?P<x>.+?)"
            r"(?:,? and who (?:is|are|was|were) (?:the )?(?:named |likely )?buyers?)?",
            "which assets are sold because of X", partial(about, "sold_for"), ACTS),
    Reading(rf"{WHO} (?:{AUX_HAS})?(?:{SET}) {SOON}{X} {VIEW}", "who has an X target",
            _forecasts, ACTS),
    Reading(rf"{WHO} (?:has|have|had) {SOON}(?:{VIEW}|views?) (?:for|of|on) {X}",
            "who has a forecast for X", _forecasts, ACTS),
    Reading(rf"(?:what|which) {STATUS}?{KINDS} (?:are there|are known|exist|do you know)(?P<x>)",
            "which sanctions are there", _kind, ACTS),
    Reading(rf"(?:what|which|all|all the|the)? ?{STATUS}?{KINDS}(?P<x>){WERE}",
            "which deals were rejected or abandoned", _kind, ACTS),
    Reading(rf"(?:what|which|all|the|all the|known)? ?{STATUS}?{KINDS}(?P<x>)", "list all deals",
            _kind, ACTS),
    Reading(rf"(?:what|which) {STATUS}?{KINDS} "
            rf"(?:concern|involve|name|hit|target|are about|affect)s? {X}",
            "which deals involve X", _kind, ACTS),
    Reading(rf"(?:what|which) {STATUS}?{CURBS} (?:did|does|do|has|have|is|are) (?P<x>.+?) "
            rf"(?:impos|announc|issu|introduc|plann?|made?|hav|ha)(?:ed?|ing|s)?(?: in place)?",
            "which sanctions did X impose", _kind, ACTS),
    Reading(rf"(?:(?:what|which) (?:are|is) )?(?:what|which|all|all the|the)? ?{STATUS}?{CURBS} "
            rf"(?:(?:are|is|were|was) )?(?:imposed |announced |issued )?(?:by|from|on|against) {X}",
            "which tariffs are imposed by X", _kind, ACTS),
    Reading(rf"(?:what|which) {STATUS}?{DEALS} (?:is|are|was|were) (?P<x>.+?) (?:in|part of|"
            r"involved in|party to|a party to|doing|making)", "which deals is X in", _kind, ACTS),
    Reading(rf"{WHO} (?:(?:is|are|was|were|has|have|will|would|plans? to|wants? to|intends? to|"
            rf"is planning to|are planning to|is about to|are about to) )?{LEAVE} "
            r"(?P<x>.+?)(?: (?:for|to) (?P<y>.+))?",
            "which companies are leaving X", _leaving, ACTS),
    Reading(rf"{WHO} (?:(?:is|are|was|were|has|have|will|would|plans? to|wants? to|intends? to|"
            rf"is planning to|are planning to|is about to|are about to) )?{MOVE} {X}",
            "which companies are moving to X", _moving, ACTS),
    Reading(rf"what (?:did|does|do|has|have|had|was) {SOURCE} (?:said?|says?|report(?:ed)?|write|"
            rf"written|wrote|publish(?:ed)?|tell|told|claim(?:ed)?) (?:about|on|of) {X}",
            "what did PUBLISHER say about X", _said, ALL),
    Reading(rf"(?P<y>)who (?:said|says|reported|reports|wrote|writes|told|published)(?: what| "
            rf"anything)? (?:about|on|of) {X}", "who reported on X", _said, ALL),
    Reading(rf"what (?:has )?happen(?:s|ed) (?:to|with|at|in) {X}", "what happened to X", _show,
            ALL),
    Reading(rf"(?:(?:what (?:is|do we know|do you know|is known)|tell me|all|everything) )?about "
            rf"{X}",
            "what is known about X", _show, ALL),
    Reading(r"(?:(?:what (?:has |have |was |is |are )?(?:changed|new|different|the changes))|"
            r"(?:the )?changes)(?: (?:on|for|at|with|in|about|of) (?P<x>.+?))?",
            "what changed since 2025", _changed, ALL),
    Reading(r"what (?:has |have |is |was )?(?:changed|new|happened) (?:(?:since|after|from) )?"
            r"(?P<x>yesterday|today|recently|lately|now|overnight|(?:this|last|next) \w+|"
            r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)", "what changed since 2025",
            _undated, ALL),
    Reading(r"what (?:(?:did|do|have|has) (?:we|you|it|they|kg) (?:leave|left) out|(?:was|is|has "
            r"been) (?:left out|not read|missing)|"
            r"(?:did|could|can) (?:we|you|it) (?:miss|not read))",
            "what was left out", _left_out, ALL),
    Reading(rf"(?:what's|what is|what) (?:the )?(?:news|latest) (?:about|on|from|of) {X}",
            "what is the news about X", _show, ALL),
    Reading(rf"(?:the )?(?:timeline|history|chronology) (?:of|for) {X}", "timeline of X",
            partial(about, "timeline"), ALL),
)  # fmt: skip
LAST = (Reading(rf"(?:who|what) (?:is|are|was|were) {X}", "who is X", _show, ALL),)
