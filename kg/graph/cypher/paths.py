"""The paths on which a shock can travel from a thing, asked of the graph in Cypher.

Which types carry one, and which way, is read from the vocabulary. Bias: a thing comes once in a
path; a ring is no further exposure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from schemas.base import state_edges
from schemas.errors import KnockonError

if TYPE_CHECKING:
    from kg.graph.bolt import Link

__all__ = ["MOST", "WAYS", "Way", "paths", "question"]

MOST = 6
"""Hops beyond which nothing is left of a shock."""
WAYS = 100_000
"""Paths beyond which nobody reads them."""


class Way(NamedTuple):
    """A path from the start: its nodes and the edges between them, in the order travelled."""

    nodes: tuple[str, ...]
    edges: tuple[str, ...]


def paths(link: Link, start: str, hops: int, *, seconds: float = 60.0) -> list[Way]:
    """Every path of up to so many hops (1 to 6) that a shock at the node can take, sorted.

    KnockonError where there are more than `WAYS`.
    """
    query, values = question(start, hops)
    _, rows, more = link.read(query, values, seconds=seconds, most=WAYS)
    if more:
        raise KnockonError(f"over {WAYS} paths leave {start}", cure="give fewer hops")
    found: list[Any] = rows
    return sorted(Way(tuple(nodes), tuple(edges)) for nodes, edges in found)


def question(start: str, hops: int) -> tuple[str, dict[str, object]]:
    """The query and its parameters; KnockonError where the hops are none or too many."""
    if not 1 <= hops <= MOST:
        raise KnockonError(f"{hops} hops", cure=f"give 1 to {MOST}")
    ways = {"with": set[str](), "against": set[str]()}
    for kind in state_edges():
        for step in kind.transmissions:
            ways[step.travel].add(kind.TYPE)
    carrying = "|".join(sorted(ways["with"] | ways["against"]))  # from the closed set alone
    query = f"""
        MATCH p = (s:Entity {{node: $start}})-[rs:{carrying}*1..{hops}]-(t:Entity)
        WHERE all(n IN nodes(p) WHERE single(m IN nodes(p) WHERE m.node = n.node))
          AND all(i IN range(0, length(p) - 1) WHERE
                (startNode(rs[i]) = nodes(p)[i] AND type(rs[i]) IN $with)
             OR (endNode(rs[i]) = nodes(p)[i] AND type(rs[i]) IN $against))
        RETURN [n IN nodes(p) | n.node] AS nodes, [r IN rs | r.edge_id] AS edges"""
    return query, {"start": start} | {way: sorted(types) for way, types in ways.items()}
