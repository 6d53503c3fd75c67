"""A question as it was read: its form, what it is about, and its filters.

Bias: a plan holds only what the words say; every default is visible in it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Literal

from schemas.base import Channel

Form = Literal[
    "exposed", "helped", "hurt", "is_exposed", "subjects", "objects", "path", "show", "timeline",
    "listing", "sold_for",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows an answer: dates (ISO), hops, a node to pass, nodes to leave out."""

    as_of: str = ""
    known_at: str = ""
    hops: int = 0
    via: str = ""
    excluding: tuple[str, ...] = ()
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A read question. `subject` and `other` are names as written, still to be found.

    `types` are edge types with the side on which the answers stand ("head" or "tail"); `label`
    keeps answers of one node label; `kind` is the kind of policy or deal that is listed.
    """

    form: Form
    subject: str = ""
    other: str = ""
    types: tuple[tuple[str, str], ...] = ()
    label: str = ""
    kind: str = ""
    event: str = ""
    filters: Filters = field(default_factory=Filters)

    def shown(self) -> dict[str, object]:
        """The plan as an answer prints it: only what is set."""
        given = asdict(self)
        inner = {k: v for k, v in given.pop("filters").items() if v}
        types = [f"{t}:{side}" for t, side in given.pop("types")]
        rest = {k: v for k, v in given.items() if v}
        return rest | ({"types": types} if types else {}) | ({"filters": inner} if inner else {})
