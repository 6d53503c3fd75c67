"""Checks of the arithmetic of a proof: version, priors, edges, factors, paths, scores, digest.

Each check gives its failures, the gravest first; none means that it holds.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from kg.exposure import EVENTS
from kg.exposure.certificate import arithmetic
from kg.exposure.certificate.arithmetic import near
from kg.exposure.certificate.case import Case
from kg.exposure.certificate.making import bare, evidenced, program, proved, proved_shock
from kg.exposure.certificate.options import differences as unlike
from kg.exposure.certificate.shape import (
    ProvedAnswer,
    ProvedEdge,
    ProvedPath,
    ProvedStep,
    digest_of,
)
from kg.exposure.certificate.table import differences
from kg.exposure.factors import key
from schemas.answer import Exposure, StateEdge
from schemas.base import edge_types


def version(case: Case) -> Iterator[str]:
    """The certificate was made by this version of the program."""
    if case.proof.program != program():
        yield f"made by {case.proof.program}, this is {program()}: verify it with that version"


def priors(case: Case) -> Iterator[str]:
    """Every prior is this program's own, or named as the user's."""
    yield from differences(case.proof.priors)


def options(case: Case) -> Iterator[str]:
    """Every option is the plan's, and is about nodes that the certificate knows."""
    given = case.proof.options
    yield from unlike(given, case.proof.plan)
    for node in given.nodes:
        if case.closed.entity(node) is None:
            yield f"they name {node}, of which the certificate says nothing"
    if len(set(given.excluding)) < len(given.excluding):
        yield "a node is excluded twice"
    if len(case.proof.answers) > given.limit:
        yield f"{len(case.proof.answers)} are listed, and at most {given.limit} were asked for"


def shocks(case: Case) -> Iterator[str]:
    """The shocks follow from what was asked about."""
    again = [proved_shock(shock, event) for shock, event in case.events]
    if len(again) != len(case.proof.shocks):
        yield f"{len(case.proof.shocks)} shocks, not the {len(again)} that asking means"
    for given, now in zip(case.proof.shocks, again, strict=False):
        if given.event not in {"", *EVENTS}:
            yield f"shock {given.name}: there is no event {given.event!r}"
        for name in type(given).model_fields:
            one, two = getattr(given, name), getattr(now, name)
            if one != two:
                yield f"shock {given.name}: {name} is {one!s}, worked out again {two!s}"


def edges(case: Case) -> Iterator[str]:
    """Every edge, its status, confidence and dates follow from the claims."""
    given = {e.edge_id: e for e in case.proof.edges}
    if len(given) < len(case.proof.edges):
        yield "an edge is given twice"
    for edge_id in sorted(given.keys() ^ case.derived.keys()):
        edge = given.get(edge_id) or case.derived[edge_id]
        side = "do not add up" if edge_id in given else "also add up"
        yield f"the claims {side} to {_named(case, edge)}"
    for edge_id in sorted(given.keys() & case.derived.keys()):
        yield from _edge(case, given[edge_id], case.derived[edge_id])


def _edge(case: Case, given: ProvedEdge, again: StateEdge) -> Iterator[str]:
    told = given.model_dump(exclude={"claims", "witnesses", "chains"})
    for name, now in bare(again).items():
        if now != told[name]:
            yield f"{_named(case, given)}: its claims give {name} {now!s}, not {told[name]!s}"
    if given.reference:
        return
    cited = [case.claims[c.story_id, c.claim_id] for c in again.claims]
    made = evidenced(again, cited, case.facts, case.around)
    if made.claims != given.claims:
        yield f"{_named(case, given)}: it rests on other claims than it names"
    elif (made.witnesses, made.chains) != (given.witnesses, given.chains):
        yield f"{_named(case, given)}: its witnesses are others than it names"
    sure = arithmetic.confidence(given.witnesses, given.chains)
    if not near(sure, given.confidence):
        yield f"{_named(case, given)}: its witnesses give {sure:g}, not {given.confidence:g}"


def _named(case: Case, edge: ProvedEdge | StateEdge) -> str:
    return f"{case.name(edge.head)} {edge.type} {case.name(edge.tail)}"


def _paths(case: Case) -> Iterator[tuple[ProvedAnswer, ProvedPath]]:
    return ((a, p) for a in case.proof.answers for p in a.paths)


def factors(case: Case) -> Iterator[str]:
    """Every part of a step's factor is that of its edge and of the priors; they multiply to it."""
    for _, path in _paths(case):
        into, node = path.start.channel, path.start.node
        for number, step in enumerate(path.steps):
            said = f"step {case.name(step.from_)} {step.type} {case.name(step.to)}"
            if step.from_ != node or (number and step.into != into):
                yield f"{said} does not go on from where the path stands"
            if step.edge_id and step.edge_id not in case.derived:
                yield f"{said} crosses an edge that the certificate lacks"
            yield from (f"{said}: {why}" for why in _step(case, step, path))
            into, node = step.channel, step.to


