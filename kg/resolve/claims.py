"""Drafts as claims between nodes, each with the source's own words.

What the vocabulary does not allow is refused with its reason; no claim leads from a thing to
itself: where the type can do without a tail it has none, else it is refused. Bias: one claim too
few; a statement that a story repeats is one claim, and a sentence that the page damaged counts
half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import schemas
from kg.resolve.links import Link, Links
from schemas.claim import Claim, Draft, Refusal
from schemas.evidence import Story, digest

DAMAGED = 0.5  # share of its confidence that a claim keeps if words of its sentence are lost
POINTING = frozenset({"object", "partner", "issuer", "party", "region", "industry", "maker"})
"""Roles whose value is a thing, not words."""
TABLE = "table"
"""The rule of a claim from a table: its rows are distinct facts, however alike their ends."""

Slot = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ends:
    """Head and tail of a draft, as links; None where the story names no tail."""

    head: Link
    tail: Link | None


def claims(
    story: Story, drafts: Iterable[Draft], links: Links, shown: Mapping[str, str]
) -> tuple[tuple[Claim, ...], tuple[Refusal, ...]]:
    """The story's claims by where they stand, and what was refused of its drafts."""
    slots: dict[Slot, list[Claim]] = defaultdict(list)
    refused: list[Refusal] = []
    for draft in drafts:
        ends = _ends(story, draft, links)
        if isinstance(ends, Refusal):
            refused.append(ends)
        else:
            claim = _claim(story, draft, ends, _Words(links, shown))
            slots[_slot(claim)].append(claim)
    kept = [_one(alike) for alike in slots.values()]
    return tuple(sorted(kept, key=_place)), tuple(refused)


def _ends(story: Story, draft: Draft, links: Links) -> Ends | Refusal:
    """Both ends of the draft, if the vocabulary allows them."""
    edge = schemas.edge_types().get(draft.type)
    if edge is None:
        return _refusal(story, draft, "schema", f"no edge type {draft.type}")
    missing = [k for k in (draft.head, draft.tail) if k and links.get(k) is None]
    if missing or not draft.head:
        return _refusal(story, draft, "unresolved", f"no thing {' or '.join(missing) or 'as head'}")
    head = links.of(draft.head)
    tail = links.of(draft.tail) if draft.tail else head
    if head.node != tail.node and edge.allows(head.label, tail.label):
        return Ends(head, tail)
    if head.node == tail.node and edge.tail_optional and head.label in edge.head:
        return Ends(head, None)
    to = tail.label if head.node != tail.node else "itself"
    return _refusal(story, draft, "schema", f"{draft.type} does not go from {head.label} to {to}")


def _refusal(story: Story, draft: Draft, why: str, note: str) -> Refusal:
    start, end = story.span(draft.start, draft.end)
    return Refusal.model_validate({
        "story_id": story.story_id, "start": start, "end": end,
        "text": story.source.text[start:end], "why": why, "note": note,
    })  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Words:
    """What a draft's words stand for: the keys of things by their names, or by their nodes."""

    links: Links
    shown: Mapping[str, str]

    def name(self, word: str) -> str:
        """The name that the story shows for a key; any other word as it is."""
        link = self.links.get(word)
        return self.shown[link.node] if link else word

    def more(self, draft: Draft) -> tuple[tuple[str, str], ...]:
        """The draft's further (role, value) pairs, sorted, keys in pointing roles as nodes."""
        pairs = {(r, self._node(v) if r in POINTING else v) for r, v in draft.more}
        return tuple(sorted(pairs))

    def _node(self, word: str) -> str:
        link = self.links.get(word)
        return link.node if link else word


def _claim(story: Story, draft: Draft, ends: Ends, words: _Words) -> Claim:
    start, end = story.span(draft.start, draft.end)
    head, tail = ends.head, ends.tail
    node = tail.node if tail else ""
    return Claim(
        story_id=story.story_id,
        claim_id=digest(
            story.story_id, head.node, draft.type, node,
            draft.status, draft.sign or "", str(start), str(end),
        ),
        head=words.shown[head.node], head_type=head.label, head_node=head.node,
        type=draft.type,
        tail=words.shown[node] if tail else "", tail_type=tail.label if tail else "",
        tail_node=node,
        status=draft.status, sign=draft.sign, date=draft.when,
        amount=draft.amount, currency=draft.currency, unit=draft.unit,
        attributed_to=words.name(draft.attributed_to),
        quote=story.source.text[start:end], start=start, end=end,
        confidence=draft.confidence * (DAMAGED if _is_damaged(story, draft) else 1),
        rule=draft.rule, more=words.more(draft),
    )  # fmt: skip


def _is_damaged(story: Story, draft: Draft) -> bool:
    return any(g.sort == "damage" and draft.start <= g.at <= draft.end for g in story.gaps)


def _slot(claim: Claim) -> Slot:
    """What makes two claims of a story the same statement."""
    ends = [claim.head_node, claim.tail_node]
    if schemas.edge_type(claim.type).symmetric:
        ends.sort()
    own = (str(claim.start), str(claim.end)) if claim.rule == TABLE else ()
    return (claim.type, *ends, claim.status, claim.sign or "", *own)


def _one(alike: Sequence[Claim]) -> Claim:
    """One of the claims that say the same: the fullest, whose quote holds its amount and date.

    The first with an amount, since news leads with what counts; it is as sure as the surest.
    """
    fullest = sorted(alike, key=_fullness)
    surest = max(c.confidence for c in alike)
    return fullest[0].model_copy(update={"confidence": surest, "more": _more(fullest)})


def _fullness(claim: Claim) -> tuple[object, ...]:
    """Sort key: an amount, a date, then the surest or, among amounts, the earliest."""
    sure = -claim.confidence if claim.amount is None else 0.0
    return claim.amount is None, claim.date is None, sure, *_place(claim)


def _more(ranked: Sequence[Claim]) -> tuple[tuple[str, str], ...]:
    """Each role as the first claim that has it gives it."""
    found: dict[str, set[tuple[str, str]]] = {}
    for claim in ranked:
        for role in {r for r, _ in claim.more} - found.keys():
            found[role] = {p for p in claim.more if p[0] == role}
    return tuple(sorted(p for pairs in found.values() for p in pairs))


def _place(claim: Claim) -> tuple[int, int, str, str]:
    return claim.start, claim.end, claim.claim_id, claim.model_dump_json()
