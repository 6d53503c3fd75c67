"""The hand-written tables under `data/`, read as rows of named columns.

A table is UTF-8 with tabs: comment lines with `#` that say where its facts come from, one line of
column names, then one thing a line; `|` parts the items of a list. It prefers to stop with the
file and the line over reading a row with a wrong number of columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files


class TableError(ValueError):
    """A row of a reference table that does not fit its header."""


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of `data/<table>.tsv`, column name to text; raises TableError."""
    return parse(f"{table}.tsv", _lines(f"{table}.tsv"))


def parse(name: str, lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """The rows in the lines of a table; `name` is for the error of a row that does not fit."""
    header: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise TableError(
                f"{name}, line {number}: {len(cells)} columns, not {len(header)}; "
                "part them with tabs"
            )
        else:
            yield dict(zip(header, cells, strict=True))


def items(cell: str) -> tuple[str, ...]:
    """The items of a list cell, in order and without repeats."""
    return tuple(dict.fromkeys(item for item in cell.split("|") if item))


def everyday_words() -> frozenset[str]:
    """Folded names that are everyday words and so need context to mean a firm."""
    lines = (line for line in _lines("everyday.txt") if not line.startswith("#"))
    return frozenset(word.replace("_", " ") for line in lines for word in line.split())


def _lines(name: str) -> list[str]:
    return (files("kg.reference") / "data" / name).read_text(encoding="utf-8").split("\n")
