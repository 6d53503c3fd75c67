from __future__ import annotations

from collections.abc import Callable

import pytest

import loaders
from loaders import Raw
from schemas.errors import SourceMalformed


def test_a_mail_is_its_plain_part_under_its_headers(fixture: Callable[[str], Raw]) -> None:
    raw = fixture("note.eml")
    story = loaders.read(raw).stories[0]
    assert (loaders.pick(raw).NAME, story.title) == ("eml", "Crane maker Høyer wins an order")
    assert (story.publisher, str(story.published)) == ("Quay News", "2024-03-04")
    assert story.text.startswith("Høyer has won an order for nine cranes")
    assert story.quote(0, 5) == "Høyer"
    assert "twin" not in story.text


def test_a_mail_with_html_only_is_stripped() -> None:
    mail = (
        b"From: a@b.example\nSubject: Docks\nContent-Type: text/html\n\n"
        b"<p>Docks &amp; piers shut.</p>"
    )
    story = loaders.read(Raw.of("x.eml", mail)).stories[0]
    assert story.text == "Docks & piers shut."
    assert story.quote(0, 13) == "Docks &amp; piers"


def test_a_mail_without_text_is_refused() -> None:
    with pytest.raises(SourceMalformed, match="no text"):
        loaders.read(Raw.of("x.eml", b"From: a@b.example\nSubject: Docks\n\n"), loader="eml")
