"""From drafts to claims: the exact words, what is allowed, what is one statement."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.flat import claim_row
from kg.resolve import resolve
from schemas.claim import Claim, Refusal, Resolved
from schemas.when import When
from tests.resolve.saying import CHROME, draft, said, story, thing

TEXT = "Zorvex bought Lumo Ltd for cash. Later Lumo sold its Axo unit to Zorvex, it said."
CUTS = st.lists(st.integers(1, len(TEXT) - 1), max_size=5)
SPANS = st.lists(
    st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), min_size=1, max_size=6
)  # fmt: skip


@given(cuts=CUTS, spans=SPANS, data=st.data())
def test_the_source_says_at_the_offsets_what_the_quote_says(
    cuts: list[int], spans: list[tuple[int, int]], data: st.DataObject
) -> None:
    told = story(TEXT, cuts=tuple(cuts))
    things = [thing(told, "Firm", "Zorvex"), thing(told, "Firm", "Lumo Ltd", "Lumo", key="l")]
    drafts = [
        draft(told, "Zorvex", kind, "l", start=a, end=min(a + n, len(TEXT)))
        for (a, n), kind in zip(spans, ["ACQUIRES", "SUPPLIES", "PARTNERS_WITH"] * 2, strict=False)
    ]
    found = resolve(told, said(told, *things, *drafts))
    text = told.source.text
    assert found.claims
    assert all(text[c.start : c.end] == c.quote for c in found.claims)
    assert all(text[a:b] == surface for _, a, b, surface in found.mentions)
    clean = [c.quote.replace(CHROME, "") for c in found.claims]
    assert all(words in TEXT for words in clean)
    mixed = data.draw(st.permutations([*things, *drafts]))
    assert resolve(told, said(told, *mixed)) == found


def one(*drafts: dict[str, object], damage: tuple[int, ...] = ()) -> Resolved:
    told = story(TEXT, damage=damage)
    things = (
        thing(told, "Firm", "Zorvex", key="z"), thing(told, "Firm", "Lumo Ltd", "Lumo", key="l"),
        thing(told, "Person", "Ada Quill", key="p"),
    )  # fmt: skip
    return resolve(told, said(told, *things, *(draft(told, **d) for d in drafts)))  # type: ignore[arg-type]


def claim(*drafts: dict[str, object], damage: tuple[int, ...] = ()) -> Claim:
    (only,) = one(*drafts, damage=damage).claims
    return only


def refusal(**given: object) -> Refusal:
    found = one(given)
    assert not found.claims
    (only,) = found.refusals
    return only


BUYS: dict[str, object] = {"head": "z", "kind": "ACQUIRES", "tail": "l"}


def test_a_claim_shows_names_and_holds_nodes() -> None:
    buys = claim(BUYS)
    assert (buys.head, buys.head_node, buys.head_type) == ("Zorvex", "firm:zorvex", "Firm")
    assert (buys.tail, buys.tail_node) == ("Lumo Ltd", "firm:lumo")


def test_ends_that_the_vocabulary_does_not_allow_are_refused() -> None:
    assert refusal(head="z", kind="ACQUIRES", tail="p").why == "schema"
    assert refusal(head="z", kind="MARRIES", tail="l").why == "schema"


def test_an_end_that_is_no_thing_is_refused() -> None:
    assert refusal(head="z", kind="ACQUIRES", tail="nobody").why == "unresolved"


def test_nothing_acquires_itself() -> None:
    assert "itself" in refusal(head="z", kind="ACQUIRES", tail="z").note


@pytest.mark.parametrize("tail", ["", "z"])
def test_a_halt_of_nothing_named_has_no_tail(tail: str) -> None:
    halts = claim({"head": "z", "kind": "HALTS_PRODUCTION", "tail": tail})
    assert (halts.head_node, halts.tail_node, halts.tail, halts.tail_type) == (
        "firm:zorvex", "", "", "",
    )  # fmt: skip
    assert not {"tail", "tail_type", "tail_node"} & claim_row(halts).keys()


def test_a_repeated_statement_is_one_claim_whose_quote_holds_its_values() -> None:
    buys = claim(
        BUYS | {"start": 33, "confidence": 0.9, "when": When.parse("2025-05")},
        BUYS | {"start": 0, "end": 32, "confidence": 0.7, "amount": Decimal(9), "currency": "USD"},
        BUYS | {"start": 40, "confidence": 0.6, "amount": Decimal(8), "currency": "USD"},
    )
    assert buys.quote == TEXT[:32]
    assert (buys.amount, buys.currency, buys.date) == (Decimal(9), "USD", None)
    assert buys.confidence == 0.9


def test_a_rumour_and_a_fact_are_two_claims() -> None:
    assert len(one(BUYS, BUYS | {"status": "rumoured"}).claims) == 2


def test_a_relation_without_direction_is_said_once() -> None:
    rivals = {"kind": "COMPETES_WITH"}
    assert claim(rivals | {"head": "z", "tail": "l"}, rivals | {"head": "l", "tail": "z"})


def test_lost_words_halve_the_confidence() -> None:
    assert claim(BUYS, damage=(10,)).confidence == claim(BUYS).confidence / 2
    assert claim(BUYS | {"end": 32}, damage=(50,)).confidence == claim(BUYS).confidence


def test_a_short_name_is_remembered_and_a_common_word_is_not() -> None:
    told = story("Quill Rare Metals Inc rose. Quill Rare and the Group said so.")
    firm = thing(told, "Firm", "Quill Rare Metals Inc", "Quill Rare", "Group", "QR")
    found = resolve(told, said(told, firm))
    assert found.names == (("firm:quill-rare-metals", "Firm", "quill rare"),)
    assert found.entities[0].aliases == ("Group", "Quill Rare")
