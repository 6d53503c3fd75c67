"""JSON Lines of stories, one object a line. Bias: a bad line is set aside, the rest is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from loaders.kit import rows
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw
from schemas.errors import SourceMalformed
from schemas.evidence import Reading, Setback, Story

NAME = "jsonl"
DESCRIPTION = 'JSON Lines of stories: {"id","title","publisher","published","url","text"}'

_TRIED = 5  # lines that sniffing looks at


def sniff(raw: Raw) -> float:
    """High where one of the first lines is an object with a text."""
    if not raw.text.lstrip().startswith("{"):
        return 0.0
    found = [row for _, row in _rows(raw, _TRIED) if not isinstance(row, ValueError)]
    if any(isinstance(row, dict) and "text" in row for row in found):
        return 0.9
    return 0.2 if found else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:
    """A story for each line that holds one; SourceMalformed where no line does."""
    stories: list[Story] = []
    setbacks: list[Setback] = []
    chrome = 0
    for number, row in _rows(raw):
        if isinstance(row, ValueError):
            setbacks.append(rows.setback(raw, str(number), f"not JSON: {row}"))
            continue
        got = rows.story_of(raw, row, loader=NAME, item=f"line {number}", seen=published)
        if isinstance(got, str):
            setbacks.append(rows.setback(raw, str(number), got))
        else:
            stories.append(got[0])
            chrome += got[1]
    if not stories:
        first = setbacks[0].why if setbacks else "no line"
        raise SourceMalformed(f"no story in the file ({first})", where=raw.uri)
    return Reading(stories=tuple(stories), setbacks=tuple(setbacks), chrome=chrome)


def _rows(raw: Raw, limit: int | None = None) -> Iterator[tuple[int, Any]]:
    """(line number from 1, its value or the ValueError why there is none)."""
    seen = 0
    for number, line in enumerate(raw.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield number, rows.parse(line)
        except ValueError as error:
            yield number, error
        seen += 1
        if limit and seen >= limit:
            return
