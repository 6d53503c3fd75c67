"""Nodes and edges as two CSV files: for spreadsheets, and for the import of `neo4j-admin`.

Lines end as RFC 4180 has it. A cell that a spreadsheet would run as a formula gets an apostrophe.
Bias: rather an apostrophe too many than a formula that a story's words smuggle in.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.graph.contract import View
from kg.graph.exports.rows import EDGE, LISTS, NODE, Row, columns, edge_rows, end, listed, node_rows
from schemas.base import edge_types, labels

__all__ = ["guarded", "neo4j_tables", "tables"]

NUMBER = re.compile(r"[+-]?[0-9]{1,400}(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,3})?")
# Blanks, controls and marks of no width that a spreadsheet may skip, then what begins a formula;
# the wide forms of these signs count in some editions.
_RUNS = re.compile("[\\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2060\ufeff]*[=+\\-@\t\r＝＋－＠]")
_TYPED = {"decimal": "double", "share": "double"}
_EDGE_TYPED = {"confidence": "double", "amount": "double", "reference": "boolean"}


def tables(view: View, *, raw: bool = False) -> dict[str, str]:
    """`nodes.csv` and `edges.csv`; lists are JSON arrays, a missing value is an empty cell."""
    keep: Callable[[str], str] = str if raw else guarded
    return {
        "nodes.csv": _plain(list(node_rows(view)), NODE, keep),
        "edges.csv": _plain(list(edge_rows(view)), EDGE, keep),
    }


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it if a spreadsheet would run it; numbers stay numbers.

    A bare `+` or `-`, as a sign is written, has nothing to run.
    """
    if cell in {"+", "-"} or NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}" if _RUNS.match(cell) else cell


def _plain(rows: Sequence[Row], fixed: tuple[str, ...], keep: Callable[[str], str]) -> str:
    names = columns(rows, fixed)
    body = ([keep(_cell(row.get(name))) for name in names] for row in rows)
    return _csv([[keep(name) for name in names], *body])


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return listed(value) if isinstance(value, list) else str(value)


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def neo4j_tables(view: View) -> dict[str, str]:
    """`nodes.csv` and `relationships.csv` with the headers that `neo4j-admin` imports.

    Lists are parted by `;` (one inside a value becomes a comma). An edge without a named tail
    ends at a node `:Unnamed` of its own. Dates stay texts, since they may be partial.
    """
    nodes, edges = list(node_rows(view)), list(edge_rows(view))
    nodes += [{"node": end(e), "label": "Unnamed"} for e in edges if "tail" not in e]
    links = [{**e, "tail": end(e)} for e in edges]
    kinds = {p.name: p.kind for n in labels().values() for p in n.properties}
    edge_kinds = {p.name: p.kind for e in edge_types().values() for p in e.properties}
    heads = {"node": "node:ID", "label": ":LABEL"}
    ends = {"head": ":START_ID", "tail": ":END_ID", "type": ":TYPE"}
    return {
        "nodes.csv": _imported(nodes, NODE, heads, _kinds(kinds)),
        "relationships.csv": _imported(links, EDGE, ends, _kinds(edge_kinds) | _EDGE_TYPED),
    }


def _kinds(kinds: Mapping[str, str]) -> dict[str, str]:
    return {name: _TYPED[kind] for name, kind in kinds.items() if kind in _TYPED}


def _imported(
    rows: Sequence[Row], fixed: tuple[str, ...], roles: dict[str, str], types: dict[str, str]
) -> str:
    names = columns(rows, fixed)
    head = [roles.get(n) or _header(n, types.get(n, ""), rows) for n in names]
    return _csv([head, *([_imported_cell(row.get(n)) for n in names] for row in rows)])


def _header(name: str, type_: str, rows: Sequence[Row]) -> str:
    """The column's header; a number's only where every value is one."""
    shown = name.replace("%", "%25").replace(":", "%3A")
    if name in LISTS:
        return f"{shown}:string[]"
    values = [str(row[name]) for row in rows if name in row]
    if type_ == "double" and not all(NUMBER.fullmatch(v) for v in values):
        type_ = ""
    return f"{shown}:{type_ or 'string'}"


def _imported_cell(value: object) -> str:
    if isinstance(value, list):
        return ";".join(text.replace(";", ",") for text in value)
    return _cell(value)
