"""`kg cypher` and `kg query`: the graph asked in Cypher, on a server or on any store at all."""

from __future__ import annotations

import csv
import functools
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import output
from kg.cli.options import as_json, demand, example, to_write, with_settings
from kg.cli.times import with_times

if TYPE_CHECKING:
    from kg.cli.times import Times
    from kg.graph.cypher import Answer, Limits
    from kg.graph.cypher.projection import Moment
    from kg.graph.cypher.saved import Saved
    from kg.settings import Settings

__all__ = ["cypher", "query"]

Values = dict[str, object]


def _values(_ctx: click.Context, _param: click.Parameter, given: tuple[str, ...]) -> Values:
    """Parameters by name; a value is JSON where it parses as such, else text."""
    found: Values = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise click.BadParameter(f"{pair!r} is not NAME=VALUE")
        try:
            found[name] = json.loads(value)
        except ValueError:
            found[name] = value
    return found


def _with_options(callback: Callable[..., None]) -> Callable[..., None]:
    """Give the verb the options of every question and pass on `values`, `limits` and the form."""

    @click.option("--param", "values", multiple=True, metavar="NAME=VALUE", callback=_values,
                  help="A parameter, as JSON or else as text; may be repeated.")
    @click.option("--timeout", type=click.FloatRange(min=0.1, max=3000), default=60.0,
                  show_default=True, metavar="SECONDS", help="Stop the query after so long.")
    @click.option("--limit", type=click.IntRange(min=1), default=1000, show_default=True,
                  help="Rows at most.")
    @click.option("--format", "form", type=click.Choice(["table", "json", "csv"]),
                  default="table", show_default=True, help="How the rows are given.")
    @as_json
    @functools.wraps(callback)
    def run(*args: Any, timeout: float, limit: int, **given: Any) -> None:
        from kg.graph.cypher import Limits

        callback(*args, limits=Limits(seconds=timeout, most=limit), **given)

    return run


@click.command(epilog=example(
    'kg cypher "MATCH (a:Firm)-[r:ACQUIRES]->(b) RETURN a.name, r.status, b.name"',
    "kg cypher - --param name=Nvidia --format csv < suppliers.cypher",
))  # fmt: skip
@click.argument("text", metavar="QUERY")
@click.option("--write", is_flag=True, help="Let the query write; on a Neo4j store only.")
@_with_options
@with_times
@with_settings
def cypher(
    settings: Settings, text: str, values: Values, limits: Limits, times: Times,
    **how: Any,
) -> None:  # fmt: skip
    """Ask the graph in Cypher; QUERY is the query, or - for standard input.

    It only reads, unless --write is given.
    """
    text = sys.stdin.read() if text == "-" else text
    if how.pop("write"):
        _put_out(_written(settings, text, values, limits, times), **how)
    else:
        _put_out(_asked(settings, text, values, limits, times), **how)


@click.command(epilog=example("kg query", "kg query deal-timeline --param name=Heineken"))
@click.argument("name", required=False)
@_with_options
@with_times
@with_settings
def query(
    settings: Settings, name: str | None, values: Values, limits: Limits, times: Times,
    **how: Any,
) -> None:  # fmt: skip
    """Ask a saved query by its NAME; without it, list them all.

    Files in the folder queries of KG_HOME are saved queries too.
    """
    from kg.graph.cypher.saved import find, saved

    own = settings.directory / "queries"
    if name is None:
        _listed(saved(own), **how)
        return
    found = find(name, own)
    _put_out(_asked(settings, found.query, found.values(values), limits, times), **how)


def _listed(found: list[Saved], *, form: str, json_: bool) -> None:
    columns = ["name", "answers", "parameters"]
    rows: list[list[object]] = [
        [one.name, f"{one.title}: {one.answers[0].lower()}{one.answers[1:]}",
         [p.name for p in one.params]]
        for one in found
    ]  # fmt: skip
    from kg.graph.cypher import Answer

    _put_out(Answer(columns, rows), form=form, json_=json_)


def _asked(
    settings: Settings, text: str, values: Values, limits: Limits, times: Times
) -> Answer:  # fmt: skip
    """The answer of the server itself, or of the graph that is kept beside the store."""
    from kg.graph import is_server
    from kg.graph.cypher import ask
    from kg.graph.cypher.guard import demand_read

    demand_read(text)  # before anything is begun
    if is_server(settings.store_url) and not (times.as_of or times.known_at):
        with _link(settings) as link:
            return ask(link, text, values, limits=limits)
    from kg.graph.cypher.projection import asked, opened

    demand(settings.store_url)
    place = _place(settings.store_url)
    moment, store = _moment(times), to_write(settings)
    with opened(store, place, settings.directory, moment, seconds=limits.seconds) as engine:
        return asked(engine, text, values, limits)


def _written(
    settings: Settings, text: str, values: Values, limits: Limits, times: Times
) -> Answer:  # fmt: skip
    from kg.graph import is_server
    from kg.graph.cypher import change
    from schemas.errors import StoreError

    if not is_server(settings.store_url):
        why = "a store on disk is asked in a copy of its graph, where a write would be lost"
        raise StoreError(why, cure="leave out --write, or name a Neo4j store with --store")
    if times.as_of or times.known_at:
        raise StoreError("the past is not written to", cure="leave out --as-of and --known-at")
    with _link(settings) as link:
        answer, changed = change(link, text, values, limits=limits)
    told = ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in changed.items())
    output.note(f"changed: {told or 'nothing'}")
    return answer


@contextmanager
def _link(settings: Settings) -> Iterator[Any]:
    from kg.credentials import access
    from kg.graph import open_link

    link = open_link(settings.store_url, access(settings))
    try:
        yield link
    finally:
        link.close()


def _place(url: str) -> str:
    """The store's address, the same from wherever a file is named."""
    return url if "://" in url else str(Path(url).expanduser().resolve())


def _moment(times: Times) -> Moment:
    from kg.graph.cypher.projection import Moment
    from schemas.when import When

    try:
        as_of = When.parse(times.as_of) if times.as_of else None
        known_at = str(When.parse(times.known_at)) and times.known_at if times.known_at else None
    except ValueError as error:
        raise click.UsageError(f"no date: {error}; give 2025, 2025-06 or 2025-06-30") from error
    return Moment(as_of, known_at)


def _put_out(answer: Answer, *, form: str, json_: bool) -> None:
    if json_ or form == "json":
        found = {"columns": answer.columns, "rows": answer.maps(), "more": answer.more}
        output.json_text(found)
    elif form == "csv":
        _put_csv(answer)
    elif answer.columns:
        output.table(answer.columns, [[_cell(c) for c in row] for row in answer.rows])
    if not answer.rows and not json_ and form == "table":
        output.note("no rows")
    if answer.more:
        output.note(f"cut after {len(answer.rows)} rows; give it more with --limit")


def _put_csv(answer: Answer) -> None:
    from loaders.kit.cells import guarded

    rows = csv.writer(sys.stdout, lineterminator="\r\n")
    cells = ([_cell(c) for c in row] for row in answer.rows)
    rows.writerows([guarded(c) for c in row] for row in [answer.columns, *cells])


def _cell(value: object) -> str:
    """The value in a cell: texts as they are, what has parts as JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
