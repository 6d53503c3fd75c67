"""The process that carries out one query: it loads a graph and then can reach nothing else.

`python -m kg.graph.rdf.worker` takes the question as a line of JSON, then the graph as N-Quads on
standard input, and writes lines of JSON. It is killed when its time is over, since the engine
cannot be stopped from within. Bias: once the graph is loaded it may open no file and no socket, so
a query that slips through the guard still reaches nothing.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kg.graph.rdf.binding import bound, values
from kg.graph.rdf.guard import admitted
from schemas.derive.iris import PREFIXES
from schemas.errors import KnockonError

if TYPE_CHECKING:
    import pyoxigraph

MEMORY = 4 * 2**30
"""Bytes that a query may take beyond the graph."""

Line = dict[str, object]


def main() -> int:
    """Answer the question on standard input; 1 where it is refused or fails."""
    try:
        for line in _answered():
            _say(line)
    except KnockonError as error:
        _say({"error": error.what, "cure": error.cure})
        return 1
    return 0


def _say(line: Line) -> None:
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _answered() -> Iterator[Line]:
    import pyoxigraph

    asked = json.loads(sys.stdin.buffer.readline())
    asked_for = admitted(asked["query"])
    query = admitted(bound(asked_for.text, asked_for.sort, asked["params"])).text
    yield {"admitted": True}
    store = pyoxigraph.Store()
    store.bulk_load(sys.stdin.buffer, format=pyoxigraph.RdfFormat.N_QUADS)
    shut_in()
    yield {"loaded": True}
    try:
        found = store.query(
            query,
            prefixes=PREFIXES,
            use_default_graph_as_union=True,
            custom_functions=values(asked["params"]),
        )
        yield from _lines(found, asked["limit"])
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise KnockonError(f"the query failed: {' '.join(str(error).split())}") from error


def shut_in() -> None:
    """Give up, for good, the right to open files and sockets, to write, and to take all memory."""
    try:
        import resource
    except ImportError:  # not on this system; the guard alone must do
        return
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    for name, most in (("NOFILE", 0), ("FSIZE", 0), ("CORE", 0), ("AS", 2 * used + MEMORY)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(getattr(resource, f"RLIMIT_{name}"), (most, most))


def _lines(found: Any, limit: int) -> Iterator[Line]:
    """The sort of answer and its columns, then its rows, then whether it was cut."""
    import pyoxigraph

    if isinstance(found, pyoxigraph.QueryBoolean):
        yield {"sort": "ask", "columns": [], "truth": bool(found)}
        return
    if isinstance(found, pyoxigraph.QueryTriples):
        yield {"sort": "graph", "columns": ["subject", "predicate", "object"]}
        rows: Iterable[Any] = ((t.subject, t.predicate, t.object) for t in found)
    else:
        yield {"sort": "select", "columns": [v.value for v in found.variables]}
        rows = found
    for count, row in enumerate(rows):
        if count == limit:
            yield {"cut": True}
            return
        yield {"row": [_cell(term) for term in row]}
    yield {"cut": False}


def _cell(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | None) -> object:
    """The term as [kind, value, datatype, language]; None where nothing is bound."""
    import pyoxigraph

    if term is None:
        return None
    if isinstance(term, pyoxigraph.Literal):
        return ["literal", term.value, term.datatype.value, term.language or ""]
    kind = "uri" if isinstance(term, pyoxigraph.NamedNode) else "bnode"
    return [kind, getattr(term, "value", str(term)), "", ""]


if __name__ == "__main__":
    raise SystemExit(main())
