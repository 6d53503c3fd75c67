"""Which amount and date of a sentence belong to an edge.

The edge class says what it takes (money, a quantity, a share, a level); the nearest such amount
in the trigger's clause is taken, "to X" before "from Y". Bias: none rather than a wrong one.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from kg.extract import changes
from kg.extract.amounts import Amount
from kg.extract.dates import dates
from kg.extract.tokens import VERBS, Sentence
from schemas.base import Edge
from schemas.values import plain
from schemas.when import When

SORTS = {
    "amount": ("money",), "value": ("number", "rate", "share", "money", "quantity"),
    "volume": ("quantity",), "stake": ("share",), "share": ("share",),
    "level": ("share", "number"), "rate": ("share", "money"), "target": ("number",),
    "price": ("money",),
}  # fmt: skip
"""By property of an edge: the sorts of amount that it takes, the likeliest first."""
CHANGE = {"percent": ("share",), "basis points": ("rate",)}
"""By unit of a property `change`: the sorts of amount that say a move."""
SIGNED = frozenset({"value", "change"})  # a property that may be a fall
OLD = frozenset({"from", "versus", "than", "against"})  # before what a number was
DUTY = 1000  # a tariff, tax or cap in money is so much for one thing: more is a sum
NEW = frozenset({"to", "at", "of", "stand", "reach", "expects", "sees"})  # before what it is now
TRAILING = 24  # characters: a bracket or a weekday taken out behind the clause still counts to it
TO_BPS = {"bps": Decimal(1), "percentage points": Decimal(100)}
FUTURE = frozenset({"will", "shall", "’ll", "'ll"})
PLANS = frozenset("plan expect aim intend set schedule due slate hope propose prepare".split())
DESCRIBES = frozenset({"appos", "poss", "amod", "nmod"})  # what only says who or what a thing is


class Value(NamedTuple):
    """An amount with its currency or unit; empty where there is none.

    `more` tells what else the text gives of it: `previous` the old value, `change` the move in
    the edge's unit, `high` the upper end of a range, `equivalent` the sum in another currency,
    `per` what it is the price of.
    """

    amount: Decimal | None = None
    currency: str = ""
    unit: str = ""
    more: tuple[tuple[str, str], ...] = ()


def value(
    edge: type[Edge], s: Sentence, trigger: int, found: Sequence[Amount], text: str = ""
) -> Value:
    """The amount that the edge takes from the trigger's clause; `text` is the story's."""
    inside = _inside(s, trigger, found)
    shape = changes.slots(text[s.start : s.end], found, s.start) if text else ""
    moved = {m.new: m.old for m in changes.moves(shape, found)}
    best = _best(edge, s.tokens[trigger].start, _fitting(edge, inside, found, shape), moved)
    more = _change(edge, [n for n in inside if n != best], found, shape)
    if best is None:
        return Value(more=more)
    a, named = found[best], {p.name for p in edge.properties}
    if best in moved and "previous" in named:
        more += (("previous", plain(found[moved[best]].number)),)
    same = [found[j] for i, j in changes.equivalents(text, found) if i == best] if text else []
    more += tuple(("equivalent", f"{plain(b.number)} {b.unit}") for b in same)
    more += (("high", plain(a.high)),) if a.high is not None else ()
    more += (("per", a.per),) if a.per else ()
    money, number = a.sort == "money", _signed(edge, best, a, shape)
    return Value(number, a.unit if money else "", "" if money else a.unit, more)


def _inside(s: Sentence, trigger: int, found: Sequence[Amount]) -> list[int]:
    """Positions of the amounts in the trigger's clause, without second currencies."""
    low, high = _clause(s, trigger)
    apart = _other_clauses(s, trigger)
    return [
        n for n, a in enumerate(found)
        if low <= a.start <= high + TRAILING and not _second(s, a)
        and not any(start <= a.start < end for start, end in apart)
    ]  # fmt: skip


def _fitting(
    edge: type[Edge], inside: Sequence[int], found: Sequence[Amount], shape: str
) -> dict[int, Amount]:
    """The amounts that the edge takes: of its levels, or moves that the words tell as such."""
    levels, changes_by = _levels(edge), _moves(edge)
    return {
        n: found[n] for n in inside
        if (found[n].sort in levels and not _is_sum(edge, found[n]))
        or (found[n].sort in changes_by and changes.direction(n, shape))
    }  # fmt: skip


def _best(
    edge: type[Edge], at: int, fitting: dict[int, Amount], moved: dict[int, int]
) -> int | None:
    """Position of the amount that the edge takes; None where that is an old value."""
    sorts, old = [*_levels(edge), *_moves(edge)], set(moved.values())
    if not fitting:
        return None

    def rank(n: int) -> tuple[object, ...]:
        a = fitting[n]
        was = n in old or a.lead in OLD
        return was, sorts.index(a.sort), a.lead not in NEW, abs(a.start - at)

    best = min(fitting, key=rank)
    return None if best in old or fitting[best].lead in OLD else best


