"""What the embedded store recorded, read back as records."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TypeVar

from kg.graph.ddl import AMONG, CLAIM, ENTITY, JUDGEMENT, REFUSAL, TOLD, Columns, Tables, among
from kg.graph.export import present
from kg.graph.view import Kept, placed
from kg.resolve.judged import retractions
from kg.resolve.register import Name
from schemas.claim import Claim, Entity
from schemas.evidence import Source, Story
from schemas.judgement import Judgement

T = TypeVar("T")


def judged(tables: Tables) -> list[Judgement]:
    """Every judgement, in no order."""
    rows = tables.query(f"SELECT {JUDGEMENT.select('judgements')} FROM judgements")  # noqa: S608
    return [JUDGEMENT.read(row) for row in rows]


def gone(tables: Tables) -> set[str]:
    """The ids of the stories that are retracted."""
    some = tables.query("SELECT 1 FROM judgements WHERE sort = 'retract' LIMIT 1")
    return set(retractions(judged(tables))) if some else set()


def recorded(tables: Tables) -> list[Kept]:
    """Every story's record (without its text), retracted or not, sorted by story id."""
    entities = _by_story(tables, "entities", ENTITY)
    claims = _by_story(tables, "claims", CLAIM)
    refusals = _by_story(tables, "refusals", REFUSAL)
    names: dict[str, list[Name]] = defaultdict(list)
    for of_story, *name in tables.query("SELECT of_story, node, label, short FROM names"):
        names[of_story].append((name[0], name[1], name[2]))
    rows = tables.query(f"SELECT {TOLD.select('stories')} FROM stories ORDER BY story_id")  # noqa: S608
    return [
        Kept(
            told=told,
            entities=tuple(entities[told.story_id]),
            names=tuple(names[told.story_id]),
            claims=tuple(claims[told.story_id]),
            refusals=tuple(sorted(refusals[told.story_id], key=placed)),
        )
        for told in map(TOLD.read, rows)
    ]


def _by_story(tables: Tables, table: str, columns: Columns[T]) -> dict[str, list[T]]:
    found: dict[str, list[T]] = defaultdict(list)
    rows = tables.query(f"SELECT of_story, {columns.select(table)} FROM {table}")  # noqa: S608
    for of_story, *row in rows:
        found[of_story].append(columns.read(row))
    return found


def members(tables: Tables, node: str | None) -> str:
    """All nodes that are one with this one, as the parameter of `AMONG`."""
    sql = "SELECT node FROM nodes WHERE now = (SELECT now FROM nodes WHERE node = ?)"
    return among({n for (n,) in tables.query(sql, node)} | ({node} if node else set()))


def mentions_of(
    tables: Tables, node: str | None, story_id: str | None
) -> list[tuple[str, str, int, int, str]]:
    """Where things are named in stories that count; None stands for any node or story."""
    rows = tables.query(
        'SELECT DISTINCT of_story, coalesce(now, m.node), "start", "end", surface'  # noqa: S608
        " FROM mentions m LEFT JOIN nodes n ON n.node = m.node"
        f" WHERE (? IS NULL OR m.node IN {AMONG}) AND (? IS NULL OR of_story = ?)"
        f" AND of_story NOT IN {AMONG} ORDER BY 1, 2, 3, 4, 5",
        *(node, members(tables, node), story_id, story_id, among(gone(tables))),
    )
    return [(s, n, start, end, surface) for s, n, start, end, surface in rows]


def claims_of(tables: Tables, node: str | None, story_id: str | None) -> list[Claim]:
    """Claims of stories that count, as `claims_where` gives them; None stands for any."""
    where, args = [f"of_story NOT IN {AMONG}"], [among(gone(tables))]
    if node is not None:
        where.append(f"(head_node IN {AMONG} OR tail_node IN {AMONG})")
        args += [members(tables, node)] * 2
    if story_id is not None:
        where.append("of_story = ?")
        args.append(story_id)
    return claims_where(tables, " AND ".join(where), *args)


def claims_where(tables: Tables, where: str, *args: str) -> list[Claim]:
    """The claims that the condition fits, ends under their present nodes, sorted by claim id."""
    rows = tables.query(
        f"SELECT h.now, t.now, {CLAIM.select('c')} FROM claims c"  # noqa: S608 - our own words
        " LEFT JOIN nodes h ON h.node = head_node LEFT JOIN nodes t ON t.node = tail_node"
        f" WHERE {where} ORDER BY claim_id, of_story",
        *args,
    )
    found = []
    for head, tail, *row in rows:
        claim = CLAIM.read(row)
        now = {claim.head_node: head, claim.tail_node: tail or claim.tail_node}
        found.append(present(claim, now))
    return found


def entities_in(tables: Tables, story_id: str) -> list[tuple[str, Entity]]:
    """The story's entities under their present nodes, each with the story's id."""
    rows = tables.query(
        f"SELECT now, {ENTITY.select('e')} FROM entities e JOIN nodes n ON n.node = e.node"  # noqa: S608
        " WHERE of_story = ?",
        story_id,
    )
    found = [(now, ENTITY.read(row)) for now, *row in rows]
    return [(story_id, e.model_copy(update={"node": now})) for now, e in found]


def bare(story: Story) -> str:
    """The story as JSON without its source text, which is kept once for all its stories."""
    return story.model_dump_json(exclude={"source": {"text"}})


def whole(record: str, text: str) -> Story:
    """The story again, from its JSON and the source text."""
    fields = json.loads(record)
    fields["source"] = Source(text=text, **fields["source"])
    return Story.model_validate(fields)
