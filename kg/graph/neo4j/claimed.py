"""The claims of a Neo4j store, each a node for all to see, as its story told it.

Bias: a claim is never rewritten; only the edge that it supports may change.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.graph.ledger import Ref, Rested
from kg.graph.neo4j import codec
from kg.graph.neo4j.turn import Part
from kg.graph.shape import claim_key, claim_node
from kg.graph.state import Told, Witness
from schemas.claim import Claim

_CLAIMS = (
    "UNWIND $rows AS row CREATE (c:Claim) SET c = row.claim"
    " WITH c, row MATCH (s:Story {story_id: row.story_id}) USING INDEX s:Story(story_id)"
    " SET c.known_from = s.known_from CREATE (c)-[:FROM]->(s)"
)
_REST = (
    "UNWIND $rows AS row MATCH (c:Claim {key: row.key}) USING INDEX c:Claim(key)"
    " SET c.edge_id = row.edge"
)
_SEEK = "MATCH (c:Claim {%(by)s: value}) USING INDEX c:Claim(%(by)s) RETURN c"
_BY_END = (
    f"UNWIND $rows AS value CALL (value) {{ {_SEEK % {'by': 'head_node'}}"
    f" UNION {_SEEK % {'by': 'tail_node'}} }}"
    " WITH DISTINCT c RETURN properties(c) AS claim"
)
_BY_EDGE = (
    "UNWIND $rows AS value MATCH (c:Claim {edge_id: value}) USING INDEX c:Claim(edge_id)"
    " RETURN properties(c) AS claim"
)
_BY_STORY = (
    "UNWIND $rows AS id MATCH (s:Story {story_id: id}) USING INDEX s:Story(story_id)"
    " MATCH (s)<-[:FROM]-(c:Claim) RETURN properties(c) AS claim"
)
_ALL_CLAIMS = "MATCH (c:Claim) RETURN properties(c) AS claim"
_TELLING = (
    " MATCH (r:Record {story_id: id}) USING INDEX r:Record(story_id)"
    " MATCH (s:Story {story_id: id}) USING INDEX s:Story(story_id)"
    " RETURN properties(s) AS story, r.body AS body"
)
_TOLD = f"UNWIND $rows AS id{_TELLING}"
_ALIKE = (
    "UNWIND $rows AS mark MATCH (m:Mark {mark: mark}) USING INDEX m:Mark(mark)"
    f" WITH DISTINCT m.story_id AS id{_TELLING}"
)


class Claimed(Part):
    """The claims of the ledger, each with the state edge that it now supports."""

    def put_claims(self, rows: Sequence[Rested]) -> None:
        """Record claims of stories that are new."""
        told = [
            {
                "story_id": claim.story_id,
                "claim": claim_node(claim, "", edge_id=edge_id).properties,
            }
            for claim, edge_id in sorted(rows, key=_ref)
        ]
        self._run(_CLAIMS, told)

    def rest(self, edges: Mapping[Ref, str | None]) -> None:
        """Set the edge that each of these claims supports."""
        self._run(_REST, [{"key": claim_key(*ref), "edge": edges[ref]} for ref in sorted(edges)])

    def claims(
        self, *, nodes: Collection[str] | None = None, stories: Collection[str] | None = None
    ) -> list[Claim]:
        """Claims as told with an end among the nodes, of these stories (None: any), unsorted."""
        if nodes is None and stories is None:
            return [codec.claim(r["claim"]) for r in self._link.rows(_ALL_CLAIMS)]
        if nodes is None:
            return [claim for claim, _ in self._by_story(stories or ())]
        found = [claim for claim, _ in self._at(nodes)]
        return [c for c in found if stories is None or c.story_id in stories]

    def touching(self, nodes: Collection[str], stories: Collection[str]) -> list[Rested]:
        """Claims with an end among the nodes as told, and all claims of the stories."""
        found = [*self._at(nodes), *self._by_story(stories)]
        return list({(r.claim.story_id, r.claim.claim_id): r for r in found}.values())

    def witnesses(self, edge_ids: Collection[str]) -> list[Witness]:
        """The claims that support these edges, with their stories."""
        rows = self._rows(_BY_EDGE, sorted(set(edge_ids)))
        stories = self._told({r["claim"]["story_id"] for r in rows})
        return [Witness(codec.claim(r["claim"]), stories[r["claim"]["story_id"]]) for r in rows]

    def _told(self, story_ids: Collection[str]) -> dict[str, Told]:
        """These stories as the state graph sees them, by id."""
        rows = self._rows(_TOLD, sorted(set(story_ids)))
        return {r["story"]["story_id"]: codec.told_of(r["story"], r["body"]) for r in rows}

    def alike(self, marks: Collection[str]) -> list[Told]:
        """The stories whose bodies bear one of these marks, in no order."""
        rows = self._rows(_ALIKE, sorted(set(marks)))
        found = {r["story"]["story_id"]: codec.told_of(r["story"], r["body"]) for r in rows}
        return [*found.values()]

    def _at(self, nodes: Collection[str]) -> list[Rested]:
        rows = self._rows(_BY_END, sorted(set(nodes)))
        return [*{r["claim"]["key"]: _rested(r["claim"]) for r in rows}.values()]

    def _by_story(self, stories: Collection[str]) -> list[Rested]:
        return [_rested(r["claim"]) for r in self._rows(_BY_STORY, sorted(set(stories)))]


def _rested(row: codec.Row) -> Rested:
    return Rested(codec.claim(row), row.get("edge_id"))


def _ref(row: Rested) -> Ref:
    return row.claim.story_id, row.claim.claim_id
