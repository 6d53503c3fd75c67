"""The bundled stories are read as well as before, and every claim stands where it says.

The floors are in `floors.json`. Another annotation or other stories need other floors, set on
purpose: `python -m tests.quality.measure --write`.
"""

from __future__ import annotations

import re

import pytest

from kg.eval import score
from tests.quality import measure
from tests.quality.measure import FLOORS

CHROME = re.compile(
    r"opens new tab|^(?:Hashtags|#.*|Try Our AI.*|See what the.*|Share this article|Comments"
    r"|No comments yet.*|Related Articles|\d+ (?:minutes|hours) ago|- \w+ \w+|Read more"
    r"|Sign up to our.*)$",
    re.MULTILINE,
)
FURNITURE = "opens new tab"  # the only chrome that stands inside sentences


@pytest.fixture(scope="module")
def read():
    return measure.read_stories()


@pytest.fixture(scope="module")
def figures(read):
    own = measure.figures(score(measure.documents(), measure.rows(read)))
    return own | measure.unseen_figures()


@pytest.fixture(scope="module")
def page(read):
    return [r for r in read if r.story.source.uri.endswith("aggregator.txt")]


def overlaps(start, end, text, *, but=""):
    return [
        m.group()
        for m in CHROME.finditer(text)
        if m.start() < end and start < m.end() and m.group() != but
    ]


def test_the_floors_are_those_of_this_corpus():
    assert measure.corpus() == FLOORS["corpus"], "other text: measure anew, say why, set floors"


@pytest.mark.parametrize("stories", ["", "unseen_"])
@pytest.mark.parametrize(
    "name", ["relations_f1", "relations_precision", "entities_f1", "status_right"]
)
def test_no_less_is_right_than_before(figures, stories, name):
    assert figures[stories + name] >= FLOORS[stories + name]


@pytest.mark.parametrize("name", ["unreal_as_fact", "unseen_unreal_as_fact"])
def test_no_more_that_did_not_happen_is_told_as_fact(figures, name):
    assert figures[name] <= FLOORS[name]


def test_every_annotated_document_is_among_the_stories(read):
    assert [name for name, rows in measure.rows(read).items() if not rows] == []


def test_every_claim_quotes_its_source(read):
    said = [(r.story.source.text, c) for r in read for c in r.claims]
    assert said
    assert [c for text, c in said if text[c.start : c.end] != c.quote or not c.quote] == []


def test_every_claim_stands_inside_its_own_story(read):
    assert [
        c for r in read for c in r.claims if not r.story.start <= c.start < c.end <= r.story.end
    ] == []


def test_no_claim_quotes_the_furniture_of_the_page(page):
    said = [(r.story.source.text, c) for r in page for c in r.claims]
    assert len(page) == 4
    assert [c for text, c in said if overlaps(c.start, c.end, text, but=FURNITURE)] == []


def test_no_thing_is_mentioned_in_the_furniture_of_the_page(page):
    named = [(r.story.source.text, m) for r in page for m in r.mentions]
    assert named
    assert [m for text, m in named if overlaps(m[1], m[2], text)] == []


def test_a_sentence_that_lost_its_bracket_is_reported(page):
    damaged = [
        (r.story.source.text[x.start : x.end])
        for r in page
        for x in r.refusals
        if x.why == "damaged"
    ]
    assert any(text.startswith("Mondelez ( opens new tab whose brands") for text in damaged)


def test_a_claim_from_a_damaged_sentence_counts_half(read):
    for r in read:
        damaged = {(x.start, x.end) for x in r.refusals if x.why == "damaged"}
        assert all(c.confidence <= 0.5 for c in r.claims if (c.start, c.end) in damaged)
