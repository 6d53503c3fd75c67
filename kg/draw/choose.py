"""Which nodes and links a picture of the graph shows: a neighbourhood, or the densest part.

Only what a sentence supports is drawn. Bias: what does not fit is counted in the caption, never
dropped in silence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.graph.contract import View
from schemas.answer import StateEdge, Support
from schemas.base import Sign, Status, edge_types, labels
from schemas.claim import Entity
from schemas.errors import EntityUnknown, KnockonError


@dataclass(frozen=True, slots=True)
class Shown:
    """A node to draw, and whether the picture is about it."""

    entity: Entity
    focus: bool = False

    @property
    def node(self) -> str:
        """The node's id."""
        return self.entity.node


@dataclass(frozen=True, slots=True)
class Link:
    """A link to draw as the fact stands, head to tail, with what supports it.

    `strength` is 0..1 and sets the thickness; `sign` is that of a stated effect; `detail` is its
    amount and dates in words.
    """

    head: str
    type: str
    tail: str
    status: Status
    strength: float
    sign: Sign | None = None
    claims: tuple[Support, ...] = ()
    detail: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes the link one link; the order in which links are drawn."""
        return self.head, self.type, self.tail, self.sign or ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the picture shows, in words and as nodes and links."""

    title: str
    caption: str
    nodes: tuple[Shown, ...]
    links: tuple[Link, ...]


def choose(view: View, *, focus: str | None = None, limit: int = 60, hops: int = 2) -> Choice:
    """The choice around `focus`, or of the whole graph.

    KnockonError where nothing can be drawn; EntityUnknown where `focus` is no node of the view.
    """
    if limit < 1 or hops < 0:
        raise KnockonError(f"cannot draw {limit} nodes over {hops} hops", cure="ask for more")
    return _around(view, focus, limit, hops) if focus else _densest(view, limit)


def _around(view: View, node: str, limit: int, hops: int) -> Choice:
    """The neighbourhood, ring by ring, the best attested neighbours first."""
    centre = view.entity(node)
    if centre is None:
        raise EntityUnknown(f"no node {node}", cure="look for it with `kg show NAME`")
    kept, left_out, ring = [centre.node], 0, [centre.node]
    for _ in range(hops):
        found = _ring(view, ring, set(kept))
        ring = found[: limit - len(kept)]
        left_out += len(found) - len(ring)
        kept += ring
    links = [e for n in kept for e in _evidenced(view, view.out_edges(n)) if e.tail in kept]
    title = f"What surrounds {centre.name}, up to {hops} {'link' if hops == 1 else 'links'} away"
    return _choice(view, title, kept, links, left_out, focus=centre.node)


def _ring(view: View, ring: list[str], kept: set[str]) -> list[str]:
    weight: Counter[str] = Counter()
    for node in ring:
        for edge in _evidenced(view, view.out_edges(node)):
            weight[edge.tail] += round(1000 * edge.confidence)
        for edge in _evidenced(view, view.in_edges(node)):
            weight[edge.head] += round(1000 * edge.confidence)
    return sorted((n for n in weight if n not in kept), key=lambda n: (-weight[n], n))


def _densest(view: View, limit: int) -> Choice:
    """The links between the best linked nodes, as long as their ends fit; none stands alone."""
    edges = list(_evidenced(view, view.edges()))
    degree = Counter(node for e in edges for node in (e.head, e.tail))
    edges.sort(key=lambda e: (-degree[e.head] - degree[e.tail], -e.confidence, e.edge_id))
    kept: dict[str, None] = {}
    for edge in edges:
        ends = {edge.head, edge.tail} - kept.keys()
        if len(kept) + len(ends) <= limit:
            kept |= dict.fromkeys(sorted(ends))
    inside = [e for e in edges if e.head in kept and e.tail in kept]
    left_out = len(degree) - len(kept)
    title = "The best linked part of the graph" if left_out else "The graph"
    return _choice(view, title, list(kept), inside, left_out)


def _choice(
    view: View,
    title: str,
    kept: list[str],
    edges: Iterable[StateEdge],
    left_out: int,
    *,
    focus: str | None = None,
) -> Choice:
    nodes = [Shown(e, focus=e.node == focus) for e in map(view.entity, kept) if e]
    links = {link.key: link for link in map(link_of, edges)}
    if not nodes:
        raise KnockonError("there is nothing to draw", cure="read some news with `kg ingest`")
    return Choice(
        title,
        _caption(view, len(nodes), len(links), left_out),
        tuple(sorted(nodes, key=lambda n: n.node)),
        tuple(links[key] for key in sorted(links)),
    )


def link_of(edge: StateEdge) -> Link:
    """A state edge as a link to draw."""
    amount = " ".join(filter(None, (edge.amount, edge.currency, edge.unit)))
    since = f"from {edge.valid_from}" if edge.valid_from else ""
    until = f"to {edge.valid_to}" if edge.valid_to else ""
    detail = ", ".join(filter(None, (amount, since, until, f"confidence {edge.confidence:.2f}")))
    return Link(edge.head, edge.type, edge.tail, edge.status, edge.confidence,
                edge.sign, edge.claims, detail)  # fmt: skip


def _evidenced(view: View, edges: Iterable[StateEdge]) -> Iterator[StateEdge]:
    """The edges that a sentence supports and that join two things of the world."""
    kinds = edge_types()
    for edge in edges:
        state = edge.type not in kinds or not kinds[edge.type].evidence
        things = _drawable(view.entity(edge.head)) and _drawable(view.entity(edge.tail))
        if state and things and edge.claims and edge.head != edge.tail:
            yield edge


def _drawable(entity: Entity | None) -> bool:
    kind = labels().get(entity.label) if entity else None
    return entity is not None and not (kind and kind.evidence)


def _caption(view: View, nodes: int, links: int, left_out: int) -> str:
    parts = [f"{nodes} {'thing' if nodes == 1 else 'things'}",
             f"{links} {'link' if links == 1 else 'links'}"]  # fmt: skip
    parts += [f"{left_out} more not shown"] if left_out else []
    parts += [f"as of {view.as_of}"] if view.as_of else []
    parts += [f"as known at {view.known_at}"] if view.known_at else []
    return " · ".join(parts)
