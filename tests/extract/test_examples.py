"""Every edge type's examples are read, its counter-examples are not.

The share that must hold is measured and pinned in `tests/quality/floors.json`; it never falls
silently.
"""

import pytest

from kg.extract import OFF
from tests.quality import examples
from tests.quality.measure import FLOORS


@pytest.fixture(scope="module")
def shares():
    return examples.figures(examples.readings())


def test_examples_are_read(shares):
    assert shares["examples_read"] >= FLOORS["examples_read"]


def test_counter_examples_are_not_read(shares):
    assert shares["counter_examples_refused"] >= FLOORS["counter_examples_refused"]


def test_the_patterns_alone_take_no_counter_example():
    taken = [r for r in examples.readings(OFF) if r.counter and any(
        d.status not in examples.UNREAL for d in r.drafts)]  # fmt: skip
    assert [r.example.text for r in taken] == []


def test_an_unreal_example_is_seldom_shown_as_fact(shares):
    assert shares["unreal_examples_as_fact"] <= FLOORS["unreal_examples_as_fact"]
