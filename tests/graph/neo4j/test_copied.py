"""Copies as a server shows them: kept up to date write by write, and brought up to date."""

from __future__ import annotations

from contextlib import closing

from kg.graph.bolt import Link
from kg.graph.memory import Memory
from kg.graph.neo4j import Server, migrations
from kg.resolve.judged import judgement
from tests.graph.neo4j.conftest import Opening
from tests.graph.neo4j.shown import shown, wanted
from tests.graph.stores import digest_of
from tests.graph.test_repeats import BATCH, COPIES, NOW, wire

_POINTERS = "MATCH (s:Story)-[:DUPLICATE_OF]->(t:Story) RETURN s.story_id AS own, t.story_id AS to"


def pointers(link: Link) -> list[tuple[str, str]]:
    return sorted((row["own"], row["to"]) for row in link.rows(_POINTERS))


def test_what_is_shown_of_copies_follows_every_write(store: Server, link: Link) -> None:
    for name in "fdcabe":
        store.add([wire(name)], known_from=NOW)
        assert shown(link) == wanted(store)
    assert pointers(link) == COPIES
    for gone in "ab":
        store.judge(judgement(sort="retract", ends=(gone, ""), who="us", made="2025-08-01"))
        assert shown(link) == wanted(store)
    assert pointers(link) == []
    store.rebuild()
    assert shown(link) == wanted(store)


def test_a_database_of_before_near_copies_is_brought_up_to_date(
    link_to: Opening, link: Link
) -> None:
    with closing(Server(link_to())) as store:
        store.add(BATCH, known_from=NOW)
    link.run("MATCH (m:Mark) DELETE m")
    link.run("MATCH (r:Record) SET r.body = left(r.body, 16)")
    link.run("MATCH (:Story)-[d:DUPLICATE_OF]->() DELETE d")
    link.run("MATCH ()-[e:ACQUIRES]->() SET e.confidence = 0.999")
    link.run("MATCH (b:Books) SET b.version = 1")
    migrations.migrate(link_to())
    fresh = Memory()
    fresh.add(BATCH, known_from=NOW)
    store = Server(link_to())
    assert digest_of(store) == digest_of(fresh)
    assert shown(link) == wanted(store)
    assert pointers(link) == COPIES
