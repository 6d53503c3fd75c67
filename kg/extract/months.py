"""Months by name, and the year that a bare one is of, seen from the day of the story.

Bias: a year that neither the text nor the story gives stays missing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

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
MONTH = (
    r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
Parts = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Said:
    """The story's own date, and whether what it tells is to come."""

    anchor: When | None
    ahead: bool = False

    @property
    def day(self) -> dt.date | None:
        """The day of the story, where it is known to the day."""
        known = self.anchor is not None and self.anchor.precision == "day"
        return self.anchor.first() if known and self.anchor else None

    @property
    def month(self) -> int | None:
        """The month of the story, where it is known."""
        first = self.anchor.first() if self.anchor else None
        known = self.anchor is not None and self.anchor.precision in {"day", "month"}
        return first.month if known and first else None

    @property
    def year(self) -> int | None:
        """The year of the story, where it is known."""
        return self.anchor.year if self.anchor else None


def iso(year: int, month: int | None = None, day: int | None = None) -> When | None:
    """The date of these parts; None where the calendar has none."""
    tail = "".join(f"-{part:02d}" for part in (month, day) if part is not None)
    try:
        return When.parse(f"{year:04d}{tail}")
    except ValueError:
        return None


def filled(year: int | None, month: int, day: int | None) -> When | None:
    """A month, or a day of it, with the year where it is known."""
    if year is not None:
        return iso(year, month, day)
    real = iso(2024, month, day)  # 2024 has every day that any year has
    return When.parse(f"-{real.text[4:]}") if real else None


def year_of(month: int, said: Said, day: int | None = None) -> int | None:
    """News speaks of the twelve months around it: a month far ahead was last year's."""
    if said.year is None or said.month is None:
        return said.year
    if said.ahead and (said.anchor is not None):
        return said.year + _is_over(month, day, said)
    if month - said.month > 6:
        return said.year - 1
    return said.year + 1 if said.month - month > 10 else said.year


def _is_over(month: int, day: int | None, said: Said) -> bool:
    """Whether the month (or the day in it) lies before the story's own."""
    today = said.day.day if said.day else 0
    return (month, day or 31) < (said.month or 0, today)
