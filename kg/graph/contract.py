"""The store as a contract: what is recorded, and the view that questions read.

A store keeps stories, claims, entities and judgements as they came; the state graph is a view
derived from them in the same transaction, equal to a rebuild from scratch at any moment and in
any order of arrival. Bias: refuse a write rather than half-keep it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from schemas.answer import StateEdge
from schemas.claim import Claim, Entity, Refusal, Resolved
from schemas.evidence import Setback, Story
from schemas.judgement import Judgement
from schemas.when import When

STEPS = ("begun", "stories", "identity", "claims", "edges", "kept")
"""The steps of one `add`, in order; `kept` is behind the commit."""


def silent(_step: str) -> None:
    """Hear of a step and do nothing."""


def other_text(story: Story) -> Setback:
    """The setback for a story whose id already holds other text; the first one is kept."""
    where = story.source.uri + (f"#{story.source.item}" if story.source.item else "")
    return Setback(where=where, why=f"story id {story.story_id} already holds other text")


class Added(NamedTuple):
    """What one `add` changed: stories that were new, stories already there, claims written.

    `retracted` are the ids of those already there that stay retracted; `copies` is how many of
    the new ones carry the text of another story.
    """

    stories: int
    known: int
    claims: int
    retracted: tuple[str, ...] = ()
    copies: int = 0


class Recorded(NamedTuple):
    """A story as it was added, and when (UTC); adding it again elsewhere gives the same store."""

    resolved: Resolved
    known_from: str


class View(Protocol):
    """The state graph as of a moment, read-only: what exposure and questions walk on."""

    as_of: When | None
    known_at: str | None

    def entity(self, node: str) -> Entity | None:
        """The node's entity."""

    def find(self, name: str, label: str | None = None) -> Sequence[Entity]:
        """Entities that the name fits exactly (name, alias, identifier), best first."""

    def near(self, name: str, limit: int = 5) -> Sequence[Entity]:
        """Entities whose names come close: for "did you mean"."""

    def out_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that leave the node, sorted by edge id."""

    def in_edges(self, node: str) -> Sequence[StateEdge]:
        """State edges that enter the node, sorted by edge id."""

    def entities(self) -> Iterator[Entity]:
        """Every entity, sorted by node."""

    def edges(self) -> Iterator[StateEdge]:
        """Every state edge, sorted by edge id."""

    def refusals(self) -> Iterator[Refusal]:
        """What extraction and resolution left out on purpose, sorted by story and place."""

    def notes(self) -> Sequence[str]:
        """What a reader of this view must know, such as stories that carry no date."""


class Store(Protocol):
    """The record and its views. Every writing verb is one durable transaction."""

    def add(
        self,
        batch: Sequence[Resolved],
        *,
        known_from: str,
        steps: Callable[[str], None] = silent,
    ) -> Added:
        """Write stories with their claims; a story already there changes nothing.

        A story whose id already holds other text is set aside. `steps` is told each of `STEPS`
        as it is reached; all before `kept` are one transaction.
        """

    def has(self, story_ids: Sequence[str]) -> set[str]:
        """Which of these stories are already recorded, retracted or not."""

    def story_ids(self) -> Sequence[str]:
        """The id of every recorded story, retracted or not, sorted."""

    def records(self, story_ids: Sequence[str] | None = None) -> Iterator[Recorded]:
        """Each of these stories (None: all) as it was added, retracted or not, sorted by id."""

    def stamp(self) -> str:
        """A text that is another one after every write, whoever made it."""

    def story(self, story_id: str) -> Story | None:
        """The recorded story with its source text, so that a quote can be opened again.

        A retracted one too: a view of before the retraction still quotes it.
        """

    def mentions(
        self, *, node: str | None = None, story_id: str | None = None
    ) -> Sequence[tuple[str, str, int, int, str]]:
        """Where things are named: (story_id, present node, start, end, surface), sorted."""

    def claims(self, *, node: str | None = None, story_id: str | None = None) -> Iterator[Claim]:
        """Recorded claims, ends under their present node, sorted by claim id."""

    def judge(self, judgement: Judgement) -> None:
        """Record a merge, split, retract or undo, once.

        JudgementConflict if it cannot hold with the others; EntityUnknown if it retracts a story
        that is not recorded. A retracted story counts nowhere but in views of before `made`.
        """

    def judgements(self) -> Sequence[Judgement]:
        """Every judgement in the order made."""

    def set_aside(self, setback: Setback) -> None:
        """Remember an input that could not be read; replaced when it fails again."""

    def clear(self, where: str) -> None:
        """Forget a setback, since the input was read after all."""

    def setbacks(self) -> Sequence[Setback]:
        """Inputs set aside and not yet read, sorted."""

    def view(self, as_of: When | None = None, known_at: str | None = None) -> View:
        """The state graph, optionally as of a date and as known at a time (ISO 8601)."""

    def rows(
        self, as_of: When | None = None, known_at: str | None = None
    ) -> Iterator[dict[str, object]]:
        """The canonical export: flat rows of the contract, sorted, equal for equal content.

        Of the claims that a view of that moment counts.
        """

    def rebuild(self) -> None:
        """Derive everything anew from what was recorded; changes no answer."""

    def close(self) -> None:
        """Release the store."""
