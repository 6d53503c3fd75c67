"""`kg eval`: how well stories are read, beside what annotators found in them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli import output
from kg.cli.options import as_json, example

if TYPE_CHECKING:
    from kg.eval import Gold, Heard
    from kg.eval.report import Measured
    from kg.settings import Settings

__all__ = ["eval", "evaluate"]

NAMED = 5
"""Stories that were not given of which the note says the name."""
_FILE = click.Path(path_type=Path)


@click.command("eval", epilog=example(
    "kg eval tests/quality/unseen --page misses.html",
    "kg eval gold --stories stories.jsonl --json",
    "kg eval tests/quality/unseen --floors tests/quality/floors.json"))  # fmt: skip
@click.argument("place", required=False, type=_FILE, metavar="[GOLD]")
@click.option("--gold", type=_FILE, metavar="GOLD", help="The same, as an option.")
@click.option("--stories", multiple=True, metavar="SOURCE",
              help="File or folder of stories; repeat for more. Else those in GOLD.")  # fmt: skip
@click.option("--rows", type=_FILE, metavar="FILE", help="What `kg extract` gave, instead.")
@click.option("--same", type=_FILE, metavar="FILE", help="Who is who across the stories.")
@click.option("--only-given", is_flag=True, help="Leave out stories that are not given.")
@click.option("--page", type=_FILE, metavar="FILE", help="Write each miss there: .html or .md.")
@click.option("--floors", type=_FILE, metavar="FILE", help="Exit 1 where a figure is under its.")
@click.option("--samples", type=click.IntRange(100, 100_000), default=1000, show_default=True,
              help="Samples of the stories, for the intervals.")  # fmt: skip
@click.option("--seed", type=click.IntRange(0), default=7, show_default=True,
              help="Where the samples start.")  # fmt: skip
@click.option("--workers", type=click.IntRange(1), default=1, help="Processes that extract.")
@as_json
@click.pass_obj
def evaluate(settings: Settings, /, place: Path | None, gold: Path | None, **given: Any) -> None:
    """Score what is read against what annotators found: claims, things, values, who is who.

    GOLD is a folder of annotated stories or a file of them as JSON Lines.
    """
    from kg.eval import read_gold
    from kg.eval.page import writer

    place = place or gold
    if not place or (given["rows"] and given["stories"]):
        raise click.UsageError("give GOLD, and --stories or --rows, not both")
    made = writer(given["page"]) if given["page"] else None
    golds = read_gold(place)
    heard = _heard(settings, place, golds, **_some(given, "stories", "rows", "workers"))
    if given["only_given"]:
        golds = _given(golds, heard)
    measured = _measured(place, golds, heard, **_some(given, "same", "samples", "seed"))
    if made:
        text = made(measured, place.resolve().stem)
        given["page"].write_text(text, encoding="utf-8", newline="\n")
        output.note(f"wrote {given['page']}")
    _told(measured, json_=given["json_"])
    failed = _held(measured, place, given["floors"]) if given["floors"] else False
    click.get_current_context().exit(1 if failed or heard.aside else 0)


eval = evaluate  # noqa: A001  (a verb's function has its name)


def _some(given: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: given[name] for name in names}


def _heard(
    settings: Settings, place: Path, golds: list[Gold], *, stories: tuple[str, ...],
    rows: Path | None, workers: int,
) -> Heard:  # fmt: skip
    """What was read of the annotated stories, with a line for what could not be."""
    from kg.eval import from_rows, from_stories
    from kg.pipeline import How

    names = {gold.id for gold in golds}
    if rows:
        heard = from_rows(rows, names)
    else:
        how = How(model=settings.model or None, reader=settings.reader or None, workers=workers)
        heard = from_stories(_places(place, stories), names, how)
    for setback in heard.aside:
        output.note(f"kg: {setback.where}: {setback.why}")
    if heard.elsewhere:
        output.note(f"note: {heard.elsewhere} rows belong to no annotated story")
    if lacking := sorted(names - set(heard.stories)):
        more = f" and {len(lacking) - NAMED} more" if len(lacking) > NAMED else ""
        named = ", ".join(lacking[:NAMED]) + more
        output.note(f"note: nothing was given of {named}: counts as missed, unless --only-given")
    return heard


def _places(place: Path, stories: tuple[str, ...]) -> list[str]:
    """The sources of the stories; the files of the gold itself are none."""
    from kg import pipeline
    from kg.eval import paths
    from kg.eval.gold import SAME

    folder = (str(place),) if place.is_dir() else ()
    if not (stories or folder):
        raise click.UsageError("a file of gold holds no stories: name them with --stories")
    gold = {path.resolve() for path in paths(place)}
    found = [p for p in pipeline.places(stories or folder) if Path(p).resolve() not in gold]
    return [p for p in found if Path(p).name != SAME]


def _given(golds: list[Gold], heard: Heard) -> list[Gold]:
    from schemas.errors import SourceMissing

    given = [gold for gold in golds if gold.id in heard.stories]
    if not given:
        raise SourceMissing("no annotated story was given", cure="name them with --stories")
    return given


def _measured(
    place: Path, golds: list[Gold], heard: Heard, *, same: Path | None, samples: int, seed: int
) -> Measured:
    from kg.eval import intervals, read_same, score
    from kg.eval.report import Measured

    found = score(golds, heard.stories, read_same(place, same))
    return Measured(found, intervals(found, samples=samples, seed=seed), samples, seed)


def _told(measured: Measured, *, json_: bool) -> None:
    from kg.eval.report import document, tables

    if json_:
        output.json_text(document(measured))
        return
    stories = len(measured.found.sheets)
    click.echo(f"{stories} annotated {'story' if stories == 1 else 'stories'}; 95 % intervals of "
               f"{measured.samples:,} samples of them, seed {measured.seed}")  # fmt: skip
    for table in tables(measured):
        click.echo()
        output.table(table.header, table.rows)


def _held(measured: Measured, place: Path, path: Path) -> bool:
    """Hold the figures to the floors; says each that is under its own, True if there is one."""
    from kg.eval import figures, hold, read_floors
    from schemas.errors import SourceMalformed

    held = hold(figures(measured.found), read_floors(path), place.resolve().stem)
    if not held.held:
        raise SourceMalformed("no floor of any figure that is measured", where=str(path),
                              cure="see `kg eval` in docs/cli.md")  # fmt: skip
    for line in held.under:
        output.note(f"kg: {path}: {line}")
    if held.unknown:
        output.note(f"note: {path}: no figures of `kg eval`: {', '.join(held.unknown)}")
    return bool(held.under)
