"""A scene as inline SVG for the page: every node and link a link of its own that can be focused.

All text passes `text`, all numbers `_n`; nothing else of the data reaches the markup. Bias: what
cannot be shown safely is left out.
"""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.draw import style, words
from kg.draw.scene import BADGE, Arrow, Entry, Mark, Scene
from schemas.base import labels

SMALLEST = 0.85
"""Share of its size down to which the picture shrinks before it scrolls: letters stay readable."""
_SIGNS = {"-": "M-3 0H3", "+": "M-3 0H3M0 -3V3", "±": "M-2.6 2.6H2.6M-2.6 -1H2.6M0 -3.6V1.6"}


def text(value: str) -> str:
    """The words cleaned and escaped, fit for element content and quoted attributes."""
    return html.escape(words.clean(value), quote=True)


def node_name(mark: Mark) -> str:
    """A node in words: name and label."""
    entity = mark.shown.entity
    return f"{entity.name}, {entity.label or 'unknown'}"


def link_name(scene: Scene, arrow: Arrow) -> str:
    """A link in words: its ends, what it says and what its effect is."""
    head, tail = (scene.marks[i].shown.entity.name for i in arrow.ends)
    effect = f"; effect: {style.EFFECT[arrow.link.sign][2]}" if arrow.link.sign else ""
    return f"{head} {style.said(arrow.link.type, arrow.link.status)} {tail}{effect}"


def picture(scene: Scene) -> str:
    """The <svg> element: links below, then nodes, then the words of links."""
    left, top, right, bottom = scene.frame
    touching: dict[int, list[int]] = defaultdict(list)
    for number, arrow in enumerate(scene.arrows):
        for end in arrow.ends:
            touching[end].append(number)
    parts = [
        f'<svg class="graph" role="group" aria-label="{text(scene.title)}" '
        f'viewBox="{_n(left)} {_n(top)} {_n(right - left)} {_n(bottom - top)}" '
        f'width="{_n(right - left)}" height="{_n(bottom - top)}" '
        f'style="min-width:{_n((right - left) * SMALLEST)}px">'
    ]
    parts += [_arrow(scene, n, arrow) for n, arrow in enumerate(scene.arrows)]
    parts += [_mark(scene, n, mark, touching[n]) for n, mark in enumerate(scene.marks)]
    return "\n".join([*parts, "</svg>"])


def _arrow(scene: Scene, number: int, arrow: Arrow) -> str:
    (x0, y0), (x1, y1), (x2, y2) = arrow.curve
    way = f"M{_n(x0)} {_n(y0)}Q{_n(x1)} {_n(y1)} {_n(x2)} {_n(y2)}"
    near = [f"e{number}", *(f"n{i}" for i in arrow.ends)]
    dash = f' stroke-dasharray="{" ".join(map(_n, arrow.dash))}"' if arrow.dash else ""
    inner = [
        f'<path class="reach" d="{way}"/>',
        f'<path class="way" d="{way}" stroke-width="{_n(arrow.width)}"{dash}/>',
    ]
    inner += [f'<polygon class="tip" points="{_points(arrow.head)}"/>'] if arrow.head else []
    inner += list(_caption(arrow))
    if arrow.badge and arrow.link.sign:
        inner.append(badge(*arrow.badge, arrow.link.sign))
    sort = f"link {colour_class(arrow.colour)}"
    return _anchor(sort, [f"e{number}"], near, link_name(scene, arrow), inner)


def _caption(arrow: Arrow) -> Iterator[str]:
    if arrow.box:
        box = arrow.box
        x, y = box.centre
        wide, tall = _n(box.right - box.left), _n(box.bottom - box.top)
        yield (f'<rect class="ground" x="{_n(box.left)}" y="{_n(box.top)}" '
               f'width="{wide}" height="{tall}"/>')  # fmt: skip
        yield _line("says", x, y, arrow.text, words.SMALL)


