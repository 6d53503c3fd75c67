"""A projection brought up to date is, byte for byte, the one that is made from the beginning."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.exposure import kernel as kernels
from kg.exposure.kernel import cache, kernel_of
from kg.exposure.kernel.growing import grown
from kg.exposure.kernel.projection import Projection
from kg.exposure.kernel.reading import project
from kg.graph import arrows, open_store
from kg.graph.contract import Store
from kg.graph.ledger import Ledger
from kg.graph.ledgerview import LedgerView
from kg.graph.packed import Grown, pages
from kg.resolve.register import judgement
from schemas.answer import StateEdge
from tests.exposure.kernel.alike import bytes_of
from tests.exposure.kernel.test_same import EDGES
from tests.graph.factories import claim, resolved, story
from tests.graph.generated import stories

KNOWN = "2025-07-01"
TOLD = list(stories(60))


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernels, "KEPT", 1)
    monkeypatch.setattr(kernels, "PAYS", 0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(str(tmp_path / "a.db"))) as opened:
        yield opened


def ledger(store: Store) -> Ledger:
    view = store.view()
    assert isinstance(view, LedgerView)
    return view.ledger


def asked(store: Store) -> Projection:
    """What a question is answered from."""
    found = kernel_of(store.view())
    assert found
    return found.graph


def cold(store: Store) -> Projection:
    """What is made from the edges as users see them."""
    view = store.view()
    return project(pages(view.edges()), [e.node for e in view.entities() if e.label == "Country"])


@settings(max_examples=80, deadline=None)
@given(EDGES, EDGES, st.data())
def test_with_later_edges_and_without_erased_ones_it_is_as_if_made_of_what_is_left(
    before: list[StateEdge], after: list[StateEdge], data: st.DataObject
) -> None:
    erased = data.draw(st.sets(st.sampled_from([e.edge_id for e in before] or [""])))
    left = {e.edge_id: e for e in before if e.edge_id not in erased}
    left |= {e.edge_id: e for e in after}
    hubs = ["country:no"]
    since = Grown(sorted(erased), pages(after), len(after))
    found = grown(project(pages(before), hubs), since, hubs)
    assert found
    assert bytes_of(found) == bytes_of(project(pages(left.values()), hubs))


@settings(max_examples=20, deadline=None)
@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_the_edges_makes_no_difference(edges: list[StateEdge], chance) -> None:  # type: ignore[no-untyped-def]
    mixed = list(edges)
    chance.shuffle(mixed)
    assert bytes_of(project(pages(edges), [])) == bytes_of(project(pages(mixed), []))


STEPS = st.lists(st.sampled_from(("add", "add", "again", "retract", "merge", "rebuild", "open")),
                 max_size=8)  # fmt: skip


@settings(max_examples=12, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(STEPS)
def test_after_any_history_it_is_the_cold_one(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    place = str(tmp_path_factory.mktemp("history") / "a.db")
    store, ahead, told = open_store(place), iter(TOLD), list(TOLD[:1])
    for at, step in enumerate(["add", *steps]):
        if step in {"add", "again"}:
            told += [next(ahead) for _ in range(6)] if step == "add" else []
            store.add(told[-6:], known_from=KNOWN)
        elif step == "open":
            store.close()
            store = open_store(place)
        elif step == "rebuild":
            store.rebuild()
        else:
            nodes = sorted(e.node for e in store.view().entities() if e.label == "Firm")
            ends = (told[at % len(told)].story.story_id, "") if step == "retract" else nodes[:2]
            made = f"2025-07-{at + 1:02d}"
            store.judge(judgement(sort=step, ends=tuple(ends), who="me", made=made))
        assert bytes_of(asked(store)) == bytes_of(cold(store))
    store.close()


def test_only_what_changed_is_read_again(store: Store) -> None:
    store.add(TOLD, known_from=KNOWN)
    before, seen = asked(store), ledger(store).content()
    told = story("new", "Keld bought Tavola.")
    store.add([resolved(told, claim(told, "firm:keld", "ACQUIRES", "firm:tavola"))],
              known_from=KNOWN)  # fmt: skip
    since = ledger(store).grown(seen)
    assert since
    page, words = since.pages
    assert (list(since.erased), len(page.length)) == ([], 1)
    assert {word for _, word in words.words} == {"firm:keld", "ACQUIRES", "firm:tavola"}
    assert asked(store).edges == before.edges + 1
    seen = ledger(store).content()
    store.judge(judgement(sort="retract", ends=("new", ""), who="me", made="2025-07-02"))
    since = ledger(store).grown(seen)
    assert since
    assert len(since.erased) == 1
    assert bytes_of(asked(store)) == bytes_of(before)


def test_what_was_long_ago_is_read_from_the_beginning(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrows, "KEPT", 2)
    store.add(TOLD[:20], known_from=KNOWN)
    asked(store)
    seen = ledger(store).content()
    store.add(TOLD[20:22], known_from=KNOWN)
    assert ledger(store).grown(seen) is not None
    store.add(TOLD[22:24], known_from=KNOWN)
    assert ledger(store).grown(seen) is None
    assert bytes_of(asked(store)) == bytes_of(cold(store))


def test_a_store_put_back_to_an_earlier_copy_has_not_grown_from_the_later_one(
    tmp_path: Path,
) -> None:
    place, copy = tmp_path / "a.db", tmp_path / "copy.db"
    for part, back in ((TOLD[:20], False), (TOLD[20:40], False), (TOLD[40:], True)):
        if back:
            shutil.copy(copy, place)
        with closing(open_store(str(place))) as store:
            store.add(part, known_from=KNOWN)
            assert bytes_of(asked(store)) == bytes_of(cold(store))
        if not copy.exists():
            shutil.copy(place, copy)


def test_an_edge_may_come_back_between_other_ends(store: Store) -> None:
    store.add(TOLD, known_from=KNOWN)
    told = {e.edge_id: e for e in store.view().edges()}
    edge = next(e for e in told.values() if e.tail and e.head != e.tail)
    turned = edge.model_copy(update={"head": edge.tail, "tail": edge.head})
    found = grown(project(pages(told.values()), []), Grown([], pages([turned]), 1), [])
    assert found
    assert bytes_of(found) == bytes_of(project(pages((told | {edge.edge_id: turned}).values()), []))


def test_the_earlier_projection_may_come_from_the_disk(tmp_path: Path) -> None:
    place = str(tmp_path / "a.db")
    with closing(open_store(place)) as store:
        store.add(TOLD[:40], known_from=KNOWN)
        asked(store)
    with closing(open_store(place)) as store:
        (before,) = cache.contents(tmp_path / "a.db.kernel")
        store.add(TOLD[40:], known_from=KNOWN)
        assert ledger(store).grown(before) is not None
        assert bytes_of(asked(store)) == bytes_of(cold(store))
        assert cache.contents(tmp_path / "a.db.kernel") == [ledger(store).content()]
