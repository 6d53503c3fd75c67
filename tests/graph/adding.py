"""A process that works on stores, saying each deed that it was told is kept.

`python -m tests.graph.adding` reads tasks from stdin, one JSON list a line: `[address, step, at]`.
Each is carried out by a fork of its own, which costs no start-up, and kills itself at that step
of deed `at` (none: ""). It says `start PID`, a line for each deed that is kept, `failed WHY` where
the store refused one, and `end STATUS`.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable

from kg.graph.contract import Store, silent
from kg.resolve.judged import judgement
from schemas.claim import Resolved
from schemas.errors import StoreError
from schemas.evidence import Setback
from schemas.judgement import Judgement
from tests.graph.factories import NODES, claim, resolved, story
from tests.graph.stores import open_at

BATCHES, SIZE = 40, 3
KNOWN = "2025-07-01"
MERGE = judgement(sort="merge", ends=("firm:keld", "firm:tavola"), who="me", made="2025-07-02")
RETRACT = judgement(sort="retract", ends=("s020", ""), who="me", made="2025-07-03")
Steps = Callable[[str], None]
Deed = Callable[[Store, Steps], object]


def batch(number: int) -> list[Resolved]:
    """The stories of one batch; the same for the same number."""
    firms = [node for node, label, _ in NODES if label == "Firm"]
    told = []
    for at in range(number * SIZE, number * SIZE + SIZE):
        one = story(f"s{at:03d}", f"Story {at} tells of a deal.", published="2025-06-09")
        ends = firms[at % len(firms)], firms[(at + 1 + at // len(firms)) % len(firms)]
        claims = (
            claim(one, ends[0], "ACQUIRES", ends[1]),
            claim(one, "country:no", "IMPOSES", "policy:levy"),
            claim(one, "policy:levy", "TARGETS", ends[0]),
        )
        names = ((firms[2], "Firm", "Orrin"),) if at == 20 else ()
        told.append(resolved(one, *claims, names=names))
    return told


def _add(number: int) -> Deed:
    return lambda store, steps: store.add(batch(number), known_from=KNOWN, steps=steps)


def _judge(made: Judgement) -> Deed:
    return lambda store, _: store.judge(made)


def _undo(made: Judgement) -> Judgement:
    ends = made.judgement_id, ""
    return judgement(sort="undo", ends=ends, who="me", made="2025-07-04")


DEEDS: tuple[Deed, ...] = (
    *map(_add, range(10)),
    _judge(MERGE),
    *map(_add, range(10, 20)),
    _judge(RETRACT),
    lambda store, _: store.set_aside(Setback(where="a.txt", why="empty")),
    *map(_add, range(20, 30)),
    _judge(_undo(MERGE)),
    lambda store, _: store.rebuild(),
    *map(_add, range(30, BATCHES)),
    _judge(_undo(RETRACT)),
)
"""All that the process does, in order; doing it once more changes nothing."""


def work(address: str, step: str = "", at: int = -1, done: Callable[[int], None] = print) -> None:
    """Do every deed; `done` is told of each that is kept."""
    store = open_at(address)
    for number, deed in enumerate(DEEDS):

        def reached(name: str, number: int = number) -> None:
            if (name, number) == (step, at):
                os.kill(os.getpid(), signal.SIGKILL)

        deed(store, reached if step else silent)
        done(number)
    store.close()


def say(*words: object) -> None:
    """One line that arrives whole, and at once, or not at all."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def _carry_out(address: str, step: str, at: int) -> None:
    """The task of a fork, which ends with it."""
    say("start", os.getpid())
    try:
        work(address, step, at, done=say)
    except StoreError as error:
        say("failed", error)
        os._exit(1)
    os._exit(0)


def main() -> None:
    """Carry out task after task, each in a fork."""
    for line in sys.stdin:
        pid = os.fork()
        if not pid:
            _carry_out(*json.loads(line))
        say("end", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


if __name__ == "__main__":
    main()
