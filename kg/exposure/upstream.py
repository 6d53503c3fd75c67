"""What several positions have above them: suppliers, inputs, owners, countries, policies.

Upward is every edge over which, by the register, a shortfall, a price or a loss of access comes
down to the position. Bias: a chain must carry one shock all the way (a good that a country
imports is not an input of every firm in it), and what was denied or has ended carries nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.exposure.factors import Factors
from kg.graph.contract import View
from schemas.answer import StateEdge
from schemas.base import Channel, Edge, edge_types
from schemas.edges.people_places import LocatedIn
from schemas.evidence import digest
from schemas.nodes.actors import Country, Firm
from schemas.nodes.acts import Policy

HOPS = 2
_DOWN: frozenset[Channel] = frozenset({"supply", "price", "access"})
_TRADE: frozenset[Channel] = frozenset({"supply", "price", "demand"})
_OVER = frozenset({"denied", "negated", "ended"})


@dataclass(frozen=True, slots=True)
class Rung:
    """One edge upward: from `below` to `above`, the channels in which a shock comes down it."""

    below: str
    above: str
    edge: StateEdge
    crossings: tuple[tuple[Channel, Channel], ...]


Ladder = tuple[Rung, ...]
Seat = Callable[[str], str]


def seat(node: str) -> str:
    """The node of the country where reference data has the firm's seat; empty if unknown."""
    from kg.reference.universe import universe

    known = universe().by_node(node)
    return f"country:{known.country}" if known and known.country else ""


def nowhere(_node: str) -> str:
    """No seat: stories alone."""
    return ""


@dataclass(slots=True)
class Above:
    """What stands above nodes of a view; reads each node's edges once.

    `seat_of` gives the country of a firm that no story places.
    """

    view: View
    factors: Factors = field(default_factory=Factors)
    min_confidence: float = 0.0
    seat_of: Seat = nowhere
    _known: dict[str, list[Rung]] = field(default_factory=dict)

    def rungs(self, node: str) -> list[Rung]:
        """The edges upward from a node, sorted by what is above and edge id."""
        if node not in self._known:
            found = sorted(self._read(node), key=lambda r: (r.above, r.edge.edge_id))
            self._known[node] = found
        return self._known[node]

    def _read(self, node: str) -> Iterator[Rung]:
        for edge in self.view.in_edges(node):
            yield from self._rung(node, edge.head, edge, "with")
        for edge in self.view.out_edges(node):
            yield from self._rung(node, edge.tail, edge, "against")
        yield from self._seated(node)

    def _seated(self, node: str) -> Iterator[Rung]:
        entity = self.view.entity(node)
        land = self.seat_of(node) if entity and entity.label == Firm.LABEL else ""
        told = {e.tail for e in self.view.out_edges(node) if e.type == LocatedIn.TYPE}
        if land and land not in told:
            edge = StateEdge(
                edge_id=digest("seat", node, land), head=node, type=LocatedIn.TYPE, tail=land,
                status="asserted", confidence=1.0, reference=True,
            )  # fmt: skip
            yield from self._rung(node, land, edge, "against")

    def _rung(self, below: str, above: str, edge: StateEdge, travel: str) -> Iterator[Rung]:
        kind = edge_types().get(edge.type)
        if kind is None or kind.evidence or not above or above == below:
            return
        if edge.status in _OVER or edge.confidence < self.min_confidence:
            return
        if not (found := self._crossings(kind, travel, above)):
            return
        yield Rung(below, above, edge, found)

    def _crossings(
        self, kind: type[Edge], travel: str, above: str
    ) -> tuple[tuple[Channel, Channel], ...]:
        upper = self.view.entity(above)
        act = upper is not None and upper.label == Policy.LABEL
        given = (t for t in kind.transmissions if kind.symmetric or t.travel == travel)
        return tuple(
            (t.into, t.out)
            for t in given
            if not t.proxy and (act or t.out in _DOWN) and self.factors.crossing(kind.TYPE, t)
        )

    def ladders(self, node: str) -> list[Ladder]:
        """Every chain upward of at most two edges that cannot be made longer."""
        found: list[Ladder] = []
        for first in self.rungs(node):
            longer = [(first, r) for r in self.rungs(first.above) if self._joins(first, r, node)]
            found += longer or [(first,)]
        return found

    def _joins(self, lower: Rung, upper: Rung, start: str) -> bool:
        """Whether one shock comes down both: what arrives in the middle can go on from there."""
        if upper.above in {start, lower.below}:
            return False
        between = self.view.entity(lower.above)
        hub = between is not None and between.label == Country.LABEL
        needed = {into for into, _ in lower.crossings} - (_TRADE if hub else frozenset())
        arriving = {
            inner for _, out in upper.crossings for inner, _ in self.factors.inside(out)
        }
        return bool(needed & arriving)


def passed(ladder: Ladder) -> set[str]:
    """The nodes above the position on a chain."""
    return {rung.above for rung in ladder}


@dataclass(frozen=True, slots=True)
class Shared:
    """A node above one or more positions: how far, by which chain, and above whom."""

    node: str
    hops: int
    below: Mapping[str, Ladder]

    @property
    def evidenced(self) -> bool:
        """Whether stories carry the best chain to every position."""
        return all(rung.edge.claims for ladder in self.below.values() for rung in ladder)


def shared(ladders: Mapping[str, Sequence[Ladder]]) -> dict[str, Shared]:
    """Every node above the positions, with the shortest and best told chain to each of these."""
    best: dict[str, dict[str, Ladder]] = {}
    for position, chains in sorted(ladders.items()):
        for chain in chains:
            for at in range(len(chain)):
                _keep(best.setdefault(chain[at].above, {}), position, chain[: at + 1])
    return {n: Shared(n, min(map(len, below.values())), below) for n, below in sorted(best.items())}


def _keep(below: dict[str, Ladder], position: str, chain: Ladder) -> None:
    kept = below.get(position)
    if kept is None or _rank(chain) < _rank(kept):
        below[position] = chain


def _rank(chain: Ladder) -> tuple[object, ...]:
    bare = sum(not rung.edge.claims for rung in chain)
    sure = -sum(rung.edge.confidence for rung in chain)
    return bare, len(chain), sure, tuple(rung.edge.edge_id for rung in chain)


def dominators(ladders: Mapping[str, Sequence[Ladder]]) -> dict[str, set[str]]:
    """For each node through which every told chain of a position goes, those positions."""
    found: dict[str, set[str]] = {}
    for position, chains in ladders.items():
        told = _told(chains)
        if told:
            for node in set.intersection(*map(passed, told)):
                found.setdefault(node, set()).add(position)
    return found


def _told(chains: Sequence[Ladder]) -> list[Ladder]:
    """Each chain as far up as stories carry it; what is only the beginning of another is not."""
    cut = {_prefix(chain) for chain in chains} - {()}
    longer = {chain[:at] for chain in cut for at in range(1, len(chain))}
    return sorted(cut - longer, key=lambda chain: [r.edge.edge_id for r in chain])


def _prefix(chain: Ladder) -> Ladder:
    bare = next((at for at, rung in enumerate(chain) if not rung.edge.claims), len(chain))
    return chain[:bare]
