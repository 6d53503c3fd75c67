"""Dates: only what the text and the story's own date give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.dates import dates
from schemas.when import When

JUNE = When.parse("2025-06-09")  # a Monday


def read(text, anchor=JUNE):
    return [str(w) for _, w in dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in May", "2025-05"),
        ("on June 20", "2025-06-20"),
        ("in December 2024", "2024-12"),
        ("in late 2022", "2022"),
        ("since 2023", "2023"),
        ("on Friday", "2025-06-06"),
        ("last year", "2024"),
        ("next month", "2025-07"),
        ("yesterday", "2025-06-08"),
        ("on 12 May 2024", "2024-05-12"),
        ("on Monday", "2025-06-09"),
    ],
)
def test_a_date_is_read_from_the_story_date(text, expected):
    assert read(text) == [expected]


def test_without_an_anchor_the_year_stays_open():
    assert read("in April", None) == ["--04"]
    assert read("on June 9", None) == ["--06-09"]


def test_without_an_anchor_relative_words_are_no_date():
    assert read("last week, on Friday, last year", None) == []


def test_december_in_a_january_story_is_last_year():
    assert read("in December", When.parse("2025-01-15")) == ["2024-12"]


@given(st.dates())
def test_an_iso_date_is_kept(day):
    assert When.parse(day.isoformat()).first() == day == When.parse(day.isoformat()).last()


def test_a_partial_date_is_an_interval():
    when = When.parse("2024-02")
    assert (when.first().isoformat(), when.last().isoformat()) == ("2024-02-01", "2024-02-29")
