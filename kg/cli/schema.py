"""`kg schema`: the vocabulary in the forms that other programs read."""

from __future__ import annotations

import click

from kg.cli.options import example

__all__ = ["schema"]

FORMS = ("json", "mermaid", "ddl", "cypher")


@click.command(epilog=example("kg schema --format mermaid"))
@click.option("--format", "form", type=click.Choice(FORMS), default="json", show_default=True,
              help="JSON Schema, a diagram, tables, or constraints.")  # fmt: skip
def schema(form: str) -> None:
    """Give the vocabulary: every label and edge type with its ends and properties."""
    from schemas import derive

    click.echo(getattr(derive, form)())
