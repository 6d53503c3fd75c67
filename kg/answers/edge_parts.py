"""What the questions about edges are made of: their words, their verbs, and the plan of a match.

A participle behind a form of "be" turns the question: in "what was X fined" it is X that bears it.
Bias: a reading whose answers cannot be what "which …" asks for is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.answers.forms import asking, clean
from kg.answers.labels import bears
from kg.answers.plan import Form, Plan
from kg.answers.statuses import ADJECTIVE, LEAD, OVER, asked_statuses
from kg.answers.verbs import Meaning, base_verbs, participles, verb_meanings
from schemas.base import edge_types

AUX = (
    r"(?:(?:is|are|was|were|has|have|had|will|would|can|could|may|might|also|been|be|"
    r"currently|now|most|mainly) )*"
)
LEADING = rf"(?:(?P<lead>{LEAD}) )?(?:(?:be|been|being|to|have) )*"
PREP = r"(?: (?:on|upon|in|from|to|with|of|for|at|into|against|by way of|by))?"
DO = r"(?:does|do|did|will|would|can|could|may|must)"  # "should" asks for advice
HAS = r"(?:is|are|was|were|has|have|had)"
ASK = rf"(?:{DO}|{HAS})"
BE = r"(?:is|are|was|were|has been|have been|will be|would be|can be|could be|gets?)"
STATUS = rf"(?:(?P<status>{ADJECTIVE}(?:(?:,| or| and|, or) {ADJECTIVE})*) )?"
OF = r"(?:of|to|for|in|on|with|against|behind|by|from|at)"
OWNER = r"(?P<x>(?!(?:is|are|was|were|did|does|do|has) ).+?)(?:'s|(?<=s)')"
_SIDES = {True: "head", False: "tail"}
_IS = {"is", "are", "was", "were"}
_BEEN = {"be", "been", "being"}


def anyof(words: Iterable[str], text: str) -> str:
    """Those of the words that stand in the text, as alternatives, longest first."""
    said = f" {text.casefold()} "
    forms = sorted((w for w in words if f" {w} " in said), key=lambda w: (-len(w), w))
    return "|".join(map(re.escape, forms)) or "(?!)"


def verb_in(text: str) -> str:
    """The pattern of any asking verb of the text."""
    return f"(?P<verb>{anyof(verb_meanings(), text)})"


def fit(pattern: str, text: str) -> re.Match[str] | None:
    """The match of the whole text, case-blind."""
    return re.fullmatch(pattern, text, re.IGNORECASE)


def part(match: re.Match[str], name: str) -> str:
    """What the group holds; empty where it is none or did not take part."""
    return match.groupdict().get(name) or ""


def plan_of(
    form: Form, match: re.Match[str], meanings: tuple[Meaning, ...], *, subject_answers: bool
) -> Plan | None:
    """The plan of a match; the side that answers is the verb's subject or its object.

    None where no such edge has what is asked for on that side.
    """
    types = tuple(dict.fromkeys((m.type, _SIDES[m.head == subject_answers]) for m in meanings))
    plan = Plan(
        form, subject=clean(part(match, "x")), other=clean(part(match, "y")), types=types,
        sign=meanings[0].sign if len(meanings) == 1 else None,
    )  # fmt: skip
    statuses = asked_statuses(part(match, "lead") or part(match, "status"))
    if not statuses and all(m.over for m in meanings):
        statuses = OVER
    plan = replace(plan, filters=replace(plan.filters, statuses=statuses))
    plan = asking(plan, part(match, "who"))
    fitting = tuple(side for side in types if _answers(plan, *side))
    return replace(plan, types=fitting) if fitting else None


def _answers(plan: Plan, type_: str, side: str) -> bool:
    """Whether the label that is asked for may stand there."""
    kind = edge_types()[type_]
    ends = kind.head if side == "head" else kind.tail
    ends = (*kind.head, *kind.tail) if kind.symmetric else ends
    return not plan.label or any(bears(plan.label, end) for end in ends)


def verbed(match: re.Match[str]) -> tuple[Meaning, ...]:
    """What the verb of a match asks for; where a thing is only by "where" or a word for "in"."""
    meanings = verb_meanings()[match["verb"].lower()]
    doing = tuple(m for m in meanings if not edge_types()[m.type].phrase.startswith("is "))
    placed = part(match, "who").lower() == "where" or re.match(
        r" (?:in|at|from)\b", match.string[match.end("verb") :]
    )
    return meanings if placed or not doing else doing


def asks(text: str) -> Iterator[tuple[str, str]]:
    """(auxiliary, verb) as they go together: "did … buy", "did … plan to buy", "has … bought"."""
    base = f"(?P<verb>{anyof(base_verbs(), text)})"
    yield f"(?P<aux>{DO})", base
    yield f"(?P<aux>{DO})", rf"(?P<lead>{LEAD}) (?:(?:be|been|being|to|have) )*{verb_in(text)}"
    yield f"(?P<aux>{DO})", rf"be {LEADING}{verb_in(text)}"
    yield f"(?P<aux>{HAS})", rf"{LEADING}{verb_in(text)}"


def agrees(match: re.Match[str], name: str) -> bool:
    """Whether the verb can stand behind its auxiliary: "is … list" holds no verb."""
    aux, verb = part(match, "aux").lower(), part(match, "verb").lower()
    if re.fullmatch(DO, aux) or verb not in base_verbs() or verb in participles():
        return True
    return match.string[match.end(name) : match.start("verb")].lower().split()[-1:] == ["to"]


def is_turned(match: re.Match[str], name: str) -> bool:
    """Whether "is NAME VERBed" has a participle, so that the name is the verb's object."""
    aux, verb = part(match, "aux").lower(), part(match, "verb").lower()
    if not aux or verb not in participles() or _is_own(match):
        return False
    between = match.string[match.end(name) : match.start("verb")].lower().split()
    last = next((w for w in reversed(between) if w not in {"also", "currently"}), "")
    return last in _BEEN or (not last and aux in _IS)


def _is_own(match: re.Match[str]) -> bool:
    """Whether the words are a type's own: "is based in", "is invested in" are no passive."""
    after = match.string[match.end("verb") :].lower().split()[:1]
    phrases = [edge_types()[m.type].phrase for m in verbed(match)]
    return all(p.startswith("is ") for p in phrases) or any(
        after == p.split(" ")[1:] for p in phrases if after
    )


def verbal(
    form: Form, patterns: Iterable[str], text: str, *, subject_answers: bool
) -> Iterator[Plan]:
    """The plans of the patterns that hold a verb."""
    for pattern in patterns:
        for match in ways(pattern, text):
            plan = plan_of(form, match, verbed(match), subject_answers=subject_answers)
            yield from (p for p in (plan,) if p)


def ways(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """The match with the shortest first name, and that with the longest: a name may hold a verb."""
    short, long = fit(pattern, text), fit(pattern.replace(".+?)", ".+)"), text)
    yield from (match for match in (short,) if match)
    if long and short and long.groupdict() != short.groupdict():
        yield long


def is_recipient(meaning: Meaning) -> bool:
    """Whether the verb's object may be one who gets something, as "lend to" has one."""
    kind = edge_types()[meaning.type]
    ends = kind.tail if meaning.head else kind.head
    return "Firm" in ends and not kind.by_deal
