"""Did it happen? The status of a trigger, read from what governs it, and who says so.

Bias: on doubt the weaker status. A denied or rumoured act shown as fact is the worst error.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.deals import KINDS
from kg.extract.hearsay import according, hearsay, speaker
from kg.extract.hedges import (
    ADJECTIVES,
    AGREED_NOUNS,
    AGREES,
    DENIES,
    DONE,
    FAILS,
    FATES,
    GIVEN,
    LIFTS,
    MODALS,
    PLANNED_NOUNS,
    PLANS,
    REFUSES,
    REFUSING_PHRASES,
    REPORTING,
    SELLS,
    STAKES,
)
from kg.extract.policy_words import POLICY_KINDS
from kg.extract.tokens import VERBS, Sentence, Token
from schemas.base import Status

RANK: tuple[Status, ...] = (
    "denied",
    "rumoured",
    "negated",
    "ended",
    "planned",
    "agreed",
    "completed",
    "asserted",
)
STEPS = 8  # governors to look at above a trigger
SCOPES = frozenset(
    "xcomp ccomp pcomp acl advcl dobj attr pobj oprd prep conj dative acomp nsubj nsubjpass".split()
)
OPEN_CLAUSES = frozenset("xcomp ccomp pcomp dobj prep nsubjpass oprd acomp attr".split())
NOUN_LINKS = frozenset({"acl", "relcl", "compound"})  # what a noun is about: "a bid to buy"
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BY_GOVERNOR: tuple[tuple[frozenset[str], Status], ...] = (
    (DENIES, "denied"),
    (REFUSES, "negated"),
    (PLANS, "planned"),
    (AGREES, "agreed"),
)


class Reading(NamedTuple):
    """The status of an act, and the positions of who is said to say so."""

    status: Status
    said_by: tuple[int, ...] = ()


def read(s: Sentence, i: int, base: Status | None = None) -> Reading:
    """The reading of the trigger at `i`, whose own words already say `base`."""
    found: list[Status] = [_own(s, i)]
    said: tuple[int, ...] = ()
    at, steps = i, 0
    if s.tokens[i].pos not in VERBS and _presupposed(s, i):
        return Reading(_combine(base, _worst([*found, hearsay(s, i)])), according(s))
    while (up := s.up(at)) is not None and steps < STEPS:
        child = s.tokens[at]
        if not _in_scope(s, child, first=at == i):
            break
        if child.dep in {"nsubj", "nsubjpass"} and at != i and child.pos in VERBS:
            break  # a clause as subject: what is said of it is another matter
        if child.dep == "advcl" and child.tag in FINITE:
            break  # "since Exxon bought Mobil" holds whatever the main clause supposes
        found.append(_governed(s, up, child, first=at == i))
        said = said or speaker(s, up, child)
        at, steps = up.i, steps + 1
    found.append(hearsay(s, i))
    return Reading(_combine(base, _worst(found)), said or according(s))


def _in_scope(s: Sentence, child: Token, *, first: bool) -> bool:
    """Whether what governs the child says how it is meant: also "merger talks", "a deal to buy"."""
    if child.dep == "relcl":
        return any(k.lemma == "to" for k in s.kids(child.i, "aux"))
    return child.dep in SCOPES or (first and child.dep == "compound")


def _presupposed(s: Sentence, i: int) -> bool:
    """ "despite the curbs", "with restrictions on", "the ban would hurt": the act is given."""
    token, up = s.tokens[i], s.up(i)
    if up is None:
        return False
    if token.dep == "pobj":
        return up.lemma in GIVEN
    if token.lemma in KINDS and any(k.lemma in MODALS for k in s.kids(up.i, "aux")):
        return False
    return token.dep == "nsubj" and up.lemma not in FATES and up.lemma != "be"


def _worst(found: list[Status]) -> Status:
    return min(found, key=RANK.index)


def _combine(base: Status | None, governed: Status) -> Status:
    """What the trigger says and what governs it, together."""
    if base is None or base == "asserted":
        return governed
    if base == "negated" and governed == "negated":
        return "asserted"
    return _worst([base, governed])


def _own(s: Sentence, i: int) -> Status:
    """The trigger's own negation, modal, adjective."""
    token = s.tokens[i]
    kids = s.kids(i)
    if any(k.dep == "neg" for k in kids) and _only_some(s, i):
        return "asserted"
    if any(
        k.dep == "neg" or (k.lemma in {"never", "no"} and k.dep in {"det", "advmod"}) for k in kids
    ):
        return "negated"
    if token.pos in VERBS:
        return "negated" if _of_nothing(s, token) else _own_verb(s, token, kids)
    said = (ADJECTIVES.get(k.text.lower()) or ADJECTIVES.get(k.lemma) for k in kids)
    return _worst(["asserted", *(status for status in said if status)])


