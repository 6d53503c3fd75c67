"""The desk at the command line: holdings, watched questions, history, what is due."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

HEAD = "head,head_type,type,tail,tail_type,status,date\n"
FACTS = HEAD + "Keld,Firm,SUPPLIES,Tavola,Firm,asserted,2025-03\n"
MORE = HEAD + "Keld,Firm,SUPPLIES,Orrin Metals,Firm,asserted,2025-06\n"
STORY = {
    "id": "s1", "published": "2025-06-09", "publisher": "The Ledger",
    "text": "Norway will vote on a levy on June 20. Keld sells tin.",
}  # fmt: skip


@pytest.fixture
def ready(kg: Run, tmp_path: Path) -> Run:
    (tmp_path / "facts.csv").write_text(FACTS, encoding="utf-8")
    assert kg("ingest", "facts.csv").returncode == 0
    return kg


def sheet(tmp_path: Path, text: str) -> str:
    (tmp_path / "mine.csv").write_text(text, encoding="utf-8")
    return "mine.csv"


def test_a_portfolio_is_told_by_position_and_in_sum(ready: Run, tmp_path: Path) -> None:
    name = sheet(tmp_path, "name;weight\nTavola;60%\nKelt;40%\n")
    done = ready("portfolio", name, "--shock", "Keld")
    assert done.returncode == 0
    assert "hurt   Tavola  60.00% x -0.5" in done.stdout
    assert "line 3: Kelt: no firm of that name; did you mean Keld" in done.stdout
    assert "no price forecast" in done.stdout or "not a price forecast" in done.stdout


def test_a_portfolio_as_json_names_every_number(ready: Run, tmp_path: Path) -> None:
    name = sheet(tmp_path, "name,weight\nTavola,0.6\nKeld,0.4\n")
    found = json.loads(ready("portfolio", name, "--shock", "Keld", "--json").stdout)
    (tavola, keld) = found["positions"]
    assert (tavola["weight"], keld["hits"][0]["score"]) == (0.6, -1.0)
    assert tavola["hits"][0]["class"] == "linked"
    assert found["totals"][0]["evidenced"]["supply"] < -0.4


def test_a_bad_row_is_one_line_on_stderr_and_exit_code_1(ready: Run, tmp_path: Path) -> None:
    done = ready("portfolio", sheet(tmp_path, "name,weight\nTavola,0.6\nKeld,much\n"))
    assert done.returncode == 1
    assert done.stderr == "kg: mine.csv:3: weight 'much' is no number; write it as 0.05 or 5%\n"
    assert "Tavola" in done.stdout


@pytest.mark.parametrize("arguments", [("none.csv",), (".",)])
def test_holdings_that_cannot_be_read_are_one_line(ready: Run, arguments: tuple[str, ...]) -> None:
    done = ready("portfolio", *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "name a CSV file" in done.stderr


def test_a_portfolio_writes_nothing_into_the_store(ready: Run, tmp_path: Path) -> None:
    ready("export", "jsonl", "before.jsonl")
    ready("portfolio", sheet(tmp_path, "name,weight\nTavola,1\n"), "--shock", "Keld")
    ready("export", "jsonl", "after.jsonl")
    assert (tmp_path / "before.jsonl").read_bytes() == (tmp_path / "after.jsonl").read_bytes()


def test_watching_tells_what_moved_and_why_and_then_nothing(ready: Run, tmp_path: Path) -> None:
    assert ready("watch", "add", "Keld", "Who does Keld supply?").returncode == 0
    assert ready("watch").stdout == "nothing moved (2 watched)\n"
    (tmp_path / "more.csv").write_text(MORE, encoding="utf-8")
    ready("ingest", "more.csv")
    done = ready("watch", "run")
    assert "1 answer moved because of this sentence:" in done.stdout
    assert "“Keld,Firm,SUPPLIES,Orrin Metals,Firm,asserted,2025-06”" in done.stdout
    assert "new     Orrin Metals  – → -0.5" in done.stdout
    assert ready("watch").stdout == "nothing moved (2 watched)\n"


def test_watching_as_json_and_the_list(ready: Run, tmp_path: Path) -> None:
    ready("watch", "add", "Keld")
    assert json.loads(ready("watch", "list", "--json").stdout) == [{"words": "Keld", "answers": 1}]
    (tmp_path / "more.csv").write_text(MORE, encoding="utf-8")
    ready("ingest", "more.csv")
    ((news,), again) = (json.loads(ready("watch", "--json").stdout) for _ in range(2))
    assert news["because"][0]["causes"][0]["sort"] == "new"
    assert news["moves"][0]["after"]["sign"] == "hurt"
    assert again == []


def test_what_is_removed_is_watched_no_more(ready: Run) -> None:
    ready("watch", "add", "Keld")
    assert ready("watch", "remove", "Keld").returncode == 0
    assert ready("watch", "list").stdout.splitlines() == ["watched  answers"]
    done = ready("watch", "remove", "Keld")
    assert (done.returncode, done.stderr) == (1, "kg: 'Keld' is not watched; watched are: none\n")


def test_a_name_that_nothing_has_is_not_watched(ready: Run) -> None:
    done = ready("watch", "add", "Keldo")
    assert done.returncode == 1
    assert "did you mean Keld" in done.stderr
    assert ready("watch", "list", "--json").stdout == "[]\n"


def test_the_watchlist_belongs_to_its_store(ready: Run) -> None:
    ready("watch", "add", "Keld")
    ready("ingest", "--store", "other.db", "facts.csv")
    assert ready("watch", "--store", "other.db").stdout == "nothing moved (0 watched)\n"
    assert ready("watch").stdout == "nothing moved (1 watched)\n"


def test_the_history_of_a_thing_is_told_with_its_sentences(ready: Run) -> None:
    done = ready("timeline", "Keld")
    assert "2025-03    Keld -SUPPLIES-> Tavola  [asserted]" in done.stdout
    found = json.loads(ready("timeline", "Keld", "--json").stdout)
    assert [(e["date"], e["tail"]) for e in found["events"]] == [("2025-03", "Tavola")]
    before = json.loads(ready("timeline", "Keld", "--as-of", "2025-02", "--json").stdout)
    assert before["events"] == []


def test_what_is_due_is_told_as_of_a_day(ready: Run, tmp_path: Path) -> None:
    (tmp_path / "s.jsonl").write_text(json.dumps(STORY) + "\n", encoding="utf-8")
    ready("ingest", "s.jsonl")
    done = ready("due")
    assert done.stdout.startswith("as of 2025-06-09\n\nopen (1)\n2025-06-20 Norway will vote")
    found = json.loads(ready("due", "--as-of", "2025-07", "--json").stdout)
    assert [(e["state"], e["when"]) for e in found["expected"]] == [("missed", "2025-06-20")]


@pytest.mark.parametrize("day", ["soon", "--06-09"])
def test_a_day_that_is_none_is_wrong_usage(ready: Run, day: str) -> None:
    done = ready("due", f"--as-of={day}")
    assert done.returncode == 2
    assert "give 2025, 2025-06 or 2025-06-30" in done.stderr


@pytest.mark.parametrize(
    "verb", [("portfolio", "x.csv"), ("watch",), ("watch", "list"), ("timeline", "Keld"), ("due",)]
)
def test_a_store_that_was_never_made_is_refused(kg: Run, verb: tuple[str, ...]) -> None:
    done = kg(*verb)
    assert done.returncode == 1
    assert "nothing has been ingested here yet" in done.stderr
