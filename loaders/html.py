"""HTML articles: trafilatura decides what the article is, our own reading keeps the offsets.

Bias: where the two disagree about a paragraph it is left over and reported, not guessed in.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.kit import dates, markup, page
from loaders.kit.dates import Moment
from loaders.kit.markup import Block
from loaders.kit.raw import Raw, check_size
from loaders.kit.story import Notice, source_of
from schemas.errors import SourceMalformed
from schemas.evidence import Reading

NAME = "html"
DESCRIPTION = "an HTML article (trafilatura)"

CAP = 5 * 1024 * 1024  # bytes of one page
# what lxml and trafilatura let through on hostile pages
_BROKEN = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError)
_HEAD = re.compile(r"(?:<!doctype html|<html|<head|<body|<article)\b", re.IGNORECASE)
_BODY = re.compile(r"<(?:p|div|h[1-6]|br|span|table|ul|section)\b[^<>]{0,300}>", re.IGNORECASE)
_SURE = 25  # letters and digits; a shorter block must be a line of the article on its own
_AHEAD = 20_000  # letters of the article that a block may lie ahead of the one before
_PART = 40  # letters and digits of an article line that may be a part of a block


@dataclass(frozen=True, slots=True)
class _Article:
    """What trafilatura says: the text, and what it found beside it."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: str = ""
    url: str = ""


def sniff(raw: Raw) -> float:
    """High for a page's own tags near the start, some for paragraphs of a fragment."""
    start = raw.text[:3000].lstrip()
    if not start.startswith("<") or start.startswith(("<rss", "<feed")):
        return 0.0
    if _HEAD.search(start) and not re.search(r"<(?:rss|feed|rdf:RDF)\b", start):
        return 0.9
    return 0.6 if _BODY.search(start) else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:
    """The page's one article; SourceTooLarge over 5 MB or 100,000 tags, SourceMalformed if none."""
    check_size(raw, cap=CAP, what="an HTML page")
    found = markup.blocks(raw.text, where=raw.uri)
    article = _extract(raw)
    outside = [b for b in found if not b.framed or b.tag == "h1"]
    kept = _align(outside, article) or _align(found, article) or outside
    day = published.when if published else dates.published(article.published)
    notice = Notice(
        title=article.title, publisher=article.publisher, byline=article.author,
        published=day, url=article.url or page.address(raw),
    )  # fmt: skip
    source = source_of(raw, NAME)
    story, picked = page.compose(source, [b.para for b in kept], notice, trim=False)
    if story is None:
        raise SourceMalformed("no article on the page", where=raw.uri, cure="save its text")
    taken = {b.para.start for b in kept}
    unread = [b.para for b in outside if b.para.start not in taken and page.is_prose(b.para.text)]
    left = page.leftovers(source, [*picked.leftovers, *unread])
    return Reading(stories=(story,), leftovers=left, chrome=len(found) - len(kept) - len(unread))


def _extract(raw: Raw) -> _Article:
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.bare_extraction(
            raw.text,
            url=page.address(raw) or None,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except _BROKEN as error:
        why = f"the HTML cannot be read ({type(error).__name__})"
        raise SourceMalformed(why, where=raw.uri) from error
    if found is None or isinstance(found, dict):
        return _Article()
    return _Article(
        text=found.text or "", title=found.title or "", publisher=found.sitename or "",
        author=found.author or "", published=found.date or "", url=found.url or "",
    )  # fmt: skip


def _squeeze(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _align(found: Sequence[Block], article: _Article) -> list[Block]:
    """The blocks that the article text holds, in order, its headline before them."""
    lines = [letters for line in article.text.splitlines() if (letters := _squeeze(line))]
    whole, known = "".join(lines), set(lines)
    begins = list(itertools.accumulate((len(line) for line in lines), initial=0))
    kept: list[Block] = []
    at = 0
    for block in found:
        letters = _squeeze(block.para.text)
        if len(letters) < _SURE and letters not in known:
            continue
        place = whole.find(letters, at, at + len(letters) + _AHEAD)
        if place >= 0:
            at = place + len(letters)
            kept.append(block)
        elif any(line in letters for line in _next_lines(lines, begins, at)):
            kept.append(block)
    return _headed(found, kept, _squeeze(article.title))


def _next_lines(lines: Sequence[str], begins: Sequence[int], at: int) -> list[str]:
    """A few long lines of the article from the offset on; a block may hold more than its line."""
    first = bisect.bisect_left(begins, at)
    return [line for line in lines[first : first + 3] if len(line) >= _PART]


def _headed(found: Sequence[Block], kept: list[Block], title: str) -> list[Block]:
    """The kept blocks with the headline in front, where the page shows it above them."""
    if not kept or not title or _squeeze(kept[0].para.text) == title:
        return kept
    above = found[: found.index(kept[0])]
    heads = [b for b in above if b.tag in {"h1", "h2"} and _squeeze(b.para.text) == title]
    return [*heads[-1:], *kept]
