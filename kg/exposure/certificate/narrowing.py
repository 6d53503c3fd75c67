"""What the options leave of an answer, worked out anew: the graph narrowed, then the list.

Not by the code that answers questions, so that one checks the other; and always edge by edge,
never on arrays, for the same reason: a proof that the engine confirms by itself is none. Bias: as
an answer counts, so it is counted here; where both disagree, no certificate is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.exposure import Factors, Shock, exposed_to
from kg.exposure.certificate.options import SIDES, Options
from kg.graph.contract import View
from kg.graph.over import Over
from schemas.answer import Exposure, Path, StateEdge, Step
from schemas.claim import Entity
from schemas.when import When

BEYOND = "\u2192"  # stands behind a node that is reached through another; no node id has it
_OVER = frozenset({"denied", "negated", "ended"})
_PLACED = frozenset({"LOCATED_IN", "MEMBER_OF", "IN_INDUSTRY"})
_SOIL = frozenset({"Country", "Place"})
_NESTED = 3  # places in places: a plant in a city in a country


def narrowed(view: View, given: Options) -> View:
    """The view without what the options leave out of sight."""
    return Narrow(view, given) if given.narrows else view


@dataclass(slots=True)
class Narrow(Over):
    """A view without the excluded nodes, with the links of the dates and statuses that count."""

    view: View
    given: Options
    as_of: When | None = field(init=False)
    known_at: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Take the times of the view."""
        self.as_of, self.known_at = self.view.as_of, self.view.known_at

    def entity(self, node: str) -> Entity | None:
        """The node's entity; none where it is excluded."""
        return None if node in self.given.excluding else self.view.entity(node)

    def find(self, name: str, label: str | None = None) -> Sequence[Entity]:
        """Entities that the name fits and that are not excluded."""
        return [e for e in self.view.find(name, label) if e.node not in self.given.excluding]

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node and count."""
        return [e for e in self.view.out_edges(node) if self._counts(e)]

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node and count."""
        return [e for e in self.view.in_edges(node) if self._counts(e)]

    def _counts(self, edge: StateEdge) -> bool:
        given = self.given
        if {edge.head, edge.tail} & set(given.excluding):
            return False
        if given.statuses and edge.status not in _OVER.union(given.statuses):
            return False
        return not (given.since or given.until) or self._told(edge)

    def _told(self, edge: StateEdge) -> bool:
        """Whether the link's first known date is in the period; one without a date is not."""
        dates = (edge.valid_from, edge.valid_to, edge.last_attested)
        when = next((d for d in dates if d and d.year is not None), None)
        first, last = (when.first(), when.last()) if when else (None, None)
        if first is None or last is None:
            return False
        since = self.given.since.first() if self.given.since else None
        until = self.given.until.last() if self.given.until else None
        return (since is None or last >= since) and (until is None or first <= until)


@dataclass(slots=True)
class Beyond(Over):
    """A view in two copies; the only way into the second one leads over the node `via`."""

    view: View
    via: str
    as_of: When | None = field(init=False)
    known_at: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Take the times of the view."""
        self.as_of, self.known_at = self.view.as_of, self.view.known_at

    def entity(self, node: str) -> Entity | None:
        """The node's entity, under its name in this copy."""
        entity = self.view.entity(_own(node))
        return entity.model_copy(update={"node": node}) if entity else None

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node, to the copy in which they arrive."""
        edges = self.view.out_edges(_own(node))
        return [_joined(e, node, self._arrival(node, e.tail)) for e in edges]

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node, from the copy in which one arrives against them."""
        edges = self.view.in_edges(_own(node))
        return [_joined(e, self._arrival(node, e.head), node) for e in edges]

    def _arrival(self, node: str, other: str) -> str:
        crosses = other and (node == self.via or node.endswith(BEYOND))
        return other + BEYOND if crosses else other


def _joined(edge: StateEdge, head: str, tail: str) -> StateEdge:
    return edge.model_copy(update={"head": head, "tail": tail})


def _own(node: str) -> str:
    return node.removesuffix(BEYOND)


def answered(
    view: View, shocks: Sequence[Shock], given: Options, factors: Factors
) -> list[Exposure]:
    """The whole answer: whom the shocks reach in the narrowed view, and which of them are listed.

    The shocks are those of the narrowed view.
    """
    ask, at = given.ask(factors), narrowed(view, given)
    if given.via:
        both = [_in_both(shock) for shock in shocks]
        found = _through(exposed_to(Beyond(at, given.via), both, **ask), given.via)
    else:
        found = exposed_to(at, shocks, **ask)
    return _listed(at, found, given)[: given.limit]


