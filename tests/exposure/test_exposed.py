"""Who is listed, in which class, with which sign, by which path."""

from __future__ import annotations

import pytest

from kg.exposure import Terms, coverage, exposed_to, most_fragile, shocks_for
from kg.exposure.factors import STATUS, Factors
from kg.exposure.shock import share
from kg.exposure.structural import Member, members
from schemas.answer import Exposure
from schemas.claim import Refusal
from schemas.errors import EntityUnknown
from tests.exposure.factories import ToyView, edge, view

POLICY = "Ardenia antimony export curbs"


def listed(
    graph: ToyView, node: str, event: str | None = None, **ask: object
) -> dict[str, Exposure]:
    found = exposed_to(graph, shocks_for(graph, node, event), **ask)  # type: ignore[arg-type]
    return {e.entity: e for e in found}


def test_a_stated_effect_is_stated_and_keeps_its_sign(curbs: ToyView) -> None:
    found = listed(curbs, POLICY)
    assert (found["Europe battery makers"].class_, found["Europe battery makers"].sign) == (
        "stated", "hurt",
    )  # fmt: skip
    assert found["Eastmoor Mining"].sign == "helped"


def test_users_of_what_is_targeted_are_linked(curbs: ToyView) -> None:
    found = listed(curbs, POLICY)["Corvel Plastics"]
    assert (found.class_, found.sign, found.hops) == ("linked", "hurt", 3)
    assert [s.edge for s in found.paths[0].steps] == ["TARGETS", "DEPENDS_ON", "DEPENDS_ON"]
    assert [s.forward for s in found.paths[0].steps] == [True, False, False]


def test_the_issuer_the_act_and_the_good_it_names_are_not_listed(curbs: ToyView) -> None:
    assert not {POLICY, "Ardenia", "antimony"} & set(listed(curbs, POLICY))


def test_a_denied_effect_is_listed_as_denied_behind_the_others(curbs: ToyView) -> None:
    found = exposed_to(curbs, shocks_for(curbs, POLICY))
    assert (found[-1].entity, found[-1].class_, found[-1].score) == (
        "Quiet Foods", "stated_not_exposed", 0.0,
    )  # fmt: skip


def test_a_hop_on_reference_data_makes_it_structural_and_last(curbs: ToyView) -> None:
    found = exposed_to(curbs, shocks_for(curbs, POLICY))
    classes = [e.class_ for e in found]
    assert listed(curbs, POLICY)["Dalmore Cables"].class_ == "structural"
    assert classes.index("structural") > max(
        i for i, c in enumerate(classes) if c in {"stated", "linked"}
    )


def test_structural_answers_can_be_left_out(curbs: ToyView) -> None:
    assert "Dalmore Cables" not in listed(curbs, POLICY, structural=False)


def test_leaders_and_exchanges_are_not_hit_through_a_firm(curbs: ToyView) -> None:
    assert not {"Lena Hart", "Port Exchange"} & set(listed(curbs, POLICY))


def test_paths_and_residual_add_up_to_the_score(curbs: ToyView) -> None:
    for e in exposed_to(curbs, shocks_for(curbs, POLICY)):
        assert sum(p.score for p in e.paths) + e.residual == pytest.approx(e.score)


def test_a_path_is_the_shock_times_its_factors(curbs: ToyView) -> None:
    for e in exposed_to(curbs, shocks_for(curbs, POLICY)):
        for path in e.paths:
            product = -1.0
            for step in path.steps:
                product *= step.factor
            assert product == pytest.approx(path.score)


def test_a_halt_hits_customers_and_what_is_made(plant: ToyView) -> None:
    found = listed(plant, "Norvane Chips", "halt")
    assert found["Aldgate Motors"].sign == found["N7 processor"].sign == "hurt"
    assert found["Osprey Foundry"].sign == "helped"


def test_a_rumoured_link_says_so_and_weighs_less(plant: ToyView) -> None:
    found = listed(plant, "Norvane Chips", "halt")
    assert found["Brightwater Phones"].status == "rumoured"
    assert abs(found["Brightwater Phones"].score) < abs(found["Aldgate Motors"].score)


def test_the_owner_loses_by_his_stake(plant: ToyView) -> None:
    owner = listed(plant, "Norvane Chips", "bankruptcy")["Castle Holding"]
    assert owner.score == pytest.approx(-0.85 * 0.6)


def test_without_an_event_supply_and_demand_are_apart(plant: ToyView) -> None:
    shocks = shocks_for(plant, "Norvane Chips")
    assert [s.channel for s in shocks] == ["supply", "demand"]
    found = listed(plant, "Norvane Chips")
    assert found["Aldgate Motors"].channel == "supply"
    assert found["Silica Works"].channel == "demand"


