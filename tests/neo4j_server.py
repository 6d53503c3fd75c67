"""A real Neo4j for the tests: the one that the environment names, else one begun for the session.

Without either the tests fail with the one line that says how to get it; nothing is skipped.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from kg import local
from schemas.errors import KnockonError

ROOT = Path(__file__).parents[1]
# Half the time and half the memory of a start, for a server that lives for a minute.
SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


class Server(NamedTuple):
    """Where a server answers, and how to log in."""

    uri: str
    user: str
    password: str


def cache() -> Path:
    """Where the server's jars are kept between runs."""
    return Path(os.environ.get("KG_TEST_NEO4J_CACHE") or ROOT / ".neo4j")


def a_port() -> int:
    """A free port that no test of another session is about to take."""
    with socket.socket() as ours:
        ours.bind(("127.0.0.1", 0))
        return int(ours.getsockname()[1])


@contextlib.contextmanager
def short_lived() -> Iterator[None]:
    """Servers begun in here start fast rather than run fast."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_TOOL_OPTIONS", SHORT_LIVED)
        yield


def named(environment: Mapping[str, str]) -> Server | None:
    """The server that `KG_TEST_NEO4J_URI` names; None without it."""
    uri = environment.get("KG_TEST_NEO4J_URI")
    if not uri:
        return None
    file = environment.get("KG_TEST_NEO4J_PASSWORD_FILE")
    password = Path(file).read_text("utf-8").strip() if file else ""
    user = environment.get("KG_TEST_NEO4J_USER") or "neo4j"
    return Server(uri, user, environment.get("KG_TEST_NEO4J_PASSWORD") or password)


def begun(home: Path) -> Server:
    """A server of its own under that home, by Java, else by Docker."""
    errors: list[str] = []
    for via in ("java", "docker"):
        try:
            with short_lived():
                server = local.up(home, port=a_port(), via=via, cache=cache()).server
        except KnockonError as error:
            errors.append(f"{via}: {error}")
        else:
            password = Path(server.password_file).read_text("utf-8")
            return Server(server.uri, server.user, password)
    return pytest.fail(
        "the tests need a Neo4j: install Java 17 and Maven, or start Docker, or name one with"
        f" KG_TEST_NEO4J_URI and KG_TEST_NEO4J_PASSWORD ({'; '.join(errors)})",
        pytrace=False,
    )


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of the session; all tests share its one database, so each clears its own."""
    server = named(os.environ)
    if server:
        yield server
        return
    home = tmp_path_factory.mktemp("neo4j")
    try:
        yield begun(home)
    finally:
        local.down(home, wipe=True)
