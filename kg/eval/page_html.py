"""The page of misses as one HTML file: it asks the network for nothing and runs one script, ours.

Bias: without the script all of it can still be read; the script only hides.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.draw.sealed import part, sealed
from kg.draw.vector import text
from kg.eval import page
from kg.eval.across import Wrongly
from kg.eval.intervals import Interval
from kg.eval.report import Measured, Table, ranged, tables
from kg.eval.tally import PARTS, Miss, Part, Sheet

__all__ = ["html"]

_BODY = """<a class="skip" href="#misses">Skip to the misses</a>
<header>
<h1>What was missed: {name}</h1>
<p class="gist">{gist}</p>
<p class="soft">Bars show the 95 % interval of {samples} samples of the stories (seed {seed}).</p>
</header>
<main>
<section class="cards" aria-label="Main figures">{headline}</section>
<details><summary>All figures, by type and by label</summary>
{tables}
</details>
<section aria-labelledby="stories-title">
<h2 id="stories-title">Stories</h2>
<div class="wide"><table class="figures">
<thead><tr><th scope="col">story</th><th scope="col">F1</th><th scope="col">precision</th>
<th scope="col">recall</th><th scope="col">claims</th><th scope="col">things</th></tr></thead>
<tbody>{index}</tbody>
</table></div>
</section>
<div id="misses" class="filters" role="group" aria-label="What to show" hidden>{filters}
<label class="find">containing <input type="search" id="find" placeholder="a name or type"></label>
<span id="shown" role="status"></span></div>
{stories}
{across}
</main>"""

HEADLINE: tuple[Part, ...] = ("relations", "entities", "status", "merging")


def html(measured: Measured, name: str) -> str:
    """The whole file as text."""
    found = measured.found
    body = _BODY.format(
        name=text(name), gist=_gist(measured), samples=f"{measured.samples:,}", seed=measured.seed,
        headline="".join(_figure(measured, kind) for kind in HEADLINE),
        tables="\n".join(_table(table) for table in tables(measured)),
        index="\n".join(_row(sheet) for sheet in found.sheets),
        filters="".join(_filter(sort, means) for sort, means in page.SORTS.items()),
        stories="\n".join(_story(sheet) for sheet in found.sheets if sheet.misses),
        across=_across(found.across.wrong),
    )  # fmt: skip
    title = f"What was missed: {text(name)}"
    return sealed(title, part("kg.eval", "page.css"), body, part("kg.eval", "page.js"))


def _gist(measured: Measured) -> str:
    misses = [miss for sheet in measured.found.sheets for miss in sheet.misses]
    claims = page.counts(m for m in misses if m.about == "claim")
    lost = page.counts(m for m in misses if m.about == "thing")
    stories = len(measured.found.sheets)
    told = f"claims: {', '.join(claims) or 'all right'}; things: {', '.join(lost) or 'all right'}"
    return f"{stories} {'story' if stories == 1 else 'stories'} — {told}"


def _figure(measured: Measured, kind: Part) -> str:
    tally, interval = measured.found.total(kind), measured.spread.get((kind, ""))
    share = kind == "status"
    value = tally.precision if share else tally.f1
    told = "share right" if share else "F1"
    detail = f"{tally.tp} right, {tally.fp} {'wrong' if share else 'extra'}"
    detail += "" if share else f", {tally.fn} missed"
    return (
        f'<div class="card"><p class="soft">{PARTS[kind]}, {told}</p>'
        f'<p class="big">{f"{value:.3f}" if tally else "–"}</p>{_bar(value, interval)}'
        f'<p class="soft">{ranged(interval)} · {detail}</p></div>'
    )


def _bar(value: float, interval: Interval | None) -> str:
    """The value on a line from 0 to 1, with its interval."""
    if not interval:
        return ""
    low, high = (100 * end for end in interval)
    return (
        '<svg class="bar" viewBox="-2 0 104 10" preserveAspectRatio="none" aria-hidden="true">'
        '<path class="whole" d="M0 5H100"/>'
        f'<path class="range" d="M{low:.1f} 5H{max(high, low + 0.5):.1f}"/>'
        f'<path class="at" d="M{100 * value:.1f} 0V10"/></svg>'
    )


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{text(cell)}</th>' for cell in table.header)
    rows = "\n".join(
        f'<tr><th scope="row">{text(row[0])}</th>{"".join(f"<td>{text(c)}</td>" for c in row[1:])}'
        "</tr>"
        for row in table.rows
    )
    return (
        f'<div class="wide"><table class="figures"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(sheet: Sheet) -> str:
    tally = sheet.tallies["relations", ""]
    shares = "".join(f"<td>{s:.2f}</td>" for s in (tally.f1, tally.precision, tally.recall))
    of = [", ".join(page.counts(m for m in sheet.misses if m.about == a)) for a in _ABOUT]
    name = f'<a href="#{_anchor(sheet)}">{_title(sheet)}</a>' if sheet.misses else _title(sheet)
    said = "".join(f"<td>{words or '–'}</td>" for words in of)
    return f'<tr><th scope="row">{name}</th>{shares}{said}</tr>'


_ABOUT = ("claim", "thing")


def _title(sheet: Sheet) -> str:
    told = f'<span class="id">{text(sheet.story)}</span>'
    return f"{told} <bdi>{text(sheet.title)}</bdi>" if sheet.title else told


def _anchor(sheet: Sheet) -> str:
    """An id without a character of the story's in it."""
    return f"s{sheet.story.encode().hex()}"


def _filter(sort: str, means: str) -> str:
    return (
        f'<label><input type="checkbox" data-show="{sort}" checked> '
        f'<span class="sort {sort}">{sort}</span> {means}</label>'
    )


def _story(sheet: Sheet) -> str:
    said = "\n".join(
        f'<div class="said"><blockquote><bdi>{text(card.quote) or "–"}</bdi></blockquote>'
        f"{_items(card.misses)}</div>"
        for card in page.cards(sheet)
    )
    lost = page.things(sheet)
    named = f'<div class="said things"><h3>Things</h3>{_items(lost)}</div>' if lost else ""
    return (
        f'<section class="story" id="{_anchor(sheet)}"><h2>{_title(sheet)}</h2>'
        f'<p class="soft">{", ".join(page.counts(sheet.misses))}</p>\n{said}{named}</section>'
    )


def _items(misses: Iterable[Miss]) -> str:
    return f"<ul>{''.join(_item(miss) for miss in misses)}</ul>"


def _item(miss: Miss) -> str:
    label = f'<span class="type">{text(miss.type)}</span>'
    tail = f" <bdi>{text(miss.tail)}</bdi>" if miss.tail else ""
    detail = " · ".join(text(d) for d in (miss.status, miss.note) if d)
    return (
        f'<li data-sort="{miss.sort}"><span class="sort {miss.sort}">{miss.sort}</span> '
        f"<span><bdi>{text(miss.head)}</bdi> {label}{tail} "
        f'<span class="soft">{detail}</span></span></li>'
    )


def _across(wrong: Iterable[Wrongly]) -> str:
    rows = "".join(
        f'<li data-sort="wrong"><span class="sort wrong">'
        f"{'merged wrongly' if one.merged else 'not merged'}</span> <span>{_spot(one.one)} and "
        f"{_spot(one.other)}</span></li>"
        for one in wrong
    )
    if not rows:
        return ""
    said = f'<div class="said"><ul>{rows}</ul></div>'
    return f'<section class="story"><h2>Across stories</h2>{said}</section>'


def _spot(spot: tuple[str, str]) -> str:
    return f'<bdi>{text(spot[1])}</bdi> <span class="id">{text(spot[0])}</span>'
