"""One small world in both engines: the same rows in a real Neo4j and in ArcadeDB."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.graph.bolt import Link
from kg.graph.cypher import Answer, Limits, ask
from kg.graph.cypher.engine import Arcade
from kg.graph.cypher.projection import asked, batches, known
from kg.graph.memory import Memory
from kg.graph.shape import Node, Relationship
from schemas.claim import Claim, Resolved
from tests.graph.factories import claim, entity, story
from tests.graph.generated import stories

LIMITS = Limits(seconds=60.0, most=5000)
KNOWN = "2025-06-09T12:00:00Z"


class Both(NamedTuple):
    """The two engines."""

    neo4j: Link
    arcade: Arcade

    def ask(self, query: str, **values: object) -> tuple[Answer, Answer]:
        """What each answers, checked on the way as the program does it."""
        server = ask(self.neo4j, query, values, limits=LIMITS)
        return server, self.embedded(query, values)

    def embedded(self, query: str, values: Mapping[str, object]) -> Answer:
        return asked(self.arcade, query, values, LIMITS)

def told() -> Iterator[Resolved]:
    """Generated stories, and a few whose turns are known."""
    yield from stories(120, seed=7)
    for number, (published, status) in enumerate(
        (("2025-01-02", "rumoured"), ("2025-02-03", "denied"), ("2025-03-04", "completed"))
    ):
        paper = "The Ledger" if number else "Harbour Post"
        text = f"Orrin Metals and Keld, part {number}: it is {status}."
        yield _turn(f"turn-{number}", text, paper, published, status)


def _turn(story_id: str, text: str, paper: str, published: str, status: str) -> Resolved:
    own = story(story_id, text, publisher=paper, published=published)
    said = claim(own, "firm:orrin-metals", "ACQUIRES", "firm:keld", status=status)
    assert isinstance(said, Claim)
    things = entity("firm:orrin-metals"), entity("firm:keld")
    return Resolved(story=own, entities=things, claims=(said,))


def filled() -> Memory:
    store = Memory()
    store.add(list(told()), known_from=KNOWN)
    return store


def load(link: Link, rows: Iterable[Node | Relationship]) -> None:
    """Put the rows in a server that is empty."""
    at: dict[tuple[str, str], str] = {}
    link.run("MATCH (n) DETACH DELETE n")
    for batch in batches(known(rows)):
        if "labels" in batch:
            labels = ":".join(batch["labels"])
            made = _created(link, labels, batch["rows"])
            ends = (Node(batch["labels"], row).end for row in batch["rows"])
            at |= dict(zip(ends, made, strict=True))
        else:
            ties = [[at[s], at[e], p] for s, e, p in batch["ties"]]
            link.run(
                "UNWIND $ties AS t MATCH (a) WHERE elementId(a) = t[0]"
                " MATCH (b) WHERE elementId(b) = t[1]"
                f" CREATE (a)-[r:{batch['type']}]->(b) SET r = t[2]",
                ties=ties,
            )


def _created(link: Link, labels: str, rows: list[object]) -> list[str]:
    query = f"UNWIND $rows AS row CREATE (n:{labels}) SET n = row RETURN elementId(n) AS id"
    return link.write(lambda: [str(row["id"]) for row in link.rows(query, rows=rows)])


def empty(link: Link) -> None:
    link.run("MATCH (n) DETACH DELETE n")


def told_alike(answer: Answer, *, ordered: bool) -> list[str]:
    """The rows as texts that can be compared; sorted where the query gives no order."""
    rows = [json.dumps(_rounded(row), ensure_ascii=False, sort_keys=True) for row in answer.rows]
    return rows if ordered else sorted(rows)


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, list):
        return [_rounded(v) for v in value]
    return {n: _rounded(v) for n, v in value.items()} if isinstance(value, dict) else value
