"""`kg ingest` and `kg extract` with a proposer: off by default, told in one line, resumable."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.propose.served import Answer, claim, completion, serving
from tests.propose.stories import BELONGS, INJECTED

OWNS = claim("Halden Motors", "OWNS", "Brightwell Foods", BELONGS)
LIE = claim("Halden Motors", "ACQUIRES", "Brightwell Foods", "acquired Brightwell Foods")
ROOT = Path(__file__).parents[2]
RULES = {"KG_READER": "off"}
Kg = Callable[..., Any]


def of_the_model(stdout: str) -> list[dict[str, Any]]:
    rows = map(json.loads, stdout.splitlines())
    return [row for row in rows if row.get("rule") == "llm"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    page = tmp_path / "story.txt"
    page.write_text(BELONGS)
    return page


def test_nothing_is_asked_unless_told(kg: Kg, page: Path) -> None:
    with serving(lambda *_: completion(OWNS)) as served:
        done = kg("extract", page, **served.variables(**RULES))
    assert done.returncode == 0
    assert not served.asked
    assert "llm" not in done.stderr


def test_extract_gives_the_models_claims_behind_the_rules(kg: Kg, page: Path) -> None:
    with serving(lambda *_: completion(OWNS)) as served:
        done = kg("extract", page, "--extractor", "llm",
                  **served.variables(KG_LLM_PRICE="1,2", **RULES))  # fmt: skip
    assert done.returncode == 0, done.stderr
    (row,) = of_the_model(done.stdout)
    assert (row["head"], row["type"], row["tail"]) == ("Halden Motors", "OWNS", "Brightwell Foods")
    assert BELONGS[row["start"] : row["end"]] == row["quote"] == BELONGS
    assert done.stderr == (
        "llm: 1 stories asked, 0 from the cache; 1 claims admitted, 0 refused; "
        "1000 tokens in, 50 out; cost 0.0011\n"
    )


def test_ingest_asks_once_and_answers_from_the_store(kg: Kg, page: Path) -> None:
    with serving(lambda *_: completion(OWNS)) as served:
        variables = served.variables(**RULES)
        assert kg("ingest", page, "--extractor", "llm", **variables).returncode == 0
        again = kg("ingest", page, "--extractor", "llm", "--store", "other.db", **variables)
    assert len(served.asked) == 1
    assert "0 stories asked, 1 from the cache; 1 claims admitted" in again.stderr
    assert "Brightwell Foods" in kg("show", "Halden Motors", **RULES).stdout


def test_a_lying_server_gains_nothing_from_an_injected_story(kg: Kg, page: Path) -> None:
    page.write_text(INJECTED)
    wrong = [{}, {"quote": INJECTED}, {"quote": "Halden Motors bought Brightwell Foods"},
             {"type": "DROP TABLE"}, {"head": "\x1b[2J"}]  # fmt: skip
    lies = [LIE | one for one in wrong]
    with serving(lambda *_: completion(*lies)) as served:
        done = kg("extract", page, "--extractor", "llm", **served.variables(**RULES))
    assert done.returncode == 0, done.stderr
    assert not of_the_model(done.stdout)
    assert "0 claims admitted, 5 refused" in done.stderr
    (system, _) = served.asked[0]["messages"]
    assert "Brightwell" not in system["content"]


def test_a_spent_budget_keeps_what_was_done(kg: Kg, tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"{BELONGS} It is {n} years old.")
    pages = [tmp_path / f"{n}.txt" for n in range(3)]
    with serving(lambda *_: completion(OWNS)) as served:
        variables = served.variables(**RULES)
        done = kg("ingest", *pages, "--extractor", "llm", "--budget", 3000, **variables)
        assert done.returncode == 1
        assert "kg: the budget of 3000 tokens is spent" in done.stderr
        spent = len(served.asked)
        assert 0 < spent < 3
        rest = kg("ingest", *pages, "--extractor", "llm", "--json", **variables)
    assert len(served.asked) == 3
    assert json.loads(rest.stdout)["known"] == spent


def test_a_killed_run_goes_on_where_it_was(kg: Kg, tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"{BELONGS} It is {n} years old.")
    pages = [str(tmp_path / f"{n}.txt") for n in range(3)]
    stuck = threading.Event()

    def answers_once(n: int, _: object) -> Answer:
        if n == 2:
            stuck.set()
            return Answer(b"", delay=60)
        return completion(OWNS)

    with serving(answers_once) as served:
        variables = served.variables(KG_HOME=str(tmp_path / "home"), **RULES)
        command = [sys.executable, "-c", "from kg.cli import main; main()", "ingest", *pages]
        run = subprocess.Popen([*command, "--extractor", "llm"], env=os.environ | variables,
                               cwd=ROOT, stderr=subprocess.DEVNULL)  # fmt: skip
        assert stuck.wait(60)
        run.kill()
        run.wait()
        done = kg("ingest", *pages, "--extractor", "llm", "--json", **variables)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["known"] == 1
    assert len(served.asked) == 4


def test_processes_that_extract_leave_the_asking_to_one(kg: Kg, page: Path) -> None:
    (page.parent / "second.txt").write_text(f"{BELONGS} It rained.")
    pages = [page, page.parent / "second.txt"]
    with serving(lambda *_: completion(OWNS)) as served:
        variables = served.variables(**RULES)
        done = kg("extract", *pages, "--extractor", "llm", "--workers", "2", **variables)
        alone = kg("extract", *pages, "--extractor", "llm", **variables)
    assert len(of_the_model(done.stdout)) == 2
    assert alone.stdout == done.stdout
    assert len(served.asked) == 2


def test_a_server_that_refuses_the_key_is_one_line_without_it(kg: Kg, page: Path) -> None:
    (page.parent / "key").write_text("sk-secret\n")
    echo = Answer(b'{"error": {"message": "no such key sk-secret"}}', 401)
    with serving(lambda *_: echo) as served:
        variables = served.variables(KG_LLM_KEY_FILE=str(page.parent / "key"), **RULES)
        done = kg("ingest", page, "--extractor", "llm", **variables)
    assert done.returncode == 1
    assert served.headers[0]["Authorization"] == "Bearer sk-secret"
    assert "check KG_LLM_KEY" in done.stderr
    assert "sk-secret" not in done.stderr + done.stdout


@pytest.mark.parametrize(("variables", "named"), [
    ({}, "KG_LLM_URL"),
    ({"KG_LLM_URL": "http://localhost:9/v1"}, "KG_LLM_MODEL"),
    ({"KG_LLM_URL": "nowhere", "KG_LLM_MODEL": "toy"}, "KG_LLM_URL"),
    ({"KG_LLM_URL": "http://h/v1", "KG_LLM_MODEL": "toy", "KG_LLM_TIMEOUT": "soon"},
     "KG_LLM_TIMEOUT"),
    ({"KG_LLM_URL": "http://h/v1", "KG_LLM_MODEL": "toy", "KG_LLM_TIMEOUT": "nan"},
     "KG_LLM_TIMEOUT"),
    ({"KG_LLM_URL": "http://h/v1", "KG_LLM_MODEL": "toy", "KG_LLM_PRICE": "cheap"},
     "KG_LLM_PRICE"),
    ({"KG_LLM_URL": "http://h/v1", "KG_LLM_MODEL": "toy", "KG_LLM_KEY_FILE": "none"},
     "KG_LLM_KEY_FILE"),
])  # fmt: skip
def test_a_setting_that_is_wrong_is_named(
    kg: Kg, page: Path, variables: dict[str, str], named: str
) -> None:
    done = kg("extract", page, "--extractor", "llm", **variables)
    assert done.returncode == 1
    assert named in done.stderr
    assert done.stderr.count("\n") == 1


def test_gliner_without_a_model_is_one_line(kg: Kg, page: Path) -> None:
    done = kg("extract", page, "--extractor", "gliner")
    assert (done.returncode, done.stdout) == (1, "")
    assert "KG_GLINER" in done.stderr


def test_an_extractor_that_there_is_not_is_wrong_usage(kg: Kg, page: Path) -> None:
    assert kg("extract", page, "--extractor", "oracle").returncode == 2
