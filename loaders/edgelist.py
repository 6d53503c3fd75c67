"""The edges of `kg export csv` and `kg export neo4j-csv` as typed facts.

`edges.csv` and `relationships.csv` name both ends of every edge, so each is read by itself;
`nodes.csv` holds no statement and is left over. Bias: apostrophes that guard a spreadsheet are
taken off unless a cell of the file shows that it was written without them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping

from loaders.kit import cells, rows, typed
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw
from loaders.kit.story import source_of
from schemas.errors import SchemaError, SourceMalformed
from schemas.evidence import Fact, Leftover, Reading, Setback

NAME = "edgelist"
DESCRIPTION = "edges.csv and relationships.csv as `kg export` writes them"

_EDGES = ("edge_id,head,type,tail,", "edge_id:string,:START_ID,:TYPE,:END_ID,")
_NODES = ("node,label,name,aliases,", "node:ID,:LABEL,name:string,")


def sniff(raw: Raw) -> float:
    """High where the first columns are those of an export."""
    return 0.97 if raw.text.startswith(_EDGES + _NODES) else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:  # noqa: ARG001 - facts carry dates
    """A fact for each edge that the vocabulary allows; nodes alone are left over."""
    if raw.text.startswith(_NODES):
        return Reading(leftovers=(Leftover(start=0, end=len(raw.text), text=raw.text),))
    if not raw.text.startswith(_EDGES):
        raise SourceMalformed("no edges.csv or relationships.csv of an export", where=raw.uri)
    source = source_of(raw, NAME)
    facts: list[Fact] = []
    setbacks: list[Setback] = []
    for line, row in _rows(raw.text):
        try:
            if isinstance(row, ValueError):
                raise row
            facts.append(typed.of_edge(source, line, row))
        except (SchemaError, ValueError) as error:
            setbacks.append(rows.setback(raw, str(line), error))
    return Reading(facts=tuple(facts), setbacks=tuple(setbacks))


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str] | ValueError]]:
    found = list(cells.records(io.StringIO(text, newline="")))
    taken = [cell for _, row in found[1:] if not isinstance(row, ValueError) for cell in row]
    imported = text.startswith(_EDGES[1])
    read = str if imported or any(map(cells.runs, taken)) else cells.unguarded
    head = [read(name) for name in _header(found[0][1])]
    names = [_name(name) for name in head] if imported else head
    for line, row in found[1:]:
        if isinstance(row, ValueError):
            yield line, row
        elif len(row) != len(names):
            yield line, ValueError(f"{len(row)} cells under {len(names)} columns")
        else:
            yield line, dict(zip(names, map(read, row), strict=True))


def _header(found: list[str] | ValueError) -> list[str]:
    return [] if isinstance(found, ValueError) else found


def _name(column: str) -> str:
    """The name of a column of `neo4j-admin`: without its type."""
    roles = {":START_ID": "head", ":END_ID": "tail", ":TYPE": "type"}
    shown = roles.get(column) or column.rpartition(":")[0]
    return cells.unescaped(shown)
