"""Queries as analysts write them, each of which both engines must answer alike."""

from __future__ import annotations

from pathlib import Path

VALUES = {
    "node": "firm:keld", "nodes": ["firm:keld", "firm:orrin-metals", "nobody"], "few": 3,
    "types": ["OWNS", "SUES"],
}  # fmt: skip


def reads() -> dict[str, str]:
    """The queries of `reads.cypher` by the comment above each; a blank line parts them."""
    text = Path(__file__).with_name("reads.cypher").read_text("utf-8")
    parts = (part.partition("\n") for part in text.strip().split("\n\n"))
    return {head.removeprefix("// "): query for head, _, query in parts}


READS = reads()
