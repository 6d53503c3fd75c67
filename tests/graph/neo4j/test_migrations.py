"""A database is set up once, brought up to date when asked, and left alone where it is not ours."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from kg.graph.bolt import Link
from kg.graph.neo4j import Server, migrations
from kg.graph.neo4j.migrations import SCHEMA, Step, migrate, version
from schemas.base import Edge, forget
from schemas.derive import cypher_constraints
from schemas.errors import StoreError
from tests.graph.factories import resolved, story
from tests.graph.neo4j.conftest import Opening

TOLD = resolved(story("s1", "Keld."))


def names(link: Link) -> set[str]:
    return {row["name"] for row in link.rows("SHOW INDEXES YIELD name")}


def test_an_empty_database_is_set_up_at_once(link_to: Opening, link: Link) -> None:
    assert version(link) == 0
    Server(link_to())
    assert version(link) == SCHEMA
    assert {s.split()[2] for s in cypher_constraints()} <= names(link)


def test_two_that_start_at_once_make_one_store(link_to: Opening, link: Link) -> None:
    links = [link_to() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(Server, links))
        list(pool.map(lambda store: store.add([TOLD], known_from="2025-07-01"), stores))
    assert link.rows("MATCH (b:Books) RETURN count(b) AS count") == [{"count": 1}]
    assert stores[0].story_ids() == ["s1"]
    assert stores[1].stamp() == "4"


def test_somebody_elses_database_is_refused_and_left_as_it_is(link_to: Opening, link: Link) -> None:
    link.run("CREATE (:Person {name: 'Ada'})")
    with pytest.raises(StoreError, match=r"choose an empty database"):
        Server(link_to())
    assert link.rows("MATCH (n) RETURN n.name AS name") == [{"name": "Ada"}]


def test_a_newer_store_is_refused_even_by_one_who_had_it_open(link_to: Opening, link: Link) -> None:
    store = Server(link_to())
    link.run("MATCH (b:Books) SET b.version = $version", version=SCHEMA + 1)
    with pytest.raises(StoreError, match=r"newer knockon"):
        Server(link_to())
    with pytest.raises(StoreError, match=r"newer knockon"):
        store.add([TOLD], known_from="2025-07-01")
    assert store.story_ids() == []


@pytest.fixture
def next_step(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A program of the next version, whose step is cut off when it is first carried out."""
    tried: list[int] = []

    def carry_out(link: Link) -> None:
        link.run("MATCH (b:Books) SET b.tried = true")
        tried.append(1)
        if len(tried) == 1:
            raise StoreError("cut off")

    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, Step(SCHEMA + 1, carry_out)))
    monkeypatch.setattr(migrations, "SCHEMA", SCHEMA + 1)
    monkeypatch.setattr("kg.graph.neo4j.ledger.SCHEMA", SCHEMA + 1)
    return tried


def test_an_older_store_is_migrated_when_asked_and_a_cut_off_step_is_repeated(
    link_to: Opening, link: Link, request: pytest.FixtureRequest
) -> None:
    Server(link_to()).add([TOLD], known_from="2025-07-01")
    tried = request.getfixturevalue("next_step")
    with pytest.raises(StoreError, match=r"kg store migrate"):
        Server(link_to())
    with pytest.raises(StoreError, match=r"cut off"):
        migrate(link)
    assert version(link) == SCHEMA
    migrate(link)
    assert version(link) == SCHEMA + 1
    migrate(link)
    assert len(tried) == 2
    assert Server(link_to()).story_ids() == ["s1"]


def test_a_set_up_that_was_cut_off_is_finished(link_to: Opening, link: Link) -> None:
    migrations.define(link, cypher_constraints()[:5])
    assert version(link) == 0
    assert Server(link_to()).story_ids() == []


def test_a_type_that_is_dropped_in_gets_its_index_before_the_next_write(
    link_to: Opening, link: Link
) -> None:
    store = Server(link_to())
    toy = type("Endorses", (Edge,), {"head": ("Firm",), "tail": ("Firm",)})
    try:
        store.add([TOLD], known_from="2025-07-01")
        assert "edge_endorses_edge_id" in names(link)
    finally:
        forget(toy)
        link.define("DROP INDEX edge_endorses_edge_id IF EXISTS")
