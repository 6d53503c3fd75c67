"""From a story to typed claims: mentions, types, coreference, frames, status, values.

The steps are small modules; this one puts them in order. Nothing is resolved to nodes here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import tee

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
from kg.extract.spots import Board, Spot
from kg.extract.tokens import Sentence
from schemas.claim import Extraction, Refusal
from schemas.evidence import Story

__all__ = ["extract", "extract_many"]


def extract(story: Story, *, model: str | None = None) -> Extraction:
    """What one story says; `model` names another spaCy pipeline (a package or path)."""
    return next(extract_many([story], model=model))


def extract_many(stories: Iterable[Story], *, model: str | None = None) -> Iterator[Extraction]:
    """What each story says, in order, parsed in batches."""
    from kg.extract.sentences import sentences

    ours, theirs = tee(stories)
    for story, parsed in zip(ours, sentences(theirs, model), strict=False):
        yield _read(story, parsed)


def _read(story: Story, parsed: list[Sentence]) -> Extraction:
    from kg.extract.drafts import drafts

    board = Board(parsed)
    missed = mentions(board, story.publisher)
    found = drafts(board, story)
    things.settle(board, {d.head for d in found} | {d.tail for d in found})
    return Extraction(
        story_id=story.story_id,
        things=tuple(things.things(board)),
        drafts=tuple(found),
        refusals=tuple(_refusals(board, story, missed)),
    )


def mentions(board: Board, publisher: str = "") -> list[Spot]:
    """Fill the board: names and their types, groups, anaphors, policies; gives what stayed open."""
    for s in board.sentences:
        names.read_names(board, s)
    names.read_repeats(board)
    reporters.drop_reporters(board, publisher)
    types.label_names(board)
    for s in board.sentences:
        groups.read_groups(board, s)
    things.gather(board)
    for s in board.sentences:
        sites.read_sites(board, s)
        units.read_units(board, s)
    for s in board.sentences:
        frames.make_goods(board, s)
    coreference.read_anaphors(board)
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
