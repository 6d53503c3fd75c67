"""The edges of `kg export parquet` as typed facts; the only reader that knows pyarrow.

The file is binary: what is quoted of an edge is its row as a line of JSON. `nodes.parquet` holds
no statement, and `claims.parquet` says again what the edges say: both are left over. Bias: any
other Parquet file is refused.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loaders.kit import rows, typed
from loaders.kit.dates import Moment
from loaders.kit.raw import PARQUET, Raw
from loaders.kit.story import source_of
from schemas.errors import SchemaError, SourceMalformed
from schemas.evidence import Fact, Leftover, Reading, Setback

if TYPE_CHECKING:
    import pyarrow

NAME = "parquet"
DESCRIPTION = "edges.parquet as `kg export parquet` writes it"

_NODES, _CLAIMS = {"node", "label", "identifiers"}, {"claim_id", "head_node"}
_EDGES = {"edge_id", "head_name", "head_label", "type", "status"}


def sniff(raw: Raw) -> float:
    """Certain for the bytes that a Parquet file begins with, where they are no text."""
    return 0.97 if raw.data.startswith(PARQUET) and not raw.text else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:  # noqa: ARG001 - facts carry dates
    """A fact for each edge that the vocabulary allows; SourceMalformed for a foreign file."""
    table = _table(raw)
    names = set(table.column_names)
    told = [{n: v for n, v in row.items() if v is not None} for row in table.to_pylist()]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told)
    source = source_of(raw, NAME, text=text, item="rows")
    if names >= _NODES or names >= _CLAIMS:
        left = Leftover(start=0, end=len(text), text=text)
        return Reading(leftovers=(left,))
    facts: list[Fact] = []
    setbacks: list[Setback] = []
    for number, row in enumerate(told, 1):
        try:
            facts.append(typed.of_edge(source, number, _texts(row)))
        except (SchemaError, ValueError) as error:
            setbacks.append(rows.setback(raw, str(number), error))
    return Reading(facts=tuple(facts), setbacks=tuple(setbacks))


def _table(raw: Raw) -> pyarrow.Table:
    """The whole table of an export; SourceMalformed for any other."""
    import pyarrow
    import pyarrow.parquet

    try:
        table = pyarrow.parquet.read_table(pyarrow.BufferReader(raw.data))
    except (pyarrow.ArrowException, OSError) as error:
        why = " ".join(str(error).split())[:120]
        raise SourceMalformed(f"not a Parquet file: {why}", where=raw.uri) from error
    if any(set(table.column_names) >= columns for columns in (_EDGES, _NODES, _CLAIMS)):
        return table
    raise SourceMalformed("a Parquet file, but none of an export", where=raw.uri)


def _texts(row: dict[str, object]) -> dict[str, str]:
    told = {n: str(v) for n, v in row.items() if not isinstance(v, list)}
    return told | ({"amount": told["amount_text"]} if "amount_text" in told else {})
