"""The oracle tests tested: the register, the priors and the edges are bent, and each is caught.

A mutant is caught where the engine, with the bent part, no longer agrees with the oracle, which has
its own table. Those that cannot be caught, since they change nothing, are listed with their reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

import pytest

from kg.exposure.factors import KAPPA, STATUS, Factors
from schemas.answer import StateEdge
from schemas.base import CHANNELS, Edge, Transmission, edge_types
from tests.exposure.oracle import design
from tests.exposure.oracle.walks import World, by_walks
from tests.exposure.oracle.worlds import ENDS, LABELS, Engine, Shock, differs, edge, of, pushed

Rows = tuple[Transmission, ...]
Bend = Callable[[Transmission], Transmission | None]
OTHER = {"with": "against", "against": "with"}
NEXT = dict(zip(CHANNELS, (*CHANNELS[1:], CHANNELS[0]), strict=True))


def put(**change: object) -> Bend:
    return lambda t: t.model_copy(update=change)


BENDS: dict[str, Bend] = {
    "its direction flipped": lambda t: t.model_copy(update={"travel": OTHER[t.travel]}),
    "its sign swapped": lambda t: t.model_copy(update={"factor": -t.factor}),
    "its factor doubled": lambda t: t.model_copy(update={"factor": 2 * t.factor}),
    "its factor halved": lambda t: t.model_copy(update={"factor": t.factor / 2}),
    "its channel in changed": lambda t: t.model_copy(update={"into": NEXT[t.into]}),
    "its channel out changed": lambda t: t.model_copy(update={"out": NEXT[t.out]}),
    "its share forgotten": lambda t: t.model_copy(update={"scale": ""}) if t.scale else t,
    "taken out": lambda _t: None,
    "its mark as a proxy lost": lambda t: t.model_copy(update={"proxy": not t.proxy}),
}


class Mutant(NamedTuple):
    """One transmission of a type, bent one way."""

    type: str
    number: int
    bend: str

    def __str__(self) -> str:
        row = design.TABLE[self.type][self.number]
        return f"{self.type} {row.travel} {row.into}>{row.out}: {self.bend}"

    def rows(self) -> Rows:
        """The type's transmissions with this one bent."""
        held = list(edge_types()[self.type].transmissions)
        bent = BENDS[self.bend](held[self.number])
        return tuple(t for t in (*held[: self.number], bent, *held[self.number + 1 :]) if t)


def mutants() -> Iterator[Mutant]:
    """Every bend of every transmission that it changes."""
    for name in design.TABLE:
        for number, given in enumerate(edge_types()[name].transmissions):
            for bend, how in BENDS.items():
                if how(given) != given:
                    yield Mutant(name, number, bend)


def symmetric(mutant: Mutant) -> bool:
    """A type that has no direction passes each row both ways, however often it is written."""
    both = {(r.into, r.out) for r in design.TABLE[mutant.type] if r.travel == "with"}
    row = design.TABLE[mutant.type][mutant.number]
    twice = (row.into, row.out) in both and row.travel == "against"
    if mutant.type not in design.SYMMETRIC:
        return False
    return mutant.bend == "its direction flipped" or (
        mutant.bend == "taken out" and (twice or row.travel == "with")
    )


EVERY = list(mutants())
EQUAL = [m for m in EVERY if symmetric(m)]
CAUGHT = [m for m in EVERY if not symmetric(m)]
SHOCK_CHANNELS = tuple(CHANNELS)


def witness(type_: str, **more: object) -> World:
    """A world of one edge of the type, and of a share where the type has one."""
    head, _, tail = next(e for e in ENDS if e[1] == type_)
    scales = {r.scale for r in design.TABLE[type_] if r.scale}
    held = edge(head, type_, tail, confidence=0.8, more=tuple((s, "40%") for s in scales), **more)
    return World(LABELS, (held,), about=frozenset({head, tail}), signs={head: -1, tail: -1})


def shocks(world: World) -> list[Shock]:
    """A small shock in every channel at every end."""
    ends = sorted({n for e in world.edges for n in (e.head, e.tail)})
    return [[(n, c, -0.01)] for n in ends for c in SHOCK_CHANNELS]


def disagrees(
    engine: World, oracle: World, *, with_: Engine = "plain", factors: Factors | None = None
) -> bool:
    """Whether the engine on one world and the oracle on the other differ for some shock."""
    return any(
        differs(pushed(engine, s, engine=with_, factors=factors), by_walks(oracle, s, 4))
        for s in shocks(oracle)
    )


