"""Up and down: which engine runs the server, when it is ready, when it is ours to end.

Bias: in doubt whether a server is ours, it is not; in doubt where the data lies, nothing is begun.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import urlsplit

from kg.local import by_docker, by_java, jars, java, server
from kg.local.home import Home, locked, make_private
from kg.local.port import USUAL, choose, freed, is_loopback, speaks_bolt
from kg.local.server import Server
from schemas.errors import StoreError

__all__ = ["Up", "credentials", "down", "running", "up"]

PATIENCE = 180.0  # seconds until Bolt answers; five are usual, a busy machine takes a minute
CLOSING = 3.0  # seconds in which the system closes the sockets of a process that was killed
TRIES = 3  # ports that are tried where another program is quicker than we
Say = Callable[[str], None]


class Engine(Protocol):
    """What runs a server; two modules are one each."""

    def alive(self, home: Home, server: Server) -> bool:
        """Whether it still runs and is ours."""

    def stop(self, home: Home, server: Server) -> None:
        """End it cleanly."""

    def has_port(self, home: Home) -> bool:
        """Whether the server begun last has its port, and nobody else can."""

    def failure(self, home: Home) -> str:
        """Why the last start failed."""


ENGINES: dict[str, Engine] = {"java": by_java, "docker": by_docker}


class Up(NamedTuple):
    """A server that answers, and whether it was begun just now."""

    server: Server
    new: bool


class Plan(NamedTuple):
    """How a server is to be begun."""

    port: int  # 0: the last one, the usual one or a free one
    via: str  # "docker" or "java"
    cache: Path  # where the jars are kept


def _quiet(_words: str) -> None:
    """Say nothing."""


def up(
    directory: Path, *, port: int = 0, via: str = "auto", cache: Path | None = None,
    say: Say = _quiet,
) -> Up:  # fmt: skip
    """The server of that directory, begun if it does not run; StoreError if it cannot be."""
    home = Home.under(directory)
    make_private(home.root)
    with locked(home.root, say):
        found = _found(home)
        if found and _await(home, found, speaks_bolt):
            return Up(found, new=False)
        _clear(home, port)
        plan = Plan(port, _engine(home, via, say), cache or jars.default_cache())
        return Up(_begin(home, plan, say), new=True)


def _clear(home: Home, port: int) -> None:
    """Forget what a crash left, and wait a moment until its port is free again."""
    if server.load(home):
        freed(port or home.remembered()[0] or USUAL, within=CLOSING)
        server.forget(home)


def _begin(home: Home, plan: Plan, say: Say, tries: int = TRIES) -> Server:
    """Begin the server, on another port where somebody takes the one that was free."""
    chosen = choose(plan.port, home.remembered()[0], say)
    try:
        return _begin_at(home, chosen, plan, say)
    except StoreError:
        if tries == 1 or plan.port or freed(chosen, within=CLOSING):
            raise
    return _begin(home, plan, say, tries - 1)


def _begin_at(home: Home, chosen: int, plan: Plan, say: Say) -> Server:
    docker = plan.via == "docker"
    begun = _by_docker(home, chosen, say) if docker else _by_java(home, chosen, plan, say)
    try:
        server.save(home, begun)
        _demand(home, begun)
    except BaseException:  # an interrupt too: what was begun in vain is ended
        ENGINES[begun.via].stop(home, begun)
        server.forget(home)
        raise
    return begun


def _demand(home: Home, begun: Server) -> None:
    """Wait until the server that was begun answers; StoreError if it never does."""
    if not _await(home, begun, partial(_ready, home, begun.via)):
        raise StoreError(f"Neo4j did not start: {ENGINES[begun.via].failure(home)}")


def _engine(home: Home, via: str, say: Say) -> str:
    """The engine to use: the one asked for, else the one that has the data, else what is there."""
    last = home.remembered()[1]
    if via not in ("auto", last) and last:
        say(f"the data of before is kept with {last} and is not seen with {via}")
    if via != "auto":
        return via
    if last != "docker":
        return last or ("docker" if by_docker.answers() else "java")
    if not by_docker.answers():
        raise StoreError(
            "the data of this server is in Docker, and no Docker engine answers",
            cure="start Docker, or begin an empty server with `--via java`",
        )
    return last


def _by_docker(home: Home, chosen: int, say: Say) -> Server:
    say(f"starting Neo4j in Docker on port {chosen}")
    return by_docker.launch(home, chosen, say)


def _by_java(home: Home, chosen: int, plan: Plan, say: Say) -> Server:
    found = java.find()
    folder = jars.fetch(plan.cache, found, say)
    by_java.prepare(home, found, folder)
    say(f"starting Neo4j {jars.VERSION} on port {chosen}")
    return by_java.launch(home, chosen, found, folder)


def _found(home: Home) -> Server | None:
    noted = server.load(home)
    if noted and noted.via in ENGINES and ENGINES[noted.via].alive(home, noted):
        return noted
    return None


def _ready(home: Home, via: str, where: int) -> bool:
    """Whether a server that was begun just now answers: it itself, not another on its port."""
    return ENGINES[via].has_port(home) and speaks_bolt(where)


def _await(home: Home, begun: Server, ready: Callable[[int], bool]) -> bool:
    """Wait until Bolt answers; False if the server ends before, StoreError if it takes too long."""
    until = time.monotonic() + PATIENCE
    while not ready(begun.port):
        if not ENGINES[begun.via].alive(home, begun):
            return False
        if time.monotonic() > until:
            raise StoreError(
                f"Neo4j does not answer after {PATIENCE:.0f} s", where=begun.uri,
                cure="see whether the machine is short of memory, then `kg down` and `kg up`",
            )  # fmt: skip
        time.sleep(0.1)
    return True


def running(directory: Path) -> Server | None:
    """The server of that directory, if it runs and is the one that was begun there."""
    return _found(Home.under(directory))


def down(directory: Path, *, wipe: bool = False, say: Say = _quiet) -> Server | None:
    """End the server, after its checkpoint; gives what ran, if any. A wipe deletes its data."""
    home = Home.under(directory)
    if not home.root.is_dir():
        return None
    with locked(home.root, say):
        found = _found(home)
        if found:
            say(f"stopping Neo4j on port {found.port}")
            ENGINES[found.via].stop(home, found)
        server.forget(home)
        if wipe:
            _wipe(home)
    return found


def _wipe(home: Home) -> None:
    if by_docker.answers() or home.remembered()[1] == "docker":
        by_docker.wipe(home)
    if home.root.is_symlink():
        raise StoreError("is a link, not a folder", where=str(home.root), cure="delete it yourself")
    shutil.rmtree(home.root)


def credentials(directory: Path, url: str) -> tuple[str, Path] | None:
    """User and password file for the address, if our server of that directory runs there now.

    A server that has ended gets none: another program may listen there by now.
    """
    try:
        parts = urlsplit(url)
        named = parts.port or USUAL
    except ValueError:  # no address at all; whoever opens it says so
        return None
    found = running(directory)
    if found and found.port == named and is_loopback(parts.hostname or "", named):
        return found.user, Path(found.password_file)
    return None
