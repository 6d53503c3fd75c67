"""The frames of the edge classes, laid over a sentence: who does what to whom.

Nothing here names an edge type; the vocabulary says which words trigger which edge and where its
ends stand. Bias: the labels of the ends decide, so a frame may look widely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract import roles, sites
from kg.extract.conditions import may_say
from kg.extract.ends import expand, members
from kg.extract.goods import good_at
from kg.extract.lexicon import GROUP_HEADS, PLAIN_HEADS
from kg.extract.mistaken import firms, renamed
from kg.extract.spots import GOODS, Board, Spot
from kg.extract.tokens import VERBS, Sentence, Token
from kg.extract.triggers import fired
from kg.extract.unreal import is_order
from kg.reference.names import name_key
from schemas.base import Edge, Frame

OF_GOODS = frozenset(
    "export import re-export manufacture assemble brew mass-produce produce mine grow farm harvest"
    " fabricate bottle".split()
)
SHIPS = frozenset({"ship", "send", "export", "deliver", "shipment", "delivery", "cargo"})
TRADERS = frozenset({"vendor", "provider", "customer", "client"})
FIRM_OFFICES = frozenset({"executive", "ceo", "cfo", "coo", "founder", "co-founder"})
TELLING = frozenset({"Firm", "Product", "Person"})  # wanted first, they settle an unknown name
GOVERNED = 3  # sentences back to the bank of a "Governor X"
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
    """Every edge that a frame finds in the sentence; an order to the reader tells none."""
    if is_order(s):
        return
    said: set[tuple[object, ...]] = set()
    for token, edge, frame in fired(s):
        key = token.i, edge.TYPE, frame.pos, frame.status == "negated", frame.only
        if key in said:
            continue  # the first frame that fits is the surest
        if may_say(board, s, token, edge, frame):
            found = list(_ends(board, s, token.i, edge, frame))
            said |= {key} if found else set()
            yield from found


@dataclass(frozen=True, slots=True)
class _Slot:
    """One end of an edge: where to look and which labels fit; `goods` lets unknown names be goods.

    `other` are the spots at the other end, which tell how freely a good may be made; `firmly` lets
    names of unknown sort be firms; `sure` says that the trigger takes nothing but goods.
    Without `names` only common nouns are made goods.
    """

    paths: tuple[str, ...]
    labels: tuple[str, ...]
    goods: bool = False
    other: tuple[Spot, ...] = ()
    firmly: bool = False
    sure: bool = False
    names: bool = True


def _ends(board: Board, s: Sentence, i: int, edge: type[Edge], frame: Frame) -> Iterator[Found]:
    heads = _heads(board, s, i, edge, frame)
    if not heads:
        return
    tails = _tails(board, s, i, (edge, frame), heads)
    if _own_subject(s, i, heads, tails) or _own_subject(s, i, tails, heads):
        return
    one_list = set(heads) == set(tails) and len(heads) > 1 and not edge.symmetric
    for head in heads:
        for tail in tails:
            if (head is not tail and not one_list) or (head is tail and edge.tail_optional):
                yield Found(edge, frame, s, i, head, tail)


def _tails(
    board: Board, s: Sentence, i: int, said: tuple[type[Edge], Frame], heads: list[Spot]
) -> list[Spot]:
    """The spots at the tail; the heads themselves where the type needs no tail."""
    edge, frame = said
    wanted = frame.only or edge.tail
    firmly = edge.head[0] == "Firm" and not frame.only and s.tokens[i].lemma not in SHIPS
    sure = edge.goods_only and GOODS.issuperset(edge.tail) and _takes_goods(s, s.tokens[i])
    slot = _Slot(frame.tail, wanted, goods=True, other=tuple(heads), firmly=firmly, sure=sure)
    tails = _filled(board, s, i, slot)
    if edge.by_deal:  # a deal is over a firm or a brand, not over common goods
        tails = [x for x in tails if x.label != "Product" or x.sort != "nominal"]
    left_out = edge.elliptic and (frame.pos == "noun" or frame.beside)
    if not tails and left_out and not _is_said(s, i, frame):
        tails = _understood(board, s, i, edge)
    return heads if not tails and edge.tail_optional else tails


def _is_said(s: Sentence, i: int, frame: Frame) -> bool:
    """ "cut its forecast for revenue growth": what it is for stands there, unknown as it is."""
    return any(roles.fill(s, i, path) for path in frame.tail if path.split(".")[-1] == "for")


def _own_subject(s: Sentence, i: int, whose: list[Spot], of: list[Spot]) -> bool:
    """ "X and Y are its best customers": "its" is neither of them, whoever it was taken for."""
    named = {x.thing for x in of if x.thing}
    own = [x for x in whose if x.sort == "anaphor" and x.sentence == s.order]
    return any(x.thing in named and s.tokens[x.head].head == i for x in own)


def _heads(board: Board, s: Sentence, i: int, edge: type[Edge], frame: Frame) -> list[Spot]:
    """The spots at the head; a good may be made there once the tail is known."""
    heads = _filled(board, s, i, _Slot(frame.head, edge.head, firmly=edge.head == ("Firm",)))
    if heads or not GOODS & set(edge.head):
        return heads
    known = tuple(_filled(board, s, i, _Slot(frame.tail, edge.tail, goods=True, names=False)))
    slot = _Slot(frame.head, edge.head, goods=True, other=known)
    return _filled(board, s, i, slot) if known else []


def _understood(board: Board, s: Sentence, i: int, edge: type[Edge]) -> list[Spot]:
    """The tail that the words leave out: an index, or the firm that a chief executive has."""
    if edge.head != ("Person",):
        spot = board.recent(("Index",), s.order)
    elif s.tokens[i].lemma.lower() in FIRM_OFFICES:
        spot = _only_firm(board, s)
    elif s.tokens[i].lemma.lower() == "governor":
        spot = _central_bank(board, s)
    else:
        spot = None  # whose president or chair it is, nobody says
    return [spot] if spot is not None else []


def _central_bank(board: Board, s: Sentence) -> Spot | None:
    """The central bank that was named last: "Governor X" is its governor."""
    near = range(s.order, max(s.order - GOVERNED, 0) - 1, -1)
    banks = (x for back in near for x in board.within(back) if x.label == "Agency" and x.known)
    return next((x for x in banks if x.known and x.known.kind == "central bank"), None)


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
        found = _standing(board, s, tokens, slot, path) or _made(board, s, tokens, slot, path)
        if path == "compound" and s.tokens[i].lemma in GROUP_HEADS | TRADERS:
            found = [x for x in found if x.sort != "demonym"]  # "the Swiss supplier"
        if path == "bearer" and s.tokens[i].tag == "NN" and s.tokens[i].dep == "compound":
            found = [x for x in found if x.head in tokens] or found  # "the maker X and Y"
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
    board: Board, s: Sentence, tokens: list[int], slot: _Slot, path: str
) -> list[Spot]:
    """The spots at the tokens whose label fits; a demonym only says of whom, not what."""
    there = [x for t in tokens for x in expand(board, s, t)]
    found = [x for x in there if _takes(x, slot.labels)]
    found += firms(board, there, slot.labels) if slot.firmly else []
    found += [x for site in found for x in sites.around(board, s, site, slot.labels)]
    if path == "compound":
        return [x for x in found if x.sort != "demonym" or x.label == "Country"]
    return found


def _made(
    board: Board, s: Sentence, tokens: list[int], slot: _Slot, path: str
) -> list[Spot]:
    """Goods made at the tokens: of unknown names, else of common nouns."""
    acts = path == "subj" and len(slot.labels) > 1  # whoever needs or replaces is no good yet
    if slot.goods and slot.names and len(slot.labels) <= 2 and not acts:
        unsure = [x for t in tokens for x in expand(board, s, t)]
        found = renamed(board, unsure, "Product") if GOODS.issuperset(slot.labels) else []
        if found:
            return found
    if not GOODS & set(slot.labels):
        return []
    broad = slot.sure or any(x.label in GOODS | {"Policy"} for x in slot.other)
    made = [good_at(board, s, t, broad=broad) for t in tokens]
    return [x for x in made if x is not None and x.label in slot.labels]


def _takes_goods(s: Sentence, trigger: Token) -> bool:
    """Whether what the word takes is a good: nouns ("exports of X"), "makes glass vials"."""
    if trigger.pos in VERBS and trigger.dep != "amod":
        of_stuff = any(s.kid(o.i, "compound") for o in s.kids(trigger.i, "dobj"))
        return trigger.lemma in OF_GOODS or (trigger.lemma in {"make", "build"} and of_stuff)
    return trigger.lemma not in PLAIN_HEADS | {"startup", "start-up"}


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


def make_goods(board: Board, s: Sentence) -> None:
    """Enter the goods that a launch names by a common noun, so that "the model" can mean one."""
    for token, edge, frame in fired(s):
        if edge.tail != ("Product",) or frame.pos != "verb":
            continue
        for i in [i for path in frame.tail for i in roles.fill(s, token.i, path)]:
            if not expand(board, s, i):
                good_at(board, s, i, broad=False)
