"""`kg draw` and `kg export`: what the store holds, as a picture and as rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

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


@click.command(epilog=example("kg export jsonl all.jsonl"))
@click.argument("form", metavar="FORMAT", type=click.Choice(["jsonl"]))
@click.argument("path", type=click.Path(dir_okay=False, allow_dash=True))
@with_store
def export(store: Store, form: str, path: str) -> None:
    """Write the whole store as flat rows, sorted; `-` is standard output."""
    from kg.graph.export import jsonl
    from schemas.errors import KnockonError

    del form
    try:
        with click.open_file(path, "w", encoding="utf-8", atomic=path != "-") as file:
            jsonl(store, cast("TextIO", file))
    except OSError as error:
        if path == "-":
            raise
        why, cure = f"cannot write the rows ({error.strerror})", "choose a folder that exists"
        raise KnockonError(why, where=path, cure=cure) from error
