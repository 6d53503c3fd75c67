"""Parses that small parsers get wrong are mended, and the others are left as they are."""

from __future__ import annotations

import pytest

from kg.extract.sentences import sentences
from tests.extract.conftest import make_story

MENDED = [
    ("The cocoa that Ghana exports has fetched more.", "exports", "VERB", "relcl", "cocoa"),
    ("The cocoa that Ghana exports has fetched more.", "Ghana", "PROPN", "nsubj", "exports"),
    ("Vedanta exports copper to China.", "exports", "VERB", "ROOT", "exports"),
    ("Vedanta exports copper to China.", "copper", "NOUN", "dobj", "exports"),
    ("Poland imports coal from Kazakhstan.", "Poland", "PROPN", "nsubj", "imports"),
    ("Steelmakers are short of coking coal.", "coal", "NOUN", "pobj", "of"),
]
LEFT = [
    ("Copper exports to China fell in May.", "exports", "NOUN", "nsubj", "fell"),
    ("Ghana exports data are due in May.", "exports", "NOUN", "compound", "data"),
    ("Ghana was short of exporting firms.", "firms", "NOUN", "pobj", "of"),
]


def parsed(text):
    [[sentence]] = sentences([make_story(text)])
    return sentence


@pytest.mark.parametrize(("text", "word", "pos", "dep", "head"), MENDED + LEFT)
def test_a_word_hangs_where_it_should(text, word, pos, dep, head):
    s = parsed(text)
    token = next(t for t in s.tokens if t.text == word)
    assert (token.pos, token.dep, s.tokens[token.head].text) == (pos, dep, head)


@pytest.mark.parametrize("text", sorted({row[0] for row in MENDED + LEFT}))
def test_a_mended_sentence_has_one_root_that_every_word_hangs_on(text):
    s = parsed(text)
    roots = [t for t in s.tokens if t.head == t.i]
    assert len(roots) == 1
    assert s.subtree(roots[0].i) == list(range(len(s.tokens)))
