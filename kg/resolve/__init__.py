"""From the words of one story to nodes of the graph.

A pure function of the story and what was extracted from it: who is who across stories is
settled later, by the register. Bias: what is ambiguous stays unlinked and is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.resolve.claims import claims
from kg.resolve.deals import deals
from kg.resolve.entities import entities, mentions, names, shown
from kg.resolve.facts import tables
from kg.resolve.links import Links
from schemas.claim import Entity, Extraction, Refusal, Resolved
from schemas.evidence import Fact, Story

__all__ = ["resolve", "resolve_facts"]


def resolve(story: Story, extraction: Extraction) -> Resolved:
    """The story ready for the store: nodes, claims, mentions in source offsets, refusals."""
    told = _month(story)
    links = Links(extraction, told)
    said, refused = claims(story, extraction.drafts, links, shown(links))
    left_out = {*_placed(story, extraction.refusals), *refused, *_ambiguous(story, links)}
    things = entities(links)
    places = mentions(story, links)
    made, more = deals(said, places, told)
    named = {entity.node for entity in things}
    return Resolved(
        story=story,
        entities=tuple(sorted([*things, *(d for d in made if d.node not in named)], key=_node)),
        claims=said,
        mentions=tuple(sorted({*places, *more})),
        names=names(links),
        refusals=tuple(sorted(left_out, key=_order)),
    )


def resolve_facts(facts: Sequence[Fact]) -> list[Resolved]:
    """The facts of tables, one story a file; each claim's quote is its line of the file."""
    return [resolve(story, said) for story, said in tables(facts)]


def _month(story: Story) -> str:
    """The month in which the story tells, or its year; empty where it gives no date."""
    line = story.dateline.when if story.dateline else None
    dated = (w for w in (story.published, line) if w is not None and w.year is not None)
    return next((w.text[:7] for w in dated), "")


def _node(entity: Entity) -> str:
    return entity.node


def _placed(story: Story, refusals: Sequence[Refusal]) -> Iterator[Refusal]:
    """The extraction's refusals, from clean to source offsets."""
    for refusal in refusals:
        if refusal.end > refusal.start:
            start, end = story.span(refusal.start, refusal.end)
            yield refusal.model_copy(update={"start": start, "end": end})
        else:
            yield refusal


def _ambiguous(story: Story, links: Links) -> Iterator[Refusal]:
    for link in links:
        if link.candidates:
            first = min(((m.start, m.end) for m in link.thing.mentions), default=None)
            start, end = story.span(*first) if first else (story.start, story.start)
            yield Refusal(
                story_id=story.story_id, start=start, end=end, text=link.name, why="ambiguous",
                note=f"could be {', '.join(link.candidates)}",
            )  # fmt: skip


def _order(refusal: Refusal) -> tuple[int, int, str, str, str]:
    return refusal.start, refusal.end, refusal.why, refusal.text, refusal.note
