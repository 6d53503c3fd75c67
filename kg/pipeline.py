"""The chain on one page: sources → stories → drafts → nodes and claims → the store.

A source is read to its end before any of it is written, and is written in one transaction: a
damaged file leaves nothing half-kept. What cannot be read is set aside with its reason and the
rest goes on; reading it again once it is repaired clears the reason. Repeating changes nothing.
Bias: a story that is recorded is not read a second time.
"""

from __future__ import annotations

import contextlib
import itertools
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

__all__ = ["How", "Taken", "ingest", "places", "readings"]

# Stories that are extracted together: enough to keep the language model busy (its own batch is
# 64 sentences), few enough that a stop loses only moments of work.
GROUP = 64

_PART = re.compile(r"(?::(?:item )?| item )\d+|#.*")
Extract = Callable[[Sequence[Story]], Iterable[Extraction]]


@dataclass(frozen=True, slots=True)
class How:
    """How to read: the loader to force, the date to assume, the model, how many processes."""

    loader: str | None = None
    published: str | None = None
    model: str | None = None
    workers: int = 1


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
    with _extractor(how) as extract:
        for group in _grouped(readings(places, how)):
            yield from _keep(group, store, extract, known_from)


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
    group: Sequence[tuple[str, Reading]], store: Store, extract: Extract, known_from: str
) -> Iterator[Taken]:
    """Extract what is new in the group, then resolve and write it place by place."""
    stories = {s.story_id: s for _, reading in reversed(group) for s in reversed(reading.stories)}
    known = store.has(sorted(stories))
    new = [story for story_id, story in sorted(stories.items()) if story_id not in known]
    extracted = {e.story_id: e for e in extract(new)}
    for place, reading in group:
        batch = [_resolved(story, extracted.pop(story.story_id, None)) for story in reading.stories]
        batch += resolve_facts(reading.facts)
        aside = {s.where: s for s in reading.setbacks}
        _begin(store, place, reading.setbacks)
        added = store.add(batch, known_from=known_from)
        aside |= {s.where: s for s in store.setbacks() if _is_within(s.where, place)}
        refusals = tuple(r for resolved in batch for r in resolved.refusals)
        yield Taken(place, reading, added, tuple(aside.values()), refusals)


def _resolved(story: Story, extraction: Extraction | None) -> Resolved:
    """The story ready for the store; bare where it was met before and only its text counts."""
    if extraction is None:
        return Resolved(story=story, entities=(), claims=())
    return resolve(story, extraction)


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
def _extractor(how: How) -> Iterator[Extract]:
    """The extraction to use: in this process, or over `workers` of them, in the same order."""
    one = partial(_extract, model=how.model)
    if how.workers <= 1:
        yield one
        return
    # "spawn": a fork of a process that has threads (the language model's) may hang.
    with ProcessPoolExecutor(how.workers, mp_context=get_context("spawn")) as pool:
        yield partial(_extract_parted, pool, one, how.workers)


def _extract(stories: Sequence[Story], *, model: str | None) -> list[Extraction]:
    """What the stories say; the model is not even loaded where there is none to read."""
    return list(extract_many(stories, model=model)) if stories else []


def _extract_parted(
    pool: ProcessPoolExecutor, one: Extract, workers: int, stories: Sequence[Story]
) -> Iterator[Extraction]:
    size = max(1, -(-len(stories) // workers))
    parts = [stories[at : at + size] for at in range(0, len(stories), size)]
    return itertools.chain.from_iterable(pool.map(one, parts))
