"""Policies and deals listed, what a deal sells, and who is leaving a place or a group.

A deal is told by the edges between its parties; where no node stands for it, they are its name.
Bias: a party is listed beside its deal, since stories name the parties more often than the deal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.answers.acts import acts_named, names_in, tokens
from kg.answers.listed import Pair, listed
from kg.answers.name import one
from kg.answers.places import is_tie, places
from kg.answers.plan import Plan
from kg.answers.statuses import BROKEN, OPEN, OVER
from kg.exposure.shock import deal_edges
from kg.graph.contract import View
from schemas.answer import Answer, StateEdge
from schemas.base import Edge, state_edges
from schemas.claim import Entity
from schemas.errors import EntityUnknown

_ACTS = {"Policy", "Deal"}


def listing_answer(view: View, question: str, plan: Plan) -> Answer:
    """Every policy or deal of the kind asked for, with the edges that tell of it."""
    wanted = tokens(plan.kind)
    about = one(view, plan.subject).node if plan.subject else ""
    acts = [e for e in view.entities() if e.label in _ACTS and _is(e, wanted)]
    told = [(e, n) for e, n in _dealt(view, plan.kind) if not about or about in {e.head, e.tail}]
    asked = bool(plan.filters.statuses)
    pairs = [(e, act.node) for act in acts for e in _telling(view, act, about, asked=asked)]
    pairs += [(e, act.node) for e, _ in told for act in acts if _is_between(view, act, e)]
    return listed(view, question, plan, [*pairs, *told])


def _is(act: Entity, wanted: set[str]) -> bool:
    words = tokens(" ".join((act.label, act.name, dict(act.properties).get("kind", ""))))
    return bool(words & wanted) or (act.label == "Policy" and wanted <= {"policy", "policie"})


def _dealt(view: View, kind: str) -> Iterator[Pair]:
    """The edges that deals of this kind make, with each of their ends."""
    types = {k.TYPE for k in state_edges() if k.by_deal and _is_kind(k, kind)}
    if not types:
        return
    for edge in view.edges():
        if edge.type in types:
            yield edge, edge.head
            yield edge, edge.tail


def _is_kind(kind: type[Edge], word: str) -> bool:
    """Whether a deal of that word makes such edges: a merger merges, any deal does any."""
    from kg.answers.nouns import event_nouns

    return word in {"deal", "deals"} or kind.TYPE in event_nouns().get(word, ())


def _telling(view: View, act: Entity, about: str, *, asked: bool) -> Iterator[StateEdge]:
    """The edges that tell of the act; a policy's own status is that of its imposing."""
    imposed = [e for e in view.in_edges(act.node) if e.type == "IMPOSES"]
    if imposed and (asked or all(e.status in OVER for e in imposed)):
        ends = {n for e in view.out_edges(act.node) for n in (e.head, e.tail)}
        yield from (e for e in imposed if not about or about in {e.head, *ends})
        return
    edges = [*view.out_edges(act.node), *view.in_edges(act.node)]
    edges += deal_edges(view, act) if act.label == "Deal" else []
    yield from (e for e in edges if not about or about in {e.head, e.tail})


def _is_between(view: View, act: Entity, edge: StateEdge) -> bool:
    """Whether the deal's name names both ends of the edge."""
    name = tokens(act.name)
    ends = [view.entity(n) for n in (edge.head, edge.tail)]
    return act.label == "Deal" and all(e and _named(e, name) for e in ends)


def _named(entity: Entity, words: set[str]) -> bool:
    return any(t and t <= words for t in map(tokens, (entity.name, *entity.aliases)))


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
    return listed(view, question, plan, pairs)


def _parties(view: View, words: str) -> set[str]:
    deals = [a for a in acts_named(view, words) if a.label == "Deal"]
    named = {e.node for e in names_in(view, words) if e.label not in _ACTS}
    edges = [e for d in deals for e in deal_edges(view, d)]
    return named | {n for e in edges for n in (e.head, e.tail)}


def leaving_answer(view: View, question: str, plan: Plan) -> Answer:
    """Who has left, or is to leave: an end told of a link to the place, or a move elsewhere."""
    left, notes = places(view, plan.subject)
    inward = [e for node in sorted(left) for e in view.in_edges(node) if is_tie(e)]
    gone = [(e, e.head) for e in inward if e.status in BROKEN]
    here = {(e.head, e.type) for e in inward if e.status not in OVER}
    moves = [(e, head) for head, type_ in sorted(here) for e in view.out_edges(head)
             if e.type == type_ and e.status in OPEN and e.tail not in left]  # fmt: skip
    if plan.other:
        there, _ = places(view, plan.other)
        bound = {e.head for n in there for e in view.in_edges(n) if e.status not in OVER}
        gone, moves = ([(e, n) for e, n in pairs if n in bound] for pairs in (gone, moves))
    told = replace(plan.filters, statuses=plan.filters.statuses or (*BROKEN, *OPEN))
    given = listed(view, question, replace(plan, filters=told), [*gone, *moves], notes)
    return given.model_copy(update={"plan": plan.shown() | {"names": given.plan["names"]}})
