"""What tests share: the program run in an empty directory, and the law-checking profile."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from hypothesis import settings

from tests.neo4j_server import neo4j

__all__ = ["kg", "neo4j"]

settings.register_profile("ci", derandomize=True, deadline=None, max_examples=100)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


class Done(NamedTuple):
    """How a run of the program ended."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line, in this process, in an empty directory with a home of its own."""
    from kg.cli import cli

    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("KG_")]:
        monkeypatch.delenv(name)

    def run(*arguments: object, stdin: str = "", **variables: str) -> Done:
        environment = {"KG_HOME": str(tmp_path / "home"), **variables}
        done = CliRunner().invoke(
            cli, [str(a) for a in arguments], input=stdin, env=environment, prog_name="kg"
        )
        return Done(done.exit_code, done.stdout, done.stderr)

    return run
