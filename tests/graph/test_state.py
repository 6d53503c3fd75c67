"""One edge from many claims: status, confidence, dates, and the edges that policies imply."""

from __future__ import annotations

import pytest

from kg.graph.state import Told, Witness, confidence, edges_of, told
from schemas.answer import StateEdge
from schemas.claim import Claim
from schemas.when import When
from tests.graph.factories import claim, story


def graph(*claims: tuple[Claim, Told], **identity: str) -> list[StateEdge]:
    return edges_of([c for c, _ in claims], {s.story_id: s for _, s in claims}, identity)


def said(
    story_id: str, status: str = "asserted", *, day: str | None = None, text: str = "",
    head: str = "firm:keld", type_: str = "ACQUIRES", tail: str = "firm:tavola",
    publisher: str = "The Ledger", **more: object,
) -> tuple[Claim, Told]:  # fmt: skip
    one = story(story_id, text or f"So says {story_id}.", published=day, publisher=publisher)
    return claim(one, head, type_, tail, status=status, **more), told(one, "2025-07-01")


def test_the_newest_word_gives_the_status() -> None:
    days = said("a", "planned", day="2025-06-01"), said("b", "completed", day="2025-06-02")
    (edge,) = graph(*days)
    assert edge.status == "completed"
    assert edge.last_attested == When(text="2025-06-02")


@pytest.mark.parametrize(
    ("one", "other", "winner"),
    [
        ("ended", "negated", "ended"), ("negated", "completed", "negated"),
        ("completed", "asserted", "completed"), ("asserted", "agreed", "asserted"),
        ("agreed", "denied", "agreed"), ("denied", "planned", "denied"),
        ("planned", "rumoured", "planned"), ("denied", "rumoured", "denied"),
    ],
)  # fmt: skip
def test_of_one_day_the_stronger_word_counts(one: str, other: str, winner: str) -> None:
    for pair in ((one, other), (other, one)):
        words = [said(f"s{n}", s, day="2025-06-01") for n, s in enumerate(pair)]
        assert [e.status for e in graph(*words)] == [winner]


def test_a_dated_word_wins_over_an_undated_one() -> None:
    (edge,) = graph(said("a", "completed"), said("b", "denied", day="2020"))
    assert edge.status == "denied"


def test_independent_witnesses_add_up() -> None:
    (edge,) = graph(said("a"), said("b", publisher="Harbour Post"))
    assert edge.confidence == pytest.approx(0.96)


def test_forty_copies_of_one_story_are_one_witness() -> None:
    copies = [said(f"s{n}", text="Keld  bought TAVOLA." if n else "Keld bought Tavola.",
                   publisher=f"Paper {n}") for n in range(40)]  # fmt: skip
    assert graph(*copies)[0].confidence == 0.8
    assert len(graph(*copies)[0].claims) == 40


def test_a_sentence_that_a_paper_repeats_is_one_witness_and_chains_count_once() -> None:
    a, b = said("a", quote="Keld won."), said("b", quote="Keld won.")
    c = said("c", quote="Keld won.", publisher="Harbour Post")
    assert confidence([Witness(*a), Witness(*b)]) == 0.8
    assert confidence([Witness(*a), Witness(*c)]) == pytest.approx(0.96)
    bridge = claim(story("c", "So says c."), "firm:keld", "ACQUIRES", "firm:tavola"), c[1]
    assert confidence([Witness(*x) for x in (a, b, c, bridge)]) == pytest.approx(0.96)


def test_a_long_sentence_word_for_word_was_copied_whoever_prints_it() -> None:
    quote = "Keld has agreed to buy all of Tavola for five crowns in cash."
    a, b = said("a", quote=quote), said("b", quote=quote, publisher="Harbour Post")
    assert confidence([Witness(*a), Witness(*b)]) == 0.8


def test_no_number_of_witnesses_makes_certain() -> None:
    many = [said(f"s{n}", publisher=f"Paper {n}") for n in range(30)]
    assert graph(*many)[0].confidence == 0.999


def test_those_who_say_the_opposite_lend_it_no_confidence() -> None:
    (edge,) = graph(said("a", day="2025-05"), said("b", "denied", day="2025-06", confidence=0.3))
    assert (edge.status, edge.confidence) == ("denied", 0.3)
    assert len(edge.claims) == 2


def test_an_end_closes_the_edge_and_dates_it() -> None:
    (edge,) = graph(
        said("a", day="2025-05", date=When(text="2024")), said("b", "ended", day="2025-06-01")
    )
    assert (edge.valid_from, edge.valid_to) == (When(text="2024"), When(text="2025-06-01"))


def test_a_symmetric_edge_is_one_edge_either_way_round() -> None:
    a = said("a", type_="PARTNERS_WITH")
    b = said("b", type_="PARTNERS_WITH", head="firm:tavola", tail="firm:keld")
    (edge,) = graph(a, b)
    assert (edge.head, edge.tail) == ("firm:keld", "firm:tavola")


def test_effects_of_either_sign_are_two_edges() -> None:
    signs = [e.sign for e in graph(
        said("a", type_="IMPACTS", sign="+"), said("b", type_="IMPACTS", sign="-"))]  # fmt: skip
    assert sorted(map(str, signs)) == ["+", "-"]


def test_a_halt_without_an_object_keeps_its_edge() -> None:
    (edge,) = graph(halt())
    assert (edge.head, edge.tail) == ("firm:keld", "")


def halt() -> tuple[Claim, Told]:
    bare, told_ = said("a", type_="HALTS_PRODUCTION")
    return bare.model_copy(update={"tail": "", "tail_type": "", "tail_node": ""}), told_


def test_what_became_one_thing_has_no_edge_to_itself() -> None:
    assert edges_of([said("a")[0]], {"a": said("a")[1]}, {"firm:keld": "firm:tavola"}) == []


def imposed(status: str = "completed") -> tuple[Claim, Told]:
    return said("a", status, head="country:no", type_="IMPOSES", tail="policy:levy")


def aimed(status: str = "planned", story_id: str = "b") -> tuple[Claim, Told]:
    return said(story_id, status, head="policy:levy", type_="TARGETS", tail="commodity:tin",
                confidence=0.5)  # fmt: skip


def test_a_policy_imposed_and_aimed_restricts_as_weakly_as_its_weaker_half() -> None:
    edges = {e.type: e for e in graph(imposed(), aimed())}
    edge = edges["RESTRICTS"]
    assert (edge.head, edge.tail, edge.status) == ("country:no", "commodity:tin", "planned")
    assert edge.confidence == pytest.approx(0.4)
    assert {s.story_id for s in edge.claims} == {"a", "b"}


def test_a_restriction_that_a_story_states_takes_in_the_implied_one() -> None:
    stated = said("c", "asserted", head="country:no", type_="RESTRICTS", tail="commodity:tin")
    (edge,) = [e for e in graph(imposed(), aimed(), stated) if e.type == "RESTRICTS"]
    assert (edge.status, edge.confidence) == ("asserted", 0.8)
    assert {s.story_id for s in edge.claims} == {"a", "b", "c"}
