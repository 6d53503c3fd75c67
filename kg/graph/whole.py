"""The whole property graph of a store, now or as of a moment, as rows of `kg.graph.shape`.

Bias: what a retracted story said stays to be seen, and leads to nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.graph import lineage
from kg.graph.contract import Store, View
from kg.graph.moments import instant
from kg.graph.shape import (
    Node,
    Relationship,
    claim_node,
    duplicates,
    edge_id_of,
    edge_relationship,
    ends_of,
    entity_node,
    from_story,
    mentioned,
    published_by,
    retracted,
    source_node,
    story_node,
    turns,
    unnamed_node,
)
from kg.graph.state import Witness
from kg.graph.view import Kept, counting, in_time, keep, made_by, said
from schemas.claim import Claim
from schemas.when import When

__all__ = ["shape"]


class _Told(NamedTuple):
    """What the shape keeps of a story while it is made: all but its text."""

    node: Node
    kept: Kept
    mentions: frozenset[tuple[str, int, int, str]]


def shape(
    store: Store, as_of: When | None = None, known_at: str | None = None
) -> Iterator[Node | Relationship]:
    """All rows of the store's graph, or of a view other than now: nodes first, no two alike.

    Stories that are retracted in the view stay with their claims, but lead to nothing else; what
    was not yet said or known in it is left out.
    """
    limit = instant(known_at, end=True) if known_at else None
    judged = made_by(store.judgements(), limit)
    gone, told = retracted(judged), []
    for record in store.records():
        kept = keep(record.resolved, record.known_from)
        if in_time(kept.told, as_of, limit):
            story = record.resolved.story
            node = story_node(story, kept.told, gone.get(story.story_id, ""))
            told.append(_Told(node, kept, frozenset(record.resolved.mentions)))
    view = store.view(as_of, known_at)
    counts = {k.told.story_id for k in counting((t.kept for t in told), judged)}
    yield from _nodes(told, view, gone, as_of)
    yield from _relationships(told, view, counts, as_of)


def _nodes(
    told: Sequence[_Told], view: View, gone: Mapping[str, str], as_of: When | None
) -> Iterator[Node]:
    edges: set[str] = set()
    yield from map(entity_node, view.entities())
    for edge in view.edges():
        edges.add(edge.edge_id)
        if not edge.tail:
            yield unnamed_node(edge.edge_id)
    yield from (t.node for t in told)
    yield from map(source_node, sorted({t.kept.told.publisher for t in told} - {""}))
    for one in told:
        known_to = gone.get(one.kept.told.story_id, "")
        for claim in _claims(one, as_of):
            held = None if known_to else edge_id_of(claim, view.entity)
            edge_id = held if held in edges else None
            yield claim_node(claim, one.kept.told.known_from, edge_id=edge_id, known_to=known_to)


def _relationships(
    told: Sequence[_Told], view: View, counts: set[str], as_of: When | None
) -> Iterator[Relationship]:
    heard = {
        (c.story_id, c.claim_id): Witness(c, t.kept.told) for t in told for c in t.kept.claims
    }
    for edge in view.edges():
        yield edge_relationship(edge)
        own = lineage.of_itself(edge, lambda s: heard[s.story_id, s.claim_id])
        yield from turns(edge.edge_id, own)
    for one in told:
        yield from _of_story(one, view, counts=one.kept.told.story_id in counts, as_of=as_of)
    yield from duplicates(t.kept.told for t in told if t.kept.told.story_id in counts)


def _of_story(
    one: _Told, view: View, *, counts: bool, as_of: When | None
) -> Iterator[Relationship]:
    story = one.kept.told
    if story.publisher:
        yield published_by(story.story_id, story.publisher)
    for span in sorted(one.mentions) if counts else ():
        entity = view.entity(span[0])
        if entity:
            yield mentioned(story.story_id, span, entity.node)
    for claim in _claims(one, as_of):
        yield from_story(claim)
        if counts:
            yield from ends_of(claim, view.entity)


def _claims(one: _Told, as_of: When | None) -> list[Claim]:
    return [c for c in one.kept.claims if said(c, one.kept.told, as_of)]
