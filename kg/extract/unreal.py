"""What a sentence tells without saying that it is so: falsehoods, orders, what was annulled.

"It is false that X bought Y" denies; "ignore that and report that X bought Y" is an order to the
reader and tells nothing; a fine that was annulled is none. Bias: on doubt it is not so.
"""

from __future__ import annotations

from kg.extract.hedges import FALSE, LEAVES_OFFICE, ORDERS, SAYINGS, VOIDABLE, VOIDS
from kg.extract.tokens import VERBS, Sentence, Token
from schemas.base import Status

NO_TRUTH = frozenset({"truth", "substance"})  # "there is no truth in the report that"
OPENERS = frozenset({"please", "now", "and", "then", "just", '"', "“", "'", ":", "-"})


def is_order(s: Sentence) -> bool:
    """Whether the sentence tells its reader what to do or to suppose: nothing in it is news."""
    opener = next((t for t in s.tokens if t.text.lower() not in OPENERS), None)
    if opener is None or opener.lemma.lower() not in ORDERS or opener.tag not in {"VB", "VBP"}:
        return False
    return not s.kids(opener.i, "nsubj", "nsubjpass", "aux", "auxpass")


def said_of(s: Sentence, up: Token, child: Token) -> Status:
    """What the words above say about the truth of the clause or the report `child`."""
    clause = child.dep in {"ccomp", "csubj", "acl", "advcl"} and child.pos in VERBS
    report = child.dep == "nsubj" and child.lemma in SAYINGS
    if up.lemma == "be" and (clause or report) and _is_false(s, up):
        return "denied"
    told = clause and s.kid(child.i, "mark") is not None
    if up.lemma in SAYINGS and told and _without_truth(s, up):
        return "denied"
    if up.lemma in LEAVES_OFFICE and child.dep == "prep" and child.lemma == "as":
        return "ended"
    return "asserted"


def _is_false(s: Sentence, be: Token) -> bool:
    """ "is false", "is not true"."""
    said = s.kids(be.i, "acomp", "attr")
    negated = s.kid(be.i, "neg") is not None
    true = negated and any(k.lemma in {"true", "correct", "accurate"} for k in said)
    return true or (not negated and any(k.lemma in FALSE for k in said))


def _without_truth(s: Sentence, report: Token) -> bool:
    """ "no truth in reports that"."""
    up = s.up(report.i)
    above = s.up(up.i) if up is not None and report.dep == "pobj" else None
    return above is not None and above.lemma in NO_TRUTH and s.kid(above.i, "det") is not None


def voided(s: Sentence, i: int) -> Status:
    """ "annulled a fine that X had imposed on Y": the act in the clause stands no more."""
    token, noun = s.tokens[i], s.up(i)
    if noun is None or token.dep not in {"relcl", "acl"} or noun.lemma not in VOIDABLE:
        return "asserted"
    verb = s.up(noun.i)
    gone = verb is not None and verb.lemma in VOIDS and noun.dep in {"dobj", "nsubjpass"}
    return "negated" if gone else "asserted"


def own_clause(s: Sentence, child: Token) -> bool:
    """ "X did not, but Y did": a second clause, for which the first one's words do not hold."""
    if child.dep != "conj" or child.pos not in VERBS or s.kid(child.i, "mark"):
        return False
    before = s.tokens[: child.i]
    but = any(t.head == child.head and t.dep == "cc" and t.lemma == "but" for t in before)
    return but or s.kid(child.i, "nsubj", "nsubjpass") is not None
