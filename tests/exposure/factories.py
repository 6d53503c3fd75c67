"""Hand-made views: entities and edges written in a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from schemas.answer import StateEdge, Support
from schemas.base import Status
from schemas.claim import Entity, Refusal
from schemas.when import When


@dataclass
class ToyView:
    """A view that is two dictionaries."""

    by_node: dict[str, Entity] = field(default_factory=dict)
    by_edge: dict[str, StateEdge] = field(default_factory=dict)
    refused: tuple[Refusal, ...] = ()
    as_of: When | None = None
    known_at: str | None = None

    def entity(self, node: str) -> Entity | None:
        return self.by_node.get(node)

    def find(self, name: str, label: str | None = None) -> Sequence[Entity]:
        key = name.casefold()
        hits = [
            e
            for e in self.entities()
            if key in {n.casefold() for n in (e.name, *e.aliases)} and label in {None, e.label}
        ]
        return sorted(hits, key=lambda e: e.name.casefold() != key)

    def near(self, name: str, limit: int = 5) -> Sequence[Entity]:
        start = name.casefold()[:3]
        return [e for e in self.entities() if e.name.casefold().startswith(start)][:limit]

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        return [e for e in self.edges() if e.head == node]

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        return [e for e in self.edges() if e.tail == node]

    def entities(self) -> Iterator[Entity]:
        return iter([e for _, e in sorted(self.by_node.items())])

    def edges(self) -> Iterator[StateEdge]:
        return iter([e for _, e in sorted(self.by_edge.items())])

    def refusals(self) -> Iterator[Refusal]:
        return iter(self.refused)

    def notes(self) -> Sequence[str]:
        return ()


def support(claim_id: str, story_id: str = "", **more: object) -> Support:
    """A claim as an edge cites it."""
    given = {"status": "asserted", "publisher": "The Harbour Post", "published": "2025-06-09"}
    quote = f"Words of {claim_id}."
    shape = {"claim_id": claim_id, "story_id": story_id or f"s-{claim_id}", "quote": quote}
    return Support.model_validate({**given, **shape, "start": 0, "end": len(quote), **more})


def edge(head: str, type_: str, tail: str, **more: object) -> StateEdge:
    """A state edge with one claim of its own and full confidence, unless told otherwise."""
    edge_id = f"{head}|{type_}|{tail}"
    status: Status = more.get("status", "asserted")  # type: ignore[assignment]
    claims = () if more.get("reference") else (support(edge_id, status=status),)
    given = {"edge_id": edge_id, "head": head, "type": type_, "tail": tail, "claims": claims}
    return StateEdge.model_validate({**given, "status": status, "confidence": 1.0, **more})


def view(things: str, *edges: StateEdge, **more: object) -> ToyView:
    """A view of `Label name` lines (a node is its own name), and the edges.

    Behind a semicolon stand properties as `key=value`, or `alias=other name`.
    """
    nodes = [entity(line.strip()) for line in things.strip().splitlines()]
    seen = When.parse(str(more.pop("as_of"))) if "as_of" in more else None
    return ToyView({e.node: e for e in nodes}, {e.edge_id: e for e in edges}, as_of=seen, **more)  # type: ignore[arg-type]


def entity(line: str) -> Entity:
    """The entity of one line."""
    named, *extra = (part.strip() for part in line.split(";"))
    label, name = named.split(" ", 1)
    pairs = [tuple(part.split("=", 1)) for part in extra]
    aliases = tuple(v for k, v in pairs if k == "alias")
    properties = tuple((k, v) for k, v in pairs if k != "alias")
    return Entity(node=name, label=label, name=name, aliases=aliases, properties=properties)
