"""Runs: clean characters with the source span they stand for, and the cuts made in them.

Why: one form serves plain text, where a run stands for itself, and HTML, where `&amp;` is one
character for five. Bias: words that look lost are marked as damage, even if a few are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from loaders.kit import chrome

# characters that no reader sees: controls, soft hyphen, zero width, byte order mark
_DROP = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060\ufeff"
_ODD = re.compile(rf"(?P<drop>[{_DROP}]+)|\s{{2,}}|[^\S ]")

_FINITE = "is|are|was|were|has|have|had|will|would|can|could|may|might|does|did|which|that|who"
_NAMING = "called|named|dubbed|titled|entitled|nicknamed|codenamed|branded"
_LOST = (
    ("a name is missing", re.compile(rf"\b(?:{_NAMING})(?= (?:{_FINITE})\b)")),
    ("a name is missing", re.compile(rf",? (?:{_NAMING})(?= ?[,;)]| \.)")),
    ("a name is missing", re.compile(rf", (?:{_NAMING})(?=\.(?:\s|$))")),
    ("a word is missing", re.compile(r"\b(?:the|an?|of)(?= ?[,;] | \.(?: |$))")),
    ("empty brackets", re.compile(r"\( ?\)|\[ ?\]")),
    ("a bracket lost its content", re.compile(r"\((?= [a-z])(?![^()]{0,200}\))")),
    ("characters were lost", re.compile("\ufffd+")),
)
_DANGLING = re.compile(
    r"(?:\b(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|as|that|which|who|effective)|,)$"
)
_SHORTEST_CUT_OFF = 8  # words; below it a last line without an end is a caption or a test


@dataclass(frozen=True, slots=True)
class Run:
    """Clean text that stands for `source[start:end]`; character for character if as long."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Hole:
    """A place in a paragraph's clean text (offset in it) where chrome or words are missing."""

    at: int
    sort: Literal["chrome", "damage"]
    note: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its runs, its clean text, newlines before it in the source, its holes."""

    runs: tuple[Run, ...]
    text: str
    breaks: int = 1
    holes: tuple[Hole, ...] = ()

    @property
    def start(self) -> int:
        """First source offset."""
        return self.runs[0].start

    @property
    def end(self) -> int:
        """Source offset behind the last run."""
        return self.runs[-1].end


def read_runs(text: str, start: int, end: int) -> Iterator[Run]:
    """Runs of `text[start:end]`: runs of white space become one space, unseen characters go."""
    at = start
    for odd in _ODD.finditer(text, start, end):
        if odd.start() > at:
            yield Run(at, odd.start(), text[at : odd.start()])
        if odd["drop"] is None:
            yield Run(odd.start(), odd.end(), " ")
        at = odd.end()
    if at < end:
        yield Run(at, end, text[at:end])


def para(runs: Iterable[Run], *, breaks: int = 1) -> Para | None:
    """The paragraph of the runs, white space at its ends and doubled spaces taken off."""
    kept: list[Run] = []
    for run in runs:
        if kept and kept[-1].text.endswith(" ") and run.text.startswith(" "):
            cut = _slice(run, 1, len(run.text))
            kept.extend(cut)
        elif run.text:
            kept.append(run)
    text = "".join(run.text for run in kept)
    lead, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    if lead or tail < len(text):
        kept = _between(kept, lead, tail)
    return Para(tuple(kept), text.strip(), breaks) if kept else None


def _slice(run: Run, first: int, last: int) -> list[Run]:
    if (first, last) == (0, len(run.text)):
        return [run]
    if first >= last or len(run.text) != run.end - run.start:
        return []
    return [Run(run.start + first, run.start + last, run.text[first:last])]


def _between(runs: Iterable[Run], first: int, last: int) -> list[Run]:
    kept: list[Run] = []
    at = 0
    for run in runs:
        low, high = max(first - at, 0), min(last - at, len(run.text))
        if low < high:
            kept.extend(_slice(run, low, high))
        at += len(run.text)
    return kept


def clean(given: Para, *, last: bool = False) -> Para | None:
    """The paragraph without furniture inside its sentences, its losses marked; None if empty.

    A bracket that opened before the cut and never closed goes with it, as damage. `last` also
    marks a text that breaks off.
    """
    cuts = [_widen(given.text, *cut) for cut in chrome.phrases(given.text)]
    runs: list[Run] = []
    holes: list[Hole] = []
    at = size = 0
    for start, end, note, damaged in [*cuts, (len(given.text), len(given.text), "", False)]:
        piece = _between(given.runs, at, max(at, start)) if (at, start) != (0, len(given.text)) \
            else list(given.runs)  # fmt: skip
        runs += piece
        size += sum(len(run.text) for run in piece)
        if note:
            holes.append(Hole(size, "damage" if damaged else "chrome", note))
        at = end
    return _marked(para(runs, breaks=given.breaks), holes, last=last)


def _widen(text: str, start: int, end: int, name: str) -> tuple[int, int, str, bool]:
    before = text[:start].rstrip() if start < 40 else text[start - 40 : start].rstrip()
    if not before.endswith("("):
        return start, end, name, False
    opened = text.rindex("(", 0, start)
    closed = end + 1 if text[end : end + 1] == ")" else end
    space = 1 if opened and text[opened - 1] == " " else 0
    return opened - space, closed, f"{name}: a bracket lost its content", True


def _marked(found: Para | None, holes: list[Hole], *, last: bool) -> Para | None:
    if found is None:
        return None
    lost = [Hole(m.end(), "damage", note) for note, p in _LOST for m in p.finditer(found.text)]
    if last and _breaks_off(found.text):
        lost.append(Hole(len(found.text), "damage", "the text breaks off"))
    placed = {(min(h.at, len(found.text)), h.sort, h.note): h for h in [*holes, *lost]}
    marks = tuple(Hole(at, sort, note) for at, sort, note in sorted(placed))
    return Para(found.runs, found.text, found.breaks, marks)


def _breaks_off(text: str) -> bool:
    return bool(_DANGLING.search(text[-40:])) and text.count(" ") >= _SHORTEST_CUT_OFF
