"""Chains of state edges between two nodes, found by SPARQL alone.

The same question that exposure asks, in another language: a check of one by the other. Bias: a
chain never visits a node twice, and an edge that names no tail leads nowhere.
"""

from __future__ import annotations

import io
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any, cast

from kg.graph.rdf import terms, write
from schemas.derive.iris import PREFIXES
from schemas.errors import KnockonError

if TYPE_CHECKING:
    import pyoxigraph

    from kg.graph.contract import Store, View

LONGEST = 3
"""Edges of a chain; each more is another join of the whole graph."""


def load(store: Store, view: View | None = None) -> pyoxigraph.Store:
    """The store's graph (or a view's) in memory, to be asked more than once."""
    import pyoxigraph

    graph, text = pyoxigraph.Store(), io.StringIO()
    write(store, "nquads", text, view=view)
    graph.bulk_load(text.getvalue().encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return graph


def chain_query(hops: int) -> str:
    """The SPARQL for all chains of that many edges from `?start` to `?goal`, either way round."""
    nodes = ["?start", *(f"?n{at}" for at in range(1, hops)), "?goal"]
    steps = [
        f"?e{at} a ko:Edge ; ko:edgeId ?id{at} . "
        f"{{ ?e{at} ko:subject {head} ; ko:object {tail} }} UNION "
        f"{{ ?e{at} ko:subject {tail} ; ko:object {head} }}"
        for at, (head, tail) in enumerate(pairwise(nodes), 1)
    ]
    apart = [f"{a} != {b}" for a, b in combinations(nodes, 2)]
    found = " ".join(f"?id{at}" for at in range(1, hops + 1))
    where = f"{' '.join(steps)} FILTER ({' && '.join(apart)})"
    return f"SELECT {found} ?start ?goal WHERE {{ {where} }}"


def paths(
    where: Store | pyoxigraph.Store, start: str, goal: str, hops: int = LONGEST
) -> list[list[str]]:
    """All chains of at most `hops` edges from one node to another, as edge ids, sorted.

    KnockonError for a number of hops that is not 1 to `LONGEST`.
    """
    import pyoxigraph

    if not 1 <= hops <= LONGEST:
        raise KnockonError(f"{hops} hops", where="sparql", cure=f"give 1 to {LONGEST}")
    graph = where if isinstance(where, pyoxigraph.Store) else load(where)
    ends: dict[pyoxigraph.Variable, Any] = {
        pyoxigraph.Variable(name): pyoxigraph.NamedNode(terms.of_node(node))
        for name, node in (("start", start), ("goal", goal))
    }
    found: set[tuple[str, ...]] = set()
    for count in range(1, hops + 1):
        rows = cast(
            "pyoxigraph.QuerySolutions",
            graph.query(chain_query(count), prefixes=PREFIXES, substitutions=ends),
        )
        found |= {tuple(map(_id, [*row][:count])) for row in rows}
    return [list(chain) for chain in sorted(found)]


def _id(cell: object) -> str:
    term = cast("pyoxigraph.Literal", cell)
    return terms.words(terms.Term(term.value, term.datatype.value))
