from __future__ import annotations

import pytest

from loaders.kit import dates
from schemas.errors import SourceMalformed
from schemas.when import When


@pytest.mark.parametrize(
    ("text", "place", "when", "agency"),
    [
        ("PORT HALLE, June 9 (Harbour Wire) - Sales", "PORT HALLE", "--06-09", "Harbour Wire"),
        ("LONDON (Harbour Wire) – Sales rose", "LONDON", None, "Harbour Wire"),
        ("May 12 (X) -Sales rose", "", "--05-12", "X"),
        ("(Harbour Wire) -Norland sold", "", None, "Harbour Wire"),
        ("SAO PAULO/NEW YORK, 3 Sept (AP) — Sales", "SAO PAULO/NEW YORK", "--09-03", "AP"),
        (
            "MINNEAPOLIS, Minn., Dec. 1, 2023 (AP) -- Sales",
            "MINNEAPOLIS, Minn.",
            "2023-12-01",
            "AP",
        ),
        ("Varna (Harbour Wire) - Sales rose", "Varna", None, "Harbour Wire"),
        ("WASHINGTON — The bank said", "WASHINGTON", None, ""),
    ],
)
def test_a_dateline_gives_place_day_and_agency(
    text: str, place: str, when: str | None, agency: str
) -> None:
    found = dates.opening(text)
    assert found is not None
    assert (found.place, found.when and str(found.when), found.agency) == (place, when, agency)


@pytest.mark.parametrize(
    "text",
    [
        "IBM — long a laggard — said it would cut jobs.",
        "The company (formerly Acme) - once large - has shrunk.",
        "Shares in the firm rose - and fell again.",
        "BEIJING, June 44 (Wire) - Sales",
        "Kestrel (KES.N) shares rose",
        "",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(text: str) -> None:
    assert dates.opening(text) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("In the first five months of 2025, exports rose.", 2025),
        ("Exports rose in the first eleven months of 2024, a record.", None),
        ("Net profit fell in the first quarter of 2025, it said.", 2025),
        ("So far in 2025 the index has gained.", 2025),
        ("The rule took effect on June 9, 2025.", 2025),
        ("A cut is likely by 2026.", None),
        ("It expects cuts in March of 2026. The last one was in December 2024.", None),
        ("Sales rose from the first five months of 2024.", None),
        ("It expects growth in the first quarter of 2026.", None),
        ("In the first five months of 2025 and so far in 2024 sales rose.", None),
    ],
)
def test_a_year_is_filled_in_on_sound_evidence_only(text: str, year: int | None) -> None:
    day = When.parse("--06-09")
    assert dates.fill_year(day, text, None).year == year


def test_a_january_dateline_follows_the_months_of_the_year_before() -> None:
    day = When.parse("--01-05")
    found = dates.fill_year(day, "In the first eleven months of 2024, sales rose.", None)
    assert str(found) == "2025-01-05"


def test_the_publication_date_gives_the_nearest_year() -> None:
    found = dates.fill_year(When.parse("--12-31"), "", When.parse("2025-01-02"))
    assert str(found) == "2024-12-31"
    assert str(dates.fill_year(When.parse("--02-29"), "", When.parse("2023-03-01"))) != "2023-02-29"


@pytest.mark.parametrize(
    ("age", "seen", "day"),
    [
        ("26 minutes ago", "2025-06-09T00:10", "2025-06-08"),
        ("26 minutes ago", "2025-06-09", "2025-06-09"),
        ("an hour ago", "2025-06-09T12:00", "2025-06-09"),
        ("2d ago", "2025-06-09", "2025-06-07"),
        ("yesterday", "2025-06-09", "2025-06-08"),
        ("3 months ago", "2025-02-09", "2024-11"),
        ("1 year ago", "2025-02-09", "2024"),
        ("a few days ago", "2025-02-09", None),
        ("999 days ago", "0001-01-01", None),
    ],
)
def test_an_age_counts_back_from_when_the_page_was_seen(
    age: str, seen: str, day: str | None
) -> None:
    found = dates.resolve_age(age, dates.moment(seen))
    assert (str(found) if found else None) == day
    assert dates.resolve_age(age, None) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-03-05T08:00:00Z", "2024-03-05"),
        ("2025-08 (approx.)", "2025-08"),
        ("Wed, 07 Feb 2024 23:30:00 -0500", "2024-02-07"),
        ("May 12, 2025", "2025-05-12"),
        ("2024-13-40", None),
        ("soon", None),
    ],
)
def test_a_published_field_is_read_as_written(text: str, day: str | None) -> None:
    found = dates.published(text)
    assert (str(found) if found else None) == day


def test_a_moment_that_is_no_date_is_refused_with_the_form_to_use() -> None:
    with pytest.raises(SourceMalformed, match="2025-06-09T14:30"):
        dates.moment("last week")
