"""The one Neo4j database of the session, emptied for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from kg.graph.bolt import Access, Link
from kg.graph.neo4j import Server as Neo4jStore
from tests.graph.stores import WIPE
from tests.neo4j_server import Server

Opening = Callable[[], Link]


@pytest.fixture
def link_to(neo4j: Server) -> Iterator[Opening]:
    """Opens links to an empty database; they are closed, and it is emptied, in the end."""
    opened: list[Link] = []

    def another() -> Link:
        opened.append(Link(neo4j.uri, Access(neo4j.user, neo4j.password)))
        return opened[-1]

    another().define(WIPE)
    yield another
    opened[0].define(WIPE)
    for link in opened:
        link.close()


@pytest.fixture
def link(link_to: Opening) -> Link:
    """A link to an empty database."""
    return link_to()


@pytest.fixture
def store(link_to: Opening) -> Neo4jStore:
    """An empty store."""
    return Neo4jStore(link_to())
