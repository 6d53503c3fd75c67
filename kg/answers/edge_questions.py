"""Questions that ask for edges: "who supplies X", "what does X export", "did X buy Y", "when".

Verbs and nouns come from the edge classes (see `verbs`, `nouns`). Bias: a verb that no class
knows leaves the question unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kg.answers.edge_nouns import events, given, is_noun_of, owned, roles
from kg.answers.edge_parts import (
    ASK,
    AUX,
    BE,
    LEADING,
    PREP,
    agrees,
    anyof,
    asks,
    fit,
    is_recipient,
    is_turned,
    plan_of,
    verb_in,
    verbal,
    verbed,
    ways,
)
from kg.answers.forms import WHO
from kg.answers.plan import Form, Plan
from kg.answers.verbs import Meaning, bare_states, participles, verb_meanings
from schemas.base import edge_types

_NOT_ONE = (
    r"(?:who|whom|what|which|anyone|anybody|anything|someone|somebody|something|whose \w+|"
    r"(?:(?:any|some|its|their|other) )?(?:plants|factories|sites|mines|companies|firms|people|"
    r"things|products|goods|others|countries|workers|lines))"
)
_PAIR = r"(?P<x>.+?) and (?P<y>.+?)"  # of two that do the same to each other


def edge_plans(text: str) -> Iterator[Plan]:
    """The plans of an edge question, likeliest first; several where a name may hold a verb."""
    for read in (_when, roles, owned, events, given, _passive, _everything, _objects, _told,
                 _subjects, _states, _holds):  # fmt: skip
        yield from read(text)


def _subjects(text: str) -> Iterator[Plan]:
    """Who VERBs X: the side of the verb's subject answers."""
    lead = rf"{WHO} {AUX}{LEADING}"
    # "who halted production": a verb with its object in it, which asks for nothing more
    whole = f"(?P<verb>{anyof((v for v in verb_meanings() if ' ' in v), text)})"
    yield from verbal("pairs", (lead + whole,), text, subject_answers=True)
    active = rf"{lead}{verb_in(text)}{PREP} (?P<x>.+)"
    yield from verbal("subjects", (active,), text, subject_answers=True)
    for between in ("to", "from"):
        yield from _parted(rf"{lead}{verb_in(text)} (?P<y>.+?) {between} (?P<x>.+)", between, text)
    yield from _parted(rf"{lead}{verb_in(text)} (?P<x>.+?) with (?P<y>.+)", "with", text)
    yield from verbal("pairs", (lead + verb_in(text),), text, subject_answers=True)


def _parted(pattern: str, between: str, text: str) -> Iterator[Plan]:
    """Who VERBs Y to X, from X; who VERBs X with Y: one who gets something, and the good.

    "Sell to" and "buy from" are verbs of their own; one that takes nobody who gets is none here.
    """
    for match in ways(pattern, text):
        whole = verb_meanings().get(f"{match['verb'].lower()} {between}", ())
        meanings = whole or tuple(m for m in verbed(match) if is_recipient(m) and between != "from")
        plan = plan_of("subjects", match, meanings, subject_answers=True) if meanings else None
        yield from (p for p in (plan,) if p)


def _objects(text: str) -> Iterator[Plan]:
    """What does X VERB: the other side answers; of "what is X VERBed by", the verb's subject."""
    for ask, verb in asks(text):
        pattern = rf"{WHO} {ask} (?P<x>.+?)(?: (?:been|also|currently))? {verb}{PREP}"
        for match in ways(pattern, text):
            if not agrees(match, "x"):
                continue
            turned = is_turned(match, "x")
            form: Form = "subjects" if turned else "objects"
            plan = plan_of(form, match, verbed(match), subject_answers=turned)
            yield from (p for p in (plan,) if p)


def _told(text: str) -> Iterator[Plan]:
    """What does Y VERB to X: what is told of the link between them."""
    for ask, verb in asks(text):
        pattern = rf"what {ask} (?P<y>.+?) {verb}(?: (?:to|from|for|in|with|on|against))? (?P<x>.+)"
        for match in ways(pattern, text):
            meanings = tuple(m for m in verbed(match) if is_recipient(m))
            plan = plan_of("evidence", match, meanings, subject_answers=True) if meanings else None
            yield from (p for p in (plan,) if p)


