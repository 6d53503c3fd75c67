"""What ArcadeDB answers wrongly without an error: refused, with how to ask instead.

Each case is held by a test against the engine, so that it is taken out when the engine is mended.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.cypher.tokens import QueryRefused, Token, place, tokens

__all__ = ["demand_sound"]

_APART = frozenset({"WITH", "CALL", "EXISTS", "COUNT", "COLLECT", "UNION"})
"""Words after which what was matched before is already known."""
_WITHIN = frozenset({":", "|", "&", "!", "*", ".."})
_PATTERN = frozenset("MATCH WHERE AND OR XOR NOT IN SHORTESTPATH ALLSHORTESTPATHS".split())
"""Words before the bracket of a pattern; any other is a function's name."""


def demand_sound(query: str) -> None:
    """QueryRefused where a property map of a pattern reads a relationship of the same match.

    ArcadeDB 26.10 looks for what has the properties before it knows the relationship.
    """
    found = list(tokens(query))
    bound: set[str] = set()
    for index, token in enumerate(found):
        if token.word in _APART:
            bound.clear()
        elif _opens_relationship(found, index):
            bound.add(found[index + 1].said)
        elif token.said in bound and token.sort != "text" and _in_pattern_map(found, index):
            raise QueryRefused(
                f"ArcadeDB finds nothing for a property map that reads {token.said}",
                where=place(query, token.at),
                cure=f"compare it in WHERE instead: WHERE n.… = {token.said}.…",
            )


def _opens_relationship(found: Sequence[Token], index: int) -> bool:
    """Whether a relationship that has a name begins here: `-[r`."""
    named = index + 1 < len(found) and found[index + 1].sort in {"word", "quoted"}
    return named and found[index].said == "[" and index > 0 and found[index - 1].said == "-"


def _in_pattern_map(found: Sequence[Token], index: int) -> bool:
    """Whether the piece stands in the `{…}` of a node or relationship of a pattern."""
    depth = 0
    for at in range(index - 1, -1, -1):
        depth += {"}": 1, ")": 1, "{": -1, "(": -1}.get(found[at].said, 0)
        if depth < 0:
            if found[at].said == "(":  # of a function within the map: go on outwards
                depth = 0
                continue
            return _is_element(found, at)
    return False


def _is_element(found: Sequence[Token], brace: int) -> bool:
    """Whether the brace follows what begins a node or relationship: `(` or `-[`, name, labels."""
    at = brace - 1
    while at >= 0 and (found[at].sort in {"word", "quoted", "number"} or found[at].said in _WITHIN):
        at -= 1
    before = found[at - 1] if at > 0 else None
    if before is None:
        return False
    if found[at].said == "[":
        return before.said == "-"
    called = at == brace - 1 and bool(before.word) and before.word not in _PATTERN
    return found[at].said == "(" and not called
