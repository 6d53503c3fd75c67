"""`kg exposed`, `kg ask`, `kg path`, `kg show`: questions, each answered in words or as JSON."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kg.cli import output
from kg.cli.options import as_json, example, with_store
from kg.cli.times import view_of, with_times

if TYPE_CHECKING:
    from kg.answers import Filters
    from kg.cli.times import Times
    from kg.graph.contract import Store, View
    from schemas.answer import Answer

__all__ = ["ask", "exposed", "path", "show"]


def _channel(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    from schemas.base import CHANNELS

    if value is not None and value not in CHANNELS:
        raise click.BadParameter(f"{value!r} is none of {', '.join(CHANNELS)}")
    return value


def _narrowing(callback: Callable[..., None]) -> Callable[..., None]:
    """Give the verb the options that narrow an answer and pass them as `filters` and `ask`."""

    @click.option("--hops", "--within-hops", "hops", type=click.IntRange(1, 12),
                  help="The longest path (default 4).")  # fmt: skip
    @click.option("--via", metavar="NAME", help="Only paths that pass it.")
    @click.option("--excluding", multiple=True, metavar="NAME",
                  help="No path that passes it; repeatable.")  # fmt: skip
    @click.option("--channel", callback=_channel, metavar="NAME",
                  help="One of supply, demand, price, finance, access.")  # fmt: skip
    @click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out weaker edges.")
    @click.option("--realised", is_flag=True, help="Only what is done: no plans, no rumours.")
    @functools.wraps(callback)
    def run(*args: Any, via: str | None, excluding: tuple[str, ...], realised: bool,
            **given: Any) -> None:  # fmt: skip
        from kg.answers import Filters
        from kg.answers.statuses import REAL

        statuses = REAL if realised else ()
        filters = Filters(via=via or "", excluding=excluding, statuses=statuses)
        callback(*args, filters=filters, **given)

    return run


def _given(options: dict[str, Any]) -> dict[str, Any]:
    return {option: value for option, value in options.items() if value is not None}


@click.command(epilog=example('kg exposed "rare earths" --hops 3', "kg exposed Suzuki --json",
                              "kg exposed cobalt --excluding China --realised"))  # fmt: skip
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@_narrowing
@click.option("--limit", type=click.IntRange(1), help="Entities at most (default 50).")
@click.option("--certificate", metavar="FILE", help="Write the whole proof there, as JSON.")
@with_times
@as_json
@with_store
def exposed(
    store: Store, names: tuple[str, ...], times: Times, *, json_: bool, filters: Filters, **ask: Any
) -> None:
    """Name who is exposed, each with path and sentences.

    NAME is an entity, policy, deal or event; several names are alternatives.
    """
    from kg.answers import exposed as exposed_to

    view = view_of(store, times)
    file = ask.pop("certificate")
    given, meant = _given(ask), _named(view, names)
    if file and (filters.via or filters.excluding or filters.statuses):
        raise click.UsageError("--certificate proves a whole answer: leave out --via, --excluding "
                               "and --realised")  # fmt: skip
    answer = exposed_to(view, meant, filters=filters, **given)
    if file:
        from kg.cli.proof import keep

        keep(store, view, meant, answer, file, given)  # type: ignore[arg-type]
    _tell(answer, json_=json_)


@click.command(epilog=example('kg ask "Who supplies Nvidia?"', 'kg ask "who is hurt by cobalt"',
                              "kg ask --plan plan.json"))  # fmt: skip
@click.argument("question", nargs=-1, metavar="QUESTION")
@click.option("--plan", "file", metavar="FILE", type=click.File(encoding="utf-8"),
              help="Answer a ready plan (JSON) instead of a question.")  # fmt: skip
@_narrowing
@with_times
@as_json
@with_store
def ask(
    store: Store, question: tuple[str, ...], times: Times, *, json_: bool, file: Any,
    filters: Filters, **given: Any,
) -> None:  # fmt: skip
    """Answer an English question.

    Shows how it was read, then the answer; refuses with the nearest forms otherwise. The options
    hold where the question says nothing else.
    """
    from kg.answers import answer, answer_plan

    if bool(question) == bool(file):
        raise click.UsageError("give a question, or a plan with --plan, and not both")
    view, options = view_of(store, times), _given(given)
    if file:
        plan = _planned(file.read(), filters)
        _tell(answer_plan(plan, view, reopen=store.view, **options), json_=json_)
        return
    words = " ".join(question)
    _tell(answer(words, view, reopen=store.view, filters=filters, **options), json_=json_)


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
