"""The contract's flat claim row as a JSON Schema (2020-12), with the pairs that each type allows.

Bias: a row that the store would refuse must fail here first.
"""

from __future__ import annotations

from typing import Any

from schemas.base import STATUSES, Edge, labels, state_edges

Schema = dict[str, Any]

NEEDED = ("story_id", "claim_id", "head", "head_type", "head_node", "type", "status", "quote",
          "start", "end", "confidence", "rule")  # fmt: skip
TAIL = ("tail", "tail_type", "tail_node")
TEXTS = ("story_id", "claim_id", "head", "head_node", "tail", "tail_node", "unit",
         "attributed_to", "quote", "rule")  # fmt: skip
# A calendar date of which parts may be missing, the year too (--06-09); or an interval.
DATE = r"^(\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?|--\d{2}(-\d{2})?)$"
DECIMAL = r"^-?\d+(\.\d+)?$"


def json_schema() -> Schema:
    """The JSON Schema of one claim row; every label, type, status and end pair is enumerated."""
    types = sorted(state_edges(), key=lambda edge: edge.TYPE)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "claim",
        "type": "object",
        "properties": _properties(types),
        "required": list(NEEDED),
        "additionalProperties": False,
        "allOf": [_ends(edge) for edge in types],
    }


def _properties(types: list[type[Edge]]) -> Schema:
    label = {"enum": sorted(name for name, node in labels().items() if not node.evidence)}
    whole = {"type": "integer", "minimum": 0}
    return {
        **{name: {"type": "string"} for name in TEXTS},
        "type": {"enum": [edge.TYPE for edge in types]},
        "head_type": label,
        "tail_type": label,
        "status": {"enum": list(STATUSES)},
        "sign": {"enum": ["+", "-"]},
        "date": {"type": "string", "pattern": DATE},
        "amount": {"type": "string", "pattern": DECIMAL},
        "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "start": whole,
        "end": whole,
        "confidence": {"type": "number", "minimum": 0, "maximum": 1},
    }


def _ends(edge: type[Edge]) -> Schema:
    """If the row is of this type, its ends and status are such as the type allows."""
    ways = [_pair(edge.head, edge.tail)]
    if edge.symmetric and edge.head != edge.tail:
        ways.append(_pair(edge.tail, edge.head))
    then: Schema = {"properties": {"status": {"enum": list(edge.statuses)}}, "anyOf": ways}
    if not edge.tail_optional:
        then["required"] = list(TAIL)
    return {"if": {"properties": {"type": {"const": edge.TYPE}}}, "then": then}


def _pair(head: tuple[str, ...], tail: tuple[str, ...]) -> Schema:
    return {
        "properties": {"head_type": {"enum": sorted(head)}, "tail_type": {"enum": sorted(tail)}}
    }
