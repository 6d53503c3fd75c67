"""Where a statement stands: the source, the story cut from it, and offsets that never lie.

A `Story` has a clean `text` (what a reader would read) and `pieces` that map every character of
it back into the decoded source. `source_text[start:end]` of a mapped span is what the source
says there, page chrome in the middle included.
"""

from __future__ import annotations

import bisect
import hashlib
from typing import Literal

from schemas.base import Record
from schemas.when import When


def digest(*parts: str, size: int = 16) -> str:
    """A hex content hash of the parts (SHA-256, first `size` characters)."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:size]


class Source(Record):
    """One decoded document: where it came from, its SHA-256 and how it was read.

    For a file that holds one document (text, HTML) `text` is the decoded file. For a container
    (JSON, feed, mail) it is the decoded field of one item, and `item` says which.
    """

    uri: str
    sha256: str
    encoding: str
    loader: str
    text: str
    item: str = ""


class Piece(Record):
    """A run of a story's clean text, `clean` long from `at`, and the source span it stands for."""

    at: int
    length: int
    start: int
    end: int


class Gap(Record):
    """A place in the clean text where the page lost words, or chrome was cut out."""

    at: int
    sort: Literal["chrome", "damage"]
    note: str = ""


class Dateline(Record):
    """A dateline: the place as written and the date as far as it is known."""

    place: str = ""
    when: When | None = None


class Story(Record):
    """One story: clean text with its map into the source, and what the page says about it.

    `title_end` is where the headline ends in `text` (0: the title is metadata only). `published`
    is missing unless the page or the user gives it.
    """

    story_id: str
    source: Source
    text: str
    pieces: tuple[Piece, ...]
    gaps: tuple[Gap, ...] = ()
    title: str = ""
    title_end: int = 0
    publisher: str = ""
    byline: str = ""
    dateline: Dateline | None = None
    published: When | None = None
    url: str = ""

    @property
    def start(self) -> int:
        """First offset of the story in its source."""
        return min((p.start for p in self.pieces), default=0)

    @property
    def end(self) -> int:
        """Offset behind the story's last character in its source."""
        return max((p.end for p in self.pieces), default=0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The source offsets of the clean span `start:end` (not empty)."""
        return self._at(start, last=False), self._at(end - 1, last=True)

    def quote(self, start: int, end: int) -> str:
        """What the source says at the clean span `start:end`, chrome included."""
        first, behind = self.span(start, end)
        return self.source.text[first:behind]

    def _at(self, offset: int, *, last: bool) -> int:
        index = bisect.bisect_right(self.pieces, offset, key=lambda p: p.at) - 1
        piece = self.pieces[max(index, 0)]
        if piece.end - piece.start != piece.length:  # an entity such as &amp;: all or nothing
            return piece.end if last else piece.start
        return piece.start + offset - piece.at + (1 if last else 0)


class Leftover(Record):
    """Text of a source that became neither story nor known chrome."""

    start: int
    end: int
    text: str


class Setback(Record):
    """Something that was set aside: what, where, why, and what to do about it."""

    where: str
    why: str


class Fact(Record):
    """A typed fact of a table: the row as text, its line, and the claim fields it gives.

    `head_node` and `tail_node` are the ends' nodes where the table is of a graph that has them.
    """

    source: Source
    line: int
    head: str
    head_type: str
    type: str
    tail: str = ""
    tail_type: str = ""
    head_node: str = ""
    tail_node: str = ""
    fields: tuple[tuple[str, str], ...] = ()


class Reading(Record):
    """What a loader made of one source: stories, typed facts, leftovers and what it set aside."""

    stories: tuple[Story, ...] = ()
    facts: tuple[Fact, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    setbacks: tuple[Setback, ...] = ()
    chrome: int = 0
