"""How things look: shapes by label, colours by label and family, dashes by status, ± by sign.

Colours are those of Okabe and Ito, made lighter or darker until they stand out from the ground
(WCAG 2.2, 1.4.3 and 1.4.11). Bias: nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import cos, pi, sin

from schemas.base import Sign, Status, edge_types, labels

PAPER, NIGHT = "#ffffff", "#14181d"
"""The two grounds that a picture may lie on."""
INK, NIGHT_INK = "#1b2026", "#e8eaed"
HURT, HELPED, MIXED = "#D55E00", "#0072B2", "#6b6b6b"
LINES, LETTERS = 3.0, 4.5
"""The least contrast of lines, and of small letters."""

EFFECT: dict[str, tuple[str, str, str]] = {
    "-": ("−", HURT, "hurt"), "+": ("+", HELPED, "helped"), "±": ("±", MIXED, "mixed"),
}  # fmt: skip
"""By sign: its mark, its colour, its word."""

Dash = tuple[float, ...]
SOLID: Dash = ()
DASHES: dict[Status, Dash] = {
    "asserted": SOLID, "completed": SOLID, "agreed": (10.0, 3.0), "planned": (6.0, 4.0),
    "rumoured": (2.0, 3.0), "denied": (1.2, 4.5), "negated": (1.2, 4.5), "ended": (1.2, 4.5),
}  # fmt: skip

XY = tuple[float, float]


def fill_of(label: str) -> str:
    """The colour of a label; grey for one that the vocabulary does not know."""
    kind = labels().get(label)
    return kind.colour if kind else "#888888"


def colour_of(type_: str) -> str:
    """The colour of an edge type's family; grey for one that the vocabulary does not know."""
    kind = edge_types().get(type_)
    return kind.colour if kind else "#666666"


def phrase_of(type_: str) -> str:
    """The words of an edge type."""
    kind = edge_types().get(type_)
    return kind.phrase if kind else type_.lower().replace("_", " ")


def symmetric(type_: str) -> bool:
    """Whether the type has no direction, so that its links have no arrowhead."""
    kind = edge_types().get(type_)
    return bool(kind and kind.symmetric)


def said(type_: str, status: Status) -> str:
    """The words of a link, with its status where that is not plain fact."""
    plain = status in {"asserted", "completed"}
    return phrase_of(type_) if plain else f"{phrase_of(type_)} ({status})"


def dash_of(status: Status) -> Dash:
    """The dash pattern in scene units; empty for a solid line."""
    return DASHES[status]


def sign_of(sign: Sign | None) -> str:
    """The mark of a sign; empty without one."""
    return EFFECT[sign][0] if sign else ""


@cache
def legible(colour: str, ground: str = PAPER, least: float = LINES) -> str:
    """The colour, moved away from the ground until its contrast with it is at least `least`."""
    rgb, far = _rgb(colour), (0.0 if _light(_rgb(ground)) > 0.5 else 1.0)
    for _ in range(60):
        if contrast(_hex(rgb), ground) >= least:
            break
        rgb = tuple(0.94 * c + 0.06 * far for c in rgb)
    return _hex(rgb)


def mixed(one: str, other: str, share: float) -> str:
    """The colour that has `share` of the first and the rest of the second."""
    pairs = zip(_rgb(one), _rgb(other), strict=True)
    return _hex([share * a + (1 - share) * b for a, b in pairs])


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1..21 (WCAG 2.2)."""
    high, low = sorted((_light(_rgb(one)), _light(_rgb(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))


def _hex(rgb: Sequence[float]) -> str:
    return "#" + "".join(f"{round(c * 255):02x}" for c in rgb)


def _light(rgb: Sequence[float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def outline(label: str, x: float, y: float, radius: float) -> tuple[XY, ...]:
    """The corners of a label's shape about a point; none for a circle."""
    kind = labels().get(label)
    corners = _CORNERS.get(kind.shape if kind else "circle", ())
    return tuple((x + radius * cx, y + radius * cy) for cx, cy in corners)


def _ring(count: int, size: float, *, turn: float = 0.0, inner: float = 1.0) -> tuple[XY, ...]:
    radii = [size * (inner if inner < 1 and i % 2 else 1.0) for i in range(count)]
    angles = [-pi / 2 + turn + 2 * pi * i / count for i in range(count)]
    return tuple((r * cos(a), r * sin(a)) for r, a in zip(radii, angles, strict=True))


_ARM = 0.36
_CORNERS: dict[str, tuple[XY, ...]] = {
    "square": _ring(4, 1.22, turn=pi / 4),
    "diamond": _ring(4, 1.15),
    "triangle": _ring(3, 1.2),
    "pentagon": _ring(5, 1.1),
    "hexagon": _ring(6, 1.08, turn=pi / 6),
    "star": _ring(10, 1.25, inner=0.48),
    "plus": (
        (-_ARM, -1.05), (_ARM, -1.05), (_ARM, -_ARM), (1.05, -_ARM), (1.05, _ARM), (_ARM, _ARM),
        (_ARM, 1.05), (-_ARM, 1.05), (-_ARM, _ARM), (-1.05, _ARM), (-1.05, -_ARM), (-_ARM, -_ARM),
    ),
}  # fmt: skip
