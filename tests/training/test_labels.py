"""A passage in numbers: tags for words, spans for mentions, links for claims."""

from __future__ import annotations

import re

from kg.extract.reader.reading import runs
from training.labels import INNER, LINKS, OUTER, example, link_of
from training.passages import Form, Passage, parse


class Same:
    """Slots under their own names."""

    def name(self, slot: str, form: Form) -> str:
        """The slot, with its form."""
        return slot + form


def numbered(line: str) -> tuple[Passage, list[str], list[str]]:
    """The passage, and the two rows of tags of its words."""
    passage = parse(line).filled(Same())
    words = [m.span() for m in re.finditer(r"\w+", passage.text)]
    told = example(passage, range(len(words)), words)
    return passage, [OUTER[t] for t in told.outer], [INNER[t] for t in told.inner]


def test_a_name_within_a_name_is_tagged_in_the_inner_row() -> None:
    _, outer, inner = numbered("[C1a makers of M1|I1] sued [it|F1~], F1. ## ")
    assert outer == ["B-Industry", *["I-Industry"] * 3, "O", "B-Firm~", "B-Firm"]
    assert inner == ["B-Country", "O", "O", "B-Commodity", "O", "O", "O"]


def test_tags_give_back_the_spans() -> None:
    passage, outer, _ = numbered("P1 of F1 and [the rival|F2~] F2 met A1 A2. ## ")
    whole = [m.label + ("" if m.named else "~") for m in passage.mentions]
    assert [label for *_, label in runs(outer)] == whole
    assert runs(["O", "I-Firm", "I-Firm", "I-Place"]) == [(1, 2, "Firm"), (3, 3, "Place")]


def test_what_is_too_long_is_cut_with_its_mentions() -> None:
    passage = parse("F1 " + "fell " * 300 + "F2. ## ").filled(Same())
    words = [m.span() for m in re.finditer(r"\w+", passage.text)]
    told = example(passage, range(len(words)), words)
    assert [s.slot for s in told.spans] == ["F1"]
    assert len(told.pieces) == len(told.outer) == len(told.inner) == 224


def test_an_effect_is_a_link_of_its_own_for_each_sign() -> None:
    hurt, helped = parse("M1 hit F1 and F2. ## M1 IM- F1; M1 IM+ F2").claims
    assert [LINKS[link_of(c)] for c in (hurt, helped)] == ["IMPACTS-", "IMPACTS+"]
