"""All that takes long: `python -m tests.soak [--quick] [--only WORD] [--without-server]`.

Prints one table of figures and ends with 1 where anything was lost, doubled or wrong. It begins
a Neo4j of its own, which it kills and empties, and ends it; it touches no other.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.graph.stores import emptied, file
from tests.soak import disks, runs, server
from tests.soak.figures import Figures, table, timed

Run = tuple[str, Callable[[], Figures]]


def of_files(folder: Path, *, quick: bool) -> Iterator[Run]:
    """What is done with SQLite files."""
    yield "sqlite-kills", partial(runs.kills, file, folder / "kills", 40 if quick else 300)
    yield "sqlite-steps", partial(runs.steps, file, folder / "steps", 1 if quick else 10)
    yield "sqlite-limits", partial(disks.limits, folder / "limits")
    yield "sqlite-disks", partial(disks.disks, folder / "disks")
    for name, run in runs.common(file, folder, quick=quick, longest=(6, 400)):
        yield f"sqlite-{name}", run


def of_server(own: server.Own, folder: Path, *, quick: bool) -> Iterator[Run]:
    """What is done with a Neo4j server."""
    fresh = emptied(own.address)
    often = partial(runs.kills, fresh, folder, within=server.WITHIN, whole=5)
    yield "neo4j-kills", partial(often, 5 if quick else 50)
    yield "neo4j-steps", partial(runs.steps, fresh, folder)
    yield "neo4j-cuts", partial(server.cuts, own.address, folder, 12 if quick else 100)
    for name, run in runs.common(fresh, folder, quick=quick, longest=(4, 200)):
        yield f"neo4j-{name}", run
    yield "neo4j-server", partial(server.server_kills, own, folder, 2 if quick else 20)


def carried_out(found: Iterator[Run], only: str) -> Iterator[Figures]:
    """Each run whose name has that word, told as it ends."""
    for name, run in found:
        if only in name:
            figures = timed(run)._replace(what=name)
            sys.stderr.write(table([figures]).split("\n", 1)[1] + "\n")
            yield figures


def main() -> int:
    """Carry out what is asked for."""
    asked = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    asked.add_argument("--quick", action="store_true", help="a short version of each")
    asked.add_argument("--only", default="", metavar="WORD", help="runs with this in their name")
    asked.add_argument("--without-server", action="store_true", help="SQLite alone")
    given = asked.parse_args()
    done: list[Figures] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        done += carried_out(of_files(folder, quick=given.quick), given.only)
        if not given.without_server and "sqlite" not in given.only:
            with server.own(folder / "server") as own:
                done += carried_out(of_server(own, folder, quick=given.quick), given.only)
    sys.stdout.write(table(done) + "\n")
    return 0 if all(figures.sound for figures in done) else 1


if __name__ == "__main__":
    sys.exit(main())
