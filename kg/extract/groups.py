"""Groups of makers and sectors, which only a description names.

"European auto parts plants" is an industry limited to a region. Bias: a bare plural ("firms")
is nothing; it takes a topic or a region to be an entity.
"""

from __future__ import annotations

import functools

from kg.extract.gazetteer import words
from kg.extract.lexicon import (
    ABSTRACT,
    GROUP_HEADS,
    NO_SECTOR,
    PLAIN_HEADS,
    SECTOR_HEADS,
    WIDE,
)
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence, Token
from kg.reference.universe import universe

MAKERS = ("maker", "miner", "grower")  # ends of one-word groups
COUNTING = frozenset({"several", "many", "other", "such", "few", "more"})  # no part of the group
LIMITING = frozenset({"Commodity", "Product", "Industry", "Country", "Place"})
"""Labels of names that a group may take in: its topic or its region."""


def read_groups(board: Board, s: Sentence) -> None:
    """Enter groups of makers and sectors; they swallow the demonym and good inside them."""
    for token in s.tokens:
        if token.pos != "NOUN" or not _heads_group(token):
            continue
        first = _left_edge(board, s, token)
        inside = [x for x in board.within(s.order) if first <= x.first and x.last <= token.i]
        if any(x.label in {"Firm", "Person", "Agency"} and x.sort == "name" for x in inside):
            continue
        if first < token.i and _has_topic(s, first, token, inside):
            _enter(board, s, first, token.i, inside)
        elif token.tag == "NNS" and not inside and len(token.text) > 7 and _compound_word(token):
            _enter(board, s, token.i, token.i, inside)


def _compound_word(token: Token) -> bool:
    """ "automakers", "chipmakers": the topic is inside the word."""
    return any(token.lemma.endswith(e) and len(token.lemma) > len(e) + 2 for e in MAKERS)


def _heads_group(token: Token) -> bool:
    if token.lemma in SECTOR_HEADS:
        return True
    return token.tag == "NNS" and (token.lemma in GROUP_HEADS or _compound_word(token))


def _left_edge(board: Board, s: Sentence, token: Token) -> int:
    first = token.i
    while first > 0:
        before = s.tokens[first - 1]
        spot = board.at(s.order, first - 1)
        if spot is not None and spot.sort == "name" and spot.label not in LIMITING:
            break
        beside = before.head == token.head and token.dep == "compound"  # "Thai lenders X and Y"
        if not first - 1 <= before.head <= token.i and before.text != "-" and not beside:
            break
        fits = before.pos in {"NOUN", "PROPN", "ADJ"} or before.text == "-" or before.tag == "VBN"
        if not fits or before.tag in {"JJS", "JJR", "PDT"} or before.lemma in COUNTING:
            break
        first -= 1
    while first < token.i and (s.tokens[first].text == "-" or s.tokens[first].tag == "VBN"):
        first += 1
    return first


def _has_topic(s: Sentence, first: int, head: Token, inside: list[Spot]) -> bool:
    before = [t for t in s.tokens[first : head.i] if t.pos in {"NOUN", "PROPN", "ADJ"}]
    topical = [t for t in before if t.pos == "NOUN" and t.lemma not in ABSTRACT | NO_SECTOR | WIDE]
    if any(t.lemma in NO_SECTOR for t in before):
        return False
    located = any(x.label in {"Country", "Place"} for x in inside)
    known = any(x.label in {"Commodity", "Product", "Industry"} for x in inside)
    wide = any(t.text.lower() in WIDE for t in before)
    if head.lemma in PLAIN_HEADS:
        powered = head.lemma == "plant" and len(before) > 1 and before[-1].lemma == "power"
        return known or bool(topical) or powered
    if head.lemma in SECTOR_HEADS:
        return known or bool(topical) or (head.lemma == "manufacturing" and (located or wide))
    return known or located or bool(topical)


def _enter(board: Board, s: Sentence, first: int, last: int, inside: list[Spot]) -> None:
    for spot in inside:
        board.drop(spot)
    board.continents += [x.known for x in inside if x.known and x.known.kind == "continent"]
    spot = Spot(s.order, first, last, last, words(s, first, last), "nominal", label="Industry")
    regions = [x for x in inside if x.label in {"Country", "Place"}]
    for region in regions:
        if region.known:
            spot.parts.append(("region", region.known.node))
    covered = {i for x in regions for i in range(x.first, x.last + 1)}
    topic = [
        i
        for i in range(first, last + 1)
        if i not in covered and s.tokens[i].text.lower() not in WIDE
    ]
    spot.parts.append(("industry", " ".join(s.tokens[i].text for i in topic).lower().strip("- ")))
    behind = "" if regions else _region_behind(board, s, last)
    if behind:
        spot.parts.append(("region", behind))
        spot.name = f"{_demonym(behind)} {spot.text}".strip()
    board.add(spot)


def _demonym(node: str) -> str:
    """The adjective of a land, for a name; nothing if it has none."""
    return _demonyms().get(node, "")


@functools.cache
def _demonyms() -> dict[str, str]:
    """For each land its first demonym in the tables."""
    found: dict[str, str] = {}
    for surface in universe().surfaces():
        if surface.sort == "demonym" and universe().by_node(surface.known.node) is not None:
            found.setdefault(surface.known.node, surface.text)
    return found


def _region_behind(board: Board, s: Sentence, head: int) -> str:
    """ "firms in Europe", "firms on the continent": the node of the region that stands behind."""
    for prep in s.kids(head, "prep"):
        if prep.lemma not in {"in", "on", "across", "from"}:
            continue
        for place in s.kids(prep.i, "pobj"):
            spot = board.at(s.order, place.i)
            if spot is not None and spot.known and spot.label in {"Country", "Place"}:
                return spot.known.node
            if place.lemma == "continent" and board.continents:
                return board.continents[-1].node
    return ""
