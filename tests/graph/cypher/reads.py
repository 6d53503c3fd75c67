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


def of_readme() -> dict[str, str]:
    """The queries that the README shows."""
    text = (Path(__file__).parents[3] / "README.md").read_text("utf-8")
    shown = text.split("```cypher\n")[1].split("```")[0].splitlines()
    return {f"README: {query[:40]}": query for query in shown}


READS = reads() | of_readme()
