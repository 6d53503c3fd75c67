"""The picture as geometry, before any format: marks, arrows, title and legend with their places.

Units are points, y grows downwards. Both writers draw a scene and decide nothing. Bias: what
fits is settled here once, by measured text, so that no format shows a collision of its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from kg.draw import style, words
from kg.draw.choose import Choice, Link, Shown
from kg.draw.layout import Points, spread_out
from kg.draw.place import Box, Spot, around, covered, first_free, label_boxes
from kg.draw.route import XY, Curve, head, routes

MARGIN = 26.0
NARROWEST = 520.0
CROSSED = 1
"""Links that may pass below the words of another before these are left out."""
BADGE = 6.0
"""Radius of a ± badge."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A node as drawn: shape (no corners: a circle), label lines and their box."""

    shown: Shown
    x: float
    y: float
    radius: float
    corners: tuple[XY, ...]
    fill: str
    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Arrow:
    """A link as drawn: its curve, arrowhead, stroke, and its words where they fit (else None)."""

    link: Link
    ends: tuple[int, int]
    curve: Curve
    head: tuple[XY, ...]
    colour: str
    dash: style.Dash
    width: float
    badge: XY | None
    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the legend: what it explains and how that looks."""

    sort: str
    text: str
    colour: str
    label: str = ""
    dash: style.Dash = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is drawn; `frame` bounds the graph, without title and legend."""

    title: str
    caption: str
    frame: Box
    marks: tuple[Mark, ...]
    arrows: tuple[Arrow, ...]
    legend: tuple[Entry, ...]


def stage(choice: Choice) -> Scene:
    """The scene of a choice: every node and link placed, every label where it covers no other."""
    number = {n.node: i for i, n in enumerate(choice.nodes)}
    links = [e for e in choice.links if e.head in number and e.tail in number]
    ends = [(number[e.head], number[e.tail]) for e in links]
    marks = _marks(choice, ends)
    arrows = _arrows(links, ends, marks)
    return Scene(
        words.clean(choice.title), words.clean(choice.caption), _frame(marks, arrows),
        marks, arrows, tuple(_legend(marks, arrows)),
    )  # fmt: skip


def _marks(choice: Choice, ends: list[tuple[int, int]]) -> tuple[Mark, ...]:
    degree = Counter(end for pair in ends for end in pair)
    lines = [words.wrap(n.entity.name) for n in choice.nodes]
    radii = [_radius(n, degree[i]) for i, n in enumerate(choice.nodes)]
    sizes = [
        words.block(text, words.LABEL, bold=n.focus)
        for n, text in zip(choice.nodes, lines, strict=True)
    ]
    at = _positions(choice, ends, radii, sizes)
    spots = [
        Spot(x, y, r, *size) for (x, y), r, size in zip(at.tolist(), radii, sizes, strict=True)
    ]
    straight = np.array([[*at[a], *at[b]] for a, b in ends]).reshape(-1, 4)
    boxes = label_boxes(spots, straight)
    return tuple(
        Mark(
            shown, s.x, s.y, s.radius, style.outline(shown.entity.label, s.x, s.y, s.radius),
            style.fill_of(shown.entity.label), text, box,
        )
        for shown, s, text, box in zip(choice.nodes, spots, lines, boxes, strict=True)
    )  # fmt: skip


def _radius(shown: Shown, degree: int) -> float:
    return 13.0 if shown.focus else 7.5 + min(5.0, 1.1 * degree**0.7)


def _positions(
    choice: Choice,
    ends: list[tuple[int, int]],
    radii: Sequence[float],
    sizes: Sequence[tuple[float, float]],
) -> Points:
    need = np.array([Spot(0, 0, r, *s).need for r, s in zip(radii, sizes, strict=True)])
    return spread_out(len(choice.nodes), ends, need)


