"""The plot as a tree from top to bottom, for a telephone: one card a line, indented by its hops.

Each thing hangs below where most of the shock comes from; its other ways are told on its card.
Bias: what is read first is what is hit hardest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.draw import words
from kg.draw.answer.laid import (
    GLYPH,
    PAD,
    TIP,
    UNDER,
    Bend,
    Laid,
    PlacedCard,
    PlacedWire,
    face,
    label,
    moved,
)
from kg.draw.answer.plot import SIGNED, VOID, Plot, Wire
from kg.draw.place import Box

WIDE = 340.0
"""Width of the picture: a small telephone without its margins."""
INDENT, TRUNK, GAP = 24.0, 8.0, 12.0
VERB_LINE = 17.0
"""Height kept on a card for the words of its wire."""
DEEPEST = 6
"""Indentations; what is farther hangs as far in as these."""


@dataclass(frozen=True, slots=True)
class _Twig:
    """A card's place in the tree: how deep, below which card, by which wire, and other ways."""

    card: int
    depth: int
    parent: int | None = None
    wire: int | None = None
    more: int = 0


def tall(plot: Plot) -> Laid:
    """The layout of a plot for a narrow screen."""
    boxes: dict[int, Box] = {}
    cards, wires = [], []
    y = 0.0
    for twig in _tree(plot):
        card = plot.cards[twig.card]
        x = INDENT * min(twig.depth, DEEPEST)
        sign = GLYPH if card.kind in SIGNED else 0.0
        front = face(card, WIDE - x - 2 * PAD - sign - 30)
        extra = VERB_LINE if twig.wire is not None else 0.0
        if twig.more:
            said = f"{twig.more} more {'way' if plot.headings else 'link'}{'s' * (twig.more > 1)}"
            more = f"{front.under} · {said}" if front.under else said
            front = replace(front, under=more, tall=front.tall + (0.0 if front.under else 14.0))
        box = Box(x, y, WIDE, y + front.tall + extra)
        boxes[twig.card] = box
        cards.append(PlacedCard(card, front, box, under_words=twig.wire is not None))
        if twig.wire is not None and twig.parent is not None:
            wires.append(_elbow(_read(plot, twig), boxes[twig.parent], box))
        y = box.bottom + GAP
    beside = list(_more(plot, y))
    bottom = beside[-1][1].bottom if beside else y - GAP
    return Laid(tuple(cards), tuple(wires), tuple(beside), Box(0.0, 0.0, WIDE, bottom))


def _tree(plot: Plot) -> Iterator[_Twig]:
    """The cards in the order of reading, the strongest branch first."""
    index = {c.node: i for i, c in enumerate(plot.cards)}
    edges: dict[int, list[tuple[int, int]]] = defaultdict(list)
    ways = [0] * len(plot.cards)
    for number, wire in enumerate(plot.wires):
        start, end = index[wire.start], index[wire.end]
        ways[end] += 1
        edges[start].append((end, number))
        if plot.root == wire.end:
            ways[start] += 1
            edges[end].append((start, number))
    best: dict[int, int] = {}
    for number in sorted(range(len(plot.wires)), key=lambda n: _rank(plot, n)):
        best.setdefault(index[plot.wires[number].end], number)
    starts = [index[plot.root]] if plot.root else []
    starts += [i for i, c in enumerate(plot.cards) if i not in best]
    seen: set[int] = set()
    stack: list[_Twig] = [_Twig(i, 0) for i in reversed(starts)]
    while stack:
        twig = stack.pop()
        if twig.card in seen:
            continue
        seen.add(twig.card)
        spare = max(0, ways[twig.card] - 1) if twig.wire is not None else 0
        yield replace(twig, more=spare)
        branches = sorted(edges[twig.card], key=lambda e: _rank(plot, e[1]))
        for end, number in reversed(branches):
            mine = best.get(end) == number or plot.cards[twig.card].node == plot.root
            if mine and end not in seen:
                stack.append(_Twig(end, twig.depth + 1, twig.card, number))


def _rank(plot: Plot, number: int) -> tuple[bool, float, int]:
    """What holds before what does not, then by strength."""
    wire = plot.wires[number]
    return wire.status in VOID, -wire.strength, number


def _read(plot: Plot, twig: _Twig) -> Wire:
    """The twig's wire, read from the card above."""
    wire = plot.wires[twig.wire or 0]
    if wire.end == plot.cards[twig.card].node:
        return wire
    return replace(wire, start=wire.end, end=wire.start, forward=not wire.forward)


def _elbow(wire: Wire, above: Box, box: Box) -> PlacedWire:
    """From below the card above, down and to the right."""
    x, y = above.left + TRUNK, box.top + VERB_LINE / 2 + 4
    text = label(wire, WIDE - box.left - 70)
    placed = replace(text, box=moved(text.box, box.left + PAD - 2, y))
    start = (x, box.top - GAP + 2)
    bends: tuple[Bend, ...] = (
        ((x, y - 6.0),), ((x, y - 3.0), (x + 2.0, y), (x + 5.0, y)), ((box.left - 1 - TIP, y),)
    )  # fmt: skip
    stem = (x, above.bottom) if above.bottom < start[1] - 1 else None
    return PlacedWire(wire, start, bends, (box.left - 1, y), placed, stem)


def _more(plot: Plot, y: float) -> Iterator[tuple[str, Box]]:
    for at, count in plot.folded.items():
        text = f"and {count} more, {at} hop{'s' * (at > 1)} away" if plot.headings else (
            f"and {count} more")  # fmt: skip
        yield text, Box(0.0, y, words.width(text, UNDER + 1), y + 14)
        y += 20
