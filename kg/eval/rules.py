"""What annotators agreed on that is about single types of edge and single statuses.

The one place of `kg.eval` that names types. Bias: what the annotation leaves out is not judged,
neither for nor against the reader.
"""

from __future__ import annotations

from schemas.base import edge_types

__all__ = ["COUNTS_AS", "NOT_ANNOTATED", "REAL", "TURNED", "UNREAL", "headed", "plain", "two_way"]

NOT_ANNOTATED = frozenset(
    "IN_INDUSTRY INPUT_TO REPORTS SETS_RATE MEMBER_OF SUBSTITUTES_FOR LENDS_TO HOLDS"
    " SUPPORTS".split()
)
"""Types that the gold does not annotate."""
TURNED = {"INPUT_TO": "DEPENDS_ON"}
"""A type that is not annotated → the one that says the same the other way round."""

UNREAL = frozenset({"denied", "negated", "rumoured"})
REAL = frozenset({"asserted", "completed"})
COUNTS_AS = {"agreed": {"planned", "asserted"}, "ended": {"negated", "asserted", "completed"}}
"""A status that annotators do not use → those that stand for it."""


def plain(type_: str, head: str) -> str:
    """The type as the gold has it, whose head has the label: what a policy restricts it targets."""
    return "TARGETS" if type_ == "RESTRICTS" and head == "Policy" else type_


def two_way(type_: str) -> bool:
    """Whether the type has no direction."""
    kind = edge_types().get(type_)
    return bool(kind and kind.symmetric)


def headed(type_: str) -> bool:
    """Whether the type can do without a tail, so that its head alone is judged."""
    kind = edge_types().get(type_)
    return bool(kind and kind.tail_optional)
