"""The stores under test: the specification, SQLite in memory and on disk, and a real Neo4j."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kg.graph.bolt import Access, Link
from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory
from kg.graph.neo4j import Server
from tests.graph.stores import WIPE
from tests.neo4j_server import Server as Address


@pytest.fixture(params=["specification", "memory", "file", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind in turn."""
    made: dict[str, Callable[[], Store]] = {
        "specification": Memory,
        "memory": lambda: Embedded(":memory:"),
        "file": lambda: Embedded(str(tmp_path / "deep" / "graph.db")),
        "neo4j": lambda: empty(request.getfixturevalue("neo4j")),
    }
    with closing(made[request.param]()) as opened:
        yield opened


def empty(at: Address) -> Server:
    """The store on the session's server, after all that it held is gone."""
    link = Link(at.uri, Access(at.user, at.password))
    link.define(WIPE)
    return Server(link)