def _step(case: Case, step: ProvedStep, path: ProvedPath) -> Iterator[str]:
    for name, now in sorted(_again(case, step, path).items()):
        then = step.parts.get(name)
        if then is None or not near(now, then):
            yield f"{name} is {now:g}, not {'told' if then is None else f'{then:g}'}"
    made = arithmetic.product(step.parts)
    if not near(made, step.factor):
        yield f"its parts multiply to {made:g}, not {step.factor:g}"
    extra = set(step.parts) - set(_again(case, step, path)) - {"inside", "entry", "sign"}
    if extra:
        yield f"{min(extra)} is no part of it"


def _again(case: Case, step: ProvedStep, path: ProvedPath) -> dict[str, float]:
    """The parts that edge and priors give."""
    used = case.terms.factors
    if not step.edge_id:
        return {"gamma": used.gamma, "proxy": used.proxy}
    edge = case.derived[step.edge_id]
    if step.prior == "shock":
        landings = (e for e in case.shocks[path.start.shock].entries if e.via)
        vias = (e.via for e in landings if e.via and e.via.edge.edge_id == edge.edge_id)
        return {"landing": next(via.factor for via in vias)}
    kind = edge_types()[edge.type]
    ways = arithmetic.travelling(kind, forward=step.forward)
    given = next((t for t in ways if key(kind.TYPE, t) == step.prior), None)
    if given is None:
        return {"told": 0.0}
    return arithmetic.parts(edge, given, case.terms)


def paths(case: Case) -> Iterator[str]:
    """Every path's score is its start's size times the factors of its steps."""
    for answer, path in _paths(case):
        made = path.start.size * math.prod(s.factor for s in path.steps)
        if not near(made, path.score):
            yield f"a path to {answer.entity} multiplies to {made:+.4f}, not {path.score:+.4f}"


def scores(case: Case) -> Iterator[str]:
    """Every score is the sum of its paths and the residual, and within -1 and 1."""
    for answer in case.proof.answers:
        total = sum(p.score for p in answer.paths) + answer.residual
        if not near(total, answer.score):
            yield (
                f"the score of {answer.entity}: its paths and residual give {total:+.4f}, "
                f"not {answer.score:+.4f}"
            )
        if abs(answer.score) > 1:
            yield f"the score of {answer.entity} is beyond 1"


def answers(case: Case) -> Iterator[str]:
    """The whole answer, worked out again from nothing but the certificate, is the same."""
    found = {e.node: e for e in case.again}
    given = {a.node: a for a in case.proof.answers}
    for node in [n for n in found if n not in given]:
        yield f"{found[node].entity} is exposed too when the answer is worked out again"
    for answer in case.proof.answers:
        other = found.get(answer.node)
        if other is None:
            yield f"{answer.entity} is not exposed when the answer is worked out again"
        else:
            yield from _answer(case, answer, other)
    if [a.node for a in case.proof.answers] != list(found):
        yield "the answers stand in another order than their strength gives"


def _answer(case: Case, given: ProvedAnswer, again: Exposure) -> Iterator[str]:
    for name in ("score", "residual"):
        now, then = getattr(again, name), getattr(given, name)
        if not near(now, then):
            yield f"the {name} of {given.entity}: worked out again {now:+.4f}, not {then:+.4f}"
    for name in ("entity", "type", "sign", "channel", "hops", "class_", "status"):
        now, then = getattr(again, name), getattr(given, name)
        if now != then:
            yield f"{given.entity}: {name.rstrip('_')} is {now}, not {then}"
    made = proved(again, case.drawn, case.terms)
    if len(made.paths) != len(given.paths):
        yield f"{given.entity}: it has {len(made.paths)} strongest paths, not {len(given.paths)}"
    for one, two in zip(given.paths, made.paths, strict=False):
        if not _same(one, two):
            yield f"{given.entity}: a path of the certificate is not walked when worked out again"


def _same(one: ProvedPath, two: ProvedPath) -> bool:
    """Whether both paths start alike and take the same steps for the same reasons."""
    same_steps = [_walked(s) for s in one.steps] == [_walked(s) for s in two.steps]
    start = one.start.model_copy(update={"size": 0.0}), two.start.model_copy(update={"size": 0.0})
    return same_steps and start[0] == start[1] and near(one.start.size, two.start.size)


def _walked(step: ProvedStep) -> tuple[object, ...]:
    ends = step.edge_id, step.type, step.from_, step.to, step.forward
    return *ends, step.into, step.channel, step.prior, tuple(sorted(step.parts))


def digest(case: Case) -> Iterator[str]:
    """The digest is that of the content: nothing was changed after it was sealed."""
    made = digest_of(case.content)
    if made != case.proof.digest:
        said = case.proof.digest[:12] or "none"
        yield f"the content has digest {made[:12]}…, not {said}…: it was changed after it was made"
