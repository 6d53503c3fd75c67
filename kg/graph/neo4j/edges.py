"""The state edges of a Neo4j store, each a relationship between present nodes.

An edge keeps the keys of its claims, not their words: those are read from the claims. Bias: an
edge that cannot be drawn whole is an error, never left out.
"""

from __future__ import annotations

import heapq
import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from kg.graph.ledger import Pair, slices
from kg.graph.neo4j import codec
from kg.graph.neo4j.turn import Part, state_types, typed
from kg.graph.packed import Grown, Numbering, Packed, paged
from kg.graph.shape import Relationship, edge_relationship, turns
from kg.graph.state import Chain, Witness
from schemas.answer import StateEdge, Support
from schemas.errors import StoreError

PAGE = 2000
"""Edges read at once where all are wanted."""
CACHED = 65536
"""Claims as edges cite them that are kept for the next asking: they never change."""
TOGETHER = 11
"""Types in one statement: fewer trips, and a plan that is soon made."""
MANY = 1000
"""Edges from which on each type has a statement of its own: no edge is sought in vain."""

_EDGE = (
    "type(r) AS type, h.node AS head, CASE WHEN t:Entity THEN t.node ELSE '' END AS tail,"
    " properties(r) AS edge"
)
_SUPPORT = (
    "UNWIND $rows AS key MATCH (c:Claim {key: key}) USING INDEX c:Claim(key)"
    " MATCH (c)-[:FROM]->(s:Story)"
    " RETURN key, {claim_id: c.claim_id, story_id: s.story_id, quote: c.quote, start: c.start,"
    " end: c.end, publisher: s.publisher, published: s.published, status: c.status,"
    " title: s.title, source: s.uri} AS support"
)
_UNNAMED = "UNWIND $rows AS row MERGE (:Unnamed {node: row.tail})"
_SET = (
    "UNWIND $rows AS row MATCH ()-[r:%s {edge_id: row.id}]->() USING INDEX r:%s(edge_id)"
    " WITH r, row, size(coalesce(r.claims, [])) > 1 AS turned"
    " SET r = row.edge"
    " RETURN count(r) AS count, collect(CASE WHEN turned THEN row.id END) AS turned"
)
_HELD = (
    "UNWIND $rows AS row MATCH ()-[r:%s {edge_id: row.id}]->() USING INDEX r:%s(edge_id)"
    " RETURN row.id AS id"
)
_CREATE = (
    "UNWIND $rows AS row MATCH (h:Entity {node: row.head}) USING INDEX h:Entity(node)"
    " MATCH (t:%s {node: row.tail}) USING INDEX t:%s(node)"
    " CREATE (h)-[r:%s]->(t) SET r = row.edge RETURN count(r) AS count"
)
_NO_TURNS = (
    "UNWIND $rows AS id CALL (id) {"
    " MATCH ()-[r:SUPERSEDES {edge_id: id}]->() USING INDEX r:SUPERSEDES(edge_id) DELETE r"
    " UNION MATCH ()-[r:CONTRADICTS {edge_id: id}]->() USING INDEX r:CONTRADICTS(edge_id) DELETE r}"
)
_TURNS = (
    "UNWIND $rows AS row MATCH (a:Claim {key: row.start}) USING INDEX a:Claim(key)"
    " MATCH (b:Claim {key: row.end}) USING INDEX b:Claim(key)"
    " CREATE (a)-[r:$(row.type)]->(b) SET r = row.turn"
)
_ENDS = "RETURN h.node AS head, CASE WHEN t:Entity THEN t.node ELSE '' END AS tail"


