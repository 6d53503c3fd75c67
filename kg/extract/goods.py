"""Goods made on demand from a common noun, where an edge or a policy needs one.

Bias: a noun that is no known kind of good becomes one only as a concrete-looking plural, and only
where the caller says that the other end is a good too.
"""

from __future__ import annotations

from kg.extract.gazetteer import words
from kg.extract.lexicon import ABSTRACT, EVALUATIVE, GOODS_HEADS, GROUP_HEADS
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token, head_of
from kg.reference.names import name_key

COUNTED = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"})  # spans that measure
PEOPLE = ("er", "or", "ist", "ian", "man", "woman", "people")  # endings: buyers, sailors, traders


def good_at(board: Board, s: Sentence, i: int, *, broad: bool) -> Spot | None:
    """A good made on demand from the common noun at `i`, where an edge needs one.

    `broad` takes any concrete-looking plural; otherwise the noun must be a known kind of good.
    """
    token = s.tokens[i]
    if token.pos != "NOUN" or board.at(s.order, i) or token.ent in COUNTED:
        return None
    if token.lemma not in GOODS_HEADS and not (broad and _is_concrete_plural(token)):
        return None
    first = i
    while first > 0 and _modifies(board, s, s.tokens[first - 1]):
        first -= 1
    while s.tokens[first].text == "-":
        first += 1
    spot = Spot(
        s.order, first, i, head_of(s, first, i), words(s, first, i), "nominal", label="Product"
    )
    spot.thing = good_key(spot.text)
    return spot if board.add(spot) else None


def good_key(text: str) -> str:
    """The key of a good that has no name: its words in the singular."""
    return f"Product:{singular_key(text)}"


def singular_key(text: str) -> str:
    """The name's key with every word in the singular."""
    return " ".join(singular(w) for w in name_key(text).split())


def singular(word: str) -> str:
    """The word without a plural s."""
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def _is_concrete_plural(token: Token) -> bool:
    people = token.lemma in GROUP_HEADS or token.lemma.endswith(PEOPLE)
    return token.tag == "NNS" and token.lemma not in ABSTRACT and not people


def _modifies(board: Board, s: Sentence, before: Token) -> bool:
    """Whether the token belongs to the good's own words; a spot before it does not."""
    if board.at(s.order, before.i):
        return False
    if before.text == "-":
        return True
    hyphened = s.tokens[before.i + 1].text == "-"
    fits = before.dep in {"compound", "amod", "nmod", "npadvmod", "advmod"} or hyphened
    plain = before.tag not in {"JJR", "JJS", "RBR", "RBS"} and before.lemma not in EVALUATIVE
    return before.pos in {"NOUN", "ADJ", "VERB", "ADV"} and fits and plain
