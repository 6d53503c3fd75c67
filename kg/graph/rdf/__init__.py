"""The store as RDF: written, read back, asked in SPARQL. The only place that knows RDF libraries.

Bias: a rumour or denial is never found under the predicate of facts, in whatever way the graphs
are put together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph

    from kg.graph.contract import Store, View
    from kg.graph.rdf.reading import Contents

__all__ = ["FORMS", "lines", "paths", "read", "write"]

FORMS = ("turtle", "jsonld", "nquads")
"""The forms that a store is written in."""


def write(
    store: Store, form: str, stream: TextIO, *, view: View | None = None, entered: bool = False
) -> None:
    """Write the store (or the view of a moment) as RDF in a form of `FORMS`, part by part.

    Equal content gives equal text; `entered` adds since when each thing is known, which is not
    part of the content. KnockonError for any other form.
    """
    stream.writelines(lines(store, form, view=view, entered=entered))


def lines(
    store: Store, form: str, *, view: View | None = None, entered: bool = False
) -> Iterator[str]:
    """What `write` writes, part by part; KnockonError for another form."""
    from kg.graph.rdf.store import blocks
    from kg.graph.rdf.writing import written

    return written(blocks(store, view, entered=entered), form)


def read(form: str, text: str) -> Contents:
    """The entities, edges and claims of a text that `write` wrote in that form."""
    from kg.graph.rdf.reading import contents

    return contents(form, text)


def paths(
    where: Store | pyoxigraph.Store, start: str, goal: str, hops: int = 3
) -> list[list[str]]:
    """All chains of at most `hops` (1 to 3) edges between two nodes, as edge ids, by SPARQL."""
    from kg.graph.rdf import chains

    return chains.paths(where, start, goal, hops)
