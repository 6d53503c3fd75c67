"""Questions that ask for edges: "who supplies X", "what does X export", "did X buy Y", "when".

Verbs and nouns come from the edge classes (see `verbs`, `nouns`). Bias: a verb that no class
knows leaves the question unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.answers.forms import WHO, asking, clean
from kg.answers.nouns import event_nouns, role_nouns
from kg.answers.plan import Form, Plan
from kg.answers.statuses import ADJECTIVE, LEAD, OVER, asked_statuses
from kg.answers.verbs import Meaning, bare_states, base_verbs, participles, verb_meanings
from schemas.base import edge_types

_AUX = (
    r"(?:(?:is|are|was|were|has|have|had|will|would|can|could|may|might|also|been|be|"
    r"currently|now|most|mainly) )*"
)
_LEAD = rf"(?:(?P<lead>{LEAD}) )?(?:(?:be|been|being|to|have) )*"
_PREP = r"(?: (?:on|upon|in|from|to|with|of|for|at|into|against|by way of))?"
_DO = r"(?:does|do|did|will|would|can|could|may|must|should)"
_HAS = r"(?:is|are|was|were|has|have|had)"
_ASK = rf"(?:{_DO}|{_HAS})"
_BE = r"(?:is|are|was|were|has been|have been|will be|would be|can be|could be|gets?)"
_NOT_ONE = r"(?:who|whom|what|which|anyone|anybody|anything|someone|somebody|something|whose \w+)"
_STATUS = rf"(?:(?P<status>{ADJECTIVE}(?:(?:,| or| and|, or) {ADJECTIVE})*) )?"
_OF = r"(?:of|to|for|in|on|with|against|behind|by|from|at)"
_OWNER = r"(?P<x>(?!(?:is|are|was|were|did|does|do|has) ).+?)(?:'s|(?<=s)')"
_SIDES = {True: "head", False: "tail"}


def edge_plans(text: str) -> Iterator[Plan]:
    """The plans of an edge question, likeliest first; several where a name may hold a verb."""
    for read in (_when, _roles, _events, _passive, _everything, _objects, _subjects, _states,
                 _holds):  # fmt: skip
        yield from read(text)


def _any(words: Iterable[str], text: str) -> str:
    """Those of the words that stand in the text, as alternatives, longest first."""
    said = f" {text.casefold()} "
    forms = sorted((w for w in words if f" {w} " in said), key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, forms)) or "(?!)"


def _verb(text: str) -> str:
    return f"(?P<verb>{_any(verb_meanings(), text)})"


def _fit(pattern: str, text: str) -> re.Match[str] | None:
    return re.fullmatch(pattern, text, re.IGNORECASE)


def _part(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _plan(
    form: Form, match: re.Match[str], meanings: tuple[Meaning, ...], *, subject_answers: bool
) -> Plan:
    """The plan of a match; the side that answers is the verb's subject or its object."""
    types = tuple(dict.fromkeys((m.type, _SIDES[m.head == subject_answers]) for m in meanings))
    plan = Plan(
        form, subject=clean(_part(match, "x")), other=clean(_part(match, "y")), types=types,
        sign=meanings[0].sign if len(meanings) == 1 else None,
    )  # fmt: skip
    statuses = asked_statuses(_part(match, "lead") or _part(match, "status"))
    if not statuses and all(m.over for m in meanings):
        statuses = OVER
    plan = replace(plan, filters=replace(plan.filters, statuses=statuses))
    return asking(plan, _part(match, "who"))


def _verbed(match: re.Match[str]) -> tuple[Meaning, ...]:
    return verb_meanings()[match["verb"].lower()]


def _subjects(text: str) -> Iterator[Plan]:
    """Who VERBs X: the side of the verb's subject answers."""
    lead = rf"{WHO} {_AUX}{_LEAD}"
    # "who halted production": a verb with its object in it, which asks for nothing more
    whole = f"(?P<verb>{_any((v for v in verb_meanings() if ' ' in v), text)})"
    yield from _verbal("pairs", (lead + whole,), text, subject_answers=True)
    active = rf"{lead}{_verb(text)}{_PREP} (?P<x>.+)"
    yield from _verbal("subjects", (active,), text, subject_answers=True)
    given = rf"{lead}{_verb(text)} (?P<y>.+?) to (?P<x>.+)"
    yield from _verbal("subjects", (given,), text, subject_answers=True)
    yield from _verbal("pairs", (lead + _verb(text),), text, subject_answers=True)


