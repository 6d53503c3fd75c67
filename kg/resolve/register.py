"""Who is who: every node's present node, from names, identifiers and recorded judgements.

A node stays itself unless exactly one other node answers to its name; a name that two nodes
share is reported, not settled. Bias: two nodes too many rather than one too few. The outcome is
a function of the sets alone: order and repetition of what comes in do not matter, and the
incremental `Register` equals `identity` over all it was given.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kg.reference.names import firm_key, name_key
from kg.resolve.filing import Filing
from kg.resolve.judged import Pair, active, check, judgement, judgement_id
from schemas.claim import Entity
from schemas.judgement import Judgement

__all__ = [
    "Register", "ambiguous", "check", "identity", "judgement", "judgement_id", "own_key",
]  # fmt: skip

Name = tuple[str, str, str]
Slot = tuple[str, ...]
IDENTIFIERS = frozenset({"isin", "lei", "ric"})
"""Schemes whose values belong to one thing only; a ticker alone does not (it needs its MIC)."""


def identity(
    entities: Iterable[Entity], names: Iterable[Name], judgements: Sequence[Judgement]
) -> dict[str, str]:
    """Every node's present node; JudgementConflict if the judgements cannot all hold."""
    return dict(_filled(entities, names, judgements).now)


def ambiguous(
    entities: Iterable[Entity], names: Iterable[Name], judgements: Sequence[Judgement]
) -> dict[str, tuple[str, ...]]:
    """The nodes left as they are because several others answer to their name, with those."""
    register = _filled(entities, names, judgements)
    found = {node: register.candidates(node) for node in register.now}
    return {n: c for n, c in sorted(found.items()) if len(c) > 1}


def own_key(label: str, name: str) -> str:
    """The key under which a name is compared: firms without their legal form."""
    return firm_key(name) if label == "Firm" else name_key(name)


def _filled(
    entities: Iterable[Entity], names: Iterable[Name], judgements: Sequence[Judgement]
) -> Register:
    register = Register(judgements)
    register.update(register.learn(entities, names))
    return register


