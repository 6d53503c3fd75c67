"""The ownership, holding, market, people, place and evidence types are whole."""

from __future__ import annotations

import importlib

import pytest

from schemas.base import STATUSES, Edge, edge_type, edge_types, labels

MODULES = ("ownership", "holdings", "markets", "people_places")
READ = {
    "ACQUIRES", "MERGES_WITH", "DIVESTS", "OWNS", "INVESTS_IN", "LENDS_TO", "FORECASTS", "REPORTS",
    "SETS_RATE", "LISTED_ON", "LEADS", "LOCATED_IN", "IN_INDUSTRY", "MEMBER_OF",
}  # fmt: skip
EVIDENCE = {
    "FROM", "PUBLISHED_BY", "MENTIONS", "SUBJECT", "OBJECT", "ADVANCES", "SUPERSEDES",
    "CONTRADICTS", "DUPLICATE_OF",
}  # fmt: skip
# The ends that the vocabulary fixes; a type may allow more.
ENDS = {
    "ACQUIRES": ({"Firm"}, {"Firm", "Product"}),
    "MERGES_WITH": ({"Firm"}, {"Firm"}),
    "DIVESTS": ({"Firm"}, {"Firm", "Product"}),
    "OWNS": ({"Firm", "Person", "Agency", "Country"}, {"Firm", "Place", "Product"}),
    "INVESTS_IN": ({"Firm", "Country", "Agency"}, {"Firm", "Industry", "Product", "Place"}),
    "LENDS_TO": ({"Firm", "Agency"}, {"Firm", "Country"}),
    "HOLDS": ({"Portfolio"}, {"Firm"}),
    "FORECASTS": ({"Firm", "Agency", "Person"}, {"Indicator", "Index", "Commodity"}),
    "REPORTS": ({"Country", "Agency", "Firm"}, {"Indicator"}),
    "SETS_RATE": ({"Agency"}, {"Indicator"}),
    "LISTED_ON": ({"Firm"}, {"Exchange", "Place"}),
    "LEADS": ({"Person"}, {"Firm", "Agency", "Country"}),
    "LOCATED_IN": ({"Firm", "Place", "Agency", "Industry"}, {"Country", "Place"}),
    "IN_INDUSTRY": ({"Firm", "Product"}, {"Industry"}),
    "MEMBER_OF": ({"Country", "Firm"}, {"Country", "Index"}),
}
ROLES = frozenset((
    "subj", "obj", "iobj", "attr", "comp", "poss", "compound", "appos", "bearer", "trigger", "of",
    "in", "on", "from", "to", "with", "for", "into", "at", "as", "against", "over", "by", "between",
    "among", "including", "include", "like", "near", "outside", "off", "out", "helm",
))  # fmt: skip
DEMONYMS = {"France": "French"}
OKABE_ITO = {"#000000", "#0072B2", "#009E73", "#D55E00", "#E69F00", "#CC79A7", "#56B4E9", "#F0E442"}
EACH = pytest.mark.parametrize("name", sorted(ENDS))
SAID = pytest.mark.parametrize("name", sorted(READ))


def test_the_modules_hold_these_types_and_no_others() -> None:
    modules = [importlib.import_module(f"schemas.edges.{name}") for name in MODULES]
    kinds = [(k, m) for m in modules for k in vars(m).values() if isinstance(k, type)]
    own = {k.TYPE for k, m in kinds if issubclass(k, Edge) and k.__module__ == m.__name__}
    assert own == set(ENDS)


@EACH
def test_a_type_allows_the_ends_that_the_vocabulary_fixes(name: str) -> None:
    kind, (head, tail) = edge_type(name), ENDS[name]
    assert head <= set(kind.head) <= set(labels())
    assert tail <= set(kind.tail) <= set(labels())
    assert kind.__doc__
    assert kind.__doc__ != Edge.__doc__
    assert kind.colour in OKABE_ITO
    assert set(kind.statuses) <= set(STATUSES)


