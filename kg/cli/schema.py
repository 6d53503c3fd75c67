"""`kg schema`: the vocabulary in the forms that other programs read."""

from __future__ import annotations

import json

import click

from kg.cli.options import example

__all__ = ["schema"]


@click.command(epilog=example("kg schema --format mermaid"))
@click.option("--format", "form", default="json", show_default=True,
              type=click.Choice(["json", "mermaid", "ddl", "cypher", "shacl", "owl"]),
              help="JSON Schema, a diagram, SQL checks, Cypher constraints, or for RDF the shapes "
                   "or the ontology.")  # fmt: skip
def schema(form: str) -> None:
    """Give the vocabulary of labels and edge types."""
    click.echo(_written(form))


def _written(form: str) -> str:
    from schemas import derive

    if form == "json":
        return json.dumps(derive.json_schema(), ensure_ascii=False, indent=2)
    if form == "mermaid":
        return derive.mermaid()
    if form in {"shacl", "owl"}:
        return derive.shacl() if form == "shacl" else derive.owl()
    if form == "ddl":
        checks = derive.sqlite_constraints().items()
        return "\n".join(f"CONSTRAINT {column} CHECK ({check})" for column, check in checks)
    return ";\n".join([*derive.cypher_constraints(), ""])
