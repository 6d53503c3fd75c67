"""The page of misses as Markdown; what a story says is never markup in it.

Bias: a character that could mean something to a reader of Markdown is rather escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

from kg.draw.words import clean
from kg.eval import page
from kg.eval.report import Measured, Table, tables
from kg.eval.tally import Miss

__all__ = ["markdown"]

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>:$^=@])")


def markdown(measured: Measured, name: str) -> str:
    """The whole page."""
    return "\n".join(_page(measured, name)) + "\n"


def _words(words: str) -> str:
    """The words as one line of plain text in Markdown."""
    plain = " ".join(clean(words).split())
    return html.escape(_MARKS.sub(r"\\\1", plain).replace("\\>", ">"), quote=False)


def _page(measured: Measured, name: str) -> Iterator[str]:
    yield f"# What was missed: {_words(name)}"
    for table in tables(measured):
        yield from _table(table)
    for sheet in measured.found.sheets:
        if sheet.misses:
            yield f"\n## {_words(sheet.title or sheet.story)}\n"
            yield f"{_words(sheet.story)}: {', '.join(page.counts(sheet.misses))}"
        for card in page.cards(sheet):
            yield f"\n> {_words(card.quote)}\n"
            yield from _items(card.misses)
        if lost := page.things(sheet):
            yield "\nThings\n"
            yield from _items(lost)
    if wrong := measured.found.across.wrong:
        yield "\n## Across stories\n"
        for one in wrong:
            ends = (f"{_words(n)} ({_words(s)})" for s, n in (one.one, one.other))
            yield f"- **{'merged wrongly' if one.merged else 'not merged'}**: {' and '.join(ends)}"


def _table(table: Table) -> Iterator[str]:
    yield "\n| " + " | ".join(map(_words, table.header)) + " |"
    yield "|---" * len(table.header) + "|"
    for row in table.rows:
        yield "| " + " | ".join(map(_words, row)) + " |"


def _items(misses: Iterable[Miss]) -> Iterator[str]:
    for miss in misses:
        said = " → ".join(_words(p) for p in (miss.head, miss.type, miss.tail) if p)
        detail = "; ".join(_words(d) for d in (miss.status, miss.note) if d)
        yield f"- **{miss.sort}** {said}" + (f" ({detail})" if detail else "")
