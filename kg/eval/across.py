"""Whether the same thing has the same node in every story, and only that thing.

Who is who is said by a file beside the gold; without one, things of one label and one name are one,
things that share no name are two, and of all others nothing is judged. Bias: doubt counts for
nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from kg.eval.document import IGNORED, Document
from kg.eval.gold import Same
from kg.eval.said import Said
from kg.eval.tally import Kind, Tally
from kg.eval.wording import folded, short

__all__ = ["Across", "Wrongly", "compare"]

Spot = tuple[str, str]
"""A story and one of its things."""


@dataclass(frozen=True, slots=True)
class Wrongly:
    """Two things of two stories that were made one, or were not and should have been."""

    one: tuple[str, str]
    other: tuple[str, str]
    merged: bool


@dataclass(slots=True)
class Across:
    """Pairs of things, counted by the two stories that they stand in."""

    tallies: dict[tuple[str, ...], dict[Kind, Tally]] = field(default_factory=dict)
    wrong: list[Wrongly] = field(default_factory=list)

    def count(self, pair: tuple[Spot, Spot], label: str, *, same: bool, merged: bool) -> None:
        """One more pair, right or wrong."""
        stories = self.tallies.setdefault((pair[0][0], pair[1][0]), defaultdict(Tally))
        for kind in ("", label):
            tally = stories["merging", kind]
            tally.tp += same and merged
            tally.fp += merged and not same
            tally.fn += same and not merged


def compare(
    documents: Sequence[Document], said: Mapping[str, Iterable[Said]], same: Same | None
) -> Across:
    """Every two things of two stories that are one, or that were read as one."""
    nodes = _nodes(documents, said)
    identity = _stated(nodes, same) if same else _named(nodes, documents)
    things = {(d.gold.id, t.id): t for d in documents for t in d.gold.entities}
    found = Across()
    for pair in sorted({*_pairs(nodes), *_pairs({s: {n} for s, n in identity.one.items()})}):
        if not identity.judges(*pair):
            continue
        one, other = (things[spot] for spot in pair)
        same_thing = identity.same(*pair)
        merged = bool(nodes[pair[0]] & nodes[pair[1]])
        found.count(pair, one.type, same=same_thing, merged=merged)
        if same_thing != merged:
            named = (pair[0][0], one.name), (pair[1][0], other.name)
            found.wrong.append(Wrongly(*named, merged=merged))
    return found


def _nodes(
    documents: Sequence[Document], said: Mapping[str, Iterable[Said]]
) -> dict[Spot, set[Hashable]]:
    """The nodes that each annotated thing was read as."""
    found: dict[Spot, set[Hashable]] = defaultdict(set)
    for document in documents:
        for one in said[document.gold.id]:
            for name, label, node in one.ends():
                thing = document.find(name, label)
                if node and thing and thing != IGNORED:
                    found[document.gold.id, thing].add(node)
    return dict(found)


def _pairs(nodes: Mapping[Spot, set[Hashable]]) -> Iterator[tuple[Spot, Spot]]:
    """Things of different stories that have something in common, each pair in order."""
    holders: dict[Hashable, list[Spot]] = defaultdict(list)
    for spot in sorted(nodes):
        for node in nodes[spot]:
            holders[node].append(spot)
    for spots in holders.values():
        yield from (pair for pair in combinations(spots, 2) if pair[0][0] != pair[1][0])


@dataclass(slots=True)
class _Identity:
    """Who is who: the group of each thing, the names that leave doubt, and what is not judged."""

    one: dict[Spot, Hashable] = field(default_factory=dict)
    names: dict[Spot, set[str]] = field(default_factory=dict)
    contested: set[Spot] = field(default_factory=set)

    def same(self, one: Spot, other: Spot) -> bool:
        group = self.one.get(one)
        return group is not None and group == self.one.get(other)

    def judges(self, one: Spot, other: Spot) -> bool:
        if {one, other} & self.contested:
            return False
        doubt = self.names.get(one, set()) & self.names.get(other, set())
        return self.same(one, other) or not doubt


def _stated(nodes: Iterable[Spot], same: Same) -> _Identity:
    """Who is who as the file beside the gold says it."""
    known, found = set(nodes), _Identity()
    for number, cluster in enumerate(same.clusters):
        for spot in {(m.story, m.id) for m in cluster.members} & known:
            if cluster.contested:
                found.contested.add(spot)
            else:
                found.one[spot] = number
    return found


def _named(nodes: Iterable[Spot], documents: Sequence[Document]) -> _Identity:
    """Who is who as the annotated names say it."""
    known, found = set(nodes), _Identity()
    for document in documents:
        for thing in document.gold.entities:
            if (spot := (document.gold.id, thing.id)) in known:
                found.one[spot] = (thing.type, short(folded(thing.name)))
                found.names[spot] = {short(folded(n)) for n in (thing.name, *thing.aliases)}
    return found
