"""Shapes and words: all that a picture consists of, with roles for colours.

A role is a word ("hurt", "soft") that each writer turns into a colour for its ground. Bias: two
primitives, so that every format shows the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import cos, pi, sin
from typing import TypedDict, Unpack

from kg.draw import style
from kg.draw.answer.laid import Bend
from kg.draw.place import Box

XY = tuple[float, float]

ROLES: Mapping[str, str] = {
    "ink": style.INK, "soft": "#5a6470", "hurt": style.HURT, "helped": style.HELPED,
    "mixed": "#CC79A7", "unaffected": "#7a8591", "passing": "#7a8591", "plain": "#4a5663",
}  # fmt: skip
"""The colours of Okabe and Ito for effects, greys for the rest; made legible on each ground."""
_NIGHT: Mapping[str, str] = {
    "soft": "#a9b4bf", "unaffected": "#9aa6b2", "passing": "#8d99a5", "plain": "#b4bec8",
    "hurt": "#f08a3c", "helped": "#56B4E9",
}  # fmt: skip
GROUNDS = {"light": style.PAPER, "dark": style.NIGHT}
_ROUND = 0.5523  # control points of a quarter circle


def colour(role: str, ground: str = style.PAPER) -> str:
    """A role's colour on a ground; `-tint` is its pale fill, `-text` its colour for letters."""
    name, _, use = role.partition("-")
    if name == "paper":
        return ground
    if name == "ink":
        return style.INK if ground == style.PAPER else style.NIGHT_INK
    base = ROLES[name] if ground == style.PAPER else _NIGHT.get(name, ROLES[name])
    if use == "tint":
        return style.mixed(style.legible(base, ground), ground, 0.1)
    least = style.LETTERS if use == "text" or name == "soft" else style.LINES
    return style.legible(base, ground, least)


@dataclass(frozen=True, slots=True)
class Shape:
    """A line or an area: start and bends, closed if filled; roles of fill and line, or empty."""

    start: XY
    bends: tuple[Bend, ...]
    fill: str = ""
    line: str = ""
    width: float = 1.0
    dash: tuple[float, ...] = ()
    sort: str = ""


class Look(TypedDict, total=False):
    """How a shape is drawn, as in `Shape`."""

    fill: str
    line: str
    width: float
    dash: tuple[float, ...]
    sort: str


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: left end and middle."""

    at: XY
    words: str
    size: float
    role: str = "ink"
    bold: bool = False
    sort: str = ""


Item = Shape | Text


@dataclass(frozen=True, slots=True)
class Group:
    """Items that are one thing to point at: its key, what it is called, and what belongs to it."""

    key: str
    name: str
    items: tuple[Item, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished picture: its frame and what is on it, in the order of drawing."""

    frame: Box
    parts: tuple[Item | Group, ...]


def polygon(points: Iterable[XY], **look: Unpack[Look]) -> Shape:
    """A closed shape of straight sides."""
    first, *rest = points
    return Shape(first, tuple((p,) for p in (*rest, first)), **look)


def round_box(box: Box, radius: float, **look: Unpack[Look]) -> Shape:
    """A rectangle with round corners."""
    (a, b, c, d), r, k = box, radius, radius * (1 - _ROUND)
    bends: tuple[Bend, ...] = (
        ((c - r, b),), ((c - k, b), (c, b + k), (c, b + r)),
        ((c, d - r),), ((c, d - k), (c - k, d), (c - r, d)),
        ((a + r, d),), ((a + k, d), (a, d - k), (a, d - r)),
        ((a, b + r),), ((a, b + k), (a + k, b), (a + r, b)),
    )  # fmt: skip
    return Shape((a + r, b), bends, **look)


def disc(x: float, y: float, radius: float, **look: Unpack[Look]) -> Shape:
    """A circle."""
    r = radius
    return round_box(Box(x - r, y - r, x + r, y + r), r, **look)


def sign(kind: str, x: float, y: float, radius: float) -> tuple[Item, ...]:
    """The mark of an effect: ▼ hurt, ▲ helped, ◆ mixed, an empty ring unaffected."""
    if kind == "unaffected":
        return (disc(x, y, radius * 0.8, line=kind, width=radius * 0.3, fill="paper"),)
    turn, corners = {"hurt": (pi / 2, 3), "helped": (-pi / 2, 3), "mixed": (0.0, 4)}[kind]
    size = radius * (1.15 if corners == 3 else 1.05)
    lift = {"hurt": -0.18, "helped": 0.18}.get(kind, 0.0) * radius
    angles = [turn + 2 * pi * i / corners for i in range(corners)]
    points = [(x + size * cos(a), y + lift + size * sin(a)) for a in angles]
    return (polygon(points, fill=kind),)


def moved(item: Item, x: float, y: float) -> Item:
    """The item shifted."""
    if isinstance(item, Text):
        return replace(item, at=(item.at[0] + x, item.at[1] + y))
    bends = tuple(tuple((a + x, b + y) for a, b in bend) for bend in item.bends)
    return replace(item, start=(item.start[0] + x, item.start[1] + y), bends=bends)
