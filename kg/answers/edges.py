"""Questions about edges answered: who supplies X, what X exports, which deals there are.

Such an answer has no shock: its score is the edge's confidence, its sign says nothing ("mixed"),
its class is `stated`, or `structural` where only reference data says it. Bias: what is denied,
negated or over is counted beside the answer, never listed as if it held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.answers.exposed import names_of
from kg.answers.name import acts_named, names_in, one, tokens
from kg.answers.plan import Plan
from kg.exposure.shock import deal_edges
from kg.graph.contract import View
from schemas.answer import Answer, Exposure, Path, StateEdge, Step
from schemas.base import Channel, edge_types
from schemas.claim import Entity
from schemas.errors import EntityUnknown

_OVER = {"denied", "negated", "ended"}
_GOODS = {"Commodity", "Product"}


def side_answer(view: View, question: str, plan: Plan) -> Answer:
    """Who stands on the asked side of the asked edges of the subject."""
    subject = one(view, plan.subject)
    edges = [e for e in _asked(view, subject, plan) if e.head and e.tail]
    return _listed(view, question, plan, [(e, _far(e, subject.node)) for e in edges])


def _asked(view: View, subject: Entity, plan: Plan) -> Iterator[StateEdge]:
    kinds = edge_types()
    for type_, side in _widened(subject, plan):
        both = kinds[type_].symmetric
        if side == "tail" or both:
            yield from (e for e in view.out_edges(subject.node) if e.type == type_)
        if side == "head" or both:
            yield from (e for e in view.in_edges(subject.node) if e.type == type_)
        if type_ == "RESTRICTS" and side == "tail":
            yield from _through_policies(view, subject)


def _widened(subject: Entity, plan: Plan) -> tuple[tuple[str, str], ...]:
    """Who supplies a good is who makes or ships it."""
    if subject.label in _GOODS and ("SUPPLIES", "head") in plan.types:
        more = [t for t in ("PRODUCES", "EXPORTS") if t in edge_types()]
        return tuple(dict.fromkeys((*plan.types, *((t, "head") for t in more))))
    return plan.types


def _through_policies(view: View, issuer: Entity) -> Iterator[StateEdge]:
    """What the policies that the issuer imposes are aimed at."""
    imposed = [e.tail for e in view.out_edges(issuer.node) if e.type == "IMPOSES"]
    for policy in imposed:
        yield from (e for e in view.out_edges(policy) if e.type in {"TARGETS", "RESTRICTS"})


def _far(edge: StateEdge, node: str) -> str:
    return edge.head if edge.tail == node else edge.tail


def listing_answer(view: View, question: str, plan: Plan) -> Answer:
    """Every policy or deal of the kind asked for, with the edges that tell of it."""
    wanted = tokens(plan.kind)
    about = one(view, plan.subject).node if plan.subject else ""
    acts = [e for e in view.entities() if e.label in {"Policy", "Deal"} and _is(e, wanted)]
    pairs = [(edge, act.node) for act in acts for edge in _telling(view, act, about)]
    return _listed(view, question, plan, pairs)


def _is(act: Entity, wanted: set[str]) -> bool:
    words = tokens(" ".join((act.label, act.name, dict(act.properties).get("kind", ""))))
    return (
        bool(words & wanted)
        or (wanted == {"policy"} and act.label == "Policy")
        or (wanted == {"policie"} and act.label == "Policy")
    )


def _telling(view: View, act: Entity, about: str) -> Iterator[StateEdge]:
    edges = [*view.out_edges(act.node), *view.in_edges(act.node)]
    edges += deal_edges(view, act) if act.label == "Deal" else []
    yield from (e for e in edges if not about or about in {e.head, e.tail})


def sold_answer(view: View, question: str, plan: Plan) -> Answer:
    """What the parties of a deal divest, and who acquires that."""
    parties = _parties(view, plan.subject)
    if not parties:
        raise EntityUnknown(f"no deal called {plan.subject!r}", cure="name the parties")
    sold = [e for p in sorted(parties) for e in view.out_edges(p) if e.type == "DIVESTS"]
    pairs = [(e, e.tail) for e in sold]
    bought = sorted({e.tail for e in sold})
    buys = [e for t in bought for e in view.in_edges(t) if e.type == "ACQUIRES"]
    pairs += [(e, e.head) for e in buys if e.head not in parties]
    return _listed(view, question, plan, pairs)


def _parties(view: View, words: str) -> set[str]:
    deals = [a for a in acts_named(view, words) if a.label == "Deal"]
    named = {e.node for e in names_in(view, words) if e.label not in {"Deal", "Policy"}}
    edges = [e for d in deals for e in deal_edges(view, d)]
    return named | {n for e in edges for n in (e.head, e.tail)}


def _listed(
    view: View, question: str, plan: Plan, pairs: Iterable[tuple[StateEdge, str]]
) -> Answer:
    found: dict[str, list[StateEdge]] = {}
    over = 0
    for edge, node in pairs:
        over += edge.status in _OVER
        if edge.status not in _OVER and edge not in found.setdefault(node, []):
            found[node].append(edge)
    known = [(view.entity(n), edges) for n, edges in sorted(found.items()) if edges]
    exposures = [_found(e, edges) for e, edges in known if e and plan.label in {"", e.label}]
    note = (f"{over} such links are denied, negated or over",) if over else ()
    listed = sorted(exposures, key=lambda e: (-e.score, e.node))
    return Answer(
        question=question,
        plan=plan.shown() | {"names": names_of(view, listed)},
        as_of=view.as_of.text if view.as_of else None,
        known_at=view.known_at,
        answers=tuple(listed),
        left_out=note,
    )


def _found(entity: Entity, edges: list[StateEdge]) -> Exposure:
    best = max(edges, key=lambda e: (e.confidence, e.edge_id))
    sign = {"+": "helped", "-": "hurt"}.get(best.sign or "", "mixed")
    return Exposure.model_validate(
        {
            "entity": entity.name, "node": entity.node, "type": entity.label,
            "score": best.confidence, "sign": sign, "channel": channel_of(best), "hops": 1,
            "class": "stated" if best.claims else "structural", "status": best.status,
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
