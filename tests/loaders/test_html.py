from __future__ import annotations

from collections.abc import Callable

import pytest

import loaders
from loaders import Raw
from loaders.kit import markup
from schemas.errors import SourceTooLarge

Take = Callable[[str], Raw]


def test_the_article_is_read_and_the_page_around_it_is_not(fixture: Take) -> None:
    raw = fixture("article.html")
    story = loaders.read(raw).stories[0]
    assert (loaders.pick(raw).NAME, story.title) == ("html", "Cement & Co buys a quarry")
    assert (story.publisher, str(story.published)) == ("Granite Post", "2024-03-05")
    assert story.text[: story.title_end] == story.title
    assert story.text.count("\n\n") == 3
    assert [w for w in ("Home", "Share", "rights", "never read", "color") if w in story.text] == []


def test_a_quote_is_the_raw_html_of_the_words(fixture: Take) -> None:
    story = loaders.read(fixture("article.html")).stories[0]
    start = story.text.index("€40 million")
    assert story.quote(start, start + 11) == "&euro;40&nbsp;million"
    start = story.text.index("Road Works Ltd")
    assert story.quote(start, start + 14) == "Road Works Ltd"
    start = story.text.index("expects to")
    assert story.quote(start, start + 10) == "expects</b> to"


def test_a_page_without_an_article_by_trafilatura_is_still_read() -> None:
    story = loaders.read(Raw.of("x", b"<html><body><p>Docks shut.</p></body></html>")).stories[0]
    assert story.text == "Docks shut."


def test_a_page_of_too_many_tags_or_bytes_is_refused_at_once() -> None:
    with pytest.raises(SourceTooLarge, match="tags"):
        loaders.read(Raw.of("x", b"<html>" + b"<p>a" * 300_000))
    with pytest.raises(SourceTooLarge, match="5 MB"):
        loaders.read(Raw.of("x", b"<html><p>" + b"word " * 1_100_000))


@pytest.mark.parametrize("unit", ["<a ", "<a '", "<!--", "<b>", "&amp", "<script>", "<![CDATA["])
def test_broken_markup_becomes_text_or_nothing_but_never_an_error(unit: str) -> None:
    found = markup.blocks("one " + unit * 2000 + " two")
    assert found[0].para.text.startswith("one")
