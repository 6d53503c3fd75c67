"""Amounts that replace amounts: a forecast cut again, a stake or tariff moved, a bid raised.

What an amount of a type is is read off the register: of a type with a `horizon` it is for a date,
a share or rate is what holds now, the price of a deal is one until the deal is over; all others
(fines, loans, what was shipped in a month) are sums that stand beside each other. Bias: what may
be for another period, in another measure, or only another sum, replaces nothing, unless the words
themselves name the amount before.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import NamedTuple

from kg.graph.witness import AGAINST, PREVIOUS, UNDATED, Witness, looks_ahead
from kg.resolve.acts import APART
from schemas.base import Edge, edge_types
from schemas.claim import Claim

__all__ = ["revised"]

HOLDS = frozenset({"level", "rate"})
"""Properties that, as any share does, tell what holds until another amount is told."""
PERCENT = "percent"
DAYS = 31
"""Days of a month at most."""


class Measure(NamedTuple):
    """What an amount is counted in: amounts of two measures are never compared."""

    currency: str
    unit: str
    per: str


class Value(NamedTuple):
    """An amount as a claim tells it: of a range both ends, and the one before where it is told."""

    amount: Decimal
    high: str
    measure: Measure
    previous: Decimal | None

    def differs(self, other: Value) -> bool:
        """Whether it is another amount of the same measure."""
        same = (self.amount, self.high) == (other.amount, other.high)
        return self.measure == other.measure and not same


class Stated(NamedTuple):
    """A claim that tells an amount, and the day of which it counts."""

    day: dt.date
    witness: Witness
    value: Value

    @property
    def period(self) -> str:
        """What the amount is for: the claim's own date."""
        own = self.witness.claim.date
        return own.text if own else ""


class Series:
    """Amounts of which one holds at a time, taken in as they were told."""

    def __init__(self) -> None:
        self._before: Stated | None = None
        self._last: Stated | None = None

    def follow(self, told: Stated) -> Stated | None:
        """Take in the amount; gives the last of an earlier day, unless it only repeats the last."""
        last, self._last = self._last, told
        if last and last.day < told.day:
            self._before = last
        repeats = last is not None and not told.value.differs(last.value)
        return None if repeats else self._before


def revised(heard: Sequence[tuple[dt.date, Witness]]) -> Iterator[tuple[Witness, Witness]]:
    """Each claim of one edge, given in their order, that tells another amount, with the one before.

    That is the last one that its amount can replace, and the last one whose amount it names.
    """
    told = [Stated(day, w, v) for day, w in heard if (v := _value(w.claim))]
    kind = edge_types().get(told[0].witness.claim.type) if told else None
    if kind is None or len({t.value[:2] for t in told}) < 2:
        return
    series: dict[object, Series] = defaultdict(Series)
    named: dict[object, list[Stated]] = defaultdict(list)
    for after in told:
        of_it = _series(kind, after)
        found = [series[of_it].follow(after)] if of_it else []
        before = [b for b in found if b and _replaces(after, b)]
        earlier = reversed(named[after.value.measure, after.value.previous])
        before += islice((b for b in earlier if _names(kind, after, b)), 1)
        named[after.value.measure, after.value.amount].append(after)
        yield from ((after.witness, b.witness) for b in before)


def _value(claim: Claim) -> Value | None:
    """The amount; None where there is none, or the claim is that it is not so."""
    if claim.amount is None or claim.status in AGAINST:
        return None
    more = dict(claim.more)
    measure = Measure(claim.currency, claim.unit, more.get("per", ""))
    return Value(claim.amount, more.get("high", ""), measure, _number(more.get(PREVIOUS)))


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal(text) if text else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


def _series(kind: type[Edge], told: Stated) -> tuple[object, ...]:
    """What amounts have in common of which one holds at a time; nothing for other amounts."""
    measure = told.value.measure
    if told.day == UNDATED:
        return ()
    if looks_ahead(kind):
        return measure, told.period
    priced = kind.by_deal and measure.currency
    return (measure,) if priced or _holds(kind, measure) else ()


def _replaces(after: Stated, before: Stated) -> bool:
    """Whether it is another amount; of the prices of a deal also whether it is the same deal."""
    return after.value.differs(before.value) and (
        not _by_deal(after) or (after.day - before.day).days <= APART * DAYS
    )


def _by_deal(told: Stated) -> bool:
    return edge_types()[told.witness.claim.type].by_deal


def _names(kind: type[Edge], after: Stated, before: Stated) -> bool:
    """Whether another story's amount is the one that this claim says was there before.

    What was measured in one period is not replaced by what was measured in the next.
    """
    periods = {after.period, before.period}
    known = len(periods) == 1 and "" not in periods
    vague = _holds(kind, after.value.measure) or len(periods - {""}) < 2
    fits = known or (vague and not _is_of_period(kind))
    apart = after.witness.claim.story_id != before.witness.claim.story_id
    return fits and apart and after.value.differs(before.value)


def _holds(kind: type[Edge], measure: Measure) -> bool:
    """Whether such an amount holds until another is told; a stake that a deal moves does not."""
    kept = any(p.kind == "share" or p.name in HOLDS for p in kind.properties)
    return measure.unit == PERCENT and kept and not kind.by_deal and not _is_of_period(kind)


def _is_of_period(kind: type[Edge]) -> bool:
    return any(p.name == "period" for p in kind.properties)
