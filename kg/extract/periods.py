"""Weeks, months, quarters, halves and fiscal years: intervals seen from the day of the story.

A quarter is one of the calendar year unless its last month is told; a fiscal year known by its
number alone lies somewhere in two calendar years, and that is what it gives. Bias: a quarter of
a firm's own year, a season, "the coming weeks" and "the past decade" are no date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from kg.extract.months import MONTH, MONTHS, Parts, Said, iso, year_of
from schemas.when import When

ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
COUNTS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12,
          "quarter": 3, "half": 6, "half-year": 6, "year": 12, "first half": 6}  # fmt: skip
_NAMED = (
    r"(?P<order>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|last(?= (?:quarter|half) of))"
)
_NOT_OF_A_YEAR = (
    r"(?! of (?:the (?:week|month|day|game|match|decade|century)|"
    + MONTH.replace("?P<month>", "?:") + r"))"
)  # fmt: skip
_OF = (
    r"(?: (?:of )?(?P<year>20\d{2})| of (?P<rel>this|next|last|the) year|"
    r" (?P<rel2>this|next|last) year)?"
)
_TO = r"(?:ended|ending|to|through|until|that ended|that ends)"
NEAR_PAST, NEAR_AHEAD = 200, 100  # days that a quarter named without a year may lie away
_OWN_YEAR = r"(?<!fiscal )(?<!fiscal-)(?<!business )(?<!financial )"


def months(year: int, month: int, count: int) -> When | None:
    """`count` months from that one on (which may lie outside 1 to 12)."""
    begin, end = _month(year, month), _month(year, month + count - 1)
    if begin is None or end is None or begin == end:
        return begin
    if count == 12 and begin.text.endswith("-01"):
        return iso(begin.year or year)
    return When.between(begin, end)


def _month(year: int, month: int) -> When | None:
    return iso(year + (month - 1) // 12, (month - 1) % 12 + 1)


def week(day: dt.date) -> When | None:
    """The week of a day, Monday to Sunday."""
    monday = day - dt.timedelta(days=day.weekday())
    return When.parse(f"{monday.isoformat()}/{(monday + dt.timedelta(days=6)).isoformat()}")


def back(said: Said, unit: str, count: int) -> When | None:
    """The day, week or month that lies so many of them before the story's."""
    if unit == "month":
        known = said.year is not None and said.month is not None
        return _month(said.year or 0, (said.month or 0) - count) if known else None
    if said.day is None or unit not in {"day", "week"}:
        return None
    if unit == "week":
        return week(said.day - dt.timedelta(weeks=count))
    day = said.day - dt.timedelta(days=count)
    return iso(day.year, day.month, day.day)


def as_written(parts: Parts, said: Said) -> When | None:
    """A date that the text writes in ISO 8601."""
    del said
    year, month, day = (int(p) for p in str(parts["iso"]).split("-"))
    return iso(year, month, day)


