"""A sheet as SVG: for the page, whose colours know day and night, or for a file, in plain ones.

All text passes `text`, all numbers `_n`; nothing else of the answer reaches the markup. Bias: what
cannot be shown safely is left out.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator

from kg.draw import words
from kg.draw.answer.ink import Group, Item, Shape, Sheet, Text, colour

FONTS = "'DejaVu Sans',Verdana,'Segoe UI',sans-serif"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'

Paint = Callable[[str, str], str]
"""The attribute that paints a property ("fill", "stroke") in a role's colour."""


def text(value: str) -> str:
    """The words cleaned and escaped, fit for element content and quoted attributes."""
    return html.escape(words.clean(value), quote=True)


def by_colour(property_: str, role: str) -> str:
    """Paint for a file that stands alone."""
    return f'{property_}="{colour(role) if role else "none"}"'


def by_ground(property_: str, role: str) -> str:
    """Paint for the page: a variable that knows day and night."""
    return f'{property_}="var(--{role})"' if role else f'{property_}="none"'


def drawing(sheet: Sheet, title: str) -> bytes:
    """A whole SVG file, on paper, its words searchable."""
    box = sheet.frame
    wide, tall = _n(box.right - box.left), _n(box.bottom - box.top)
    paper = f'<rect x="{_n(box.left)}" y="{_n(box.top)}" width="{wide}" height="{tall}" fill="{colour("paper")}"/>'  # noqa: E501
    content = "\n".join(parts(sheet, by_colour))
    return (
        f'{_XML}<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}" '
        f'viewBox="{_view(sheet)}" font-family="{FONTS}" role="img">'
        f"<title>{text(title)}</title>\n{paper}\n{content}\n</svg>\n"
    ).encode("utf-8", "replace")


def inline(sheet: Sheet, prefix: str, sort: str, title: str) -> str:
    """The picture for the page: every group can be focused and leads to its place in the list."""
    box = sheet.frame
    content = "\n".join(parts(sheet, by_ground, prefix))
    size = f'width="{_n(box.right - box.left)}" height="{_n(box.bottom - box.top)}"'
    return (
        f'<svg class="{sort}" role="group" aria-label="{text(title)}" viewBox="{_view(sheet)}" '
        f"{size}>\n{content}\n</svg>"
    )


def parts(sheet: Sheet, paint: Paint, prefix: str = "") -> Iterator[str]:
    """The elements of a sheet; groups are links where there is a prefix for their ids."""
    for part in sheet.parts:
        if not isinstance(part, Group):
            yield _item(part, paint)
        elif prefix:
            inner = "".join(_item(i, paint) for i in part.items)
            sort, near = "card" if part.key[0] == "c" else "wire", " ".join(part.near)
            yield (
                f'<a class="part {sort}" id="{prefix}{part.key}" href="#{part.key}" '
                f'data-key="{part.key}" data-near="{near}" aria-label="{text(part.name)}">'
                f"{inner}</a>"
            )
        else:
            shown = (i for i in part.items if i.sort != "reach")
            yield f"<g>{''.join(_item(i, paint) for i in shown)}</g>"


def _item(item: Item, paint: Paint) -> str:
    return _words(item, paint) if isinstance(item, Text) else _shape(item, paint)


def _shape(shape: Shape, paint: Paint) -> str:
    way = f"M{_p(shape.start)}" + "".join(
        f"L{_p(b[0])}" if len(b) == 1 else "C" + " ".join(map(_p, b)) for b in shape.bends
    )
    sort = f' class="{shape.sort}"' if shape.sort else ""
    look = paint("fill", shape.fill)
    if shape.line:
        look += f' {paint("stroke", shape.line)} stroke-width="{_n(shape.width)}"'
    if shape.dash:
        look += f' stroke-dasharray="{" ".join(map(_n, shape.dash))}"'
    end = "Z" if shape.fill or shape.sort == "box" else ""
    return f'<path{sort} d="{way}{end}" {look}/>'


def _words(line: Text, paint: Paint) -> str:
    """One line of text, held to its measured width whatever font the reader has."""
    across = words.width(line.words, line.size, bold=line.bold)
    held = f' textLength="{_n(across)}" lengthAdjust="spacingAndGlyphs"' if across else ""
    weight = ' font-weight="bold"' if line.bold else ""
    sort = f' class="{line.sort}"' if line.sort else ""
    x, y = line.at
    return (f'<text{sort} x="{_n(x)}" y="{_n(y + line.size * 0.36)}" font-size="{_n(line.size)}"'
            f"{weight} {paint('fill', line.role)}{held}>{text(line.words)}</text>")  # fmt: skip


def _view(sheet: Sheet) -> str:
    box = sheet.frame
    return " ".join(map(_n, (box.left, box.top, box.right - box.left, box.bottom - box.top)))


def _p(point: tuple[float, float]) -> str:
    return f"{_n(point[0])} {_n(point[1])}"


def _n(number: float) -> str:
    """A number with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