def _mark(scene: Scene, number: int, mark: Mark, touching: list[int]) -> str:
    near = {f"n{number}"} | {f"e{i}" for i in touching}
    near |= {f"n{end}" for i in touching for end in scene.arrows[i].ends}
    inner = []
    if mark.shown.focus:
        inner.append(f'<circle class="ring ink" cx="{_n(mark.x)}" cy="{_n(mark.y)}" '
                     f'r="{_n(mark.radius + 4)}"/>')  # fmt: skip
    inner.append(shape(mark.shown.entity.label, mark.x, mark.y, mark.radius))
    x, step = mark.box.centre[0], words.LABEL * words.LEADING
    bold = mark.shown.focus
    inner += [
        _line("name bold" if bold else "name", x, mark.box.top + step * (at + 0.5), line,
              words.LABEL, bold=bold)
        for at, line in enumerate(mark.lines)
    ]  # fmt: skip
    cards = [f"n{number}", *(f"e{i}" for i in touching)]
    return _anchor("node", cards, sorted(near), node_name(mark), inner)


def _anchor(
    sort: str, cards: list[str], near: Iterable[str], name: str, inner: Iterable[str]
) -> str:
    """A part of the picture that leads to its row; the first of the cards is its own."""
    return (
        f'<a class="{sort}" id="p-{cards[0]}" href="#{cards[0]}" data-near="{" ".join(near)}" '
        f'data-cards="{" ".join(cards)}" aria-label="{text(name)}">{"".join(inner)}</a>'
    )


def _line(sort: str, x: float, y: float, line: str, size: float, *, bold: bool = False) -> str:
    """One line of text, held to its measured width whatever font the browser has."""
    across = words.width(line, size, bold=bold)
    held = f' textLength="{_n(across)}" lengthAdjust="spacingAndGlyphs"' if across else ""
    return (f'<text class="{sort}" x="{_n(x)}" y="{_n(y + size * 0.35)}" '
            f'font-size="{_n(size)}"{held}>{text(line)}</text>')  # fmt: skip


def shape(label: str, x: float, y: float, radius: float) -> str:
    """The shape of a label about a point."""
    corners, fill = style.outline(label, x, y, radius), style.fill_of(label)
    if corners:
        return f'<polygon class="shape" fill="{fill}" points="{_points(corners)}"/>'
    return f'<circle class="shape" fill="{fill}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>'


def badge(x: float, y: float, sign: str) -> str:
    """The ± of an effect about a point."""
    colour = colour_class(style.EFFECT[sign][1])
    return (f'<g class="badge {colour}" transform="translate({_n(x)} {_n(y)})">'
            f'<circle r="{_n(BADGE)}"/><path d="{_SIGNS[sign]}"/></g>')  # fmt: skip


def sample(entry: Entry) -> str:
    """What a legend entry looks like, as a small <svg>."""
    wide = 22 if entry.sort in {"node", "sign"} else 44
    if entry.sort == "node":
        inner = shape(entry.label, 11, 9, 6.5)
    elif entry.sort == "sign":
        inner = badge(11, 9, entry.sign)
    else:
        dash = f' stroke-dasharray="{" ".join(map(_n, entry.dash))}"' if entry.dash else ""
        inner = f'<path class="way" d="M2 9H42" stroke-width="2.2"{dash}/>'
    return (f'<svg class="{colour_class(entry.colour)}" width="{wide}" height="18" '
            f'viewBox="0 0 {wide} 18" aria-hidden="true">{inner}</svg>')  # fmt: skip


def colour_class(colour: str) -> str:
    """The class under which a colour has a legible value by day and by night."""
    return f"c{colour.removeprefix('#').lower()}"


def colours(scene: Scene) -> list[str]:
    """Every line colour that the scene uses, sorted."""
    used = {a.colour for a in scene.arrows} | {e.colour for e in scene.legend}
    return sorted(used | {kind.colour for kind in labels().values() if kind.colour in used})


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(number: float) -> str:
    """A number with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
