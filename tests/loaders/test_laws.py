from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import loaders
from loaders import Raw
from schemas.errors import LoaderUnknown, SourceError
from schemas.evidence import Reading, Story

LINES = st.sampled_from([
    "", "", "Hashtags", "Comments", "Related Articles", "Advertisement", "Quay News", "2 hours ago",
    "- Quay News", "Docks open again in Port Halle", "Port Halle",
    "OSLO, May 3 (Quay) - Grain fell by",
    "PORT HALLE, June 9 (Quay News) - Grain moves again, the docks said on Friday.",
    "The firm (QN.L), opens new tab, sold its arm, called is ready for sale.",
    "Rivals (opens new tab which sell\u00a0one did\u200b not comment at all.", "It ends with a",
    "...",
    "  Spaces   and\ttabs are  here, in one sentence.  ",
    "date 2024-01-02 Grain fell once more today.",
    "<p>Grain &amp; flour &mdash; both <b>fell</b>&nbsp;hard.</p>",
    "<div><br>&#8364;5 &lt; &euro;6</div>",
])  # fmt: skip
PAGES = st.lists(LINES, min_size=1, max_size=25).map("\n".join)
READERS = ("plain", "aggregator", "html", "eml", "feed")


def plainly(text: str) -> str:
    return "".join(" " if c.isspace() else c for c in text)


def check(story: Story) -> None:
    """Pieces tile the clean text in order, and say what the source says."""
    at, behind = 0, 0
    for piece in story.pieces:
        assert (piece.at, piece.length > 0) == (at, True)
        assert behind <= piece.start <= piece.end <= len(story.source.text)
        here = story.text[at : at + piece.length]
        there = story.source.text[piece.start : piece.end]
        if len(here) == len(there) and here.strip() and not there.startswith("&"):
            assert plainly(here) == plainly(there)
        at, behind = at + piece.length, piece.end
    assert at == len(story.text)
    assert all(0 <= g.at <= len(story.text) for g in story.gaps)


def attempt(data: bytes, loader: str | None = None) -> Reading | None:
    try:
        return loaders.read(Raw.of("x", data), loader=loader)
    except (SourceError, LoaderUnknown):
        return None


@given(PAGES)
@pytest.mark.parametrize("loader", ["plain", "aggregator", "html"])
def test_pieces_map_every_clean_character_and_stories_do_not_overlap(
    loader: str, page: str
) -> None:
    reading = attempt(page.encode(), loader)
    for story in reading.stories if reading else ():
        check(story)
    spans = sorted((s.start, s.end) for s in reading.stories) if reading else []
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    left = [(x.start, x.end) for x in reading.leftovers] if reading else []
    assert all(page[a:b].strip() for a, b in left)


@given(PAGES)
def test_reading_twice_is_equal(page: str) -> None:
    assert attempt(page.encode()) == attempt(page.encode())


@given(PAGES)
def test_a_clean_span_without_a_gap_inside_is_what_the_source_says(page: str) -> None:
    reading = attempt(page.encode(), "plain")
    for story in reading.stories if reading else ():
        for piece in story.pieces:
            quote = story.quote(piece.at, piece.at + piece.length)
            assert quote == story.source.text[piece.start : piece.end]


@settings(max_examples=60)
@given(st.binary(max_size=300))
@example(b"\xff\xfe\x00\xd8")
@example(b"From: =?utf-8?b?!!?=\nSubject: x\nContent-Type: text/plain; charset=zip\n\nx")
@example(b"From: <@\nSubject: (\nDate: Fri, 99 Foo\nContent-Type: multipart/x; boundary=\n\nx")
@example(b'head,type,tail\n"')
@example(b"<rss><![CDATA[")
@example(b"<html><p>&#xD800;&#0;x</p>")
@example(b'{"text": 1e999}')
@example(b'{"text": "a", "published": 99999999999}')
def test_arbitrary_bytes_only_raise_our_own_errors(data: bytes) -> None:
    for loader in (None, *loaders.names()):
        attempt(data, loader)


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_arbitrary_text_only_raises_our_own_errors(text: str) -> None:
    for loader in (None, *loaders.names()):
        attempt(text.encode("utf-8", "replace"), loader)
