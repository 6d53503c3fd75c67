"""Exposure questions answered: from the names of a question to the contract's answer.

Bias: what is left out is said, and the priors are always beside the scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from kg.answers import via
from kg.answers.labels import bears
from kg.answers.name import Found, one, resolve
from kg.answers.plan import Filters, Plan
from kg.answers.terms import asked, counting, seen
from kg.answers.within import inside
from kg.exposure import (
    EVERY,
    LIMIT,
    Ask,
    Shock,
    coverage,
    exposed_to,
    most_fragile,
    shocks_for,
    terms_of,
)
from kg.exposure.factors import factors
from kg.graph.contract import View
from schemas.answer import Answer, Exposure
from schemas.errors import QuestionUnread

_SIDE = {"hurt": {"hurt", "mixed"}, "helped": {"helped", "mixed"}}
_NAMED = {"is_exposed", "why", "compare"}


def exposed(
    view: View, names: str | Sequence[str], event: str = "", *, filters: Filters | None = None,
    **ask: Unpack[Ask],
) -> Answer:  # fmt: skip
    """Who is exposed to the entities, policies, deals or events of these names.

    EntityUnknown or EntityAmbiguous where a name cannot be placed. Options as in `exposed_to`.
    """
    named = [names] if isinstance(names, str) else list(names)
    question = "who is exposed to " + " and ".join(named)
    plan = Plan("exposed", " and ".join(named), event=event, filters=filters or Filters())
    at = seen(view, plan.filters)
    return answer_of(at, question, plan, [resolve(at, name, event) for name in named], ask)


def exposure_answer(view: View, question: str, plan: Plan, ask: Ask) -> Answer:
    """The answer to an exposure question that was read."""
    found = resolve(view, plan.subject, plan.event)
    return answer_of(view, question, plan, [found], ask)


def answer_of(view: View, question: str, plan: Plan, found: list[Found], ask: Ask) -> Answer:
    """The answer about what was found: reached, narrowed, cut to the limit, with its gaps."""
    view, ask = counting(view, plan.filters), asked(plan.filters, ask)
    shocks = [s for f in found for e in f.entities for s in shocks_for(view, e.node, f.event)]
    walked, shocks = _through(view, plan, shocks)
    wide: Ask = {**ask, "limit": EVERY}
    reached = exposed_to(walked, shocks, **wide)
    every, notes = _narrowed(view, plan, reached)
    listed = every[: ask.get("limit", LIMIT)]
    kept = {e.node for e in listed}
    meant = via.passed(reached) if plan.filters.via else reached
    told = [via.onward(e) for e in meant if via.near(e.node) in kept]
    fragile = most_fragile(walked, shocks, told, terms_of(ask))
    notes = [*(f.note for f in found if f.note), *unused_words(plan), *notes]
    notes += [f"{len(every) - len(listed)} more, weaker"] if len(every) > len(listed) else []
    gaps = coverage(view, shocks, listed)
    used = {s.edge for e in listed for p in e.paths for s in p.steps}
    return Answer(
        question=question,
        plan=plan.shown() | {"names": names_of(view, listed)},
        shock=shown(shocks),
        as_of=view.as_of.text if view.as_of else None,
        known_at=view.known_at,
        answers=tuple(listed),
        unlinked=gaps.unlinked,
        left_out=(*notes, *gaps.left_out),
        most_fragile=fragile,
        factors=factors(ask.get("factors"), used),
        verdict=_verdict(plan, listed),
    )


def _through(view: View, plan: Plan, shocks: list[Shock]) -> tuple[View, list[Shock]]:
    """The view and the shocks as they are where every path must pass one node."""
    if not plan.filters.via:
        return view, shocks
    node = one(view, plan.filters.via).node
    return via.Through(view, node, view.as_of, view.known_at), [via.doubled(s) for s in shocks]


def _verdict(plan: Plan, listed: Sequence[Exposure]) -> str | None:
    if plan.measure == "count":
        return str(len(listed))
    if plan.form not in {"is_exposed", "why"}:
        return None
    found = listed[0]
    if found.class_ == "unknown":
        return "nothing known"
    if found.class_ == "stated_not_exposed":
        return "no: a story says that it is not exposed"
    return f"yes: {found.sign}, {found.class_}"


def unused_words(plan: Plan) -> tuple[str, ...]:
    """The line that says which narrower word of the question filtered nothing.

    QuestionUnread for a word that is no kind of thing here: all things are no answer to it.
    """
    if plan.noun and not plan.label:
        raise QuestionUnread(f"{plan.noun!r} is no kind of thing here", cure="ask who or what")
    return (f"{plan.noun!r} is read as any {plan.label.lower()}",) if plan.noun else ()


def names_of(view: View, listed: Sequence[Exposure]) -> dict[str, str]:
    """The name to show for every node on the listed paths."""
    steps = [s for e in listed for p in e.paths for s in p.steps]
    found = {n: view.entity(n) for n in sorted({n for s in steps for n in (s.from_, s.to)})}
    return {node: entity.name for node, entity in found.items() if entity}


def _narrowed(
    view: View, plan: Plan, every: list[Exposure]
) -> tuple[list[Exposure], list[str]]:
    """What the plan's `via`, side, label, place and names leave of the list, and a note."""
    kept: list[Exposure] = every
    notes: list[str] = []
    if plan.filters.via:
        kept = via.arrived(kept, one(view, plan.filters.via).node)
    side = _SIDE.get(plan.form)
    kept = [e for e in kept if not side or e.sign in side]
    kept = [e for e in kept if bears(plan.label, e.type)]
    if plan.form not in _NAMED:
        kept, lines = inside(view, plan, kept)
        notes = [*lines]
    if plan.form in _NAMED:
        names = [n for n in (plan.other, plan.third) if n]
        kept = sorted((_of_one(view, n, kept) for n in names), key=lambda e: -abs(e.score))
    return kept, notes


def _of_one(view: View, name: str, every: list[Exposure]) -> Exposure:
    entity = one(view, name)
    unknown = Exposure.model_validate(
        {
            "entity": entity.name, "node": entity.node, "type": entity.label, "score": 0.0,
            "sign": "mixed", "channel": "supply", "hops": 0, "class": "unknown",
        }
    )  # fmt: skip
    return next((e for e in every if e.node == entity.node), unknown)


def shown(shocks: Sequence[Shock]) -> dict[str, object]:
    """The shock as the contract shows it; alternatives beside the first."""
    every: list[dict[str, object]] = [
        {
            "node": s.node, "name": s.name, "channel": s.channel, "size": s.size,
            "reason": s.reason, "about": sorted(n for n in s.about if not via.is_far(n)),
        }
        for s in shocks
    ]  # fmt: skip
    return every[0] | ({"alternatives": every[1:]} if every[1:] else {})
