"""Longest matches of the reference universe's surfaces in a sentence.

Bias: a name must keep its capitals; a good or an industry may be written in any case.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from kg.extract.lexicon import INDICATORS
from kg.extract.tokens import Sentence
from kg.reference.known import Known, Surface
from kg.reference.universe import universe

LONGEST = 8  # tokens; the longest surface of the universe has fewer
ANY_CASE = frozenset({"Commodity", "Product", "Industry", "Indicator"})


class Hit(NamedTuple):
    """Tokens `first` to `last` and what the universe knows by these words."""

    first: int
    last: int
    surfaces: tuple[Surface, ...]


@functools.lru_cache(maxsize=1)
def _surfaces() -> dict[str, tuple[Surface, ...]]:
    found: dict[str, list[Surface]] = {}
    for surface in universe().surfaces():
        found.setdefault(_fold(surface.text), []).append(surface)
    for phrase in INDICATORS:
        known = Known(node="", label="Indicator", name=phrase, aliases=(), country=None,
                      identifiers=(), industries=(), kind=None, member_of=())  # fmt: skip
        found.setdefault(phrase, []).append(Surface(text=phrase, known=known, sort="name"))
    return {text: tuple(group) for text, group in found.items()}


def _fold(text: str) -> str:
    return " ".join(text.replace("’", "'").lower().split())


def words(sentence: Sentence, first: int, last: int) -> str:
    """The tokens as written, with a space only where the text has one."""
    parts = [sentence.tokens[first].text]
    for i in range(first + 1, last + 1):
        joined = sentence.tokens[i].start == sentence.tokens[i - 1].end
        parts.append(("" if joined else " ") + sentence.tokens[i].text)
    return "".join(parts)


def hits(sentence: Sentence) -> list[Hit]:
    """Non-overlapping longest matches, left to right."""
    found: list[Hit] = []
    i, count = 0, len(sentence.tokens)
    while i < count:
        hit = _longest(sentence, i, min(i + LONGEST, count))
        if hit:
            found.append(hit)
        i = hit.last + 1 if hit else i + 1
    return found


def _longest(sentence: Sentence, first: int, behind: int) -> Hit | None:
    for last in range(behind - 1, first - 1, -1):
        text = words(sentence, first, last)
        fitting = tuple(s for s in _surfaces().get(_fold(text), ()) if _case_fits(s, text))
        if fitting and sentence.tokens[first].pos not in {"VERB", "AUX"}:
            return Hit(first, last, fitting)
    return None


def _case_fits(surface: Surface, text: str) -> bool:
    if surface.known.label in ANY_CASE:
        return True
    if len(surface.text) <= 5 and surface.text.isupper():
        return text == surface.text
    wanted = [w[0].isupper() for w in surface.text.split()]
    given = [w[0].isupper() for w in text.split()]
    return all(g for g, w in zip(given, wanted, strict=False) if w)
