"""What is counted: hits, extras and misses by part and kind, and each miss with its sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

__all__ = ["PARTS", "SHARES", "Kind", "Miss", "Part", "Sheet", "Sort", "Tally"]

Part = Literal[
    "entities", "entities_untyped", "relations", "relations_lenient", "merging",
    "status", "told_as_fact", "sign", "amount", "date",
]  # fmt: skip
PARTS: dict[Part, str] = {
    "entities": "entities", "entities_untyped": "entities, any label", "relations": "relations",
    "relations_lenient": "linked pairs, any type", "merging": "one thing across stories (pairs)",
    "status": "status", "told_as_fact": "unreal not told as fact", "sign": "sign of an effect",
    "amount": "amount", "date": "date",
}  # fmt: skip
"""Each part in words; of a part in `SHARES` only the share that is right has a meaning."""
SHARES: tuple[Part, ...] = ("status", "told_as_fact", "sign", "amount", "date")

Sort = Literal["missed", "wrong", "extra"]

Kind = tuple[Part, str]
"""A part, and a label or type; the empty one is all of them together."""


@dataclass(slots=True)
class Tally:
    """Hits, what was wrongly there, what was missed; of a share: right, wrong, not given."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float:
        """The share of what was read that is right, 0..1; 0 where nothing was read."""
        return self.tp / max(self.tp + self.fp, 1)

    @property
    def recall(self) -> float:
        """The share of what was to be read that was read, 0..1; 0 where there was nothing."""
        return self.tp / max(self.tp + self.fn, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.tp / max(2 * self.tp + self.fp + self.fn, 1)

    def __bool__(self) -> bool:
        return bool(self.tp or self.fp or self.fn)

    def add(self, other: Tally) -> None:
        """Count the other's too."""
        self.tp += other.tp
        self.fp += other.fp
        self.fn += other.fn


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing or claim that was missed, wrong or extra, in words, with its sentence.

    A thing has an empty `tail`, and its label is the `type`.
    """

    sort: Sort
    about: Literal["claim", "thing"]
    head: str
    type: str
    tail: str = ""
    status: str = ""
    note: str = ""
    quote: str = ""


@dataclass(slots=True)
class Sheet:
    """What one story scores."""

    story: str
    title: str = ""
    tallies: dict[Kind, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[Miss] = field(default_factory=list)

    def count(self, part: Part, kind: str, what: Literal["tp", "fp", "fn"]) -> None:
        """One more of the part, under its kind and in all."""
        for key in ((part, ""), (part, kind)):
            tally = self.tallies[key]
            setattr(tally, what, getattr(tally, what) + 1)
