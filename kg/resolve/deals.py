"""The deal behind a claim that one firm takes over another: a node that all its claims move on.

Why: few stories name a deal by a noun with both its parties, and nearly all tell what one party
does to the other. Bias: only what changes whose a firm is makes a deal; a sale without a buyer,
which is half of one, makes none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kg.resolve.acts import deal_sort
from kg.resolve.nodes import deal_node
from schemas.claim import Claim, Entity

__all__ = ["deals"]

KINDS = {"ACQUIRES": "takeover", "MERGES_WITH": "merger"}
PARTIES = frozenset({"Firm", "Product"})
WHOLE = 50  # percent of a firm from which on a stake in it is the firm

Mentioned = tuple[str, int, int, str]


def deals(
    claims: Iterable[Claim], named: Sequence[Mentioned], told: str
) -> tuple[list[Entity], list[Mentioned]]:
    """The deals that the claims of a story speak of, and where; `told` is the story's month.

    A deal is mentioned where its claim names a party, first the one that is bought.
    """
    found: dict[str, Entity] = {}
    places: list[Mentioned] = []
    for claim in claims:
        if claim.type in KINDS and claim.tail_node and claim.tail_type in PARTIES:
            deal = _deal(claim, told)
            known = found.setdefault(deal.node, deal)
            if len(known.name) < len(deal.name):
                found[deal.node] = deal
            places += _place(deal.node, claim, named)
    return [found[node] for node in sorted(found)], places


def _place(deal: str, claim: Claim, named: Sequence[Mentioned]) -> Iterator[Mentioned]:
    """The first name of the tail, or else of the head, within the claim's quote."""
    for party in (claim.tail_node, claim.head_node):
        for node, start, end, words in sorted(named, key=lambda m: m[1]):
            if node == party and claim.start <= start and end <= claim.end:
                yield deal, start, end, words
                return


def _deal(claim: Claim, told: str) -> Entity:
    kind = "stake" if _is_stake(claim) else KINDS[claim.type]
    parties = sorted((claim.head_node, claim.tail_node))
    name = f"{claim.head}-{claim.tail} {kind}"
    properties = [("kind", kind), *(("parties", p) for p in parties)]
    properties += [("last_told", told)] if told else []
    return Entity(
        node=deal_node(deal_sort(kind, name), parties, told),
        label="Deal",
        name=name,
        properties=tuple(sorted(properties)),
    )


def _is_stake(claim: Claim) -> bool:
    return claim.unit == "percent" and claim.amount is not None and claim.amount < WHOLE
