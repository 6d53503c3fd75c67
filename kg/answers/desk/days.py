"""Days ahead as the words of a story give them: an interval, and how exactly it is known.

Unlike `kg.extract.dates`, which reads when something happened, this reads when something is to
happen: "on Monday" is the next one. Bias: a date without a year that lies more than ten months
ahead was meant as past, and is none.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.extract.dates import DAYS, MONTHS

AHEAD = 300  # days: a bare "June 20" further off than that was the last one
_COUNT = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1, "a few": 3}  # fmt: skip
MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_UNIT = r"(?P<unit>day|week|month|year)"
_N = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_DATED = r"\s*,\s*(?:the )?(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_EDGE = r"(?:(?P<edge>late|later|end|the end|start|beginning|early|mid)(?:[ -]of)?[ -])?"


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both ends in it, and its precision; `text` is close to ISO 8601."""

    first: dt.date
    last: dt.date
    precision: str
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """Days ahead and where the words for them stand.

    `sure` is whether the words by themselves look ahead ("next week", "tomorrow").
    """

    start: int
    end: int
    days: Days
    sure: bool = False


Reader = Callable[[dict[str, str | None], dt.date], Days | None]


def day(when: dt.date) -> Days:
    """One day."""
    return Days(when, when, "day", when.isoformat())


def week(when: dt.date) -> Days:
    """The week of a day, Monday to Sunday."""
    monday = when - dt.timedelta(days=when.weekday())
    year, number, _ = when.isocalendar()
    return Days(monday, monday + dt.timedelta(days=6), "week", f"{year:04d}-W{number:02d}")


