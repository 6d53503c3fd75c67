"""A portfolio laid over a view: who its rows mean, and HOLDS edges that no store ever sees.

Bias: a row that fits no firm, several firms, or two of whose columns mean two firms, is left
unmatched and said so; what it might mean is offered, never taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.exposure.holdings import Holding
from kg.graph.contract import View
from kg.graph.over import Over
from schemas.answer import StateEdge
from schemas.base import Record
from schemas.claim import Entity
from schemas.edges.holdings import Holds
from schemas.evidence import digest
from schemas.nodes.actors import Firm, Portfolio
from schemas.when import When

NEAR = 3  # names offered for a row that fits none


class Unmatched(Record):
    """A row that means no one firm: its line, name, share, why, and what comes near."""

    line: int
    name: str
    weight: float
    why: str
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A firm that rows mean, their summed weight and their lines.

    `told` is whether the graph holds it; else only reference data knows it.
    """

    entity: Entity
    weight: float
    lines: tuple[int, ...]
    told: bool = True


def matched(view: View, rows: Sequence[Holding]) -> tuple[list[Match], list[Unmatched]]:
    """The firms that the rows mean, in the order of the file, and the rows that mean none."""
    found: dict[str, Match] = {}
    open_: list[Unmatched] = []
    for row in rows:
        hits = {column: _hits(view, column, text) for column, text in row.names}
        meant = {e.node: e for every in hits.values() if len(every) == 1 for e in every}
        if len(meant) != 1:
            open_.append(_open(view, row, hits))
            continue
        ((node, entity),) = meant.items()
        before = found.get(node)
        lines = (*before.lines, row.line) if before else (row.line,)
        weight = row.weight + (before.weight if before else 0.0)
        found[node] = Match(entity, weight, lines, told=view.entity(node) is not None)
    return list(found.values()), open_


def _hits(view: View, column: str, text: str) -> list[Entity]:
    """The firms that the cell fits exactly; reference data is asked where the graph has none."""
    told = [e for e in view.find(text, Firm.LABEL) if column == "name" or _bears(e, text)]
    if len(told) > 1:
        told = [e for e in told if e.name.casefold() == text.casefold()] or told
    return told or _by_reference(view, column, text)


def _bears(entity: Entity, identifier: str) -> bool:
    return identifier.upper() in {value.upper() for _, value in entity.identifiers}


def _by_reference(view: View, column: str, text: str) -> list[Entity]:
    from kg.reference.universe import universe

    known = universe()
    if column == "name":
        hits = list(known.find(text, Firm.LABEL))
    else:
        schemes = ("ticker", "ric") if column == "ticker" else (column,)
        hits = [k for s in schemes if (k := known.by_identifier(s, text)) is not None][:1]
    plain = [Entity(node=k.node, label=k.label, name=k.name) for k in hits if k.label == Firm.LABEL]
    return [view.entity(e.node) or e for e in plain]


def _open(view: View, row: Holding, hits: dict[str, list[Entity]]) -> Unmatched:
    single = {c: e[0].name for c, e in hits.items() if len(e) == 1}
    several = [e for every in hits.values() if len(every) > 1 for e in every]
    if single:
        why = "; ".join(f"its {c} means {name}" for c, name in single.items())
        near = list(dict.fromkeys(single.values()))
    elif several:
        why = f"fits {len(several)} firms"
        near = [f"{e.name} ({e.node})" for e in several]
    else:
        why = "no firm of that name"
        near = [e.name for e in view.near(row.shown, 20) if e.label == Firm.LABEL]
    return Unmatched(
        line=row.line, name=row.shown, weight=row.weight, why=why, near=tuple(near[:NEAR])
    )


@dataclass(slots=True)
class Held(Over):
    """A view with a portfolio laid over it; the view beneath is not touched."""

    view: View
    holder: Entity
    matches: Sequence[Match]
    as_of: When | None = None
    known_at: str | None = None
    _edges: dict[str, StateEdge] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take over the times of the view beneath, and draw the edges."""
        self.as_of, self.known_at = self.view.as_of, self.view.known_at
        for match in self.matches:
            edge = _held(self.holder.node, match)
            self._edges[edge.edge_id] = edge

    def entity(self, node: str) -> Entity | None:
        """The portfolio, a firm in it, or what the view holds."""
        if node == self.holder.node:
            return self.holder
        known = self.view.entity(node)
        return known or next((m.entity for m in self.matches if m.entity.node == node), None)

    def find(self, name: str, label: str | None = None) -> Sequence[Entity]:
        """The portfolio by its name, else what the view finds."""
        own = name == self.holder.name and label in {None, self.holder.label}
        return [*([self.holder] if own else []), *self.view.find(name, label)]

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node, what is held among them."""
        return self._with(self.view.out_edges(node), [e for e in self.held() if e.head == node])

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node, the portfolio's among them."""
        return self._with(self.view.in_edges(node), [e for e in self.held() if e.tail == node])

    def _with(self, told: Sequence[StateEdge], own: Sequence[StateEdge]) -> list[StateEdge]:
        return sorted((*told, *own), key=lambda e: e.edge_id)

    def held(self) -> list[StateEdge]:
        """What the portfolio holds, an edge for each firm, sorted by edge id."""
        return [edge for _, edge in sorted(self._edges.items())]

    def entities(self) -> Iterator[Entity]:
        """Every entity, sorted by node."""
        own = {self.holder.node: self.holder} | {m.entity.node: m.entity for m in self.matches}
        every = {e.node: e for e in self.view.entities()} | own
        return (every[node] for node in sorted(every))

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""
        return iter(self._with(list(self.view.edges()), self.held()))


def holder(name: str) -> Entity:
    """The portfolio's own node."""
    return Entity(node=f"portfolio:{digest(name)}", label=Portfolio.LABEL, name=name)


def _held(node: str, match: Match) -> StateEdge:
    weight = f"{match.weight:.10f}".rstrip("0").rstrip(".")
    return StateEdge(
        edge_id=digest("edge", node, Holds.TYPE, match.entity.node, ""),
        head=node, type=Holds.TYPE, tail=match.entity.node, status="asserted", confidence=1.0,
        reference=True, more=(("weight", weight),),
    )  # fmt: skip
