"""What replaces, contradicts or repeats what: read off the state graph and the stories' bodies.

Bias: only claims of one edge are set against each other; none is inferred across edges.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from kg.graph.moments import rank
from kg.graph.state import AGAINST, Told
from schemas.answer import StateEdge, Support


def _told(support: Support) -> tuple[str, str, str]:
    return support.published, support.claim_id, support.story_id


def superseded(edge: StateEdge) -> Iterator[tuple[Support, Support]]:
    """Each claim of another status than the one before it, with that one."""
    for before, after in pairwise(sorted(edge.claims, key=_told)):
        if before.status != after.status:
            yield after, before


def contradicted(edge: StateEdge) -> tuple[Support, Support] | None:
    """The newest claim that it is not so, with the newest that it is; None without both."""
    told = sorted(edge.claims, key=_told)
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
