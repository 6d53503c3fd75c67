"""The same stories give the same bytes, whatever the order, the repetition or the interruption."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

STORIES = Path(__file__).parents[1] / "kg" / "demo" / "stories"
FILES = sorted(str(p) for p in STORIES.iterdir() if not p.name.startswith("_"))
PROGRAM = [sys.executable, "-c", "from kg.cli import main; main()"]


def run(store: Path, *arguments: str) -> str:
    """One process of the program; what it wrote."""
    done = subprocess.run(
        [*PROGRAM, "--store", str(store), *arguments],
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return done.stdout


def exported(store: Path) -> str:
    return run(store, "export", "jsonl", "-")


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export after the stories were ingested once, in one process."""
    store = tmp_path_factory.mktemp("once") / "n.db"
    run(store, "ingest", *FILES)
    rows = exported(store)
    assert rows.count("\n") > 100
    return rows


def test_a_file_and_standard_output_get_the_same_bytes_twice(once: str, tmp_path: Path) -> None:
    store, file = tmp_path / "n.db", tmp_path / "all.jsonl"
    for _ in range(2):
        run(store, "ingest", *FILES)
        run(store, "export", "jsonl", str(file))
        assert file.read_bytes() == once.encode()


def test_one_process_for_each_file_in_reverse_gives_the_same(once: str, tmp_path: Path) -> None:
    for name in reversed(FILES):
        run(tmp_path / "n.db", "ingest", name)
    assert exported(tmp_path / "n.db") == once


def test_two_workers_give_the_same(once: str, tmp_path: Path) -> None:
    run(tmp_path / "n.db", "ingest", "--workers", "2", *FILES)
    assert exported(tmp_path / "n.db") == once


def test_a_kill_in_the_middle_and_another_run_give_the_same(once: str, tmp_path: Path) -> None:
    store = tmp_path / "n.db"
    run(store, "ingest", FILES[0])
    begun = exported(store)
    with subprocess.Popen(
        [*PROGRAM, "--store", str(store), "ingest", *FILES], stdout=subprocess.DEVNULL
    ) as writing:
        wait_for_growth(store, writing)
        writing.send_signal(signal.SIGKILL)
    assert writing.returncode == -signal.SIGKILL
    between = exported(store)
    assert set(begun.splitlines()) <= set(between.splitlines()) <= set(once.splitlines())
    run(store, "ingest", *FILES)
    assert exported(store) == once


def wait_for_growth(store: Path, writing: subprocess.Popen[bytes]) -> None:
    """Return once the process has written to the store's log, and not yet all."""
    log = Path(f"{store}-wal")
    before = log.stat().st_size if log.exists() else 0
    end = time.monotonic() + 30
    while writing.poll() is None and time.monotonic() < end:
        if log.exists() and log.stat().st_size > before:
            return
        os.sched_yield()
    pytest.fail("the process ended before anything was written")
