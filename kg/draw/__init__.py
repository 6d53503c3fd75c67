"""Pictures of the state graph and of answers: one file to look at, print or send.

`draw` is the only door; what is drawn is chosen in `choose`, where it stands in `layout`, and
both are the same for every format. Bias: show fewer things that can be read rather than all.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from schemas.errors import KnockonError

if TYPE_CHECKING:
    from kg.graph.contract import View
    from schemas.answer import Answer

__all__ = ["FORMATS", "draw"]

FORMATS = (".html", ".svg", ".png")


def draw(
    view: View,
    path: Path,
    *,
    focus: str | None = None,
    answer: Answer | None = None,
    limit: int = 60,
    hops: int = 2,
) -> Path:
    """The path of the picture written: of an answer, of what surrounds a node, or of the graph.

    The suffix says the format (.html, .svg, .png); at most `limit` nodes are shown, and around
    the node `focus` those up to `hops` links away. Same view, same bytes. KnockonError for
    another suffix, an unknown node, an empty graph or a path that cannot be written.
    """
    if path.suffix.lower() not in FORMATS:
        raise KnockonError(
            f"a picture cannot be {path.suffix or 'without a suffix'}",
            where=str(path),
            cure=f"end the name in {', '.join(FORMATS)}",
        )
    from kg.draw.choose import choose
    from kg.draw.scene import stage

    scene = stage(choose(view, focus=focus, answer=answer, limit=limit, hops=hops))
    content = _content(scene, path.suffix.lower())
    try:
        path.write_bytes(content)
    except OSError as error:
        raise KnockonError(
            f"cannot write the picture ({error.strerror or error})",
            where=str(path),
            cure="choose a folder that exists and may be written to",
        ) from error
    return path


def _content(scene: Scene, suffix: str) -> bytes:
    if suffix == ".html":
        from kg.draw.page import page

        return page(scene).encode("utf-8", "replace")
    from kg.draw.figure import figure

    return figure(scene, suffix.removeprefix("."))


if TYPE_CHECKING:
    from kg.draw.scene import Scene
