"""`kg demo`: the main job on bundled stories, from files to an answer with its sentences."""

from __future__ import annotations

from collections import Counter
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli import output
from kg.cli.ingest import sentence, take, total
from kg.cli.options import as_json, example, to_write, with_settings

if TYPE_CHECKING:
    from kg.graph.contract import View
    from kg.pipeline import Taken
    from kg.settings import Settings
    from schemas.answer import Answer

__all__ = ["demo"]

QUESTION = "Who is exposed to US tariffs on cars?"
SHOWN = 5  # answers in words: a screenful; the JSON has all
NEXT = """To go on:
  {kg} ask "Who is exposed to China's rare earth export controls?"
  {kg} exposed "rare earth magnets"
  {kg} show "Volkswagen"
  kg ingest YOUR-NEWS.txt && kg exposed NAME
"""


@click.command(epilog=example("kg demo", "kg demo --out pictures"))
@click.option("--out", metavar="DIR", help="Where the pictures go (default: the data directory).")
@as_json
@with_settings
def demo(settings: Settings, out: str | None, *, json_: bool) -> None:
    """Run the whole chain on bundled stories.

    Needs nothing but this package: no network, no key, no server.
    """
    url = settings.store or str(settings.directory / "demo.db")
    taken, view = _read(settings, url)
    answer = _answer(view)
    pictures = _draw(answer, Path(out) if out else settings.directory)
    tell = _tell_json if json_ else _tell
    tell(taken, view, answer, pictures, url)


def _read(settings: Settings, url: str) -> tuple[list[Taken], View]:
    """The bundled stories brought into the store, and its view."""
    import dataclasses

    from kg.pipeline import How

    store = to_write(dataclasses.replace(settings, store=url))
    stories = resources.files("kg.demo") / "stories"
    how = How(model=settings.model or None, reader=settings.reader or None)
    taken = take([str(stories)], store, how)
    return taken, store.view()


def _answer(view: View) -> Answer:
    from kg.answers import answer

    return answer(QUESTION, view)


def _draw(answer: Answer, folder: Path) -> list[str]:
    """The paths of the pictures: one file for a browser, one to print."""
    from kg.draw import draw_answer

    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / "demo.html", folder / "demo.svg"]
    for path in paths:
        draw_answer(answer, path)
    return [str(path) for path in paths]


def _counts(view: View) -> dict[str, dict[str, int]]:
    labels = Counter(entity.label for entity in view.entities())
    types = Counter(edge.type for edge in view.edges())
    return {"labels": dict(labels.most_common()), "edges": dict(types.most_common())}


def _tell_json(
    taken: list[Taken], view: View, answer: Answer, pictures: list[str], url: str
) -> None:
    from kg.answers import to_json

    said = {"ingest": total(taken), "graph": _counts(view), "answer": to_json(answer)}
    output.json_text({**said, "pictures": pictures, "store": url})


def _tell(taken: list[Taken], view: View, answer: Answer, pictures: list[str], url: str) -> None:
    from kg.answers import render

    for one in taken:
        counts = f"{one.added.stories} new, {one.added.known} known, {one.added.claims} claims"
        click.echo(f"  {Path(one.place).name:16} {counts}")
    click.echo(sentence(total(taken)))
    for sort, numbers in _counts(view).items():
        shown = ", ".join(f"{name} {number}" for name, number in numbers.items())
        click.echo(f"\n{sort} ({sum(numbers.values())}): {shown}")
    output.text("\n" + render(answer.model_copy(update={"answers": answer.answers[:SHOWN]})))
    click.echo("\npictures: " + ", ".join(pictures) + "\n")
    click.echo(NEXT.format(kg=f"kg --store {url}"))
