"""A store's property graph kept beside it in ArcadeDB, made anew when the store has changed.

Each state of a store has a folder of its own, written elsewhere and moved into place whole, never
changed after: any number of processes may read it. Bias: rather made once too often than stale.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import itertools
import os
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from kg.graph.arcade import available
from kg.graph.bolt import Link
from kg.graph.contract import Store
from kg.graph.cypher import Answer, Limits, ask
from kg.graph.cypher.engine import Arcade, Row, build
from kg.graph.cypher.unsound import demand_sound
from kg.graph.shape import KEYS, Node, Relationship
from kg.graph.whole import shape
from schemas.base import edge_types, labels
from schemas.errors import StoreError
from schemas.evidence import digest
from schemas.when import When

__all__ = ["NOW", "Moment", "asked", "batches", "known", "label_sets", "opened", "projected"]

VERSION = "1"
"""Changes with `kg.graph.shape` and with how it is written here."""
BATCH = 2000
"""Rows that are sent at once."""
KEPT = 3600.0
"""Seconds for which a state that nobody asked for again is kept; no query runs so long."""
INDEXED = (("Entity", "name"), ("Claim", "claim_id"))


class Moment(NamedTuple):
    """Which state of the graph is meant; None is now."""

    as_of: When | None = None
    known_at: str | None = None


NOW = Moment()


def opened(store: Store, place: str, home: Path, moment: Moment, *, seconds: float) -> Arcade:
    """The store's graph at that moment, served read-only; `place` is the store's address.

    Folders are kept under `home`. StoreError where they cannot be written.
    """
    return Arcade(projected(store, place, home, moment), seconds)


def asked(
    engine: Arcade, query: str, values: Mapping[str, object], limits: Limits
) -> Answer:
    """What the served graph answers; the engine is ended where it takes too long."""

    def second(link: Link, query: str, values: Mapping[str, object]) -> None:
        demand_sound(query)
        engine.demand(link, query, values)

    with engine.limited(limits.seconds):
        return ask(engine.link, query, values, limits=limits, second=second)


def projected(store: Store, place: str, home: Path, moment: Moment = NOW) -> Path:
    """The folder that holds the store's graph at that moment, made if need be."""
    shelf = home / "cypher" / digest("store", place)
    folder = shelf / _state(store, moment)
    try:
        if not folder.is_dir():
            _make(store, folder, moment)
        os.utime(folder)
        _tidy(shelf, folder)
    except OSError as error:
        why = f"the graph for Cypher cannot be kept ({error.strerror})"
        cure = "set KG_HOME to a folder that can be written"
        raise StoreError(why, where=str(shelf), cure=cure) from error
    return folder


def _state(store: Store, moment: Moment) -> str:
    """What tells this state apart, also from that of another store that once stood there."""
    if not available():
        cure = "install it with pip install 'knockon[cypher]'"
        raise StoreError("Cypher on an embedded store needs ArcadeDB", cure=cure)
    stories = list(store.story_ids())
    first = [record.known_from for record in store.records(stories[:1])]
    judged = [j.judgement_id for j in store.judgements()]
    engine = importlib.metadata.version("arcadedb-embedded")
    words = "\n".join([*sorted(edge_types()), *sorted(labels())])
    asked = str(moment.as_of or ""), moment.known_at or ""
    return digest(VERSION, engine, words, store.stamp(), *asked, *stories, *first, *judged)


def _make(store: Store, folder: Path, moment: Moment) -> None:
    """Write beside, then move there; a store that is written to meanwhile is read again."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = folder.with_name(f".{folder.name}-{os.getpid()}-{secrets.token_hex(4)}")
    try:
        for _ in range(3):
            before = store.stamp()
            build(fresh, _schema(), batches(known(shape(store, *moment))))
            if store.stamp() == before:
                break
            shutil.rmtree(fresh)
        else:
            raise StoreError("the store is written to all the time", cure="try again later")
        with contextlib.suppress(FileExistsError, OSError):  # another process was sooner
            fresh.rename(folder)
        if not folder.is_dir():
            raise OSError(0, "it is not there after it was made", str(folder))
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _tidy(shelf: Path, but: Path) -> None:
    """Take out what was asked for last an hour ago or longer."""
    for old in shelf.iterdir():
        if old != but:
            with contextlib.suppress(FileNotFoundError):
                if time.time() - old.stat().st_mtime > KEPT:
                    shutil.rmtree(old, ignore_errors=True)


def label_sets() -> list[list[str]]:
    """Every set of labels that a node may have, the one with a key first."""
    own = [["Entity", label] for label, kind in labels().items() if not kind.evidence]
    return [*([label] for label in KEYS), *own]


def _schema() -> Row:
    return {
        "nodes": label_sets(), "relationships": sorted(edge_types()), "keys": KEYS,
        "indexed": INDEXED,
    }  # fmt: skip


def known(rows: Iterable[Node | Relationship]) -> Iterator[Node | Relationship]:
    """The rows without relationships of a type that the vocabulary does not have (now)."""
    types = edge_types()
    return (row for row in rows if isinstance(row, Node) or row.type in types)


def batches(rows: Iterable[Node | Relationship], size: int = BATCH) -> Iterator[Row]:
    """The rows in groups of one kind: `labels` and `rows`, or `type` and `ties`.

    A tie is a start, an end (each label and key) and properties.
    """
    for sort, nodes in itertools.groupby(rows, key=lambda row: isinstance(row, Node)):
        waiting: dict[tuple[str, ...], list[object]] = {}
        for row in nodes:
            kind, told = _told(row)
            held = waiting.setdefault(kind, [])
            held.append(told)
            if len(held) == size:
                yield _batch(kind, waiting.pop(kind), nodes=sort)
        for kind, held in waiting.items():
            yield _batch(kind, held, nodes=sort)


def _told(row: Node | Relationship) -> tuple[tuple[str, ...], object]:
    if isinstance(row, Node):
        return row.labels, row.properties
    return (row.type,), [row.start, row.end, row.properties]


def _batch(kind: tuple[str, ...], told: list[object], *, nodes: bool) -> Row:
    return {"labels": kind, "rows": told} if nodes else {"type": kind[0], "ties": told}
