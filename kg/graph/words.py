"""The words of a story as copies are compared by them: which of them tell a number or a name.

Bias: a capital at the start of a sentence is a name only where the story shows that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

__all__ = ["Token", "sentences"]

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W_a-z])|\s*\n\s*")
_DATELINE = re.compile(r"\s*[^\W\d_a-z][^\n.!?]{1,60}?(?:\([^\n)]{1,40}\)\s*)?\s[-–—]+\s")
_AFFIRMED = frozenset({"no", "not", "never", "nor", "neither", "without", "cannot"})
_DENIALS = re.compile(r"den(?:y|ie[sd]|ying)|reject\w*|refus\w*|abandon\w*|scrap(?:s|ped)|.*n't")
EDGE, FURNITURE = 2, 12
"""Lines before and behind a story that may be a paper's own, and the words that they have at most:
which number or name stands there makes no other story of it."""
NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}


class Token(NamedTuple):
    """A word in lower case; whether it is a number, a name, or negates."""

    text: str
    number: bool = False
    name: bool = False
    negates: bool = False


def sentences(text: str, most: int) -> Iterator[list[Token]]:
    """The sentences of a story of so many words at most, behind its dateline."""
    begun = _DATELINE.match(text)
    told = text[begun.end() if begun else 0 :][: most * 20]
    lines = _END.split(told)
    parts = [_WORD.findall(line) for line in lines]
    plain = {w for part in parts for w in part if w.islower()}
    names = {w for part in parts for w in part[1:] if _is_capital(w)}
    for at, part in enumerate(parts):
        tokens = (_token(words, names, plain) for words in _with_next(part))
        outside = not EDGE <= at < len(parts) - EDGE and _is_furniture(lines[at], part)
        yield [Token(t.text) if outside else t for t in tokens]


def _is_furniture(line: str, words: list[str]) -> bool:
    """Whether the line is a headline, a byline or a credit: short, and no sentence."""
    return len(words) <= FURNITURE and not line.rstrip("\"'”’)] ").endswith((".", "!", "?"))


def _with_next(part: list[str]) -> Iterator[tuple[str, str, bool]]:
    for at, word in enumerate(part):
        yield word, next(islice(part, at + 1, at + 2), ""), at == 0


def _token(words: tuple[str, str, bool], names: set[str], plain: set[str]) -> Token:
    word, following, first = words
    low = word.casefold().replace("’", "'")
    if word[0].isdigit() or low in NUMBERS:
        return Token(NUMBERS.get(low, low.replace(",", "")), number=True)
    negates = low in _AFFIRMED or _DENIALS.fullmatch(low) is not None
    capital = _is_capital(word) and low not in plain
    name = capital and (not first or word in names or _is_capital(following))
    return Token(low.removesuffix("'s"), name=name, negates=negates)


def _is_capital(word: str) -> bool:
    return word[:1].isupper()
