"""A node or state edge as one flat row: what all tables and graph files are written from.

A value that is missing is left out. When a fact entered the store is left out too, so that equal
content gives equal rows. Bias: a property that has the name of a column of ours is renamed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.graph.contract import Store, View
from kg.graph.export import sound
from loaders.kit.cells import NUMBER
from schemas.answer import StateEdge
from schemas.claim import Entity

__all__ = [
    "ADDED", "EDGE", "ENDS", "LISTS", "NODE", "Matter", "Row", "Survey", "edge_rows", "end",
    "listed", "named", "node_rows", "shown", "sound", "survey",
]  # fmt: skip

Row = dict[str, object]


class Matter(NamedTuple):
    """What is exported: a store, the view of it that is meant, CSV cells raw or guarded."""

    store: Store
    view: View
    raw: bool = False


class Survey(NamedTuple):
    """The columns of a table: the fixed ones, then others sorted.

    `numbers` are those of which every value is a number, `lists` those of lists.
    """

    names: list[str]
    numbers: frozenset[str]
    lists: frozenset[str]


NODE = ("node", "label", "name", "aliases", "identifiers")
"""The columns of every node; its properties follow."""
EDGE = (
    "edge_id", "head", "type", "tail", "status", "sign", "confidence", "amount", "currency",
    "unit", "valid_from", "valid_to", "last_attested", "reference", "claims", "stories", "quotes",
)  # fmt: skip
"""The columns of every state edge; its properties follow."""
ENDS = ("head_name", "head_label", "tail_name", "tail_label")
"""The columns that tables add to an edge, so that it can be read without the nodes."""
ADDED = (*ENDS, "amount_text")
"""All columns that some format adds to an edge: no property is called so."""
LISTS = frozenset({"aliases", "identifiers", "claims", "stories", "quotes"})
"""The columns whose values are lists of texts."""
_PREFIX = "more_"
_FIELDS = tuple(name for name in EDGE if name in StateEdge.model_fields)


def node_rows(view: View) -> Iterator[Row]:
    """Each entity as a row, sorted by node; lists stay lists."""
    return (_node(entity) for entity in view.entities())


def edge_rows(view: View) -> Iterator[Row]:
    """Each state edge as a row, sorted by edge id; `tail` is left out where none is named."""
    return (_edge(edge) for edge in view.edges())


def survey(rows: Iterable[Row], fixed: tuple[str, ...]) -> Survey:
    """What a first pass over the rows finds of their columns; nothing of the rows is kept."""
    names, words = set(fixed), set()
    for row in rows:
        names |= row.keys()
        words |= {n for n, v in row.items() if n not in words and not _is_number(v)}
    others = sorted(names - set(fixed))
    return Survey([*fixed, *others], frozenset(names - words), LISTS & set(fixed))


def _is_number(value: object) -> bool:
    return isinstance(value, float) or (isinstance(value, str) and bool(NUMBER.fullmatch(value)))


def named(view: View, row: Row) -> Row:
    """The edge's row with the name and label of both ends."""
    found = dict(row)
    for side in ("head", "tail"):
        entity = view.entity(str(row[side])) if side in row else None
        if entity:
            found |= {f"{side}_name": sound(entity.name), f"{side}_label": entity.label}
    return found


def end(row: Row) -> str:
    """The id of the edge's tail; where a story names none, of a node that stands for it alone."""
    return str(row.get("tail") or f"unnamed:{row['edge_id']}")


def listed(values: Iterable[object]) -> str:
    """A list in one cell: a JSON array."""
    return json.dumps(list(values), ensure_ascii=False)


def shown(value: object) -> str:
    """A value in one cell; nothing for one that is missing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return listed(value) if isinstance(value, list) else str(value)


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
    row: Row = {name: getattr(edge, name) for name in _FIELDS}
    for clock in ("valid_from", "valid_to", "last_attested"):
        row[clock] = str(row[clock] or "")
    row["claims"] = [s.claim_id for s in edge.claims]
    row["stories"] = sorted({s.story_id for s in edge.claims})
    row["quotes"] = sorted({s.quote for s in edge.claims})
    return _present(row | _own(edge.more, EDGE + ADDED))


def _own(pairs: Iterable[tuple[str, str]], fixed: tuple[str, ...]) -> Row:
    """The properties under names that no column of ours has."""
    told = [(sound(name), value) for name, value in sorted(pairs)]
    clash = {n for n, _ in told if n in fixed or not n or n.startswith(_PREFIX)}
    return {_PREFIX + n if n in clash else n: value for n, value in told}


def _present(row: Row) -> Row:
    clean = {name: _clean(value) for name, value in row.items()}
    return {name: value for name, value in clean.items() if value not in (None, "", [])}


def _clean(value: object) -> object:
    if isinstance(value, list):
        return [sound(text) for text in value if text]
    return sound(value) if isinstance(value, str) else value
