"""A page of text as paragraphs, and one story picked out of a stretch of them.

Why: plain files, mail, JSON fields and stretches of an aggregator page are read the same way.
Bias: a line that may be news is kept; what is dropped is either named furniture or reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.kit import chrome, dates, runs
from loaders.kit.raw import Raw
from loaders.kit.runs import Para, Run
from loaders.kit.story import Notice, tell
from schemas.evidence import Leftover, Source, Story
from schemas.when import When

_LINE = re.compile(r"[^\r\n]+")
_ENDED = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Ltd|Plc|Bros)\.$")
_ISO = re.compile(r"(?:published|posted|date)\W{0,3}(?:on )?(\d{4}-\d{2}-\d{2})", re.IGNORECASE)

_UNBROKEN = re.compile(r"\S{2000}")  # data, not words; the tokenizer is quadratic in it
_PROSE_WORDS = 30  # a line this long is prose, whatever it ends with
_HEADLINE = (3, 30)  # words of a headline
_HEADLINE_CHARS = 240
_WRAPPED = (40, 110)  # characters of a line that was wrapped by a mail or text program
_LABEL_WORDS = 4  # a line this short between headline and lead is a label or caption


@dataclass(slots=True)
class Pick:
    """What was picked of a stretch: headline index 0 or not, kept paragraphs, and the rest."""

    kept: list[Para] = field(default_factory=list)
    titled: bool = False
    leftovers: list[Para] = field(default_factory=list)
    chrome: int = 0
    stamp: When | None = None
    byline: str = ""


def paras(text: str) -> list[Para]:
    """The text's lines as paragraphs with offsets; hard-wrapped lines are joined by spaces."""
    lines: list[Para] = []
    behind = 0
    for found in _LINE.finditer(text):
        breaks = _newlines(text[behind : found.start()]) if lines else 0
        line = runs.para(runs.read_runs(text, *found.span()), breaks=breaks)
        if line:
            lines.append(line)
            behind = found.end()
    return _unwrap(lines)


def _newlines(between: str) -> int:
    return between.count("\n") or between.count("\r")


def _unwrap(lines: list[Para]) -> list[Para]:
    out: list[Para] = []
    group: list[Para] = []
    for line in lines:
        if group and line.breaks > 1:
            out += _join(group)
            group = []
        group.append(line)
    return out + _join(group)


def _join(group: list[Para]) -> list[Para]:
    """The group as one paragraph if it looks wrapped, else as it is."""
    if len(group) < 2 or not _is_wrapped(group):
        return group
    joined: list[Run] = []
    for line in group:
        if joined:
            joined.append(Run(joined[-1].end, line.start, " "))
        joined += line.runs
    whole = runs.para(joined, breaks=group[0].breaks)
    return [whole] if whole else []


def _is_wrapped(group: list[Para]) -> bool:
    body = group[:-1]
    if not all(_WRAPPED[0] <= len(p.text) <= _WRAPPED[1] for p in body):
        return False
    low = sum(p.text[0].islower() for p in group[1:])
    return 3 * low >= len(body) and 2 * sum(not ended(p.text) for p in body) >= len(body)


def ended(text: str) -> bool:
    """Whether the line ends as a sentence does, a note in brackets behind it set aside."""
    if text.endswith(")") and not _ENDED.search(text[-5:]):
        text = text[: max(text.rfind("("), 0)].rstrip()
    return bool(_ENDED.search(text[-5:]))


def is_prose(text: str) -> bool:
    """Whether the line is running text: a dateline, a sentence of five words, or very long."""
    words = text.count(" ") + 1
    return words >= _PROSE_WORDS or (ended(text) and words >= 5) or (
        words >= 8 and dates.opening(text) is not None
    )  # fmt: skip


def is_headline(text: str) -> bool:
    """Whether the line could head a story: 3 to 30 words and no full stop at its end."""
    if len(text) > _HEADLINE_CHARS or text[0].islower():
        return False
    closed = text.endswith((".", ":", ";", ",")) and not _ABBREVIATED.search(text[-12:])
    return not closed and _HEADLINE[0] <= text.count(" ") + 1 <= _HEADLINE[1]


def is_capitalised(text: str) -> bool:
    """Whether most words begin with a capital, as a headline's do."""
    words = [w for w in text.split() if w[0].isalpha()]
    return bool(words) and 5 * sum(w[0].isupper() for w in words) >= 3 * len(words)


