"""The schema of a Neo4j store: set up where there is nothing, brought up to date when asked.

Every step can be cut off anywhere and repeated. Bias: a database that holds anything that is not
surely ours is refused and left as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from kg.graph.age import newer, older
from kg.graph.bolt import Link
from schemas.derive import cypher_constraints
from schemas.errors import StoreError

__all__ = ["SCHEMA", "Step", "migrate", "prepare", "version"]

ATTEMPTS = 5
"""How often a schema statement is tried: two that start at once get in each other's way."""


class Step(NamedTuple):
    """What leads to a version: it may be carried out again after it was cut off."""

    version: int
    carry_out: Callable[[Link], None]


def _set_up(link: Link) -> None:
    define(link, cypher_constraints())


def _mark(link: Link) -> None:
    """Make every story's body and marks anew, and what follows from who copies whom."""
    from kg.graph.neo4j.remarking import remark

    define(link, cypher_constraints())
    link.define("DROP INDEX node_record_body IF EXISTS")
    remark(link, version=1)


STEPS: tuple[Step, ...] = (Step(1, _set_up), Step(2, _mark))
"""The steps in order; the last one's version is this program's."""
SCHEMA = STEPS[-1].version

_VERSION = "MATCH (b:Books) RETURN b.version AS version"
_REACHED = (
    "MERGE (b:Ledger:Books {name: 'books'})"
    " ON CREATE SET b.version = $version, b.writes = 0, b.recast = 0"
    " ON MATCH SET b.version = CASE WHEN b.version < $version THEN $version ELSE b.version END"
)


def version(link: Link) -> int:
    """The version of the schema; 0 for an empty database, StoreError for one not for us."""
    found = link.rows(_VERSION)
    if found:
        reached = int(found[0]["version"])
        if reached > SCHEMA:
            raise newer(reached, SCHEMA, link.place)
        return reached
    if link.rows("MATCH (n) RETURN 1 AS some LIMIT 1"):
        cure = "choose an empty database (KG_NEO4J_DATABASE); this one was left as it is"
        raise StoreError("not a knockon store, and not empty", where=link.place, cure=cure)
    return 0


def migrate(link: Link) -> None:
    """Bring the store to this program's version, step by step; a step cut off is repeated."""
    reached = version(link)
    for step in STEPS:
        if step.version > reached:
            step.carry_out(link)
            link.run(_REACHED, version=step.version)
    complete(link)


def prepare(link: Link) -> None:
    """Set up an empty database; StoreError for a store that must be migrated first."""
    reached = version(link)
    if not reached:
        migrate(link)
    elif reached < SCHEMA:
        raise older(reached, SCHEMA, link.place)
    else:
        complete(link)


def complete(link: Link) -> None:
    """Define what the vocabulary asks for and is not there: types may be added later."""
    rows = link.rows("SHOW INDEXES YIELD name")
    names = {row["name"] for row in rows}
    define(link, [s for s in cypher_constraints() if s.split()[2] not in names])


def define(link: Link, statements: Sequence[str]) -> None:
    """Carry out schema statements, each of which may be repeated, and wait for their indexes."""
    for statement in statements:
        _defined(link, statement)
    if statements:
        link.rows("CALL db.awaitIndexes(300)")


def _defined(link: Link, statement: str) -> None:
    for left in reversed(range(ATTEMPTS)):
        try:
            link.define(statement)
        except StoreError:
            if not left:
                raise
        else:
            return
