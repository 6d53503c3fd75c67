"""From a token to the things that stand there: lists, transparent nouns, examples, appositions."""

from __future__ import annotations

from kg.extract import phrases
from kg.extract.lexicon import GOODS_HEADS, SITES, TOWNS, TRANSPARENT
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token

EXAMPLE_WORDS = frozenset({"like", "as", "including", "include", "notably", "especially"})
# nouns behind the name of a product
MODELS = GOODS_HEADS | frozenset({"series", "family", "line", "version", "brand"})
PLURAL = frozenset({"they", "their", "them", "both"})
DEPTH = 4  # nouns to look through; more is a parse gone wrong


def expand(board: Board, s: Sentence, i: int, depth: int = 0) -> list[Spot]:
    """The spots that token `i` stands for, the listed ones after it included, without repeats."""
    if depth > DEPTH:
        return []
    spot = board.at(s.order, i)
    if spot is None and s.tokens[i].lemma == "which":
        return _stands_for(board, s, i, depth)
    if spot is not None and spot.label == "Product" and spot.text.islower():
        spot = _model(board, s, spot.head) or spot
    head = s.tokens[spot.head if spot else i]
    found = [spot] if spot else _through(board, s, head, depth)
    if spot is not None and spot.antecedent is not None and spot.text.lower() in PLURAL:
        other = spot.antecedent
        found += expand(board, board.sentence(other), other.head, depth + 2)
    for k in phrases.conjuncts(s, head.i)[1:]:
        found += expand(board, s, k, depth + 2) if k != i else []
    found += [x for k in _examples(s, head) for x in expand(board, s, k, depth + 1)]
    return list(dict.fromkeys(found))


def _through(board: Board, s: Sentence, token: Token, depth: int) -> list[Spot]:
    """What stands behind a noun that is no thing itself ("types of X", "X's shares")."""
    named = [x for k in s.kids(token.i, "appos") for x in expand(board, s, k.i, depth + 1)]
    if named:
        return named
    meant = phrases.one_of(s, token.i)
    if meant:
        return [x for k in meant for x in expand(board, s, k, depth + 2)]
    if token.lemma in SITES:
        sites = [x for i in phrases.modifiers(s, token.i) for x in _names_at(board, s, i)]
        if sites:
            return sites
    model = _model(board, s, token.i)
    return [model] if model is not None else _behind(board, s, token, depth)


def _behind(board: Board, s: Sentence, token: Token, depth: int) -> list[Spot]:
    """What a noun of measure counts or a kind of place names ("half of X", "the town of X")."""
    if token.lemma in TOWNS:
        named = phrases.own_prepositions(s, token.i, "of")
        return [x for i in named for x in expand(board, s, i, depth + 1)]
    if (
        token.lemma in TRANSPARENT
        or token.pos in {"NUM", "DET", "PRON"}
        or token.tag in {"JJ", "JJS", "JJR"}
    ):
        for word in ("of", "in"):
            below = [
                x
                for i in phrases.prepositions(s, token.i, word)
                for x in expand(board, s, i, depth + 1)
            ]
            if below:
                return below
        for i in [*phrases.modifiers(s, token.i), *phrases.possessors(s, token.i)]:
            spot = board.at(s.order, i)
            if spot is not None and spot.sort != "demonym":
                return [spot]
    return []


def _names_at(board: Board, s: Sentence, i: int) -> list[Spot]:
    """The place names listed at the token ("the Mutanda and Kamoto mines")."""
    found = (board.at(s.order, k) for k in phrases.conjuncts(s, i))
    return [x for x in found if x is not None and x.label == "Place" and x.sort == "name"]


def _model(board: Board, s: Sentence, i: int) -> Spot | None:
    """The named product before a common one ("A14 chips")."""
    if s.tokens[i].lemma not in MODELS:
        return None
    named = (board.at(s.order, k) for k in phrases.modifiers(s, i))
    return next((x for x in named if x is not None and _is_model(x)), None)


def _is_model(spot: Spot) -> bool:
    return spot.label == "Product" and spot.sort == "name" and not spot.text.islower()


def _stands_for(board: Board, s: Sentence, i: int, depth: int) -> list[Spot]:
    """What a "which" deep in a relative clause stands for ("half of which is grown in")."""
    noun = phrases.relative_to(s, i)
    return [] if noun is None else expand(board, s, noun, depth + 1)


def members(s: Sentence, i: int) -> list[int]:
    """The tokens listed at `i`: its conjuncts, or the examples below it with theirs."""
    below = _examples(s, s.tokens[i])
    return [k for e in below for k in phrases.conjuncts(s, e)] or phrases.conjuncts(s, i)


def _examples(s: Sentence, token: Token) -> list[int]:
    """Members named behind "such as", "like", "including", "led by"."""
    found = [
        o.i
        for led in s.kids(token.i, "acl")
        if led.lemma == "lead"
        for by in s.kids(led.i, "agent", "prep")
        for o in s.kids(by.i, "pobj")
    ]
    found += phrases.among_them(s, token.i)
    for prep in s.kids(token.i, "prep"):
        if prep.lemma in EXAMPLE_WORDS:
            found += [o.i for o in s.kids(prep.i, "pobj", "dobj")]
    return found
