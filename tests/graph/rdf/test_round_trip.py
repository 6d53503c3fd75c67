"""What is written as RDF is read back equal, whatever the ids, names and quotes hold."""

from __future__ import annotations

import io

from hypothesis import given, settings

from kg.graph.contract import Store
from kg.graph.exports.rows import edge_rows, node_rows
from kg.graph.flat import claim_row
from kg.graph.memory import Memory
from kg.graph.rdf import FORMS, read, write
from schemas.claim import Claim
from tests.graph.rdf.odd import stores


def written(store: Store, form: str, *, entered: bool = False) -> str:
    stream = io.StringIO()
    write(store, form, stream, entered=entered)
    return stream.getvalue()


def told(claim: Claim) -> Claim:
    return claim.model_copy(update={"more": tuple(sorted(set(claim.more)))})


@settings(max_examples=300, deadline=None)
@given(stores())
def test_every_form_is_read_back_equal(store: Memory) -> None:
    view, claims = store.view(), [told(c) for c in store.claims()]
    rows = [*node_rows(view)], [*edge_rows(view)], [claim_row(c) for c in claims]
    for form in FORMS:
        got = read(form, written(store, form, entered=True))
        assert got.nodes == [*view.entities()]
        assert got.links == [*view.edges()]
        assert [told(c) for c in got.claims] == claims
        assert got.rows() == rows
