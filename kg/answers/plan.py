"""A question as it was read: its form, what it is about, and its filters.

Bias: a plan holds only what the words say; every default is visible in it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Literal

from schemas.base import Channel, Sign, Status

Form = Literal[
    "exposed", "helped", "hurt", "is_exposed", "why", "compare", "subjects", "objects", "pairs",
    "holds", "when", "leaving", "path", "show", "timeline", "said", "listing", "sold_for",
    "evidence", "common", "unexposed", "sources", "changes", "things", "left_out",
]  # fmt: skip
Measure = Literal["", "count", "largest", "smallest", "total", "most"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows an answer.

    Dates are (partial) ISO 8601; `hops` is the longest path (0: the default); `via` a node that
    every path passes; `excluding` nodes that no path passes; `statuses` those that count (none:
    all that hold or may come); `within` a country, place or industry that the answers are in,
    `outside` one that they are known not to be in; `limit` how many are named (0: the default).
    """

    as_of: str = ""
    known_at: str = ""
    hops: int = 0
    via: str = ""
    excluding: tuple[str, ...] = ()
    channel: Channel | None = None
    min_confidence: float = 0.0
    statuses: tuple[Status, ...] = ()
    since: str = ""
    until: str = ""
    within: str = ""
    outside: str = ""
    limit: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """A read question. `subject`, `other` and `third` are names as written, still to be found.

    `types` are edge types with the side on which the answers stand ("head" or "tail"); `label`
    keeps answers of one node label, `noun` is a word for them that says more; `kind` is the kind
    of policy or deal that is listed; `sign` keeps stated effects of that sign; `measure` counts
    or compares what is found.
    """

    form: Form
    subject: str = ""
    other: str = ""
    third: str = ""
    types: tuple[tuple[str, str], ...] = ()
    label: str = ""
    noun: str = ""
    kind: str = ""
    event: str = ""
    sign: Sign | None = None
    measure: Measure = ""
    filters: Filters = field(default_factory=Filters)

    def shown(self) -> dict[str, object]:
        """The plan as an answer prints it: only what is set."""
        given = asdict(self)
        inner = {k: v for k, v in given.pop("filters").items() if v}
        types = [f"{t}:{side}" for t, side in given.pop("types")]
        rest = {k: v for k, v in given.items() if v}
        return rest | ({"types": types} if types else {}) | ({"filters": inner} if inner else {})
