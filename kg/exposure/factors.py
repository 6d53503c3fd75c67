"""The priors of exposure: how much of a shock passes, what discounts it, and where each came from.

Orders of magnitude, never a price forecast. A user edits them in one TOML text; an answer prints
those it used. Bias: a key that names nothing is refused, so that no edit is silently without
effect.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import cast, get_args

from schemas.base import CHANNELS, STATUSES, Channel, Edge, Status, Transmission, edge_types
from schemas.errors import SchemaError

GAMMA = 0.85  # what is left of a shock after one hop; design prior
KAPPA: Mapping[tuple[Channel, Channel], float] = {  # inside one node; design priors
    ("access", "supply"): 0.8,  # who may not trade, cannot deliver
    ("supply", "finance"): 0.5,
    ("demand", "finance"): 0.5,
    ("price", "finance"): 0.3,
}
STATUS: Mapping[Status, float] = {  # how far a statement of this status counts; design priors
    "asserted": 1.0,
    "completed": 1.0,
    "agreed": 0.8,
    "planned": 0.5,
    "rumoured": 0.2,
    "denied": 0.05,
    "negated": 0.0,
    "ended": 0.0,
}
PROXY = 0.3  # industry to member; sector proxies err by up to 37 % (arXiv 2302.11451)
FORECAST = 0.2  # a forecast counts for this part of the change it foresees; design prior
PREMIUM = 0.3  # a takeover's premium on the target where the text gives none; own prior
TARIFF = 0.25  # a tariff's rate where the text gives none; own prior
EXPORTER = 0.5  # part of a tariff that falls on the exporter's demand; design prior
PER_INDUSTRY = 10  # listed firms named for one industry: a sample, not a census
FLOOR = 0.045  # scores below are dust: what an exchange takes from the ruin of one listed firm
# A mass flows through a node's channels in this order, so that kappa never runs in a circle.
ORDER: tuple[Channel, ...] = ("access", "price", "demand", "supply", "finance")
CAVEAT = "priors for orders of magnitude, not a price forecast"


@dataclass(frozen=True, slots=True)
class Factors:
    """All priors of one calculation; `changed` holds the user's own transmission factors."""

    gamma: float = GAMMA
    kappa: Mapping[tuple[Channel, Channel], float] = field(default_factory=lambda: dict(KAPPA))
    status: Mapping[Status, float] = field(default_factory=lambda: dict(STATUS))
    proxy: float = PROXY
    changed: Mapping[str, float] = field(default_factory=dict)

    def crossing(self, type_: str, given: Transmission) -> float:
        """The signed factor of one transmission, the user's where there is one."""
        return self.changed.get(key(type_, given), given.factor)

    def inside(self, channel: Channel) -> Iterator[tuple[Channel, float]]:
        """Where a mass in `channel` shows up inside the node, itself first, with its factor."""
        share = dict.fromkeys(ORDER, 0.0)
        share[channel] = 1.0
        for at in ORDER:
            for (source, out), kappa in sorted(self.kappa.items()):
                share[out] += kappa * share[at] if source == at else 0.0
        return ((c, share[c]) for c in ORDER if share[c])


def key(type_: str, given: Transmission) -> str:
    """A transmission's name in the user's file: `SUPPLIES with supply>supply`."""
    return f"{type_} {given.travel} {given.into}>{given.out}"


def factors_from(text: str) -> Factors:
    """The priors with the changes of a TOML text; SchemaError for a key that names nothing.

    Tables: `gamma`, `proxy`; `[status] planned = 0.5`; `[kappa] "supply>finance" = 0.5`;
    `[transmissions] "SUPPLIES with supply>supply" = 0.6`.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SchemaError(f"not TOML: {error}", where="factors") from error
    _refuse_unknown(given, {"gamma", "proxy", "status", "kappa", "transmissions"})
    base = Factors()
    status = dict(base.status) | cast("dict[Status, float]", _table(given, "status", STATUSES))
    known = {key(e.TYPE, t) for e in edge_types().values() for t in e.transmissions}
    return replace(
        base,
        gamma=_number("gamma", given.get("gamma", base.gamma)),
        proxy=_number("proxy", given.get("proxy", base.proxy)),
        status=status,
        kappa=dict(base.kappa) | _kappa(_table(given, "kappa", _kappa_names())),
        changed=_table(given, "transmissions", known),
    )


def factors(use: Factors | None = None, types: Iterable[str] | None = None) -> tuple[str, ...]:
    """Every prior as a line with its source, or only those of the given edge types."""
    use = use or Factors()
    wanted = None if types is None else set(types)
    return (
        CAVEAT,
        f"gamma = {use.gamma:g} a hop (design prior)",
        *(f"kappa {a}>{b} = {k:g} (design prior)" for (a, b), k in sorted(use.kappa.items())),
        "status " + ", ".join(f"{s} {use.status[s]:g}" for s in STATUSES) + " (design prior)",
        f"industry to listed member = {use.proxy:g} (proxy, arXiv 2302.11451)",
        *(line for e in _sorted_types() if wanted is None or e.TYPE in wanted
          for line in _lines(use, e)),
    )  # fmt: skip


def _sorted_types() -> list[type[Edge]]:
    return [edge for _, edge in sorted(edge_types().items())]


def _lines(use: Factors, edge: type[Edge]) -> Iterator[str]:
    for given in edge.transmissions:
        scale = f" x {given.scale}" if given.scale else ""
        source = "user" if key(edge.TYPE, given) in use.changed else given.source
        mark = ", proxy" if given.proxy else ""
        factor = f"{use.crossing(edge.TYPE, given):g}{scale}"
        yield f"{key(edge.TYPE, given)} = {factor} ({source}{mark})"


def _kappa_names() -> set[str]:
    return {f"{a}>{b}" for i, a in enumerate(ORDER) for b in ORDER[i + 1 :]}


def _kappa(given: Mapping[str, float]) -> dict[tuple[Channel, Channel], float]:
    return {cast("tuple[Channel, Channel]", tuple(k.split(">"))): v for k, v in given.items()}


def _table(given: Mapping[str, object], name: str, allowed: Iterable[str]) -> dict[str, float]:
    table = given.get(name, {})
    if not isinstance(table, dict):
        raise SchemaError(f"{name!r} is no table", where="factors", cure=f"write [{name}]")
    _refuse_unknown(table, set(allowed))
    return {str(k): _number(f"{name}.{k}", v) for k, v in sorted(table.items())}


def _number(name: str, value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not -1 <= value <= 1:
        raise SchemaError(f"{name} = {value!r}", where="factors", cure="give a number in [-1, 1]")
    return float(value)


def _refuse_unknown(given: Mapping[str, object], allowed: set[str]) -> None:
    for name in sorted(set(given) - allowed):
        raise SchemaError(
            f"{name!r} names no prior", where="factors", cure="see the list that factors() prints"
        )


if set(ORDER) != set(CHANNELS) or set(get_args(Channel)) != set(ORDER):
    raise TypeError("the flow order of kg.exposure.factors leaves out a channel")
