"""What the embedded store records, in tables: written once, read back as records."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeVar

from kg.graph.copies import marks
from kg.graph.ddl import (
    AMONG,
    CLAIM,
    ENTITY,
    JUDGEMENT,
    REFUSAL,
    SETBACK,
    TOLD,
    Columns,
    Tables,
    among,
    insert,
)
from kg.graph.ledger import Ref, Rested, Span
from kg.graph.state import Told, Witness
from kg.graph.view import Kept, placed, words_of
from kg.resolve.register import Name
from schemas.claim import Claim, Entity, Refusal, Resolved
from schemas.evidence import Setback, Source, Story, digest
from schemas.judgement import Judgement

T = TypeVar("T")


def limited(**wanted: Collection[str] | None) -> tuple[str, list[str]]:
    """The condition that each column is among its values (None: any), and its parameters.

    A column that may be anything is left out: a condition that is always true hides the index.
    """
    given = {column: values for column, values in wanted.items() if values is not None}
    said = " AND ".join(f"{column} IN {AMONG}" for column in given)
    return f" WHERE {said}" if said else "", [among(set(values)) for values in given.values()]


class Booked:
    """The recorded half of the SQLite ledger; see `kg.graph.ledger.Ledger` for each verb."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def put(self, told: Sequence[tuple[Resolved, Kept]]) -> None:
        """Record stories that are new: text, told, entities, names, mentions, refusals."""
        for resolved, kept in told:
            self._put(resolved, kept)

    def _put(self, resolved: Resolved, kept: Kept) -> None:
        story, key, many = resolved.story, resolved.story.story_id, self._tables.many
        text_id = digest(story.source.text, size=32)
        many(insert("texts", 2, "INSERT OR IGNORE"), [(text_id, story.source.text)])
        row = (*TOLD.write(kept.told), text_id, words_of(story), bare(story))
        many(insert("stories", len(row)), [row])
        many(insert("marks", 2), [(mark, key) for mark in sorted(marks(kept.told.body))])
        entities = [(key, *ENTITY.write(e)) for e in kept.entities]
        many(insert("entities", len(ENTITY.names) + 1), entities)
        many(insert("names", 4), [(key, *name) for name in kept.names])
        many(insert("mentions", 5), [(key, *m) for m in sorted(set(resolved.mentions))])
        refusals = [(key, *REFUSAL.write(r)) for r in kept.refusals]
        many(insert("refusals", len(REFUSAL.names) + 1), refusals)

    def words(self, story_ids: Collection[str]) -> dict[str, str]:
        """A digest of the text of each of these stories that is recorded."""
        sql = f"SELECT story_id, words FROM stories WHERE story_id IN {AMONG}"  # noqa: S608
        return dict(self._tables.query(sql, among(set(story_ids))))

    def alike(self, marks: Collection[str]) -> list[Told]:
        """The stories whose bodies bear one of these marks, in no order."""
        sql = (
            f"SELECT {TOLD.select('stories')} FROM stories WHERE story_id IN"  # noqa: S608
            f" (SELECT of_story FROM marks WHERE mark IN {AMONG})"
        )
        return [TOLD.read(row) for row in self._tables.query(sql, among(set(marks)))]

    def story_ids(self) -> list[str]:
        """The id of every recorded story, sorted."""
        rows = self._tables.query("SELECT story_id FROM stories ORDER BY story_id")
        return [story_id for (story_id,) in rows]

    def story(self, story_id: str) -> Story | None:
        """The story with its source text."""
        sql = 'SELECT record, "text" FROM stories JOIN texts USING (text_id) WHERE story_id = ?'
        rows = self._tables.query(sql, story_id)
        return whole(*rows[0]) if rows else None

    def kept(self, story_ids: Collection[str] | None = None) -> Iterator[Kept]:
        """The records of these stories (None: of all), sorted by story id."""
        entities = self._by_story("entities", ENTITY, story_ids)
        claims = self._by_story("claims", CLAIM, story_ids)
        refusals = self._by_story("refusals", REFUSAL, story_ids)
        names: dict[str, list[Name]] = defaultdict(list)
        only, args = limited(of_story=story_ids)
        sql = f"SELECT of_story, node, label, short FROM names{only}"  # noqa: S608
        for of_story, *name in self._tables.query(sql, *args):
            names[of_story].append((name[0], name[1], name[2]))
        only, args = limited(story_id=story_ids)
        sql = f"SELECT {TOLD.select('stories')} FROM stories{only} ORDER BY story_id"  # noqa: S608
        for told in map(TOLD.read, self._tables.query(sql, *args)):
            yield Kept(
                told=told,
                entities=tuple(entities[told.story_id]),
                names=tuple(names[told.story_id]),
                claims=tuple(claims[told.story_id]),
                refusals=tuple(sorted(refusals[told.story_id], key=placed)),
            )

    def _by_story(
        self, table: str, columns: Columns[T], story_ids: Collection[str] | None
    ) -> dict[str, list[T]]:
        found: dict[str, list[T]] = defaultdict(list)
        only, args = limited(of_story=story_ids)
        sql = f"SELECT of_story, {columns.select(table)} FROM {table}{only}"  # noqa: S608
        for of_story, *row in self._tables.query(sql, *args):
            found[of_story].append(columns.read(row))
        return found

    def spans(
        self, stories: Collection[str] | None = None, nodes: Collection[str] | None = None
    ) -> list[tuple[str, Span]]:
        """Mentions as told, (story_id, span), in these stories (None: all) of these nodes."""
        only, args = limited(of_story=stories, node=nodes)
        sql = f'SELECT of_story, node, "start", "end", surface FROM mentions{only}'  # noqa: S608
        rows = self._tables.query(sql, *args)
        return [(of_story, (n, start, end, surface)) for of_story, n, start, end, surface in rows]

    def refusals(self, without: Collection[str]) -> list[Refusal]:
        """The refusals of all stories but these, in no order."""
        sql = (
            f"SELECT {REFUSAL.select('refusals')} FROM refusals"  # noqa: S608
            f" WHERE of_story NOT IN {AMONG}"
        )
        return [REFUSAL.read(row) for row in self._tables.query(sql, among(set(without)))]

    def undated(self, without: Collection[str]) -> int:
        """How many stories but these have no `attested` date."""
        sql = "SELECT count(*) FROM stories WHERE attested IS NULL AND story_id NOT IN "
        return int(self._tables.query(sql + AMONG, among(set(without)))[0][0])

    def named_in(self, story_ids: Collection[str]) -> set[str]:
        """The nodes of which these stories say something (entities and names)."""
        some = among(set(story_ids))
        rows = self._tables.query(
            f"SELECT node FROM entities WHERE of_story IN {AMONG}"  # noqa: S608
            f" UNION SELECT node FROM names WHERE of_story IN {AMONG}",
            some,
            some,
        )
        return {node for (node,) in rows}

    def told_of(
        self, nodes: Collection[str], without: Collection[str]
    ) -> tuple[list[Entity], list[Name]]:
        """What all stories but these say of the nodes."""
        only = f"WHERE node IN {AMONG} AND of_story NOT IN {AMONG}"
        args = among(set(nodes)), among(set(without))
        told = self._tables.query(f"SELECT {ENTITY.select('entities')} FROM entities {only}", *args)  # noqa: S608
        names = self._tables.query(f"SELECT node, label, short FROM names {only}", *args)  # noqa: S608
        return [ENTITY.read(row) for row in told], [(n, label, s) for n, label, s in names]

    def judgements(self) -> list[Judgement]:
        """Every judgement, in no order."""
        rows = self._tables.query(f"SELECT {JUDGEMENT.select('judgements')} FROM judgements")  # noqa: S608
        return [JUDGEMENT.read(row) for row in rows]

    def put_judgement(self, judgement: Judgement) -> None:
        """Record a judgement whose id is new."""
        row = JUDGEMENT.write(judgement)
        self._tables.many(insert("judgements", len(row)), [row])

    def setbacks(self) -> list[Setback]:
        """Every setback, sorted by place."""
        sql = f'SELECT {SETBACK.select("setbacks")} FROM setbacks ORDER BY "where"'  # noqa: S608
        return [SETBACK.read(row) for row in self._tables.query(sql)]

    def put_setback(self, setback: Setback) -> None:
        """Record a setback, in place of one of the same place."""
        row = SETBACK.write(setback)
        self._tables.many(insert("setbacks", len(row), "INSERT OR REPLACE"), [row])

    def drop_setback(self, where: str) -> None:
        """Forget the setback of that place, if any."""
        self._tables.run('DELETE FROM setbacks WHERE "where" = ?', where)

    def put_claims(self, rows: Sequence[Rested]) -> None:
        """Record claims of stories that are new."""
        written = [(r.claim.story_id, *CLAIM.write(r.claim), r.edge_id) for r in rows]
        self._tables.many(insert("claims", len(CLAIM.names) + 2), written)

    def rest(self, edges: Mapping[Ref, str | None]) -> None:
        """Set the edge that each of these claims supports."""
        self._tables.many(
            "UPDATE claims SET edge_id = ? WHERE of_story = ? AND claim_id = ?",
            [(edge, *ref) for ref, edge in sorted(edges.items())],
        )

    def claims(
        self, *, nodes: Collection[str] | None = None, stories: Collection[str] | None = None
    ) -> list[Claim]:
        """Claims as told with an end among the nodes, of these stories (None: any), unsorted."""
        only, args = limited(of_story=stories)
        if nodes is not None:
            only += " AND " if only else " WHERE "
            only += f"(head_node IN {AMONG} OR tail_node IN {AMONG})"
            args += [among(set(nodes))] * 2
        found = f"SELECT {CLAIM.select('claims')} FROM claims{only}"  # noqa: S608
        return [CLAIM.read(row) for row in self._tables.query(found, *args)]

    def touching(self, nodes: Collection[str], stories: Collection[str]) -> list[Rested]:
        """Claims with an end among the nodes as told, and all claims of the stories."""
        rows = self._tables.query(
            f"SELECT edge_id, {CLAIM.select('claims')} FROM claims"  # noqa: S608
            f" WHERE head_node IN {AMONG} OR tail_node IN {AMONG} OR of_story IN {AMONG}",
            *[among(set(nodes))] * 2,
            among(set(stories)),
        )
        return [Rested(CLAIM.read(row), edge_id) for edge_id, *row in rows]

    def witnesses(self, edge_ids: Collection[str]) -> list[Witness]:
        """The claims that support these edges, with their stories."""
        cut = len(CLAIM.names)
        rows = self._tables.query(
            f"SELECT {CLAIM.select('c')}, {TOLD.select('s')} FROM claims c"  # noqa: S608
            f" JOIN stories s ON s.story_id = c.of_story WHERE c.edge_id IN {AMONG}",
            among(set(edge_ids)),
        )
        return [Witness(CLAIM.read(row[:cut]), TOLD.read(row[cut:])) for row in rows]


def bare(story: Story) -> str:
    """The story as JSON without its source text, which is kept once for all its stories."""
    return story.model_dump_json(exclude={"source": {"text"}})


def whole(record: str, text: str) -> Story:
    """The story again, from its JSON and the source text."""
    fields = json.loads(record)
    fields["source"] = Source(text=text, **fields["source"])
    return Story.model_validate(fields)
