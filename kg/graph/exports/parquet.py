"""Nodes, edges and claims as three Parquet files with typed columns; the only writer of pyarrow.

Rows go out in groups, so that memory does not grow with the store. Equal content gives equal
bytes under one version of pyarrow, whose name each file holds. Bias: an amount is there twice, as
a double to reckon with and as the exact text.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.graph.export import FIELDS, sound_rows
from kg.graph.exports.rows import (
    EDGE,
    ENDS,
    NODE,
    Matter,
    Row,
    Survey,
    edge_rows,
    named,
    node_rows,
    survey,
)

__all__ = ["parquet", "rows"]

GROUP = 10_000
"""Rows of a group: what is held in memory at a time."""
_EDGE_TYPED = {"confidence": "double", "amount": "double", "reference": "bool"}
_CLAIM_TYPED = {"confidence": "double", "amount": "double", "start": "int64", "end": "int64"}


def parquet(matter: Matter) -> dict[str, Iterator[bytes]]:
    """`nodes.parquet`, `edges.parquet` (each end named too) and `claims.parquet`."""
    view = matter.view
    nodes, edges = survey(node_rows(view), NODE), survey(edge_rows(view), EDGE)
    ends = [*edges.names, "amount_text", *ENDS]
    claims = (row for row in sound_rows(matter.store, view) if "claim_id" in row)
    return {
        "nodes.parquet": _file(node_rows(view), nodes.names, _lists(nodes)),
        "edges.parquet": _file(
            (named(view, row) for row in edge_rows(view)), ends, _EDGE_TYPED | _lists(edges)
        ),
        "claims.parquet": _file(claims, [*FIELDS, "amount_text"], _CLAIM_TYPED),
    }


def rows(path: Path) -> Iterator[Row]:
    """The rows of a file without what is missing in them."""
    import pyarrow.parquet

    with pyarrow.parquet.ParquetFile(path) as file:
        for batch in file.iter_batches():
            for row in batch.to_pylist():
                yield {name: value for name, value in row.items() if value is not None}


def _lists(found: Survey) -> dict[str, str]:
    return dict.fromkeys(found.lists, "list")


def _file(rows: Iterable[Row], names: list[str], types: Mapping[str, str]) -> Iterator[bytes]:
    import pyarrow
    import pyarrow.parquet

    made = {
        "double": pyarrow.float64(), "bool": pyarrow.bool_(), "int64": pyarrow.int64(),
        "list": pyarrow.list_(pyarrow.string()),
    }  # fmt: skip
    text = pyarrow.string()
    schema = pyarrow.schema([(n, made[types[n]] if n in types else text) for n in names])
    sink = _Sink()
    with pyarrow.parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for group in _groups(rows):
            told = [_exact(row) for row in group] if "amount_text" in names else group
            writer.write_table(pyarrow.Table.from_pylist(told, schema=schema))
            yield sink.take()
    yield sink.take()


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    ahead = iter(rows)
    while group := list(itertools.islice(ahead, GROUP)):
        yield group


def _exact(row: Row) -> Row:
    if "amount" not in row:
        return row
    return {**row, "amount": float(str(row["amount"])), "amount_text": row["amount"]}


class _Sink(io.RawIOBase):
    """A file that gives away what was written to it."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[bytes] = []
        self._at = 0

    def writable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """How much was written, given away or not."""
        return self._at

    def write(self, told: object) -> int:
        """Hold these bytes."""
        piece = bytes(memoryview(told))  # type: ignore[arg-type]
        self._held.append(piece)
        self._at += len(piece)
        return len(piece)

    def take(self) -> bytes:
        """What was written since the last time."""
        told = b"".join(self._held)
        self._held.clear()
        return told
