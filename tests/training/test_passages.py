"""The passages to train on: what a line means, and that every line of ours is one."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random  # noqa: TID251 - seeded

import pytest

import training
from schemas.errors import KnockonError
from training.names import Names
from training.passages import Form, Template, parse, read

FOLDER = Path(training.__file__).parent / "passages"
GIVEN = {"F1": "Acme Tin plc", "F1s": "Acme", "F2": "Bolt", "C1": "Chile", "C1a": "Chilean",
         "C1c": "Santiago", "M1": "tin"}  # fmt: skip


class Given:
    """The names above."""

    def name(self, slot: str, form: Form) -> str:
        """The name of the slot in that form."""
        return GIVEN[slot + form]


def mentioned(template: Template) -> list[tuple[str, str, bool]]:
    """What the filled text mentions: words, slot, and whether by name."""
    passage = template.filled(Given())
    return [(passage.text[m.start : m.end], m.slot, m.named) for m in passage.mentions]


def test_slots_take_names_in_the_form_asked_for() -> None:
    line = parse("F1, a C1a miner, is up. F1s sells M1 to C1. ## F1 LOC C1; F1 PRD M1")
    text = line.filled(Given()).text
    assert text == "Acme Tin plc, a Chilean miner, is up. Acme sells tin to Chile."
    assert mentioned(line)[1] == ("Chilean", "C1", True)


def test_words_in_brackets_stay_and_may_only_describe() -> None:
    line = parse("[Olm Foods|F1] fell; [the baker|F1~] sued F2. ## F1 SUE F2")
    assert mentioned(line) == [
        ("Olm Foods", "F1", True), ("the baker", "F1", False), ("Bolt", "F2", True),
    ]  # fmt: skip


def test_a_name_may_hold_others_and_comes_before_them() -> None:
    line = parse("[C1's ban on M1|Y1] hurt F2. ## C1 IPS Y1; Y1 TAR M1; Y1 IM- F2")
    assert mentioned(line) == [
        ("Chile's ban on tin", "Y1", True), ("Chile", "C1", True), ("tin", "M1", True),
        ("Bolt", "F2", True),
    ]  # fmt: skip


def test_names_begin_a_sentence_with_a_capital_and_keep_their_article() -> None:
    line = parse("M1 fell. A F1s mine, an F2 rival, closed. ## ")
    assert line.filled(Given()).text == "Tin fell. An Acme mine, a Bolt rival, closed."


def test_claims_have_status_and_sign() -> None:
    claims = parse("C1 may hurt F1; F2 denied buying it. ## C1 IM- F1 p; F2 ACQ F1 d").claims
    assert [(c.type, c.status, c.sign) for c in claims] == [
        ("IMPACTS", "planned", "-"), ("ACQUIRES", "denied", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("F1 fell.", "no claims"),
        ("F1 fell. ## F1 ACQ F2", "not in the text"),
        ("F1 bought F2. ## F1 BUY F2", "no claim"),
        ("F1 bought F2. ## F1 ACQ F2 x", "no claim"),
        ("P1 met F1. ## F1 LEA P1", "does not allow"),
        ("[the miner|F1~] fell. ## ", "never named"),
        ("[F1's [pit|L1]|L2] fell. ## ", "bracket"),
    ],
)
def test_a_line_that_is_not_understood_is_refused(line: str, why: str) -> None:
    with pytest.raises(KnockonError, match=why):
        parse(line, "here:1")


def test_names_are_the_same_for_a_seed_and_differ_between_slots() -> None:
    names, again = Names(Random(4)), Names(Random(4))
    slots = [f"{letter}{n}" for letter in "FCALPMGIXNYDR" for n in range(1, 6)]
    given = [names.name(slot, "") for slot in slots]
    assert given == [again.name(slot, "") for slot in slots]
    assert len(set(given)) == len(given)
    assert names.name("F1", "").startswith(names.name("F1", "s"))


def test_every_passage_of_ours_is_understood_and_none_stands_twice() -> None:
    lines = list(read(FOLDER))
    begins = Counter(line.text[:60] for line in lines)
    assert [text for text, count in begins.items() if count > 1] == []
    for at, line in enumerate(lines):
        passage = line.filled(Names(Random(at)))
        assert all(passage.text[m.start : m.end].strip() for m in passage.mentions)
