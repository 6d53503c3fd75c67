"""A user's holdings as they come out of a spreadsheet: rows, and a line for each bad one.

Columns by their heading: a name or an identifier (`name`, `isin`, `lei`, `ticker`), and either
`weight`, or `quantity` and `price` (`currency`, and `rate` into one currency). Bias: a cell that
can be read in two ways is refused, and its row with it; no currency is converted by guess.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from schemas.errors import SourceMalformed
from schemas.evidence import Setback

_HEADINGS = {
    "name": "name holding company firm security issuer position instrument description",
    "isin": "isin",
    "lei": "lei",
    "ticker": "ticker symbol ric",
    "weight": "weight weights weighting share allocation",
    "quantity": "quantity qty shares units amount number",
    "price": "price last close quote",
    "currency": "currency ccy",
    "rate": "rate fx",
}
_COLUMN = {word: column for column, words in _HEADINGS.items() for word in words.split()}
NAMES = ("isin", "lei", "ticker", "name")
"""The columns that say what is held, the surest first."""
_SPACES = re.compile(r"[\s'’\u00a0\u202f_]")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d+)*|[.,]\d+)")
_ROUNDING = 1.01  # weights that sum to a little more than 1 were rounded
_LARGEST = 1e15  # more than anything is worth in any currency
MOST = 100_000
"""Rows at most: a portfolio, not a data base."""

Point = Literal[".", ","]


@dataclass(frozen=True, slots=True)
class Holding:
    """One row: its line, what it calls the thing (surest first), and its weight or value, signed.

    `names` are (column, text) pairs.
    """

    line: int
    names: tuple[tuple[str, str], ...]
    weight: float

    @property
    def shown(self) -> str:
        """The name to show: the row's own, else its identifier."""
        given = dict(self.names)
        return given.get("name") or self.names[0][1]


@dataclass(frozen=True, slots=True)
class Holdings:
    """All rows that could be read, what was set aside, and how the weights were read."""

    rows: tuple[Holding, ...]
    setbacks: tuple[Setback, ...] = ()
    notes: tuple[str, ...] = ()


Cells = Mapping[str, str]


def holdings(raw: bytes | str, where: str = "holdings") -> Holdings:
    """The holdings in a CSV text; SourceMalformed where it has no usable columns or rows."""
    text = raw if isinstance(raw, str) else _decoded(raw)
    columns, lines = _table(text.removeprefix("\ufeff"), where)
    _demand(columns, where)
    by_weight = "weight" in columns
    point = _point([row[c] for _, row in lines for c in _numeric(by_weight=by_weight) if c in row])
    _one_currency([row for _, row in lines], where, by_weight=by_weight)
    read: list[Holding] = []
    aside: list[Setback] = []
    percent = any("%" in row.get("weight", "") for _, row in lines)
    for line, row in lines:
        try:
            _demand_percent(row.get("weight", ""), percent=percent)
            read.append(_holding(line, row, point, by_weight=by_weight))
        except ValueError as error:
            aside.append(Setback(where=f"{where}:{line}", why=str(error)))
    if not read:
        why = f"; {aside[0].where}: {aside[0].why}" if aside else ""
        raise SourceMalformed(f"no row can be read{why}", where=where, cure="see kg portfolio -h")
    rows, notes = _weighed(read, percent=percent, by_weight=by_weight)
    return Holdings(tuple(rows), tuple(aside), tuple(notes))


