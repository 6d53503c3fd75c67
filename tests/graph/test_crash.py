"""A store outlives kill -9 at any moment: what was acknowledged is kept, nothing by halves."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph.contract import STEPS
from kg.graph.embedded import Embedded
from kg.graph.export import jsonl
from tests.graph.adding import BATCHES, SIZE, batch

ROOT = Path(__file__).parents[2]
KILLS = 60
"""Processes killed at a moment of their own, each on a new store."""


def start(path: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.graph.adding", str(path), *arguments],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def exported(store: Embedded) -> str:
    stream = io.StringIO()
    jsonl(store, stream)
    return stream.getvalue() + "\n".join(e.model_dump_json() for e in store.view().edges())


@pytest.fixture(scope="module")
def clean() -> str:
    """The export of a run that nothing disturbed."""
    store = Embedded(":memory:")
    for number in range(BATCHES):
        store.add(batch(number), known_from="2025-07-01")
    found = exported(store)
    store.close()
    return found


def examine(path: Path, owed: set[int], clean: str) -> None:
    """Hold a store that was left by a crash against what it owes."""
    store = Embedded(str(path))
    ids = [f"s{n:03d}" for n in range(BATCHES * SIZE)]
    kept = store.has(ids)
    assert {ids[b * SIZE + n] for b in owed for n in range(SIZE)} <= kept
    for number in range(BATCHES):
        stories = batch(number)
        present = {r.story.story_id for r in stories} & kept
        assert len(present) in {0, SIZE}
        for told in stories if present else ():
            claims = list(store.claims(story_id=told.story.story_id))
            assert {c.claim_id for c in claims} == {c.claim_id for c in told.claims}
            assert store.story(told.story.story_id) == told.story
    before = exported(store)
    store.rebuild()
    assert exported(store) == before
    for number in range(BATCHES):
        store.add(batch(number), known_from="2025-07-01")
    assert exported(store) == clean
    store.close()


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_at_a_step_of_a_write_loses_nothing_acknowledged(
    tmp_path: Path, step: str, clean: str
) -> None:
    with start(tmp_path / "graph.db", step, "7") as done:
        said, _ = done.communicate(timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert said.split() == [str(n) for n in range(7)]
    examine(tmp_path / "graph.db", set(map(int, said.split())), clean)


def test_kills_at_any_moment_lose_nothing_acknowledged(tmp_path: Path, clean: str) -> None:
    """Each process is killed a while after a batch it acknowledged, amid the next ones."""
    unfinished = 0
    for kill in range(KILLS):
        path = tmp_path / f"graph{kill}.db"
        with start(path) as process:
            assert process.stdout is not None
            said = [int(process.stdout.readline()) for _ in range(1 + kill % 15)]
            sum(range(kill * 7919 % 200_000))  # a different while each time, up to milliseconds
            os.kill(process.pid, signal.SIGKILL)
            said += map(int, process.stdout.read().split())
        assert process.returncode == -signal.SIGKILL
        unfinished += len(said) < BATCHES
        acknowledged(path, set(said))
        if kill % 10 == 0:
            examine(path, set(said), clean)
    assert unfinished > KILLS * 3 // 4


def acknowledged(path: Path, batches: set[int]) -> None:
    """Every story of an acknowledged batch is there, every other batch whole or not at all."""
    store = Embedded(str(path))
    for number in range(BATCHES):
        ids = [r.story.story_id for r in batch(number)]
        kept = store.has(ids)
        claims = [c for story_id in ids for c in store.claims(story_id=story_id)]
        assert (len(kept), len(claims)) in {(0, 0), (SIZE, 3 * SIZE)}
        assert kept or number not in batches
    store.close()