@EACH
def test_a_wider_type_says_that_it_is_wider(name: str) -> None:
    kind, (head, tail) = edge_type(name), ENDS[name]
    wider = (set(kind.head) | set(kind.tail)) > (head | tail) or set(kind.tail) > tail
    assert not wider or "ider" in str(kind.__doc__) or "(or a person)" in str(kind.__doc__)


@EACH
def test_a_transmission_is_a_bounded_prior_that_names_its_source(name: str) -> None:
    kind = edge_type(name)
    for each in kind.transmissions:
        assert -1 <= each.factor <= 1
        assert each.source
        assert not each.scale or each.scale in {p.name for p in kind.properties}


def test_factors_travel_the_way_the_design_says() -> None:
    def found(name: str) -> set[tuple[str, str, str, float, str]]:
        crossings = edge_type(name).transmissions
        return {(t.travel, t.into, t.out, t.factor, t.scale) for t in crossings}

    assert found("OWNS") == {
        ("with", "access", "access", 0.9, ""), ("against", "finance", "finance", 1.0, "stake"),
    }  # fmt: skip
    assert found("ACQUIRES") == {
        ("with", "finance", "finance", 0.2, ""), ("against", "finance", "finance", 0.5, ""),
    }  # fmt: skip
    assert found("LENDS_TO") == {("against", "finance", "finance", 0.45, "")}
    assert found("HOLDS") == {("against", "finance", "finance", 1.0, "weight")}
    assert found("MEMBER_OF") == {("against", "access", "access", 1.0, "")}
    assert found("LOCATED_IN") == {("against", "access", "access", 0.2, "")}
    assert found("LISTED_ON") == found("LEADS") == {("with", "finance", "finance", 0.05, "")}


def test_group_membership_is_marked_as_a_proxy() -> None:
    crossings = edge_type("IN_INDUSTRY").transmissions
    assert len(crossings) == 4
    assert all(t.proxy and t.factor == 0.3 for t in crossings)


def test_places_and_memberships_do_not_age() -> None:
    ageless = {name for name in ENDS if edge_type(name).half_life is None}
    assert ageless == {"LOCATED_IN", "IN_INDUSTRY", "MEMBER_OF", "HOLDS"}


@SAID
def test_a_type_shows_what_it_means_and_what_it_does_not(name: str) -> None:
    kind = edge_type(name)
    assert kind.frames
    assert len(kind.examples) >= 25
    assert len(kind.counter_examples) >= 10
    claims = [*kind.examples, *kind.counter_examples]
    assert len({(e.text, e.head, e.tail) for e in claims}) == len(claims)


@SAID
def test_every_end_of_a_sentence_stands_in_it_or_is_a_demonym(name: str) -> None:
    kind = edge_type(name)
    for example in (*kind.examples, *kind.counter_examples):
        for end in (example.head, example.tail):
            text = example.text.lower()
            assert end.lower() in text or DEMONYMS[end].lower() in text, example


@SAID
def test_frames_use_known_roles_and_no_lemma_twice(name: str) -> None:
    for frame in edge_type(name).frames:
        steps = {step for path in (*frame.head, *frame.tail) for step in path.split(".")}
        assert steps <= ROLES, frame
        assert len(set(frame.lemmas)) == len(frame.lemmas), frame
        assert 0 < frame.confidence <= 1


def test_evidence_carries_no_shock_and_is_not_read_from_prose() -> None:
    assert {n for n, kind in edge_types().items() if kind.evidence} == EVIDENCE
    for name in EVIDENCE:
        kind = edge_type(name)
        assert not kind.transmissions
        assert not kind.frames
        assert {*kind.head, *kind.tail} <= set(labels())


def test_a_portfolio_is_entered_by_its_owner_not_read() -> None:
    assert not edge_type("HOLDS").frames
