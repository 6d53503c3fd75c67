"""What is told of one link, and what two things have in common.

Bias: a link's sentences are shown one by one with their own status, also those that deny it; how
sure it is is the edge's confidence and no other figure.
"""

from __future__ import annotations

from dataclasses import replace

from kg.answers.edges import between, edges_on, far_end, widened
from kg.answers.exposed import names_of
from kg.answers.figures import amounts_of
from kg.answers.labels import bears
from kg.answers.listed import found_by
from kg.answers.name import one
from kg.answers.plan import Plan
from kg.answers.statuses import OVER
from kg.answers.telling import row
from kg.graph.contract import View
from schemas.answer import Answer, StateEdge
from schemas.base import edge_types, state_edges
from schemas.claim import Entity


def evidence_answer(view: View, question: str, plan: Plan) -> Answer:
    """Every sentence that tells of the link, its status, and how sure the link is."""
    if plan.other:
        edges, _ = between(view, plan)
    else:
        subject = one(view, plan.subject)
        edges = [e for t, side in plan.types for e in edges_on(view, subject.node, t, side)]
    rows = [row(view, e.model_copy(update={"claims": (c,), "status": c.status}))
            for e in edges for c in e.claims]  # fmt: skip
    bare = [row(view, e) for e in edges if not e.claims]
    verdict = "; ".join(_weighed(view, e) for e in edges) or "nothing known"
    return Answer(
        question=question, plan=plan.shown(), rows=(*rows, *bare), verdict=verdict,
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
    )  # fmt: skip


def _weighed(view: View, edge: StateEdge) -> str:
    """The link in words: who, status, amount, confidence, and on how many sentences of whom."""
    head, tail = view.entity(edge.head), view.entity(edge.tail)
    named = [e.name if e else "" for e in (head, tail)]
    link = f"{named[0]} {edge_types()[edge.type].phrase} {named[1]}".rstrip()
    amount = amounts_of([edge])
    papers = sorted({c.publisher for c in edge.claims if c.publisher})
    count = len(edge.claims)
    told = f"{count} sentence{'s' * (count != 1)}" if count else "reference data"
    by = f" by {', '.join(papers)}" if papers else ""
    parts = [edge.status, *([amount] if amount else []), f"confidence {edge.confidence:.2f}"]
    return f"{link} ({', '.join(parts)}, on {told}{by})"


def common_answer(view: View, question: str, plan: Plan) -> Answer:
    """What is tied to both things by the asked edges, or by any edges that run the same way."""
    pair = one(view, plan.subject), one(view, plan.other)
    asked = plan.types or tuple((k.TYPE, s) for k in state_edges() for s in ("head", "tail"))
    first, second = (_ties(view, thing, replace(plan, types=asked)) for thing in pair)
    shared = sorted({node for _, node in set(first) & set(second)} - {e.node for e in pair})
    ties = {n: _edges(first, second, n) for n in shared}
    known = [(e, ties[n]) for n in shared if (e := view.entity(n))]
    answers = sorted((found_by(e, edges) for e, edges in known if bears(plan.label, e.label)),
                     key=lambda e: (-e.score, e.node))  # fmt: skip
    return Answer(
        question=question, plan=plan.shown() | {"names": names_of(view, answers)},
        answers=tuple(answers), as_of=view.as_of.text if view.as_of else None,
        known_at=view.known_at,
    )  # fmt: skip


Ties = dict[tuple[str, str], list[StateEdge]]


def _ties(view: View, thing: Entity, plan: Plan) -> Ties:
    """The edges to each neighbour, by the asked type and side that they answer."""
    found: Ties = {}
    for asked in plan.types:
        for type_, side in widened(thing, replace(plan, types=(asked,))):
            for edge in edges_on(view, thing.node, type_, side):
                if edge.status not in OVER and edge.confidence >= plan.filters.min_confidence:
                    key = (f"{asked[0]}:{asked[1]}", far_end(edge, thing.node))
                    found.setdefault(key, []).append(edge)
    return found


def _edges(first: Ties, second: Ties, node: str) -> list[StateEdge]:
    both = [key for key in first if key in second and key[1] == node]
    every = {e.edge_id: e for key in both for e in (*first[key], *second[key])}
    return [e for _, e in sorted(every.items())]