def test_hops_limit_the_answer(curbs: ToyView) -> None:
    assert "Corvel Plastics" not in listed(curbs, POLICY, hops=2)


def test_a_channel_can_be_asked_for(plant: ToyView) -> None:
    found = listed(plant, "Norvane Chips", "halt", channel="finance")
    assert found["Castle Holding"].channel == "finance"
    assert {e.channel for e in found.values()} == {"finance"}


def test_the_limit_keeps_the_strongest(curbs: ToyView) -> None:
    every = exposed_to(curbs, shocks_for(curbs, POLICY))
    assert exposed_to(curbs, shocks_for(curbs, POLICY), limit=2) == every[:2]


def test_the_most_fragile_claim_carries_most() -> None:
    users = [edge(f"user {i}", "DEPENDS_ON", "tin") for i in range(4)]
    things = "Policy ban\nCommodity tin\n" + "\n".join(f"Firm user {i}" for i in range(4))
    graph = view(things, edge("ban", "TARGETS", "tin"), *users)
    shocks = shocks_for(graph, "ban")
    found = exposed_to(graph, shocks)
    fragile = most_fragile(graph, shocks, found, Terms())
    assert fragile
    assert fragile.claim_id == "ban|TARGETS|tin"
    assert fragile.loss == pytest.approx(sum(abs(e.score) for e in found))
    assert set(fragile.entities) == {"user 0", "user 1", "user 2", "user 3"}


def test_a_second_story_makes_a_link_less_fragile(plant: ToyView) -> None:
    shocks = shocks_for(plant, "Norvane Chips", "slump")
    fragile = most_fragile(plant, shocks, exposed_to(plant, shocks), Terms())
    assert fragile is None or fragile.loss < 0.4


def test_coverage_tells_what_the_cited_stories_left_unlinked(curbs: ToyView) -> None:
    story = f"s-{POLICY}|TARGETS|antimony"
    curbs.refused = (
        Refusal(story_id=story, start=0, end=5, text="Holm", why="ambiguous"),
        Refusal(story_id="elsewhere", start=0, end=5, text="Bray", why="ambiguous"),
        Refusal(story_id=story, start=9, end=20, text="", why="damaged"),
    )
    shocks = shocks_for(curbs, POLICY)
    gaps = coverage(curbs, shocks, exposed_to(curbs, shocks))
    assert gaps.unlinked == ("Holm",)
    assert "1 damaged sentence, half trusted" in gaps.left_out


def test_a_stale_link_is_counted() -> None:
    old = edge("a", "SUPPLIES", "b", last_attested={"text": "2015-01"})
    graph = view("Firm a\nFirm b", old, as_of="2025-01-01")
    shocks = shocks_for(graph, "a", "halt")
    assert coverage(graph, shocks, exposed_to(graph, shocks)).left_out[0].startswith("1 link")


def test_members_of_an_exposed_industry_are_discounted_and_capped(curbs: ToyView) -> None:
    found = exposed_to(curbs, shocks_for(curbs, POLICY), structural=False)
    firms = [Member(f"firm:{i}", f"Cell {i}") for i in range(30)]
    asked: list[tuple[str, str]] = []

    def firms_in(industry: str, region: str) -> list[Member]:
        asked.append((industry, region))
        return firms

    got = members(curbs, found, Factors(), firms_in)
    source = next(e for e in found if e.entity == "Europe battery makers")
    assert asked == [("battery makers", "Europe")]
    assert len(got) == 10
    assert {e.class_ for e in got} == {"structural"}
    assert got[0].score == pytest.approx(source.score * 0.85 * 0.3)
    assert got[0].paths[0].steps[-1].edge == "IN_INDUSTRY"


def test_an_effect_without_a_sign_is_stated_as_mixed() -> None:
    graph = view("Firm a\nFirm b", edge("a", "IMPACTS", "b"))
    found = listed(graph, "a")["b"]
    assert (found.class_, found.sign, found.score) == ("stated", "mixed", 0.0)


def test_a_planned_effect_is_weaker_and_says_planned() -> None:
    graph = view(
        "Policy p\nFirm a\nFirm b",
        edge("p", "IMPACTS", "a", sign="-"),
        edge("p", "IMPACTS", "b", sign="-", status="planned"),
    )
    found = listed(graph, "p")
    assert found["b"].status == "planned"
    assert found["b"].score == pytest.approx(found["a"].score / 2)


def test_a_subsidy_helps_what_it_supports() -> None:
    graph = view("Policy grid aid; kind=subsidy\nFirm a", edge("grid aid", "SUPPORTS", "a"))
    assert listed(graph, "grid aid")["a"].sign == "helped"


