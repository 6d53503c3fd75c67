"""An answer's certificate, made from the view that answered and the store that keeps the texts.

Why: the answer is worked out once more on a view that remembers what it read, so that the proof
holds exactly what the answer rests on. Bias: what cannot be explained figure by figure is refused.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version

from kg.exposure import Factors, Shock, shocks_for
from kg.exposure.certificate import arithmetic, shape
from kg.exposure.certificate.arithmetic import near
from kg.exposure.certificate.narrowing import answered, narrowed
from kg.exposure.certificate.options import Options
from kg.exposure.certificate.options import differences as unlike
from kg.exposure.certificate.reach import expanded
from kg.exposure.certificate.seen import Seen
from kg.exposure.certificate.table import table
from kg.graph.contract import Recorded, Store, View
from kg.graph.state import Told, edges_of, told
from schemas.answer import Exposure, StateEdge
from schemas.claim import Claim
from schemas.errors import StoreError

Asked = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: in words, as it was read, of which (node, event), with which options.

    `factors` are the priors before statuses that do not count are taken out.
    """

    words: str
    plan: Mapping[str, object]
    asked: tuple[Asked, ...]
    options: Options
    factors: Factors = field(default_factory=Factors)


def program() -> str:
    """This program and its version."""
    return f"knockon {version('knockon')}"


def certify(
    store: Store, view: View, question: Question, listed: Sequence[Exposure]
) -> shape.Certificate:
    """The sealed proof of what the answer lists; StoreError where a part cannot be proved.

    Its figures are those of the answer; they are worked out again, edge by edge, on the edges that
    the proof holds.
    """
    seen, given = Seen(view), question.options
    _demand_told(question)
    at = narrowed(seen, given)
    asked = [(s, event) for node, event in question.asked for s in shocks_for(at, node, event)]
    shocks = [s for s, _ in asked]
    for node in given.nodes:
        seen.entity(node)
    seen.spreading = True
    seen.expect(expanded(view, shocks, given, question.factors))
    answers = _agreed(listed, answered(seen, shocks, given, question.factors))
    proof = _Proof.of(store, seen)
    counting = given.counting(question.factors)
    terms = arithmetic.Terms(counting, view.as_of, tuple(shocks))
    drawn = arithmetic.drawn(proof.edges)
    made = shape.Certificate(
        form=shape.FORM,
        program=program(),
        question=question.words,
        plan=dict(question.plan),
        as_of=view.as_of,
        known_at=view.known_at,
        options=given,
        priors=table(question.factors),
        shocks=tuple(proved_shock(s, event) for s, event in asked),
        answers=tuple(proved(e, drawn, terms) for e in answers),
        edges=tuple(proof.proved_edge(e) for e in proof.edges),
        claims=tuple(proof.claims.values()),
        stories=tuple(proved_story(s) for _, s in sorted(proof.stories.items())),
        entities=known(seen),
        identity=dict(sorted(proof.identity.items())),
        looked_up=tuple(
            shape.Looked(name=name, label=label, nodes=nodes)
            for (name, label), nodes in sorted(seen.looked_up.items())
        ),
    )
    return shape.sealed(made)


def _demand_told(question: Question) -> None:
    """StoreError where the plan of the question does not tell its options."""
    for why in unlike(question.options, question.plan):
        raise StoreError(f"no certificate: {why}", cure="ask who is exposed, hurt or helped")


def _agreed(listed: Sequence[Exposure], found: Sequence[Exposure]) -> list[Exposure]:
    """The answer as it was given; StoreError where it is not the one that was found again.

    Of paths that weigh next to nothing an answer from arrays may show others; then those stand in
    the proof that are found edge by edge, as `verify` finds them.
    """
    again = {e.node: e for e in found}
    others = [e for e in listed if e.node not in again]
    others += [
        e for e in listed if e not in others and not near(e.score, again[e.node].score)
    ]
    if others or [e.node for e in listed] != list(again):
        name = others[0].entity if others else "the answer"
        raise StoreError(
            f"{name} cannot be worked out again",
            cure="ask again: the store may have been written to meanwhile",
        )
    return [e if near(e.residual, again[e.node].residual) else again[e.node] for e in listed]


def known(seen: Seen) -> tuple[shape.Known, ...]:
    """The entities that were read, under the node by which they were asked for."""
    return tuple(
        shape.Known(node=node, label=e.label, name=e.name, properties=e.properties)
        for node, e in sorted(seen.nodes.items())
        if e is not None
    )


def proved_shock(shock: Shock, event: str | None) -> shape.ProvedShock:
    """The shock as a certificate holds it."""
    return shape.ProvedShock(
        node=shock.node,
        event=event or "",
        name=shock.name,
        channel=shock.channel,
        size=shock.size,
        reason=shock.reason,
        entries=tuple(
            shape.Landing(
                node=e.node, channel=e.channel, size=e.size,
                edge_id=e.via.edge.edge_id if e.via else "",
            )
            for e in shock.entries
        ),
        about=tuple(sorted(shock.about)),
        aims=tuple(sorted(shock.aims)),
    )  # fmt: skip


