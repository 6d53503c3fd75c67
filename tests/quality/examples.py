"""The vocabulary's own examples and counter-examples, read by the engine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from kg.extract import extract_many
from kg.reference.names import name_key
from schemas import edge_types
from schemas.base import Edge
from schemas.claim import Draft, Extraction, Thing
from schemas.evidence import Piece, Source, Story

UNREAL = frozenset({"denied", "negated", "rumoured", "ended"})


class Read(NamedTuple):
    """An example of an edge, whether it is a counter-example, and what was read in it."""

    edge: type[Edge]
    counter: bool
    example: Any
    drafts: tuple[Draft, ...]


def readings(reader: str | None = None) -> list[Read]:
    """Every example and counter-example of every type, with the drafts that match it.

    `reader` as for `extract_many`: "off" for the rules alone.
    """
    cases = [
        (edge, counter, example)
        for edge in edge_types().values()
        for counter, group in ((False, edge.examples), (True, edge.counter_examples))
        for example in group
    ]
    found = extract_many(
        [_story(e.text, f"{edge.TYPE}-{n}") for n, (edge, _, e) in enumerate(cases)],
        reader=reader,
    )
    return [Read(*c, tuple(_matching(c[2], c[0], x))) for c, x in zip(cases, found, strict=True)]


def figures(read: list[Read]) -> dict[str, float]:
    """Shares: examples read, counter-examples refused, unreal examples taken as fact."""
    examples = [r for r in read if not r.counter]
    unreal = [r for r in examples if r.example.status in UNREAL]
    real = {"asserted", "completed"}
    return {
        "examples_read": _share(bool(r.drafts) for r in examples),
        "counter_examples_refused": _share(
            all(d.status in UNREAL for d in r.drafts) for r in read if r.counter
        ),
        "unreal_examples_as_fact": _share(any(d.status in real for d in r.drafts) for r in unreal),
    }


def _share(hits: Iterator[bool]) -> float:
    counted = list(hits)
    return sum(counted) / len(counted)


def _story(text: str, name: str) -> Story:
    source = Source(uri=name, sha256="0" * 64, encoding="utf-8", loader="plain", text=text)
    piece = Piece(at=0, length=len(text), start=0, end=len(text))
    return Story(story_id=name, source=source, text=text, pieces=(piece,))


def _same(name: str, thing: Thing) -> bool:
    ours = (thing.name, *thing.aliases, *(m.text for m in thing.mentions))
    return name_key(name) in {name_key(n) for n in ours}


def _matching(example: Any, edge: type[Edge], extraction: Extraction) -> Iterator[Draft]:
    by_key = {t.key: t for t in extraction.things}
    for draft in extraction.drafts:
        ends = by_key[draft.head], by_key[draft.tail]
        if edge.symmetric and _same(example.head, ends[1]):
            ends = ends[::-1]
        right = draft.type == edge.TYPE and _same(example.head, ends[0])
        if right and (edge.tail_optional or _same(example.tail, ends[1])):
            yield draft
    if edge.TYPE == "RESTRICTS":
        yield from _implied(example, by_key, extraction.drafts)


def _implied(example: Any, things: dict[str, Thing], drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What the graph draws from a policy: who imposes it restricts what it targets."""
    for issued in drafts:
        if issued.type == "IMPOSES" and _same(example.head, things[issued.head]):
            yield from (
                d for d in drafts
                if d.type == "TARGETS" and d.head == issued.tail
                and _same(example.tail, things[d.tail])
            )  # fmt: skip
