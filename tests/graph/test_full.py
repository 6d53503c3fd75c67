"""A full disk is one clear line, and costs nothing that was acknowledged."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kg.graph import open_store
from schemas.errors import StoreError
from tests.graph.adding import BATCHES, KNOWN, batch
from tests.graph.filling import fill, kept


@pytest.mark.parametrize("limit", [20_000, 150_000, 600_000, 1_200_000])
def test_a_disk_that_fills_up_ends_a_write_in_one_line(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "graph.db"
    done = fill(path, limit)
    assert done.kept == done.acknowledged < BATCHES
    assert str(path) in done.error
    assert "acknowledged" in done.error
    again = fill(path)
    assert (again.kept, again.error) == (BATCHES, "")


def test_a_disk_that_is_full_for_a_while_costs_only_what_was_refused(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    with closing(open_store(str(path))) as store:
        store.add(batch(0), known_from=KNOWN)
    with closing(open_store(str(path))) as store:
        store.has([])
        with full(path.with_name("graph.db-wal")):
            for _ in range(2):
                with pytest.raises(StoreError, match="free some space; everything acknowledged"):
                    store.add(batch(1), known_from=KNOWN)
            assert len(store.story_ids()) == len(batch(0))
        store.add(batch(1), known_from=KNOWN)
    assert kept(path) == 2


@contextmanager
def full(opened: Path) -> Iterator[None]:
    """A device that is full in place of a file that this process has open."""
    links = {int(fd.name): fd for fd in Path("/proc/self/fd").iterdir() if fd.is_symlink()}
    held = next(number for number, fd in links.items() if fd.readlink() == opened)
    saved, device = os.dup(held), os.open("/dev/full", os.O_RDWR)
    os.dup2(device, held)
    yield
    os.dup2(saved, held)
    os.close(saved)
    os.close(device)
