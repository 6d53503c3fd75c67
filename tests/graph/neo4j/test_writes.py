"""A write is kept whole or not at all, alone among writers, and repeated where it must be."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest

from kg.graph.bolt import Link, Unsure
from kg.graph.contract import STEPS, Added
from kg.graph.embedded import Embedded
from kg.graph.neo4j import Neo4jLedger, Server
from schemas.answer import StateEdge
from schemas.errors import SchemaError, StoreError
from tests.graph.adding import batch
from tests.graph.neo4j.conftest import Opening
from tests.graph.neo4j.shown import shown, wanted
from tests.graph.stores import told

T = TypeVar("T")
NOW = "2025-07-01"


def test_writers_queue_and_none_is_lost(link_to: Opening, link: Link) -> None:
    stores = [Server(link_to()) for _ in range(3)]
    model = Embedded(":memory:")
    with ThreadPoolExecutor(3) as pool:
        jobs = [pool.submit(stores[n % 3].add, batch(n), known_from=NOW) for n in range(9)]
        assert sum(job.result().stories for job in jobs) == 27
    for number in range(9):
        model.add(batch(number), known_from=NOW)
    assert list(told(stores[1])) == list(told(model))
    assert shown(link) == wanted(model)
    model.close()


@pytest.mark.parametrize("step", STEPS[:-1])
def test_a_write_that_fails_leaves_nothing(store: Server, link: Link, step: str) -> None:
    store.add(batch(0), known_from=NOW)
    before = list(told(store)), shown(link), store.stamp()

    def stop(reached: str) -> None:
        if reached == step:
            raise StoreError("cut off")

    with pytest.raises(StoreError, match=r"cut off"):
        store.add(batch(1), known_from=NOW, steps=stop)
    assert (list(told(store)), shown(link), store.stamp()) == before
    assert store.add(batch(1), known_from=NOW) == Added(3, 0, 9)


class Breaking(Link):
    """A link whose first commit is kept, though nobody hears of it."""

    broken = False

    def write(self, work: Callable[[], T]) -> T:
        """Write, and say once that it is not known whether that is kept."""
        given = super().write(work)
        if self.armed and not self.broken:
            self.broken = True
            raise Unsure("the connection broke during a commit")
        return given

    armed = False


def test_a_write_whose_commit_is_unsure_is_repeated_and_counted_once(
    link_to: Opening, link: Link
) -> None:
    first = link_to()
    first.__class__ = Breaking
    store = Server(first)
    first.armed = True  # type: ignore[attr-defined]
    assert store.add(batch(0), known_from=NOW) == Added(3, 0, 9)
    assert first.broken  # type: ignore[attr-defined]
    assert store.stamp() == "2"
    assert len(store.story_ids()) == 3


def test_an_edge_of_no_known_type_or_of_nothing_known_is_refused(link: Link) -> None:
    ledger = Neo4jLedger(link)
    given = {"edge_id": "e1", "head": "a", "tail": "b", "status": "asserted", "confidence": 0.5}
    for type_ in ("OWNS]->() DETACH DELETE n //", "MENTIONS", "owns"):
        with pytest.raises(SchemaError):
            ledger.write(lambda type_=type_: ledger.draw([StateEdge(type=type_, **given)]))  # type: ignore[misc]
    with pytest.raises(StoreError, match=r"nothing known"):
        ledger.write(lambda: ledger.draw([StateEdge(type="OWNS", **given)]))


def test_every_edge_is_read_once_in_order_over_many_pages(
    store: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.graph.neo4j.edges.PAGE", 2)
    for number in range(3):
        store.add(batch(number), known_from=NOW)
    edges = list(store.view().edges())
    assert [e.edge_id for e in edges] == sorted({e.edge_id for e in edges})
    out = {e.edge_id for node in store.view().entities() for e in store.view().out_edges(node.node)}
    assert out == {e.edge_id for e in edges}
