"""A process that is one of several writers of a store, each with stories that others tell too.

`python -m tests.graph.writing ADDRESS WRITER COUNT` waits for a line on stdin, adds COUNT stories
in an order of its own, and says `STORIES KNOWN SECONDS`.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from schemas.claim import Resolved
from tests.graph.cast import Chance
from tests.graph.generated import story
from tests.graph.stores import digest_of, open_at

ROOT = Path(__file__).parents[2]
KNOWN = "2025-07-01"
SHARE = 4
"""Writers that tell the same story, apart from the first and last ones."""


def told(writer: int, count: int) -> list[Resolved]:
    """The stories of a writer, in its own order."""
    first = writer * count // SHARE
    chance = Chance("writer", writer)
    numbers = sorted(range(first, first + count), key=lambda n: (chance.below(10**9), n))
    return [story(number) for number in numbers]


def batches(stories: list[Resolved], chance: Chance) -> Iterator[list[Resolved]]:
    """The stories in batches of one to three."""
    at = 0
    while at < len(stories):
        size = 1 + chance.below(3)
        yield stories[at : at + size]
        at += size


def write(address: str, writer: int, count: int) -> tuple[int, int]:
    """Add the writer's stories; gives how many were new and how many were there."""
    fresh = known = 0
    with closing(open_at(address)) as store:
        for batch in batches(told(writer, count), Chance("size", writer)):
            added = store.add(batch, known_from=KNOWN)
            fresh, known = fresh + added.stories, known + added.known
    return fresh, known


class Written(NamedTuple):
    """What several writers together did: stories they told, wrote, lost, wrote twice; failures."""

    told: int
    written: int
    lost: int
    doubled: int
    errors: list[str]
    same: bool
    seconds: float


def together(address: str, writers: int, count: int) -> Written:
    """Let so many writers at one empty store, at once; `same` as one writer would have left it."""
    command = [sys.executable, "-m", "tests.graph.writing", address]
    open_at(address).close()
    running = [
        subprocess.Popen(
            [*command, str(writer), str(count)], cwd=ROOT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for writer in range(writers)
    ]  # fmt: skip
    for one in running:
        assert one.stdout is not None
        one.stdout.readline()
    begun = time.monotonic()
    for one in running:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    said = [one.communicate() for one in running]
    seconds = time.monotonic() - begun
    errors = [err.strip().splitlines()[-1] for _, err in said if err.strip()]
    written = sum(int(out.split()[0]) for out, _ in said if out.strip())
    ids = {r.story.story_id for writer in range(writers) for r in told(writer, count)}
    with closing(open_at(address)) as store:
        lost = ids - set(store.story_ids())
        found = digest_of(store, most=0)
    same = found == alone(writers, count)
    return Written(
        len(ids), written, len(lost), max(written - len(ids), 0), errors, same, seconds
    )


def alone(writers: int, count: int) -> str:
    """What a store says in which one writer added the stories of all, one after the other."""
    with closing(open_at(":memory:")) as store:
        for writer in range(writers):
            store.add(told(writer, count), known_from=KNOWN)
        return digest_of(store, most=0)


def main(address: str, writer: str, count: str) -> None:
    """Be one writer."""
    told(int(writer), int(count))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    fresh, known = write(address, int(writer), int(count))
    sys.stdout.write(f"{fresh} {known}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
