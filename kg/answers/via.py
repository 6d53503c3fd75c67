"""Only paths through one node: the graph twice over, with that node as the only way across.

On the near side a shock travels as always; whatever leaves the node is on the far side and stays
there. What it reaches on the far side it reached through the node, so scores and paths are exact,
not picked from a list. Bias: a walk that returns over the node counts, as it does everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.exposure import Shock
from kg.graph.contract import View
from kg.graph.over import Over
from schemas.answer import Exposure, Path, StateEdge, Step
from schemas.claim import Entity
from schemas.when import When

_FAR = "\u2192"  # stands behind a node of the far side; no node id holds an arrow


@dataclass(slots=True)
class Through(Over):
    """A view in which nothing gets to the far side but over the node `via`."""

    view: View
    via: str
    as_of: When | None = None
    known_at: str | None = None

    def entity(self, node: str) -> Entity | None:
        """The node's entity; on the far side under its name there."""
        entity = self.view.entity(near(node))
        return entity.model_copy(update={"node": node}) if entity and is_far(node) else entity

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node, to the side on which they arrive."""
        return [self._placed(e, node, head=True) for e in self.view.out_edges(near(node))]

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node, from the side on which a shock against them arrives."""
        return [self._placed(e, node, head=False) for e in self.view.in_edges(near(node))]

    def _placed(self, edge: StateEdge, node: str, *, head: bool) -> StateEdge:
        if not is_far(node) and node != self.via:
            return edge
        other = edge.tail if head else edge.head
        arrived = far(other) if other else other
        ends = {"head": node, "tail": arrived} if head else {"head": arrived, "tail": node}
        return edge.model_copy(update=ends)


def far(node: str) -> str:
    """The node as it is called on the far side."""
    return node if is_far(node) else node + _FAR


def near(node: str) -> str:
    """The node's own id, from either side."""
    return node.removesuffix(_FAR)


def is_far(node: str) -> bool:
    """Whether the id is one of the far side."""
    return node.endswith(_FAR)


def doubled(shock: Shock) -> Shock:
    """The shock for both sides: what it is about there as here."""
    both = shock.about | {far(n) for n in shock.about}
    return replace(shock, about=both, aims=shock.aims | {far(n) for n in shock.lands})


def arrived(found: Sequence[Exposure], via: str) -> list[Exposure]:
    """What the shock reached through the node, under its own ids, in the order given."""
    return [e for e in map(_own, passed(found)) if e.node != via and e.paths]


def passed(found: Sequence[Exposure]) -> list[Exposure]:
    """What the shock reached on the far side, under the ids of that side."""
    return [e for e in found if any(is_far(s.to) for p in e.paths for s in p.steps)]


def _own(exposure: Exposure) -> Exposure:
    """Under its own id; a path that comes back to a node is none, its part is in the residual."""
    kept = onward(exposure)
    paths = tuple(Path(score=p.score, steps=tuple(map(_step, p.steps))) for p in kept.paths)
    return kept.model_copy(update={"node": near(kept.node), "paths": paths})


def onward(exposure: Exposure) -> Exposure:
    """The exposure without the paths that come back to a node; the residual has their part."""
    paths = tuple(p for p in exposure.paths if _is_simple(p))
    back = sum(p.score for p in exposure.paths) - sum(p.score for p in paths)
    if not back:
        return exposure
    return exposure.model_copy(update={"paths": paths, "residual": exposure.residual + back})


def _is_simple(path: Path) -> bool:
    nodes = [near(n) for s in path.steps[:1] for n in (s.from_,)]
    nodes += [near(step.to) for step in path.steps]
    return len(set(nodes)) == len(nodes)


def _step(step: Step) -> Step:
    return step.model_copy(update={"from_": near(step.from_), "to": near(step.to)})
