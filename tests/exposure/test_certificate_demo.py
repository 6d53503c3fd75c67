"""From the bundled stories to a certificate, and one letter of a page changed."""

from __future__ import annotations

import json
import shutil
from importlib import resources
from pathlib import Path

import pytest

from tests.conftest import Run

STORIES = Path(str(resources.files("kg.demo"))) / "stories"
QUESTION = "China rare earths export curbs"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Copies of the pages that tell of magnets and metals."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("magnets.txt", "aggregator.txt", "metals.xml", "narva.html"):
        shutil.copy(STORIES / name, folder)
    return folder


@pytest.fixture
def proved(kg: Run, pages: Path) -> dict[str, object]:
    """The pages read, and an answer with its certificate in `proof.json`."""
    kg("ingest", pages)
    done = kg("exposed", QUESTION, "--certificate", "proof.json", "--json")
    assert done.returncode == 0, done.stderr
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def test_an_answer_is_proved_and_one_letter_of_its_page_fails_it(
    kg: Run, pages: Path, proved: dict[str, object]
) -> None:
    assert kg("verify", "proof.json").returncode == 0
    assert kg("verify", "proof.json", "--sources", pages).returncode == 0
    content = json.loads(Path("proof.json").read_text("utf-8"))
    page = next(s["uri"] for s in content["stories"] if s["uri"].endswith(".txt"))
    story = next(s["story_id"] for s in content["stories"] if s["uri"] == page)
    claim = next(c for c in content["claims"] if c["story_id"] == story)
    text = Path(page).read_text("utf-8")
    at = claim["start"] + 1
    Path(page).write_text(text[:at] + text[at].swapcase() + text[at + 1 :], "utf-8")
    for done in (kg("verify", "proof.json"), kg("verify", "proof.json", "--sources", pages)):
        assert done.returncode == 1
        assert f"kg: proof.json: sources: source {page} was changed" in done.stderr
        assert "no longer stands there" in done.stderr
        assert "FAILED  sources" in done.stdout
        assert "ok      digest" in done.stdout


def test_the_certificate_holds_what_the_answer_lists(kg: Run, proved: dict[str, object]) -> None:
    content = json.loads(Path("proof.json").read_text("utf-8"))
    listed = [(a["node"], a["score"], a["class"]) for a in proved["answers"]]  # type: ignore[attr-defined]
    assert [(a["node"], a["score"], a["class"]) for a in content["answers"]] == listed
    assert listed


def test_an_answer_cut_short_is_proved_as_it_is(kg: Run, proved: dict[str, object]) -> None:
    narrow = ("--limit", 1, "--hops", 2, "--min-confidence", 0.3, "--channel", "supply")
    assert kg("exposed", QUESTION, *narrow, "--certificate", "cut.json").returncode == 0
    content = json.loads(Path("cut.json").read_text("utf-8"))
    assert len(content["answers"]) == 1
    assert content["options"] == {
        "channel": "supply", "hops": 2, "limit": 1, "min_confidence": 0.3,
    }  # fmt: skip
    assert kg("verify", "cut.json").returncode == 0


def test_a_retracted_story_fails_it(kg: Run, proved: dict[str, object]) -> None:
    content = json.loads(Path("proof.json").read_text("utf-8"))
    story = content["stories"][0]["story_id"]
    assert kg("retract", story).returncode == 0
    done = kg("verify", "proof.json", "--json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["holds"] is False
    assert {c["check"]: c["reason"] for c in told["checks"]}["stories"].endswith("was retracted")


def test_without_store_and_files_nothing_is_proved(
    kg: Run, pages: Path, proved: dict[str, object]
) -> None:
    shutil.rmtree(pages)
    done = kg("verify", "proof.json", KG_HOME="elsewhere")
    assert done.returncode == 1
    assert "cannot be opened: name a store, or a folder with --sources" in done.stderr


def test_a_store_that_is_not_there_is_one_line(kg: Run, proved: dict[str, object]) -> None:
    done = kg("verify", "proof.json", "--store", "nowhere.db")
    assert done.returncode == 1
    assert done.stderr.startswith("kg: nowhere.db: nothing has been ingested here yet")


def test_a_certificate_that_cannot_be_written_is_one_line(
    kg: Run, proved: dict[str, object], tmp_path: Path
) -> None:
    done = kg("exposed", QUESTION, "--certificate", tmp_path)
    assert done.returncode == 1
    assert done.stderr == f"kg: {tmp_path}: cannot be written: Is a directory\n"


def test_a_file_that_is_no_certificate_is_one_line(kg: Run, tmp_path: Path) -> None:
    Path("other.json").write_text("{}", "utf-8")
    done = kg("verify", "other.json")
    assert done.returncode == 1
    assert done.stderr.startswith("kg: other.json: not a 'knockon certificate 1'; make it anew")
