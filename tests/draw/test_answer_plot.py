"""What the picture of an answer shows: whole paths, signs, what is folded, every form."""

from __future__ import annotations

import pytest

from kg.draw.answer.gather import gather
from kg.draw.answer.laid import DOTS, dash, edge_of, thickness
from kg.draw.answer.plot import Plot
from kg.draw.answer.said import verb
from schemas.answer import Answer
from schemas.errors import KnockonError
from tests.draw.answers import answer, claim, curb, exposure, many, path, step


def kinds(plot: Plot) -> dict[str, str]:
    return {c.name: c.kind for c in plot.cards}


def test_every_effect_has_its_kind() -> None:
    assert kinds(gather(curb())) == {
        "Norland export licence for rare-earth magnets": "shock", "magnets": "passing",
        "Marchetti Turbines": "hurt", "Ferrand Automobiles": "hurt", "Northmoor Bank": "mixed",
        "Umber Valley Lithium": "helped", "Silverstrand Retail": "hurt",
        "Tamarind Foods": "unaffected",
    }  # fmt: skip


def test_every_hop_leads_to_the_right_and_the_shock_stands_at_the_left() -> None:
    for plot in (gather(curb()), gather(many(58))):
        column = {c.node: c.column for c in plot.cards}
        assert all(column[w.start] < column[w.end] for w in plot.wires)
        assert {c.column for c in plot.cards if c.kind == "shock"} == {0}


def test_a_hop_has_the_sign_and_the_size_of_the_shock_where_it_arrives() -> None:
    wires = {(w.start, w.end): w for w in gather(curb()).wires}
    assert wires["commodity:magnets", "firm:maker"].kind == "hurt"
    assert wires["commodity:magnets", "firm:maker"].strength == pytest.approx(0.48)
    assert wires["firm:maker", "firm:rival"].kind == "helped"
    assert wires["firm:maker", "firm:rival"].strength == pytest.approx(0.192)
    assert wires["policy:curb", "firm:calm"].kind == "unaffected"


def test_the_stronger_hop_is_thicker() -> None:
    wires = sorted(gather(curb()).wires, key=lambda w: w.strength)
    widths = [thickness(w) for w in wires]
    assert widths == sorted(widths)
    assert widths[-1] > 3 * widths[0]


def test_plans_are_dashed_and_what_no_story_names_is_dotted_and_hollow() -> None:
    plot = gather(curb())
    wires = {w.end: w for w in plot.wires}
    cards = {c.node: c for c in plot.cards}
    assert dash(wires["firm:maker"]) == ()
    assert dash(wires["firm:listed"]) == edge_of(cards["firm:listed"]) == DOTS
    assert len({dash(wires[f"firm:{n}"]) for n in ("maker", "listed", "cars", "calm")}) == 4
    assert edge_of(cards["firm:cars"])


def test_a_hop_against_its_arrow_is_said_from_the_left() -> None:
    told = {(w.start, w.end): verb(w) for w in gather(curb()).wires}
    assert told["commodity:magnets", "firm:maker"] == "needed by"
    assert told["firm:maker", "firm:cars"] == "supplies (planned)"
    assert told["firm:maker", "firm:rival"] == "competes with"


def test_what_does_not_fit_is_folded_by_column_and_counted() -> None:
    plot = gather(many(140))
    exposed = [c for c in plot.cards if c.score]
    assert len(plot.cards) <= 60
    assert len(exposed) + sum(plot.folded.values()) == 140
    assert any("more, weaker or beyond what fits" in n for n in plot.words.notes)


def test_the_strongest_are_drawn_where_not_all_fit() -> None:
    few = gather(many(140), limit=8)
    assert {c.node for c in few.cards} == {"policy:curb", *(f"firm:{n}" for n in range(7))}


