"""Which frames of the vocabulary a sentence's words set off.

A word may be listed alone, with its particle ("take_over") or its modifier ("chief_executive").
Bias: every listing that fits is given; what stands at the ends decides later.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator

from kg.extract.tokens import VERBS, Sentence, Token
from schemas import edge_types
from schemas.base import Edge, Frame

Index = dict[tuple[str, str], list[tuple[type[Edge], Frame]]]


def index() -> Index:
    """Every frame of the vocabulary by (part of speech, lemma)."""
    return _index(tuple(edge_types().items()))


@functools.lru_cache(maxsize=4)
def _index(types: tuple[tuple[str, type[Edge]], ...]) -> Index:
    found: Index = defaultdict(list)
    for _, edge in types:
        for frame in edge.frames:
            for lemma in frame.lemmas:
                found[frame.pos, lemma].append((edge, frame))
    return dict(found)


def fired(s: Sentence) -> Iterator[tuple[Token, type[Edge], Frame]]:
    """Every frame that a token of the sentence may set off, in reading order."""
    frames = index()
    for token in s.tokens:
        for listed in _listings(s, token):
            for edge, frame in frames.get(listed, ()):
                yield token, edge, frame


def _listings(s: Sentence, token: Token) -> list[tuple[str, str]]:
    """How the token may be listed: itself, with its particle, with its modifier."""
    lemma, text = token.lemma.lower(), token.text.lower()
    if token.pos in VERBS and token.dep not in {"aux", "auxpass"}:
        return _verb_listings(s, token, lemma)
    if token.pos == "NOUN" or (token.pos == "PROPN" and text == lemma):
        before = s.kids(token.i, "compound", "amod", "nmod")
        return _with_modifiers(lemma, [k.lemma.lower() for k in before])
    if token.pos == "PROPN":  # offices and headline capitals
        before = s.kids(token.i, "compound", "amod")
        return _with_modifiers(text, [k.text.lower() for k in before])
    if token.pos in {"ADJ", "ADV"}:
        return [("adj", word) for word in dict.fromkeys((lemma, text))]
    return []


def _verb_listings(s: Sentence, token: Token, lemma: str) -> list[tuple[str, str]]:
    kids = s.kids(token.i, "prt", "prep", "advmod", "acomp", "oprd", "xcomp")
    found = [("verb", lemma), *(("verb", f"{lemma}_{k.lemma}") for k in kids if k.i > token.i)]
    return [*found, ("adj", token.text.lower())] if token.tag == "VBN" else found


def _with_modifiers(noun: str, before: list[str]) -> list[tuple[str, str]]:
    return [("noun", noun), *(("noun", f"{word}_{noun}") for word in before)]
