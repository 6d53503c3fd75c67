"""What replaces, contradicts or repeats what: read off an edge's claims and the stories' bodies.

Bias: only claims of one edge are set against each other; none is inferred across edges. An edge
that follows from others cites their claims: what those say of each other is told at theirs.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from kg.graph.copies import bodies, copied
from kg.graph.moments import rank
from kg.graph.revisions import revised
from kg.graph.state import DERIVED
from kg.graph.witness import AGAINST, Told, Witness, by_day, in_order
from schemas.answer import StateEdge, Support

__all__ = ["contradicted", "duplicates", "of_itself", "repeated", "superseded"]


def of_itself(edge: StateEdge, find: Callable[[Support], Witness]) -> list[Witness]:
    """The witnesses of this edge itself, and not of those that it follows from."""
    if len(edge.claims) < 2:
        return []
    found = map(find, edge.claims)
    return [w for w in found if edge.type != DERIVED or w.claim.type == DERIVED]


def superseded(heard: Sequence[Witness]) -> Iterator[tuple[Witness, Witness]]:
    """Each claim of an edge of another status or amount than one before it, with that one."""
    told = by_day(heard)
    pairs = pairwise(witness for _, witness in told)
    turned = [(b, a) for a, b in pairs if a.claim.status != b.claim.status]
    found = {(_ref(a), _ref(b)): (a, b) for a, b in (*turned, *revised(told))}
    yield from found.values()


def contradicted(heard: Sequence[Witness]) -> tuple[Witness, Witness] | None:
    """The newest claim that it is not so, with the newest that it is; None without both."""
    told = in_order(heard)
    against = [w for w in told if w.claim.status in AGAINST]
    others = [w for w in told if w.claim.status not in AGAINST]
    return (against[-1], others[-1]) if against and others else None


def _ref(witness: Witness) -> tuple[str, str]:
    return witness.claim.story_id, witness.claim.claim_id


def duplicates(stories: Iterable[Told]) -> Iterator[tuple[str, str]]:
    """The ids of each story that tells what an earlier one told, and of the first that did."""
    told = sorted(stories, key=_earliest)
    same, first = bodies((t.body for t in told), None), dict[str, str]()
    for one in told:
        found = first.setdefault(same[one.body], one.story_id)
        if found != one.story_id:
            yield one.story_id, found


def repeated(fresh: Collection[str], stories: Iterable[Told]) -> int:
    """How many of the fresh stories carry the text of a known one, or of one fresh before it."""
    found, told = 0, {t.story_id: t for t in stories}
    known = [t.body for story_id, t in told.items() if story_id not in fresh]
    for story_id in sorted(fresh):
        own = told[story_id].body
        found += any(copied(own, other) for other in known)
        known.append(own)
    return found


def _earliest(told: Told) -> tuple[object, ...]:
    when = told.attested or told.published
    return when is None or when.year is None, rank(when), when.text if when else "", told.story_id
