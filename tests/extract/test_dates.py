"""Dates: only what the text and the story's own date give, no finer than they are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract import values
from kg.extract.dates import dates
from kg.extract.sentences import sentences
from schemas.when import When
from tests.extract.conftest import make_story

JUNE = When.parse("2025-06-09")  # a Monday
TOLD = """
in May | 2025-05
on June 20 | 2025-06-20
in December 2024 | 2024-12
on 12 May 2024 | 2024-05-12
on May 12, 2024 | 2024-05-12
9th of June, 2025 | 2025-06-09
the 9th of June | 2025-06-09
June 9th | 2025-06-09
Aug. 1 | 2025-08-01
Sept 30 | 2025-09-30
1 Dec. 2024 | 2024-12-01
2025-03-14 | 2025-03-14
13/06/2025 | 2025-06-13
06/13/2025 | 2025-06-13
9.6.2025 | 2025-06-09
in late 2022 | 2022
mid-2026 | 2026
since 2023 | 2023
for 2026 | 2026
by the end of 2027 | 2027
summer of 2027 | 2027
since January | 2025-01
"""
RELATIVE = """
on Friday | 2025-06-06
on Monday | 2025-06-09
last Friday | 2025-06-06
last Monday | 2025-06-02
this Thursday | 2025-06-12
next Monday | 2025-06-16
yesterday | 2025-06-08
tomorrow | 2025-06-10
today | 2025-06-09
this morning | 2025-06-09
three days ago | 2025-06-06
two weeks ago | 2025-05-26/2025-06-01
two months ago | 2025-04
five years ago | 2020
last week | 2025-06-02/2025-06-08
Last week | 2025-06-02/2025-06-08
earlier this week | 2025-06-09/2025-06-15
earlier this month | 2025-06
next month | 2025-07
last month | 2025-05
last quarter | 2025-01/2025-03
last year | 2024
Last year | 2024
next year | 2026
by the end of next year | 2026
the end of the year | 2025
by year-end | 2025
last September | 2024-09
next March | 2026-03
in June last year | 2024-06
"""
PERIODS = """
Q3 2025 | 2025-07/2025-09
Q3 of 2024 | 2024-07/2024-09
in Q1 | 2025-01/2025-03
3Q25 | 2025-07/2025-09
in the third quarter | 2025-07/2025-09
third-quarter profit | 2025-07/2025-09
the third quarter of 2024 | 2024-07/2024-09
the last quarter of 2024 | 2024-10/2024-12
the first quarter of next year | 2026-01/2026-03
in the first half | 2025-01/2025-06
H1 2026 | 2026-01/2026-06
2H25 | 2025-07/2025-12
the first nine months of 2024 | 2024-01/2024-09
the three months to September | 2025-07/2025-09
the quarter ended June 30 | 2025-04/2025-06
the year to March | 2024-04/2025-03
the fiscal year ending March 2026 | 2025-04/2026-03
fiscal 2026 | 2025/2026
FY26 | 2025/2026
the financial year 2025-26 | 2025/2026
the 2024/25 season | 2024/2025
June 9-11 | 2025-06-09/2025-06-11
June 9 to 11, 2025 | 2025-06-09/2025-06-11
9-11 June 2025 | 2025-06-09/2025-06-11
June 28 to July 3 | 2025-06-28/2025-07-03
from April to June | 2025-04/2025-06
between 2019 and 2023 | 2019/2023
2019-2023 | 2019/2023
"""
NONE = """
in the coming weeks
over the past year
this summer
the decade to 2030
a year earlier
a year ago
two weeks earlier
than in May 2024
up from 2019
the lowest since 2008
its weakest month since March 2020
compared with 2019
Theresa May said
it may cut
an Audi Q3
the fiscal third quarter
5/6/2025
in 2011-12
a total of 2000 workers
in 2000 stores
on Monday's close
"""
OTHERS = """
2025-11-12 | in the third quarter | 2025-07/2025-09
2025-11-12 | in the first quarter | 2026-01/2026-03
2026-02-12 | in the fourth quarter | 2025-10/2025-12
2025-01-15 | in December | 2024-12
2023-07-20 | last September | 2022-09
2025-06 | last month | 2025-05
2025 | in May | 2025-05
2025 | last year | 2024
"""
AHEAD = """
on Friday | 2025-06-13
on Monday | 2025-06-09
in March | 2026-03
in July | 2025-07
"""


def cases(table):
    return [tuple(p.strip() for p in row.split("|")) for row in table.strip().splitlines()]


def read(text, anchor=JUNE, **how):
    return [str(w) for _, w in dates(text, anchor, **how)]


@pytest.mark.parametrize(("text", "expected"), cases(TOLD) + cases(RELATIVE) + cases(PERIODS))
def test_a_date_is_read_from_the_story_date(text, expected):
    assert read(text) == [expected]


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_is_vague_or_only_compared_with_is_no_date(text):
    assert read(text) == []


@pytest.mark.parametrize(("said", "text", "expected"), cases(OTHERS))
def test_a_period_without_a_year_is_the_nearest(said, text, expected):
    assert read(text, When.parse(said)) == [expected]


@pytest.mark.parametrize(("text", "expected"), cases(AHEAD))
def test_in_a_plan_a_weekday_or_month_is_one_to_come(text, expected):
    assert read(text, ahead=True) == [expected]


def test_without_an_anchor_the_year_stays_open():
    assert read("in April", None) == ["--04"]
    assert read("on June 9", None) == ["--06-09"]


def test_without_an_anchor_relative_words_are_no_date():
    assert read("last week, on Friday, last year, two months ago, in the third quarter", None) == []


@given(st.text(max_size=40), st.sampled_from([None, JUNE, When.parse("--06-09")]))
def test_any_text_is_read_and_gives_dates_that_parse(text, anchor):
    assert all(When.parse(str(w)) == w for _, w in dates(text, anchor))


@given(st.dates())
def test_an_iso_date_is_kept(day):
    assert When.parse(day.isoformat()).first() == day == When.parse(day.isoformat()).last()


def test_a_partial_date_is_an_interval():
    when = When.parse("2024-02")
    assert (when.first().isoformat(), when.last().isoformat()) == ("2024-02-01", "2024-02-29")


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2025-07/2025-09", "2025-07-01", "2025-09-30", "quarter"),
        ("2025-01/2025-06", "2025-01-01", "2025-06-30", "half"),
        ("2025-02/2025-04", "2025-02-01", "2025-04-30", "span"),
        ("2025-06-02/2025-06-08", "2025-06-02", "2025-06-08", "week"),
        ("2025-06-09/2025-06-11", "2025-06-09", "2025-06-11", "span"),
        ("2025-04/2026-03", "2025-04-01", "2026-03-31", "span"),
        ("2025/2026", "2025-01-01", "2026-12-31", "span"),
    ],
)
def test_an_interval_keeps_its_ends_and_says_what_it_is(text, first, last, precision):
    when = When.parse(text)
    assert (str(when), when.precision, when.year) == (text, precision, 2025)
    assert (when.first().isoformat(), when.last().isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["2025-09/2025-07", "--06/--07", "2025/", "/2025", "2025/x",
                                  "2025-06/2025-07/2025-08", "2025-13/2026"])  # fmt: skip
def test_what_is_no_interval_is_refused(text):
    with pytest.raises(ValueError, match=r"not an|month"):
        When.parse(text)


@given(st.dates(), st.dates())
def test_between_two_days_lies_the_interval_of_both(one, other):
    begin, end = (When.parse(d.isoformat()) for d in sorted((one, other)))
    when = When.between(begin, end)
    assert (when.first(), when.last()) == (begin.first(), end.last())
    assert When.parse(str(when)) == when


def dated(text, word):
    """The date of a claim by its trigger word, in a story of 9 June 2025."""
    s = next(sentences([make_story(text)]))[0]
    trigger = next(t.i for t in s.tokens if t.text == word)
    found = values.when(s, trigger, text, JUNE)
    return str(found) if found else ""


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Lindt bought the plant in May.", "bought", "2025-05"),
        ("Lindt, which sold its wharf in April, bought the plant.", "bought", ""),
        ("Lindt bought the plant after it sold its wharf in April.", "bought", ""),
        ("President Anna Weiss on Wednesday signed the ban.", "President", ""),
        ("Lindt, a rival of Mars, opened a plant in May.", "rival", ""),
        ("Lindt will open the plant in March.", "open", "2026-03"),
        ("Last year the regulator fined Lindt.", "fined", "2024"),
    ],
)
def test_a_claim_has_the_date_of_its_own_clause(text, word, expected):
    assert dated(text, word) == expected
