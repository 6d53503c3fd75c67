"""Datelines, bylines' ages and the year that a dateline leaves out.

Why: a dateline gives a day without a year; the year may only come from evidence in the text or
from a publication date. Bias: on any doubt the year stays missing.
"""

from __future__ import annotations

import datetime as dt
import email.utils
import re
from dataclasses import dataclass

from schemas.errors import SourceMalformed
from schemas.when import When

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?:(?P<month>{_MONTH}) (?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}))"
    r"(?:,? (?P<year>\d{4}))?"
)
_FRONT = re.compile(
    r"(?P<front>[^()\n–—]{0,80}?) ?(?:\((?P<agency>[^()\n]{1,40})\) ?)?"
    r"(?:(?<=[ )])[-–—]{1,2}|[–—])(?P<space> ?)"
)
_FRONT_DAY = re.compile(rf"(?:^|, ?| ){_DAY}$", re.IGNORECASE)
_ANY_DAY = re.compile(rf"\b{_DAY}\b", re.IGNORECASE)
_PLACE_WORD = re.compile(r"[^\W\d_][^\W\d_.'’/-]*(?:[.'’/-]+[^\W\d_]*)*\.?")
_LONGEST_PLACE = 6  # words, "MEXICO CITY/SAN JOSE, Costa Rica" included

