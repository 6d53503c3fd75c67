"""The stores that laws are held against, and all that one can be asked: equal content, equal text.

A store is named by an address, so that another process can open it too. To hold a further one
against every law, add its name to `ALL` (and `SHARED`) and how to empty it to `kind_of_store`.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.credentials import access
from kg.graph import is_server, open_link, open_store
from kg.graph.contract import Store, View
from kg.settings import load

Fresh = Callable[[Path], str]
"""Gives the address of a store that holds nothing; it may use the folder."""
WIPE = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS"


def open_at(address: str) -> Store:
    """The store there; the environment says who opens it."""
    if not is_server(address):
        return open_store(address)
    return open_store(address, access(load({**os.environ, "KG_STORE": address})))


def memory(_: Path) -> str:
    """A store that is gone when it is closed."""
    return ":memory:"


def file(folder: Path) -> str:
    """A store in a file of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder / f"graph{len(list(folder.iterdir()))}.db")


def emptied(address: str) -> Fresh:
    """The one database of that server, emptied whenever it is asked for."""

    def fresh(_: Path) -> str:
        with closing(open_link(address, access(load({**os.environ, "KG_STORE": address})))) as link:
            link.define(WIPE)
        return address

    return fresh


ALL, SHARED = ("memory", "file", "neo4j"), ("file", "neo4j")
"""Every kind of store, and those that several processes can open."""
every_store = pytest.mark.parametrize("kind", ALL, indirect=True)
every_shared_store = pytest.mark.parametrize("kind", SHARED, indirect=True)


class Kind(NamedTuple):
    """A kind of store: its name, and how to get an empty one."""

    name: str
    fresh: Fresh


@pytest.fixture(name="kind")
def kind_of_store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Kind:
    """The kind of store of that name; what the server asks for is put into the environment."""
    if request.param != "neo4j":
        return Kind(request.param, {"memory": memory, "file": file}[request.param])
    server = request.getfixturevalue("neo4j")
    monkeypatch.setenv("KG_NEO4J_USER", server.user)
    monkeypatch.setenv("KG_NEO4J_PASSWORD", server.password)
    return Kind("neo4j", emptied(server.uri))


def opened(fresh: Fresh, folder: Path) -> Store:
    """An empty store."""
    return open_at(fresh(folder))


def seen(view: View, most: int | None = None) -> Iterator[object]:
    """All that a view can say, as text or tuples; at most so many things are looked up singly."""
    entities = list(view.entities())
    yield from (e.model_dump_json() for e in entities)
    for entity in entities[:most]:
        yield [e.node for e in view.find(entity.name)]
        out, into = view.out_edges(entity.node), view.in_edges(entity.node)
        yield [e.edge_id for e in out], [e.edge_id for e in into]
    yield from (e.model_dump_json() for e in view.edges())
    yield from (r.model_dump_json() for r in view.refusals())
    yield list(view.notes())


def told(store: Store, most: int | None = None) -> Iterator[object]:
    """All that a store can say of the present, as text or tuples; `most` as in `seen`."""
    yield from (json.dumps(row, ensure_ascii=False) for row in store.rows())
    yield from (c.model_dump_json() for c in store.claims())
    yield from store.mentions()
    yield from (j.model_dump_json() for j in store.judgements())
    yield from (s.model_dump_json() for s in store.setbacks())
    for resolved, known_from in store.records():
        yield known_from, resolved.model_dump_json()
    yield from seen(store.view(), most)


def digest_of(store: Store, most: int | None = None) -> str:
    """One digest of all that a store can say; `most` as in `seen`."""
    sums = hashlib.sha256()
    for line in told(store, most):
        sums.update(repr(line).encode("utf-8", "backslashreplace") + b"\n")
    return sums.hexdigest()