def _arrows(
    links: Sequence[Link], ends: list[tuple[int, int]], marks: Sequence[Mark]
) -> tuple[Arrow, ...]:
    at = np.array([[m.x, m.y] for m in marks])
    curves = routes(ends, at, [m.radius for m in marks], [m.box for m in marks])
    taken = [m.box for m in marks] + [around(m.x, m.y, *[2 * m.radius + 10] * 2) for m in marks]
    badges = [_badge(e, curve, taken) for e, curve in zip(links, curves, strict=True)]
    taken += [around(*b, 2 * BADGE, 2 * BADGE) for b in badges if b]
    drawn = []
    for link, pair, curve, badge in zip(links, ends, curves, badges, strict=True):
        text = style.said(link.type, link.status)
        others = np.array([c.points() for c in curves if c is not curve]).reshape(-1, 33, 2)
        box = _text_box(text, curve, taken, others)
        taken += [box] if box else []
        drawn.append(_arrow(link, pair, curve, badge, box))
    return tuple(drawn)


def _arrow(
    link: Link, ends: tuple[int, int], curve: Curve, badge: XY | None, box: Box | None
) -> Arrow:
    colour = style.EFFECT[link.sign][1] if link.sign else style.colour_of(link.type)
    width = 1.1 + 2.4 * min(1.0, max(0.0, link.strength))
    tip: tuple[XY, ...] = ()
    if not style.symmetric(link.type):
        tip, curve = head(curve, 6.0 + 1.6 * width)
    dash = style.dash_of(link.status)
    text = style.said(link.type, link.status)
    return Arrow(link, ends, curve, tip, colour, dash, width, badge, text, box)


def _badge(link: Link, curve: Curve, taken: Sequence[Box]) -> XY | None:
    """Where the sign of a link stands; on its middle if there is no free place."""
    if not link.sign:
        return None
    size = 2 * BADGE
    choices = [around(*curve.at(t), size, size) for t in (0.7, 0.62, 0.78, 0.54, 0.4, 0.3)]
    return (first_free(choices, taken) or choices[3]).centre


def _text_box(text: str, curve: Curve, taken: Sequence[Box], others: Points) -> Box | None:
    wide, tall = words.block((text,), words.SMALL)
    points = curve.points()
    if np.hypot(*(points[-1] - points[0])) < wide * 0.55:
        return None
    choices = [around(*curve.at(t), wide + 2, tall) for t in (0.5, 0.42, 0.58, 0.34, 0.26, 0.66)]
    box = first_free(choices, taken, 1.0, others)
    return box if box and covered(box, others) <= CROSSED else None


def _frame(marks: Sequence[Mark], arrows: Sequence[Arrow]) -> Box:
    """What bounds nodes, labels and links, with a margin and no narrower than the title needs."""
    boxes = [m.box for m in marks]
    boxes += [around(m.x, m.y, *[2 * m.radius + 16] * 2) for m in marks]
    boxes += [Box(*a.curve.points().min(0), *a.curve.points().max(0)) for a in arrows]
    edges = np.array(boxes, dtype=float)
    (left, top), (right, bottom) = edges[:, :2].min(0) - MARGIN, edges[:, 2:].max(0) + MARGIN
    short = max(0.0, NARROWEST - (right - left)) / 2
    return Box(float(left - short), float(top), float(right + short), float(bottom))


def _legend(marks: Sequence[Mark], arrows: Sequence[Arrow]) -> Iterator[Entry]:
    """Only what occurs: labels, effects, families of links, and what a broken line says."""
    for label in sorted({m.shown.entity.label for m in marks}):
        yield Entry("node", label or "Unknown", style.fill_of(label), label=label)
    signs = {a.link.sign or "" for a in arrows}
    for sign in sorted(signs - {""}, key="-+±".index):
        yield Entry("sign", style.EFFECT[sign][2], style.EFFECT[sign][1], sign=sign)
    families: dict[str, set[str]] = defaultdict(set)
    for arrow in arrows:
        if not arrow.link.sign:
            families[arrow.colour].add(style.phrase_of(arrow.link.type))
    for colour, phrases in sorted(families.items(), key=lambda f: sorted(f[1])):
        yield Entry("line", ", ".join(sorted(phrases)), colour)
    dashes: dict[style.Dash, set[str]] = defaultdict(set)
    for arrow in arrows:
        dashes[arrow.dash].add(arrow.link.status)
    for dash, meant in sorted(dashes.items()):
        if dash:
            yield Entry("dash", ", ".join(sorted(meant)), style.MIXED, dash=dash)
