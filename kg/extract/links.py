"""Edges that stand in a noun phrase without a trigger word.

"China's Rednote", "the German carmaker Volkswagen", "Tesla (NASDAQ:TSLA)", "Alibaba's Qwen 2.5",
"a plant in Taylor, Texas". These types are named here because the construction, not a word,
says them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract import phrases
from kg.extract.hedges import MODALS
from kg.extract.lexicon import DESCRIBES_FIRM, GOODS_HEADS, wordlist
from kg.extract.spots import GOODS, Board, Spot
from kg.extract.tokens import VERBS, Sentence, Token
from kg.extract.unreal import is_order
from kg.reference.universe import universe

# "in place of" after one of these tells that one good stands in for another
USES = wordlist("use burn buy choose eat drink add feed plant grow order install consume take")
SEATED = frozenset({"consultancy", "biotech", "carrier", "house", "trader", "agency"})
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
    """The constructions of one sentence; an order to the reader tells none."""
    if is_order(s):
        return
    yield from _instead(board, s)
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


def _instead(board: Board, s: Sentence) -> Iterator[Link]:
    """ "uses palm oil instead of butter", "burned coal in place of gas"."""
    for token in s.tokens[1:-2]:
        place = token.lemma == "place" and s.tokens[token.i - 1].lemma == "in"
        if not (place or token.lemma == "instead") or s.tokens[token.i + 1].lemma != "of":
            continue
        verb = _verb_above(s, token.i)
        used = board.at(s.order, token.i - 1 - place)
        spared = board.at(s.order, token.i + 2)
        ends = [x for x in (used, spared) if x is not None and x.label in GOODS]
        if len(ends) == 2 and verb is not None and verb.lemma in USES and _is_done(s, verb):
            yield Link(ends[0], "SUBSTITUTES_FOR", ends[1], "instead", 0.65, token.i)


def _verb_above(s: Sentence, i: int) -> Token | None:
    above = s.up(i)
    while above is not None and above.pos not in VERBS:
        above = s.up(above.i)
    return above


def _is_done(s: Sentence, verb: Token) -> bool:
    """Whether the verb tells what is, not what may be or is not."""
    return not any(k.dep == "neg" or k.lemma in MODALS for k in s.kids(verb.i, "neg", "aux"))


def _home(board: Board, s: Sentence, firm: Spot) -> Iterator[Link]:
    near = [*phrases.modifiers(s, firm.head), *phrases.possessors(s, firm.head)]
    seats = [k.i for k in s.kids(firm.head, "appos") if k.lemma in DESCRIBES_FIRM | SEATED]
    for kid in seats:
        near += phrases.modifiers(s, kid)
    for i in near:
        land = board.at(s.order, i)
        if land is None or land is firm or land.label not in LANDS or not land.known:
            continue
        town = land.label == "Place" and s.tokens[i].head in seats  # "X, a London consultancy"
        if land.sort == "demonym" or s.tokens[i].dep == "poss" or town:
            yield Link(firm, "LOCATED_IN", land, "home", 0.75, firm.head)
    for i in phrases.own_prepositions(s, firm.head, "of"):  # "Vale of Brazil"
        land = board.at(s.order, i)
        if land is not None and land.label in LANDS and land.known and land.sort == "name":
            yield Link(firm, "LOCATED_IN", land, "of", 0.7, firm.head)


def _wider(board: Board, s: Sentence, site: Spot) -> Iterator[Link]:
    """ "its plant at Hellendoorn in the Netherlands": the site is in the country too."""
    for i in [*phrases.prepositions(s, site.head, "in"), *phrases.prepositions(s, site.head, "at")]:
        town = board.at(s.order, i)
        for link in _place(board, s, town) if town is not None and town.label == "Place" else ():
            yield Link(site, link.type, link.tail, "site", 0.7, site.head)
        yield from _works_there(board, s, site, town)


def _works_there(board: Board, s: Sentence, site: Spot, town: Spot | None) -> Iterator[Link]:
    """ "Bosch's plant in Hungary": the owner of a site is where the site is."""
    if town is None or town.label != "Country" or town.sort != "name":
        return
    for i in phrases.possessors(s, site.head):
        owner = board.at(s.order, i)
        if owner is not None and owner.label == "Firm" and owner.sort == "name":
            yield Link(owner, "LOCATED_IN", town, "site", 0.6, site.head)


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
    named = [k.i for k in s.kids(product.head, "appos") if k.lemma in GOODS_HEADS]
    nouns = (product.head, _outer(s, product), *named)  # "Ozempic, its diabetes drug"
    for i in [owner for noun in nouns for owner in phrases.possessors(s, noun)]:
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
