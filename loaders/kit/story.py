"""A `Story` from the paragraphs that were kept: clean text, pieces back into the source, gaps.

Bias: the clean text never holds a character that has no place in the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.kit import dates
from loaders.kit.raw import Raw
from loaders.kit.runs import Para
from schemas.evidence import Dateline, Gap, Piece, Source, Story, digest
from schemas.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is known about a story beside its text; empty where nothing is."""

    story_id: str = ""
    title: str = ""
    publisher: str = ""
    byline: str = ""
    published: When | None = None
    url: str = ""


def source_of(raw: Raw, loader: str, *, text: str | None = None, item: str = "") -> Source:
    """The source record of a raw document, or of one decoded item of a container."""
    return Source(
        uri=raw.uri,
        sha256=raw.sha256,
        encoding=raw.encoding,
        loader=loader,
        text=raw.text if text is None else text,
        item=item,
    )


def weave(paras: Sequence[Para], *, titled: bool) -> tuple[str, list[Piece], list[Gap]]:
    """Clean text, pieces and gaps; paragraphs stand apart as in the source, a title by two."""
    parts: list[str] = []
    pieces: list[Piece] = []
    gaps: list[Gap] = []
    at = 0
    for number, para in enumerate(paras):
        if number:
            mark = "\n\n" if para.breaks > 1 or (titled and number == 1) else "\n"
            parts.append(mark)
            before = paras[number - 1].end
            pieces.append(Piece(at=at, length=len(mark), start=before, end=para.start))
            at += len(mark)
        gaps += [Gap(at=at + h.at, sort=h.sort, note=h.note) for h in para.holes]
        pieces += _pieces(para, at)
        parts.append(para.text)
        at += len(para.text)
    return "".join(parts), pieces, gaps


def _pieces(para: Para, at: int) -> list[Piece]:
    found: list[tuple[int, int, int, int]] = []
    for run in para.runs:
        plain = run.end - run.start == len(run.text)
        last = found[-1] if found else None
        if plain and last and last[3] == run.start and last[1] == last[3] - last[2]:
            found[-1] = (last[0], last[1] + len(run.text), last[2], run.end)
        else:
            found.append((at, len(run.text), run.start, run.end))
        at += len(run.text)
    return [Piece(at=a, length=n, start=s, end=e) for a, n, s, e in found]


def tell(source: Source, paras: Sequence[Para], notice: Notice, *, titled: bool) -> Story:
    """The story of the paragraphs; `titled` says that the first one is its headline.

    `story_id` is the notice's, or a digest of file hash, item, span and clean text.
    """
    text, pieces, gaps = weave(paras, titled=titled)
    line = _dateline(paras[1 if titled and len(paras) > 1 else 0].text)
    where = Dateline(place=line.place, when=_dated(line, text, notice)) if line else None
    span = f"{paras[0].start}:{paras[-1].end}"
    return Story(
        story_id=notice.story_id or digest(source.sha256, source.item, span, text),
        source=source,
        text=text,
        pieces=tuple(pieces),
        gaps=tuple(gaps),
        title=paras[0].text if titled else notice.title,
        title_end=len(paras[0].text) if titled else 0,
        publisher=notice.publisher or (line.agency if line else ""),
        byline=notice.byline,
        dateline=where,
        published=notice.published,
        url=notice.url,
    )


def _dateline(text: str) -> dates.Opening | None:
    return dates.opening(text)


def _dated(line: dates.Opening, text: str, notice: Notice) -> When | None:
    return dates.fill_year(line.when, text, notice.published) if line.when else None
