"""The server as a container of the official image, its data in a named volume.

The password goes in by a file of variables, not by an argument. (The image's own start script
hands it on as an argument inside the container, once, at the very first start.) Bias: a container
without our label is somebody else's, whatever its name.
"""

from __future__ import annotations

import dataclasses
import hashlib
import shutil
import subprocess
from collections.abc import Callable

from kg.local import configuration
from kg.local.home import Home, write_private
from kg.local.port import LOOPBACK
from kg.local.server import USER, Server
from schemas.errors import StoreError

__all__ = ["IMAGE", "alive", "answers", "failure", "has_port", "launch", "stop", "wipe"]

IMAGE = "neo4j:5.26-community"
LABEL = "knockon.home"
PATIENCE = 60  # seconds for the last checkpoint


def _docker(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run docker; an absent one is a failure like any other."""
    docker = shutil.which("docker")
    if not docker:
        return subprocess.CompletedProcess(arguments, 127, "", "docker is not installed")
    return subprocess.run(  # noqa: S603
        [docker, *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", check=False,
    )  # fmt: skip


def _demand(*arguments: str) -> str:
    """What docker printed; StoreError with its last line if it failed."""
    done = _docker(*arguments)
    if done.returncode:
        told = done.stderr.strip().splitlines() or ["no reason told"]
        raise StoreError(
            f"docker {arguments[0]} failed: {told[-1]}",
            cure="see `docker info`, or use `--via java`",
        )
    return done.stdout.strip()


def answers() -> bool:
    """Whether there is a Docker engine that works."""
    return _docker("info", "--format", "{{.ServerVersion}}").returncode == 0


def _name(home: Home) -> str:
    """The name of container and volume: one for each home."""
    return f"knockon-neo4j-{hashlib.sha256(str(home.root).encode()).hexdigest()[:10]}"


def launch(home: Home, port: int, say: Callable[[str], None]) -> Server:
    """Begin the container; it may still be starting, or about to fail."""
    if _docker("image", "inspect", IMAGE).returncode:
        say(f"fetching the image {IMAGE}, once")
        _demand("pull", "--quiet", IMAGE)
    _clear(home)
    password = home.password(known=_has_volume(home))
    variables = home.root / ".variables"
    secret = f"NEO4J_AUTH={USER}/{password}\n"
    write_private(variables, secret + configuration.as_environment(port))
    try:
        container = _demand(
            "run", "--detach", "--name", _name(home), "--label", f"{LABEL}={home.root}",
            "--env-file", str(variables), "--publish", f"{LOOPBACK}:{port}:7687",
            "--volume", f"{_name(home)}:/data", IMAGE,
        )  # fmt: skip
    finally:
        variables.unlink()
    return dataclasses.replace(Server.at(home, port, "docker"), container=container)


def _inspect(home: Home, form: str) -> subprocess.CompletedProcess[str]:
    return _docker("container", "inspect", "--format", form, _name(home))


def _has_volume(home: Home) -> bool:
    return _docker("volume", "inspect", _name(home)).returncode == 0


def _clear(home: Home) -> None:
    """Take away what a crash left of our container; its volume stays."""
    found = _inspect(home, f'{{{{index .Config.Labels "{LABEL}"}}}}')
    if found.returncode:
        return
    if found.stdout.strip() != str(home.root):
        raise StoreError(
            f"a container {_name(home)} is there that is not ours",
            cure="rename it, or use `--via java`",
        )
    _demand("rm", "--force", _name(home))


def alive(home: Home, server: Server) -> bool:
    """Whether the container that was begun still runs."""
    told = _inspect(home, "{{.Id}} {{.State.Running}}")
    return told.stdout.split() == [server.container, "true"]


def has_port(_home: Home) -> bool:
    """Always: Docker begins no container whose port it could not publish."""
    return True


def stop(home: Home, server: Server) -> None:
    """End the container cleanly and take it away; its volume stays."""
    if alive(home, server):
        _demand("stop", "-t", str(PATIENCE), server.container)
    _clear(home)


def wipe(home: Home) -> None:
    """Delete the volume with the data."""
    _clear(home)
    if _has_volume(home):
        _demand("volume", "rm", _name(home))


def failure(home: Home) -> str:
    """Why the last start failed: the last line that the container printed."""
    done = _docker("logs", "--tail", "1", _name(home))
    return (done.stdout + done.stderr).strip() or "no reason told"
