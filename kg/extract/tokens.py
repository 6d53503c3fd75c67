"""A parsed sentence as plain records: tokens, their heads and children, offsets in the story.

Nothing here knows the parser that made it, so every later step can be tried by hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `i` and `head` are positions in its sentence, `start:end` offsets in the story."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Aside:
    """Words left out of the parse: a bracket or a weekday, and the token they stand behind.

    `after` is the sentence position of the token before them (-1 at the start).
    """

    sort: str
    text: str
    after: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: tokens, asides, its clean span, and whether it is the headline or damaged."""

    tokens: tuple[Token, ...]
    asides: tuple[Aside, ...]
    start: int
    end: int
    order: int
    headline: bool = False
    damaged: bool = False
    children: tuple[tuple[int, ...], ...] = field(default=())

    def kids(self, i: int, *deps: str) -> list[Token]:
        """The children of token `i`, left to right, optionally of these relations only."""
        tokens = self.tokens
        if not deps:
            return [tokens[k] for k in self.children[i]]
        return [t for k in self.children[i] if (t := tokens[k]).dep in deps]

    def kid(self, i: int, *deps: str) -> Token | None:
        """The first child of these relations."""
        return next(iter(self.kids(i, *deps)), None)

    def up(self, i: int) -> Token | None:
        """The head of token `i`; None for the root."""
        head = self.tokens[i].head
        return None if head == i else self.tokens[head]

    def subtree(self, i: int) -> list[int]:
        """Positions of the token and all below it, sorted."""
        todo, seen = [i], {i}
        while todo:
            fresh = [k for k in self.children[todo.pop()] if k not in seen]
            seen.update(fresh)
            todo.extend(fresh)
        return sorted(seen)

    def text_of(self, first: int, last: int) -> str:
        """The words from token `first` to `last`, one space between."""
        return " ".join(t.text for t in self.tokens[first : last + 1])


def with_children(tokens: tuple[Token, ...]) -> tuple[tuple[int, ...], ...]:
    """For each token the positions of its children."""
    kids: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.i:
            kids[token.head].append(token.i)
    return tuple(tuple(k) for k in kids)


def head_of(s: Sentence, first: int, last: int) -> int:
    """The token of the span whose head lies outside it; the last one if several do."""
    outside = [
        i
        for i in range(first, last + 1)
        if not first <= s.tokens[i].head <= last or s.tokens[i].head == i
    ]
    return outside[-1] if outside else last
