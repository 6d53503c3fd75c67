"""Partial dates as what they are: an interval with a precision, never a guessed day.

Bias: a part that the text does not give stays missing; nothing here reads the clock.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

from schemas.base import Record

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2})(?:-(\d{2}))?")


class When(Record):
    """A calendar date of which parts may be unknown; `text` is its ISO 8601 form.

    `2025`, `2025-06` and `2025-06-09` are known down to that part. `--06-09` (ISO 8601 as of
    2000) is a day without a year, as a dateline gives it; it orders after nothing.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> When:
        """The date written as (partial) ISO 8601; ValueError where it is not one."""
        match = _ISO.fullmatch(text.strip()[:10])
        if not match:
            raise ValueError(f"not an ISO 8601 date: {text!r}")
        when = cls(text=match.group())
        when.first()
        return when

    @property
    def year(self) -> int | None:
        """The year, where it is known."""
        return None if self.text.startswith("--") else int(self.text[:4])

    @property
    def precision(self) -> str:
        """`year`, `month` or `day` for a dated one; `yearless` where the year is unknown."""
        return "yearless" if self.year is None else ("year", "month", "day")[self.text.count("-")]

    def with_year(self, year: int) -> When:
        """The same date with its missing year filled in; a year already known is kept."""
        return self if self.year is not None else When.parse(f"{year:04d}-{self.text[2:]}")

    def first(self) -> dt.date | None:
        """The earliest day it may mean; None without a year."""
        if self.year is None:
            return None
        parts = [int(p) for p in self.text.split("-")] + [1, 1]
        return dt.date(parts[0], parts[1], parts[2])

    def last(self) -> dt.date | None:
        """The latest day it may mean; None without a year."""
        if self.year is None:
            return None
        parts = [int(p) for p in self.text.split("-")]
        month = parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
        return dt.date(parts[0], month, day)

    def __str__(self) -> str:
        """The ISO form."""
        return self.text
