"""What is due: expected by a sentence or a claim, then met, missed or open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.answers.desk import Due, due
from kg.graph import open_store
from kg.graph.contract import Store
from schemas.claim import Claim, Resolved
from schemas.evidence import Dateline
from schemas.when import When
from tests.graph.factories import claim, resolved, story

NOW = "2025-06-09T12:00:00Z"
LIFT = "Norland will lift the levy on tin on June 20."
DONE = "Norland has lifted the levy on tin."


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store(":memory:")
    yield opened
    opened.close()


def tells(store: Store, key: str, text: str, day: str, *claims: dict[str, str]) -> None:
    """Add a story whose claims are on Norland's levy unless told otherwise."""
    told = story(key, text, published=day)
    made: list[Claim] = []
    for given in claims:
        ends = {"head": "country:no", "type": "IMPOSES", "tail": "policy:levy", **given}
        head, type_, tail = ends.pop("head"), ends.pop("type"), ends.pop("tail")
        when = When.parse(ends.pop("date")) if "date" in ends else None
        made.append(claim(told, head, type_, tail, date=when, **ends))
    mentions = (("policy:levy", 17, 28, "levy on tin"),) if "levy" in text else ()
    one: Resolved = resolved(told, *made)
    store.add([one.model_copy(update={"mentions": mentions})], known_from=NOW)


def states(found: Due) -> list[tuple[str, str]]:
    return [(e.state, e.when) for e in found.expected]


def test_a_scheduled_thing_is_open_until_its_day_has_passed(store: Store) -> None:
    tells(store, "s1", LIFT, "2025-06-09", {"status": "planned"})
    assert states(due(store)) == [("open", "2025-06-20")]
    assert states(due(store, When.parse("2025-06-20"))) == [("open", "2025-06-20")]
    assert states(due(store, When.parse("2025-06-21"))) == [("missed", "2025-06-20")]


def test_it_tells_what_who_when_and_the_sentence(store: Store) -> None:
    tells(store, "s1", LIFT, "2025-06-09", {"status": "planned"})
    (one,) = due(store).expected
    assert one.quote == LIFT == LIFT[one.start : one.end]
    assert (one.first, one.last, one.precision, one.said) == (
        "2025-06-20", "2025-06-20", "day", "2025-06-09",
    )  # fmt: skip
    assert set(one.who) == {"levy on tin", "Norland"}
    assert one.edges == ("Norland -IMPOSES-> levy on tin",)
    assert (one.publisher, one.story_id) == ("The Ledger", "s1")


@pytest.mark.parametrize("status", ["asserted", "completed", "agreed", "ended"])
def test_a_later_word_on_the_same_edge_that_is_no_plan_meets_it(store: Store, status: str) -> None:
    tells(store, "s1", LIFT, "2025-06-09", {"status": "planned"})
    tells(store, "s2", DONE, "2025-06-20", {"status": status})
    (one,) = due(store).expected
    assert one.state == "met"
    assert one.met_by is not None
    assert (one.met_by.quote, one.met_by.status, one.met_by.published) == (
        DONE, status, "2025-06-20",
    )  # fmt: skip


@pytest.mark.parametrize("status", ["planned", "rumoured", "denied", "negated"])
def test_another_plan_or_a_denial_does_not_meet_it(store: Store, status: str) -> None:
    tells(store, "s1", LIFT, "2025-06-09", {"status": "planned"})
    tells(store, "s2", DONE, "2025-06-22", {"status": status})
    assert states(due(store)) == [("missed", "2025-06-20")]


def test_what_was_agreed_is_not_met_by_agreeing_once_more(store: Store) -> None:
    tells(store, "s1", LIFT, "2025-06-09", {"status": "agreed"})
    tells(store, "s2", DONE, "2025-06-12", {"status": "agreed"})
    assert states(due(store)) == [("open", "2025-06-20")]


@pytest.mark.parametrize(("day", "state"), [("2025-06-27", "met"), ("2025-06-28", "missed")])
def test_a_story_may_tell_of_it_for_a_week_behind_its_day(
    store: Store, day: str, state: str
) -> None:
    tells(store, "s1", LIFT, "2025-06-09", {"status": "planned"})
    tells(store, "s2", DONE, day, {"status": "ended"})
    assert states(due(store)) == [(state, "2025-06-20")]


