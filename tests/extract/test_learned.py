"""What the network's tags do to the rules' names, and what its links may claim."""

from __future__ import annotations

import numpy as np
import pytest

from kg.extract import learned, mentions
from kg.extract.reader import Reading, load
from kg.extract.sentences import sentences
from kg.extract.spots import Board
from tests.extract.conftest import make_story


def tagged(text: str, *names: tuple[str, str], chance: float = 0.99) -> Reading:
    """A reading that tags these words of the text so, by hand, and sees no links."""
    reader = load()
    offsets = reader.pieces(text).offsets
    tags = np.zeros((len(offsets), len(reader.tags)), np.float32)
    tags[:, reader.tags.index("O")] = 1
    for words, label in names:
        start = text.index(words)
        own = [i for i, (a, b) in enumerate(offsets) if a < start + len(words) and b > start]
        for i in own:
            tags[i] = 0
            tags[i, reader.tags.index(f"{'B' if i == own[0] else 'I'}-{label}")] = chance
    return Reading(reader, offsets, tags, [])


def spots(text: str, *names: tuple[str, str], chance: float = 0.99) -> dict[str, str]:
    """What stands on the board after the network's tags were heard: words and labels."""
    board = Board(next(sentences([make_story(text)])))
    mentions(board, reading=tagged(text, *names, chance=chance))
    return {x.text: x.label for x in board.spots if x.sort != "anaphor"}


def test_a_name_that_the_rules_missed_is_entered():
    text = "Traders said that galvo prices fell as Nutri-Ola cut its orders."
    found = spots(text, ("galvo", "Commodity"), ("Nutri-Ola", "Firm"))
    assert (found["galvo"], found["Nutri-Ola"]) == ("Commodity", "Firm")


def test_a_doubtful_tag_enters_nothing():
    text = "Traders said that galvo prices fell on Monday."
    assert "galvo" not in spots(text, ("galvo", "Commodity"), chance=0.5)


def test_a_common_word_is_no_firm_or_place():
    text = "Output fell at the smelter, a company official said."
    found = spots(text, ("smelter", "Place"), ("company", "Firm"))
    assert "smelter" not in found
    assert "company" not in found


def test_a_span_that_was_cut_short_is_lengthened():
    text = "The mill buys cotton linters from Peru."
    assert spots(text, ("cotton linters", "Commodity"))["cotton linters"] == "Commodity"


def test_an_unknown_name_takes_the_label_that_the_network_is_sure_of():
    text = "Orvane closed at 12 on Friday; Orvane had opened at 11."
    pairs = [("Orvane", "Firm")]
    assert spots(text, *pairs).get("Orvane") == "Firm"


def test_what_the_universe_knows_keeps_its_label():
    text = "Germany said on Friday that Toyota would pay."
    found = spots(text, ("Germany", "Firm"), ("Toyota", "Person"))
    assert (found["Germany"], found["Toyota"]) == ("Country", "Firm")


def test_titles_and_small_words_at_the_ends_are_no_part_of_a_name():
    text = "Chairman Odo Brandt of Kelvra met reporters."
    found = spots(text, ("Chairman Odo Brandt of", "Person"))
    assert found.get("Odo Brandt") == "Person"


@pytest.mark.parametrize(
    ("said", "chances", "status"),
    [
        ("asserted", {"asserted": 0.9, "planned": 0.1}, "asserted"),
        ("asserted", {"asserted": 0.1, "denied": 0.9}, "denied"),
        ("rumoured", {"asserted": 1.0}, "rumoured"),
        ("planned", {"negated": 0.8, "asserted": 0.2}, "negated"),
    ],
)
def test_a_link_is_no_surer_than_its_sentence_or_the_network(said, chances, status):
    assert learned._guarded(said, chances, by_deal=False) == status


def test_a_deal_that_no_pattern_read_is_agreed_at_most():
    assert learned._guarded("asserted", {"asserted": 1.0}, by_deal=True) == "agreed"
    assert learned._guarded("denied", {"asserted": 1.0}, by_deal=True) == "denied"


def test_a_clear_link_is_claimed_once_and_one_way(claims):
    found = claims("Karsel Mining, a Chilean copper producer, sued Ovenna Group on Monday.")
    sued = [(head, tail) for head, type_, tail, _ in found if type_ == "SUES"]
    assert len(sued) == 1
    assert "Karsel" in sued[0][0]
