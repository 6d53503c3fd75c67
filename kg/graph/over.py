"""A view laid over another: what it does not say anew is that of the view beneath.

Whoever changes edges must change every verb that gives them: `out_edges`, `in_edges` and `edges`
each pass on to the view beneath, none is told by another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.graph.contract import View
from schemas.answer import StateEdge
from schemas.claim import Entity, Refusal

__all__ = ["Over"]


class Over:
    """Passes every verb of `kg.graph.contract.View` on to `view`, the view beneath."""

    __slots__ = ()
    view: View

    def entity(self, node: str) -> Entity | None:
        """The node's entity."""
        return self.view.entity(node)

    def find(self, name: str, label: str | None = None) -> Sequence[Entity]:
        """Entities that the name fits exactly, best first."""
        return self.view.find(name, label)

    def near(self, name: str, limit: int = 5) -> Sequence[Entity]:
        """Entities whose names come close."""
        return self.view.near(name, limit)

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node, sorted by edge id."""
        return self.view.out_edges(node)

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node, sorted by edge id."""
        return self.view.in_edges(node)

    def entities(self) -> Iterator[Entity]:
        """Every entity, sorted by node."""
        return self.view.entities()

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""
        return self.view.edges()

    def refusals(self) -> Iterator[Refusal]:
        """What was left out on purpose."""
        return self.view.refusals()

    def notes(self) -> Sequence[str]:
        """What a reader of the view must know."""
        return self.view.notes()
