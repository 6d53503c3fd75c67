"""The bare databases that the stores are measured beside: the same rows, no knockon."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import neo4j

from kg.graph.bolt import Access
from kg.graph.ddl import DDL
from kg.graph.packed import pack
from kg.graph.shape import edge_relationship
from schemas.answer import StateEdge

Rows = Sequence[Any]


class BareSqlite:
    """One table of edges with our indexes and settings, written with `executemany`."""

    WALK = """
        WITH RECURSIVE walk(node, depth) AS (
            SELECT ?1, 0 UNION
            SELECT tail, depth + 1 FROM walk JOIN edges ON head = node
            WHERE depth < ?2 AND json_extract(record, '$.confidence') >= 0.5)
        SELECT count(DISTINCT node) - 1 FROM walk"""

    def __init__(self, room: Path) -> None:
        self._ours, self._path = room / "ours.db", room / "bare.db"
        self._link = sqlite3.connect(self._path, isolation_level=None)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._link.execute(f"PRAGMA {setting}")
        for statement in DDL:
            if " edges " in statement:
                self._link.execute(statement)

    def fill(self, nodes: Iterable[str]) -> None:
        """Nothing: an edge's ends are texts."""

    def rows(self, edges: Iterable[StateEdge]) -> Rows:
        """What our store writes for the edges."""
        return [(e.edge_id, e.head, e.type, e.tail, e.model_dump_json(), pack(e)) for e in edges]

    def put(self, rows: Rows, *, new: bool) -> None:  # noqa: ARG002 - one statement for both
        """Write them in one transaction."""
        self._link.execute("BEGIN IMMEDIATE")
        self._link.executemany("INSERT OR REPLACE INTO edges VALUES (?, ?, ?, ?, ?, ?)", rows)
        self._link.execute("COMMIT")

    def look(self, node: str) -> list[tuple[str]]:
        """The records of the edges that leave the node."""
        return self._link.execute("SELECT record FROM edges WHERE head = ?", (node,)).fetchall()

    def reached(self, start: str, hops: int) -> int:
        """How many things can be reached, by one recursive query."""
        return int(self._link.execute(self.WALK, (start, hops)).fetchone()[0])

    def size(self) -> int:
        """Bytes of the file."""
        self._link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return self._path.stat().st_size

    def size_of(self, _ledger: object) -> int:
        """Bytes of our store's file."""
        link = sqlite3.connect(self._ours)
        link.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        link.close()
        return self._ours.stat().st_size


class BareNeo4j:
    """Relationships of our shape under names of their own, written by UNWIND with the driver."""

    PUT = (
        "UNWIND $rows AS row MATCH (h:Bare {node: row.head}) MATCH (t:Bare {node: row.tail}) "
        "MERGE (h)-[r:BARE_%s {edge_id: row.edge.edge_id}]->(t) SET r = row.edge"
    )
    NEW = (
        "UNWIND $rows AS row MATCH (h:Bare {node: row.head}) MATCH (t:Bare {node: row.tail}) "
        "CREATE (h)-[r:BARE_%s]->(t) SET r = row.edge"
    )
    WALK = (
        "MATCH (s:Entity {node: $start})-[r*1..%d]->(n:Entity)"
        " WHERE all(e IN r WHERE e.confidence >= 0.5) AND n <> s"
        " RETURN count(DISTINCT n) AS count"
    )

    def __init__(self, url: str, access: Access, files: Path | None, types: Sequence[str]) -> None:
        self._driver = neo4j.GraphDatabase.driver(url, auth=(access.user, access.password))
        self._files, self._new = files, True
        self._run("CREATE CONSTRAINT bare_node IF NOT EXISTS FOR (n:Bare) REQUIRE n.node IS UNIQUE")
        for type_ in types:
            index = f"CREATE INDEX bare_{type_.lower()} IF NOT EXISTS FOR"
            self._run(f"{index} ()-[r:BARE_{type_}]-() ON (r.edge_id)")
        self._run("CALL db.awaitIndexes(300)")

    def _run(self, query: str, **values: object) -> list[dict[str, Any]]:
        return [r.data() for r in self._driver.execute_query(query, values).records]

    def fill(self, nodes: Iterable[str]) -> None:
        """Write the nodes that edges end at."""
        every = list(nodes)
        for at in range(0, len(every), 10_000):
            self._run("UNWIND $rows AS n CREATE (:Bare {node: n})", rows=every[at : at + 10_000])

    def rows(self, edges: Iterable[StateEdge]) -> Rows:
        """What our store writes for the edges, by type."""
        found: dict[str, list[dict[str, object]]] = defaultdict(list)
        for edge in sorted(edges, key=lambda e: e.edge_id):
            own = edge_relationship(edge).properties
            found[edge.type].append({"head": edge.head, "tail": edge.tail, "edge": own})
        return sorted(found.items())

    def put(self, rows: Rows, *, new: bool) -> None:
        """Write them in one transaction: created where they are new, else merged."""
        query = self.NEW if new else self.PUT

        def work(tx: neo4j.ManagedTransaction) -> None:
            for type_, own in rows:
                tx.run(query % type_, rows=own).consume()

        with self._driver.session() as session:
            session.execute_write(work)

    def look(self, node: str) -> list[dict[str, Any]]:
        """The edges that leave the node."""
        return self._run("MATCH (:Entity {node: $node})-[r]->(t) RETURN properties(r), t.node",
                         node=node)  # fmt: skip

    def reached(self, start: str, hops: int) -> int:
        """How many things can be reached, by one query."""
        return int(self._run(self.WALK % hops, start=start)[0]["count"])

    def size(self) -> int:
        """Bytes of the database's files: ours and the bare ones lie together, so half of them."""
        if self._files is None:
            return 0
        return sum(f.stat().st_size for f in self._files.rglob("*") if f.is_file()) // 2

    def size_of(self, _ledger: object) -> int:
        """As `size`: one database holds both."""
        return self.size()

    def close(self) -> None:
        """Release the server."""
        self._driver.close()
