"""The graph: recorded claims, who is who, and the state graph that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph.bolt import Access, Link
    from kg.graph.contract import Store

__all__ = ["Versions", "is_server", "migrate", "open_link", "open_store", "versions"]


class Versions(NamedTuple):
    """The version of a store's schema, and the one that this program writes."""

    store: int
    program: int


def is_server(url: str) -> bool:
    """Whether the address names a Neo4j server; StoreError for a scheme that is none of ours."""
    from schemas.errors import StoreError

    scheme, sep, _ = url.partition("://")
    if sep and scheme.startswith(("bolt", "neo4j")):
        return True
    if sep and scheme != "sqlite":
        cure = "give a path, :memory:, bolt://… or neo4j://…"
        raise StoreError(f"no store is known by the scheme {scheme!r}", where=url, cure=cure)
    return False


def open_store(url: str, access: Access | None = None, home: Path | None = None) -> Store:
    """The store at a path, `:memory:` or a Neo4j address; StoreError where it cannot be opened.

    `home` is where what is worked out from a server's graph is kept; a file has it beside itself.
    """
    if is_server(url):
        from kg.graph.neo4j import Server

        return Server(open_link(url, access), home)
    from kg.graph.embedded import Embedded

    return Embedded(_path(url))


def open_link(url: str, access: Access | None = None) -> Link:
    """The connection to a Neo4j server, for Cypher; StoreError where it cannot be reached."""
    from kg.graph.bolt import Access, Link

    return Link(url, access or Access())


def versions(url: str, access: Access | None = None) -> Versions:
    """How old the schema of the store there is (0: there is none yet)."""
    if is_server(url):
        from contextlib import closing

        from kg.graph.neo4j import migrations

        with closing(open_link(url, access)) as link:
            return Versions(migrations.version(link), migrations.SCHEMA)
    from kg.graph.ddl import SCHEMA
    from kg.graph.embedded import version_of

    return Versions(version_of(_path(url)), SCHEMA)


def migrate(url: str, access: Access | None = None) -> None:
    """Bring the store's schema up to date; a store that is new is made."""
    if is_server(url):
        from contextlib import closing

        from kg.graph.neo4j import migrations

        with closing(open_link(url, access)) as link:
            migrations.migrate(link)
        return
    from kg.graph.embedded import Embedded

    Embedded(_path(url), migrate=True).close()


def _path(url: str) -> str:
    return url.removeprefix("sqlite://")
