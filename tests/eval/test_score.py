"""The scorer says what a careful reader would say."""

from __future__ import annotations

import pytest

from kg.eval import Said, figures, score
from kg.eval.wording import folded
from tests.eval.gold_of import ENTITIES, entity, gold, relation, row
from tests.quality.measure import UNSEEN, documents


def scored(relations, *rows, **more):
    return score([gold(*relations, **more)], {"a": list(rows)})


def counts(found, part="relations", kind=""):
    tally = found.total(part, kind)
    return tally.tp, tally.fp, tally.fn


BOUGHT = row("Nokia", "ACQUIRES", "Infinera")
PLAIN = relation("nokia", "ACQUIRES", "infinera")


@pytest.mark.parametrize(
    ("said", "hits"),
    [
        (BOUGHT, (1, 0, 0)),
        (row("Infinera", "ACQUIRES", "Nokia"), (0, 1, 1)),
        (row("NOKIA", "ACQUIRES", "Infinera, Inc."), (1, 0, 0)),
        (row("Nokian", "ACQUIRES", "Infinera"), (0, 1, 1)),
        (row("Nokia", "OWNS", "Infinera"), (0, 1, 1)),
        (row("Nokia", "IN_INDUSTRY", "telecoms", tail_type="Industry"), (0, 0, 1)),
        (row("Nokia (the Finnish firm)", "ACQUIRES", "Infinera"), (1, 0, 0)),
    ],
)
def test_a_relation_needs_its_label_its_direction_and_both_ends(said, hits):
    assert counts(scored([PLAIN], said)) == hits


def test_the_same_claim_read_twice_counts_once():
    assert counts(scored([PLAIN], BOUGHT, BOUGHT)) == (1, 0, 0)


def test_a_story_of_which_nothing_was_read_is_missed_in_full():
    found = score([gold(PLAIN)], {})
    assert counts(found) == (0, 0, 1)
    assert counts(found, "entities") == (0, 0, len(ENTITIES))


def test_a_linked_pair_is_right_whatever_its_type_and_direction():
    found = scored([PLAIN], row("Infinera", "OWNS", "Nokia"), row("Nokia", "OWNS", "Arm"))
    assert counts(found, "relations_lenient") == (1, 1, 0)


def test_an_undirected_relation_may_be_turned_round():
    turned = row("Infinera", "COMPETES_WITH", "Nokia")
    assert counts(scored([relation("nokia", "COMPETES_WITH", "infinera")], turned)) == (1, 0, 0)


def test_a_type_that_can_do_without_a_tail_is_judged_by_its_head():
    halted = Said.of({"head": "Nokia", "head_type": "Firm", "type": "HALTS_PRODUCTION"})
    assert counts(scored([relation("nokia", "HALTS_PRODUCTION", "infinera")], halted)) == (1, 0, 0)


@pytest.mark.parametrize(
    ("head", "tail", "hits"), [("Infinera", "Nokia", (1, 0, 0)), ("Nokia", "Infinera", (0, 0, 1))]
)
def test_an_input_counts_as_the_dependence_that_it_is_turned_round(head, tail, hits):
    annotated = relation("nokia", "DEPENDS_ON", "infinera")
    assert counts(scored([annotated], row(head, "INPUT_TO", tail))) == hits


def test_what_a_policy_restricts_it_targets():
    said = row("Dutch curbs on lithography exports", "RESTRICTS", "Nokia", head_type="Policy")
    assert counts(scored([relation("curbs", "TARGETS", "nokia")], said)) == (1, 0, 0)


def test_one_of_several_encodings_is_enough():
    both = [relation("nokia", t, "infinera", alt="x") for t in ("ACQUIRES", "OWNS")]
    assert counts(scored(both, BOUGHT)) == (1, 0, 0)


def test_an_optional_relation_is_neither_right_nor_wrong():
    found = scored([relation("nokia", "ACQUIRES", "infinera", optional=True)], BOUGHT)
    assert counts(found) == (0, 0, 0)


def test_what_is_true_and_not_required_is_neither_right_nor_wrong():
    true = {"head": "Nokia", "type": "OWNS", "tail": "Arm"}
    found = scored([PLAIN], row("Nokia", "OWNS", "Arm"), also_ok=[true])
    assert counts(found) == (0, 0, 1)
    assert counts(found, "entities")[1] == 0


def test_a_name_that_was_set_aside_is_not_judged():
    found = scored([PLAIN], row("Harbour Wire", "OWNS", "Nokia"), ignore_entities=["Harbour Wire"])
    assert counts(found) == (0, 0, 1)
    assert counts(found, "entities")[1] == 0


def test_a_policy_may_be_worded_freely():
    worded = row("Nokia", "SUES", "curbs on exports of lithography", tail_type="Policy")
    assert counts(scored([relation("nokia", "SUES", "curbs")], worded)) == (1, 0, 0)


@pytest.mark.parametrize(
    ("name", "hits"), [("Baotou Tianhe Magnetic Co", (1, 0, 0)), ("Tianhe 2 Magnetics", (0, 1, 1))]
)
def test_a_name_of_several_words_may_be_spelt_a_little_otherwise(name, hits):
    said = row("Nokia", "OWNS", name)
    assert counts(scored([relation("nokia", "OWNS", "magnetics")], said)) == hits


