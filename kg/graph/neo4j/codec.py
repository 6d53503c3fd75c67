"""Records as properties of a node, and back again, equal to what they were.

Bias: text that no database can hold (half a character) is refused before anything is written.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from kg.graph import packed as packing
from kg.graph.ledger import Span
from kg.graph.packed import cite, pack
from kg.graph.shape import claim_key
from kg.graph.state import Told
from kg.graph.view import Kept, placed, words_of
from kg.resolve.register import Name
from schemas.answer import StateEdge, Support
from schemas.base import Record
from schemas.claim import Claim, Entity, Refusal, Resolved
from schemas.errors import StoreError
from schemas.evidence import Source, Story, digest
from schemas.when import When

Row = Mapping[str, Any]

_OPTIONAL = ("currency", "unit", "attributed_to", "rule", "quote", "head", "tail", "sign",
             "head_type", "head_node", "tail_type", "tail_node")  # fmt: skip
EDGE = ("edge_id", "status", "confidence", "currency", "unit", "known_from")


def text(record: Record, *without: str) -> str:
    """The record as JSON; StoreError for text with half a character."""
    try:
        return record.model_dump_json(exclude=set(without) or None)
    except ValueError as error:
        raise StoreError("text with half a character", cure="mend the source") from error


def texts(rows: Iterable[Sequence[object]]) -> list[str]:
    """Each row as a JSON array."""
    return [json.dumps(row, ensure_ascii=False) for row in rows]


# ----------------------------------------------------------------------------------- stories


def record_row(resolved: Resolved, kept: Kept) -> dict[str, object]:
    """All that is recorded of a story beside its claims and its source text."""
    story, spans = resolved.story, sorted(set(resolved.mentions))
    row: dict[str, object] = {
        "story_id": story.story_id,
        "words": words_of(story),
        "body": kept.told.body,
        "text_id": text_id(story),
        "record": _bare(story),
        "nodes": [e.node for e in kept.entities],
        "entities": [text(e) for e in kept.entities],
        "called": [node for node, *_ in kept.names],
        "names": texts(kept.names),
        "mentions": texts(spans),
        "refusals": [text(r) for r in kept.refusals],
    }
    return row if kept.told.attested else row | {"undated": True}


def text_id(story: Story) -> str:
    """The id of the story's source text, which is kept once for all its stories."""
    return digest(story.source.text, size=32)


def _bare(story: Story) -> str:
    bare = story.model_copy(update={"source": story.source.model_copy(update={"text": ""})})
    return text(bare)


def whole(record: str, source_text: str) -> Story:
    """The story again, from its JSON and the source text."""
    fields = json.loads(record)
    fields["source"] = Source.model_validate({**fields["source"], "text": source_text})
    return Story.model_validate(fields)


def kept_of(row: Row, claims: Iterable[Claim]) -> Kept:
    """The story's record, from its `Record`, its `Story` and its claims."""
    refusals = [Refusal.model_validate_json(r) for r in row["refusals"]]
    return Kept(
        told=told_of(row["story"], row["body"]),
        entities=tuple(map(entity, row["entities"])),
        names=tuple(map(name, row["names"])),
        claims=tuple(claims),
        refusals=tuple(sorted(refusals, key=placed)),
    )


def told_of(story: Row, body: str) -> Told:
    """What the state graph needs of a story, from its node and its body's digest."""
    return Told(
        story_id=story["story_id"],
        known_from=story.get("known_from", ""),
        published=_when(story.get("published")),
        attested=_when(story.get("attested")),
        publisher=story.get("publisher", ""),
        title=story.get("title", ""),
        uri=story.get("uri", ""),
        body=body,
    )


def entity(told: str) -> Entity:
    """The entity of its JSON."""
    return Entity.model_validate_json(told)


def name(told: str) -> Name:
    """The name of its JSON."""
    node, label, short = json.loads(told)
    return node, label, short


def span(told: str) -> Span:
    """The mention of its JSON."""
    node, start, end, surface = json.loads(told)
    return node, start, end, surface


def _when(day: str | None) -> When | None:
    return When(text=day) if day else None


# ------------------------------------------------------------------------- claims and edges


def claim(row: Row) -> Claim:
    """The claim as told, from the properties of its node."""
    fields: dict[str, Any] = {name: row[name] for name in Claim.model_fields if name in row}
    amount = row.get("amount_text")
    fields |= {name: row.get(name, "") for name in _OPTIONAL if name != "sign"}
    fields |= {
        "date": _when(row.get("date")),
        "amount": Decimal(amount) if amount is not None else None,
        "more": json.loads(row.get("more", "[]")),
    }
    return Claim.model_validate(fields)


def cited(row: Row) -> list[str]:
    """The keys of the claims that support the edge."""
    pairs = zip(row.get("stories", ()), row.get("claims", ()), strict=True)
    return [claim_key(story_id, claim_id) for story_id, claim_id in pairs]


def edge(row: Row, support: Mapping[str, Support]) -> StateEdge:
    """The edge of a row (`type`, `head`, `tail`, `edge`), with the claims that support it."""
    own = row["edge"]
    return StateEdge(
        head=row["head"],
        type=row["type"],
        tail=row["tail"],
        sign=own.get("sign"),
        amount=own.get("amount_text", ""),
        valid_from=_when(own.get("valid_from")),
        valid_to=_when(own.get("valid_to")),
        last_attested=_when(own.get("last_attested")),
        reference=own.get("reference", False),
        claims=tuple(support[key] for key in cited(own)),
        more=tuple((n, v) for n, v in json.loads(own.get("more", "[]"))),
        **{name: own.get(name, "") for name in EDGE},
    )


def packed(row: Row) -> packing.Row:
    """The edge of a row in few bytes; its claims are known by their ids alone."""
    own = row["edge"]
    bare = {n: v for n, v in own.items() if n not in {"claims", "stories"}}
    told = edge({**row, "edge": bare}, {})
    cited_ = b"".join(map(cite, own.get("claims", ())))
    return told.head, told.type, told.tail, told.edge_id, pack(told) + cited_


def support(row: Row) -> Support:
    """A claim as an edge cites it."""
    return Support.model_validate({name: "" if v is None else v for name, v in row.items()})
