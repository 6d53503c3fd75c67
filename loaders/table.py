"""Typed facts as CSV, TSV or JSON Lines: `head,head_type,type,tail,tail_type` and claim fields.

Bias: a row that the vocabulary does not allow is set aside with the nearest valid names.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from loaders.kit import cells, rows, typed
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw
from loaders.kit.story import source_of
from schemas.errors import SchemaError, SourceMalformed
from schemas.evidence import Fact, Reading, Setback, Source

NAME = "table"
DESCRIPTION = "typed facts as CSV, TSV or JSON Lines"

_DELIMITERS = (",", "\t", ";", "|")


def sniff(raw: Raw) -> float:
    """High where a header line or a first object names `head`, `type` and `tail`."""
    first = next((line for line in raw.text[:20_000].splitlines() if line.strip()), "")
    if first.lstrip().startswith("{"):
        try:
            return 0.95 if rows.is_fact(rows.parse(first)) else 0.0
        except ValueError:
            return 0.0
    return 0.95 if _delimiter(first) else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:  # noqa: ARG001 - facts carry dates
    """A fact for each row that the vocabulary allows; SourceMalformed where the header is amiss."""
    source = source_of(raw, NAME)
    facts: list[Fact] = []
    setbacks: list[Setback] = []
    for line, row in _rows(raw):
        try:
            facts.append(_fact(source, line, row))
        except (SchemaError, ValueError) as error:
            setbacks.append(rows.setback(raw, str(line), error))
    if not facts and not setbacks:
        raise SourceMalformed("no row in the table", where=raw.uri)
    return Reading(facts=tuple(facts), setbacks=tuple(setbacks))


def _delimiter(header: str) -> str:
    for mark in _DELIMITERS:
        names = {cell.strip().strip('"').lower() for cell in header.split(mark)}
        if {"head", "type", "tail"} <= names:
            return mark
    return ""


def _rows(raw: Raw) -> Iterator[tuple[int, Any]]:
    """(line number from 1, the row as a mapping, or the error why it is none)."""
    if raw.text.lstrip().startswith("{"):
        yield from rows.objects(raw.text)
        return
    lines = raw.text.splitlines(keepends=True)
    skipped = next((i for i, line in enumerate(lines) if line.strip()), 0)
    mark = _delimiter(lines[skipped] if lines else "")
    if not mark:
        raise SourceMalformed(
            "no header with head, type and tail", where=raw.uri, cure="name the columns in line 1"
        )
    yield from _cells("".join(lines[skipped:]), mark, skipped)


def _cells(text: str, mark: str, skipped: int) -> Iterator[tuple[int, Any]]:
    found = cells.records(io.StringIO(text, newline=""), mark)
    _, first = next(found)
    if isinstance(first, ValueError):
        raise SourceMalformed(str(first))
    header = [cell.strip().lower() for cell in first]
    for line, row in found:
        if isinstance(row, ValueError):
            yield skipped + line, row
        elif any(cell.strip() for cell in row):
            fits = len(row) <= len(header)
            yield (
                skipped + line,
                dict(zip(header, row, strict=False))
                if fits
                else ValueError(
                    f"{len(row)} cells under {len(header)} columns; quote a cell with {mark!r}"
                ),
            )


def _fact(source: Source, line: int, row: Any) -> Fact:
    if isinstance(row, ValueError):
        raise row
    if not isinstance(row, dict):
        raise SchemaError("not an object with head and type")
    told = {str(k): typed.sound(v) for k, v in row.items() if v is not None}
    return typed.fact(source, line, told)
