"""Whether a proof left something out that was known: evidence against an answer is evidence too.

A certificate is closed in itself, and so is one from which a denial was taken out with all that
followed from it. Only a store can tell: at every node that the shock went through, the claims that
it knew no later than the cited ones belong to the proof; what came in later is a note. Bias: what
was known at the same moment was known.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.exposure.certificate.case import Case
from kg.exposure.certificate.opening import Evidence
from kg.exposure.certificate.seen import carries, edges_at
from schemas.answer import StateEdge, Support

Cited = tuple[StateEdge, Support]


def coverage(case: Case) -> Iterator[str]:
    """No claim on a link of a node that the shock went through was known then and is left out."""
    for place in case.places:
        since = place.known(sorted(case.stories))
        last = max(since.values(), default="")
        for edge, cited in _lacking(case, place):
            if place.known([cited.story_id]).get(cited.story_id, last) <= last:
                link = f"{case.name(edge.head)} {edge.type} {case.name(edge.tail)}"
                told = f"claim {cited.claim_id} of story {cited.story_id}"
                yield f"{told} on {link} was known and is left out"


def heard_since(case: Case) -> list[str]:
    """What a store has heard since of the same nodes: the proof holds, the answer may not."""
    new = len({(c.story_id, c.claim_id) for p in case.places for _, c in _lacking(case, p)})
    return [f"{new} claims on the same nodes came in since: ask again"] if new else []


def _lacking(case: Case, place: Evidence) -> list[Cited]:
    """The claims on links of the nodes gone through that are not in the proof."""
    view = place.view(case.proof.as_of, case.proof.known_at)
    if view is None:
        return []
    proved = {(c.story_id, c.claim_id) for c in case.proof.claims}
    ends = edges_at(view, case.passed)
    every = {e.edge_id: e for both in ends.values() for e in (*both[0], *both[1]) if carries(e)}
    return [
        (edge, cited)
        for _, edge in sorted(every.items())
        for cited in edge.claims
        if (cited.story_id, cited.claim_id) not in proved
    ]