def test_a_thing_under_the_wrong_label_is_missed_and_wrong():
    found = scored([PLAIN], row("Nokia", "ACQUIRES", "Infinera", head_type="Person"))
    assert counts(found, "entities") == (1, 1, 3)
    assert counts(found, "entities_untyped") == (2, 0, 2)


def test_a_thing_that_was_read_without_a_claim_counts():
    found = scored([], Said.of({"entity": "Nokia Oyj", "entity_type": "Firm"}))
    assert counts(found, "entities", "Firm") == (1, 0, 2)


@pytest.mark.parametrize("name", ["U.S.", "the US", "USA", "United States"])
def test_spellings_of_a_country_are_one(name):
    assert folded(name) == "united states"


# ---- what a claim says


@pytest.mark.parametrize(
    ("annotated", "status", "told"),
    [
        ("rumoured", "asserted", (0, 1, 0)),
        ("rumoured", "planned", (1, 0, 0)),
        ("rumoured", "rumoured", (1, 0, 0)),
        ("asserted", "rumoured", (0, 0, 0)),
    ],
)
def test_what_did_not_happen_told_as_fact_is_counted(annotated, status, told):
    given = [relation("nokia", "ACQUIRES", "infinera", status=annotated)]
    found = scored(given, row("Nokia", "ACQUIRES", "Infinera", status=status))
    assert counts(found, "told_as_fact") == told
    assert figures(found)["unreal_as_fact"] == told[1]
    assert found.total("status").precision == (annotated == status)


def test_a_status_that_annotators_do_not_use_counts_as_the_one_that_stands_for_it():
    given = [relation("nokia", "ACQUIRES", "infinera", status="planned", status_ok=["planned"])]
    found = scored(given, row("Nokia", "ACQUIRES", "Infinera", status="agreed"))
    assert counts(found, "status") == (1, 0, 0)


@pytest.mark.parametrize(
    ("part", "annotated", "read", "hits"),
    [
        ("amount", 2.3e9, "2300000000", (1, 0, 0)),
        ("amount", 2.3e9, "2310000000", (1, 0, 0)),
        ("amount", 2.3e9, "2400000000", (0, 1, 0)),
        ("amount", 2.3e9, "about two", (0, 1, 0)),
        ("amount", 2.3e9, None, (0, 0, 1)),
        ("amount", None, "5", (0, 0, 0)),
        ("date", "2025-05-13", "2025-05", (1, 0, 0)),
        ("date", "2025-05", "2025-05-13", (1, 0, 0)),
        ("date", "2025-05", "2025-06", (0, 1, 0)),
        ("date", "2025-05", None, (0, 0, 1)),
        ("sign", "-", "-", (1, 0, 0)),
        ("sign", "-", "+", (0, 1, 0)),
        ("sign", "-", None, (0, 0, 1)),
    ],
)
def test_values_are_right_wrong_or_not_given(part, annotated, read, hits):
    given = [relation("nokia", "IMPACTS", "infinera", **{part: annotated})]
    found = scored(given, row("Nokia", "IMPACTS", "Infinera", **{part: read}))
    assert counts(found, part) == counts(found, part, "IMPACTS") == hits


# ---- the misses, for the page


def test_each_miss_says_what_and_where():
    given = [
        relation("nokia", "ACQUIRES", "infinera", status="denied", evidence_sentence="No deal."),
        relation("nokia", "SUES", "magnetics", evidence_sentence="Nokia sued."),
    ]
    found = scored(
        given, BOUGHT, row("Baotou Tianhe Magnetics", "SUES", "Nokia", quote="It was sued.")
    )
    claims = [m for m in found.sheets[0].misses if m.about == "claim"]
    assert [(m.sort, m.head, m.type, m.quote) for m in claims] == [
        ("wrong", "nokia", "ACQUIRES", "No deal."),
        ("missed", "nokia", "SUES", "Nokia sued."),
        ("extra", "Baotou Tianhe Magnetics", "SUES", "It was sued."),
    ]
    assert claims[0].note == "status asserted as fact, annotated denied"
    assert claims[2].note == "annotated: nokia SUES magnetics"
    things = [(m.sort, m.head) for m in found.sheets[0].misses if m.about == "thing"]
    assert things == [("missed", "Dutch curbs on lithography exports")]


def test_the_annotation_itself_scores_full_marks():
    for document in [*documents(), *documents(UNSEEN)]:
        things = {thing.id: thing for thing in document.entities}
        rows = [
            row(
                things[r.head_id].name, r.type, things[r.tail_id].name, status=r.status,
                head_type=things[r.head_id].type, tail_type=things[r.tail_id].type,
                sign=r.sign, date=r.date, amount=r.amount,
            )
            for r in document.relations
        ]  # fmt: skip
        found = score([document], {document.id: rows})
        assert found.total("relations").f1 == 1, document.id
        parts = ("status", "told_as_fact", "sign", "amount", "date")
        assert [p for p in parts if found.total(p).fp] == [], document.id


def test_a_thing_of_any_right_label_is_right():
    chips = entity("chips", "chips", "Product", type_ok=["Commodity", "Product"])
    said = Said.of({"entity": "chips", "entity_type": "Commodity"})
    assert counts(scored([], said, entities=[chips]), "entities") == (1, 0, 0)
