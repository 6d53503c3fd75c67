"""The one claim that, if wrong, changes an answer most: found by taking claims away.

Each claim of the listed paths is removed in turn and the shock pushed again. Bias: exact for the
few claims that carry most; a claim that carries less than those is not tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.exposure.listing import Terms, run
from kg.exposure.shock import Shock
from kg.graph.contract import View
from schemas.answer import Exposure, Fragile, Support

TRIED = 8  # claims taken away in turn, those whose paths weigh most first

Weighed = Mapping[str, tuple[float, Support]]


def most_fragile(
    view: View, shocks: Sequence[Shock], exposures: Sequence[Exposure], terms: Terms
) -> Fragile | None:
    """The claim whose loss moves the listed scores most; None where nothing rests on a claim.

    `loss` is the sum of the changes of the evidenced scores, `entities` those that change.
    """
    listed = [e for e in exposures if e.class_ in {"stated", "linked"} and e.score]
    weighed = _weigh(listed)
    order = sorted(weighed, key=lambda c: (-weighed[c][0], c))[:TRIED]
    nodes = {e.node for e in listed}
    before = _scores(view, shocks, terms, nodes)
    best: Fragile | None = None
    for claim in order:
        without = _scores(view, shocks, replace(terms, without=terms.without | {claim}), nodes)
        loss = {e: abs(_at(before, e) - _at(without, e)) for e in listed}
        total = sum(loss.values())
        if total and (best is None or total > best.loss):
            best = _fragile(weighed[claim][1], total, loss)
    return best


def _fragile(claim: Support, total: float, loss: Mapping[Exposure, float]) -> Fragile:
    names = tuple(e.entity for e, lost in loss.items() if lost)
    return Fragile(
        claim_id=claim.claim_id, quote=claim.quote, story_id=claim.story_id,
        loss=total, entities=names,
    )  # fmt: skip


def _weigh(listed: Sequence[Exposure]) -> Weighed:
    weighed: dict[str, tuple[float, Support]] = {}
    for path in (p for e in listed for p in e.paths):
        for claim in {c.claim_id: c for s in path.steps for c in s.claims}.values():
            so_far = weighed.get(claim.claim_id, (0.0, claim))[0]
            weighed[claim.claim_id] = (so_far + abs(path.score), claim)
    return weighed


Scores = dict[tuple[str, str], float]


def _scores(view: View, shocks: Sequence[Shock], terms: Terms, nodes: Iterable[str]) -> Scores:
    """The strongest score of these nodes by channel over the alternative shocks."""
    best: Scores = {}
    for shock in shocks:
        found = run(terms.links(view, shock, evidenced=True), shock, terms)
        for node in sorted(nodes):
            for channel, score in found.at(node).items():
                if abs(score) > abs(best.get((node, channel), 0.0)):
                    best[node, channel] = score
    return best


def _at(scores: Scores, exposure: Exposure) -> float:
    return scores.get((exposure.node, exposure.channel), 0.0)
