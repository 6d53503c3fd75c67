"""Which chains of sentences a score rests on: the strongest simple paths, each with its steps.

A path's score is the shock's size times its steps' factors; what kappa does inside a node is
part of the step that arrives there. On a graph without cycles the scores of all paths add up to
the total; the listing gives the best few and the residual. Bias: a path that comes back to a
node it has left is not shown, its part stays in the residual.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.exposure.links import Link, Links
from kg.exposure.shock import Entry
from kg.exposure.spread import EPSILON, HOPS
from schemas.answer import Path, Step
from schemas.base import Channel

if TYPE_CHECKING:
    from kg.exposure.kernel.reach import Reach

PATHS = 3  # paths shown for one entity and channel


@dataclass(frozen=True, slots=True)
class Trail:
    """A path being walked: where it stands, in which channel, with what score and hops.

    `lead` is what kappa made of the shock at its entry; the first hop's factor takes it up.
    """

    node: str
    channel: Channel
    score: float
    hops: tuple[tuple[Link, float, Channel], ...] = ()
    lead: float = 1.0

    def passed(self, node: str) -> bool:
        """Whether the trail has been at the node."""
        return node == self.node or any(link.source == node for link, _, _ in self.hops)


def trails(
    links: Links,
    entries: Iterable[Entry],
    *,
    hops: int = HOPS,
    best: int = PATHS,
    floor: float = EPSILON,
    ends: Collection[str] | None = None,
) -> dict[str, list[Trail]]:
    """The `best` strongest trails to each node and channel, by node, strongest first.

    Best-first search: no factor exceeds 1, so the strongest trail to a place is found first. Where
    `ends` are given, only trails to those are sure to be found, at less cost after a push.
    """
    reach = links.reach(ends, hops) if ends is not None else None
    found: dict[str, list[Trail]] = {}
    count: dict[tuple[str, Channel], int] = {}
    heap: list[tuple[float, int, Trail]] = []
    for entry in entries:
        for inner, share in links.factors.inside(entry.channel):
            first = ((entry.via, entry.via.factor * share, inner),) if entry.via else ()
            lead = 1.0 if first else share
            start = Trail(entry.node, inner, entry.size * share, first, lead)
            heap.append((-abs(start.score), len(heap), start))
    heapq.heapify(heap)
    order = len(heap)
    while heap:
        trail = heapq.heappop(heap)[2]
        place = (trail.node, trail.channel)
        if count.get(place, 0) >= best:
            continue
        count[place] = count.get(place, 0) + 1
        found.setdefault(trail.node, []).append(trail)
        for longer in _onward(links, trail, hops, floor, reach):
            order += 1
            heapq.heappush(heap, (-abs(longer.score), order, longer))
    if ends is not None:
        links.fetch(link for n in ends for t in found.get(n, ()) for link, _, _ in t.hops)
    return found


def _onward(
    links: Links, trail: Trail, hops: int, floor: float, reach: Reach | None
) -> list[Trail]:
    left = hops - len(trail.hops)
    if left <= 0:
        return []
    return [
        Trail(
            link.target,
            inner,
            score,
            (*trail.hops, (link, link.factor * share * trail.lead, inner)),
        )
        for link in links.leaving(trail.node, trail.channel)
        if not trail.passed(link.target)
        for inner, share in links.factors.inside(link.out)
        if abs(score := trail.score * link.factor * share) > floor
        # A trail that leads nowhere still takes the place of weaker ones that would.
        and (not reach or abs(score) * reach.from_(link.target, inner, left - 1, hops) > floor)
    ]


def path_of(trail: Trail) -> Path:
    """The trail as the contract shows it: every hop with its edge, factor and claims."""
    return Path(score=trail.score, steps=tuple(step_of(*hop) for hop in trail.hops))


def step_of(link: Link, factor: float, channel: Channel) -> Step:
    """One hop as the contract shows it."""
    return Step.model_validate(
        {
            "from": link.source, "edge": link.edge.type, "to": link.target,
            "forward": link.forward, "factor": factor, "channel": channel,
            "status": link.edge.status, "claims": link.edge.claims,
        }
    )  # fmt: skip
