"""Which names of a story are one thing: short forms, acronyms, "also known as", "this oil".

Bias: two names stay two things unless one is plainly the short form of the other or the text says
so.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from kg.extract.lexicon import LEGAL_FORMS
from kg.extract.spots import GOODS, Board, Spot
from kg.extract.tokens import Sentence
from kg.reference.names import name_key

VAGUE = frozenset("edible critical precious base key raw".split())  # "the precious metal"
ALSO = re.compile(
    r"\b(?:also|better|previously|formerly|otherwise)? ?(?:known|called|named)\b"
    r"(?: by)?(?: [a-z ]{0,24})?(?: as)?|\bformerly\b"
)
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
DIVISIONS = frozenset(
    "global research securities capital markets international bank holdings asset management"
    " group".split()
)  # words behind a firm's name that leave it the same firm
NAMED_BY_PART = frozenset({"Firm", "Person", "Agency", "Product", "Place"})
NOT_SHORT = LEGAL_FORMS | {"bank", "china", "american", "united"}  # begin many names

Words = tuple[str, ...]


def join_names(board: Board) -> None:
    """Let the spots of one thing share its key, surest ground first."""
    _join_short_names(board)
    _join_acronyms(board)
    _join_goods(board)
    _join_indicators(board)
    _join_also_known(board)


def _rename(board: Board, old: str, new: str) -> None:
    """Let all spots of one thing become spots of another."""
    for spot in board.spots:
        if spot.thing == old:
            spot.thing = new


def _join_short_names(board: Board) -> None:
    """ "Alphawave" is "Alphawave IP Group", "Pialis" is "Tony Pialis", if only one fits."""
    names: dict[str, set[Words]] = defaultdict(set)
    label = {}
    for spot in board.spots:
        if spot.sort == "name" and spot.label in NAMED_BY_PART:
            names[spot.thing].add(tuple(name_key(spot.text).split()))
            label[spot.thing] = spot.label
    for short in sorted(names):
        longer = sorted(
            other
            for other in names
            if other != short and label[other] == label[short]
            and any(_shortens(a, b, label[short]) for a in names[short] for b in names[other])
        )  # fmt: skip
        if len(longer) == 1:
            known = short.split(":")[0].islower()  # the key is a node of the universe
            same = label[short] != "Firm" or _same_firm(names[short], names[longer[0]])
            if known and same:
                _rename(board, longer[0], short)
            elif not known:
                _rename(board, short, longer[0])


def _same_firm(short: set[Words], long: set[Words]) -> bool:
    """Whether only forms and divisions follow: "UBS Global Research", not "Siemens Energy"."""
    return any(
        b[: len(a)] == a and set(b[len(a) :]) <= LEGAL_FORMS | DIVISIONS
        for a in short
        for b in long
    )


def _shortens(short: Words, long: Words, label: str) -> bool:
    """Whether the words of one name are the start (or a person's end) of the other."""
    if not short or len(short) >= len(long) or len(short[0]) < 3:
        return False
    if any(any(c.isdigit() for c in w) for w in long[len(short) :]):
        return False
    if label == "Person":
        return long[-len(short) :] == short
    if label == "Product":
        return False
    return long[: len(short)] == short and short[-1] not in NOT_SHORT


def _join_acronyms(board: Board) -> None:
    """ "Bureau of Industry and Security (BIS)": later "BIS" is that thing."""
    stands_for = {a: s.thing for s in board.spots for a in s.aliases}
    for spot in list(board.spots):
        target = stands_for.get(spot.text)
        if target and spot.thing != target and spot.sort == "name":
            _rename(board, spot.thing, target)


def _join_goods(board: Board) -> None:
    """ "oil" is the palm oil of a story that has no other oil."""
    _join_definite(board)
    goods = {x.thing: x.text.lower() for x in board.spots if x.label in GOODS and x.thing}
    for thing, text in sorted(goods.items()):
        wider = {t for t, other in goods.items() if other.endswith(f" {text}") and t != thing}
        if len(wider) == 1 and " " not in text:
            target = wider.pop()
            known, label = next((x.known, x.label) for x in board.spots if x.thing == target)
            for spot in [x for x in board.spots if x.thing == thing]:
                spot.thing, spot.known, spot.label = target, known, label


def _join_indicators(board: Board) -> None:
    """ "inflation" is the U.S. inflation of a story that speaks of no other country's."""
    numbers = {x.thing: x for x in board.spots if x.label == "Indicator" and x.thing}
    for thing, spot in sorted(numbers.items()):
        national = [
            t
            for t, x in numbers.items()
            if x.part("country") and t.split(":")[-1] == thing.split(":")[-1]
        ]
        if not spot.part("country") and len(national) == 1:
            _rename(board, thing, national[0])


def _join_definite(board: Board) -> None:
    """ "this oil" is the oil named last."""
    latest: dict[str, Spot] = {}
    for spot in [x for x in board.in_order() if x.label == "Commodity" and x.thing]:
        s, text = board.sentence(spot), spot.text.lower()
        definite = any(k.lemma in DEFINITE for k in s.kids(spot.head, "det"))
        last = text.split()[-1]
        if definite and (" " not in text or text.split()[0] in VAGUE) and last in latest:
            spot.thing, spot.known = latest[last].thing, latest[last].known
        elif " " in text:
            latest[last] = spot


def _join_also_known(board: Board) -> None:
    for s in board.sentences:
        names = [
            x
            for x in board.within(s.order)
            if x.sort == "name" and x.label in {"Firm", "Product", "Person"}
        ]
        for left, right in itertools.pairwise(names):
            if left.thing != right.thing and _says_same(s, left, right):
                _rename(board, right.thing, left.thing)


def _says_same(s: Sentence, left: Spot, right: Spot) -> bool:
    """Whether the words between two names make them one ("X, also known as Y")."""
    between = s.text_of(left.last + 1, right.first - 1)
    said = between.split()
    last = [w for w in said if w not in {"the", '"', "“", "‘", "'"}][-1:]
    return len(said) <= 8 and last == ["as"] and ALSO.search(between) is not None
