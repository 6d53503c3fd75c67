"""Amounts that replace amounts as a server shows them: after every write, and once migrated."""

from __future__ import annotations

from contextlib import closing

from kg.graph.bolt import Link
from kg.graph.memory import Memory
from kg.graph.neo4j import Server, migrations
from kg.resolve.judged import judgement
from tests.graph.neo4j.conftest import Opening
from tests.graph.neo4j.shown import shown, wanted
from tests.graph.revising import JULY, MARCH, MAY, NOW, tells
from tests.graph.stores import digest_of

BATCH = [MARCH, MAY, JULY, tells("raised", "7000", None, previous="6100")]
_CHAIN = "MATCH (a:Claim)-[:SUPERSEDES]->(b:Claim) RETURN a.story_id AS a, b.story_id AS b"


def chain(link: Link) -> list[tuple[str, str]]:
    return sorted((row["a"], row["b"]) for row in link.rows(_CHAIN))


def test_what_is_shown_of_a_chain_follows_every_write(store: Server, link: Link) -> None:
    for one in (JULY, MARCH, MAY):
        store.add([one], known_from=NOW)
        assert shown(link) == wanted(store)
    assert chain(link) == [("july", "may"), ("may", "march")]
    store.judge(judgement(sort="retract", ends=("may", ""), who="us", made="2025-08-01"))
    assert chain(link) == [("july", "march")]
    assert shown(link) == wanted(store)
    store.rebuild()
    assert shown(link) == wanted(store)


def test_a_database_of_before_is_given_its_chains(link_to: Opening, link: Link) -> None:
    with closing(Server(link_to())) as store:
        store.add(BATCH, known_from=NOW)
    link.run("MATCH (:Claim)-[s:SUPERSEDES]->() DELETE s")
    link.run("MATCH ()-[e:FORECASTS]->() SET e.amount_text = '5800', e.amount = 5800.0")
    link.run("MATCH (b:Books) SET b.version = 1")
    migrations.migrate(link_to())
    fresh = Memory()
    fresh.add(BATCH, known_from=NOW)
    store = Server(link_to())
    assert chain(link) == [("july", "may"), ("may", "march")]
    assert digest_of(store) == digest_of(fresh)
    assert shown(link) == wanted(store)
