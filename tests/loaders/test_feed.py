from __future__ import annotations

from collections.abc import Callable

import pytest

import loaders
from loaders import Raw
from schemas.errors import SourceMalformed

Take = Callable[[str], Raw]


def test_each_item_is_a_story_and_an_empty_one_a_setback(fixture: Take) -> None:
    reading = loaders.read(fixture("feed.xml"))
    first, second = reading.stories
    assert (first.title, first.publisher, str(first.published), first.url) == (
        "Tin mine shuts", "Tin Gazette", "2024-02-07", "https://tin.example/1",
    )  # fmt: skip
    assert (
        first.text
        == "The Corvo mine has shut its east pit.\n\nSmelters at Ria & Sons need its ore."
    )
    assert (first.source.item, second.source.item) == ("item 1", "item 3")
    assert [(s.where, s.why) for s in reading.setbacks] == [
        ("feed.xml item 2", "the item has no text")
    ]


def test_a_quote_stands_in_the_decoded_body_of_the_item(fixture: Take) -> None:
    story = loaders.read(fixture("feed.xml")).stories[0]
    start = story.text.index("Ria")
    assert story.quote(start, start + 10) == "Ria &amp; Sons"


def test_atom_is_read_too(fixture: Take) -> None:
    story = loaders.read(fixture("atom.xml")).stories[0]
    assert (story.text, story.byline) == ("Ria and Sons found ore in Estmark.", "Ada Field")


def test_a_feed_cut_in_the_middle_gives_what_stands_and_says_so(fixture: Take) -> None:
    raw = fixture("feed.xml")
    reading = loaders.read(Raw.of("cut.xml", raw.data[:-25]))
    assert len(reading.stories) == 2
    assert "damaged" in reading.setbacks[0].why


def test_a_feed_with_entities_of_its_own_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><rss><channel><item><title>&a;</title></item></rss>'
    with pytest.raises(SourceMalformed, match="entities"):
        loaders.read(Raw.of("x", bomb), loader="feed")
