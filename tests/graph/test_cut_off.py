"""A server that goes away in the middle of a write: acknowledged is kept, refused can be repeated.

The long version of each of these is in `tests/soak`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.graph.stores import Kind, kind_of_store
from tests.soak.cutting import cut_off
from tests.soak.server import own, server_kills

__all__ = ["kind_of_store"]
WRITES = 24
"""Each cut in one of four ways, one to three times in a row."""


@pytest.mark.parametrize("kind", ["neo4j"], indirect=True)
def test_a_connection_cut_around_a_commit_loses_and_doubles_nothing(
    tmp_path: Path, kind: Kind
) -> None:
    done = cut_off(kind.fresh(tmp_path), WRITES)
    assert done.cuts > WRITES
    assert done.acknowledged + done.refused == WRITES
    assert (done.lost, done.doubled, done.failed) == (0, 0, [])
    assert done.same
    assert done.refused > 0


def test_a_server_that_is_killed_keeps_what_it_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("KG_NEO4J_USER", "KG_NEO4J_PASSWORD_FILE", "KG_NEO4J_PASSWORD"):
        monkeypatch.setenv(name, "")  # so that what the server sets is taken back
    with own(tmp_path / "server") as server:
        done = server_kills(server, tmp_path, 2, whole=3)
    assert (done.lost, done.errors) == (0, ())
    assert done.count == 2
