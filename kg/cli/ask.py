"""`kg exposed`, `kg ask`, `kg path`, `kg show`: questions, each answered in words or as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kg.cli import output
from kg.cli.options import as_json, example, with_store
from kg.cli.times import view_of, with_times

if TYPE_CHECKING:
    from kg.cli.times import Times
    from kg.graph.contract import Store, View
    from schemas.answer import Answer

__all__ = ["ask", "exposed", "path", "show"]


def _channel(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    from schemas.base import CHANNELS

    if value is not None and value not in CHANNELS:
        raise click.BadParameter(f"{value!r} is none of {', '.join(CHANNELS)}")
    return value


@click.command(epilog=example('kg exposed "rare earths" --hops 3', "kg exposed Suzuki --json"))
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@click.option("--hops", type=click.IntRange(1, 12), help="The longest path (default 4).")
@click.option("--channel", callback=_channel, metavar="NAME",
              help="One of supply, demand, price, finance, access.")  # fmt: skip
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out weaker edges.")
@click.option("--limit", type=click.IntRange(1), help="Entities at most (default 50).")
@with_times
@as_json
@with_store
def exposed(store: Store, names: tuple[str, ...], times: Times, *, json_: bool, **ask: Any) -> None:
    """Name who is exposed, each with path and sentences.

    NAME is an entity, policy, deal or event; several names are alternatives.
    """
    from kg.answers import exposed as exposed_to

    view = view_of(store, times)
    given = {option: value for option, value in ask.items() if value is not None}
    _tell(exposed_to(view, _named(view, names), **given), json_=json_)


@click.command(epilog=example('kg ask "Who supplies Nvidia?"', 'kg ask "who is hurt by cobalt"'))
@click.argument("question", nargs=-1, required=True, metavar="QUESTION")
@with_times
@as_json
@with_store
def ask(store: Store, question: tuple[str, ...], times: Times, *, json_: bool) -> None:
    """Answer an English question.

    Shows how it was read, then the answer; refuses with the nearest forms otherwise.
    """
    from kg.answers import answer

    view = view_of(store, times)
    _tell(answer(" ".join(question), view, reopen=store.view), json_=json_)


@click.command(epilog=example("kg path cobalt BMW"))
@click.argument("start", metavar="A")
@click.argument("goal", metavar="B")
@with_times
@as_json
@with_store
def path(store: Store, start: str, goal: str, times: Times, *, json_: bool) -> None:
    """Show how two things are linked, with sentences."""
    from kg.answers import path as chains

    _tell(chains(view_of(store, times), start, goal), json_=json_)


@click.command(epilog=example("kg show Nvidia", "kg show Nvidia --as-of 2025-06-30 --json"))
@click.argument("name", nargs=-1, required=True, metavar="NAME")
@with_times
@as_json
@with_store
def show(store: Store, name: tuple[str, ...], times: Times, *, json_: bool) -> None:
    """Tell all about one thing: every edge, with who said so."""
    from kg.answers import show as about

    _tell(about(view_of(store, times), " ".join(name)), json_=json_)


def _named(view: View, words: tuple[str, ...]) -> list[str]:
    """The names meant: the words together where they are one name, else each of them."""
    from kg.answers.name import resolve
    from schemas.errors import EntityUnknown

    together = " ".join(words)
    try:
        resolve(view, together)
    except EntityUnknown:
        return list(words)
    return [together]


def _tell(answer: Answer, *, json_: bool) -> None:
    from kg.answers import render, to_json

    output.json_text(to_json(answer)) if json_ else output.text(render(answer))
