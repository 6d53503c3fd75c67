from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import loaders
from loaders import Raw, aggregator
from schemas.errors import SourceMalformed
from schemas.evidence import Reading, Story

Take = Callable[[str], Raw]


@pytest.fixture
def stories(fixture: Take) -> tuple[Story, ...]:
    return loaders.read(fixture("page.txt")).stories


def test_a_page_of_three_stories_is_told_from_a_plain_text(fixture: Take) -> None:
    assert loaders.pick(fixture("page.txt")).NAME == "aggregator"
    assert loaders.pick(fixture("plain.txt")).NAME == "plain"


def test_each_story_has_its_own_headline_publisher_and_byline(stories: tuple[Story, ...]) -> None:
    assert [(s.title, s.publisher, s.byline) for s in stories] == [
        ("Norland lithium sales climb a fifth in April", "Harbour Wire", ""),
        ("Bank of Estmark keeps its rate call at two cuts", "Harbour Wire", "Harbour Wire"),
        ("Kestrel Robotics opens its code for all", "Evening Ledger", "Evening Ledger"),
    ]
    assert all(s.text[: s.title_end] == s.title for s in stories)


def test_the_year_of_a_dateline_comes_from_its_own_story_only(stories: tuple[Story, ...]) -> None:
    lines = [(s.dateline.place, str(s.dateline.when)) if s.dateline else None for s in stories]
    assert lines == [("PORT HALLE", "2024-05-12"), ("", "--05-12"), None]


def test_furniture_is_in_no_story_and_nothing_is_left_over(fixture: Take) -> None:
    reading = loaders.read(fixture("page.txt"))
    text = "\n".join(s.text for s in reading.stories)
    assert not [w for w in ("Hashtags", "Comments", "ago", "Share", "new tab") if w in text]
    assert (reading.leftovers, reading.chrome) == ((), 16)


def test_a_story_goes_on_behind_an_advertisement(stories: tuple[Story, ...]) -> None:
    assert stories[0].text.endswith("said that the rule stays.")


def test_a_quote_keeps_the_chrome_that_the_clean_sentence_lost(stories: tuple[Story, ...]) -> None:
    text = stories[1].text
    start = text.index("It lifted")
    end = text.index("2,100.") + 6
    assert "(.OMX40) index" in text[start:end]
    assert "(.OMX40), opens new tab index" in stories[1].quote(start, end)


def test_lost_names_and_brackets_are_marked_where_they_are_missing(
    stories: tuple[Story, ...],
) -> None:
    text = stories[2].text
    damage = [text[g.at - 6 : g.at] for g in stories[2].gaps if g.sort == "damage"]
    assert damage == ["called", "a Arms"]
    assert "Ostrava Arms which sells" in text
    assert "Bramble (BRM.N), which has" in text


def test_an_age_is_a_date_only_when_the_time_of_reading_is_known(fixture: Take) -> None:
    raw = fixture("page.txt")
    assert [s.published for s in loaders.read(raw).stories] == [None, None, None]
    seen = loaders.read(raw, published="2024-05-13T01:30").stories
    assert [str(s.published) for s in seen] == ["2024-05-13", "2024-05-12", "2024-05-12"]
    assert str(seen[1].dateline and seen[1].dateline.when) == "2024-05-12"


def test_other_byline_groups_also_open_a_story() -> None:
    page = (
        "Quay News · 4 hours ago\nDocks open again\nThe docks of Port Halle are open again today.\n"
        "Read more\nTin Gazette | 2d ago\nPit shut for good\nThe Corvo pit is shut for good now."
    )
    found = loaders.read(Raw.of("x", page.encode()), loader="aggregator").stories
    assert [(s.publisher, s.title) for s in found] == [
        ("Quay News", "Docks open again"), ("Tin Gazette", "Pit shut for good"),
    ]  # fmt: skip


def test_a_headline_above_a_dateline_opens_a_story_without_a_byline() -> None:
    one = "Tin price jumps on mine news\nLIMA (Tin Wire) - Tin rose by a tenth on Friday in Lima.\n"
    two = "Zinc stays where it was\nOSLO (Tin Wire) - Zinc did not move at all on Friday in Oslo.\n"
    found = aggregator.read(Raw.of("x", (one + two).encode()), None)
    assert [s.dateline and s.dateline.place for s in found.stories] == ["LIMA", "OSLO"]


def test_headlines_below_related_are_no_stories_and_readers_comments_are_left_over() -> None:
    page = (
        "Quay News\n1 hour ago\n- Quay News\nDocks open again\n"
        "The docks of Port Halle are open again, and grain moves.\n"
        "Related Articles\nWhy Grain Is Dear\nComments\nI never liked the docks much anyway.\n"
    )
    found = aggregator.read(Raw.of("x", page.encode()), None)
    assert len(found.stories) == 1
    assert "Grain Is Dear" not in found.stories[0].text
    assert [x.text for x in found.leftovers] == ["I never liked the docks much anyway."]


def test_a_page_without_a_story_is_refused_with_a_cure() -> None:
    with pytest.raises(SourceMalformed, match="--loader plain"):
        aggregator.read(Raw.of("x", b"Hashtags\nComments\n"), None)


def seed(path: Path) -> Reading:
    return loaders.read(Raw.of("page.txt", path.read_bytes()))


def test_the_seed_page_holds_four_stories_at_their_places(shared: Callable[[str], Path]) -> None:
    reading = seed(shared("data/seed/page.txt"))
    assert [s.start for s in reading.stories] == [1, 1514, 2931, 5099]
    assert [s.publisher for s in reading.stories] == ["Reuters", "Reuters", "Reuters", "Telegraph"]
    dates = [str(s.dateline.when) if s.dateline else "" for s in reading.stories]
    assert dates == ["2025-06-09", "--06-09", "--06-09", ""]
    assert [sum(g.sort == "damage" for g in s.gaps) for s in reading.stories] == [0, 0, 2, 0]
    assert reading.leftovers == ()
