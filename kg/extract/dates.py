"""When something happens, from the sentence and the story's own date.

Bias: a part that neither gives stays missing. "May" in a story of June 2025 is 2025-05; in a
story without a year it is --05. Nothing here reads the clock.
"""

from __future__ import annotations

import datetime as dt
import re

from schemas.evidence import Story
from schemas.when import When

MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
DAYS = {
    d: n for n, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_FORMS = (
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:, (?P<year>\d{{4}}))?\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH}(?:,? (?P<year>\d{{4}}))?\b"),
    re.compile(rf"\b{_MONTH}(?:,? (?:of )?(?P<year>\d{{4}}))?\b(?! \d)"),
    re.compile(
        r"\b(?:in|since|by|during|of|until|late|early|mid-?|end of|year) (?P<year>(?:19|20)\d{2})\b"
    ),
    re.compile(
        r"\b(?P<last>last|this|next|on)? ?"
        r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b"
    ),
    re.compile(r"\b(?P<rel>last|this|next) (?P<what>week|month|quarter|year)\b"),
    re.compile(r"\b(?P<word>today|yesterday|tomorrow)\b"),
)


def story_date(story: Story) -> When | None:
    """The story's own date: published, else the dateline's, else nothing."""
    if story.published is not None:
        return story.published
    return story.dateline.when if story.dateline else None


def dates(text: str, anchor: When | None) -> list[tuple[int, When]]:
    """Dates in a piece of text with their offset in it; relative ones need a dated anchor."""
    found: list[tuple[int, When]] = []
    taken: list[tuple[int, int]] = []
    for form in _FORMS:
        for match in form.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            when = _when(match.groupdict(), anchor)
            if when is not None:
                found.append((match.start(), when))
                taken.append(match.span())
    return sorted(found, key=lambda f: f[0])


def _when(parts: dict[str, str | None], anchor: When | None) -> When | None:
    day = anchor.first() if anchor is not None and anchor.precision == "day" else None
    if parts.get("weekday"):
        return _weekday(str(parts["weekday"]), parts.get("last"), day)
    if parts.get("what"):
        return _period(str(parts["rel"]), str(parts["what"]), day, anchor)
    if parts.get("word"):
        step = {"today": 0, "yesterday": -1, "tomorrow": 1}[str(parts["word"])]
        return When.parse((day + dt.timedelta(days=step)).isoformat()) if day else None
    return _calendar(parts, anchor)


def _calendar(parts: dict[str, str | None], anchor: When | None) -> When | None:
    month = parts.get("month")
    year = parts.get("year")
    if not month:
        return When.parse(year) if year else None
    number = MONTHS[month.lower().rstrip(".")]
    tail = f"{number:02d}" + (f"-{int(parts['day'] or 0):02d}" if parts.get("day") else "")
    if year is None and anchor is not None and anchor.year is not None:
        year = str(_nearest_year(number, anchor))
    try:
        return When.parse(f"{year}-{tail}" if year else f"--{tail}")
    except ValueError:
        return None


def _nearest_year(month: int, anchor: When) -> int:
    """News speaks of the twelve months around it: a month far ahead was last year's."""
    first = anchor.first()
    if first is None:
        raise ValueError("the anchor has no year")
    if anchor.precision == "year":
        return first.year
    if month - first.month > 6:
        return first.year - 1
    return first.year + 1 if first.month - month > 10 else first.year


def _weekday(name: str, relation: str | None, day: dt.date | None) -> When | None:
    if day is None:
        return None
    back = (day.weekday() - DAYS[name.lower()]) % 7
    ahead = 7 - back if relation == "next" else -back
    return When.parse((day + dt.timedelta(days=ahead)).isoformat())


def _period(relation: str, what: str, day: dt.date | None, anchor: When | None) -> When | None:
    step = {"last": -1, "this": 0, "next": 1}[relation]
    if what == "year" and anchor is not None and anchor.year is not None:
        return When.parse(str(anchor.year + step))
    if what == "month" and day is not None:
        month = day.year * 12 + day.month - 1 + step
        return When.parse(f"{month // 12:04d}-{month % 12 + 1:02d}")
    return None
