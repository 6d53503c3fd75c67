"""The state graph as of a moment: what both stores' views share, and the one held in dicts.

`derive` is the definition: filter what was recorded by the two clocks, settle who is who from
that alone, and add up the claims. Bias: what might have been said or learnt later is left out.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from kg.graph.contract import Recorded
from kg.graph.facts import Facts, entity_of, gather, search_keys, told_of
from kg.graph.flat import present, story_rows
from kg.graph.moments import by, dated, instant
from kg.graph.state import Told, edges_of, told
from kg.resolve.judged import retractions
from kg.resolve.register import Name, Register
from schemas.answer import StateEdge
from schemas.claim import Claim, Entity, Refusal, Resolved
from schemas.evidence import Story, digest
from schemas.judgement import Judgement
from schemas.when import When

NEAR = 75.0
"""How alike (0..100) a name must be to be suggested: letter by letter, or by its words."""
BY_WORDS = 0.9
"""What likeness by words counts beside that by letters: a name that only holds another is less."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a store keeps of one story beside its text, ready to derive from."""

    told: Told
    entities: tuple[Entity, ...]
    names: tuple[Name, ...]
    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]


def keep(resolved: Resolved, known_from: str) -> Kept:
    """The story's record; a claim or name given twice counts once."""
    claims = {c.claim_id: c for c in reversed(resolved.claims)}
    return Kept(
        told=told(resolved.story, known_from),
        entities=tuple(told_of(resolved)),
        names=tuple(sorted(set(resolved.names))),
        claims=tuple(claims[key] for key in sorted(claims)),
        refusals=tuple(sorted(set(resolved.refusals), key=placed)),
    )


def recorded(story: Story, kept: Kept, spans: Iterable[tuple[str, int, int, str]]) -> Recorded:
    """The story as it was added, from what a store keeps of it."""
    resolved = Resolved(
        story=story,
        entities=kept.entities,
        claims=kept.claims,
        mentions=tuple(sorted(set(spans))),
        names=kept.names,
        refusals=kept.refusals,
    )
    return Recorded(resolved, kept.told.known_from)


def words_of(story: Story) -> str:
    """A digest of the story's text: whether a story that comes again is the same."""
    return digest(story.text, size=32)


def placed(refusal: Refusal) -> tuple[object, ...]:
    """The order of refusals: story, place, reason."""
    return refusal.story_id, refusal.start, refusal.end, refusal.why, refusal.text, refusal.note


class Reading(ABC):
    """What every view does alike: finding entities by name."""

    as_of: When | None = None
    known_at: str | None = None

    @abstractmethod
    def entity(self, node: str) -> Entity | None:
        """The node's present entity."""

    @abstractmethod
    def named(self, key: str) -> Iterable[tuple[str, int]]:
        """The present nodes that have this name key, with how well it fits."""

    @abstractmethod
    def name_keys(self) -> Sequence[tuple[str, str]]:
        """Every (name key, present node), sorted."""

    def find(self, name: str, label: str | None = None) -> list[Entity]:
        """Entities that the name fits exactly (name, alias, identifier, node id), best first."""
        ranks: dict[str, int] = {}
        for key in search_keys(name):
            for node, rank in self.named(key):
                ranks[node] = min(rank, ranks.get(node, rank))
        itself = self.entity(name)
        if itself:
            ranks[itself.node] = -1
        found = [e for e in map(self.entity, ranks) if e and label in (None, e.label)]
        typed = name.casefold()
        return sorted(found, key=lambda e: (ranks[e.node], e.name.casefold() != typed, e.node))

    def near(self, name: str, limit: int = 5) -> list[Entity]:
        """Entities whose names come close, for "did you mean"; never to link by."""
        from rapidfuzz import fuzz, process

        pairs = self.name_keys()
        keys = [key for key, _ in pairs]
        alike: dict[int, float] = {}
        ways = (fuzz.ratio, 1.0), (fuzz.token_set_ratio, BY_WORDS)
        for typed, (scorer, weight) in product(search_keys(name), ways):
            hits = process.extract(
                typed, keys, scorer=scorer, score_cutoff=NEAR / weight, limit=limit * 8
            )
            for _, score, at in hits:
                alike[at] = max(score * weight, alike.get(at, 0.0))
        best = sorted(alike, key=lambda at: (-alike[at], at))
        nodes = dict.fromkeys(pairs[at][1] for at in best)
        return [e for e in map(self.entity, nodes) if e][:limit]


