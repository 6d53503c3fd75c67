"""`kg up` and `kg down`: a Neo4j of the user's own on this machine."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import output
from kg.cli.options import as_json, demand, example, with_settings
from kg.cli.store import bring

if TYPE_CHECKING:
    from kg.local import Server
    from kg.settings import Settings

__all__ = ["down", "up"]


@click.command(epilog=example("kg up --copy", "kg --store bolt://127.0.0.1:7687 ingest news/*.txt"))
@click.option("--port", type=click.IntRange(1, 65535),
              help="Where Bolt listens (default: as before, else 7687 or a free one).")  # fmt: skip
@click.option("--via", type=click.Choice(["auto", "docker", "java"]), default="auto",
              show_default=True, help="What runs it: Docker if it works, else Java.")  # fmt: skip
@click.option("--jars", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
              help="Folder that keeps the server's jars (default: the user's cache).")  # fmt: skip
@click.option("--copy", is_flag=True, help="Copy the embedded store over, and verify it.")
@as_json
@with_settings
def up(settings: Settings, port: int | None, *, copy: bool, json_: bool, **how: Any) -> None:
    """Start a Neo4j on this machine, on loopback, with a password of its own.

    Its data stays until `kg down --wipe`.
    """
    from kg import local

    if copy:
        demand(settings.store_url)
    via, jars = how["via"], how["jars"]
    found = local.up(settings.directory, port=port or 0, via=via, cache=jars, say=output.note)
    copied = bring(settings, settings.store_url, found.server.uri) if copy else None
    if copied:
        output.note(f"{copied.stories} stories copied, {copied.all} in both")
    _tell(found.server, new=found.new, json_=json_)


def _tell(server: Server, *, new: bool, json_: bool) -> None:
    """Where it answers and how to log in; never the password itself."""
    if json_:
        output.json_text({**dataclasses.asdict(server), "new": new})
        return
    output.note("Neo4j is up" if new else "Neo4j is up already")
    output.text(
        f"uri            {server.uri}\n"
        f"user           {server.user}\n"
        f"password file  {server.password_file}\n"
    )
    output.note(f"use it with --store {server.uri}, no password needed; end it with `kg down`")


@click.command(epilog=example("kg down", "kg down --wipe --yes"))
@click.option("--wipe", is_flag=True, help="Delete its data and its password too.")
@click.option("--yes", is_flag=True, help="With --wipe: yes, delete.")
@as_json
@click.pass_obj
def down(settings: Settings, wipe: bool, yes: bool, json_: bool) -> None:
    """Stop the Neo4j that `kg up` started; its data stays."""
    from kg import local
    from schemas.errors import StoreError

    if wipe and not yes:
        raise StoreError(
            "--wipe deletes all that this Neo4j holds", where=str(settings.directory / "neo4j"),
            cure="add --yes to do so",
        )  # fmt: skip
    stopped = local.down(settings.directory, wipe=wipe, say=output.note)
    if json_:
        uri = stopped.uri if stopped else None
        output.json_text({"stopped": bool(stopped), "uri": uri, "wiped": wipe})
        return
    click.echo("Neo4j is down" if stopped else "Neo4j was not running")
    if wipe:
        click.echo("its data is deleted")