class Edges(Part):
    """State edges; see `kg.graph.ledger.Ledger` for each verb."""

    _held: dict[str, Support]
    _lock: threading.Lock

    def draw(
        self,
        edges: Sequence[StateEdge],
        *,
        fresh: Collection[str] = (),
        heard: Mapping[str, Sequence[Witness]] | None = None,
    ) -> None:
        """Write edges, in place of those of the same id; the `fresh` are surely not there."""
        by_type: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for edge in sorted(edges, key=lambda edge: edge.edge_id):
            by_type[typed(edge.type)].append(_row(edge_relationship(edge)))
        new = set(fresh)
        turned: list[str] = []
        for type_, rows in sorted(by_type.items()):
            told = [row for row in rows if row["id"] not in new]
            done = self._rows(_SET % (type_, type_), told)
            turned += [id_ for d in done for id_ in d["turned"]]
            there = {row["id"] for row in told}
            if sum(d["count"] for d in done) < len(told):
                ids = [{"id": row["id"]} for row in told]
                there = {r["id"] for r in self._rows(_HELD % (type_, type_), ids)}
            self._create(type_, [row for row in rows if row["id"] not in there])
        self._run(_NO_TURNS, sorted(turned))  # a single claim follows upon none
        own = heard or {}
        found = (t for e in edges for t in turns(e.edge_id, own.get(e.edge_id, ())))
        self._run(_TURNS, [_turn(turn) for turn in found])

    def _create(self, type_: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write edges that are not there."""
        unnamed = [row for row in rows if row["to"] == "Unnamed"]
        self._run(_UNNAMED, unnamed)
        named = [row for row in rows if row["to"] != "Unnamed"]
        for label, own in (("Entity", named), ("Unnamed", unnamed)):
            made = self._rows(_CREATE % (label, label, type_), own)
            if sum(m["count"] for m in made) != len(own):
                raise StoreError("an edge of nothing known", where=self._link.place,
                                 cure="run `kg store rebuild`")  # fmt: skip

    def erase(self, edge_ids: Collection[str]) -> None:
        """Take edges out."""
        ids = [{"id": id_} for id_ in sorted(set(edge_ids))]
        for types in slices(state_types(), TOGETHER):
            self._run(_each(types, _delete), ids)
        self._run(_NO_TURNS, sorted(set(edge_ids)))

    def edges(
        self, *, heads: Collection[str] | None = None, tails: Collection[str] | None = None
    ) -> Iterator[StateEdge]:
        """Edges that leave one of the heads and enter one of the tails (None: any), by edge id."""
        if heads is None and tails is None:
            return self._all()
        rows = self._link.rows(
            _between(state_types(), heads is not None, tails is not None),
            heads=sorted(set(heads or ())),
            tails=sorted(set(tails or ())),
        )
        return iter(sorted(self._read(rows), key=lambda edge: edge.edge_id))

    def _all(self) -> Iterator[StateEdge]:
        """Every edge: each type a page at a time, so that they need not all be in memory."""
        found = self._link.rows("CALL db.relationshipTypes() YIELD relationshipType AS type")
        there = {row["type"] for row in found}
        pages = [self._pages(type_) for type_ in state_types() if type_ in there]
        return heapq.merge(*pages, key=lambda edge: edge.edge_id)

    def _pages(self, type_: str) -> Iterator[StateEdge]:
        last, query = "", _page(type_)
        while rows := self._link.rows(query, last=last, most=PAGE):
            yield from self._read(rows)
            if len(rows) < PAGE:
                return
            last = rows[-1]["edge"]["edge_id"]

    def drawn(self, edge_ids: Collection[str]) -> list[StateEdge]:
        """These edges, by edge id."""
        ids = [{"id": id_} for id_ in sorted(set(edge_ids))]
        found: list[StateEdge] = []
        for types in slices(state_types(), TOGETHER):
            found += self._read(self._rows(_each(types, _whole, "type, head, tail, edge"), ids))
        return sorted(found, key=lambda edge: edge.edge_id)

    def packed(self) -> Iterator[Packed]:
        """Every edge in few bytes, a page at a time."""
        found = self._link.rows("CALL db.relationshipTypes() YIELD relationshipType AS type")
        there = {row["type"] for row in found}
        numbers = Numbering()
        for type_ in (t for t in state_types() if t in there):
            last, query = "", _page(type_)
            while rows := self._link.rows(query, last=last, most=PAGE * 10):
                yield paged(map(codec.packed, rows), numbers)
                last = rows[-1]["edge"]["edge_id"]

    def grown(self, content: str) -> Grown | None:  # noqa: ARG002
        """None: an edge does not tell when it was written."""
        return None

    def bearing(self, label: str) -> list[str]:
        """The present nodes of that label."""
        query = "MATCH (n:Entity) WHERE $label IN labels(n) RETURN n.node AS node ORDER BY node"
        return [row["node"] for row in self._link.rows(query, label=label)]

    def keys(self, edge_ids: Collection[str], types: Collection[str]) -> list[tuple[str, str, str]]:
        """(head, type, tail) of those of these edges that are of these types."""
        query = _each(tuple(sorted(map(typed, types))), _key, "head, type, tail")
        rows = self._rows(query, [{"id": id_} for id_ in sorted(set(edge_ids))])
        return [(r["head"], r["type"], r["tail"]) for r in rows]

    def ends(
        self, type_: str, *, heads: Collection[str] = (), tails: Collection[str] = ()
    ) -> list[Pair]:
        """The ends of that type's edges that leave one of the heads or enter one of the tails."""
        found: set[Pair] = set()
        for end, nodes in (("h", heads), ("t", tails)):
            query = (
                f"UNWIND $rows AS node MATCH ({end}:Entity {{node: node}})"
                f" USING INDEX {end}:Entity(node) MATCH (h)-[:{typed(type_)}]->(t) {_ENDS}"
            )
            found |= {(r["head"], r["tail"]) for r in self._rows(query, sorted(set(nodes)))}
        return sorted(found)

    def chains(self, first: str, second: str, pairs: Collection[Pair]) -> dict[Pair, list[Chain]]:
        """For each (head, tail) the two edges, of these types, that lead over one node between."""
        rows = self._rows(
            _chain(typed(first), typed(second)),
            [{"head": head, "tail": tail} for head, tail in sorted(set(pairs))],
        )
        edges = self._read([r[side] for r in rows for side in ("first", "second")])
        found: dict[Pair, list[Chain]] = defaultdict(list)
        for one, two in zip(edges[::2], edges[1::2], strict=True):
            found[one.head, two.tail].append((one, two))
        return dict(found)

    def _read(self, rows: Sequence[Mapping[str, Any]]) -> list[StateEdge]:
        """The edges of these rows, with the words of the claims that support them."""
        cited = {key for row in rows for key in codec.cited(row["edge"])}
        support = self._cited(cited)
        if missing := cited - support.keys():
            raise StoreError(f"an edge cites a claim that is not there: {min(missing)}",
                             where=self._link.place, cure="run `kg store rebuild`")  # fmt: skip
        return [codec.edge(row, support) for row in rows]

    def _cited(self, keys: set[str]) -> dict[str, Support]:
        """The claims as edges cite them; what a write has not yet kept is not held on to."""
        with self._lock:
            found = {key: self._held[key] for key in keys if key in self._held}
        rows = self._rows(_SUPPORT, sorted(keys - found.keys()))
        fresh = {r["key"]: codec.support(r["support"]) for r in rows}
        if not self._turn.running:
            with self._lock:
                if len(self._held) > CACHED:
                    self._held.clear()
                self._held.update(fresh)
        return found | fresh


def _row(drawn: Relationship) -> dict[str, Any]:
    return {
        "id": drawn.properties["edge_id"],
        "head": drawn.start.key,
        "to": drawn.end.label,
        "tail": drawn.end.key,
        "edge": drawn.properties,
    }


def _turn(turn: Relationship) -> dict[str, object]:
    ends = {"start": turn.start.key, "end": turn.end.key}
    return {"type": turn.type, **ends, "turn": turn.properties}


@lru_cache(maxsize=64)
def _each(types: Sequence[str], of: Callable[[str], str], given: str = "id") -> str:
    """A query over `$rows` of edge ids that looks them up among these types, by index."""
    all_ = " UNION ALL ".join(map(of, types))
    return f"UNWIND $rows AS row CALL (row) {{ {all_} }} RETURN {given}"


def _seek(type_: str) -> str:
    return f"MATCH (h)-[r:{type_} {{edge_id: row.id}}]->(t) USING INDEX r:{type_}(edge_id)"


def _delete(type_: str) -> str:
    gone = "FOREACH (u IN CASE WHEN t:Unnamed THEN [t] ELSE [] END | DELETE u)"
    return f"{_seek(type_)} DELETE r {gone} RETURN row.id AS id"


def _whole(type_: str) -> str:
    return f"{_seek(type_)} RETURN {_EDGE}"


def _key(type_: str) -> str:
    return f"{_seek(type_)} {_ENDS}, type(r) AS type"


@lru_cache(maxsize=8)
def _between(types: Sequence[str], heads: bool, tails: bool) -> str:  # noqa: FBT001
    start = "UNWIND $heads AS head MATCH (h:Entity {node: head}) USING INDEX h:Entity(node)"
    end = "UNWIND $tails AS tail MATCH (t:Entity {node: tail}) USING INDEX t:Entity(node)"
    found = [query for query, given in ((start, heads), (end, tails)) if given]
    return " ".join([*found, f"MATCH (h)-[r:{'|'.join(types)}]->(t) RETURN {_EDGE}"])


def _page(type_: str) -> str:
    return (
        f"MATCH (h)-[r:{type_}]->(t) USING INDEX r:{type_}(edge_id) WHERE r.edge_id > $last"
        f" WITH h, r, t ORDER BY r.edge_id LIMIT $most RETURN {_EDGE}"
    )


def _chain(first: str, second: str) -> str:
    leg = "{{type: type({0}), head: {1}.node, tail: {2}.node, edge: properties({0})}}"
    return (
        "UNWIND $rows AS row MATCH (h:Entity {node: row.head}) USING INDEX h:Entity(node)"
        f" MATCH (h)-[i:{first}]->(p:Entity)-[j:{second}]->(t:Entity {{node: row.tail}})"
        f" RETURN {leg.format('i', 'h', 'p')} AS first, {leg.format('j', 'p', 't')} AS second"
    )
