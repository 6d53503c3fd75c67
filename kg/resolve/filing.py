"""Acts by what they are made of, kept up to date: which of them share a slot of the register.

Bias: an act is filed under the present nodes of its parts, so that what is learnt of a firm is
learnt of its deals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.resolve.acts import ACTS, Act, Bucket, bucket, known_of, together
from schemas.claim import Entity

__all__ = ["Filing"]

PARTS = ("issuer", "object", "parties")


class Filing:
    """The acts that are known, and with which others each is one."""

    def __init__(self) -> None:
        self._acts: dict[str, Act] = {}
        self._under: dict[str, Bucket] = {}
        self._members: dict[Bucket, set[str]] = defaultdict(set)
        self._about: dict[str, set[str]] = defaultdict(set)
        self.slot: dict[str, str] = {}
        """The least of the acts that the act is one with, where there are others."""

    def learn(self, entity: Entity) -> None:
        """Take in what an entity says of an act; nothing of anything else."""
        if entity.label in ACTS:
            act = known_of(entity, self._acts.get(entity.node))
            self._acts[entity.node] = act
            for part in (value for name in PARTS for value in act.of(name)):
                self._about[part].add(entity.node)

    def size(self, node: str) -> int:
        """How much is known of the act: grows with every new fact."""
        return len(self._acts[node].said) if node in self._acts else 0

    def refile(self, changed: Iterable[str], now: Mapping[str, str]) -> set[str]:
        """Bring slots up to date after these nodes; gives the acts that must be grouped anew."""
        ahead = {act for node in changed for act in (node, *self._about.get(node, ()))}
        dirty: set[Bucket] = set()
        for node in ahead & self._acts.keys():
            fresh = bucket(self._acts[node], lambda part: now.get(part, part))
            dirty |= {self._under.get(node, ()), fresh}
            self._members[self._under.get(node, ())].discard(node)
            self._members[fresh].add(node)
            self._under[node] = fresh
        return {node for each in dirty - {()} for node in self._regroup(each)} | self._lonely(ahead)

    def _lonely(self, nodes: Iterable[str]) -> set[str]:
        """Those of the acts that have left every bucket, and lose their slot."""
        gone = {n for n in nodes if n in self.slot and not self._under.get(n)}
        for node in gone:
            del self.slot[node]
        return gone

    def _regroup(self, under: Bucket) -> set[str]:
        members = self._members[under]
        fresh = {
            node: group[0]
            for group in (together({n: self._acts[n] for n in members}) if members else ())
            for node in group
        }
        moved = {n for n in members if self.slot.get(n) != fresh.get(n)}
        for node in moved:
            self.slot.pop(node, None)
            if node in fresh:
                self.slot[node] = fresh[node]
        return moved
