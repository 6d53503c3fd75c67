"""Partial dates as what they are: an interval with a precision, never a guessed day.

Bias: a part that the text does not give stays missing; nothing here reads the clock.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from schemas.base import Record

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?")
_SPANS = {3: "quarter", 6: "half"}


class When(Record):
    """A calendar date of which parts may be unknown; `text` is its ISO 8601 form.

    `2025`, `2025-06` and `2025-06-09` are known down to that part. `--06-09` (ISO 8601 as of
    2000) is a day without a year, as a dateline gives it; it orders after nothing. What is no
    year, month or day is an interval with both ends in it: `2025-07/2025-09` is a third quarter.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> When:
        """The date or interval written as (partial) ISO 8601; ValueError where it is not one."""
        if text.count("/") == 1:
            return cls.between(*map(cls.parse, text.split("/")))
        match = _ISO.fullmatch(text.strip()[:10])
        if not match:
            raise ValueError(f"not an ISO 8601 date: {text!r}")
        when = cls(text=match.group())
        when.first()
        return when

    @classmethod
    def between(cls, begin: When, end: When) -> When:
        """The interval from one date to another, both in it; ValueError unless they are dated."""
        first, last = begin.first(), end.last()
        if first is None or last is None or first > last:
            raise ValueError(f"not an interval: {begin.text!r} to {end.text!r}")
        return begin if begin == end else cls(text=f"{begin._ends[0]}/{end._ends[-1]}")

    @property
    def year(self) -> int | None:
        """The year (of an interval the one it begins in), where it is known."""
        return None if self.text.startswith("--") else int(self.text[:4])

    @property
    def precision(self) -> str:
        """`year`, `month` or `day`; `yearless`; of an interval `week`, `quarter`, `half`, `span`.

        A quarter or half is one of the calendar year, a week runs from Monday to Sunday.
        """
        if self.year is None:
            return "yearless"
        if "/" in self.text:
            return self._span()
        return ("year", "month", "day")[self.text.count("-")]

    def _span(self) -> str:
        begin, end = (When(text=t) for t in self._ends)
        first, last = self.first(), self.last()
        if first is None or last is None:
            return "span"
        if begin.precision == end.precision == "day" and first.weekday() == 0:
            return "week" if (last - first).days == 6 else "span"
        count = last.month - first.month + 1
        whole = begin.precision == end.precision == "month" and first.year == last.year
        return _SPANS.get(count, "span") if whole and last.month % count == 0 else "span"

    @property
    def _ends(self) -> list[str]:
        return self.text.split("/")

    def with_year(self, year: int) -> When:
        """The same date with its missing year filled in; a year already known is kept."""
        return self if self.year is not None else When.parse(f"{year:04d}-{self.text[2:]}")

    def first(self) -> dt.date | None:
        """The earliest day it may mean; None without a year."""
        if self.year is None:
            return None
        parts = [int(p) for p in self._ends[0].split("-")] + [1, 1]
        return dt.date(parts[0], parts[1], parts[2])

    def last(self) -> dt.date | None:
        """The latest day it may mean; None without a year."""
        if self.year is None:
            return None
        parts = [int(p) for p in self._ends[-1].split("-")]
        month = parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
        return dt.date(parts[0], month, day)

    def __str__(self) -> str:
        """The ISO form."""
        return self.text
