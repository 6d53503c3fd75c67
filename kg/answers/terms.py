"""What a plan's filters mean for the view that is read and for the calculation.

Bias: what is left out is left out of the graph, so that no path passes it; it is not struck from
the list afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.answers.name import one
from kg.answers.plan import Filters
from kg.answers.window import Window
from kg.exposure import Ask, Factors
from kg.graph.contract import View
from schemas.errors import QuestionUnread
from schemas.when import When

Reopen = Callable[[When | None, str | None], View]


def asked(filters: Filters, given: Ask) -> Ask:
    """The options of calculation with what the filters say of them."""
    ask: Ask = {**given}
    if filters.channel:
        ask["channel"] = filters.channel
    if filters.limit:
        ask["limit"] = filters.limit
    if filters.hops:
        ask["hops"] = filters.hops
    if filters.min_confidence:
        ask["min_confidence"] = filters.min_confidence
    if filters.statuses:
        factors = ask.get("factors", Factors())
        kept = {s: f if s in filters.statuses else 0.0 for s, f in factors.status.items()}
        ask["factors"] = replace(factors, status=kept)
    return ask


def seen(view: View, filters: Filters, reopen: Reopen | None = None) -> View:
    """The view at the filters' times, without what they exclude.

    QuestionUnread for "as known at" where the store cannot be asked again.
    """
    as_of = When.parse(filters.as_of) if filters.as_of else view.as_of
    known_at = filters.known_at or view.known_at
    if (as_of, known_at) != (view.as_of, view.known_at):
        if filters.known_at and not reopen:
            raise QuestionUnread(
                "'as known at' needs the store", cure="open the view with known_at instead"
            )
        view = (
            reopen(as_of, known_at)
            if reopen
            else Window(view, as_of, known_at=known_at, held=as_of)
        )
    gone = frozenset(one(view, name).node for name in filters.excluding)
    since, until = (When.parse(d) if d else None for d in (filters.since, filters.until))
    if not (gone or since or until):
        return view
    return Window(view, view.as_of, gone, view.known_at, since, until)


def counting(view: View, filters: Filters) -> View:
    """The view for an exposure: without plans or rumours where the filters leave them out.

    What is denied or over stays in sight (with weight 0), so that "not exposed" can be said.
    """
    if not filters.statuses:
        return view
    shown = frozenset({*filters.statuses, "denied", "negated", "ended"})
    return Window(view, view.as_of, known_at=view.known_at, statuses=shown)
