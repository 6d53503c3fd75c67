"""The server as a Java process of the user's, from the official jars.

Bias: a process is ours only if it began when ours did and its command line names our home.
"""

from __future__ import annotations

import dataclasses
import os
import subprocess
from pathlib import Path

from kg.local import configuration, process
from kg.local.home import Home, make_private, write_private
from kg.local.server import Server
from schemas.errors import StoreError

__all__ = ["alive", "failure", "has_port", "launch", "prepare", "stop"]

# Parts of Java that Neo4j's own start script opens for it.
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
PATIENCE = 60.0  # seconds for the last checkpoint


def prepare(home: Home, java: Path, jars: Path) -> None:
    """Make the server's folders and, before its very first start, set its password."""
    for folder in ("conf", "import", "logs"):
        make_private(home.server / folder)
    known = (home.server / "data" / "dbms" / "auth.ini").exists()
    home.password(known=known)
    if not known:
        _set_password(home, java, jars)


def _set_password(home: Home, java: Path, jars: Path) -> None:
    # The official tool takes the password as an argument, and arguments are everybody's to read.
    # It also takes `@FILE`, a file of arguments: so the list of processes shows only a path.
    done = subprocess.run(  # noqa: S603
        [java, "-cp", jars / "*", "org.neo4j.cli.AdminTool", "dbms", "set-initial-password",
         f"@{home.password_file}"],
        env=_environment() | {"NEO4J_HOME": str(home.server),
                              "NEO4J_CONF": str(home.server / "conf")},
        capture_output=True, text=True, errors="replace", check=False, umask=0o077,
    )  # fmt: skip
    if done.returncode:
        told = (done.stderr or done.stdout).strip().splitlines() or ["no reason told"]
        raise StoreError(
            f"the first password could not be set: {told[-1]}", where=str(home.server),
            cure="`kg down --wipe --yes` begins anew, without the data",
        )  # fmt: skip


def _environment() -> dict[str, str]:
    """Our environment without what would change the server's settings, or is no concern of it."""
    return {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "KG_"))}


def launch(home: Home, port: int, java: Path, jars: Path) -> Server:
    """Begin the process; it may still be starting, or about to fail."""
    write_private(home.server / "conf" / "neo4j.conf", configuration.as_file(port))
    first, most = configuration.HEAP
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]
    command = [
        str(java), f"-Xms{first}", f"-Xmx{most}", "-XX:+ExitOnOutOfMemoryError", *opened,
        "-cp", str(jars / "*"), "org.neo4j.server.CommunityEntryPoint", *_place(home),
    ]  # fmt: skip
    told = home.server / "logs" / "neo4j.log"
    if told.exists():  # so that what it tells is of this start
        told.replace(told.with_name("neo4j.before.log"))
    log = home.server / "logs" / "console.log"
    pid = process.launch(command, log=log, environment=_environment())
    found = process.find(pid)
    server = Server.at(home, port, "java")
    return dataclasses.replace(server, pid=pid, started=found.started if found else "")


def _place(home: Home) -> tuple[str, str]:
    return f"--home-dir={home.server}", f"--config-dir={home.server / 'conf'}"


def _process(home: Home, server: Server) -> process.Process | None:
    """The process of that server, if it is still that one."""
    found = process.find(server.pid)
    ours = found and found.started == server.started and _place(home)[0] in found.command
    return found if ours else None


def alive(home: Home, server: Server) -> bool:
    """Whether the process that was begun still runs."""
    return _process(home, server) is not None


def stop(home: Home, server: Server) -> None:
    """End the process cleanly, after its checkpoint; StoreError if that takes over a minute."""
    found = _process(home, server)
    if not found:
        return
    process.terminate(found)
    if not process.ended(found, within=PATIENCE):
        raise StoreError(
            f"the server (pid {server.pid}) was asked to stop and still writes",
            cure="wait, then `kg down` again; killing it can cost the last writes",
        )


def has_port(home: Home) -> bool:
    """Whether the server begun last says that it listens; one that cannot have its port ends."""
    return any("INFO  Started." in line for line in _lines(home.server / "logs" / "neo4j.log"))


def failure(home: Home) -> str:
    """Why the last start failed: what Java printed, else the innermost cause in Neo4j's log."""
    logs = home.server / "logs"
    printed = [line for line in _lines(logs / "console.log") if not line.startswith("Picked up")]
    told = _lines(logs / "neo4j.log")
    # The last cause in a Java trace is the first thing that went wrong.
    errors = [line for line in told if " ERROR " in line or line.startswith("Caused by:")]
    last = printed[:1] or errors[-1:] or told[-1:] or ["no reason told"]
    return f"{last[0].removeprefix('Caused by:').strip()[:300]} (more in {logs})"


def _lines(path: Path) -> list[str]:
    """The lines of a log, without empty ones; none if it is not there."""
    text = path.read_text("utf-8", errors="replace") if path.exists() else ""
    return [line for line in text.splitlines() if line.strip()]
