"""One sum in two currencies: the rate that it implies, against the story's other ones.

No table of rates is needed: a story translates all its sums of one day at one rate. Bias: sums of
different years may differ, and only a factor that no market moves by is shown for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.amounts import Amount
from kg.extract.page import bounds

DRIFT = Decimal("0.05")  # how far two rates of one story may differ beyond rounding, as a share
SCALE = 8  # a factor at which a scale word is wrong, whatever the day


@dataclass(frozen=True, slots=True)
class Pair:
    """One sum as told and as translated; the years that its sentence names."""

    told: Amount
    translated: Amount
    years: frozenset[int] = frozenset()

    @property
    def key(self) -> tuple[str, str]:
        """The two currencies, in one order."""
        return min(self._units), max(self._units)

    @property
    def _units(self) -> tuple[str, str]:
        return self.told.unit, self.translated.unit

    @property
    def rate(self) -> tuple[Decimal, Decimal, Decimal]:
        """The lowest, the printed and the highest rate that it implies, in the key's order."""
        first, second = self.told, self.translated
        if first.unit != self.key[0]:
            first, second = second, first
        (a, b), (c, d) = bounds(first), bounds(second)
        return a / d, first.number / second.number, b / max(c, Decimal("1e-9"))


def odd_rates(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, str]]:
    """The pairs whose rate does not fit the others of the same currencies, and why."""
    groups: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.told.number > 0 and pair.translated.number > 0:
            groups[pair.key].append(pair)
    for key, alike in groups.items():
        yield from _odd(key, alike)


def _odd(key: tuple[str, str], alike: Sequence[Pair]) -> Iterator[tuple[Pair, str]]:
    """The pairs that do not fit the middle one; of two pairs the later one."""
    ranked = sorted(alike, key=lambda p: p.rate[1])
    usual = ranked[(len(ranked) - 1) // 2] if len(alike) > 2 else alike[0]
    for pair in alike:
        if pair is not usual and _differ(pair, usual):
            yield pair, (
                f"implies {_shown(pair.rate[1])} {key[0]} per {key[1]}, elsewhere in the story "
                f"it is {_shown(usual.rate[1])}"
            )


def _differ(a: Pair, b: Pair) -> bool:
    (low, mid, high), (least, middle, most) = a.rate, b.rate
    if max(mid / middle, middle / mid) >= SCALE:
        return True
    if a.years ^ b.years:
        return False
    return low > most * (1 + DRIFT) or high < least * (1 - DRIFT)


def _shown(rate: Decimal) -> str:
    return f"{rate:.4g}" if rate < 1000 else f"{rate:,.0f}"
