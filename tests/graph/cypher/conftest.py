"""Both engines with the same small world in them, for as long as a module's tests run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.bolt import Access, Link
from kg.graph.cypher.projection import NOW, opened
from kg.graph.memory import Memory
from kg.graph.whole import shape
from tests.graph.cypher.world import Both, empty, filled, load
from tests.neo4j_server import Server


@pytest.fixture(scope="session")
def world() -> Memory:
    return filled()


@pytest.fixture(scope="session")
def cypher_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cypher")


@pytest.fixture(scope="module")
def both(neo4j: Server, world: Memory, cypher_home: Path) -> Iterator[Both]:
    link = Link(neo4j.uri, Access(neo4j.user, neo4j.password))
    load(link, shape(world))
    with opened(world, "world", cypher_home, NOW, seconds=60.0) as arcade:
        yield Both(link, arcade)
    empty(link)
    link.close()
