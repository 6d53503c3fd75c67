"""On whose word: the speaker of a clause, "according to", unnamed sources.

Bias: an unnamed source anywhere in the sentence makes the claim a rumour, unless the claim stands
in a relative clause.
"""

from __future__ import annotations

from kg.extract import roles
from kg.extract.hedges import HEARSAY, REPORTING, RUMOUR_PEOPLE, RUMOUR_SOURCES
from kg.extract.tokens import Sentence, Token
from schemas.base import Status

SAYING = frozenset({"say", "tell", "report", "add", "claim"})  # what sources do
FAMILIAR = frozenset({"familiar", "aware", "close", "knowledge"})
SAID_OF = frozenset({"say", "report", "rumour", "rumor", "understand"})  # "X is said to plan"


def speaker(s: Sentence, up: Token, child: Token) -> tuple[int, ...]:
    """Positions of who says the clause `child`, if its governor is a verb of saying."""
    if up.lemma in REPORTING and child.dep in {"ccomp", "parataxis", "advcl"}:
        return tuple(roles.subject(s, up.i))
    return ()


def according(s: Sentence) -> tuple[int, ...]:
    """Who stands behind "according to", or says what the sentence reports."""
    for token in s.tokens:
        if token.lemma in {"accord", "according"}:
            to = [k for k in s.kids(token.i, "prep") if k.lemma == "to"]
            return tuple(o.i for k in to for o in s.kids(k.i, "pobj"))
    for token in s.tokens:
        if token.lemma in REPORTING and token.pos == "VERB" and token.dep in {"ROOT", "parataxis"}:
            return tuple(roles.subject(s, token.i))
    return ()


def hearsay(s: Sentence, i: int) -> Status:
    """ "rumoured" for "is said to" above the trigger, "reportedly" or unnamed sources anywhere.

    What a relative clause or an apposition tells is the story's own word.
    """
    if _background(s, i):
        return "asserted"
    if any(t.lemma in HEARSAY for t in s.tokens):
        return "rumoured"
    up = s.up(i)
    if up is not None and up.lemma in SAID_OF and roles.passive(s, up.i):
        return "rumoured"
    return "rumoured" if any(_unnamed(s, t) for t in s.tokens) else "asserted"


def _background(s: Sentence, i: int) -> bool:
    """Whether the trigger stands in a relative clause: told by the story, not by its sources."""
    at = s.tokens[i]
    while (up := s.up(at.i)) is not None:
        if at.dep in {"relcl", "appos"}:
            return True
        at = up
    return False


def _unnamed(s: Sentence, token: Token) -> bool:
    """ "three sources said", "people familiar with the matter"."""
    if token.pos != "NOUN":
        return False
    if token.lemma in RUMOUR_PEOPLE:
        return any(s.tokens[k].lemma in FAMILIAR for k in s.subtree(token.i))
    up = s.up(token.i)
    if up is None or token.lemma not in RUMOUR_SOURCES:
        return False
    says = up.lemma in SAYING and token.dep in {"nsubj", "agent"}
    cited = up.lemma in {"to", "by", "cite"} and token.dep in {"pobj", "dobj"}
    return says or cited
