"""The page of misses: every sentence with what was missed, wrong or extra in it.

Written as HTML or Markdown by the file's ending. What comes from a story or an annotation is
escaped, so that no text is ever markup. Bias: sentences that were read right are not shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.eval.report import Measured
from kg.eval.tally import Miss, Sheet, Sort
from schemas.errors import KnockonError

__all__ = ["SORTS", "Card", "Page", "cards", "counts", "things", "writer"]

Page = Callable[[Measured, str], str]
"""Makes a page of what was measured with the gold of that name."""

SORTS: dict[Sort, str] = {
    "missed": "annotated, not read",
    "wrong": "read, with something wrong in it",
    "extra": "read, not annotated",
}
"""The sorts of misses, and what they mean."""


@dataclass(frozen=True, slots=True)
class Card:
    """A sentence and what went wrong in it."""

    quote: str
    misses: tuple[Miss, ...]


def cards(sheet: Sheet) -> list[Card]:
    """The story's sentences with claims that were missed, wrong or extra."""
    found: dict[str, tuple[str, list[Miss]]] = {}
    for miss in sheet.misses:
        if miss.about == "claim":
            same = " ".join(miss.quote.split())
            found.setdefault(same, (miss.quote, []))[1].append(miss)
    order = list(SORTS)
    return [
        Card(quote, tuple(sorted(misses, key=lambda m: order.index(m.sort))))
        for quote, misses in found.values()
    ]


def things(sheet: Sheet) -> list[Miss]:
    """The story's things that were missed, read under a wrong label, or are none."""
    order = list(SORTS)
    found = [miss for miss in sheet.misses if miss.about == "thing"]
    return sorted(found, key=lambda m: order.index(m.sort))


def counts(misses: Iterable[Miss]) -> list[str]:
    """How many there are of each sort, in words."""
    of = Counter(miss.sort for miss in misses)
    return [f"{of[sort]} {sort}" for sort in SORTS if of[sort]]


def writer(path: Path) -> Page:
    """What makes the page that the file's ending asks for; KnockonError for neither kind."""
    from kg.eval.page_html import html
    from kg.eval.page_markdown import markdown

    kinds: dict[str, Page] = {".html": html, ".htm": html, ".md": markdown}
    if path.suffix.lower() not in kinds:
        raise KnockonError(
            "a page of misses is HTML or Markdown", where=str(path), cure="end it in .html or .md"
        )
    return kinds[path.suffix.lower()]
