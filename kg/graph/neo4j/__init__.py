"""The record and its graph on a Neo4j server, through Bolt."""

from __future__ import annotations

from pathlib import Path

from kg.graph.bolt import Link
from kg.graph.neo4j.ledger import Neo4jLedger
from kg.graph.recording import Recording

__all__ = ["Neo4jLedger", "Server"]


class Server(Recording):
    """The store in one database of a Neo4j server; an empty one is set up.

    The link is the store's own from now on: closed with it, or at once where it is refused.
    What is computed from the store is kept under `home`, where one is given.
    """

    def __init__(self, link: Link, home: Path | None = None) -> None:
        try:
            super().__init__(Neo4jLedger(link, home))
        except BaseException:
            link.close()
            raise
