"""The sheet to print or send: title and gist above, the picture, legend, numbered sentences below.

Bias: a long sentence is cut with an ellipsis; the page has it whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.draw import words
from kg.draw.answer import ink
from kg.draw.answer.compose import legend
from kg.draw.answer.ink import Group, Item, Sheet, Text
from kg.draw.answer.plot import Plot
from kg.draw.answer.said import by
from kg.draw.place import Box

MARGIN, NARROWEST, COLUMN = 28.0, 640.0, 520.0
"""Around all, the least width of the picture, and the least width of a column of sentences."""
LONGEST = 300
"""Characters of a sentence that are printed."""
TITLE, GIST, SMALL = 19.0, 13.0, 9.5


def printed(plot: Plot, picture: Sheet) -> Sheet:
    """The whole sheet."""
    across = max(NARROWEST, picture.frame.right - picture.frame.left)
    above = list(_above(plot, across))
    y = above[-1].at[1] + 22 if above else 0.0
    parts = [_part(p, -picture.frame.left, y - picture.frame.top) for p in picture.parts]
    y += picture.frame.bottom - picture.frame.top + 18
    key = legend(plot, across)
    parts += [_part(p, 0.0, y) for p in key.parts]
    y += key.frame.bottom + 12
    below, bottom = _below(plot, across, y)
    frame = Box(-MARGIN, -MARGIN, across + MARGIN, bottom + MARGIN)
    return Sheet(frame, (*above, *parts, *below))


def _part(part: Item | Group, x: float, y: float) -> Item | Group:
    if isinstance(part, Group):
        return replace(part, items=tuple(ink.moved(i, x, y) for i in part.items))
    return ink.moved(part, x, y)


def _above(plot: Plot, across: float) -> Iterator[Text]:
    y = 8.0
    for line in words.fit(plot.words.title, TITLE, across, lines=3, bold=True):
        yield Text((0.0, y), line, TITLE, bold=True)
        y += 25
    for line in words.fit(plot.words.gist, GIST, across, lines=2):
        yield Text((0.0, y), line, GIST)
        y += 19
    for said in plot.words.reading:
        for line in words.fit(said, SMALL, across, lines=2):
            yield Text((0.0, y), line, SMALL, "soft-text")
            y += 14


def _below(plot: Plot, across: float, y: float) -> tuple[list[Text], float]:
    items = []
    for line in _around(plot, across):
        items.append(Text((0.0, y), line, SMALL, "soft-text"))
        y += 14
    if not plot.sentences:
        return items, y
    y += 10
    items.append(Text((0.0, y), "The sentences", GIST, bold=True))
    many = max(1, min(2, int(across // COLUMN)))
    wide = (across - 28 * (many - 1)) / many
    notes = list(_notes(plot, wide - 22))
    half, start, low = -(-sum(len(n[1]) for n in notes) // many), y + 22, y + 22
    column, used, at = 0, 0, start
    for number, lines in notes:
        if used >= half and column < many - 1:
            column, used, at = column + 1, 0, start
        x = column * (wide + 28)
        items.append(Text((x, at), str(number), SMALL, "soft-text"))
        items += [Text((x + 22, at + 13 * i), t, SMALL) for i, t in enumerate(lines)]
        at += 13 * len(lines) + 5
        used += len(lines)
        low = max(low, at)
    return items, low


def _around(plot: Plot, across: float) -> Iterator[str]:
    for head, names in plot.words.beside:
        yield from words.fit(f"{head}: {', '.join(names)}", SMALL, across, lines=3)
    for said in (*plot.words.notes, plot.words.caveat):
        if said:
            yield from words.fit(said, SMALL, across, lines=3)


def _notes(plot: Plot, across: float) -> Iterator[tuple[int, tuple[str, ...]]]:
    for number, claim in enumerate(plot.sentences, 1):
        said = words.cut(words.clean(claim.quote), LONGEST)
        yield number, words.fit(f"“{said}” – {by(claim)}", SMALL, across, lines=6)