def _relative(parts: Parts, said: Said) -> When | None:
    """ "last week", "this quarter", "next year", "the end of the year"."""
    step = {"last": -1, "next": 1}.get(str(parts["rel"]).lower(), 0)
    what = str(parts["what"]).lower()
    if what == "year":
        return iso(said.year + step) if said.year is not None else None
    if what == "week":
        return week(said.day + dt.timedelta(weeks=step)) if said.day else None
    if said.year is None or said.month is None:
        return None
    if what == "month":
        return _month(said.year, said.month + step)
    return months(said.year, (said.month - 1) // 3 * 3 + 1 + 3 * step, 3)


def _part(parts: Parts, said: Said) -> When | None:
    """ "the third quarter of 2025", "Q3", "the first half", "H1 2026"."""
    size = 6 if str(parts["what"]).lower() in {"half", "h"} else 3
    number = ORDER.get((parts.get("order") or "").lower()) or int(parts.get("n") or 0)
    number = min(number, 2) if size == 6 and number == 4 else number
    if number * size > 12 or not number:
        return None
    year = _told_year(parts, said)
    if year is not None:
        return months(year, (number - 1) * size + 1, size)
    return _nearest(said, (number - 1) * size + 1, size) if not parts.get("rel") else None


def _told_year(parts: Parts, said: Said) -> int | None:
    short = parts.get("short")
    if parts.get("year") or short:
        return int(parts.get("year") or 0) or 2000 + int(short or 0)
    relation = parts.get("rel") or parts.get("rel2")
    if not relation or said.year is None:
        return None
    return said.year + {"last": -1, "next": 1}.get(relation, 0)


def _nearest(said: Said, month: int, size: int) -> When | None:
    """The one that is running or was over last, else the one that soon begins."""
    if said.day is None or said.year is None:
        return None
    passed, ahead = None, None
    for year in (said.year - 1, said.year, said.year + 1):
        found = months(year, month, size)
        first, last = (found.first(), found.last()) if found else (None, None)
        if first is None or last is None:
            continue
        if first <= said.day and (said.day - last).days <= NEAR_PAST:
            passed = found
        elif 0 < (first - said.day).days <= NEAR_AHEAD and ahead is None:
            ahead = found
    running = passed is not None and (passed.last() or said.day) >= said.day
    return (ahead or passed) if said.ahead and not running else (passed or ahead)


def _first_months(parts: Parts, said: Said) -> When | None:
    """ "the first nine months of 2025"."""
    year = _told_year(parts, said)
    count = COUNTS.get(str(parts["n"]).lower()) or {"two": 2, "four": 4, "five": 5, "seven": 7,
        "eight": 8, "ten": 10, "eleven": 11}.get(str(parts["n"]).lower(), 0)  # fmt: skip
    return months(year, 1, count) if year is not None and count else None


def _ending(parts: Parts, said: Said) -> When | None:
    """ "the fiscal year ending March 2026", "the three months to June"."""
    month = MONTHS[str(parts["month"]).lower().rstrip(".")]
    year = int(parts["year"] or 0) or year_of(month, said)
    count = COUNTS[str(parts["size"]).lower()]
    return months(year, month - count + 1, count) if year is not None else None


def _fiscal(parts: Parts, said: Said) -> When | None:
    """ "fiscal 2026", "FY26", "the financial year 2025-26": within two calendar years."""
    del said
    last = int(parts.get("year") or 0) or 2000 + int(parts.get("short") or 0)
    if parts.get("to"):
        return _seasons(last, str(parts["to"]))
    return When.between(When.parse(str(last - 1)), When.parse(str(last)))


def _split(parts: Parts, said: Said) -> When | None:
    """ "2025-26", "2025/26"."""
    del said
    return _seasons(int(str(parts["year"])), str(parts["to"]))


def _seasons(first: int, to: str) -> When | None:
    follows = int(to[-2:]) == (first + 1) % 100
    return When.parse(f"{first}/{first + 1}") if follows else None


Reader = Callable[[Parts, Said], When | None]
_EDGE = r"(?:[Tt]he )?(?:[Ee]nd|[Ss]tart|[Bb]eginning|[Mm]iddle|[Cc]lose)[- ]of[- ]"
_ENDS = (
    rf" {_TO} (?:in |on |at the end of )?{MONTH}(?: \d{{1,2}})?(?:,? (?P<year>20\d{{2}}))?(?!\w)"
)
FORMS: tuple[tuple[str, Reader], ...] = (
    (r"\b(?:[Tt]he )?(?:fiscal |financial |business )?(?P<size>year|quarter|half|half-year)"
     + _ENDS, _ending),
    (r"\b(?P<size>three|six|nine|twelve|3|6|9|12) months" + _ENDS, _ending),
    (r"\b(?:[Ff]iscal|[Ff]inancial|[Bb]usiness|[Mm]arketing|[Cc]rop|FY)(?: ?year)? ?"
     r"(?P<year>20\d{2})(?:[-–/](?P<to>\d{2}|20\d{2}))?\b", _fiscal),
    (r"\bFY ?['’]?(?P<short>\d{2})\b", _fiscal),
    (r"(?<![\d-])(?P<year>20\d{2})[-–/](?P<to>1[3-9]|[2-9]\d)\b(?![-/\d])", _split),
    (rf"{_OWN_YEAR}\b{_NAMED}[- ](?P<what>quarter|half)\b{_NOT_OF_A_YEAR}{_OF}(?!s)", _part),
    (rf"{_OWN_YEAR}\b(?P<what>[QH])(?P<n>[1-4])"
     r"(?:(?: of)?[ -]?(?P<year>20\d{2})|['’](?P<short>\d{2}))\b", _part),
    (rf"{_OWN_YEAR}\b(?P<what>Q)(?P<n>[1-4])\b", _part),
    (r"\b(?P<n>[1-4])(?P<what>[QH])(?: ?(?P<year>20\d{2})|['’]?(?P<short>\d{2}))\b", _part),
    (r"\b[Ff]irst (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven) months"
     r"(?: of (?:(?P<year>20\d{2})|(?P<rel>this|last|the) year))", _first_months),
    (r"\b(?P<rel>[Ll]ast|[Tt]his|[Nn]ext) (?P<what>week|month|quarter|year)\b(?!-)", _relative),
    (rf"\b(?:{_EDGE}|[Ll]ater in )(?P<rel>the) (?P<what>month|quarter|year)\b(?! (?:to|ended|ending"
     r"|before|earlier|\d))", _relative),
    (r"\b(?:by |at )(?P<rel>the )?(?P<what>year)[- ]end\b(?! \d)", _relative),
)  # fmt: skip
