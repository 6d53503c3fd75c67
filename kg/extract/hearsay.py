"""On whose word: the speaker of a clause, "according to", unnamed sources.

Bias: an unnamed source anywhere in the sentence makes the claim a rumour.
"""

from __future__ import annotations

from kg.extract import roles
from kg.extract.hedges import HEARSAY, REPORTING, RUMOUR_SOURCES
from kg.extract.tokens import Sentence, Token
from schemas.base import Status


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
    """Unnamed sources, "reportedly", "is said to" anywhere above the trigger."""
    if _background(s, i):
        return "asserted"
    if any(t.lemma in HEARSAY for t in s.tokens):
        return "rumoured"
    up = s.up(i)
    if (
        up is not None
        and up.lemma in {"say", "report", "rumour", "rumor", "understand"}
        and roles.passive(s, up.i)
    ):
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
    """ "three sources said", "people familiar with the matter", "media reports"."""
    if token.lemma not in RUMOUR_SOURCES or token.pos != "NOUN":
        return False
    up = s.up(token.i)
    says = (
        up is not None
        and up.lemma in {"say", "tell", "report", "add", "claim"}
        and token.dep in {"nsubj", "agent"}
    )
    cited = up is not None and up.lemma in {"to", "by", "cite"} and token.dep in {"pobj", "dobj"}
    familiar = any(
        k.lemma in {"familiar", "aware", "close", "knowledge"}
        for k in map(s.tokens.__getitem__, s.subtree(token.i))
    )
    return (token.lemma in {"source", "insider"} and (says or cited)) or (
        token.lemma in {"people", "person"} and familiar
    )
