"""Stories that tell amounts of one edge, and the chain in which these replace each other."""

from __future__ import annotations

import itertools
from decimal import Decimal

from kg.graph.contract import Store
from kg.graph.memory import Memory
from kg.graph.shape import Relationship
from kg.graph.whole import shape
from schemas.answer import StateEdge
from schemas.claim import Resolved
from schemas.when import When
from tests.graph.factories import claim, resolved, story

NOW = "2025-07-01"
YEAR = When(text="2025")
ENDS = {
    "FORECASTS": ("firm:keld", "commodity:tin"), "REPORTS": ("country:no", "indicator:jobs"),
    "SETS_RATE": ("agency:trade", "indicator:key-rate"), "OWNS": ("firm:keld", "firm:tavola"),
    "TARGETS": ("policy:levy", "commodity:tin"), "ACQUIRES": ("firm:keld", "firm:tavola"),
    "FINES": ("agency:trade", "firm:keld"), "INVESTS_IN": ("firm:keld", "firm:tavola"),
    "EXPORTS": ("country:no", "commodity:tin"), "DIVESTS": ("firm:keld", "firm:tavola"),
}  # fmt: skip


def tells(
    name: str, amount: str, day: str | None, *, type_: str = "FORECASTS", text: str = "",
    previous: str = "", head: str = "", **more: object,
) -> Resolved:  # fmt: skip
    """A story of that day which tells the amount."""
    one = story(name, text or f"What {name} tells of {amount}.", published=day, publisher=name)
    first, tail = ENDS[type_]
    own = dict(more.pop("more", ())) | ({"previous": previous} if previous else {})
    fields = {"amount": Decimal(amount), "more": tuple(sorted(own.items())), **more}
    return resolved(one, claim(one, head or first, type_, tail, **fields))


def chain(store: Store) -> list[tuple[str, str]]:
    """(later, earlier) story of each claim that replaces another."""
    ties = [r for r in shape(store) if isinstance(r, Relationship) and r.type == "SUPERSEDES"]
    return sorted((t.start.key.partition("/")[0], t.end.key.partition("/")[0]) for t in ties)


def filled(*stories: Resolved) -> Memory:
    store = Memory()
    store.add(stories, known_from=NOW)
    return store


def revised(*stories: Resolved) -> list[tuple[str, str]]:
    """The chain of these stories, which does not hang on the order in which they are read."""
    found = {tuple(chain(filled(*order))) for order in itertools.permutations(stories)}
    assert len(found) == 1
    return list(found.pop())


def edge_of(store: Store) -> StateEdge:
    (edge,) = store.view().edges()
    return edge


MARCH = tells("march", "5800", "2025-03-01")
MAY = tells("may", "6300", "2025-05-01")
JULY = tells("july", "6100", "2025-07-01")
