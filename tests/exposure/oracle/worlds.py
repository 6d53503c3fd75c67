"""Random worlds of every edge type, and the engine asked about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal, cast

from hypothesis import strategies as st

from kg.exposure import Links, spread
from kg.exposure.factors import Factors
from kg.graph.contract import View
from kg.graph.facts import gather
from kg.graph.state import Key
from kg.graph.view import GraphView
from schemas.answer import StateEdge, Support
from schemas.base import STATUSES, Channel, edge_types
from schemas.claim import Entity
from schemas.when import When
from tests.exposure.factories import ToyView
from tests.exposure.oracle import design
from tests.exposure.oracle.walks import Masses, World

LABELS = {
    "f1": "Firm", "f2": "Firm", "f3": "Firm", "f4": "Firm", "p1": "Product", "p2": "Product",
    "m1": "Commodity", "i1": "Industry", "c1": "Country", "c2": "Country", "l1": "Policy",
    "a1": "Agency", "t1": "Place", "e1": "Exchange", "n1": "Indicator", "o1": "Portfolio",
    "h1": "Person",
}  # fmt: skip
ENDS = [
    (head, name, tail)
    for name, kind in sorted(edge_types().items())
    if name in design.TABLE
    for head, a in LABELS.items()
    for tail, b in LABELS.items()
    if a in kind.head and b in kind.tail and head != tail and not (kind.symmetric and head > tail)
]
Engine = Literal["plain", "kernel"]
Shock = Sequence[tuple[str, str, float]]


def edge(head: str, type_: str, tail: str, **more: object) -> StateEdge:
    """An edge with its real id and one claim."""
    sign = "-" if type_ == "IMPACTS" else None
    given = {"status": "asserted", "confidence": 1.0, "sign": sign} | more
    key = Key(head, type_, tail, given["sign"] if type_ == "IMPACTS" else None)  # type: ignore[arg-type]
    words = Support(
        claim_id=key.edge_id, story_id=key.edge_id, quote="So.", start=0, end=3, status="asserted"
    )
    own = {"edge_id": key.edge_id, "head": head, "type": type_, "tail": tail, "claims": (words,)}
    return StateEdge.model_validate(own | given)


@st.composite
def edges(draw: st.DrawFn, most: int = 9, types: Sequence[str] = ()) -> tuple[StateEdge, ...]:
    """Edges of any type with any status, age and share; one between two nodes of one type."""
    pool = [e for e in ENDS if not types or e[1] in types]
    ends = draw(st.lists(st.sampled_from(pool), min_size=1, max_size=most, unique=True))
    return tuple(_dressed(draw, *e) for e in ends)


def _dressed(draw: st.DrawFn, head: str, type_: str, tail: str) -> StateEdge:
    scales = sorted({r.scale for r in design.TABLE[type_] if r.scale})
    share = draw(st.none() | st.integers(1, 100)) if scales else None
    return edge(
        head, type_, tail,
        confidence=draw(st.floats(0.05, 0.999)),
        status=draw(st.sampled_from(STATUSES)),
        sign=draw(st.sampled_from("+-")) if type_ == "IMPACTS" else None,
        last_attested=draw(st.none() | st.just(When.parse("2024-03-01"))),
        more=tuple((name, f"{share}%") for name in scales if share is not None),
    )  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn, most: int = 9) -> World:
    """A world and what is asked of it: which country the shock is about, which way it points."""
    about = draw(st.sets(st.sampled_from(sorted(LABELS)), max_size=3))
    signs = {n: draw(st.sampled_from((1, -1))) for n in sorted(about)}
    day = draw(st.none() | st.sampled_from(["2024-03-01", "2025-06-01"]))
    return World(
        LABELS, draw(edges(most)), When.parse(day).last() if day else None, frozenset(about), signs,
        evidenced=draw(st.booleans()),
    )  # fmt: skip


SHOCKS = st.lists(
    st.tuples(
        st.sampled_from(sorted(LABELS)),
        st.sampled_from(design.CHANNELS),
        st.sampled_from((-0.01, 0.01)),
    ),
    min_size=1,
    max_size=3,
)


def view(world: World, engine: Engine = "plain") -> View:
    """The world as a view: two dictionaries, or one that has a kernel."""
    entities = [Entity(node=n, label=label, name=n) for n, label in sorted(world.labels.items())]
    as_of = When.parse(world.as_of.isoformat()) if world.as_of else None
    if engine == "plain":
        by_node, by_edge = {e.node: e for e in entities}, {e.edge_id: e for e in world.edges}
        return ToyView(by_node, by_edge, as_of=as_of)
    made = GraphView({n: n for n in world.labels}, gather([(entities, [])]), world.edges, [])
    made.as_of = as_of
    return made


def pushed(
    world: World, shock: Shock, *, hops: int = 4, engine: Engine = "plain",
    factors: Factors | None = None,
) -> Masses:  # fmt: skip
    """What the engine says of the shock, by node and channel."""
    links = Links(
        view(world, engine), factors or Factors(), evidenced=world.evidenced, signs=world.signs,
        about=world.about,
    )  # fmt: skip
    found = spread(links, cast("Iterable[tuple[str, Channel, float]]", shock), hops=hops, epsilon=0)
    return {(n, c): s for n, at in found.score.items() for c, s in at.items()}


def differs(one: Masses, two: Masses, near: float = 1e-7) -> list[tuple[str, str]]:
    """The states in which the two disagree."""
    states = sorted(one.keys() | two.keys())
    return [s for s in states if abs(one.get(s, 0.0) - two.get(s, 0.0)) > near]


def of(world: World, *given: StateEdge) -> World:
    """The same questions to other edges."""
    return replace(world, edges=given)
