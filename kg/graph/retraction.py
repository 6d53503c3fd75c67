"""Stories that no longer count: which one is meant, and that it stays so when it comes again.

A retraction is a judgement like any other: recorded, never a deletion, and it can be undone. Bias:
refuse an id that is not surely one recorded story.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from schemas.claim import Resolved
from schemas.errors import EntityAmbiguous, EntityUnknown
from schemas.judgement import Judgement

SHOWN = 3
"""How many ids an error names."""


def demand(judgement: Judgement, story_ids: Sequence[str]) -> None:
    """Raise EntityUnknown where the judgement retracts a story that is not recorded."""
    if judgement.sort == "retract" and judgement.left not in story_ids:
        raise _unknown(judgement.left, story_ids)


def story_meant(typed: str, story_ids: Sequence[str]) -> str:
    """The one story that has this id or the only one whose id begins so.

    EntityUnknown with the nearest ids, or EntityAmbiguous with the first that fit.
    """
    fitting = [s for s in story_ids if typed and s.startswith(typed)]
    if typed in fitting or len(fitting) == 1:
        return typed if typed in fitting else fitting[0]
    if fitting:
        cure = f"type more of it: {', '.join(fitting[:SHOWN])}"
        raise EntityAmbiguous(f"{len(fitting)} stories begin with {typed!r}", cure=cure)
    raise _unknown(typed, story_ids)


def _unknown(typed: str, story_ids: Sequence[str]) -> EntityUnknown:
    from rapidfuzz import fuzz, process

    near = [s for s, *_ in process.extract(typed, story_ids, scorer=fuzz.ratio, limit=SHOWN)]
    cure = f"the nearest are: {', '.join(near)}" if near else "the store holds none"
    return EntityUnknown(f"no story {typed!r}", cure=cure)


def still_retracted(batch: Iterable[Resolved], gone: Collection[str]) -> tuple[str, ...]:
    """The ids of the batch's stories that are among those retracted, sorted."""
    return tuple(sorted({r.story.story_id for r in batch}.intersection(gone)))
