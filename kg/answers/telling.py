"""All that is known about one thing, its history, and who said what of it.

Bias: everything told is shown, also what is denied or over; the status says which.
"""

from __future__ import annotations

from kg.answers.acts import tokens
from kg.answers.name import one
from kg.answers.plan import Plan
from kg.graph.contract import View
from schemas.answer import Answer, StateEdge, Support


def show(view: View, name: str) -> Answer:
    """All that the graph holds about one thing, a row for every edge, by type."""
    return show_answer(view, f"what is known about {name}", Plan("show", subject=name))


def show_answer(view: View, question: str, plan: Plan) -> Answer:
    """The answer to "what happened to X"; for a timeline, dated rows in their order."""
    subject = one(view, plan.subject)
    rows = [row(view, edge) for edge in _edges_of(view, subject.node)]
    if plan.form == "timeline":
        rows = [r for r in rows if r["date"]]
        rows.sort(key=lambda r: (str(r["date"]), str(r["edge"]), str(r["head"]), str(r["tail"])))
    about = subject.model_dump(mode="json")
    return Answer(
        question=question, plan=plan.shown() | {"about": about}, rows=tuple(rows),
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
    )  # fmt: skip


def said_answer(view: View, question: str, plan: Plan) -> Answer:
    """What a publisher or a story said about X: rows with its sentences alone."""
    subject = one(view, plan.subject)
    edges = _edges_of(view, subject.node)
    told = [(e, tuple(c for c in e.claims if _by(c, plan.other))) for e in edges]
    rows = [row(view, e.model_copy(update={"claims": kept})) for e, kept in told if kept]
    papers = sorted({c.publisher for e in edges for c in e.claims if c.publisher})
    by = ", ".join(papers) or "nobody named"
    verdict: str | None = None if plan.other else by
    if plan.other and not rows:
        verdict = f"nothing known from {plan.other!r}; {subject.name} is told by {by}"
    about = subject.model_dump(mode="json")
    return Answer(
        question=question, plan=plan.shown() | {"about": about}, rows=tuple(rows), verdict=verdict,
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
    )  # fmt: skip


def _by(claim: Support, name: str) -> bool:
    """Whether the name is the claim's publisher, its story's id or its story's title."""
    wanted = tokens(name)
    anyone = not wanted - {"story", "storie", "paper", "press", "anyone", "media"}
    paper, title = tokens(claim.publisher), tokens(claim.title)
    return anyone or claim.story_id == name or wanted == title or (bool(paper) and wanted <= paper)


def _edges_of(view: View, node: str) -> list[StateEdge]:
    """Every edge of the node, by type and ends."""
    every = {e.edge_id: e for e in (*view.out_edges(node), *view.in_edges(node))}
    return sorted(every.values(), key=lambda e: (e.type, *_ends(view, e), e.edge_id))


def _ends(view: View, edge: StateEdge) -> tuple[str, str]:
    head, tail = view.entity(edge.head), view.entity(edge.tail)
    return head.name if head else edge.head, tail.name if tail else edge.tail


def row(view: View, edge: StateEdge) -> dict[str, object]:
    """An edge as a row: names, status, amount, dates, confidence and claims."""
    head, tail = _ends(view, edge)
    when = edge.valid_from or edge.last_attested
    return {
        "head": head, "head_node": edge.head, "edge": edge.type,
        "tail": tail, "tail_node": edge.tail,
        "status": edge.status, "sign": edge.sign, "amount": edge.amount,
        "currency": edge.currency, "unit": edge.unit, "date": when.text if when else "",
        "until": edge.valid_to.text if edge.valid_to else "", "confidence": edge.confidence,
        "claims": [c.model_dump(mode="json") for c in edge.claims],
    }  # fmt: skip
