"""An English question in, the contract's answer out; no language model.

Bias: a question that is not read is refused, with what could be asked instead.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.answers.edges import listing_answer, side_answer, sold_answer
from kg.answers.exposed import exposure_answer
from kg.answers.grammar import read
from kg.answers.links import path_answer, show_answer
from kg.answers.name import one
from kg.answers.plan import Filters, Plan
from kg.answers.window import Window
from kg.exposure import Ask, Factors
from kg.graph.contract import View
from schemas.answer import Answer
from schemas.errors import QuestionUnread
from schemas.when import When

Reopen = Callable[[When | None, str | None], View]


def answer(
    question: str, view: View, *, reopen: Reopen | None = None, factors: Factors | None = None
) -> Answer:
    """The answer to a question over a view.

    QuestionUnread, EntityUnknown or EntityAmbiguous where it cannot be read. `reopen` is the
    store's `view(as_of, known_at)`: with it, "as of" and "as known at" ask the store again.
    """
    plan = read(question)
    seen = _window(view, plan.filters, reopen)
    if plan.form == "path":
        hops = plan.filters.hops or 4
        return path_answer(seen, question, plan, hops)
    simple = _SIMPLE.get(plan.form)
    if simple:
        return simple(seen, question, plan)
    return exposure_answer(seen, question, plan, _ask(plan.filters, factors))


_SIMPLE: dict[str, Callable[[View, str, Plan], Answer]] = {
    "subjects": side_answer,
    "objects": side_answer,
    "listing": listing_answer,
    "sold_for": sold_answer,
    "show": show_answer,
    "timeline": show_answer,
}


def _ask(filters: Filters, factors: Factors | None) -> Ask:
    ask: Ask = {"channel": filters.channel}
    if filters.hops:
        ask["hops"] = filters.hops
    if factors:
        ask["factors"] = factors
    return ask


def _window(view: View, filters: Filters, reopen: Reopen | None) -> View:
    """The view that the filters ask for."""
    as_of = When.parse(filters.as_of) if filters.as_of else view.as_of
    known_at = filters.known_at or view.known_at
    if (as_of, known_at) != (view.as_of, view.known_at):
        if filters.known_at and not reopen:
            raise QuestionUnread(
                "'as known at' needs the store", cure="open the view with known_at instead"
            )
        view = _reopened(view, as_of, known_at, reopen)
    gone = frozenset(one(view, name).node for name in filters.excluding)
    if not gone:
        return view
    return Window(view, view.as_of, gone, view.known_at)


def _reopened(view: View, as_of: When | None, known_at: str | None, reopen: Reopen | None) -> View:
    if reopen:
        return reopen(as_of, known_at)
    return Window(view, as_of, known_at=known_at)


def to_json(given: Answer) -> dict[str, object]:
    """The answer as the contract's JSON object: aliases, no absent values."""
    return given.model_dump(by_alias=True, exclude_none=True, mode="json")
