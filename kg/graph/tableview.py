"""The present state graph read straight from the derived tables: a question loads what it meets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.graph.ddl import AMONG, REFUSAL, Tables, among
from kg.graph.facts import Facts, entity_of
from kg.graph.recorded import gone
from kg.graph.view import Reading, placed, undated
from schemas.answer import StateEdge
from schemas.claim import Entity, Refusal


class TableView(Reading):
    """The view of now: each node and edge is read when asked for, and kept for the next asking."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._entity = lru_cache(maxsize=65536)(self._read_entity)
        self._now = lru_cache(maxsize=65536)(self._read_now)

    def _read_now(self, node: str) -> str:
        rows = self._tables.query("SELECT now FROM nodes WHERE node = ?", node)
        return str(rows[0][0]) if rows else node

    def _read_entity(self, now: str) -> Entity | None:
        rows = self._tables.query("SELECT node, facts FROM nodes WHERE now = ?", now)
        return entity_of(now, {n: Facts.parse(f) for n, f in rows}) if rows else None

    def entity(self, node: str) -> Entity | None:
        """The node's present entity."""
        return self._entity(self._now(node))

    def named(self, key: str) -> Iterable[tuple[str, int]]:
        """The present nodes that have this name key, with how well it fits."""
        rows = self._tables.query(
            "SELECT now, min(rank) FROM keys JOIN nodes USING (node) WHERE key = ? GROUP BY now",
            key,
        )
        return [(now, rank) for now, rank in rows]

    def name_keys(self) -> list[tuple[str, str]]:
        """Every (name key, present node), sorted."""
        sql = "SELECT DISTINCT key, now FROM keys JOIN nodes USING (node) ORDER BY key, now"
        return [(key, now) for key, now in self._tables.query(sql)]

    def out_edges(self, node: str) -> list[StateEdge]:
        """State edges that leave the node, sorted by edge id."""
        sql = "SELECT record FROM edges WHERE head = ? ORDER BY edge_id"
        return [_edge(text) for (text,) in self._tables.query(sql, self._now(node))]

    def in_edges(self, node: str) -> list[StateEdge]:
        """State edges that enter the node, sorted by edge id."""
        sql = "SELECT record FROM edges WHERE tail = ? ORDER BY edge_id"
        return [_edge(text) for (text,) in self._tables.query(sql, self._now(node))]

    def entities(self) -> Iterator[Entity]:
        """Every entity, sorted by node."""
        nodes = self._tables.query("SELECT DISTINCT now FROM nodes ORDER BY now")
        return (e for e in (self.entity(node) for (node,) in nodes) if e)

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""
        rows = self._tables.query("SELECT record FROM edges ORDER BY edge_id")
        return (_edge(text) for (text,) in rows)

    def refusals(self) -> Iterator[Refusal]:
        """What extraction and resolution left out on purpose, sorted by story and place."""
        rows = self._tables.query(
            f"SELECT {REFUSAL.select('refusals')} FROM refusals"  # noqa: S608
            f" WHERE of_story NOT IN {AMONG}",
            among(gone(self._tables)),
        )
        return iter(sorted(map(REFUSAL.read, rows), key=placed))

    def notes(self) -> tuple[str, ...]:
        """What a reader of this view must know."""
        sql = "SELECT count(*) FROM stories WHERE attested IS NULL AND story_id NOT IN "
        rows = self._tables.query(sql + AMONG, among(gone(self._tables)))
        return undated(rows[0][0])


def _edge(text: str) -> StateEdge:
    return StateEdge.model_validate_json(text)
