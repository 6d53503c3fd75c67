"""`kg show`, `kg draw`, `kg export`: what the store holds, in words, pictures and rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

import click

from kg.cli import output
from kg.cli.find import one_entity, view_of, with_times
from kg.cli.options import as_json, example, with_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.cli.find import Times
    from kg.graph.contract import Store, View
    from schemas.answer import StateEdge
    from schemas.claim import Entity

__all__ = ["draw", "export", "show"]


@click.command(epilog=example("kg show Nvidia", "kg show Nvidia --as-of 2025-06-30 --json"))
@click.argument("name")
@with_times
@as_json
@with_store
def show(store: Store, name: str, times: Times, *, json_: bool) -> None:
    """Tell all about one thing: names, properties, every edge with who said so."""
    view = view_of(store, times)
    entity = one_entity(view, name)
    edges = [*view.out_edges(entity.node), *view.in_edges(entity.node)]
    if json_:
        rows = [edge.model_dump(mode="json", exclude_defaults=True) for edge in edges]
        output.json_text({"entity": entity.model_dump(mode="json"), "edges": rows})
    else:
        click.echo("\n".join(_told(view, entity, edges)))


@click.command(epilog=example("kg draw Nvidia -o nvidia.html"))
@click.argument("name", required=False)
@click.option("-o", "--output", "path", required=True, metavar="FILE",
              help="Where to; .html, .svg or .png.")  # fmt: skip
@with_times
@with_store
def draw(store: Store, name: str | None, path: str, times: Times) -> None:
    """Draw all, or what surrounds one thing; the HTML is one file and works offline."""
    from kg.draw import draw as picture

    view = view_of(store, times)
    focus = one_entity(view, name).node if name else None
    picture(view, Path(path), focus=focus)
    output.note(f"wrote {path}")


@click.command(epilog=example("kg export jsonl all.jsonl"))
@click.argument("form", metavar="FORMAT", type=click.Choice(["jsonl"]))
@click.argument("path", type=click.Path(dir_okay=False, allow_dash=True))
@with_store
def export(store: Store, form: str, path: str) -> None:
    """Write the whole store as flat rows, sorted; `-` is standard output."""
    from kg.graph.export import jsonl

    del form
    with click.open_file(path, "w", encoding="utf-8", atomic=path != "-") as file:
        jsonl(store, cast("TextIO", file))


def _told(view: View, entity: Entity, edges: list[StateEdge]) -> Iterator[str]:
    yield f"{entity.name} ({entity.label}, {entity.node})"
    if entity.aliases:
        yield f"  also {', '.join(entity.aliases)}"
    for name, value in (*entity.identifiers, *entity.properties):
        yield f"  {name}: {value}"
    for edge in edges:
        ends = (_name(view, edge.head), _name(view, edge.tail))
        stated = f"{edge.status}, {edge.confidence:.2f}"
        yield f"\n{ends[0]} {edge.type} {ends[1]} ({stated})"
        yield "    by reference data" if edge.reference else ""
        for claim in edge.claims:
            yield f'    "{" ".join(claim.quote.split())}" ({claim.publisher} {claim.published})'


def _name(view: View, node: str) -> str:
    entity = view.entity(node)
    return entity.name if entity else node
