"""The record as the property graph that Cypher users see: rows of nodes and of relationships.

Pure functions, piece by piece, for a store that keeps such a graph up to date; `kg.graph.whole`
makes all of it at once. Dates are ISO 8601 texts, what is absent is no property. Bias: what a
story said stays as it was told; only the ends of relationships are present nodes.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from kg.graph import lineage
from kg.graph.exports.rows import EDGE, NODE, end, sound
from kg.graph.moments import instant
from kg.graph.state import Told, Witness, key_of
from kg.resolve.judged import retractions
from schemas.answer import StateEdge
from schemas.base import edge_type, labels
from schemas.claim import Claim, Entity
from schemas.evidence import Story
from schemas.judgement import Judgement
from schemas.when import When

__all__ = [
    "KEYS", "End", "Node", "Relationship", "advances", "claim_key", "claim_node", "duplicates",
    "edge_id_of", "edge_relationship", "ends_of", "entity_node", "from_story", "mentioned",
    "published_by", "retracted", "source_node", "story_node", "turns", "unnamed_node",
]  # fmt: skip

Row = dict[str, object]

KEYS = {
    "Entity": "node", "Unnamed": "node", "Story": "story_id", "Source": "name", "Claim": "key",
}  # fmt: skip
"""The first label of every node, and the property that tells its nodes apart."""
OWN = (*EDGE, "amount_text", "known_from", "more")
"""The names that a relationship's own properties may not take."""


class End(NamedTuple):
    """Where a relationship starts or ends: the node's first label and its key."""

    label: str
    key: str


class Node(NamedTuple):
    """A node: its labels, the one with a key first, and its properties, the key among them."""

    labels: tuple[str, ...]
    properties: Row

    @property
    def end(self) -> End:
        """The node as an end."""
        return End(self.labels[0], str(self.properties[KEYS[self.labels[0]]]))


class Relationship(NamedTuple):
    """A relationship: its type, ends and properties."""

    type: str
    start: End
    end: End
    properties: Row


# ------------------------------------------------------------------ one thing, one state edge


def entity_node(entity: Entity) -> Node:
    """The node of a present entity; a label that the vocabulary lacks is a property alone."""
    row: Row = {
        "node": entity.node,
        "name": entity.name,
        "aliases": sorted(entity.aliases),
        "identifiers": sorted(f"{scheme}:{value}" for scheme, value in entity.identifiers),
    }
    own = _own(entity.properties, NODE)
    known = entity.label in labels()
    held = _held(row | own) if known else _held({"label": entity.label} | row | own)
    return Node(
        ("Entity", entity.label) if known else ("Entity",), _schemes(entity, held) | held
    )


def _schemes(entity: Entity, taken: Row) -> Row:
    """Each identifier scheme of one value as a property, unless one has that name."""
    schemes: dict[str, set[str]] = {}
    for scheme, value in entity.identifiers:
        schemes.setdefault(scheme, set()).add(value)
    single = {s: next(iter(values)) for s, values in schemes.items() if len(values) == 1}
    free = {s: v for s, v in single.items() if s not in NODE and _name(s) not in taken}
    return _held(dict(sorted(free.items())))


def unnamed_node(edge_id: str) -> Node:
    """The node that stands for the tail that no story names, of that one edge."""
    return Node(("Unnamed",), {"node": end({"edge_id": edge_id})})


def edge_relationship(edge: StateEdge) -> Relationship:
    """The state edge; where no tail is named it ends at an `Unnamed` of its own."""
    row: Row = {
        "edge_id": edge.edge_id, "status": edge.status, "sign": edge.sign,
        "confidence": edge.confidence, "amount": _float(edge.amount), "amount_text": edge.amount,
        "currency": edge.currency, "unit": edge.unit, "valid_from": _day(edge.valid_from),
        "valid_to": _day(edge.valid_to), "known_from": edge.known_from,
        "last_attested": _day(edge.last_attested), "reference": edge.reference,
        "claims": [s.claim_id for s in edge.claims], "stories": [s.story_id for s in edge.claims],
        "more": _json(edge.more),
    }  # fmt: skip
    tail = _end("Entity", edge.tail) if edge.tail else unnamed_node(edge.edge_id).end
    properties = _held(row | _own(edge.more, OWN))
    return Relationship(edge.type, _end("Entity", edge.head), tail, properties)


def turns(edge_id: str, heard: Sequence[Witness]) -> Iterator[Relationship]:
    """How the edge's own claims follow upon each other: SUPERSEDES, and at most one CONTRADICTS.

    Each names the edge by `edge_id`, so that it can be taken out with it.
    """
    for after, before in lineage.superseded(heard):
        yield _turn("SUPERSEDES", after, before, edge_id)
    against = lineage.contradicted(heard)
    if against:
        yield _turn("CONTRADICTS", *against, edge_id)


def _turn(type_: str, start: Witness, end_: Witness, edge_id: str) -> Relationship:
    first, second = (_claim_end(w.claim) for w in (start, end_))
    return Relationship(type_, first, second, {"edge_id": edge_id})


# --------------------------------------------------------------------------------- one story


def story_node(story: Story, told: Told, known_to: str = "") -> Node:
    """The story; `known_to` is when it was retracted (UTC)."""
    row: Row = {
        "story_id": story.story_id, "title": story.title, "publisher": story.publisher,
        "published": _day(told.published), "attested": _day(told.attested), "url": story.url,
        "uri": story.source.uri, "start": story.start, "end": story.end,
        "known_from": told.known_from, "known_to": known_to,
    }  # fmt: skip
    return Node(("Story",), _held(row))


