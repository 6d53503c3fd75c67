"""A store outlives kill -9 at any moment: what was acknowledged is kept, nothing by halves.

The long version of each of these is in `tests/soak`.
"""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from kg.graph.contract import STEPS
from tests.graph.adding import DEEDS
from tests.graph.killing import Runner, examine, moment, prefixes
from tests.graph.stores import Kind, every_shared_store, kind_of_store

__all__ = ["kind_of_store"]
KILLS = {"file": 40, "neo4j": 6}
WITHIN = {"file": 12_000, "neo4j": 100_000}
"""Writers killed at a moment of their own, microseconds after a deed; a tenth is examined whole."""


@pytest.fixture(scope="module")
def expected() -> list[str]:
    return prefixes(":memory:")


def test_every_deed_of_the_writer_is_seen_in_the_store(expected: list[str]) -> None:
    assert len(set(expected)) == len(DEEDS)  # a rebuild alone leaves all as it was


@every_shared_store
def test_a_crash_at_any_step_of_a_write_loses_nothing_acknowledged(
    tmp_path: Path, kind: Kind, expected: list[str]
) -> None:
    with Runner() as runner:
        for step in STEPS:
            ended = runner.kill_at(kind.fresh(tmp_path), step, 7)
            assert (ended.status, ended.acknowledged) == (-signal.SIGKILL, 7)
            assert examine(ended, expected) == (8 if step == "kept" else 7, "")


@every_shared_store
def test_kills_at_any_moment_lose_nothing_acknowledged(
    tmp_path: Path, kind: Kind, expected: list[str]
) -> None:
    with Runner() as runner:
        for number in range(KILLS[kind.name]):
            ended = runner.kill_after(kind.fresh(tmp_path), *moment(number, WITHIN[kind.name]))
            assert ended.status == -signal.SIGKILL
            assert examine(ended, expected, whole=number % 10 == 0).wrong == ""
