"""Every store hands its edges to the kernel in few bytes, and they mean what the edges say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.exposure.kernel import kernel_of
from kg.exposure.links import Links
from kg.exposure.spread import spread
from kg.graph.contract import Store
from kg.resolve.register import judgement
from tests.graph.factories import claim, resolved, story
from tests.graph.generated import stories

KNOWN = "2025-07-01"


def test_a_kernel_numbers_the_edges_that_the_view_has(store: Store) -> None:
    store.add(list(stories(25)), known_from=KNOWN)
    view = store.view()
    kernel = kernel_of(view)
    assert kernel
    told = [e for e in view.edges() if e.tail]
    assert sorted(kernel.edges(range(kernel.graph.edges)), key=lambda e: e.edge_id) == told
    for edge in told[::5]:
        links = Links(view, without=frozenset(c.claim_id for c in edge.claims[:1]))
        plain = replace(links, plain=True, _known={}, _engine=[])
        ours, theirs = (spread(x, [(edge.head, "supply", -1.0)]) for x in (links, plain))
        for node, at in ours.score.items():
            assert at == pytest.approx(theirs.at(node), abs=1e-12)


def test_a_merge_is_seen_by_the_next_kernel(store: Store) -> None:
    told = story("s1", "Keld supplies Tavola.")
    store.add([resolved(told, claim(told, "firm:keld", "SUPPLIES", "firm:tavola"))],
              known_from=KNOWN)  # fmt: skip
    before = kernel_of(store.view())
    other = story("s2", "Orrin supplies Keld.")
    store.add([resolved(other, claim(other, "firm:orrin", "SUPPLIES", "firm:keld"))],
              known_from=KNOWN)  # fmt: skip
    after = kernel_of(store.view())
    assert before
    assert after
    assert (before.graph.edges, after.graph.edges) == (1, 2)
    store.judge(judgement(sort="merge", ends=("firm:orrin", "firm:tavola"), who="me",
                          made="2025-07-02"))  # fmt: skip
    merged = kernel_of(store.view())
    assert merged
    assert len(merged.graph.nodes) == 2