def _is_sum(edge: type[Edge], amount: Amount) -> bool:
    """Whether it is a sum where the edge takes a rate: "tariffs on $200 billion of goods"."""
    sums = "currency" in {p.unit for p in edge.properties}
    rates = "rate" in {p.name for p in edge.properties}
    return rates and not sums and amount.sort == "money" and amount.number >= DUTY


def _levels(edge: type[Edge]) -> list[str]:
    """The sorts of amount that the edge's own properties take."""
    found: list[str] = []
    for p in edge.properties:
        found += ["money"] if p.unit == "currency" else SORTS.get(p.name, ())
    return found


def _moves(edge: type[Edge]) -> tuple[str, ...]:
    """The sorts that tell a move, where the edge has one and no volume that it would hide."""
    if any(p.name == "volume" for p in edge.properties):
        return ()
    return next((CHANGE[p.unit] for p in edge.properties if p.name == "change"), ())


def _signed(edge: type[Edge], n: int, amount: Amount, shape: str) -> Decimal:
    """The number, negative where it is a fall: "down 6%"."""
    moves = amount.sort in {"share", "rate"} and SIGNED & {p.name for p in edge.properties}
    if moves and amount.lead not in NEW and changes.direction(n, shape) < 0:
        return -abs(amount.number)
    return amount.number


def _change(
    edge: type[Edge], inside: Sequence[int], found: Sequence[Amount], shape: str
) -> tuple[tuple[str, str], ...]:
    """The signed move beside the value, in the unit of the edge's own property."""
    unit = next((p.unit for p in edge.properties if p.name == "change"), "")
    for n in inside:
        sign = changes.direction(n, shape) if found[n].sort in CHANGE.get(unit, ()) else 0
        if sign:
            size = abs(found[n].number) * TO_BPS.get(found[n].unit, Decimal(1))
            return (("change", plain(sign * size)),)
    return ()


def _other_clauses(s: Sentence, trigger: int) -> list[tuple[int, int]]:
    """Clean spans of the clauses that have a verb of their own and do not hold the trigger."""
    spans = []
    for token in s.tokens:
        own = token.pos in VERBS and token.dep in {"advcl", "relcl", "conj", "parataxis"}
        inside = s.subtree(token.i) if own else []
        if inside and trigger not in inside:
            spans.append((s.tokens[inside[0]].start, s.tokens[inside[-1]].end))
    return spans


def _second(s: Sentence, amount: Amount) -> bool:
    """Whether the amount stands in a bracket, as the same sum in another currency."""
    return any(a.sort in {"money", "bracket"} and a.start <= amount.start < a.end for a in s.asides)


def _clause(s: Sentence, i: int) -> tuple[int, int]:
    """Clean offsets of the trigger's clause: its own subtree, or its governing verb's."""
    inside = s.subtree(_governor(s, i))
    return s.tokens[inside[0]].start, s.tokens[inside[-1]].end


def _governor(s: Sentence, i: int) -> int:
    """The verb that governs the trigger; the word itself where that only describes a thing."""
    at = i
    while s.tokens[at].pos not in VERBS and (up := s.up(at)) is not None:
        title = s.tokens[at].dep == "compound" and up.pos == "PROPN"
        if title or s.tokens[at].dep in DESCRIBES:
            return at
        at = up.i
    return at


def when(s: Sentence, trigger: int, text: str, anchor: When | None) -> When | None:
    """The date in the trigger's clause nearest to it, asides included; `text` is the story's."""
    low, high = _clause(s, trigger)
    high = max([high, *(a.end for a in s.asides if 0 <= a.start - high <= 1)])
    at, apart = s.tokens[trigger].start, _other_clauses(s, trigger)
    inside = [
        (abs(s.start + o - at), w)
        for o, w in dates(text[s.start : s.end], anchor, ahead=_is_ahead(s, trigger))
        if low - 2 <= s.start + o <= high
        and not any(start <= s.start + o < end for start, end in apart)
    ]
    return min(inside, key=lambda f: f[0])[1] if inside else None


def _is_ahead(s: Sentence, trigger: int) -> bool:
    """Whether the clause tells what is to come: "will", "is due to", "plans to"."""
    at = _governor(s, trigger)
    up = s.up(at)
    planned = up is not None and up.lemma in PLANS and s.tokens[at].dep in {"xcomp", "ccomp"}
    return planned or any(k.text.lower() in FUTURE for k in s.kids(at, "aux"))
