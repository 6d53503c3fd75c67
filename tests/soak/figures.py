"""The one table that a soak ends in: what was done how often, and what it cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple


class Figures(NamedTuple):
    """What a run did: `lost` and `doubled` must be 0 and `errors` empty.

    `acknowledged` counts writes that a store said were kept.
    """

    what: str
    count: int
    acknowledged: int
    lost: int = 0
    doubled: int = 0
    errors: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def sound(self) -> bool:
        """Whether nothing was lost, doubled or wrong."""
        return not (self.lost or self.doubled or self.errors)


def timed(run: Callable[[], Figures]) -> Figures:
    """The figures of the run with how long it took."""
    begun = time.monotonic()
    return run()._replace(seconds=time.monotonic() - begun)


def table(rows: Sequence[Figures]) -> str:
    """The figures, one run a line, and the errors beneath."""
    heads = ("what", "count", "acknowledged", "lost", "doubled", "errors", "seconds")
    cells = [heads, *(_cells(row) for row in rows)]
    widths = [max(len(row[at]) for row in cells) for at in range(len(heads))]
    lines = ["  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
             for row in cells]  # fmt: skip
    return "\n".join([*lines, *(f"! {row.what}: {error}" for row in rows for error in row.errors)])


def _cells(row: Figures) -> tuple[str, ...]:
    counts = (row.count, row.acknowledged, row.lost, row.doubled, len(row.errors))
    return (row.what, *map(str, counts), f"{row.seconds:.1f}")
