"""A sheet as PNG, the same bytes every time.

Bias: a letter that the font lacks is drawn as its box; no font is looked for on the machine.
"""

from __future__ import annotations

import io
import warnings
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path as Outline

from kg.draw import words
from kg.draw.answer.ink import Group, Item, Shape, Sheet, Text, colour

POINTS, DOTS = 72, 160
_RC: Any = {"font.family": [words.FAMILY], "text.parse_math": False, "lines.scale_dashes": False}


def image(sheet: Sheet) -> bytes:
    """The bytes of the PNG file."""
    with mpl.rc_context(_RC), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        left, top, right, bottom = sheet.frame
        drawing = Figure(figsize=((right - left) / POINTS, (bottom - top) / POINTS))
        FigureCanvasAgg(drawing)
        axes = drawing.add_axes((0, 0, 1, 1))
        axes.set(xlim=(left, right), ylim=(bottom, top))
        axes.axis("off")
        for at, item in enumerate(_flat(sheet)):
            _draw(axes, item, at)
        buffer = io.BytesIO()
        drawing.savefig(buffer, format="png", dpi=DOTS, metadata={"Software": None},
                        facecolor=colour("paper"))  # fmt: skip
    return buffer.getvalue()


def _flat(sheet: Sheet) -> list[Item]:
    items: list[Item] = []
    for part in sheet.parts:
        items += part.items if isinstance(part, Group) else (part,)
    return [i for i in items if i.sort != "reach"]


def _draw(axes: Any, item: Item, at: int) -> None:
    if isinstance(item, Text):
        axes.text(*item.at, item.words, fontsize=item.size, color=colour(item.role), ha="left",
                  va="center_baseline", weight="bold" if item.bold else "normal",
                  zorder=at + 1)  # fmt: skip
        return
    axes.add_patch(PathPatch(
        _outline(item), fill=bool(item.fill), facecolor=colour(item.fill or "paper"),
        edgecolor=colour(item.line) if item.line else "none", linewidth=item.width,
        linestyle=(0, item.dash) if item.dash else "solid", capstyle="butt", zorder=at + 1,
    ))  # fmt: skip


def _outline(shape: Shape) -> Outline:
    points, codes = [shape.start], [Outline.MOVETO]
    for bend in shape.bends:
        points += bend
        codes += [Outline.LINETO] if len(bend) == 1 else [Outline.CURVE4] * 3
    return Outline(points, codes)
