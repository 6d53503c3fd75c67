"""What a question costs on graphs of 10^4 to 10^7 edges, beside the bare libraries in one run.

    python -m benchmarks.exposure [--most N] [--stores N] [--neo4j URL] [--rounds N] [--cpu]

Local: a supply and a demand shock at firms drawn at random, four hops, warm, on arrays; p50 and
p95, and how many things were reached. Once more on a world without markets (see `graphs`), where
four hops reach nearly everything: there the answer is large, and so is its cost. Whole: twenty
products of a scenario beside as many bare SciPy products of the same matrix. Stores: the
projection of a SQLite store, cold and from its cache. Walks: all that is reached at all, by
networkx and rustworkx on the same crossings, which must agree; and Cypher's paths on Neo4j, where
an address is given. Times are medians of wall-clock time, or with `--cpu` of this process's own
time, for a machine that has other things to do; a ratio is ours to bare.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import graphs, walks
from kg.exposure.kernel import Kernel, kernel_of
from kg.exposure.kernel.projection import Projection
from kg.exposure.kernel.push import Reached, push
from kg.exposure.kernel.terms import Bound, bind
from kg.exposure.kernel.whole import fold, radius, scenario
from kg.exposure.links import Links
from kg.graph.embedded import Embedded
from kg.graph.facts import Facts
from kg.graph.ledger import Ledger, slices
from kg.graph.view import GraphView

BATCH = 10_000
HOPS, EPSILON = 4, 1e-4
PRODUCTS = 20
STARTS = 100
NOW = GraphView({}, {}, (), ())
"""A view of now, for its clock alone."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Seconds of each question and how many things it reached."""

    seconds: tuple[float, ...]
    reached: tuple[int, ...]

    def line(self) -> str:
        """p50 and p95 in milliseconds, and what was reached."""
        low, high = np.percentile(self.seconds, [50, 95]) * 1e3
        some, many = np.percentile(self.reached, [50, 95])
        return f"p50 {low:7.2f} ms  p95 {high:7.2f} ms  (reached {some:6.0f} / {many:6.0f})"

    @property
    def middle(self) -> float:
        """The median, in seconds."""
        return statistics.median(self.seconds)


clock: Callable[[], float] = time.perf_counter


def timed(work: Callable[[], object]) -> float:
    """Seconds that the work takes."""
    began = clock()
    work()
    return clock() - began


def bound(graph: Projection) -> Bound:
    """The default terms, evidence alone, as a question has them."""
    return bind(Links(NOW, evidenced=True), graph, lambda wrong: np.zeros(len(wrong)))


def starts(made: graphs.Drawn, graph: Projection) -> list[int]:
    """Firms drawn at random among those that have an edge."""
    at = made.labels.index("Firm")
    firms = np.arange(made.begin[at], made.begin[at + 1])
    edges = np.diff(graph.out.start)[firms] + np.diff(graph.in_.start)[firms]
    return [int(n) for n in np.random.default_rng(3).choice(firms[edges > 0], STARTS)]


def ask(terms: Bound, nodes: list[int]) -> Asked:
    """Each node with a supply and a demand shock, after one round to warm up."""
    seconds: list[float] = []
    reached: list[int] = []

    def one(node: int, channel: str) -> Reached:
        return push(terms, [(node, channel, -1.0)], hops=HOPS, epsilon=EPSILON)

    for node in nodes[:10]:
        one(node, "supply")
    for node in nodes:
        for channel in ("supply", "demand"):
            began = clock()
            found = one(node, channel)
            seconds.append(clock() - began)
            reached.append(len(found.node))
    return Asked(tuple(seconds), tuple(reached))


def local(count: int) -> Asked:
    """Print what local questions cost on a graph of that size."""
    made = graphs.drawn(count)
    graph = graphs.projection(made)
    terms = bound(graph)
    found = ask(terms, starts(made, graph))
    busiest = int((np.diff(graph.out.start) + np.diff(graph.in_.start)).max())
    print(f"{graph.edges:9d} edges  {found.line()}  {graph.size() / graph.edges:4.1f} bytes an edge"
          f"  (with ids {(graph.size() + graph.identity.nbytes) / graph.edges:4.1f})"
          f"  busiest {busiest}")  # fmt: skip
    return found


def whole(count: int, rounds: int) -> None:
    """Print what a whole-graph scenario costs beside its bare products."""
    made = graphs.drawn(count)
    graph = graphs.projection(made)
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
          f"   settled after {to_end.products}, {to_end.clipped} places clipped,"
          f" radius {radius(all_):.2f}")  # fmt: skip


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
        ledger.write(lambda edges=edges: ledger.draw(edges))  # type: ignore[misc]


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


class Sizes(argparse.Namespace):
    """How much is measured."""

    most: int
    stores: int
    rounds: int
    neo4j: str | None
    cpu: bool


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--most", type=float, default=1e7, help="edges of the largest graph")
    parser.add_argument("--stores", type=float, default=1e6, help="edges of the largest store")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--neo4j", metavar="URL")
    parser.add_argument("--cpu", action="store_true", help="this process's time, not the clock's")
    told = parser.parse_args(namespace=Sizes())
    if told.cpu:
        globals()["clock"] = time.process_time
    sizes = [10**n for n in range(4, 8) if 10**n <= told.most]
    print(f"local question, {HOPS} hops, evidence alone")
    found: dict[int, Any] = {size: local(size) for size in sizes}
    for small, large in ((10**6, 10**7),):
        if large in found:
            print(f"  10^7 to 10^6: {found[large].middle / found[small].middle:.2f} x")
    print("the same in a world without markets")
    for size in [s for s in sizes if s <= 10**6]:
        made = graphs.drawn(size, far=1.0)
        graph = graphs.projection(made)
        print(f"{graph.edges:9d} edges  {ask(bound(graph), starts(made, graph)).line()}")
    print(f"whole graph, {PRODUCTS} products")
    for size in sizes:
        whole(size, told.rounds)
    print("projection of a SQLite store")
    with tempfile.TemporaryDirectory() as name:
        for size in [s for s in sizes if s <= told.stores]:
            stored(size, told.rounds, Path(name))
    print("all that is reached at all, four hops")
    walks.beside(bound, starts, HOPS)
    if told.neo4j:
        walks.cypher(told.neo4j, fill, bound, HOPS - 1)


if __name__ == "__main__":
    main()