def _objects(text: str) -> Iterator[Plan]:
    """What does X VERB: the other side answers."""
    patterns = (rf"{WHO} {ask} (?P<x>.+?)(?: (?:been|also|currently))? {verb}{_PREP}"
                for ask, verb in _asking(text))  # fmt: skip
    yield from _verbal("objects", patterns, text, subject_answers=False)


def _passive(text: str) -> Iterator[Plan]:
    """What is VERBed by X: the same side as "what does X VERB"."""
    pattern = rf"{WHO} {_BE} (?:being )?{_LEAD}{_verb(text)} by (?P<x>.+)"
    yield from _verbal("objects", (pattern,), text, subject_answers=False)
    done = f"(?P<verb>{_any(participles(), text)})"
    alone = rf"{WHO} {_BE} (?:being )?{_LEAD}{done}"
    yield from _verbal("pairs", (alone,), text, subject_answers=False)


def _everything(text: str) -> Iterator[Plan]:
    """Who VERBs whom: every edge of the kind."""
    pattern = rf"{WHO} {_AUX}{_LEAD}{_verb(text)}{_PREP} {_NOT_ONE}"
    yield from _verbal("pairs", (pattern,), text, subject_answers=True)


def _states(text: str) -> Iterator[Plan]:
    """Which firms are in X; what is X in: a state that a preposition says alone."""
    states = bare_states()
    state = f"(?P<verb>{_any(states, text)})"
    for pattern, answers in (
        (rf"(?P<who>who|what|(?:which|what) [\w&/-]+(?: [\w&/-]+)?) (?:is|are|was|were) {state} "
         r"(?P<x>.+)", True),
        (rf"{WHO} (?:is|are|was|were) (?P<x>.+?) {state}", False),
    ):
        match = _fit(pattern, text)
        if match:
            form: Form = "subjects" if answers else "objects"
            yield _plan(form, match, states[match["verb"].lower()], subject_answers=answers)
    match = _fit(rf"(?:is|are|was|were) (?P<y>.+?) {state} (?P<x>.+)", text)
    if match:
        yield _plan("holds", match, states[match["verb"].lower()], subject_answers=True)
    match = _fit(r"where (?:is|are|was|were) (?P<x>.+)", text)
    places = tuple(m for found in states.values() for m in found if _is_place(m))
    if match and places:
        yield _plan("objects", match, places, subject_answers=False)


def _is_place(meaning: Meaning) -> bool:
    return "Place" in edge_types()[meaning.type].tail


def _holds(text: str) -> Iterator[Plan]:
    """Did X VERB Y; was Y VERBed by X; is X a NOUN of Y."""
    passive = (rf"{_ASK} (?P<y>.+?) {_LEAD}{_verb(text)} by (?P<x>.+)",)
    yield from _verbal("holds", passive, text, subject_answers=False)
    active = (rf"{ask} (?P<y>.+?) {verb}{_PREP} (?P<x>.+)" for ask, verb in _asking(text))
    yield from _verbal("holds", active, text, subject_answers=True)
    noun = f"(?P<noun>{_any(role_nouns(), text)})"
    for pattern in (
        rf"(?:is|are|was|were) (?P<y>.+?) (?:an? |the |one of the )?{_STATUS}{noun} {_OF} "
        r"(?P<x>.+)",
        rf"(?:is|are|was|were) (?P<y>.+?) (?P<x>[^ ].*?)'s? {_STATUS}{noun}",
    ):
        yield from (_of_noun("holds", match) for match in _ways(pattern, text))


def _when(text: str) -> Iterator[Plan]:
    """When did X VERB Y; when was Y VERBed; when did X halt production."""
    asks = [(rf"when {ask}", verb) for ask, verb in _asking(text)]
    alone = (rf"{ask} (?P<x>.+?) {verb}" for ask, verb in asks[:2])
    yield from _verbal("when", alone, text, subject_answers=False)
    passive = (rf"when {_ASK} (?P<y>.+?) {_LEAD}{_verb(text)} by (?P<x>.+)",)
    yield from _verbal("when", passive, text, subject_answers=False)
    active = (rf"{ask} (?P<y>.+?) {verb}{_PREP} (?P<x>.+)" for ask, verb in asks)
    yield from _verbal("when", active, text, subject_answers=True)
    be = r"when (?:is|was|were|are|will|has)(?: the)?"
    pattern = rf"{be} (?P<x>.+?)(?: been| be)? {_LEAD}{_verb(text)}"
    yield from _verbal("when", (pattern,), text, subject_answers=True)


