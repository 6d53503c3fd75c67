"""`kg portfolio`, `kg watch`, `kg timeline`, `kg due`: the questions of every morning."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import output
from kg.cli.options import as_json, demand, example, to_write, with_settings, with_store
from kg.cli.times import view_of, with_times

if TYPE_CHECKING:
    from kg.answers.desk import Watchlist
    from kg.cli.times import Times
    from kg.exposure import Shock
    from kg.graph.contract import Store, View
    from kg.settings import Settings
    from schemas.base import Record
    from schemas.when import When

__all__ = ["due", "portfolio", "timeline", "watch"]


@click.command(
    epilog=example("kg portfolio holdings.csv --shock 'rare earths' --shock 'US tariffs on cars'")
)
@click.argument("holdings", metavar="HOLDINGS.csv", type=click.Path(path_type=Path))
@click.option("--shock", "shocks", multiple=True, metavar="NAME",
              help="What befalls it, as for `kg exposed`; may be given again.")  # fmt: skip
@with_times
@as_json
@with_store
def portfolio(
    store: Store, holdings: Path, shocks: tuple[str, ...], times: Times, *, json_: bool
) -> None:
    """Tell what shocks mean for holdings, and what these share.

    HOLDINGS.csv has the columns `name` (or `isin`, `lei`, `ticker`) and `weight`, or `quantity`,
    `price` and `currency`. It is read, never stored.
    """
    from kg.answers.desk.text import portfolio_text
    from kg.exposure.holdings import holdings as read
    from kg.exposure.portfolio import portfolio as report

    held = read(_bytes(holdings), str(holdings))
    for setback in held.setbacks:
        output.note(f"kg: {setback.where}: {setback.why}")
    view = view_of(store, times)
    named = {name: _shocks(view, name) for name in dict.fromkeys(shocks)}
    found = report(view, held, named, name=holdings.stem)
    output.json_text(_plain(found)) if json_ else output.text(portfolio_text(found))
    click.get_current_context().exit(1 if held.setbacks else 0)


def _bytes(path: Path) -> bytes:
    from schemas.errors import SourceMissing

    try:
        return path.read_bytes()
    except OSError as error:
        what = error.strerror or "cannot be read"
        raise SourceMissing(what, where=str(path), cure="name a CSV file") from error


def _shocks(view: View, name: str) -> Sequence[Shock]:
    from kg.answers.name import resolve
    from kg.exposure import shocks_for

    found = resolve(view, name)
    return [s for e in found.entities for s in shocks_for(view, e.node, found.event)]


def _plain(record: Record) -> object:
    return record.model_dump(mode="json", by_alias=True, exclude_none=True)


@click.group(
    invoke_without_command=True,
    epilog=example("kg watch add 'rare earths' 'Who supplies Nvidia?'", "kg watch"),
)
@click.option("--store", "url", metavar="URL", help="The store (else KG_STORE).")
@as_json
@click.pass_context
def watch(ctx: click.Context, url: str | None, *, json_: bool) -> None:
    """Keep questions, and tell which answers moved and why.

    Without a verb of its own: what moved since the last time.
    """
    if url:
        ctx.obj = dataclasses.replace(ctx.obj, store=url)
    if ctx.invoked_subcommand is None:
        ctx.invoke(run, json_=json_)


@watch.command(epilog=example("kg watch add 'rare earths'", "kg watch add 'Who supplies Nvidia?'"))
@click.argument("words", nargs=-1, required=True, metavar="NAME|QUESTION...")
@with_settings
def add(settings: Settings, words: tuple[str, ...]) -> None:
    """Watch names (who is exposed to them) and questions."""
    kept = _open(settings)
    for one in words:
        output.note(f"{'watching' if kept.add(one) else 'watched already'}: {one}")
    _save(settings, kept)


@watch.command(name="list", epilog=example("kg watch list"))
@as_json
@with_settings
def list_(settings: Settings, *, json_: bool) -> None:
    """Name what is watched, with how many lines its answer has."""
    watches = _open(settings).watches.values()
    if json_:
        output.json_text([{"words": w.words, "answers": len(w.items)} for w in watches])
    else:
        output.table(("watched", "answers"), [(w.words, str(len(w.items))) for w in watches])


@watch.command(epilog=example("kg watch remove 'rare earths'"))
@click.argument("words", nargs=-1, required=True, metavar="NAME|QUESTION...")
@with_settings
def remove(settings: Settings, words: tuple[str, ...]) -> None:
    """Watch these no more."""
    kept = _open(settings)
    for one in words:
        kept.remove(one)
    _save(settings, kept)


@watch.command(epilog=example("kg watch run", "kg watch run --json"))
@as_json
@with_settings
def run(settings: Settings, *, json_: bool) -> None:
    """Tell which answers moved since the last time, and by which sentence."""
    from kg.answers.desk.text import news_text

    kept = _open(settings)
    news = kept.run()
    told = [_plain(one) for one in news]
    output.json_text(told) if json_ else output.text(news_text(news, len(kept.watches)))
    _save(settings, kept)


def _open(settings: Settings) -> Watchlist:
    from kg.answers.desk import load

    demand(settings.store_url)
    return load(_file(settings), settings.store_url, to_write(settings))


def _save(settings: Settings, kept: Watchlist) -> None:
    from kg.answers.desk import save

    save(_file(settings), settings.store_url, kept)


def _file(settings: Settings) -> Path:
    return settings.directory / "watch.json"


@click.command(epilog=example("kg timeline Nvidia", "kg timeline 'Anglo American' --json"))
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@with_times
@as_json
@with_store
def timeline(store: Store, name: tuple[str, ...], times: Times, *, json_: bool) -> None:
    """Tell the history of one thing, with who said so."""
    from kg.answers.desk import timeline as history
    from kg.answers.desk.text import timeline_text

    found = history(view_of(store, times), " ".join(name), store)
    output.json_text(_plain(found)) if json_ else output.text(timeline_text(found))


@click.command(epilog=example("kg due", "kg due --as-of 2025-06-30 --json"))
@click.option("--as-of", "as_of", metavar="DATE", help="The day (default: the newest story's).")
@as_json
@with_store
def due(store: Store, as_of: str | None, *, json_: bool) -> None:
    """List what stories expect: missed, open and met."""
    from kg.answers.desk import due as expected
    from kg.answers.desk.text import due_text

    found = expected(store, _when(as_of) if as_of else None)
    output.json_text(_plain(found)) if json_ else output.text(due_text(found))


def _when(text: str) -> When:
    from schemas.when import When

    try:
        when = When.parse(text)
    except ValueError as error:
        raise click.UsageError(f"no date: {error}; give 2025, 2025-06 or 2025-06-30") from error
    if when.year is None:
        raise click.UsageError(f"{text!r} has no year; give 2025, 2025-06 or 2025-06-30")
    return when