def _decoded(raw: bytes) -> str:
    encodings = ["utf-16"] if raw[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig"]
    for encoding in (*encodings, "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


Line = tuple[int, dict[str, str]]


def _table(text: str, where: str) -> tuple[set[str], list[Line]]:
    """The columns, and each row with its line and its cells by column; empty rows left out."""
    if "\x00" in text:
        raise SourceMalformed("no text", where=where, cure="save it as CSV")
    first = next((line for line in text.splitlines() if line.strip()), "")
    reader = csv.reader(text.splitlines(keepends=True), delimiter=_delimiter(first))
    head: list[str] = []
    lines: list[Line] = []
    try:
        for cells in reader:
            stripped = [" ".join(c.split()) for c in cells]
            if any(stripped) and not head:
                head = [_column(c) for c in stripped]
            elif any(stripped):
                lines.append((reader.line_num, _row(head, stripped)))
            if len(lines) > MOST:
                raise SourceMalformed(f"over {MOST} rows", where=where, cure="split it")
    except csv.Error as error:
        line = f"{where}:{reader.line_num}"
        raise SourceMalformed(f"no CSV: {error}", where=line, cure="save it again") from error
    return set(head) - {""}, lines


def _row(head: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The cells by column; of two columns that mean one, the first that is filled."""
    found = {c: "" for c in head if c}
    for column, cell in zip(head, cells, strict=False):
        if column and not found[column]:
            found[column] = cell
    return found


def _delimiter(first: str) -> str:
    return max(";\t|,", key=lambda d: (first.count(d), d == ","))


def _column(heading: str) -> str:
    """The column that a heading means: its whole, else its first word ("Weight (%)")."""
    words = re.findall(r"[a-z]+", heading.casefold())
    whole = " ".join(words)
    if whole in {"market value", "value"}:
        return ""
    found = [_COLUMN[w] for w in words if w in _COLUMN]
    return found[0] if found else ""


def _demand(columns: set[str], where: str) -> None:
    cure = "begin with a line such as `name,weight` or `isin,quantity,price,currency`"
    if not columns & set(NAMES):
        raise SourceMalformed("no column names what is held", where=where, cure=cure)
    if "weight" not in columns and not {"quantity", "price"} <= columns:
        raise SourceMalformed("no column says how much is held", where=where, cure=cure)


def _numeric(*, by_weight: bool) -> Sequence[str]:
    return ("weight",) if by_weight else ("quantity", "price", "rate")


def _one_currency(rows: Sequence[Cells], where: str, *, by_weight: bool) -> None:
    found = sorted({row.get("currency", "").upper() for row in rows} - {""})
    rated = all(row.get("rate") for row in rows)
    if len(found) > 1 and not by_weight and not rated:
        raise SourceMalformed(
            f"values in {' and '.join(found)} cannot be added", where=where,
            cure="give every row a `rate` into one currency, or a `weight`",
        )  # fmt: skip


def _holding(line: int, row: Cells, point: Point | None, *, by_weight: bool) -> Holding:
    names = tuple((c, row[c]) for c in NAMES if row.get(c))
    if not names:
        raise ValueError("no name; give a name, an ISIN, a LEI or a ticker")
    needed = [c for c in _numeric(by_weight=by_weight) if c != "rate" or row.get("rate")]
    weight = 1.0
    for column in needed:
        weight *= number(row[column], column, point)
    return Holding(line, names, weight)


def _demand_percent(cell: str, *, percent: bool) -> None:
    if percent and cell and "%" not in cell and cell != "0":
        raise ValueError(f"weight {cell!r} has no % where others have one; write it alike")


def number(cell: str, column: str = "number", point: Point | None = None) -> float:
    """The number in a cell, a percentage as its share; ValueError where it is none or unclear.

    `point` is the decimal mark that the other cells of the file show.
    """
    bare = _SPACES.sub("", cell.replace("−", "-"))
    bare = f"-{bare[1:-1]}" if re.fullmatch(r"\([^()]+\)", bare) else bare
    percent = bare.endswith("%")
    bare = re.sub(r"^([-+]?)[$€£¥]", r"\1", bare.removesuffix("%"))
    if not _NUMBER.fullmatch(bare):
        example = "0.05 or 5%" if column == "weight" else "1250.50"
        raise ValueError(f"{column} {cell!r} is no number; write it as {example}")
    mark = _mark(bare) or point or "."
    other = "," if mark == "." else "."
    whole = bare.replace(other, "")
    if whole.count(mark) > 1 or not _grouped(bare, mark, other):
        raise ValueError(f"{column} {cell!r} can be read in two ways; write it without separators")
    value = float(whole.replace(mark, "."))
    if abs(value) > _LARGEST:
        raise ValueError(f"{column} of {len(cell)} digits is no number; give one below 1e15")
    return value / 100 if percent else value


def _grouped(bare: str, mark: str, other: str) -> bool:
    """Whether the thousands, where they are set apart, are."""
    whole = bare.lstrip("+-").partition(mark)[0]
    return other not in whole or bool(re.fullmatch(rf"\d{{1,3}}(?:\{other}\d{{3}})+", whole))


def _mark(bare: str) -> Point | None:
    """The decimal mark that the number itself shows; None where it shows none."""
    bare = bare.lstrip("+-")
    marks = [c for c in bare if c in ".,"]
    if not marks:
        return None
    last: Point = "." if marks[-1] == "." else ","
    if len(set(marks)) == 2:
        return last
    if len(marks) > 1:
        return "," if last == "." else "."
    before, _, after = bare.partition(last)
    thousands = len(after) == 3 and 1 <= len(before) <= 3 and before[0] != "0"
    return None if thousands else last


def _point(cells: Sequence[str]) -> Point | None:
    """The decimal mark of the file where its clear cells agree; a dot where none is clear."""
    bare = (_SPACES.sub("", c).rstrip("%") for c in cells)
    marks = {_mark(b) for b in bare if _NUMBER.fullmatch(b)} - {None}
    return marks.pop() if len(marks) == 1 else None


def _weighed(
    read: Sequence[Holding], *, percent: bool, by_weight: bool
) -> tuple[list[Holding], list[str]]:
    """The rows with weights as shares; what does not fit into 1 is a part of the sum."""
    total = sum(abs(h.weight) for h in read)
    if total == 0:
        raise SourceMalformed("every weight is 0", cure="give weights such as 0.05 or 5%")
    if by_weight and (percent or total <= _ROUNDING):
        return list(read), []
    rows = [Holding(h.line, h.names, h.weight / total) for h in read]
    what = "weights" if by_weight else "values"
    return rows, [f"{what} were read as parts of their sum, {total:g}"]
