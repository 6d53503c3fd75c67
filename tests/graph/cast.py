"""The made-up things that generated stories speak of, odd names among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from schemas.base import state_edges
from schemas.evidence import digest

T = TypeVar("T")
SYLLABLES = "bar cel dun fos gil hov jas kem lor mav nis pel rud sor tam vek wex yor zin".split()
KINDS = ("Metals", "Foods", "Shipping", "Bank", "Works")
ODD = (
    'O\'Rell & "Sons"',
    "نفط الخليج",
    "אבן ושות'",
    "🍜 Noodle ⚡ Works",
    "back\\slash Ltd",
    "{x: 1}) DETACH DELETE n //",
    "'; DROP TABLE stories; --",
    "U\u0308ni\u0301code AG",
    "Ünïcode AG",
    "a`b`c",
    "$name",
    "%s {0} %d",
    "<b>Bold</b> & Co",
    "two\nlines\tand a tab",
    "👩‍🏭 Mills",
    "\u202eevorp\u202c Holdings",
    "NULL",
    "0",
    "x" * 300,
)
"""Names that a store must give back as they are: other scripts, quotes, code, what is no word."""
OTHERS = 16
"""Things of each label but Firm, the odd ones left aside."""


class Player(NamedTuple):
    """One thing: its node, and all that some story may say of it."""

    node: str
    label: str
    name: str
    shorts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()


class Chance:
    """Numbers that look random and are always the same for the same seed."""

    def __init__(self, *seed: object) -> None:
        self._state = int(digest(*map(str, seed)), 16)

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % limit

    def one(self, of: Sequence[T]) -> T:
        """One of these."""
        return of[self.below(len(of))]

    def some(self, of: Sequence[T], most: int) -> list[T]:
        """Up to `most` of these, some of them twice."""
        return [self.one(of) for _ in range(self.below(most + 1))] if of else []

    def early(self, of: Sequence[T]) -> T:
        """One of these, the first ones more often: a few firms are in all the papers."""
        return of[self.below(self.below(len(of)) + 1)]

    def yes(self, percent: int) -> bool:
        """Whether something happens that happens so often."""
        return self.below(100) < percent


@lru_cache
def cast() -> dict[str, tuple[Player, ...]]:
    """Every thing by label; all labels that an edge type allows at an end."""
    labels = sorted({label for kind in state_edges() for label in (*kind.head, *kind.tail)})
    return {label: (*_plain(label), *_odd(label)) for label in labels}


def _plain(label: str) -> Iterator[Player]:
    if label == "Firm":
        yield from _firms()
        return
    for at in range(OTHERS):
        name = f"{_word(at, label)} {label}"
        short = (_word(at, label),) if at % 3 == 0 else ()
        given = ((("kind", "ban" if at % 2 else "levy"), ("scope", "1"))) if at % 4 else ()
        yield Player(node_of(label, name), label, name, short, (f"{name} (old)",), (), given)


def _firms() -> Iterator[Player]:
    """Families of firms: names that begin alike, number differently, share identifiers."""
    for at in range(40):
        word = _word(at, "firm")
        shared = ("isin", f"XX{at:010d}")
        for number, name in enumerate(
            (word, f"{word} {KINDS[at % 5]}", f"{word} {KINDS[at % 5]} Group plc", f"{word} 2")
        ):
            held = ((shared,) if at % 7 == number else ()) + (("ticker", f"{word[:3]}{number}"),)
            held += (("lei", f"LEI{at:04d}{number}"),) if at % 5 == 0 else ()
            given = (("known", "1"),) if (at + number) % 11 == 0 else (("country", "country:no"),)
            yield Player(node_of("Firm", name), "Firm", name, (word,), (f"{word}co",), held, given)


def _odd(label: str) -> Iterator[Player]:
    for at, name in enumerate(ODD):
        if label == "Firm" or at % 5 == len(label) % 5:
            odd = ((("note", name),)) if at % 2 else ()
            yield Player(f"{label.lower()}:{name}", label, name, (name[:4],), (), (), odd)


def node_of(label: str, name: str) -> str:
    """The node of a plain name."""
    return f"{label.lower()}:{name.lower().replace(' ', '-')}"


def _word(at: int, salt: str) -> str:
    chance = Chance("word", salt, at)
    return (chance.one(SYLLABLES) + chance.one(SYLLABLES) + chance.one("aeiou")).title()
