"""Amounts that replace amounts: a forecast cut again, a stake or rate moved, a bid raised."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from kg.graph.lineage import superseded
from kg.graph.state import Witness, told
from schemas.base import Edge, Property, forget
from schemas.claim import Resolved
from schemas.when import When
from tests.graph.factories import claim, resolved
from tests.graph.revising import (
    ENDS,
    JULY,
    MARCH,
    MAY,
    NOW,
    YEAR,
    chain,
    edge_of,
    filled,
    revised,
    tells,
)  # fmt: skip

# ------------------------------------------------------------------------------- what replaces


def test_a_forecast_cut_again_replaces_the_one_before_it_and_no_other() -> None:
    assert revised(MARCH, MAY, JULY) == [("july", "may"), ("may", "march")]


def test_a_month_comes_before_the_days_of_the_next() -> None:
    vague = tells("vague", "6000", "2025-04")
    assert revised(MARCH, vague, MAY) == [("may", "vague"), ("vague", "march")]


def test_an_amount_told_again_replaces_nothing_and_is_replaced_once() -> None:
    again = tells("again", "5800", "2025-04-01")
    assert revised(MARCH, again, MAY) == [("may", "again")]
    assert revised(MAY, tells("echo", "6300", "2025-06-01")) == []


def test_an_amount_that_returns_replaces_the_one_between() -> None:
    back = tells("back", "5800", "2025-06-01")
    assert revised(MARCH, MAY, back) == [("back", "may"), ("may", "march")]


@pytest.mark.parametrize(
    ("type_", "unit"), [("SETS_RATE", "percent"), ("OWNS", "percent"), ("TARGETS", "percent")]
)
def test_a_level_moved_on_another_day_replaces_the_level_before(type_: str, unit: str) -> None:
    days = ("2025-03-01", "2025-06-05")
    low, high = (
        tells(f"s{n}", amount, day, type_=type_, unit=unit, date=When(text=day))
        for n, (amount, day) in enumerate(zip(("4.25", "4"), days, strict=True))
    )
    assert revised(low, high) == [("s1", "s0")]
    assert edge_of(filled(high, low)).amount == "4"


def test_a_bid_that_is_raised_replaces_the_bid() -> None:
    low, high = (
        tells(name, amount, day, type_="ACQUIRES", currency="USD", status="planned")
        for name, amount, day in (("low", "32", "2025-03-01"), ("high", "34", "2025-04-01"))
    )
    assert revised(low, high) == [("high", "low")]


def test_the_price_of_another_deal_years_later_replaces_nothing() -> None:
    low, high = (
        tells(name, amount, day, type_="ACQUIRES", currency="USD")
        for name, amount, day in (("low", "32", "2021-03-01"), ("high", "34", "2025-04-01"))
    )
    assert revised(low, high) == []


def test_one_end_of_a_range_that_moves_is_a_revision() -> None:
    wide = tells("wide", "60", "2025-03-01", more={"high": "70"})
    narrow = tells("narrow", "60", "2025-04-01", more={"high": "65"})
    assert revised(wide, narrow) == [("narrow", "wide")]


# ----------------------------------------------------------------- what stands beside each other


def test_forecasts_for_two_years_stand_beside_each_other() -> None:
    one = tells("one", "2.8", "2025-03-01", unit="percent", date=YEAR)
    two = tells("two", "3.0", "2025-05-01", unit="percent", date=When(text="2026"))
    cut = tells("cut", "2.5", "2025-06-01", unit="percent", date=YEAR)
    assert revised(one, two) == []
    assert revised(one, two, cut) == [("cut", "one")]


def test_a_forecast_for_no_told_period_is_none_for_a_told_one() -> None:
    assert revised(tells("told", "58", "2025-03-01", date=YEAR), MAY) == []


def test_forecasts_of_two_forecasters_stand_beside_each_other() -> None:
    assert revised(MARCH, tells("other", "6300", "2025-05-01", head="firm:orrin")) == []


@pytest.mark.parametrize(
    "other",
    [{"currency": "USD"}, {"unit": "percent"}, {"more": {"per": "barrel"}}],
    ids=["currency", "unit", "per"],
)
def test_amounts_of_another_measure_are_not_compared(other: dict[str, object]) -> None:
    assert revised(MARCH, tells("other", "6300", "2025-05-01", **other)) == []


@pytest.mark.parametrize("type_", ["FINES", "INVESTS_IN", "REPORTS", "EXPORTS"])
def test_sums_that_come_on_top_of_each_other_replace_nothing(type_: str) -> None:
    first = tells("first", "5", "2025-03-01", type_=type_, currency="USD")
    second = tells("second", "7", "2025-05-01", type_=type_, currency="USD")
    assert revised(first, second) == []


def test_a_stake_that_is_bought_on_top_of_another_replaces_nothing() -> None:
    first = tells("first", "5", "2025-03-01", type_="ACQUIRES", unit="percent")
    second = tells("second", "4", "2025-05-01", type_="ACQUIRES", unit="percent")
    assert revised(first, second) == []


def test_a_move_in_basis_points_is_no_level() -> None:
    first = tells("first", "-25", "2025-03-01", type_="SETS_RATE", unit="bps")
    second = tells("second", "-50", "2025-05-01", type_="SETS_RATE", unit="bps")
    assert revised(first, second) == []


def test_two_amounts_of_one_day_or_of_one_story_replace_nothing() -> None:
    assert revised(MARCH, tells("same", "6300", "2025-03-01")) == []
    one = MARCH.story
    both = [claim(one, *_ends(), amount=Decimal(n)) for n in ("5800", "6300")]
    assert revised(resolved(one, *both)) == []


def _ends() -> tuple[str, str, str]:
    return "firm:keld", "FORECASTS", "commodity:tin"


def test_what_nobody_dates_replaces_nothing_and_is_not_replaced() -> None:
    assert revised(MARCH, tells("undated", "6300", None)) == []
    later = tells("undated", "6300", None, date=When(text="2026"))
    assert edge_of(filled(MARCH, later)).amount == "5800"  # 2026 is what it is for


def test_an_amount_that_is_denied_replaces_none() -> None:
    denied = tells("denied", "6300", "2025-05-01", status="denied")
    store = filled(MARCH, denied)
    assert chain(store) == [("denied", "march")]  # by its status
    assert chain(filled(MARCH, denied, JULY)) == [
        ("denied", "march"), ("july", "denied"), ("july", "march"),
    ]  # fmt: skip


def test_copies_of_one_story_replace_nothing_however_late_they_are_printed() -> None:
    text = "Keld, the can maker, thinks that a ton of tin will cost 5,800 crowns by the summer."
    first = tells("first", "5800", "2025-03-01", text=text)
    copy = tells("copy", "5800", "2025-06-01", text=f"{text}\n")
    assert revised(first, copy) == []
    store = filled(first, MAY, copy)
    assert edge_of(store).amount == "6300"
    assert edge_of(store).last_attested == When(text="2025-06-01")
    assert [later for later, _ in revised(first, MAY, copy)] == ["may"]


def test_a_late_copy_does_not_bring_back_what_was_denied() -> None:
    text = "Keld has agreed to buy all of Tavola, as both of them said in Tinvik on Monday night."
    deal = {"type_": "ACQUIRES", "currency": "USD", "text": text}
    agreed = [tells(n, "5", d, status="agreed", **deal)
              for n, d in (("first", "2025-03-01"), ("copy", "2025-06-01"))]  # fmt: skip
    denied = tells("denied", "5", "2025-05-01", type_="ACQUIRES", currency="USD", status="denied")
    assert edge_of(filled(*agreed, denied)).status == "denied"


# ------------------------------------------------------------------------------- what is named


def test_an_old_value_that_is_named_joins_what_has_no_period_or_is_of_one_day() -> None:
    target = tells("target", "5800", "2025-03-01", date=YEAR)
    assert revised(target, tells("raised", "6300", "2025-05-01", previous="5800")) == [
        ("raised", "target")
    ]
    same = tells("same", "6300", "2025-03-01", previous="5800")
    assert revised(MARCH, same) == [("same", "march")]
    assert edge_of(filled(same, MARCH)).amount == "6300"


def test_an_old_value_that_is_named_joins_undated_stories() -> None:
    old, new = tells("old", "5800", None), tells("new", "6300", None, previous="5800")
    assert revised(old, new) == [("new", "old")]
    assert edge_of(filled(old, new)).amount == "6300"


def test_a_named_value_reaches_over_another_paper_between() -> None:
    raised = tells("raised", "6300", "2025-05-01", previous="5800")
    stray = tells("stray", "5900", "2025-04-01")
    assert revised(MARCH, stray, raised) == [
        ("raised", "march"), ("raised", "stray"), ("stray", "march"),
    ]  # fmt: skip


def test_a_planned_sum_is_replaced_where_the_words_name_it_and_only_then() -> None:
    plan = tells("plan", "3", "2025-03-01", type_="INVESTS_IN", currency="USD")
    more = tells("more", "5", "2025-05-01", type_="INVESTS_IN", currency="USD", previous="3")
    assert revised(plan, more) == [("more", "plan")]


def test_what_was_measured_a_month_before_is_not_replaced_by_this_month() -> None:
    april, may, again = (
        tells(name, amount, day, type_="REPORTS", unit="percent", previous=before,
              date=When(text=month))
        for name, amount, day, before, month in (
            ("april", "35", "2025-05-05", "", "2025-04"),
            ("may", "38", "2025-06-05", "35", "2025-05"),
            ("again", "39", "2025-07-05", "38", "2025-05"),
        )
    )  # fmt: skip
    assert revised(april, may) == []
    assert revised(april, may, again) == [("again", "may")]


@pytest.mark.parametrize("odd", ["", "some", "NaN", "sNaN", "Infinity", "1e999999"])
def test_an_old_value_that_is_no_number_names_nothing(odd: str) -> None:
    old = tells("old", "5800", None)
    assert revised(old, tells("new", "6300", None, previous=odd)) == []


# -------------------------------------------------------------------------- types yet to be made


@pytest.fixture
def toy() -> Iterator[str]:
    """A type of a plug-in, of which a share holds until another is told."""
    share = (Property(name="share", kind="share", unit="0..1"),)
    made = type("Shares", (Edge,), {"head": ("Firm",), "tail": ("Firm",), "properties": share})
    ENDS[made.TYPE] = ("firm:keld", "firm:tavola")
    yield made.TYPE
    del ENDS[made.TYPE]
    forget(made)


def test_a_type_that_is_dropped_in_is_revised_as_its_properties_say(toy: str) -> None:
    low = tells("low", "10", "2025-03-01", type_=toy, unit="percent")
    high = tells("high", "20", "2025-05-01", type_=toy, unit="percent")
    assert revised(low, high) == [("high", "low")]


def test_a_type_that_is_not_there_any_more_is_not_revised() -> None:
    def witness(one: Resolved) -> Witness:
        claimed = one.claims[0].model_copy(update={"type": "GONE"})
        return Witness(claimed, told(one.story, NOW))

    assert list(superseded([witness(MARCH), witness(MAY)])) == []
