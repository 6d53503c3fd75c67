"""What a Neo4j store records: stories, claims, judgements, setbacks; never rewritten.

A `Story` and its `Claim`s are for all to see; a `Record` and `Document` beside them keep the rest.
Bias: a record is written whole by one statement, so that no reader finds half of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from kg.graph.copies import marks
from kg.graph.ledger import Span, slices
from kg.graph.neo4j import codec
from kg.graph.neo4j.claimed import Claimed
from kg.graph.neo4j.turn import BYTES, by_size
from kg.graph.shape import story_node
from kg.graph.view import Kept
from kg.resolve.register import Name
from schemas.claim import Claim, Entity, Refusal, Resolved
from schemas.evidence import Setback, Story, digest
from schemas.judgement import Judgement

PAGE = 256
"""Stories read at once where all are wanted."""

_PUT = (
    "UNWIND $rows AS row CREATE (r:Ledger:Record) SET r = row.record"
    " CREATE (s:Story) SET s = row.story"
)
_DOCUMENTS = (
    "UNWIND $rows AS row MERGE (d:Document {text_id: row.id}) SET d:Ledger, d.text = row.text"
)
_SOURCES = (
    "UNWIND $rows AS row MERGE (p:Source {name: row.publisher})"
    " WITH p, row MATCH (s:Story {story_id: row.story_id}) USING INDEX s:Story(story_id)"
    " CREATE (s)-[:PUBLISHED_BY]->(p)"
)
_MARKS = "UNWIND $rows AS row CREATE (:Ledger:Mark {mark: row.mark, story_id: row.story_id})"
_WORDS = (
    "MATCH (r:Record) USING INDEX r:Record(story_id) WHERE r.story_id IN $rows"
    " RETURN r.story_id AS story_id, r.words AS words"
)
_STORY = (
    "MATCH (r:Record {story_id: $id}) MATCH (d:Document {text_id: r.text_id})"
    " RETURN r.record AS record, d.text AS text"
)
_KEPT = (
    "UNWIND $rows AS id MATCH (r:Record {story_id: id}) USING INDEX r:Record(story_id)"
    " MATCH (s:Story {story_id: id}) USING INDEX s:Story(story_id)"
    " RETURN properties(s) AS story, r.body AS body, r.entities AS entities, r.names AS names,"
    " r.refusals AS refusals"
)
_SPANS = (
    "MATCH (r:Record) USING INDEX r:Record(story_id) WHERE r.story_id IN $rows"
    " RETURN r.story_id AS story_id, r.mentions AS mentions"
)
_MENTIONED = (
    "UNWIND $rows AS node MATCH (s:Story)-[m:MENTIONS {told: node}]->()"
    " USING INDEX m:MENTIONS(told)"
    " RETURN DISTINCT s.story_id AS id"
)
_LOOSE = "MATCH (r:Record {loose: true}) USING INDEX r:Record(loose) RETURN r.story_id AS id"
_REFUSALS = (
    "MATCH (r:Record) WHERE size(r.refusals) > 0 AND NOT r.story_id IN $without"
    " UNWIND r.refusals AS refusal RETURN refusal"
)
_UNDATED = (
    "MATCH (r:Record {undated: true}) USING INDEX r:Record(undated)"
    " WHERE NOT r.story_id IN $without RETURN count(r) AS count"
)
_NAMED_IN = (
    "MATCH (r:Record) USING INDEX r:Record(story_id) WHERE r.story_id IN $rows"
    " RETURN r.nodes + r.called AS nodes"
)
_TOLD_OF = (
    "MATCH (r:Record) WHERE NOT r.story_id IN $without"
    " UNWIND [i IN range(0, size(r.{nodes}) - 1) WHERE r.{nodes}[i] IN $nodes | r.{told}[i]]"
    " AS told RETURN DISTINCT told"
)
_SETBACK = "MERGE (s:Setback {key: $key}) SET s:Ledger, s.where = $where, s.why = $why"
"""A place may be longer than an index takes: its digest is the key."""


class Recorded(Claimed):
    """The recorded half of the ledger; see `kg.graph.ledger.Ledger` for each verb."""

    def put(self, told: Sequence[tuple[Resolved, Kept]]) -> None:
        """Record stories that are new: text, told, entities, names, mentions, refusals."""
        self._turn.fresh |= {resolved.story.story_id for resolved, _ in told}
        ordered = sorted(told, key=lambda pair: pair[0].story.story_id)
        stories = [resolved.story for resolved, _ in ordered]
        texts = sorted({codec.text_id(s): s.source.text for s in stories}.items())
        for some in by_size(texts, (len(text) for _, text in texts), BYTES):
            self._run(_DOCUMENTS, [{"id": key, "text": text} for key, text in some])
        for part in by_size(ordered, (len(s.text) for s in stories), BYTES):
            self._run(_PUT, [_recorded(*one) for one in part])
        bodies = {kept.told.story_id: kept.told.body for _, kept in ordered}
        self._run(_MARKS, [{"mark": m, "story_id": s} for s, b in bodies.items() for m in marks(b)])
        told_by = sorted((s.publisher, s.story_id) for s in stories if s.publisher)
        self._run(_SOURCES, [{"publisher": p, "story_id": s} for p, s in told_by])

    def words(self, story_ids: Collection[str]) -> dict[str, str]:
        """A digest of the text of each of these stories that is recorded."""
        return {r["story_id"]: r["words"] for r in self._rows(_WORDS, sorted(set(story_ids)))}

    def story_ids(self) -> list[str]:
        """The id of every recorded story, sorted."""
        return sorted(r["id"] for r in self._link.rows("MATCH (r:Record) RETURN r.story_id AS id"))

    def story(self, story_id: str) -> Story | None:
        """The story with its source text."""
        rows = self._link.rows(_STORY, id=story_id)
        return codec.whole(rows[0]["record"], rows[0]["text"]) if rows else None

    def kept(self, story_ids: Collection[str] | None = None) -> Iterator[Kept]:
        """The records of these stories (None: of all), sorted by story id."""
        wanted = self.story_ids() if story_ids is None else sorted(set(story_ids))
        for ids in slices(wanted, PAGE):
            claims: dict[str, list[Claim]] = defaultdict(list)
            for claim in self.claims(stories=ids):
                claims[claim.story_id].append(claim)
            rows = {r["story"]["story_id"]: r for r in self._rows(_KEPT, ids)}
            for story_id in ids:
                if story_id in rows:
                    own = sorted(claims[story_id], key=lambda c: c.claim_id)
                    yield codec.kept_of(rows[story_id], own)

    def spans(
        self, stories: Collection[str] | None = None, nodes: Collection[str] | None = None
    ) -> list[tuple[str, Span]]:
        """Mentions as told, (story_id, span), in these stories (None: all) of these nodes."""
        among = set(nodes) if nodes is not None else None
        if stories is None:
            stories = self.story_ids() if among is None else self._naming(among)
        rows = self._rows(_SPANS, sorted(set(stories)))
        found = [(r["story_id"], codec.span(m)) for r in rows for m in r["mentions"]]
        return [f for f in found if among is None or f[1][0] in among]

    def _naming(self, nodes: Collection[str]) -> set[str]:
        """The stories that may mention the nodes: what is not drawn as MENTIONS is `loose`."""
        found = self._rows(_MENTIONED, sorted(nodes)) + self._link.rows(_LOOSE)
        return {r["id"] for r in found}

    def refusals(self, without: Collection[str]) -> list[Refusal]:
        """The refusals of all stories but these, in no order."""
        rows = self._link.rows(_REFUSALS, without=sorted(without))
        return [Refusal.model_validate_json(r["refusal"]) for r in rows]

    def undated(self, without: Collection[str]) -> int:
        """How many stories but these have no `attested` date."""
        return int(self._link.rows(_UNDATED, without=sorted(without))[0]["count"])

    def named_in(self, story_ids: Collection[str]) -> set[str]:
        """The nodes of which these stories say something (entities and names)."""
        return {n for r in self._rows(_NAMED_IN, sorted(set(story_ids))) for n in r["nodes"]}

    def told_of(
        self, nodes: Collection[str], without: Collection[str]
    ) -> tuple[list[Entity], list[Name]]:
        """What all stories but these say of the nodes, each thing once."""
        given = {"nodes": sorted(set(nodes)), "without": sorted(set(without))}
        entities, names = (
            [r["told"] for r in self._link.rows(_TOLD_OF.format(nodes=n, told=t), **given)]
            for n, t in (("nodes", "entities"), ("called", "names"))
        )
        return [codec.entity(e) for e in entities], [codec.name(n) for n in names]

    def judgements(self) -> list[Judgement]:
        """Every judgement, in no order; a write reads them once, as nobody else can add to them."""
        known = self._turn.judgements if self._turn.running else None
        if known is None:
            rows = self._link.rows("MATCH (j:Judgement) RETURN j.record AS record")
            known = [Judgement.model_validate_json(r["record"]) for r in rows]
            self._turn.judgements = known
        return list(known)

    def put_judgement(self, judgement: Judgement) -> None:
        """Record a judgement whose id is new."""
        self._turn.judged, self._turn.judgements = True, None
        self._link.run(
            "CREATE (j:Ledger:Judgement {judgement_id: $id, record: $record})",
            id=judgement.judgement_id,
            record=codec.text(judgement),
        )

    def setbacks(self) -> list[Setback]:
        """Every setback, sorted by place."""
        rows = self._link.rows("MATCH (s:Setback) RETURN s.where AS where, s.why AS why")
        return sorted((Setback.model_validate(r) for r in rows), key=lambda s: s.where)

    def put_setback(self, setback: Setback) -> None:
        """Record a setback, in place of one of the same place."""
        self._link.run(_SETBACK, key=digest(setback.where, size=32), **setback.model_dump())

    def drop_setback(self, where: str) -> None:
        """Forget the setback of that place, if any."""
        self._link.run("MATCH (s:Setback {key: $key}) DELETE s", key=digest(where, size=32))


def _recorded(resolved: Resolved, kept: Kept) -> dict[str, object]:
    story = story_node(resolved.story, kept.told).properties
    return {"record": codec.record_row(resolved, kept), "story": story}
