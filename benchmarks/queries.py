"""What a push is measured beside on a Neo4j server: the same questions as paths in Cypher.

Times are wall-clock for both sides, since the server's own time is nobody's here. Two graphs of
places (see `walks`) are written beside the store's own things, under labels of their own.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import graphs, walks
from kg import local
from kg.credentials import access
from kg.exposure.factors import Factors
from kg.exposure.kernel.push import leaving
from kg.exposure.kernel.terms import ORDERED, Bound
from kg.graph.bolt import Access, Link
from kg.graph.cypher.paths import Way, paths
from kg.graph.ledger import slices
from kg.graph.neo4j import Server
from kg.settings import load
from schemas.base import Channel
from schemas.errors import KnockonError

BATCH = 20_000
HOW = time.perf_counter, 3
"""The clock and the rounds of what a server is asked."""
REACHED = """
    UNWIND $entries AS entry MATCH (s:{label} {{place: entry}})-[:LEADS*0..{hops}]->(t)
    RETURN DISTINCT t.place AS place"""
SUMS = """
    UNWIND $entries AS entry
    MATCH p = (s:{label} {{place: entry.place}})-[:LEADS*0..{hops}]->(t)
    RETURN t.place AS place, count(*) AS paths, sum(reduce(
        factor = entry.size, way IN relationships(p) | factor * way.factor)) AS score"""
Channels = set[Channel]
Carried = dict[tuple[str, str], list[tuple[Channel, Channel]]]


@contextmanager
def server(url: str | None) -> Iterator[tuple[str, Access] | None]:
    """The server that is named, else one of our own; None, and a line, where none can be begun."""
    if url:
        yield url, access(load({**os.environ, "KG_STORE": url}))
        return
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        try:
            try:
                found = local.up(home, say=print).server
            except KnockonError as error:
                print(f"Neo4j: left out, no server could be begun ({error})")
                yield None
                return
            secret = Path(found.password_file).read_text("utf-8").strip()
            yield found.uri, Access(found.user, secret)
        finally:
            local.down(home, wipe=True)


def write(link: Link, label: str, all_: walks.Places, nodes: Sequence[int]) -> None:
    """Write a graph of places, and those at which the nodes are entered."""
    link.define(f"CREATE CONSTRAINT {label.lower()}_place IF NOT EXISTS"
                f" FOR (n:{label}) REQUIRE n.place IS UNIQUE")  # fmt: skip
    entered = [place for node in nodes for place in all_.entries(node)]
    known = np.unique(np.concatenate([all_.source, all_.target, np.array(entered, dtype=np.int64)]))
    for some in slices(known.tolist(), BATCH):
        link.run(f"UNWIND $rows AS row CREATE (:{label} {{place: row}})", rows=list(some))
    ways = zip(all_.source.tolist(), all_.target.tolist(), all_.factor.tolist(), strict=True)
    for run in slices(ways, BATCH):
        rows = [{"a": a, "b": b, "factor": factor} for a, b, factor in run]
        link.run(f"UNWIND $rows AS row MATCH (a:{label} {{place: row.a}})"
                 f" MATCH (b:{label} {{place: row.b}})"
                 " CREATE (a)-[:LEADS {factor: row.factor}]->(b)", rows=rows)  # fmt: skip


def reached(link: Link, all_: walks.Places, nodes: Sequence[int], hops: int) -> walks.Timed:
    """The places that a shock at each node reaches, by one query each."""
    query = REACHED.format(label="Large", hops=hops)

    def of(node: int) -> Callable[[], set[int]]:
        entries = list(all_.entries(node))
        return lambda: {row["place"] for row in link.rows(query, entries=entries)}

    return walks.ask(map(of, nodes), *HOW)


def added(link: Link, all_: walks.Places, nodes: Sequence[int], hops: int) -> walks.Timed:
    """The sums over all paths from each node, and how many paths there are, by place."""
    query = SUMS.format(label="Small", hops=hops)

    def of(node: int) -> Callable[[], dict[int, tuple[float, int]]]:
        entries = [{"place": at, "size": walks.SMALL * share}
                   for at, share in all_.entries(node).items()]  # fmt: skip
        return lambda: {row["place"]: (row["score"], row["paths"])
                        for row in link.rows(query, entries=entries)}  # fmt: skip

    return walks.ask(map(of, nodes), *HOW)


def beside(
    link: Link, large: tuple[walks.Places, Sequence[int], list[set[int]]],
    small: tuple[walks.Places, Sequence[int], list[dict[int, float]]], terms: tuple[Bound, Bound],
    hops: int,
) -> None:  # fmt: skip
    """Print what the server needs on the two graphs of places, and where it agrees."""
    all_, nodes, wanted = large
    found = reached(link, all_, nodes, hops)
    ours = walks.ask(walks.pushed(terms[0], nodes, hops), *HOW)
    same = sum(a == b for a, b in zip(found.answers, wanted, strict=True))
    print(walks.line("places", found, ours, f"the same places in {same} of {len(wanted)}"))
    own, few, scores = small
    sums = added(link, own, few, hops)
    ours = walks.ask(walks.pushed(terms[1], few, hops), *HOW)
    theirs = [{at: score for at, (score, _) in answer.items()} for answer in sums.answers]
    same = sum(map(walks.alike, scores, theirs))
    alone = sum(paths == 1 for answer in sums.answers for _, paths in answer.values())
    print(walks.line("scores", sums, ours, f"the same score at {same} of {sum(map(len, scores))}"
                     f" places, {alone} of them by one path alone"))  # fmt: skip


def stored(link: Link, made: graphs.Drawn, terms: Bound, nodes: Sequence[int], hops: int) -> None:
    """Print what the paths of `kg.graph.cypher` cost, and whether they lead where a push does."""
    carried, names = _carried(made, terms), terms.graph.nodes
    questions = list(walks.pushed(terms, nodes, hops))
    some, ways, refused = [], [], 0
    for node, question in zip(nodes, questions, strict=True):
        try:
            ways.append(walks.ask([partial(paths, link, names[node], hops)], *HOW))
            some.append(question)
        except KnockonError:
            refused += 1
    ours = walks.ask(some, *HOW)
    same = many = 0
    for found, theirs in zip(ours.answers, ways, strict=True):
        start = names[int(found.node[0])]
        mine = {names[n] for n in found.node[found.touched.any(axis=1)].tolist()} - {start}
        same += mine == {w.nodes[-1] for w in theirs.answers[0] if _carries(w, carried)}
        many += len(theirs.answers[0])
    middle = float(np.median([t.middle for t in ways]))
    print(walks.line("all paths", walks.Timed(middle, []), ours,
                     f"the same things in {same} of {len(ways)}, on {many} paths;"
                     f" {refused} left out: too many paths"))  # fmt: skip


def _carried(made: graphs.Drawn, terms: Bound) -> Carried:
    """From channel to channel, what every edge carries away from a thing."""
    graph = terms.graph
    ids = [edge.edge_id for edge in graphs.state(made)]
    found = leaving(terms, np.arange(len(graph.nodes), dtype=np.int32))
    carried: Carried = defaultdict(list)
    for at, edge, into, out in zip(
        *(c.tolist() for c in (found.at, found.edge, found.into, found.out)), strict=True
    ):
        own = ids[int(graph.identity[edge])]
        carried[graph.nodes[at], own].append((ORDERED[into], ORDERED[out]))
    return carried


def _carries(way: Way, carried: Carried) -> bool:
    """Whether a shock to supply comes through to the end of the path."""
    channels = _inside({"supply"})
    for step in zip(way.nodes[:-1], way.edges, strict=True):
        channels = _inside({out for into, out in carried.get(step, ()) if into in channels})
    return bool(channels)


def _inside(channels: Channels) -> Channels:
    return {shown for c in channels for shown, _ in Factors().inside(c)}


@contextmanager
def linked(where: tuple[str, Access], fill: Callable[[Any], None]) -> Iterator[Link]:
    """A link to a store that holds a graph; the database must be empty."""
    with closing(Server(Link(*where))) as store:
        fill(store.ledger)
    with closing(Link(*where)) as link:
        yield link

