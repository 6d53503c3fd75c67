"""What a store may hold, as constraints: CHECK lists for SQLite, constraints for Neo4j 5.

Names come from the closed set of the vocabulary alone and are checked again before they are
written into a statement, since neither language takes a name as a parameter.
"""

from __future__ import annotations

import re

from schemas.base import STATUSES, edge_types, labels, state_edges
from schemas.errors import SchemaError

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")


def sqlite_constraints() -> dict[str, str]:
    """The CHECK expressions by column: `label`, `type` (state types only), `status`, `sign`."""
    return {
        "label": _check("label", sorted(labels())),
        "type": _check("type", sorted(edge.TYPE for edge in state_edges())),
        "status": _check("status", STATUSES),
        "sign": "sign IS NULL OR sign IN ('+', '-')",
    }


def cypher_constraints() -> list[str]:
    """Neo4j 5 statements, safe to repeat: one key a label, an index on names, one on each type."""
    statements = []
    for label in sorted(labels()):
        name = _safe(label)
        statements.append(
            f"CREATE CONSTRAINT {name.lower()}_node IF NOT EXISTS "
            f"FOR (n:{name}) REQUIRE n.node IS UNIQUE"
        )
        statements.append(
            f"CREATE INDEX {name.lower()}_name IF NOT EXISTS FOR (n:{name}) ON (n.name)"
        )
    statements += [_edge_index(name) for name, edge in sorted(edge_types().items())
                   if not edge.evidence]  # fmt: skip
    return statements


def _edge_index(type_: str) -> str:
    name = _safe(type_)
    return f"CREATE INDEX {name.lower()}_edge IF NOT EXISTS FOR ()-[r:{name}]-() ON (r.edge_id)"


def _check(column: str, values: list[str] | tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(_safe(v)) for v in values)})"


def _safe(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise SchemaError(f"not a name for a label or type: {name!r}", cure="use letters and _")
    return name
