"""Questions answered over a made-up world."""

from __future__ import annotations

import json

import pytest

from kg.answers import answer, exposed, path, render, show, to_json
from schemas.answer import Answer
from schemas.errors import EntityAmbiguous, EntityUnknown, QuestionUnread
from tests.exposure.factories import ToyView, edge, view


def names(given: Answer) -> set[str]:
    return {e.entity for e in given.answers}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is exposed to Ardenia's antimony export curbs?", {"Corvel Plastics", "Sable Bank"}),
        ("Who is exposed to the Ardenian export restrictions on antimony?",
         {"Corvel Plastics", "Sable Bank"}),
        ("Who is exposed to the antimony curbs?", {"Corvel Plastics", "Sable Bank"}),
        ("Who is hurt by the antimony curbs?", {"Corvel Plastics"}),
        ("Who benefits from the antimony curbs?", {"Sable Bank"}),
        ("Who is exposed to Ardenia's curbs?",
         {"Corvel Plastics", "Sable Bank", "Fenwick Lamps"}),
        ("Who is exposed to Belmark's sanctions?", {"Petrolia Oil"}),
        ("Who is exposed to a fire at Norvane's plants?", {"Aldgate Motors", "Osprey Foundry"}),
        ("What happens if Norvane halts production?", {"Aldgate Motors", "Osprey Foundry"}),
        ("Who is hurt by a shutdown of Norvane?", {"Aldgate Motors"}),
        ("Who is exposed to an antimony shortage?", {"Corvel Plastics"}),
        ("Who is exposed to higher antimony prices?", {"Corvel Plastics"}),
        ("Who is exposed to a rise in antimony prices?", {"Corvel Plastics"}),
        ("Who is exposed to a ban on gallium?", {"Fenwick Lamps"}),
        ("Who is hurt by Norvane's bankruptcy?", {"Osprey Foundry"}),
        ("Who benefits from Norvane's purchase of Osprey?", {"Osprey Foundry", "Norvane Chips"}),
        ("Who is hurt by shortages of antimony and gallium?",
         {"Corvel Plastics", "Fenwick Lamps", "Tiller Group"}),
        ("Who supplies Aldgate Motors?", {"Norvane Chips"}),
        ("Who depends on gallium?", {"Fenwick Lamps"}),
        ("What does Ardenia restrict?", {"antimony", "gallium"}),
        ("Who acquires Osprey?", {"Norvane Chips"}),
        ("Who competes with Osprey?", {"Norvane Chips"}),
        ("Which banks have a Harbour 100 target?", {"Sable Bank"}),
        ("Which companies are listed on the Port Exchange?", {"Osprey Foundry"}),
        ("Who leads Norvane?", {"Lena Hart"}),
        ("Which assets are sold because of the Norvane-Osprey takeover, and who is the buyer?",
         {"Fenwick Lamps", "Tiller Group"}),
        ("list all sanctions", {"Belmark sanctions on Petrolia Oil"}),
        ("all takeovers", {"Norvane takeover of Osprey", "Norvane Chips", "Osprey Foundry",
                           "Tiller Group", "Fenwick Lamps"}),
    ],
)  # fmt: skip
def test_a_question_finds_its_entities(world: ToyView, question: str, expected: set[str]) -> None:
    assert names(answer(question, world)) == expected


def test_a_denied_deal_is_counted_not_listed(world: ToyView) -> None:
    given = answer("Who acquires Corvel?", world)
    assert names(given) == set()
    assert given.left_out == ("1 such link is denied, negated or over",)


def test_a_planned_deal_says_planned(world: ToyView) -> None:
    assert answer("Who acquires Osprey?", world).answers[0].status == "planned"


def test_an_unknown_name_is_refused_with_near_ones(world: ToyView) -> None:
    with pytest.raises(EntityUnknown, match="Corvel Plastics"):
        answer("Who is exposed to Corvette?", world)


def test_curbs_that_no_story_tells_are_not_taken_as_curbs_on_their_issuer(world: ToyView) -> None:
    for words in ("Ardenia's lamp export restrictions", "Belmark tariffs"):
        with pytest.raises(EntityUnknown):
            answer(f"Who is exposed to {words}?", world)


def test_a_policy_without_told_targets_fits_a_fuller_name_and_says_so(world: ToyView) -> None:
    bare = view(
        "Country Cartan\nPolicy Cartan export ban; kind=ban\nFirm Tallow Mills",
        edge("Cartan", "IMPOSES", "Cartan export ban"),
        edge("Cartan export ban", "IMPACTS", "Tallow Mills", sign="-"),
    )
    given = answer("Who is exposed to Cartan's tallow export ban?", bare)
    assert names(given) == {"Tallow Mills"}
    assert given.left_out[0] == "read as Cartan export ban, whose targets no story tells"


def test_a_name_of_two_is_refused_with_both(world: ToyView) -> None:
    with pytest.raises(EntityAmbiguous, match=r"Mercer Paper.*Mercer Steel"):
        answer("Who is exposed to Mercer?", world)


def test_an_event_says_how_it_was_read(world: ToyView) -> None:
    given = answer("Who is exposed to a fire at Norvane's plants?", world)
    assert given.left_out[0] == "read as a halt at Norvane Chips"


def test_what_is_excluded_carries_nothing_either(world: ToyView) -> None:
    given = answer("Who is exposed to the antimony curbs excluding Corvel?", world)
    assert names(given) == {"Sable Bank"}
    assert not names(answer("Who is hurt by the antimony curbs excluding antimony?", world))