def test_a_tariff_costs_the_exporter_half_its_rate() -> None:
    graph = view(
        "Policy duty; kind=tariff; rate=40%\nCountry A\nCountry B",
        edge("A", "IMPOSES", "duty"), edge("duty", "TARGETS", "B"),
    )  # fmt: skip
    entries = {(e.node, e.channel): e.size for e in shocks_for(graph, "duty")[0].entries}
    assert entries["A", "price"] == pytest.approx(-0.4)
    assert entries["B", "demand"] == pytest.approx(-0.2)
    assert listed(graph, "duty")["B"].sign == "hurt"


def test_a_takeover_lifts_its_target_by_the_premium() -> None:
    graph = view(
        "Deal the bid; kind=takeover; party=a; object=b\nFirm a\nFirm b", edge("a", "ACQUIRES", "b")
    )
    found = listed(graph, "the bid")
    assert found["b"].sign == "helped"
    assert found["b"].score == pytest.approx(0.3, abs=0.05)


@pytest.mark.parametrize("status", ["denied", "negated", "ended"])
def test_a_bid_that_is_off_lifts_nobody(status: str) -> None:
    graph = view(
        "Deal the bid; kind=takeover; party=a; object=b\nFirm a\nFirm b",
        edge("a", "ACQUIRES", "b", status=status, confidence=0.9),
    )
    (asked,) = shocks_for(graph, "b", "takeover")
    assert sum(e.size for e in asked.entries) == pytest.approx(0.3 * 0.9 * STATUS[status])
    assert (asked.size, status in asked.reason) == (STATUS[status], True)
    assert exposed_to(graph, asked) == []
    assert "b" not in listed(graph, "the bid")


@pytest.mark.parametrize("status", ["rumoured", "planned", "agreed", "asserted", "completed"])
def test_a_bid_that_may_go_through_is_asked_about_as_if_it_did(status: str) -> None:
    graph = view("Firm a\nFirm b", edge("a", "ACQUIRES", "b", status=status, confidence=0.9))
    (asked,) = shocks_for(graph, "b", "takeover")
    assert [e.size for e in asked.entries] == [pytest.approx(0.3 * 0.9)]


@pytest.mark.parametrize("first", ["denied", "ended", "rumoured", "planned"])
def test_of_several_bids_the_one_that_came_furthest_counts(first: str) -> None:
    graph = view(
        "Firm a\nFirm b\nFirm c\nFirm z",
        edge("a", "ACQUIRES", "z", status=first),
        edge("b", "ACQUIRES", "z", status="agreed", confidence=0.7),
        edge("c", "ACQUIRES", "z", status="agreed", confidence=0.8),
    )
    (asked,) = shocks_for(graph, "z", "takeover")
    (entry,) = asked.entries
    assert entry.via is not None
    assert (entry.via.source, entry.size) == ("c", pytest.approx(0.3 * 0.8))


@pytest.mark.parametrize(("type_", "size"), [("SETS_RATE", -0.5), ("FORECASTS", -0.1)])
def test_an_indicator_enters_by_its_change(type_: str, size: float) -> None:
    change = edge("bank", type_, "rate", amount="50", unit="bp")
    graph = view("Agency bank\nIndicator rate", change)
    assert shocks_for(graph, "rate")[0].size == pytest.approx(size)


def test_an_unknown_node_is_refused(plant: ToyView) -> None:
    with pytest.raises(EntityUnknown):
        shocks_for(plant, "nowhere")


def test_the_same_question_gives_the_same_bytes(curbs: ToyView) -> None:
    once, twice = (exposed_to(curbs, shocks_for(curbs, POLICY)) for _ in range(2))
    assert [e.model_dump_json() for e in once] == [e.model_dump_json() for e in twice]


def test_a_country_short_of_one_good_does_not_buy_less_of_another() -> None:
    graph = view(
        "Policy ban\nCommodity tin\nCountry B\nCountry C\nCommodity rice",
        edge("ban", "TARGETS", "tin"), edge("B", "IMPORTS", "tin"),
        edge("C", "SUPPLIES", "B"), edge("B", "EXPORTS", "rice"),
    )  # fmt: skip
    assert set(listed(graph, "ban")) == {"B"}


def test_a_country_that_a_policy_aims_at_passes_it_on() -> None:
    graph = view(
        "Policy ban\nCountry B\nCommodity rice\nFirm Mill",
        edge("ban", "TARGETS", "B"), edge("B", "EXPORTS", "rice"), edge("Mill", "IMPORTS", "rice"),
    )  # fmt: skip
    assert set(listed(graph, "ban")) == {"B", "rice", "Mill"}


@pytest.mark.parametrize(
    ("text", "size"), [("25%", 0.25), ("25", 0.25), ("0.4", 0.4), ("", 0.1), ("steep", 0.1)]
)
def test_a_share_is_read_however_it_is_written(text: str, size: float) -> None:
    assert share(text, 0.1) == pytest.approx(size)
