"""A TCP proxy that breaks a Bolt connection at the worst moments: around the COMMIT of a write.

Bytes go both ways untouched until it is armed; then it cuts once, or as often as it is told to,
and goes back to forwarding.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Literal, Self
from urllib.parse import urlsplit

COMMIT = bytes.fromhex("0002 b012 0000")
"""A Bolt message in a chunk of its own: two bytes long, a structure without fields, 0x12."""
Cut = Literal["before", "during", "after", "anywhere"]
CUTS: tuple[Cut, ...] = ("before", "during", "after", "anywhere")
"""COMMIT is held back; is sent and the line cut at once; is sent and the server's answer is held
back; or the line is cut after some bytes of whatever."""
PATIENCE = 5.0
"""Seconds to wait for an answer that is then held back."""
SIZE = 65536


class Proxy:
    """Forwards to the server at an address; `address` is where it listens itself."""

    def __init__(self, upstream: str) -> None:
        parts = urlsplit(upstream)
        self._upstream = parts.hostname or "127.0.0.1", parts.port or 7687
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"{parts.scheme}://127.0.0.1:{self._listening.getsockname()[1]}"
        self._lock = threading.Lock()
        self._armed: Cut | None = None
        self._left = self._times = 0
        self.cuts = 0

    def __enter__(self) -> Self:
        """Begin to listen."""
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        """Listen no more."""
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def arm(self, cut: Cut, *, left: int = 0, times: int = 1) -> None:
        """Cut the next COMMITs so; `left` is after how many bytes from the client, if anywhere."""
        with self._lock:
            self._armed, self._left, self._times = cut, left, times

    def disarm(self) -> None:
        """Cut no more."""
        with self._lock:
            self._armed = None

    def due(self, data: bytes, seen: bytes) -> Cut | None:
        """The cut that these bytes of a client call for, after the last ones `seen` before."""
        with self._lock:
            cut = self._armed
            self._left -= len(data)
            if cut is None or (cut == "anywhere" and self._left > 0):
                return None
            if cut != "anywhere" and COMMIT not in seen + data:
                return None
            self._times -= 1
            self._armed = cut if self._times else None
            self.cuts += 1
            return cut

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = self._listening.accept()
                _Line(self, client, self._upstream).begin()


class _Line:
    """One connection from a client to the server."""

    def __init__(self, proxy: Proxy, client: socket.socket, upstream: tuple[str, int]) -> None:
        self._proxy, self._client = proxy, client
        self._server: socket.socket | None = None
        self._upstream = upstream
        self._silent, self._answered = threading.Event(), threading.Event()

    def begin(self) -> None:
        try:
            self._server = socket.create_connection(self._upstream)
        except OSError:
            self._client.close()
            return
        for pump in (self._from_client, self._from_server):
            threading.Thread(target=pump, daemon=True).start()

    def _from_client(self) -> None:
        assert self._server is not None
        seen = b""
        with contextlib.suppress(OSError):
            while data := self._client.recv(SIZE):
                cut = self._proxy.due(data, seen)
                if cut:
                    self._break(cut, data)
                    break
                self._server.sendall(data)
                seen = data[-len(COMMIT) + 1 :]
        self._close()

    def _break(self, cut: Cut, data: bytes) -> None:
        assert self._server is not None
        if cut == "after":
            self._silent.set()
        if cut in {"during", "after"}:
            self._server.sendall(data)
        if cut == "after":
            self._answered.wait(PATIENCE)

    def _from_server(self) -> None:
        assert self._server is not None
        with contextlib.suppress(OSError):
            while data := self._server.recv(SIZE):
                if self._silent.is_set():
                    self._answered.set()
                    break
                self._client.sendall(data)
        if not self._silent.is_set():
            self._close()

    def _close(self) -> None:
        for end in (self._client, self._server):
            if end is not None:
                with contextlib.suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()
