"""Every edge type's examples are read, its counter-examples are not.

The share that must hold is measured and pinned in `tests/quality/floors.json`; it never falls
silently. A denied, negated or rumoured example shown as fact fails at once.
"""

import json
import pathlib

import pytest

from kg.extract import extract_many
from kg.reference.names import name_key
from schemas import edge_types
from schemas.evidence import Piece, Source, Story

FLOORS = json.loads((pathlib.Path(__file__).parents[1] / "quality" / "floors.json").read_text())
UNREAL = {"denied", "negated", "rumoured", "ended"}


def story(text, name):
    source = Source(uri=name, sha256="0" * 64, encoding="utf-8", loader="plain", text=text)
    piece = Piece(at=0, length=len(text), start=0, end=len(text))
    return Story(story_id=name, source=source, text=text, pieces=(piece,))


def same(name, thing):
    ours = {name_key(n) for n in (thing.name, *thing.aliases, *(m.text for m in thing.mentions))}
    return name_key(name) in ours


def matching(example, edge, extraction):
    by_key = {t.key: t for t in extraction.things}
    for draft in extraction.drafts:
        ends = by_key[draft.head], by_key[draft.tail]
        if edge.symmetric and same(example.head, ends[1]):
            ends = ends[::-1]
        if draft.type == edge.TYPE and same(example.head, ends[0]):
            if edge.tail_optional or same(example.tail, ends[1]):
                yield draft


@pytest.fixture(scope="module")
def readings():
    cases = [
        (edge, kind, example)
        for edge in edge_types().values()
        for kind, group in (("example", edge.examples), ("counter", edge.counter_examples))
        for example in group
    ]
    stories = [story(e.text, f"{edge.TYPE}-{n}") for n, (edge, _, e) in enumerate(cases)]
    return list(zip(cases, extract_many(stories), strict=True))


def share(hits):
    return sum(hits) / len(hits)


def test_examples_are_read(readings):
    hits = [any(matching(e, edge, x)) for (edge, kind, e), x in readings if kind == "example"]
    assert share(hits) >= FLOORS["examples_read"]


def test_counter_examples_are_not_read(readings):
    wrong = [
        any(d.status not in UNREAL for d in matching(e, edge, x))
        for (edge, kind, e), x in readings
        if kind == "counter"
    ]
    assert 1 - share(wrong) >= FLOORS["counter_examples_refused"]


def test_an_unreal_example_is_seldom_shown_as_fact(readings):
    facts = [
        any(d.status in {"asserted", "completed"} for d in matching(e, edge, x))
        for (edge, kind, e), x in readings
        if kind == "example" and e.status in UNREAL
    ]
    assert share(facts) <= FLOORS["unreal_as_fact"]
