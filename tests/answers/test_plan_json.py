"""A plan from outside: held to its schema, answered like one of the grammar's own."""

from __future__ import annotations

import json

import pytest

from kg.answers import answer, answer_plan, plan_from, plan_schema, read
from kg.answers.plan import Plan
from schemas.base import Edge, forget, state_edges
from schemas.errors import QuestionUnread
from tests.answers.worlds import trading_world

QUESTIONS = [
    "Who supplies Gantry above 0.5 confidence?",
    "Which Belmarkian firms are exposed to the tin ban via Dunmore within two hops?",
    "Which deals were rejected or abandoned?",
    "How many products are hurt by the tin ban, excluding Dunmore and Gantry?",
    "Is Gantry more exposed to the tin ban than Brightwater?",
    "What boosts Elder Pumps?",
    "What did Gantry acquire between 2022 and 2024?",
    "What happens if Dunmore goes bankrupt?",
    "Who is exposed to tin by supply, realised only, as of June 2025?",
]


def as_given(plan: Plan) -> dict[str, object]:
    """The plan as a translator would write it."""
    shown = plan.shown()
    return json.loads(json.dumps(shown))  # type: ignore[no-any-return]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_plan_that_was_shown_is_read_back(question: str) -> None:
    plan = read(question)
    assert plan_from(as_given(plan)) == plan


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_ready_plan_has_the_answer_of_its_question(question: str) -> None:
    world = trading_world()
    by_plan = answer_plan(as_given(read(question)), world, question=question)
    assert by_plan == answer(question, world)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ([], "not a JSON object"),
        ({}, "without form"),
        ({"form": "buy", "subject": "tin"}, "'buy' is none of"),
        ({"form": "exposed"}, "needs a subject"),
        ({"form": "exposed", "subject": 3}, "does not fit"),
        ({"form": "exposed", "subject": "tin", "limit": 3}, "no field 'limit'"),
        ({"form": "subjects", "subject": "tin", "types": ["EATS:head"]}, "is none of"),
        ({"form": "subjects", "subject": "tin", "types": "SUPPLIES:head"}, "is no list"),
        ({"form": "exposed", "subject": "tin", "filters": {"hops": 99}}, "does not fit"),
        ({"form": "exposed", "subject": "tin", "filters": {"hops": True}}, "does not fit"),
        ({"form": "exposed", "subject": "tin", "filters": {"as_of": "soon"}}, "does not fit"),
        ({"form": "exposed", "subject": "tin", "filters": {"statuses": ["maybe"]}}, "none of"),
        ({"form": "exposed", "subject": "tin", "filters": {"sql": "x"}}, "no field 'sql'"),
    ],
)
def test_a_plan_outside_the_schema_is_refused(given: object, why: str) -> None:
    with pytest.raises(QuestionUnread, match=why):
        plan_from(given)


def test_the_schema_lists_every_type_known_now() -> None:
    class Waters(Edge):
        """A thing waters another."""

        head = ("Firm",)
        tail = ("Place",)

    try:
        sides = plan_schema()["properties"]["types"]["items"]["enum"]
        assert {f"{kind.TYPE}:head" for kind in state_edges()} <= set(sides)
        assert "WATERS:tail" in sides
    finally:
        forget(Waters)
    assert "WATERS:tail" not in plan_schema()["properties"]["types"]["items"]["enum"]


def test_the_schema_is_json() -> None:
    assert json.loads(json.dumps(plan_schema()))["additionalProperties"] is False
