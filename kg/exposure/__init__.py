"""Who is exposed to a shock, how much, by which path: pure arithmetic over a view.

Reads the `View` protocol alone; opens no file, no store and no connection. Bias: a link without
evidence is never mixed with one that has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict, Unpack

from kg.exposure.coverage import Coverage, coverage
from kg.exposure.factors import Factors, factors, factors_from
from kg.exposure.fragile import most_fragile
from kg.exposure.links import Links
from kg.exposure.listing import Terms, by_reference, listing, ranked
from kg.exposure.shock import EVENTS, Entry, Shock, shocks_for
from kg.exposure.spread import HOPS, Spread, spread
from kg.exposure.structural import listed, members
from kg.graph.contract import View
from schemas.answer import Exposure
from schemas.base import Channel

LIMIT = 50  # entities listed unless told otherwise
EVERY = 10**9  # all that is reached: where a list is narrowed or compared before it is cut


class Ask(TypedDict, total=False):
    """The options of `exposed_to`; each has a default."""

    hops: int
    channel: Channel | None
    min_confidence: float
    limit: int
    structural: bool
    factors: Factors


def terms_of(ask: Ask) -> Terms:
    """The terms of calculation that the options mean."""
    return Terms(
        hops=ask.get("hops", HOPS),
        min_confidence=ask.get("min_confidence", 0.0),
        factors=ask.get("factors", Factors()),
    )


def exposed_to(view: View, shocks: Shock | Sequence[Shock], **ask: Unpack[Ask]) -> list[Exposure]:
    """Who the shock reaches, strongest first, evidenced before structural before denied.

    Options: `hops` (4), `channel` (all), `min_confidence` (0), `limit` (50), `structural` (True),
    `factors`. Several shocks are alternatives: each entity keeps the one that moves it most.
    """
    every = [shocks] if isinstance(shocks, Shock) else list(shocks)
    terms, channel = terms_of(ask), ask.get("channel")
    about = {node for s in every for node in s.about}
    found = _strongest([e for s in every for e in listing(view, s, terms, channel)], about)
    if ask.get("structural", True):
        taken = {e.node for e in found}
        more = _strongest([e for s in every for e in by_reference(view, s, terms, channel)], about)
        found += [e for e in more if e.node not in taken]
        found += [m for m in members(view, found, terms.factors) if m.node not in about]
    return ranked(found)[: ask.get("limit", LIMIT)]


def _strongest(exposures: list[Exposure], about: set[str]) -> list[Exposure]:
    best: dict[str, Exposure] = {}
    for exposure in exposures:
        kept = best.get(exposure.node)
        if exposure.node not in about and (kept is None or abs(exposure.score) > abs(kept.score)):
            best[exposure.node] = exposure
    return [e for _, e in sorted(best.items())]


__all__ = [
    "EVENTS", "EVERY", "LIMIT", "Ask", "Coverage", "Entry", "Exposure", "Factors", "Links",
    "Shock", "Spread", "Terms", "coverage", "exposed_to", "factors", "factors_from", "listed",
    "members", "most_fragile", "shocks_for", "spread", "terms_of",
]  # fmt: skip
