"""Processes killed with -9 while they write to a store, and what must be true of it afterwards."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Self

from kg.graph.contract import silent
from tests.graph.adding import DEEDS, work
from tests.graph.cast import Chance
from tests.graph.stores import digest_of, open_at

ROOT = Path(__file__).parents[2]
WHILE = 12_000
"""Microseconds within which a writer is killed after the last deed that was waited for."""


class Ended(NamedTuple):
    """A store whose writer ended: its address, how many deeds were acknowledged, and how it did."""

    address: str
    acknowledged: int
    status: int
    failure: str = ""


class Runner:
    """One long-lived process that starts writers, so that each costs no start-up."""

    _pending = ""

    def __enter__(self) -> Self:
        """Start it."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.graph.adding"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self._process.communicate()

    def begin(self, address: str, step: str = "", at: int = -1) -> int:
        """Start a writer that kills itself at this step of a deed, if any; gives its pid."""
        assert self._process.stdin is not None
        self._address, self._said, self._pending = address, 0, ""
        self._process.stdin.write(json.dumps([address, step, at]) + "\n")
        self._process.stdin.flush()
        return int(self._line().split()[1])

    def _line(self) -> str:
        assert self._process.stdout is not None
        line, self._pending = self._pending or self._process.stdout.readline(), ""
        return line

    def wait(self, deeds: int) -> None:
        """Wait until so many further deeds are acknowledged."""
        for _ in range(deeds):
            assert self.goes_on()

    def goes_on(self) -> bool:
        """Wait for one further deed; False where the writer fails or is done."""
        line = self._line()
        if not line.strip().isdigit():
            self._pending = line
            return False
        self._said += 1
        return True

    def ended(self) -> Ended:
        """Wait for the writer's end."""
        failure, line = "", self._line()
        while not line.startswith("end "):
            if line.strip().isdigit():
                self._said += 1
            else:
                failure = line.strip()
            line = self._line()
        return Ended(self._address, self._said, int(line.split()[1]), failure)

    def kill_at(self, address: str, step: str, at: int) -> Ended:
        """A writer that killed itself at this step of a deed."""
        self.begin(address, step, at)
        return self.ended()

    def kill_after(self, address: str, deeds: int, pause: float) -> Ended:
        """A writer that was killed so many seconds after so many deeds."""
        pid = self.begin(address)
        self.wait(deeds)
        time.sleep(pause)
        os.kill(pid, signal.SIGKILL)
        return self.ended()


def moment(number: int, within: int = WHILE) -> tuple[int, float]:
    """When to kill the writer of that number: after so many deeds, and so many seconds more."""
    chance = Chance("kill", number)
    return chance.below(len(DEEDS) - 1), chance.below(within) / 1e6


def prefixes(address: str) -> list[str]:
    """What a store says after no deed, after one, and so on."""
    with closing(open_at(address)) as store:
        found = [digest_of(store, most=0)]
        for deed in DEEDS:
            deed(store, silent)
            found.append(digest_of(store, most=0))
    return found


class Held(NamedTuple):
    """What was found in a store whose writer ended: deeds kept, and what is wrong with it."""

    kept: int
    wrong: str


def examine(ended: Ended, expected: list[str], *, whole: bool = True) -> Held:
    """Hold the store against what was acknowledged.

    All that was acknowledged must be there, the deed under way wholly or not at all. With `whole`
    a rebuild must change nothing, and doing it all again must end as if nothing had happened.
    """
    done = ended.acknowledged
    with closing(open_at(ended.address)) as store:
        store.clear("")  # a write: it waits for one that a server may still be ending
        found = digest_of(store, most=0)
        if found not in expected[done : done + 2]:
            return Held(-1, "lost" if found in expected[:done] else "half")
        kept = done + expected[done : done + 2].index(found)
        if not whole:
            return Held(kept, "")
        store.rebuild()
        if digest_of(store, most=0) != found:
            return Held(kept, "not as rebuilt")
    work(ended.address, done=lambda _: None)
    with closing(open_at(ended.address)) as store:
        return Held(kept, "" if digest_of(store, most=0) == expected[-1] else "not as undisturbed")