_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_AGE = re.compile(
    r"(?P<n>\d{1,3}|an?|one|two|three|few)?\s?(?P<unit>s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?"
    r"|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:(?:ee)?ks?)?|months?|y(?:(?:ea)?rs?)?) ago"
    r"|yesterday|just now|now|today",
    re.IGNORECASE,
)
_WORDS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """When a page was seen or published: a (partial) date, and the time where it is known."""

    when: When
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline at the head of a paragraph: place, day, agency, and where it ends."""

    place: str
    when: When | None
    agency: str
    end: int


def moment(given: When | str | None) -> Moment | None:
    """The moment of an ISO 8601 date or date and time; SourceMalformed if it is neither."""
    if given is None or isinstance(given, When):
        return Moment(given) if given else None
    try:
        time = dt.datetime.fromisoformat(given.strip()) if len(given.strip()) > 10 else None
        return Moment(When.parse(given), time)
    except ValueError as error:
        raise SourceMalformed(
            f"not an ISO 8601 date or time: {given!r}", cure="write 2025-06-09 or 2025-06-09T14:30"
        ) from error


def published(text: str) -> When | None:
    """The day that a published field names (ISO, e-mail style or `May 12, 2025`), or None."""
    text = " ".join(text[:80].split())
    iso = re.match(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?!\d)", text)
    if iso:
        return _parse(iso.group())
    mail = email.utils.parsedate(text)
    if mail:
        return _parse(f"{mail[0]:04d}-{mail[1]:02d}-{mail[2]:02d}")
    day = _ANY_DAY.search(text)
    return _day(day) if day and day["year"] else None


def stamped(text: str) -> When | None:
    """The first full date anywhere in a line such as `Updated 5:04 PM, March 3, 2024`, or None."""
    iso = re.search(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)", text)
    if iso:
        return _parse(iso.group())
    day = next((m for m in _ANY_DAY.finditer(text) if m["year"]), None)
    return _day(day) if day else None


def _parse(text: str) -> When | None:
    try:
        return When.parse(text)
    except ValueError:
        return None


def _day(match: re.Match[str]) -> When | None:
    name = (match["month"] or match["month2"])[:3].lower()
    day = f"{_MONTHS.index(name) + 1:02d}-{int(match['day'] or match['day2']):02d}"
    if not match["year"]:  # 2024 has every day that any year has
        return _parse(f"--{day}") if _parse(f"2024-{day}") else None
    return _parse(f"{match['year']}-{day}")


def opening(text: str) -> Opening | None:
    """The dateline that the paragraph opens with (`PLACE, June 9 (Agency) - `), or None."""
    match = _FRONT.match(text[:140])
    if not match:
        return None
    front, agency = match["front"].strip(" ,"), (match["agency"] or "").strip()
    day = _FRONT_DAY.search(front)
    place = front[: day.start()].strip(" ,") if day else front
    when = _day(day) if day else None
    if (day and not when) or not _plausible(place, agency, dated=day is not None):
        return None
    if not agency and not day and not _starts_anew(text[match.end() :]):
        return None
    return Opening(place, when, agency, match.end())


def _plausible(place: str, agency: str, *, dated: bool) -> bool:
    words = place.replace(",", " ").split()
    if agency and (not agency[0].isupper() or len(agency.split()) > 5 or "$" in agency):
        return False
    if not words:
        return bool(agency) or dated
    if len(words) > _LONGEST_PLACE or not all(_PLACE_WORD.fullmatch(w) for w in words):
        return False
    shouted = words[0].upper() == words[0] and len(words[0].strip(".")) > 1
    if agency or dated:
        return shouted or all(w[0].isupper() for w in words)
    return shouted and len(words[0]) > 3


def _starts_anew(rest: str) -> bool:
    return bool(rest) and (rest[0].isupper() or rest[0] in "\"'“‘")


def is_age(text: str) -> bool:
    """Whether the whole line is a relative time (`26 minutes ago`, `an hour ago`, `3h ago`)."""
    return bool(_AGE.fullmatch(text))


def resolve_age(text: str, seen: Moment | None) -> When | None:
    """The date of an age, given when the page was seen; None without that.

    Months and years keep their own precision. With a date but no time, hours count from it.
    """
    match = _AGE.fullmatch(text)
    first = seen.when.first() if seen and seen.when.precision == "day" else None
    if not match or seen is None or first is None:
        return None
    base = seen.at or dt.datetime.combine(first, dt.time(23, 59))
    word = (match["n"] or "").lower()
    count = int(word) if word.isdigit() else _WORDS.get(word, 0)
    if word == "few":
        return None
    if text.lower() == "yesterday":
        return _back(base, 1, "d")
    return _back(base, count, (match["unit"] or "s").lower())


def _back(base: dt.datetime, count: int, unit: str) -> When | None:
    if unit.startswith("y"):
        return _parse(f"{base.year - count:04d}")
    if unit.startswith("mo"):
        months = base.year * 12 + base.month - 1 - count
        return _parse(f"{months // 12:04d}-{months % 12 + 1:02d}")
    step = dt.timedelta(**{_UNITS[unit[0]]: count})
    try:
        return _parse((base - step).date().isoformat())
    except OverflowError:  # before the year 1
        return None


def fill_year(when: When, text: str, known: When | None) -> When:
    """The day with its year, from the publication date or the text; unchanged on any doubt."""
    if when.year is not None:
        return when
    near = known.first() if known and known.year is not None else None
    if near and known and known.precision == "day":
        return _nearest(when, near)
    found = _years(when, text)
    if near:
        found = found & {near.year} or {near.year}
    return _with_year(when, next(iter(found))) if len(found) == 1 else when


def _nearest(when: When, near: dt.date) -> When:
    tries = [_with_year(when, near.year + step) for step in (0, -1, 1)]
    dated = [(abs((day - near).days), t) for t in tries if (day := t.first())]
    return min(dated, key=lambda pair: pair[0])[1] if dated else when


def _with_year(when: When, year: int) -> When:
    try:
        return when.with_year(year)
    except ValueError:
        return when


# Only phrases that speak of the current year from inside it. A bare "December 2024" or "March of
# 2026" may lie on either side of the dateline and is no evidence.
_RUNNING = re.compile(
    rf"\b(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)})[ -]months? (?:of|in|to|through) "
    r"(?P<y>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    r"\b(?:(?P<q>first|second|third|fourth)[ -]quarter|q(?P<d>[1-4]))(?: of| in)? "
    r"(?P<y>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\b(?:so far (?:in|this year,?) \(?|year[ -]to[ -]date(?: in)? \(?|this year \(|this year, "
    r"|since the (?:start|beginning) of )(?P<y>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:compared (?:with|to)|versus|vs\.?|than|against|from|corresponding|same|by|until|through"
    r"|expect\w*|forecast\w*|plan\w*|will|would|could|may|due)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _years(when: When, text: str) -> set[int]:
    month, day = int(when.text[2:4]), when.text[2:]
    found = {y for m in _RUNNING.finditer(text) if (y := _after_months(m, text, month))}
    found |= {y for m in _QUARTER.finditer(text) if (y := _after_quarter(m, text, month))}
    found |= {int(m["y"]) for m in _SO_FAR.finditer(text)}
    found |= {
        w.year for m in _ANY_DAY.finditer(text)
        if m["year"] and (w := _day(m)) and w.text[5:] == day and w.year is not None
    }  # fmt: skip
    return found


def _after_months(match: re.Match[str], text: str, month: int) -> int | None:
    word = match["n"].lower()
    ended = int(word) if word.isdigit() else _NUMBERS.index(word) + 1
    return _just_ended(match, text, ended, month)


def _after_quarter(match: re.Match[str], text: str, month: int) -> int | None:
    rank = _RANKS.get((match["q"] or "").lower()) or int(match["d"])
    return _just_ended(match, text, rank * 3, month)


def _just_ended(match: re.Match[str], text: str, ended: int, month: int) -> int | None:
    """The dateline's year if the period ended one to three months before it, else None."""
    if _COMPARED.search(text[max(0, match.start() - 60) : match.start()]) or ended > 12:
        return None
    late = (month - ended) % 12
    return int(match["y"]) + (1 if ended >= month else 0) if 1 <= late <= 3 else None
