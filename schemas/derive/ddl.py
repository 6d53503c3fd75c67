"""What a store may hold, as constraints: CHECK lists for SQLite, constraints for Neo4j 5.

Names come from the closed set of the vocabulary alone and are checked again before they are
written into a statement, since neither language takes a name as a parameter.
"""

from __future__ import annotations

import re

from schemas.base import STATUSES, labels, state_edges
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


KEYS = (
    ("Entity", "node"), ("Unnamed", "node"), ("Story", "story_id"), ("Source", "name"),
    ("Claim", "key"), ("Books", "name"), ("Record", "story_id"), ("Document", "text_id"),
    ("Member", "node"), ("Judgement", "judgement_id"), ("Setback", "key"),
)  # fmt: skip
"""The labels of a Neo4j store's nodes, each with the property that tells its nodes apart."""
SOUGHT = (
    ("Entity", "name"), ("Claim", "claim_id"), ("Claim", "head_node"), ("Claim", "tail_node"),
    ("Claim", "edge_id"), ("Mark", "mark"), ("Record", "loose"), ("Record", "undated"),
    ("Member", "now"), ("Member", "stamp"), ("Name", "key"),
)  # fmt: skip
"""What else the store looks nodes up by."""
LINKED = (("MENTIONS", "told"), ("SUPERSEDES", "edge_id"), ("CONTRADICTS", "edge_id"))
"""What it looks up evidence by."""


def cypher_constraints() -> list[str]:
    """Neo4j 5 statements, safe to repeat, each with a name of its own: keys, then indexes.

    Every entity has the label `Entity`, which keeps its `node` unique; its own label is an index
    on names. Each type of state edge is found by `edge_id`.
    """
    own = [(name, "name") for name, kind in sorted(labels().items()) if not kind.evidence]
    types = [(kind.TYPE, "edge_id") for kind in sorted(state_edges(), key=lambda k: k.TYPE)]
    return [
        *(_key(*pair) for pair in KEYS),
        *(_index("node", "FOR (n:{})", *pair) for pair in (*SOUGHT, *own)),
        *(_index("edge", "FOR ()-[n:{}]-()", *pair) for pair in (*LINKED, *types)),
    ]


def _key(label: str, prop: str) -> str:
    name = f"key_{_safe(label)}_{_safe(prop)}".lower()
    return f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.{prop} IS UNIQUE"


def _index(sort: str, pattern: str, label: str, prop: str) -> str:
    name = f"{sort}_{_safe(label)}_{_safe(prop)}".lower()
    return f"CREATE INDEX {name} IF NOT EXISTS {pattern.format(label)} ON (n.{prop})"


def _check(column: str, values: list[str] | tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(_safe(v)) for v in values)})"


def _safe(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise SchemaError(f"not a name for a label or type: {name!r}", cure="use letters and _")
    return name
