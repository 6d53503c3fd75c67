"""A node or state edge as one flat row: what all tables and graph files are written from.

A value that is missing is left out. When a fact entered the store is left out too, so that equal
content gives equal rows. Bias: a property that has the name of a column of ours is renamed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from kg.graph.contract import View
from schemas.answer import StateEdge
from schemas.claim import Entity

__all__ = ["EDGE", "LISTS", "NODE", "Row", "columns", "edge_rows", "end", "node_rows", "sound"]

Row = dict[str, object]

NODE = ("node", "label", "name", "aliases", "identifiers")
"""The columns of every node; its properties follow."""
EDGE = (
    "edge_id", "head", "type", "tail", "status", "sign", "confidence", "amount", "currency",
    "unit", "valid_from", "valid_to", "last_attested", "reference", "claims", "stories", "quotes",
)  # fmt: skip
"""The columns of every state edge; its properties follow."""
LISTS = frozenset({"aliases", "identifiers", "claims", "stories", "quotes"})
"""The columns whose values are lists of texts."""
_HALF = re.compile("[\ud800-\udfff]")
_PREFIX = "more_"


def node_rows(view: View) -> Iterator[Row]:
    """Each entity as a row, sorted by node; lists stay lists."""
    return (_node(entity) for entity in view.entities())


def edge_rows(view: View) -> Iterator[Row]:
    """Each state edge as a row, sorted by edge id; `tail` is left out where none is named."""
    return (_edge(edge) for edge in view.edges())


def columns(rows: Iterable[Row], fixed: tuple[str, ...]) -> list[str]:
    """The fixed columns and then every other that a row has, sorted."""
    return [*fixed, *sorted({name for row in rows for name in row} - set(fixed))]


def end(row: Row) -> str:
    """The id of the edge's tail; where a story names none, of a node that stands for it alone."""
    return str(row.get("tail") or f"unnamed:{row['edge_id']}")


def listed(values: Iterable[object]) -> str:
    """A list in one cell: a JSON array."""
    return json.dumps(list(values), ensure_ascii=False)


def sound(text: str) -> str:
    """The text without half characters, which no file in UTF-8 can hold."""
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)


def _node(entity: Entity) -> Row:
    row: Row = {
        "node": entity.node,
        "label": entity.label,
        "name": entity.name,
        "aliases": sorted(entity.aliases),
        "identifiers": sorted(f"{scheme}:{value}" for scheme, value in entity.identifiers),
    }
    return _present(row | _own(entity.properties, NODE))


def _edge(edge: StateEdge) -> Row:
    row: Row = {name: getattr(edge, name) for name in EDGE if name in StateEdge.model_fields}
    for clock in ("valid_from", "valid_to", "last_attested"):
        row[clock] = str(row[clock] or "")
    row["claims"] = [s.claim_id for s in edge.claims]
    row["stories"] = sorted({s.story_id for s in edge.claims})
    row["quotes"] = sorted({s.quote for s in edge.claims})
    return _present(row | _own(edge.more, EDGE))


def _own(pairs: Iterable[tuple[str, str]], fixed: tuple[str, ...]) -> Row:
    """The properties under names that no column of ours has."""
    clash = {name for name, _ in pairs if name in fixed or name.startswith(_PREFIX)}
    return {_PREFIX + n if n in clash else n: value for n, value in sorted(pairs)}


def _present(row: Row) -> Row:
    return {sound(n): _clean(value) for n, value in row.items() if value not in (None, "", [])}


def _clean(value: object) -> object:
    if isinstance(value, list):
        return [sound(text) for text in value]
    return sound(value) if isinstance(value, str) else value