def test_via_keeps_what_passes_it(world: ToyView) -> None:
    given = answer("Who is exposed to the antimony curbs via antimony?", world)
    assert names(given) == {"Corvel Plastics"}


def test_as_of_looks_at_that_day(world: ToyView) -> None:
    assert not names(answer("Who supplies Aldgate Motors as of 2024?", world))
    later = answer("Who supplies Aldgate Motors as of 1 June 2025?", world)
    assert (names(later), later.as_of) == ({"Norvane Chips"}, "2025-06-01")


def test_as_of_asks_the_store_again_where_it_can(world: ToyView) -> None:
    asked: list[tuple[str, str | None]] = []

    def reopen(as_of: object, known_at: str | None) -> ToyView:
        asked.append((str(as_of), known_at))
        return world

    answer("Who supplies Aldgate Motors as of 2024 as known at 2025-01-01?", world, reopen=reopen)
    assert asked == [("2024", "2025-01-01")]


def test_as_known_at_without_the_store_is_refused(world: ToyView) -> None:
    with pytest.raises(QuestionUnread):
        answer("Who supplies Aldgate Motors as known at 2024-01-01?", world)


def test_one_entity_can_be_asked_for(world: ToyView) -> None:
    yes = answer("Is Corvel exposed to the antimony curbs?", world).answers
    no = answer("Is Aldgate Motors exposed to the antimony curbs?", world).answers
    assert [(e.entity, e.class_) for e in yes] == [("Corvel Plastics", "linked")]
    assert [(e.entity, e.class_) for e in no] == [("Aldgate Motors", "unknown")]


def test_a_path_is_the_shortest_chain(world: ToyView) -> None:
    found = path(world, "Corvel", "Ardenia").answers[0]
    steps = found.paths[0].steps
    assert [(s.edge, s.forward) for s in steps] == [
        ("DEPENDS_ON", True), ("TARGETS", False), ("IMPOSES", False),
    ]  # fmt: skip
    assert found.class_ == "linked"


def test_no_path_is_said(world: ToyView) -> None:
    given = path(world, "Petrolia Oil", "Lena Hart")
    assert given.answers[0].class_ == "unknown"
    assert given.left_out == ("no chain of 4 hops or fewer from Petrolia Oil to Lena Hart",)


def test_show_gives_every_edge_with_its_claims(world: ToyView) -> None:
    rows = show(world, "Norvane").rows
    edges = [(r["edge"], r["status"]) for r in rows]
    assert ("ACQUIRES", "planned") in edges
    assert len(rows) == 4
    assert all(r["claims"] for r in rows)


def test_a_timeline_has_only_what_is_dated(world: ToyView) -> None:
    rows = answer("timeline of Norvane", world).rows
    assert [(r["date"], r["edge"]) for r in rows] == [("2025-03", "SUPPLIES")]


def test_exposed_takes_several_names(world: ToyView) -> None:
    given = exposed(world, ["antimony curbs", "gallium curbs"], structural=False, limit=2)
    assert len(given.answers) == 2
    assert "1 more, weaker" in given.left_out


def test_the_json_is_that_of_the_contract(world: ToyView) -> None:
    given = to_json(answer("Who is hurt by the antimony curbs?", world))
    again = json.loads(json.dumps(given))
    found = again["answers"][0]
    assert {"question", "plan", "shock", "answers", "unlinked", "most_fragile"} <= set(again)
    assert {"entity", "node", "type", "score", "sign", "channel", "hops", "class", "paths"} <= set(
        found
    )
    step = found["paths"][0]["steps"][0]
    assert {"from", "edge", "to", "forward", "factor", "claims"} <= set(step)
    assert {
        "claim_id",
        "story_id",
        "quote",
        "start",
        "end",
        "publisher",
        "published",
        "status",
    } <= (set(step["claims"][0]))


def test_alternatives_are_shown_beside_the_shock(world: ToyView) -> None:
    shock = answer("Who is exposed to Norvane?", world).shock
    assert shock["channel"] == "supply"
    assert [s["channel"] for s in shock["alternatives"]] == ["demand"]  # type: ignore[attr-defined]


def test_the_text_has_sign_class_score_and_the_sentences(world: ToyView) -> None:
    text = render(answer("Who is exposed to the antimony curbs?", world))
    assert "hurt   Corvel Plastics (Firm)  -0.2" in text
    assert "[linked, 2 hops]" in text
    assert "– The Harbour Post, 2025-06-09" in text
    assert "not a price forecast" in text


def test_the_text_sets_structural_answers_apart(world: ToyView) -> None:
    needs = "Corvel Plastics|DEPENDS_ON|antimony"
    bare = {"claims": (), "reference": True}
    world.by_edge[needs] = world.by_edge[needs].model_copy(update=bare)
    text = render(answer("Who is exposed to the antimony curbs?", world))
    assert text.index("Sable Bank") < text.index("Structural:") < text.index("Corvel Plastics")
    assert "(reference data)" in text


def test_the_text_of_a_listing_has_no_score_of_exposure(world: ToyView) -> None:
    text = render(answer("Who supplies Aldgate Motors?", world))
    assert "Norvane Chips (Firm)  [stated, asserted, confidence 1.00]" in text
    assert "forecast" not in text


def test_an_empty_answer_says_so(world: ToyView) -> None:
    assert "No answer in the graph." in render(answer("Who owns Osprey?", world))
