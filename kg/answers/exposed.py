"""Exposure questions answered: from the names of a question to the contract's answer.

Bias: what is left out is said, and the priors are always beside the scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Unpack

from kg.answers.name import Found, one, resolve
from kg.answers.plan import Plan
from kg.exposure import Ask, Shock, coverage, exposed_to, most_fragile, shocks_for, terms_of
from kg.exposure.factors import FLOOR, factors
from kg.graph.contract import View
from schemas.answer import Answer, Exposure, Path

_SIDE = {"hurt": {"hurt", "mixed"}, "helped": {"helped", "mixed"}}


def exposed(view: View, names: str | Sequence[str], event: str = "", **ask: Unpack[Ask]) -> Answer:
    """Who is exposed to the entities, policies, deals or events of these names.

    EntityUnknown or EntityAmbiguous where a name cannot be placed. Options as in `exposed_to`.
    """
    named = [names] if isinstance(names, str) else list(names)
    question = "who is exposed to " + " and ".join(named)
    plan = Plan("exposed", subject=" and ".join(named), event=event)
    found = [resolve(view, name, event) for name in named]
    return _answer(view, question, plan, found, ask)


def exposure_answer(view: View, question: str, plan: Plan, ask: Ask) -> Answer:
    """The answer to an exposure question that was read."""
    found = resolve(view, plan.subject, plan.event)
    return _answer(view, question, plan, [found], ask)


def _answer(view: View, question: str, plan: Plan, found: list[Found], ask: Ask) -> Answer:
    shocks = [s for f in found for e in f.entities for s in shocks_for(view, e.node, f.event)]
    wide: Ask = {**ask, "limit": 10**6}
    every = _narrowed(view, plan, exposed_to(view, shocks, **wide))
    listed = every[: ask.get("limit", 50)]
    gaps = coverage(view, shocks, listed)
    notes = [f.note for f in found if f.note]
    notes += [f"{len(every) - len(listed)} more, weaker"] if len(every) > len(listed) else []
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
        most_fragile=most_fragile(view, shocks, listed, terms_of(ask)),
        factors=factors(ask.get("factors"), used),
    )


def names_of(view: View, listed: Sequence[Exposure]) -> dict[str, str]:
    """The name to show for every node on the listed paths."""
    steps = [s for e in listed for p in e.paths for s in p.steps]
    found = {n: view.entity(n) for n in sorted({n for s in steps for n in (s.from_, s.to)})}
    return {node: entity.name for node, entity in found.items() if entity}


def _narrowed(view: View, plan: Plan, every: list[Exposure]) -> list[Exposure]:
    """What the plan's side, label and `via` leave of the list."""
    side = _SIDE.get(plan.form)
    kept = [e for e in every if not side or e.sign in side]
    kept = [e for e in kept if not plan.label or e.type == plan.label]
    if plan.form == "is_exposed":
        kept = [_of_one(view, plan.other, kept)]
    if plan.filters.via:
        kept = _via(kept, one(view, plan.filters.via).node)
    return kept


def _of_one(view: View, name: str, every: list[Exposure]) -> Exposure:
    entity = one(view, name)
    unknown = Exposure.model_validate(
        {
            "entity": entity.name, "node": entity.node, "type": entity.label, "score": 0.0,
            "sign": "mixed", "channel": "supply", "hops": 0, "class": "unknown",
        }
    )  # fmt: skip
    return next((e for e in every if e.node == entity.node), unknown)


def _via(every: list[Exposure], node: str) -> list[Exposure]:
    """Each exposure reduced to its listed paths that pass the node on their way."""
    kept = [(e, tuple(p for p in e.paths if _passes(p, node))) for e in every if e.node != node]
    parts = [
        e.model_copy(update={"paths": p, "score": sum(x.score for x in p), "residual": 0.0})
        for e, p in kept
    ]
    parts = [e for e in parts if abs(e.score) >= FLOOR]
    return sorted(parts, key=lambda e: (-abs(e.score), e.node))


def _passes(path: Path, node: str) -> bool:
    return any(step.to == node for step in path.steps[:-1])


def shown(shocks: Sequence[Shock]) -> dict[str, object]:
    """The shock as the contract shows it; alternatives beside the first."""
    every: list[dict[str, object]] = [
        {
            "node": s.node, "name": s.name, "channel": s.channel, "size": s.size,
            "reason": s.reason, "about": sorted(s.about),
        }
        for s in shocks
    ]  # fmt: skip
    return every[0] | ({"alternatives": every[1:]} if every[1:] else {})
