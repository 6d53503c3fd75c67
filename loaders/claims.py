"""The rows of `kg export jsonl` as typed facts: each claim a fact, entities by themselves none.

Bias: a row that is neither a claim nor an entity is set aside.
"""

from __future__ import annotations

from typing import Any

from loaders.kit import rows, typed
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw
from loaders.kit.story import source_of
from schemas.errors import SchemaError, SourceMalformed
from schemas.evidence import Fact, Leftover, Reading, Setback

NAME = "claims"
DESCRIPTION = "claims and entities as `kg export jsonl` writes them"


def sniff(raw: Raw) -> float:
    """High where the first line is a claim or an entity of a story."""
    first = raw.text[:200_000].lstrip().partition("\n")[0]
    if not first.startswith('{"story_id"'):
        return 0.0
    try:
        return 0.97 if _sort(rows.parse(first)) else 0.0
    except ValueError:
        return 0.0


def read(raw: Raw, published: Moment | None) -> Reading:  # noqa: ARG001 - facts carry dates
    """A fact for each claim that the vocabulary allows; entities alone are left over."""
    source = source_of(raw, NAME)
    facts: list[Fact] = []
    left: list[Leftover] = []
    setbacks: list[Setback] = []
    starts = _starts(raw.text)
    for line, row in rows.objects(raw.text):
        try:
            if _sort(row) == "entity":
                left.append(_leftover(raw.text, starts, line))
            else:
                facts.append(typed.fact(source, line, _cells(row)))
        except (SchemaError, ValueError) as error:
            setbacks.append(rows.setback(raw, str(line), error))
    if not facts and not left:
        first = setbacks[0].why if setbacks else "no line"
        raise SourceMalformed(f"no claim in the file ({first})", where=raw.uri)
    return Reading(facts=tuple(facts), leftovers=tuple(left), setbacks=tuple(setbacks))


def _sort(row: Any) -> str:
    """Which row of an export it is; nothing for any other."""
    if not isinstance(row, dict) or "story_id" not in row or "text" in row:
        return ""
    return "claim" if rows.is_fact(row) else "entity" if "entity" in row else ""


def _cells(row: Any) -> dict[str, str]:
    if isinstance(row, ValueError):
        raise row
    if _sort(row) != "claim":
        raise SchemaError("neither a claim nor an entity of an export")
    told = {str(name): typed.sound(value) for name, value in row.items() if value is not None}
    if told.get("head_node") and told.get("head_node") == told.get("tail_node"):
        told["tail"] = ""  # how a claim without a second end is written
    return told


def _starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts


def _leftover(text: str, starts: list[int], line: int) -> Leftover:
    start, end = starts[line - 1], starts[line] - 1
    return Leftover(start=start, end=end, text=text[start:end])
