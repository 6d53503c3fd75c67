"""How stories and claims of a Neo4j store hang on the present graph.

A story that counts leads to all that it names and says; one that is retracted stays to be seen
and leads nowhere. Bias: a story of which some mention leads nowhere is marked `loose`, so that it
is found without an edge.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from kg.graph.copies import copied, marks
from kg.graph.neo4j.known import Known
from kg.graph.neo4j.recorded import Recorded
from kg.graph.shape import duplicates, mentioned
from kg.graph.state import Told
from schemas.base import edge_type

_AT = "UNWIND $rows AS id MATCH (s:Story {story_id: id}) USING INDEX s:Story(story_id)"
_END = (
    "MATCH (m:Member {node: c.%s}) USING INDEX m:Member(node)"
    " MATCH (e:Entity {node: m.now}) USING INDEX e:Entity(node) CREATE (c)-[:%s]->(e) RETURN e"
)
_IS_ACT = "any(label IN labels(e) WHERE label IN $acts) MERGE (c)-[:ADVANCES]->(e)"
_CLAIM_ENDS = (
    f"{_AT} MATCH (s)<-[:FROM]-(c:Claim)"
    f" CALL (c) {{ {_END % ('head_node', 'SUBJECT')} UNION {_END % ('tail_node', 'OBJECT')} }}"
    f" WITH c, e WHERE {_IS_ACT}"
)
_ADVANCE = (
    "UNWIND $rows AS key MATCH (c:Claim {key: key}) USING INDEX c:Claim(key)"
    " OPTIONAL MATCH (c)-[a:ADVANCES]->() DELETE a WITH DISTINCT c"
    f" MATCH (c)-[:SUBJECT|OBJECT]->(e:Entity) WITH DISTINCT c, e WHERE {_IS_ACT}"
)
_MENTION = (
    "UNWIND $rows AS row MATCH (s:Story {story_id: row.story_id}) USING INDEX s:Story(story_id)"
    " MATCH (e:Entity {node: row.now}) USING INDEX e:Entity(node)"
    " CREATE (s)-[m:MENTIONS]->(e) SET m = row.mention"
)
_CUT = (
    f"{_AT} OPTIONAL MATCH (s)-[m:MENTIONS|DUPLICATE_OF]->() DELETE m WITH DISTINCT s"
    " MATCH (s)<-[:FROM]-(c:Claim)-[r:SUBJECT|OBJECT|ADVANCES]->() DELETE r"
)
_MARK = (
    "UNWIND $rows AS row MATCH (r:Record {story_id: row.id}) USING INDEX r:Record(story_id)"
    " SET r.loose = row.loose"
)
_KNOWN_TO = (
    "UNWIND $rows AS row MATCH (s:Story {story_id: row.id}) USING INDEX s:Story(story_id)"
    " SET s.known_to = row.known_to WITH s, row"
    " MATCH (s)<-[:FROM]-(c:Claim) SET c.known_to = row.known_to"
)
_APART = (
    "UNWIND $rows AS id MATCH (s:Story {story_id: id}) USING INDEX s:Story(story_id)"
    " MATCH (s)-[d:DUPLICATE_OF]->() DELETE d"
)
_REPEAT = (
    "UNWIND $rows AS row MATCH (s:Story {story_id: row.own}) USING INDEX s:Story(story_id)"
    " MATCH (t:Story {story_id: row.other}) USING INDEX t:Story(story_id)"
    " CREATE (s)-[:DUPLICATE_OF]->(t)"
)


class Evidence(Recorded, Known):
    """What leads from stories and claims to the present graph."""

    def _hang(self, stories: Sequence[str]) -> None:
        """Lead these stories, which count, to what they name and say."""
        held = [s for s in stories if s not in self._turn.fresh]
        self._run(_CUT, held)
        spans = sorted(self.spans(stories=stories))
        now = self.now({node for _, (node, *_) in spans})
        rows = [
            {"story_id": s, "now": now[m[0]], "mention": mentioned(s, m, now[m[0]]).properties}
            for s, m in spans
            if m[0] in now
        ]
        self._run(_MENTION, rows)
        self._run(_CLAIM_ENDS, stories, acts=list(edge_type("ADVANCES").tail))
        loose = {s for s, (node, *_) in spans if node not in now}
        self._mark({s: True if s in loose else None for s in {*loose, *held}})

    def _retract(self, known_to: Mapping[str, str], stories: set[str]) -> None:
        """Mark what is retracted now, and what of these stories is no longer; cut it off."""
        rows = [{"id": s, "known_to": known_to.get(s)} for s in sorted({*stories, *known_to})]
        self._run(_KNOWN_TO, rows)
        cut = sorted(stories & known_to.keys())
        self._run(_CUT, cut)
        self._mark(dict.fromkeys(cut, True))

    def _mark(self, loose: Mapping[str, bool | None]) -> None:
        self._run(_MARK, [{"id": s, "loose": loose[s]} for s in sorted(loose)])

    def _unsettled(self, gone: Collection[str], touched: Collection[str]) -> set[str]:
        """The stories that mention a node which is gone, or one that they did not lead to."""
        named = self.spans(stories=self._naming(gone), nodes=touched)
        return {story_id for story_id, _ in named}

    def _advance(self, claims: Collection[str]) -> None:
        """Lead these claims anew to the acts that they advance."""
        self._run(_ADVANCE, sorted(claims), acts=list(edge_type("ADVANCES").tail))

    def _repeat(self, stories: Collection[str], without: Collection[str]) -> None:
        """Lead each story that carries another's text to the first that told it."""
        told = self._together(stories)
        self._run(_APART, sorted(told.keys() - self._turn.fresh))
        links = duplicates(told[s] for s in sorted(told.keys() - set(without)))
        found = [{"own": link.start.key, "other": link.end.key} for link in links]
        self._run(_REPEAT, found)

    def _together(self, stories: Collection[str]) -> dict[str, Told]:
        """These stories with all that are copies of them, and of those, and so on."""
        found = ahead = self._told(stories)
        while ahead:
            alike = self.alike({mark for told in ahead.values() for mark in marks(told.body)})
            texts = {told.body for told in ahead.values()}
            ahead = {
                told.story_id: told
                for told in alike
                if told.story_id not in found and any(copied(told.body, text) for text in texts)
            }
            found |= ahead
        return found
