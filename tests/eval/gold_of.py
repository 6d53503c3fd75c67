"""Small annotations and rows of our own, for the tests of the scorer."""

from __future__ import annotations

from typing import Any

from kg.eval import Gold, Said


def entity(key: str, name: str, label: str, *aliases: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "name": name, "type": label, "aliases": list(aliases), **more}


def relation(head: str, label: str, tail: str, **more: Any) -> dict[str, Any]:
    return {"head": head, "head_id": head, "type": label, "tail": tail, "tail_id": tail, **more}


ENTITIES = [
    entity("nokia", "Nokia", "Firm", "Nokia Oyj"),
    entity("infinera", "Infinera Corp", "Firm"),
    entity("curbs", "Dutch curbs on lithography exports", "Policy"),
    entity("magnetics", "Baotou Tianhe Magnetics", "Firm"),
]


def gold(
    *relations: dict[str, Any], entities: list[dict[str, Any]] = ENTITIES, **more: Any
) -> Gold:
    given = {"id": "a", "entities": entities, "relations": list(relations), **more}
    return Gold.model_validate(given)


def row(head: str, kind: str, tail: str, **more: Any) -> Said:
    """A claim between two firms, unless it is told otherwise."""
    made = {"head": head, "head_type": "Firm", "type": kind, "tail": tail, "tail_type": "Firm"}
    return Said.of({**made, **more})
