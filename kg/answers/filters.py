"""Politeness off, filters off: what stands around the question itself.

`as of June 2025`, `as known on 2025-06-10`, `within two hops`, `via Y`, `excluding Y and Z`, `by
supply`. Bias: words that are no filter stay in the question and may make it unread.
"""

from __future__ import annotations

import re
from typing import cast

from kg.answers.plan import Filters
from schemas.base import CHANNELS
from schemas.errors import QuestionUnread
from schemas.when import When

_POLITE = re.compile(
    r"^(?:please|hi|hello|hey|so|and|now|ok|okay|well|"
    r"(?:can|could|would|will) you (?:please )?(?:tell|show) me|(?:please )?(?:tell|show) me|"
    r"can i (?:see|know)|i(?:'d| would) like to know|i want to know|do you know|"
    r"i(?:'m| am) wondering|let me know|list|name|give me|find)\b[,:]?\s+(?=\w)",
    re.IGNORECASE,
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"})
_KEYS = {
    "known": r"as known (?:at|on|by|in)",
    "as_of": r"as (?:of|at|on)",
    "hops": r"(?:within|in|up to|at most|no more than)(?= (?:\d+|[a-z]+) (?:hop|step))",
    "via": r"via|by way of|through",
    "excluding": r"excluding|except for|except|other than|leaving out|ignoring|without",
    "channel": r"(?:by|on|in) (?:the )?(?=(?:" + "|".join(CHANNELS) + r")(?: channel| side)?$)",
}  # fmt: skip
_FILTER = re.compile(
    r",?\s+\b(?:" + "|".join(f"(?P<{k}>{p})" for k, p in _KEYS.items()) + r")(?=\s|(?<=\s))\s*",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def plain(question: str) -> str:
    """The question with straight quotes and single spaces, without politeness and end marks."""
    text = " ".join(question.translate(_QUOTES).split()).rstrip(" ?.!;")
    text = re.sub(r"\b(who|what|where)'s\b", r"\1 is", text, flags=re.IGNORECASE)
    text = re.sub(r",? please$", "", text, flags=re.IGNORECASE)
    while (shorter := _POLITE.sub("", text)) != text and len(shorter.split()) > 1:
        text = shorter
    return text


def split_filters(text: str) -> tuple[str, Filters]:
    """The question without its filters, and the filters; QuestionUnread for one that is no date."""
    first = _FILTER.search(text)
    if not first or not first.start():
        return text, Filters()
    given: dict[str, str] = {}
    marks = list(_FILTER.finditer(text, first.start()))
    ends = [m.start() for m in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        given[cast("str", mark.lastgroup)] = text[mark.end() : end].strip(" ,")
    return text[: first.start()].strip(" ,"), _filters(given)


def _filters(given: dict[str, str]) -> Filters:
    excluded = re.split(r",\s*(?:and\s+)?|\s+(?:and|or)\s+", given.get("excluding", ""))
    channel = given.get("channel", "").split(" ", maxsplit=1)[0].lower()
    return Filters(
        as_of=day(given["as_of"]) if "as_of" in given else "",
        known_at=day(given["known"]) if "known" in given else "",
        hops=_count(given.get("hops", "")),
        via=given.get("via", ""),
        excluding=tuple(name for name in excluded if name),
        channel=next((c for c in CHANNELS if c == channel), None),
    )


def _count(words: str) -> int:
    first = words.split(" ", maxsplit=1)[0].lower()
    return _NUMBERS.get(first) or (int(first) if first.isdigit() else 0)


def day(words: str) -> str:
    """A date as people write it, as (partial) ISO 8601: `9 June 2025`, `June 2025`, `2025-06`."""
    text = re.sub(r"(\d)(?:st|nd|rd|th)\b", r"\1", words.strip().lower()).replace(",", " ")
    parts = text.split()
    month = next((i for i, m in enumerate(_MONTHS, 1) for p in parts if _is_month(p, m)), 0)
    years = [p for p in parts if re.fullmatch(r"\d{4}", p)]
    days = [int(p) for p in parts if re.fullmatch(r"\d{1,2}", p)]
    iso = text
    if month and years:
        iso = f"{years[0]}-{month:02d}" + (f"-{days[0]:02d}" if days else "")
    try:
        return When.parse(iso).text if re.fullmatch(r"\d{4}(-\d\d){0,2}", iso) else _no_date(words)
    except ValueError:
        return _no_date(words)


def _is_month(word: str, month: str) -> bool:
    return len(word.rstrip(".")) >= 3 and month.startswith(word.rstrip("."))


def _no_date(words: str) -> str:
    raise QuestionUnread(f"{words!r} is no date", cure="write 2025-06-09, June 2025 or 2025")
