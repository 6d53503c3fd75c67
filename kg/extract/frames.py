"""The frames of the edge classes, laid over a sentence: who does what to whom.

Nothing here names an edge type; the vocabulary says which words trigger which edge and where its
ends stand. Bias: the labels of the ends decide, so a frame may look widely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract import roles
from kg.extract.ends import expand, members
from kg.extract.goods import good_at
from kg.extract.spots import GOODS, Board, Spot
from kg.extract.tokens import VERBS, Sentence, Token
from kg.extract.triggers import fired
from kg.reference.names import name_key
from schemas.base import Edge, Frame

MISTAKEN = {
    "Product": frozenset({"Firm", "Place", "Person"}),
    "Firm": frozenset({"Product", "Place", "Person"}),
}
"""By what a slot wants: the labels that an unknown name of that sort is mistaken for."""
SURE = 4  # votes from which on a name's label is believed whatever the slot wants
TRADES = frozenset("buy purchase acquire sell take get obtain secure win".split())
OF_FIRMS = frozenset({"stake", "share", "holding", "interest", "%", "control"})  # no goods
APART = frozenset({"conj", "parataxis", "relcl", "advcl"})  # clauses of their own
FIRM_OFFICES = frozenset({"executive", "ceo", "cfo", "coo", "founder", "co-founder"})
TELLING = frozenset({"Firm", "Product", "Person"})  # wanted first, they settle an unknown name
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


def match(board: Board, s: Sentence) -> Iterator[Found]:
    """Every edge that a frame finds in the sentence."""
    said: set[tuple[int, str, str]] = set()
    for token, edge, frame in fired(s):
        key = token.i, edge.TYPE, frame.pos
        if key in said:
            continue  # the first frame that fits is the surest
        if _may_say(board, s, token, edge, frame):
            found = list(_ends(board, s, token.i, edge, frame))
            said |= {key} if found else set()
            yield from found


def _may_say(board: Board, s: Sentence, token: Token, edge: type[Edge], frame: Frame) -> bool:
    """Whether nothing about the trigger speaks against the frame."""
    if frame.pos == "noun" and _in_policy(board, s, token):
        return False  # what the policy itself says is read by its parts
    if edge.goods_only and _moves_firm(board, s, token):
        return False
    return not frame.beside or _beside(s, token.i, frame.beside)


def _in_policy(board: Board, s: Sentence, token: Token) -> bool:
    """Whether the noun is one of a policy's own words, or what the policy is on."""
    covered = board.at(s.order, token.i)
    if covered is not None and covered.label == "Policy":
        return True
    return token.pos == "NOUN" and _banned(board, s, token)


def _moves_firm(board: Board, s: Sentence, token: Token) -> bool:
    """Whether what changes hands is a firm or a stake ("bought 20% of X from Y")."""
    if token.pos not in VERBS or token.lemma not in TRADES:
        return False
    for i in roles.objects(s, token.i):
        if s.tokens[i].lemma in OF_FIRMS:
            return True
        if any(x.label == "Firm" for x in expand(board, s, i)):
            return True
    return False


def _banned(board: Board, s: Sentence, token: Token) -> bool:
    """Whether the noun is what a policy is on: "a ban on exports of X" tells of no exports."""
    up = s.up(token.i)
    above = s.up(up.i) if up is not None and token.dep == "pobj" else up
    spot = board.at(s.order, above.i) if above is not None else None
    return spot is not None and spot.label == "Policy"


def _beside(s: Sentence, i: int, wanted: tuple[str, ...]) -> bool:
    """Whether a wanted word hangs on the token, directly or one step down, in its own clause."""
    near = [t for t in s.kids(i) if t.dep not in APART]
    below = [k for t in near for k in s.kids(t.i) if k.dep not in APART]
    return any(t.lemma.lower() in wanted or t.text.lower() in wanted for t in near + below)


@dataclass(frozen=True, slots=True)
class _Slot:
    """One end of an edge: where to look and which labels fit; `goods` lets unknown names be goods.

    `other` are the spots at the other end, which tell how freely a good may be made.
    """

    paths: tuple[str, ...]
    labels: tuple[str, ...]
    goods: bool = False
    other: tuple[Spot, ...] = ()


def _ends(board: Board, s: Sentence, i: int, edge: type[Edge], frame: Frame) -> Iterator[Found]:
    heads = _heads(board, s, i, edge, frame)
    if not heads:
        return
    tails = _filled(board, s, i, _Slot(frame.tail, edge.tail, goods=True, other=tuple(heads)))
    if not tails and edge.elliptic and (frame.pos == "noun" or frame.beside):
        tails = _understood(board, s, i, edge)
    if not tails and edge.tail_optional:
        tails = heads
    one_list = set(heads) == set(tails) and len(heads) > 1 and not edge.symmetric
    for head in heads:
        for tail in tails:
            if (head is not tail and not one_list) or (head is tail and edge.tail_optional):
                yield Found(edge, frame, s, i, head, tail)


def _heads(board: Board, s: Sentence, i: int, edge: type[Edge], frame: Frame) -> list[Spot]:
    """The spots at the head; a good may be made there once the tail is known."""
    heads = _filled(board, s, i, _Slot(frame.head, edge.head))
    if heads or not GOODS & set(edge.head):
        return heads
    known = tuple(_filled(board, s, i, _Slot(frame.tail, edge.tail)))
    slot = _Slot(frame.head, edge.head, goods=True, other=known)
    return _filled(board, s, i, slot) if known else []


