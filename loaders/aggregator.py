"""Aggregator pages as text: several stories of several publishers with page furniture between.

A byline group (`Publisher` / `26 minutes ago` / `- Publisher`) opens a story, and so does a
headline above a dateline once the story before has begun. Bias: two stories are rather kept
apart than glued, since a glued one puts one publisher's words in another's mouth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from loaders.kit import chrome, dates, page
from loaders.kit.dates import Moment
from loaders.kit.raw import Raw, check_size
from loaders.kit.runs import Para
from loaders.kit.story import Notice, source_of
from schemas.errors import SourceMalformed
from schemas.evidence import Leftover, Reading, Source, Story

NAME = "aggregator"
DESCRIPTION = "a text page with several stories, each with publisher, age and byline"

_SNIFFED = 400_000  # characters that decide; an aggregator page is far shorter
_NAME_WORDS = 6  # words of a publisher's name
_ONE_LINE = re.compile(r"(?P<name>[^·|•]{2,60}?) ?[·|•] ?(?P<age>[^·|•]{3,20})")
_LEAD_WORDS = 15  # words of a paragraph that can open a story without a dateline


@dataclass(slots=True)
class _Stretch:
    """Paragraphs of one story, with what its byline group said."""

    publisher: str = ""
    age: str = ""
    byline: str = ""
    paras: list[Para] = field(default_factory=list)
    begun: bool = False  # running text was seen
    over: bool = False  # the last line was furniture that ends a story

    def add(self, para: Para) -> None:
        """Take the next paragraph in."""
        self.paras.append(para)
        self.begun = self.begun or page.is_prose(para.text)
        self.over = chrome.line_name(para.text) in chrome.ENDING


def sniff(raw: Raw) -> float:
    """High for several byline groups or headline-and-dateline pairs, some for much furniture."""
    if raw.text.lstrip()[:1] in "<{[":
        return 0.0
    lines = page.paras(raw.text[:_SNIFFED])
    groups = sum(_group(lines, i) is not None for i in range(len(lines)))
    pairs = sum(_is_pair(lines, i) for i in range(len(lines)))
    furniture = sum(bool(chrome.line_name(p.text)) for p in lines)
    if groups >= 2 or pairs >= 2 or (groups and furniture >= 2):
        return 0.9
    return 0.5 if groups or furniture >= 4 else 0.0


def read(raw: Raw, published: Moment | None) -> Reading:
    """The page's stories, each with its own title, publisher, byline, dateline and span.

    `published` is when the page was seen; it turns ages into dates. SourceTooLarge over 20 MB,
    SourceMalformed where the page holds no story.
    """
    check_size(raw)
    source = source_of(raw, NAME)
    stories: list[Story] = []
    left: list[Leftover] = []
    dropped = 0
    for stretch in _stretches(page.paras(raw.text)):
        dropped += 2 * bool(stretch.age) + bool(stretch.byline)
        story, more, count = _compose(source, stretch, published, page.address(raw))
        stories += [story] if story else []
        left += more
        dropped += count
    if not stories:
        raise SourceMalformed("no story on the page", where=raw.uri, cure="try --loader plain")
    return Reading(stories=tuple(stories), leftovers=tuple(left), chrome=dropped)


def _compose(
    source: Source, stretch: _Stretch, seen: Moment | None, url: str
) -> tuple[Story | None, tuple[Leftover, ...], int]:
    day = dates.resolve_age(stretch.age, seen) if stretch.age else None
    notice = Notice(
        publisher=stretch.publisher,
        byline=stretch.byline,
        published=day or (seen.when if seen and not stretch.age else None),
        url=url,
    )
    if not stretch.begun:
        loose = [p for p in stretch.paras if not chrome.line_name(p.text)]
        return None, page.leftovers(source, loose), len(stretch.paras) - len(loose)
    story, picked = page.compose(source, stretch.paras, notice, trim=True)
    return story, page.leftovers(source, picked.leftovers), picked.chrome


def _stretches(lines: Sequence[Para]) -> list[_Stretch]:
    """The page cut where a byline group or a new headline opens a story."""
    out = [_Stretch()]
    at = 0
    while at < len(lines):
        group = _group(lines, at)
        if group:
            out.append(replace(group[0]))
            at += group[1]
            continue
        if _opens(lines, at, out[-1]):
            out.append(_Stretch())
        out[-1].add(lines[at])
        at += 1
    return [s for s in out if s.paras or s.publisher]


def _group(lines: Sequence[Para], at: int) -> tuple[_Stretch, int] | None:
    """The byline group at this line and its length in lines, or None."""
    text = lines[at].text
    single = _ONE_LINE.fullmatch(text) if len(text) < 90 else None
    if single and dates.is_age(single["age"].strip()) and _is_name(single["name"]):
        return _Stretch(single["name"].strip(), single["age"].strip()), 1
    if at + 1 >= len(lines) or not _is_name(text) or not dates.is_age(lines[at + 1].text):
        return None
    third = lines[at + 2].text if at + 2 < len(lines) else ""
    byline = third[1:].strip() if third[:1] in "-–—" and _is_name(third[1:].strip()) else ""
    return _Stretch(text, lines[at + 1].text, byline), 3 if byline else 2


def _is_name(text: str) -> bool:
    text = text.strip()
    if not text or len(text) > 60 or page.ended(text) or text[0].islower():
        return False
    return text.count(" ") < _NAME_WORDS and not chrome.line_name(text) and text[0].isalnum()


def _is_pair(lines: Sequence[Para], at: int) -> bool:
    """Whether a headline stands here right above a paragraph with a dateline."""
    if at + 1 >= len(lines) or page.is_prose(lines[at].text):
        return False
    under = next((p for p in lines[at + 1 : at + 4] if not chrome.line_name(p.text)), None)
    if under is None or not page.is_headline(lines[at].text) or chrome.line_name(lines[at].text):
        return False
    return page.is_prose(under.text) and dates.opening(under.text) is not None


def _opens(lines: Sequence[Para], at: int, current: _Stretch) -> bool:
    """Whether a story without a byline group begins at this line."""
    if not current.begun:
        return False
    return _is_pair(lines, at) or (current.over and _is_fresh(lines, at))


def _is_fresh(lines: Sequence[Para], at: int) -> bool:
    if at + 1 >= len(lines) or not page.is_headline(lines[at].text):
        return False
    if page.is_prose(lines[at].text) or chrome.line_name(lines[at].text):
        return False
    below = lines[at + 1].text
    return page.is_prose(below) and below.count(" ") + 1 >= _LEAD_WORDS
