"""Which amount and date of a sentence belong to an edge.

The edge class says what it takes (money, a quantity, a share, a level); the nearest such amount
in the trigger's clause is taken, "to X" before "from Y". Bias: none rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kg.extract.amounts import Amount
from kg.extract.dates import dates
from kg.extract.tokens import VERBS, Sentence
from schemas.base import Edge, Property
from schemas.when import When

SORTS = {
    "amount": ("money",), "value": ("number", "rate", "share", "money"),
    "volume": ("quantity",), "stake": ("share",), "share": ("share",),
    "change_bp": ("rate", "share"), "level": ("number", "rate", "share"),
    "rate": ("share",), "target": ("number",), "price": ("money",),
}  # fmt: skip
"""By property of an edge: the sorts of amount that it takes, the likeliest first."""
OLD = frozenset({"from", "versus", "than", "against"})  # before what a number was
NEW = frozenset({"to", "at", "of", "stand", "reach", "expects", "sees"})  # before what it is now
TRAILING = 24  # characters: a bracket or a weekday taken out behind the clause still counts to it


class Value(NamedTuple):
    """An amount with its currency or unit; empty where there is none."""

    amount: Decimal | None = None
    currency: str = ""
    unit: str = ""


def value(edge: type[Edge], s: Sentence, trigger: int, found: Sequence[Amount]) -> Value:
    """The amount that the edge takes from the trigger's clause."""
    sorts = [sort for p in edge.properties for sort in _sorts(p)]
    low, high = _clause(s, trigger)
    apart = _other_clauses(s, trigger)
    inside = [
        a for a in found
        if a.sort in sorts and low <= a.start <= high and not _second(s, a)
        and not any(start <= a.start < end for start, end in apart)
    ]  # fmt: skip
    if not inside:
        return Value()
    at = s.tokens[trigger].start
    best = min(
        inside,
        key=lambda a: (a.lead in OLD, sorts.index(a.sort), a.lead not in NEW, abs(a.start - at)),
    )
    if best.lead in OLD:
        return Value()
    return Value(
        best.number,
        best.unit if best.sort == "money" else "",
        "" if best.sort == "money" else best.unit,
    )


def _sorts(prop: Property) -> tuple[str, ...]:
    """The sorts of amount that a property takes; one in a currency takes money alone."""
    return ("money",) if prop.unit == "currency" else SORTS.get(prop.name, ())


def _other_clauses(s: Sentence, trigger: int) -> list[tuple[int, int]]:
    """Clean spans of the clauses below the trigger that have a verb of their own."""
    spans = []
    for token in s.tokens:
        own = token.pos in VERBS and token.dep in {"advcl", "relcl", "conj", "parataxis"}
        inside = s.subtree(token.i) if own and token.i > trigger else []
        if inside and trigger not in inside:
            spans.append((s.tokens[inside[0]].start, s.tokens[inside[-1]].end))
    return spans


def _second(s: Sentence, amount: Amount) -> bool:
    """Whether the amount stands in a bracket, as the same sum in another currency."""
    return any(a.sort in {"money", "bracket"} and a.start <= amount.start < a.end for a in s.asides)


def _clause(s: Sentence, i: int) -> tuple[int, int]:
    """Clean offsets of the trigger's clause: its own subtree, or its governing verb's."""
    at = i
    while s.tokens[at].pos not in VERBS and (up := s.up(at)) is not None:
        at = up.i
    inside = s.subtree(at)
    return s.tokens[inside[0]].start, s.tokens[inside[-1]].end + TRAILING


def when(s: Sentence, trigger: int, text: str, anchor: When | None) -> When | None:
    """The date in the trigger's clause nearest to it, asides included; `text` is the story's."""
    low, high = _clause(s, trigger)
    at = s.tokens[trigger].start
    inside = [
        (abs(s.start + o - at), w)
        for o, w in dates(text[s.start : s.end], anchor)
        if low - 2 <= s.start + o <= high
    ]
    return min(inside, key=lambda f: f[0])[1] if inside else None
