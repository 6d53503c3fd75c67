"""Two stores told the same, and whether they end equal.

`python -m tests.soak.parity [--stories N] [--seed N] --store A --store B [SOURCE…]` brings the
sources (files, through the whole pipeline) and N generated stories into each store, which must be
empty, and prints SHA-256 digests: of the canonical rows, of the state graph, of all that a store
can say. Ends with 1 where they differ. `KG_PARITY_SOURCES` may name the sources instead, divided
as paths are; the environment says who opens a server.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import NamedTuple

from kg.graph.contract import Store
from kg.graph.export import jsonl
from kg.pipeline import How, ingest
from tests.graph.generated import stories
from tests.graph.stores import digest_of, open_at

KNOWN = "2025-07-01T12:00:00Z"
AT_ONCE = 100
"""Generated stories that are written in one transaction."""
LOOKED_UP = 300
"""Entities that are also asked for one by one."""


class Digests(NamedTuple):
    """What a store says, three ways, how many stories it holds, and how long they took."""

    rows: str
    edges: str
    everything: str
    stories: int
    seconds: float


def digests(address: str, sources: Sequence[str], count: int, seed: int) -> Digests:
    """Tell the store all of it."""
    begun = time.monotonic()
    with closing(open_at(address)) as store:
        if store.story_ids():
            sys.exit(f"{address} is not empty")
        for taken in ingest(sources, store, known_from=KNOWN, how=How()):
            for setback in taken.aside:
                sys.stderr.write(f"{setback.where}: {setback.why}\n")
        batch = list(stories(count, seed))
        for at in range(0, count, AT_ONCE):
            store.add(batch[at : at + AT_ONCE], known_from=KNOWN)
        seconds = time.monotonic() - begun
        return Digests(
            _hashed(_rows(store)),
            _hashed(edge.model_dump_json() for edge in store.view().edges()),
            digest_of(store, most=LOOKED_UP),
            len(store.story_ids()),
            seconds,
        )


def _rows(store: Store) -> Iterator[str]:
    stream = io.StringIO()
    jsonl(store, stream)
    yield stream.getvalue()


def _hashed(lines: Iterator[str]) -> str:
    sums = hashlib.sha256()
    for line in lines:
        sums.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return sums.hexdigest()


def main() -> int:
    """Tell both stores and compare."""
    asked = argparse.ArgumentParser(prog="python -m tests.soak.parity", description=__doc__)
    asked.add_argument("--stories", type=int, default=0, metavar="N", help="generated stories")
    asked.add_argument("--seed", type=int, default=1, metavar="N", help="which generated stories")
    asked.add_argument("--store", action="append", required=True, help="give it twice or more")
    asked.add_argument("sources", nargs="*", metavar="SOURCE")
    given = asked.parse_args()
    named = os.environ.get("KG_PARITY_SOURCES", "")
    sources = given.sources or [path for path in named.split(os.pathsep) if path]
    found = [digests(address, sources, given.stories, given.seed) for address in given.store]
    for address, one in zip(given.store, found, strict=True):
        sys.stdout.write(f"{address}: {one.stories} stories in {one.seconds:.1f} s\n")
        sys.stdout.write(f"  rows {one.rows}\n  edges {one.edges}\n  all {one.everything}\n")
    same = len({one[:4] for one in found}) == 1
    sys.stdout.write("equal\n" if same else "NOT EQUAL\n")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
