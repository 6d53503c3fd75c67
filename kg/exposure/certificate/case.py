"""A certificate under examination: its parts by name, and what follows from them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.exposure import Factors, Shock, shocks_for
from kg.exposure.certificate import shape
from kg.exposure.certificate.arithmetic import Around, Drawn, Terms, drawn
from kg.exposure.certificate.making import Asked, told_of
from kg.exposure.certificate.narrowing import answered, narrowed
from kg.exposure.certificate.opening import Evidence
from kg.exposure.certificate.seen import Closed
from kg.exposure.certificate.table import factors_of
from kg.graph.contract import View
from kg.graph.state import Told, edges_of
from schemas.answer import Exposure, StateEdge
from schemas.claim import Claim, Entity


@dataclass
class Case:
    """The certificate, its bare JSON values, and where its sources can be opened."""

    proof: shape.Certificate
    content: Mapping[str, object]
    places: Sequence[Evidence]
    notes: list[str] = field(default_factory=list)

    @cached_property
    def stories(self) -> dict[str, shape.ProvedStory]:
        """The cited stories by id."""
        return {s.story_id: s for s in self.proof.stories}

    @cached_property
    def claims(self) -> dict[tuple[str, str], Claim]:
        """The claims by story and id."""
        return {(c.story_id, c.claim_id): c for c in self.proof.claims}

    @cached_property
    def facts(self) -> dict[str, Told]:
        """What the state graph needs of each story."""
        return {i: told_of(s) for i, s in self.stories.items()}

    @cached_property
    def derived(self) -> dict[str, StateEdge]:
        """The edges that the claims add up to, by id; KeyError where a story is lacking."""
        edges = edges_of(self.proof.claims, self.facts, self.proof.identity)
        held = [_as_given(e) for e in self.proof.edges if e.reference and not e.claims]
        return {e.edge_id: e for e in (*edges, *held)}

    @cached_property
    def drawn(self) -> Drawn:
        """The edges again, by type and ends."""
        return drawn(self.derived.values())

    @cached_property
    def around(self) -> Around:
        """The edges again, by type and either end."""
        return Around.of(self.derived.values())

    @cached_property
    def factors(self) -> Factors:
        """The priors, as they stand in the certificate."""
        return factors_of(self.proof.priors)

    @cached_property
    def terms(self) -> Terms:
        """What step factors depend on."""
        counting = self.proof.options.counting(self.factors)
        return Terms(counting, self.proof.as_of, self.shocks)

    @cached_property
    def closed(self) -> Closed:
        """The view that holds what the certificate holds."""
        entities = {
            k.node: Entity(node=k.node, label=k.label, name=k.name, properties=k.properties)
            for k in self.proof.entities
        }
        looked_up = {(x.name, x.label): x.nodes for x in self.proof.looked_up}
        times = (self.proof.as_of, self.proof.known_at)
        return Closed(entities, self.derived.values(), looked_up, times)

    @cached_property
    def seen(self) -> View:
        """What the options leave in sight of it."""
        return narrowed(self.closed, self.proof.options)

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """The (node, event) pairs of the shocks, each once."""
        return tuple(dict.fromkeys((s.node, s.event or None) for s in self.proof.shocks))

    @cached_property
    def events(self) -> tuple[tuple[Shock, str | None], ...]:
        """The shocks that asking means, each with its event; EntityUnknown without the node."""
        every = ((shocks_for(self.seen, node, event), event) for node, event in self.asked)
        return tuple((shock, event) for shocks, event in every for shock in shocks)

    @property
    def shocks(self) -> tuple[Shock, ...]:
        """The shocks, worked out anew."""
        return tuple(shock for shock, _ in self.events)

    @cached_property
    def walked(self) -> tuple[list[Exposure], frozenset[str]]:
        """The answer worked out from nothing but the certificate, and the nodes gone through.

        Edge by edge, by the definition: an answer from arrays is no witness of itself.
        """
        found = answered(self.closed, self.shocks, self.proof.options, self.factors)
        return found, frozenset(self.closed.read)

    @property
    def again(self) -> list[Exposure]:
        """The whole answer, worked out again."""
        return self.walked[0]

    @property
    def passed(self) -> frozenset[str]:
        """The nodes all of whose links the answer rests on."""
        return self.walked[1]

    def name(self, node: str) -> str:
        """The name of a node, for messages."""
        entity = self.closed.entity(node)
        return entity.name if entity else node


def _as_given(edge: shape.ProvedEdge) -> StateEdge:
    """An edge of reference data: no claim to derive it from."""
    kept = edge.model_dump(exclude={"claims", "witnesses", "chains"})
    return StateEdge.model_validate(kept)
