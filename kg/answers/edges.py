"""Questions about edges answered: who supplies X, what X exports, whether and when A bought B.

Bias: what the graph does not hold is "nothing known", never "no"; "no" needs a story that denies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.answers.listed import listed
from kg.answers.name import one, things
from kg.answers.places import places
from kg.answers.plan import Plan
from kg.answers.statuses import OVER
from kg.answers.telling import row
from kg.graph.contract import View
from schemas.answer import Answer, StateEdge
from schemas.base import STATUSES, edge_types
from schemas.claim import Entity
from schemas.errors import EntityUnknown

_GOODS = {"Commodity", "Product"}
_SAME = {  # the same flow in other words: who depends on a supplier is who it supplies
    ("SUPPLIES", "head"): (("DEPENDS_ON", "tail"),),
    ("SUPPLIES", "tail"): (("DEPENDS_ON", "head"),),
    ("DEPENDS_ON", "head"): (("SUPPLIES", "tail"), ("IMPORTS", "head"), ("INPUT_TO", "tail")),
    ("DEPENDS_ON", "tail"): (("SUPPLIES", "head"), ("IMPORTS", "tail"), ("INPUT_TO", "head")),
}
_MADE = (("PRODUCES", "head"), ("EXPORTS", "head"))
_OF_GOODS = {  # asked of a good: its suppliers make or ship it, its buyers use it
    ("SUPPLIES", "head"): _MADE, ("DIVESTS", "head"): _MADE,
    ("ACQUIRES", "head"): (("IMPORTS", "head"), ("DEPENDS_ON", "head")),
}  # fmt: skip
_SOIL = {"Place", "Country", "Exchange"}
Pair = tuple[StateEdge, str]


def side_answer(view: View, question: str, plan: Plan) -> Answer:
    """Who stands on the asked side of the asked edges of the subject."""
    named, note = _named(view, plan)
    subjects, note = _placed(view, plan, named, note)
    pairs = [(e, far_end(e, s.node)) for s in subjects for e in _asked(view, s, plan)]
    own = {s.node for s in named}
    kept = [(e, n) for e, n in pairs if n and n not in own and _may_answer(view, plan, e, n)]
    kept, none = _offering(view, plan, kept)
    return listed(view, question, plan, kept, (*note, *none))


def _named(view: View, plan: Plan) -> tuple[list[Entity], tuple[str, ...]]:
    """The things asked about; "in London" may be what is named after it alone."""
    try:
        return things(view, plan.subject)
    except EntityUnknown:
        if not _is_state(plan):
            raise
        nodes, note = places(view, plan.subject)
        return [e for n in sorted(nodes) if (e := view.entity(n))], note


def _is_state(plan: Plan) -> bool:
    """Whether it is asked who is somewhere."""
    kinds = edge_types()
    return all(kinds[t].phrase.startswith("is ") and side == "head" for t, side in plan.types)


def _placed(
    view: View, plan: Plan, found: list[Entity], note: tuple[str, ...]
) -> tuple[list[Entity], tuple[str, ...]]:
    """The things asked about; of a place, for who is there, what is named after it as well."""
    if not _is_state(plan) or len(found) != 1 or found[0].label not in _SOIL:
        return found, note
    nodes, more = places(view, plan.subject)
    return [e for n in sorted(nodes) if (e := view.entity(n))], more


def _offering(view: View, plan: Plan, pairs: list[Pair]) -> tuple[list[Pair], tuple[str, ...]]:
    """Of "who supplies Y to X", those of whom a story tells that they have to do with Y."""
    if not plan.other:
        return pairs, ()
    good = one(view, plan.other)
    tied = {e.head for e in view.in_edges(good.node) if e.status not in OVER}
    kept = [(e, n) for e, n in pairs if n in tied]
    lost = len({n for _, n in pairs}) - len({n for _, n in kept})
    return kept, (f"{lost} of whom no story tells that it is {good.name}",) if lost else ()


def _may_answer(view: View, plan: Plan, edge: StateEdge, node: str) -> bool:
    """Whether the type that was asked for allows such a thing there, if another type told it."""
    other = {type_ for asked in plan.types for type_, _ in _SAME.get(asked, ())}
    if edge.type in {type_ for type_, _ in plan.types} or edge.type not in other:
        return _buys(view, plan, node)
    kinds, entity = edge_types(), view.entity(node)
    ends = [kinds[t].head if side == "head" else kinds[t].tail for t, side in plan.types]
    return entity is not None and any(entity.label in labels for labels in ends)


def _buys(view: View, plan: Plan, node: str) -> bool:
    """Whether it is one that can buy a good: a cake needs flour and buys none."""
    entity, kinds = view.entity(node), edge_types()
    buyers = {*kinds["IMPORTS"].head, *kinds["ACQUIRES"].head}
    return ("ACQUIRES", "head") not in plan.types or bool(entity and entity.label in buyers)


def _asked(view: View, subject: Entity, plan: Plan) -> Iterator[StateEdge]:
    for type_, side in widened(subject, plan):
        yield from edges_on(view, subject.node, type_, side)
        if type_ == "RESTRICTS" and side == "tail":
            yield from _through_policies(view, subject)


def edges_on(view: View, node: str, type_: str, side: str) -> Iterator[StateEdge]:
    """The node's edges of the type on whose `side` another stands."""
    kind = edge_types().get(type_)
    both = kind is not None and kind.symmetric
    if side == "tail" or both:
        yield from (e for e in view.out_edges(node) if e.type == type_)
    if side == "head" or both:
        yield from (e for e in view.in_edges(node) if e.type == type_)


