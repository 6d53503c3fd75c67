"""The server in Docker, beside a stand-in for the docker program: what is asked of it, and when."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import local
from schemas.errors import StoreError
from tests.local import docker_stand_in


@pytest.fixture
def docker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A docker program on the PATH; gives the folder with what it was asked."""
    folder = tmp_path / "docker"
    folder.mkdir()
    program = folder / "docker"
    program.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" "{docker_stand_in.__file__}" "{folder}" "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    yield folder
    (folder / "off").unlink(missing_ok=True)
    local.down(tmp_path / "home", wipe=True)


def asked(docker: Path, verb: str) -> list[str]:
    return [c for c in (docker / "calls").read_text().splitlines() if c.split()[0] == verb]


def test_docker_runs_it_where_an_engine_answers(docker, tmp_path):
    server, new = local.up(tmp_path / "home")
    assert (server.via, server.container, new) == ("docker", "c0ffee", True)
    assert local.running(tmp_path / "home") == server
    assert local.up(tmp_path / "home") == (server, False)
    assert len(asked(docker, "run")) == 1


def test_the_container_is_pinned_and_published_on_loopback_alone(docker, tmp_path):
    server, _ = local.up(tmp_path / "home")
    (run,) = asked(docker, "run")
    assert f"--publish 127.0.0.1:{server.port}:7687" in run
    assert run.endswith("neo4j:5.26-community")
    assert run.count("--publish") == 1


def test_the_password_goes_in_by_a_private_file_that_does_not_stay(docker, tmp_path):
    server, _ = local.up(tmp_path / "home")
    password = Path(server.password_file).read_text()
    assert f"NEO4J_AUTH=neo4j/{password}\n" in (docker / "variables").read_text()
    assert (docker / "mode").read_text() == "0o600"
    assert password not in (docker / "calls").read_text()
    home = tmp_path / "home" / "neo4j"
    assert [p for p in home.rglob("*") if p.is_file() and password in p.read_text()] == [
        Path(server.password_file)
    ]


def test_the_container_is_as_closed_as_the_process(docker, tmp_path):
    local.up(tmp_path / "home")
    variables = (docker / "variables").read_text().splitlines()
    assert "NEO4J_dbms_security_allow__csv__import__from__file__urls=false" in variables
    assert "NEO4J_server_http_enabled=false" in variables


def test_down_stops_it_takes_it_away_and_keeps_the_volume(docker, tmp_path):
    server, _ = local.up(tmp_path / "home")
    assert local.down(tmp_path / "home") == server
    assert local.running(tmp_path / "home") is None
    assert not docker_files(docker) & {"container"}
    assert docker_files(docker) >= {"volume"}
    assert local.up(tmp_path / "home").server.port == server.port


def docker_files(docker: Path) -> set[str]:
    return {path.name for path in docker.iterdir()}


def test_a_wipe_takes_the_volume_too(docker, tmp_path):
    local.up(tmp_path / "home")
    local.down(tmp_path / "home", wipe=True)
    assert not docker_files(docker) & {"container", "volume"}


def test_data_in_docker_is_not_passed_over_when_docker_is_off(docker, tmp_path):
    local.up(tmp_path / "home")
    local.down(tmp_path / "home")
    (docker / "off").touch()
    with pytest.raises(StoreError, match=r"data of this server is in Docker.*start Docker"):
        local.up(tmp_path / "home")


def test_a_container_that_is_not_ours_is_left_alone(docker, tmp_path):
    (docker / "container").write_text(json.dumps({"pid": 1, "label": "/somebody/else"}))
    with pytest.raises(StoreError, match=r"is not ours"):
        local.up(tmp_path / "home")
    assert not asked(docker, "rm")
    (docker / "container").unlink()


def test_a_volume_whose_password_is_gone_is_not_begun(docker, tmp_path):
    server, _ = local.up(tmp_path / "home")
    local.down(tmp_path / "home")
    Path(server.password_file).unlink()
    with pytest.raises(StoreError, match=r"password of the data is gone.*--wipe"):
        local.up(tmp_path / "home")


def test_a_container_that_ended_by_itself_is_begun_again(docker, tmp_path):
    first, _ = local.up(tmp_path / "home")
    subprocess.run([docker / "docker", "stop", "c0ffee"], check=True)
    assert local.running(tmp_path / "home") is None
    assert local.up(tmp_path / "home") == (first, True)
