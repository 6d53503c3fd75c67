"""HTML as paragraphs of runs: every visible character with the span of raw HTML it stands for.

Why not a DOM: trees forget where their text stood. This reads tags by eye, in one linear pass,
and needs no well-formed page. Bias: unreadable markup becomes text rather than vanishing text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from loaders.kit import runs
from loaders.kit.runs import Para, Run
from schemas.errors import SourceTooLarge

TAG_CAP = 100_000  # tags of one page; a long article has about 5,000
_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)(?>[^>\"']+|\"[^\"]*\"|'[^']*')*+>")
_LOOSE = re.compile(r"</?([a-zA-Z][^\s/>]*)[^>]*+>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SILENT = frozenset((
    "script", "style", "noscript", "template", "svg", "iframe", "textarea", "select", "math",
    "object",
))  # fmt: skip
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "label",
))  # fmt: skip
FRAME = frozenset((
    "nav", "header", "footer", "aside", "button", "head", "figure", "figcaption", "menu", "title",
))  # fmt: skip

_CONTENT = frozenset((
    "body", "p", "div", "h1", "h2", "article", "main", "section",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page, the tag it stands in and whether a frame tag (nav, …) is around."""

    para: Para
    tag: str
    framed: bool


def looks_like_html(text: str) -> bool:
    """Whether the text holds paragraph markup or entities rather than plain words."""
    return bool(re.search(r"</?(?:p|br|div|a|b|i|em|strong|span|ul|ol|li|h[1-6]|img)\b[^<>]{0,500}>"
                          r"|&(?:#\d+|[a-z]{2,8});", text[:200_000], re.IGNORECASE))  # fmt: skip


def blocks(text: str, *, where: str = "") -> list[Block]:
    """The page's paragraphs in order; SourceTooLarge over 100,000 tags."""
    if text.count("<") > TAG_CAP:
        raise SourceTooLarge(
            f"{text.count('<'):,} tags, over the cap of {TAG_CAP:,}",
            where=where,
            cure="save the article alone",
        )
    return list(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    held: list[Run] = []
    frames: dict[str, int] = {}
    tag = ""
    for name, start, end in _tokens(text):
        if not name:
            held += _characters(text, start, end)
        elif name.strip("/") in _INLINE:
            continue
        else:
            yield from _block(held, tag, frames)
            held = []
            _count(frames, name)
            tag = tag if name.startswith("/") else name
    yield from _block(held, tag, frames)


def _count(frames: dict[str, int], name: str) -> None:
    bare = name.strip("/")
    if bare in _CONTENT:  # an end tag of the head is optional
        frames["head"] = 0
    if bare in FRAME:
        step = -1 if name.startswith("/") else 1
        frames[bare] = max(0, frames.get(bare, 0) + step)


def _block(held: list[Run], tag: str, frames: dict[str, int]) -> Iterator[Block]:
    found = runs.para(held, breaks=2) if held else None
    if found:
        yield Block(found, tag, any(frames.values()))


def _tokens(text: str) -> Iterator[tuple[str, int, int]]:
    """(tag name with `/` for an end tag, or empty for text; start; end)."""
    at, last = 0, text.rfind(">")
    while at < len(text):
        opened = text.find("<", at)
        if opened < 0 or opened > last:
            break
        found = _skip(text, opened) or _tag(text, opened)
        if found is None:
            yield "", at, opened + 1
            at = opened + 1
            continue
        if opened > at:
            yield "", at, opened
        name, end = found
        yield name, opened, end
        at = end
    if at < len(text):
        yield "", at, len(text)


def _skip(text: str, at: int) -> tuple[str, int] | None:
    """The end of a comment, declaration or processing instruction that begins here."""
    if text.startswith("<!--", at):
        return "!", _behind(text, "-->", at + 4)
    if text.startswith("<![CDATA[", at):
        return "span", at + 9
    if text.startswith(("<!", "<?"), at):
        return "!", _behind(text, ">", at)
    return None


def _behind(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return found + len(mark) if found >= 0 else len(text)


def _tag(text: str, at: int) -> tuple[str, int] | None:
    found = _TAG.match(text, at) or _LOOSE.match(text, at)
    if found is None:
        return None
    name = found.group(1).lower()
    if text[at + 1] == "/":
        return f"/{name}", found.end()
    if name in _SILENT and text[found.end() - 2] != "/":
        close = re.compile(rf"</{re.escape(name)}\b", re.IGNORECASE).search(text, found.end())
        return name, _behind(text, ">", close.start()) if close else len(text)
    return name, found.end()


def _characters(text: str, start: int, end: int) -> Iterator[Run]:
    at = start
    for entity in _ENTITY.finditer(text, start, end):
        meant = html.unescape(entity.group())
        if meant == entity.group():
            continue
        yield from runs.read_runs(text, at, entity.start())
        seen = "".join(run.text for run in runs.read_runs(meant, 0, len(meant)))
        if seen:
            yield Run(entity.start(), entity.end(), seen)
        at = entity.end()
    yield from runs.read_runs(text, at, end)


def paras(text: str, *, where: str = "") -> list[Para]:
    """The paragraphs of an HTML fragment, frames included (a mail, a feed item)."""
    return [b.para for b in blocks(text, where=where)]
