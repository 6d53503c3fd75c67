"""What a story says: mentions, entities and claims, each with the words that say it.

A `Draft` is a claim whose ends are still words of one story; resolving gives the `Claim`, whose
ends are nodes. Claims are never rewritten.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from schemas.base import Record, Sign, Status
from schemas.evidence import Story
from schemas.when import When


class Mention(Record):
    """A span of a story's clean text that names or describes something.

    `sort` says how: by a name, by a description that only an edge needs ("the brokerage"), or by
    a pronoun. `known` is the node of the reference universe where the words give it away.
    """

    start: int
    end: int
    text: str
    label: str
    sort: Literal["name", "nominal", "anaphor"] = "name"
    known: str = ""


class Thing(Record):
    """An entity of one story: its local key, label, best name, and where it is mentioned.

    `identifiers` are (scheme, value) pairs read beside the name; `parts` are what a policy or
    deal is made of: issuer, kind, object, party.
    """

    key: str
    label: str
    name: str
    mentions: tuple[Mention, ...]
    known: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()


class Draft(Record):
    """A claim between two things of one story, before they are resolved to nodes.

    `start:end` is the sentence (or the run of sentences) in the story's clean text.
    """

    head: str
    type: str
    tail: str
    start: int
    end: int
    status: Status = "asserted"
    sign: Sign | None = None
    when: When | None = None
    amount: Decimal | None = None
    currency: str = ""
    unit: str = ""
    attributed_to: str = ""
    confidence: float = 0.8
    rule: str = ""
    more: tuple[tuple[str, str], ...] = ()


class Refusal(Record):
    """Something that was left out on purpose: the words, where they stand, and why.

    Words that are "damaged", or numbers of which one "contradicts" another, are not left out
    but trusted less; `note` says what is wrong.
    """

    story_id: str
    start: int
    end: int
    text: str
    why: Literal["ambiguous", "damaged", "unresolved", "hedged", "schema", "contradicts"]
    note: str = ""


class Extraction(Record):
    """All that one story says: things, claims between them, refusals."""

    story_id: str
    things: tuple[Thing, ...]
    drafts: tuple[Draft, ...]
    refusals: tuple[Refusal, ...] = ()


class Entity(Record):
    """A node of the graph: id, label, the name to show, and what is known of it.

    `told` is the name by which one story calls it; the graph's own entity has none.
    """

    node: str
    label: str
    name: str
    told: str = ""
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    properties: tuple[tuple[str, str], ...] = ()


class Claim(Record):
    """One typed statement of one story, with the exact quote; the flat row of the contract."""

    story_id: str
    claim_id: str
    head: str
    head_type: str
    head_node: str
    type: str
    tail: str
    tail_type: str
    tail_node: str
    status: Status
    sign: Sign | None = None
    date: When | None = None
    amount: Decimal | None = None
    currency: str = ""
    unit: str = ""
    attributed_to: str = ""
    quote: str
    start: int
    end: int
    confidence: float
    rule: str
    more: tuple[tuple[str, str], ...] = ()


class Resolved(Record):
    """One story ready for the store: its nodes, claims, where each node is mentioned, refusals.

    A mention is (node, start, end, surface) in source offsets. `names` are the (node, label,
    short name) pairs by which this story also calls a node; they let a story that gives only
    the short name meet the same node.
    """

    story: Story
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    mentions: tuple[tuple[str, int, int, str], ...] = ()
    names: tuple[tuple[str, str, str], ...] = ()
    refusals: tuple[Refusal, ...] = ()
