"""The labels are those of the vocabulary, and each can be drawn, keyed and explained."""

from __future__ import annotations

import re

import pytest

from schemas.base import Node, labels

LABELS = {
    "Firm", "Agency", "Country", "Place", "Person", "Commodity", "Product", "Industry", "Exchange",
    "Index", "Indicator", "Policy", "Deal", "Story", "Claim", "Source", "Portfolio",
}  # fmt: skip
OKABE_ITO = {
    "#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7",
}  # fmt: skip
GREY = "#999999"  # the evidence layer stands back
SHAPES = {"circle", "square", "triangle", "diamond", "hexagon", "pentagon", "star", "plus"}
EACH = pytest.mark.parametrize("label", sorted(LABELS))


def test_no_label_of_the_vocabulary_is_missing() -> None:
    assert set(labels()) >= LABELS


def test_story_claim_and_source_are_evidence_and_nothing_else_is() -> None:
    assert {n for n in LABELS if labels()[n].evidence} == {"Story", "Claim", "Source"}


@EACH
def test_a_label_explains_itself_and_says_how_it_is_known(label: str) -> None:
    node = labels()[label]
    assert node.__doc__
    assert node.__doc__ != Node.__doc__
    assert node.identity
    assert len({p.name for p in node.properties}) == len(node.properties)
    assert all(p.meaning for p in node.properties)


@EACH
def test_a_number_or_date_has_a_unit(label: str) -> None:
    counted = [p for p in labels()[label].properties if p.kind in {"decimal", "share", "integer"}]
    assert all(p.unit for p in counted)


@EACH
def test_colour_is_safe_for_the_colour_blind(label: str) -> None:
    node = labels()[label]
    assert re.fullmatch("#[0-9A-F]{6}", node.colour)
    assert node.colour in (OKABE_ITO | {GREY} if node.evidence else OKABE_ITO)
    assert node.shape in SHAPES


def test_no_two_labels_look_alike() -> None:
    looks = [(labels()[n].colour, labels()[n].shape) for n in sorted(LABELS)]
    assert len(set(looks)) == len(looks)
