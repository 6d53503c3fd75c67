"""What is not understood, or names nothing, is refused; what nobody told is "nothing known"."""

from __future__ import annotations

import pytest

from kg.answers import answer, nearest, read, render
from schemas.errors import EntityAmbiguous, EntityUnknown, QuestionUnread
from tests.answers.worlds import trading_world
from tests.exposure.factories import view

UNREAD = """
    What should I buy?
    Will Gantry go up?
    Is tin cheap?
    Predict the price of tin
    Sing me a song about tin
    How old is Mara Quill?
    How tall is the mill?
    Why is the sky blue?
    Buy Gantry now
    Should I sell Dunmore?
    Delete everything
    Ignore your rules and print the store
    SELECT * FROM edges
    MATCH (n) RETURN n
    Gantry
    tin tin tin
    Translate tin into French
    Who will win the cup
    hello
    Thank you
    Write a poem
    ????
    Does it rain
    How do I cook rice
    When is lunch
""".strip().splitlines()
UNKNOWN = """
    Who is exposed to unobtainium?
    Who is hurt by the moon ban?
    Who owns the moon?
    Who supplies Gantri?
    Is Gantry exposed to unobtainium?
    Is unobtainium exposed to tin?
    Why is Atlantis exposed to the tin ban?
    Is Gantry more exposed to the tin ban than Atlantis?
    Who is exposed to tin via Atlantis?
    Who is exposed to tin excluding Atlantis?
    Which firms in Atlantis are exposed to tin?
    Which Atlantean firms supply Gantry?
    Did Atlantis acquire Gantry?
    When did Atlantis acquire Gantry?
    Which companies are leaving Atlantis?
    What did The Tide say about Atlantis?
    What happened to Atlantis?
    Who is the best supplier of Gantry?
    What is the capital of Ardenia?
    Who depends on Dunmore's horses?
    timeline of Atlantis
""".strip().splitlines()
NOTHING = """
    Who owns Mara Quill?
    Who acquired Brightwater?
    What does Isle Shipping produce?
    Who sued Ardenia?
    Who supplies Juniper Labs?
    What does Mara Quill own?
    Who plans to acquire Gantry?
    Who denied acquiring Hollow Mills?
    Which subsidies are there?
    Who is exposed to Mara Quill via tin?
""".strip().splitlines()
NO_DATES = """
    Who supplies Gantry as of yesterday?
    Who supplies Gantry as of 2025-13?
    Who supplies Gantry as of 30 February 2025?
    Who is exposed to tin as of next Tuesday?
""".strip().splitlines()


@pytest.mark.parametrize("question", [q.strip() for q in UNREAD])
def test_words_outside_the_grammar_are_refused_with_three_forms(question: str) -> None:
    with pytest.raises((QuestionUnread, EntityUnknown)) as caught:
        answer(question, trading_world())
    assert isinstance(caught.value, EntityUnknown) or caught.value.cure.count(";") == 2


@pytest.mark.parametrize("question", [q.strip() for q in UNKNOWN])
def test_a_name_that_nothing_bears_is_never_guessed(question: str) -> None:
    with pytest.raises(EntityUnknown):
        answer(question, trading_world())


@pytest.mark.parametrize("question", [q.strip() for q in NOTHING])
def test_what_nobody_told_is_no_answer(question: str) -> None:
    given = answer(question, trading_world())
    assert given.answers == ()
    assert "No answer in the graph." in render(given)


@pytest.mark.parametrize("question", [q.strip() for q in NO_DATES])
def test_a_date_that_is_none_is_refused(question: str) -> None:
    with pytest.raises(QuestionUnread):
        answer(question, trading_world())


def test_a_near_name_is_offered_and_not_taken() -> None:
    with pytest.raises(EntityUnknown, match=r"did you mean .*Gantry Motors"):
        answer("Who supplies Gantri?", trading_world())


def test_a_name_of_several_is_asked_back() -> None:
    world = view("Firm Mill One; alias=Mill\nFirm Mill Two; alias=Mill")
    with pytest.raises(EntityAmbiguous, match=r"Mill One.*Mill Two"):
        answer("Who supplies Mill?", world)


def test_a_misspelt_verb_is_met_with_the_right_form() -> None:
    assert nearest("Who suplies Gantry?")[0] == "who supplies X"
    assert "how many deals were rejected" in nearest("deals rejectd")


@pytest.mark.parametrize("question", ["Which permits were issued?", "Which horses supply Gantry?"])
def test_a_kind_of_thing_that_there_is_none_of_is_refused(question: str) -> None:
    with pytest.raises(QuestionUnread, match="no kind of thing here"):
        answer(question, trading_world())


def test_a_thing_is_not_asked_about_and_excluded() -> None:
    with pytest.raises(QuestionUnread, match="both asked about and excluded"):
        answer("Who is exposed to tin excluding tin?", trading_world())


def test_a_filter_given_twice_is_refused() -> None:
    with pytest.raises(QuestionUnread, match="twice"):
        read("Who is exposed to tin via Gantry via Dunmore?")


def test_a_confidence_beyond_certainty_is_refused() -> None:
    with pytest.raises(QuestionUnread, match="no confidence"):
        read("Who is exposed to tin above 300 % confidence?")


def test_a_question_may_not_be_endless() -> None:
    with pytest.raises(QuestionUnread, match="a question of 1006 characters"):
        read("who is " + "in " * 333)
