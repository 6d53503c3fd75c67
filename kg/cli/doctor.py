"""`kg doctor`: is the installation in order."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from kg.cli import output
from kg.cli.options import as_json, example, with_settings

if TYPE_CHECKING:
    from kg.settings import Settings

__all__ = ["doctor"]


@click.command(epilog=example("kg doctor"))
@as_json
@with_settings
def doctor(settings: Settings, *, json_: bool) -> None:
    """Check that the installation is in order.

    Looks at Python, the owners of our packages, the language model, SQLite, the data directory
    and the store.
    """
    from kg.doctor import examine

    checks = list(examine(settings))
    if json_:
        output.json_text([dataclasses.asdict(check) for check in checks])
    else:
        for check in checks:
            cure = "" if check.ok else f"; {check.cure}"
            click.echo(f"{'ok  ' if check.ok else 'FAIL'}  {check.name}: {check.found}{cure}")
    click.get_current_context().exit(0 if all(check.ok for check in checks) else 1)
