"""One sentence as its numbers see it: amounts, the words between them, the room for rounding.

Bias: a number may be off by half its last printed digit, and further where the text says "about".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.amounts import Amount, amounts
from kg.extract.changes import slots
from kg.extract.tokens import Sentence

ROUGH = Decimal("0.1")  # how far "about", "nearly" and "more than" may be off, as a share
Range = tuple[Decimal, Decimal]
Wrong = tuple[tuple[int, ...], str]
"""Positions of amounts that contradict each other, and why in one line."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sentence's words, its amounts, and the words with each amount as a numbered slot."""

    words: str
    start: int
    found: Sequence[Amount]
    shape: str

    @classmethod
    def of(cls, s: Sentence, text: str) -> Page:
        """The page of a sentence; `text` is the story's clean text."""
        words, found = text[s.start : s.end], amounts(s, text)
        return cls(words, s.start, found, slots(words, found, s.start))

    @property
    def years(self) -> frozenset[int]:
        """The years that the sentence names."""
        return frozenset(int(a.number) for a in self.found if a.sort == "year")

    def said(self, n: int) -> str:
        """The amount in the text's own words."""
        a = self.found[n]
        return " ".join(self.words[a.start - self.start : a.end - self.start].split())


def bounds(amount: Amount) -> Range:
    """What the number may be before it was rounded to its printed digits."""
    fine = amount.sort in {"share", "rate"} and amount.step > 1 and amount.number < 100
    room = (Decimal(1) if fine else amount.step) / 2
    room += abs(amount.number) * ROUGH if amount.rough else 0
    high = amount.high if amount.high is not None else amount.number
    return amount.number - room, high + room


def meet(a: Range, b: Range) -> bool:
    """Whether two ranges overlap."""
    return a[0] <= b[1] and b[0] <= a[1]


def widened(a: Range, by: Decimal) -> Range:
    """The range with so much more room at both ends."""
    return a[0] - by, a[1] + by