def _asking(text: str) -> Iterator[tuple[str, str]]:
    """(auxiliary, verb) as they go together: "did … buy", "did … plan to buy", "has … bought"."""
    base = f"(?P<verb>{_any(base_verbs(), text)})"
    yield _DO, base
    yield _DO, rf"(?P<lead>{LEAD}) (?:(?:be|been|being|to|have) )*{_verb(text)}"
    yield _DO, rf"be {_LEAD}{_verb(text)}"
    yield _HAS, rf"{_LEAD}{_verb(text)}"


def _verbal(
    form: Form, patterns: Iterable[str], text: str, *, subject_answers: bool
) -> Iterator[Plan]:
    for pattern in patterns:
        for match in _ways(pattern, text):
            yield _plan(form, match, _verbed(match), subject_answers=subject_answers)


def _ways(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """The match with the shortest first name, and that with the longest: a name may hold a verb."""
    short, long = _fit(pattern, text), _fit(pattern.replace(".+?)", ".+)"), text)
    yield from (match for match in (short,) if match)
    if long and short and long.groupdict() != short.groupdict():
        yield long


def _roles(text: str) -> Iterator[Plan]:
    """Who are the suppliers of X; X's suppliers; which firms are suppliers to X."""
    noun = rf"{_STATUS}(?P<noun>{_any(role_nouns(), text)})"
    lead = r"(?:(?:who|what|which(?: [\w-]+){0,2}) (?:is|are|was|were) |which |what )?(?:all )?"
    for pattern in (
        rf"{lead}(?:the |an? )?{noun} {_OF} (?P<x>.+)",
        rf"{lead}{_OWNER} {noun}",
        rf"(?:which|what|who are the|how many) {noun} (?:does|do|did) (?P<x>.+?) have",
    ):
        match = _fit(pattern, text)
        if match:
            yield _of_noun("subjects", match)


def _of_noun(form: Form, match: re.Match[str]) -> Plan:
    plan = Plan(
        form, subject=clean(match["x"]), other=clean(_part(match, "y")),
        types=role_nouns()[match["noun"].lower()],
    )  # fmt: skip
    statuses = asked_statuses(_part(match, "status"))
    return replace(plan, filters=replace(plan.filters, statuses=statuses))


def _events(text: str) -> Iterator[Plan]:
    """Which lawsuits are there; takeovers of X; X's acquisitions; who rejected a bid for X."""
    noun = f"(?P<noun>{_any(event_nouns(), text)})"
    lead = r"(?:(?:which|what|all|the|any|known|all the|what are the|what is the) )?"
    were = rf"(?: (?:that )?(?:is|are|was|were|has been|have been) (?P<after>{ADJECTIVE}))?"
    for pattern, side in (
        (rf"{lead}{_STATUS}{noun} (?:of|for|against|with|on|in|to|at) (?P<x>.+?){were}", "head"),
        (rf"{lead}{_STATUS}{noun} (?:by|from) (?P<x>.+?){were}", "tail"),
        (rf"{lead}{_OWNER} {_STATUS}{noun}{were}", "tail"),
        (rf"{lead}{_STATUS}{noun} (?:does|do|did|has|have) (?P<x>.+?)"
         r"(?: (?:face|have|had|make|made|do|done|fac(?:ed|es)|announced?|got|get|received?))?",
         "both"),
        (rf"{lead}{_STATUS}{noun} (?:concern|involve|name|hit|affect|are about)s? (?P<x>.+)",
         "both"),
        (rf"(?P<who>who) (?P<status>{ADJECTIVE}) (?:an? |its |their |the |any )?{noun} "
         r"(?:of|for|against|with|on|in|to) (?P<x>.+)", "head"),
        (rf"(?P<who>who) (?P<status>{ADJECTIVE}) (?:an? |its |their |the |any )?{noun} "
         r"(?:by|from) (?P<x>.+)", "tail"),
        (rf"{lead}{_STATUS}{noun}(?: (?:are there|are known|exist|do you know)|{were})", "every"),
        (rf"{lead}{_STATUS}(?P<x>[^ ].*?) {noun}{were}", "both"),
    ):
        match = _fit(pattern, text)
        if match:
            yield _of_event(match, side)


def _of_event(match: re.Match[str], side: str) -> Plan:
    sides = {"head": ("head",), "tail": ("tail",)}.get(side, ("head", "tail"))
    types = event_nouns()[match["noun"].lower()]
    form: Form = "pairs" if side == "every" else "subjects"
    plan = Plan(form, subject=clean(_part(match, "x")),
                types=tuple((t, s) for t in types for s in sides))  # fmt: skip
    words = " ".join((_part(match, "status"), _part(match, "after")))
    return replace(plan, filters=replace(plan.filters, statuses=asked_statuses(words)))
