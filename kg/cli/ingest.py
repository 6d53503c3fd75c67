"""`kg ingest` and `kg extract`: sources in, with the same reading and the same words on failure."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from kg.cli import output
from kg.cli.options import as_json, example, to_write, with_settings
from kg.propose import EXTRACTORS, proposer

if TYPE_CHECKING:
    from kg.graph.contract import Store
    from kg.pipeline import How, Taken
    from kg.settings import Settings

__all__ = ["extract", "ingest", "take", "total"]

DOUBTS = {"damaged": "words were lost here", "contradicts": "numbers contradict each other"}
"""By reason: what is said of words that are taken but trusted less."""


def _reading(callback: Callable[..., None]) -> Callable[..., None]:
    """Give the verb its sources and the options of reading, and pass it these as a `How`."""

    @click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
    @click.option("--loader", metavar="NAME", help="Force a loader (docs/cli.md lists them).")
    @click.option("--published", metavar="ISO", help="Date of stories that give none.")
    @click.option("--workers", type=click.IntRange(1), default=1, help="Processes that extract.")
    @click.option("--extractor", type=click.Choice(EXTRACTORS), default="rules", show_default=True,
                  help="What reads beside the rules (docs/proposers.md).")
    @click.option("--budget", type=click.IntRange(1), metavar="TOKENS",
                  help="Tokens that `llm` may use at most.")  # fmt: skip
    @with_settings
    @functools.wraps(callback)
    def run(settings: Settings, sources: tuple[str, ...], extractor: str, budget: int | None,
            **given: Any) -> None:  # fmt: skip
        from kg.pipeline import How

        reading = {name: given.pop(name) for name in ("loader", "published", "workers")}
        beside = proposer(extractor, settings, budget=budget)
        how = How(
            model=settings.model or None, reader=settings.reader or None,
            propose=beside.propose if beside else None, **reading,
        )  # fmt: skip
        try:
            callback(settings, sources, how, **given)
        finally:
            if beside:
                output.note(beside.account())

    return run


@click.command(epilog=example("kg ingest news/*.html deals.jsonl", "cat story.txt | kg ingest -"))
@as_json
@_reading
def ingest(settings: Settings, sources: tuple[str, ...], how: How, *, json_: bool) -> None:
    """Bring files, folders, globs, addresses or `-` into the store.

    What cannot be read is set aside with its reason, and the rest goes on; ingesting it again once
    it is repaired takes up exactly that. Repeating changes nothing.
    """
    sums = total(take(sources, to_write(settings), how))
    output.json_text(sums) if json_ else click.echo(sentence(sums))
    click.get_current_context().exit(1 if sums["set_aside"] else 0)


@click.command(epilog=example("kg extract story.txt --format table"))
@click.option("--format", "form", type=click.Choice(["jsonl", "json", "table"]), default="jsonl",
              show_default=True, help="Shape of the result.")  # fmt: skip
@as_json
@_reading
def extract(
    settings: Settings, sources: tuple[str, ...], how: How, *, form: str, json_: bool
) -> None:
    """Give claims and entities; touches no store."""
    from kg.graph import open_store

    del settings
    store = open_store(":memory:")
    sums = total(take(sources, store, how))
    _rows(store.rows(), "json" if json_ else form)
    click.get_current_context().exit(1 if sums["set_aside"] else 0)


def take(sources: Iterable[str], store: Store, how: How) -> list[Taken]:
    """Bring the sources into the store, showing progress and a line for each setback."""
    from kg import pipeline

    now = dt.datetime.now(tz=dt.UTC).isoformat(timespec="seconds")
    places, taken = pipeline.places(sources), []
    with output.progress("reading", len(places)) as done:
        for one in pipeline.ingest(places, store, known_from=now, how=how):
            taken.append(one)
            done(one.place)
            for setback in one.aside:
                output.note(f"kg: {setback.where}: {setback.why}")
            for story_id in one.added.retracted:
                output.note(f"note: story {story_id} was retracted and stays so; see `kg undo`")
            for doubt in (r for r in one.refusals if r.why in DOUBTS):
                where = f"{one.place}:{doubt.start}-{doubt.end}"
                what = doubt.note or DOUBTS[doubt.why]
                output.note(f"note: {where}: {what}: “{doubt.text[:90]}”")
    return taken


def total(taken: Iterable[Taken]) -> dict[str, int]:
    """What was read, written and set aside, summed over the sources."""
    sums = dict.fromkeys(
        ("sources", "stories", "copies", "known", "claims", "refusals", "leftovers", "set_aside"), 0
    )
    for one in taken:
        sums["sources"] += 1
        sums["stories"] += one.added.stories
        sums["copies"] += one.added.copies
        sums["known"] += one.added.known
        sums["claims"] += one.added.claims
        sums["refusals"] += len(one.refusals)
        sums["leftovers"] += len(one.reading.leftovers)
        sums["set_aside"] += len(one.aside)
    return sums


def sentence(sums: dict[str, int]) -> str:
    """The sums as a line of words."""
    copies = f" ({_many(sums['copies'], 'near-duplicate')})" if sums["copies"] else ""
    return (
        f"{_many(sums['sources'], 'source')}: {sums['stories']} new{copies}, "
        f"{sums['known']} known; "
        f"{_many(sums['claims'], 'claim')}; {_many(sums['refusals'], 'passage')} left out; "
        f"{_many(sums['set_aside'], 'input')} set aside"
    )


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def _rows(rows: Iterable[dict[str, object]], form: str) -> None:
    if form == "jsonl":
        output.json_lines(rows)
    elif form == "json":
        output.json_text(list(rows))
    else:
        shown = ("head", "type", "tail", "status", "quote")
        output.table(shown, [[str(r.get(c, "")) for c in shown] for r in rows if "type" in r])