def test_a_circle_of_shocks_is_drawn_as_far_as_it_runs_to_the_right() -> None:
    there, back = (step(a, "SUPPLIES", b, 0.5, n) for n, (a, b) in
                   enumerate((("firm:a", "firm:b"), ("firm:b", "firm:a"))))  # fmt: skip
    one = step("policy:curb", "TARGETS", "firm:a", 0.5, 3)
    two = step("policy:curb", "TARGETS", "firm:b", 0.5, 4)
    found = [exposure("firm:a", "A", "hurt", path(one), path(two, back)),
             exposure("firm:b", "B", "hurt", path(two), path(one, there))]  # fmt: skip
    plot = gather(answer(found))
    assert {(w.start, w.end) for w in plot.wires} == {
        ("policy:curb", "firm:a"), ("policy:curb", "firm:b")
    }  # fmt: skip
    assert "2 weaker ways are not drawn." in plot.words.notes


def test_words_say_title_reading_times_gist_and_caveat() -> None:
    words = gather(curb()).words
    assert words.title == "Who is exposed to the magnet curb?"
    assert words.reading[0] == "Read as: exposed, subject magnet curb"
    assert words.reading[-1] == "As of 2025-06-30, as known now"
    assert words.gist.startswith("2 hurt · 1 helped · 1 mixed · 1 said to be unaffected · 1 more")
    assert "most: Marchetti Turbines −0.48 (supply)" in words.gist
    assert words.beside == (("Nothing known either way", ("Quiet Bay",)),)
    assert "not a price forecast" in words.caveat
    assert "Left out: 2 stories have no date." in words.notes


def test_a_chain_is_drawn_from_the_one_to_the_other() -> None:
    chain = path(step("firm:a", "SUPPLIES", "firm:b", 0.9, 1),
                 step("firm:b", "OWNS", "firm:c", 0.8, 2, forward=False), score=0.72)  # fmt: skip
    names = {"firm:a": "Aldermoor", "firm:b": "Brightwater"}
    plot = gather(answer([exposure("firm:c", "Castellan", "mixed", chain)],
                         shock={}, plan={"form": "path", "names": names}))  # fmt: skip
    assert kinds(plot) == {"Aldermoor": "subject", "Brightwater": "plain", "Castellan": "found"}
    assert [c.column for c in plot.cards] == [0, 1, 2]
    assert [verb(w) for w in plot.wires] == ["supplies", "owned by"]


def test_a_listing_fans_out_from_what_was_asked_about() -> None:
    found = [
        exposure(f"firm:{n}", n, "mixed", path(step(f"firm:{n}", "SUPPLIES", "firm:x", 0.9, i)))
        for i, n in enumerate("abc")
    ]
    plot = gather(answer(found, shock={}, plan={"names": {"firm:x": "Xenon"}}))
    assert kinds(plot)["Xenon"] == "subject"
    assert {w.start for w in plot.wires} == {"firm:x"}
    assert {verb(w) for w in plot.wires} == {"supplied by"}


def row(head: str, edge: str, tail: str, number: int) -> dict[str, object]:
    return {"head": head, "head_node": head, "edge": edge, "tail": tail, "tail_node": tail,
            "status": "asserted", "claims": [claim(number)]}  # fmt: skip


def test_all_about_one_thing_is_a_star_around_it() -> None:
    rows = (
        row("firm:a", "OWNS", "firm:x", 1), row("firm:x", "SUPPLIES", "firm:b", 2),
        row("firm:x", "SUPPLIES", "firm:a", 3), row("story:s", "MENTIONS", "firm:x", 4),
    )  # fmt: skip
    plot = gather(Answer(question="about x", plan={"about": {"node": "firm:x"}}, rows=rows))
    assert {c.node: c.column for c in plot.cards} == {"firm:a": 0, "firm:x": 1, "firm:b": 2}
    assert kinds(plot)["firm:x"] == "subject"
    assert sorted(verb(w) for w in plot.wires) == ["owns", "supplied by", "supplies"]


@pytest.mark.parametrize("empty", [answer([]), answer([], shock={}, rows=[{"count": 3}])])
def test_an_answer_with_nothing_to_draw_is_refused_in_one_line(empty: Answer) -> None:
    with pytest.raises(KnockonError, match=r"nothing to draw.*kg ask"):
        gather(empty)
    with pytest.raises(KnockonError, match="with 1 things"):
        gather(curb(), limit=1)
