"""Who is who in a Neo4j store: nodes as told, what is known of each, its present node, its keys.

A present node has an `Entity` from the moment it stands for something; `settle` dresses it. Bias:
a name key that no node answers to any more is taken out with the node.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from kg.graph.facts import Facts
from kg.graph.neo4j.turn import AT_ONCE, Part
from schemas.evidence import digest

MOST = 1000
"""Characters of a name key that stands as it is: an index takes 8,000 bytes."""

_SEEK = "UNWIND $rows AS node MATCH (m:Member {node: node}) USING INDEX m:Member(node)"
_FACTS = f"{_SEEK} RETURN m.node AS node, m.facts AS facts"
_SINCE = (
    "MATCH (m:Member) USING INDEX m:Member(stamp) WHERE m.stamp > $stamp"
    " RETURN m.node AS node, m.facts AS facts"
)
_NOW = f"{_SEEK} RETURN m.node AS node, m.now AS now"
_MEMBERS = (
    "UNWIND $rows AS now MATCH (m:Member {now: now}) USING INDEX m:Member(now)"
    " RETURN m.now AS now, m.node AS node, m.facts AS facts"
)
_PUT_FACTS = (
    "UNWIND $rows AS row MERGE (m:Member {node: row.node})"
    " ON CREATE SET m:Ledger, m.now = row.now SET m.facts = row.facts, m.stamp = $stamp"
    " WITH DISTINCT m.now AS now MERGE (:Entity {node: now})"
)
_RANK = (
    "UNWIND $rows AS row MATCH (n:Name {key: row.key}) USING INDEX n:Name(key)"
    " WHERE n.node = row.node"
    " SET n.rank = CASE WHEN row.rank < n.rank THEN row.rank ELSE n.rank END"
    " RETURN n.key AS key, n.node AS node"
)
_ADD_KEYS = (
    "UNWIND $rows AS row CREATE (n:Ledger:Name {key: row.key, node: row.node, rank: row.rank})"
    " SET n.whole = row.whole"
)
_PUT_NOW = (
    "UNWIND $rows AS row MATCH (m:Member {node: row.node}) USING INDEX m:Member(node)"
    " WITH m, row, m.now AS before SET m.now = row.now MERGE (:Entity {node: row.now})"
    " RETURN m.node AS node, before"
)
_DROP_KEYS = (
    "UNWIND $rows AS row MATCH (n:Name {key: row.key}) USING INDEX n:Name(key)"
    " WHERE n.node = row.node DELETE n"
)
_DROP = f"{_SEEK} WITH m, m.node AS node, m.now AS now, m.facts AS facts DELETE m RETURN *"
_NAMED = (
    "MATCH (n:Name {key: $key}) USING INDEX n:Name(key)"
    " MATCH (m:Member {node: n.node}) USING INDEX m:Member(node)"
    " RETURN m.now AS now, min(n.rank) AS rank"
)
_NAME_KEYS = (
    "MATCH (n:Name) MATCH (m:Member {node: n.node}) USING INDEX m:Member(node)"
    " RETURN DISTINCT coalesce(n.whole, n.key) AS key, m.now AS now"
)
_FORGET = "MATCH (x:{label}) WITH x LIMIT $some DETACH DELETE x RETURN count(*) AS count"


class Known(Part):
    """Nodes as told and what follows from them; see `kg.graph.ledger.Ledger` for each verb."""

    def facts(self, nodes: Collection[str]) -> dict[str, Facts]:
        """What is known of these nodes as told."""
        rows = self._rows(_FACTS, sorted(set(nodes)))
        return {r["node"]: Facts.parse(r["facts"]) for r in rows}

    def facts_since(self, stamp: int) -> Iterator[tuple[str, Facts]]:
        """The nodes whose facts were written after that stamp (−1: all)."""
        rows = self._link.rows(_SINCE, stamp=stamp)
        return ((r["node"], Facts.parse(r["facts"])) for r in rows)

    def now(self, nodes: Collection[str] | None = None) -> dict[str, str]:
        """The present node of each of these nodes (None: of all) that is known."""
        if nodes is None:
            rows = self._link.rows("MATCH (m:Member) RETURN m.node AS node, m.now AS now")
        else:
            rows = self._rows(_NOW, sorted(set(nodes)))
        return {r["node"]: r["now"] for r in rows}

    def members(self, now: Collection[str]) -> dict[str, dict[str, Facts]]:
        """For each of these that is a present node: the nodes that it stands for, with facts."""
        found: dict[str, dict[str, Facts]] = defaultdict(dict)
        for row in self._rows(_MEMBERS, sorted(set(now))):
            found[row["now"]][row["node"]] = Facts.parse(row["facts"])
        return dict(found)

    def put_facts(self, facts: Mapping[str, Facts], now: Mapping[str, str]) -> None:
        """Write facts that have grown and their name keys; `now` is for nodes that are new."""
        self._turn.touched |= facts.keys()
        known = [{"node": n, "now": now[n], "facts": facts[n].json()} for n in sorted(facts)]
        self._run(_PUT_FACTS, known, stamp=self._turn.stamp)
        keys = {(k, n): r for n in sorted(facts) for k, r in sorted(facts[n].keys().items())}
        rows = _key_rows(keys)
        held = {(r["key"], r["node"]) for r in self._rows(_RANK, rows)}
        self._run(_ADD_KEYS, [r for r in rows if (r["key"], r["node"]) not in held])

    def put_now(self, now: Mapping[str, str]) -> None:
        """Set the present node of known nodes."""
        rows = [{"node": node, "now": now[node]} for node in sorted(now)]
        for row in self._rows(_PUT_NOW, rows):
            self._turn.touched.add(row["node"])
            self._turn.before.setdefault(row["node"], row["before"])

    def drop_members(self, nodes: Collection[str]) -> None:
        """Forget these nodes, their facts and their keys."""
        for row in self._rows(_DROP, sorted(set(nodes))):
            self._turn.touched.add(row["node"])
            self._turn.before.setdefault(row["node"], row["now"])
            keys = Facts.parse(row["facts"]).keys()
            self._run(_DROP_KEYS, _key_rows({(k, row["node"]): r for k, r in keys.items()}))

    def drop_derived(self) -> None:
        """Forget all that is derived; claims keep no edge."""
        self._turn.anew = True
        for label in ("Name", "Member", "Entity", "Unnamed"):
            while self._link.rows(_FORGET.format(label=label), some=AT_ONCE)[0]["count"]:
                pass
        for type_ in ("SUPERSEDES", "CONTRADICTS", "DUPLICATE_OF"):
            self._link.run(f"MATCH ()-[r:{type_}]->() DELETE r")
        self._link.run("MATCH (c:Claim) REMOVE c.edge_id")

    def named(self, key: str) -> list[tuple[str, int]]:
        """The present nodes that have this name key, with the best rank of each."""
        return [(r["now"], r["rank"]) for r in self._link.rows(_NAMED, key=_short(key))]

    def name_keys(self) -> list[tuple[str, str]]:
        """Every (name key, present node), sorted."""
        return sorted((r["key"], r["now"]) for r in self._link.rows(_NAME_KEYS))

    def present_nodes(self) -> list[str]:
        """Every present node, sorted."""
        return sorted(
            r["now"] for r in self._link.rows("MATCH (m:Member) RETURN DISTINCT m.now AS now")
        )


def _key_rows(keys: Mapping[tuple[str, str], int]) -> list[dict[str, object]]:
    """Name keys as rows; one that no index takes stands under its digest."""
    return [
        {"key": _short(k), "whole": k if _short(k) != k else None, "node": node, "rank": rank}
        for (k, node), rank in keys.items()
    ]


def _short(key: str) -> str:
    return key if len(key) <= MOST else f"\x1f{digest(key, size=64)}"
