"""The id that a thing gets from its own words: a slug, or a digest of what an act is made of.

An id never holds an identifier (learning one renames nothing) and depends only on what the
ontology calls the thing's identity, so that stories that never saw each other agree on it. A
thing that is only described ("the brokerage") gets an id of its own story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.reference.names import firm_key, name_key
from kg.reference.universe import universe
from kg.resolve.acts import ACTS, deal_sort
from kg.resolve.names import holds, singular, slug_of, surfaces
from schemas.claim import Thing
from schemas.evidence import digest

OF_STORY = frozenset({"Firm", "Person", "Agency", "Place"})
"""Labels of which a mere description ("the brokerage") means a thing of its story alone."""
COMMON = frozenset({"Product", "Commodity", "Industry", "Indicator"})
"""Labels that common nouns name, in the singular or the plural."""
ID = 12  # hex digits of an act's digest: 48 bits, no collision among millions of acts


@dataclass(frozen=True, slots=True)
class End:
    """What a part of a thing points at: its node ('' if there is none), and its names."""

    node: str
    name: str
    called: tuple[str, ...] = ()


Find = Callable[[str], End]


def part(thing: Thing, role: str) -> str:
    """The first part in that role, or nothing."""
    return next((value for r, value in thing.parts if r == role), "")


def ends(thing: Thing, role: str, find: Find) -> list[End]:
    """What the parts in that role point at, in the order of the parts."""
    return [find(v) for r, v in thing.parts if r == role and v and not v.startswith("?")]


def iso2(value: str) -> str:
    """The country code of "CN" or "country:CN"."""
    return value.rpartition(":")[2].upper()


def own_node(thing: Thing, story_id: str, find: Find, base: str = "", told: str = "") -> str:
    """The thing's id by its own words; `find` gives what its parts point at.

    `base` is the slug of the reference node that a regional industry or a country's indicator is
    a part of; `told` is the month of the story.
    """
    prefix = thing.label.lower()
    if thing.label == "Deal" and (parties := _parties(thing, find)):
        return deal_node(deal_sort(name_key(part(thing, "kind")), thing.name), parties, told)
    if thing.label in ACTS:
        made_of = (_policy(thing, find) if thing.label == "Policy" else ()) or (story_id, thing.key)
        return f"{prefix}:{digest(*made_of, size=ID)}"
    words = _WORDS[thing.label](thing, find, base) if thing.label in _WORDS else _name(thing)
    scope = f"-{digest(story_id, thing.key, size=8)}" if _only_described(thing) else ""
    return f"{prefix}:{slug_of(words)}{scope}"


def _only_described(thing: Thing) -> bool:
    sorts = {m.sort for m in thing.mentions}
    return thing.label in OF_STORY and bool(sorts) and "name" not in sorts and not thing.aliases


def _name(thing: Thing) -> str:
    common = thing.label in COMMON and not any(m.sort == "name" for m in thing.mentions)
    return singular(thing.name) if common else thing.name


def _firm(thing: Thing, _: Find, __: str) -> str:
    return firm_key(thing.name) or thing.name


def _product(thing: Thing, find: Find, _: str) -> str:
    for maker in ends(thing, "maker", find)[:1]:
        names = [firm_key(n) or n for n in (maker.name, *maker.called)]
        if not any(holds(thing.name, n) for n in names):
            return f"{names[0]} {_name(thing)}"
    return _name(thing)


def _industry(thing: Thing, find: Find, base: str) -> str:
    """The topic, then the region that it is limited to."""
    topic = base or singular(part(thing, "industry")) or _name(thing)
    regions = sorted({e.name for e in ends(thing, "region", find)})
    return " ".join([topic, *(r for r in regions if not holds(topic, r))])


def _place(thing: Thing, _: Find, __: str) -> str:
    return f"{thing.name} {iso2(part(thing, 'country'))}".strip()


def _indicator(thing: Thing, _: Find, base: str) -> str:
    return f"{iso2(part(thing, 'country'))} {base or _name(thing)}".strip()


def _policy(thing: Thing, find: Find) -> tuple[str, ...]:
    """Issuer, family and main object; nothing where neither issuer nor object is said."""
    issuers = [_ruler(e) for e in ends(thing, "issuer", find)]
    issuer = issuers[0] if issuers else ""
    objects = [_mark(e) for e in ends(thing, "object", find)]
    target = next((o for o in objects if o != issuer), "")
    family = name_key(part(thing, "family") or part(thing, "kind"))
    if issuer or target:
        return ("policy", issuer, family, target)
    named = surfaces(thing)
    return ("policy", name_key(thing.name)) if named else ()


def _ruler(issuer: End) -> str:
    """The issuer, an agency by the country that it acts for: one curb has many spokesmen."""
    known = universe().by_node(issuer.node) if issuer.node.startswith("agency:") else None
    return f"country:{known.country}" if known and known.country else _mark(issuer)


def _mark(end: End) -> str:
    return end.node or name_key(end.name)


def _parties(thing: Thing, find: Find) -> list[str]:
    """The parties; nothing for fewer than two, which would merge all deals of one firm."""
    parties = sorted({_mark(e) for e in ends(thing, "party", find)})
    return parties if len(parties) > 1 else []


def deal_node(sort: str, parties: Iterable[str], told: str) -> str:
    """The id of a deal of that sort between these, of which a story of that month tells.

    It holds the year, so that two deals can be told apart; the register joins what is one.
    """
    return f"deal:{digest('deal', sort, *sorted(parties), *filter(None, [told[:4]]), size=ID)}"


_WORDS: dict[str, Callable[[Thing, Find, str], str]] = {
    "Firm": _firm, "Product": _product, "Industry": _industry, "Place": _place,
    "Indicator": _indicator,
}  # fmt: skip
