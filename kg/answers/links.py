"""How two things are linked.

Bias: a path is made of what stories say; reference links are used only where no such path exists.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.answers.exposed import names_of
from kg.answers.listed import plain_step
from kg.answers.name import one
from kg.answers.plan import Plan
from kg.answers.statuses import OVER
from kg.answers.telling import show
from kg.graph.contract import View
from schemas.answer import Answer, Exposure, Path, StateEdge
from schemas.base import edge_types
from schemas.claim import Entity

__all__ = ["path", "path_answer", "show"]

HOPS = 4  # a longer chain links everything with everything
PATHS = 5

Hop = tuple[StateEdge, bool]


def path(view: View, a: str, b: str, hops: int = HOPS) -> Answer:
    """The shortest chains of evidence between two names, at most PATHS of equal length."""
    plan = Plan("path", subject=a, other=b)
    return path_answer(view, f"how is {a} linked to {b}", plan, hops)


def path_answer(view: View, question: str, plan: Plan, hops: int = HOPS) -> Answer:
    """The answer to "how is A linked to B"."""
    start, goal = one(view, plan.subject), one(view, plan.other)
    chains = _shortest(view, start.node, goal.node, hops, reference=False)
    chains = chains or _shortest(view, start.node, goal.node, hops, reference=True)
    paths = tuple(sorted((_path(c) for c in chains[:PATHS]), key=lambda p: -p.score))
    proxy = any(not s.claims for p in paths[:1] for s in p.steps)
    found = Exposure.model_validate(
        {
            "entity": goal.name, "node": goal.node, "type": goal.label,
            "score": paths[0].score if paths else 0.0, "sign": "mixed",
            "channel": paths[0].steps[0].channel if paths and paths[0].steps else "supply",
            "hops": len(chains[0]) if chains else 0, "paths": paths,
            "class": ("structural" if proxy else "linked") if paths else "unknown",
        }
    )  # fmt: skip
    return Answer(
        question=question, plan=plan.shown() | {"names": names_of(view, [found])}, answers=(found,),
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
        left_out=() if paths else (_unlinked(start, goal, hops),),
    )  # fmt: skip


def _unlinked(start: Entity, goal: Entity, hops: int) -> str:
    if start.node == goal.node:
        return f"both names mean {goal.name}"
    return f"no chain of {hops} hops or fewer from {start.name} to {goal.name}"


def _path(chain: tuple[Hop, ...]) -> Path:
    score = 1.0
    for edge, _ in chain:
        score *= edge.confidence
    return Path(score=score, steps=tuple(plain_step(e, forward=way) for e, way in chain))


def _shortest(
    view: View, start: str, goal: str, hops: int, *, reference: bool
) -> list[tuple[Hop, ...]]:
    """All shortest chains, breadth first; a node is entered only at its least distance."""
    front: dict[str, list[tuple[Hop, ...]]] = {start: [()]}
    seen = {start}
    for _ in range(hops):
        if goal in front:
            break
        reached: dict[str, list[tuple[Hop, ...]]] = {}
        for node, chains in sorted(front.items()):
            for edge, forward, far in _neighbours(view, node, reference=reference):
                if far not in seen:
                    longer = [(*c, (edge, forward)) for c in chains]
                    reached[far] = (reached.get(far, []) + longer)[:PATHS]
        seen |= set(reached)
        front = reached
    return [c for c in front.get(goal, []) if c]


def _neighbours(view: View, node: str, *, reference: bool) -> Iterator[tuple[StateEdge, bool, str]]:
    kinds = edge_types()
    both = [(e, True, e.tail) for e in view.out_edges(node)]
    both += [(e, False, e.head) for e in view.in_edges(node)]
    for edge, forward, far in both:
        evidence = edge.type in kinds and kinds[edge.type].evidence
        if far and not evidence and edge.status not in OVER and (reference or edge.claims):
            yield edge, forward, far
