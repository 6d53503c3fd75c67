"""A view seen through a question's filters: some nodes gone, only what held or was told then.

`held` is used where the store cannot reopen its view. Bias: an edge without dates is kept for
"as of", since a missing date is never read as "not then"; for "since" and "before" it is left
out, since nobody told that it is from then.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.graph.contract import View
from kg.graph.over import Over
from schemas.answer import StateEdge
from schemas.base import Status
from schemas.claim import Entity
from schemas.when import When

UNDATED = "links without a date are left out"


@dataclass(slots=True)
class Window(Over):
    """A view without the nodes `gone`, with the edges that pass.

    `held`: those that held then; `since`, `until`: those begun or last told in between;
    `statuses` (none: all): those of such a status. `as_of`, `known_at`: the times of the whole.
    """

    view: View
    as_of: When | None = None
    gone: frozenset[str] = frozenset()
    known_at: str | None = None
    since: When | None = None
    until: When | None = None
    statuses: frozenset[Status] = frozenset()
    held: When | None = None

    def entity(self, node: str) -> Entity | None:
        """The node's entity, unless it is left out."""
        return None if node in self.gone else self.view.entity(node)

    def find(self, name: str, label: str | None = None) -> Sequence[Entity]:
        """Entities that the name fits, without those left out."""
        return [e for e in self.view.find(name, label) if e.node not in self.gone]

    def near(self, name: str, limit: int = 5) -> Sequence[Entity]:
        """Entities whose names come close, without those left out."""
        return [e for e in self.view.near(name, limit) if e.node not in self.gone]

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node and pass the window."""
        return [e for e in self.view.out_edges(node) if self._shows(e)]

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node and pass the window."""
        return [e for e in self.view.in_edges(node) if self._shows(e)]

    def entities(self) -> Iterator[Entity]:
        """Every entity that is not left out."""
        return (e for e in self.view.entities() if e.node not in self.gone)

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge that passes the window."""
        return (e for e in self.view.edges() if self._shows(e))

    def notes(self) -> Sequence[str]:
        """What a reader of the view must know, and that undated links were left out."""
        more = (UNDATED,) if self.since or self.until else ()
        return (*self.view.notes(), *more)

    def _shows(self, edge: StateEdge) -> bool:
        if edge.head in self.gone or edge.tail in self.gone:
            return False
        return self._held(edge) and self._told(edge) and self._counts(edge)

    def _counts(self, edge: StateEdge) -> bool:
        return not self.statuses or edge.status in self.statuses

    def _held(self, edge: StateEdge) -> bool:
        now = self.held.last() if self.held else None
        begun = edge.valid_from.first() if edge.valid_from else None
        over = edge.valid_to.last() if edge.valid_to else None
        return not now or ((not begun or begun <= now) and (not over or now <= over))

    def _told(self, edge: StateEdge) -> bool:
        if not self.since and not self.until:
            return True
        dates = (edge.valid_from, edge.valid_to, edge.last_attested)
        when = next((d for d in dates if d and d.year is not None), None)
        first, last = (when.first(), when.last()) if when else (None, None)
        since = self.since.first() if self.since else None
        until = self.until.last() if self.until else None
        if not first or not last:
            return False
        return (not since or last >= since) and (not until or first <= until)
