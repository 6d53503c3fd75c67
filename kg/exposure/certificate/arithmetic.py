"""What a figure is made of: witnesses of a confidence, parts of a factor, the start of a path.

Worked out from the definitions and not by the engine's own code, so that one checks the other.
Bias: a figure that has no such reading is an error, never rounded into one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.exposure.certificate.shape import Chain, Origin, ProvedStep, Ref, Start
from kg.exposure.factors import Factors, key
from kg.exposure.links import age, scale
from kg.exposure.shock import Shock
from kg.graph.copies import bodies
from kg.graph.state import AGAINST, CEILING, SIGNED, Told, origin
from schemas.answer import Path, StateEdge, Step
from schemas.base import Channel, Edge, Transmission, edge_types
from schemas.claim import Claim
from schemas.when import When

NEAR = 1e-6  # how far a figure may be off: single precision of a score in [-1, 1]


def near(a: float, b: float) -> bool:
    """Whether two figures are the same for every purpose."""
    return math.isclose(a, b, rel_tol=NEAR, abs_tol=NEAR)


def ref(claim: Claim) -> Ref:
    """The claim by its story and id."""
    return Ref(story_id=claim.story_id, claim_id=claim.claim_id)


def origins(claims: Sequence[Claim], told: Mapping[str, Told]) -> tuple[Origin, ...]:
    """The independent witnesses among the claims: those that share a mark of origin are one."""
    groups: list[tuple[set[str], list[Claim]]] = []
    same = bodies(told[c.story_id].body for c in claims)
    for claim in claims:
        story = told[claim.story_id]
        story = replace(story, body=same[story.body])
        marks, together = set(origin(story, claim)), [claim]
        for group in [g for g in groups if g[0] & marks]:
            groups.remove(group)
            marks, together = marks | group[0], group[1] + together
        groups.append((marks, together))
    made = [_origin(together) for _, together in groups]
    return tuple(sorted(made, key=lambda o: str(o.claims[0])))


def _origin(claims: Iterable[Claim]) -> Origin:
    best = max(min(max(c.confidence, 0.0), 1.0) for c in claims)
    return Origin(claims=tuple(sorted((ref(c) for c in claims), key=str)), confidence=best)


def confidence(witnesses: Sequence[Origin], chains: Sequence[Chain]) -> float:
    """1 - prod(1 - r) over the witnesses, or the surest chain where that is surer."""
    doubt = math.prod(sorted(1 - w.confidence for w in witnesses))
    own = [round(min(1 - doubt, CEILING), 6)] if witnesses else []
    return max([*own, *(c.confidence for c in chains)], default=0.0)


def agreeing(edge: StateEdge, claims: Iterable[Claim]) -> list[Claim]:
    """The claims of the edge's own type that are on the side of its status."""
    own = [c for c in claims if c.type == edge.type]
    return [c for c in own if (c.status in AGAINST) == (edge.status in AGAINST)]


@dataclass(frozen=True, slots=True)
class Around:
    """Edges by type and the node that they leave, and by type and the node that they enter."""

    leaving: Mapping[tuple[str, str], Sequence[StateEdge]]
    entering: Mapping[tuple[str, str], Sequence[StateEdge]]

    @classmethod
    def of(cls, edges: Iterable[StateEdge]) -> Around:
        """These edges, as `chains` looks for them."""
        leaving: dict[tuple[str, str], list[StateEdge]] = {}
        entering: dict[tuple[str, str], list[StateEdge]] = {}
        for edge in edges:
            leaving.setdefault((edge.type, edge.head), []).append(edge)
            entering.setdefault((edge.type, edge.tail), []).append(edge)
        return cls(leaving, entering)


def chains(edge: StateEdge, types: Iterable[str], around: Around) -> tuple[Chain, ...]:
    """The pairs of edges of these types that lead from its head to its tail and agree with it."""
    others = sorted(types)
    first = [e for t in others for e in around.leaving.get((t, edge.head), ())]
    on: dict[str, list[StateEdge]] = {}
    for later in (e for t in others for e in around.entering.get((t, edge.tail), ())):
        on.setdefault(later.head, []).append(later)
    pairs = [(a, b) for a in first for b in on.get(a.tail, ())]
    held = [p for p in pairs if _against(p) == (edge.status in AGAINST)]
    made = [
        Chain(
            edges=(a.edge_id, b.edge_id),
            confidence=round(math.prod(sorted((a.confidence, b.confidence))), 6),
        )
        for a, b in held
    ]
    return tuple(sorted(made, key=lambda c: c.edges))


def _against(pair: Iterable[StateEdge]) -> bool:
    return any(e.status in AGAINST for e in pair)


Drawn = Mapping[tuple[str, str, str], Sequence[StateEdge]]
"""Edges by type, head and tail."""


def drawn(edges: Iterable[StateEdge]) -> Drawn:
    """The edges by type and ends, as `explained` looks for them."""
    found: dict[tuple[str, str, str], list[StateEdge]] = {}
    for edge in edges:
        found.setdefault((edge.type, edge.head, edge.tail), []).append(edge)
    return found


@dataclass(frozen=True, slots=True)
class Terms:
    """What a step's factor depends on beside its edge: the priors, the date, the shocks."""

    factors: Factors
    as_of: When | None
    shocks: tuple[Shock, ...]


