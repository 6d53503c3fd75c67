"""Politeness off, filters off: what stands around the question itself.

`as of June 2025`, `as known on 2025-06-10`, `since 2024`, `within two hops`, `via Y`, `excluding
Y and Z`, `by supply`, `above 0.7 confidence`, `realised only`. Bias: words that are no filter stay
in the question and may make it unread.
"""

from __future__ import annotations

import re
from typing import cast

from kg.answers.dates import DATE, day
from kg.answers.plan import Filters
from kg.answers.statuses import REAL
from schemas.base import CHANNELS, STATUSES, Status
from schemas.errors import QuestionUnread

_POLITE = re.compile(
    r"^(?:please|hi|hello|hey|so|and|now|ok|okay|well|"
    r"(?:can|could|would|will) you (?:please )?(?:tell|show|give) me|"
    r"(?:please )?(?:tell|show) me|"
    r"can i (?:see|know)|i(?:'d| would) like to know|i want to know|do you know|"
    r"i(?:'m| am) wondering|let me know|list|name|give me|find|show)\b[,:]?\s+(?=\w)",
    re.IGNORECASE,
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"})
_CERTAIN = r"\d*\.?\d+ ?(?:%|percent|per cent)?"
_KEYS = {
    "known": r"as known (?:at|on|by|in)",
    "as_of": r"as (?:of|at|on)",
    "sure": rf"(?:with )?(?:a )?(?:confidence (?:of |over |above |at least |>=? ?)+(?={_CERTAIN})|"
    rf"(?:above|over|at least) (?={_CERTAIN} (?:of )?confidence))",
    "hops": r"(?:within|in|up to|at most|no more than)(?= (?:\d+|[a-z]+) (?:hop|step))",
    "between": rf"between (?={DATE} and )",
    "since": rf"(?:since|after|from)(?= {DATE})",
    "until": rf"(?:before|until|up to|by)(?= {DATE})",
    "during": rf"(?:in|during|on)(?= {DATE})",
    "realised": r"(?:counting )?(?:only (?:what is )?(?:reali[sz]ed|confirmed|done|facts)|"
    r"(?:reali[sz]ed|confirmed|facts) only|without (?:plans (?:and|or) rumou?rs|"
    r"rumou?rs (?:and|or) plans))",
    "unrumoured": r"(?:without|excluding|leaving out|ignoring|except for|no) (?:any )?rumou?rs",
    "unplanned": r"(?:without|excluding|leaving out|ignoring|except for) (?:any )?plans",
    "all": r"(?:with|including) (?:plans|rumou?rs)(?: (?:and|or) (?:plans|rumou?rs))?",
    "outside": r"(?:based |located )?outside(?: of)?(?: the)?",
    "via": r"via|by way of|through",
    "excluding": r"excluding|except for|except|other than|besides|apart from|leaving out|ignoring|"
    r"without|but not",
    "channel": r"(?:by|on|in|through) (?:the )?"
    r"(?=(?:" + "|".join(CHANNELS) + r")(?: channel| side)?(?:$|,| (?:as|within|excluding|via)))",
}  # fmt: skip
_FILTER = re.compile(
    r",?\s+(?:" + "|".join(rf"(?P<{k}>\b(?:{p}))" for k, p in _KEYS.items()) + r")"
    r"(?=\s|$|,|(?<=\s))\s*",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def plain(question: str) -> str:
    """The question with straight quotes and single spaces, without politeness and end marks."""
    text = " ".join(question.translate(_QUOTES).split()).rstrip(" ?.!;")
    text = re.sub(r"\b(who|what|where|when|why|how)'s\b", r"\1 is", text, flags=re.IGNORECASE)
    text = re.sub(r",? please$", "", text, flags=re.IGNORECASE)
    while (shorter := _POLITE.sub("", text)) != text and len(shorter.split()) > 1:
        text = shorter
    return text


def split_filters(text: str, *, kept: str = "") -> tuple[str, Filters]:
    """The question without its filters, and the filters; QuestionUnread for one that is no date.

    A filter of the name `kept` stays in the question ("which firms outside X supply Y").
    """
    marks = [m for m in _FILTER.finditer(text) if m.start() and m.lastgroup != kept]
    if not marks:
        return text, Filters()
    given: dict[str, str] = {}
    ends = [m.start() for m in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        key = cast("str", mark.lastgroup)
        if key in given:
            raise QuestionUnread(f"{key.replace('_', ' ')!r} is asked for twice")
        given[key] = text[mark.end() : end].strip(" ,")
    return text[: marks[0].start()].strip(" ,"), _filters(given)


def _filters(given: dict[str, str]) -> Filters:
    excluded = re.split(r",\s*(?:and\s+)?|\s+(?:and|or)\s+", given.get("excluding", ""))
    channel = given.get("channel", "").split(" ", maxsplit=1)[0].lower()
    since, until = _period(given)
    return Filters(
        as_of=day(given["as_of"]) if "as_of" in given else "",
        known_at=day(given["known"]) if "known" in given else "",
        hops=_count(given.get("hops", "")),
        via=given.get("via", ""),
        excluding=tuple(name for name in excluded if name),
        channel=next((c for c in CHANNELS if c == channel), None),
        min_confidence=_confidence(given.get("sure", "")),
        statuses=_statuses(given),
        since=since,
        until=until,
        outside=given.get("outside", ""),
    )


def _period(given: dict[str, str]) -> tuple[str, str]:
    """First and last date asked for, each empty where it is open."""
    if "between" in given:
        first, _, last = given["between"].partition(" and ")
        return day(first), day(last)
    if "during" in given:
        return day(given["during"]), day(given["during"])
    since, until = (given.get(k, "") for k in ("since", "until"))
    return day(since) if since else "", day(until) if until else ""


def _statuses(given: dict[str, str]) -> tuple[Status, ...]:
    left_out: set[Status] = set()
    if "realised" in given:
        return REAL
    if "unrumoured" in given:
        left_out |= {"rumoured"}
    if "unplanned" in given:
        left_out |= {"planned", "agreed"}
    over = {"denied", "negated", "ended"}
    return tuple(s for s in STATUSES if s not in left_out | over) if left_out else ()


def _confidence(words: str) -> float:
    match = re.match(r"\d*\.?\d+", words)
    value = float(match.group()) if match else 0.0
    value = value / 100 if value > 1 else value
    if value > 1:
        raise QuestionUnread(f"{words!r} is no confidence", cure="give 0 to 1, or percent")
    return value


def _count(words: str) -> int:
    first = words.split(" ", maxsplit=1)[0].lower()
    return _NUMBERS.get(first) or (int(first) if first.isdigit() else 0)
