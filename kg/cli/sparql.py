"""`kg sparql`: the store's graph asked in SPARQL, read-only."""

from __future__ import annotations

import csv
import re
import sys
from typing import TYPE_CHECKING

import click

from kg.cli import output
from kg.cli.options import as_json, example, with_store
from kg.cli.times import view_of, with_times

if TYPE_CHECKING:
    from kg.cli.times import Times
    from kg.graph.contract import Store
    from kg.graph.rdf.asking import Answer

__all__ = ["sparql"]

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def _bound(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not _NAME.fullmatch(name):
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE")
        found[name] = value
    return found


@click.command(epilog=example(
    'kg sparql "SELECT ?who ?whom WHERE { ?who ko:acquires ?whom }"',
    "kg sparql - --param name=Nvidia --format csv < query.rq",
))  # fmt: skip
@click.argument("query")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv", "turtle"]),
              default="table", show_default=True,
              help="turtle is for CONSTRUCT and DESCRIBE.")  # fmt: skip
@click.option("--param", "params", multiple=True, metavar="NAME=VALUE", callback=_bound,
              help="Bind ?NAME to a text; may be repeated.")  # fmt: skip
@click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True,
              help="Rows at most.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=30.0,
              show_default=True, metavar="SECONDS",
              help="Stop the query after so long.")  # fmt: skip
@as_json
@with_times
@with_store
def sparql(
    store: Store, query: str, params: dict[str, str], times: Times,
    **how: str | float | bool,
) -> None:  # fmt: skip
    """Ask the store's RDF graph; QUERY is SPARQL 1.1, or - for standard input.

    SELECT, ASK, CONSTRUCT and DESCRIBE only; nothing is changed and nothing else is reached. The
    prefixes ko:, said:, prop:, id:, node:, prov:, schema:, fibo:, rdfs:, skos: and xsd: are known.
    """
    from kg.graph.rdf.asking import Bounds, ask

    view = view_of(store, times) if times.as_of or times.known_at else None
    text = sys.stdin.read() if query == "-" else query
    bounds = Bounds(float(how["timeout"]), int(how["limit"]))
    answer = ask(store, text, view=view, params=params, bounds=bounds)
    _put_out(answer, "json" if how["json_"] else str(how["form"]))
    if answer.cut:
        output.note(f"cut after {len(answer.rows)} rows; give it more with --limit")


def _put_out(answer: Answer, form: str) -> None:
    from kg.graph.rdf import asking
    from loaders.kit.cells import guarded
    from schemas.errors import KnockonError

    header = answer.columns or [answer.sort]
    if form == "turtle" and answer.sort != "graph":
        cure = "use CONSTRUCT or DESCRIBE, or another --format"
        raise KnockonError("only a graph can be written as Turtle", cure=cure)
    if form == "json":
        output.json_text(asking.as_json(answer))
    elif form == "turtle":
        click.echo(asking.as_turtle(answer), nl=False)
    elif form == "csv":
        rows = csv.writer(sys.stdout, lineterminator="\r\n")
        rows.writerows([guarded(c) for c in row] for row in [header, *asking.as_texts(answer)])
    else:
        output.table(header, asking.as_texts(answer))
