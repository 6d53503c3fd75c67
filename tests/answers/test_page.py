"""The page of questions is that of the grammar, and everything on it is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.answers import read
from kg.answers.page import FILTERS, asked_of, questions_page
from schemas.base import Edge, state_edges

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
LISTED = re.findall(r"^- ([a-z][^:]*?)$", questions_page(), flags=re.MULTILINE)


def test_the_page_is_made_from_the_grammar() -> None:
    assert PAGE.read_text("utf-8") == questions_page()


@pytest.mark.parametrize("question", LISTED)
def test_every_question_on_the_page_is_read(question: str) -> None:
    assert read(question)


@pytest.mark.parametrize("kind", list(state_edges()), ids=lambda kind: kind.TYPE)
def test_every_type_is_asked_for_as_the_page_says(kind: type[Edge]) -> None:
    head, tail, whether = (read(question) for question in asked_of(kind))
    assert (kind.TYPE, "head") in head.types
    told = whether.form == "holds" and kind.TYPE in {type_ for type_, _ in whether.types}
    # what X affects is an exposure, of which the stated effects are a part
    assert (kind.TYPE, "tail") in tail.types or tail.form == "exposed"
    assert told or whether.form == "is_exposed"


@pytest.mark.parametrize("words", [w for words, _ in FILTERS for w in words.split("; ")])
def test_every_filter_on_the_page_is_read(words: str) -> None:
    asks = words.startswith("which")
    plan = read(f"{words} are exposed to tin" if asks else f"who supplies X {words}")
    assert plan.filters != read("who supplies X").filters or plan.subject == "X in Y"
