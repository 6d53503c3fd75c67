"""Questions about one link and about several: its evidence and reason, what two have in common.

The clause inside ("how sure are you that A supplies B") is read with the verbs of the edge
classes. Bias: a reason is never made up; the sentences that tell of the link are shown, and
whoever reads them sees whether they give one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.answers.edge_parts import (
    AUX,
    BE,
    LEADING,
    OF,
    PREP,
    anyof,
    asks,
    fit,
    is_turned,
    part,
    plan_of,
    verb_in,
    verbal,
    verbed,
    ways,
)
from kg.answers.forms import WHO, asking, clean
from kg.answers.labels import label_of
from kg.answers.nouns import role_nouns
from kg.answers.plan import Plan
from schemas.base import edge_types

EXAMPLES = (
    "what is the evidence that X supplies Y", "how sure are you that X supplies Y",
    "who says that X supplies Y", "why did X acquire Y", "what does X supply to Y",
    "what is X's forecast for Y", "how much of X does Y own", "who supplies both A and B",
    "which suppliers do A and B share", "what do A and B have in common",
    "which company has the most suppliers", "who supplies the most companies",
)  # fmt: skip
_THAT = (
    r"(?:(?:how (?:sure|certain|confident) (?:are (?:you|we)|is it|can (?:we|i) be)|"
    r"how (?:do|can) (?:you|we) know|(?:what|where) is (?:the |your )?(?:evidence|proof|source|"
    r"support|basis)|what (?:evidence|proof) (?:is there|do (?:you|we) have)|is it (?:true|"
    r"certain|confirmed|a fact)|is there (?:any )?(?:evidence|proof)|(?:the )?(?:evidence|proof)|"
    r"who (?:says|said|reports|reported|claims|claimed|told (?:us|you))|"
    r"on whose word is it|according to whom is it|how likely is it)"
    r"(?: that| for the claim that| for)?|according to whom) "
)
_OTHER = {"head": "tail", "tail": "head"}


def link_plans(text: str) -> Iterator[Plan]:
    """The plans of a question about links, likeliest first."""
    yield from _evidence(text)
    yield from _reason(text)
    yield from _common(text)
    yield from _most(text)


def _evidence(text: str) -> Iterator[Plan]:
    """How sure are you that Y VERBs X; what is the evidence that X is VERBed by Y."""
    clause = fit(rf"{_THAT}(?P<clause>.+)", text)
    if not clause:
        return
    told = clause["clause"]
    passive = rf"(?P<y>.+?) {BE} (?:being )?{LEADING}{verb_in(told)} by (?P<x>.+)"
    yield from verbal("evidence", (passive,), told, subject_answers=False)
    active = rf"(?P<y>.+?) {AUX}{LEADING}{verb_in(told)}{PREP} (?P<x>.+)"
    yield from verbal("evidence", (active,), told, subject_answers=True)
    noun = f"(?P<noun>{anyof(role_nouns(), told)})"
    for match in ways(rf"(?P<y>.+?) (?:is|are|was) (?:an? |the )?{noun} {OF} (?P<x>.+)", told):
        yield Plan("evidence", clean(match["x"]), clean(match["y"]),
                   types=role_nouns()[match["noun"].lower()])  # fmt: skip


def _reason(text: str) -> Iterator[Plan]:
    """Why did Y VERB X; why was Y VERBed by X; why did Y VERB."""
    passive = rf"why (?:{BE}) (?P<y>.+?) {LEADING}{verb_in(text)} by (?P<x>.+)"
    yield from verbal("evidence", (passive,), text, subject_answers=False)
    for ask, verb in asks(text):
        for match in ways(rf"why {ask} (?P<y>.+?) {verb}{PREP} (?P<x>.+)", text):
            turned = is_turned(match, "y")
            plan = plan_of("evidence", match, verbed(match), subject_answers=not turned)
            yield from (p for p in (plan,) if p)
        for match in ways(rf"why {ask} (?P<x>.+?) {verb}", text):
            plan = plan_of("evidence", match, verbed(match), subject_answers=is_turned(match, "x"))
            yield from (p for p in (plan,) if p)


def _common(text: str) -> Iterator[Plan]:
    """Who VERBs both X and Y; which NOUNs do X and Y share; what X and Y have in common."""
    both = r"(?:both )(?P<x>.+?) and (?P<y>.+)"
    pattern = rf"{WHO} {AUX}{LEADING}{verb_in(text)}{PREP} {both}"
    yield from verbal("common", (pattern,), text, subject_answers=True)
    pair = r"(?:both )?(?P<x>.+?) and (?P<y>.+?)"
    noun = f"(?P<noun>{anyof(role_nouns(), text)})"
    for shared in (
        rf"(?:which|what) {noun} (?:do|does|are) {pair} (?:both )?(?:share|shared by|"
        r"have in common|have)",
        rf"(?:(?:what|who|which) (?:are|is) )?(?:the )?(?:common|shared|joint) {noun} {OF} {pair}",
        rf"{noun} (?:that )?{pair} (?:share|have in common)",
    ):
        match = fit(shared, text)
        if match:
            yield Plan("common", clean(match["x"]), clean(match["y"]),
                       types=role_nouns()[match["noun"].lower()])  # fmt: skip
    for every in (rf"what (?:do|does) {pair} (?:share|have in common)",
                  rf"what is common to {pair}"):  # fmt: skip
        match = fit(every, text)
        if match:
            yield Plan("common", clean(match["x"]), clean(match["y"]))


def _most(text: str) -> Iterator[Plan]:
    """Which company has the most NOUNs; who VERBs the most companies: by the number of links."""
    noun = f"(?P<noun>{anyof(role_nouns(), text)})"
    match = fit(rf"{WHO} (?:has|have|had|counts?) (?:the )?most {noun}", text)
    if match:
        sides = role_nouns()[match["noun"].lower()]
        plan = Plan("pairs", types=tuple((t, _OTHER[s]) for t, s in sides), measure="most")
        yield asking(plan, part(match, "who"))
    lead = rf"{WHO} {AUX}{LEADING}{verb_in(text)}{PREP} (?:the )?most (?P<what>[\w-]+(?: [\w-]+)?)"
    match = fit(lead, text)
    for plan in verbal("pairs", (lead,), text, subject_answers=True) if match else ():
        types = tuple(s for s in plan.types if match and _may_count(*s, match["what"].lower()))
        if types:
            yield replace(plan, types=types, measure="most")


def _may_count(type_: str, side: str, noun: str) -> bool:
    """Whether things so called stand at the other end of the type: customers, countries."""
    far, label = _OTHER[side], label_of(f"which {noun}")
    kind = edge_types()[type_]
    ends = kind.tail if far == "tail" else kind.head
    return (type_, far) in role_nouns().get(noun, ()) or label in ends

