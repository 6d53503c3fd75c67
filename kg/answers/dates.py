"""Dates as people write them, as (partial) ISO 8601.

Bias: words that are no date are refused; nothing here reads the clock, so "last year" is none.
"""

from __future__ import annotations

import re

from schemas.errors import QuestionUnread
from schemas.when import When

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
NAMES = "|".join(rf"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS)
# What can stand behind "in" or "since" and be a date rather than a place.
DATE = (
    rf"(?:\d{{4}}(?:-\d\d){{0,2}}|(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{NAMES})\.?"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?,? \d{4})"
)


def day(words: str) -> str:
    """`9 June 2025`, `June 9, 2025`, `June 2025` or `2025-06` as ISO; else QuestionUnread."""
    text = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", words.strip().lower()).replace(",", " ")
    parts = text.split()
    month = next((i for i, m in enumerate(_MONTHS, 1) for p in parts if _is_month(p, m)), 0)
    years = [p for p in parts if re.fullmatch(r"\d{4}", p)]
    days = [int(p) for p in parts if re.fullmatch(r"\d{1,2}", p)]
    iso = text
    if month and years:
        iso = f"{years[0]}-{month:02d}" + (f"-{days[0]:02d}" if days else "")
    if not is_date(iso):
        raise QuestionUnread(f"{words!r} is no date", cure="write 2025-06-09, June 2025 or 2025")
    return When.parse(iso).text


def is_date(text: str) -> bool:
    """Whether the text is a (partial) ISO date with a year, and a day that exists."""
    try:
        return bool(re.fullmatch(r"\d{4}(-\d\d){0,2}", text)) and When.parse(text).text == text
    except ValueError:
        return False


def _is_month(word: str, month: str) -> bool:
    bare = word.rstrip(".")
    return len(bare) >= 3 and month.startswith(bare)
