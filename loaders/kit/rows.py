"""One story of a JSON object: `text`, and `id title publisher published url` where given.

Bias: an object without a readable text is set aside, never half read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from loaders.kit import dates, markup, page
from loaders.kit.dates import Moment
from loaders.kit.raw import DOCUMENT_CAP, Raw
from loaders.kit.story import Notice, source_of
from schemas.evidence import Setback, Story


def parse(text: str) -> Any:
    """The JSON value; ValueError where it is none (too deep a nesting included)."""
    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    except json.JSONDecodeError as error:
        line = f" of line {error.lineno}" if "\n" in text.strip() else ""
        raise ValueError(f"{error.msg} at column {error.colno}{line}") from error


LONGEST = 1000
"""Characters of an id or a name: stores look things up by them, and no index takes a page."""


def objects(text: str) -> Iterator[tuple[int, Any]]:
    """(line number from 1, its JSON value or the ValueError why there is none)."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, parse(line)
            except ValueError as error:
                yield number, ValueError(f"not JSON: {error}")


def is_fact(row: Any) -> bool:
    """Whether the object is a typed fact (a table's row) rather than a story."""
    return isinstance(row, dict) and "head" in row and "type" in row and "text" not in row


def story_of(
    raw: Raw, row: Any, *, loader: str, item: str, seen: Moment | None
) -> tuple[Story, int] | str:
    """The story of the object and its furniture count, or why there is none."""
    why = _wrong(row)
    if why:
        return why
    text = _sound(row["text"])
    notice = Notice(
        story_id=_field(row, "id"),
        title=_field(row, "title"),
        publisher=_field(row, "publisher"),
        published=dates.published(_field(row, "published")) or (seen.when if seen else None),
        url=_field(row, "url"),
    )
    source = source_of(raw, loader, text=text, item=item)
    tagged = text.lstrip().startswith("<") and markup.looks_like_html(text)
    if tagged and text.count("<") > markup.TAG_CAP:
        return "the text holds too many tags"
    paras = markup.paras(text) if tagged else page.paras(text)
    story, picked = page.compose(source, paras, notice, trim=False)
    return (story, picked.chrome) if story else "the text is nothing but page furniture"


def _wrong(row: Any) -> str:
    if not isinstance(row, dict):
        return "not an object with a text"
    if is_fact(row):
        return "a typed fact, not a story; read it with --loader table"
    if not isinstance(row.get("text"), str) or not row["text"].strip():
        return 'no text; a story needs the field "text"'
    for name in ("id", "publisher"):
        if len(_field(row, name)) > LONGEST:
            return f"{name} has more than {LONGEST} characters"
    if len(row["text"]) > DOCUMENT_CAP:
        return "the text is over the cap of 20 MB"
    return ""


def _field(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return _sound(str(value)).strip() if isinstance(value, str | int | float) else ""


def _sound(text: str) -> str:
    """The text with lone surrogates replaced, one character for one."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) \
        if any("\ud800" <= c <= "\udfff" for c in text) else text  # fmt: skip


def setback(raw: Raw, at: str, why: object) -> Setback:
    """The setback at a line or item of the file."""
    return Setback(where=f"{raw.uri}:{at}", why=" ".join(str(why).split()))