def bent(monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> type[Edge]:
    kind = edge_types()[mutant.type]
    monkeypatch.setattr(kind, "transmissions", mutant.rows())
    return kind


@pytest.mark.parametrize("type_", design.TABLE)
def test_without_a_mutant_nothing_differs(type_: str) -> None:
    world = witness(type_)
    assert not disagrees(world, world)
    assert not disagrees(world, world, with_="kernel")
    assert not disagrees(replace(world, evidenced=True), replace(world, evidenced=True))


@pytest.mark.parametrize("mutant", CAUGHT, ids=str)
def test_a_bent_transmission_is_caught(monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    bent(monkeypatch, mutant)
    world = witness(mutant.type)
    proven = replace(world, evidenced=True)
    assert disagrees(world, world) or disagrees(proven, proven)


TURNED = [m for m in CAUGHT if m.number == 0 and m.bend in {"its sign swapped", "taken out"}]


@pytest.mark.parametrize("mutant", TURNED, ids=str)
def test_the_kernel_is_bent_by_it_too(monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    bent(monkeypatch, mutant)
    world = witness(mutant.type)
    assert disagrees(world, world, with_="kernel")


@pytest.mark.parametrize("mutant", EQUAL, ids=str)
def test_a_type_without_direction_is_the_same_however_its_rows_are_turned(
    monkeypatch: pytest.MonkeyPatch, mutant: Mutant
) -> None:
    bent(monkeypatch, mutant)
    world = witness(mutant.type)
    assert not disagrees(world, world)


def first(type_: str) -> StateEdge:
    return witness(type_).edges[0]


@pytest.mark.parametrize("type_", [t for t in design.TABLE if t not in design.SYMMETRIC])
def test_an_edge_turned_round_is_caught(type_: str) -> None:
    world, held = witness(type_), first(type_)
    turned = held.model_copy(update={"head": held.tail, "tail": held.head})
    same = type_ in {"INVESTS_IN", "IN_INDUSTRY"}  # their rows are alike in both directions
    assert disagrees(of(world, turned), world) is not same


@pytest.mark.parametrize("hedge", ["agreed", "planned", "rumoured", "denied", "negated", "ended"])
@pytest.mark.parametrize("type_", design.TABLE)
def test_a_dropped_hedge_is_caught(type_: str, hedge: str) -> None:
    hedged = witness(type_, status=hedge)
    plain = of(hedged, hedged.edges[0].model_copy(update={"status": "asserted"}))
    assert not disagrees(hedged, hedged)
    assert disagrees(plain, hedged)


@pytest.mark.parametrize("type_", design.TABLE)
def test_a_confidence_that_is_not_its_own_is_caught(type_: str) -> None:
    world, held = witness(type_), first(type_)
    assert disagrees(of(world, held.model_copy(update={"confidence": 0.4})), world)


@pytest.mark.parametrize("type_", design.TABLE)
def test_an_edge_lost_is_caught(type_: str) -> None:
    world = witness(type_)
    assert disagrees(of(world), world)


@pytest.mark.parametrize("sign", ["+", None])
def test_an_effect_with_another_sign_is_caught(sign: str | None) -> None:
    world, held = witness("IMPACTS"), first("IMPACTS")
    assert disagrees(of(world, held.model_copy(update={"sign": sign})), world)


SHARED = [name for name, rows in design.TABLE.items() if any(r.scale for r in rows)]


@pytest.mark.parametrize("type_", SHARED)
def test_a_share_that_is_not_its_own_is_caught(type_: str) -> None:
    world, held = witness(type_), first(type_)
    assert disagrees(of(world, held.model_copy(update={"more": ()})), world)


FACTORS: dict[str, Factors] = {
    "gamma": Factors(gamma=0.9),
    **{f"status {s}": Factors(status={**STATUS, s: f / 2 + 0.01}) for s, f in STATUS.items()},
    **{f"kappa {a}>{b}": Factors(kappa={**KAPPA, (a, b): k / 2}) for (a, b), k in KAPPA.items()},
    "a kappa too many": Factors(kappa={**KAPPA, ("price", "demand"): 0.2}),
}


@pytest.mark.parametrize("name", FACTORS)
@pytest.mark.parametrize("engine", ["plain", "kernel"])
def test_a_bent_prior_is_caught(name: str, engine: Engine) -> None:
    status = name.removeprefix("status ") if name.startswith("status") else "asserted"
    world = witness("SUPPLIES", status=status)
    assert disagrees(world, world, with_=engine, factors=FACTORS[name])


def test_a_half_life_that_is_not_its_own_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    import datetime as dt

    from schemas.when import When

    seen = When.parse("2024-03-01")
    for type_ in design.TABLE:
        world = replace(witness(type_, last_attested=seen), as_of=dt.date(2025, 6, 1))
        assert not disagrees(world, world)
        with monkeypatch.context() as patch:
            kind = edge_types()[type_]
            patch.setattr(kind, "half_life", 6.0)
            assert disagrees(world, world), type_


def test_how_many_mutants_there_are() -> None:
    assert len(CAUGHT) >= 300
    assert {m.type for m in EQUAL} <= set(design.SYMMETRIC)
