"""What the picture of an answer shows, before any place is given: cards, wires, words beside.

Bias: all that the picture leaves out is in `folded` or `notes`; nothing is dropped in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from schemas.answer import Support
from schemas.base import Status

Kind = Literal[
    "shock", "hurt", "helped", "mixed", "unaffected", "passing", "plain", "subject", "found"
]
"""What befalls a card, or what a wire brings; `passing` only hands the shock on.

Where there is no shock: what was asked about (`subject`), what answers (`found`), all else.
"""

SIGNED: tuple[Kind, ...] = ("hurt", "helped", "mixed", "unaffected")
OPEN = {"agreed", "planned", "rumoured"}
"""Statuses of what has not happened yet."""
VOID = {"denied", "negated", "ended"}
"""Statuses of what does not hold."""


@dataclass(frozen=True, slots=True)
class Card:
    """A thing to draw: its name, what befalls it, how far from the shock (column), how surely.

    `score` is signed, -1..1; `class_`, `status` and `amount` are the answer's own words.
    """

    node: str
    name: str
    label: str = ""
    kind: Kind = "plain"
    score: float | None = None
    channel: str = ""
    class_: str = ""
    status: Status = "asserted"
    column: int = 0
    amount: str = ""

    @property
    def structural(self) -> bool:
        """Whether no story names it: it rests on reference data."""
        return self.class_ == "structural"


@dataclass(frozen=True, slots=True)
class Wire:
    """A hop to draw from left to right: the edge, whether along its arrow, and what it brings.

    `strength` is 0..1 and sets the thickness: the shock's size where the hop arrives, or the
    edge's confidence where there is no shock. `notes` are the numbers of its sentences.
    """

    start: str
    edge: str
    end: str
    forward: bool
    kind: Kind
    strength: float
    status: Status = "asserted"
    claims: tuple[Support, ...] = ()
    detail: str = ""
    notes: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, str, str, bool]:
        """What makes two hops one wire."""
        return self.start, self.edge, self.end, self.forward

    @property
    def structural(self) -> bool:
        """Whether no sentence stands behind it."""
        return not self.claims


@dataclass(frozen=True, slots=True)
class Words:
    """What is said around the picture: title, how it was read, the gist, and what lies outside."""

    title: str
    reading: tuple[str, ...]
    gist: str
    beside: tuple[tuple[str, tuple[str, ...]], ...] = ()
    notes: tuple[str, ...] = ()
    caveat: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """The whole choice.

    `ways` are each card's wires back to the shock, best first; `folded` the number of things not
    drawn by column; `sentences` the quotes in the order of their numbers; `root` is the card in
    the middle of a star, else empty.
    """

    words: Words
    cards: tuple[Card, ...]
    wires: tuple[Wire, ...]
    ways: Mapping[str, tuple[int, ...]]
    headings: tuple[str, ...]
    folded: Mapping[int, int]
    sentences: tuple[Support, ...] = ()
    root: str = ""
