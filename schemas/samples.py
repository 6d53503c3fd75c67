"""Examples written as a small table, so that a type's sentences can be read at a glance.

One line is one sentence: `text | head | tail`, then a status (asserted if none) and a sign, in
either order. Bias: a line that cannot be read raises at import rather than being skipped.
"""

from __future__ import annotations

from schemas.base import STATUSES, Example


def samples(table: str) -> tuple[Example, ...]:
    """The examples of a table, in its order; ValueError on a line that is not one."""
    return tuple(_sample(line) for line in table.splitlines() if line.strip())


def _sample(line: str) -> Example:
    text, *ends = (" ".join(field.split()) for field in line.split("|"))
    if len(ends) < 2:
        raise ValueError(f"need 'text | head | tail', got: {line.strip()}")
    head, tail, *marks = ends
    return Example.model_validate({"text": text, "head": head, "tail": tail, **_read(marks)})


def _read(marks: list[str]) -> dict[str, str]:
    read = {}
    for mark in marks:
        if mark not in STATUSES and mark not in {"+", "-"}:
            raise ValueError(f"neither a status nor a sign: {mark!r}")
        read["status" if mark in STATUSES else "sign"] = mark
    return read
