"""How the amounts of a sentence belong together: new and old value, the step between them, sums.

The sentence is read as words with its amounts as numbered slots, so that one pattern serves money,
shares and counts alike. Bias: two amounts without the words that join them belong to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.amounts import Amount

UP = (
    r"(?:r[oi]se[ns]?|rising|rose|up|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|climb(?:s|ed|ing)?"
    r"|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|increas(?:es?|ed|ing)|gr[eo]w(?:n|s|ing)?"
    r"|advanc(?:es?|ed|ing)|rais(?:es?|ed|ing)|lift(?:s|ed|ing)?|hik(?:es?|ed|ing)"
    r"|boost(?:s|ed|ing)?|add(?:s|ed|ing)|expand(?:s|ed|ing)?|rall(?:y|ies|ied))"
)
DOWN = (
    r"(?:f[ae]ll(?:en|s|ing)?|down|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|slid(?:es?|ing)?"
    r"|s[aiu]nk(?:s|ing)?|tumbl(?:es?|ed|ing)|plung(?:es?|ed|ing)|slump(?:s|ed|ing)?"
    r"|shr[aiu]nk(?:s|ing)?|cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)"
    r"|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|decreas(?:es?|ed|ing)|eas(?:es|ed|ing)"
    r"|dip(?:s|ped|ping)?|los(?:es?|t|ing)|shed(?:s|ding)?|slip(?:s|ped|ping)?"
    r"|retreat(?:s|ed|ing)?|contract(?:s|ed|ing)|div(?:es?|ed|ing)|dove)"
)
ABOUT = (
    r"(?:(?:by|as much as|as many as|about|around|nearly|almost|roughly|some|over|just (?:under"
    r"|over)|more than|less than|an? (?:further|additional|estimated|record|hefty|sharp|steep)"
    r"|another|an?|at least|up to|only|approximately|close to) )*"
)
SLOT = r"<(\d+)>"
GAP = r"(?P<{0}>[^<>;:()]{{0,{1}}}?)"
_NEW_OLD = re.compile(
    rf"\b(?:to|at|of|was|were|is|reached|hit|totall?ed|stood at) {ABOUT}{SLOT}{GAP.format('g', 45)}"
    rf",? ?\b(?:from|versus|against|compared (?:with|to)|down on|up on) {ABOUT}{SLOT}"
)
_OLD_NEW = re.compile(rf"\bfrom {ABOUT}{SLOT}{GAP.format('g', 30)} to {ABOUT}{SLOT}")
_EXPECTED = re.compile(
    r"\b(?:expect|forecast|estimat|consensus|predict|target|poll|guid|budget|analyst|plan)"
)
_APART = re.compile(r"\b(?:and|while|but|after|before|which|who|that|as)\b")
_BRACKET = re.compile(
    r"\s?\((?:(?:about|around|roughly|or|approximately|nearly|some|equal to|worth) )*\Z"
    r"|,? or (?:(?:about|around|roughly|approximately|nearly|some) )?\Z"
)
_RISES = re.compile(
    r"\A(?: \w+)?[ -](?:rise|gain|jump|climb|surge|increase|growth|hike|boost|rally|higher|more"
    r"|larger|stronger|above)s?\b"
)
_FALLS = re.compile(
    r"\A(?: \w+)?[ -](?:fall|drop|decline|loss|slide|tumble|plunge|slump|cut|decrease|reduction|dip"
    r"|contraction|lower|less|smaller|weaker|below)s?\b"
)


NEAR = 100  # characters before an amount in which the verb stands that moves it


@dataclass(frozen=True, slots=True)
class Move:
    """A new value and the old one, as positions in the list of amounts, and the words between."""

    new: int
    old: int
    start: int
    end: int
    between: str


def slots(text: str, found: Sequence[Amount], base: int = 0) -> str:
    """The text with each amount as a numbered slot; `base` is where the text begins."""
    parts, at = [], 0
    for n, amount in enumerate(found):
        parts += [_plain(text[at : amount.start - base]), f"<{n}>"]
        at = amount.end - base
    return "".join([*parts, _plain(text[at:])])


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("<", "(").replace(">", ")"))


def moves(shape: str, found: Sequence[Amount]) -> Iterator[Move]:
    """The pairs of a new value and the old one of the same measure."""
    for match in _NEW_OLD.finditer(shape):
        if not _EXPECTED.search(match["g"]) and not _EXPECTED.match(shape[match.end() :].lstrip()):
            yield from _move(int(match[1]), int(match[3]), match, found)
    for match in _OLD_NEW.finditer(shape):
        yield from _move(int(match[3]), int(match[1]), match, found)


def _move(new: int, old: int, match: re.Match[str], found: Sequence[Amount]) -> Iterator[Move]:
    """The move, where both are of one measure; a range is no level."""
    a, b = found[new], found[old]
    alike = (a.sort, a.unit, a.per) == (b.sort, b.unit, b.per) and not _APART.search(match["g"])
    if alike and a.sort not in {"year", "rate"} and a.high is None and b.high is None:
        yield Move(new, old, *match.span(), match["g"])


def equivalents(text: str, found: Sequence[Amount], base: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of one sum in two currencies: as told, and as translated in a bracket or after "or"."""
    for n in range(len(found) - 1):
        told, translated = found[n], found[n + 1]
        between = text[told.end - base : translated.start - base]
        money = told.sort == translated.sort == "money" and told.unit != translated.unit
        if money and _BRACKET.fullmatch(between) and told.per == translated.per:
            yield n, n + 1


def direction(n: int, shape: str) -> int:
    """1 where the words at the amount say a rise by it, -1 for a fall, 0 for neither."""
    before, _, after = shape.partition(f"<{n}>")
    before = before[-NEAR:]
    for words in (r"(?:of |[A-Z][\w&.’'-]* ){0,2}", r"(?:[^<>\s]+ ){1,7}by "):
        for sign, verbs in ((1, UP), (-1, DOWN)):
            if re.search(rf"\b{verbs} {words}{ABOUT}\Z", before, re.IGNORECASE):
                return sign
    return bool(_RISES.match(after)) - bool(_FALLS.match(after))
