"""A process that adds stories to a store, saying each batch it was told is kept.

`python -m tests.graph.adding STORE [STEP N]`: with a step, it kills itself there in batch N.
"""

from __future__ import annotations

import os
import signal
import sys

from kg.graph.embedded import Embedded
from schemas.claim import Resolved
from tests.graph.factories import NODES, claim, resolved, story

BATCHES, SIZE = 40, 3


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


def main(path: str, step: str = "", at: int = -1) -> None:
    """Add every batch and acknowledge it on stdout."""
    store = Embedded(path)
    for number in range(BATCHES):

        def reached(name: str, number: int = number) -> None:
            if (name, number) == (step, at):
                os.kill(os.getpid(), signal.SIGKILL)

        store.add(batch(number), known_from="2025-07-01", steps=reached)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], *sys.argv[2:3], *map(int, sys.argv[3:4]))
