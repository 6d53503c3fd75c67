"""Answers are kept whole, questions are counted, and the budget holds."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kg.propose.cache import Cache, key_of
from kg.propose.endpoint import Endpoint, Reply
from kg.propose.llm import LanguageModel
from kg.propose.tally import Price, Tally
from schemas.claim import Extraction
from schemas.errors import KnockonError
from tests.propose.served import Answer, Served, claim, completion, serving
from tests.propose.stories import BELONGS, story

REPLY = Reply("words", 3, None)
KEY = key_of("toy", [{"role": "user", "content": "hello"}])
NOTHING = Extraction(story_id="test", things=(), drafts=())
OWNS = claim("Halden Motors", "OWNS", "Brightwell Foods", BELONGS)


def model(served: Served, directory: Path, **tally: object) -> LanguageModel:
    return LanguageModel(Endpoint(served.url, "toy", pause=0.01), Cache(directory),
                         Tally(**tally))  # fmt: skip


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    Cache(tmp_path).put(KEY, REPLY)
    assert Cache(tmp_path).get(KEY) == REPLY
    assert [p.name for p in tmp_path.rglob("*.*")] == [f"{KEY}.json"]


@pytest.mark.parametrize("told", [
    ("other", [{"role": "user", "content": "hello"}]), ("toy", [{"role": "user", "content": "hi"}]),
    ("toy", []),
])  # fmt: skip
def test_another_model_or_question_has_another_key(told: tuple[str, list[dict[str, str]]]) -> None:
    assert key_of(*told) != KEY


@pytest.mark.parametrize("damage", [
    b"", b'{"content": "wor', b"{}", b"[]", b"\xff",
    b'{"content": 1, "tokens_in": 1, "tokens_out": 1}',
    b'{"content": "", "tokens_in": "9", "tokens_out": 1}',
])  # fmt: skip
def test_a_damaged_entry_is_asked_again(tmp_path: Path, damage: bytes) -> None:
    Cache(tmp_path).put(KEY, REPLY)
    next(tmp_path.rglob("*.json")).write_bytes(damage)
    assert Cache(tmp_path).get(KEY) is None
    Cache(tmp_path).put(KEY, REPLY)
    assert Cache(tmp_path).get(KEY) == REPLY


def test_a_place_that_takes_no_file_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(KnockonError, match="KG_HOME"):
        Cache(tmp_path / "file").put(KEY, REPLY)


def test_a_second_run_asks_nothing(tmp_path: Path) -> None:
    with serving(lambda *_: completion(OWNS)) as served:
        first = model(served, tmp_path)
        once = first.propose(story(BELONGS), NOTHING)
        second = model(served, tmp_path)
        assert second.propose(story(BELONGS), NOTHING) == once
    assert len(served.asked) == 1
    assert (first.tally.asked, first.tally.cached) == (1, 0)
    assert (second.tally.asked, second.tally.cached, second.tally.tokens_in) == (0, 1, 0)


def test_a_run_that_failed_half_way_goes_on_where_it_was(tmp_path: Path) -> None:
    down = Answer(b"", 500)
    with serving(lambda n, _: completion(OWNS) if n == 1 else down) as served:
        first = model(served, tmp_path)
        first.propose(story(BELONGS), NOTHING)
        with pytest.raises(KnockonError):
            first.propose(story(f"{BELONGS} It rained."), NOTHING)
    with serving(lambda *_: completion()) as up:
        again = model(up, tmp_path)
        for text in (BELONGS, f"{BELONGS} It rained."):
            again.propose(story(text), NOTHING)
    assert (again.tally.cached, again.tally.asked, len(up.asked)) == (1, 1, 1)


def test_a_bad_answer_is_kept_and_not_paid_for_again(tmp_path: Path) -> None:
    with serving(lambda *_: completion(content="Sure! Here are the claims:")) as served:
        for _ in range(2):
            found = model(served, tmp_path).propose(story(BELONGS), NOTHING)
            assert [r.note for r in found.refusals] == ["llm: the answer is no JSON"]
    assert len(served.asked) == 1


def test_a_budget_stops_before_it_is_broken(tmp_path: Path) -> None:
    with serving(lambda *_: completion(OWNS)) as served:
        thrifty = model(served, tmp_path, budget=2000)
        thrifty.propose(story(BELONGS), NOTHING)
        with pytest.raises(KnockonError, match=r"budget of 2000 tokens.*--budget"):
            thrifty.propose(story(f"{BELONGS} It rained."), NOTHING)
        thrifty.propose(story(BELONGS), NOTHING)
    assert len(served.asked) == 1


def test_tokens_that_a_server_does_not_count_are_guessed() -> None:
    tally = Tally(Price.parse("1,2"))
    tally.spend(4000, Reply("x" * 400))
    assert (tally.tokens_in, tally.tokens_out) == (1000, 100)
    assert "about 1000 tokens in, 100 out; cost about 0.0012" in tally.line()


def test_a_cost_is_the_price_of_the_tokens() -> None:
    tally = Tally(Price(Decimal("0.15"), Decimal("0.60")))
    tally.spend(1, Reply("", 1_000_000, 500_000))
    assert tally.line().endswith("1000000 tokens in, 500000 out; cost 0.45")


def test_without_a_price_no_cost_is_told() -> None:
    assert Price.parse(" ") is None
    assert "cost" not in Tally().line()


@pytest.mark.parametrize("text", ["1", "1,2,3", "a,b", "-1,2", "NaN,1", "Infinity,1", ","])
def test_a_price_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(KnockonError, match="KG_LLM_PRICE"):
        Price.parse(text)
