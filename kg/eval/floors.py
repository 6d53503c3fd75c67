"""Figures held to floors: which of them are under theirs.

A floors file is one JSON object, figure → number. `NAME_figure` holds for the gold called NAME
alone, `figure` for any that has no floors of its own. Bias: a floor for a figure that is not
measured is told, not passed over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from schemas.errors import SourceMalformed, SourceMissing

__all__ = ["AT_MOST", "Held", "hold", "read_floors"]

AT_MOST = frozenset({"unreal_as_fact"})
"""Counts of bad things, whose floor is the most that there may be."""


@dataclass(frozen=True, slots=True)
class Held:
    """What became of the floors: lines for those that do not hold, and names of no figure."""

    under: tuple[str, ...]
    held: tuple[str, ...]
    unknown: tuple[str, ...]


def read_floors(path: Path) -> dict[str, float]:
    """The floors in the file; other values than numbers are left aside.

    Raises SourceMissing or SourceMalformed.
    """
    try:
        written = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        why = error.strerror or "it cannot be opened"
        raise SourceMissing(why, where=str(path), cure="check the path") from error
    except ValueError as error:
        raise SourceMalformed(f"not JSON: {error}", where=str(path)) from error
    if not isinstance(written, dict):
        raise SourceMalformed("not an object", where=str(path), cure='write {"relations_f1": 0.5}')
    return {k: v for k, v in written.items() if type(v) in {int, float}}


def hold(figures: Mapping[str, float], floors: Mapping[str, float], gold: str) -> Held:
    """Hold the figures of the gold of that name to the floors."""
    own = {f"{gold}_{name}": name for name in figures if f"{gold}_{name}" in floors}
    meant = own or {name: name for name in figures if name in floors}
    under = [
        _line(floor, figures[name], floors[floor], at_most=name in AT_MOST)
        for floor, name in meant.items()
        if not _holds(figures[name], floors[floor], at_most=name in AT_MOST)
    ]
    other = sorted(f for f in floors if not any(f"_{f}".endswith(f"_{n}") for n in figures))
    return Held(tuple(under), tuple(meant), tuple(other))


def _holds(value: float, floor: float, *, at_most: bool) -> bool:
    return value <= floor if at_most else value >= floor


def _line(name: str, value: float, floor: float, *, at_most: bool) -> str:
    if at_most:
        return f"{name} is {value:g}, over its ceiling {floor:g}"
    return f"{name} is {value:.4f}, under its floor {floor:g}"
