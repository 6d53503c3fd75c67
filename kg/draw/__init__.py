"""Pictures of the state graph and of answers: one file to look at, print or send.

`draw` shows the graph or what surrounds a thing, `draw_answer` an answer with its reasons. Bias:
show fewer things that can be read rather than all.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.draw.answer import draw_answer
from kg.draw.files import FORMATS, form_of, write

if TYPE_CHECKING:
    from kg.draw.scene import Scene
    from kg.graph.contract import View

__all__ = ["FORMATS", "draw", "draw_answer"]


def draw(
    view: View, path: Path, *, focus: str | None = None, limit: int = 60, hops: int = 2
) -> Path:
    """The path of the picture written: of what surrounds a node, or of the graph.

    The suffix says the format (.html, .svg, .png); at most `limit` nodes are shown, and around
    the node `focus` those up to `hops` links away. Same view, same bytes. KnockonError for
    another suffix, an unknown node, an empty graph or a path that cannot be written.
    """
    form = form_of(path)
    from kg.draw.choose import choose
    from kg.draw.scene import stage

    return write(path, _content(stage(choose(view, focus=focus, limit=limit, hops=hops)), form))


def _content(scene: Scene, form: str) -> bytes:
    if form == ".html":
        from kg.draw.page import page

        return page(scene).encode("utf-8", "replace")
    from kg.draw.figure import figure

    return figure(scene, form.removeprefix("."))
