"""What users of a Neo4j store see beside state edges, brought up to date at the end of a write.

Entities are dressed anew where facts or identity changed; mentions and claims point at present
nodes, and lead nowhere once their story is retracted. Bias: what may have changed is written anew.
"""

from __future__ import annotations

from collections.abc import Collection

from kg.graph.facts import entity_of
from kg.graph.ledger import slices
from kg.graph.neo4j.evidence import Evidence
from kg.graph.shape import advances, entity_node, retracted

PAGE = 2000
"""Entities, or stories, settled at once."""

_DRESS = (
    "UNWIND $rows AS row MERGE (e:Entity {node: row.properties.node})"
    " WITH e, row, [l IN labels(e) WHERE NOT l IN row.labels] AS lost,"
    " [l IN row.labels WHERE NOT l IN labels(e)] AS won"
    " REMOVE e:$(lost) SET e:$(row.labels) SET e = row.properties"
    " RETURN e.node AS node, lost + won AS labels"
)
_GONE = (
    "UNWIND $rows AS node MATCH (e:Entity {node: node}) USING INDEX e:Entity(node) DETACH DELETE e"
)
_MOVE_MENTIONS = (
    "UNWIND $rows AS row MATCH (s:Story)-[m:MENTIONS {told: row.node}]->(e)"
    " USING INDEX m:MENTIONS(told) WHERE e.node <> row.now"
    " MATCH (t:Entity {node: row.now}) USING INDEX t:Entity(node)"
    " CREATE (s)-[n:MENTIONS]->(t) SET n = properties(m) DELETE m"
)
_MOVE_CLAIMS = (
    "UNWIND $rows AS row MATCH (c:Claim {%(end)s: row.node}) USING INDEX c:Claim(%(end)s)"
    " MATCH (c)-[r:%(type)s]->(e) WHERE e.node <> row.now"
    " MATCH (t:Entity {node: row.now}) USING INDEX t:Entity(node)"
    " CREATE (c)-[:%(type)s]->(t) DELETE r RETURN c.key AS key"
)
_MOVED = (("SUBJECT", "head_node"), ("OBJECT", "tail_node"))
_OF = (
    "UNWIND $rows AS node MATCH (e:Entity {node: node}) USING INDEX e:Entity(node)"
    " MATCH (e)<-[:SUBJECT|OBJECT]-(c:Claim) RETURN c.key AS key"
)


class Public(Evidence):
    """The last step of a write; see `kg.graph.ledger.Ledger.settle`."""

    def settle(self, nodes: Collection[str], stories: Collection[str]) -> None:
        """Bring what users see up to date: the last call of a write."""
        touched, counted = {*nodes, *self._turn.touched}, set(stories)
        if self._turn.anew:
            touched, counted = {*touched, *self.now()}, {*counted, *self.story_ids()}
        known_to = retracted(self.judgements())
        after = self.now(touched)
        acts, standing = self._dress({*self._turn.before.values(), *after.values()})
        moved = {n: after[n] for n, was in self._turn.before.items() if after.get(n, was) != was}
        self._advance(self._move(moved) | {r["key"] for r in self._rows(_OF, sorted(acts))})
        if self._turn.judged or self._turn.anew:
            self._retract(known_to, counted)
        gone = [n for n in touched if n not in after]
        counted |= self._unsettled(gone, touched) - known_to.keys()
        for some in slices(sorted(counted - known_to.keys()), PAGE):
            self._hang(some)
        self._repeat(counted, known_to.keys())
        self._run(_GONE, sorted({*self._turn.before.values()} - standing))

    def _dress(self, present: set[str]) -> tuple[set[str], set[str]]:
        """Write these entities; gives those that became or ceased to be acts, and all."""
        acts: set[str] = set()
        standing: set[str] = set()
        for some in slices(sorted(present), PAGE):
            members = self.members(some)
            standing |= members.keys()
            dressed = [entity_node(entity_of(n, members[n])) for n in some if n in members]
            rows = [{"labels": list(d.labels), "properties": d.properties} for d in dressed]
            acts |= {r["node"] for r in self._rows(_DRESS, rows) if any(map(advances, r["labels"]))}
        return acts, standing

    def _move(self, now: dict[str, str]) -> set[str]:
        """Lead mentions and claims of these nodes to where they stand now; gives the claims."""
        rows = [{"node": node, "now": now[node]} for node in sorted(now)]
        self._run(_MOVE_MENTIONS, rows)
        found: set[str] = set()
        for type_, end in _MOVED:
            query = _MOVE_CLAIMS % {"type": type_, "end": end}
            found |= {r["key"] for r in self._rows(query, rows)}
        return found


