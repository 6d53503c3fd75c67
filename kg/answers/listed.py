"""Edges as an answer: who stands on the asked side, how many, the largest, the sum.

Such an answer has no shock: its score is the edge's confidence, its sign says nothing ("mixed"),
its class is `stated`, or `structural` where only reference data says it. Bias: what is denied,
negated or over is counted beside the answer, never listed as if it held, unless it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.answers.exposed import names_of, unused_words
from kg.answers.figures import amounts_of, chosen, measured
from kg.answers.labels import bears
from kg.answers.plan import Plan
from kg.answers.statuses import OVER
from kg.answers.within import inside
from kg.graph.contract import View
from schemas.answer import Answer, Exposure, Path, StateEdge, Step
from schemas.base import Channel, edge_types
from schemas.claim import Entity

Pair = tuple[StateEdge, str]


def listed(
    view: View, question: str, plan: Plan, pairs: Iterable[Pair], notes: Sequence[str] = ()
) -> Answer:
    """The answer that names the nodes of these (edge, answering node) pairs."""
    kept, over = _kept(plan, pairs)
    known = [(view.entity(n), edges) for n, edges in sorted(kept.items())]
    found = [found_by(e, edges) for e, edges in known if e and bears(plan.label, e.label)]
    found, outside = inside(view, plan, found)
    edges = {e.edge_id: e for node, group in kept.items() for e in group
             if node in {f.node for f in found}}  # fmt: skip
    answers = sorted(found, key=lambda e: (-e.score, e.node))
    if plan.measure == "most":
        answers = _most(answers)
    if plan.measure in {"largest", "smallest"}:
        picked = chosen(plan, list(edges.values()))
        answers = [e for e in answers if any(e.node in {p.head, p.tail} for p in picked)]
        kept = {n: [e for e in group if e in picked] for n, group in kept.items()}
        answers = [found_by(e, kept[e.node]) for a in answers
                   if (e := view.entity(a.node)) and kept[a.node]]  # fmt: skip
    left_out = (*notes, *unused_words(plan), *_over(plan, over), *outside, *_dated(view, plan))
    return Answer(
        question=question, plan=plan.shown() | {"names": names_of(view, answers)},
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
        answers=tuple(answers), left_out=left_out,
        verdict=measured(plan, answers, list(edges.values())),
    )  # fmt: skip


def _most(answers: list[Exposure]) -> list[Exposure]:
    """Those with the most links; each link to another thing counts once."""
    counts = {a.node: len({(s.from_, s.to) for p in a.paths for s in p.steps}) for a in answers}
    return [a for a in answers if counts[a.node] == max(counts.values())]


def _kept(plan: Plan, pairs: Iterable[Pair]) -> tuple[dict[str, list[StateEdge]], int]:
    """The edges that count by answering node, and how many were over."""
    found: dict[str, list[StateEdge]] = {}
    over: set[str] = set()
    asked = plan.filters.statuses
    for edge, node in pairs:
        if edge.confidence < plan.filters.min_confidence or not _signed(plan, edge):
            continue
        if edge.status in asked if asked else edge.status not in OVER:
            group = found.setdefault(node, [])
            group += [edge] if edge not in group else []
        elif edge.status in OVER:
            over.add(edge.edge_id)
    return found, len(over)


def _signed(plan: Plan, edge: StateEdge) -> bool:
    return plan.sign is None or edge.sign == plan.sign


def _over(plan: Plan, count: int) -> tuple[str, ...]:
    if not count or plan.filters.statuses:
        return ()
    return (f"{count} such link{'s are' if count > 1 else ' is'} denied, negated or over",)


def _dated(view: View, plan: Plan) -> tuple[str, ...]:
    return tuple(view.notes()) if plan.filters.since or plan.filters.until else ()


def found_by(entity: Entity, edges: Sequence[StateEdge]) -> Exposure:
    """The entity as an answer on the word of these edges; the surest gives its score."""
    best = max(edges, key=lambda e: (e.confidence, e.edge_id))
    sign = {"+": "helped", "-": "hurt"}.get(best.sign or "", "mixed")
    return Exposure.model_validate(
        {
            "entity": entity.name, "node": entity.node, "type": entity.label,
            "score": best.confidence, "sign": sign, "channel": channel_of(best), "hops": 1,
            "class": "stated" if best.claims else "structural", "status": best.status,
            "amount": amounts_of(edges),
            "paths": tuple(Path(score=e.confidence, steps=(plain_step(e),)) for e in edges),
        }
    )  # fmt: skip


def plain_step(edge: StateEdge, *, forward: bool = True) -> Step:
    """The edge as a step that carries no shock; its factor is its confidence."""
    ends = (edge.head, edge.tail) if forward else (edge.tail, edge.head)
    return Step.model_validate(
        {
            "from": ends[0], "edge": edge.type, "to": ends[1], "forward": forward,
            "factor": edge.confidence, "channel": channel_of(edge), "status": edge.status,
            "claims": edge.claims,
        }
    )  # fmt: skip


def channel_of(edge: StateEdge) -> Channel:
    """The channel that the edge's type carries first; finance where it carries none."""
    kind = edge_types().get(edge.type)
    return kind.transmissions[0].out if kind and kind.transmissions else "finance"
