"""Lives of stores at random: whatever is done in whatever order, stores agree and laws hold."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.graph.living import live
from tests.graph.stateful import Life
from tests.graph.stores import Kind, file, kind_of_store, memory

__all__ = ["kind_of_store"]
LIVES, LONG, LONGER = 60, 30, 240
"""Lives that Hypothesis shrinks when they fail, the steps of each, and those of a long life."""
FEWER, SHORT, SHORTER = 12, 15, 60
"""The same where every step is a dozen trips to a server."""


class Lives(Life):
    """SQLite in memory and in a file, told the same."""

    fresh = {"memory": memory, "file": file}


def lived(machine: type[Life], lives: int, steps: int) -> None:
    """Let Hypothesis live so many lives."""
    machine.steps = 0
    given = settings(
        max_examples=lives, stateful_step_count=steps, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(machine, settings=given)
    assert machine.steps > lives * steps // 2


def test_stores_live_alike() -> None:
    lived(Lives, LIVES, LONG)


@pytest.mark.parametrize("seed", [1, 2])
def test_stores_live_long_alike(seed: int) -> None:
    live(Lives(), LONGER, seed)


@pytest.mark.parametrize("kind", ["neo4j"], indirect=True)
def test_a_server_lives_alike(kind: Kind) -> None:
    class Served(Life):
        fresh = {"neo4j": kind.fresh}

    lived(Served, FEWER, SHORT)
    for seed in (1, 2):
        live(Served(), SHORTER, seed)