def proved(
    exposure: Exposure, edges: arithmetic.Drawn, terms: arithmetic.Terms
) -> shape.ProvedAnswer:
    """The exposure with every factor taken apart; StoreError where one cannot be."""
    paths: list[shape.ProvedPath] = []
    for path in exposure.paths:
        fit = arithmetic.explained(path, edges, terms)
        if fit is None:
            raise StoreError(f"a path to {exposure.entity} has a factor that nothing explains")
        paths.append(shape.ProvedPath(score=path.score, start=fit[0], steps=fit[1]))
    own = {name: getattr(exposure, name) for name in shape.ProvedAnswer.model_fields}
    return shape.ProvedAnswer.model_validate(own | {"paths": tuple(paths)})


def proved_story(record: Recorded) -> shape.ProvedStory:
    """The story's part of a proof: its source, its words' digests, who published it when."""
    story = record.resolved.story
    facts = told(story, record.known_from)
    return shape.ProvedStory(
        story_id=story.story_id,
        uri=story.source.uri,
        item=story.source.item,
        loader=story.source.loader,
        encoding=story.source.encoding,
        file_sha256=story.source.sha256,
        text_sha256=sha256(story.source.text),
        title=facts.title,
        publisher=facts.publisher,
        published=facts.published,
        attested=facts.attested,
        body=facts.body,
    )


def sha256(text: str) -> str:
    """SHA-256 (hex) of a decoded text as UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def told_of(story: shape.ProvedStory) -> Told:
    """What the state graph needs of a proved story; when it was read is no part of a proof."""
    return Told(
        story_id=story.story_id, known_from="", published=story.published,
        attested=story.attested, publisher=story.publisher, title=story.title, uri=story.uri,
        body=story.body,
    )  # fmt: skip


def bare(edge: StateEdge) -> dict[str, object]:
    """What a certificate repeats of an edge: all but its claims and when it was read."""
    return edge.model_dump(exclude={"claims", "known_from"})


@dataclass(frozen=True, slots=True)
class _Proof:
    """The evidence of the edges that were read: stories, claims, who is who, edges anew."""

    stories: Mapping[str, Recorded]
    facts: Mapping[str, Told]
    claims: Mapping[tuple[str, str], Claim]
    identity: Mapping[str, str]
    edges: Sequence[StateEdge]
    around: arithmetic.Around

    @classmethod
    def of(cls, store: Store, seen: Seen) -> _Proof:
        cited = {(c.story_id, c.claim_id) for e in seen.crossed.values() for c in e.claims}
        ids = sorted({story for story, _ in cited})
        stories = {r.resolved.story.story_id: r for r in store.records(ids)}
        every = [c for _, r in sorted(stories.items()) for c in r.resolved.claims]
        claims = [c for c in every if (c.story_id, c.claim_id) in cited]
        ends = {n for c in claims for n in (c.head_node, c.tail_node) if n}
        entities = {n: seen.view.entity(n) for n in ends}
        identity = {n: e.node for n, e in entities.items() if e is not None and e.node != n}
        facts = {i: told(r.resolved.story, "") for i, r in stories.items()}
        edges = edges_of(claims, facts, identity)
        _demand_equal(seen.crossed, edges)
        held = [e for e in seen.crossed.values() if e.reference]
        every_edge = sorted([*edges, *held], key=lambda e: e.edge_id)
        by_ref = {(c.story_id, c.claim_id): c for c in claims}
        around = arithmetic.Around.of(every_edge)
        return cls(stories, facts, by_ref, identity, every_edge, around)

    def proved_edge(self, edge: StateEdge) -> shape.ProvedEdge:
        """The edge with the arithmetic of its confidence."""
        cited = [self.claims[c.story_id, c.claim_id] for c in edge.claims]
        return evidenced(edge, cited, self.facts, self.around)


def evidenced(
    edge: StateEdge,
    cited: Sequence[Claim],
    facts: Mapping[str, Told],
    around: arithmetic.Around,
) -> shape.ProvedEdge:
    """The edge with its witnesses, and the chains that imply it."""
    others = {c.type for c in cited if c.type != edge.type}
    return shape.ProvedEdge.model_validate(
        bare(edge)
        | {
            "claims": tuple(arithmetic.ref(c) for c in cited),
            "witnesses": arithmetic.origins(arithmetic.agreeing(edge, cited), facts),
            "chains": arithmetic.chains(edge, others, around),
        }
    )


def _demand_equal(read: Mapping[str, StateEdge], derived: Sequence[StateEdge]) -> None:
    """StoreError where the claims do not add up to the edges that the answer read."""
    again = {e.edge_id: e for e in derived}
    for edge_id, edge in sorted(read.items()):
        other = again.get(edge_id)
        if not edge.reference and (other is None or bare(other) != bare(edge)):
            raise StoreError(
                f"the claims of {edge.head} {edge.type} {edge.tail} do not add up to that edge",
                cure="run `kg store rebuild`, then ask again",
            )
