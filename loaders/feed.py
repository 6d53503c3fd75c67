"""RSS and Atom: each item is a story. Bias: a broken item is set aside, the others are read.

An item's source text is its decoded body (content, else description or summary).
"""

from __future__ import annotations

import io
import re
from typing import Any

from loaders.kit import dates, markup, page
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw, check_size
from loaders.kit.runs import Para
from loaders.kit.story import Notice, source_of
from schemas.errors import SourceMalformed, SourceTooLarge
from schemas.evidence import Reading, Setback, Story

NAME = "feed"
DESCRIPTION = "an RSS or Atom file (feedparser)"

_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
# what feedparser lets through on hostile bytes
_BROKEN = (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError)
_SURROGATE = re.compile("[\ud800-\udfff]")


def sniff(raw: Raw) -> float:
    """High where the root element is a feed's."""
    start = raw.text[:4000].lstrip()
    return 0.95 if start.startswith("<") and _ROOT.search(start) else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:
    """A story for each item; an item without text, and damaged XML, are setbacks."""
    check_size(raw)
    feed = _parse(raw)
    stories: list[Story] = []
    setbacks = [_damaged(raw, feed)] if feed.get("bozo") else []
    chrome = 0
    for number, entry in enumerate(feed.entries, 1):
        try:
            story, dropped = _story(raw, entry, number, feed.feed, published)
        except SourceTooLarge as error:
            story, dropped, why = None, 0, error.what
        else:
            why = "the item has no text"
        chrome += dropped
        if story:
            stories.append(story)
        else:
            setbacks.append(Setback(where=f"{raw.uri} item {number}", why=why))
    if not stories and not feed.entries:
        raise SourceMalformed("no item in the feed", where=raw.uri, cure="check it is RSS or Atom")
    return Reading(stories=tuple(stories), setbacks=tuple(setbacks), chrome=chrome)


def _parse(raw: Raw) -> Any:
    if re.search(r"<!ENTITY", raw.text[:20_000], re.IGNORECASE):
        raise SourceMalformed("a feed that defines entities is not read", where=raw.uri)
    import feedparser

    try:
        return feedparser.parse(
            io.BytesIO(raw.text.encode("utf-8", "replace")),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except _BROKEN as error:
        why = f"the feed cannot be read ({type(error).__name__})"
        raise SourceMalformed(why, where=raw.uri) from error


def _damaged(raw: Raw, feed: Any) -> Setback:
    why = " ".join(str(feed.get("bozo_exception", "damaged XML")).split())
    return Setback(where=raw.uri, why=f"the XML is damaged, items may be missing: {why}")


def _story(
    raw: Raw, entry: Any, number: int, feed: Any, seen: Moment | None
) -> tuple[Story | None, int]:
    body = _SURROGATE.sub("\ufffd", _body(entry))
    if not body.strip():
        return None, 0
    when = dates.published(str(entry.get("published") or entry.get("updated") or ""))
    notice = Notice(
        title=_plain(entry.get("title", "")),
        publisher=_plain((entry.get("source") or {}).get("title") or feed.get("title", "")),
        byline=_plain(entry.get("author", "")),
        published=when or (seen.when if seen else None),
        url=_plain(entry.get("link", "")),
    )
    source = source_of(raw, NAME, text=body, item=f"item {number}")
    story, picked = page.compose(source, _paras(body, raw.uri), notice, trim=False)
    return story, picked.chrome


def _body(entry: Any) -> str:
    contents = [str(c.get("value", "")) for c in entry.get("content") or []]
    full = max(contents, key=len, default="")
    return full or str(entry.get("summary") or "")


def _paras(body: str, where: str) -> list[Para]:
    return markup.paras(body, where=where) if markup.looks_like_html(body) else page.paras(body)


def _plain(value: Any) -> str:
    text = _SURROGATE.sub("\ufffd", str(value or ""))
    if not markup.looks_like_html(text):
        return " ".join(text.split())
    return " ".join(p.text for p in markup.paras(text[:5000]))
