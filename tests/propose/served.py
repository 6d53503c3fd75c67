"""A language model of our own making: a server that says what the test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

__all__ = ["Answer", "Served", "claim", "completion", "serving"]


@dataclass
class Answer:
    """One answer over HTTP; `delay` is seconds before it, `drip` seconds between its bytes."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0.0
    drip: float = 0.0


Say = Callable[[int, dict[str, Any]], Answer]


@dataclass
class Served:
    """Where the model is, and every request that came: its body and its headers."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def variables(self, **more: str) -> dict[str, str]:
        """The settings that lead there."""
        return {"KG_LLM_URL": self.url, "KG_LLM_MODEL": "toy", **more}


def claim(head: str, kind: str, tail: str, quote: str, **more: object) -> dict[str, object]:
    """A claim as a model writes it, between firms unless told otherwise."""
    given: dict[str, object] = {
        "head": head, "head_type": "Firm", "type": kind, "tail": tail, "tail_type": "Firm",
        "status": "asserted", "sign": "", "quote": quote, "amount": "", "date": "",
        "attributed_to": "",
    }  # fmt: skip
    return given | more


def completion(*claims: object, content: str | None = None, **more: object) -> Answer:
    """A chat completion with these claims, or with any other content."""
    words = json.dumps({"claims": claims}) if content is None else content
    choice = {"index": 0, "message": {"role": "assistant", "content": words}}
    usage = {"prompt_tokens": 1000, "completion_tokens": 50}
    return Answer(json.dumps({"choices": [choice], "usage": usage, **more}).encode())


@contextmanager
def serving(say: Say) -> Iterator[Served]:
    """A server on a free port here; `say` gets the number of the request and its body."""
    stop = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            served.headers.append(dict(self.headers.items()))
            served.asked.append(body)
            try:
                self.send(say(len(served.asked), body))
            except ConnectionError:
                self.close_connection = True  # the client has waited enough

        def send(self, answer: Answer) -> None:
            stop.wait(answer.delay)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            for byte in answer.body if answer.drip else ():
                self.wfile.write(bytes([byte]))
                time.sleep(answer.drip)
                if stop.is_set():
                    return
            if not answer.drip:
                self.wfile.write(answer.body)

        def log_message(self, *_: object) -> None:
            """Nothing: the test says what was asked."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Served(f"http://127.0.0.1:{server.server_port}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield served
    finally:
        stop.set()
        server.shutdown()
        server.server_close()
        thread.join()
