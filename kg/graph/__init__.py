"""The graph: recorded claims, who is who, and the state graph that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.contract import Store

__all__ = ["open_store"]


def open_store(url: str) -> Store:
    """The store at a path, or `:memory:`; StoreError where it cannot be opened."""
    from schemas.errors import StoreError

    scheme, sep, _ = url.partition("://")
    if sep and scheme.startswith(("bolt", "neo4j")):
        cure = "give a path to an embedded store instead"
        raise StoreError("Neo4j is not supported in this version", where=url, cure=cure)
    if sep and scheme != "sqlite":
        cure = "give a path, or :memory:"
        raise StoreError(f"no store is known by the scheme {scheme!r}", where=url, cure=cure)
    from kg.graph.embedded import Embedded

    return Embedded(url.removeprefix("sqlite://") if sep else url)
