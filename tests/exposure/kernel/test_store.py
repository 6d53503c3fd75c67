"""The kernel of a store: made from its packed edges, kept on disk, never older than the store."""

from __future__ import annotations

import itertools
import multiprocessing
import struct
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kg.exposure import exposed_to, shocks_for
from kg.exposure import kernel as kernels
from kg.exposure.kernel import Kernel, cache, kernel_of
from kg.exposure.kernel.reading import project
from kg.exposure.links import Links
from kg.exposure.spread import spread
from kg.graph import open_store
from kg.graph.contract import Store
from kg.graph.ledgerview import LedgerView
from kg.graph.memory import Memory
from kg.graph.packed import framed, pack, pages
from schemas.answer import StateEdge
from schemas.base import CHANNELS
from tests.exposure.kernel.alike import bytes_of
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
    (page, last), drawn = view.ledger.packed(), list(view.edges())
    words = {word: number for number, word in last.words}
    told = {
        framed((e.head, e.type, e.tail, e.edge_id, pack(e)), words): e.edge_id for e in drawn
    }
    ends = list(itertools.accumulate(page.length, initial=0))
    assert page.packed[ends[-1] :] == b""
    found = [told[page.packed[a:b]] for a, b in itertools.pairwise(ends)]
    assert sorted(found) == [e.edge_id for e in drawn]
    assert view.ledger.drawn([e.edge_id for e in drawn[:9]]) == drawn[:9]


def test_an_edge_may_have_any_id_and_its_ends_any_name(store: Store) -> None:
    view = store.view()
    assert isinstance(view, LedgerView)
    edge = next(e for e in view.edges() if e.tail)
    odd = edge.model_copy(update={"edge_id": "the\0 odd one\x1f", "head": "firm:\ue000 \0\x1f"})
    view.ledger.write(lambda: view.ledger.draw([odd]))
    found = kernel(store)
    at = next(n for n in range(found.graph.edges) if found.graph.id_of(n) == odd.edge_id)
    assert found.graph.head_of(at) == odd.head
    assert found.edges([at]) == [odd]
    assert sorted(map(found.graph.id_of, range(found.graph.edges))) == [
        e.edge_id for e in view.edges() if e.tail
    ]


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
    view, first = store.view(), kernel(store).graph
    assert isinstance(view, LedgerView)
    folder = tmp_path / "a.db.kernel"
    assert cache.contents(folder) == [view.ledger.content()]
    again = cache.load(folder, view.ledger.content())
    assert again
    made = project(view.ledger.packed(), [e.node for e in view.entities() if e.label == "Country"])
    assert bytes_of(first) == bytes_of(again) == bytes_of(made)
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
    whole, folder = bytes_of(kernel(store).graph), tmp_path / "a.db.kernel"
    (content,) = cache.contents(folder)
    file = folder / content / hurt
    file.unlink()
    file.write_bytes(b"{}")
    assert cache.load(folder, content) is None
    with closing(open_store(str(tmp_path / "a.db"))) as other:
        assert bytes_of(kernel(other).graph) == whole
    mended = cache.load(folder, content)
    assert mended
    assert bytes_of(mended) == whole
    assert [p.name for p in folder.iterdir()] == [content]


def _saved(folder: Path, edges: list[StateEdge]) -> bool:
    """Keep the same content again and again, as another process does at the same time."""
    graph = project(pages(edges), [])
    return all(cache.save(graph, folder, "now") for _ in range(20))


def test_two_processes_may_keep_the_same_at_once(store: Store, tmp_path: Path) -> None:
    edges, folder = list(store.view().edges()), tmp_path / "both"
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as both:
        done = [both.submit(_saved, folder, edges) for _ in range(2)]
        assert [d.result() for d in done] == [True, True]
    kept = cache.load(folder, "now")
    assert kept
    assert bytes_of(kept) == bytes_of(project(pages(edges), []))
    assert [p.name for p in folder.iterdir()] == ["now"]


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
