"""Intervals and floors: how sure a figure is, and how low it may go."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.eval import Gold, Said, Score, hold, intervals, read_floors, score
from kg.eval.tally import Sheet, Tally
from schemas.errors import SourceMalformed, SourceMissing
from tests.eval.gold_of import entity

COUNTS = st.tuples(*[st.integers(0, 9)] * 3)


def of(*counts):
    return Score([Sheet(str(n), "", {("relations", ""): Tally(*c)}) for n, c in enumerate(counts)])


@given(st.lists(COUNTS, min_size=1, max_size=6))
@settings(max_examples=30)
def test_an_interval_lies_between_the_worst_story_and_the_best(counts):
    single = [Tally(*c).f1 for c in counts if any(c)]
    made = intervals(of(*counts), samples=200, seed=1).get(("relations", ""))
    assert (made is None) == (not single)
    if made:
        assert min(single) - 1e-9 <= made[0] <= made[1] <= max(single) + 1e-9


def test_a_seed_gives_the_same_interval_again_and_another_seed_another():
    counts = [(n, 3 * n % 7, 11 - n) for n in range(10)]
    one, same, other = (intervals(of(*counts), samples=200, seed=s) for s in (1, 1, 2))
    assert one == same != other


def test_stories_that_are_alike_leave_nothing_to_chance():
    low, high = intervals(of(*[(3, 1, 1)] * 5), samples=100, seed=1)["relations", ""]
    assert low == high == pytest.approx(0.75)


def test_a_share_is_of_what_was_given():
    sheets = [Sheet(str(n), "", {("amount", ""): Tally(1, 0, 9)}) for n in range(3)]
    assert intervals(Score(sheets), samples=100, seed=1)["amount", ""] == (1, 1)


def test_a_pair_of_stories_counts_where_both_are_drawn():
    arm = entity("arm", "Arm", "Firm")
    golds = [Gold.model_validate({"id": k, "entities": [arm], "relations": []}) for k in "abcd"]
    said = {
        k: [Said.of({"entity": "Arm", "entity_type": "Firm", "entity_node": node})]
        for k, node in zip("abcd", "nnnm", strict=True)
    }
    found = score(golds, said)
    assert (found.total("merging").tp, found.total("merging").fn) == (3, 3)
    low, high = intervals(found, samples=500, seed=1)["merging", ""]
    assert low == 0
    assert high == 1


@pytest.mark.parametrize(
    ("floors", "under"),
    [
        ({"relations_f1": 0.5}, []),
        ({"relations_f1": 0.6}, ["relations_f1"]),
        ({"relations_f1": 0.6, "mine_relations_f1": 0.4}, []),
        ({"relations_f1": 0.1, "mine_relations_f1": 0.6}, ["mine_relations_f1"]),
        ({"relations_f1": 0.5, "other_relations_f1": 0.9}, []),
        ({"unreal_as_fact": 1}, ["unreal_as_fact"]),
        ({"unreal_as_fact": 2}, []),
    ],
)
def test_a_figure_under_its_floor_is_named(floors, under):
    held = hold({"relations_f1": 0.55, "unreal_as_fact": 2}, floors, "mine")
    assert [line.split()[0] for line in held.under] == under


def test_a_floor_of_no_figure_is_told():
    held = hold({"relations_f1": 0.55}, {"relations_f2": 0.1, "unseen_relations_f1": 1}, "mine")
    assert (held.held, held.unknown) == ((), ("relations_f2",))


def test_a_file_of_floors_gives_its_numbers_alone(tmp_path):
    (tmp_path / "floors.json").write_text(json.dumps({"relations_f1": 0.5, "corpus": "ab"}))
    assert read_floors(tmp_path / "floors.json") == {"relations_f1": 0.5}


@pytest.mark.parametrize(("text", "error"), [
    ("[1]", SourceMalformed), ("{", SourceMalformed), (None, SourceMissing),
])  # fmt: skip
def test_a_file_that_holds_no_floors_is_refused(tmp_path, text, error):
    if text:
        (tmp_path / "floors.json").write_text(text)
    with pytest.raises(error):
        read_floors(tmp_path / "floors.json")
