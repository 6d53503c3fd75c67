"""From scores to answers: who is listed, in which class, with which sign, in which order.

Evidence and proxies are two separate calculations: an entity that stories reach keeps the score
that stories give it, and only what they do not reach is looked for among reference links. Bias:
what a story denies is listed as denied, whatever other paths say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.exposure.factors import FLOOR, ORDER, Factors
from kg.exposure.links import Link, Links
from kg.exposure.paths import PATHS, Trail, path_of, step_of, trails
from kg.exposure.shock import Shock
from kg.exposure.spread import EPSILON, HOPS, Spread, spread
from kg.graph.contract import View
from schemas.answer import AnswerClass, Direction, Exposure, Path, StateEdge
from schemas.base import Channel, Status, labels
from schemas.claim import Entity

_UNLISTED = {"Policy", "Deal", "Story", "Claim", "Source", "Portfolio"}
_STATED = {"IMPACTS", "TARGETS", "RESTRICTS", "SUPPORTS"}
_RANK: dict[AnswerClass, int] = {
    "stated": 0, "linked": 0, "structural": 1, "stated_not_exposed": 2, "unknown": 3,
}  # fmt: skip
_DISAGREE = 0.5  # channels pull apart strongly where the weaker is half the stronger; own prior


@dataclass(frozen=True, slots=True)
class Terms:
    """How to calculate: how far, from which confidence on, with which priors, without whom."""

    hops: int = HOPS
    epsilon: float = EPSILON
    min_confidence: float = 0.0
    factors: Factors = field(default_factory=Factors)
    without: frozenset[str] = frozenset()

    def links(self, view: View, shock: Shock, *, evidenced: bool) -> Links:
        """The links of the view under these terms."""
        return Links(
            view, self.factors, self.min_confidence, evidenced=evidenced, signs=shock.signs,
            without=self.without, about=shock.about | shock.lands,
        )  # fmt: skip


def run(links: Links, shock: Shock, terms: Terms) -> Spread:
    """The shock pushed through the links."""
    entries = [(e.node, e.channel, e.size) for e in shock.entries]
    return spread(links, entries, hops=terms.hops, epsilon=terms.epsilon)


def listing(view: View, shock: Shock, terms: Terms, channel: Channel | None) -> list[Exposure]:
    """What the shock reaches on evidence alone, and what only stated effects say."""
    links = terms.links(view, shock, evidenced=True)
    found = list(_reached(view, links, shock, terms, channel))
    return found + list(_only_said(view, shock, {e.node for e in found}))


def by_reference(view: View, shock: Shock, terms: Terms, channel: Channel | None) -> list[Exposure]:
    """What the shock reaches when reference links and proxies carry it too."""
    links = terms.links(view, shock, evidenced=False)
    return [
        e.model_copy(update={"class_": "structural"})
        for e in _reached(view, links, shock, terms, channel)
        if e.class_ != "stated_not_exposed"
    ]


def ranked(exposures: list[Exposure]) -> list[Exposure]:
    """Evidenced before structural before denied, each by strength, ties by node."""
    return sorted(exposures, key=lambda e: (_RANK[e.class_], -abs(e.score), e.node))


def _reached(
    view: View, links: Links, shock: Shock, terms: Terms, channel: Channel | None
) -> Iterator[Exposure]:
    reached = run(links, shock, terms)
    strong = dict(reached.above(FLOOR))
    chains = trails(links, shock.entries, hops=terms.hops, floor=terms.epsilon, ends=strong)
    denied = {e.tail for e in effects(view, shock) if e.status in {"negated", "denied"}}
    for node, score in strong.items():
        entity = view.entity(node)
        at = channel or _leading(score)
        if not entity or not listed(entity, shock) or abs(score.get(at, 0.0)) < FLOOR:
            continue
        yield _exposure(entity, score, at, chains.get(node, []), denied=node in denied)


def _leading(score: dict[Channel, float]) -> Channel:
    return max(ORDER, key=lambda c: (abs(score.get(c, 0.0)), c))


def listed(entity: Entity, shock: Shock) -> bool:
    """Whether the entity may stand in an answer: no act, no evidence, not the subject itself."""
    kind = labels().get(entity.label)
    act = entity.label in _UNLISTED or (kind is not None and kind.evidence)
    return not act and entity.node not in shock.about


def effects(view: View, shock: Shock) -> list[StateEdge]:
    """The effects that stories state of the shock's own node."""
    return [e for e in view.out_edges(shock.node) if e.type == "IMPACTS" and e.tail]


def _exposure(
    entity: Entity, score: dict[Channel, float], at: Channel, chains: list[Trail], *, denied: bool
) -> Exposure:
    kept = [t for t in chains if t.channel == at][:PATHS]
    best = max(kept, key=lambda t: abs(t.score), default=None)
    return Exposure.model_validate(
        {
            "entity": entity.name, "node": entity.node, "type": entity.label,
            "score": score[at], "sign": sign_of(score, at), "channel": at,
            "hops": len(best.hops) if best else 0,
            "class": "stated_not_exposed" if denied else class_of(kept),
            "status": weakest(best), "paths": tuple(path_of(t) for t in kept),
            "residual": score[at] - sum(t.score for t in kept),
        }
    )  # fmt: skip


def sign_of(score: dict[Channel, float], at: Channel) -> Direction:
    """Hurt or helped by the leading channel; mixed where another pulls strongly against it."""
    against = max((-s * (1 if score[at] > 0 else -1) for s in score.values()), default=0.0)
    if not score[at] or against >= _DISAGREE * abs(score[at]):
        return "mixed"
    return "hurt" if score[at] < 0 else "helped"


def class_of(kept: list[Trail]) -> AnswerClass:
    """The class of the strongest trail; stated where one of them is a story's own statement."""
    if not kept:
        return "unknown"
    if any(len(t.hops) == 1 and _says_so(t) for t in kept):
        return "stated"
    proxy = any(link.proxy or not link.edge.claims for link, _, _ in kept[0].hops)
    return "structural" if proxy else "linked"


def _says_so(trail: Trail) -> bool:
    link = trail.hops[0][0]
    return link.forward and link.edge.type in _STATED and bool(link.edge.claims)


def weakest(best: Trail | None) -> Status:
    """The status on the path that counts least."""
    order = Factors().status
    hops = best.hops if best else ()
    return min((link.edge.status for link, _, _ in hops), key=order.__getitem__, default="asserted")


def _only_said(view: View, shock: Shock, found: set[str]) -> Iterator[Exposure]:
    """Entities of which a story says "not exposed", or "affected" without saying which way."""
    for edge in effects(view, shock):
        entity = view.entity(edge.tail)
        denied = edge.status in {"negated", "denied"}
        silent = edge.sign is None and edge.status != "ended"
        if edge.tail in found or not entity or not listed(entity, shock) or not (denied or silent):
            continue
        found.add(edge.tail)
        yield _said(entity, edge, "stated_not_exposed" if denied else "stated")


def _said(entity: Entity, edge: StateEdge, class_: AnswerClass) -> Exposure:
    link = Link(edge.head, edge.tail, "finance", "finance", 0.0, edge, forward=True)
    step = step_of(link, 0.0, "finance")
    return Exposure.model_validate(
        {
            "entity": entity.name, "node": entity.node, "type": entity.label, "score": 0.0,
            "sign": "mixed", "channel": "finance", "hops": 1, "class": class_,
            "status": edge.status, "paths": (Path(score=0.0, steps=(step,)),),
        }
    )  # fmt: skip
