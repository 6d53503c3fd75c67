"""What the stores cost beside the bare database, on the same rows in the same run.

    python benchmarks/store.py [--edges N] [--neo4j URL] [--rounds N]

Load and upsert: the store's own writing of state edges beside `sqlite3.executemany` and the bare
driver's UNWIND of the same rows, in transactions of the same size, with the same indexes. Reading:
one thing's edges, and all that is reached over 2 and 4 hops of confidence >= 0.5, by the store's
view and by the database's own query language; both must reach the same things. Without an address
a Neo4j is started as `kg up` does it. Times are medians of the rounds; a ratio is ours to bare.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

from benchmarks.bare import BareNeo4j, BareSqlite
from kg import local
from kg.credentials import access
from kg.graph.bolt import Access, Link
from kg.graph.embedded import Embedded
from kg.graph.facts import Facts
from kg.graph.ledger import Ledger, Rested, slices
from kg.graph.neo4j import Server
from kg.graph.view import Kept, keep
from kg.settings import load
from schemas.answer import StateEdge, Support
from schemas.claim import Claim, Resolved
from schemas.evidence import Piece, Source, Story, digest
from schemas.when import When

BATCH = 10_000
"""Rows in one transaction."""
TYPES = ("SUPPLIES", "ACQUIRES", "OWNS", "LENDS_TO", "COMPETES_WITH", "PARTNERS_WITH")
PUBLISHED = "2025-06-09"
KNOWN = "2025-06-10T00:00:00.000000+00:00"
CITED = 4
"""Nodes for each claim: five edges a node, so that twenty edges cite one claim."""
STARTS = 20
"""Nodes from which the walks begin: from the busiest to an ordinary one."""


def number(*parts: object) -> int:
    """A number that is the same for the same parts, evenly spread over 32 bits."""
    return int(hashlib.blake2b(repr(parts).encode(), digest_size=4).hexdigest(), 16)


def node(at: int) -> str:
    """The id of a firm."""
    return f"firm:{at:06d}"


@cache
def story(at: int) -> Resolved:
    """A story of one claim; its ends do not matter here."""
    text = f"The firm said on Monday that it has dealt with its neighbour under contract {at}."
    source = Source(uri=f"file:{at}.txt", sha256=digest(text), encoding="utf-8", loader="plain",
                    text=text)  # fmt: skip
    told = Story(
        story_id=digest("story", str(at)), source=source, text=text, publisher="The Ledger",
        pieces=(Piece(at=0, length=len(text), start=0, end=len(text)),),
        published=When(text=PUBLISHED),
    )  # fmt: skip
    claim = Claim(
        story_id=told.story_id, claim_id=digest("claim", str(at)), head="Firm 0 AG",
        head_type="Firm", head_node=node(0), type="OWNS", tail="Firm 1 AG", tail_type="Firm",
        tail_node=node(1), status="asserted", quote=text, start=0, end=len(text), confidence=0.8,
        rule="bench",
    )  # fmt: skip
    return Resolved(story=told, entities=(), claims=(claim,))


def edge(at: int, nodes: int, version: int = 0) -> StateEdge:
    """A state edge with one support; few firms have many edges, most have few."""
    head = number("head", at) % nodes
    # the square of an even share: firms of a low number are hubs
    tail = int(nodes * (number("tail", at) / 2**32) ** 2)
    tail = tail if tail != head else (tail + 1) % nodes
    told = story(at % (nodes // CITED + 1))
    support = Support(
        claim_id=told.claims[0].claim_id, story_id=told.story.story_id, quote=told.story.text,
        start=0, end=len(told.story.text), publisher=told.story.publisher, published=PUBLISHED,
        status="asserted", source=told.story.source.uri,
    )  # fmt: skip
    return StateEdge(
        edge_id=digest("edge", str(at)), head=node(head), type=TYPES[at % len(TYPES)],
        tail=node(tail), status="asserted", known_from=KNOWN,
        confidence=((number("sure", at) + version) % 90 + 10) / 100, claims=(support,),
    )  # fmt: skip


def batches(count: int, nodes: int, version: int = 0) -> Iterator[list[StateEdge]]:
    """The edges in transactions."""
    for run in slices(range(count), BATCH):
        yield [edge(at, nodes, version) for at in run]


def facts(nodes: int) -> Iterator[dict[str, Facts]]:
    """What is known of the firms, in transactions."""
    for run in slices(range(nodes), BATCH):
        yield {node(at): Facts(names={("Firm", f"Firm {at} AG")}) for at in run}


def timed(work: Callable[[], object]) -> float:
    """Wall-clock seconds that the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def fill(ledger: Ledger, nodes: int) -> None:
    """Write the nodes, and the stories whose claims the edges cite."""
    for run in facts(nodes):
        known, now = run, {n: n for n in run}

        def put(known: dict[str, Facts] = known, now: dict[str, str] = now) -> None:
            ledger.put_facts(known, now)
            ledger.settle(known.keys(), ())

        ledger.write(put)
    for at in slices(range(nodes // CITED + 1), BATCH):
        told = [(story(n), keep(story(n), KNOWN)) for n in at]

        def tell(told: list[tuple[Resolved, Kept]] = told) -> None:
            ledger.put(told)
            ledger.put_claims([Rested(c, None) for r, _ in told for c in r.claims])
            ledger.settle((), {r.story.story_id for r, _ in told})

        ledger.write(tell)


def draw(ledger: Ledger, edges: Sequence[StateEdge], *, new: bool) -> None:
    """Write the edges in one transaction."""
    fresh = [e.edge_id for e in edges] if new else []
    ledger.write(lambda: ledger.draw(edges, fresh=fresh))


def race(
    ledger: Ledger, bare: BareSqlite | BareNeo4j, count: int, nodes: int, version: int
) -> tuple[list[float], list[float]]:
    """Seconds for each transaction of edges, ours and bare; they take turns."""
    ours, theirs = [], []
    for run in batches(count, nodes, version):
        rows = bare.rows(run)
        ours.append(timed(lambda run=run: draw(ledger, run, new=not version)))
        theirs.append(timed(lambda rows=rows: bare.put(rows, new=not version)))
    return ours, theirs


def report(what: str, count: int, ours: Sequence[float], theirs: Sequence[float]) -> None:
    """One line of the table: rows a second, and the ratio of the medians of transactions."""
    mine, bare = statistics.median(ours), statistics.median(theirs)
    size = count / len(ours)
    print(f"  {what:30} {size / mine:10.0f} rows/s   bare {size / bare:10.0f} rows/s"
          f"   ratio {mine / bare:5.2f}   (all: {sum(ours) / sum(theirs):.2f})")


def reached(ledger: Ledger, start: str, hops: int) -> int:
    """How many things can be reached, by the store's edges."""
    seen, rim = {start}, {start}
    for _ in range(hops):
        edges = ledger.edges(heads=rim) if rim else iter(())
        rim = {e.tail for e in edges if e.confidence >= 0.5} - seen
        seen |= rim
    return len(seen) - 1


def walk(ledger: Ledger, bare: BareSqlite | BareNeo4j, hops: int, rounds: int) -> None:
    """Compare the two ways to walk; both must reach the same number."""
    starts = [node(at * at) for at in range(STARTS)]
    mine, theirs, count = [], [], 0
    for start in starts:
        found = reached(ledger, start, hops), bare.reached(start, hops)
        if found[0] != found[1]:
            raise SystemExit(f"{start}: {found[0]} and {found[1]} reached over {hops} hops")
        count += found[0]
        mine += [timed(lambda s=start: reached(ledger, s, hops)) for _ in range(rounds)]
        theirs += [timed(lambda s=start: bare.reached(s, hops)) for _ in range(rounds)]
    print(f"  {hops} hops, {count / STARTS:7.0f} reached       "
          f"{statistics.median(mine) * 1e3:10.2f} ms       by query "
          f"{statistics.median(theirs) * 1e3:7.2f} ms")


def lookup(ledger: Ledger, bare: BareSqlite | BareNeo4j, nodes: int) -> None:
    """One thing's edges, for a thousand things."""
    some = [node(number("look", at) % nodes) for at in range(1000)]
    mine = [timed(lambda n=n: list(ledger.edges(heads=[n]))) for n in some]
    theirs = [timed(lambda n=n: bare.look(n)) for n in some]
    print(f"  one thing's edges              {statistics.median(mine) * 1e3:10.3f} ms       bare "
          f"{statistics.median(theirs) * 1e3:9.3f} ms")


def measure(name: str, ledger: Ledger, bare: BareSqlite | BareNeo4j, sizes: Sizes) -> None:
    """Print the table of one store."""
    print(f"{name}: {sizes.edges} edges, {sizes.nodes} nodes")
    fill(ledger, sizes.nodes)
    bare.fill([node(at) for at in range(sizes.nodes)])
    report("load", sizes.edges, *race(ledger, bare, sizes.edges, sizes.nodes, 0))
    again = min(sizes.edges, 10 * BATCH)
    report("upsert of what is there", again, *race(ledger, bare, again, sizes.nodes, 1))
    lookup(ledger, bare, sizes.nodes)
    for hops in (2, 4):
        walk(ledger, bare, hops, sizes.rounds)
    print(f"  bytes an edge                  {bare.size_of(ledger) / sizes.edges:10.0f}"
          f"          bare {bare.size() / sizes.edges:10.0f}")


class Sizes(argparse.Namespace):
    """How much is measured."""

    edges: int
    rounds: int
    neo4j: str | None
    only: str | None

    @property
    def nodes(self) -> int:
        """A fifth as many nodes as edges."""
        return max(self.edges // 5, 10)


def main() -> None:
    """Measure both stores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--neo4j", metavar="URL")
    parser.add_argument("--only", choices=["sqlite", "neo4j"])
    sizes = parser.parse_args(namespace=Sizes())
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        if sizes.only != "neo4j":
            with closing(Embedded(str(room / "ours.db"))) as store:
                measure("SQLite", store.ledger, BareSqlite(room), sizes)
        if sizes.only != "sqlite":
            on_neo4j(room, sizes)


def on_neo4j(room: Path, sizes: Sizes) -> None:
    """Measure on the server that is named, else on one of our own."""
    if sizes.neo4j:
        server(sizes.neo4j, access(load({**os.environ, "KG_STORE": sizes.neo4j})), None, sizes)
        return
    found = local.up(room / "home", say=print).server
    try:
        secret = Path(found.password_file).read_text("utf-8").strip()
        server(found.uri, Access(found.user, secret), room / "home", sizes)
    finally:
        local.down(room / "home", wipe=True)


def server(url: str, who: Access, files: Path | None, sizes: Sizes) -> None:
    """Measure the store on a server."""
    with closing(Server(Link(url, who))) as store, closing(
        BareNeo4j(url, who, files, TYPES)
    ) as bare:
        measure("Neo4j", store.ledger, bare, sizes)


if __name__ == "__main__":
    main()
