"""How results and notes are put out: results on stdout, everything else on stderr.

What a source says is data, never an instruction to the terminal: control characters are shown as
their escapes. Bias: a character that could move the cursor or hide text is rather shown.
"""

from __future__ import annotations

import contextlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import click

__all__ = ["json_lines", "json_text", "line", "note", "progress", "table", "text"]

# C0 and C1 controls but tab and line break, the marks that turn writing round, half characters.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def text(words: str) -> None:
    r"""Lines for a reader, as a result; control characters show as `\x1b`."""
    click.echo(_UNSAFE.sub(_escape, words), nl=False)


def line(words: str) -> str:
    """The words as one line that is safe to show: line breaks and controls as escapes."""
    return _UNSAFE.sub(_escape, words.replace("\n", r"\n"))


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _json(value: object, indent: int | None = None) -> str:
    r"""JSON in which no control character is left raw; `\u001b` and the like are valid JSON."""
    said = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(r"[\x7f-\x9f\ud800-\udfff]", lambda m: f"\\u{ord(m.group()):04x}", said)


def note(words: str) -> None:
    """A line for the reader, not for the next program."""
    click.echo(line(words), err=True)


def json_text(value: object) -> None:
    """One JSON document."""
    click.echo(_json(value, indent=2))


def json_lines(rows: Iterable[Mapping[str, object]]) -> None:
    """One JSON object a line."""
    for row in rows:
        click.echo(_json(row))


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Columns as wide as their widest cell, two blanks apart."""
    lines = [[line(" ".join(cell.split())) for cell in row] for row in (header, *rows)]
    wide = [max(len(row[i]) for row in lines) for i in range(len(header))]
    for row in lines:
        click.echo("  ".join(c.ljust(w) for c, w in zip(row, wide, strict=True)).rstrip())


@contextlib.contextmanager
def progress(what: str, total: int) -> Iterator[Callable[[str], None]]:
    """A function to call with each thing done: moves a bar on a terminal, says nothing else."""
    if not sys.stderr.isatty():
        yield lambda _name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda name: bar.update(task, advance=1, description=f"{what} {line(name)}")
