"""The contract's flat rows: a story's claims, and its entities without one.

Absent values are left out. Bias: one row a claim, whatever else is known of its ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from schemas.claim import Claim, Entity
from schemas.values import plain

FIELDS = (
    "story_id", "claim_id", "head", "head_type", "head_node", "type", "tail", "tail_type",
    "tail_node", "status", "sign", "date", "amount", "currency", "unit", "attributed_to", "quote",
    "start", "end", "confidence", "rule",
)  # fmt: skip
"""The fields of a claim's row, in the contract's order."""


def story_rows(
    claims: Sequence[Claim], entities: Sequence[tuple[str, Entity]]
) -> Iterator[dict[str, object]]:
    """One story's rows: its claims (ends under their present nodes), then entities without one.

    `entities` are (story_id, entity) with present nodes; a node of several names gives one row.
    """
    told = {node for c in claims for node in (c.head_node, c.tail_node)}
    told |= {e.node for _, e in entities if e.label == "Deal" and not e.told}  # made of claims
    for claim in sorted(claims, key=lambda c: (c.start, c.end, c.claim_id)):
        yield claim_row(claim)
    for story_id, entity in sorted(entities, key=_shown):
        if entity.node not in told:
            told.add(entity.node)
            yield {
                "story_id": story_id,
                "entity": entity.told or entity.name,
                "entity_type": entity.label,
                "entity_node": entity.node,
            }


def _shown(pair: tuple[str, Entity]) -> tuple[str, int, str, str]:
    entity = pair[1]
    return entity.node, -len(entity.name), entity.name, entity.label


def claim_row(claim: Claim) -> dict[str, object]:
    """The claim as a flat row; `date` and `amount` as text, absent values left out."""
    row: dict[str, object] = {name: getattr(claim, name) for name in FIELDS}
    row["date"] = claim.date.text if claim.date else None
    row["amount"] = plain(claim.amount) if claim.amount is not None else None
    return {name: value for name, value in row.items() if value not in (None, "")}


def present(claim: Claim, identity: Mapping[str, str]) -> Claim:
    """The claim with its ends under their present nodes."""
    head = identity.get(claim.head_node, claim.head_node)
    tail = identity.get(claim.tail_node, claim.tail_node)
    if (head, tail) == (claim.head_node, claim.tail_node):
        return claim
    return claim.model_copy(update={"head_node": head, "tail_node": tail})
