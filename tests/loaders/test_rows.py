from __future__ import annotations

import json
from collections.abc import Callable

import pytest

import loaders
from loaders import Raw
from schemas.errors import SourceMalformed

Take = Callable[[str], Raw]


def test_json_lines_are_stories_with_their_ids_and_bad_lines_are_set_aside(fixture: Take) -> None:
    reading = loaders.read(fixture("stories.jsonl"))
    first, second, third = reading.stories
    assert (first.story_id, first.publisher, str(first.published)) == (
        "a1", "Quay News", "2024-01-09",
    )  # fmt: skip
    assert (
        first.text == "Dock strike\n\nA strike shut the docks of Port Halle.\n\nGrain ships wait."
    )
    assert first.text[: first.title_end] == "Dock strike"
    assert (len(second.story_id), second.source.item) == (16, "line 2")
    assert (third.story_id, str(third.published)) == ("7", "2024-02")
    assert [s.where for s in reading.setbacks] == [f"stories.jsonl:{n}" for n in (4, 5, 6, 7)]
    assert "--loader table" in reading.setbacks[3].why


def test_a_title_that_is_not_in_the_text_is_metadata_only() -> None:
    row = {"title": "Elsewhere", "text": "A strike shut the docks of Port Halle today."}
    story = loaders.read(Raw.of("x", json.dumps(row).encode())).stories[0]
    assert (story.title, story.title_end) == ("Elsewhere", 0)


@pytest.mark.parametrize("shape", [list, lambda rows: {"stories": list(rows)}])
def test_json_comes_as_a_list_or_under_stories(shape: Callable[[object], object]) -> None:
    rows = [{"id": "a", "text": "The docks are shut."}, {"id": "b"}]
    raw = Raw.of("x.json", json.dumps(shape(rows), indent=1).encode())
    reading = loaders.read(raw)
    assert (loaders.pick(raw).NAME, [s.story_id for s in reading.stories]) == ("json", ["a"])
    assert reading.setbacks[0].where == "x.json:item 2"


def test_a_lone_surrogate_in_a_text_is_replaced_not_fatal() -> None:
    story = loaders.read(Raw.of("x", b'{"text": "The \\ud800 docks are shut."}')).stories[0]
    assert "\ufffd" in story.text


def test_json_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(SourceMalformed):
        loaders.read(Raw.of("x", b"[" * 200_000), loader="json")
    with pytest.raises(SourceMalformed):
        loaders.read(Raw.of("x", b"[" * 200_000), loader="jsonl")


def test_a_text_with_markup_is_stripped() -> None:
    row = {"text": "<p>Docks &amp; piers are shut.</p><p>Ships wait.</p>"}
    story = loaders.read(Raw.of("x", json.dumps(row).encode())).stories[0]
    assert story.text == "Docks & piers are shut.\n\nShips wait."