def widened(subject: Entity, plan: Plan) -> tuple[tuple[str, str], ...]:
    """With the types that tell the same flow, and what a verb means of a good."""
    wide = list(plan.types)
    for asked in plan.types:
        wide += _SAME.get(asked, ())
        wide += _OF_GOODS.get(asked, ()) if subject.label in _GOODS else ()
    return tuple(t for t in dict.fromkeys(wide) if t[0] in edge_types())


def _through_policies(view: View, issuer: Entity) -> Iterator[StateEdge]:
    """What the policies that the issuer imposes are aimed at."""
    imposed = [e.tail for e in view.out_edges(issuer.node) if e.type == "IMPOSES"]
    for policy in imposed:
        yield from (e for e in view.out_edges(policy) if e.type in {"TARGETS", "RESTRICTS"})


def far_end(edge: StateEdge, node: str) -> str:
    """The end of the edge that is not the node."""
    return edge.head if edge.tail == node else edge.tail


def pairs_answer(view: View, question: str, plan: Plan) -> Answer:
    """Every edge of the types: those on the asked side, or both ends where both are asked for."""
    asked = dict.fromkeys(plan.types)
    ends = [(e, e.head if side == "head" else e.tail) for e in view.edges()
            for type_, side in asked if e.type == type_]  # fmt: skip
    both = [(e, n) for e, _ in ends if edge_types()[e.type].symmetric for n in (e.head, e.tail)]
    return listed(view, question, plan, [p for p in (*ends, *both) if p[1]])


def holds_answer(view: View, question: str, plan: Plan) -> Answer:
    """Whether a link holds between two things: yes with its sentences, no, or nothing known."""
    edges, other = between(view, plan)
    statuses = plan.filters.statuses or STATUSES
    wide = replace(plan, filters=replace(plan.filters, statuses=statuses))
    given = listed(view, question, wide, [(e, other.node) for e in edges])
    verdict = given.verdict if plan.measure else _verdict(edges, plan)
    shown = plan.shown() | {"names": given.plan["names"]}
    return given.model_copy(update={"verdict": verdict, "plan": shown})


def between(view: View, plan: Plan) -> tuple[list[StateEdge], Entity]:
    """The edges of the plan between its two things, and the thing that is asked about."""
    (subjects, _), (others, _) = things(view, plan.subject), things(view, plan.other)
    far = {e.node for e in others}
    every = {e.edge_id: e for s in subjects for t, side in widened(s, plan)
             for e in edges_on(view, s.node, t, side)
             if far_end(e, s.node) in far}  # fmt: skip
    ends = [e for e in others for edge in every.values() if e.node in {edge.head, edge.tail}]
    return [e for _, e in sorted(every.items())], (*ends, *others)[0]


def _verdict(edges: list[StateEdge], plan: Plan) -> str:
    asked = plan.filters.statuses
    fitting = [e for e in edges if e.status in asked] if asked else edges
    if not fitting:
        return "nothing known" if not edges else f"not said; it is {_told(edges)}"
    told = _told(fitting)
    if asked:
        return f"yes: {told}"
    return f"no: {told}" if all(e.status in OVER for e in fitting) else f"yes: {told}"


def _told(edges: list[StateEdge]) -> str:
    return ", ".join(dict.fromkeys(e.status for e in edges if e.status not in OVER)) or ", ".join(
        dict.fromkeys(e.status for e in edges)
    )


def when_answer(view: View, question: str, plan: Plan) -> Answer:
    """When a link began, was announced or ended, with every dated edge as a row."""
    subject = one(view, plan.subject)
    if plan.other:
        edges, _ = between(view, plan)
    else:
        edges = [e for t, side in plan.types for e in edges_on(view, subject.node, t, side)]
    rows = sorted((row(view, e) for e in edges), key=lambda r: (str(r["date"]), str(r["head"])))
    dates = [f"{r['date']} ({r['status']})" for r in rows if r["date"]]
    verdict = "; ".join(dict.fromkeys(dates)) or ("no date is told" if edges else "nothing known")
    return Answer(
        question=question, plan=plan.shown(), rows=tuple(rows), verdict=verdict,
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
    )  # fmt: skip
