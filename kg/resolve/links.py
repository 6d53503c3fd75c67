"""Every thing of one story with its node: parts first, since a policy is made of its issuer.

Bias: where things are parts of each other in a circle, the part is taken by its bare name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.reference.known import Known
from kg.reference.universe import universe
from kg.resolve.candidates import Evidence, match
from kg.resolve.names import surfaces
from kg.resolve.nodes import End, ends, iso2, own_node
from schemas.claim import Draft, Extraction, Thing

HOLDING = frozenset({"asserted", "completed"})
UNLINKED = "-unlinked"
"""Ends the id of a thing that could be several, where its slug is the id of one of them."""


@dataclass(frozen=True, slots=True)
class Link:
    """A thing and its node; `known` where it is a reference node, `candidates` where several fit.

    `group` is the reference node that a regional industry or a country's indicator is part of.
    """

    thing: Thing
    node: str
    label: str
    name: str
    known: Known | None = None
    candidates: tuple[str, ...] = ()
    group: str = ""


class Links:
    """The links of one extraction by the key of the thing; a pure function of the extraction.

    `told` is the month in which its story tells of it all, where that is known.
    """

    def __init__(self, extraction: Extraction, told: str = "") -> None:
        self._story, self.told = extraction.story_id, told
        self._things = {t.key: t for t in sorted(extraction.things, key=_order)}
        self._located = _located(extraction.drafts, self._things)
        self._open: set[str] = set()
        self._done: dict[str, Link] = {}
        for key in sorted(self._things):
            self.of(key)

    def __iter__(self) -> Iterator[Link]:
        return (self._done[key] for key in sorted(self._done))

    def get(self, key: str) -> Link | None:
        """The link of the thing of that key, if there is one."""
        return self._done.get(key)

    def of(self, key: str) -> Link:
        """The link of a thing, made at its first use; KeyError if there is no such thing."""
        if key not in self._done:
            self._open.add(key)
            self._done[key] = self._link(self._things[key])
            self._open.discard(key)
        return self._done[key]

    def find(self, value: str) -> End:
        """What a part points at: a thing of the story, a reference node, or a bare name."""
        if value in self._things and value not in self._open:
            link = self.of(value)
            return End(link.node, link.name, surfaces(link.thing))
        name = self._things[value].name if value in self._things else value
        known = universe().by_node(value) or _only(universe().find(name))
        return End(known.node, known.name) if known else End("", name)

    def _link(self, thing: Thing) -> Link:
        found = match(thing, self._evidence(thing))
        group = found.known.node if found.known and _is_part(thing, found.known) else ""
        if found.known and not group:
            known = found.known
            return Link(thing, known.node, known.label, known.name, known)
        if thing.known.startswith(f"{thing.label.lower()}:") and not group:
            return Link(thing, thing.known, thing.label, thing.name)
        node = own_node(thing, self._story, self.find, group.partition(":")[2], self.told)
        same = universe().by_node(node)
        if same and not found.candidates:
            return Link(thing, same.node, same.label, same.name, same)
        node += UNLINKED if same else ""
        return Link(thing, node, thing.label, thing.name, None, found.candidates, group)

    def _evidence(self, thing: Thing) -> Evidence:
        countries = {iso2(v) for r, v in thing.parts if r == "country"}
        industries = {e.node.partition(":")[2] for e in ends(thing, "industry", self.find)}
        located = self._located.get(thing.key, set())
        return Evidence(frozenset(countries | located), frozenset(industries))


def _order(thing: Thing) -> tuple[str, str, str]:
    return thing.key, thing.label, thing.name


def _only(found: Iterable[Known]) -> Known | None:
    nodes = {k.node: k for k in found}
    return next(iter(nodes.values())) if len(nodes) == 1 else None


def _is_part(thing: Thing, known: Known) -> bool:
    """Whether the story speaks of a part of what is known: one region's makers, one land's rate."""
    roles = {r for r, v in thing.parts if v and v[0] != "?"}
    if known.label == "Indicator":
        return "country" in roles and not known.country
    return known.label == "Industry" and "region" in roles


def _located(drafts: Iterable[Draft], things: dict[str, Thing]) -> dict[str, set[str]]:
    """Countries (ISO 3166-1 alpha-2) in which the story itself says that a thing is."""
    found: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.type == "LOCATED_IN" and draft.status in HOLDING and draft.tail in things:
            node = things[draft.tail].known
            if node.startswith("country:"):
                found[draft.head].add(iso2(node))
    return found