class Register:
    """The same mapping kept up to date: `learn` facts, then `update` what they touch.

    `now` is every node's present node. The links are: judged merges, shared identifiers, and a
    short name that only one other node is called by; `base` is the outcome of the first two. Acts
    made of the same things share a slot like an identifier (`kg.resolve.acts`).
    """

    def __init__(self, judgements: Sequence[Judgement] = ()) -> None:
        merges, splits = active(judgements)
        self.now: dict[str, str] = {}
        self._base: dict[str, str] = {}
        self._merges, self._splits = _together(merges), _both_ways(splits)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._known: set[str] = set()
        self._own: dict[str, set[Slot]] = defaultdict(set)
        self._called: dict[str, set[Slot]] = defaultdict(set)
        self._held: dict[str, set[Slot]] = defaultdict(set)
        self._members: dict[Slot, set[str]] = defaultdict(set)
        self._link: dict[str, str] = {}
        self._linked: dict[str, set[str]] = defaultdict(set)
        self._filing = Filing()

    def learn(self, entities: Iterable[Entity], names: Iterable[Name]) -> set[str]:
        """Take in facts; gives the nodes of which something new was learnt."""
        return {e.node for e in entities if self._entity(e)} | {
            node for node, label, short in names if self._short(node, label, short)
        }

    def _entity(self, entity: Entity) -> bool:
        node, before = entity.node, self._size(entity.node)
        self.now.setdefault(node, "")
        self._names[node].add(entity.name)
        self._file(self._own[node], "own", entity.label, own_key(entity.label, entity.name), node)
        for scheme, value in entity.identifiers:
            if scheme.lower() in IDENTIFIERS:
                sort = f"id:{scheme.lower()}"
                self._file(self._held[node], sort, entity.label, value.strip().upper(), node)
        self._filing.learn(entity)
        if ("known", "1") in entity.properties:
            self._known.add(node)
        return self._size(node) != before

    def _short(self, node: str, label: str, short: str) -> bool:
        before = self._size(node)
        self.now.setdefault(node, "")
        self._file(self._called[node], "called", label, own_key(label, short), node)
        return self._size(node) != before

    def _file(self, slots: set[Slot], sort: str, label: str, key: str, node: str) -> None:
        if key:
            slots.add((sort, label, key))
            self._members[sort, label, key].add(node)

    def _size(self, node: str) -> tuple[bool, bool, int]:
        held = (self._names, self._own, self._called, self._held)
        size = sum(len(of[node]) for of in held if node in of) + self._filing.size(node)
        return node in self.now, node in self._known, size

    def update(self, touched: Iterable[str]) -> set[str]:
        """Bring `now` up to date after these nodes; gives those whose present node changed."""
        touched, before = set(touched), dict[str, str]()
        self._settle(touched, before)
        self._settle(self._refile(touched | before.keys()), before)
        return {node for node, was in before.items() if self.now[node] != was}

    def _refile(self, changed: set[str]) -> set[str]:
        """Give acts the slots that they have after these changes; gives all that it touches."""
        moved = self._filing.refile(changed, self.now)
        held = [(n, s) for n in sorted(moved) for s in self._held[n] if s[0] == "act"]
        beside = {m for _, slot in held for m in self._members[slot]}
        for node, slot in held:
            self._held[node].discard(slot)
            self._members[slot].discard(node)
        for node in moved:
            if node in self._filing.slot:
                self._file(self._held[node], "act", "", self._filing.slot[node], node)
        return moved | beside

    def _settle(self, touched: set[str], before: dict[str, str]) -> None:
        """Settle who is who around these nodes; notes the former node of each that changes."""
        near = _closure(touched, self._neighbours)
        groups = self._groups(near, links=False)
        self._base.update({n: min(groups.of(n)) for n in near})
        owners = near.union(*(self._members[s] for n in near for s in self._namesakes(n)))
        seeds = near | {other for n in owners for other in self._relink(n)}
        reach = _closure(seeds, lambda n: self._neighbours(n) | self._links(n))
        groups = self._groups(reach, links=True)
        fresh = {n: self._chief(groups.of(n)) for n in reach}
        for node, to in fresh.items():
            if self.now[node] != to:
                before.setdefault(node, self.now[node])
        self.now.update(fresh)

    def candidates(self, node: str) -> tuple[str, ...]:
        """The other things, one node each, that answer to the node's own name; sorted."""
        if any(n in self._known for n in self._groups_base(node)):
            return ()
        return tuple(sorted({self._base[m] for m in self._callers(node)}))

    def _groups_base(self, node: str) -> set[str]:
        near = _closure({node}, self._neighbours)
        return {n for n in near if self._base[n] == self._base[node]}

    def _callers(self, node: str) -> set[str]:
        """Nodes that some story calls by the node's own name; none if it has a namesake only."""
        callers, namesakes = set(), set()
        for _, label, key in self._own.get(node, ()):
            owners = self._members.get(("own", label, key), set())
            namesakes |= {m for m in owners if self._apart(node, m)}
            callers |= self._members.get(("called", label, key), set()) - owners
        callers = {m for m in callers if self._apart(node, m) and self._may(node, m)}
        return callers | namesakes if callers else set()

    def _apart(self, node: str, other: str) -> bool:
        return self._base[other] != self._base[node]

    def _may(self, node: str, other: str) -> bool:
        return self._digits(node) == self._digits(other) and other not in self._splits.get(node, ())

    def _digits(self, node: str) -> frozenset[str]:
        return frozenset(d for name in self._names[node] for d in re.findall(r"\d+", name))

    def _relink(self, node: str) -> set[str]:
        """Renew the node's short-name link; gives the nodes at both of its ends, old and new."""
        old = self._link.pop(node, None)
        if old is not None:
            self._linked[old].discard(node)
        found = self.candidates(node)
        if len(found) == 1:
            target = min(m for m in self._callers(node) if self._base[m] == found[0])
            self._link[node] = target
            self._linked[target].add(node)
        return {n for n in (node, old, self._link.get(node)) if n is not None}

    def _namesakes(self, node: str) -> set[Slot]:
        slots = self._own.get(node, set()) | self._called.get(node, set())
        return {("own", label, key) for _, label, key in slots}

    def _neighbours(self, node: str) -> set[str]:
        held = (self._members[slot] for slot in self._held.get(node, ()))
        judged = {m for m in self._merges.get(node, ()) if m in self.now}
        return judged.union(*held)

    def _links(self, node: str) -> set[str]:
        ends = {self._link[node]} if node in self._link else set()
        return ends | self._linked.get(node, set())

    def _groups(self, nodes: set[str], *, links: bool) -> _Groups:
        groups = _Groups(nodes, self._splits)
        for node in sorted(nodes):
            for other in self._merges.get(node, ()):
                groups.join(node, other)
        for slot in sorted({s for n in nodes for s in self._held.get(n, ())}):
            groups.gather(sorted(self._members[slot]))
        for node in sorted(n for n in nodes if links and n in self._link):
            groups.join(node, self._link[node])
        return groups

    def _chief(self, members: set[str]) -> str:
        """The member that stands for all: a known one, then the longest name, then the least id."""
        return min(members, key=self._rank)

    def _rank(self, node: str) -> tuple[bool, int, str]:
        longest = max((len(n) for n in self._names.get(node, ())), default=0)
        return node not in self._known, -longest, node


class _Groups:
    """Disjoint sets of nodes that refuse to join what a split holds apart."""

    def __init__(self, nodes: Iterable[str], splits: dict[str, set[str]]) -> None:
        self._sets: dict[str, set[str]] = {n: {n} for n in nodes}
        self._splits = splits

    def of(self, node: str) -> set[str]:
        """The set that the node is in."""
        return self._sets[node]

    def join(self, left: str, right: str) -> bool:
        """Make one set of two; False where a split forbids it or a node is not there."""
        if left not in self._sets or right not in self._sets:
            return False
        small, large = sorted((self._sets[left], self._sets[right]), key=len)
        if small is large:
            return True
        if any(not large.isdisjoint(self._splits.get(n, ())) for n in small):
            return False
        large |= small
        self._sets.update(dict.fromkeys(small, large))
        return True

    def gather(self, members: Sequence[str]) -> None:
        """Join each member to the first one before it that it may join."""
        for at, member in enumerate(members):
            any(self.join(earlier, member) for earlier in members[:at])


def _both_ways(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        found[left].add(right)
        found[right].add(left)
    return found


def _together(merges: Iterable[Pair]) -> dict[str, set[str]]:
    """Every judged node with all that it is merged with, through nodes not (yet) there too."""
    beside = _both_ways(merges)
    return {n: _closure({n}, lambda m: beside.get(m, set())) for n in beside}


def _closure(seeds: Iterable[str], neighbours: Callable[[str], set[str]]) -> set[str]:
    seen = set(seeds)
    ahead = list(seen)
    while ahead:
        fresh = neighbours(ahead.pop()) - seen
        seen |= fresh
        ahead += fresh
    return seen
