"""An export read back: the rows that it was written from, equal but for what the docs say.

It is how the exports are proved, and how a program gets a graph without the store. What a format
cannot hold is written in docs/cli.md. Bias: a value that has lost its kind stays a text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kg.graph.exports.rows import ADDED, EDGE, LISTS, NODE, Row
from kg.graph.exports.tables import PART
from kg.graph.exports.xmlgraph import EDGE_TITLES, NODE_TITLES, TAKEN
from loaders.kit import cells, xmlgraph

__all__ = ["Graph", "read"]

_UNNAMED = "Unnamed"
_ROLES = {"node:ID": "node", ":LABEL": "label", ":START_ID": "head", ":END_ID": "tail",
          ":TYPE": "type"}  # fmt: skip


class Graph(NamedTuple):
    """The rows of nodes and edges as `kg.graph.exports.rows` makes them, and those of claims.

    A format without claims gives none of these; `jsonl` gives its rows as claims alone, `ftm` its
    things as nodes, its links as edges and its articles as claims.
    """

    nodes: list[Row]
    edges: list[Row]
    claims: list[Row]


def read(form: str, path: Path, *, raw: bool = False) -> Graph:
    """What the export at the path holds; KeyError for RDF, which `kg.graph.rdf.read` reads.

    `raw` for CSV that was written so.
    """
    if form == "csv":
        return _csv(path, str if raw else cells.unguarded)
    return _READERS[form](path)


def _jsonl(path: Path) -> Graph:
    return Graph([], [], list(_objects(path)))


def _objects(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield json.loads(line)


def _ftm(path: Path) -> Graph:
    found = Graph([], [], [])
    for entity in _objects(path):
        link = entity["schema"] in {"Ownership", "Sanction", "UnknownLink"}
        found[1 if link else 2 * (entity["schema"] == "Article")].append(entity)
    return found


def _csv(path: Path, keep: Callable[[str], str]) -> Graph:
    nodes, edges = (_table(path / f"{name}.csv", keep) for name in ("nodes", "edges"))
    return Graph(
        [_typed(row, NODE, json.loads) for row in nodes],
        [_typed(row, EDGE, json.loads) for row in edges],
        [],
    )


def _table(path: Path, keep: Callable[[str], str]) -> Iterator[dict[str, str]]:
    """The rows of a CSV file without their empty cells; ValueError for a damaged one."""
    with path.open(encoding="utf-8", newline="") as file:
        names: list[str] = []
        for _, row in cells.records(file):
            if isinstance(row, ValueError):
                raise row
            if names:
                told = zip(names, row, strict=True)
                yield {name: keep(cell) for name, cell in told if cell != ""}
            else:
                names = [keep(name) for name in row]


def _neo4j(path: Path) -> Graph:
    nodes = [_imported(row) for row in _table(path / "nodes.csv", str)]
    edges = [_imported(row) for row in _table(path / "relationships.csv", str)]
    for row in nodes:
        row["label"] = row["label"].rpartition(PART)[2]
    unnamed = {row["node"] for row in nodes if row["label"] == _UNNAMED}
    return Graph(
        [_typed(row, NODE, _parted) for row in nodes if row["node"] not in unnamed],
        [_typed(_named(row, unnamed), EDGE, _parted) for row in edges],
        [],
    )


def _imported(row: Mapping[str, str]) -> dict[str, str]:
    return {_ROLES.get(n) or cells.unescaped(n.rpartition(":")[0]): v for n, v in row.items()}


def _parted(cell: str) -> list[str]:
    return cell.split(PART)


def _named(row: Mapping[str, str], unnamed: set[str]) -> dict[str, str]:
    """The edge without the node that stands for an end which no story names."""
    return {n: v for n, v in row.items() if n != "tail" or v not in unnamed}


def _xml(path: Path) -> Graph:
    graph = xmlgraph.parse(path.read_text("utf-8"))
    nodes = [{"node": n, **_untitled(v, NODE_TITLES, NODE)} for n, v in graph.nodes.items()]
    edges = [
        {
            "edge_id": e.ident, "head": e.source, "tail": e.target,
            **_untitled(e.values, EDGE_TITLES, EDGE),
        }
        for e in graph.edges
    ]  # fmt: skip
    unnamed = {str(row["node"]) for row in nodes if row["label"] == _UNNAMED}
    return Graph(
        [_typed(row, NODE, json.loads) for row in nodes if row["node"] not in unnamed],
        [_typed(_named(row, unnamed), EDGE, json.loads) for row in edges],
        [],
    )


def _untitled(
    values: Mapping[str, str], titles: Mapping[str, str], fixed: tuple[str, ...]
) -> dict[str, str]:
    """The values under the names that the rows have."""
    names = {title: name for name, title in titles.items()}
    names |= {f"more_{taken}": taken for taken in TAKEN if taken not in fixed}
    return {names.get(title, title): value for title, value in values.items()}


def _parquet(path: Path) -> Graph:
    from kg.graph.exports.parquet import rows

    nodes, edges, claims = (rows(path / f"{name}.parquet") for name in ("nodes", "edges", "claims"))
    return Graph(list(nodes), [_exact(row) for row in edges], [_exact(row) for row in claims])


def _exact(row: Row) -> Row:
    told = {n: v for n, v in row.items() if n not in ADDED}
    return told | ({"amount": row["amount_text"]} if "amount_text" in row else {})


def _typed(
    row: Mapping[str, str], fixed: tuple[str, ...], split: Callable[[str], list[str]]
) -> Row:
    """The row with its lists, its confidence and its truth; no column that only a table has."""
    told: Row = {n: v for n, v in row.items() if fixed is NODE or n not in ADDED}
    told |= {n: split(row[n]) for n in LISTS & set(fixed) & row.keys()}
    if fixed is EDGE:
        told["confidence"] = float(row["confidence"])
        told["reference"] = row["reference"] == "true"
    return told


_READERS: dict[str, Callable[[Path], Graph]] = {
    "jsonl": _jsonl, "ftm": _ftm, "parquet": _parquet, "graphml": _xml, "gexf": _xml,
    "neo4j-csv": _neo4j,
}  # fmt: skip
