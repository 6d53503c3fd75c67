"""What a question costs on graphs of 10^4 to 10^7 edges, beside the bare libraries in one run.

    python -m benchmarks.exposure [--only PART ...] [--most N] [--stores N] [--neo4j URL]
                                  [--rounds N] [--cpu]

`local`: a supply and a demand shock at firms drawn at random, four hops, warm, on arrays, under
terms that are bound: the push alone, without paths. The sizes take turns, round by round. p50 and
p95 of the questions (each the median of its rounds), how many things were reached (p50 / p95),
bytes of an edge that questions read (and with its id), and how many edges the busiest thing has.
Once more on a world without markets (see `graphs`), where four hops reach much of everything:
there the answer is large, and so is its cost.

`whole`: twenty products of a scenario (the product, what happens inside the nodes, clipping, the
largest change) beside as many bare SciPy products of the same matrix with one vector. The fold of
that matrix, once for one set of terms, is told beside it and is in neither.

`stores`: the projection of a SQLite store, cold (for 10^6 edges) and from its cache.

`walks`: all that is reached in four hops, however faint. networkx and rustworkx walk a graph of
places that was made from our crossings, in which the terms are folded in; their breadth-first
walks find places, ours weighs edges and adds up masses as well. Where Neo4j runs, it is asked for
the same places of the same graph. Then scores: on a graph without rings, ours beside the signed
products of factors that are added up over all paths by networkx, and in Cypher; a place to which
one path alone leads has that path's product. The places' factors come from the kernel: whether
these are right is what the tests against the oracle say. Last, in the store itself, the Cypher
of `kg.graph.cypher.paths`: its paths that can carry the shock from channel to channel lead to the
things that a push reaches (a path has a thing once, a push may come back: the two can differ).

Neo4j: the empty database that is named, else one begun as `kg up` does it, else a line that says
it was left out. Times are medians of wall-clock time over the rounds, or with `--cpu` of this
process's own time, for a machine that has other things to do (not where a server is asked: there
both sides are wall-clock). A ratio is ours to theirs. Sizes are those that were asked for; loops
and repetitions are left out of the graphs.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks import graphs, queries, walks
from benchmarks.graphs import bound, built, starts
from kg.exposure.kernel import Kernel, kernel_of
from kg.exposure.kernel.projection import Real
from kg.exposure.kernel.push import push
from kg.exposure.kernel.terms import Bound
from kg.exposure.kernel.whole import fold, radius, scenario
from kg.graph.embedded import Embedded
from kg.graph.facts import Facts
from kg.graph.ledger import Ledger, slices

BATCH = 10_000
HOPS, EPSILON = 4, 1e-4
PRODUCTS = 20
PARTS = ("local", "whole", "stores", "walks")
WALKED, ADDED, STORED = 100_000, 10_000, 2_000
"""Edges of the graphs that are walked, whose paths are added up, and that is asked in its store."""
WALKS = 30
"""Starts of the walks."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Seconds of each question and how many things it reached."""

    seconds: Real
    reached: Real

    def line(self) -> str:
        """p50 and p95 in milliseconds, and what was reached."""
        low, high = np.percentile(self.seconds, [50, 95]) * 1e3
        some, many = np.percentile(self.reached, [50, 95])
        return f"p50 {low:7.2f} ms  p95 {high:7.2f} ms  (reached {some:6.0f} / {many:6.0f})"

    @property
    def middle(self) -> float:
        """The median, in seconds."""
        return float(np.median(self.seconds))


clock: Callable[[], float] = time.perf_counter


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    began = clock()
    work()
    return clock() - began


def ask(worlds: Sequence[tuple[Bound, list[int]]], rounds: int) -> list[Asked]:
    """Each world's nodes with a supply and a demand shock; the worlds take turns, round by round.

    So that a machine which others use too is as busy for the one as for the other.
    """
    seconds = [np.zeros((rounds, 2 * len(nodes))) for _, nodes in worlds]
    reached = [np.zeros(2 * len(nodes)) for _, nodes in worlds]
    for turn in range(-1, rounds):  # one round more to warm up: the first is written over
        for world, (terms, nodes) in enumerate(worlds):
            asked = [(node, channel) for node in nodes for channel in ("supply", "demand")]
            for at, (node, channel) in enumerate(asked):
                began = clock()
                found = push(terms, [(node, channel, -1.0)], hops=HOPS, epsilon=EPSILON)
                seconds[world][max(turn, 0), at] = clock() - began
                reached[world][at] = len(found.node)
    return [Asked(np.median(s, axis=0), r) for s, r in zip(seconds, reached, strict=True)]


