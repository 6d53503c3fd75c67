"""A process that fills a store until its disk is full, and says what became of it.

`python -m tests.graph.filling FILE LIMIT` may write files of LIMIT bytes only (0: no limit). It
says how many batches were acknowledged, and the one line of the error that ended it.
"""

from __future__ import annotations

import resource
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from schemas.errors import StoreError
from tests.graph.adding import BATCHES, KNOWN, batch
from tests.graph.stores import open_at

ROOT = Path(__file__).parents[2]


class Filled(NamedTuple):
    """How the filling of a store ended."""

    acknowledged: int
    error: str
    kept: int


def fill(path: Path, limit: int = 0) -> Filled:
    """Fill the store in another process; `kept` is how many whole batches are in it."""
    count, error = until_full(path, limit)
    return Filled(count, error, kept(path))


def until_full(path: Path, limit: int = 0) -> tuple[int, str]:
    """Fill the store in another process: how many batches it was told are kept, and the error."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.graph.filling", str(path), str(limit)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    count, _, error = done.stdout.strip().partition(" ")
    return int(count), error


def kept(path: Path) -> int:
    """How many batches the store holds, each whole or not at all."""
    with closing(open_at(str(path))) as store:
        ids = set(store.story_ids())
        whole = [number for number in range(BATCHES) if ids >= names(number)]
        assert ids == set().union(*map(names, whole))
        return len(whole)


def names(number: int) -> set[str]:
    """The ids of a batch's stories."""
    return {r.story.story_id for r in batch(number)}


def main(path: str, limit: str) -> None:
    """Fill it."""
    if int(limit):
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
    number, said = 0, ""
    try:
        store = open_at(path)
        for number in range(BATCHES):
            store.add(batch(number), known_from=KNOWN)
        number = BATCHES
    except StoreError as error:
        said = str(error)
    sys.stdout.write(f"{number} {said}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