def pick(stretch: Sequence[Para], *, title: str = "", trim: bool = True) -> Pick:
    """The one story of the stretch: headline, paragraphs, named furniture dropped.

    `title` is one known beforehand. `trim` sets headlines aside that trail behind the text (a
    page); without it all but furniture is kept (a field that holds one story).
    """
    picked = Pick()
    body = _drop_chrome(stretch, picked)
    lead = next((i for i, p in enumerate(body) if is_prose(p.text)), None)
    if lead is None:
        picked.kept = body
    else:
        head, rest = body[:lead], body[lead:]
        _take_title(head, rest, picked, title)
        picked.kept += _trim(rest, picked) if trim else rest
    if title and picked.kept and _same(picked.kept[0].text, title) and len(picked.kept) > 1:
        picked.titled = True
    picked.kept = _cleaned(picked.kept)
    return picked


def _drop_chrome(stretch: Sequence[Para], picked: Pick) -> list[Para]:
    body: list[Para] = []
    state = name = ""
    for given in stretch:
        # what stands behind furniture stands apart
        para = replace(given, breaks=2) if name and given.breaks < 2 else given
        name = chrome.line_name(para.text)
        _note_signs(para.text, name, picked)
        if name:
            state = name if name in chrome.ENDING | chrome.TEASING else state
            picked.chrome += 1
        elif body and _is_teaser(para, state):
            picked.chrome += 1
        elif (body and state == "comments") or _UNBROKEN.search(para.text):
            picked.leftovers.append(para)
        else:
            state = ""
            body.append(para)
    return body


def _is_teaser(para: Para, state: str) -> bool:
    return state in chrome.TEASING | chrome.ENDING and not is_prose(para.text)


def _note_signs(text: str, name: str, picked: Pick) -> None:
    """Keep what a stamp says of the date and a byline of the reporter, where they come first."""
    if name == "byline":
        picked.byline = picked.byline or text[3:].strip()
    elif picked.stamp is None and (name == "stamp" or _ISO.match(text[:60])):
        picked.stamp = dates.stamped(text[:120])


def _take_title(head: list[Para], rest: list[Para], picked: Pick, title: str) -> None:
    if not head and len(rest) > 1 and _is_odd_headline(rest):
        picked.titled = True
        return
    if title:
        named = next((i for i, p in enumerate(head) if _same(p.text, title)), None)
    else:
        named = next((i for i, p in enumerate(head) if is_headline(p.text)), None)
    for number, para in enumerate(head):
        if number == named or ((named is None or number > named) and not _is_label(para.text)):
            picked.kept.append(para)
        else:
            picked.leftovers.append(para)
    picked.titled = named is not None and picked.kept[0] is head[named]


def _is_odd_headline(rest: list[Para]) -> bool:
    """Whether a first line that ends in `?`, `!` or `U.S.` is a headline above running text."""
    text = rest[0].text
    odd = text.endswith(("?", "!")) or bool(_ABBREVIATED.search(text[-12:]))
    return odd and ". " not in text and is_headline(text) and is_prose(rest[1].text)


def _is_label(text: str) -> bool:
    return text.count(" ") < _LABEL_WORDS or text.upper() == text


def _same(text: str, title: str) -> bool:
    return " ".join(text.split()).casefold() == " ".join(title.split()).casefold()


def _trim(rest: list[Para], picked: Pick) -> list[Para]:
    last = max(i for i, p in enumerate(rest) if is_prose(p.text))
    tail = rest[last + 1 :]
    apart = next((i for i, p in enumerate(tail) if p.breaks > 1), len(tail))
    loose = [p for p in tail[apart:] if is_capitalised(p.text) and not ended(p.text)]
    picked.leftovers += loose
    gone = {p.start for p in loose}
    return [p for p in rest if p.start not in gone]


def _cleaned(kept: list[Para]) -> list[Para]:
    whole = [runs.clean(p, last=i == len(kept) - 1) for i, p in enumerate(kept)]
    return [p for p in whole if p]


def leftovers(source: Source, left: Sequence[Para]) -> tuple[Leftover, ...]:
    """The paragraphs as leftovers of the source."""
    return tuple(
        Leftover(start=p.start, end=p.end, text=source.text[p.start : p.end])
        for p in sorted(left, key=lambda p: p.start)
    )


def compose(
    source: Source, stretch: Sequence[Para], notice: Notice, *, trim: bool
) -> tuple[Story | None, Pick]:
    """The story of the stretch and how it was picked; None where nothing but furniture is."""
    picked = pick(stretch, title=notice.title, trim=trim)
    if not picked.kept:
        return None, picked
    return tell(source, picked.kept, _stamped(notice, picked), titled=picked.titled), picked


def _stamped(notice: Notice, picked: Pick) -> Notice:
    return replace(
        notice,
        published=notice.published or picked.stamp,
        byline=notice.byline or picked.byline,
    )


def address(raw: Raw) -> str:
    """The web address that the source came from; empty for a file."""
    return raw.uri if raw.uri.lower().startswith(("http://", "https://")) else ""
