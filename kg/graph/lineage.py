"""What replaces, contradicts or repeats what: read off the state graph and the stories' bodies.

Bias: only claims of one edge are set against each other; none is inferred across edges. An edge
that follows from others cites their claims: what those say of each other is told at theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from kg.graph.moments import rank
from kg.graph.state import AGAINST, DERIVED, Told
from schemas.answer import StateEdge, Support

Stated = Callable[[Support], bool]
"""Whether the claim itself is of the type that follows from others (`DERIVED`)."""


def _told(edge: StateEdge, stated: Stated) -> list[Support]:
    """The claims of this edge itself, by when they were made."""
    own = [s for s in edge.claims if edge.type != DERIVED or stated(s)]
    return sorted(own, key=lambda s: (s.published, s.claim_id, s.story_id))


def superseded(edge: StateEdge, stated: Stated) -> Iterator[tuple[Support, Support]]:
    """Each claim of another status than the one before it, with that one."""
    for before, after in pairwise(_told(edge, stated)):
        if before.status != after.status:
            yield after, before


def contradicted(edge: StateEdge, stated: Stated) -> tuple[Support, Support] | None:
    """The newest claim that it is not so, with the newest that it is; None without both."""
    told = _told(edge, stated)
    against = [s for s in told if s.status in AGAINST]
    others = [s for s in told if s.status not in AGAINST]
    return (against[-1], others[-1]) if against and others else None


def duplicates(stories: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """The ids of each story that tells what an earlier one told, and of the first that did."""
    first: dict[str, str] = {}
    for told in sorted(stories, key=_earliest):
        found = first.setdefault(told.body, told.story_id)
        if found != told.story_id:
            yield told.story_id, found


def _earliest(told: Told) -> tuple[object, ...]:
    when = told.attested or told.published
    return when is None or when.year is None, rank(when), when.text if when else "", told.story_id
