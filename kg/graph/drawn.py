"""What the embedded store derives, in tables: who is who, name keys, state edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.graph import arrows
from kg.graph.ddl import AMONG, Row, Tables, among, insert
from kg.graph.facts import Facts
from kg.graph.ledger import Pair
from kg.graph.packed import Grown, Packed, pack
from kg.graph.state import Chain, Witness
from schemas.answer import StateEdge

PAGE = 5000
"""Edges read at once where all are wanted."""


class Drawn:
    """The derived half of the SQLite ledger; see `kg.graph.ledger.Ledger` for each verb."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def stamp(self) -> int:
        """How many writes there were, the running one included."""
        return int(self._tables.query("SELECT value FROM books WHERE name = 'writes'")[0][0])

    def recast(self) -> int:
        """The stamp of the last write that may have taken facts away or judged anew."""
        return int(self._tables.query("SELECT value FROM books WHERE name = 'recast'")[0][0])

    def mark_recast(self) -> None:
        """Make the running write the last of that kind."""
        self._tables.run("UPDATE books SET value = ? WHERE name = 'recast'", self.stamp())

    def facts(self, nodes: Collection[str]) -> dict[str, Facts]:
        """What is known of these nodes as told."""
        sql = f"SELECT node, facts FROM nodes WHERE node IN {AMONG}"  # noqa: S608
        rows = self._tables.query(sql, among(set(nodes)))
        return {node: Facts.parse(text) for node, text in rows}

    def facts_since(self, stamp: int) -> Iterator[tuple[str, Facts]]:
        """The nodes whose facts were written after that stamp (−1: all)."""
        rows = self._tables.query("SELECT node, facts FROM nodes WHERE stamp > ?", stamp)
        return ((node, Facts.parse(text)) for node, text in rows)

    def now(self, nodes: Collection[str] | None = None) -> dict[str, str]:
        """The present node of each of these nodes (None: of all) that is known."""
        if nodes is None:
            return dict(self._tables.query("SELECT node, now FROM nodes"))
        sql = f"SELECT node, now FROM nodes WHERE node IN {AMONG}"  # noqa: S608
        return dict(self._tables.query(sql, among(set(nodes))))

    def members(self, now: Collection[str]) -> dict[str, dict[str, Facts]]:
        """For each of these that is a present node: the nodes that it stands for, with facts."""
        found: dict[str, dict[str, Facts]] = defaultdict(dict)
        sql = f"SELECT now, node, facts FROM nodes WHERE now IN {AMONG}"  # noqa: S608
        for present, node, facts in self._tables.query(sql, among(set(now))):
            found[present][node] = Facts.parse(facts)
        return dict(found)

    def put_facts(self, facts: Mapping[str, Facts], now: Mapping[str, str]) -> None:
        """Write facts that have grown and their name keys; `now` is for nodes that are new."""
        stamp = self.stamp()
        self._tables.many(
            "INSERT INTO nodes VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET facts = excluded.facts, stamp = excluded.stamp",
            [(node, now[node], facts[node].json(), stamp) for node in sorted(facts)],
        )
        keys = [(k, n, r) for n in sorted(facts) for k, r in sorted(facts[n].keys().items())]
        self._tables.many(
            "INSERT INTO keys VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET rank = min(rank, excluded.rank)",
            keys,
        )

    def put_now(self, now: Mapping[str, str]) -> None:
        """Set the present node of known nodes."""
        rows = [(now[node], node) for node in sorted(now)]
        self._tables.many("UPDATE nodes SET now = ? WHERE node = ?", rows)

    def drop_members(self, nodes: Collection[str]) -> None:
        """Forget these nodes, their facts and their keys."""
        for table in ("keys", "nodes"):
            self._tables.run(f"DELETE FROM {table} WHERE node IN {AMONG}", among(set(nodes)))  # noqa: S608

    def drop_derived(self) -> None:
        """Forget all that is derived; claims keep no edge."""
        for table in ("nodes", "keys", "edges", "arrows", "words", "turns"):
            self._tables.run(f"DELETE FROM {table}")  # noqa: S608 - names of our own
        self._tables.run("UPDATE claims SET edge_id = NULL")

    def named(self, key: str) -> list[tuple[str, int]]:
        """The present nodes that have this name key, with the best rank of each."""
        sql = "SELECT now, min(rank) FROM keys JOIN nodes USING (node) WHERE key = ? GROUP BY now"
        return [(now, rank) for now, rank in self._tables.query(sql, key)]

    def name_keys(self) -> list[tuple[str, str]]:
        """Every (name key, present node), sorted."""
        sql = "SELECT DISTINCT key, now FROM keys JOIN nodes USING (node) ORDER BY key, now"
        return [(key, now) for key, now in self._tables.query(sql)]

    def present_nodes(self) -> list[str]:
        """Every present node, sorted."""
        return [n for (n,) in self._tables.query("SELECT DISTINCT now FROM nodes ORDER BY now")]

    def draw(
        self,
        edges: Sequence[StateEdge],
        *,
        fresh: Collection[str] = (),
        heard: Mapping[str, Sequence[Witness]] | None = None,  # noqa: ARG002 - Neo4j's alone
    ) -> None:
        """Write edges, in place of those of the same id; the `fresh` are surely not there."""
        each = {e.edge_id: e for e in edges}
        arrows.take(self._tables, each.keys() - set(fresh))
        packed = [(e.head, e.type, e.tail, e.edge_id, pack(e)) for e in each.values()]
        given = zip(each.values(), arrows.give(self._tables, packed), strict=True)
        rows = [(e.edge_id, e.head, e.type, e.tail, e.model_dump_json(), n) for e, n in given]
        self._tables.many(insert("edges", 6, "INSERT OR REPLACE"), rows)

    def erase(self, edge_ids: Collection[str]) -> None:
        """Take edges out."""
        gone = arrows.take(self._tables, set(edge_ids))
        arrows.note(self._tables, self.stamp(), gone)
        self._tables.run(f"DELETE FROM edges WHERE edge_id IN {AMONG}", among(set(edge_ids)))  # noqa: S608

    def edges(
        self, *, heads: Collection[str] | None = None, tails: Collection[str] | None = None
    ) -> Iterator[StateEdge]:
        """Edges that leave one of the heads and enter one of the tails (None: any), by edge id."""
        given = {"head": heads, "tail": tails}
        ends = [f"{end} IN {AMONG}" for end, nodes in given.items() if nodes is not None]
        args = [among(set(nodes)) for nodes in given.values() if nodes is not None]
        if not ends:
            return self._pages()
        sql = f"SELECT record FROM edges WHERE {' AND '.join(ends)} ORDER BY edge_id"  # noqa: S608
        return map(_edge, self._tables.query(sql, *args))

    def _pages(self) -> Iterator[StateEdge]:
        """Every edge: a page at a time, so that they need not all be in memory."""
        last = ""
        sql = "SELECT edge_id, record FROM edges WHERE edge_id > ? ORDER BY edge_id LIMIT ?"
        while page := self._tables.query(sql, last, PAGE):
            yield from (_edge((record,)) for _, record in page)
            last = page[-1][0]

    def drawn(self, edge_ids: Collection[str]) -> list[StateEdge]:
        """These edges, by edge id."""
        sql = f"SELECT record FROM edges WHERE edge_id IN {AMONG} ORDER BY edge_id"  # noqa: S608
        return [_edge(row) for row in self._tables.query(sql, among(set(edge_ids)))]

    def packed(self) -> Iterator[Packed]:
        """Every edge in few bytes, a page at a time."""
        return arrows.pages(self._tables)

    def grown(self, content: str) -> Grown | None:
        """What became of the edges since that content; None where it was too long ago."""
        return arrows.since(self._tables, content)

    def content(self) -> str:
        """A text that no other content of this store has ever had, nor any other store."""
        rows = self._tables.query("SELECT value FROM books ORDER BY name")
        return "-".join(str(value) for (value,) in rows)

    def bearing(self, label: str) -> list[str]:
        """The present nodes of which some story says that they are such a thing."""
        sql = "SELECT DISTINCT now FROM nodes WHERE instr(facts, ?) ORDER BY now"
        return [now for (now,) in self._tables.query(sql, f'"{label}"')]

    def keys(self, edge_ids: Collection[str], types: Collection[str]) -> list[tuple[str, str, str]]:
        """(head, type, tail) of those of these edges that are of these types."""
        sql = f"SELECT head, type, tail FROM edges WHERE edge_id IN {AMONG} AND type IN {AMONG}"  # noqa: S608
        rows = self._tables.query(sql, among(set(edge_ids)), among(set(types)))
        return [(head, type_, tail) for head, type_, tail in rows]

    def ends(
        self, type_: str, *, heads: Collection[str] = (), tails: Collection[str] = ()
    ) -> list[Pair]:
        """The ends of that type's edges that leave one of the heads or enter one of the tails."""
        sql = "SELECT head, tail FROM edges WHERE type = ? AND "
        leave = self._tables.query(f"{sql} head IN {AMONG}", type_, among(set(heads)))
        enter = self._tables.query(f"{sql} tail IN {AMONG}", type_, among(set(tails)))
        return sorted({(head, tail) for head, tail in [*leave, *enter]})

    def chains(self, first: str, second: str, pairs: Collection[Pair]) -> dict[Pair, list[Chain]]:
        """For each (head, tail) the two edges, of these types, that lead over one node between."""
        sql = (
            "SELECT i.record, t.record FROM edges i JOIN edges t ON t.head = i.tail"
            " WHERE i.head = ? AND i.type = ? AND t.type = ? AND t.tail = ?"
        )
        found: dict[Pair, list[Chain]] = {}
        for head, tail in sorted(pairs):
            rows = self._tables.query(sql, head, first, second, tail)
            if rows:
                found[head, tail] = [(_edge((one,)), _edge((two,))) for one, two in rows]
        return found

    def settle(self, nodes: Collection[str], stories: Collection[str]) -> None:
        """Nothing: users see the tables through views alone."""


def _edge(row: Row) -> StateEdge:
    return StateEdge.model_validate_json(row[0])
