"""How far a shock reaches: a local push along links, channel by channel.

    x[v,c] = clip(e[v,c] + sum of factor * x[u,c'] + sum of kappa * x[v,c'], -1, 1)

Pure arithmetic on floats, the only ones in the project. Cost follows the answer, not the graph:
a mass of `epsilon` or less is not pushed on. Bias: a faint effect is dropped, never invented.

Error. `dropped` is the sum of |mass| that was not pushed on. A mass m that stays behind could
have changed one other score by at most m times the sum, over the walks within the hops left,
of the product of their factors. All factors lie in [-1, 1]; where one walk joins two nodes that
sum is at most 1, and no score is off by more than `dropped`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.exposure.factors import ORDER
from kg.exposure.links import Links
from schemas.base import Channel

EPSILON = 1e-4  # a hundredth of a percent of the shock: far below any factor's own error
HOPS = 4  # beyond, the product of priors says nothing

Mass = dict[str, dict[Channel, float]]


@dataclass(slots=True)
class Spread:
    """Where the shock went: score by node and channel in [-1, 1], hops, and what was dropped."""

    score: Mapping[str, dict[Channel, float]] = field(default_factory=dict)
    hops: Mapping[str, int] = field(default_factory=dict)
    dropped: float = 0.0

    def at(self, node: str) -> dict[Channel, float]:
        """The node's score by channel; empty where the shock did not reach."""
        return self.score.get(node, {})

    def above(self, floor: float) -> Iterator[tuple[str, dict[Channel, float]]]:
        """The nodes with a score of at least the floor in some channel, sorted by node."""
        strong = (
            (n, s) for n, s in self.score.items() if any(abs(v) >= floor for v in s.values())
        )
        return iter(sorted(strong, key=lambda found: found[0]))


@dataclass(slots=True)
class _Walk:
    """A push under way: the executable specification of `kg.exposure.kernel.push`."""

    score: Mass = field(default_factory=dict)
    hops: dict[str, int] = field(default_factory=dict)
    dropped: float = 0.0
    raw: Mass = field(default_factory=dict)

    def settle(
        self, node: str, arrived: dict[Channel, float], links: Links
    ) -> dict[Channel, float]:
        """Add what arrived, let it act inside the node, and give what changed after clipping."""
        raw = self.raw.setdefault(node, {})
        score = self.score.setdefault(node, {})
        pending, changed = dict(arrived), {}
        for channel in ORDER:
            mass = pending.get(channel, 0.0)
            if not mass:
                continue
            raw[channel] = raw.get(channel, 0.0) + mass
            clipped = min(max(raw[channel], -1.0), 1.0)
            changed[channel] = clipped - score.get(channel, 0.0)
            score[channel] = clipped
            for (source, out), kappa in links.factors.kappa.items():
                if source == channel:
                    pending[out] = pending.get(out, 0.0) + kappa * changed[channel]
        return changed


def spread(
    links: Links,
    entries: Iterable[tuple[str, Channel, float]],
    *,
    hops: int = HOPS,
    epsilon: float = EPSILON,
) -> Spread:
    """Push the entries (node, channel, size in [-1, 1]) through the links, at most `hops` far.

    On the view's kernel where it has one and knows the nodes, else link by link.
    """
    given, engine = list(entries), links.engine()
    if engine and engine.knows(node for node, _, _ in given):
        return engine.push(given, hops=hops, epsilon=epsilon)
    found, front = _Walk(), _gather(given)
    for hop in range(hops + 1):
        changed = {}
        for node in sorted(front):
            found.hops.setdefault(node, hop)
            changed[node] = found.settle(node, front[node], links)
        front = _cross(found, changed, links, epsilon) if hop < hops else {}
    return Spread(found.score, found.hops, found.dropped)


def _gather(entries: Iterable[tuple[str, Channel, float]]) -> Mass:
    front: Mass = {}
    for node, channel, size in entries:
        at = front.setdefault(node, {})
        at[channel] = at.get(channel, 0.0) + size
    return front


def _cross(found: _Walk, changed: Mass, links: Links, epsilon: float) -> Mass:
    """What the changes send one hop on."""
    front: Mass = {}
    for node, moves in sorted(changed.items()):
        for channel, mass in sorted(moves.items()):
            if abs(mass) <= epsilon:
                found.dropped += abs(mass)
                continue
            for link in links.leaving(node, channel):
                at = front.setdefault(link.target, {})
                at[link.out] = at.get(link.out, 0.0) + mass * link.factor
    return front
