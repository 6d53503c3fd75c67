"""The present state graph read straight from a ledger: a question loads what it meets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.graph.facts import entity_of
from kg.graph.ledger import Ledger, slices
from kg.graph.view import Reading, placed, undated
from kg.resolve.judged import retractions
from schemas.answer import StateEdge
from schemas.claim import Entity, Refusal

CACHED = 65536
"""Entities kept for the next asking."""
AT_ONCE = 1000
"""Entities read together where all are wanted."""


class LedgerView(Reading):
    """The view of now: each node and edge is read when asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._entity = lru_cache(maxsize=CACHED)(self._read_entity)
        self._now = lru_cache(maxsize=CACHED)(self._read_now)

    def _read_now(self, node: str) -> str:
        return self._ledger.now([node]).get(node, node)

    def _read_entity(self, now: str) -> Entity | None:
        members = self._ledger.members([now])
        return entity_of(now, members[now]) if now in members else None

    def entity(self, node: str) -> Entity | None:
        """The node's present entity."""
        return self._entity(self._now(node))

    def named(self, key: str) -> list[tuple[str, int]]:
        """The present nodes that have this name key, with how well it fits."""
        return self._ledger.named(key)

    def name_keys(self) -> list[tuple[str, str]]:
        """Every (name key, present node), sorted."""
        return self._ledger.name_keys()

    def out_edges(self, node: str) -> list[StateEdge]:
        """State edges that leave the node, sorted by edge id."""
        return list(self._ledger.edges(heads=[self._now(node)]))

    def in_edges(self, node: str) -> list[StateEdge]:
        """State edges that enter the node, sorted by edge id."""
        return list(self._ledger.edges(tails=[self._now(node)]))

    def entities(self) -> Iterator[Entity]:
        """Every entity, sorted by node."""
        for nodes in slices(self._ledger.present_nodes(), AT_ONCE):
            members = self._ledger.members(nodes)
            yield from (entity_of(node, members[node]) for node in nodes if node in members)

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""
        return self._ledger.edges()

    @property
    def ledger(self) -> Ledger:
        """The database that the view reads."""
        return self._ledger

    def refusals(self) -> Iterator[Refusal]:
        """What extraction and resolution left out on purpose, sorted by story and place."""
        return iter(sorted(self._ledger.refusals(self._gone()), key=placed))

    def notes(self) -> Sequence[str]:
        """What a reader of this view must know."""
        return undated(self._ledger.undated(self._gone()))

    def _gone(self) -> dict[str, str]:
        return retractions(self._ledger.judgements())
