"""Where labels stand: beside their node, over as few links as can be, over no other label.

Every node's box with its label below was kept free by the layout, so there is always a way out.
Bias: an edge label that does not fit is left out; a node's label never is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
GAP = 6.0
"""Clear space between a node and its label."""
HALO = 7.0
"""How far a node's ring and badge reach beyond its radius."""


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, pad: float = 0.0) -> bool:
        """Whether the two overlap, or come closer than `pad`."""
        return (
            self.left < other.right + pad
            and other.left < self.right + pad
            and self.top < other.bottom + pad
            and other.top < self.bottom + pad
        )

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def around(x: float, y: float, wide: float, tall: float) -> Box:
    """The box of that size about a point."""
    return Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)


@dataclass(frozen=True, slots=True)
class Spot:
    """A node as an obstacle: its middle, its radius and the size of its label."""

    x: float
    y: float
    radius: float
    wide: float
    tall: float

    @property
    def box(self) -> Box:
        """The square that node, ring and badge take up."""
        size = 2 * (self.radius + HALO)
        return around(self.x, self.y, size, size)

    @property
    def need(self) -> tuple[float, float]:
        """Width and height that node and label below need, with the node in the middle."""
        across = max(self.wide, 2 * (self.radius + HALO)) + 10
        return across, 2 * (self.radius + HALO + self.tall) + 8


def _around_node(spot: Spot) -> Iterator[Box]:
    """The places for a label, the best first: below, above, right, left, then aslant."""
    aside, away = spot.radius + HALO + spot.wide / 2, spot.radius + GAP + spot.tall / 2
    low, high = spot.y + away, spot.y - away - 2
    for x, y in (
        (spot.x, low), (spot.x, high), (spot.x + aside, spot.y), (spot.x - aside, spot.y),
        (spot.x + aside * 0.75, low), (spot.x - aside * 0.75, low),
        (spot.x + aside * 0.75, high), (spot.x - aside * 0.75, high),
    ):  # fmt: skip
        yield around(x, y, spot.wide, spot.tall)


def label_boxes(spots: Sequence[Spot], lines: Points) -> list[Box]:
    """A box for each node's label; none meets another, or another node.

    `lines` are the links as rows of x1, y1, x2, y2; the fewer a label covers, the better.
    """
    nodes = [s.box for s in spots]
    placed: dict[int, Box] = {}
    for at in sorted(range(len(spots)), key=lambda i: (-spots[i].wide, i)):
        free = [
            (rank * 0.6 + _crossed(box, lines) * 1.0, rank, box)
            for rank, box in enumerate(_around_node(spots[at]))
            if not any(box.meets(b, 2) for i, b in enumerate(nodes) if i != at)
            and not any(box.meets(b, 3) for b in placed.values())
        ]
        if not free:
            return [next(_around_node(s)) for s in spots]
        placed[at] = min(free)[2]
    return [placed[i] for i in range(len(spots))]


def _crossed(box: Box, lines: Points) -> int:
    """How many of the lines pass through the box."""
    if not len(lines):
        return 0
    at = np.linspace(0.04, 0.96, 24)[None, :, None]
    points = lines[:, None, :2] * (1 - at) + lines[:, None, 2:] * at
    low, high = np.array(box[:2]), np.array(box[2:])
    inside = (points > low) & (points < high)
    return int(np.count_nonzero(np.any(np.all(inside, axis=2), axis=1)))


def first_free(
    choices: Sequence[Box], taken: Sequence[Box], pad: float = 1.0, curves: Points | None = None
) -> Box | None:
    """The first of the boxes that meets none taken, preferring one that few `curves` cross."""
    free = [b for b in choices if not any(b.meets(t, pad) for t in taken)]
    if not free or curves is None or not len(curves):
        return free[0] if free else None
    return min(free, key=lambda b: (covered(b, curves), choices.index(b)))


def covered(box: Box, curves: Points) -> int:
    """How many of the curves (rows of points) pass through the box."""
    inside = (curves > np.array(box[:2])) & (curves < np.array(box[2:]))
    return int(np.count_nonzero(np.any(np.all(inside, axis=2), axis=1)))
