"""The frames of the edge classes, laid over a sentence: who does what to whom.

Nothing here names an edge type; the vocabulary says which words trigger which edge and where its
ends stand. Bias: the labels of the ends decide, so a frame may look widely.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract import roles
from kg.extract.ends import expand
from kg.extract.groups import good_at
from kg.extract.spots import Board, Spot
from kg.extract.tokens import VERBS, Sentence, Token
from kg.reference.names import name_key
from schemas import edge_types
from schemas.base import Edge, Frame

UNSURE = frozenset({"Firm", "Place", "Person"})
TRADES = frozenset("buy purchase acquire sell take get obtain secure win".split())
TELLING = frozenset({"Firm", "Product", "Person"})
GOODS = frozenset({"Commodity", "Product"})
MOST_ENDS = 8  # a longer list of ends is a parse gone wrong


@dataclass(frozen=True, slots=True)
class Found:
    """An edge between two spots, and the frame and trigger that say it."""

    edge: type[Edge]
    frame: Frame
    sentence: Sentence
    trigger: int
    head: Spot
    tail: Spot


Index = dict[tuple[str, str], list[tuple[type[Edge], Frame]]]


def index() -> Index:
    """Every frame of the vocabulary by (part of speech, lemma)."""
    return _index(tuple(edge_types().items()))


@functools.lru_cache(maxsize=4)
def _index(types: tuple[tuple[str, type[Edge]], ...]) -> Index:
    found: Index = defaultdict(list)
    for _, edge in types:
        for frame in edge.frames:
            for lemma in frame.lemmas:
                found[frame.pos, lemma].append((edge, frame))
    return dict(found)


def match(board: Board, s: Sentence) -> Iterator[Found]:
    """Every edge that a frame finds in the sentence."""
    frames = index()
    for token in s.tokens:
        covered = board.at(s.order, token.i)
        policy = covered is not None and covered.label == "Policy"
        policy = policy or (token.pos == "NOUN" and _banned(board, s, token))
        said: set[tuple[str, str]] = set()
        for pos, lemma in _lemmas(s, token):
            for edge, frame in frames.get((pos, lemma), ()):
                if policy and pos == "noun":
                    continue  # what the policy itself says is read by its parts
                if (edge.TYPE, pos) in said:
                    continue  # the first frame that fits is the surest
                if edge.goods_only and _moves_firm(board, s, token):
                    continue
                if not frame.beside or _beside(s, token.i, frame.beside):
                    found = list(_ends(board, s, token.i, edge, frame))
                    said |= {(edge.TYPE, pos)} if found else set()
                    yield from found


def _moves_firm(board: Board, s: Sentence, token: Token) -> bool:
    """Whether what changes hands is a firm or a stake ("bought 20% of X from Y")."""
    if token.pos not in VERBS or token.lemma not in TRADES:
        return False
    for i in roles.objects(s, token.i):
        if s.tokens[i].lemma in {"stake", "share", "holding", "interest", "%", "control"}:
            return True
        if any(x.label == "Firm" for x in expand(board, s, i)):
            return True
    return False


def _banned(board: Board, s: Sentence, token: Token) -> bool:
    """Whether the noun is what a policy is on: "a ban on exports of X" tells of no exports."""
    up = s.up(token.i)
    above = s.up(up.i) if up is not None and token.dep == "pobj" else None
    spot = board.at(s.order, above.i) if above is not None else None
    return spot is not None and spot.label == "Policy"


def _lemmas(s: Sentence, token: Token) -> list[tuple[str, str]]:
    """How the token may be listed: itself, with its particle, with its modifier."""
    lemma = token.lemma.lower()
    if token.pos in VERBS and token.dep not in {"aux", "auxpass"}:
        after = [
            k.lemma
            for k in s.kids(token.i, "prt", "prep", "advmod", "acomp", "oprd", "xcomp")
            if k.i > token.i
        ]
        found = [("verb", lemma), *(("verb", f"{lemma}_{p}") for p in after)]
        return [*found, ("adj", token.text.lower())] if token.tag in {"VBN", "VBD"} else found
    if token.pos == "NOUN" or (token.pos == "PROPN" and token.text.lower() == lemma):
        before = [k.lemma.lower() for k in s.kids(token.i, "compound", "amod", "nmod")]
        return [("noun", lemma), *(("noun", f"{b}_{lemma}") for b in before)]
    if token.pos == "PROPN":  # offices and headline capitals
        before = [k.text.lower() for k in s.kids(token.i, "compound", "amod")]
        return [
            ("noun", token.text.lower()),
            *(("noun", f"{b}_{token.text.lower()}") for b in before),
        ]
    if token.pos in {"ADJ", "ADV"}:
        return (
            [("adj", lemma), ("adj", token.text.lower())]
            if lemma != token.text.lower()
            else [("adj", lemma)]
        )
    return []


def _beside(s: Sentence, i: int, wanted: tuple[str, ...]) -> bool:
    near = s.kids(i)
    below = [k for t in near for k in s.kids(t.i)]
    return any(t.lemma.lower() in wanted or t.text.lower() in wanted for t in near + below)


def _ends(board: Board, s: Sentence, i: int, edge: type[Edge], frame: Frame) -> Iterator[Found]:
    heads = _filled(board, s, i, frame.head, edge.head)
    if not heads and GOODS & set(edge.head):
        known = _filled(board, s, i, frame.tail, edge.tail)
        heads = (
            _filled(board, s, i, frame.head, edge.head, goods=edge, other=known) if known else []
        )
    if not heads:
        return
    tails = _filled(board, s, i, frame.tail, edge.tail, goods=edge, other=heads)
    if not tails and edge.elliptic and (frame.pos == "noun" or frame.beside):
        tails = _understood(board, s, edge)
    if not tails and edge.tail_optional:
        tails = heads
    for head in heads:
        for tail in tails:
            if head is not tail or edge.tail_optional:
                yield Found(edge, frame, s, i, head, tail)


def _understood(board: Board, s: Sentence, edge: type[Edge]) -> list[Spot]:
    """The tail that the words leave out: a person's is the firm that the story is about."""
    spot = (
        board.dominant(edge.tail[0])
        if "Person" in edge.head[:1]
        else board.recent(("Index",), s.order)
    )
    return [spot] if spot is not None else []


