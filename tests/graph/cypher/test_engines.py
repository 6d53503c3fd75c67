"""What is not alike in the two engines is known, and told before it misleads."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.graph.cypher import Limits, ask
from kg.graph.cypher.guard import QueryRefused
from kg.graph.cypher.projection import NOW, asked, opened
from kg.graph.cypher.saved import Saved, saved
from kg.graph.memory import Memory
from schemas.errors import StoreError
from tests.graph.cypher.world import Both, told_alike

LATE = (
    "MATCH (a:Entity)-[r:ACQUIRES]->(b) MATCH (c:Claim {edge_id: r.edge_id}) RETURN c.key",
    "MATCH (a:Entity)-[r:ACQUIRES]->(b), (c:Claim {edge_id: r.edge_id}) RETURN c.key",
    "MATCH (a)-[r:ACQUIRES]->() MATCH (c {edge_id: toLower(r.edge_id), status: 'denied'})"
    " RETURN c.key",
    "MATCH ()-[r:ACQUIRES]->() MATCH ()-[y:ACQUIRES {status: r.status}]->(z) RETURN z.name",
)
SOUND = (
    "MATCH (a:Entity)-[r:ACQUIRES]->(b) WITH r MATCH (c:Claim {edge_id: r.edge_id}) RETURN c.key",
    "MATCH ()-[r:ACQUIRES]->() MATCH (c:Claim) WHERE c.edge_id = r.edge_id RETURN c.key",
    "MATCH ()-[r:ACQUIRES]->() WHERE EXISTS { (c:Claim {edge_id: r.edge_id}) } RETURN r.edge_id",
    "MATCH (s:Story) MATCH (c:Claim {story_id: s.story_id}) RETURN c.key",
    "MATCH (a)-[r:ACQUIRES]->(b) RETURN a {.name, as: r.status, of: b.name} AS deal",
    "MATCH (a)-[r:ACQUIRES]->(b) RETURN keys({x: r.status}) AS k, [{x: r.status}] AS l",
    "MATCH (c:Claim {status: 'denied'}) MATCH ()-[r {edge_id: c.edge_id}]->() RETURN r.edge_id",
)
EXPENSIVE = (
    "MATCH (a), (b), (c), (d) WHERE a.name < b.name AND c.name > d.name AND a.name + d.name"
    " CONTAINS b.name + c.name RETURN count(*) AS n"
)
GIVEN = {
    "name": "Orrin Metals", "first": "Barpelu Works", "second": "Keld", "place": "",
    "kind": "ban", "before": "2026", "state": "", "least": 0.0,
}  # fmt: skip


@pytest.mark.parametrize("query", LATE)
def test_what_arcadedb_answers_with_nothing_is_refused_there(both: Both, query: str) -> None:
    assert ask(both.neo4j, query).rows
    assert both.arcade.link.read(query, {}, seconds=20, most=5)[1] == []
    with pytest.raises(QueryRefused, match="compare it in WHERE"):
        both.embedded(query, {})


@pytest.mark.parametrize("query", SOUND)
def test_what_looks_like_it_is_answered(both: Both, query: str) -> None:
    server, own = both.ask(query)
    assert told_alike(server, ordered=False) == told_alike(own, ordered=False)
    assert server.rows


def test_a_row_too_many_is_told_by_both(both: Both) -> None:
    few = Limits(seconds=30.0, most=3)
    query = "MATCH (a), (b) RETURN a.name AS a, b.name AS b"
    for answer in (ask(both.neo4j, query, limits=few), asked(both.arcade, query, {}, few)):
        assert (len(answer.rows), answer.more) == (3, True)


def test_a_query_that_takes_too_long_is_ended_by_both(
    both: Both, world: Memory, cypher_home: Path
) -> None:
    brief = Limits(seconds=2.0, most=3)
    with pytest.raises(StoreError, match="ask for less"):
        ask(both.neo4j, EXPENSIVE, limits=brief)
    with (
        opened(world, "world", cypher_home, NOW, seconds=brief.seconds) as engine,
        pytest.raises(StoreError, match="took over 2 s; ask for less"),
    ):
        asked(engine, EXPENSIVE, {}, brief)


@pytest.mark.parametrize("one", saved(Path("none")), ids=lambda one: one.name)
def test_a_saved_query_is_answered_alike_by_both(both: Both, one: Saved) -> None:
    given = {p.name: GIVEN[p.name] for p in one.params if p.name in GIVEN}
    server, own = both.ask(one.query, **one.values(given))
    assert told_alike(server, ordered=True) == told_alike(own, ordered=True)
