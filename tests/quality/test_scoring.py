"""The scorer says what a careful reader would say."""

from __future__ import annotations

import pytest

from tests.quality.measure import documents
from tests.quality.scoring import Document, folded, score


def entity(key, name, label, *aliases):
    return {
        "id": key, "name": name, "type": label, "aliases": list(aliases), "mentions": [],
        "optional": False,
    }  # fmt: skip


def relation(head, label, tail, status="asserted", *, alt=None, optional=False):
    return {
        "head": head, "head_id": head, "type": label, "tail": tail, "tail_id": tail,
        "status": status, "status_ok": [status], "alt": alt, "optional": optional,
    }  # fmt: skip


ENTITIES = [
    entity("nokia", "Nokia", "Firm", "Nokia Oyj"),
    entity("infinera", "Infinera Corp", "Firm"),
    entity("curbs", "Dutch curbs on lithography exports", "Policy"),
]


def tally(relations, *rows):
    document = Document({"id": "a", "entities": ENTITIES, "relations": relations})
    made = [
        {"head": h, "head_type": ht, "type": t, "tail": x, "tail_type": xt, "status": s}
        for h, ht, t, x, xt, s in rows
    ]
    return score([document], {"a": made})


BOUGHT = ("Nokia", "Firm", "ACQUIRES", "Infinera", "Firm", "asserted")
SOLD = ("Infinera", "Firm", "ACQUIRES", "Nokia", "Firm", "asserted")


@pytest.mark.parametrize(
    ("row", "hits"),
    [
        (BOUGHT, (1, 0, 0)),
        (SOLD, (0, 1, 1)),
        (("NOKIA", "Firm", "ACQUIRES", "Infinera, Inc.", "Firm", "asserted"), (1, 0, 0)),
        (("Nokian", "Firm", "ACQUIRES", "Infinera", "Firm", "asserted"), (0, 1, 1)),
        (("Nokia", "Firm", "OWNS", "Infinera", "Firm", "asserted"), (0, 1, 1)),
        (("Nokia", "Firm", "IN_INDUSTRY", "telecoms", "Industry", "asserted"), (0, 0, 1)),
    ],
)
def test_a_relation_needs_its_label_its_direction_and_both_ends(row, hits):
    found = tally([relation("nokia", "ACQUIRES", "infinera")], row).relations
    assert (found.tp, found.fp, found.fn) == hits


def test_an_undirected_relation_may_be_turned_round():
    turned = ("Infinera", "Firm", "COMPETES_WITH", "Nokia", "Firm", "asserted")
    assert tally([relation("nokia", "COMPETES_WITH", "infinera")], turned).relations.f1 == 1


def test_one_of_several_encodings_is_enough():
    both = [
        relation("nokia", "ACQUIRES", "infinera", alt="x"),
        relation("nokia", "OWNS", "infinera", alt="x"),
    ]
    found = tally(both, BOUGHT).relations
    assert (found.tp, found.fn) == (1, 0)


def test_an_optional_relation_is_neither_right_nor_wrong():
    found = tally([relation("nokia", "ACQUIRES", "infinera", optional=True)], BOUGHT).relations
    assert (found.tp, found.fp, found.fn) == (0, 0, 0)


def test_a_policy_may_be_worded_freely():
    worded = ("Nokia", "Firm", "SUES", "curbs on exports of lithography", "Policy", "asserted")
    assert tally([relation("nokia", "SUES", "curbs")], worded).relations.f1 == 1


def test_a_rumour_told_as_fact_is_counted():
    found = tally([relation("nokia", "ACQUIRES", "infinera", "rumoured")], BOUGHT)
    assert (found.relations.tp, found.statuses.fp, found.unreal_as_fact) == (1, 1, 1)


def test_a_thing_under_the_wrong_label_is_missed_and_wrong():
    wrong = ("Nokia", "Person", "ACQUIRES", "Infinera", "Firm", "asserted")
    found = tally([relation("nokia", "ACQUIRES", "infinera")], wrong).entities
    assert (found.tp, found.fp, found.fn) == (1, 1, 2)


@pytest.mark.parametrize("name", ["U.S.", "the US", "USA", "United States"])
def test_spellings_of_a_country_are_one(name):
    assert folded(name) == "united states"


def test_the_annotation_itself_scores_full_marks():
    for document in documents():
        rows = [
            {
                end + part: document.entities[r[f"{end}_id"]]["type" if part else "name"]
                for end in ("head", "tail")
                for part in ("", "_type")
            }
            | {"type": r["type"], "status": r["status"]}
            for r in document.relations
        ]
        found = score([document], {document.id: rows})
        assert found.relations.f1 == 1, document.id
        assert found.statuses.fp == found.unreal_as_fact == 0
