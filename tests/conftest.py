"""What tests share: our own stories, a store that is gone afterwards, the program as a process."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ROOT = Path(__file__).parents[1]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def kg(tmp_path: Path) -> Run:
    """The installed program, run in an empty directory with a home of its own."""

    def run(
        *arguments: str | Path, stdin: str = "", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("KG_")}
        environment |= {"KG_HOME": str(tmp_path / "home"), **variables}
        return subprocess.run(
            [sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)],
            cwd=tmp_path, env=environment, input=stdin, capture_output=True, text=True,
            check=False, timeout=120,
        )  # fmt: skip

    return run


@pytest.fixture(scope="session")
def demo_stories() -> Path:
    """The folder of bundled stories."""
    return ROOT / "kg" / "demo" / "stories"
