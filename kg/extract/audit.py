"""The text's own numbers checked against each other: what contradicts itself is shown.

A rise and its levels, a part and its share, parts and their total, one sum in two currencies. The
tolerance is the rounding of the printed digits, wider where the text says "about". Bias: silence;
numbers that may be of different periods, scopes or measures are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.changes import equivalents
from kg.extract.page import Page
from kg.extract.rates import Pair, odd_rates
from kg.extract.steps import wrong_steps
from kg.extract.sums import wrong_sums
from kg.extract.tokens import Sentence
from schemas.claim import Draft

_TWO = re.compile(r"(?<![\d.,])\d[\d.,]*[^\d.,\n][^\d\n]*\d")  # a number alone contradicts nothing
DOUBTED = 0.7
"""Share of its confidence that a claim keeps if its sentence's numbers contradict each other: one
digit of it is wrong, the statement seldom is."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Numbers that cannot all be right: their clean span and one line that says why."""

    start: int
    end: int
    what: str


def audit(parsed: Iterable[Sentence], text: str) -> list[Contradiction]:
    """The contradictions among a story's numbers, in the order of their places, each once.

    A sentence that the page damaged is left out: its numbers may be those that were lost.
    """
    told = (s for s in parsed if not s.damaged and _TWO.search(text, s.start, s.end))
    pages = [Page.of(s, text) for s in told]
    found: dict[tuple[int, int], Contradiction] = {}
    for wrong in (*_inside(pages), *_between(pages)):
        found.setdefault((wrong.start, wrong.end), wrong)
    return sorted(found.values(), key=lambda c: (c.start, c.end))


def _inside(pages: Sequence[Page]) -> Iterator[Contradiction]:
    """What contradicts itself within a sentence."""
    for page in pages:
        for parts, what in (*wrong_steps(page), *wrong_sums(page)):
            spans = [page.found[n] for n in parts]
            yield Contradiction(min(a.start for a in spans), max(a.end for a in spans), what)


def _between(pages: Sequence[Page]) -> Iterator[Contradiction]:
    """Sums in two currencies at different rates."""
    pairs = [
        Pair(page.found[i], page.found[j], page.years)
        for page in pages
        for i, j in equivalents(page.words, page.found, page.start)
    ]
    for pair, what in odd_rates(pairs):
        yield Contradiction(pair.told.start, pair.translated.end, what)


def weakened(drafts: Iterable[Draft], wrong: Sequence[Contradiction]) -> list[Draft]:
    """The drafts, those less sure whose sentence holds numbers that contradict each other."""
    return [
        d.model_copy(update={"confidence": round(d.confidence * DOUBTED, 4)})
        if any(d.start < c.end and c.start < d.end for c in wrong) else d
        for d in drafts
    ]  # fmt: skip
