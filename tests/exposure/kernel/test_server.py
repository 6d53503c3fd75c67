"""The projection of a Neo4j store is kept in a folder of ours until the store is written to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kg.exposure import kernel as kernels
from kg.exposure.kernel import cache, kernel_of
from kg.exposure.kernel.projection import Projection
from kg.exposure.kernel.reading import project
from kg.graph.bolt import Access, Link
from kg.graph.ledger import Ledger
from kg.graph.neo4j import Server as Neo4jStore
from kg.graph.packed import pages
from tests.exposure.kernel.alike import bytes_of
from tests.graph.generated import stories
from tests.graph.stores import WIPE
from tests.neo4j_server import Server

KNOWN = "2025-07-01"
TOLD = list(stories(20))


class Opening:
    """Opens the one database, emptied at first, with a home for what is computed."""

    def __init__(self, server: Server, home: Path) -> None:
        self.server, self.home = server, home
        self.empty()

    def __call__(self) -> Neo4jStore:
        access = Access(self.server.user, self.server.password)
        return Neo4jStore(Link(self.server.uri, access), self.home)

    def empty(self) -> None:
        access = Access(self.server.user, self.server.password)
        with closing(Link(self.server.uri, access)) as link:
            link.define(WIPE)


@pytest.fixture
def opening(neo4j: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opening]:
    monkeypatch.setattr(kernels, "KEPT", 1)
    found = Opening(neo4j, tmp_path / "home")
    yield found
    found.empty()


def asked(store: Neo4jStore) -> Projection:
    found = kernel_of(store.view())
    assert found
    return found.graph


def cold(store: Neo4jStore) -> Projection:
    view = store.view()
    return project(pages(view.edges()), [e.node for e in view.entities() if e.label == "Country"])


def kept_in(ledger: Ledger) -> list[str]:
    folder = ledger.folder()
    assert folder
    return cache.contents(folder)


def test_it_is_found_again_until_the_store_is_written_to(opening: Opening) -> None:
    with closing(opening()) as store:
        store.add(TOLD[:10], known_from=KNOWN)
        first = bytes_of(asked(store))
        assert first == bytes_of(cold(store))
        before = store.ledger.content()
        assert kept_in(store.ledger) == [before]
    with closing(opening()) as store:
        assert store.ledger.content() == before
        found = kernels._read(store.ledger, before)
        assert found
        assert bytes_of(asked(store)) == bytes_of(found) == first
        store.add(TOLD[10:], known_from=KNOWN)
        assert store.ledger.content() != before
        assert bytes_of(asked(store)) == bytes_of(cold(store)) != first
        assert kept_in(store.ledger) == [store.ledger.content()]


def test_a_database_that_was_filled_again_does_not_find_what_was_kept(opening: Opening) -> None:
    contents = []
    for part in (TOLD[:10], TOLD[10:]):
        with closing(opening()) as store:
            store.add(part, known_from=KNOWN)
            assert bytes_of(asked(store)) == bytes_of(cold(store))
            contents.append(store.ledger.content())
        opening.empty()
    assert len(set(contents)) == 2


def test_the_place_and_what_is_kept_tell_no_credentials(opening: Opening) -> None:
    with closing(opening()) as store:
        store.add(TOLD, known_from=KNOWN)
        asked(store)
    said = [str(p) for p in opening.home.rglob("*")]
    said += [p.read_text("latin-1") for p in opening.home.rglob("*") if p.is_file()]
    assert said
    assert not [text for text in said if (opening.server.password or "password") in text]


def test_without_a_home_it_is_not_kept(opening: Opening) -> None:
    opening.home = None  # type: ignore[assignment]
    with closing(opening()) as store:
        store.add(TOLD, known_from=KNOWN)
        assert store.ledger.folder() is None
        assert asked(store).edges == cold(store).edges
