"""The trade, production, policy, court, rivalry and effect types are whole and speak one tongue."""

from __future__ import annotations

import importlib

import pytest

from schemas.base import STATUSES, Edge, Example, labels
from schemas.samples import samples

MODULES = ("trade", "production", "policy", "courts", "rivalry", "effects")
TYPES = {
    "EXPORTS", "IMPORTS", "SUPPLIES", "DEPENDS_ON", "PRODUCES", "INPUT_TO", "SUBSTITUTES_FOR",
    "HALTS_PRODUCTION", "RELEASES", "IMPOSES", "TARGETS", "RESTRICTS", "SUPPORTS", "SUES", "FINES",
    "COMPETES_WITH", "PARTNERS_WITH", "IMPACTS",
}  # fmt: skip
ROLES = frozenset((
    "subj", "obj", "iobj", "attr", "comp", "poss", "compound", "appos", "bearer", "trigger", "of",
    "in", "on", "from", "to", "with", "for", "into", "at", "as", "against", "over", "by", "between",
    "through", "under", "among", "including", "upon", "after", "amid", "because", "due", "behind",
    "than", "off",
))  # fmt: skip
DEMONYMS = {"China": "Chinese", "Indonesia": "Indonesian", "Japan": "Japanese"}
OKABE_ITO = {"#0072B2", "#009E73", "#D55E00", "#E69F00", "#CC79A7", "#56B4E9", "#F0E442"}


def own_types() -> list[type[Edge]]:
    found = []
    for name in MODULES:
        module = importlib.import_module(f"schemas.edges.{name}")
        found += [kind for kind in vars(module).values()
                  if isinstance(kind, type) and issubclass(kind, Edge)
                  and kind.__module__ == module.__name__]  # fmt: skip
    return found


EACH = pytest.mark.parametrize("kind", own_types(), ids=lambda kind: kind.TYPE)


def test_the_modules_hold_the_eighteen_types() -> None:
    assert {kind.TYPE for kind in own_types()} == TYPES


@EACH
def test_a_type_shows_what_it_means_and_what_it_does_not(kind: type[Edge]) -> None:
    assert kind.__doc__
    assert len(kind.examples) >= 25
    assert len(kind.counter_examples) >= 10
    assert kind.frames
    assert kind.colour in OKABE_ITO
    assert kind.phrase != kind.TYPE.lower().replace("_", " ") or " " not in kind.TYPE


@EACH
def test_every_end_of_a_sentence_stands_in_it_or_is_a_demonym(kind: type[Edge]) -> None:
    for example in (*kind.examples, *kind.counter_examples):
        text = example.text.lower()
        for end in (example.head, example.tail):
            assert end.lower() in text or DEMONYMS[end].lower() in text, example


@EACH
def test_sentences_differ_and_none_is_both_example_and_counter_example(kind: type[Edge]) -> None:
    claims = [*kind.examples, *kind.counter_examples]
    assert len({(e.text, e.head, e.tail) for e in claims}) == len(claims)
    assert len({e.text for e in kind.examples}) == len(kind.examples)


@EACH
def test_only_the_type_with_signs_has_signed_sentences(kind: type[Edge]) -> None:
    signed = [e for e in (*kind.examples, *kind.counter_examples) if e.sign]
    assert bool(signed) == (kind.TYPE == "IMPACTS")


@EACH
def test_only_a_type_with_an_optional_tail_has_a_sentence_without_one(kind: type[Edge]) -> None:
    assert kind.tail_optional or all(e.tail for e in kind.examples)


@EACH
def test_ends_are_labels_of_the_vocabulary(kind: type[Edge]) -> None:
    assert set(kind.head) | set(kind.tail) <= set(labels())


@EACH
def test_a_transmission_is_a_bounded_prior_that_names_its_source(kind: type[Edge]) -> None:
    scales = {p.name for p in kind.properties}
    for each in kind.transmissions:
        assert -1 <= each.factor <= 1
        assert each.source
        assert not each.scale or each.scale in scales


@EACH
def test_frames_use_known_roles_and_no_lemma_twice(kind: type[Edge]) -> None:
    for frame in kind.frames:
        steps = {step for path in (*frame.head, *frame.tail) for step in path.split(".")}
        assert steps <= ROLES, frame
        assert len(set(frame.lemmas)) == len(frame.lemmas), frame
        assert 0 < frame.confidence <= 1
        assert frame.status is None or frame.status in STATUSES


@EACH
def test_a_type_without_direction_transmits_alike_both_ways(kind: type[Edge]) -> None:
    ways = {way: {(t.into, t.out, t.factor) for t in kind.transmissions if t.travel == way}
            for way in ("with", "against")}  # fmt: skip
    assert not kind.symmetric or ways["with"] == ways["against"]


def test_a_table_line_reads_as_an_example() -> None:
    assert samples("Tin hurt Bolivia. | Tin | Bolivia | planned | -") == (
        Example(text="Tin hurt Bolivia.", head="Tin", tail="Bolivia", status="planned", sign="-"),
    )


@pytest.mark.parametrize("line", ["no ends at all", "Tin rose. | Tin | Bolivia | perhaps"])
def test_a_table_line_that_is_none_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"need|neither"):
        samples(line)
