"""Questions that ask for one side of an edge: "who supplies X", "what does X export".

Bias: the verb must be one that an edge class knows; otherwise the question stays unread.
"""

from __future__ import annotations

import re

from kg.answers.labels import label_of
from kg.answers.plan import Form, Plan
from kg.answers.verbs import role_nouns, verb_meanings

_WHO = (
    r"(?P<who>who(?:m| else| all)?|what(?: else)?|where|(?:which|what) [\w&/-]+(?: [\w&/-]+){0,2}?)"
)
_AUX = r"(?:(?:is|are|was|were|has|have|had|will|would|also|been|be) )*"
_PREP = r"(?: (?:on|upon|in|from|to|with|of|for|at|into|against))?"
_ASK = r"(?:does|do|did|will|would|is|are|was|were|has|have|had)"


def edge_plan(text: str) -> Plan | None:
    """The plan of an edge question, or None."""
    return _role(text) or _passive(text) or _objects(text) or _subjects(text)


def _verbs() -> str:
    forms = sorted(verb_meanings(), key=lambda f: (-len(f), f))
    return r"(?P<verb>" + "|".join(re.escape(f) for f in forms) + ")"


def _subjects(text: str) -> Plan | None:
    """Who VERBs X: the side of the verb's subject answers."""
    return _plan(
        "subjects", rf"{_WHO} {_AUX}{_verbs()}{_PREP} (?P<x>.+)", text, subject_answers=True
    )


def _objects(text: str) -> Plan | None:
    """What does X VERB: the other side answers."""
    pattern = rf"{_WHO} {_ASK} (?P<x>.+?)(?: (?:been|also|currently))? {_verbs()}{_PREP}"
    return _plan("objects", pattern, text, subject_answers=False)


def _passive(text: str) -> Plan | None:
    """What is VERBed by X: the same side as "what does X VERB"."""
    be = r"(?:is|are|was|were|has been|have been|will be|gets?)"
    pattern = rf"{_WHO} {be} (?:being )?{_verbs()} by (?P<x>.+)"
    return _plan("objects", pattern, text, subject_answers=False)


def _plan(form: Form, pattern: str, text: str, *, subject_answers: bool) -> Plan | None:
    match = re.fullmatch(pattern, text, re.IGNORECASE)
    if not match:
        return None
    sides = {True: "head", False: "tail"}
    meanings = verb_meanings()[match["verb"].lower()]
    types = tuple((t, sides[is_head == subject_answers]) for t, is_head in meanings)
    return Plan(form, subject=_bare(match["x"]), types=types, label=label_of(match["who"]))


def _role(text: str) -> Plan | None:
    """Who are the suppliers of X; X's suppliers; who is the CEO of X."""
    nouns = role_nouns()
    noun = r"(?P<noun>" + "|".join(sorted(nouns, key=lambda n: (-len(n), n))) + ")"
    lead = r"(?:(?:who|what|which) (?:is|are|was|were) )?(?:all )?"
    for pattern in (
        rf"{lead}(?:the |an? )?{noun} of (?P<x>.+)",
        rf"{lead}(?P<x>.+?)(?:'s|(?<=s)') {noun}",
    ):
        match = re.fullmatch(pattern, text, re.IGNORECASE)
        if match:
            return Plan(
                "subjects", subject=_bare(match["x"]), types=(nouns[match["noun"].lower()],)
            )
    return None


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?)\s+", "", name.strip(" ,.\"'"), flags=re.IGNORECASE)