def _understood(board: Board, s: Sentence, i: int, edge: type[Edge]) -> list[Spot]:
    """The tail that the words leave out: an index, or the firm that a chief executive has."""
    if edge.head != ("Person",):
        spot = board.recent(("Index",), s.order)
    elif s.tokens[i].lemma.lower() in FIRM_OFFICES:
        spot = _only_firm(board, s)
    else:
        spot = None  # whose president or chair it is, nobody says
    return [spot] if spot is not None else []


def _only_firm(board: Board, s: Sentence) -> Spot | None:
    """The one firm of the sentence, or of a sentence without any the story's own."""
    firms = {x.thing: x for x in board.within(s.order) if x.label == "Firm" and x.thing}
    if not firms:
        return board.dominant("Firm")
    return next(iter(firms.values())) if len(firms) == 1 else None


def _filled(board: Board, s: Sentence, i: int, slot: _Slot) -> list[Spot]:
    """The spots of an allowed label at the first role path that has any."""
    for path in slot.paths:
        tokens = roles.fill(s, i, path)
        if path == "poss" and tokens and not any(expand(board, s, t) for t in tokens):
            return []  # an owner stands there that is not known: nobody else may take the place
        found = _standing(board, s, tokens, slot.labels, path) or _made(board, s, tokens, slot)
        found = found or _led(board, s, tokens, slot.labels)
        found += _listed_goods(board, s, tokens, slot, found)
        if found:
            return list(dict.fromkeys(found))[:MOST_ENDS]
    return []


def _listed_goods(
    board: Board, s: Sentence, tokens: list[int], slot: _Slot, found: list[Spot]
) -> list[Spot]:
    """ "cakes, cosmetics and soap": where one of a list is a good, so are the others."""
    if not slot.goods or not any(x.label in GOODS for x in (*found, *slot.other)) or not found:
        return []
    listed = [k for t in tokens for k in members(s, t)]
    made = (good_at(board, s, k, broad=True) for k in listed if len(listed) > 1)
    return [x for x in made if x is not None and x.label in slot.labels]


def _standing(
    board: Board, s: Sentence, tokens: list[int], labels: tuple[str, ...], path: str
) -> list[Spot]:
    """The spots at the tokens whose label fits; a demonym only says of whom, not what."""
    found = [x for t in tokens for x in expand(board, s, t) if _takes(x, labels)]
    if path == "compound":
        return [x for x in found if x.sort != "demonym" or x.label == "Country"]
    return found


def _made(board: Board, s: Sentence, tokens: list[int], slot: _Slot) -> list[Spot]:
    """Goods made at the tokens: of unknown names, else of common nouns."""
    if slot.goods and len(slot.labels) <= 2:
        unsure = [x for t in tokens for x in expand(board, s, t)]
        found = _renamed(board, unsure, "Product") if GOODS.issuperset(slot.labels) else []
        if found:
            return found
    if slot.labels == ("Firm",):  # who merges is a firm
        return _renamed(board, [x for t in tokens for x in expand(board, s, t)], "Firm")
    if not GOODS & set(slot.labels):
        return []
    broad = any(x.label in GOODS | {"Policy"} for x in slot.other)
    made = [good_at(board, s, t, broad=broad) for t in tokens]
    return [x for x in made if x is not None and x.label in slot.labels]


def _led(board: Board, s: Sentence, tokens: list[int], labels: tuple[str, ...]) -> list[Spot]:
    """The firms of the people at the tokens, where a firm is wanted and no person."""
    if "Firm" not in labels or "Person" in labels:
        return []
    led = [board.leads.get(x.thing) for t in tokens for x in expand(board, s, t)]
    return [x for x in led if x is not None]


def read_leaders(board: Board, s: Sentence) -> None:
    """Remember which person leads which firm, so that "its chief executive said" is the firm."""
    for token, edge, frame in fired(s):
        if edge.head == ("Person",) and frame.pos == "noun":
            for found in _ends(board, s, token.i, edge, frame):
                if found.tail.label == "Firm":
                    board.leads.setdefault(found.head.thing, found.tail)


def _takes(spot: Spot, labels: tuple[str, ...]) -> bool:
    """Whether the slot takes the spot; a name of unknown sort becomes what the slot wants first."""
    if not spot.label and spot.sort == "name" and labels[0] in TELLING:
        spot.label = labels[0]
        spot.thing = f"{spot.label}:{name_key(spot.text)}"
    return spot.label in labels


def _renamed(board: Board, spots: list[Spot], label: str) -> list[Spot]:
    """The unknown names among the spots, given the label whatever they looked like."""
    unsure = [x for x in spots if x.sort == "name" and x.label in MISTAKEN[label]]
    found = [x for x in unsure if x.known is None and x.votes[x.label] < SURE]
    for spot in found:
        _relabel(board, spot, label)
    return found


def _relabel(board: Board, like: Spot, label: str) -> None:
    """Give every spot of the unknown thing that label."""
    old, new = like.thing, f"{label}:{name_key(like.text)}"
    for spot in {like, *(x for x in board.spots if old and x.thing == old)}:
        spot.thing, spot.label, spot.known = new, label, None


def make_goods(board: Board, s: Sentence) -> None:
    """Enter the goods that a launch names by a common noun, so that "the model" can mean one."""
    for token, edge, frame in fired(s):
        if edge.tail != ("Product",) or frame.pos != "verb":
            continue
        for i in [i for path in frame.tail for i in roles.fill(s, token.i, path)]:
            if not expand(board, s, i):
                good_at(board, s, i, broad=False)
