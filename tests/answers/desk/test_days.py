"""Days ahead: as exactly as the words give them, seen from Monday, 9 June 2025."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.answers.desk.days import days_ahead, week
from kg.answers.desk.phrases import sentences

SAID = dt.date(2025, 6, 9)


@pytest.mark.parametrize(
    ("words", "when", "last"),
    [
        ("on June 20", "2025-06-20", "2025-06-20"),
        ("on the 20th of June", "2025-06-20", "2025-06-20"),
        ("on 4 July 2026", "2026-07-04", "2026-07-04"),
        ("on Jan. 5", "2026-01-05", "2026-01-05"),
        ("next Friday", "2025-06-20", "2025-06-20"),
        ("on Friday", "2025-06-13", "2025-06-13"),
        ("on Monday", "2025-06-09", "2025-06-09"),
        ("tomorrow", "2025-06-10", "2025-06-10"),
        ("this weekend", "2025-W24", "2025-06-15"),
        ("next week", "2025-W25", "2025-06-22"),
        ("later this month", "2025-06", "2025-06-30"),
        ("in July", "2025-07", "2025-07-31"),
        ("in January", "2026-01", "2026-01-31"),
        ("in the third quarter", "2025-Q3", "2025-09-30"),
        ("in the first quarter", "2026-Q1", "2026-03-31"),
        ("in Q3 2026", "2026-Q3", "2026-09-30"),
        ("in the second half of next year", "2026-H2", "2026-12-31"),
        ("by the end of the year", "2025", "2025-12-31"),
        ("early next year", "2026", "2026-12-31"),
        ("by 2030", "2030", "2030-12-31"),
        ("within 30 days", "2025-07-09", "2025-07-09"),
        ("in two weeks", "2025-W26", "2025-06-29"),
    ],
)
def test_words_give_an_interval_with_its_precision(words: str, when: str, last: str) -> None:
    (found,) = days_ahead(f"It ends {words}.", SAID)
    assert (found.days.text, found.days.last.isoformat()) == (when, last)


@pytest.mark.parametrize(
    "text",
    [
        "on May 3", "last week", "last Friday", "in 2019", "on June 20, 2010", "The year was good.",
        "on Thursday, May 11, 2023", "May rain falls", "on April 31", "Monday's data", "Q5",
        "a good week", "in March 2024", "on 30 March 1885",
    ],
)  # fmt: skip
def test_what_lies_behind_or_is_no_day_is_none(text: str) -> None:
    assert days_ahead(text, SAID) == []


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.sampled_from(
    ("on Friday", "next Tuesday", "next week", "in March", "on May 5", "in the second quarter",
     "within 9 days", "this year", "in two months", "later this month", "on February 28")
))  # fmt: skip
def test_no_day_ahead_lies_behind(said: dt.date, words: str) -> None:
    for found in days_ahead(words, said):
        assert found.days.first <= found.days.last
        assert said <= found.days.last
        assert (found.days.last - said).days < 800


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)))
def test_a_week_is_seven_days_around_its_day(when: dt.date) -> None:
    found = week(when)
    assert found.first <= when <= found.last
    assert (found.last - found.first).days == 6
    assert dt.date.fromisocalendar(int(found.text[:4]), int(found.text[6:]), 1) == found.first


def test_sentences_end_at_their_full_stops_and_keep_their_places() -> None:
    text = "Levy rises\nMr. A. Keld of Orrin Inc. met U.S. men on Oct. 16. He left.\n\n“No.” End"
    found = list(sentences(text, len("Levy rises")))
    assert [s.text for s in found] == [
        "Levy rises", "Mr. A. Keld of Orrin Inc. met U.S. men on Oct. 16.", "He left.",
        "“No.”", "End",
    ]  # fmt: skip
    assert [s.headline for s in found] == [True, False, False, False, False]
    assert all(text[s.start : s.end] == s.text for s in found)


@given(st.text(alphabet="Ab. \n“”?!9", max_size=60))
def test_every_sentence_stands_where_it_says(text: str) -> None:
    found = list(sentences(text))
    assert all(text[s.start : s.end] == s.text for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())
