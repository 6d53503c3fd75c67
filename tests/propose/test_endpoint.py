"""An endpoint that answers, errs, stalls, drips, redirects and lies about itself."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

import pytest

from kg.propose.endpoint import TRIES, Endpoint, Reply
from schemas.errors import KnockonError
from tests.propose.served import Answer, Served, completion, serving

KEY = "sk-very-secret"
SCHEMA = {"type": "object"}
TOLD = [{"role": "user", "content": "hello"}]


def ask(served: Served, **more: float) -> Reply:
    endpoint = Endpoint(served.url, "toy", KEY, **{"pause": 0.01, "patience": 20.0} | more)
    return endpoint.ask(TOLD, SCHEMA)


def failed(say: Callable[..., Answer], **more: float) -> tuple[str, Served]:
    """The one line of the error, and what the server saw."""
    with serving(say) as served, pytest.raises(KnockonError) as caught:
        ask(served, **more)
    assert KEY not in str(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value), served


def test_an_answer_comes_with_its_tokens() -> None:
    with serving(lambda *_: completion(content="yes")) as served:
        assert ask(served) == Reply("yes", 1000, 50)
    (asked,) = served.asked
    assert asked["model"] == "toy"
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert served.headers[0]["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 408])
def test_a_busy_or_broken_server_is_asked_again(status: int) -> None:
    busy = Answer(b"{}", status, {"Retry-After": "0"})
    with serving(lambda n, _: busy if n < TRIES else completion(content="yes")) as served:
        assert ask(served).content == "yes"
    assert len(served.asked) == TRIES


def test_a_server_that_is_broken_for_ever_is_given_up() -> None:
    line, served = failed(lambda *_: Answer(b"oops", 500))
    assert f"HTTP 500, {TRIES} times over" in line
    assert "kept" in line
    assert len(served.asked) == TRIES


def test_a_server_that_stalls_is_given_up() -> None:
    line, _ = failed(lambda *_: Answer(b"", delay=30), patience=0.1)
    assert f"no answer in 0.1 s, {TRIES} times over" in line


def test_a_server_that_drips_is_given_up() -> None:
    line, _ = failed(lambda *_: Answer(b" " * 100, drip=0.05), patience=0.2)
    assert "no answer in 0.2 s" in line


def test_nobody_there_is_one_clear_line() -> None:
    with serving(lambda *_: completion()) as served:
        pass
    with pytest.raises(KnockonError, match="no connection"):
        ask(served)


@pytest.mark.parametrize("body", [
    b"", b"<html>", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{"message": {"content": 7}}]}',
    b'{"choices": [{"message": null}]}', b'{"choices"', b"[" * 100_000, b"\xff\xfe",
])  # fmt: skip
def test_an_envelope_that_is_broken_is_no_answer(body: bytes) -> None:
    line, served = failed(lambda *_: Answer(body))
    assert "no chat completion" in line
    assert len(served.asked) == TRIES


@pytest.mark.parametrize("usage", [
    None, {}, {"prompt_tokens": -5, "completion_tokens": True}, {"prompt_tokens": "9"},
])  # fmt: skip
def test_counts_that_are_none_are_not_believed(usage: object) -> None:
    with serving(lambda *_: completion(content="yes", usage=usage)) as served:
        assert ask(served) == Reply("yes", None, None)


def test_an_endless_answer_is_cut_off() -> None:
    line, served = failed(lambda *_: Answer(b" " * (5 << 20)))
    assert "over 4 MB" in line
    assert len(served.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_does_not_carry_the_key_away(status: int) -> None:
    with serving(lambda *_: completion()) as other:
        line, _ = failed(lambda *_: Answer(b"", status, {"Location": other.url}))
    assert "redirects are not followed" in line
    assert not other.asked


@pytest.mark.parametrize(("status", "cure"), [
    (401, "KG_LLM_KEY"), (403, "KG_LLM_KEY"), (404, "KG_LLM_MODEL"), (400, "KG_LLM_MODEL"),
])  # fmt: skip
def test_a_refusal_is_told_at_once_with_its_cure(status: int, cure: str) -> None:
    said = json.dumps({"error": {"message": f"your key {KEY}\nis no good\x1b[2J"}}).encode()
    line, served = failed(lambda *_: Answer(said, status))
    assert f"HTTP {status} (your key … is no good" in line
    assert cure in line
    assert len(served.asked) == 1


def test_options_that_a_server_does_not_take_are_left_out() -> None:
    def choosy(_: int, body: dict[str, object]) -> Answer:
        for name in ("max_tokens", "temperature", "response_format"):
            if name in body:
                return Answer(json.dumps({"error": f"unknown option {name}"}).encode(), 400)
        return completion(content="yes")

    with serving(choosy) as served:
        assert ask(served).content == "yes"
    assert set(served.asked[-1]) == {"model", "messages", "stream", "max_completion_tokens"}


def test_an_option_named_again_and_again_does_not_go_on_for_ever() -> None:
    line, served = failed(lambda *_: Answer(b"max_tokens max_completion_tokens", 400))
    assert "HTTP 400" in line
    assert len(served.asked) < 6


@pytest.mark.parametrize("url", [
    "ftp://host/v1", "host:80/v1", "", "http://", "http://[::1", "http://h:99999/v1",
    "http://user:pass@host/v1", "http://host/v1?key=1",
])  # fmt: skip
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(KnockonError, match="KG_LLM_URL") as caught:
        Endpoint(url, "toy")
    assert "pass" not in str(caught.value)


@pytest.mark.parametrize(("url", "address"), [
    ("http://h:1", "http://h:1/v1/chat/completions"),
    ("http://h:1/v1/", "http://h:1/v1/chat/completions"),
    ("https://h/api/v3", "https://h/api/v3/chat/completions"),
    ("https://h/v1/chat/completions", "https://h/v1/chat/completions"),
])  # fmt: skip
def test_an_address_is_that_of_the_api(url: str, address: str) -> None:
    assert Endpoint(url, "toy").address == address


def test_a_key_that_could_break_a_header_is_refused_unshown() -> None:
    with pytest.raises(KnockonError) as caught:
        Endpoint("http://localhost/v1", "toy", f"{KEY}\r\nX: y")
    assert KEY not in str(caught.value)
    assert KEY not in repr(Endpoint("http://localhost/v1", "toy", KEY))


def test_this_machine_is_asked_without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "http_proxy", "http://127.0.0.1:9")
    with serving(lambda *_: completion(content="yes")) as served:
        assert ask(served).content == "yes"
