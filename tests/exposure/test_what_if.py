"""Scenarios: how they are read, how they change a graph, what difference they tell."""

from __future__ import annotations

import pytest

from kg.exposure import exposed_to, shocks_for
from kg.exposure.what_if import Difference, Row, play, read, render, to_json
from kg.exposure.what_if.laying import lay
from schemas.answer import StateEdge
from schemas.errors import EntityAmbiguous, EntityUnknown, KnockonError, SchemaError
from tests.exposure.factories import ToyView, edge, view

HALT = "name: a halt\nshock: {on: Orrin, event: halt}\n"


@pytest.fixture
def works() -> ToyView:
    """A smelter, whom it supplies, who owns it, and a curb that is over."""
    return view(
        """
        Firm Orrin; alias=Orrin Smelting
        Firm Keld
        Firm Tavola
        Firm Orrin Paper
        Firm Mercer Steel; alias=Mercer
        Firm Mercer Foods; alias=Mercer
        Product solder
        Policy tin curb; kind=export_control
        Commodity tin
        Country Norland
        """,
        edge("Orrin", "SUPPLIES", "Keld", confidence=0.8),
        edge("Keld", "SUPPLIES", "Tavola", status="planned"),
        edge("Orrin", "PRODUCES", "solder"),
        edge("Norland", "IMPOSES", "tin curb"),
        edge("tin curb", "TARGETS", "tin", status="ended"),
        edge("solder", "DEPENDS_ON", "tin"),
        edge("Tavola", "PARTNERS_WITH", "Keld"),
    )


def played(graph: ToyView, text: str) -> dict[str, Row]:
    return {r.entity: r for r in difference(graph, text).rows}


def difference(graph: ToyView, text: str) -> Difference:
    return play(graph, read(text, where="plan.yaml"))


def test_a_shock_alone_is_compared_with_nothing(works: ToyView) -> None:
    rows = played(works, HALT)
    assert rows["Keld"].before == 0
    assert rows["Keld"].after == pytest.approx(-0.85 * 0.6 * 0.8)
    assert rows["Keld"].reason == "a halt: nothing is delivered at Orrin (line 2)"
    assert rows["Keld"].paths[0].path == "Orrin -SUPPLIES-> Keld"


def test_what_is_given_holds_on_both_sides(works: ToyView) -> None:
    text = HALT.replace("shock", "given") + "remove: {head: Orrin, type: SUPPLIES, tail: Keld}\n"
    row = played(works, text)["Keld"]
    assert (row.before, row.after) == (pytest.approx(-0.408), 0.0)
    assert row.change == pytest.approx(0.408)
    assert row.reason == "removed: Orrin SUPPLIES Keld (line 3)"
    assert "solder" not in played(works, text)


def test_a_scaled_edge_carries_its_part(works: ToyView) -> None:
    text = HALT + "scale: {head: Orrin, type: SUPPLIES, tail: Keld, by: 50%}\n"
    assert played(works, text)["Keld"].after == pytest.approx(-0.204)


def test_no_edge_carries_more_than_a_certain_one_and_that_is_noted(works: ToyView) -> None:
    told = difference(works, HALT + "scale: {head: Orrin, type: SUPPLIES, tail: Keld, by: 4}\n")
    assert {r.entity: r.after for r in told.rows}["Keld"] == pytest.approx(-0.51)
    assert any(note.startswith("plan.yaml:3: scaled by 4") for note in told.notes)


def test_a_status_decides_how_far_an_edge_counts(works: ToyView) -> None:
    text = HALT + "set-status: {head: Keld, type: SUPPLIES, tail: Tavola, status: completed}\n"
    assert played(works, text)["Tavola"].after == pytest.approx(-0.408 * 0.51)
    ended = HALT + "set-status: {head: Orrin, type: SUPPLIES, status: ended}\n"
    assert "Keld" not in played(works, ended)


def test_an_added_edge_is_assumed_and_says_where(works: ToyView) -> None:
    text = HALT + "add:\n  - {head: Orrin, type: supplies, tail: Tavola, confidence: 0.5}\n"
    row = played(works, text)["Tavola"]
    assert row.class_ == "assumed"
    assert row.reason == "added: Orrin SUPPLIES Tavola (line 4)"
    laid = lay(works, read(text, where="plan.yaml"))
    (added,) = [e for e in laid.overlay.out_edges("Orrin") if e.tail == "Tavola"]
    assert (added.claims[0].quote, added.claims[0].title) == (
        "added: Orrin SUPPLIES Tavola",
        "plan.yaml:4",
    )


