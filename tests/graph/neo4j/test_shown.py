"""What Cypher users see is, after any history, what the contract of the store says."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.neo4j import Server
from kg.resolve.register import judgement
from schemas.claim import Entity, Resolved
from schemas.errors import KnockonError
from tests.graph.curbed import curbed
from tests.graph.factories import NODES, batches, claim, entity, resolved, story
from tests.graph.neo4j.conftest import Opening
from tests.graph.neo4j.shown import shown, wanted
from tests.graph.stores import WIPE, told

VERBS = st.sampled_from(("add", "add", "add", "merge", "split", "retract", "undo", "rebuild"))
ACTS = st.lists(st.tuples(VERBS, st.integers(0, 99), st.integers(0, 99)), min_size=4, max_size=8)


def act(store: Store, stories: list[Resolved], verb: str, picks: tuple[int, int], at: int) -> None:
    """Carry out one act of a history; what the store refuses changes nothing."""
    made, (one, two) = f"2025-08-{at + 1:02d}", picks
    ids, said = store.story_ids() or ["s?"], store.judgements()
    nodes = [node for node, *_ in NODES]
    ends = {
        "merge": (nodes[one % len(nodes)], nodes[two % len(nodes)]),
        "split": (nodes[one % len(nodes)], nodes[two % len(nodes)]),
        "retract": (ids[one % len(ids)], ""),
        "undo": (said[one % len(said)].judgement_id if said else "none", ""),
    }
    try:
        if verb == "add":
            store.add([stories[one % len(stories)], stories[two % len(stories)]], known_from=made)
        elif verb == "rebuild":
            store.rebuild()
        else:
            sort, both = verb, ends[verb]
            store.judge(judgement(sort=sort, ends=both, who="me", made=made))  # type: ignore[arg-type]
    except KnockonError:
        return


@settings(max_examples=4, suppress_health_check=list(HealthCheck), deadline=None)
@given(batches(6), ACTS)
def test_after_any_history_the_graph_is_what_the_contract_says(
    link_to: Opening, stories: list[Resolved], acts: list[tuple[str, int, int]]
) -> None:
    link = link_to()
    link.define(WIPE)
    store, model = Server(link_to()), Embedded(":memory:")
    for at, (verb, one, two) in enumerate(acts):
        for each in (store, model):
            act(each, stories, verb, (one, two), at)
        assert shown(link) == wanted(model)
    assert list(told(store)) == list(told(model))
    model.close()


def retract(store: Store, story_id: str, made: str = "2025-08-01") -> None:
    store.judge(judgement(sort="retract", ends=(story_id, ""), who="me", made=made))


def test_a_mention_of_what_no_story_lists_waits_until_one_does(store: Server) -> None:
    early, late = story("s1", "Keld is named."), story("s2", "Keld is told of.")
    store.add([resolved(early, mentions=(("firm:keld", 0, 4, "Keld"),))], known_from="2025-07-01")
    assert shown(store.ledger._link) == wanted(store)  # type: ignore[attr-defined]
    more = resolved(late, entities=(entity("firm:keld"),))
    store.add([more], known_from="2025-07-02")
    assert any("MENTIONS" in row for row in shown(store.ledger._link))  # type: ignore[attr-defined]
    retract(store, "s2")
    assert shown(store.ledger._link) == wanted(store)  # type: ignore[attr-defined]
    assert store.mentions(node="firm:keld") == [("s1", "firm:keld", 0, 4, "Keld")]


def test_a_thing_whose_label_changes_moves_its_acts_along(store: Server) -> None:
    one, two = story("s1", "Keld owns the levy."), story("s2", "The levy is a firm.")
    said = claim(one, "firm:keld", "IMPACTS", "policy:levy")
    firm = Entity(node="policy:levy", label="Firm", name="levy on tin")
    link = store.ledger._link  # type: ignore[attr-defined]
    store.add([resolved(one, said)], known_from="2025-07-01")
    assert any("ADVANCES" in row for row in shown(link))
    store.add([resolved(two, entities=(firm,))], known_from="2025-07-02")
    assert not any("ADVANCES" in row for row in shown(link))
    assert shown(link) == wanted(store)
    retract(store, "s2")
    assert any("ADVANCES" in row for row in shown(link))
    assert shown(link) == wanted(store)


def test_claims_about_the_halves_of_a_curb_are_not_set_against_each_other(
    link_to: Opening,
) -> None:
    link, store, model = link_to(), Server(link_to()), Embedded(":memory:")
    for each in (store, model):
        each.add(curbed(), known_from="2025-07-01")
    query = "MATCH (a:Claim)-[:SUPERSEDES]->(b:Claim) RETURN a.story_id AS a, b.story_id AS b"
    assert link.rows(query) == [{"a": "s3", "b": "s0"}]
    assert shown(link) == wanted(model)
    model.close()
