"""The options that shape an answer, every one of them spelt out, as a certificate holds them.

Names are nodes here: what a name means may change, what was excluded may not. Bias: an option that
the plan of the question does not tell, or tells otherwise, is a failure, even where it changes
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.exposure import EVERY, LIMIT, Ask, Factors
from kg.exposure.spread import HOPS
from schemas.base import Channel, Record, Status
from schemas.when import When

SIDES: Mapping[str, frozenset[str]] = {
    "hurt": frozenset({"hurt", "mixed"}), "helped": frozenset({"helped", "mixed"}),
}  # fmt: skip
NAMED = ("is_exposed", "why", "compare")
"""Forms of questions that ask about the entities that they name."""
FORMS = ("exposed", *SIDES, *NAMED)
"""The forms of questions that ask who is exposed."""
ONE = ("via", "within", "outside")
"""Options that are about one node."""
_FILTERS = (
    *ONE, "as_of", "known_at", "hops", "excluding", "channel", "min_confidence", "statuses",
    "since", "until", "limit",
)  # fmt: skip


class Options(Record):
    """How far, by which channel, from which confidence on, how many; then what narrows the answer.

    `via` is a node that every path passes, `excluding` nodes that none passes; `statuses` those
    that count (none: all); `since`, `until`: links begun or told then; `side`, `label`, `within`,
    `outside` and `named` say which of the reached are listed.
    """

    hops: int
    channel: Channel | None
    min_confidence: float
    limit: int
    structural: bool
    via: str
    excluding: tuple[str, ...]
    statuses: tuple[Status, ...]
    since: When | None
    until: When | None
    side: str
    label: str
    within: str
    outside: str
    named: tuple[str, ...]

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes that the options are about."""
        one = (self.via, self.within, self.outside)
        return (*(n for n in one if n), *self.excluding, *self.named)

    @property
    def narrows(self) -> bool:
        """Whether some of the graph is left out of sight."""
        return bool(self.excluding or self.statuses or self.since or self.until)

    def ask(self, factors: Factors) -> Ask:
        """The options of the calculation, for everything that is reached."""
        return Ask(
            hops=self.hops, channel=self.channel, min_confidence=self.min_confidence,
            limit=EVERY, structural=self.structural, factors=self.counting(factors),
        )  # fmt: skip

    def counting(self, factors: Factors) -> Factors:
        """The priors with nothing left of the statuses that do not count."""
        if not self.statuses:
            return factors
        kept = {s: f if s in self.statuses else 0.0 for s, f in factors.status.items()}
        return replace(factors, status=kept)


def options(ask: Ask, **narrowing: object) -> Options:
    """The options of a calculation, and what narrows it, with the defaults of what is not given."""
    plain: dict[str, object] = {
        "hops": ask.get("hops", HOPS),
        "channel": ask.get("channel"),
        "min_confidence": ask.get("min_confidence", 0.0),
        "limit": ask.get("limit", LIMIT),
        "structural": ask.get("structural", True),
        "via": "", "excluding": (), "statuses": (), "since": None, "until": None,
        "side": "", "label": "", "within": "", "outside": "", "named": (),
    }  # fmt: skip
    return Options.model_validate(plain | narrowing)


def differences(given: Options, plan: Mapping[str, object]) -> Iterator[str]:
    """Where the options are not those that the plan of the question tells."""
    form = plan.get("form")
    if form not in FORMS:
        yield f"no question of the form {form!r} asks who is exposed"
    told = plan.get("filters", {})
    filters: Mapping[str, object] = told if isinstance(told, Mapping) else {}
    plain = options(Ask())
    for name in ("hops", "channel", "min_confidence", "statuses"):
        yield from _unlike(name, getattr(given, name), filters.get(name, getattr(plain, name)))
    most = plan.get("limit", filters.get("limit", plain.limit))
    yield from _unlike("limit", given.limit, most)
    yield from _unlike("structural", given.structural, plain.structural)
    yield from _unlike("label", given.label, plan.get("label", ""))
    yield from _unlike("side", given.side, form if form in SIDES else "")
    for name in ("since", "until"):
        day: When | None = getattr(given, name)
        yield from _unlike(name, day.text if day else "", filters.get(name, ""))
    names = [n for key in ("other", "third") if form in NAMED and (n := plan.get(key))]
    yield from _counted("named", given.named, names)
    excluded = filters.get("excluding", ())
    yield from _counted("excluding", given.excluding, excluded)
    for name in ONE:
        one = filters.get(name)
        yield from _counted(name, [n for n in (getattr(given, name),) if n], [one] if one else [])
    for name in sorted(set(filters) - set(_FILTERS)):
        yield f"the plan of the question is narrowed by {name}, which no certificate proves"


def _unlike(name: str, given: object, told: object) -> Iterator[str]:
    same = list(told) if isinstance(told, tuple | list) else told
    now = list(given) if isinstance(given, tuple) else given
    if now != same or isinstance(now, bool) != isinstance(same, bool):
        yield f"{name} is {_said(now)}, and the plan of the question says {_said(same)}"


def _said(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nothing"
    return "nothing" if value in ("", None) else str(value)


def _counted(name: str, given: Sequence[str], told: object) -> Iterator[str]:
    """Whether there is a node for each name; which one it is, a store can tell."""
    names = list(told) if isinstance(told, tuple | list) else [told]
    if len(given) != len(names):
        shown = _said(list(given)), _said(names)
        yield f"{name} is {shown[0]}, and the plan of the question says {shown[1]}"


def meant(given: Options, plan: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """Option, name in the plan and node, for each name that stands for a node."""
    told = plan.get("filters", {})
    filters: Mapping[str, object] = told if isinstance(told, Mapping) else {}
    excluded = filters.get("excluding", ())
    names = list(excluded) if isinstance(excluded, tuple | list) else []
    yield from (("excluding", str(n), at) for n, at in zip(names, given.excluding, strict=False))
    asked = [str(n) for key in ("other", "third") if (n := plan.get(key))]
    yield from (("named", n, at) for n, at in zip(asked, given.named, strict=False))
    yield from ((n, str(filters[n]), getattr(given, n)) for n in ONE if n in filters)
