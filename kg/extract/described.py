"""Whom a noun describes where no copula and no plain apposition says it.

"Among the customers of Y are X and Z", "Y's largest shareholder is X", "X, Y and other makers",
"like other makers, X", "X and Y, its rival". Bias: the nearest name, where several would do.
"""

from __future__ import annotations

from kg.extract.phrases import attributes, conjuncts
from kg.extract.tokens import VERBS, Sentence, Token

SUBJECTS = ("nsubj", "expl")
PASSIVE = ("nsubjpass", "nsubj:pass", "csubjpass")
RELATIVE = frozenset({"which", "that", "who", "whom", "whose"})


def among(s: Sentence, prep: Token) -> list[int]:
    """ "X is among the customers of Y", "among the customers of Y are X and Z"."""
    verb = s.up(prep.i)
    if verb is None or verb.lemma != "be":
        return []
    return attributes(s, verb.i) + [t.i for t in s.kids(verb.i, "nsubj")]


def like_other(s: Sentence, noun: Token, prep: Token) -> list[int]:
    """ "like other makers, X charges": the subject is one of them."""
    verb = s.up(prep.i)
    if verb is None or verb.pos not in VERBS or not _is_rest(s, noun):
        return []
    return [t.i for t in s.kids(verb.i, *SUBJECTS, *PASSIVE)]


def named_last(s: Sentence, noun: Token) -> list[int]:
    """ "X, Y and other makers": those listed before."""
    if noun.dep != "conj" or not _is_rest(s, noun):
        return []
    first = noun
    while first.dep == "conj" and (up := s.up(first.i)) is not None:
        first = up
    return [i for i in conjuncts(s, first.i) if i != noun.i]


def _is_rest(s: Sentence, noun: Token) -> bool:
    return any(k.lemma == "other" for k in s.kids(noun.i, "amod", "det"))


def subject_of(s: Sentence, noun: Token, verb: Token) -> list[int]:
    """ "Y's largest shareholder is X"; "X, a maker of Y, said", taken for a second subject."""
    if verb.lemma == "be":
        return [i for i in attributes(s, verb.i) if s.tokens[i].pos == "PROPN"]
    first = s.kid(verb.i, *SUBJECTS, *PASSIVE)
    if first is None or first.i >= noun.i or first.lemma in RELATIVE:
        return []
    between = s.tokens[max(s.subtree(first.i)) + 1]
    return [first.i] if between.text == "," and between.i < noun.i else []


def nearest(s: Sentence, noun: Token, up: Token) -> int:
    """ "X and Y, its rival": one noun behind a list is about the last of it."""
    listed = [i for i in conjuncts(s, up.i) if i < noun.i]
    return listed[-1] if noun.dep == "appos" and noun.tag == "NN" and listed else up.i
