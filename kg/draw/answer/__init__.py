"""The picture of an answer: the shock at the left, who it reaches to the right, with sentences.

`draw_answer` is the only door. The answer alone is drawn, no store is asked. Bias: few things that
are understood at once, the rest folded and counted.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.draw.files import form_of, write

if TYPE_CHECKING:
    from kg.draw.answer.plot import Plot
    from schemas.answer import Answer

__all__ = ["draw_answer"]


def draw_answer(answer: Answer, path: Path, *, limit: int = 60) -> Path:
    """The path of the picture written; its suffix says the format (.html, .svg, .png).

    At most `limit` things are shown. Same answer, same bytes. KnockonError for another suffix, an
    answer that holds nothing to draw, or a path that cannot be written.
    """
    form = form_of(path)
    from kg.draw.answer.gather import gather

    return write(path, _content(gather(answer, limit), form))


def _content(plot: Plot, form: str) -> bytes:
    if form == ".html":
        from kg.draw.answer.page import page

        return page(plot).encode("utf-8", "replace")
    from kg.draw.answer.compose import compose
    from kg.draw.answer.printed import printed
    from kg.draw.answer.wide import wide

    sheet = printed(plot, compose(plot, wide(plot)))
    if form == ".svg":
        from kg.draw.answer.svg import drawing

        return drawing(sheet, plot.words.title)
    from kg.draw.answer.png import image

    return image(sheet)
