"""Which texts are one: what papers change of a wire story, and what makes another story of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.copies import bodies, body_of, copied, marks
from kg.graph.state import Witness, confidence, told
from tests.graph.factories import claim, story
from tests.graph.wire import COPIES, MARKET, OTHERS, RESULTS, SHORT, WIRE, swapped

ROOT = Path(__file__).parents[2]


def body(text: str) -> str:
    return body_of(text, text)


@pytest.mark.parametrize("sort", COPIES)
def test_what_papers_change_of_a_wire_story_leaves_it_one_text(sort: str) -> None:
    one, other = map(body, COPIES[sort])
    assert copied(one, other)
    assert copied(other, one)


@pytest.mark.parametrize("sort", OTHERS)
def test_another_number_name_or_denial_is_another_text(sort: str) -> None:
    one, other = map(body, OTHERS[sort])
    assert not copied(one, other)
    assert not copied(other, one)


def test_a_headline_that_the_loader_knows_is_not_compared() -> None:
    one, other = (body_of(f"{title}\n{SHORT}", SHORT) for title in ("Tin is short", "Big in cans"))
    assert one != other
    assert copied(one, other)


def test_few_words_are_compared_as_they_are() -> None:
    assert not copied(body("Keld bought Tavola."), body("So it is: Keld bought Tavola."))
    assert copied(body("Keld bought Tavola."), body("keld  bought\ttavola."))


def test_a_text_without_letters_has_a_body() -> None:
    assert copied(body(""), body(" \n"))
    assert not copied(body(""), body("…"))


def test_parts_of_a_text_meet_in_the_whole_of_it() -> None:
    half, rest = WIRE[: WIRE.index(" Keld shares")], WIRE[WIRE.index("The companies") :]
    given_ = [body(text) for text in (half, WIRE, rest, MARKET, RESULTS)]
    found = bodies(given_)
    assert [found[b] for b in given_] == [given_[1]] * 3 + given_[3:]
    assert len(set(bodies([given_[0], given_[2]]).values())) == 2


def test_two_texts_are_not_one_by_way_of_what_both_hold() -> None:
    dear, rest = swapped(WIRE, ("$3.2", "$3.4")), WIRE[WIRE.index("The companies") :]
    one, other, part = (body(text) for text in (WIRE, dear, rest))
    assert copied(part, one)
    assert copied(part, other)
    assert len(set(bodies([one, other, part]).values())) == 2


WORDS = sorted({word for text in (WIRE, MARKET, RESULTS) for word in text.split()})
texts = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
orders = st.permutations(range(6))
edits = st.lists(st.tuples(st.integers(0, 110), st.sampled_from(WORDS)), max_size=6)


@given(texts | st.text(max_size=80), texts)
def test_any_two_texts_are_compared_alike_both_ways(one: str, other: str) -> None:
    first, second = body(one), body(other)
    assert copied(first, first)
    assert copied(first, second) == copied(second, first)
    if copied(first, second):
        assert marks(first) & marks(second)


@given(st.lists(edits, min_size=6, max_size=6), orders)
def test_what_is_one_text_depends_on_the_texts_alone(
    changes: list[list[tuple[int, str]]], order: list[int]
) -> None:
    found = [body(edited(change)) for change in changes]
    assert bodies([*(found[at] for at in order), *found]) == bodies(found)


def edited(change: list[tuple[int, str]]) -> str:
    """The wire story with a few words in place of others."""
    words = WIRE.split()
    for at, word in change:
        words[at % len(words)] = word
    return " ".join(words)


def test_a_body_is_the_same_in_every_process() -> None:
    code = "from tests.graph.test_copies import WIRE, body; print(body(WIRE))"
    ours = {
        subprocess.run([sys.executable, "-c", code], env=seeded(seed), cwd=ROOT, text=True,
                       capture_output=True, check=True).stdout.strip()
        for seed in ("0", "1", "77")
    }  # fmt: skip
    assert ours == {body(WIRE)}


def seeded(seed: str) -> dict[str, str]:
    return {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}


def test_forty_papers_that_print_one_wire_story_are_one_witness() -> None:
    tails = [WIRE[: WIRE.index("The price")], WIRE, swapped(WIRE, ("percent", "pct"))]
    papers = [
        story(f"s{n}", f"By writer {n}\n{tails[n % 3]}\nPrinted by paper {n}", publisher=f"P{n}")
        for n in range(40)
    ]
    heard = [
        Witness(claim(p, "firm:keld", "ACQUIRES", "firm:tavola", quote=f"So {p.story_id}."), t)
        for p, t in ((paper, told(paper, "")) for paper in papers)
    ]
    assert confidence(heard) == 0.8
    assert confidence([*heard, Witness(heard[0].claim, told(story("x", RESULTS), ""))]) == 0.96
