"""From the bundled stories to a certificate, and one letter of a page changed."""

from __future__ import annotations

import json
import shutil
from importlib import resources
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.exposure.proofs import reseal

STORIES = Path(str(resources.files("kg.demo"))) / "stories"
QUESTION = "China rare earths export curbs"
PARTS = (
    "China put export curbs on rare earths in April. "
    "China's export curbs on rare earths hurt European auto parts plants."
)


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


def test_a_question_in_english_is_proved_with_its_filters(
    kg: Run, pages: Path, proved: dict[str, object]
) -> None:
    words = "who is hurt by China's rare earth export curbs within 2 hops"
    options = ("--realised", "--min-confidence", 0.3, "--excluding", "Germany")
    done = kg("ask", words, *options, "--certificate", "asked.json")
    assert done.returncode == 0, done.stderr
    content = json.loads(Path("asked.json").read_text("utf-8"))
    told = {"hops": 2, "side": "hurt", "statuses": ["asserted", "completed"]}
    assert {name: content["options"][name] for name in told} == told
    assert content["answers"]
    assert kg("verify", "asked.json").returncode == 0
    content["options"]["side"] = "helped"
    Path("asked.json").write_text(json.dumps(content), "utf-8")
    why = "options: side is helped, and the plan of the question says hurt"
    assert why in kg("verify", "asked.json").stderr


def test_a_plan_is_proved_too(kg: Run, pages: Path, proved: dict[str, object]) -> None:
    plan = {"form": "exposed", "subject": QUESTION, "filters": {"channel": "supply"}}
    done = kg("ask", "--plan", "-", "--certificate", "plan.json", stdin=json.dumps(plan))
    assert done.returncode == 0, done.stderr
    assert kg("verify", "plan.json").returncode == 0


def test_a_member_of_an_industry_is_not_promoted_to_what_a_story_names(
    kg: Run,
) -> None:
    Path("parts.txt").write_text(PARTS, "utf-8")
    kg("ingest", "parts.txt", "--store", "parts.db")
    kg("exposed", QUESTION, "--store", "parts.db", "--certificate", "proof.json")
    content = json.loads(Path("proof.json").read_text("utf-8"))
    found = next(a for a in content["answers"] if a["class"] == "structural")
    found["class"] = "stated"
    Path("better.json").write_text(json.dumps(reseal(content)), "utf-8")
    done = kg("verify", "better.json", "--store", "parts.db")
    why = f"answers: {found['entity']}: class is structural, not stated"
    assert (done.returncode, why in done.stderr) == (1, True)


def test_a_page_that_was_changed_before_it_was_read_is_named_with_the_place(
    kg: Run, pages: Path, proved: dict[str, object]
) -> None:
    content = json.loads(Path("proof.json").read_text("utf-8"))
    claim = next(c for c in content["claims"] if c["quote"])
    source = next(s["uri"] for s in content["stories"] if s["story_id"] == claim["story_id"])
    text = Path(source).read_text("utf-8")
    Path(source).write_text(text.replace(claim["quote"][:9], claim["quote"][:9].upper()), "utf-8")
    assert kg("ingest", pages, "--store", "second.db").returncode == 0
    shutil.rmtree(pages)
    done = kg("verify", "proof.json", "--store", "second.db")
    assert done.returncode == 1
    assert f"source {source}: story " in done.stderr
    assert f"is not in the store, but {source} with SHA-256" in done.stderr
    assert f"at {claim['start']}-{claim['end']} no longer stands there" in done.stderr


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
    told = {"channel": "supply", "hops": 2, "limit": 1, "min_confidence": 0.3}
    assert {name: content["options"][name] for name in told} == told
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
    assert done.stderr.startswith("kg: other.json: not a 'knockon certificate 2'; make it anew")
