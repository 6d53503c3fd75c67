"""Words for an office ("chief executive", "CEO"), as the edge types that have bearers list them."""

from __future__ import annotations

import functools

from kg.extract.tokens import Sentence
from schemas import edge_types


@functools.cache
def _offices(known: tuple[str, ...]) -> frozenset[str]:
    types = edge_types()
    return frozenset(
        word
        for name in known
        for frame in types[name].frames
        if types[name].head == ("Person",) and frame.pos == "noun" and "bearer" in frame.head
        for lemma in frame.lemmas
        for word in lemma.split("_")
    )


def offices() -> frozenset[str]:
    """Single words that name an office, lower case."""
    return _offices(tuple(edge_types()))


def is_title(sentence: Sentence, i: int) -> bool:
    """Whether the token is (part of) an office and not of a name."""
    token = sentence.tokens[i]
    return token.text.lower() in offices() or token.lemma.lower() in offices()