def test_a_symmetric_edge_is_found_from_either_end(works: ToyView) -> None:
    text = HALT + "remove: {head: Keld, type: PARTNERS_WITH, tail: Tavola}\n"
    laid = lay(works, read(text, where="plan.yaml"))
    assert not [e for e in laid.overlay.edges() if e.type == "PARTNERS_WITH"]


def test_a_lifted_curb_comes_back_with_what_it_implies(works: ToyView) -> None:
    text = (
        "name: curb\ngiven: {on: tin curb}\n"
        "set-status: {head: tin curb, type: TARGETS, status: asserted}\n"
    )
    assert played(works, text)["solder"].after == pytest.approx(-0.8 * 0.85 * 0.8 * 0.6 * 0.85)
    overlay = lay(works, read(text, where="plan.yaml")).overlay
    (implied,) = [e for e in overlay.out_edges("Norland") if e.type == "RESTRICTS"]
    assert (implied.tail, implied.status, implied.confidence) == ("tin", "asserted", 1.0)


def test_two_shocks_add_up(works: ToyView) -> None:
    text = """
name: two
shock:
  - {on: Orrin, channel: supply, size: -50%}
  - {on: Orrin, channel: supply, size: -0.25}
"""
    assert played(works, text)["Keld"].after == pytest.approx(0.75 * -0.408)
    assert played(works, text)["Orrin"].after == -0.75


def test_the_part_of_an_event_that_comes(works: ToyView) -> None:
    text = "name: a\nshock: {on: Orrin, event: halt, size: 25%}\n"
    assert played(works, text)["Keld"].after == pytest.approx(0.25 * -0.408)


def test_the_view_is_left_as_it_was(works: ToyView) -> None:
    before = list(works.edges())
    played(works, HALT + "remove: {head: Orrin}\nadd: {head: Keld, type: OWNS, tail: Orrin}\n")
    assert list(works.edges()) == before


def test_hops_and_limit_are_those_of_an_answer(works: ToyView) -> None:
    assert set(played(works, HALT + "hops: 1\n")) == {"Keld", "solder"}
    told = difference(works, HALT + "limit: 1\n")
    assert [r.entity for r in told.rows] == ["solder"]
    assert "1 more, weaker" in told.notes or "2 more, weaker" in told.notes


def test_text_and_json_tell_the_same(works: ToyView) -> None:
    told = difference(works, HALT)
    text = render(told)
    (row, *_) = to_json(told)["differences"]  # type: ignore[misc]
    assert row["entity"] in text
    assert (row["effect"], row["change"]) == ("worse", row["after"])
    assert "not a price forecast" in text


def test_nothing_that_changes_is_said_so(works: ToyView) -> None:
    text = "name: a\ngiven: {on: Tavola, channel: price}\nremove: {head: solder}\n"
    assert "Nothing changes." in render(difference(works, text))


def law(graph: ToyView, edge_: StateEdge, text: str) -> None:
    """What the overlay answers equals what a graph with that edge answers."""
    overlay = lay(graph, read(text, where="plan.yaml")).overlay
    told = ToyView(graph.by_node, {**graph.by_edge, edge_.edge_id: edge_})
    for node in graph.by_node:
        one = exposed_to(overlay, shocks_for(overlay, node))
        two = exposed_to(told, shocks_for(told, node))
        assert [(e.node, e.score, e.class_) for e in one] == [
            (e.node, e.score, e.class_) for e in two
        ]


def test_an_added_edge_answers_as_in_a_graph_that_has_it(works: ToyView) -> None:
    added = edge("Tavola", "SUPPLIES", "Orrin", confidence=0.6)
    text = HALT + "add: {head: Tavola, type: SUPPLIES, tail: Orrin, confidence: 0.6}\n"
    law(works, added, text)


