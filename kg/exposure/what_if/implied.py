"""Who restricts whom in a scenario: it follows from the policies, as it does in a store.

A policy that is added, lifted or called into doubt takes with it what it implied between its
issuer and its targets. Bias: what stories state by themselves stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.exposure.what_if.overlay import Overlay
from kg.graph.contract import View
from kg.graph.state import Chain, Key, restricts
from schemas.answer import StateEdge

IMPOSES, TARGETS, RESTRICTS = "IMPOSES", "TARGETS", "RESTRICTS"


def renew(overlay: Overlay, touched: Iterable[StateEdge]) -> None:
    """Draw anew what follows from these edges, which the scenario added, took out or changed."""
    edges = list(touched)
    told = {e.edge_id for e in edges}
    pairs = {pair for e in edges for view in (overlay, overlay.view) for pair in _pairs(view, e)}
    for head, tail in sorted(pairs):
        key = Key(head, RESTRICTS, tail)
        if head != tail and key.edge_id not in told:
            _redraw(overlay, key)


def _pairs(view: View, edge: StateEdge) -> set[tuple[str, str]]:
    """The issuers and targets that the edge joins."""
    if edge.type == IMPOSES:
        return {(edge.head, e.tail) for e in view.out_edges(edge.tail) if e.type == TARGETS}
    if edge.type == TARGETS:
        return {(e.head, edge.tail) for e in view.in_edges(edge.head) if e.type == IMPOSES}
    return set()


def _redraw(overlay: Overlay, key: Key) -> None:
    known = [e for e in overlay.view.out_edges(key.head) if e.type == key.type]
    before = next((e for e in known if e.tail == key.tail), None)
    stated = _stated(before, _chains(overlay.view, key))
    through = _chains(overlay, key)
    if through:
        overlay.draw(restricts(key, stated, through))
    elif stated:
        overlay.draw(stated)
    else:
        overlay.erase(key.edge_id)


def _chains(view: View, key: Key) -> list[Chain]:
    imposed = [e for e in view.out_edges(key.head) if e.type == IMPOSES]
    return [
        (first, second)
        for first in imposed
        for second in view.out_edges(first.tail)
        if second.type == TARGETS and second.tail == key.tail
    ]


def _stated(before: StateEdge | None, chains: list[Chain]) -> StateEdge | None:
    """The part of the edge that stories state by themselves; its confidence at most."""
    implied = {c for chain in chains for e in chain for c in e.claims}
    own = tuple(c for c in (before.claims if before else ()) if c not in implied)
    return before.model_copy(update={"claims": own}) if before and own else None