def source_node(publisher: str) -> Node:
    """The publisher; there is one of each name that is not empty."""
    return Node(("Source",), {"name": sound(publisher)})


def published_by(story_id: str, publisher: str) -> Relationship:
    """The story's publisher, where it has one."""
    return Relationship("PUBLISHED_BY", _end("Story", story_id), _end("Source", publisher), {})


def mentioned(story_id: str, span: tuple[str, int, int, str], now: str) -> Relationship:
    """Where the story names a thing: the mention as told, and the thing's present node."""
    told, start, behind, surface = span
    row: Row = {"start": start, "end": behind, "surface": surface, "told": told}
    return Relationship("MENTIONS", _end("Story", story_id), _end("Entity", now), _held(row))


def duplicates(counting_: Iterable[Told]) -> Iterator[Relationship]:
    """The stories that repeat an earlier one word for word: each points at the first."""
    for later, first in lineage.duplicates(counting_):
        yield Relationship("DUPLICATE_OF", _end("Story", later), _end("Story", first), {})


# --------------------------------------------------------------------------------- one claim


def claim_key(story_id: str, claim_id: str) -> str:
    """What tells the claim apart from all others."""
    return f"{story_id}/{claim_id}"


def claim_node(
    claim: Claim, known_from: str, *, edge_id: str | None = None, known_to: str = ""
) -> Node:
    """The claim as first told, and the present state edge that it supports."""
    row: Row = {"key": claim_key(claim.story_id, claim.claim_id)}
    row |= {name: getattr(claim, name) for name in Claim.model_fields}
    amount = claim.amount
    row |= {
        "date": _day(claim.date), "amount": _float(amount),
        "amount_text": str(amount) if amount is not None else None,
        "more": _json(claim.more), "edge_id": edge_id,
        "known_from": known_from, "known_to": known_to,
    }  # fmt: skip
    return Node(("Claim",), _held(row))


def from_story(claim: Claim) -> Relationship:
    """The story that makes the claim."""
    return Relationship("FROM", _claim_end(claim), _end("Story", claim.story_id), {})


def ends_of(claim: Claim, present: Callable[[str], Entity | None]) -> Iterator[Relationship]:
    """SUBJECT, OBJECT and ADVANCES of a claim whose story counts, to present nodes."""
    ends = ("SUBJECT", claim.head_node), ("OBJECT", claim.tail_node)
    found = [(type_, present(node)) for type_, node in ends if node]
    acts: dict[str, Relationship] = {}
    for type_, entity in found:
        if entity is None:
            continue
        yield Relationship(type_, _claim_end(claim), _end("Entity", entity.node), {})
        if advances(entity.label):
            goal = _end("Entity", entity.node)
            acts[entity.node] = Relationship("ADVANCES", _claim_end(claim), goal, {})
    yield from acts.values()


def advances(label: str) -> bool:
    """Whether a thing of that label moves through its states by claims."""
    return label in edge_type("ADVANCES").tail


def _claim_end(claim: Claim) -> End:
    return _end("Claim", claim_key(claim.story_id, claim.claim_id))


def edge_id_of(claim: Claim, present: Callable[[str], Entity | None]) -> str | None:
    """The id of the edge that the claim speaks of; None where both its ends are one thing."""
    ends = (claim.head_node, claim.tail_node)
    found = {node: entity.node for node in ends if node and (entity := present(node))}
    key = key_of(claim, found)
    return key.edge_id if key else None


def retracted(judgements: Sequence[Judgement]) -> dict[str, str]:
    """Each story that these judgements retract, with when (UTC): the `made` of what says so."""
    made = {j.judgement_id: instant(j.made) for j in judgements}
    return {story: made[key] for story, key in retractions(judgements).items()}


# --------------------------------------------------------------------------------- properties


def _own(pairs: Iterable[tuple[str, str]], fixed: Sequence[str]) -> Row:
    """Properties under names that none of ours has, as in the tables."""
    clash = {name for name, _ in pairs if name in fixed or name.startswith("more_")}
    return {f"more_{n}" if n in clash else n: value for n, value in sorted(pairs)}


def _held(row: Row) -> Row:
    """What is there, under names and in texts that any database takes."""
    return {_name(n): _clean(v) for n, v in row.items() if v not in (None, "", [])}


def _name(name: str) -> str:
    """A name that neither engine refuses: not empty, no NUL, no `@` before it."""
    allowed = sound(name).replace("\0", "\N{REPLACEMENT CHARACTER}")
    return allowed if allowed and not allowed.startswith("@") else f"more_{allowed}"


def _clean(value: object) -> object:
    if isinstance(value, list):
        return [sound(text) for text in value]
    return sound(value) if isinstance(value, str) else value


def _end(label: str, key: str) -> End:
    return End(label, sound(key))


def _day(when: When | None) -> str:
    return when.text if when else ""


def _float(amount: str | Decimal | None) -> float | None:
    """The amount to compare by; None where it is too great for that."""
    number = float(amount) if amount not in (None, "") else math.inf
    return number if math.isfinite(number) else None


def _json(pairs: Sequence[tuple[str, str]]) -> str:
    return json.dumps(pairs, ensure_ascii=False) if pairs else ""
