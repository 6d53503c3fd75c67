"""From words that a proposer gives to a thing of the story.

Words must stand in the story as they are, as whole words. What the rules read there goes first:
their thing, with their label. Bias: words that only describe ("the company"), or that are part of
another thing's name, stay unlinked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.reference.names import firm_key, name_key
from kg.reference.universe import universe
from schemas.claim import Mention, Thing

__all__ = ["Cast", "End", "Missed", "Span", "places"]

Span = tuple[int, int]

NAMED = frozenset({"Firm", "Person", "Agency", "Place", "Country", "Exchange", "Index"})
"""Labels of what has a name; in lower-case letters it is only described ("steel plant" will do)."""
POINTERS = frozenset(
    "the a an it its itself they them their theirs he him his she her hers we us our you your i"
    " me my this that these those who whom whose which what both one ones others each same"
    " such".split()
)
ARTICLES = ("the ", "a ", "an ", "The ", "A ", "An ")
ENOUGH = 50  # places of one surface that are looked at


@dataclass(frozen=True, slots=True)
class End:
    """An end of a claim: its thing (of the rules, or new) and where its words stand.

    These are all their places in the quote or, where there is none, the nearest one.
    """

    thing: Thing
    at: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """Why the words are no end."""

    why: Literal["unresolved", "schema"]
    note: str


def places(text: str, words: str) -> list[Span]:
    """Where the words stand in the text as whole words, left to right."""
    if not words:
        return []
    whole = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    found = (m.span() for m, _ in zip(whole.finditer(text), range(ENOUGH), strict=False))
    return list(found)


class Cast:
    """The things of one story: those that the rules read, and those that proposals add."""

    def __init__(self, text: str, things: Sequence[Thing]) -> None:
        self._text = text
        self._things = {thing.key: thing for thing in things}
        self._spots = [(m, thing) for thing in things for m in thing.mentions]
        self._at = {_trimmed(text, (m.start, m.end)): (m, thing) for m, thing in self._spots}

    def things(self) -> tuple[Thing, ...]:
        """All things, sorted by key."""
        return tuple(self._things[key] for key in sorted(self._things))

    def enter(self, end: End) -> None:
        """Make the end's thing one of the story's."""
        self._things.setdefault(end.thing.key, end.thing)

    def touches(self, at: Span) -> bool:
        """Whether a mention of the rules stands there, or on a part of it."""
        return any(m.start < at[1] and at[0] < m.end for m, _ in self._spots)

    def find(self, words: str, label: str, quote: Span) -> End | Missed:
        """The end that the words name, as near to the quote as may be."""
        words = bare(words)
        found = sorted(places(self._text, words), key=lambda at: _nearness(at, quote))
        if not found:
            return Missed("unresolved", f"“{words}” does not stand in the story")
        read = next((end for at in found if (end := self._read(at, quote))), None)
        if read is not None:
            alike = [end.at[0] for at in found if (end := self._read(at, quote))
                     and end.thing is read.thing]  # fmt: skip
            return End(read.thing, _places(alike, quote))
        same = self._same(words, label)
        if same is not None:
            return End(same, _places(found, quote))
        return self._new(words, label, found, quote)

    def _read(self, at: Span, quote: Span) -> End | None:
        """What the rules read at exactly this place; a pronoun counts inside the quote alone."""
        mention, thing = self._at.get(at, (None, None))
        if mention is None or thing is None:
            return None
        inside = _inside(at, quote)
        return End(thing, (at,)) if inside or mention.sort != "anaphor" else None

    def _same(self, words: str, label: str) -> Thing | None:
        """The thing of that label that has the words for a name, short or long."""
        own = self._things.get(_key(words, label))
        if own is not None and own.label == label:
            return own
        named = (t for t in self._things.values() if t.label == label and words in _names(t))
        return next(named, None)

    def _new(
        self, words: str, label: str, found: Sequence[Span], quote: Span
    ) -> End | Missed:
        known = {k.label for k in universe().find(words)}
        label = known.pop() if len(known) == 1 else label
        reason = undeserving(words, label)
        if reason is not None:
            return reason
        free = [at for at in found if not self._swallowed(at)]
        if not free:
            return Missed("unresolved", f"“{words}” is part of another thing's name")
        return End(thing_of(words, label, sorted(free)), _places(free, quote))

    def _swallowed(self, at: Span) -> bool:
        """Whether the place lies inside a longer name that the rules read."""
        return any(
            m.start <= at[0] and at[1] <= m.end and m.sort != "anaphor" for m, _ in self._spots
        )


def undeserving(words: str, label: str) -> Missed | None:
    """Why the words cannot be a new thing of that label; None where they can."""
    if name_key(words) in POINTERS or not re.search(r"[^\W\d_]", words):
        return Missed("unresolved", f"“{words}” names nothing")
    if label in NAMED and not _is_name(words) and not (label == "Place" and " " in words):
        return Missed("unresolved", f"“{words}” describes, it does not name")
    known = {k.label for k in universe().find(words)}
    if known and label not in known:
        return Missed("schema", f"“{words}” is known as {' or '.join(sorted(known))}, not {label}")
    return None


def thing_of(words: str, label: str, found: Sequence[Span]) -> Thing:
    """A thing that the rules did not read, with the places where its name stands."""
    nodes = {k.node for k in universe().find(words, label)}
    known = nodes.pop() if len(nodes) == 1 else ""
    sort: Literal["name", "nominal"] = "name" if _is_name(words) else "nominal"
    mentions = tuple(
        Mention(start=start, end=end, text=words, label=label, sort=sort, known=known)
        for start, end in found
    )
    return Thing(key=_key(words, label), label=label, name=words, mentions=mentions, known=known)


def bare(words: str) -> str:
    """The words without blanks, article and possessive ending around them."""
    words = words.strip()
    article = next((a for a in ARTICLES if words.startswith(a)), "")
    words = words.removeprefix(article).strip()
    return words.removesuffix("'s").removesuffix("’s").strip()


def _trimmed(text: str, span: Span) -> Span:
    """The span without what `bare` takes off its words."""
    words = text[span[0] : span[1]]
    kept = bare(words)
    start = span[0] + words.find(kept)
    return start, start + len(kept)


def _key(words: str, label: str) -> str:
    """The key that the rules give to a thing of that name."""
    nodes = {k.node for k in universe().find(words, label)}
    if len(nodes) == 1:
        return nodes.pop()
    return f"{label}:{firm_key(words) if label == 'Firm' else name_key(words)}"


def _names(thing: Thing) -> Iterator[str]:
    yield thing.name
    yield from thing.aliases
    yield from (m.text for m in thing.mentions if m.sort == "name")


def _is_name(words: str) -> bool:
    return any(c.isupper() or c.isdigit() for c in words)


def _inside(at: Span, quote: Span) -> bool:
    return quote[0] <= at[0] and at[1] <= quote[1]


def _places(found: Sequence[Span], quote: Span) -> tuple[Span, ...]:
    """Those inside the quote, else the first, from places in the order of their nearness."""
    return tuple(at for at in found if _inside(at, quote)) or (found[0],)


def _nearness(at: Span, quote: Span) -> tuple[bool, int]:
    return not _inside(at, quote), abs(at[0] - quote[0])
