"""Places of a picture of the graph: nothing covered, all inside; and how things look."""

from __future__ import annotations

from itertools import combinations

import pytest

from kg.draw import style, words
from kg.draw.choose import choose
from kg.draw.scene import Scene, stage
from schemas.base import edge_types, labels
from tests.draw.factories import town


@pytest.fixture(scope="module")
def scene() -> Scene:
    return stage(choose(town()))


@pytest.mark.parametrize("limit", [12, 35, 60])
def test_no_label_covers_another_label_or_another_node(limit: int) -> None:
    marks = stage(choose(town(), limit=limit)).marks
    assert len(marks) > limit * 0.8
    for one, other in combinations(marks, 2):
        assert not one.box.meets(other.box), (one.lines, other.lines)
    for one in marks:
        for other in marks:
            reach = other.radius
            inside = (one.box.left - reach < other.x < one.box.right + reach
                      and one.box.top - reach < other.y < one.box.bottom + reach)  # fmt: skip
            assert not inside, (one.lines, other.lines)


def test_sixty_nodes_fit_into_one_picture(scene: Scene) -> None:
    assert len(scene.marks) == 60
    assert len(scene.arrows) >= 90


def test_words_of_links_stand_clear_of_all_other_words(scene: Scene) -> None:
    boxes = [a.box for a in scene.arrows if a.box]
    assert len(boxes) > len(scene.arrows) / 4
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    assert not any(a.meets(m.box) for a in boxes for m in scene.marks)


def test_everything_lies_inside_the_frame(scene: Scene) -> None:
    left, top, right, bottom = scene.frame
    for box in [m.box for m in scene.marks] + [a.box for a in scene.arrows if a.box]:
        assert left <= box.left and box.right <= right  # noqa: PT018
        assert top <= box.top and box.bottom <= bottom  # noqa: PT018


def test_an_arrow_ends_outside_the_node_it_points_at(scene: Scene) -> None:
    for arrow in scene.arrows:
        mark = scene.marks[arrow.ends[1]]
        x, y = arrow.head[0] if arrow.head else arrow.curve.end
        assert ((x - mark.x) ** 2 + (y - mark.y) ** 2) ** 0.5 > mark.radius


def test_long_names_take_two_lines_and_end_in_an_ellipsis() -> None:
    lines = words.wrap("Greywick Battery Materials International Holdings of Estmark")
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert len(" ".join(lines)) <= words.LONGEST
    assert words.wrap("Hollin Energy") == ("Hollin Energy",)


def test_every_colour_stands_out_by_day_and_by_night() -> None:
    used = {e.colour for e in edge_types().values()} | {n.colour for n in labels().values()}
    for colour in used | {c for _, c, _ in style.EFFECT.values()}:
        for ground in (style.PAPER, style.NIGHT):
            assert style.contrast(style.legible(colour, ground), ground) >= 3
            assert style.contrast(style.legible(colour, ground, style.LETTERS), ground) >= 4.5


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert style.contrast("#000000", "#ffffff") == pytest.approx(21)


def test_hope_and_rumour_do_not_look_like_fact() -> None:
    assert len({style.dash_of(s) for s in ("asserted", "planned", "rumoured", "denied")}) == 4
    assert style.dash_of("completed") == style.SOLID
    assert style.said("ACQUIRES", "rumoured") == "acquires (rumoured)"


def test_the_legend_tells_of_what_occurs_and_nothing_else(scene: Scene) -> None:
    told = {e.text for e in scene.legend if e.sort == "node"}
    assert told == {m.shown.entity.label for m in scene.marks}
    assert {e.sign for e in scene.legend if e.sort == "sign"} == {"+", "-"}