def parts(edge: StateEdge, given: Transmission, terms: Terms) -> dict[str, float]:
    """The factors of one crossing of an edge, but for its sign and what happens at its ends."""
    kind = edge_types()[edge.type]
    return {
        "gamma": terms.factors.gamma,
        "transmission": terms.factors.crossing(edge.type, given),
        "scale": scale(edge, given.scale),
        "status": terms.factors.status[edge.status],
        "confidence": edge.confidence,
        "age": age(edge, kind, terms.as_of),
    }


def product(of: Mapping[str, float]) -> float:
    """The parts multiplied."""
    return math.prod(of.values())


def explained(
    path: Path, edges: Drawn, terms: Terms
) -> tuple[Start, tuple[ProvedStep, ...]] | None:
    """Where the path starts and what each of its steps is made of; None where nothing fits."""
    for start, into, lead in _starts(terms):
        steps = _walk(path, edges, terms, (start, into, lead))
        if steps is not None:
            return start, steps
    return None


def _starts(terms: Terms) -> Iterator[tuple[Start, Channel, float]]:
    """The places where the path could begin, with the channel there and what kappa made of it."""
    for number, shock in enumerate(terms.shocks):
        for entry in shock.entries:
            if entry.via is not None:
                size = entry.size / entry.via.factor if entry.via.factor else 0.0
                via = Start(shock=number, node=entry.via.source, channel=entry.via.into, size=size)
                yield via, entry.via.into, 1.0
            for inner, share in terms.factors.inside(entry.channel):
                at = Start(shock=number, node=entry.node, channel=entry.channel, size=entry.size)
                yield at, inner, share


def _walk(
    path: Path, edges: Drawn, terms: Terms, begin: tuple[Start, Channel, float]
) -> tuple[ProvedStep, ...] | None:
    start, into, lead = begin
    if not path.steps:
        return () if near(path.score, start.size * lead) else None
    found: list[ProvedStep] = []
    for step in path.steps:
        if not found and step.from_ != start.node:
            return None
        shock = terms.shocks[start.shock]
        options = _readings(step, into, edges, (terms, shock))
        made = [_with_lead(r, lead) for r in options] if not found else list(options)
        fit = next((r for r in made if near(product(r.parts), step.factor)), None)
        if fit is None:
            return None
        found.append(fit)
        into = step.channel
    total = start.size * math.prod(s.factor for s in found)
    return tuple(found) if near(total, path.score) else None


def _with_lead(step: ProvedStep, lead: float) -> ProvedStep:
    if lead == 1.0:
        return step
    return step.model_copy(update={"parts": {**step.parts, "entry": lead}})


def _readings(
    step: Step, into: Channel, edges: Drawn, how: tuple[Terms, Shock]
) -> Iterator[ProvedStep]:
    """Every way in which the step could have got its factor."""
    terms, shock = how
    ends = (step.from_, step.to) if step.forward else (step.to, step.from_)
    for edge in edges.get((step.edge, *ends), ()):
        yield from _over(step, into, edge, (terms, shock))
    if not step.claims and not step.factor:
        return
    member = {"gamma": terms.factors.gamma, "proxy": terms.factors.proxy}
    yield _step(step, into, "", ("industry to listed member", member))


def _over(
    step: Step, into: Channel, edge: StateEdge, how: tuple[Terms, Shock]
) -> Iterator[ProvedStep]:
    terms, shock = how
    if not step.factor:  # an effect that is told without saying which way
        yield _step(step, into, edge.edge_id, ("as told, no size", {"told": 0.0}))
        return
    for entry in shock.entries:
        if entry.via is not None and entry.via.edge.edge_id == edge.edge_id:
            landed = {"landing": entry.via.factor}
            yield from _inside(step, into, edge, (entry.channel, "shock", landed), terms)
    for given in travelling(edge_types()[edge.type], forward=step.forward):
        if given.into == into:
            made = parts(edge, given, terms) | _sign(edge, shock, step.from_)
            name = key(edge.type, given)
            yield from _inside(step, into, edge, (given.out, name, made), terms)


def _inside(
    step: Step,
    into: Channel,
    edge: StateEdge,
    crossed: tuple[Channel, str, dict[str, float]],
    terms: Terms,
) -> Iterator[ProvedStep]:
    out, prior, made = crossed
    for inner, share in terms.factors.inside(out):
        if inner == step.channel:
            own = {"inside": share} if share != 1.0 else {}
            yield _step(step, into, edge.edge_id, (prior, made | own))


def _step(
    step: Step, into: Channel, edge_id: str, made: tuple[str, dict[str, float]]
) -> ProvedStep:
    return ProvedStep.model_validate(
        {
            "edge_id": edge_id, "type": step.edge, "from": step.from_, "to": step.to,
            "forward": step.forward, "into": into, "channel": step.channel,
            "factor": step.factor, "prior": made[0], "parts": made[1],
        }
    )  # fmt: skip


def _sign(edge: StateEdge, shock: Shock, source: str) -> dict[str, float]:
    """How an edge that has a sign of its own turns the shock."""
    if edge.type not in SIGNED:
        return {}
    if edge.sign is None:
        return {"sign": 0.0}
    return {"sign": float((1 if edge.sign == "+" else -1) * shock.signs.get(source, -1))}


def travelling(kind: type[Edge], *, forward: bool) -> list[Transmission]:
    """The transmissions that cross the edge this way; a symmetric one is crossed either way."""
    way = "with" if forward else "against"
    own = [t for t in kind.transmissions if t.travel == way]
    told = {(t.into, t.out) for t in own}
    other = [t for t in kind.transmissions if (t.into, t.out) not in told]
    return own + (other if kind.symmetric else [])
