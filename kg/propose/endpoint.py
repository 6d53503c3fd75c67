"""The one module that speaks to a language model: any endpoint of the OpenAI chat form.

Nothing that it sends back is trusted: its size, time and shape are bounded, redirects are not
followed (they would carry the key elsewhere), and the key is never shown. Bias: a server that
fails stops the run with one line rather than letting stories pass unasked.
"""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from schemas.errors import KnockonError

__all__ = ["Endpoint", "Reply"]

TRIES = 4  # of one question, where the server is busy, broken or silent
PAUSE = 1.0  # seconds before the second try; doubled each time
LONGEST_PAUSE = 60.0  # seconds; what a server asks for beyond it is not waited for
CAP = 4 * 1024 * 1024  # bytes of one answer
ROOM = 8192  # tokens an answer may have: over 60 claims with their quotes
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})

Message = Mapping[str, str]
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reply:
    """A model's words, and the tokens that it counted: read and written (None: not told)."""

    content: str
    tokens_in: int | None = None
    tokens_out: int | None = None


class _Later(Exception):
    """Worth another try: why, and how many seconds the server asks to wait."""

    def __init__(self, why: str, wait: float = 0.0) -> None:
        super().__init__(why)
        self.wait = min(wait, LONGEST_PAUSE)


class _Unwanted(Exception):
    """The server does not take an option that it can do without."""


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Nothing: a redirect is an error here."""


class Endpoint:
    """A model at an address; `patience` is how many seconds an answer may take."""

    def __init__(
        self, url: str, model: str, key: str = "", *, patience: float = 120.0, pause: float = PAUSE
    ) -> None:
        self.address, host = _address(url)
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise KnockonError("the key holds a blank or a line break", where=self.address,
                               cure="check KG_LLM_KEY or KG_LLM_KEY_FILE")  # fmt: skip
        self.model = model
        self._key, self._patience, self._pause = key, patience, pause
        self._without: set[str] = set()
        direct = [urllib.request.ProxyHandler({})] if host in LOOPBACK else []
        self._opener = urllib.request.build_opener(_Stay, *direct)

    def ask(self, messages: Sequence[Message], schema: Json) -> Reply:
        """The model's answer in the schema's shape; KnockonError where there is none to be had."""
        failed = 0
        while True:
            try:
                return _reply(self._post(self._body(messages, schema)))
            except _Unwanted as option:
                self._without.add(str(option))
            except _Later as why:
                failed += 1
                if failed == TRIES:
                    raise self._error(f"{why}, {TRIES} times over", _AGAIN) from why
                time.sleep(why.wait or self._pause * 2 ** (failed - 1))

    def _body(self, messages: Sequence[Message], schema: Json) -> Json:
        form = {"name": "claims", "strict": True, "schema": schema}
        options: Json = {
            "temperature": 0,
            "max_tokens": ROOM,
            "response_format": {"type": "json_schema", "json_schema": form},
        }
        if "max_tokens" in self._without:  # newer hosted models call it so
            options["max_completion_tokens"] = ROOM
        kept = {name: value for name, value in options.items() if name not in self._without}
        return {"model": self.model, "messages": list(messages), "stream": False, **kept}

    def _post(self, body: Json) -> bytes:
        headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        request = urllib.request.Request(  # noqa: S310 - _address() lets http(s) through alone
            self.address, json.dumps(body).encode(), headers
        )
        deadline = time.monotonic() + self._patience
        try:
            with self._opener.open(request, timeout=self._patience) as answer:
                return self._all(answer, deadline)
        except urllib.error.HTTPError as error:
            with error:
                raise self._refused(error, body) from None
        except TimeoutError as error:
            raise _Later(f"no answer in {self._patience:g} s") from error
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", None) or error
            if isinstance(reason, TimeoutError):
                raise _Later(f"no answer in {self._patience:g} s") from error
            raise _Later(f"no connection ({self._masked(str(reason))})") from error

    def _all(self, answer: http.client.HTTPResponse, deadline: float) -> bytes:
        """The whole body; a server may neither drip it for ever nor send without end."""
        found = bytearray()
        while chunk := answer.read1(1 << 16):
            found += chunk
            if len(found) > CAP:
                raise self._error(f"an answer of over {CAP >> 20} MB", "use another model")
            if time.monotonic() > deadline:
                raise TimeoutError
        return bytes(found)

    def _refused(self, error: urllib.error.HTTPError, body: Json) -> Exception:
        """What an HTTP error means: another try, another form, or the end."""
        code = error.code
        if code in {408, 409, 425, 429} or code >= 500:
            return _Later(f"HTTP {code}", _seconds(error.headers.get("Retry-After", "")))
        said = self._said(error)
        if code in {400, 422}:
            optional = (n for n in _OPTIONAL if n in body and n in said)
            if option := min(optional, key=said.index, default=""):
                return _Unwanted(option)
        cure = _CURES.get(code, "check KG_LLM_URL and KG_LLM_MODEL")
        return self._error(f"HTTP {code}{f' ({said[:200]})' if said else ''}", cure)

    def _said(self, error: urllib.error.HTTPError) -> str:
        """The server's own words, without the key should it repeat it."""
        try:
            words = error.read(1 << 14).decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return ""
        try:
            told = json.loads(words)["error"]
            words = str(told["message"] if isinstance(told, dict) else told)
        except (ValueError, KeyError, TypeError, RecursionError):
            pass
        return self._masked(" ".join(words.split()))

    def _masked(self, words: str) -> str:
        return words.replace(self._key, "…") if self._key else words

    def _error(self, what: str, cure: str) -> KnockonError:
        return KnockonError(what, where=self.address, cure=cure)


_AGAIN = "what was answered is kept: run the same again when it is up"
_OPTIONAL = ("temperature", "max_completion_tokens", "max_tokens", "response_format")
_CURES = {401: "check KG_LLM_KEY", 403: "check KG_LLM_KEY"} | dict.fromkeys(
    (301, 302, 303, 307, 308), "redirects are not followed: set KG_LLM_URL to where it leads"
)


def _address(url: str) -> tuple[str, str]:
    """The address to post to, and its host; KnockonError where it is none."""
    try:
        parts = urllib.parse.urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = urllib.parse.urlsplit(""), None
    if parts.scheme not in {"http", "https"} or not host or parts.query or parts.fragment:
        raise KnockonError("KG_LLM_URL is not an http(s) address",
                           cure="such as http://localhost:11434/v1")  # fmt: skip
    if "@" in parts.netloc:
        raise KnockonError("KG_LLM_URL holds credentials", where=host, cure="use KG_LLM_KEY")
    path = parts.path.rstrip("/") or "/v1"
    path += "" if path.endswith("/chat/completions") else "/chat/completions"
    return parts._replace(path=path).geturl(), host


def _seconds(retry_after: str) -> float:
    """The seconds that a Retry-After header names; 0 for a date or nonsense."""
    return float(retry_after) if retry_after.isascii() and retry_after.isdigit() else 0.0


def _reply(raw: bytes) -> Reply:
    """The envelope opened; one that is broken is worth another try, what it holds is not."""
    try:
        given = json.loads(raw)
        content = given["choices"][0]["message"].get("content") or ""
        usage = given.get("usage") or {}
        counts = [usage.get(n) for n in ("prompt_tokens", "completion_tokens")]
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise _Later("an answer that is no chat completion") from error
    if not isinstance(content, str):
        raise _Later("an answer that is no chat completion")
    read, written = (c if type(c) is int and 0 <= c < 1 << 40 else None for c in counts)
    return Reply(content, read, written)
