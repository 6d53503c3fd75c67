"""Tables of questions: one a line, with what must come back behind a bar."""

from __future__ import annotations


def rows(table: str) -> list[tuple[str, str]]:
    """(question, expected) of each line."""
    lines = [line.strip() for line in table.strip().splitlines()]
    pairs = [line.partition("|") for line in lines if line and not line.startswith("#")]
    return [(question.strip(), expected.strip()) for question, _, expected in pairs]


def names(expected: str) -> set[str]:
    """The names of a list with commas; none for an empty one."""
    return {name.strip() for name in expected.split(",") if name.strip()}
