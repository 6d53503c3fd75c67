"""Timelines: every claim about a thing in its order, and how acts moved on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.answers.desk import timeline
from kg.graph import open_store
from kg.graph.contract import Store
from schemas.claim import Entity
from schemas.errors import EntityUnknown
from schemas.when import When
from tests.graph.factories import claim, entity, resolved, story

DEAL = Entity(
    node="deal:1", label="Deal", name="Orrin-Keld takeover", properties=(("kind", "takeover"),)
)  # fmt: skip


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    told = [
        ("s1", "2025-03-01", "firm:orrin", "ACQUIRES", "firm:keld", "planned", None),
        ("s2", "2025-05-01", "firm:orrin", "ACQUIRES", "firm:keld", "agreed", "2025-04-28"),
        ("s3", None, "firm:keld", "PARTNERS_WITH", "firm:tavola", "asserted", None),
        ("s4", "2025-04-02", "policy:levy", "TARGETS", "firm:keld", "planned", None),
        ("s5", "2025-04-09", "country:no", "IMPOSES", "policy:levy", "asserted", None),
    ]
    for key, day, head, type_, tail, status, own in told:
        words = story(key, f"What {key} tells.", published=day)
        when = When.parse(own) if own else None
        one = claim(words, head, type_, tail, status=status, date=when, attributed_to="a source")
        nodes = tuple(entity(n) for n in sorted({head, tail}))
        about = (head, DEAL.node) if key == "s2" else (head, tail)
        whole = resolved(
            words, one, entities=(DEAL, *nodes) if key == "s2" else nodes,
            mentions=tuple((node, 0, 4, "What") for node in about),
        )  # fmt: skip
        opened.add([whole], known_from=f"2025-06-0{key[1]}T00:00:00Z")
    yield opened
    opened.close()


def test_claims_stand_in_their_order_and_the_undated_last(store: Store) -> None:
    found = timeline(store.view(), "firm:keld", store)
    assert [(e.date, e.claim.story_id) for e in found.events] == [
        ("2025-03-01", "s1"), ("2025-04-02", "s4"), ("2025-04-09", "s5"), ("2025-04-28", "s2"),
        ("", "s3"),
    ]  # fmt: skip
    assert found.notes == ("1 without a date, at the end",)


def test_each_event_says_who_published_which_sentence(store: Store) -> None:
    first = timeline(store.view(), "firm:keld", store).events[0]
    assert (first.claim.quote, first.claim.publisher) == ("What s1 tells.", "The Ledger")
    assert (first.status, first.attributed_to) == ("planned", "a source")


def test_a_deal_moves_on_from_story_to_story(store: Store) -> None:
    moves = {e.claim.story_id: e.move for e in timeline(store.view(), "firm:keld", store).events}
    assert moves["s2"] == "planned → agreed"
    assert {m for key, m in moves.items() if key != "s2"} == {""}


def test_the_claims_of_a_policy_that_strikes_it_belong_to_its_history(store: Store) -> None:
    found = {e.claim.story_id: e.about for e in timeline(store.view(), "firm:keld", store).events}
    assert found["s5"] == "levy on tin"
    assert found["s4"] == ""


def test_a_deal_has_the_history_of_what_it_does(store: Store) -> None:
    found = timeline(store.view(), "Orrin-Keld takeover", store)
    assert [(e.claim.story_id, e.move, e.about) for e in found.events] == [
        ("s1", "", ""), ("s2", "planned → agreed", ""),
    ]  # fmt: skip


def test_a_third_name_has_no_part_in_the_deal(store: Store) -> None:
    assert [e.claim.story_id for e in timeline(store.view(), "firm:tavola", store).events] == ["s3"]


def test_what_was_known_or_said_later_is_not_told(store: Store) -> None:
    known = timeline(store.view(known_at="2025-06-01T12:00:00Z"), "firm:keld", store)
    said = timeline(store.view(as_of=When.parse("2025-04-05")), "firm:keld", store)
    assert [e.claim.story_id for e in known.events] == ["s1"]
    assert [e.claim.story_id for e in said.events] == ["s1", "s4", "s3"]
    assert said.as_of == "2025-04-05"


def test_every_claim_about_it_is_told_once(store: Store) -> None:
    told = [e.claim.claim_id for e in timeline(store.view(), "firm:keld", store).events]
    assert len(told) == len(set(told))
    assert {c.claim_id for c in store.claims(node="firm:keld")} <= set(told)


def test_an_unknown_name_is_refused_with_near_ones(store: Store) -> None:
    with pytest.raises(EntityUnknown, match="did you mean"):
        timeline(store.view(), "Kelde", store)
