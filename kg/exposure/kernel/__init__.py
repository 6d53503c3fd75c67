"""The exposure engine on arrays: projected from a store once, asked in milliseconds.

`kernel_of` gives a view's kernel where it has one; `kg.exposure.spread` and `.links` then work on
it and give what they give without it. Reads a store through its view alone. Bias: a view or an
edge type that the arrays cannot tell exactly has no kernel, and is walked edge by edge.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.graph.ledgerview import LedgerView
from kg.graph.packed import pages
from kg.graph.view import GraphView
from schemas.errors import StoreError

if TYPE_CHECKING:
    from pathlib import Path

    from kg.exposure.kernel.engine import Engine
    from kg.exposure.kernel.projection import Projection
    from kg.exposure.links import Links
    from kg.graph.contract import View
    from kg.graph.ledger import Ledger
    from schemas.answer import StateEdge

KEPT = 20_000
"""Edges from which on a projection is kept on disk: smaller ones are made as fast as read."""
PAYS = 50
"""Edges for each that was written since, from which on the others are not read again."""
TRIES = 3
"""Times that a projection is begun anew because the store was written to meanwhile."""
HUB = "Country"

_held: weakref.WeakKeyDictionary[object, tuple[str, Projection]] = weakref.WeakKeyDictionary()


class Kernel:
    """A projection and the view whose edges it numbers."""

    def __init__(self, graph: Projection, view: View) -> None:
        self.graph = graph
        self._view = view

    def engine(self, links: Links) -> Engine:
        """The kernel under the terms of these links."""
        from kg.exposure.kernel.engine import Engine

        return Engine(self, links)

    def edges(self, numbers: Iterable[int]) -> list[StateEdge]:
        """The edges of these numbers, whole."""
        wanted = list(numbers)
        ids = [self.graph.id_of(n) for n in wanted]
        if isinstance(self._view, LedgerView):
            found = {e.edge_id: e for e in self._view.ledger.drawn(ids)}
        else:
            heads = {self.graph.head_of(n) for n in wanted}
            found = {e.edge_id: e for h in sorted(heads) for e in self._view.out_edges(h)}
        return [found[i] for i in ids]


def kernel_of(view: View) -> Kernel | None:
    """The view's kernel; None where it offers none or holds what arrays cannot tell."""
    from kg.exposure.kernel.terms import fits

    graph: Projection | None = None
    if type(view) is LedgerView:  # a subclass may show other edges than its ledger has
        graph = _of_store(view)
    elif type(view) is GraphView:
        graph = _of_dicts(view)
    return Kernel(graph, view) if graph and fits(graph.types) else None


def _of_dicts(view: GraphView) -> Projection:
    from kg.exposure.kernel.reading import project

    if view not in _held:
        countries = [e.node for e in view.entities() if e.label == HUB]
        _held[view] = "", project(pages(view.edges()), countries)
    return _held[view][1]


def _of_store(view: LedgerView) -> Projection | None:
    """The store's projection: the one at hand, the one on disk, else made from its edges.

    None where others keep writing while it is made.
    """
    ledger = view.ledger
    content = ledger.content()
    held = _held.get(ledger)
    if held and held[0] == content:
        return held[1]
    graph = _read(ledger, content)
    for _ in range(TRIES):
        graph = graph or _made(view, content)
        if graph:
            _held[ledger] = content, graph
            return graph
        content = ledger.content()
    return None


def _read(ledger: Ledger, content: str) -> Projection | None:
    from kg.exposure.kernel.cache import load

    folder = ledger.folder()
    return load(folder, content) if folder else None


def _made(view: LedgerView, content: str) -> Projection | None:
    """The projection of that content; None where it is gone before all is read."""
    from kg.exposure.kernel.cache import load, save
    from kg.exposure.kernel.reading import project

    ledger, folder = view.ledger, view.ledger.folder()
    try:
        countries = _countries(view)
        graph = _grown(ledger, folder, countries) or project(ledger.packed(), countries)
    except StoreError:  # pages of several contents do not fit together
        if ledger.content() == content:
            raise
        return None
    if ledger.content() != content:
        return None
    if folder and graph.edges >= KEPT and save(graph, folder, content):
        return load(folder, content) or graph
    return graph


def _grown(ledger: Ledger, folder: Path | None, countries: list[str]) -> Projection | None:
    """An earlier projection, the one at hand or one on disk, with what came since; if it pays."""
    from kg.exposure.kernel.cache import contents, load
    from kg.exposure.kernel.growing import grown

    held = _held.get(ledger)
    for content in [*([held[0]] if held else ()), *(contents(folder) if folder else ())]:
        since = ledger.grown(content)
        if since is None:
            continue
        graph = held[1] if held and held[0] == content else folder and load(folder, content)
        if graph and graph.edges >= max(KEPT, since.many * PAYS):
            return grown(graph, since, countries)
    return None


def _countries(view: LedgerView) -> list[str]:
    entities = map(view.entity, view.ledger.bearing(HUB))
    return [e.node for e in entities if e and e.label == HUB]
