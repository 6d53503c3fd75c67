from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import loaders
from loaders import Raw
from schemas.errors import SourceMalformed, SourceTooLarge
from schemas.evidence import Story


def plain(text: str) -> Story:
    return loaders.read(Raw.of("x.txt", text.encode()), loader="plain").stories[0]


def test_a_file_is_one_story_with_its_headline_and_without_furniture(
    fixture: Callable[[str], Raw],
) -> None:
    reading = loaders.read(fixture("plain.txt"))
    story = reading.stories[0]
    assert story.title == "Ferry line orders two ships from Danube Yards"
    assert story.text.count("\n\n") == 2
    assert "for two hulls and an option on a third, said the ferry line in a filing" in story.text
    assert "rights reserved" not in story.text
    assert [x.text for x in reading.leftovers] == ["Seven Ways To Cross The Black Sea"]


def test_a_wrapped_sentence_is_quoted_as_the_file_has_it(fixture: Callable[[str], Raw]) -> None:
    story = loaders.read(fixture("plain.txt")).stories[0]
    start = story.text.index("two hulls")
    assert story.quote(start, start + 9) == "two\nhulls"


def test_a_first_line_that_ends_as_a_sentence_is_no_headline() -> None:
    story = plain("Danube Yards has won an order.\n\nIt is for two ships, a paper said.")
    assert (story.title, story.title_end) == ("", 0)


def test_labels_and_captions_around_a_headline_do_not_get_into_the_text() -> None:
    story = plain(
        "Top Stories\nYard wins order for two ships\nDANUBE YARDS\n\nThe yard has won it all."
    )
    assert story.text == "Yard wins order for two ships\n\nThe yard has won it all."


def test_a_byline_and_a_stamp_line_are_told_apart_from_the_text() -> None:
    story = plain("By ANN FIELD\nUpdated 5:04 PM, March 3, 2024\nVARNA (Quay) — The yard won it.")
    assert (story.byline, str(story.published)) == ("ANN FIELD", "2024-03-03")
    assert story.text == "VARNA (Quay) — The yard won it."


@pytest.mark.parametrize("head", ["Is the ferry boom over now?", "Yard to cut 40 jobs in the U.S."])
def test_a_headline_may_end_as_a_question_or_an_abbreviation(head: str) -> None:
    story = plain(f"{head}\nThe yard will cut 40 jobs there. (Reporting by A. Field)")
    assert story.title == head
    assert story.text.endswith("jobs there.")


def test_a_leading_stamp_is_cut_and_dates_the_story() -> None:
    story = plain("date 2023-04-05 The yard has won an order for ships.")
    assert story.text == "The yard has won an order for ships."
    assert str(story.published) == "2023-04-05"


def test_a_text_that_breaks_off_is_marked_at_its_end() -> None:
    story = plain(
        "The yard has won an order.\n\nThe ferry line said it would pay for the ships with a"
    )
    assert [(g.at, g.sort) for g in story.gaps] == [(len(story.text), "damage")]


def test_carriage_returns_and_unseen_characters_are_not_in_the_clean_text() -> None:
    story = plain("The yard\u200b has won\u00a0an order.\r\nIt is\x07 for two ships.")
    assert story.text == "The yard has won an order.\nIt is for two ships."
    assert story.quote(9, 16) == "has won"


def test_a_lone_phrase_stays_a_story() -> None:
    assert plain("Toys , games , a shop in Varna").text == "Toys , games , a shop in Varna"


def test_only_furniture_is_refused() -> None:
    with pytest.raises(SourceMalformed, match="furniture"):
        plain("Comments\n\nAdvertisement\n")


def test_a_document_over_the_cap_is_refused_in_one_line() -> None:
    with pytest.raises(SourceTooLarge, match="cap of 20 MB"):
        plain("The yard won. " * 1_600_000)


@pytest.mark.parametrize("unit", [
    "(", "June 9 ", "called ", ", opens new tab", "a ago\n", "- \n", " ", "By Ann. ", "A-", "<",
    "first quarter of ", "share ", "photo: ", "A Wire\n1 hour ago\n",
])  # fmt: skip
@pytest.mark.parametrize("name", ["plain", "aggregator", "html", "feed", "table", "eml"])
def test_hostile_repetition_is_read_in_linear_time(unit: str, name: str) -> None:
    data = ("The yard has won an order. " + unit * (100_000 // len(unit))).encode()
    began = time.perf_counter()
    try:
        raw = Raw.of("x", data)
        loaders.find(name).sniff(raw)
        loaders.read(raw, loader=name)
    except SourceMalformed:
        pass
    assert time.perf_counter() - began < 5


def test_single_site_pages_come_out_as_the_article(shared: Callable[[str], Path]) -> None:
    lines = shared("data/dev/stories.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        stories = loaders.read(Raw.of(row["id"], row["raw_text"].encode())).stories
        wanted = [line.strip() for line in row["text"].split("\n") if line.strip()]
        assert len(stories) == 1
        assert [line for line in wanted if line not in stories[0].text] == []
        dropped = ("Comments are closed", "Sponsored", "ALSO READ", "Reporting by", "date 20")
        assert [d for d in dropped if d in stories[0].text] == []
