"""An English question in, the contract's answer out; no language model.

Bias: a question that is not read is refused, with what could be asked instead.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Unpack

from kg.answers.compare import compare_answer
from kg.answers.deals import leaving_answer, listing_answer, sold_answer
from kg.answers.edges import holds_answer, pairs_answer, side_answer, when_answer
from kg.answers.evidence import common_answer, evidence_answer
from kg.answers.exposed import exposure_answer
from kg.answers.forms import joined
from kg.answers.grammar import readings
from kg.answers.links import path_answer
from kg.answers.name import is_named
from kg.answers.overview import changes_answer, left_out_answer, things_answer
from kg.answers.plan import Filters, Plan
from kg.answers.plan_json import plan_from
from kg.answers.telling import said_answer, show_answer
from kg.answers.terms import Reopen, seen
from kg.answers.unreached import sources_answer, unexposed_answer
from kg.answers.within import is_place
from kg.exposure import Ask
from kg.graph.contract import View
from schemas.answer import Answer
from schemas.errors import EntityUnknown, QuestionUnread


def answer(
    question: str, view: View, *, reopen: Reopen | None = None, filters: Filters | None = None,
    **ask: Unpack[Ask],
) -> Answer:  # fmt: skip
    """The answer to a question over a view.

    QuestionUnread, EntityUnknown or EntityAmbiguous where it cannot be read. `reopen` is the
    store's `view(as_of, known_at)`: with it, "as of" and "as known at" ask the store again.
    `filters` and the options of calculation hold where the question says nothing else.
    """
    first: EntityUnknown | QuestionUnread | None = None
    for read in readings(question):
        plan = joined(read, filters or Filters())
        for meant in (_in_a_place(view, plan), plan):
            try:
                if meant:
                    return answer_plan(meant, view, question=question, reopen=reopen, **ask)
            except (EntityUnknown, QuestionUnread) as error:  # read the words another way
                first = first or error
    raise first or AssertionError("a question without a reading")


def answer_plan(
    plan: object, view: View, *, question: str = "", reopen: Reopen | None = None,
    **ask: Unpack[Ask],
) -> Answer:  # fmt: skip
    """The answer to a plan, or to the JSON object of one (see `plan_schema`)."""
    plan = plan if isinstance(plan, Plan) else plan_from(plan)
    if plan.subject and plan.subject in plan.filters.excluding:
        raise QuestionUnread(f"{plan.subject!r} is both asked about and excluded")
    at = seen(view, plan.filters, reopen)
    words = question or f"plan: {plan.form} {plan.subject}".rstrip()
    if plan.form == "path":
        return path_answer(at, words, plan, plan.filters.hops or 4)
    simple = _SIMPLE.get(plan.form)
    if simple:
        return simple(at, words, plan)
    scored = _SCORED.get(plan.form)
    if scored:
        return scored(at, words, plan, ask)
    return exposure_answer(at, words, plan, ask)


_SIMPLE: dict[str, Callable[[View, str, Plan], Answer]] = {
    "subjects": side_answer, "objects": side_answer, "pairs": pairs_answer,
    "holds": holds_answer, "when": when_answer, "leaving": leaving_answer,
    "listing": listing_answer, "sold_for": sold_answer, "said": said_answer,
    "show": show_answer, "timeline": show_answer, "evidence": evidence_answer,
    "common": common_answer, "things": things_answer, "changes": changes_answer,
    "left_out": left_out_answer,
}  # fmt: skip
_SCORED: dict[str, Callable[[View, str, Plan, Ask], Answer]] = {
    "unexposed": unexposed_answer, "sources": sources_answer, "compare": compare_answer,
}


def _in_a_place(view: View, plan: Plan) -> Plan | None:
    """The plan of "… X in NAME" with NAME as the place of the answers, where X is a thing."""
    subject, _, place = plan.subject.rpartition(" in ")
    if not subject or plan.filters.within or is_named(view, plan.subject):
        return None
    if not is_named(view, subject) or not is_place(view, place.removeprefix("the ")):
        return None
    filters = replace(plan.filters, within=place.removeprefix("the "))
    return replace(plan, subject=subject, filters=filters)


def to_json(given: Answer) -> dict[str, object]:
    """The answer as the contract's JSON object: aliases, no absent values."""
    return given.model_dump(by_alias=True, exclude_none=True, mode="json")
