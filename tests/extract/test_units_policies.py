"""A policy is known by who issues it, what kind it is, what it is on."""

from __future__ import annotations

import pytest

CASES = [
    ("China's export curbs on gallium and germanium hit chipmakers.",
     "country:CN", "control", "export", {"commodity:gallium", "commodity:germanium"}),
    ("Jakarta imposed an export ban on bauxite.",
     "country:ID", "ban", "export", {"commodity:bauxite"}),
    ("India banned the export of rice.", "country:IN", "ban", "export", {"commodity:rice"}),
    ("Trump announced a 25% U.S. tariff on steel.",
     "country:US", "tariff", "", {"commodity:steel"}),
    ("The EU placed sanctions on Rosneft.", "country:EU", "sanction", "", {"firm:rosneft"}),
    ("Washington imposed sanctions on Russia.", "country:US", "sanction", "", {"country:RU"}),
    ("Congo introduced export quotas for cobalt.",
     "country:CD", "quota", "export", {"commodity:cobalt"}),
]  # fmt: skip


@pytest.fixture
def policies(reading):
    """The policies of a text: for each its parts by role."""

    def read(text):
        found = [t for t in reading(text).things if t.label == "Policy"]
        return [{r: {v for x, v in t.parts if x == r} for r, _ in t.parts} for t in found]

    return read


@pytest.mark.parametrize(("text", "issuer", "family", "flow", "objects"), CASES)
def test_a_policy_has_an_issuer_a_kind_and_objects(policies, text, issuer, family, flow, objects):
    (policy,) = policies(text)
    assert policy["issuer"] == {issuer}
    assert family in policy["family"]
    assert policy.get("flow", {""}) == {flow}
    assert policy["object"] == objects


@pytest.mark.parametrize(
    "text",
    [
        "Indonesia imposed an export ban on bauxite in June. The ban lifted prices.",
        "China's export curbs on tungsten began in May. The curbs cover all buyers.",
        "Ottawa levied tariffs on steel. Traders expect the tariffs to stay.",
    ],
)
def test_mentions_of_one_policy_are_one(reading, text):
    (policy,) = [t for t in reading(text).things if t.label == "Policy"]
    assert len(policy.mentions) == 2


def test_policies_of_two_issuers_stay_two(policies):
    found = policies("U.S. sanctions against Rosneft and China's curbs on graphite took effect.")
    assert sorted(min(p["issuer"]) for p in found) == ["country:CN", "country:US"]


@pytest.mark.parametrize(
    "text",
    [
        "The tax rate rose to 20%.",
        "Vale has tight cost controls.",
        "Lower birth limits hurt sales.",
    ],
)
def test_a_weak_word_alone_is_no_policy(policies, text):
    assert policies(text) == []
