"""The two engines answer alike: what is written for one store can be asked of the other."""

from __future__ import annotations

import re

import pytest

from tests.graph.cypher.reads import READS, VALUES
from tests.graph.cypher.world import Both, told_alike

ORDERED = re.compile(r"ORDER BY (?:(?!RETURN)[^{}])*$")


@pytest.mark.parametrize("query", READS.values(), ids=READS)
def test_both_engines_answer_alike(both: Both, query: str) -> None:
    server, embedded = both.ask(query, **VALUES)
    ordered = bool(ORDERED.search(query))
    assert told_alike(server, ordered=ordered) == told_alike(embedded, ordered=ordered)
    assert server.columns == embedded.columns or not server.rows
