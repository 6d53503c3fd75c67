"""Typed facts as CSV, TSV or JSON Lines: `head,head_type,type,tail,tail_type` and claim fields.

Bias: a row that the vocabulary does not allow is set aside with the nearest valid names.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

import schemas
from loaders.kit import rows
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw
from loaders.kit.story import source_of
from schemas.base import STATUSES
from schemas.errors import SchemaError, SourceMalformed
from schemas.evidence import Fact, Reading, Setback, Source
from schemas.when import When

NAME = "table"
DESCRIPTION = "typed facts as CSV, TSV or JSON Lines"

FIELDS = (
    "status", "sign", "date", "amount", "currency", "unit", "attributed_to", "quote", "confidence",
)  # fmt: skip
_DELIMITERS = (",", "\t", ";", "|")
_MAGNITUDE = 24  # powers of ten; no sum of money in any currency has more digits
_SURROGATE = re.compile("[\ud800-\udfff]")


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
        cells = {cell.strip().strip('"').lower() for cell in header.split(mark)}
        if {"head", "type", "tail"} <= cells:
            return mark
    return ""


def _rows(raw: Raw) -> Iterator[tuple[int, Any]]:
    """(line number from 1, the row as a mapping, or the error why it is none)."""
    if raw.text.lstrip().startswith("{"):
        yield from _objects(raw.text)
        return
    lines = raw.text.splitlines(keepends=True)
    skipped = next((i for i, line in enumerate(lines) if line.strip()), 0)
    mark = _delimiter(lines[skipped] if lines else "")
    if not mark:
        raise SourceMalformed(
            "no header with head, type and tail", where=raw.uri, cure="name the columns in line 1"
        )
    yield from _cells("".join(lines[skipped:]), mark, skipped)


def _objects(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, rows.parse(line)
            except ValueError as error:
                yield number, ValueError(f"not JSON: {error}")


def _cells(text: str, mark: str, skipped: int) -> Iterator[tuple[int, Any]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    header = [cell.strip().lower() for cell in next(reader)]
    while True:
        line = skipped + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, ValueError(f"not CSV: {error}")
            continue
        if any(cell.strip() for cell in cells):
            fits = len(cells) <= len(header)
            yield (
                line,
                dict(zip(header, cells, strict=False))
                if fits
                else ValueError(
                    f"{len(cells)} cells under {len(header)} columns; quote a cell with {mark!r}"
                ),
            )


def _fact(source: Source, line: int, row: Any) -> Fact:
    if isinstance(row, ValueError):
        raise row
    if not isinstance(row, dict):
        raise SchemaError("not an object with head and type")
    cells = {str(k): _cell(v) for k, v in row.items() if v is not None}
    if not cells.get("head") or not cells.get("type"):
        raise ValueError("a fact needs head and type")
    kind = _known(cells["type"], schemas.edge_types(), "edge type")
    head = _known(cells.get("head_type", ""), schemas.labels(), "label (head_type)")
    tail = _tail(kind, cells)
    _check_ends(kind, head, tail)
    return Fact(
        source=source, line=line, head=cells["head"], head_type=head, type=kind,
        tail=cells.get("tail", ""), tail_type=tail, fields=tuple(_fields(cells)),
    )  # fmt: skip


def _cell(value: Any) -> str:
    return _SURROGATE.sub("\ufffd", str(value)).strip()


def _tail(kind: str, cells: dict[str, str]) -> str:
    if cells.get("tail"):
        return _known(cells.get("tail_type", ""), schemas.labels(), "label (tail_type)")
    if not schemas.edge_type(kind).tail_optional:
        raise SchemaError(f"{kind} needs a tail")
    return ""


def _known(name: str, valid: Iterable[str], what: str) -> str:
    """The valid name that is meant (case ignored); SchemaError with the nearest ones."""
    by_fold = {v.casefold(): v for v in valid}
    found = by_fold.get(name.replace(" ", "_").casefold())
    if found:
        return found
    near = difflib.get_close_matches(name.casefold(), by_fold, n=3, cutoff=0.5)
    cure = f"nearest: {', '.join(by_fold[n] for n in near)}" if near else "see kg schema"
    raise SchemaError(f"unknown {what} {name!r}", cure=cure)


def _check_ends(kind: str, head: str, tail: str) -> None:
    edge = schemas.edge_type(kind)
    if edge.allows(head, tail) or (not tail and edge.tail_optional and head in edge.head):
        return
    raise SchemaError(
        f"{kind} does not go from {head} to {tail or 'nothing'}",
        cure=f"head is one of {', '.join(edge.head)}; tail is one of {', '.join(edge.tail)}",
    )


def _fields(cells: dict[str, str]) -> Iterator[tuple[str, str]]:
    for name in FIELDS:
        if value := cells.get(name, ""):
            _check_field(name, value)
            yield name, value


def _check_field(name: str, value: str) -> None:
    """Nothing for a value that fits its field; ValueError says what is expected."""
    if name == "status" and value not in STATUSES:
        raise ValueError(f"status {value!r} is not one of {', '.join(STATUSES)}")
    if name == "sign" and value not in {"+", "-"}:
        raise ValueError(f"sign {value!r} is not + or -")
    if name == "date":
        _check_date(value)
    if name in {"amount", "confidence"} and not _in_range(name, value):
        raise ValueError(f"{name} {value!r} is not a number in range")


def _check_date(value: str) -> None:
    try:
        When.parse(value)
    except ValueError as error:
        raise ValueError(f"date {value!r} is none ({error})") from error


def _in_range(name: str, value: str) -> bool:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return False
    if not number.is_finite() or abs(number.adjusted()) > _MAGNITUDE:
        return False
    return name == "amount" or 0 <= number <= 1
