"""Questions that ask for edges by a noun: "suppliers of X", "who gets loans from X".

Bias: a noun that no class knows leaves the question unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.answers.edge_parts import OF, OWNER, STATUS, anyof, fit, part, ways
from kg.answers.forms import WHO, asking, clean
from kg.answers.nouns import event_nouns, figures, role_nouns
from kg.answers.plan import Form, Plan
from kg.answers.statuses import ADJECTIVE, asked_statuses

_OTHER = {"head": "tail", "tail": "head"}
_SOME = r"(?:an? |the |any |its |their |some |state |new |more )*"
_GETS = r"(?:gets?|got|getting|receives?|received|receiving|has|have|had|takes?|took|faces?|faced)"
_GIVES = (
    r"(?:gives?|gave|giving|makes?|made|making|grants?|granted|granting|pays?|paid|paying|"
    r"offers?|offered|offering|provides?|provided|providing|files?|filed|filing|launch(?:es|ed)?|"
    r"has|have|had|published|issued?|issues)"
)


def roles(text: str) -> Iterator[Plan]:
    """Who are the suppliers of X; X's suppliers; which firms are suppliers to X."""
    noun = rf"{STATUS}(?P<noun>{anyof(role_nouns(), text)})"
    lead = r"(?:(?:who|what|which(?: [\w-]+){0,2}) (?:is|are|was|were) |which |what )?(?:all )?"
    turned = fit(rf"{WHO} (?:is|are|was|were) (?P<x>.+?) (?:the|an?) {noun} (?:of|to|for|at)", text)
    if turned:
        plan = _of_noun("objects", turned)
        sides = tuple((type_, _OTHER[side]) for type_, side in plan.types)
        yield asking(replace(plan, types=sides), part(turned, "who"))
    for pattern in (
        rf"{lead}(?:the |an? )?{noun} {OF} (?P<x>.+)",
        rf"{lead}{OWNER} {noun}",
        rf"(?:which|what|who are the|how many) {noun} (?:does|do|did) (?P<x>.+?) have",
    ):
        match = fit(pattern, text)
        if match:
            yield _of_noun("subjects", match)


def _of_noun(form: Form, match: re.Match[str]) -> Plan:
    plan = Plan(
        form, subject=clean(match["x"]), other=clean(part(match, "y")),
        types=role_nouns()[match["noun"].lower()],
    )  # fmt: skip
    statuses = asked_statuses(part(match, "status"))
    return replace(plan, filters=replace(plan.filters, statuses=statuses))


def events(text: str) -> Iterator[Plan]:
    """Which lawsuits are there; takeovers of X; X's acquisitions; who rejected a bid for X."""
    noun = f"(?P<noun>{anyof(event_nouns(), text)})"
    lead = r"(?:(?:which|what|all|the|any|known|all the|what are the|what is the) )?"
    were = rf"(?: (?:that )?(?:is|are|was|were|has been|have been) (?P<after>{ADJECTIVE}))?"
    for pattern, side in (
        (rf"{lead}{STATUS}{noun} (?:of|for|against|with|on|in|to|at) (?P<x>.+?){were}", "head"),
        (rf"{lead}{STATUS}{noun} (?:by|from) (?P<x>.+?){were}", "tail"),
        (rf"{lead}{OWNER} {STATUS}{noun}{were}", "tail"),
        (rf"{lead}{STATUS}{noun} (?:does|do|did|has|have) (?P<x>.+?)"
         r"(?: (?:face|have|had|make|made|do|done|fac(?:ed|es)|announced?|got|get|received?))?",
         "both"),
        (rf"{lead}{STATUS}{noun} (?:concern|involve|name|hit|affect|are about)s? (?P<x>.+)",
         "both"),
        (rf"(?P<who>who) (?P<status>{ADJECTIVE}) (?:an? |its |their |the |any )?{noun} "
         r"(?:of|for|against|with|on|in|to) (?P<x>.+)", "head"),
        (rf"(?P<who>who) (?P<status>{ADJECTIVE}) (?:an? |its |their |the |any )?{noun} "
         r"(?:by|from) (?P<x>.+)", "tail"),
        (rf"{lead}{STATUS}{noun}(?: (?:are there|are known|exist|do you know)|{were})", "every"),
        (rf"{lead}{STATUS}(?P<x>[^ ].*?) {noun}{were}", "both"),
    ):
        match = fit(pattern, text)
        if match:
            yield _of_event(match, side)


