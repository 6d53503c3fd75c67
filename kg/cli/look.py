"""`kg draw` and `kg export`: what the store holds, as a picture and in other formats."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import click

from kg.cli import output
from kg.cli.options import example, with_store
from kg.cli.times import view_of, with_times

if TYPE_CHECKING:
    from kg.cli.times import Times
    from kg.graph.contract import Store, View
    from schemas.answer import Answer

__all__ = ["draw", "export"]


@click.command(epilog=example("kg draw Nvidia -o nvidia.html",
                              'kg draw --question "who is exposed to cobalt" -o cobalt.html',
                              "kg draw --exposed Suzuki -o suzuki.svg"))  # fmt: skip
@click.argument("name", required=False)
@click.option("-o", "--output", "path", required=True, metavar="FILE",
              help="Where to; .html, .svg or .png.")  # fmt: skip
@click.option("--question", metavar="TEXT", help="Draw the answer to it, as `kg ask` reads it.")
@click.option("--exposed", multiple=True, metavar="NAME",
              help="Draw who is exposed to it; repeat for alternatives.")  # fmt: skip
@click.option("--limit", type=click.IntRange(2), default=60, show_default=True,
              help="Things shown at most.")  # fmt: skip
@with_times
@with_store
def draw(store: Store, name: str | None, path: str, times: Times, *, limit: int,
         **asked: Any) -> None:  # fmt: skip
    """Draw an answer, what surrounds one thing, or all.

    The HTML is one file and works offline.
    """
    from kg.draw import draw as picture
    from kg.draw import draw_answer

    if sum(map(bool, (name, *asked.values()))) > 1:
        raise click.UsageError("give a NAME, or --question, or --exposed, and one alone")
    view = view_of(store, times)
    if any(asked.values()):
        draw_answer(_answered(store, view, **asked), Path(path), limit=limit)
    else:
        picture(view, Path(path), focus=_node(view, name), limit=limit)
    output.note(f"wrote {path}")


def _answered(store: Store, view: View, *, question: str | None, exposed: Sequence[str]) -> Answer:
    from kg.answers import answer
    from kg.answers import exposed as exposed_to

    if question:
        return answer(question, view, reopen=store.view)
    return exposed_to(view, list(exposed))


def _node(view: View, name: str | None) -> str | None:
    from kg.answers.name import one

    return one(view, name).node if name else None


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
