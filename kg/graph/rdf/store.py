"""All blocks of a store in their order: entities, edges, stories with their claims, who said so.

Records are read in turn and never all held. Bias: a graph of an earlier moment carries only the
evidence that its own edges cite, so nothing learnt later is in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from kg.graph.contract import Recorded, Store, View
from kg.graph.lineage import contradicted, duplicates, of_itself, superseded
from kg.graph.moments import instant
from kg.graph.rdf import model
from kg.graph.rdf.model import Block, Standing
from kg.graph.state import Told, Witness, told
from kg.graph.view import made_by
from kg.resolve.judged import retractions
from schemas.answer import Support
from schemas.claim import Claim
from schemas.judgement import Judgement

Cited = Mapping[str, set[str]]
"""Story id → the ids of its claims that some edge cites."""


def blocks(store: Store, view: View | None = None, *, entered: bool = False) -> Iterator[Block]:
    """Everything that the store holds, or the view of a moment with what its edges cite.

    `entered` adds since when each thing is known to the store.
    """
    now = view if view is not None else store.view()
    for entity in now.entities():
        yield from model.entity_blocks(entity)
    cited: dict[str, set[str]] = defaultdict(set)
    find = _witnesses(store)
    for edge in now.edges():
        yield from model.edge_blocks(edge, entered=entered)
        heard = of_itself(edge, find)
        for later, earlier in superseded(heard):
            yield model.revision_block(_ref(later), "prov:wasRevisionOf", _ref(earlier))
        pair = contradicted(heard)
        if pair:
            yield model.revision_block(_ref(pair[0]), "ko:contradicts", _ref(pair[1]))
        for support in edge.claims:
            cited[support.story_id].add(support.claim_id)
    evidence = _Evidence(store, now, cited if view is not None else None)
    yield from evidence.blocks(entered=entered)


def _witnesses(store: Store) -> Callable[[Support], Witness]:
    """The claim that an edge cites, as its story told it."""

    @lru_cache(maxsize=4096)
    def of_story(story_id: str) -> dict[str, Witness]:
        (record,) = store.records([story_id])
        story = told(record.resolved.story, record.known_from)
        return {c.claim_id: Witness(c, story) for c in record.resolved.claims}

    return lambda support: of_story(support.story_id)[support.claim_id]


def _ref(witness: Witness) -> tuple[str, str]:
    return witness.claim.story_id, witness.claim.claim_id


class _Evidence:
    """The stories of a store and what stands behind them."""

    def __init__(self, store: Store, view: View, cited: Cited | None) -> None:
        self._store, self._cited = store, cited
        self._judged = _made(store, view.known_at)
        self._gone = retractions(self._judged) if cited is None else {}
        self._node = lru_cache(maxsize=65536)(self._read_node)
        self._view = view

    def _read_node(self, node: str) -> str:
        entity = self._view.entity(node)
        return entity.node if entity else node

    def blocks(self, *, entered: bool) -> Iterator[Block]:
        """Stories with claims and documents, copies among them, publishers, speakers, judges."""
        counted: list[Told] = []
        who: set[tuple[str, str]] = set()
        for record in self._store.records(None if self._cited is None else sorted(self._cited)):
            story = record.resolved.story
            if story.story_id not in self._gone:
                counted.append(told(story, record.known_from))
            who |= {("source", story.publisher)} | {
                ("speaker", c.attributed_to) for c in record.resolved.claims
            }
            yield from self._story(record, entered=entered)
        yield from (model.copy_block(later, first) for later, first in duplicates(counted))
        yield from _named(who)
        for judgement in self._judged:
            yield from model.judgement_blocks(judgement)

    def _story(self, record: Recorded, *, entered: bool) -> Iterator[Block]:
        resolved, story = record.resolved, record.resolved.story
        stands = Standing(
            retraction=self._gone.get(story.story_id, ""),
            known_from=record.known_from if entered else "",
            present=self._node,
        )
        nodes = sorted({self._node(node) for node, *_ in resolved.mentions})
        yield model.story_block(story, nodes, stands)
        yield model.document_block(story)
        claims = {c.claim_id: c for c in reversed(resolved.claims)}
        for key in sorted(claims):
            if self._counts(claims[key]):
                yield from model.claim_blocks(claims[key], story, stands)

    def _counts(self, claim: Claim) -> bool:
        return self._cited is None or claim.claim_id in self._cited[claim.story_id]


def _named(who: set[tuple[str, str]]) -> Iterator[Block]:
    for sort, name in sorted(who):
        if name:
            yield model.publisher_block(name) if sort == "source" else model.speaker_block(name)


def _made(store: Store, known_at: str | None) -> list[Judgement]:
    return made_by(store.judgements(), instant(known_at, end=True) if known_at else None)
