"""Which answers are in a country, place or industry: by what stories say, else by reference data.

Bias: an entity of which nobody tells where it is, is left out and counted.
"""

from __future__ import annotations

from typing import TypeVar

from kg.answers.acts import text_of, tokens
from kg.answers.name import one
from kg.answers.plan import Plan
from kg.graph.contract import View
from schemas.answer import Exposure
from schemas.claim import Entity

Found = TypeVar("Found", Exposure, Entity)
HOPS = 3  # a plant in a city in a country
_STATES = {"LOCATED_IN", "MEMBER_OF", "IN_INDUSTRY"}
_OVER = {"denied", "negated", "ended"}
_SOIL = {"Country", "Place"}
_PLACES = {"Country", "Place", "Industry"}


def place_of(view: View, name: str) -> Entity:
    """The country, place or industry of that name; EntityUnknown where there is none."""
    bare = name.removesuffix(" industry").removesuffix(" sector")
    for words in dict.fromkeys((name, bare, f"{bare}s", f"{bare} industry")):
        found = [e for e in view.find(words) if e.label in _PLACES]
        if found:
            return found[0]
    return _land(view, name) or one(view, name)


def _land(view: View, name: str) -> Entity | None:
    """The country of the graph that reference data knows by that name or demonym."""
    from kg.reference.universe import universe

    codes = universe().countries_of(name)
    return view.entity(f"country:{next(iter(codes))}") if len(codes) == 1 else None


def is_place(view: View, name: str) -> bool:
    """Whether the name is that of a country, place or industry, and of nothing else."""
    bare = name.removesuffix(" industry").removesuffix(" sector")
    found = [e for words in {name, bare, f"{bare}s"} for e in view.find(words)]
    if not found:
        return _land(view, name) is not None
    return all(e.label in _PLACES for e in found)


def is_called(view: View, plan: Plan, entity: Entity) -> bool:
    """Whether the narrower noun of the question is in its name or is its industry."""
    words = tokens(plan.noun)
    if not words or words <= tokens(text_of(entity)):
        return True
    return any(is_within(view, entity.node, i) for i in view.find(plan.noun, "Industry"))


def called_note(plan: Plan) -> str:
    """The line that says how the noun was read."""
    return f"{plan.noun!r} is read as those so called, or of the industry so called"


def is_within(view: View, node: str, place: Entity) -> bool:
    """Whether the node is in the place, through at most HOPS places in each other."""
    front, seen = {node}, {node}
    for _ in range(HOPS):
        front = {far for at in front for far in _around(view, at)} - seen
        if place.node in front:
            return True
        seen |= front
    return place.label == "Country" and _is_of(view, node, place)


def is_outside(view: View, node: str, place: Entity) -> bool:
    """Whether the node is, or is known to be in, a country or place that is not that place."""
    entity = view.entity(node)
    around = [e for e in map(view.entity, sorted(_around(view, node))) if e]
    known = any(e.label in _SOIL for e in (*around, *((entity,) if entity else ())))
    return known and node != place.node and not is_within(view, node, place)


def _is_of(view: View, node: str, place: Entity) -> bool:
    """Whether reference data puts the node's own country in the place, which may be a bloc."""
    from kg.reference.universe import universe

    entity = view.entity(node)
    code = dict(entity.properties).get("country") if entity else None
    return code is not None and code in universe().countries_of(place.node)


def _around(view: View, node: str) -> set[str]:
    """What the node is in: by edges, and by the country and industry that it is known for."""
    found = {e.tail for e in view.out_edges(node) if e.type in _STATES and e.status not in _OVER}
    entity = view.entity(node)
    for name, value in entity.properties if entity else ():
        if name == "industry":
            found.add(value)
        if name == "country" and (entity and entity.label != "Country"):
            found |= {e.node for e in (*view.find(value, "Country"), *_coded(view, value))}
    return found


def _coded(view: View, code: str) -> list[Entity]:
    """The country of an ISO code, where the graph holds it."""
    entity = view.entity(f"country:{code}")
    return [entity] if entity else []


def inside(
    view: View, plan: Plan, found: list[Found]
) -> tuple[list[Found], tuple[str, ...]]:
    """Those in the place asked for, or known to be out of it, and a line on the others."""
    kept = found
    notes: tuple[str, ...] = ()
    if plan.filters.within:
        place = place_of(view, plan.filters.within)
        kept = [e for e in kept if e.node == place.node or is_within(view, e.node, place)]
        notes += outside_note(len(found) - len(kept), place)
    if plan.filters.outside:
        place, before = place_of(view, plan.filters.outside), len(kept)
        kept = [e for e in kept if is_outside(view, e.node, place)]
        notes += _inside_note(before - len(kept), place)
    return kept, notes


def _inside_note(count: int, place: Entity) -> tuple[str, ...]:
    return (f"{count} in {place.name}, or of whom nobody tells where",) if count else ()


def outside_note(count: int, place: Entity) -> tuple[str, ...]:
    """The line that says how many answers are not known to be in the place."""
    return (f"{count} not known to be in {place.name}",) if count else ()
