"""Who is who across stories: one node for one thing, and only for it."""

from __future__ import annotations

import pytest

from kg.eval import Gold, Said, Same, score
from tests.eval.gold_of import entity


def told(name, node, label="Firm"):
    return Said.of({"entity": name, "entity_type": label, "entity_node": node})


def story(key, *things):
    return Gold.model_validate({"id": key, "entities": list(things), "relations": []})


def merging(one, other, nodes, same=None):
    golds = [story("a", one), story("b", other)]
    said = {g.id: [told(g.entities[0].name, n, g.entities[0].type)]
            for g, n in zip(golds, nodes, strict=True)}  # fmt: skip
    tally = score(golds, said, same).total("merging")
    return tally.tp, tally.fp, tally.fn


ARM = entity("arm", "Arm", "Firm")
HOLDINGS = entity("x", "Arm Holdings", "Firm")
GOOGLE = entity("g", "Google", "Firm", "Alphabet")
ALPHABET = entity("g", "Alphabet", "Firm")


@pytest.mark.parametrize(
    ("one", "other", "nodes", "hits"),
    [
        (ARM, HOLDINGS, "nn", (1, 0, 0)),
        (ARM, HOLDINGS, "nm", (0, 0, 1)),
        (ARM, GOOGLE, "nn", (0, 1, 0)),
        (ARM, GOOGLE, "nm", (0, 0, 0)),
        (GOOGLE, ALPHABET, "nn", (0, 0, 0)),
        (GOOGLE, ALPHABET, "nm", (0, 0, 0)),
    ],
)
def test_without_a_file_names_say_who_is_who_and_doubt_is_not_judged(one, other, nodes, hits):
    assert merging(one, other, nodes) == hits


@pytest.mark.parametrize(
    ("contested", "nodes", "hits"),
    [(False, "nn", (1, 0, 0)), (False, "nm", (0, 0, 1)), (True, "nn", (0, 0, 0))],
)
def test_a_file_says_who_is_who(contested, nodes, hits):
    members = [{"story": "a", "id": "g"}, {"story": "b", "id": "g"}]
    same = Same.model_validate({"clusters": [{"members": members, "contested": contested}]})
    assert merging(GOOGLE, ALPHABET, nodes, same) == hits


def test_two_things_of_one_story_are_not_a_pair():
    found = score([story("a", ARM, GOOGLE)], {"a": [told("Arm", "n"), told("Google", "n")]})
    assert not found.total("merging")


def test_each_wrong_pair_is_named():
    golds = [story("a", ARM), story("b", GOOGLE)]
    found = score(golds, {"a": [told("Arm", "n")], "b": [told("Google", "n")]})
    (wrong,) = found.across.wrong
    assert (wrong.one, wrong.other, wrong.merged) == (("a", "Arm"), ("b", "Google"), True)
