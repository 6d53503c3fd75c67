"""Longest matches of the reference universe's surfaces in a sentence.

Bias: a name must keep its capitals; a good or an industry may be written in any case.
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from kg.extract.lexicon import INDICATORS
from kg.extract.tokens import VERBS, Sentence
from kg.reference.known import Known, Surface
from kg.reference.universe import universe

LONGEST = 8  # tokens; the longest surface of the universe has fewer
PARTICIPLES = frozenset({"VBG", "VBN"})  # tags of verb forms that may open the name of a good
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
    folded = _Folded(sentence)
    i, count = 0, len(sentence.tokens)
    while i < count:
        hit = _longest(sentence, folded, i, min(i + LONGEST, count))
        if hit and sentence.tokens[i].text.lower() == "the":  # "the Dow" in "the Dow Jones"
            bare = _longest(sentence, folded, i + 1, min(i + 1 + LONGEST, count))
            hit = bare if bare and bare.last > hit.last else hit
        if hit:
            found.append(hit)
        i = hit.last + 1 if hit else i + 1
    return found


class _Folded:
    """The sentence's words folded once, so that every stretch of tokens is one slice of them."""

    __slots__ = ("ends", "starts", "text")

    def __init__(self, sentence: Sentence) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        parts: list[str] = []
        length, behind = 0, -1
        for token in sentence.tokens:
            word = ("" if token.start == behind or not parts else " ") + _fold(token.text)
            self.starts.append(length + word.startswith(" "))
            length, behind = length + len(word), token.end
            self.ends.append(length)
            parts.append(word)
        self.text = "".join(parts)


def _longest(sentence: Sentence, folded: _Folded, first: int, behind: int) -> Hit | None:
    opener = sentence.tokens[first]
    least = first
    if opener.pos in VERBS and not (first == 0 and opener.dep.startswith("nsubj")):
        if opener.tag not in PARTICIPLES or opener.text[0].isupper():
            return None
        least = first + 1  # "coking coal", "liquefied natural gas": never the participle alone
    known, start = _surfaces(), folded.starts[first]
    for last in range(behind - 1, least - 1, -1):
        surfaces = known.get(folded.text[start : folded.ends[last]])
        if surfaces is None:
            continue
        text = words(sentence, first, last)
        fitting = tuple(s for s in surfaces if _case_fits(s, text))
        if fitting:
            return Hit(first, last, fitting)
    return None


def _case_fits(surface: Surface, text: str) -> bool:
    if surface.known.label in ANY_CASE and not surface.text.startswith("the "):
        return True  # "the City" is no city
    if len(surface.text) <= 5 and surface.text.isupper():
        return text == surface.text
    wanted = [w[0].isupper() for w in surface.text.split()]
    given = [w[0].isupper() for w in text.split()]
    return all(g for g, w in zip(given, wanted, strict=False) if w)
