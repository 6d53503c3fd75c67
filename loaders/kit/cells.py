"""Cells of CSV files: which of them a spreadsheet would run, and records with their lines.

A cell that would run gets an apostrophe, and so does one that begins with apostrophes and then
would: thus the mark can be taken off again and nothing is lost. Bias: rather an apostrophe too
many than a formula that a story's words smuggle in.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator

from loaders.kit.raw import FILE_CAP

__all__ = ["NUMBER", "escaped", "guarded", "records", "runs", "unescaped", "unguarded"]

NUMBER = re.compile(r"[+-]?[0-9]{1,400}(?:\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,3})?")
# Blanks, controls and marks of no width that a spreadsheet may skip, then what begins a formula;
# the wide forms of these signs count in some editions.
_RUNS = re.compile("[\\s\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2060\ufeff]*[=+\\-@\t\r＝＋－＠]")
# What parts a name from its type in a header of `neo4j-admin`, or opens its options.
_SIGN = re.compile("[%:{}()\x00-\x1f]")
_SIGNED = re.compile("%([0-9A-F]{2})")


def runs(cell: str) -> bool:
    """Whether a spreadsheet would run the cell; numbers and a bare sign have nothing to run."""
    return cell not in {"+", "-"} and not NUMBER.fullmatch(cell) and bool(_RUNS.match(cell))


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it if it would run, or would but for its apostrophes."""
    if cell[:1].isalnum():  # nearly all cells: nothing before a sign, so nothing to look at
        return cell
    return f"'{cell}" if runs(cell) or _marked(cell) else cell


def unguarded(cell: str) -> str:
    """The cell that `guarded` made this one of."""
    return cell[1:] if _marked(cell) else cell


def _marked(cell: str) -> bool:
    bare = cell.lstrip("'")
    return len(bare) < len(cell) and bool(_RUNS.match(bare))


def records(lines: Iterable[str], mark: str = ",") -> Iterator[tuple[int, list[str] | ValueError]]:
    """(line that the record begins on, from 1, its cells or the error why it has none)."""
    csv.field_size_limit(FILE_CAP)
    reader = csv.reader(lines, delimiter=mark)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, ValueError(f"not CSV: {error}")


def escaped(name: str) -> str:
    """A column's name in which `neo4j-admin` finds no sign of its own."""
    return _SIGN.sub(lambda m: f"%{ord(m.group()):02X}", name)


def unescaped(name: str) -> str:
    """The name that `escaped` made this one of."""
    return _SIGNED.sub(lambda m: chr(int(m.group(1), 16)), name)
