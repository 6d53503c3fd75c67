"""A store copied into another: as it was recorded, in steps that can be cut off, and verified.

What is copied is the record (stories, judgements, setbacks) with the time it was learnt; the
target derives the rest. Bias: stores that do not end equal are an error, never a warning.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kg.graph.contract import Recorded, Store, silent
from kg.graph.ledger import slices
from schemas.errors import JudgementConflict, StoreError
from schemas.judgement import Judgement

__all__ = ["Copied", "copy", "digest_of"]

AT_ONCE = 64
"""Stories written in one transaction."""


class Copied(NamedTuple):
    """What a copy wrote (stories new to the target, all stories) and the digest of both stores."""

    stories: int
    all: int
    digest: str


def digest_of(store: Store) -> str:
    """SHA-256 over the canonical export, the state graph, judgements and setbacks."""
    found = hashlib.sha256()
    for line in _lines(store):
        found.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return found.hexdigest()


def _lines(store: Store) -> Iterator[str]:
    yield from (json.dumps(row, ensure_ascii=False) for row in store.rows())
    yield from (edge.model_dump_json() for edge in store.view().edges())
    yield from sorted(judgement.model_dump_json() for judgement in store.judgements())
    yield from (setback.model_dump_json() for setback in store.setbacks())


def copy(source: Store, target: Store, tell: Callable[[str], None] = silent) -> Copied:
    """Bring all of the source into the target; what is there already changes nothing.

    `tell` hears of each story that was brought. StoreError if the target holds a story that
    the source lacks, or if both do not end equal.
    """
    told, held = source.story_ids(), set(target.story_ids())
    foreign = held - set(told)
    if foreign:
        why = f"the target holds {len(foreign)} stories that are not in the source"
        raise StoreError(why, cure="copy into an empty store, or into one that a copy began")
    fresh = 0
    for ids in slices([story_id for story_id in told if story_id not in held], AT_ONCE):
        for known_from, run in itertools.groupby(source.records(ids), _learnt):
            fresh += target.add([r.resolved for r in run], known_from=known_from).stories
        for story_id in ids:
            tell(story_id)
    _judge(target, source.judgements())
    for setback in source.setbacks():
        target.set_aside(setback)
    return Copied(fresh, len(told), _equal(source, target))


def _learnt(recorded: Recorded) -> str:
    return recorded.known_from


def _judge(target: Store, judgements: Sequence[Judgement]) -> None:
    """Record the judgements; one that another must precede waits for it."""
    done = {j.judgement_id for j in target.judgements()}
    ahead = [j for j in judgements if j.judgement_id not in done]
    while ahead:
        waiting = []
        for judgement in ahead:
            try:
                target.judge(judgement)
            except JudgementConflict:
                waiting.append(judgement)
        if len(waiting) == len(ahead):
            target.judge(waiting[0])
        ahead = waiting


def _equal(source: Store, target: Store) -> str:
    """The digest of both; StoreError if they differ."""
    ours, theirs = digest_of(source), digest_of(target)
    if ours != theirs:
        why = f"the copy differs from its source (digest {theirs[:12]}, not {ours[:12]})"
        raise StoreError(why, cure="was one of them written meanwhile? copy into a new store")
    return ours
