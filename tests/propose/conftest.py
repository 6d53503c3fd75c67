"""Nothing of the environment's own reaches a test of proposers."""

from __future__ import annotations

import os

import pytest


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("KG_", "HF_HUB"))]:
        monkeypatch.delenv(name)
