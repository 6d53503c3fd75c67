"""`kg draw` and `kg export`: what the store holds, as a picture and in other formats."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from kg.cli import output
from kg.cli.options import example, with_store
from kg.cli.times import view_of, with_times

if TYPE_CHECKING:
    from kg.cli.times import Times
    from kg.graph.contract import Store

__all__ = ["draw", "export"]


@click.command(epilog=example("kg draw Nvidia -o nvidia.html"))
@click.argument("name", required=False)
@click.option("-o", "--output", "path", required=True, metavar="FILE",
              help="Where to; .html, .svg or .png.")  # fmt: skip
@with_times
@with_store
def draw(store: Store, name: str | None, path: str, times: Times) -> None:
    """Draw all, or what surrounds one thing.

    The HTML is one file and works offline.
    """
    from kg.answers.name import one
    from kg.draw import draw as picture

    view = view_of(store, times)
    focus = one(view, name).node if name else None
    picture(view, Path(path), focus=focus)
    output.note(f"wrote {path}")


@click.command(epilog=example("kg export jsonl all.jsonl", "kg export csv tables"))
@click.argument("form", metavar="FORMAT")
@click.argument("path", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--raw", is_flag=True, help="CSV cells as they are, also what a spreadsheet runs.")
@with_times
@with_store
def export(store: Store, form: str, path: Path, raw: bool, times: Times) -> None:
    """Write the whole store, sorted.

    FORMAT is jsonl, csv, parquet, graphml, gexf, turtle, jsonld, nquads, neo4j-csv or ftm. PATH is
    a file, `-` for standard output, or for csv, parquet and neo4j-csv a folder.
    """
    from kg.graph.exports import export as write
    from kg.graph.exports import pour

    view = view_of(store, times)
    if str(path) == "-":
        with click.open_file("-", "wb") as out:
            pour(store, form, cast("BinaryIO", out), view=view)
        return
    for made in write(store, form, path, raw=raw, view=view):
        output.note(f"wrote {made}")
