"""Plants, mines and ports that have no name of their own ("Ford's Chicago plant").

A site is a place with an owner and a location, so that a halt at it can be laid at the owner's
door. Bias: a site needs an owner, a location or a good beside it.
"""

from __future__ import annotations

from kg.extract import phrases, roles
from kg.extract.gazetteer import words
from kg.extract.goods import singular_key
from kg.extract.lexicon import SITES
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token


def read_sites(board: Board, s: Sentence) -> None:
    """Enter the sentence's nameless sites as Place spots."""
    for token in s.tokens:
        is_site = token.pos == "NOUN" and token.lemma in SITES and token.tag == "NN"
        named = token.dep == "appos" and board.at(s.order, token.head) is not None
        if is_site and not named and board.at(s.order, token.i) is None:
            _enter(board, s, token)


def _enter(board: Board, s: Sentence, token: Token) -> None:
    inside = [i for i in phrases.modifiers(s, token.i) if s.tokens[i].dep != "poss"]
    located = _located(board, s, token, inside)
    owners = [board.at(s.order, i) for i in phrases.possessors(s, token.i)]
    named = [x for x in owners if x is not None and x.label in {"Firm", "Country", "Agency"}]
    topic = [i for i in inside if s.tokens[i].pos == "NOUN" and s.tokens[i].dep == "compound"]
    if not (located or named or topic):
        return
    own = [x for x in located if not x.known and x.last < token.i and x.head in inside]
    first = min([*topic, token.i])
    while first < token.i and board.at(s.order, first):
        first += 1
    spot = Spot(s.order, first, token.i, token.i, words(s, first, token.i), "nominal")
    spot.label = "Place"
    own_words = [s.tokens[i].text for i in [*sorted(topic), token.i]]
    spot.name = " ".join([*(x.text for x in located[:1]), *own_words])
    spot.thing = f"Place:{singular_key(spot.name)}"
    spot.parts = [("site", token.lemma)]
    if own:  # "Kumai port": the site's own name
        spot.thing, spot.name = own[0].thing, f"{own[0].text} {token.text}"
    board.add(spot)


def around(board: Board, s: Sentence, site: Spot, labels: tuple[str, ...]) -> list[Spot]:
    """The country of a nameless site, for an end that firms, sites and countries may stand at."""
    firmly = labels[0] == "Firm" and {"Country", "Place"} <= set(labels)
    if not site.part("site") or not firmly or "Commodity" in labels:
        return []
    return [x for x in _located(board, s, s.tokens[site.head], []) if x.label == "Country"]


def _located(board: Board, s: Sentence, token: Token, inside: list[int]) -> list[Spot]:
    """Where it is: "plant in Taylor", "Chicago plant"."""
    near = [*roles.fill(s, token.i, "in"), *roles.fill(s, token.i, "at"), *inside]
    found = [board.at(s.order, i) for i in near]
    return [
        x for x in found if x is not None and x.label in {"Place", "Country"} and x.sort == "name"
    ]
