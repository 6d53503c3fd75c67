"""What stories together say of a node: sets that only grow, so that order cannot matter.

Bias: a property that two stories give differently keeps the greater text, by rule and not by luck.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.reference.names import firm_key, name_key
from schemas.base import labels
from schemas.claim import Claim, Entity, Resolved

OWN, ALIAS, IDENTIFIER, CALLED = range(4)
"""How a name belongs to a node, best first: its name, an alias, an identifier, a short name."""

_PARTS = ("names", "aliases", "called", "identifiers", "properties")


@dataclass(slots=True)
class Facts:
    """The union of what stories say of one node; `names` and `called` are (label, text)."""

    names: set[tuple[str, str]] = field(default_factory=set)
    aliases: set[tuple[str, str]] = field(default_factory=set)
    called: set[tuple[str, str]] = field(default_factory=set)
    identifiers: set[tuple[str, str]] = field(default_factory=set)
    properties: set[tuple[str, str]] = field(default_factory=set)

    def add(self, entity: Entity) -> None:
        """Take in what one story says of the node."""
        self.names.add((entity.label, entity.name))
        self.aliases.update((entity.label, a) for a in entity.aliases)
        self.identifiers.update(entity.identifiers)
        self.properties.update(entity.properties)

    def update(self, other: Facts) -> None:
        """Take in all that another record says."""
        for part in _PARTS:
            getattr(self, part).update(getattr(other, part))

    def size(self) -> int:
        """How much is known: grows with every new fact."""
        return sum(len(getattr(self, part)) for part in _PARTS)

    def label(self) -> str:
        """The node's label: the least, should stories disagree."""
        return min(label for label, _ in self.names or self.called)

    def name(self) -> str:
        """The name to show: the longest, then the least."""
        found = {name for _, name in self.names or self.called}
        return min(found, key=lambda n: (-len(n), n))

    def entities(self, node: str) -> list[Entity]:
        """The facts as entities again, one for each name: what a register learns from."""
        shared = tuple(sorted(self.identifiers)), tuple(sorted(self.properties))
        return [
            Entity(node=node, label=label, name=name, identifiers=shared[0], properties=shared[1])
            for label, name in sorted(self.names)
        ]

    def keys(self) -> dict[str, int]:
        """Every key that the node can be found by, with how well it fits (`OWN` … `CALLED`)."""
        found: dict[str, int] = {}
        for rank, pairs in ((OWN, self.names), (ALIAS, self.aliases), (CALLED, self.called)):
            for _, text in pairs:
                for key in (name_key(text), firm_key(text)):
                    found[key] = min(rank, found.get(key, rank))
        for _, value in self.identifiers:
            key = name_key(value)
            found[key] = min(IDENTIFIER, found.get(key, IDENTIFIER))
        found.pop("", None)
        return found

    def json(self) -> str:
        """The facts as canonical JSON."""
        return json.dumps({p: sorted(getattr(self, p)) for p in _PARTS}, ensure_ascii=False)

    @classmethod
    def parse(cls, text: str) -> Facts:
        """The facts from their JSON."""
        return cls(**{p: {(a, b) for a, b in pairs} for p, pairs in json.loads(text).items()})


def search_keys(name: str) -> set[str]:
    """The keys under which a name that a user typed may stand."""
    return {name_key(name), firm_key(name)} - {""}


def told_of(resolved: Resolved) -> list[Entity]:
    """The story's entities, sorted; an end of a claim that it does not list is one of them."""
    listed = {(e.node, e.label, e.name): e for e in resolved.entities}
    nodes = {e.node for e in resolved.entities}
    for node, label, name in sorted(_ends(resolved.claims)):
        if node and node not in nodes:
            listed[node, label, name] = Entity(node=node, label=label, name=name)
    return [listed[key] for key in sorted(listed)]


def _ends(claims: Iterable[Claim]) -> set[tuple[str, str, str]]:
    heads = {(c.head_node, c.head_type, c.head) for c in claims}
    return heads | {(c.tail_node, c.tail_type, c.tail) for c in claims}


def gather(
    told: Iterable[tuple[Sequence[Entity], Sequence[tuple[str, str, str]]]],
) -> dict[str, Facts]:
    """The facts of every node in these stories' (entities, names)."""
    found: dict[str, Facts] = {}
    for entities, names in told:
        for entity in entities:
            found.setdefault(entity.node, Facts()).add(entity)
        for node, label, short in names:
            found.setdefault(node, Facts()).called.add((label, short))
    return found


def entity_of(node: str, members: Mapping[str, Facts]) -> Entity:
    """The present entity of a cluster: its chief's name and label, everyone's names and facts."""
    chief, all_ = members[node], Facts()
    for facts in members.values():
        all_.update(facts)
    name = chief.name()
    names = {text for _, text in all_.names | all_.aliases | all_.called}
    single = _properties(all_.properties) | _properties(chief.properties - _latest(all_))
    more = all_.properties - single.items()
    properties = {*single.items(), *(pair for pair in more if pair[0] in _many())}
    return Entity(
        node=node,
        label=chief.label(),
        name=name,
        aliases=tuple(sorted(names - {name})),
        identifiers=tuple(sorted(all_.identifiers)),
        properties=tuple(sorted(properties)),
    )


def _latest(all_: Facts) -> set[tuple[str, str]]:
    """What is true of the whole cluster, whatever its chief alone says."""
    return {pair for pair in all_.properties if pair[0] == "last_told"}


def _many() -> set[str]:
    """The properties of which a node has several values, such as a deal's parties."""
    kinds = labels().values()
    return {p.name for kind in kinds for p in kind.properties if p.kind == "strings"}


def _properties(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return dict(sorted(pairs))
