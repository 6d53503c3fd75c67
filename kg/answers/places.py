"""What counts as a place or a group that one is in, joins or leaves.

Bias: what is named after a place ("London Stock Exchange") or lies in it is part of it, and the
answer says so.
"""

from __future__ import annotations

from kg.answers.acts import tokens
from kg.answers.name import one
from kg.answers.statuses import OVER
from kg.graph.contract import View
from schemas.answer import StateEdge
from schemas.base import edge_types
from schemas.errors import EntityUnknown


def is_tie(edge: StateEdge) -> bool:
    """Whether the edge ties its head to a place, a group or a post."""
    kind = edge_types().get(edge.type)
    return kind is not None and (kind.phrase.startswith("is ") or kind.head == ("Person",))


def places(view: View, words: str) -> tuple[set[str], tuple[str, ...]]:
    """The thing of that name and what is named after it or lies in it, with a note on those."""
    name = tokens(words)
    around = {
        e.node for e in view.entities() if e.label in {"Exchange", "Place", "Index"}
        and any(name < t for t in map(tokens, (e.name, *e.aliases)))
    }  # fmt: skip
    try:
        first = one(view, words)
    except EntityUnknown:
        if not around:
            raise
    else:
        inner = (e for e in view.in_edges(first.node) if is_tie(e) and e.status not in OVER)
        sites = {"Exchange", "Place"}
        around |= {e.head for e in inner if (h := view.entity(e.head)) and h.label in sites}
        around.add(first.node)
    named = sorted(e.name for n in around if (e := view.entity(n)))
    return around, (f"read as {', '.join(named)}",) if len(named) > 1 else ()
