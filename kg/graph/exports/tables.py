"""Nodes and edges as two CSV files: for spreadsheets, and for the import of `neo4j-admin`.

Lines end as RFC 4180 has it. A cell that a spreadsheet would run as a formula gets an apostrophe.
Every edge names both its ends, so that its file can be read by itself. Bias: rather an apostrophe
too many than a formula that a story's words smuggle in.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.graph.contract import View
from kg.graph.exports.rows import (
    EDGE,
    ENDS,
    NODE,
    Matter,
    Row,
    edge_rows,
    end,
    named,
    node_rows,
    shown,
    survey,
)
from loaders.kit.cells import escaped, guarded
from schemas.base import edge_types, labels

__all__ = ["PART", "guarded", "neo4j_tables", "tables"]

PART = "\x1f"
"""What parts a list in the files for Neo4j: no text has this control (unit separator) in it."""
_NUMBERS = frozenset({"decimal", "share"})
_EDGE_TYPED = {"confidence": "double", "amount": "double", "reference": "boolean"}


def tables(matter: Matter) -> dict[str, Iterator[str]]:
    """`nodes.csv` and `edges.csv`; lists are JSON arrays, a missing value is an empty cell."""
    view, keep = matter.view, str if matter.raw else guarded
    edges = (named(view, row) for row in edge_rows(view))
    ends = [*survey(edge_rows(view), EDGE).names, *ENDS]
    return {
        "nodes.csv": _plain(node_rows(view), survey(node_rows(view), NODE).names, keep),
        "edges.csv": _plain(edges, ends, keep),
    }


def _plain(rows: Iterable[Row], names: Sequence[str], keep: Callable[[str], str]) -> Iterator[str]:
    yield _record([keep(name) for name in names])
    for row in rows:
        yield _record([keep(shown(row.get(name))) for name in names])


def _record(cells: Sequence[str]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def neo4j_tables(matter: Matter) -> dict[str, Iterator[str]]:
    """`nodes.csv` and `relationships.csv` with the headers that `neo4j-admin` imports.

    Lists are parted by U+001F. An edge without a named tail ends at a node `:Unnamed` of its own.
    Dates stay texts, since they may be partial; `amount_text` is the amount to the last digit.
    """
    return {"nodes.csv": _nodes(matter.view), "relationships.csv": _relationships(matter.view)}


def _nodes(view: View) -> Iterator[str]:
    found = survey(node_rows(view), NODE)
    kinds = {p.name: p.kind for n in labels().values() for p in n.properties}
    types = {n: "double" for n, k in kinds.items() if k in _NUMBERS and n in found.numbers}
    heads = {"node": "node:ID", "label": ":LABEL"}
    types |= dict.fromkeys(found.lists, "string[]")
    yield _record([heads.get(n) or _header(n, types) for n in found.names])
    for row in node_rows(view):
        labelled = {**row, "label": ["Entity", row["label"]]}
        yield _record([_imported(labelled.get(name)) for name in found.names])
    for row in edge_rows(view):
        if "tail" not in row:
            stand_in = {"node": end(row), "label": "Unnamed"}
            yield _record([_imported(stand_in.get(name)) for name in found.names])


def _relationships(view: View) -> Iterator[str]:
    found = survey(edge_rows(view), EDGE)
    kinds = {p.name: p.kind for e in edge_types().values() for p in e.properties}
    types = {n: "double" for n, k in kinds.items() if k in _NUMBERS and n in found.numbers}
    types |= {n: t for n, t in _EDGE_TYPED.items() if t != "double" or n in found.numbers}
    types |= dict.fromkeys(found.lists, "string[]") | dict.fromkeys(ENDS, "IGNORE")
    heads = {"head": ":START_ID", "tail": ":END_ID", "type": ":TYPE"}
    names = [*found.names, "amount_text", *ENDS]
    yield _record([heads.get(n) or _header(n, types) for n in names])
    for row in edge_rows(view):
        told = {**named(view, row), "tail": end(row)}
        told |= {"amount_text": row["amount"]} if "amount" in row else {}
        yield _record([_imported(told.get(name)) for name in names])


def _header(name: str, types: Mapping[str, str]) -> str:
    return f"{escaped(name)}:{types.get(name, 'string')}"


def _imported(value: object) -> str:
    if isinstance(value, list):
        return PART.join(str(text).replace(PART, "\N{REPLACEMENT CHARACTER}") for text in value)
    return shown(value)
