"""State edges as links that a shock can cross: weight times status, confidence, age and decay.

The only place where an edge becomes a number. Two edge types that tell the same flow between
the same two nodes (A supplies B, B depends on A) are one link: the stronger counts, the fact is
not counted twice. Bias: an edge that is negated, ended, closed or of no known type carries
nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.exposure.factors import Factors
from kg.exposure.kernel import kernel_of
from kg.graph.contract import View
from kg.graph.packed import scale as scale  # noqa: PLC0414 - links are asked for it
from schemas.answer import StateEdge
from schemas.base import Channel, Edge, Transmission, edge_types
from schemas.when import When

if TYPE_CHECKING:
    from kg.exposure.kernel.engine import Engine
    from kg.exposure.kernel.reach import Reach

_TRADE: set[Channel] = {"supply", "demand", "price"}
_MONTH = 30.4375  # mean days of a month in the Gregorian calendar


@dataclass(frozen=True, slots=True)
class Link:
    """One crossing of one edge: from where to where, channel in and out, signed factor."""

    source: str
    target: str
    into: Channel
    out: Channel
    factor: float
    edge: StateEdge
    forward: bool
    proxy: bool = False


@dataclass(slots=True)
class Links:
    """The links that leave a node under one set of terms; reads each node's edges once.

    `evidenced` leaves out whatever rests on reference data or on membership of a group.
    `signs` says, for the shock's own nodes, which way their shock points: an IMPACTS edge from
    such a node has the effect that its story states. `without` are claim ids taken as wrong.

    A country trades in everything: short of one good, it neither buys nor ships less of all the
    others. So trade leaves a country only where the shock is about it (`about`).

    A view that has a kernel is asked through it; `plain` walks the edges one by one instead, and
    says what the kernel must give.
    """

    view: View
    factors: Factors = field(default_factory=Factors)
    min_confidence: float = 0.0
    evidenced: bool = False
    signs: Mapping[str, int] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    plain: bool = False
    _known: dict[str, dict[Channel, list[Link]]] = field(default_factory=dict)
    _engine: list[Engine | None] = field(default_factory=list)

    def engine(self) -> Engine | None:
        """The view's kernel under these terms; None where it has none or `plain` is asked for."""
        if not self._engine:
            kernel = None if self.plain else kernel_of(self.view)
            self._engine.append(kernel.engine(self) if kernel else None)
        return self._engine[0]

    def reach(self, ends: Iterable[str], hops: int) -> Reach | None:
        """How far the places of the last push are from these nodes, where a kernel can tell."""
        engine = self.engine()
        return engine.reach(ends, hops) if engine else None

    def fetch(self, links: Iterable[Link]) -> None:
        """Read the edges of these links in one go where they are not at hand."""
        engine = self.engine()
        if engine:
            engine.fetch(links)

    def leaving(self, node: str, channel: Channel) -> list[Link]:
        """Links that carry a mass of `channel` away from the node, in a fixed order."""
        if node not in self._known:
            engine = self.engine()
            known = engine is not None and engine.knows([node])
            self._known[node] = engine.leaving(node) if engine and known else self._read(node)
        return self._known[node].get(channel, [])

    def _read(self, node: str) -> dict[Channel, list[Link]]:
        best: dict[tuple[str, Channel, Channel], Link] = {}
        for link in sorted(self._crossings(node), key=_strength):
            best.setdefault((link.target, link.into, link.out), link)
        found: dict[Channel, list[Link]] = {}
        stays = _TRADE if self._hub(node) else set()
        for _, link in sorted(best.items()):
            if link.into not in stays:
                found.setdefault(link.into, []).append(link)
        return found

    def _hub(self, node: str) -> bool:
        entity = self.view.entity(node)
        return entity is not None and entity.label == "Country" and node not in self.about

    def _crossings(self, node: str) -> Iterator[Link]:
        for edge in self.view.out_edges(node):
            yield from self._cross(node, edge, forward=True)
        for edge in self.view.in_edges(node):
            if edge.head != edge.tail:
                yield from self._cross(node, edge, forward=False)

    def _cross(self, node: str, edge: StateEdge, *, forward: bool) -> Iterator[Link]:
        kind = edge_types().get(edge.type)
        target = edge.tail if forward else edge.head
        if kind is None or kind.evidence or not target or target == node:
            return
        weight = self.weight(edge, kind)
        for given in travelling(kind, forward=forward):
            proxy = given.proxy or edge.reference
            factor = weight * self.factors.crossing(kind.TYPE, given) * scale(edge, given.scale)
            factor *= self._stated_sign(node, edge)
            if factor and not (proxy and self.evidenced):
                yield Link(node, target, given.into, given.out, factor, edge, forward, proxy)

    def weight(self, edge: StateEdge, kind: type[Edge]) -> float:
        """Weight in 0..1: gamma x status x confidence x age; 0 where it does not count."""
        confidence = self.confidence(edge)
        if confidence < self.min_confidence:
            return 0.0
        status = self.factors.status[edge.status]
        return self.factors.gamma * status * confidence * age(edge, kind, self.view.as_of)

    def confidence(self, edge: StateEdge) -> float:
        """The edge's confidence without the claims taken as wrong."""
        kept = [c for c in edge.claims if c.claim_id not in self.without]
        if len(kept) == len(edge.claims):
            return edge.confidence
        if not kept:
            return 0.0
        # A view gives the sum alone, so the witnesses count as equal: one story, one witness.
        share = len({c.story_id for c in kept}) / len({c.story_id for c in edge.claims})
        return 1.0 - math.pow(1.0 - edge.confidence, share)

    def _stated_sign(self, node: str, edge: StateEdge) -> float:
        """How an edge with its own sign turns the mass: as stated, for the way the cause moves."""
        if edge.type != "IMPACTS":
            return 1.0
        if edge.sign is None:
            return 0.0
        stated = 1 if edge.sign == "+" else -1
        return float(stated * self.signs.get(node, -1))


def _strength(link: Link) -> tuple[float, str, bool]:
    return -abs(link.factor), link.edge.edge_id, not link.forward


def travelling(kind: type[Edge], *, forward: bool) -> Iterator[Transmission]:
    """The transmissions that count when an edge of the kind is travelled that way."""
    way = "with" if forward else "against"
    own = [t for t in kind.transmissions if t.travel == way]
    yield from own
    if kind.symmetric:
        told = {(t.into, t.out) for t in own}
        yield from (t for t in kind.transmissions if (t.into, t.out) not in told)


def age(edge: StateEdge, kind: type[Edge], as_of: When | None) -> float:
    """2^(-months since last attested / half-life), in 0..1; 1 where either date is unknown.

    Without an `as_of` nothing ages: no clock is read.
    """
    now = as_of.last() if as_of else None
    seen = edge.last_attested.last() if edge.last_attested else None
    if kind.half_life is None or now is None or seen is None:
        return 1.0
    months = max((now - seen).days / _MONTH, 0.0)
    return math.exp2(-months / kind.half_life)
