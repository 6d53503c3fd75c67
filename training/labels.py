"""What the network tells apart: tags of words, types of links, statuses; and a passage in numbers.

Two rows of tags, since a name may hold another: the outer row has the longest spans, named and
described ("~") apart, the inner one the names within. Bias: a passage longer than the network reads
loses its end, with the claims that stand there.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from schemas.base import Status
from training.passages import LETTERS, STATUS, TYPES, Claim, Mention, Passage

LABELS: tuple[str, ...] = tuple(sorted(set(LETTERS.values())))
LINKS: tuple[str, ...] = tuple(
    sorted({*TYPES.values()} - {"IMPACTS"} | {"IMPACTS+", "IMPACTS-"})
)
STATUSES: tuple[Status, ...] = tuple(STATUS.values())
INNER: tuple[str, ...] = ("O", *(f"{at}-{label}" for label in LABELS for at in "BI"))
OUTER: tuple[str, ...] = (
    "O", *(f"{at}-{label}{sort}" for label in LABELS for sort in ("", "~") for at in "BI"),
)  # fmt: skip
LONGEST = 224
"""Word pieces that are read at once: a passage of about 150 words."""


class Span(NamedTuple):
    """Pieces `first` to `last` that mention a thing of the label (its number in `LABELS`)."""

    first: int
    last: int
    label: int
    slot: str


class Example(NamedTuple):
    """A passage in numbers: pieces, a tag for each in both rows, mentions, claims."""

    pieces: list[int]
    outer: list[int]
    inner: list[int]
    spans: list[Span]
    claims: tuple[Claim, ...]


def link_of(claim: Claim) -> int:
    """The number in `LINKS` of the claim's type and sign."""
    return LINKS.index(claim.type + (claim.sign or ""))


def example(
    passage: Passage, pieces: Sequence[int], offsets: Sequence[tuple[int, int]]
) -> Example:
    """The passage as its word pieces (ids and characters) make it."""
    offsets = offsets[:LONGEST]
    rows = {"outer": [0] * len(offsets), "inner": [0] * len(offsets)}
    spans, whole = list[Span](), list[Mention]()
    for m in passage.mentions:
        own = [i for i, (a, b) in enumerate(offsets) if a < b and a < m.end and b > m.start]
        if not own:
            continue
        held = any(o.start <= m.start and m.end <= o.end for o in whole)
        whole += [] if held else [m]
        tags, tag = (INNER, m.label) if held else (OUTER, m.label + ("" if m.named else "~"))
        begin, inside = tags.index(f"B-{tag}"), tags.index(f"I-{tag}")
        for i in own:
            rows["inner" if held else "outer"][i] = begin if i == own[0] else inside
        spans.append(Span(own[0], own[-1], LABELS.index(m.label), m.slot))
    return Example(list(pieces[:LONGEST]), rows["outer"], rows["inner"], spans, passage.claims)
