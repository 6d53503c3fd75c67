"""Words as they stand in a picture: cleaned, cut, wrapped, and measured before they are placed.

Bias: a label is cut rather than set so small or so long that it covers its neighbours; the full
name stands in the table of the page.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from functools import cache
from typing import Any

LONGEST = 36
"""Characters of a name that are shown."""
ONE_LINE = 18
"""Characters up to which a name stays on one line."""
LABEL, SMALL, TITLE = 12.0, 9.5, 16.0
"""Text sizes in the units of the scene (points)."""
LEADING = 1.18
FAMILY = "DejaVu Sans"

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


def clean(text: str) -> str:
    """The text without what XML forbids, without bidi overrides, spaces collapsed."""
    seen = _UNSEEN.sub("", text)
    return " ".join("".join(c for c in seen if unicodedata.category(c) != "Cs").split())


def cut(text: str, longest: int = LONGEST) -> str:
    """The text, at most `longest` characters; cut behind a word if near, with an ellipsis."""
    if len(text) <= longest:
        return text
    space = text.rfind(" ", 0, longest)
    at = space if space > longest * 0.6 else longest - 1
    return text[:at].rstrip(" ,.;:-–") + "…"


def wrap(name: str) -> tuple[str, ...]:
    """A name as one line or two of about equal length, cut to LONGEST characters."""
    name = cut(clean(name))
    if len(name) <= ONE_LINE:
        return (name,)
    breaks = [m.start() for m in re.finditer(r"(?<=\S) (?=\S)|(?<=\w[-–])(?=\w)", name)]
    if not breaks:
        return (name,)
    at = min(breaks, key=lambda b: (abs(2 * b - len(name)), b))
    return name[:at].rstrip(), name[at:].lstrip()


@cache
def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in scene units at that text size."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    plain = "".join(c for c in text if unicodedata.east_asian_width(c) not in "WF")
    font: Any = FontProperties(family=FAMILY, size=size, weight="bold" if bold else "normal")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a glyph that the font lacks is measured as its box
        across, _, _ = text_to_path.get_text_width_height_descent(plain, font, ismath=False)
    return float(across) + wide * size


def block(lines: tuple[str, ...], size: float, *, bold: bool = False) -> tuple[float, float]:
    """Width and height in scene units of lines set one below the other."""
    return max(width(line, size, bold=bold) for line in lines), len(lines) * size * LEADING


def fill(text: str, size: float, across: float, *, bold: bool = False) -> list[str]:
    """The text broken into lines no wider than `across`, where its words allow that."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= across:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fit(
    text: str, size: float, across: float, *, lines: int = 2, bold: bool = False
) -> tuple[str, ...]:
    """The text in at most `lines` lines no wider than `across`; cut with an ellipsis if need be."""
    rest, found = text, list[str]()
    while rest and len(found) < lines:
        last = len(found) == lines - 1
        if width(rest, size, bold=bold) <= across:
            return (*found, rest)
        most = _longest(rest, size, across, bold=bold, end="…" if last else "")
        space = rest.rfind(" ", 0, most + 1)
        at = space if space > most * (0.6 if last else 0.3) else most
        found.append(rest[:at].rstrip() + "…" if last else rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return tuple(found) or ("",)


def _longest(text: str, size: float, across: float, *, bold: bool, end: str) -> int:
    """How many characters fit beside `end`, at least one."""
    low, high = 1, min(len(text), 200)
    while low < high:
        half = (low + high + 1) // 2
        fits = width(text[:half] + end, size, bold=bold) <= across
        low, high = (half, high) if fits else (low, half - 1)
    return low
