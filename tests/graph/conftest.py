"""The stores under test: the specification, SQLite in memory and SQLite on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.graph.contract import Store
from kg.graph.embedded import Embedded
from kg.graph.memory import Memory


@pytest.fixture(params=["specification", "memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind in turn."""
    made: dict[str, object] = {
        "specification": Memory,
        "memory": lambda: Embedded(":memory:"),
        "file": lambda: Embedded(str(tmp_path / "deep" / "graph.db")),
    }
    opened = made[request.param]()  # type: ignore[operator]
    yield opened
    opened.close()
