"""Exposure asked from the other end: who is not reached by a shock, and what could reach a thing.

Bias: "not reached" is "nothing known", never "safe": only a story that says so makes a "no". What
a thing is exposed to is sought among its near neighbours alone, and the answer says how many.
"""

from __future__ import annotations

from dataclasses import replace

from kg.answers.exposed import exposure_answer, names_of, unused_words
from kg.answers.labels import bears
from kg.answers.name import one
from kg.answers.plan import Plan
from kg.answers.statuses import OVER
from kg.answers.terms import asked, counting
from kg.answers.within import called_note, inside, is_called
from kg.exposure import EVERY, LIMIT, Ask, exposed_to, shocks_for
from kg.exposure.factors import factors
from kg.graph.contract import View
from schemas.answer import Answer, Exposure
from schemas.claim import Entity

_REACH = 3  # hops from the thing within which its shocks are sought
_TRIED = 80  # neighbours whose shock is worked out
_SHOCKED = {"Policy", "Deal", "Commodity", "Product", "Country", "Firm", "Place", "Industry"}


def unexposed_answer(view: View, question: str, plan: Plan, ask: Ask) -> Answer:
    """Who of the label (firms, unless told otherwise) the shock does not reach."""
    wide: Ask = {**ask, "limit": EVERY}
    if not plan.label:
        unused_words(plan)  # refuses a noun that is no kind of thing here
    given = exposure_answer(view, question, replace(plan, form="exposed", noun=""), wide)
    said = [e for e in given.answers if e.class_ == "stated_not_exposed"]
    reached = {e.node for e in given.answers} | _about(given)
    label = plan.label or "Firm"
    free = [_unknown(e) for e in view.entities()
            if bears(label, e.label) and e.node not in reached and is_called(view, plan, e)]
    kept, notes = inside(view, plan, free)
    limit = ask.get("limit", LIMIT)
    every = (*said, *kept[:limit])
    more = [called_note(plan)] if plan.noun else []
    more += [f"{len(kept) - limit} more"] if len(kept) > limit else []
    verdict = f"said not to be exposed: {len(said)}; not reached, which is no proof: {len(kept)}"
    return given.model_copy(
        update={
            "plan": plan.shown() | {"names": names_of(view, every)}, "answers": every,
            "verdict": verdict, "left_out": (*given.left_out, *notes, *more), "most_fragile": None,
        }
    )  # fmt: skip


def _about(given: Answer) -> set[str]:
    """The nodes that the shock, or an alternative to it, is about."""
    shock = given.shock or {}
    others = shock.get("alternatives")
    every = [shock, *(others if isinstance(others, list) else [])]
    found = [n for s in every for n in (s.get("about") or []) if isinstance(s, dict)]
    return {str(n) for n in found}


def _unknown(entity: Entity) -> Exposure:
    return Exposure.model_validate(
        {
            "entity": entity.name, "node": entity.node, "type": entity.label, "score": 0.0,
            "sign": "mixed", "channel": "supply", "hops": 0, "class": "unknown",
        }
    )  # fmt: skip


def sources_answer(view: View, question: str, plan: Plan, ask: Ask) -> Answer:
    """What a thing is exposed to: whose shock reaches it, strongest first."""
    subject = one(view, plan.subject)
    shown, ask = counting(view, plan.filters), asked(plan.filters, ask)
    near = [e for e in _near(shown, subject) if bears(plan.label, e.label)]
    wide: Ask = {**ask, "limit": EVERY, "structural": False}
    found = [e for source in near[:_TRIED] if (e := _from(shown, source, subject, wide))]
    answers = sorted(found, key=lambda e: (-abs(e.score), e.node))[: ask.get("limit", LIMIT)]
    used = {s.edge for e in answers for p in e.paths for s in p.steps}
    tried = f"shocks to {len(near[:_TRIED])} things within {_REACH} hops were tried"
    more = f"; {len(near) - _TRIED} were not" if len(near) > _TRIED else ""
    return Answer(
        question=question, plan=plan.shown() | {"names": names_of(view, answers)},
        answers=tuple(answers), left_out=(tried + more, *view.notes()),
        factors=factors(ask.get("factors"), used),
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
    )  # fmt: skip


def _near(view: View, subject: Entity) -> list[Entity]:
    """What is around the thing and can be shocked, nearest first."""
    front, seen, found = [subject.node], {subject.node}, list[Entity]()
    for _ in range(_REACH):
        edges = [e for n in front for e in (*view.out_edges(n), *view.in_edges(n))]
        ends = {n for e in edges if e.status not in OVER for n in (e.head, e.tail) if n}
        front = sorted(ends - seen)
        seen |= ends
        found += [e for e in map(view.entity, front) if e and e.label in _SHOCKED]
        if len(found) > _TRIED:
            break
    return found


def _from(view: View, source: Entity, subject: Entity, ask: Ask) -> Exposure | None:
    """The exposure of the subject to a shock at the source, under the source's name."""
    reached = exposed_to(view, shocks_for(view, source.node, None), **ask)
    hit = next((e for e in reached if e.node == subject.node and e.score), None)
    return hit and hit.model_copy(
        update={"entity": source.name, "node": source.node, "type": source.label}
    )
