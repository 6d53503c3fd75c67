"""The legend set in lines below a figure, by measured width, so that nothing is cut off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.draw import words
from kg.draw.scene import Entry

LINE, GAP = 19.0, 18.0


@dataclass(frozen=True, slots=True)
class Item:
    """A legend entry in its place: left end and middle of its first line, and its text."""

    entry: Entry
    x: float
    y: float
    indent: float
    lines: tuple[str, ...]


def flow(legend: Sequence[Entry], across: float) -> tuple[list[Item], float]:
    """The entries in lines no wider than `across`, each sort on its own lines, and the height."""
    items: list[Item] = []
    x, y, deep, sort = 0.0, LINE / 2, 1, ""
    for entry in legend:
        indent = 20.0 if entry.sort in {"node", "sign"} else 42.0
        lines = tuple(words.fill(entry.text, words.SMALL + 1, min(across, 420) - indent)) or ("",)
        wide = indent + words.block(lines, words.SMALL + 1)[0]
        if x and (x + wide > across or (sort and sort != entry.sort)):
            x, y, deep = 0.0, y + LINE + 12 * (deep - 1), 1
        items.append(Item(entry, x, y, indent, lines))
        x, deep, sort = x + wide + GAP, max(deep, len(lines)), entry.sort
    return items, (y + LINE / 2 + 12 * (deep - 1)) if items else 0.0
