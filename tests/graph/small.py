"""Small worlds of stories by arithmetic: one without and one full of names that several share."""

from __future__ import annotations

from schemas.base import STATUSES
from schemas.claim import Claim, Resolved
from schemas.evidence import Story
from schemas.when import When
from tests.graph.cast import Chance
from tests.graph.factories import ISIN, LABEL, NODES, claim, entity, resolved, story

WORDS = "aldo brin cask".split()
FIRMS = tuple(f"firm:{word}" for word in WORDS)
DAYS = ("2025-03", "2025-03-09", "2025-06-01", "--06-09")
"""So few that words on one matter often fall on one day."""
PLAIN = (
    ("ACQUIRES", FIRMS[:2], FIRMS), ("PARTNERS_WITH", FIRMS, FIRMS), ("IMPACTS", FIRMS, FIRMS[:2]),
    ("IMPOSES", ("agency:trade", "country:no"), ("policy:levy", "policy:ban")),
    ("TARGETS", ("policy:levy", "policy:ban"), ("commodity:tin", *FIRMS)),
    ("RESTRICTS", ("agency:trade",), ("commodity:tin", *FIRMS)),
)  # fmt: skip
"""Types and ends of plain stories; no two of these things share a name."""
MERGED = (*FIRMS, "policy:levy", "policy:ban", "firm:unheard-of")
"""What judgements are about in the plain world."""
KIN = tuple(node for node, label, _ in NODES if label == "Firm")
SHORTS = ("Orrin", "Tavola", "Orrin Metals", "Keld")


def plain(story_id: str, seed: int) -> Resolved:
    """A story of one or two claims between things that share no name."""
    chance = Chance("plain", seed)
    day = chance.one((None, *DAYS))
    told = story(story_id, f"Story {seed} of it.", published=day)
    claims = [_plain_claim(told, chance) for _ in range(1 + seed % 2)]
    return resolved(told, *claims, mentions=tuple((c.head_node, 0, 5, "Story") for c in claims))


def _plain_claim(told: Story, chance: Chance) -> Claim:
    type_, heads, tails = chance.one(PLAIN)
    date = chance.one((None, None, *map(When.parse, DAYS)))
    return claim(
        told, chance.one(heads), type_, chance.one(tails),
        status=chance.one(STATUSES), date=date, sign=chance.one((None, "+", "-")),
    )  # fmt: skip


def kin(story_id: str, seed: int) -> Resolved:
    """A story of firms that answer to each other's names and hold one identifier between them."""
    chance = Chance("kin", seed)
    told = story(story_id, f"What kin {seed} do.", published=chance.one((None, *DAYS)))
    claims = [claim(told, chance.one(KIN), "ACQUIRES", chance.one(KIN))]
    nodes = {n for c in claims for n in (c.head_node, c.tail_node)} | {chance.one(KIN)}
    held = [(ISIN,) if chance.yes(25) else () for _ in nodes]
    entities = [entity(n, identifiers=h) for n, h in zip(sorted(nodes), held, strict=True)]
    called = chance.some(sorted(nodes), 2)
    return resolved(
        told, *claims,
        entities=tuple(entities),
        names=tuple((node, LABEL[node][0], chance.one(SHORTS)) for node in called),
    )  # fmt: skip
