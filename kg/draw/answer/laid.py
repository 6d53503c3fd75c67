"""Cards and wires with their places, as both layouts give them and every writer draws them.

Units are points, y grows downwards. Bias: a name is cut rather than set over its neighbour; the
whole name stands in the page's list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.draw import words
from kg.draw.answer.plot import OPEN, SIGNED, VOID, Card, Wire
from kg.draw.answer.said import under, verb
from kg.draw.place import Box

XY = tuple[float, float]
Bend = tuple[XY, ...]
"""A piece of a line: one point (a straight line to it) or three (a cubic Bézier)."""

NAME, UNDER, VERB, NOTE = 13.0, 10.0, 10.5, 8.0
"""Text sizes."""
PAD, GLYPH, LINE = 10.0, 22.0, 16.0
"""Space inside a card's edge, the width kept for its sign, the height of a line of its name."""
TIP = 9.0
"""Length of an arrowhead."""
DOTS = (1.6, 4.2)
_DASHES = {"agreed": (12.0, 3.0), "planned": (7.0, 4.0), "rumoured": (3.2, 3.4)}
_VOID = (8.0, 3.0, 1.6, 3.0)


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a card: its name in at most two lines, the line below, and the space taken."""

    lines: tuple[str, ...]
    under: str
    wide: float
    tall: float


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a wire: where they begin, and their box; `notes` are its sentence numbers."""

    text: str
    notes: str
    signed: bool
    box: Box

    @property
    def at(self) -> XY:
        """Left end and middle of the line of text."""
        return self.box.left + (14.0 if self.signed else 2.0), self.box.centre[1]


@dataclass(frozen=True, slots=True)
class PlacedCard:
    """A card in its place; `under_words` where its wire's words stand on it, above its name."""

    card: Card
    face: Face
    box: Box
    under_words: bool = False


@dataclass(frozen=True, slots=True)
class PlacedWire:
    """A wire in its place: start, bends, arrowhead at the end (`tip`), and its label.

    `stem` is where the branch comes from that several wires share, drawn without colour.
    """

    wire: Wire
    start: XY
    bends: tuple[Bend, ...]
    tip: XY
    label: Label
    stem: XY | None = None

    @property
    def width(self) -> float:
        """The thickness, which says how much arrives."""
        return thickness(self.wire)


@dataclass(frozen=True, slots=True)
class Laid:
    """A whole layout; `beside` are further words with their boxes (headings, "and N more")."""

    cards: tuple[PlacedCard, ...]
    wires: tuple[PlacedWire, ...]
    beside: tuple[tuple[str, Box], ...]
    frame: Box


def thickness(wire: Wire) -> float:
    """The width of a line for |score| 0..1; a fact without a shock is thinner altogether."""
    most = 1.6 if wire.kind == "plain" else 4.8
    return 1.2 + most * min(1.0, max(0.0, wire.strength))


def dash(wire: Wire) -> tuple[float, ...]:
    """Dots for reference data, dashes for what is not yet so, dash and dot for what is not so."""
    if wire.structural:
        return DOTS
    return _VOID if wire.status in VOID else _DASHES.get(wire.status, ())


def edge_of(card: Card) -> tuple[float, ...]:
    """The dashes of a card's border, by the same rule."""
    if card.structural:
        return DOTS
    return _DASHES["planned"] if card.status in OPEN and card.kind in SIGNED else ()


def face(card: Card, across: float) -> Face:
    """The face of a card whose text may be `across` wide."""
    sign = GLYPH if card.kind in SIGNED else 0.0
    many = 3 if card.kind in {"shock", "subject"} else 2
    lines = words.fit(words.clean(card.name) or "?", NAME, across, lines=many, bold=True)
    below = words.fit(under(card), UNDER, across + 30, lines=1)[0] if under(card) else ""
    wide = max(words.width(t, NAME, bold=True) for t in lines)
    wide = max(wide, words.width(below, UNDER) if below else 0.0)
    tall = 2 * PAD - 4 + LINE * len(lines) + (14.0 if below else 0.0)
    return Face(lines, below, wide + 2 * PAD + sign, tall + (5.0 if card.score else 0.0))


def numbers(notes: Sequence[int], claims: int) -> str:
    """The sentence numbers of a wire, with a plus where it has more sentences."""
    return ",".join(map(str, notes)) + ("+" if claims > len(notes) and notes else "")


def label(wire: Wire, across: float = 170.0) -> Label:
    """The label of a wire about the point (0, 0), still to be placed."""
    text = words.fit(verb(wire), VERB, across, lines=1)[0]
    notes = numbers(wire.notes, len(wire.claims))
    signed = wire.kind in SIGNED
    wide = words.width(text, VERB) + (16.0 if signed else 4.0)
    wide += words.width(notes, NOTE) + 5.0 if notes else 0.0
    return Label(text, notes, signed, Box(0.0, -6.5, wide, 6.5))


def moved(box: Box, x: float, y: float) -> Box:
    """The box shifted."""
    return Box(box.left + x, box.top + y, box.right + x, box.bottom + y)
