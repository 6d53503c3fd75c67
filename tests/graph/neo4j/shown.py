"""The property graph that a server shows, and the one that the contract says it must show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.graph.bolt import Link
from kg.graph.contract import Store
from kg.graph.shape import KEYS, Node, Relationship
from kg.graph.whole import shape

_NODES = "MATCH (n) WHERE NOT n:Ledger RETURN labels(n) AS labels, properties(n) AS own"
_RELATIONSHIPS = (
    "MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS own,"
    " labels(a) AS first, properties(a) AS start, labels(b) AS second, properties(b) AS end"
)


def shown(link: Link) -> Counter[str]:
    """Every node and relationship that users see, as text."""
    nodes = [_node(r["labels"], r["own"]) for r in link.rows(_NODES)]
    edges = [
        _edge(r["type"], (_end(r["first"], r["start"]), _end(r["second"], r["end"])), r["own"])
        for r in link.rows(_RELATIONSHIPS)
    ]
    return Counter([*nodes, *edges])


def wanted(store: Store) -> Counter[str]:
    """The same, as it follows from the store's contract."""
    return Counter(map(_told, shape(store)))


def _told(row: Node | Relationship) -> str:
    if isinstance(row, Node):
        return _node(row.labels, row.properties)
    return _edge(row.type, (tuple(row.start), tuple(row.end)), row.properties)


def _node(labels: Iterable[str], own: dict[str, object]) -> str:
    return repr((sorted(labels), sorted(own.items())))


def _edge(type_: str, ends: tuple[tuple[str, ...], ...], own: dict[str, object]) -> str:
    return repr((type_, *ends, sorted(own.items())))


def _end(labels: list[str], own: dict[str, str]) -> tuple[str, str]:
    label = next(one for one in KEYS if one in labels)
    return label, own[KEYS[label]]