class GraphView(Reading):
    """A state graph held in dicts: every lookup is one step."""

    def __init__(
        self,
        identity: Mapping[str, str],
        facts: Mapping[str, Facts],
        edges: Iterable[StateEdge],
        refusals: Sequence[Refusal],
        notes: Sequence[str] = (),
    ) -> None:
        self._now = dict(identity)
        self._entities = _present_entities(identity, facts)
        self._keys = _present_keys(identity, facts)
        self._edges = sorted(edges, key=lambda e: e.edge_id)
        self._refusals, self._notes = list(refusals), tuple(notes)
        self._out: dict[str, list[StateEdge]] = defaultdict(list)
        self._in: dict[str, list[StateEdge]] = defaultdict(list)
        for edge in self._edges:
            self._out[edge.head].append(edge)
            self._in[edge.tail].append(edge)

    def entity(self, node: str) -> Entity | None:
        """The node's present entity."""
        return self._entities.get(self._now.get(node, node))

    def named(self, key: str) -> Iterable[tuple[str, int]]:
        """The present nodes that have this name key, with how well it fits."""
        return self._keys.get(key, {}).items()

    def name_keys(self) -> list[tuple[str, str]]:
        """Every (name key, present node), sorted."""
        return sorted((key, node) for key, nodes in self._keys.items() for node in nodes)

    def out_edges(self, node: str) -> list[StateEdge]:
        """State edges that leave the node, sorted by edge id."""
        return list(self._out.get(self._now.get(node, node), ()))

    def in_edges(self, node: str) -> list[StateEdge]:
        """State edges that enter the node, sorted by edge id."""
        return list(self._in.get(self._now.get(node, node), ()))

    def entities(self) -> Iterator[Entity]:
        """Every entity, sorted by node."""
        return (self._entities[node] for node in sorted(self._entities))

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""
        return iter(self._edges)

    def refusals(self) -> Iterator[Refusal]:
        """What extraction and resolution left out on purpose, sorted by story and place."""
        return iter(self._refusals)

    def notes(self) -> tuple[str, ...]:
        """What a reader of this view must know."""
        return self._notes


def _present_entities(identity: Mapping[str, str], facts: Mapping[str, Facts]) -> dict[str, Entity]:
    members: dict[str, dict[str, Facts]] = defaultdict(dict)
    for node, known in facts.items():
        members[identity[node]][node] = known
    return {node: entity_of(node, group) for node, group in members.items()}


def _present_keys(
    identity: Mapping[str, str], facts: Mapping[str, Facts]
) -> dict[str, dict[str, int]]:
    keys: dict[str, dict[str, int]] = defaultdict(dict)
    for node, known in facts.items():
        for key, rank in known.keys().items():
            nodes, now = keys[key], identity[node]
            nodes[now] = min(rank, nodes.get(now, rank))
    return keys


class Moment(NamedTuple):
    """What counts at a moment: the stories' records, who is who by them, and their claims."""

    seen: tuple[Kept, ...]
    now: Mapping[str, str]
    claims: Mapping[str, tuple[Claim, ...]]


def moment(
    kept: Iterable[Kept],
    judgements: Sequence[Judgement],
    as_of: When | None = None,
    known_at: str | None = None,
) -> Moment:
    """What was said by `as_of` and known by `known_at`; who is who is settled from that alone.

    A story retracted later than `known_at` still counts. Sorted by story.
    """
    limit = instant(known_at, end=True) if known_at else None
    judged = made_by(judgements, limit)
    seen = [k for k in counting(kept, judged) if in_time(k.told, as_of, limit)]
    seen.sort(key=lambda k: k.told.story_id)
    register = Register(judged)
    register.update(set().union(*(register.learn(k.entities, k.names) for k in seen)))
    claims = {k.told.story_id: tuple(c for c in k.claims if said(c, k.told, as_of)) for k in seen}
    return Moment(tuple(seen), register.now, claims)


def derive(
    kept: Iterable[Kept],
    judgements: Sequence[Judgement],
    as_of: When | None = None,
    known_at: str | None = None,
) -> GraphView:
    """The state graph of these records at a moment."""
    at = moment(kept, judgements, as_of, known_at)
    claims = [c for told_claims in at.claims.values() for c in told_claims]
    view = GraphView(
        at.now,
        gather((k.entities, k.names) for k in at.seen),
        edges_of(claims, {k.told.story_id: k.told for k in at.seen}, at.now),
        sorted((r for k in at.seen for r in k.refusals), key=placed),
        undated(sum(k.told.attested is None for k in at.seen)),
    )
    view.as_of, view.known_at = as_of, known_at
    return view


def rows_at(at: Moment) -> Iterator[dict[str, object]]:
    """The canonical rows of a moment, sorted by story."""
    for one in at.seen:
        story_id = one.told.story_id
        entities = [e.model_copy(update={"node": at.now[e.node]}) for e in one.entities]
        claims = [present(c, at.now) for c in at.claims[story_id]]
        yield from story_rows(claims, [(story_id, e) for e in entities])


def counting(kept: Iterable[Kept], judgements: Sequence[Judgement]) -> list[Kept]:
    """The records of the stories that these judgements do not retract."""
    gone = retractions(judgements)
    return [k for k in kept if k.told.story_id not in gone]


def undated(count: int) -> tuple[str, ...]:
    """The note on stories without a date; none if there are none."""
    if not count:
        return ()
    few = "1 story has no date and always counts"
    return (few if count == 1 else f"{count} stories have no date and always count",)


def in_time(told: Told, as_of: When | None, limit: str | None) -> bool:
    """Whether the story was known by that instant and says what was so by `as_of`."""
    early = limit is None or told.known_from <= limit
    return early and (as_of is None or told.attested is None or by(told.attested, as_of))


def said(claim: Claim, told: Told, as_of: When | None) -> bool:
    """Whether a claim of such a story had happened by `as_of`."""
    if as_of is None or told.attested is not None or claim.date is None or not dated(claim.date):
        return True
    return by(claim.date, as_of)


def made_by(judgements: Sequence[Judgement], limit: str | None) -> list[Judgement]:
    """The judgements made by that instant; an undo counts only with what it takes back."""
    made = [j for j in judgements if limit is None or instant(j.made) <= limit]
    count = -1
    while count != len(made):
        count, ids = len(made), {j.judgement_id for j in made}
        made = [j for j in made if j.sort != "undo" or j.left in ids]
    return made
