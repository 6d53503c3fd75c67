"""What the rules say of a proposal's sentences: its status, its word, its direction, its figures.

A proposer may be weaker than the words, never stronger. The sentence is read as a whole, so that
a quote cut out of a denial stays denied. Bias: on doubt the weaker status, no amount, no date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from kg.extract import amounts, dates, modality, roles, values
from kg.extract.modality import RANK
from kg.extract.tokens import VERBS, Sentence, Token
from kg.extract.triggers import fired
from kg.propose.surfaces import Span, places
from schemas.base import Edge, Frame, Status
from schemas.when import When

__all__ = ["Passage", "addressed", "touched"]

BEFORE = 10  # characters: "in 2025" is a date by the word before it
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


Spans = Sequence[Span]
Borne = Literal["linked", "worded", "unworded"]


@dataclass(frozen=True, slots=True)
class Said:
    """A token at which the claim may hang, with the frame that lists it (None: by the parse)."""

    sentence: Sentence
    at: int
    frame: Frame | None


class Passage:
    """The sentences that a quote touches, read for one type of edge between two places."""

    def __init__(
        self, edge: type[Edge], sentences: Sequence[Sentence], quote: Span, ends: Sequence[Spans]
    ) -> None:
        self._edge, self._quote, self._ends = edge, quote, ends
        self._sentences = sentences
        self._words = [
            Said(s, token.i, frame)
            for s in sentences
            for token, kind, frame in fired(s)
            if kind is edge and _inside(token, quote) and _accompanied(s, frame)
        ]
        self._hangs = self._words or self._between() or [Said(s, _root(s).i, None)
                                                         for s in sentences]  # fmt: skip

    def borne(self) -> Borne:
        """What bears the type: a word that links the ends, just a word of the type, or nothing."""
        if any(self._fits(w, 0, -1) for w in self._words):
            return "linked"
        return "worded" if self._words else "unworded"

    def status(self, proposed: Status) -> Status:
        """The status proposed, or the weakest that the rules read where the claim hangs."""
        return min((proposed, *(self._status(said) for said in self._hangs)), key=RANK.index)

    def _status(self, said: Said) -> Status:
        own = said.frame.status if said.frame else None
        read = modality.read(said.sentence, said.at, own).status
        under_way = self._edge.by_deal and _progressive(said.sentence, said.at)
        return "planned" if under_way and read == "asserted" else read

    def signs(self) -> set[str]:
        """The signs of the words that link the ends, else of all words; empty without any."""
        linked = [w for w in self._words if self._fits(w, 0, -1)]
        return {w.frame.sign or "" for w in linked or self._words if w.frame}

    def reversed(self) -> bool:
        """Whether the words plainly put the head where the tail stands."""
        if self._edge.symmetric or len(self._ends) < 2:
            return False
        back = any(self._fits(w, 1, 0) for w in self._words)
        return back and self.borne() != "linked"

    def _fits(self, said: Said, head: int, tail: int) -> bool:
        frame = said.frame
        if frame is None:
            return False
        if len(self._ends) == 1:
            return self._reaches(said, frame.head, self._ends[0])
        there = self._reaches(said, frame.head, self._ends[head])
        return there and self._reaches(said, frame.tail, self._ends[tail])

    def _reaches(self, said: Said, paths: Sequence[str], end: Spans) -> bool:
        """Whether a role path leads from the word to a token of the end."""
        s = said.sentence
        found = (i for path in paths for i in roles.fill(s, said.at, path))
        return any(_inside(s.tokens[i], at) for i in found for at in end)

    def _between(self) -> list[Said]:
        """The token under which both ends hang, where they stand in one sentence."""
        for s in self._sentences:
            chains = [_chain(s, end) for end in self._ends]
            if len(chains) > 1 and all(chains):
                shared = [i for i in chains[0] if i in chains[1]]
                return [Said(s, shared[0], None)] if shared else []
        return []

    def value(self, words: str, text: str) -> values.Value:
        """The amount in these words of the quote, if the claim's clause takes it."""
        spans = [at for at in places(text, words.strip()) if _within(at, self._quote)]
        for said in self._hangs if spans else ():
            s = said.sentence
            found = [a for a in amounts.amounts(s, text)
                     if any(at[0] < a.end and a.start < at[1] for at in spans)]  # fmt: skip
            value = values.value(self._edge, s, said.at, found)
            if value.amount is not None:
                return value
        return values.Value()

    def when(self, words: str, text: str, anchor: When | None) -> When | None:
        """The date in these words of the quote, as the rules read it in its sentence."""
        spans = [at for at in places(text, words.strip()) if _within(at, self._quote)]
        for s in self._sentences if spans else ():
            for offset, when in dates.dates(text[s.start : s.end], anchor):
                at = s.start + offset
                if any(start - BEFORE <= at < end for start, end in spans):
                    return when
        return None


def touched(sentences: Sequence[Sentence], span: Span) -> list[Sentence]:
    """The sentences that share a character with the span, in order."""
    return [s for s in sentences if s.start < span[1] and span[0] < s.end]


def addressed(s: Sentence) -> bool:
    """Whether the sentence speaks to its reader: an order, or what "you" are to do."""
    root = _root(s)
    if s.headline or root.pos not in VERBS:
        return False
    subjects = s.kids(root.i, *SUBJECTS)
    if subjects:
        return any(k.text.lower() == "you" for k in subjects)
    return root.tag in {"VB", "VBP"} and not s.kids(root.i, "aux", "auxpass")


def _accompanied(s: Sentence, frame: Frame) -> bool:
    """Whether one of the words stands there that the frame needs beside its trigger, if any."""
    return not frame.beside or any(t.lemma.lower() in frame.beside for t in s.tokens)


def _progressive(s: Sentence, i: int) -> bool:
    """ "is buying": under way."""
    return s.tokens[i].tag == "VBG" and any(k.lemma == "be" for k in s.kids(i, "aux"))


def _root(s: Sentence) -> Token:
    return next((t for t in s.tokens if t.head == t.i), s.tokens[0])


def _chain(s: Sentence, end: Spans) -> list[int]:
    """From the last token of the end up to the root; empty if it stands in another sentence."""
    inside = [t for t in s.tokens if any(_inside(t, at) for at in end)]
    if not inside:
        return []
    chain = [inside[-1].i]
    while (up := s.up(chain[-1])) is not None and up.i not in chain:
        chain.append(up.i)
    return chain


def _inside(token: Token, span: Span) -> bool:
    return span[0] <= token.start and token.end <= span[1]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
