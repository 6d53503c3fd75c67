"""Listed firms that belong to an exposed industry and region: possible, on nobody's word.

No sentence names them, so they are a class of their own, discounted, capped and listed behind
every entity that a story names. Bias: few and marked; an industry without a stated
region has no members here, since ten of all the world's would read as a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.exposure.factors import FLOOR, PER_INDUSTRY, Factors
from kg.exposure.shock import said
from kg.graph.contract import View
from schemas.answer import Exposure, Path, Step
from schemas.claim import Entity


@dataclass(frozen=True, slots=True)
class Member:
    """A listed firm as reference data knows it."""

    node: str
    name: str
    label: str = "Firm"


Members = Callable[[str, str], Iterable[Member]]


def listed(industry: str, region: str) -> list[Member]:
    """The listed firms of an industry in a region, from the bundled reference universe."""
    from kg.reference.universe import universe

    firms = universe().firms_in(industry=industry, region=region)
    return [Member(f.node, f.name, f.label) for f in firms]


def members(
    view: View, exposures: Iterable[Exposure], factors: Factors, firms_in: Members = listed
) -> list[Exposure]:
    """Structural exposures of the members of exposed industries, strongest first, capped."""
    best: dict[str, Exposure] = {}
    taken: Mapping[str, Exposure] = {e.node: e for e in exposures}
    for exposure in taken.values():
        industry = view.entity(exposure.node)
        if industry is None or industry.label != "Industry":
            continue
        for found in _of(industry, exposure, factors, firms_in):
            kept = best.get(found.node)
            if found.node not in taken and (not kept or abs(found.score) > abs(kept.score)):
                best[found.node] = found
    return sorted(best.values(), key=lambda e: (-abs(e.score), e.node))


def _of(
    industry: Entity, exposure: Exposure, factors: Factors, firms_in: Members
) -> Iterator[Exposure]:
    phrase, region = said(industry, "industry") or industry.name, said(industry, "region")
    factor = factors.gamma * factors.proxy
    if not region or abs(exposure.score * factor) < FLOOR:
        return
    for firm in list(firms_in(phrase, region))[:PER_INDUSTRY]:
        yield _member(firm, exposure, factor)


def _member(firm: Member, exposure: Exposure, factor: float) -> Exposure:
    step = Step.model_validate(
        {"from": exposure.node, "edge": "IN_INDUSTRY", "to": firm.node, "forward": False,
         "factor": factor, "channel": exposure.channel}
    )  # fmt: skip
    paths = tuple(Path(score=p.score * factor, steps=(*p.steps, step)) for p in exposure.paths)
    return exposure.model_copy(
        update={
            "entity": firm.name, "node": firm.node, "type": firm.label, "paths": paths,
            "score": exposure.score * factor, "hops": exposure.hops + 1,
            "class_": "structural", "residual": exposure.residual * factor,
        }
    )  # fmt: skip
