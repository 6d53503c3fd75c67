"""JSON of stories: a list, `{"stories": […]}` or one story. Bias: a bad item is set aside."""

from __future__ import annotations

from typing import Any

from loaders.kit import rows
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw
from schemas.errors import SourceMalformed
from schemas.evidence import Reading, Setback, Story

NAME = "json"
DESCRIPTION = 'JSON of stories: a list or {"stories": […]}, each with a "text"'


def sniff(raw: Raw) -> float:
    """High for a list of objects or an object with `stories`, also where it is cut short."""
    start = raw.text.lstrip()[:2000]
    if start.startswith("["):
        if start[1:].lstrip()[:1] == "{":
            return 0.85
        return 0.4 if start[1:].lstrip()[:1] == "[" or raw.text.rstrip().endswith("]") else 0.0
    if not start.startswith("{"):
        return 0.0
    try:
        return 0.95 if _items(rows.parse(raw.text)) else 0.1
    except ValueError:
        return 0.1


def read(raw: Raw, published: Moment | None) -> Reading:
    """A story for each item that holds one; SourceMalformed where none does or it is no JSON."""
    try:
        items = _items(rows.parse(raw.text))
    except ValueError as error:
        raise SourceMalformed(f"not JSON: {error}", where=raw.uri) from error
    stories: list[Story] = []
    setbacks: list[Setback] = []
    chrome = 0
    for number, row in enumerate(items, 1):
        got = rows.story_of(raw, row, loader=NAME, item=f"item {number}", seen=published)
        if isinstance(got, str):
            setbacks.append(rows.setback(raw, f"item {number}", got))
        else:
            stories.append(got[0])
            chrome += got[1]
    if not stories:
        first = setbacks[0].why if setbacks else "an empty list"
        raise SourceMalformed(f"no story in the file ({first})", where=raw.uri)
    return Reading(stories=tuple(stories), setbacks=tuple(setbacks), chrome=chrome)


def _items(value: Any) -> list[Any]:
    if isinstance(value, dict) and isinstance(value.get("stories"), list):
        return list(value["stories"])
    if isinstance(value, dict):
        return [value] if "text" in value else []
    return list(value) if isinstance(value, list) else []
