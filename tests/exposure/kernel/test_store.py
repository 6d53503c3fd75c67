"""The kernel of a store: made from its packed edges, kept on disk, never older than the store."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kg.exposure import exposed_to, shocks_for
from kg.exposure import kernel as kernels
from kg.exposure.kernel import Kernel, cache, kernel_of
from kg.exposure.links import Links
from kg.exposure.spread import spread
from kg.graph import open_store
from kg.graph.contract import Store
from kg.graph.ledgerview import LedgerView
from kg.graph.memory import Memory
from kg.graph.packed import pack
from schemas.base import CHANNELS
from tests.graph.factories import claim, entity, resolved, story
from tests.graph.generated import stories

KNOWN = "2025-07-01"
TOLD = list(stories(60))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(str(tmp_path / "a.db"))) as opened:
        opened.add(TOLD, known_from=KNOWN)
        yield opened


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "KEPT", 1)


def kernel(store: Store) -> Kernel:
    found = kernel_of(store.view())
    assert found
    return found


def reached(links: Links, node: str) -> dict[tuple[str, str], float]:
    found = spread(links, [(node, "supply", -1.0), (node, "access", -0.5)], epsilon=0.0)
    return {(n, c): s for n, at in found.score.items() for c, s in at.items()}


def test_a_stores_edges_are_packed_as_they_are_drawn(store: Store) -> None:
    view = store.view()
    assert isinstance(view, LedgerView)
    (page,), drawn = view.ledger.packed(), list(view.edges())
    heads = [head for head, many in zip(page.head, page.many, strict=True) for _ in range(many)]
    rows = zip(page.edge_id, heads, page.type, page.tail, page.length, strict=True)
    told = {e.edge_id: e for e in drawn}
    at = 0
    for edge_id, head, type_, tail, length in rows:
        edge = told.pop(edge_id)
        assert (edge.head, edge.type, edge.tail) == (head, type_, tail)
        assert page.packed[at : at + length] == pack(edge)
        at += length
    assert not told
    assert view.ledger.drawn([e.edge_id for e in drawn[:9]]) == drawn[:9]


def test_a_node_whose_id_holds_the_mark_between_texts_is_read_row_by_row(store: Store) -> None:
    told = story("odd", "Odd supplies Tavola.")
    odd = claim(told, "firm:o\x1fdd", "SUPPLIES", "firm:tavola")
    back = claim(told, "firm:tavola", "SUPPLIES", "firm:o\x1fdd")
    store.add([resolved(told, odd, back)], known_from=KNOWN)
    graph = kernel(store).graph
    assert graph.edges == sum(1 for e in store.view().edges() if e.tail)
    assert graph.nodes.number("firm:o\x1fdd") is not None


def test_a_store_is_asked_alike_with_and_without_its_kernel(store: Store) -> None:
    view = store.view()
    claims = frozenset(c.claim_id for e in list(view.edges())[::7] for c in e.claims[:1])
    for without in (frozenset[str](), claims):
        for node in [e.node for e in view.entities()][:25]:
            links = Links(view, without=without)
            plain = replace(links, plain=True, _known={}, _engine=[])
            assert reached(links, node) == pytest.approx(reached(plain, node), abs=1e-12)
            assert {c: links.leaving(node, c) and [x.edge for x in links.leaving(node, c)]
                    for c in CHANNELS} == {
                c: plain.leaving(node, c) and [x.edge for x in plain.leaving(node, c)]
                for c in CHANNELS}  # fmt: skip


def test_an_answer_is_the_same_from_every_kind_of_view(store: Store) -> None:
    memory = Memory()
    memory.add(TOLD, known_from=KNOWN)
    view, oracle = store.view(), memory.view()
    for node in [e.node for e in oracle.entities()][:12]:
        for shock in shocks_for(oracle, node):
            assert exposed_to(view, shock) == exposed_to(oracle, shock)


def test_a_projection_is_kept_and_read_back(store: Store, kept: None, tmp_path: Path) -> None:
    first = kernel(store).graph
    folder = tmp_path / "a.db.kernel"
    assert [p.is_dir() for p in folder.iterdir()] == [True]
    again = cache.load(folder, next(folder.iterdir()).name)
    assert again
    assert again.types == first.types
    numbers = range(first.edges)
    assert list(map(again.id_of, numbers)) == list(map(first.id_of, numbers))
    with closing(open_store(str(tmp_path / "a.db"))) as other:
        found = reached(Links(other.view()), again.nodes[0])
    plain = Links(store.view(), plain=True)
    assert found == pytest.approx(reached(plain, again.nodes[0]), abs=1e-12)


def test_a_write_makes_a_new_kernel_and_the_old_one_goes(
    store: Store, kept: None, tmp_path: Path
) -> None:
    before = kernel(store).graph
    assert kernel(store).graph is before
    told = story("new", "Keld bought Tavola.")
    bought = claim(told, "firm:keld", "ACQUIRES", "firm:tavola")
    store.add([resolved(told, bought)], known_from=KNOWN)
    after = kernel(store).graph
    assert after.edges == before.edges + 1
    assert len(list((tmp_path / "a.db.kernel").iterdir())) == 1


@pytest.mark.parametrize("hurt", ["about.json", "came.npy"])
def test_a_damaged_cache_is_made_anew(store: Store, kept: None, tmp_path: Path, hurt: str) -> None:
    edges = kernel(store).graph.edges
    file = next((tmp_path / "a.db.kernel").iterdir()) / hurt
    file.write_bytes(file.read_bytes()[:40])
    with closing(open_store(str(tmp_path / "a.db"))) as other:
        assert kernel(other).graph.edges == edges


def test_a_store_that_was_made_again_does_not_find_the_old_ones_cache(
    store: Store, kept: None, tmp_path: Path
) -> None:
    kernel(store)
    store.close()
    for file in tmp_path.glob("a.db*"):
        if file.is_file():
            file.unlink()
    with closing(open_store(str(tmp_path / "a.db"))) as other:
        other.add(TOLD[:30], known_from=KNOWN)
        assert kernel(other).graph.edges == sum(1 for e in other.view().edges() if e.tail)


def test_a_folder_that_cannot_be_written_is_no_error(
    store: Store, kept: None, tmp_path: Path
) -> None:
    (tmp_path / "a.db.kernel").write_text("in the way")
    assert kernel(store).graph.edges


def test_what_is_not_in_the_graph_is_reached_by_its_own_shock_alone(store: Store) -> None:
    lonely = entity("firm:lonely")
    store.add([resolved(story("x", "Lonely is alone."), entities=(lonely,))], known_from=KNOWN)
    found = spread(Links(store.view()), [("firm:lonely", "supply", -1.0)])
    assert set(found.score) == {"firm:lonely"}


def test_a_number_that_the_bits_cannot_hold_is_written_in_full(store: Store) -> None:
    edge = next(e for e in store.view().edges() if e.claims)
    plain, odd = (edge.model_copy(update={"confidence": c}) for c in (0.999999, 1 / 3))
    assert len(pack(odd)) == len(pack(plain)) + 8
    assert struct.unpack_from("<d", pack(odd), 8) == (1 / 3,)
