"""When something happens, from the sentence and the story's own date.

Bias: a part that neither gives stays missing. "May" in a story of June 2025 is 2025-05; in a
story without a year it is --05. A date that is only compared with ("than in 2019", "the lowest
since 2008", "a year earlier") is none. Nothing here reads the clock.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable

from kg.extract import periods
from kg.extract.months import MONTH, MONTHS, Parts, Said, filled, iso, year_of
from schemas.evidence import Story
from schemas.when import When

__all__ = ["DAYS", "MONTHS", "dates", "story_date"]

DAYS = {
    d: n for n, d in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d.]\d|%)"
_WEEKDAY = r"(?P<weekday>" + "|".join(d.title() for d in DAYS) + r")"
_THINGS = (
    r"(?! (?:or (?:more|fewer)|people|jobs|workers|staff|employees|tons|tonnes|barrels|shares|units"
    r"|vehicles|cars|stores|shops|flights|points|dollars|euros|pounds|yuan|yen|homes|troops|MW)\b)"
)
_REL = r"(?P<rel>[Ll]ast|[Tt]his|[Nn]ext)"
_COUNT = {
    w: n
    for n, w in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), start=1
    )
} | {"a": 1, "an": 1}  # fmt: skip
_NOT_OF_THE_EVENT = re.compile(
    r"(?:\b(?:than|versus|vs\.?|against|compared (?:with|to)|(?:up|down) (?:\S+ )?from"
    r"|(?:record|recorded|levels?|figures?|pace) (?:of|in)|same (?:\w+ )?(?:in|of|a))"
    r"(?: (?:in|the|that|those|at|it was|on))*"
    r"|\b(?:\w{3,}est|most|least|first|worst|best|record|weakest|strongest)\b[^.;,]{0,40} since"
    r"(?: the)?(?: \w+)?)\s*\Z"
)
_BEFORE_A_YEAR = (
    r"[Ii]n|[Ss]ince|[Bb]y|[Dd]uring|[Oo]f|[Uu]ntil|[Ff]or|[Ll]ate|[Ee]arly|[Mm]id-?|[Ee]nd"
    r"|[Ee]nd[- ]of|[Yy]ear(?:-end)?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ss]tarting|beginning"
)
_ALSO_NAMES = frozenset("May April June August March Jan Q1 Q2 Q3 Q4".split())
_BEARERS = frozenset(
    "in on since by last next this early late mid until till from to of and or through between "
    "during for before after around every until ending ended end start beginning at the "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)

NEAR = 80  # characters before a date that say whether it is the event's

Reader = Callable[[Parts, Said], When | None]


def story_date(story: Story) -> When | None:
    """The story's own date: published, else the dateline's, else nothing."""
    if story.published is not None:
        return story.published
    return story.dateline.when if story.dateline else None


def dates(text: str, anchor: When | None, *, ahead: bool = False) -> list[tuple[int, When]]:
    """Dates in a piece of text with their offset in it; relative ones need a dated anchor.

    With `ahead` a weekday or month without a year is one to come.
    """
    return list(_dates(text, Said(anchor, ahead)))


@functools.lru_cache(maxsize=64)  # a sentence is read once for all its claims
def _dates(text: str, said: Said) -> tuple[tuple[int, When], ...]:
    found: list[tuple[int, When]] = []
    taken: list[tuple[int, int]] = []
    for form, read in _FORMS:
        for match in form.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            aside = _is_compared(match, text) or _is_name(match, text)
            when = None if aside else read(match.groupdict(), said)
            if when is not None:
                found.append((match.start(), when))
            if when is not None or aside:
                taken.append(match.span())
    return tuple(sorted(found, key=lambda f: f[0]))


def _is_compared(match: re.Match[str], text: str) -> bool:
    """ "than in 2019", "the lowest since 2008": the words before the date itself say so."""
    at = min([i for n in match.groupdict() if (i := match.start(n)) >= 0] or [match.start()])
    return bool(_NOT_OF_THE_EVENT.search(text[max(0, at - NEAR) : at]))


def _is_name(match: re.Match[str], text: str) -> bool:
    """ "Theresa May said", "an Audi Q3": what stands behind another name is part of it."""
    if match.group() not in _ALSO_NAMES:
        return False
    before = re.search(r"([A-Z][\w’']*)\s\Z", text[: match.start()])
    return before is not None and before.group(1).lower() not in _BEARERS


def _full(parts: Parts, said: Said) -> When | None:
    """A calendar day, month or year, as far as it is told."""
    named, told = parts.get("month"), int(parts.get("year") or 0)
    if not named:
        return iso(told)
    month, day = MONTHS[named.lower().rstrip(".")], int(parts.get("day") or 0) or None
    return filled(told or year_of(month, said, day), month, day)


def _numeric(parts: Parts, said: Said) -> When | None:
    """ "13/6/2025" where one order alone makes a date; "9.6.2025" has the day first."""
    del said
    first, second, year = int(parts["a"] or 0), int(parts["b"] or 0), int(parts["year"] or 0)
    if parts["dot"] == "." or first > 12:
        return filled(year, second, first)
    return filled(year, first, second) if second > 12 or first == second else None


def _weekday(parts: Parts, said: Said) -> When | None:
    """The weekday before the story's day (or on it); "next" is the week after's."""
    if said.day is None:
        return None
    wanted = DAYS[str(parts["weekday"]).lower()]
    relation = (parts["rel"] or "").lower()
    monday = said.day - dt.timedelta(days=said.day.weekday())
    back = (said.day.weekday() - wanted) % 7
    found = {
        "last": said.day - dt.timedelta(days=back or 7),
        "this": monday + dt.timedelta(days=wanted),
        "next": monday + dt.timedelta(days=7 + wanted),
    }.get(relation, said.day + dt.timedelta(days=-back if not said.ahead else (7 - back) % 7))
    return iso(found.year, found.month, found.day)


def _word(parts: Parts, said: Said) -> When | None:
    step = {"yesterday": -1, "tomorrow": 1}.get(str(parts["word"]).lower(), 0)
    if said.day is None:
        return None
    found = said.day + dt.timedelta(days=step)
    return iso(found.year, found.month, found.day)


def _named(parts: Parts, said: Said) -> When | None:
    """ "last September", "next March", "in June last year"."""
    month = MONTHS[str(parts["month"]).lower().rstrip(".")]
    step = {"last": -1, "this": 0, "next": 1}[str(parts["rel"]).lower()]
    if said.year is None:
        return None
    if parts.get("whole"):
        return filled(said.year + step, month, None)
    if said.month is None:
        return None
    passed = month < said.month if step < 0 else month <= said.month
    year = {-1: said.year - (not passed), 0: said.year, 1: said.year + passed}[step]
    return filled(year, month, None)


def _ago(parts: Parts, said: Said) -> When | None:
    """ "three days ago" is a day, "two weeks ago" a week, "two months ago" a month."""
    told = str(parts["n"]).lower()
    count, unit = _COUNT.get(told) or int(told), str(parts["unit"])
    if unit == "year" and said.year is not None:
        return iso(said.year - count) if count > 1 else None
    return periods.back(said, unit, count)


def _range(parts: Parts, said: Said) -> When | None:
    """ "June 9 to 11", "from April to June", "between 2019 and 2023"."""
    begin = _full({k: parts.get(k) for k in ("month", "day", "year")}, said)
    last = {k: parts.get(f"{k}2") for k in ("month", "day", "year")}
    end = _full({**last, "month": last["month"] or parts.get("month")}, said)
    if begin is None or end is None:
        return None
    if parts.get("year2") and parts.get("month") and not parts.get("year"):
        moved = int(str(parts["year2"])) - (begin.text[4:] > end.text[4:])
        begin = When.parse(f"{moved:04d}{begin.text[-(len(begin.text) - 4) :]}")
    try:
        return When.between(begin, end)
    except ValueError:
        return None


def _forms() -> list[tuple[re.Pattern[str], Reader]]:
    """Each way to say a date and how it is read, the fuller ones first."""
    month2 = MONTH.replace("<month>", "<month2>")
    year2, day2 = _YEAR.replace("<year>", "<year2>"), _DAY.replace("<day>", "<day2>")
    to = r"(?: ?[-–—] ?| (?:to|until|through|and) )"
    forms: list[tuple[str, Reader]] = [
        (r"(?<![\d-])(?P<iso>(?:19|20)\d{2}-\d{2}-\d{2})(?![\d-])", periods.as_written),
        (r"(?<![\d./])(?P<a>\d{1,2})(?P<dot>[./])(?P<b>\d{1,2})(?P=dot)(?P<year>20\d{2})(?!\d)",
         _numeric),
        (rf"\b{MONTH},? (?:of )?{_REL} (?P<whole>year)\b", _named),
        *periods.FORMS,
        (rf"\b{MONTH} {_DAY}{to}(?:{month2} )?{day2}(?:,? (?P<year2>20\d{{2}}))?\b", _range),
        (rf"\b{_DAY}{to}{day2} {MONTH}(?:,? {_YEAR})?\b", _same_month),
        (rf"\b[Tt]he {_DAY} of {MONTH}(?:,? {_YEAR})?\b", _full),
        (rf"\b{MONTH} (?:the )?{_DAY}(?:,? {_YEAR})?(?!\w)", _full),
        (rf"\b{_DAY} (?:of )?{MONTH}(?:,? {_YEAR})?(?!\w)", _full),
        (rf"\b{_REL} {MONTH}(?!\w)", _named),
        (rf"\b(?:[Ff]rom|[Bb]etween) {MONTH}(?: {_YEAR})? (?:to|until|through|and) {month2}"
         rf"(?: {year2})?(?!\w)(?! \d)", _range),
        (rf"\b{MONTH} ?[-–] ?{month2}(?: {year2})?(?!\w)", _range),
        (rf"\b{MONTH}(?:,? (?:of )?{_YEAR})?(?![\w’'])(?! \d{{1,2}}(?!\d|[.,]\d|%|-| per| basis))",
         _full),
        (rf"\b(?:[Ff]rom|[Bb]etween) {_YEAR} (?:to|until|through|and) {year2}\b", _range),
        (rf"(?<![\d-]){_YEAR}[–-]{year2}\b", _range),
        (rf"\b(?:{_BEFORE_A_YEAR})[ -]?(?:of )?{_YEAR}\b(?![-–]\d|,\d|%){_THINGS}", _full),
        (rf"\b(?:{_REL} |[Oo]n )?{_WEEKDAY}\b(?!['’]s)", _weekday),
        (r"\b(?P<n>\d{1,2}|an?|" + "|".join(list(_COUNT)[:12])
         + r") (?P<unit>day|week|month|year)s? ago\b", _ago),
        (r"\b(?P<word>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Tt]his (?:morning|afternoon"
         r"|evening))\b", _word),
    ]  # fmt: skip
    return [(re.compile(form), read) for form, read in forms]


def _same_month(parts: Parts, said: Said) -> When | None:
    """ "9 to 11 June 2025"."""
    return _range({**parts, "month2": parts["month"], "year2": parts["year"]}, said)


_FORMS = tuple(_forms())
