"""The chain on one page: sources → stories → drafts → nodes and claims → the store.

A source is read to its end before any of it is written, and is written in one transaction: a
damaged file leaves nothing half-kept. What cannot be read is set aside with its reason and the
rest goes on; reading it again once it is repaired clears the reason. Repeating changes nothing.
Bias: a story that is recorded is not read a second time.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from kg.extract import extract_many
from kg.graph.contract import Added, Store
from kg.resolve import resolve, resolve_facts
from loaders import expand, find, read, take
from loaders.kit.dates import moment
from loaders.kit.raw import address
from schemas.claim import Extraction, Refusal, Resolved
from schemas.errors import KnockonError
from schemas.evidence import Reading, Setback, Story

__all__ = ["How", "Taken", "extracting", "ingest", "places", "readings"]

# Stories that are extracted together: enough to keep the language model busy (its own batch is
# 64 sentences), few enough that a stop loses only moments of work.
GROUP = 64

_PART = re.compile(r"(?::(?:item )?| item )\d+|#.*")
Extract = Callable[[Sequence[Story]], Iterable[Extraction]]
Propose = Callable[[Story, Extraction], Extraction]


@dataclass(frozen=True, slots=True)
class How:
    """How to read: the loader to force, the date to assume, the models, how many processes.

    `reader` is a folder, or "off" for the rules alone. `propose` adds to what was read in a story;
    it runs in this process, in their order.
    """

    loader: str | None = None
    published: str | None = None
    model: str | None = None
    reader: str | None = None
    workers: int = 1
    propose: Propose | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one place: its reading, what the store wrote of it, what was set aside."""

    place: str
    reading: Reading
    added: Added
    aside: tuple[Setback, ...]
    refusals: tuple[Refusal, ...]


def ingest(places: Iterable[str], store: Store, *, known_from: str, how: How) -> Iterator[Taken]:
    """Bring the places' stories into the store; gives what became of each, once it is written."""
    with extracting(how) as extract:
        for group in _grouped(readings(places, how)):
            yield from _keep(group, store, extract, known_from, how.propose)


def places(sources: Iterable[str]) -> list[str]:
    """The single files and addresses that the sources stand for; one that stands for none stays."""
    return list(dict.fromkeys(p for source in sources for p in expand(source) or [source]))


def readings(places: Iterable[str], how: How) -> Iterator[tuple[str, Reading]]:
    """What the loaders make of each place; an unreadable one is a reading with a setback.

    Raises LoaderUnknown or SourceMalformed at once where the way of reading itself is wrong.
    """
    moment(how.published)
    if how.loader:
        find(how.loader)
    for place in places:
        try:
            yield address(place), read(take(place), loader=how.loader, published=how.published)
        except KnockonError as error:
            yield address(place), _set_aside(address(place), error)


def _set_aside(source: str, error: KnockonError) -> Reading:
    why = "; ".join(part for part in (error.what, error.cure) if part)
    return Reading(setbacks=(Setback(where=error.where or source, why=why),))


def _grouped(found: Iterator[tuple[str, Reading]]) -> Iterator[list[tuple[str, Reading]]]:
    """The readings in runs of about `GROUP` stories; a source is never cut in two."""
    group: list[tuple[str, Reading]] = []
    stories = 0
    for item in found:
        group.append(item)
        stories += max(1, len(item[1].stories))
        if stories >= GROUP:
            yield group
            group, stories = [], 0
    if group:
        yield group


def _keep(
    group: Sequence[tuple[str, Reading]], store: Store, extract: Extract, known_from: str,
    propose: Propose | None,
) -> Iterator[Taken]:  # fmt: skip
    """Extract what is new in the group, then resolve and write it place by place."""
    stories = {s.story_id: s for _, reading in reversed(group) for s in reversed(reading.stories)}
    known = store.has(sorted(stories))
    new = [story for story_id, story in sorted(stories.items()) if story_id not in known]
    extracted = {e.story_id: e for e in extract(new)}
    for place, reading in group:
        told = [(story, extracted.pop(story.story_id, None)) for story in reading.stories]
        batch = [_resolved(story, said, propose) for story, said in told]
        batch += resolve_facts(reading.facts)
        aside = {s.where: s for s in reading.setbacks}
        _begin(store, place, reading.setbacks)
        added = store.add(batch, known_from=known_from)
        aside |= {s.where: s for s in store.setbacks() if _is_within(s.where, place)}
        refusals = tuple(r for resolved in batch for r in resolved.refusals)
        yield Taken(place, reading, added, tuple(aside.values()), refusals)


def _resolved(story: Story, extraction: Extraction | None, propose: Propose | None) -> Resolved:
    """The story ready for the store; bare where it was met before and only its text counts."""
    if extraction is None:
        return Resolved(story=story, entities=(), claims=())
    return resolve(story, propose(story, extraction) if propose else extraction)


def _begin(store: Store, place: str, setbacks: Sequence[Setback]) -> None:
    """Forget what was set aside of the place before, and set aside what is to be now."""
    for earlier in store.setbacks():
        if _is_within(earlier.where, place):
            store.clear(earlier.where)
    for setback in setbacks:
        store.set_aside(setback)


def _is_within(where: str, place: str) -> bool:
    """Whether `where` is the place or a line or item of it (`FILE:7`, `FILE item 2`)."""
    return where == place or _PART.fullmatch(where.removeprefix(place)) is not None


@contextlib.contextmanager
def extracting(how: How, *, apart: bool = False) -> Iterator[Extract]:
    """The extraction to use: in this process, or over `workers` of them, in the same order.

    `apart` gives a single worker a process of its own too.
    """
    one = partial(_extract, model=how.model, reader=how.reader)
    if how.workers <= 1 and not apart:
        yield one
        return
    # "spawn": a fork of a process that has threads (the language model's) may hang.
    spawn = get_context("spawn")
    with ProcessPoolExecutor(how.workers, mp_context=spawn, initializer=_one_thread) as pool:
        yield partial(_extract_parted, pool, one, how.workers)


def _one_thread() -> None:
    """Keep a worker to one thread: libraries that each take every core slow each other down."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _extract(
    stories: Sequence[Story], *, model: str | None, reader: str | None
) -> list[Extraction]:
    """What the stories say; the model is not even loaded where there is none to read."""
    return list(extract_many(stories, model=model, reader=reader)) if stories else []


def _extract_parted(
    pool: ProcessPoolExecutor, one: Extract, workers: int, stories: Sequence[Story]
) -> Iterator[Extraction]:
    size = max(1, -(-len(stories) // workers))
    parts = [stories[at : at + size] for at in range(0, len(stories), size)]
    return itertools.chain.from_iterable(pool.map(one, parts))
