"""Edges that stand in a noun phrase without a trigger word.

"China's Rednote", "the German carmaker Volkswagen", "Tesla (NASDAQ:TSLA)", "Alibaba's Qwen 2.5",
"a plant in Taylor, Texas". These types are named here because the construction, not a word,
says them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract import phrases
from kg.extract.lexicon import GROUP_HEADS
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence
from kg.reference.universe import universe

LANDS = frozenset({"Country", "Place"})


class Link(NamedTuple):
    """An edge that a construction says, with its rule and how sure it is."""

    head: Spot
    type: str
    tail: Spot
    rule: str
    confidence: float
    at: int


def links(board: Board, s: Sentence) -> Iterator[Link]:
    """The constructions of one sentence."""
    for spot in board.within(s.order):
        if spot.part("site"):
            yield from _owner(board, s, spot)
            yield from _wider(board, s, spot)
        if spot.sort != "name":
            continue
        if spot.label == "Firm":
            yield from _home(board, s, spot)
            yield from _listing(board, s, spot)
        elif spot.label == "Product":
            yield from _maker(board, s, spot)
        elif spot.label == "Place":
            yield from _place(board, s, spot)


def _home(board: Board, s: Sentence, firm: Spot) -> Iterator[Link]:
    near = [*phrases.modifiers(s, firm.head), *phrases.possessors(s, firm.head)]
    for kid in s.kids(firm.head, "appos"):
        if kid.lemma in GROUP_HEADS:
            near += phrases.modifiers(s, kid.i)
    for i in near:
        land = board.at(s.order, i)
        if land is None or land is firm or land.label not in LANDS or not land.known:
            continue
        if land.sort == "demonym" or s.tokens[i].dep == "poss":
            yield Link(firm, "LOCATED_IN", land, "home", 0.75, firm.head)


def _wider(board: Board, s: Sentence, site: Spot) -> Iterator[Link]:
    """ "its plant at Hellendoorn in the Netherlands": the site is in the country too."""
    for i in [*phrases.prepositions(s, site.head, "in"), *phrases.prepositions(s, site.head, "at")]:
        town = board.at(s.order, i)
        for link in _place(board, s, town) if town is not None and town.label == "Place" else ():
            yield Link(site, link.type, link.tail, "site", 0.7, site.head)


def _owner(board: Board, s: Sentence, site: Spot) -> Iterator[Link]:
    for i in phrases.possessors(s, site.head):
        owner = board.at(s.order, i)
        if owner is not None and owner.label in {"Firm", "Agency"}:
            yield Link(owner, "OWNS", site, "site", 0.7, site.head)


def _listing(board: Board, s: Sentence, firm: Spot) -> Iterator[Link]:
    for aside in s.asides:
        market, colon, _ = aside.text.partition(":")
        if aside.sort != "ticker" or aside.after != firm.last or not colon:
            continue
        known = universe().by_identifier("code", market.strip())
        if known is not None:
            tail = Spot(s.order, firm.first, firm.last, firm.head, market, "name",
                        label=known.label, known=known, thing=known.node)  # fmt: skip
            board.attach(tail)
            yield Link(firm, "LISTED_ON", tail, "ticker", 0.9, firm.head)


def _maker(board: Board, s: Sentence, product: Spot) -> Iterator[Link]:
    for i in [*phrases.possessors(s, product.head), *phrases.possessors(s, _outer(s, product))]:
        maker = board.at(s.order, i)
        generic = product.known is not None or product.text.islower()
        if maker is not None and maker.label == "Firm" and not generic:
            yield Link(maker, "PRODUCES", product, "maker", 0.7, product.head)
            return


def _outer(s: Sentence, spot: Spot) -> int:
    """The noun that the name stands before ("Qwen 2.5 series")."""
    up = s.up(spot.head)
    inside = s.tokens[spot.head].dep in {"compound", "nmod", "nummod"}
    return up.i if up is not None and inside else spot.head


def _place(board: Board, s: Sentence, place: Spot) -> Iterator[Link]:
    near = phrases.prepositions(s, place.head, "in") + phrases.appositions(s, place.head)
    near = [i for i in near if s.tokens[i].dep != "appos" or s.tokens[i - 1].text == ","]
    for i in near:
        wider = board.at(s.order, i)
        if wider is None or wider is place or wider.sort != "name":
            continue
        if wider.label in LANDS:
            yield Link(place, "LOCATED_IN", wider, "place", 0.75, place.head)
