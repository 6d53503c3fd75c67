"""Every form of question, said in several ways."""

from __future__ import annotations

import pytest

from kg.answers import forms, nearest, read
from kg.answers.filters import day
from kg.answers.verbs import inflect
from schemas.errors import QuestionUnread

SUBJECTS = [
    ("Who is exposed to tin?", "exposed", "tin"),
    ("who's exposed to tin", "exposed", "tin"),
    ("WHO IS MOST EXPOSED TO TIN??", "exposed", "TIN"),
    ("Please tell me which firms are vulnerable to tin.", "exposed", "tin"),
    ("Could you tell me who would be affected by the tin ban?", "exposed", "tin ban"),
    ("What are the knock-on effects of the tin ban?", "exposed", "tin ban"),
    ("Whom does the tin ban affect?", "exposed", "tin ban"),
    ("exposure to tin", "exposed", "tin"),
    ("Who is hurt by the tin ban?", "hurt", "tin ban"),
    ("Which countries were hit hard by Ardenia’s curbs?", "hurt", "Ardenia's curbs"),
    ("Who suffers from the tin ban?", "hurt", "tin ban"),
    ("Who does the tin ban hurt?", "hurt", "tin ban"),
    ("Who benefits from the tin ban?", "helped", "tin ban"),
    ("Who stands to gain from the tin ban?", "helped", "tin ban"),
    ("Which companies are helped by the tin ban?", "helped", "tin ban"),
    ("What happened to Norvane?", "show", "Norvane"),
    ("Tell me what is known about “Norvane”", "show", "Norvane"),
    ("Who is Lena Hart?", "show", "Lena Hart"),
    ("timeline of Norvane", "timeline", "Norvane"),
    ("Who has a Harbour 100 target?", "subjects", "Harbour 100"),
    ("Which banks have published a forecast for the Harbour 100", "subjects", "Harbour 100"),
    ("Which banks have a published Harbour 100 target?", "subjects", "Harbour 100"),
]  # fmt: skip
EDGES = [
    ("Who supplies Aldgate?", "Aldgate", "SUPPLIES", "head"),
    ("Who depends on antimony?", "antimony", "DEPENDS_ON", "head"),
    ("Who relies on antimony?", "antimony", "DEPENDS_ON", "head"),
    ("What does Norvane depend on?", "Norvane", "DEPENDS_ON", "tail"),
    ("What does Ardenia restrict?", "Ardenia", "RESTRICTS", "tail"),
    ("What did Norvane acquire?", "Norvane", "ACQUIRES", "tail"),
    ("What has been acquired by Norvane?", "Norvane", "ACQUIRES", "tail"),
    ("Who acquired Osprey?", "Osprey", "ACQUIRES", "head"),
    ("Who owns Osprey?", "Osprey", "OWNS", "head"),
    ("What does Ardenia export?", "Ardenia", "EXPORTS", "tail"),
    ("Which countries import antimony?", "antimony", "IMPORTS", "head"),
    ("What does Norvane produce?", "Norvane", "PRODUCES", "tail"),
    ("Which companies are listed on the Port Exchange?", "Port Exchange", "LISTED_ON", "head"),
    ("Who leads Norvane?", "Norvane", "LEADS", "head"),
    ("Who is the CEO of Norvane?", "Norvane", "LEADS", "head"),
    ("Who are Norvane's customers?", "Norvane", "SUPPLIES", "tail"),
    ("Who competes with Norvane?", "Norvane", "COMPETES_WITH", "head"),
    ("Who imposed the tin ban?", "tin ban", "IMPOSES", "head"),
]
PAIRS = [
    ("How is Norvane linked to Ardenia?", "path"),
    ("Is Norvane connected to Ardenia?", "path"),
    ("How are Norvane and Ardenia related?", "path"),
    ("What links Norvane to Ardenia?", "path"),
    ("path from Norvane to Ardenia", "path"),
    ("Is Ardenia exposed to Norvane?", "is_exposed"),
    ("How does Norvane affect Ardenia?", "is_exposed"),
    ("Was Ardenia hit by Norvane?", "is_exposed"),
]


@pytest.mark.parametrize(("question", "form", "subject"), SUBJECTS)
def test_a_question_about_one_thing_is_read(question: str, form: str, subject: str) -> None:
    plan = read(question)
    assert (plan.form, plan.subject) == (form, subject)


@pytest.mark.parametrize(("question", "subject", "type_", "side"), EDGES)
def test_a_question_for_an_edge_is_read(question: str, subject: str, type_: str, side: str) -> None:
    plan = read(question)
    assert plan.subject == subject
    assert (type_, side) in plan.types


@pytest.mark.parametrize(("question", "form"), PAIRS)
def test_a_question_about_two_things_is_read(question: str, form: str) -> None:
    plan = read(question)
    assert plan.form == form
    assert {plan.subject, plan.other} == {"Norvane", "Ardenia"}


@pytest.mark.parametrize(
    ("words", "name", "value"),
    [
        ("as of 9 June 2025", "as_of", "2025-06-09"),
        ("as of June 2025", "as_of", "2025-06"),
        ("as known on 2025-06-10", "known_at", "2025-06-10"),
        ("within two hops", "hops", 2),
        ("in 3 steps", "hops", 3),
        ("via Norvane", "via", "Norvane"),
        ("excluding Norvane, Osprey and Aldgate", "excluding", ("Norvane", "Osprey", "Aldgate")),
        ("by supply", "channel", "supply"),
    ],
)
def test_a_filter_is_taken_off(words: str, name: str, value: object) -> None:
    plan = read(f"Who is exposed to tin {words}?")
    assert plan.subject == "tin"
    assert getattr(plan.filters, name) == value


def test_filters_combine_in_any_order() -> None:
    plan = read("Who is hurt by tin, excluding Osprey, as of 2025, within 2 hops via Norvane?")
    f = plan.filters
    assert (f.excluding, f.as_of, f.hops, f.via) == (("Osprey",), "2025", 2, "Norvane")


def test_which_noun_asks_for_a_label() -> None:
    assert read("Which banks are exposed to tin?").label == "Firm"
    assert read("Which countries depend on tin?").label == "Country"
    assert read("Who depends on tin?").label == ""


@pytest.mark.parametrize(
    "question", ["", "?", "Sing me a song", "Will it rain", "sell everything now", "x"]
)
def test_an_unread_question_is_refused_with_three_forms(question: str) -> None:
    with pytest.raises(QuestionUnread) as caught:
        read(question)
    assert caught.value.cure.count(";") == 2


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(QuestionUnread):
        read("who is exposed to tin as of next Tuesday")


def test_near_forms_resemble_the_question() -> None:
    assert nearest("who is very exposed tin")[0] == "who is exposed to X"


@pytest.mark.parametrize("form", forms())
def test_every_form_offered_is_read(form: str) -> None:
    assert read(form)


@pytest.mark.parametrize(
    ("written", "iso"),
    [("June 9, 2025", "2025-06-09"), ("9th Jun 2025", "2025-06-09"), ("2025-06", "2025-06")],
)
def test_dates_are_read_as_people_write_them(written: str, iso: str) -> None:
    assert day(written) == iso


def test_verbs_are_inflected() -> None:
    assert inflect("take over") == {
        "take over",
        "takes over",
        "taking over",
        "took over",
        "taken over",
    }
    assert {"supplies", "supplied", "supplying"} <= inflect("supply")
    assert "banning" in inflect("ban")
