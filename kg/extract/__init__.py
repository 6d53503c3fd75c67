"""From a story to typed claims: mentions, types, coreference, frames, status, values.

The steps are small modules; this one puts them in order. Nothing is resolved to nodes here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING

from kg.extract import (
    coreference,
    deals,
    frames,
    groups,
    names,
    policies,
    policy_things,
    reporters,
    sites,
    things,
    types,
    units,
)
from kg.extract.audit import Contradiction, audit, weakened
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence
from schemas.claim import Extraction, Refusal
from schemas.evidence import Story

if TYPE_CHECKING:
    from kg.extract.reader import Reader, Reading

__all__ = ["OFF", "extract", "extract_many"]

OFF = "off"
"""In place of a reader's folder: the rules alone."""


def extract(story: Story, *, model: str | None = None, reader: str | None = None) -> Extraction:
    """What one story says; see `extract_many`."""
    return next(extract_many([story], model=model, reader=reader))


def extract_many(
    stories: Iterable[Story], *, model: str | None = None, reader: str | None = None
) -> Iterator[Extraction]:
    """What each story says, in order, parsed in batches.

    `model` names another spaCy pipeline (a package or path), `reader` the folder of another
    learned reader, or "off" for rules alone. ModelMissing where one cannot be loaded.
    """
    from kg.extract.sentences import sentences

    ours, theirs = tee(stories)
    learned = _reader(reader)
    for story, parsed in zip(ours, sentences(theirs, model), strict=False):
        yield _read(story, parsed, learned)


def _reader(place: str | None) -> Reader | None:
    if place == OFF:
        return None
    from kg.extract.reader import load

    return load(Path(place)) if place else load()


def _read(story: Story, parsed: list[Sentence], learned: Reader | None) -> Extraction:
    from kg.extract.drafts import drafts
    from kg.extract.reader import read

    board = Board(parsed)
    spans = [(s.start, s.end) for s in parsed]
    reading = read(learned, story.text, spans) if learned else None
    missed = mentions(board, story.publisher, reading)
    wrong = audit(parsed, story.text)
    found = weakened(drafts(board, story, reading), wrong)
    things.settle(board, {d.head for d in found} | {d.tail for d in found})
    return Extraction(
        story_id=story.story_id,
        things=tuple(things.things(board)),
        drafts=tuple(found),
        refusals=(*_refusals(board, story, missed), *_contradicted(story, wrong)),
    )


def _contradicted(story: Story, wrong: list[Contradiction]) -> Iterator[Refusal]:
    """The numbers that contradict each other, so that they are shown and kept."""
    for c in wrong:
        yield Refusal(story_id=story.story_id, start=c.start, end=c.end,
                      text=story.text[c.start : c.end], why="contradicts",
                      note=c.what)  # fmt: skip


def mentions(
    board: Board, publisher: str = "", reading: Reading | None = None
) -> list[Spot]:
    """Fill the board: names and their types, groups, anaphors, policies; gives what stayed open."""
    from kg.extract import learned

    for s in board.sentences:
        names.read_names(board, s)
    names.read_repeats(board)
    reporters.drop_reporters(board, publisher)
    types.label_names(board)
    for s in board.sentences:
        groups.read_groups(board, s)
    if reading:
        learned.refine(board, reading)
    things.gather(board)
    for s in board.sentences:
        sites.read_sites(board, s)
        units.read_units(board, s)
    for s in board.sentences:
        frames.make_goods(board, s)
    coreference.read_anaphors(board)
    if reading:
        learned.point(board, reading)
    coreference.resolve(board, owners_only=True)
    for s in board.sentences:
        policies.read_policies(board, s)
    policy_things.gather_policies(board)
    coreference.resolve(board)
    for s in board.sentences:
        frames.read_leaders(board, s)
        deals.read_deals(board, s)
    return coreference.resolve(board)


def _refusals(board: Board, story: Story, missed: list[Spot]) -> Iterator[Refusal]:
    for spot in missed:
        s = board.sentence(spot)
        start, end = s.tokens[spot.first].start, s.tokens[spot.last].end
        yield Refusal(
            story_id=story.story_id, start=start, end=end, text=spot.text, why="unresolved"
        )
    for s in board.sentences:
        if s.damaged:
            yield Refusal(story_id=story.story_id, start=s.start, end=s.end,
                          text=story.text[s.start : s.end], why="damaged")  # fmt: skip
