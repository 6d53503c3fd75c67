"""A process that outlives the program that began it, known by its start time and command line.

A pid alone proves nothing: the system gives it to another process after a crash or a restart.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

__all__ = ["Process", "ended", "find", "launch", "terminate"]

PROC = Path("/proc")
# The shell leaves at once: the process belongs to the system, which reaps it when it ends.
DETACHED = '"$@" >"$0" 2>&1 </dev/null & echo $!'


class Process(NamedTuple):
    """A process that runs: its pid, when it began (opaque text), its command line."""

    pid: int
    started: str
    command: str


def launch(command: Sequence[str], *, log: Path, environment: Mapping[str, str]) -> int:
    """Begin a process of its own session, its output in the log (mode 0600); gives its pid."""
    done = subprocess.run(  # noqa: S603  (a fixed shell line; words of the command stay words)
        ["/bin/sh", "-c", DETACHED, str(log), *command],
        cwd="/", env=dict(environment), stdout=subprocess.PIPE, check=True, text=True,
        start_new_session=True, umask=0o077,
    )  # fmt: skip
    return int(done.stdout)


def find(pid: int) -> Process | None:
    """The process of that pid; None if there is none, or it has ended and only waits to go."""
    return _of_proc(pid) if (PROC / "self").exists() else _of_ps(pid)


def _of_proc(pid: int) -> Process | None:
    try:
        command = (PROC / str(pid) / "cmdline").read_bytes()
        stat = (PROC / str(pid) / "stat").read_text("utf-8", errors="replace")
    except OSError:
        return None
    started = stat.rpartition(")")[2].split()[19]  # field 22 of proc(5): clock ticks since boot
    words = command.replace(b"\0", b" ").decode(errors="replace").strip()
    return Process(pid, started, words) if words else None


def _of_ps(pid: int) -> Process | None:
    done = subprocess.run(  # noqa: S603
        ["/bin/ps", "-ww", "-o", "lstart=,command=", "-p", str(pid)],
        stdout=subprocess.PIPE, check=False, text=True, env={"LC_ALL": "C"},
    )  # fmt: skip
    words = done.stdout.split()  # weekday, month, day, time, year, then the command
    return Process(pid, " ".join(words[:5]), " ".join(words[5:])) if len(words) > 5 else None


def terminate(process: Process) -> None:
    """Ask the process to end; nothing happens if it has."""
    if find(process.pid) == process:
        os.kill(process.pid, signal.SIGTERM)


def ended(process: Process, *, within: float) -> bool:
    """Whether the process has ended, or does so within that many seconds."""
    until = time.monotonic() + within
    while find(process.pid) == process:
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
