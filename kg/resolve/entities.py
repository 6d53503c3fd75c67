"""The nodes of one story: names to show, aliases, identifiers, properties, where mentioned.

A reference node has the name that the universe gives it; claims show the story's own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.reference.known import Known
from kg.reference.universe import universe
from kg.resolve.links import Link, Links
from kg.resolve.names import short_names, squeeze, surfaces
from kg.resolve.nodes import iso2
from schemas.claim import Entity
from schemas.evidence import Story

POINTING = {
    "issuer": "issuer", "object": "object", "party": "parties", "maker": "maker",
    "region": "region", "industry": "industry",
}  # fmt: skip
"""Roles of parts that point at another node, with the property that they become."""
PLAIN = frozenset(
    {"kind", "family", "flow", "state", "scope", "value", "currency", "premium", "rate", "role"}
)

Mentioned = tuple[str, int, int, str]
Called = tuple[str, str, str]


def entities(links: Links) -> tuple[Entity, ...]:
    """One entity a node, sorted by node; things that met in one node are one."""
    return tuple(_entity(links, group) for group in _by_node(links))


def names(links: Links) -> tuple[Called, ...]:
    """The (node, label, short key) by which the story also calls its nodes, sorted.

    A short name that the universe knows for anything but the node is left out.
    """
    found: set[Called] = set()
    for group in _by_node(links):
        first = group[0]
        called = {n for link in group for n in (link.thing.name, *surfaces(link.thing))}
        for short in short_names(first.label, _name(group), called):
            owners = {k.node for k in universe().find(short, first.label)}
            if owners <= {first.node}:
                found.add((first.node, first.label, short))
    return tuple(sorted(found))


def mentions(story: Story, links: Links) -> tuple[Mentioned, ...]:
    """Every (node, start, end, surface) in source offsets, sorted; the surface as in the source."""
    found = set()
    for link in links:
        for mention in link.thing.mentions:
            start, end = story.span(mention.start, mention.end)
            found.add((link.node, start, end, story.source.text[start:end]))
    return tuple(sorted(found))


def shown(links: Links) -> dict[str, str]:
    """The name that the story's claims show for every node."""
    return {group[0].node: _told(group) for group in _by_node(links)}


def _by_node(links: Links) -> list[list[Link]]:
    groups: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        groups[link.node].append(link)
    return [groups[node] for node in sorted(groups)]


def _name(group: Sequence[Link]) -> str:
    if group[0].known:
        return group[0].known.name
    return min((squeeze(link.name) for link in group), key=lambda n: (-len(n), n))


def _told(group: Sequence[Link]) -> str:
    """The story's own name for the node, the fullest if it has several."""
    return min((squeeze(link.thing.name) for link in group), key=lambda n: (-len(n), n))


def _entity(links: Links, group: Sequence[Link]) -> Entity:
    first, name = group[0], _name(group)
    called = {n for link in group for n in (squeeze(link.name), *surfaces(link.thing))}
    called |= {squeeze(link.thing.name) for link in group if surfaces(link.thing)}
    identifiers = {i for link in group for i in link.thing.identifiers}
    identifiers |= set(first.known.identifiers) if first.known else set()
    return Entity(
        node=first.node,
        label=first.label,
        name=name,
        told=_told(group),
        aliases=tuple(sorted(called - {name, ""})),
        identifiers=tuple(sorted(identifiers)),
        properties=tuple(sorted({p for link in group for p in _properties(links, link)})),
    )


def _properties(links: Links, link: Link) -> Iterator[tuple[str, str]]:
    if link.known:
        yield from _reference(link.known)
        return
    if link.group:
        yield ("industry" if link.label == "Industry" else "series"), link.group
    if link.label == "Deal" and links.told:
        yield "last_told", links.told
    for role, value in link.thing.parts:
        if role == "country" and value:
            yield "country", iso2(value)
        elif role in PLAIN and value:
            yield role, value
        elif role in POINTING and value and not value.startswith("?"):
            end = links.find(value)
            if end.node or link.label != "Industry" or role != "industry":
                yield POINTING[role], end.node or end.name


def _reference(known: Known) -> list[tuple[str, str]]:
    found = [("known", "1"), ("country", known.country or ""), ("kind", known.kind or "")]
    return [p for p in found if p[1]] + [("industry", f"industry:{i}") for i in known.industries]
