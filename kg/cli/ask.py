"""`kg exposed`, `kg ask`, `kg path`, `kg show`: questions, each answered in words or as JSON."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, NamedTuple

import click

from kg.cli import output
from kg.cli.options import as_json, example, with_store
from kg.cli.times import view_of, with_times

if TYPE_CHECKING:
    from kg.answers import Filters
    from kg.cli.times import Times
    from kg.exposure import Ask
    from kg.graph.contract import Store, View
    from schemas.answer import Answer
    from schemas.base import Channel

__all__ = ["ask", "exposed", "path", "show"]


class Wanted(NamedTuple):
    """What narrows an answer, how it is calculated, and the file for its certificate, if any."""

    filters: Filters
    ask: Ask
    proof: str | None


def _channel(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    from schemas.base import CHANNELS

    if value is not None and value not in CHANNELS:
        raise click.BadParameter(f"{value!r} is none of {', '.join(CHANNELS)}")
    return value


def _narrowing(callback: Callable[..., None]) -> Callable[..., None]:
    """Give the verb the options that narrow an answer, and `--certificate`, as `wanted`."""

    @click.option("--hops", "--within-hops", "hops", type=click.IntRange(1, 12),
                  help="The longest path (default 4).")  # fmt: skip
    @click.option("--via", metavar="NAME", help="Only paths that pass it.")
    @click.option("--excluding", multiple=True, metavar="NAME",
                  help="No path that passes it; repeatable.")  # fmt: skip
    @click.option("--channel", callback=_channel, metavar="NAME",
                  help="One of supply, demand, price, finance, access.")  # fmt: skip
    @click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out weaker edges.")
    @click.option("--realised", is_flag=True, help="Only what is done: no plans, no rumours.")
    @click.option("--certificate", "proof", metavar="FILE",
                  help="Write the whole proof there, as JSON.")  # fmt: skip
    @functools.wraps(callback)
    def run(*args: Any, via: str | None, excluding: tuple[str, ...], realised: bool,
            proof: str | None, **given: Any) -> None:  # fmt: skip
        from kg.answers import Filters
        from kg.answers.statuses import REAL

        statuses = REAL if realised else ()
        filters = Filters(via=via or "", excluding=excluding, statuses=statuses)
        ask = _ask(*(given.pop(name) for name in ("hops", "channel", "min_confidence")))
        callback(*args, wanted=Wanted(filters, ask, proof), **given)

    return run


def _ask(hops: int | None, channel: Channel | None, min_confidence: float | None) -> Ask:
    """The options of calculation that were given."""
    ask: Ask = {}
    if hops is not None:
        ask["hops"] = hops
    if channel is not None:
        ask["channel"] = channel
    if min_confidence is not None:
        ask["min_confidence"] = min_confidence
    return ask


@click.command(epilog=example('kg exposed "rare earths" --hops 3', "kg exposed Suzuki --json",
                              "kg exposed cobalt --excluding China --realised",
                              "kg exposed cobalt --via Chile --certificate c.json"))  # fmt: skip
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@_narrowing
@click.option("--limit", type=click.IntRange(1), help="Entities at most (default 50).")
@with_times
@as_json
@with_store
def exposed(
    store: Store, names: tuple[str, ...], times: Times, *, json_: bool, wanted: Wanted,
    limit: int | None,
) -> None:  # fmt: skip
    """Name who is exposed, each with path and sentences.

    NAME is an entity, policy, deal or event; several names are alternatives.
    """
    from kg.answers import exposed as exposed_to

    view, ask = view_of(store, times), wanted.ask
    meant = _named(view, names)
    if limit is not None:
        ask["limit"] = limit
    answer = exposed_to(view, meant, filters=wanted.filters, **ask)
    if wanted.proof:
        from kg.cli.proof import keep

        keep(store, view, answer, wanted.proof, ask, names=meant)
    _tell(answer, json_=json_)


@click.command(epilog=example('kg ask "Who supplies Nvidia?"', 'kg ask "who is hurt by cobalt"',
                              "kg ask --plan plan.json",
                              'kg ask "who is hurt by tin" --certificate c.json'))  # fmt: skip
@click.argument("words", nargs=-1, metavar="QUESTION")
@click.option("--plan", "file", metavar="FILE", type=click.File(encoding="utf-8"),
              help="Answer a ready plan (JSON) instead of a question.")  # fmt: skip
@_narrowing
@with_times
@as_json
@with_store
def ask(
    store: Store, words: tuple[str, ...], times: Times, *, json_: bool, file: IO[str] | None,
    wanted: Wanted,
) -> None:  # fmt: skip
    """Answer an English question.

    Shows how it was read, then the answer; refuses with the nearest forms otherwise. The options
    hold where the question says nothing else.
    """
    from kg.answers import answer, answer_plan

    if bool(words) == bool(file):
        raise click.UsageError("give a question, or a plan with --plan, and not both")
    view, filters = view_of(store, times), wanted.filters
    if file:
        plan = _planned(file.read(), filters)
        given = answer_plan(plan, view, reopen=store.view, **wanted.ask)
    else:
        given = answer(" ".join(words), view, reopen=store.view, filters=filters, **wanted.ask)
    if wanted.proof:
        from kg.cli.proof import keep

        keep(store, view, given, wanted.proof, wanted.ask)
    _tell(given, json_=json_)


def _planned(text: str, filters: Filters) -> object:
    """The plan of a JSON text, with the options where it says nothing else."""
    import json

    from kg.answers import plan_from
    from kg.answers.forms import joined
    from schemas.errors import QuestionUnread

    try:
        return joined(plan_from(json.loads(text)), filters)
    except json.JSONDecodeError as error:
        raise QuestionUnread(f"no JSON: {error}", where="plan") from error


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
