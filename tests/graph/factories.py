"""Random but plausible stories, ready for a store: what the laws of the store are tested with."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from hypothesis import strategies as st

from schemas.base import STATUSES
from schemas.claim import Claim, Entity, Refusal, Resolved
from schemas.evidence import Piece, Source, Story, digest
from schemas.when import When

FIRMS = ("Orrin", "Orrin Metals", "Orrin Metals Group", "Tavola", "Tavola Two 2", "Keld")
NODES = (
    *((f"firm:{n.lower().replace(' ', '-')}", "Firm", n) for n in FIRMS),
    ("country:no", "Country", "Norland"),
    ("agency:trade", "Agency", "Trade Office"),
    ("policy:levy", "Policy", "levy on tin"),
    ("policy:ban", "Policy", "ban on tin"),
    ("commodity:tin", "Commodity", "tin"),
    ("person:orrin", "Person", "Orrin"),
)
LABEL = {node: (label, name) for node, label, name in NODES}
TYPES = ("ACQUIRES", "PARTNERS_WITH", "IMPOSES", "TARGETS", "RESTRICTS", "IMPACTS")
ENDS = {
    "IMPOSES": (("agency:trade", "country:no"), ("policy:levy", "policy:ban")),
    "TARGETS": (("policy:levy", "policy:ban"), ("commodity:tin", "firm:keld", "firm:tavola")),
    "RESTRICTS": (("agency:trade", "country:no"), ("commodity:tin", "firm:keld")),
}
ISIN = ("isin", "NO0000000001")
DAYS = ("2024", "2025-03", "2025-03-09", "2025-06-01", "--06-09")


def story(
    story_id: str, text: str, *, publisher: str = "The Ledger", published: str | None = None
) -> Story:
    """A story that is all of its source."""
    source = Source(
        uri=f"file:{story_id}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding="utf-8",
        loader="plain",
        text=text,
    )
    return Story(
        story_id=story_id,
        source=source,
        text=text,
        pieces=(Piece(at=0, length=len(text), start=0, end=len(text)),),
        publisher=publisher,
        published=When.parse(published) if published else None,
    )


def entity(node: str, **more: tuple[tuple[str, str], ...]) -> Entity:
    """The entity of a node in `NODES`, or a firm of that name."""
    label, name = LABEL.get(node, ("Firm", node.removeprefix("firm:")))
    return Entity(node=node, label=label, name=name, **more)


def claim(told: Story, head: str, type_: str, tail: str, **more: object) -> Claim:
    """A claim that quotes its whole story."""
    head_type, head_name = LABEL.get(head, ("Firm", head.removeprefix("firm:")))
    tail_type, tail_name = LABEL.get(tail, ("Firm", tail.removeprefix("firm:")))
    fields: dict[str, object] = {
        "story_id": told.story_id, "head": head_name, "head_type": head_type, "head_node": head,
        "type": type_, "tail": tail_name, "tail_type": tail_type, "tail_node": tail,
        "status": "asserted", "quote": told.text, "start": 0, "end": len(told.text),
        "confidence": 0.8, "rule": "test",
    }  # fmt: skip
    fields |= more
    fields.setdefault("claim_id", digest(*(f"{k}={v}" for k, v in sorted(fields.items()))))
    return Claim.model_validate(fields)


def resolved(told: Story, *claims: Claim, **more: object) -> Resolved:
    """The story with its claims and the entities that they need."""
    nodes = {n for c in claims for n in (c.head_node, c.tail_node) if n}
    fields: dict[str, object] = {"entities": tuple(entity(n) for n in sorted(nodes))}
    return Resolved.model_validate({"story": told, "claims": claims, **fields, **more})


@st.composite
def claims_of(draw: st.DrawFn, told: Story) -> Claim:
    """A claim of the story between nodes that the type allows."""
    type_ = draw(st.sampled_from(TYPES))
    firms = tuple(node for node, label, _ in NODES if label == "Firm")
    heads, tails = ENDS.get(type_, (firms, firms))
    amount = draw(st.none() | st.integers(1, 9))
    day = draw(st.none() | st.sampled_from(DAYS))
    return claim(
        told,
        draw(st.sampled_from(heads)),
        type_,
        draw(st.sampled_from(tails)),
        status=draw(st.sampled_from(STATUSES)),
        sign=draw(st.sampled_from((None, "+", "-"))),
        amount=Decimal(amount) if amount else None,
        currency="NOK" if amount else "",
        date=When.parse(day) if day else None,
        confidence=draw(st.sampled_from((0.3, 0.8))),
        more=draw(st.sampled_from(((), (("role", "main"),)))),
    )


@st.composite
def stories(draw: st.DrawFn, story_id: str) -> Resolved:
    """One story: a few entities, short names, claims, mentions, refusals."""
    day = draw(st.none() | st.sampled_from(DAYS))
    told = story(
        story_id,
        draw(st.sampled_from(("Tin is short.", f"What {story_id} tells."))),
        publisher=draw(st.sampled_from(("The Ledger", "Harbour Post"))),
        published=day,
    )
    claims = draw(st.lists(claims_of(told), max_size=4))
    nodes = {n for c in claims for n in (c.head_node, c.tail_node)}
    nodes |= {n for n, *_ in draw(st.lists(st.sampled_from(NODES), max_size=2))}
    held = draw(st.sets(st.sampled_from(sorted(nodes)))) if nodes else set()
    held = {n for n in held if LABEL[n][0] == "Firm"} if draw(st.booleans()) else set()
    return Resolved(
        story=told,
        entities=tuple(entity(n, identifiers=(ISIN,) if n in held else ()) for n in sorted(nodes)),
        claims=tuple(claims),
        mentions=tuple((n, 0, 3, "Tin") for n in sorted(nodes)),
        names=tuple(draw(st.lists(short_names(), max_size=2))),
        refusals=(Refusal(story_id=story_id, start=0, end=3, text="Tin", why="ambiguous"),),
    )


@st.composite
def short_names(draw: st.DrawFn) -> tuple[str, str, str]:
    """A node and one short name that a story calls it by."""
    node, label, name = draw(st.sampled_from(NODES))
    return node, label, draw(st.sampled_from((name.split()[0], "Orrin", "Tavola", "Orrin Metals")))


@st.composite
def batches(draw: st.DrawFn, most: int = 5) -> list[Resolved]:
    """Stories with ids of their own."""
    return [draw(stories(f"s{n}")) for n in range(draw(st.integers(1, most)))]
