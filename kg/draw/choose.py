"""Which nodes and links a picture shows: an answer's paths, a neighbourhood, or the densest part.

Only what a sentence supports is drawn; a link on reference data appears with an answer alone and
is marked. Bias: what does not fit is counted in the caption, never dropped in silence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import copysign, prod
from typing import Any

from kg.graph.contract import View
from schemas.answer import Answer, Direction, Path, StateEdge, Step, Support
from schemas.base import Sign, Status, edge_types, labels
from schemas.claim import Entity
from schemas.errors import EntityUnknown, KnockonError


@dataclass(frozen=True, slots=True)
class Shown:
    """A node to draw: its entity, hops from the shock (answers only), and what befalls it."""

    entity: Entity
    column: int = 0
    effect: Direction | None = None
    score: float | None = None
    focus: bool = False

    @property
    def node(self) -> str:
        """The node's id."""
        return self.entity.node


@dataclass(frozen=True, slots=True)
class Link:
    """A link to draw as the fact stands, head to tail, with what supports it.

    `strength` is 0..1 and sets the thickness; `sign` is that of the effect; a `structural` link
    has no sentence behind it; `detail` is its amount and dates in words.
    """

    head: str
    type: str
    tail: str
    status: Status
    strength: float
    sign: Sign | None = None
    structural: bool = False
    claims: tuple[Support, ...] = ()
    detail: str = ""

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes the link one link; the order in which links are drawn."""
        return self.head, self.type, self.tail, self.sign or ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the picture shows, in words and as nodes and links; `answer` asks for columns."""

    title: str
    caption: str
    nodes: tuple[Shown, ...]
    links: tuple[Link, ...]
    answer: bool = False


def choose(
    view: View,
    *,
    focus: str | None = None,
    answer: Answer | None = None,
    limit: int = 60,
    hops: int = 2,
) -> Choice:
    """The choice for an answer if one is given, else around `focus`, else of the whole graph.

    KnockonError where nothing can be drawn; EntityUnknown where `focus` is no node of the view.
    """
    if limit < 1 or hops < 0:
        raise KnockonError(f"cannot draw {limit} nodes over {hops} hops", cure="ask for more")
    if answer is not None and any(e.paths for e in answer.answers):
        return _of_answer(view, answer, limit, focus)
    if answer is not None and answer.rows:
        return _of_rows(view, answer, limit, focus)
    node = focus or (str(answer.shock.get("node", "")) if answer else "")
    if focus or (node and view.entity(node)):
        return _around(view, node, limit, hops)
    return _densest(view, limit)


# ------------------------------------------------------------------------------ the graph


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
                edge.sign, not edge.claims, edge.claims, detail)  # fmt: skip


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


# ------------------------------------------------------------------------------ answers


def _of_answer(view: View, answer: Answer, limit: int, focus: str | None) -> Choice:
    """The paths of the strongest exposures, each whole or not at all."""
    column: dict[str, int] = {}
    links: dict[tuple[str, ...], Link] = {}
    left_out = 0
    for exposure in answer.answers:
        fits = [p for p in exposure.paths if _fit(view, p, column, limit)]
        left_out += not fits
        for path in fits:
            for link in _links_of(path, signed=bool(answer.shock)):
                kept = links.get(link.key)
                links[link.key] = _both(kept, link) if kept else link
    if not column:
        raise KnockonError("no path of the answer fits", cure=f"allow more than {limit} nodes")
    named = {e.node: e for e in answer.answers}
    nodes = [
        Shown(
            _entity(view, answer, node), at,
            named[node].sign if node in named and answer.shock else None,
            named[node].score if node in named and answer.shock else None,
            focus=at == 0 or node == focus,
        )
        for node, at in sorted(column.items())
    ]  # fmt: skip
    caption = _caption(view, len(nodes), len(links), left_out)
    if answer.shock:
        caption += " · the shock spreads from left to right; arrows read as the fact was stated"
    ordered = tuple(_scaled([links[k] for k in sorted(links)]))
    return Choice(answer.question or "An answer", caption, tuple(nodes), ordered, answer=True)


def _fit(view: View, path: Path, column: dict[str, int], limit: int) -> bool:
    """Whether the path fits; if so, its nodes take the least column they are met in."""
    stops = [s.from_ for s in path.steps[:1]] + [s.to for s in path.steps]
    new = set(stops) - column.keys()
    evidence = any(e and not _drawable(e) for e in map(view.entity, stops))
    if not stops or evidence or len(column) + len(new) > limit:
        return False
    for at, node in enumerate(stops):
        column[node] = min(at, column.get(node, at))
    return True


def _links_of(path: Path, *, signed: bool) -> Iterator[Link]:
    """A path's steps as links; the sign of each is that of the effect where it arrives."""
    for at, step in enumerate(path.steps):
        onward = prod(copysign(1.0, s.factor) for s in path.steps[at + 1 :])
        sign: Sign | None = None
        if signed and path.score:
            sign = "+" if path.score * onward > 0 else "-"
        yield _link_of_step(step, abs(path.score), sign)


def _link_of_step(step: Step, strength: float, sign: Sign | None) -> Link:
    head, tail = (step.from_, step.to) if step.forward else (step.to, step.from_)
    detail = f"{step.channel}, factor {step.factor:+.2f}"
    return Link(head, step.edge, tail, step.status, strength, sign,
                not step.claims, step.claims, detail)  # fmt: skip


def _both(one: Link, other: Link) -> Link:
    """One link of two paths: the stronger, with what supports either."""
    first, second = (one, other) if one.strength >= other.strength else (other, one)
    more = tuple(c for c in second.claims if c not in first.claims)
    return replace(first, claims=first.claims + more, structural=not (first.claims or more))


def _scaled(links: list[Link]) -> Iterator[Link]:
    """Strengths relative to the strongest; the root keeps weak ones visible."""
    most = max((link.strength for link in links), default=0.0) or 1.0
    return (replace(link, strength=(link.strength / most) ** 0.5) for link in links)


def _entity(view: View, answer: Answer, node: str) -> Entity:
    """The node's entity; what the answer says of it where the view does not hold it."""
    known = view.entity(node)
    if known:
        return known
    named = next((e for e in answer.answers if e.node == node), None)
    label, name = (named.type, named.entity) if named else ("", node)
    return Entity(node=node, label=label, name=name)


def _of_rows(view: View, answer: Answer, limit: int, focus: str | None) -> Choice:
    """The edges that the answer's rows name."""
    rows: list[dict[str, Any]] = [dict(r) for r in answer.rows]
    wanted: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        wanted[str(row.get("head_node", ""))].add((str(row.get("edge")), str(row.get("tail_node"))))
    kept: dict[str, None] = {}
    edges, every = [], set()
    for head, ends in wanted.items():
        for edge in _evidenced(view, view.out_edges(head)):
            if (edge.type, edge.tail) in ends:
                every |= {edge.head, edge.tail}
                new = {edge.head, edge.tail} - kept.keys()
                if len(kept) + len(new) <= limit:
                    kept |= dict.fromkeys(sorted(new))
                    edges.append(edge)
    title = answer.question or "An answer"
    return _choice(view, title, list(kept), edges, len(every) - len(kept), focus=focus)
