"""Which thing of the reference universe is meant: identifier, given node, name, alias.

Bias: several that fit, and nothing in the story that settles it, is no link at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract.lexicon import GROUP_HEADS, SECTOR_HEADS
from kg.reference.known import Known
from kg.reference.universe import universe
from kg.resolve.names import digits, holds, singular, surfaces
from schemas.claim import Thing

SCHEMES = ("lei", "isin", "ric", "ticker", "mic")
"""Identifier schemes, the surest first; any other comes after them in the order of its name."""
QUOTED = frozenset({"Firm", "Index", "Exchange", "Indicator", "Commodity"})
"""Labels that quote codes stand for; a code may correct one of these into another."""
ACTS = frozenset({"Policy", "Deal"})


@dataclass(frozen=True, slots=True)
class Match:
    """The one that is meant, or the several that it could be, or neither."""

    known: Known | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What else a story says of a thing: countries (ISO 3166-1 alpha-2), slugs of industries."""

    countries: frozenset[str] = frozenset()
    industries: frozenset[str] = frozenset()


def match(thing: Thing, evidence: Evidence) -> Match:
    """The reference node for the thing, in the order of the rules of identity."""
    known = None if thing.label in ACTS else _identified(thing)
    known = known or (universe().by_node(thing.known) if thing.known else None)
    if known or thing.known or thing.label in ACTS:
        return Match(known)
    found = _by_name(thing) or _by_alias(thing)
    return _settle(found, evidence)


def _identified(thing: Thing) -> Known | None:
    for scheme, value in sorted(thing.identifiers, key=_surest):
        known = universe().by_identifier(scheme, value)
        if known and (known.label == thing.label or {known.label, thing.label} <= QUOTED):
            return known
    return None


def _surest(identifier: tuple[str, str]) -> tuple[int, str, str]:
    scheme, value = identifier
    rank = SCHEMES.index(scheme) if scheme in SCHEMES else len(SCHEMES)
    return rank, scheme, value


def _by_name(thing: Thing) -> list[Known]:
    """Those that its name fits, or for a group of makers the topic that the name is about."""
    tries = [thing.name, *(_topics(thing) if thing.label == "Industry" else ())]
    return next((f for n in tries if (f := _distinct(universe().find(n, thing.label)))), [])


def _topics(thing: Thing) -> Iterator[str]:
    """Of "auto parts plants" also "auto parts": the last word only says that someone makes it."""
    for topic in (v for r, v in thing.parts if r == "industry"):
        yield topic
        head, _, last = topic.rpartition(" ")
        if head and singular(last) in GROUP_HEADS | SECTOR_HEADS:
            yield head


def _by_alias(thing: Thing) -> list[Known]:
    """Those that another name of the thing fits; a mere part of its name is no other name."""
    others = [
        a for a in surfaces(thing) if not holds(thing.name, a) and digits(a) == digits(thing.name)
    ]
    return _distinct(k for a in others for k in universe().find(a, thing.label))


def _distinct(found: Iterable[Known]) -> list[Known]:
    return sorted({k.node: k for k in found}.values(), key=lambda k: k.node)


def _settle(found: Sequence[Known], evidence: Evidence) -> Match:
    if len(found) <= 1:
        return Match(found[0] if found else None)
    left = [k for k in found if k.country in evidence.countries] or list(found)
    if len(left) > 1:
        left = [k for k in left if evidence.industries & set(k.industries)]
    return Match(left[0]) if len(left) == 1 else Match(None, tuple(k.node for k in found))
