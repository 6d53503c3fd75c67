"""A scene as a figure to print or paste: SVG or PNG, the same bytes every time.

In the SVG letters are outlines, so that it looks alike in every browser and on paper. Bias: the
text of a figure cannot be searched; the page's can.
"""

from __future__ import annotations

import io
import warnings
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, PathPatch, Polygon, Rectangle
from matplotlib.path import Path as Outline

from kg.draw import style, words
from kg.draw.flow import Item, flow
from kg.draw.place import Box
from kg.draw.route import XY
from kg.draw.scene import BADGE, Arrow, Mark, Scene
from schemas.base import Sign

POINTS = 72
DOTS = 160
"""Resolution of the PNG in dots per inch."""
_STROKES: dict[str, tuple[tuple[XY, XY], ...]] = {
    "-": (((-1, 0), (1, 0)),),
    "+": (((-1, 0), (1, 0)), ((0, -1), (0, 1))),
    "±": (((-1, 0.8), (1, 0.8)), ((-1, -0.3), (1, -0.3)), ((0, -1.2), (0, 0.5))),
}
_RC: Any = {
    "svg.hashsalt": "knockon", "svg.fonttype": "path", "font.family": [words.FAMILY],
    "text.parse_math": False, "lines.scale_dashes": False,
}  # fmt: skip


def figure(scene: Scene, form: str) -> bytes:
    """The picture as the bytes of an "svg" or a "png" file."""
    with mpl.rc_context(_RC), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        canvas = _drawn(scene)
        buffer = io.BytesIO()
        about = {"Date": None, "Creator": None} if form == "svg" else {"Software": None}
        canvas.savefig(buffer, format=form, dpi=DOTS, metadata=about, facecolor=style.PAPER)
    return buffer.getvalue()


def _drawn(scene: Scene) -> Figure:
    left, top, right, bottom = scene.frame
    across = right - left
    title = words.fill(scene.title, words.TITLE, across - 40, bold=True)
    caption = words.fill(scene.caption, words.SMALL + 1, across - 40)
    above = 20 + 20 * len(title) + 14 * len(caption)
    items, below = flow(scene.legend, across - 40)
    tall = bottom - top + above + below + 22
    drawing = Figure(figsize=(across / POINTS, tall / POINTS))
    FigureCanvasAgg(drawing)
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.set(xlim=(left, right), ylim=(bottom + below + 22, top - above))
    axes.axis("off")
    for at, line in enumerate(title):
        _text(axes, left + 20, top - above + 26 + 20 * at, line, words.TITLE, weight="bold")
    for at, line in enumerate(caption):
        y = top - above + 26 + 20 * len(title) + 14 * at
        _text(axes, left + 20, y, line, words.SMALL + 1, color="#555555")
    for arrow in scene.arrows:
        _stroke(axes, arrow)
    for mark in scene.marks:
        _node(axes, mark)
    for arrow in scene.arrows:
        _words(axes, arrow)
    for item in items:
        _entry(axes, item, left + 20, bottom + 6)
    return drawing


def _text(axes: Any, x: float, y: float, text: str, size: float, **more: Any) -> None:
    given = {"color": style.INK, "ha": "left", "va": "center", "zorder": 6} | more
    axes.text(x, y, text, fontsize=size, **given)


def _ground(axes: Any, box: Box) -> None:
    """Paper behind words, so that a link below them does not strike them out."""
    size = (box.right - box.left, box.bottom - box.top)
    axes.add_patch(Rectangle(box[:2], *size, facecolor=style.PAPER, alpha=0.85, zorder=4.5))


def _stroke(axes: Any, arrow: Arrow) -> None:
    colour = style.legible(arrow.colour)
    outline = Outline(list(arrow.curve), [Outline.MOVETO, Outline.CURVE3, Outline.CURVE3])
    dash = (0, arrow.dash) if arrow.dash else "solid"
    axes.add_patch(PathPatch(outline, fill=False, edgecolor=colour, linewidth=arrow.width,
                             linestyle=dash, capstyle="butt", zorder=2))  # fmt: skip
    if arrow.head:
        axes.add_patch(Polygon(arrow.head, facecolor=colour, edgecolor="none", zorder=4))


def _node(axes: Any, mark: Mark) -> None:
    if mark.shown.focus:
        axes.add_patch(Circle((mark.x, mark.y), mark.radius + 4, fill=False, zorder=3,
                              edgecolor=style.INK, linewidth=1.8))  # fmt: skip
    _shape(axes, mark.corners, (mark.x, mark.y), mark.radius, mark.fill)
    _ground(axes, mark.box)
    x, _ = mark.box.centre
    weight = "bold" if mark.shown.focus else "normal"
    step = words.LABEL * words.LEADING
    for at, line in enumerate(mark.lines):
        _text(axes, x, mark.box.top + step * (at + 0.5), line, words.LABEL, ha="center",
              weight=weight)  # fmt: skip


def _shape(axes: Any, corners: Any, centre: tuple[float, float], radius: float, fill: str) -> None:
    look: Any = {"facecolor": fill, "edgecolor": style.INK, "linewidth": 0.9, "zorder": 3}
    axes.add_patch(Polygon(corners, **look) if corners else Circle(centre, radius, **look))


def _sign(axes: Any, x: float, y: float, sign: str) -> None:
    colour = style.EFFECT[sign][1]
    axes.add_patch(Circle((x, y), BADGE, facecolor=style.PAPER, edgecolor=colour, linewidth=1.4,
                          zorder=7))  # fmt: skip
    arm = BADGE * 0.5
    for (x1, y1), (x2, y2) in _STROKES[sign]:
        axes.plot((x + x1 * arm, x + x2 * arm), (y + y1 * arm, y + y2 * arm), color=colour,
                  linewidth=1.5, zorder=8)  # fmt: skip


def _words(axes: Any, arrow: Arrow) -> None:
    if arrow.box:
        _ground(axes, arrow.box)
        _text(axes, *arrow.box.centre, arrow.text, words.SMALL, ha="center",
              color=style.legible(arrow.colour, style.PAPER, style.LETTERS), zorder=5)  # fmt: skip
    if arrow.badge and arrow.link.sign:
        sign: Sign = arrow.link.sign
        _sign(axes, *arrow.badge, sign)


def _entry(axes: Any, item: Item, left: float, top: float) -> None:
    x, y, entry = left + item.x, top + item.y, item.entry
    if entry.sort == "node":
        _shape(axes, style.outline(entry.label, x + 9, y, 6), (x + 9, y), 6, entry.colour)
    elif entry.sort == "sign":
        _sign(axes, x + 9, y, entry.sign)
    else:
        dash = (0, entry.dash) if entry.dash else "solid"
        axes.plot((x, x + 34), (y, y), color=style.legible(entry.colour), linewidth=2,
                  linestyle=dash, dash_capstyle="butt")  # fmt: skip
    for at, line in enumerate(item.lines):
        _text(axes, x + item.indent, y + 12 * at, line, words.SMALL + 1)
