"""Did it happen? The status of a trigger, read from what governs it, and who says so.

Bias: on doubt the weaker status. A denied or rumoured act shown as fact is the worst error.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract import unreal
from kg.extract.deals import KINDS
from kg.extract.hearsay import according, hearsay, speaker
from kg.extract.hedges import (
    ADJECTIVES,
    AGREED_NOUNS,
    AGREES,
    AHEAD,
    DENIES,
    DONE,
    DONE_WITH,
    FAILS,
    FATES,
    GIVEN,
    LIFTS,
    MODALS,
    ORDAINS,
    PLANNED_NOUNS,
    PLANNING_PHRASES,
    PLANS,
    REFUSES,
    REFUSING_PHRASES,
    REPORTING,
    SELLS,
    STAKES,
    UNDER_WAY,
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
TELLS_OF_NOW = frozenset({"warn", "estimate"})  # look ahead only where their clause does
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
    found: list[Status] = [_own(s, i), unreal.voided(s, i)]
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
        if child.dep == "acl" and child.tag == "VBN" and _names_topic(up):
            break  # "cars made by X will be recalled": that they are made is given
        if unreal.own_clause(s, child):
            break
        if child.dep == "advcl" and child.tag in FINITE:
            break  # "since Exxon bought Mobil" holds whatever the main clause supposes
        found += [_governed(s, up, child, first=at == i), unreal.said_of(s, up, child)]
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
        above = s.up(up.i)
        by_it = up.lemma == "with" and above is not None and above.lemma in DONE_WITH
        return up.lemma in GIVEN and not by_it
    if token.lemma in KINDS and any(k.lemma in MODALS for k in s.kids(up.i, "aux")):
        return False
    compared = any(k.tag == "JJR" for k in s.kids(up.i, "acomp"))  # "will be smaller than"
    return token.dep == "nsubj" and up.lemma not in FATES and (up.lemma != "be" or compared)


def _names_topic(noun: Token) -> bool:
    """Whether a clause is about the noun, which is no plan or deal."""
    about = noun.dep in {"nsubj", "nsubjpass"}
    return about and noun.lemma not in PLANNED_NOUNS | AGREED_NOUNS | KINDS.keys()


def _of_now(s: Sentence, verb: Token) -> bool:
    """Whether the clause tells what is or was: "warned that X is", "estimates that X mines"."""
    modal = any(k.lemma in MODALS for k in s.kids(verb.i, "aux"))
    first = next((k for k in s.kids(verb.i, "aux", "auxpass")), verb)
    return first.tag in FINITE and not modal


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
    if any(k.text.lower() == "longer" and s.kid(k.i, "neg") for k in kids):
        return "ended"  # "no longer owns"
    if any(k.dep == "neg" for k in kids) and _only_some(s, i):
        return "asserted"
    if any(
        k.dep == "neg" or (k.lemma in {"never", "no"} and k.dep in {"det", "advmod"}) for k in kids
    ):
        return "negated"
    if any(k.lemma in {"long", "longer"} and s.kid(k.i, "neg") for k in kids):
        return "ended"  # "no longer"
    if token.pos in VERBS:
        return "negated" if _of_nothing(s, token) else _own_verb(s, token, kids)
    plain = [k for k in kids if not s.kid(k.i, "nsubj", "nsubjpass")]  # no clause of its own
    said = (ADJECTIVES.get(k.text.lower()) or ADJECTIVES.get(k.lemma) for k in plain)
    return _worst(["asserted", *(status for status in said if status)])


def _of_nothing(s: Sentence, token: Token) -> bool:
    """ "need no cobalt", "no refiner has bought", "neither X nor Y buys"."""
    ends = s.kids(token.i, "dobj", "nsubj", "nsubjpass", "attr")
    before = (k for e in ends for k in s.kids(e.i, "det", "preconj", "cc"))
    return any(k.lemma in {"no", "neither"} for k in before)


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
    under_way = up.lemma in UNDER_WAY and up.dep == "pobj"  # "in the process of selling"
    planned = up.lemma in PLANNED_NOUNS or (under_way and child.dep == "prep")
    if planned and child.dep in NOUN_LINKS | {"prep", "pobj", "xcomp"}:
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
    if child.dep not in OPEN_CLAUSES or _says_nothing(s, up, child):
        return "asserted"
    if _looks_ahead(s, up, child):
        return "planned"
    for words, status in BY_GOVERNOR:
        if up.lemma in words:
            return status
    return "completed" if up.lemma in DONE and child.lemma in KINDS else "asserted"


def _says_nothing(s: Sentence, up: Token, child: Token) -> bool:
    """Whether the governor only tells: "said that", "warned that X is", "ordered a ban"."""
    if up.lemma in TELLS_OF_NOW and child.dep == "ccomp":
        return _of_now(s, child)
    if child.dep == "prep" and child.i < up.i:
        return True  # "by cutting its rate, it hopes to": what leads the clause is given
    if up.lemma in {"halt", "suspend"} and child.lemma == "trading":
        return True  # a pause on the exchange ends no listing
    return up.lemma in REPORTING or (up.lemma in ORDAINS and child.lemma in POLICY_KINDS)


def _looks_ahead(s: Sentence, up: Token, child: Token) -> bool:
    """ "is to receive", "stands to gain", "thinking of limiting", "filed for a listing"."""
    if child.dep == "prep":
        return (up.lemma, child.lemma) in PLANNING_PHRASES
    if up.lemma not in AHEAD or child.dep != "xcomp" or child.pos not in VERBS:
        return False
    return any(k.lemma == "to" for k in s.kids(child.i, "aux"))
