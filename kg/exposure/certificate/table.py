"""All priors of a calculation as one table, and what differs between two of them.

Why: a score means nothing without the priors that made it. Bias: every prior is in it, used or
not, so that no version of this program passes for another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from kg.exposure.certificate.shape import Prior, Table
from kg.exposure.factors import (
    EXPORTER,
    FLOOR,
    FORECAST,
    PER_INDUSTRY,
    PREMIUM,
    TARIFF,
    Factors,
    key,
)
from kg.exposure.paths import PATHS
from kg.exposure.spread import EPSILON, HOPS
from schemas.base import Channel, Status, edge_types

ABSENT = "absent"
_USERS = ("gamma", "proxy", "kappa", "status")
_PARTS = ("kappa", "status", "transmissions", "half_lives", "constants")


def table(used: Factors) -> Table:
    """Every prior, with the user's own in their places."""
    kinds = [kind for _, kind in sorted(edge_types().items())]
    made = Table(
        gamma=used.gamma,
        proxy=used.proxy,
        kappa={f"{a}>{b}": k for (a, b), k in sorted(used.kappa.items())},
        status={str(s): f for s, f in sorted(used.status.items())},
        transmissions={
            key(kind.TYPE, t): Prior(
                factor=used.crossing(kind.TYPE, t), scale=t.scale, proxy=t.proxy, source=t.source
            )
            for kind in kinds
            for t in kind.transmissions
        },
        half_lives={kind.TYPE: kind.half_life for kind in kinds if kind.transmissions},
        constants=_constants(),
        changed=(),
    )
    if used == Factors():
        return made
    return made.model_copy(update={"changed": tuple(sorted(_names(table(Factors()), made)))})


def _constants() -> dict[str, float]:
    return {
        "exporter": EXPORTER, "floor": FLOOR, "forecast": FORECAST, "premium": PREMIUM,
        "per_industry": float(PER_INDUSTRY), "tariff": TARIFF,
        "epsilon": EPSILON, "hops": float(HOPS), "paths": float(PATHS),
    }  # fmt: skip


def factors_of(given: Table) -> Factors:
    """The priors to calculate with; KeyError for a table without one that is needed."""
    base = Factors()
    return Factors(
        gamma=given.gamma,
        proxy=given.proxy,
        kappa={_pair(name): factor for name, factor in given.kappa.items()},
        status=cast("Mapping[Status, float]", {s: given.status[s] for s in base.status}),
        changed={
            name: given.transmissions[name].factor
            for name in given.changed
            if name in given.transmissions
        },
    )


def _pair(name: str) -> tuple[Channel, Channel]:
    a, b = name.split(">")
    return cast("tuple[Channel, Channel]", (a, b))


def differences(given: Table) -> list[str]:
    """What the table says otherwise than this program, the user's own priors left aside."""
    own, other = _flat(table(Factors())), _flat(given)
    every = sorted(own.keys() | other.keys())
    found = [n for n in every if own.get(n, ABSENT) != other.get(n, ABSENT)]
    wrong = [
        f"prior {name!r} is {_said(other.get(name, ABSENT))} there, "
        f"{_said(own.get(name, ABSENT))} here"
        for name in found
        if name not in given.changed or not _is_users(own.get(name), other.get(name), name)
    ]
    kept = sorted(set(given.changed) - set(found))
    return wrong + [f"prior {name!r} is called the user's own and is not" for name in kept]


def _is_users(own: object, other: object, name: str) -> bool:
    """Whether a user can have set the prior so: there is one, and only its factor differs."""
    if isinstance(own, Prior) and isinstance(other, Prior):
        return own.model_copy(update={"factor": other.factor}) == other
    part, _, _ = name.partition(" ")
    return part in _USERS and isinstance(own, float) and isinstance(other, float)


def _names(left: Table, right: Table) -> Iterator[str]:
    one, two = _flat(left), _flat(right)
    return (name for name in one if one[name] != two[name])


def _flat(given: Table) -> dict[str, object]:
    """Every prior by its name: a transmission's is its key, the others say their sort."""
    found: dict[str, object] = {"gamma": given.gamma, "proxy": given.proxy}
    for part in _PARTS:
        held: Mapping[str, object] = getattr(given, part)
        plain = part == "transmissions"
        found |= {name if plain else f"{part} {name}": value for name, value in held.items()}
    return found


def _said(value: object) -> str:
    if value is None:
        return "none"
    if isinstance(value, Prior):
        return f"{value.factor:g}" + (f" x {value.scale}" if value.scale else "")
    return f"{value:g}" if isinstance(value, int | float) else str(value)
