"""A view as it would be had some claims not been made, or others been made as well.

Only the edges at the ends of these claims are added up anew, by the same rules as the store's
own, so that the result equals a store that never held them. Who is who stays as it is. Bias: what
follows from a policy in between is added up anew with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.graph.contract import Store, View
from kg.graph.over import Over
from kg.graph.state import Told, edges_of, told
from schemas.answer import StateEdge
from schemas.claim import Claim, Entity, Refusal
from schemas.nodes.acts import Policy
from schemas.when import When


@dataclass(slots=True)
class Evidence:
    """The claims and stories of a store, each read once."""

    store: Store
    view: View
    _claims: dict[str, list[Claim]] = field(default_factory=dict)
    _told: dict[str, Told] = field(default_factory=dict)
    _named: dict[str, Entity] = field(default_factory=dict)

    def at(self, node: str) -> list[Claim]:
        """The claims that count and have the node at one end."""
        if node not in self._claims:
            self._claims[node] = list(self.store.claims(node=node))
        return self._claims[node]

    def stories(self, story_ids: Iterable[str]) -> Mapping[str, Told]:
        """What the state graph needs of these stories."""
        lacking = sorted(set(story_ids) - self._told.keys())
        for found in self.store.records(lacking) if lacking else ():
            story = found.resolved.story
            self._told[story.story_id] = told(story, found.known_from)
        return self._told

    def of_stories(self, story_ids: Iterable[str]) -> list[Claim]:
        """All claims of these stories, retracted or not, ends under their present node."""
        wanted = sorted(set(story_ids))
        every = [one.resolved for one in (self.store.records(wanted) if wanted else ())]
        for entity in (e for one in every for e in one.entities):
            self._named.setdefault(entity.node, entity)
        return [self._present(claim) for one in every for claim in one.claims]

    def _present(self, claim: Claim) -> Claim:
        ends = {"head_node": claim.head_node, "tail_node": claim.tail_node}
        known = {side: self.view.entity(node) for side, node in ends.items()}
        return claim.model_copy(update={side: e.node for side, e in known.items() if e})

    def without(self, gone: Sequence[Claim], more: Sequence[Claim] = ()) -> Otherwise:
        """The view without the claims `gone` and with `more`."""
        ends = {node for c in (*gone, *more) for node in (c.head_node, c.tail_node) if node}
        near = {n for node in ends for c in self.at(node) for n in (c.head_node, c.tail_node)}
        acts = {n for n in near - ends if self._is_policy(n)}
        taken = {c.claim_id for c in gone}
        kept = {c.claim_id: c for n in sorted(ends | acts) for c in self.at(n)}
        kept |= {c.claim_id: c for c in more}
        claims = [c for key, c in sorted(kept.items()) if key not in taken]
        edges = edges_of(claims, self.stories(c.story_id for c in claims), {})
        anew = [e for e in edges if e.head in ends or e.tail in ends]
        named = {n: e for n, e in self._named.items() if n in ends} if more else {}
        return Otherwise(self.view, frozenset(ends), tuple(anew), named)

    def _is_policy(self, node: str) -> bool:
        entity = self.view.entity(node)
        return entity is not None and entity.label == Policy.LABEL


@dataclass(slots=True)
class Otherwise(Over):
    """A view in which all edges at the nodes `ends` are those of `anew`.

    `named` are entities that only a retracted story tells of.
    """

    view: View
    ends: frozenset[str]
    anew: tuple[StateEdge, ...]
    named: Mapping[str, Entity] = field(default_factory=dict)
    as_of: When | None = None
    known_at: str | None = None

    def __post_init__(self) -> None:
        """Take over the times of the view beneath."""
        self.as_of, self.known_at = self.view.as_of, self.view.known_at

    def entity(self, node: str) -> Entity | None:
        """The node's entity."""
        return self.view.entity(node) or self.named.get(node)

    def out_edges(self, node: str) -> list[StateEdge]:
        """State edges that leave the node, sorted by edge id."""
        own = self._own(node)
        return self._with(self.view.out_edges(node), [e for e in self.anew if e.head == own])

    def in_edges(self, node: str) -> list[StateEdge]:
        """State edges that enter the node, sorted by edge id."""
        own = self._own(node)
        return self._with(self.view.in_edges(node), [e for e in self.anew if e.tail == own])

    def _own(self, node: str) -> str:
        entity = self.view.entity(node)
        return entity.node if entity else node

    def _with(self, told: Iterable[StateEdge], anew: Iterable[StateEdge]) -> list[StateEdge]:
        kept = [e for e in told if not self.ends & {e.head, e.tail}]
        return sorted([*kept, *anew], key=lambda e: e.edge_id)

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""
        return iter(self._with(self.view.edges(), self.anew))

    def refusals(self) -> Iterator[Refusal]:
        """None: they move no score."""
        return iter(())

    def notes(self) -> Sequence[str]:
        """None: they move no score."""
        return ()
