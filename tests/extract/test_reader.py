"""The learned reader: its files are checked, its windows cover a story, its scores have a place."""

from __future__ import annotations

import itertools
import json
import shutil

import pytest

from kg.extract.reader import Span, load, read
from kg.extract.reader.reading import BACK, TOGETHER, WIDE, _windows
from kg.extract.reader.weights import CARD, FILES, PLACE
from schemas.base import edge_types, labels
from schemas.errors import ModelMissing

TEXT = (
    "Karsel Mining, a Chilean copper producer, sued Ovenna. "
    "It said the Dutch chipmaker owed it $4 million."
)
SENTENCES = [(0, 54), (55, len(TEXT))]


@pytest.fixture(scope="module")
def reading():
    return read(load(), TEXT, SENTENCES)


@pytest.fixture
def folder(tmp_path):
    """A copy of the reader's folder, free to be damaged."""
    for name in (*FILES, CARD):
        shutil.copyfile(PLACE / name, tmp_path / name)
    return tmp_path


def test_the_bundled_reader_is_small_and_speaks_the_vocabulary():
    reader = load()
    assert sum((PLACE / name).stat().st_size for name in FILES) < 30e6
    assert {name.rstrip("+-") for name in reader.links} <= set(edge_types())
    assert set(reader.labels) <= set(labels())


def test_the_card_says_what_was_measured():
    card = json.loads((PLACE / CARD).read_text(encoding="utf-8"))
    assert card["figures"]["passages"] > 5_000


@pytest.mark.parametrize("name", FILES)
def test_a_changed_file_is_refused(folder, name):
    held = bytearray((folder / name).read_bytes())
    held[len(held) // 2] ^= 1
    (folder / name).write_bytes(held)
    with pytest.raises(ModelMissing, match="not the file its card names"):
        load(folder)


@pytest.mark.parametrize("name", [*FILES, CARD])
def test_a_missing_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelMissing, match=name):
        load(folder)


def test_a_card_that_is_none_is_refused(folder):
    (folder / CARD).write_text("[]", encoding="utf-8")
    with pytest.raises(ModelMissing, match="no reader's card"):
        load(folder)


def test_mentions_have_the_storys_own_characters(reading):
    words = {TEXT[m.start : m.end] for m in reading.mentions()}
    assert {"Karsel Mining", "Ovenna", "Chilean"} <= words


def test_labels_of_characters_are_chances(reading):
    chances = reading.labels(0, 13)
    described = reading.labels(0, 13, named=False)
    assert max(chances, key=chances.get) == "Firm"
    assert 0.99 < sum(chances.values()) + sum(described.values()) - chances[""] < 1.01
    assert reading.labels(len(TEXT), len(TEXT) + 3) == {}


def test_links_name_the_spans_that_say_them(reading):
    spans = [Span(0, 13, "Firm", "karsel"), Span(17, 24, "Country", "CL"),
             Span(47, 53, "Firm", "ovenna")]  # fmt: skip
    assert TEXT[17:24] == "Chilean"
    found = reading.links(spans)
    sued = max((k for k in found if k.name == "SUES"), key=lambda k: k.chance)
    assert (sued.head, sued.tail) == (0, 2)
    assert sum(sued.statuses.values()) == pytest.approx(1, abs=1e-4)
    assert [k.chance for k in found] == sorted((k.chance for k in found), reverse=True)


def test_a_story_without_words_has_nothing():
    empty = read(load(), "", [])
    assert empty.mentions() == []
    assert empty.links([]) == []
    assert list(empty.same([])) == []


def test_windows_cover_every_sentence_and_overlap():
    bounds = [(at, at + 60) for at in range(0, 900, 60)]
    windows = list(_windows(bounds))
    assert windows[0][0] == 0
    assert windows[-1][1] == 900
    for (_, end), (start, _) in itertools.pairwise(windows):
        assert start < end
    assert all(end - start <= WIDE for start, end in windows)


def test_short_sentences_are_read_together_and_a_long_one_is_cut():
    short = [(at, at + 5) for at in range(0, 100, 5)]
    assert list(_windows(short))[:2] == [(0, 5 * TOGETHER), (5 * (TOGETHER - BACK), 40)]
    assert list(_windows([(0, 700)])) == [(0, WIDE + 20)]
