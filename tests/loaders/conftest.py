from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders import Raw

HERE = Path(__file__).parent


@pytest.fixture
def fixture() -> Callable[[str], Raw]:
    """A small file of our own words, read."""

    def take(name: str) -> Raw:
        return Raw.of(name, (HERE / "fixtures" / name).read_bytes())

    return take


@pytest.fixture
def shared() -> Callable[[str], Path]:
    """A file of the folder beside the repository; skipped where there is none, unless in CI."""

    def find(name: str) -> Path:
        path = HERE.parents[2] / "shared" / name
        if not path.exists() and not os.environ.get("CI"):
            pytest.skip(f"no {name} beside the repository")
        return path

    return find
