"""What a certificate must hold of an answer's question: the nodes that its names mean.

Bias: a question that does not ask who is exposed has no certificate; it says so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from kg.answers.name import one, resolve
from kg.answers.plan import Filters, Plan
from kg.answers.plan_json import plan_from
from kg.answers.terms import Reopen, asked, counting, seen
from kg.answers.window import Window
from kg.answers.within import place_of
from kg.exposure import Ask, Factors
from kg.exposure.certificate import Options, Question, options
from kg.exposure.certificate.options import FORMS, NAMED, SIDES
from kg.graph.contract import View
from schemas.answer import Answer
from schemas.errors import QuestionUnread
from schemas.when import When


def question_of(
    given: Answer, view: View, ask: Ask, *, reopen: Reopen, names: Sequence[str] = ()
) -> tuple[Question, View]:
    """The question of an exposure answer, for its certificate, and the view that it was asked of.

    `names` are those of a question about several things. QuestionUnread for any other question.
    """
    plan = _plan(given)
    if plan.form not in FORMS:
        raise QuestionUnread(
            f"no certificate for a question of the form {plan.form!r}",
            cure="ask who is exposed, hurt or helped",
        )
    at = seen(view, plan.filters, reopen)
    found = [resolve(at, name, plan.event) for name in names or [plan.subject]]
    under = at.view if isinstance(at, Window) else at
    asking = tuple((e.node, f.event) for f in found for e in f.entities)
    meant = _options(plan, under, counting(at, plan.filters), ask)
    told = _told(given.plan, plan.filters, ask)
    factors = ask.get("factors", Factors())
    return Question(given.question, told, asking, meant, factors), under


def _plan(given: Answer) -> Plan:
    """The plan that an answer shows."""
    shown = {key: value for key, value in given.plan.items() if key != "names"}
    return plan_from(json.loads(json.dumps(shown)))


def _options(plan: Plan, under: View, at: View, ask: Ask) -> Options:
    filters = plan.filters
    names = [n for n in (plan.other, plan.third) if n and plan.form in NAMED]
    return options(
        asked(filters, ask),
        via=one(at, filters.via).node if filters.via else "",
        excluding=tuple(one(under, name).node for name in filters.excluding),
        statuses=filters.statuses,
        since=When.parse(filters.since) if filters.since else None,
        until=When.parse(filters.until) if filters.until else None,
        side=plan.form if plan.form in SIDES else "",
        label=plan.label,
        within=place_of(at, filters.within).node if filters.within else "",
        outside=place_of(at, filters.outside).node if filters.outside else "",
        named=tuple(one(at, name).node for name in names),
    )


def _told(shown: dict[str, object], filters: Filters, ask: Ask) -> dict[str, object]:
    """The plan with the options that were given beside it, as if they stood in the question."""
    used = asked(filters, ask)
    beside = {
        "hops": used.get("hops"), "channel": used.get("channel"),
        "min_confidence": used.get("min_confidence"),
    }  # fmt: skip
    own = shown.get("filters", {})
    both = {**(own if isinstance(own, dict) else {}), **{k: v for k, v in beside.items() if v}}
    more: dict[str, object] = {"filters": both} if both else {}
    return {**shown, **more, **({"limit": ask["limit"]} if "limit" in ask else {})}