def _passive(text: str) -> Iterator[Plan]:
    """What is VERBed by X: the same side as "what does X VERB"."""
    pattern = rf"{WHO} {BE} (?:being )?{LEADING}{verb_in(text)} by (?P<x>.+)"
    yield from verbal("objects", (pattern,), text, subject_answers=False)
    done = f"(?P<verb>{anyof(participles(), text)})"
    alone = rf"{WHO} {BE} (?:being )?{LEADING}{done}"
    yield from verbal("pairs", (alone,), text, subject_answers=False)


def _everything(text: str) -> Iterator[Plan]:
    """Who VERBs whom: every edge of the kind."""
    pattern = rf"{WHO} {AUX}{LEADING}{verb_in(text)}{PREP} {_NOT_ONE}"
    yield from verbal("pairs", (pattern,), text, subject_answers=True)


def _states(text: str) -> Iterator[Plan]:
    """Which firms are in X; what is X in: a state that a preposition says alone."""
    found = bare_states()
    state = f"(?P<verb>{anyof(found, text)})"
    forms: tuple[tuple[Form, str, bool], ...] = (
        ("subjects", r"(?P<who>who|what|(?:which|what) [\w&/-]+(?: (?!of\b)[\w&/-]+){0,3}?) "
         rf"(?:is|are|was|were) {state} (?P<x>.+)", True),
        ("objects", rf"{WHO} (?:is|are|was|were) (?P<x>.+?) {state}", False),
        ("holds", rf"(?:is|are|was|were) (?P<y>.+?) {state} (?P<x>.+)", True),
    )  # fmt: skip
    for form, pattern, answers in forms:
        match = fit(pattern, text)
        plan = match and plan_of(form, match, found[match["verb"].lower()], subject_answers=answers)
        yield from (p for p in (plan,) if p)
    match = fit(r"where (?:is|are|was|were) (?P<x>.+)", text)
    places = tuple(m for m in chain(*found.values()) if _is_place(m))
    if match and places:
        where = plan_of("objects", match, places, subject_answers=False)
        yield from (p for p in (where,) if p)


def _is_place(meaning: Meaning) -> bool:
    return "Place" in edge_types()[meaning.type].tail


def _holds(text: str) -> Iterator[Plan]:
    """Did X VERB Y; was Y VERBed by X; is X a NOUN of Y."""
    passive = (rf"{ASK} (?P<y>.+?) {LEADING}{verb_in(text)} by (?P<x>.+)",)
    yield from verbal("holds", passive, text, subject_answers=False)
    for ask, verb in asks(text):
        for match in ways(rf"{ask} (?P<y>.+?) {verb}{PREP} (?P<x>.+)", text):
            if not agrees(match, "y"):
                continue
            turned = is_turned(match, "y")
            plan = plan_of("holds", match, verbed(match), subject_answers=not turned)
            yield from (p for p in (plan,) if p)
    for match in (m for ask, verb in asks(text) for m in ways(rf"{ask} {_PAIR} {verb}", text)):
        mutual = tuple(m for m in verbed(match) if edge_types()[m.type].symmetric)
        plan = plan_of("holds", match, mutual, subject_answers=True) if mutual else None
        yield from (p for p in (plan,) if p)
    yield from is_noun_of(text)


def _when(text: str) -> Iterator[Plan]:
    """When did X VERB Y; when was Y VERBed; when did X halt production."""
    asked = [(rf"when {ask}", verb) for ask, verb in asks(text)]
    alone = (rf"{ask} (?P<x>.+?) {verb}" for ask, verb in asked[:2])
    yield from verbal("when", alone, text, subject_answers=False)
    passive = (rf"when {ASK} (?P<y>.+?) {LEADING}{verb_in(text)} by (?P<x>.+)",)
    yield from verbal("when", passive, text, subject_answers=False)
    active = (rf"{ask} (?P<y>.+?) {verb}{PREP} (?P<x>.+)" for ask, verb in asked)
    yield from verbal("when", active, text, subject_answers=True)
    be = r"when (?P<aux>is|was|were|are|will|has|have)(?: the)?"
    for match in ways(rf"{be} (?P<x>.+?)(?: been| be)? {LEADING}{verb_in(text)}", text):
        turned = is_turned(match, "x") or match["aux"].lower() not in {"has", "have"}
        plan = plan_of("when", match, verbed(match), subject_answers=turned)
        yield from (p for p in (plan,) if p)
