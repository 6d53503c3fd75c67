"""A scenario as it was written: shocks, and changes of edges, each with its line.

Names are still words here; `play` finds what they mean in a graph.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from schemas.base import Channel, Sign, Status

Verb = Literal["add", "remove", "scale", "set-status"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written: the file and the line, for messages and as its source."""

    file: str
    line: int

    def __str__(self) -> str:
        """FILE:LINE."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Strike:
    """A shock: on whom, in which channel and how large (-1 to 1), or by which event.

    Of an event or a policy the size is the part of it that comes (0 to 1).
    """

    on: str
    place: Place
    channel: Channel | None = None
    size: float | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of edges: the verb, the ends and type that it fits, and what it sets.

    An empty head, type or tail fits every one. `words` is how messages and answers quote it.
    """

    verb: Verb
    place: Place
    words: str
    head: str = ""
    type: str = ""
    tail: str = ""
    by: float = 1.0
    status: Status = "asserted"
    confidence: float | None = None
    sign: Sign | None = None
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole scenario: what holds before and after (`given`), what it brings, how far to look."""

    name: str
    about: str = ""
    given: tuple[Strike, ...] = ()
    shock: tuple[Strike, ...] = ()
    edits: tuple[Edit, ...] = ()
    options: dict[str, float | int] = field(default_factory=dict)