def _of_nothing(s: Sentence, token: Token) -> bool:
    """ "need no cobalt", "no refiner has bought"."""
    ends = s.kids(token.i, "dobj", "nsubj", "nsubjpass", "attr")
    return any(k.lemma == "no" for e in ends for k in s.kids(e.i, "det"))


def _only_some(s: Sentence, i: int) -> bool:
    """ "does not cover all types": it covers some."""
    objects = [t.i for t in s.kids(i, "dobj", "nsubjpass")]
    return any(k.lemma in {"all", "every", "each"} for o in objects for k in s.kids(o))


def _own_verb(s: Sentence, token: Token, kids: list[Token]) -> Status:
    if any(k.dep == "aux" and k.lemma in MODALS for k in kids):
        return "planned"
    if any(k.dep == "mark" and k.lemma in {"if", "unless"} for k in kids):
        return "planned"
    infinitive = any(k.dep == "aux" and k.lemma == "to" for k in kids)
    return "planned" if infinitive and _is_purpose(s, token) else "asserted"


def _is_purpose(s: Sentence, token: Token) -> bool:
    """A "to" that only looks ahead: "X to buy Y" in a headline, "a plan to buy", "in order to"."""
    if token.dep in {"acl", "relcl"}:
        up = s.up(token.i)
        return up is not None and up.lemma in PLANNED_NOUNS
    return token.dep in {"ROOT", "advcl"}


def _governed(s: Sentence, up: Token, child: Token, *, first: bool) -> Status:
    """What the governor says about what it governs."""
    if child.lemma in STAKES and up.lemma in SELLS:
        return "ended" if _own(s, up.i) == "asserted" else "asserted"
    if child.lemma in POLICY_KINDS and up.lemma in LIFTS:
        return "negated" if _own(s, up.i) == "asserted" else "asserted"
    if up.pos in VERBS or up.pos in {"ADJ", "ADV"}:
        inherits = first or child.dep not in {"advcl", "nsubj"}
        return _worst([_lexical(s, up, child), _own(s, up.i) if inherits else "asserted"])
    if up.lemma in PLANNED_NOUNS and child.dep in NOUN_LINKS | {"prep", "pobj", "xcomp"}:
        return _worst(["planned", _own(s, up.i)])
    if up.lemma in AGREED_NOUNS and child.dep in NOUN_LINKS:
        return _worst(["agreed", _own(s, up.i)])
    return "asserted"


def _lexical(s: Sentence, up: Token, child: Token) -> Status:
    """What the governor's own meaning says: "plans to", "refuses to", "agreed to", "collapsed"."""
    if any((up.lemma, k.lemma) in REFUSING_PHRASES for k in s.kids(up.i, "prt", "advmod", "prep")):
        return "negated"
    if child.dep == "nsubj" and up.lemma in FAILS:
        return "negated"
    if child.dep not in OPEN_CLAUSES or up.lemma in REPORTING:
        return "asserted"
    for words, status in BY_GOVERNOR:
        if up.lemma in words:
            return status
    return "completed" if up.lemma in DONE and child.lemma in KINDS else "asserted"