def test_an_earlier_word_or_one_of_the_same_story_does_not_meet_it(store: Store) -> None:
    tells(store, "s0", DONE, "2025-06-01", {"status": "asserted"})
    tells(store, "s1", LIFT, "2025-06-09", {"status": "planned"}, {"status": "asserted"})
    assert states(due(store)) == [("open", "2025-06-20")]


def test_a_word_on_the_act_that_the_sentence_names_meets_it(store: Store) -> None:
    tells(store, "s1", "Vote due on the levy on tin on June 20.", "2025-06-09")
    assert states(due(store)) == [("open", "2025-06-20")]
    struck = {"head": "policy:levy", "type": "TARGETS", "tail": "firm:keld"}
    tells(store, "s2", DONE, "2025-06-20", {**struck, "status": "asserted"})
    assert states(due(store)) == [("met", "2025-06-20")]


def test_a_word_on_another_edge_does_not_meet_it(store: Store) -> None:
    bid = {"head": "firm:orrin", "type": "ACQUIRES", "tail": "firm:keld", "status": "planned"}
    other = {**bid, "tail": "firm:tavola", "status": "completed"}
    tells(store, "s1", "Orrin will buy Keld by July 1.", "2025-06-09", bid)
    tells(store, "s2", "Orrin bought Tavola.", "2025-06-15", other)
    assert states(due(store)) == [("open", "2025-07-01")]


def test_a_planned_claim_with_a_day_ahead_is_expected_without_such_words(store: Store) -> None:
    tells(store, "s1", "A levy on tin: from autumn.", "2025-06-09",
          {"status": "planned", "date": "2025-10"})  # fmt: skip
    (one,) = due(store).expected
    assert (one.cue, one.when, one.precision, one.last) == (
        "claim", "2025-10", "month", "2025-10-31",
    )  # fmt: skip
    assert one.what == "Norland imposes levy on tin"


@pytest.mark.parametrize(
    "given",
    [
        {"status": "planned", "date": "2025-06-01"}, {"status": "asserted", "date": "2025-10"},
        {"status": "planned"}, {"status": "planned", "date": "--10-01"},
    ],
)  # fmt: skip
def test_a_claim_that_is_done_past_or_undated_is_not_expected(
    store: Store, given: dict[str, str]
) -> None:
    tells(store, "s1", "A levy on tin.", "2025-06-09", given)
    assert due(store).expected == ()


def test_the_same_thing_told_twice_is_expected_once(store: Store) -> None:
    tells(store, "s1", LIFT, "2025-06-09", {"status": "planned"})
    tells(store, "s2", f"Again: {LIFT}", "2025-06-10", {"status": "planned"})
    (one,) = due(store).expected
    assert one.story_id == "s1"


def test_stories_of_later_than_the_day_asked_about_are_not_known(store: Store) -> None:
    tells(store, "s1", LIFT, "2025-06-09", {"status": "planned"})
    tells(store, "s2", DONE, "2025-06-20", {"status": "ended"})
    assert states(due(store, When.parse("2025-06-15"))) == [("open", "2025-06-20")]
    assert due(store, When.parse("2025-06-01")).expected == ()


def test_stories_without_a_full_date_are_left_out_and_counted(store: Store) -> None:
    tells(store, "s1", LIFT, "2025-06", {"status": "planned"})
    found = due(store)
    assert (found.as_of, found.expected) == (None, ())
    assert found.notes == ("1 story without a full date is left out",)


def test_an_empty_store_expects_nothing(store: Store) -> None:
    assert due(store) == Due(as_of=None)


def test_expectations_come_by_their_last_day(store: Store) -> None:
    text = "The vote is due on July 3. Data are due on Thursday. A ruling is expected in June."
    tells(store, "s1", text, "2025-06-09")
    assert [e.when for e in due(store).expected] == ["2025-06-12", "2025-06", "2025-07-03"]


def test_a_story_without_a_year_expects_by_month_and_day_and_stays_open(store: Store) -> None:
    text = "A fuller release is due on June 20. The vote is due on Friday."
    told = story("s1", text)
    line = Dateline(place="OSLO", when=When.parse("--06-09"))
    store.add([resolved(told.model_copy(update={"dateline": line}))], known_from=NOW)
    found = due(store, When.parse("2030"))
    (one,) = found.expected
    assert (one.state, one.when, one.first, one.said) == ("open", "--06-20", "--06-20", "--06-09")
    assert found.notes == ("1 without a year, as their stories: always open",)
