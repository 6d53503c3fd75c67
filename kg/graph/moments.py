"""The clocks compared: instants of knowing as UTC text, days of happening from partial dates.

Bias: what may lie after the moment asked about counts as after it; nothing here reads the clock.
"""

from __future__ import annotations

import datetime as dt

from schemas.errors import StoreError
from schemas.when import When


def instant(text: str, *, end: bool = False) -> str:
    """The time as UTC text that sorts; a date alone is its first (or last) instant; StoreError."""
    try:
        if len(text) <= len("2025-06-09"):
            return _bound(When.parse(text), end=end)
        moment = dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise StoreError(
            f"{text!r} is not a time", cure="write it in ISO 8601, as 2025-06-09T12:00:00Z"
        ) from error
    zoned = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return zoned.astimezone(dt.UTC).isoformat(timespec="microseconds")


def _bound(when: When, *, end: bool) -> str:
    day = when.last() if end else when.first()
    if day is None:
        raise ValueError("a time needs a year")
    clock = dt.time.max if end else dt.time.min
    return dt.datetime.combine(day, clock, dt.UTC).isoformat(timespec="microseconds")


def dated(when: When | None) -> bool:
    """Whether the date is known down to its year at least."""
    return when is not None and when.year is not None


def rank(when: When | None) -> dt.date:
    """The first day it may mean, to order by; what has no year comes before all."""
    day = when.first() if when is not None else None
    return day or dt.date.min


def by(when: When, as_of: When) -> bool:
    """Whether the date has surely come by the end of `as_of`; True where it has no year."""
    day, limit = when.last(), as_of.last()
    if limit is None:
        raise StoreError(f"{as_of} has no year", cure="give it as 2025, 2025-06 or 2025-06-09")
    return day is None or day <= limit