def local(sizes: Sequence[int], rounds: int) -> None:
    """Print what local questions cost on graphs of these sizes."""
    print(f"local question, {HOPS} hops, evidence alone")
    every = [built(size) for size in sizes]
    found = ask([(bound(graph), starts(made, graph)) for made, graph in every], rounds)
    for (_, graph), asked in zip(every, found, strict=True):
        busiest = int((np.diff(graph.out.start) + np.diff(graph.in_.start)).max())
        own, ids = graph.size() / graph.edges, graph.identity.nbytes / graph.edges
        print(f"{graph.edges:9d} edges  {asked.line()}  {own:4.1f} bytes an edge"
              f"  (with ids {own + ids:4.1f})  busiest {busiest}")  # fmt: skip
    if sizes[-2:] == [10**6, 10**7]:
        print(f"  p50 of 10^7 to 10^6 edges: {found[-1].middle / found[-2].middle:.2f}")
    print("the same in a world without markets")
    every = [built(size, 1.0) for size in sizes if size <= 10**6]
    found = ask([(bound(graph), starts(made, graph)) for made, graph in every], rounds)
    for (_, graph), asked in zip(every, found, strict=True):
        print(f"{graph.edges:9d} edges  {asked.line()}")


def whole(count: int, rounds: int) -> None:
    """Print what a whole-graph scenario costs beside its bare products."""
    made, graph = built(count)
    terms, nodes = bound(graph), starts(made, graph)
    began = clock()
    all_ = fold(terms)
    folding = clock() - began
    entries = [(node, "supply", -1.0) for node in nodes]
    vector = np.random.default_rng(1).random(all_.matrix.shape[1], dtype=np.float32)
    ours, bare = [], []
    for _ in range(rounds):
        bare.append(timed(lambda: [all_.matrix @ vector for _ in range(PRODUCTS)]))
        ours.append(timed(lambda: scenario(all_, entries, hops=PRODUCTS)))
    to_end = scenario(all_, entries)
    mine, theirs = statistics.median(ours), statistics.median(bare)
    print(f"{graph.edges:9d} edges  {mine / PRODUCTS * 1e3:8.2f} ms a product   bare "
          f"{theirs / PRODUCTS * 1e3:8.2f} ms   ratio {mine / theirs:4.2f}   fold {folding:5.2f} s"
          f"   {'settled' if to_end.settled else 'not settled'} after {to_end.products},"
          f" {to_end.clipped} places clipped, radius {radius(all_):.2f}")  # fmt: skip


def fill(ledger: Ledger, made: graphs.Drawn) -> None:
    """Write the graph's nodes and edges into a store."""
    for label, low, high in zip(made.labels, made.begin[:-1], made.begin[1:], strict=True):
        for run in slices(range(int(low), int(high)), BATCH):
            facts = {made.node(n): Facts(names={(label, f"{label} {n}")}) for n in run}
            now = {n: n for n in facts}

            def put(facts: dict[str, Facts] = facts, now: dict[str, str] = now) -> None:
                ledger.put_facts(facts, now)
                ledger.settle(facts.keys(), ())

            ledger.write(put)
    for edges in slices(graphs.state(made), BATCH):
        ledger.write(lambda edges=edges: ledger.draw(edges))


def stored(count: int, rounds: int, room: Path) -> None:
    """Print what the projection of a store costs, cold and cached, and a question from cold."""
    made = graphs.drawn(count)
    path = room / f"{count}.db"
    with closing(Embedded(str(path))) as store:
        writing = timed(lambda: fill(store.ledger, made))
    cold = [timed(lambda: _fresh(path, wipe=True)) for _ in range(rounds)]
    warm = [timed(lambda: _fresh(path, wipe=False)) for _ in range(rounds)]
    million = len(made.head) / 1e6
    print(f"{len(made.head):9d} edges  cold {statistics.median(cold) / million:6.2f} s"
          f"   cached {statistics.median(warm):6.3f} s   (cold, writing: for 10^6 edges;"
          f" writing {writing / million:.0f} s)")  # fmt: skip