def months(year: int, month: int, count: int = 1) -> Days:
    """A month, a quarter (3), a half (6) or a year (12) that begins with that month."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    end = month + count - 1
    last = dt.date(year, end, calendar.monthrange(year, end)[1])
    named = {1: "month", 3: "quarter", 6: "half", 12: "year"}[count]
    part = {1: f"-{month:02d}", 3: f"-Q{(month + 2) // 3}", 6: f"-H{(month + 5) // 6}", 12: ""}
    return Days(dt.date(year, month, 1), last, named, f"{year:04d}{part[count]}")


def days_ahead(text: str, said: dt.date) -> list[Found]:
    """The days not before `said` that a sentence names, in the order of their places."""
    found: list[Found] = []
    for pattern, reader in _FORMS:
        for match in pattern.finditer(text):
            taken = any(f.start < match.end() and match.start() < f.end for f in found)
            days = None if taken else reader(match.groupdict(), said)
            if days is not None and days.last >= said:
                sure = bool(re.search(r"next|tomorrow|later|coming", match.group(), re.IGNORECASE))
                found.append(Found(match.start(), match.end(), days, sure))
    return sorted(found, key=lambda f: f.start)


def _calendar_day(parts: dict[str, str | None], said: dt.date) -> Days | None:
    month, number = _month(parts), int(parts["day"] or 0)
    years = [int(parts["year"] or 0)] if parts["year"] else [said.year, said.year + 1]
    for year in years:
        try:
            when = dt.date(year, month, number)
        except ValueError:
            continue
        if when >= said and (parts["year"] or (when - said).days <= AHEAD):
            return day(when)
    return None


def _calendar_month(parts: dict[str, str | None], said: dt.date) -> Days | None:
    month = _month(parts)
    if parts["year"]:
        return months(int(parts["year"]), month)
    found = months(said.year + (month < said.month), month)
    return found if (found.first - said).days <= AHEAD else None


def _month(parts: dict[str, str | None]) -> int:
    return MONTHS[str(parts["month"]).lower().rstrip(".")]


def _weekday(parts: dict[str, str | None], said: dt.date) -> Days | None:
    wanted = DAYS[str(parts["weekday"]).lower()]
    relation = (parts["rel"] or "").lower()
    if relation == "last":
        return None
    if relation == "next":
        return day(week(said).last + dt.timedelta(days=1 + wanted))
    return day(said + dt.timedelta(days=(wanted - said.weekday()) % 7))


def _word(parts: dict[str, str | None], said: dt.date) -> Days | None:
    return day(said + dt.timedelta(days=1 if str(parts["word"]).lower() == "tomorrow" else 0))


def _period(parts: dict[str, str | None], said: dt.date) -> Days | None:
    """ "next week", "later this year", "the end of the month"."""
    step = 1 if (parts["rel"] or "").lower() in {"next", "the coming"} else 0
    what = str(parts["what"]).lower()
    if what in {"week", "weekend"}:
        return week(said + dt.timedelta(days=7 * step))
    if what == "month":
        return months(said.year, said.month + step)
    if what == "quarter":
        return months(said.year, (said.month - 1) // 3 * 3 + 1 + 3 * step, 3)
    return months(said.year + step, 1, 12)


def _part(parts: dict[str, str | None], said: dt.date) -> Days | None:
    """ "the third quarter of 2026", "Q3", "the second half of the year"."""
    order = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
    number = order.get((parts["order"] or "").lower()) or int(parts["q"] or 0)
    half = parts["what"] == "half"
    number = min(number, 2) if half else number
    size = 6 if half else 3
    year = int(parts["year"]) if parts["year"] else said.year + (parts["of"] == "next year")
    found = months(year, (number - 1) * size + 1, size)
    passed = found.last < said and not parts["year"]
    return months(year + 1, (number - 1) * size + 1, size) if passed else found


def _year(parts: dict[str, str | None], said: dt.date) -> Days | None:
    del said
    return months(int(str(parts["year"])), 1, 12)


def _distance(parts: dict[str, str | None], said: dt.date) -> Days | None:
    """ "in two weeks", "within 30 days"."""
    told = str(parts["n"]).lower()
    count, unit = _COUNT.get(told) or int(told), str(parts["unit"])
    ends = {
        "day": lambda: day(said + dt.timedelta(days=count)),
        "week": lambda: week(said + dt.timedelta(weeks=count)),
        "month": lambda: months(said.year, said.month + count),
        "year": lambda: months(said.year + count, 1, 12),
    }
    found = ends[unit]()
    if str(parts["how"]).lower() == "in":
        return found
    days = {"day": 1, "week": 7, "month": 30, "year": 365}[unit] * count
    last = said + dt.timedelta(days=days)
    return Days(said, last, "day", last.isoformat())


def _forms() -> Iterator[tuple[re.Pattern[str], Reader]]:
    year = r"(?:(?: ?,)? (?:of )?(?P<year>(?:1[89]|20)\d{2}))?"
    ordinal = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    yield re.compile(rf"\b{MONTH} {ordinal}{year}\b(?![,.]\d)"), _calendar_day
    yield re.compile(rf"\b(?:the )?{ordinal} (?:of )?{MONTH}{year}(?!\w)"), _calendar_day
    yield re.compile(
        r"\b(?:the )?(?P<order>first|second|third|fourth|final|last) (?P<what>quarter|half)"
        r"(?: of (?:(?P<of>the year|this year|next year)|(?P<year>20\d{2})))?(?P<q>(?!))?\b"
    ), _part  # fmt: skip
    yield re.compile(
        r"\b(?P<what>Q)(?P<q>[1-4])(?: (?:of )?(?P<year>20\d{2}))?(?P<order>(?!))?(?P<of>(?!))?\b"
    ), _part  # fmt: skip
    yield re.compile(
        rf"(?i:\b{_EDGE}(?P<rel>this|next|the coming|the) (?P<what>weekend|week|month|quarter|year)"
        r"\b)(?! (?:ago|before|earlier|after|to|in which|when|that|of|'s)\b)(?!['’]s)"
    ), _period_if_ahead  # fmt: skip
    yield re.compile(
        rf"(?i:\b(?:(?P<rel>last|this|next) )?){_WEEKDAY}\b(?!['’]s)(?!{_DATED})"
    ), _weekday  # fmt: skip
    yield re.compile(r"(?i:\b(?P<word>tomorrow|tonight|later today)\b)"), _word
    yield re.compile(rf"(?i:\b(?P<how>in|within|over the next|in the next) {_N} {_UNIT}s?\b)"
                     r"(?! ago)(?!['’])"), _distance  # fmt: skip
    yield re.compile(
        rf"\b{_EDGE}(?<!last ){MONTH}{year}(?!\w|['’]s)(?! \d)"
    ), _calendar_month  # fmt: skip
    yield re.compile(
        r"(?i:\b(?:in|by|from|until|before|during|of|for|early|late|mid-?|year|spring|summer|autumn"
        r"|fall|winter)[ -]?)"
        r"(?P<year>20\d{2})\b(?![-–]\d)(?!,\d)"
    ), _year  # fmt: skip


def _period_if_ahead(parts: dict[str, str | None], said: dt.date) -> Days | None:
    """ "the year" alone is no date; "the end of the year" is."""
    plain = (parts["rel"] or "").lower() == "the"
    ends = (parts["edge"] or "").lower() in {"end", "the end", "late"}
    return _period(parts, said) if ends or not plain else None


_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(_forms())
