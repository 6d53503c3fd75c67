"""What an answer does not know: names left unlinked, damaged words, links gone stale.

Looks only at the stories that the answer cites and the links it used. Bias: says too much rather
than too little about its own gaps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.exposure.links import age
from kg.exposure.shock import Shock
from kg.graph.contract import View
from schemas.answer import Exposure, StateEdge
from schemas.base import edge_types

_UNLINKED = {"ambiguous", "unresolved"}
SHOWN = 20  # unlinked names listed by name; the rest is counted
STALE = 0.25  # a link that has lost three quarters of its weight to age: two half-lives


@dataclass(frozen=True, slots=True)
class Coverage:
    """Names that stayed unlinked in the stories cited, and one line for every other gap."""

    unlinked: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def coverage(view: View, shocks: Sequence[Shock], exposures: Sequence[Exposure]) -> Coverage:
    """What was left out of the answer, and why."""
    stories = {c.story_id for e in exposures for p in e.paths for s in p.steps for c in s.claims}
    touched = {e.node for e in exposures} | {s.node for s in shocks}
    edges = {e.edge_id: e for n in touched for e in (*view.out_edges(n), *view.in_edges(n))}
    stories |= {c.story_id for e in edges.values() for c in e.claims}
    refused = [r for r in view.refusals() if r.story_id in stories]
    names = sorted({r.text for r in refused if r.why in _UNLINKED and r.text != r.text.lower()})
    lines = [_line(why, n) for why, n in sorted(Counter(r.why for r in refused).items())]
    stale = _stale(view, [e for _, e in sorted(edges.items())])
    lines += [f"{stale} links not attested for two half-lives or more"] if stale else []
    return Coverage(tuple(names[:SHOWN]), (*lines, *view.notes()))


def _line(why: str, count: int) -> str:
    meaning = {
        "ambiguous": ("name that fits several things", "names that fit several things"),
        "unresolved": ("word without a known bearer", "words without a known bearer"),
        "damaged": ("damaged sentence, half trusted", "damaged sentences, half trusted"),
        "hedged": ("hedged statement", "hedged statements"),
        "contradicts": (
            "sentence whose numbers contradict each other, trusted less",
            "sentences whose numbers contradict each other, trusted less",
        ),
        "schema": (
            "statement that the vocabulary does not allow",
            "statements that the vocabulary does not allow",
        ),
    }
    return f"{count} {meaning[why][count != 1]}"


def _stale(view: View, edges: Sequence[StateEdge]) -> int:
    kinds = edge_types()
    return sum(e.type in kinds and age(e, kinds[e.type], view.as_of) <= STALE for e in edges)
