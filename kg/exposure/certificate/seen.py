"""A view that remembers what was read of it, and a view of only what was remembered.

An answer that reads through `Seen` can be worked out again on `Closed`, without a store. Bias:
a node that was never read has no edges there, so that nothing is proved by what nobody looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.graph.contract import View
from kg.graph.ledgerview import LedgerView
from kg.graph.over import Over
from schemas.answer import StateEdge
from schemas.base import edge_types
from schemas.claim import Entity, Refusal
from schemas.when import When

Looking = tuple[str, str]
Ends = tuple[list[StateEdge], list[StateEdge]]
"""The edges that leave a node, and those that enter it."""


def edges_at(view: View, nodes: Iterable[str]) -> dict[str, Ends]:
    """The edges of these present nodes, read together where the view is that of a database."""
    wanted = sorted(nodes)
    if not isinstance(view, LedgerView):
        return {n: (list(view.out_edges(n)), list(view.in_edges(n))) for n in wanted}
    found: dict[str, Ends] = {node: ([], []) for node in wanted}
    for edge in view.ledger.edges(heads=wanted) if wanted else ():
        found[edge.head][0].append(edge)
    for edge in view.ledger.edges(tails=wanted) if wanted else ():
        found[edge.tail][1].append(edge)
    return found


def carries(edge: StateEdge) -> bool:
    """Whether the edge could carry a shock."""
    kind = edge_types().get(edge.type)
    return kind is not None and bool(kind.transmissions)


@dataclass(slots=True)
class Seen(Over):
    """A view that keeps every entity and edge that is read through it.

    Once `spreading`, it keeps only edges that could carry a shock.
    """

    view: View
    nodes: dict[str, Entity | None] = field(default_factory=dict)
    crossed: dict[str, StateEdge] = field(default_factory=dict)
    looked_up: dict[Looking, tuple[str, ...]] = field(default_factory=dict)
    spreading: bool = False
    read: dict[str, Ends] = field(default_factory=dict)
    as_of: When | None = field(init=False)
    known_at: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Take the times of the view."""
        self.as_of, self.known_at = self.view.as_of, self.view.known_at

    def entity(self, node: str) -> Entity | None:
        """The node's entity, remembered."""
        if node not in self.nodes:
            self.nodes[node] = self.view.entity(node)
        return self.nodes[node]

    def find(self, name: str, label: str | None = None) -> Sequence[Entity]:
        """Entities that the name fits, remembered."""
        found = self.view.find(name, label)
        self.looked_up[name, label or ""] = tuple(e.node for e in found)
        self.nodes |= {e.node: e for e in found}
        return found

    def expect(self, nodes: Iterable[str]) -> None:
        """Read the edges of these present nodes together, where the view is that of a database."""
        if isinstance(self.view, LedgerView):
            self.read |= edges_at(self.view, nodes)

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node, remembered."""
        at_hand = self.read.get(node)
        return self._keep(at_hand[0] if at_hand else self.view.out_edges(node))

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node, remembered."""
        at_hand = self.read.get(node)
        return self._keep(at_hand[1] if at_hand else self.view.in_edges(node))

    def _keep(self, edges: Sequence[StateEdge]) -> Sequence[StateEdge]:
        kept = (e for e in edges if not self.spreading or carries(e))
        self.crossed |= {e.edge_id: e for e in kept}
        return edges


class Closed:
    """A view of these entities and edges and of nothing else; `read` are the nodes gone through."""

    def __init__(
        self,
        entities: Mapping[str, Entity],
        edges: Iterable[StateEdge],
        looked_up: Mapping[Looking, Sequence[str]],
        times: tuple[When | None, str | None] = (None, None),
    ) -> None:
        self.as_of, self.known_at = times
        self.read: set[str] = set()
        self._entities, self._looked_up = dict(entities), dict(looked_up)
        self._edges = sorted(edges, key=lambda e: e.edge_id)
        self._out: dict[str, list[StateEdge]] = defaultdict(list)
        self._in: dict[str, list[StateEdge]] = defaultdict(list)
        for edge in self._edges:
            self._out[edge.head].append(edge)
            self._in[edge.tail].append(edge)

    def entity(self, node: str) -> Entity | None:
        """The node's entity."""
        return self._entities.get(node)

    def find(self, name: str, label: str | None = None) -> Sequence[Entity]:
        """What the name gave when it was looked up."""
        nodes = self._looked_up.get((name, label or ""), ())
        return [e for n in nodes if (e := self.entity(n))]

    def near(self, name: str, limit: int = 5) -> Sequence[Entity]:  # noqa: ARG002  (a protocol)
        """Nothing."""
        return ()

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node."""
        self.read.add(node)
        return self._out.get(node, [])

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node."""
        self.read.add(node)
        return self._in.get(node, [])

    def entities(self) -> Iterator[Entity]:
        """Every entity, sorted by node."""
        return (e for _, e in sorted(self._entities.items()))

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""
        return iter(self._edges)

    def refusals(self) -> Iterator[Refusal]:
        """Nothing."""
        return iter(())

    def notes(self) -> Sequence[str]:
        """Nothing."""
        return ()
