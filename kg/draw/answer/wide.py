"""The plot in columns from left to right: cards, a lane in which wires cross, a lane of labels.

Wires cross only where no word stands, and run straight through the lane where their own label
stands above them; one that skips a column has a row of its own there. So no label can be covered.
Bias: a wider and taller picture rather than a collision.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from kg.draw import words
from kg.draw.answer.laid import (
    TIP,
    UNDER,
    Bend,
    Face,
    Label,
    Laid,
    PlacedCard,
    PlacedWire,
    face,
    label,
    moved,
    thickness,
)
from kg.draw.answer.order import heights, ordered
from kg.draw.answer.plot import Plot, Wire
from kg.draw.place import Box

ACROSS = 168.0
"""The widest text of a card."""
PORT = 22.0
"""Space between two wires that arrive at one card: a label stands between them."""
LOW = 3.0
"""How far below the middle of a card its wires end: their words stand above them."""
LEAVE = 7.5
"""Space between two wires that leave a card."""
GAP, THROUGH, HEAD = 15.0, 8.0, 30.0
"""Space between cards, the height of a wire that passes, the height of a column's heading."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Chains of things that each wire passes (cards, then places between), and their columns."""

    chains: tuple[tuple[int, ...], ...]
    column: tuple[int, ...]
    tall: tuple[float, ...]


class _Lane(NamedTuple):
    """A column from left to right: where wires cross, where words stand, cards begin and end."""

    start: float
    words: float
    cards: float
    end: float


def wide(plot: Plot) -> Laid:
    """The layout of a plot for a screen or a page."""
    faces = [face(c, ACROSS) for c in plot.cards]
    grid = _grid(plot, faces)
    left, right = _near(grid.chains)
    middle = heights(ordered(_columns(grid.column), left, right), grid.tall, left, right, GAP)
    ways = _ways(grid, middle)
    labels = [label(w) for w in plot.wires]
    lanes = _lanes(grid, faces, labels, ways)
    cards = []
    for at, (card, front) in enumerate(zip(plot.cards, faces, strict=True)):
        lane, half = lanes[card.column], grid.tall[at] / 2
        box = Box(lane.cards, middle[at] - half, lane.end, middle[at] + half)
        cards.append(PlacedCard(card, front, box))
    wires = [
        _wire(wire, labels[n], [lanes[grid.column[c]] for c in grid.chains[n]], ways[n])
        for n, wire in enumerate(plot.wires)
    ]
    return _framed(plot, cards, wires, lanes)


def _grid(plot: Plot, faces: Sequence[Face]) -> _Grid:
    index = {c.node: i for i, c in enumerate(plot.cards)}
    column = [c.column for c in plot.cards]
    into, out = [0] * len(plot.cards), [0] * len(plot.cards)
    chains = []
    for wire in plot.wires:
        start, end = index[wire.start], index[wire.end]
        into[end] += 1
        out[start] += 1
        between = range(column[start] + 1, column[end])
        chain = (start, *range(len(column), len(column) + len(between)), end)
        column += between
        chains.append(chain)
    tall = [
        max(f.tall, PORT * n + 6, LEAVE * m + 10)
        for f, n, m in zip(faces, into, out, strict=True)
    ]
    return _Grid(tuple(chains), tuple(column),
                 (*tall, *[THROUGH] * (len(column) - len(tall))))  # fmt: skip


def _near(chains: Sequence[Sequence[int]]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    left: dict[int, list[int]] = defaultdict(list)
    right: dict[int, list[int]] = defaultdict(list)
    for chain in chains:
        for a, b in pairwise(chain):
            left[b].append(a)
            right[a].append(b)
    return dict(left), dict(right)


def _columns(column: Sequence[int]) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in range(max(column) + 1)]
    for node, at in enumerate(column):
        rows[at].append(node)
    return rows


