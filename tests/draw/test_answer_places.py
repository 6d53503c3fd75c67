"""Places of an answer's picture: no words on words, no line through words, on any screen."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.draw.answer.gather import gather
from kg.draw.answer.laid import Laid, PlacedWire
from kg.draw.answer.plot import Plot
from kg.draw.answer.tall import WIDE, tall
from kg.draw.answer.wide import wide
from kg.draw.place import Box
from schemas.answer import Answer
from tests.draw.answers import claim, curb, many


def points(wire: PlacedWire) -> list[tuple[float, float]]:
    """The line itself, point by point."""
    found, here = [wire.start], wire.start
    for bend in wire.bends:
        one, two, end = bend if len(bend) == 3 else (here, bend[0], bend[0])
        t = np.linspace(0, 1, 40)[:, None]
        a, b, c, d = (np.array(p) for p in (here, one, two, end))
        curve = (1 - t) ** 3 * a + 3 * t * (1 - t) ** 2 * b + 3 * t**2 * (1 - t) * c + t**3 * d
        found += [(float(x), float(y)) for x, y in curve]
        here = end
    return found


def inside(box: Box, point: tuple[float, float]) -> bool:
    return box.left + 1 < point[0] < box.right - 1 and box.top + 0.5 < point[1] < box.bottom - 0.5


def check(laid: Laid, *, labels_on_cards: bool) -> None:
    cards = [c.box for c in laid.cards]
    labels = [w.label.box for w in laid.wires]
    beside = [box for _, box in laid.beside]
    for boxes in (cards + beside, labels + beside):
        assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])]
    if not labels_on_cards:
        assert not [1 for a in labels for b in cards if a.meets(b)]
    for wire in laid.wires:
        line = points(wire)
        struck = [b for b in labels + beside for p in line if inside(b, p)]
        assert not struck, (wire.label.text, struck)
        assert not [b for b in cards for p in line if inside(b, p)]
    for box in cards + labels + beside:
        assert laid.frame.left <= box.left
        assert box.right <= laid.frame.right + 0.01
        assert laid.frame.top <= box.top
        assert box.bottom <= laid.frame.bottom + 0.01


@pytest.mark.parametrize("count", [4, 20, 60, 200])
def test_no_words_meet_and_no_line_runs_through_words(count: int) -> None:
    plot = gather(many(count))
    check(wide(plot), labels_on_cards=False)
    check(tall(plot), labels_on_cards=True)


@settings(max_examples=12)
@given(st.integers(1, 59), st.integers(0, 10**6))
def test_whatever_the_answer_nothing_is_covered(count: int, seed: int) -> None:
    plot = gather(many(count, seed))
    check(wide(plot), labels_on_cards=False)
    check(tall(plot), labels_on_cards=True)


def test_the_narrow_picture_is_no_wider_than_a_telephone() -> None:
    for plot in (gather(curb()), gather(many(60))):
        laid = tall(plot)
        assert laid.frame.right - laid.frame.left <= WIDE <= 340
        assert all(w.label.box.right <= WIDE for w in laid.wires)


def test_both_pictures_show_every_thing_and_the_narrow_one_hangs_each_below_its_cause() -> None:
    plot = gather(many(60))
    assert names(plot, wide(plot)) == names(plot, tall(plot))
    tops = {c.card.node: c.box.top for c in tall(plot).cards}
    assert all(tops[w.wire.start] < tops[w.wire.end] for w in tall(plot).wires)


def test_the_narrow_star_tells_of_every_link_and_of_what_holds_first() -> None:
    ends = [("a", "OWNS", "x"), ("a", "SUPPLIES", "x"), ("b", "OWNS", "x"), ("x", "OWNS", "c")]
    rows: list[dict[str, object]] = [
        {"head": h, "head_node": h, "edge": e, "tail": t, "tail_node": t, "confidence": 0.9,
         "status": "denied" if h == "b" else "asserted", "claims": [claim(n)]}
        for n, (h, e, t) in enumerate(ends)
    ]  # fmt: skip
    about = Answer(question="about x", plan={"about": {"node": "x"}}, rows=tuple(rows))
    laid = tall(gather(about))
    assert [c.card.node for c in laid.cards] == ["x", "a", "c", "b"]
    assert [c.face.under for c in laid.cards] == ["", "1 more link", "", ""]


def names(plot: Plot, laid: Laid) -> set[str]:
    shown = {c.card.node for c in laid.cards}
    assert len(laid.cards) == len(plot.cards)
    return shown


def test_columns_stand_from_left_to_right_and_arrows_end_at_their_cards() -> None:
    laid = wide(gather(curb()))
    box = {c.card.node: c.box for c in laid.cards}
    for wire in laid.wires:
        target = box[wire.wire.end]
        assert box[wire.wire.start].right <= wire.start[0] + 0.01 < target.left
        assert wire.tip[0] == pytest.approx(target.left - 1)
        assert target.top < wire.tip[1] < target.bottom
