"""A claim with the story that makes it, and the order in which such words were said.

Bias: of two words of one day the more sobering is the later; a copy tells nothing newer than the
first that said the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.graph.copies import bodies, body_of
from kg.graph.moments import dated, rank
from schemas.base import Edge, edge_types
from schemas.claim import Claim
from schemas.evidence import Story
from schemas.when import When

__all__ = [
    "AGAINST", "PREVIOUS", "STRENGTH", "UNDATED", "Told", "Witness", "by_day", "in_order",
    "last_word", "looks_ahead", "told",
]  # fmt: skip

STRENGTH = "rumoured planned denied agreed asserted completed negated ended".split()
"""Which status wins among claims of one date, weakest first; a denial wins over the rumour."""
AGAINST = frozenset({"denied", "negated", "ended"})
PREVIOUS = "previous"
"""The property of a claim that holds the amount before."""
UNDATED = rank(None)
"""The day of what has no year: before all others."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the state graph needs of a story: who published it when, and since when it is known.

    `attested` is the day it speaks of as today: published, else its dateline where that has a
    year. `body` is what copies are known by, see `kg.graph.copies`.
    """

    story_id: str
    known_from: str
    published: When | None
    attested: When | None
    publisher: str
    title: str
    uri: str
    body: str


class Witness(NamedTuple):
    """A claim and the story that makes it."""

    claim: Claim
    told: Told

    @property
    def date(self) -> When | None:
        """When it was said: the story's date, else its own; None where neither has a year.

        The own date of a forecast is what it is for, and not when it was made.
        """
        if self.told.attested:
            return self.told.attested
        kind = edge_types().get(self.claim.type)
        ahead = kind is not None and looks_ahead(kind)
        return self.claim.date if dated(self.claim.date) and not ahead else None


def told(story: Story, known_from: str) -> Told:
    """The story as the state graph sees it."""
    line = story.dateline.when if story.dateline else None
    return Told(
        story_id=story.story_id,
        known_from=known_from,
        published=story.published,
        attested=next((w for w in (story.published, line) if dated(w)), None),
        publisher=story.publisher,
        title=story.title,
        uri=story.source.uri,
        body=body_of(story.text, story.text[story.title_end :]),
    )


def looks_ahead(kind: type[Edge]) -> bool:
    """Whether the date of such a claim is the one that its amount is expected for."""
    return any(p.name == "horizon" for p in kind.properties)


def in_order(heard: Sequence[Witness]) -> list[Witness]:
    """The witnesses of one edge, the last word last; see `by_day`."""
    return [witness for _, witness in by_day(heard)]


def by_day(heard: Sequence[Witness]) -> list[tuple[dt.date, Witness]]:
    """The witnesses of one edge and the first day each may be of, the last word last.

    A copy counts as of the first text that said the same. When a story was read counts for
    nothing: what the graph says must not hang on the order of reading.
    """
    days = _days(heard)
    pairs = sorted(zip(days, heard, strict=True), key=lambda p: _key(p[1], p[0]))
    return [(day, witness) for day, witness in pairs]


def _days(heard: Sequence[Witness]) -> list[dt.date]:
    own, said = [rank(w.date) for w in heard], [_said(w.claim) for w in heard]
    if len(set(said)) < 2:
        return own
    same = bodies(w.told.body for w in heard)
    texts = [(same[w.told.body], words) for w, words in zip(heard, said, strict=True)]
    first: dict[object, dt.date] = {}
    for text, day in zip(texts, own, strict=True):
        first[text] = min({day, first.get(text, day)} - {UNDATED}, default=UNDATED)
    return [first[text] for text in texts]


def _said(claim: Claim) -> tuple[object, ...]:
    """What two claims of one edge have in common where they say the same."""
    return claim.status, claim.sign, claim.amount, claim.currency, claim.unit


def last_word(witness: Witness) -> tuple[object, ...]:
    """What a word is ordered by, were it no copy: the greatest is the newest."""
    return _key(witness, rank(witness.date))


def _key(witness: Witness, day: dt.date) -> tuple[object, ...]:
    """By day, status, own date, and whether it tells of a change."""
    claim = witness.claim
    moved = any(name == PREVIOUS for name, _ in claim.more)
    said = STRENGTH.index(claim.status), rank(claim.date), moved
    return day, *said, claim.claim_id, claim.story_id
