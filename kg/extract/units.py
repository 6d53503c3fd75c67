"""Parts of firms and markets without a name of their own.

"SABMiller's US business" can be sold, "the Frankfurt bourse" can list a share. Bias: a unit needs
an owner, a bourse needs a place.
"""

from __future__ import annotations

from kg.extract import phrases
from kg.extract.gazetteer import words
from kg.extract.goods import singular_key
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token
from kg.reference.known import Known
from kg.reference.universe import universe

UNITS = frozenset("business unit division arm operation subsidiary".split())
BOURSES = frozenset({"bourse", "exchange"})


def read_units(board: Board, s: Sentence) -> None:
    """Enter the sentence's nameless units as firms and its bourses as exchanges."""
    for token in s.tokens:
        if token.pos not in {"NOUN", "PROPN"} or board.at(s.order, token.i):
            continue
        if token.lemma in UNITS:
            _unit(board, s, token)
        elif token.lemma in BOURSES or _is_stock_market(s, token):
            _bourse(board, s, token)


def _unit(board: Board, s: Sentence, token: Token) -> None:
    owners = [board.at(s.order, i) for i in phrases.possessors(s, token.i)]
    owner = next((x for x in owners if x is not None and x.label == "Firm"), None)
    topic = [i for i in phrases.modifiers(s, token.i) if s.tokens[i].dep not in {"poss", "det"}]
    if owner is None or not topic or owner.sort == "anaphor":
        return
    name = f"{owner.text}'s {words(s, min(topic), token.i)}"
    spot = Spot(s.order, token.i, token.i, token.i, name, "nominal", label="Firm", name=name)
    spot.thing = f"Firm:{singular_key(name)}"
    spot.parts = [("unit", owner.thing)]
    board.add(spot)


def _is_stock_market(s: Sentence, token: Token) -> bool:
    return token.lemma == "market" and any(k.lemma == "stock" for k in s.kids(token.i, "compound"))


def _bourse(board: Board, s: Sentence, token: Token) -> None:
    before = [board.at(s.order, i) for i in phrases.modifiers(s, token.i)]
    place = next((x for x in before if x is not None and x.label in {"Place", "Country"}), None)
    if place is None:
        return
    board.drop(place)
    text = words(s, place.first, token.i)
    known = _exchange(place)
    spot = Spot(s.order, place.first, token.i, token.i, text, "name", label="Exchange", known=known)
    spot.thing = known.node if known else f"Exchange:{singular_key(text)}"
    board.add(spot)


def _exchange(place: Spot) -> Known | None:
    """The one exchange that goes by the place's name."""
    found = universe().find(f"{place.text} Stock Exchange", "Exchange")
    return found[0] if len(found) == 1 else None