def _in_both(shock: Shock) -> Shock:
    """The shock, about the same things in either copy."""
    about = shock.about | {n + BEYOND for n in shock.about}
    return replace(shock, about=about, aims=shock.aims | {n + BEYOND for n in shock.lands})


def _through(found: Iterable[Exposure], via: str) -> list[Exposure]:
    """What was reached over the node, under its own name, by paths that meet no node twice."""
    beyond = [e for e in found if any(s.to.endswith(BEYOND) for p in e.paths for s in p.steps)]
    plain = (_plain(e) for e in beyond)
    return [e for e in plain if e.paths and e.node != via]


def _plain(exposure: Exposure) -> Exposure:
    """Under its own name; the part of paths that come back to a node is in the residual."""
    paths = [Path(score=p.score, steps=tuple(map(_step, p.steps))) for p in exposure.paths]
    kept = tuple(p for p in paths if _once(p))
    back = sum(p.score for p in paths) - sum(p.score for p in kept)
    own = {"node": _own(exposure.node), "paths": kept, "residual": exposure.residual + back}
    return exposure.model_copy(update=own)


def _step(step: Step) -> Step:
    return step.model_copy(update={"from_": _own(step.from_), "to": _own(step.to)})


def _once(path: Path) -> bool:
    nodes = [*(s.from_ for s in path.steps[:1]), *(s.to for s in path.steps)]
    return len(set(nodes)) == len(nodes)


def _listed(view: View, found: Iterable[Exposure], given: Options) -> list[Exposure]:
    """Those of the side, label and place that are asked for, or those that are named."""
    kept = [e for e in found if not given.side or e.sign in SIDES[given.side]]
    kept = [e for e in kept if given.label in {"", e.type} or _is_good(given.label, e.type)]
    if not given.named:
        within, outside = given.within, given.outside
        kept = [e for e in kept if not within or _within(view, e.node, within)]
        return [e for e in kept if not outside or _outside(view, e.node, outside)]
    by_node = {e.node: e for e in kept}
    named = [by_node.get(node) or _unknown(view, node) for node in given.named]
    return sorted(named, key=lambda e: -abs(e.score))


def _is_good(asked: str, label: str) -> bool:
    """In plain speech a commodity is a product too."""
    return (asked, label) == ("Product", "Commodity")


def _unknown(view: View, node: str) -> Exposure:
    entity = view.entity(node)
    name, label = (entity.name, entity.label) if entity else (node, "")
    return Exposure.model_validate(
        {
            "entity": name, "node": node, "type": label, "score": 0.0, "sign": "mixed",
            "channel": "supply", "hops": 0, "class": "unknown",
        }
    )  # fmt: skip


def _within(view: View, node: str, place: str) -> bool:
    """Whether stories put the node in the place, or reference data its country."""
    from kg.reference.universe import universe

    reached = front = {node}
    for _ in range(_NESTED):
        front = {far for at in front for far in _places(view, at)} - reached
        reached = reached | front
    if place in reached:
        return True
    where, entity = view.entity(place), view.entity(node)
    code = dict(entity.properties).get("country") if entity else None
    if where is None or where.label != "Country" or code is None:
        return False
    return code in universe().countries_of(place)


def _outside(view: View, node: str, place: str) -> bool:
    """Whether it is told where the node is, and that is not in the place."""
    around = (view.entity(at) for at in sorted({node, *_places(view, node)}))
    known = any(e.label in _SOIL for e in around if e)
    return known and not _within(view, node, place)


def _places(view: View, node: str) -> set[str]:
    """What the node is in: by links that hold, and by its own country and industry."""
    edges = view.out_edges(node)
    found = {e.tail for e in edges if e.type in _PLACED and e.status not in _OVER}
    entity = view.entity(node)
    told = entity.properties if entity else ()
    found |= {value for name, value in told if name == "industry"}
    if entity and entity.label != "Country":
        for value in (v for name, v in told if name == "country"):
            found |= {e.node for e in view.find(value, "Country")}
            found |= {e.node for e in (view.entity(f"country:{value}"),) if e}
    return found
