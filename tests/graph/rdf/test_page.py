"""The page on RDF tells the truth: its questions are answered, its prefixes are ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.graph.contract import Store
from kg.graph.rdf.asking import as_texts, ask
from schemas.derive.iris import PREFIXES

PAGE = (Path(__file__).parents[3] / "docs" / "rdf.md").read_text("utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", PAGE, flags=re.DOTALL)
ANSWERS = [
    ("", ["Tavola", "Orrin"]),
    ("", ["Orrin", "ACQUIRES", "Keld", "denied", "Harbour Post", "Orrin will not buy Keld."]),
    ("Orrin", ["planned", "denied", "Orrin will not buy Keld."]),
    ("Tavola", ["Orrin", "Keld", "ACQUIRES", "ACQUIRES"]),
]
"""For each question on the page, `?name` and a row of its answer."""


@pytest.mark.parametrize("at", range(len(ANSWERS)))
def test_a_question_on_the_page_is_answered(store: Store, at: int) -> None:
    name, row = ANSWERS[at]
    assert row in as_texts(ask(store, QUERIES[at], params={"name": name} if name else {}))


def test_every_question_on_the_page_is_asked() -> None:
    assert len(QUERIES) == len(ANSWERS)


def test_the_prefixes_on_the_page_are_ours() -> None:
    named = set(re.findall(r"`([a-z-]+):`", PAGE))
    assert named <= PREFIXES.keys()
    for prefix in ("ko", "said", "prop", "node"):
        assert f"`{PREFIXES[prefix]}`" in PAGE