def _ways(grid: _Grid, middle: Mapping[int, float]) -> list[tuple[float, ...]]:
    """The heights that each wire passes: where it leaves, in every column between, its end."""
    into: dict[int, list[int]] = defaultdict(list)
    out: dict[int, list[int]] = defaultdict(list)
    for number, chain in enumerate(grid.chains):
        into[chain[-1]].append(number)
        out[chain[0]].append(number)
    arrive: dict[int, float] = {}
    leave: dict[int, float] = {}
    for node, numbers in into.items():
        numbers.sort(key=lambda n: (middle[grid.chains[n][-2]], n))
        arrive |= _spaced(numbers, middle[node] + LOW, PORT)
    for node, numbers in out.items():
        numbers.sort(key=lambda n: (middle[grid.chains[n][1]], n))
        space = min(9.0, (grid.tall[node] - 10) / len(numbers))
        leave |= _spaced(numbers, middle[node] + LOW, space)
    return [
        (leave[n], *(middle[node] for node in chain[1:-1]), arrive[n])
        for n, chain in enumerate(grid.chains)
    ]


def _spaced(numbers: Sequence[int], middle: float, space: float) -> dict[int, float]:
    return {n: middle + (i - (len(numbers) - 1) / 2) * space for i, n in enumerate(numbers)}


def _lanes(
    grid: _Grid, faces: Sequence[Face], labels: Sequence[Label], ways: Sequence[tuple[float, ...]]
) -> list[_Lane]:
    lanes: list[_Lane] = []
    x = 0.0
    for column in range(max(grid.column) + 1):
        arriving = [labels[n].box.right for n, chain in enumerate(grid.chains)
                    if grid.column[chain[-1]] == column]  # fmt: skip
        drops = [
            abs(b - a)
            for chain, way in zip(grid.chains, ways, strict=True)
            for (a, b), node in zip(pairwise(way), chain[1:], strict=True)
            if grid.column[node] == column
        ]
        cross = min(100.0, 32.0 + 0.14 * max(drops, default=0.0)) if column else 0.0
        cards = x + cross + (max(arriving, default=0.0) + TIP + 8 if column else 0.0)
        across = max((f.wide for i, f in enumerate(faces) if grid.column[i] == column), default=0.0)
        lanes.append(_Lane(x, x + cross, cards, cards + across))
        x = cards + across
    return lanes


def _wire(
    wire: Wire, words_: Label, lanes: Sequence[_Lane], way: tuple[float, ...]
) -> PlacedWire:
    """The wire through its lanes: across each crossing lane in a bow, straight through the rest."""
    start = lanes[0].end, way[0]
    bends = list[Bend]()
    for lane, (here, y) in zip(lanes[1:], pairwise(way), strict=True):
        half = (lane.start + lane.words) / 2
        bends += [((half, here), (half, y), (lane.words, y)), ((lane.end, y),)]
    last = lanes[-1]
    bends[-1] = ((last.cards - 1 - TIP, way[-1]),)
    box = moved(words_.box, last.words + 2, way[-1] - thickness(wire) / 2 - 8.5)
    tip = (last.cards - 1, way[-1])
    return PlacedWire(wire, start, tuple(bends), tip, replace(words_, box=box))


def _framed(
    plot: Plot, cards: Sequence[PlacedCard], wires: Sequence[PlacedWire], lanes: Sequence[_Lane]
) -> Laid:
    points = [p for w in wires for bend in w.bends for p in bend]
    edges = [y for c in cards for y in (c.box.top, c.box.bottom)] + [y for _, y in points]
    top = min(edges + [w.label.box.top for w in wires])
    beside = [
        (said, _word(said, lanes[at].cards, top - HEAD / 2 - 4))
        for at, said in enumerate(plot.headings)
    ]
    for at, count in plot.folded.items():
        lane = lanes[min(at, len(lanes) - 1)]
        low = [c.box.bottom for c in cards if c.box.left == lane.cards]
        low += [y for x, y in points if lane.cards <= x <= lane.end]
        said = f"and {count} more"
        beside.append((said, _word(said, lane.cards, max(low) + 20)))
    bottom = max(edges + [b.bottom for _, b in beside])
    right = max([lanes[-1].end, *(b.right for _, b in beside)])
    head = HEAD if plot.headings else 0.0
    return Laid(tuple(cards), tuple(wires), tuple(beside), Box(0.0, top - head, right, bottom))


def _word(said: str, x: float, y: float) -> Box:
    return Box(x, y - 7, x + words.width(said, UNDER + 1), y + 7)
