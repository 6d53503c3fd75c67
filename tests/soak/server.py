"""The runs of a soak that need a server of our own: one that may be emptied, killed and cut off."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from kg import local
from kg.local.port import is_free
from tests.graph.killing import Runner, examine, moment, prefixes
from tests.graph.stores import emptied
from tests.neo4j_server import a_port, cache
from tests.soak.cutting import cut_off
from tests.soak.figures import Figures
from tests.soak.runs import found

WITHIN = 100_000
"""Microseconds within which a process is killed: a deed on a server takes about as many."""


class Own:
    """A server begun by `kg.local`, which can be killed and begun again; its data stays."""

    def __init__(self, home: Path) -> None:
        self.home, self._port = home, a_port()
        self.address = self.begin()

    def begin(self) -> str:
        """Begin it, again if need be; gives its address and lets this process and its own in."""
        server = local.up(self.home, port=self._port, via="java", cache=cache()).server
        os.environ["KG_NEO4J_USER"] = server.user
        os.environ["KG_NEO4J_PASSWORD_FILE"] = server.password_file
        return server.uri

    def kill(self) -> None:
        """Kill it as the system would, and wait until it and its connections are gone."""
        server = local.running(self.home)
        assert server is not None
        os.kill(server.pid, signal.SIGKILL)
        while local.running(self.home) or not is_free(self._port):
            time.sleep(0.01)


@contextlib.contextmanager
def own(home: Path) -> Iterator[Own]:
    """A server for as long as it is needed; then it is ended and its data deleted."""
    try:
        yield Own(home)
    finally:
        local.down(home, wipe=True)


def server_kills(server: Own, folder: Path, count: int, *, whole: int = 5) -> Figures:
    """The server killed at any moment of a writer's work and begun again while that tries on.

    Once the writer has gone on, or given up, it is killed too: a server that has just begun is
    slow. Every so many kills the `whole` of what it left is examined.
    """
    expected = prefixes(":memory:")
    fresh, ends, held = emptied(server.address), [], []
    with Runner() as runner:
        for number in range(count):
            deeds, pause = moment(number, WITHIN)
            writer = runner.begin(fresh(folder))
            runner.wait(deeds)
            time.sleep(pause)
            server.kill()
            server.begin()
            if runner.goes_on():
                with contextlib.suppress(ProcessLookupError):  # it was quick
                    os.kill(writer, signal.SIGKILL)
            ends.append(runner.ended())
            held.append(examine(ends[-1], expected, whole=number % whole == whole - 1))
    return found("server killed at any moment", ends, held)


def cuts(address: str, folder: Path, count: int) -> Figures:
    """Connections cut around the COMMIT of a write."""
    done = cut_off(emptied(address)(folder), count)
    what = f"connections cut ({done.refused} refused, {done.unsure} of them kept)"
    errors = (*done.failed, *(() if done.same else ("not as undisturbed",)))
    return Figures(what, done.cuts, done.acknowledged, done.lost, done.doubled, errors)
