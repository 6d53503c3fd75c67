"""Who is who: by name, identifier and judgement, whatever the order."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.register import (
    Register,
    ambiguous,
    check,
    identity,
    judgement,
    judgement_id,
    own_key,
)  # fmt: skip
from schemas.claim import Entity
from schemas.errors import JudgementConflict
from schemas.judgement import Judgement


def firm(name: str, label: str = "Firm", **more: tuple[tuple[str, str], ...]) -> Entity:
    return Entity(node=f"{label}:{name}".lower(), label=label, name=name, **more)


def judged(sort: str, left: str, right: str = "", made: str = "2025-01-01") -> Judgement:
    return judgement(sort=sort, ends=(left, right), who="me", made=made)  # type: ignore[arg-type]


SHORT, LONG = firm("Orrin"), firm("Orrin Metal Works")
CALLED = (LONG.node, "Firm", "Orrin")
A, B, C = firm("A"), firm("B"), firm("C")


def test_a_short_name_that_one_other_firm_is_called_by_becomes_that_firm() -> None:
    assert identity([SHORT, LONG], [CALLED], [])[SHORT.node] == LONG.node


def test_a_short_name_that_two_firms_are_called_by_stays_itself_and_is_reported() -> None:
    other = firm("Orrin Shipping")
    names = [CALLED, (other.node, "Firm", "Orrin")]
    assert identity([SHORT, LONG, other], names, [])[SHORT.node] == SHORT.node
    assert ambiguous([SHORT, LONG, other], names, []) == {
        SHORT.node: tuple(sorted((LONG.node, other.node)))
    }


def test_two_bearers_of_a_short_name_that_are_one_thing_count_as_one() -> None:
    other = firm("Orrin Shipping")
    names = [CALLED, (other.node, "Firm", "Orrin")]
    now = identity([SHORT, LONG, other], names, [judged("merge", LONG.node, other.node)])
    assert len(set(now.values())) == 1


def test_a_person_never_becomes_a_firm() -> None:
    person = firm("Orrin", "Person")
    assert identity([person, LONG], [CALLED], [])[person.node] == person.node


def test_names_with_other_digits_stay_apart() -> None:
    second = firm("Orrin Fund 2")
    assert identity([SHORT, second], [(second.node, "Firm", "Orrin")], [])[SHORT.node] == SHORT.node


def test_a_namesake_kept_apart_stays_apart() -> None:
    twin = Entity(node="firm:orrin-b", label="Firm", name="Orrin")
    now = identity([SHORT, twin, LONG], [CALLED], [])
    assert len(set(now.values())) == 3


def test_a_firm_of_the_reference_universe_does_not_become_another() -> None:
    known = firm("Orrin", properties=(("known", "1"),))
    assert identity([known, LONG], [CALLED], [])[known.node] == known.node


def test_a_shared_isin_merges_and_the_known_one_stands_for_both() -> None:
    held = (("isin", "NO1"),)
    known = firm("Zed", identifiers=held, properties=(("known", "1"),))
    now = identity([firm("Zed Holdings", identifiers=held), known], [], [])
    assert set(now.values()) == {known.node}


def test_the_longest_name_stands_for_a_merge() -> None:
    now = identity([SHORT, LONG], [], [judged("merge", SHORT.node, LONG.node)])
    assert set(now.values()) == {LONG.node}


def test_a_split_forbids_what_names_and_identifiers_say() -> None:
    held = (("lei", "L1"),)
    ends = [firm("Orrin", identifiers=held), firm("Orrin Metal Works", identifiers=held)]
    split = judged("split", *[e.node for e in ends])
    assert len(set(identity(ends, [CALLED], []).values())) == 1
    assert len(set(identity(ends, [CALLED], [split]).values())) == 2


def test_merging_through_a_node_that_is_not_there_yet_holds() -> None:
    judgements = [judged("merge", A.node, B.node), judged("merge", B.node, C.node)]
    assert len(set(identity([A, C], [], judgements).values())) == 1


def test_undo_takes_a_merge_back_and_can_be_undone() -> None:
    merge = judged("merge", A.node, B.node)
    undo = judged("undo", merge.judgement_id)
    again = judged("undo", undo.judgement_id)
    assert len(set(identity([A, B], [], [merge, undo]).values())) == 2
    assert len(set(identity([A, B], [], [merge, undo, again]).values())) == 1


def test_judgements_that_cannot_all_hold_are_a_conflict_naming_the_chain() -> None:
    ends = itertools.pairwise((A.node, B.node, C.node))
    merges = [judged("merge", *pair) for pair in ends]
    with pytest.raises(JudgementConflict, match="firm:a = firm:b, firm:b = firm:c"):
        check([*merges, judged("split", A.node, C.node)])


def test_an_undo_of_nothing_is_a_conflict() -> None:
    with pytest.raises(JudgementConflict, match="no judgement"):
        check([judged("undo", "absent")])


def test_a_node_cannot_be_split_from_itself() -> None:
    with pytest.raises(JudgementConflict):
        check([judged("split", A.node, A.node)])


def test_the_id_of_a_judgement_is_its_content_and_a_merge_has_no_order() -> None:
    one = judgement_id(sort="merge", ends=("a", "b"), who="me", made="2025")
    assert one == judgement_id(sort="merge", ends=("b", "a"), who="me", made="2025")
    assert one != judgement_id(sort="split", ends=("a", "b"), who="me", made="2025")


NAMES = ("Orrin", "Orrin Metal", "Orrin Metal Works", "Tavola", "Tavola Bay", "Keld 2", "Keld")
things = st.builds(
    lambda name, n, isin, known: Entity(
        node=f"f:{name}:{n}", label="Firm", name=name,
        identifiers=(("isin", isin),) if isin else (),
        properties=(("known", "1"),) if known else (),
    ),
    st.sampled_from(NAMES), st.integers(0, 1), st.sampled_from(("", "", "", "X", "Y")),
    st.sampled_from((False, False, False, True)),
)  # fmt: skip
calls = st.tuples(
    st.builds("f:{}:{}".format, st.sampled_from(NAMES), st.integers(0, 1)),
    st.just("Firm"),
    st.sampled_from(NAMES),
)
facts = st.lists(things, max_size=9), st.lists(calls, max_size=7)
pairs = st.lists(st.tuples(st.sampled_from(("merge", "split")), calls, calls), max_size=3)


def holding(given_: Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]) -> list[Judgement]:
    found: list[Judgement] = []
    for sort, left, right in given_:
        try:
            check([*found, judged(sort, left[0], right[0])])
        except JudgementConflict:
            continue
        found.append(judged(sort, left[0], right[0]))
    return found


@given(*facts, pairs, st.randoms(use_true_random=False))
def test_identity_depends_on_the_sets_alone(entities, names, said, chance) -> None:  # type: ignore[no-untyped-def]
    judgements = holding(said)
    before = identity(entities, names, judgements)
    for given_things in (entities, names, judgements):
        given_things.extend(given_things[:2])
        chance.shuffle(given_things)
    assert identity(entities, names, judgements) == before


@given(*facts, pairs, st.integers(1, 4))
def test_a_register_kept_up_to_date_equals_identity(
    entities: list[Entity], names: list[tuple[str, str, str]],
    said: list[tuple[str, tuple[str, ...], tuple[str, ...]]], size: int,
) -> None:  # fmt: skip
    judgements = holding(said)
    register = Register(judgements)
    steps = max(len(entities), len(names))
    for at in range(0, steps, size):
        before = dict(register.now)
        touched = register.learn(entities[at : at + size], names[at : at + size])
        changed = register.update(touched)
        assert changed == {n for n, to in register.now.items() if before.get(n) != to}
    assert register.now == identity(entities, names, judgements)


@given(*facts)
def test_identity_equals_the_rule_written_out(
    entities: list[Entity], names: list[tuple[str, str, str]]
) -> None:
    plain = [e.model_copy(update={"identifiers": (), "properties": ()}) for e in entities]
    assert _groups(identity(plain, names, [])) == _groups(_by_rule(plain, names))


def _by_rule(
    entities: Sequence[Entity], names: Sequence[tuple[str, str, str]]
) -> dict[str, frozenset[str]]:
    """The short-name rule, pair by pair, without any index."""
    own = {e.node: e.name for e in entities}
    nodes = set(own) | {n for n, *_ in names}
    digits = {n: {d for d in own.get(n, "").split() if d.isdigit()} for n in nodes}
    groups = {n: frozenset({n}) for n in nodes}
    for node, name in own.items():
        key = own_key("Firm", name)
        named = {m for m in own if own_key("Firm", own[m]) == key}
        called = {m for m, _, short in names if own_key("Firm", short) == key} - named
        called = {m for m in called if digits[m] == digits[node]}
        if len(called) == 1 and named == {node}:
            joined = groups[node] | groups[called.pop()]
            groups.update(dict.fromkeys(joined, joined))
    return groups


def _groups(now: dict[str, object]) -> set[frozenset[str]]:  # type: ignore[misc]
    return {frozenset(n for n in now if now[n] == to) for to in now.values()}
