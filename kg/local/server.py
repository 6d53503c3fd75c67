"""A server that was begun: its record in the state file, and whether it is still that one.

Bias: a process or a container that cannot be proved ours counts as not running.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json

from kg.local.home import Home, write_private

__all__ = ["Server", "forget", "load", "save"]

USER = "neo4j"


@dataclasses.dataclass(frozen=True, slots=True)
class Server:
    """Where a server answers, how to log in, and what proves that it is ours."""

    uri: str
    user: str
    password_file: str
    port: int
    via: str  # "java" or "docker"
    pid: int = 0  # of the Java process; 0 in Docker
    started: str = ""  # when the process began, as the system tells it: a pid can be used again
    container: str = ""  # its id; empty without Docker

    @classmethod
    def at(cls, home: Home, port: int, via: str) -> Server:
        """A server on that port, whose process is not known yet."""
        return cls(f"bolt://127.0.0.1:{port}", USER, str(home.password_file), port, via)


def load(home: Home) -> Server | None:
    """The server of the state file; None without one, or if the file was cut or altered."""
    with contextlib.suppress(OSError, ValueError, TypeError):
        return Server(**json.loads(home.state.read_text("utf-8")))
    return None


def save(home: Home, server: Server) -> None:
    """Note what runs, and how to begin it again."""
    write_private(home.last, json.dumps({"port": server.port, "via": server.via}))
    write_private(home.state, json.dumps(dataclasses.asdict(server), indent=2))


def forget(home: Home) -> None:
    """Note that nothing runs."""
    home.state.unlink(missing_ok=True)
