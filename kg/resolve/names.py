"""Names as keys: what a story calls a thing, and which of it is worth remembering.

Bias: a word that any firm or ministry could be called by is no name; it is left out rather than
letting two things meet in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.lexicon import AGENCY_WORDS, FIRM_WORDS, GROUP_HEADS, PLACE_WORDS, TITLE_WORDS
from kg.reference.names import name_key, slug
from kg.resolve.register import own_key
from schemas.claim import Thing
from schemas.evidence import digest

__all__ = ["digits", "holds", "short_names", "singular", "slug_of", "squeeze", "surfaces"]

SHORTEST = 3  # letters; two are an abbreviation that many things share
CALLED = frozenset({"Firm", "Person", "Agency", "Product", "Place"})  # labels with short names
_GENERIC = AGENCY_WORDS | FIRM_WORDS | GROUP_HEADS | PLACE_WORDS | TITLE_WORDS


def squeeze(text: str) -> str:
    """The text on one line with single spaces."""
    return " ".join(text.split())


def surfaces(thing: Thing) -> tuple[str, ...]:
    """What the story calls the thing by name, sorted; no descriptions, no pronouns."""
    named = {m.text for m in thing.mentions if m.sort == "name"}
    return tuple(sorted({squeeze(n) for n in named | set(thing.aliases)} - {""}))


def digits(name: str) -> tuple[str, ...]:
    """The numbers in a name, in order: names that differ in them are never the same."""
    return tuple(re.findall(r"\d+", name))


def holds(name: str, part: str) -> bool:
    """Whether the name has the part's words in it, as whole words."""
    key = name_key(part)
    return bool(key) and f" {key} " in f" {name_key(name)} "


def singular(text: str) -> str:
    """The text with its last word in the singular, for common nouns only."""
    if len(text) > 4 and text.endswith("ies"):
        return text[:-3] + "y"
    if text.endswith(("sses", "shes", "ches", "xes")):
        return text[:-2]
    regular = len(text) > 3 and text.endswith("s") and not text.endswith(("ss", "us", "is"))
    return text[:-1] if regular else text


def slug_of(text: str) -> str:
    """The text as a slug; a digest where it has no letter that a slug could keep."""
    return slug(text) or digest(squeeze(text), size=12)


def short_names(label: str, name: str, called: Iterable[str]) -> tuple[str, ...]:
    """The keys, other than the name's own, of what a story calls a thing; sorted."""
    if label not in CALLED:
        return ()
    keys = {own_key(label, text) for text in called if any(c.isupper() for c in text)}
    return tuple(sorted(k for k in keys - {own_key(label, name)} if _tells(k)))


def _tells(key: str) -> bool:
    return len(key) >= SHORTEST and not all(w in _GENERIC for w in key.split())
