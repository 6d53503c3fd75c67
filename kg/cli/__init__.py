"""The command line: thin callbacks over the library, one module per family of verbs.

A family is imported when one of its verbs is asked for, so that `kg --help` starts at once.
Results go to stdout, progress and notes to stderr. This is the one place that catches
everything: an error is one line, and `--debug` shows where it came from.
"""

from __future__ import annotations

import importlib
import os
from typing import Any

import click

__all__ = ["COMMANDS", "cli", "main"]

# Verb → module; the function has the verb's name (`what-if` is `what_if`).
COMMANDS = {
    "demo": "kg.cli.demo",
    "ingest": "kg.cli.ingest",
    "extract": "kg.cli.ingest",
    "exposed": "kg.cli.ask",
    "ask": "kg.cli.ask",
    "path": "kg.cli.ask",
    "show": "kg.cli.ask",
    "verify": "kg.cli.proof",
    "what-if": "kg.cli.proof",
    "timeline": "kg.cli.desk",
    "due": "kg.cli.desk",
    "watch": "kg.cli.desk",
    "portfolio": "kg.cli.desk",
    "draw": "kg.cli.look",
    "export": "kg.cli.look",
    "cypher": "kg.cli.cypher",
    "query": "kg.cli.cypher",
    "sparql": "kg.cli.sparql",
    "merge": "kg.cli.curate",
    "split": "kg.cli.curate",
    "retract": "kg.cli.curate",
    "undo": "kg.cli.curate",
    "copy": "kg.cli.store",
    "store": "kg.cli.store",
    "up": "kg.cli.up",
    "down": "kg.cli.up",
    "eval": "kg.cli.evaluate",
    "schema": "kg.cli.schema",
    "doctor": "kg.cli.doctor",
}


class Verbs(click.Group):
    """A group whose commands are imported when they are asked for, and whose errors are a line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of use."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, imported now; None if there is none."""
        del ctx
        module = COMMANDS.get(cmd_name)
        name = cmd_name.replace("-", "_")
        return getattr(importlib.import_module(module), name) if module else None

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; any error becomes one line on stderr and exit code 1."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.Abort, click.ClickException, BrokenPipeError):
            raise
        except Exception as error:
            if ctx.params["debug"]:
                raise
            from kg.cli import output

            output.note(f"kg: {_line(error)}")
            ctx.exit(1)


def _line(error: Exception) -> str:
    """The error as one line that says what, where and what to do."""
    from schemas.errors import KnockonError

    if isinstance(error, KnockonError):
        return str(error)
    said = " ".join(str(error).split())
    return f"unexpected {type(error).__name__}: {said}; try `kg doctor`, or `kg --debug` for all"


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="knockon", prog_name="kg")
@click.option("--store", "url", metavar="URL", help="The store (else KG_STORE, else your own).")
@click.option("--debug", is_flag=True, help="Show where an error came from.")
@click.pass_context
def cli(ctx: click.Context, url: str | None, debug: bool) -> None:  # noqa: ARG001  (read above)
    """Read news into a graph of claims; ask who is exposed, and on whose word."""
    import dataclasses

    from kg.settings import load

    settings = load(os.environ)
    ctx.obj = dataclasses.replace(settings, store=url) if url else settings


def main() -> None:
    """Run the command line."""
    cli.main(prog_name="kg")
