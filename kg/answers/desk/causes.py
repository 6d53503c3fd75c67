"""Which sentences moved an answer: the smallest set of claims whose removal undoes the move.

Law: asked of a view without the claims that are named, the line stands as it stood before; take
one of them back in and it does not. Bias: a move that no claims undo (two names became one
thing) is said to have another reason, instead of being pinned on the nearest sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from kg.answers.desk.items import Item, Items, Move, items_now, same
from kg.answers.desk.otherwise import Evidence
from kg.graph.state import Told
from schemas.base import Record, Status
from schemas.claim import Claim


class Cause(Record):
    """A sentence that moved an answer, and whether it came or was retracted."""

    sort: Literal["new", "retracted"]
    claim_ids: tuple[str, ...]
    story_id: str
    quote: str
    status: Status
    publisher: str = ""
    published: str = ""
    title: str = ""


class Change(NamedTuple):
    """A claim that counts now and did not before, or the other way round (`gone`)."""

    claim: Claim
    gone: bool = False


@dataclass(slots=True)
class Inquest:
    """One question asked again and again of views with and without changes."""

    words: str
    record: Evidence
    changes: Sequence[Change]
    _tried: dict[frozenset[int], Items] = field(default_factory=dict)

    def causes(self, move: Move) -> list[Change]:
        """The smallest set of changes without which the line stands as before; [] if none."""
        every = tuple(range(len(self.changes)))
        if not every or not self._undoes(move.key, move.before, every):
            return []
        likely = tuple(self._likely(move.key))
        first = likely if likely and self._undoes(move.key, move.before, likely) else every
        found = minimal(first, lambda some: self._undoes(move.key, move.before, some))
        return [self.changes[at] for at in found]

    def _undoes(self, key: str, before: Item | None, some: Sequence[int]) -> bool:
        return same(self.without(some).get(key), before)

    def without(self, some: Sequence[int]) -> Items:
        """The answer had these changes not happened."""
        undone = frozenset(some)
        if undone not in self._tried:
            came = [c.claim for c in (self.changes[at] for at in undone) if not c.gone]
            went = [c.claim for c in (self.changes[at] for at in undone) if c.gone]
            view = self.record.without(came, went)
            self._tried[undone] = items_now(view, self.words)
        return self._tried[undone]

    def _likely(self, key: str) -> Iterator[int]:
        """The changes at the line's own ends: most often the whole cause."""
        ends = set(key.split(" "))
        for at, (claim, _) in enumerate(self.changes):
            if ends & {claim.head_node, claim.tail_node}:
                yield at


def minimal(
    given: Sequence[int], undoes: Callable[[Sequence[int]], bool]
) -> tuple[int, ...]:
    """A part of `given` that still undoes, and of which no one member can be left out."""
    kept, size = tuple(given), max(len(given) // 2, 1)
    while True:
        before, at = kept, 0
        while at < len(kept):
            rest = kept[:at] + kept[at + size :]
            if rest and undoes(rest):
                kept = rest
            else:
                at += size
        if size == 1 and kept == before:
            return kept
        size = max(size // 2, 1)


def sentences(record: Evidence, changes: Sequence[Change]) -> tuple[Cause, ...]:
    """The changes as sentences, each once, in the order of their stories."""
    said: dict[tuple[bool, str, int, int], list[Claim]] = {}
    for claim, gone in changes:
        said.setdefault((gone, claim.story_id, claim.start, claim.end), []).append(claim)
    told = record.stories(story_id for _, story_id, _, _ in said)
    return tuple(
        _cause(told[story_id], claims, gone=gone)
        for (gone, story_id, _, _), claims in sorted(said.items())
    )


def _cause(story: Told, claims: Sequence[Claim], *, gone: bool) -> Cause:
    """The sentence of these claims."""
    return Cause(
        sort="retracted" if gone else "new",
        claim_ids=tuple(sorted(c.claim_id for c in claims)), story_id=claims[0].story_id,
        quote=claims[0].quote, status=claims[0].status, publisher=story.publisher,
        published=story.published.text if story.published else "", title=story.title,
    )  # fmt: skip
