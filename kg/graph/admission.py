"""What a store takes: a story that has an id, and offsets that every database can hold.

Bias: refuse the whole batch in one line, before anything is written, on every store alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.claim import Resolved
from schemas.errors import StoreError

__all__ = ["admit"]

LEAST, MOST = -(2**63), 2**63 - 1
"""What an offset can be: a whole number of 64 bits, the widest that SQLite and Neo4j know."""


def admit(batch: Iterable[Resolved]) -> None:
    """Raise StoreError for a story that some store could not keep, naming it and the cure."""
    for resolved in batch:
        story = resolved.story
        if not story.story_id:
            cure = "give it one; without the field one is made from its text"
            raise StoreError("a story whose id is empty", where=story.source.uri, cure=cure)
        far = next((n for n in _offsets(resolved) if not LEAST <= n <= MOST), None)
        if far is not None:
            raise StoreError(
                f"story {story.story_id!r} has an offset of {far}", where=story.source.uri,
                cure="mend or leave out that input: offsets count the characters of its source",
            )  # fmt: skip


def _offsets(resolved: Resolved) -> Iterator[int]:
    spans = [(p.start, p.end) for p in resolved.story.pieces]
    spans += [(c.start, c.end) for c in resolved.claims]
    spans += [(r.start, r.end) for r in resolved.refusals]
    spans += [(start, end) for _, start, end, _ in resolved.mentions]
    return (offset for span in spans for offset in span)
