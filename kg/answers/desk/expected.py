"""What a story puts on the calendar, by its sentences and by its planned claims.

Bias: a story whose day is not known expects nothing; one whose day lacks the year alone expects
only what it dates by month and day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.answers.desk.days import MONTH, Days
from kg.answers.desk.phrases import Scheduled, scheduled, sentences
from kg.graph.contract import Store
from kg.resolve.judged import retractions
from schemas.base import Status, edge_types
from schemas.claim import Claim
from schemas.evidence import Story

LEAP = 2000  # stands in for a year that no one knows: it has every day
_PLANNED: frozenset[Status] = frozenset({"planned", "agreed", "rumoured"})


@dataclass(slots=True)
class Told:
    """A story of a known day, with its claims under present nodes; `yearless`: but for the year."""

    story: Story
    said: dt.date
    claims: Sequence[Claim]
    yearless: bool = False

    def shown(self, text: str) -> str:
        """A date seen from this story: without the year, where it has none."""
        return f"-{text[4:]}" if self.yearless else text


@dataclass(slots=True)
class Draft:
    """An expectation before its outcome is known; `span` is its sentence in the source."""

    told: Told
    what: str
    days: Days
    cue: str
    span: tuple[int, int]
    claims: list[Claim] = field(default_factory=list)


def told_stories(store: Store) -> tuple[list[Told], int]:
    """The stories that count and have a day, and how many have none."""
    gone = retractions(store.judgements())
    ids = [i for i in store.story_ids() if i not in gone]
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in store.claims():
        claims[claim.story_id].append(claim)
    records = store.records(ids) if ids else ()
    found = [_told(one.resolved.story, claims) for one in records]
    known = [told for told in found if told]
    return known, len(found) - len(known)


def _told(story: Story, claims: dict[str, list[Claim]]) -> Told | None:
    line = story.dateline.when if story.dateline else None
    given = next((w for w in (story.published, line) if w and w.precision == "day"), None)
    bare = line if line and line.precision == "yearless" and line.text.count("-") == 3 else None
    said = (given or (bare.with_year(LEAP) if bare and not story.published else None))
    day_ = said.first() if said else None
    return Told(story, day_, claims[story.story_id], given is None) if day_ else None


def drafts(told: Told) -> Iterator[Draft]:
    """What its sentences schedule, then planned claims with a day ahead of their own."""
    taken: set[str] = set()
    story = told.story
    for sentence in sentences(story.text, story.title_end):
        found = scheduled(sentence.text, told.said, headline=sentence.headline)
        for one in (f for f in found if not told.yearless or _by_month(f)):
            span = story.span(sentence.start, sentence.end)
            claims = [c for c in told.claims if c.start < span[1] and span[0] < c.end]
            plans = [c for c in claims if c.status in _PLANNED and _fits(c, one.days)]
            taken.update(c.claim_id for c in plans)
            yield Draft(told, one.what, one.days, one.cue, span, plans)
    grouped: dict[tuple[int, int, str], Draft] = {}
    for claim in () if told.yearless else told.claims:
        days = _ahead(claim, told.said)
        if days and claim.claim_id not in taken:
            span = (claim.start, claim.end)
            empty = Draft(told, _phrase(claim), days, "claim", span)
            grouped.setdefault((*span, days.text), empty).claims.append(claim)
    yield from grouped.values()


def _by_month(found: Scheduled) -> bool:
    """Whether the day is told by month and day, which need no year to be understood."""
    return bool(re.search(MONTH, found.said)) and not re.search(r"\d{4}", found.said)


def _phrase(claim: Claim) -> str:
    kind = edge_types().get(claim.type)
    said = kind.phrase if kind else claim.type.lower().replace("_", " ")
    return f"{claim.head} {said} {claim.tail}".strip()


def _fits(claim: Claim, days: Days) -> bool:
    """Whether the claim may be about that day: its own does not lie wholly elsewhere ahead."""
    first = claim.date.first() if claim.date else None
    last = claim.date.last() if claim.date else None
    return first is None or last is None or last < days.first or first <= days.last


def _ahead(claim: Claim, said: dt.date) -> Days | None:
    """The day of a planned claim, where it lies ahead of its story's."""
    first = claim.date.first() if claim.date else None
    if claim.date is None or first is None or first <= said or claim.status not in _PLANNED:
        return None
    return Days(first, claim.date.last() or first, claim.date.precision, claim.date.text)