def _of_event(match: re.Match[str], side: str) -> Plan:
    sides = {"head": ("head",), "tail": ("tail",)}.get(side, ("head", "tail"))
    types = event_nouns()[match["noun"].lower()]
    form: Form = "pairs" if side == "every" else "subjects"
    plan = Plan(form, subject=clean(part(match, "x")),
                types=tuple((t, s) for t in types for s in sides))  # fmt: skip
    words = " ".join((part(match, "status"), part(match, "after")))
    return replace(plan, filters=replace(plan.filters, statuses=asked_statuses(words)))


def is_noun_of(text: str) -> Iterator[Plan]:
    """Is Y a NOUN of X; is Y X's NOUN."""
    noun = f"(?P<noun>{anyof(role_nouns(), text)})"
    for pattern in (
        rf"(?:is|are|was|were) (?P<y>.+?) (?:an? |the |one of the )?{STATUS}{noun} {OF} "
        r"(?P<x>.+)",
        rf"(?:is|are|was|were) (?P<y>.+?) (?P<x>[^ ].*?)'s? {STATUS}{noun}",
    ):
        yield from (_of_noun("holds", match) for match in ways(pattern, text))


def given(text: str) -> Iterator[Plan]:
    """Who gets a NOUN from X; who gives a NOUN to X; which NOUN does Y have in X."""
    noun = f"(?P<noun>{anyof(event_nouns(), text)})"
    aux = r"(?:(?:is|are|was|were|has|have|had|will|would|may|might) )*"
    for pattern, side in (
        (rf"{WHO} {aux}{_GETS} {_SOME}{STATUS}{noun} (?:from|by) (?P<x>.+)", "tail"),
        (rf"{WHO} {aux}{_GIVES} {_SOME}{STATUS}{noun} (?:to|for|on|in|against|of) (?P<x>.+)",
         "head"),
        (rf"{WHO} {aux}{_GIVES} (?P<x>.+?) {_SOME}{STATUS}{noun}", "head"),
    ):
        match = fit(pattern, text)
        if match:
            yield asking(_of_event(match, side), part(match, "who"))


def owned(text: str) -> Iterator[Plan]:
    """What is Y's NOUN for X; which stake does Y hold in X; what is Y's FIGURE."""
    noun = f"(?P<noun>{anyof(event_nouns(), text)})"
    what = r"(?:(?:what|which|how (?:big|large|high|much|strong)) (?:is|are|was|were) |(?:the )?)"
    owner = r"(?P<y>(?!(?:is|are|was|were|did|does|do|has) ).+?)(?:'s|(?<=s)')"
    held = r"(?:have|has|own|owns|hold|holds|make|made)"
    for pattern in (
        rf"{what}{owner} {STATUS}{noun} {OF} (?P<x>.+)",
        rf"(?:what|which|how (?:big|large)(?: an?)?) {STATUS}{noun} (?:does|do|did|has) (?P<y>.+?) "
        rf"{held} {OF} (?P<x>.+)",
        rf"(?:what|which|how (?:big|large)) (?:is|was) (?:the )?{STATUS}{noun} (?:of|by) "
        r"(?P<y>.+?) (?:for|in|on) (?P<x>.+)",
    ):
        match = fit(pattern, text)
        if match:
            yield replace(_of_event(match, "head"), form="evidence", other=clean(match["y"]))
    how = r"(?:what|how (?:big|large|high|much|strong))"
    match = fit(rf"{how} (?:is|are|was|were) {owner} (?P<x>.+)", text)
    if match:
        types = tuple((type_, "head") for type_ in figures())
        yield Plan("evidence", subject=clean(match["x"]), other=clean(match["y"]), types=types)
    match = fit(r"(?:how much|what (?:share|stake|part)) of (?P<x>.+?) (?:does|do|did) (?P<y>.+?) "
                r"(?:own|hold|have)", text)  # fmt: skip
    if match:
        types = tuple((type_, "head") for type_ in event_nouns()["stake"])
        yield Plan("evidence", subject=clean(match["x"]), other=clean(match["y"]), types=types)