def _fresh(path: Path, *, wipe: bool) -> Kernel | None:
    folder = Path(f"{path}.kernel")
    if wipe and folder.exists():
        for file in sorted(folder.rglob("*"), reverse=True):
            file.unlink() if file.is_file() else file.rmdir()
    with closing(Embedded(str(path))) as store:
        return kernel_of(store.view())


def walked(url: str | None, rounds: int) -> None:
    """Print what others need for all that is reached, and for what it adds up to."""
    made, graph = built(WALKED)
    every, nodes = bound(graph), starts(made, graph)[:WALKS]
    all_ = walks.places(every)
    print(f"all that is reached, {HOPS} hops: {graph.edges} edges, {len(all_.source)} ways")
    ours = walks.ask(walks.pushed(every, nodes, HOPS), clock, rounds)
    wanted = walks.beside(all_, ours, nodes, HOPS, (clock, rounds))
    made, graph, terms = graphs.without_rings(ADDED)
    few, own = starts(made, graph)[:WALKS], walks.places(terms)
    print(f"scores without rings, {HOPS} hops: {graph.edges} edges, {len(own.source)} ways")
    mine = walks.ask(walks.pushed(terms, few, HOPS), clock, rounds)
    scores = [walks.at_places(found, own.size) for found in mine.answers]
    places = sum(map(len, scores))
    print(f"  {'kernel':11} p50 {mine.middle * 1e3:8.2f} ms   ({places} places in all)")
    add = walks.sums(own, HOPS)
    entries = [{at: walks.SMALL * s for at, s in own.entries(node).items()} for node in few]
    theirs = walks.ask((lambda e=e: add(e) for e in entries), clock, rounds)
    same = sum(map(walks.alike, scores, theirs.answers))
    print(walks.line("networkx", theirs, mine, f"the same score at {same} of {places} places"))
    with queries.server(url) as where:
        if where is None:
            return
        asked = graphs.drawn(STORED)
        with queries.linked(where, lambda ledger: fill(ledger, asked)) as link:
            queries.write(link, "Large", all_, nodes)
            queries.write(link, "Small", own, few)
            print("Neo4j, on the two graphs above")
            queries.beside(link, (all_, nodes, wanted), (own, few, scores), (every, terms), HOPS)
            print(f"Neo4j, in a store of {len(asked.head)} edges, {HOPS - 1} hops")
            held = bound(graphs.projection(asked))
            queries.stored(link, asked, held, starts(asked, held.graph)[:WALKS], HOPS - 1)


class Sizes(argparse.Namespace):
    """How much is measured."""

    only: list[str] | None
    most: float
    stores: float
    rounds: int
    neo4j: str | None
    cpu: bool


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="these parts alone")
    parser.add_argument("--most", type=float, default=1e7, help="edges of the largest graph")
    parser.add_argument("--stores", type=float, default=1e6, help="edges of the largest store")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--neo4j", metavar="URL", help="an empty database, in place of our own")
    parser.add_argument("--cpu", action="store_true", help="this process's time, not the clock's")
    told = parser.parse_args(namespace=Sizes())
    if told.cpu:
        globals()["clock"] = time.process_time
    parts = told.only or PARTS
    sizes = [10**n for n in range(4, 8) if 10**n <= told.most]
    if "local" in parts:
        local(sizes, told.rounds)
    if "whole" in parts:
        print(f"whole graph, {PRODUCTS} products")
        for size in sizes:
            whole(size, told.rounds)
    built.cache_clear()
    if "stores" in parts:
        print("projection of a SQLite store")
        with tempfile.TemporaryDirectory() as name:
            for size in [s for s in sizes if s <= told.stores]:
                stored(size, told.rounds, Path(name))
    if "walks" in parts:
        walked(told.neo4j, told.rounds)


if __name__ == "__main__":
    main()