def _filled(
    board: Board,
    s: Sentence,
    i: int,
    paths: tuple[str, ...],
    labels: tuple[str, ...],
    *,
    goods: type[Edge] | None = None,
    other: list[Spot] | None = None,
) -> list[Spot]:
    """The spots of an allowed label at the first role path that has any."""
    for path in paths:
        tokens = roles.fill(s, i, path)
        if path == "poss" and tokens and not any(expand(board, s, t) for t in tokens):
            return []  # an owner stands there that is not known: nobody else may take the place
        found = [x for t in tokens for x in expand(board, s, t) if _takes(x, labels)]
        if path == "compound":
            found = [x for x in found if x.sort != "demonym" or x.label == "Country"]
        if not found and goods is not None and len(labels) <= 2:
            found = _as_goods(board, [x for t in tokens for x in expand(board, s, t)], labels)
        if not found and GOODS & set(labels):
            broad = any(x.label in GOODS for x in other or ())
            made = [good_at(board, s, t, broad=broad) for t in tokens]
            found = [x for x in made if x is not None and x.label in labels]
        if not found and "Firm" in labels and "Person" not in labels:
            led = [board.leads.get(x.thing) for t in tokens for x in expand(board, s, t)]
            found = [x for x in led if x is not None]
        if found:
            return list(dict.fromkeys(found))[:MOST_ENDS]
    return []


def read_leaders(board: Board, s: Sentence) -> None:
    """Remember which person leads which firm, so that "its chief executive said" is the firm."""
    for token in s.tokens:
        for pos, lemma in _lemmas(s, token):
            for edge, frame in index().get((pos, lemma), ()):
                if edge.head == ("Person",) and pos == "noun":
                    for found in _ends(board, s, token.i, edge, frame):
                        if found.tail.label == "Firm":
                            board.leads.setdefault(found.head.thing, found.tail)


def _takes(spot: Spot, labels: tuple[str, ...]) -> bool:
    """Whether the slot takes the spot; a name of unknown sort becomes what the slot wants first."""
    if not spot.label and spot.sort == "name" and labels[0] in TELLING:
        spot.label = labels[0]
        spot.thing = f"{spot.label}:{name_key(spot.text)}"
    return spot.label in labels


def _as_goods(board: Board, spots: list[Spot], labels: tuple[str, ...]) -> list[Spot]:
    """What a maker makes is a product, whatever its unknown name looked like."""
    if not set(labels) <= GOODS:
        return []
    found = [x for x in spots if x.sort == "name" and x.label in UNSURE and _is_unsure(x)]
    for spot in found:
        spot.label, spot.known, old = "Product", None, spot.thing
        rename_as(board, old, spot)
    return found


def _is_unsure(spot: Spot) -> bool:
    return spot.known is None and spot.votes[spot.label] < 4


def rename_as(board: Board, old: str, like: Spot) -> None:
    """Make every spot of the thing a product of that name."""
    like.thing = f"Product:{name_key(like.text)}"
    for spot in board.spots:
        if old and spot.thing == old:
            spot.thing, spot.label, spot.known = like.thing, like.label, None


def make_goods(board: Board, s: Sentence) -> None:
    """Enter the goods that a launch names by a common noun, so that "the model" can mean one."""
    for token in s.tokens:
        for pos, lemma in _lemmas(s, token):
            for edge, frame in index().get((pos, lemma), ()):
                if edge.tail == ("Product",) and pos == "verb":
                    for path in frame.tail:
                        for i in roles.fill(s, token.i, path):
                            if not expand(board, s, i):
                                good_at(board, s, i, broad=False)
