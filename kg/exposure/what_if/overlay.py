"""A view with some edges added, taken out or changed: the store beneath is only read.

Bias: an overlay answers as a store would that had been told so, nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.graph.contract import View
from kg.graph.over import Over
from schemas.answer import StateEdge
from schemas.when import When


@dataclass(slots=True)
class Overlay(Over):
    """A view through which edges are drawn anew (`drawn`, by id) or gone."""

    view: View
    drawn: dict[str, StateEdge] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    as_of: When | None = field(init=False)
    known_at: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Take the times of the view beneath."""
        self.as_of, self.known_at = self.view.as_of, self.view.known_at

    def draw(self, edge: StateEdge) -> None:
        """Add the edge, or put it in the place of the one with its id."""
        self.gone.discard(edge.edge_id)
        self.drawn[edge.edge_id] = edge

    def erase(self, edge_id: str) -> None:
        """Take the edge out."""
        self.drawn.pop(edge_id, None)
        self.gone.add(edge_id)

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node, sorted by edge id."""
        present = self._present(node)
        own = [e for e in self.drawn.values() if e.head == present]
        return self._merged(self.view.out_edges(node), own)

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node, sorted by edge id."""
        present = self._present(node)
        own = [e for e in self.drawn.values() if e.tail == present]
        return self._merged(self.view.in_edges(node), own)

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""
        return iter(self._merged(list(self.view.edges()), list(self.drawn.values())))

    def notes(self) -> Sequence[str]:
        """What a reader of the view must know."""
        return (*self.view.notes(), "a scenario is laid over the graph")

    def _present(self, node: str) -> str:
        entity = self.view.entity(node)
        return entity.node if entity else node

    def _merged(self, below: Sequence[StateEdge], own: Sequence[StateEdge]) -> list[StateEdge]:
        hidden = self.gone | self.drawn.keys()
        kept = [e for e in below if e.edge_id not in hidden]
        return sorted([*kept, *own], key=lambda e: e.edge_id)
