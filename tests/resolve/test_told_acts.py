"""One node for each deal and policy, however many stories tell of it and in whichever words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import cache

from kg.extract import extract_many
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory
from kg.resolve import resolve
from kg.resolve.judged import judgement
from schemas.claim import Resolved
from schemas.judgement import Judgement
from tests.graph.factories import story
from tests.graph.stores import digest_of
from tests.resolve.told_acts import TOLD

NOW = "2026-02-01"
ACTS = {"Deal", "Policy"}
FOUND = 0.9
"""The share of pairs of one deal or policy that are found; none of two may be made one."""


@cache
def read() -> tuple[tuple[str, Resolved], ...]:
    """Every story, read by rules alone, with the group that it is of."""
    named = [(group, told) for group, stories in TOLD.items() for told in stories]
    stories = [story(f"s{n:02}", text, published=day) for n, (_, (day, text)) in enumerate(named)]
    said = list(extract_many(stories, reader="off"))
    return tuple((g, resolve(s, e)) for (g, _), s, e in zip(named, stories, said, strict=True))


def acts(*judged: Judgement) -> list[tuple[str, set[str]]]:
    """For each story its group, and the deals and policies that it tells of."""
    store = Memory()
    store.add([resolved for _, resolved in read()], known_from=NOW)
    for one in judged:
        store.judge(one)
    view = store.view()
    return [
        (group, {now.node for e in r.entities if e.label in ACTS and (now := view.entity(e.node))})
        for group, r in read()
    ]


def of(group: str, told: Iterable[tuple[str, set[str]]]) -> list[str]:
    """The one node of each story of the group."""
    return [node for name, nodes in told if name == group for node in nodes]


def test_stories_of_one_act_meet_and_stories_of_two_never_do() -> None:
    met, missed, wrong = 0, [], []
    for (one, ours), (other, theirs) in itertools.combinations(acts(), 2):
        if one == other:
            met += bool(ours & theirs)
            missed += [one] if not ours & theirs else []
        elif ours & theirs:
            wrong.append((one, other))
    assert wrong == []
    assert met / (met + len(missed)) >= FOUND, missed


def test_five_stories_of_a_takeover_are_one_deal_with_its_last_month() -> None:
    nodes = of("keld takes over tavola, 2025", acts())
    assert len(nodes) == 5
    assert len(set(nodes)) == 1
    store = Memory()
    store.add([resolved for _, resolved in read()], known_from=NOW)
    deal = store.view().entity(nodes[0])
    assert deal
    assert deal.name.startswith("Keld Group-Tavola Corp")
    assert ("last_told", "2026-01") in deal.properties
    assert {v for k, v in deal.properties if k == "parties"} == {"firm:keld", "firm:tavola"}
    stories = {story_id for story_id, *_ in store.mentions(node=deal.node)}
    assert len(stories) == 5


def test_the_order_of_arrival_does_not_matter_and_repeating_changes_nothing() -> None:
    every = [resolved for _, resolved in read()]
    whole = Memory()
    whole.add(every, known_from=NOW)
    wanted = digest_of(whole)
    for order in (every, every[::-1], every[1::2] + every[::2]):
        store = Embedded(":memory:")
        for resolved in (*order, *order):
            store.add([resolved], known_from=NOW)
        assert digest_of(store) == wanted


def test_a_split_keeps_two_tellings_of_a_deal_apart_until_it_is_undone() -> None:
    told = [r for g, r in read() if g == "keld takes over tavola, 2025"]
    first, last = (next(e.node for e in r.entities if e.label == "Deal") for r in told[::4])
    split = judgement(sort="split", ends=(first, last), who="us", made=NOW)
    undo = judgement(sort="undo", ends=(split.judgement_id, ""), who="us", made=NOW)
    assert first != last
    assert len(set(of("keld takes over tavola, 2025", acts(split)))) == 2
    assert len(set(of("keld takes over tavola, 2025", acts(split, undo)))) == 1


def test_two_deals_can_be_merged_by_judgement_and_parted_again() -> None:
    groups = "keld takes over tavola, 2021, and gives up", "keld takes over tavola, 2025"
    ends = [of(group, acts())[0] for group in groups]
    merge = judgement(sort="merge", ends=(ends[0], ends[1]), who="us", made=NOW)
    undo = judgement(sort="undo", ends=(merge.judgement_id, ""), who="us", made=NOW)
    assert len({n for g in groups for n in of(g, acts(merge))}) == 1
    assert len({n for g in groups for n in of(g, acts(merge, undo))}) == 2


def test_a_deal_made_of_claims_gives_no_row_of_its_own() -> None:
    store = Memory()
    store.add([resolved for _, resolved in read()], known_from=NOW)
    assert "Deal" not in {row.get("entity_type") for row in store.rows()}
