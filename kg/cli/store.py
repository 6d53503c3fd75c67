"""`kg copy` and `kg store`: a store copied into another, and the version of its schema."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from kg.cli import output
from kg.cli.options import as_json, demand, example, to_write, with_settings, with_store

if TYPE_CHECKING:
    from kg.graph.contract import Store
    from kg.graph.copying import Copied
    from kg.settings import Settings

__all__ = ["bring", "copy", "store"]


@click.command(epilog=example("kg copy news.db bolt://127.0.0.1:7687", "kg copy old.db new.db"))
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@as_json
@click.pass_obj
def copy(settings: Settings, source: str, target: str, *, json_: bool) -> None:
    """Copy all of a store into another one, and verify it.

    A copy that was cut off goes on where it stopped. The digest is that of both stores.
    """
    demand(source)
    copied = bring(settings, source, target)
    if json_:
        output.json_text(copied._asdict())
        return
    click.echo(f"{copied.stories} stories copied, {copied.all} in both; digest {copied.digest}")


def bring(settings: Settings, source: str, target: str) -> Copied:
    """Copy one store into the other, with a bar that moves."""
    from kg.graph.copying import copy as into

    ends = [to_write(dataclasses.replace(settings, store=url)) for url in (source, target)]
    with output.progress("copied", len(ends[0].story_ids())) as moved:
        return into(ends[0], ends[1], moved)


@click.group(epilog=example("kg store status", "kg store migrate", "kg store rebuild"))
def store() -> None:
    """Look at the version of a store's schema, and bring it up to date."""


@store.command(epilog=example("kg store status --store bolt://127.0.0.1:7687"))
@as_json
@with_settings
def status(settings: Settings, *, json_: bool) -> None:
    """Tell the schema's version, and what the store holds."""
    from kg.credentials import access
    from kg.graph import versions

    demand(settings.store_url)
    found = versions(settings.store_url, access(settings))
    told: dict[str, object] = {"schema": found.store, "newest": found.program}
    if found.store == found.program:
        told |= _counts(settings)
    if json_:
        output.json_text({"store": settings.store_url, **told})
        return
    output.text("".join(f"{name:<11} {value}\n" for name, value in told.items()))
    if found.store != found.program:
        output.note("run `kg store migrate`")


@store.command(epilog=example("kg store migrate"))
@with_settings
def migrate(settings: Settings) -> None:
    """Bring the schema up to date; what is recorded stays as it is."""
    from kg import graph
    from kg.credentials import access

    url, who = settings.store_url, access(settings)
    before = graph.versions(url, who)
    graph.migrate(url, who)
    same = before.store == before.program
    click.echo(f"schema {before.program}" + ("" if same else f", from {before.store}"))


@store.command(epilog=example("kg store rebuild"))
@with_store
def rebuild(opened: Store) -> None:
    """Derive who is who and the state graph anew from what was recorded; no answer changes."""
    opened.rebuild()
    click.echo("rebuilt")


def _counts(settings: Settings) -> dict[str, int]:
    opened = to_write(settings)
    return {
        "stories": len(opened.story_ids()),
        "judgements": len(opened.judgements()),
        "set aside": len(opened.setbacks()),
        "entities": sum(1 for _ in opened.view().entities()),
        "edges": sum(1 for _ in opened.view().edges()),
    }
