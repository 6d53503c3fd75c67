"""The page of the graph: all can be read and reached, nothing of a story runs."""

from __future__ import annotations

import pytest

from kg.draw import words
from kg.draw.choose import choose
from kg.draw.page import page
from kg.draw.scene import Scene, stage
from tests.draw.factories import hostile_view, town
from tests.draw.hostile import HOSTILE, Read, assert_sealed


@pytest.fixture(scope="module")
def scene() -> Scene:
    return stage(choose(town()))


def test_the_page_shows_every_sentence_with_story_place_and_date(scene: Scene) -> None:
    content = page(scene)
    for claim in {c for arrow in scene.arrows for c in arrow.link.claims}:
        for told in (claim.title, claim.published, f"{claim.start}–{claim.end}"):
            assert told in content


def test_every_link_and_node_can_be_reached_by_key_and_leads_to_its_row(scene: Scene) -> None:
    read = Read(page(scene))
    rows = {attrs["id"] for tag, attrs in read.tags if tag == "tr" and "id" in attrs}
    cards = {attrs["data-card"] for _, attrs in read.tags if "data-card" in attrs}
    parts = [attrs for tag, attrs in read.tags if tag == "a" and "data-cards" in attrs]
    assert len(parts) == len(scene.marks) + len(scene.arrows)
    for part in parts:
        assert str(part["href"]).removeprefix("#") in rows
        assert set(str(part["data-cards"]).split()) <= cards
        assert part["aria-label"]


def test_the_page_allows_its_own_script_and_asks_for_nothing(scene: Scene) -> None:
    assert_sealed(page(scene))


@pytest.mark.parametrize("payload", HOSTILE)
def test_nothing_of_a_story_becomes_markup(payload: str) -> None:
    plain = Read(page(stage(choose(hostile_view("Hollin Energy")))))
    scene = stage(choose(hostile_view(payload)))
    content = page(scene)
    read = Read(content)
    allowed = {tag for tag, _ in plain.tags}
    assert {tag for tag, _ in read.tags} <= allowed
    assert content.lower().count("<script") == 1
    assert not any(name.startswith("on") for _, attrs in read.tags for name in attrs)
    assert all(str(a["href"]).startswith("#") for _, a in read.tags if "href" in a)
    assert words.clean(payload) in "".join(read.words)
    content.encode("utf-8")
