"""How a link runs between two nodes: straight where it can, in a bow where a node is in the way.

A curve is a quadratic Bézier of three points, cut off at the rims of its ends. Bias: a bow that
passes a node at a distance rather than the shortest line through it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.draw.place import Box

Points = NDArray[np.float64]
XY = tuple[float, float]

_BENDS = (0.0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.45, -0.45)
"""Bows tried, as parts of the distance."""
_FAN = 0.22
"""How far apart the bows of links between the same two nodes lie."""
_AT = np.linspace(0.0, 1.0, 33)


class Curve(NamedTuple):
    """Start, control point and end of a quadratic Bézier."""

    start: XY
    control: XY
    end: XY

    def at(self, t: float) -> XY:
        """The point at t in 0..1."""
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        return (
            a * self.start[0] + b * self.control[0] + c * self.end[0],
            a * self.start[1] + b * self.control[1] + c * self.end[1],
        )

    def points(self) -> Points:
        """Points along the curve, from start to end."""
        t = _AT[:, None]
        start, control, end = (np.array(p) for p in self)
        points: Points = (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * end
        return points

    def part(self, low: float, high: float) -> Curve:
        """The piece of the curve between two parameters (de Casteljau)."""
        (x0, y0), (x1, y1), (x2, y2) = self
        mixed = [
            (1 - low) * (1 - high) * a + ((1 - low) * high + low * (1 - high)) * b + low * high * c
            for a, b, c in ((x0, x1, x2), (y0, y1, y2))
        ]
        return Curve(self.at(low), (mixed[0], mixed[1]), self.at(high))


def routes(
    ends: Sequence[tuple[int, int]], at: Points, radii: Sequence[float], labels: Sequence[Box]
) -> list[Curve]:
    """A curve for each link, rim to rim; links between the same two nodes fan out."""
    pairs: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (a, b) in enumerate(ends):
        pairs[min(a, b), max(a, b)].append(number)
    found: dict[int, Curve] = {}
    for (a, b), numbers in sorted(pairs.items()):
        for rank, number in enumerate(numbers):
            fan = (rank - (len(numbers) - 1) / 2) * _FAN
            bends = _BENDS if len(numbers) == 1 else (fan,)
            bow = min((_bow(at[a], at[b], bend) for bend in bends),
                      key=lambda c: _cost(c, (a, b), at, radii, labels))  # fmt: skip
            turned = bow if ends[number] == (a, b) else Curve(bow.end, bow.control, bow.start)
            found[number] = _rim_to_rim(turned, *(radii[n] for n in ends[number]))
    return [found[number] for number in range(len(ends))]


def _bow(a: Points, b: Points, bend: float) -> Curve:
    across = np.array([a[1] - b[1], b[0] - a[0]])
    middle = (a + b) / 2 + across * bend
    return Curve(_xy(a), _xy(middle), _xy(b))


def _xy(point: Points) -> XY:
    return float(point[0]), float(point[1])


def _cost(
    curve: Curve, ends: tuple[int, int], at: Points, radii: Sequence[float], labels: Sequence[Box]
) -> float:
    """Nodes in the way cost most, labels covered less, a bow a little."""
    points = curve.points()[2:-2]
    others = np.array([i for i in range(len(at)) if i not in ends], dtype=int)
    near = np.linalg.norm(points[:, None] - at[None, others], axis=2).min(0) if len(others) else ()
    nodes = sum(float(d) < radii[i] + 7 for d, i in zip(near, others, strict=True))
    boxes = np.array(labels)
    inside = (points[:, None] > boxes[None, :, :2]) & (points[:, None] < boxes[None, :, 2:])
    covered = int(inside.all(2).any(0).sum())
    (x0, y0), (x1, y1), (x2, y2) = curve
    bow = np.hypot(x1 - (x0 + x2) / 2, y1 - (y0 + y2) / 2) / max(np.hypot(x2 - x0, y2 - y0), 1e-9)
    return float(nodes * 10 + covered * 2 + float(bow) * 6)


def _rim_to_rim(curve: Curve, first: float, last: float) -> Curve:
    """The curve without what lies under its ends (3 units clear of each)."""
    t = np.linspace(0, 1, 201)
    points = np.array([curve.at(float(v)) for v in t])
    out = np.linalg.norm(points - np.array(curve.start), axis=1) > first + 3
    into = np.linalg.norm(points - np.array(curve.end), axis=1) > last + 3
    clear = np.flatnonzero(out & into)
    return curve.part(float(t[clear[0]]), float(t[clear[-1]])) if len(clear) > 1 else curve


def head(curve: Curve, size: float) -> tuple[tuple[XY, ...], Curve]:
    """An arrowhead at the end of the curve, and the curve cut off at its base."""
    length = float(np.linalg.norm(np.diff(curve.points(), axis=0), axis=1).sum())
    base = curve.part(0.0, max(0.05, 1 - size * 0.85 / max(length, 1e-9)))
    (x, y), (bx, by) = curve.end, base.end
    far = max(float(np.hypot(x - bx, y - by)), 1e-9)
    ux, uy = (x - bx) / far, (y - by) / far
    back = (x - ux * size, y - uy * size)
    wing = size * 0.45
    return ((x, y), (back[0] - uy * wing, back[1] + ux * wing),
            (back[0] + uy * wing, back[1] - ux * wing)), base  # fmt: skip
