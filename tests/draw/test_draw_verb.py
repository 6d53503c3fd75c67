"""`kg draw`: an answer, a thing, or all, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run

FACTS = """head,head_type,type,tail,tail_type
Hollin Energy,Firm,SUPPLIES,Ferrand Automobiles,Firm
Ferrand Automobiles,Firm,SUPPLIES,Northmoor Retail,Firm
"""


@pytest.fixture
def filled(kg: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text(FACTS)
    assert kg("ingest", "facts.csv").returncode == 0


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "asked",
    [("--question", "who is exposed to Hollin Energy"), ("--exposed", "Hollin Energy")],
)
def test_who_is_exposed_is_drawn_with_the_sentences(kg: Run, tmp_path: Path, asked: object) -> None:
    done = kg("draw", *asked, "-o", "a.html")  # type: ignore[misc]
    assert done.returncode == 0, done.stderr
    content = (tmp_path / "a.html").read_text("utf-8")
    assert "Northmoor Retail" in content
    assert "Who is exposed to Hollin Energy" in content
    assert "Ferrand Automobiles,Firm,SUPPLIES,Northmoor Retail,Firm" in content


@pytest.mark.usefixtures("filled")
def test_a_chain_and_a_star_are_drawn_as_well(kg: Run, tmp_path: Path) -> None:
    for question in (
        "how is Hollin Energy linked to Northmoor Retail",
        "what happened to Ferrand Automobiles",
        "who supplies Northmoor Retail",
    ):
        assert kg("draw", "--question", question, "-o", "a.svg").returncode == 0
        assert "Ferrand" in (tmp_path / "a.svg").read_text("utf-8")


@pytest.mark.usefixtures("filled")
def test_one_thing_is_asked_for_at_a_time(kg: Run) -> None:
    assert kg("draw", "Hollin Energy", "--exposed", "Hollin Energy", "-o", "a.svg").returncode == 2


@pytest.mark.usefixtures("filled")
def test_what_cannot_be_drawn_is_refused_in_one_line(kg: Run) -> None:
    done = kg("draw", "--question", "who supplies Hollin Energy", "-o", "a.svg")
    assert done.returncode == 1
    assert "nothing to draw" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
