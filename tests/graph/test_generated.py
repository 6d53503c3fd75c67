"""Generated stories are always the same, allowed by the vocabulary, and hold all that is odd."""

from __future__ import annotations

from schemas.base import STATUSES, edge_type, state_edges
from tests.graph.cast import ODD
from tests.graph.generated import stories

COUNT = 2000
TOLD = list(stories(COUNT))
CLAIMS = [claim for one in TOLD for claim in one.claims]


def test_a_longer_run_begins_with_a_shorter_one_and_each_seed_has_its_own() -> None:
    assert list(stories(50)) == TOLD[:50]
    assert list(stories(50, seed=2)) != TOLD[:50]
    assert len({one.story.story_id for one in TOLD}) == COUNT


def test_every_quote_stands_in_its_source() -> None:
    for one in TOLD:
        source = one.story.source.text
        assert all(source[c.start : c.end] == c.quote for c in one.claims)
        assert all(source[start:end] == words for _, start, end, words in one.mentions)


def test_every_type_status_and_missing_part_is_told_of() -> None:
    assert {c.type for c in CLAIMS} == {kind.TYPE for kind in state_edges()}
    assert {c.status for c in CLAIMS} == set(STATUSES)
    assert {c.sign for c in CLAIMS} == {"+", "-", None}
    assert any(c.date and c.date.year is None for c in CLAIMS)
    assert any(one.story.published is None for one in TOLD)
    assert any(one.refusals for one in TOLD)
    assert {name for one in TOLD for e in one.entities for name in (e.name,)} >= set(ODD)


def test_ends_are_those_that_the_type_allows() -> None:
    for claim in CLAIMS:
        kind = edge_type(claim.type)
        bare = kind.tail_optional and not claim.tail_node
        assert bare or kind.allows(claim.head_type, claim.tail_type)
    assert any(not claim.tail_node for claim in CLAIMS)


def test_stories_overlap() -> None:
    words = [one.story.text for one in TOLD]
    assert len(set(words)) < COUNT
    matters = {(c.head_node, c.type, c.tail_node) for c in CLAIMS}
    assert len(matters) < len(CLAIMS) * 9 // 10
