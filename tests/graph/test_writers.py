"""Several processes write to one store at once: it ends as if one had written all."""

from __future__ import annotations

from pathlib import Path

from tests.graph.stores import Kind, every_shared_store, kind_of_store
from tests.graph.writing import together

__all__ = ["kind_of_store"]
WRITERS, COUNT = 4, 40


@every_shared_store
def test_writers_at_once_lose_nothing_and_write_nothing_twice(tmp_path: Path, kind: Kind) -> None:
    done = together(kind.fresh(tmp_path), WRITERS, COUNT)
    assert done.errors == []
    assert (done.written, done.lost, done.doubled) == (done.told, 0, 0)
    assert done.same