FAULTS: dict[str, tuple[str, str]] = {
    "empty": ("", "plan.yaml: the scenario is empty"),
    "no YAML": ("name: [", "plan.yaml:1: no YAML"),
    "a list": ("- name", "plan.yaml:1: not a table of keys"),
    "no name": ("shock: {on: Orrin}", "plan.yaml:1: a scenario has a name"),
    "no shock": ("name: a\nremove: {head: Orrin}", "plan.yaml:1: no shock"),
    "nothing changes": ("name: a\ngiven: {on: Orrin}", "plan.yaml:1: nothing changes"),
    "unknown key": ("name: a\nshocks: {on: Orrin}", "plan.yaml:2: unknown key 'shocks'; did you"),
    "unknown inner key": (
        HALT + "scale:\n  - head: Orrin\n    bye: 2", "plan.yaml:5: unknown key"),
    "a key twice": ("name: a\nname: b", "plan.yaml:2: 'name' stands twice"),
    "no such channel": ("name: a\nshock: {on: Orrin, channel: suply}", ":2: no channel 'suply'; d"),
    "no such event": ("name: a\nshock: {on: Orrin, event: flood}", ":2: no event 'flood'; use one"),
    "channel and event": (
        "name: a\nshock: {on: Orrin, channel: price, event: halt}", ":2: a shock has a channel or"),
    "a size too large": ("name: a\nshock: {on: Orrin, channel: supply, size: -3}", "size is '-3'"),
    "a size that is none": ("name: a\nshock: {on: Orrin, channel: price, size: big}", "is 'big'"),
    "not a number": ("name: a\nshock: {on: Orrin, channel: price, size: .nan}", "size is '.nan'"),
    "no size at all": ("name: a\nshock: {on: Orrin, channel: price, size: 0}", "a shock of size 0"),
    "on nobody": ("name: a\nshock: {channel: price}", "plan.yaml:2: a shock says on whom"),
    "a shock that is text": ("name: a\nshock: Orrin", "plan.yaml:2: 'shock' is no list"),
    "no such type": (HALT + "remove: {head: Orrin, type: SUPPLY}", ":3: no edge type SUPPLY; did"),
    "no such status": (
        HALT + "set-status: {head: Orrin, status: done}", ":3: no status 'done'; use one of"),
    "no status": (HALT + "set-status: {head: Orrin}", ":3: which status?"),
    "no factor": (HALT + "scale: {head: Orrin}", ":3: by how much?"),
    "a factor below 0": (HALT + "scale: {head: Orrin, by: -1}", ":3: by is '-1'"),
    "no end": (HALT + "remove: {type: OWNS}", ":3: remove says of which edge"),
    "half an edge": (HALT + "add: {head: Orrin, type: OWNS}", ":3: an edge to add has"),
    "no such property": (
        HALT + "add: {head: Orrin, type: OWNS, tail: Keld, more: {steak: 5%}}", "'steak'; did you"),
    "a broken hop": (HALT + "hops: 2.5", ":3: hops is 2.5"),
    "too many hops": (HALT + "hops: 99", ":3: hops is '99'; give a number from 1 to 12"),
    "an unknown name": ("name: a\nshock: {on: Orro, event: halt}", ":2: nothing called 'Orro';"),
    "an ambiguous name": ("name: a\nshock: {on: Mercer, event: halt}", "fits Mercer Foods (Firm,"),
    "an unknown end": (HALT + "remove: {head: Orrin, tail: Kell}", ":3: nothing called 'Kell'"),
    "no such edge": (
        HALT + "remove: {head: Orrin, type: OWNS, tail: Keld}",
        "plan.yaml:3: no edge Orrin OWNS Keld; there are Orrin PRODUCES solder"),
    "an edge that is there": (
        HALT + "add: {head: Orrin, type: SUPPLIES, tail: Keld}", "is there already (asserted"),
    "ends that do not fit": (
        HALT + "add: {head: solder, type: SUPPLIES, tail: Keld}", "does not go from Product to"),
    "an end to itself": (HALT + "add: {head: Keld, type: OWNS, tail: Keld}", "does not go from"),
    "an effect without a sign": (
        HALT + "add: {head: Orrin, type: IMPACTS, tail: Keld}", "IMPACTS has a sign; give + or -"),
    "a failure of which sort": ("name: a\nshock: {on: Orrin}", ":2: Orrin can fail in several"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_line_with_its_place(works: ToyView, name: str) -> None:
    text, words = FAULTS[name]
    with pytest.raises(KnockonError) as refused:
        difference(works, text)
    said = str(refused.value)
    assert isinstance(refused.value, SchemaError | EntityUnknown | EntityAmbiguous)
    assert said.startswith("plan.yaml:")
    assert words in said
    assert "\n" not in said


def test_a_scenario_too_long_to_be_one_is_refused() -> None:
    with pytest.raises(SchemaError, match="too long"):
        read("name: a\n" + "#" * 1_000_001, where="plan.yaml")


def test_aliases_that_multiply_do_no_harm(works: ToyView) -> None:
    bomb = "name: a\nabout: &a [x, x]\n" + "".join(
        f"k{n}: &k{n} [*{'a' if not n else f'k{n - 1}'}, *{'a' if not n else f'k{n - 1}'}]\n"
        for n in range(40)
    )
    with pytest.raises(SchemaError, match="unknown key 'k0'"):
        difference(works, bomb)
