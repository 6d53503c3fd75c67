"""A port on loopback: whether it is free, who has it, and whether Bolt is spoken there.

Bias: a port that somebody may have counts as taken.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from schemas.errors import StoreError

__all__ = ["LOOPBACK", "choose", "freed", "is_free", "is_loopback", "owner", "speaks_bolt"]

LOOPBACK = "127.0.0.1"
USUAL = 7687  # where Bolt is looked for by default
# The first bytes of a Bolt connection: its mark, then four offers of versions (5.4 to 5.0, 4, 3).
HANDSHAKE = bytes.fromhex("6060b017 00040405 00000004 00000003 00000000")
LISTENS = "0A"  # the state of a listening socket in /proc/net/tcp


def choose(wanted: int, usual: int, say: Callable[[str], None]) -> int:
    """The port that was asked for, StoreError if it is taken; else the usual one or a free one."""
    usual = usual or USUAL
    if is_free(wanted or usual):
        return wanted or usual
    if wanted:
        raise StoreError(
            f"port {wanted} is taken by {owner(wanted)}",
            cure="name another with --port, or none for a free one",
        )
    port = _any_free()
    say(f"port {usual} is taken by {owner(usual)}; using {port}")
    return port


def freed(port: int, *, within: float) -> bool:
    """Whether nobody has the port, or gives it up within that many seconds."""
    until = time.monotonic() + within
    while not is_free(port):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def is_free(port: int) -> bool:
    """Whether nobody listens there and we may."""
    with contextlib.suppress(OSError), socket.create_connection((LOOPBACK, port), timeout=1):
        return False
    with socket.socket() as ours:
        # As a server does: connections that are only closing do not keep a port.
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ours.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def _any_free() -> int:
    with socket.socket() as ours:
        ours.bind((LOOPBACK, 0))
        return int(ours.getsockname()[1])


def speaks_bolt(port: int) -> bool:
    """Whether a server there answers the Bolt handshake with a version."""
    try:
        with socket.create_connection((LOOPBACK, port), timeout=2) as line:
            line.sendall(HANDSHAKE)
            reply = line.recv(4)
    except OSError:
        return False
    return len(reply) == 4 and reply[0] == 0 and reply[3] in {3, 4, 5}


def is_loopback(host: str, port: int) -> bool:
    """Whether the host's name leads to our loopback address, and to no one else's server."""
    if host == "localhost":
        # It can mean ::1 first, where another user's program may listen.
        with contextlib.suppress(OSError), socket.create_connection(("::1", port), timeout=1):
            return False
    return host in {LOOPBACK, "localhost"}


def owner(port: int) -> str:
    """Who listens on the port: program and pid where the system tells us, else in words."""
    sockets = {f"socket:[{inode}]" for inode in _listening(port)}
    for link in Path("/proc").glob("[0-9]*/fd/*"):
        with contextlib.suppress(OSError):
            if str(link.readlink()) in sockets:
                folder = link.parents[1]
                return f"{(folder / 'comm').read_text('utf-8').strip()} (pid {folder.name})"
    return "another program"


def _listening(port: int) -> Iterator[str]:
    """Inodes of the sockets that listen on the port."""
    for table in ("tcp", "tcp6"):
        with contextlib.suppress(OSError):
            for line in (Path("/proc/net") / table).read_text("utf-8").splitlines()[1:]:
                fields = line.split()
                if fields[3] == LISTENS and int(fields[1].rpartition(":")[2], 16) == port:
                    yield fields[9]
