"""Who did what to whom, whatever the voice, the clause or the noun in which it is told."""

from __future__ import annotations

import pytest

from kg.extract import phrases, roles
from kg.extract.sentences import sentences
from tests.extract.conftest import make_story

VERBS = [
    ("Vale sold the mine.", "sold", "subj", "Vale"),
    ("Vale sold the mine.", "sold", "obj", "mine"),
    ("The mine was sold by Vale.", "sold", "subj", "Vale"),
    ("The mine was sold by Vale.", "sold", "obj", "mine"),
    ("The mine was sold last year.", "sold", "subj", ""),
    ("Vale, which sold the mine, is based in Brazil.", "sold", "subj", "Vale"),
    ("The mine that Vale sold is in Canada.", "sold", "subj", "Vale"),
    ("The mine that Vale sold is in Canada.", "sold", "obj", "mine"),
    ("The mine, which was sold by Vale in May, closed.", "sold", "obj", "mine"),
    ("The mine sold by Vale closed in May.", "sold", "subj", "Vale"),
    ("The mine sold by Vale closed in May.", "sold", "obj", "mine"),
    ("The firms supplying cobalt to Renault raised prices.", "supplying", "subj", "firms"),
    ("Traders said Vale had sold the mine.", "sold", "subj", "Vale"),
    ("Vale closed the smelter and sold the mine.", "sold", "subj", "Vale"),
    ("Vale raised cash by selling the mine.", "selling", "subj", "Vale"),
    ("Having sold the mine, Vale bought a smelter.", "sold", "subj", "Vale"),
]
CONTROLLED = [
    ("Vale plans to sell the mine.", "sell", "subj", "Vale"),
    ("Vale stopped producing nickel.", "producing", "subj", "Vale"),
    ("Vale wants Teck to sell the mine.", "sell", "subj", "Teck"),
    ("Brussels forced Vale to sell the mine.", "sell", "subj", "Vale"),
    ("Vale was forced to sell the mine.", "sell", "subj", "Vale"),
    ("Vale is expected to sell the mine.", "sell", "subj", "Vale"),
    ("Vale agreed to be bought by Glencore.", "bought", "subj", "Glencore"),
    ("Vale agreed to be bought by Glencore.", "bought", "obj", "Vale"),
]
PREPOSITIONS = [
    ("Vale sold the mine to Glencore for cash.", "sold", "to", "Glencore"),
    ("Vale bought nickel from Glencore.", "bought", "from", "Glencore"),
    ("Vale signed a contract with Renault.", "signed", "with", "Renault"),
    ("Renault depends on nickel from Vale.", "depends", "on", "nickel"),
    ("Renault depends on nickel from Vale.", "depends", "on.from", "Vale"),
    ("Vale said it would sell its stake in the mine.", "sell", "obj.in", "mine"),
    ("Vale gave Renault a discount.", "gave", "iobj", "Renault"),
    ("Vale is a supplier of nickel.", "is", "attr", "supplier"),
]
NOUNS = [
    ("Vale's purchase of the mine surprised traders.", "purchase", "poss", "Vale"),
    ("Vale's purchase of the mine surprised traders.", "purchase", "subj", "Vale"),
    ("Vale announced the purchase of the mine.", "purchase", "subj", "Vale"),
    ("The purchase of the mine was announced by Vale.", "purchase", "of", "mine"),
    ("Talks on a takeover by Glencore collapsed.", "takeover", "by", "Glencore"),
    ("Talks on a takeover by Glencore collapsed.", "takeover", "subj", "Glencore"),
    ("The chairman of Vale resigned.", "chairman", "of", "Vale"),
    ("Cobalt exports fell in May.", "exports", "compound", "Cobalt"),
    ("Glencore, whose mines produce cobalt, is based in Baar.", "mines", "poss", "Glencore"),
]
BEARERS = [
    ("Vale, a producer of nickel, closed the smelter.", "producer", "bearer", "Vale"),
    ("Vale is a producer of nickel.", "producer", "bearer", "Vale"),
    ("Nickel producer Vale closed the smelter.", "producer", "bearer", "Vale"),
    ("Vale named Ana Souza as chairman.", "chairman", "bearer", "Souza"),
]


def filled(text, word, role):
    sentence = next(sentences([make_story(text)]))[0]
    trigger = next(t.i for t in sentence.tokens if t.text == word)
    return [sentence.tokens[i].text for i in roles.fill(sentence, trigger, role)]


@pytest.mark.parametrize(("text", "word", "role", "end"), VERBS)
def test_the_ends_of_a_verb_are_logical(text, word, role, end):
    assert filled(text, word, role) == ([end] if end else [])


@pytest.mark.parametrize(("text", "word", "role", "end"), CONTROLLED)
def test_a_verb_without_a_subject_takes_that_of_its_governor(text, word, role, end):
    assert filled(text, word, role) == [end]


@pytest.mark.parametrize(("text", "word", "role", "end"), PREPOSITIONS)
def test_a_preposition_names_its_role(text, word, role, end):
    assert filled(text, word, role) == [end]


@pytest.mark.parametrize(("text", "word", "role", "end"), NOUNS)
def test_a_noun_has_ends_as_a_verb_has(text, word, role, end):
    assert filled(text, word, role) == [end]


@pytest.mark.parametrize(("text", "word", "role", "end"), BEARERS)
def test_a_description_belongs_to_someone(text, word, role, end):
    assert end in filled(text, word, role)


def test_a_list_is_read_to_its_end():
    sentence = next(sentences([make_story("Vale makes nickel, cobalt and copper.")]))[0]
    first = next(t.i for t in sentence.tokens if t.text == "nickel")
    found = [sentence.tokens[i].text for i in phrases.conjuncts(sentence, first)]
    assert found == ["nickel", "cobalt", "copper"]
