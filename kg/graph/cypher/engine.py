"""ArcadeDB seen from here: a process that builds a folder, or serves one read-only over Bolt.

A process of its own can be ended at any time limit, keeps the engine's log and signals away from
ours, and ends with its pipe. Bias: an engine that does not answer is ended, never waited for.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from kg.graph.arcade import DATABASE, available
from kg.graph.bolt import Access, Link
from schemas.errors import StoreError

__all__ = ["Arcade", "Row", "build"]

Row = dict[str, Any]

START = 120.0
"""Seconds after which a server that does not answer is given up."""


def _demand() -> None:
    if not available():
        cure = "install it with pip install 'knockon[cypher]'"
        raise StoreError("Cypher on an embedded store needs ArcadeDB", cure=cure)


class _Process:
    """The engine's process: one JSON object a line in, one a line back."""

    def __init__(self) -> None:
        _demand()
        self.room = Path(tempfile.mkdtemp(prefix="kg-cypher-"))
        with (self.room / "said.txt").open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from kg.graph.arcade import child; child()"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                text=True, encoding="utf-8", env=_environment(), start_new_session=True,
            )  # fmt: skip

    def tell(self, message: Mapping[str, object]) -> None:
        """Send a message."""
        with contextlib.suppress(BrokenPipeError):  # it is gone: `hear` says so
            self._pipe(self._process.stdin).write(json.dumps(message) + "\n")

    def hear(self, seconds: float) -> Row:
        """The answer; StoreError where the process failed, is gone or takes longer than that."""
        with contextlib.suppress(BrokenPipeError):
            self._pipe(self._process.stdin).flush()
        watch = threading.Timer(seconds, self._process.kill)
        watch.start()
        try:
            line = self._pipe(self._process.stdout).readline()
        finally:
            watch.cancel()
        if not line:
            raise StoreError(f"the Cypher engine ended ({self._last_words()})", where="ArcadeDB")
        answer: Row = json.loads(line)
        if "error" in answer:
            raise StoreError(str(answer["error"]).splitlines()[0], where="ArcadeDB")
        return answer

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def close(self) -> None:
        """End the process and forget its room."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(BrokenPipeError):
                self._pipe(pipe).close()
        self._process.wait()
        shutil.rmtree(self.room, ignore_errors=True)

    def _last_words(self) -> str:
        said = (self.room / "said.txt").read_text("utf-8", "replace").splitlines()
        return next((line.strip() for line in reversed(said) if line.strip()), "it said nothing")

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        if pipe is None:
            raise StoreError("the Cypher engine has no pipe")
        return pipe


def _environment() -> dict[str, str]:
    """Ours, with the place of this package first, and no options for Java but our own."""
    root = str(Path(__file__).parents[2])
    kept = {n: v for n, v in os.environ.items() if n != "ARCADEDB_JVM_ARGS"}
    paths = [root, *filter(None, [kept.get("PYTHONPATH", "")])]
    return kept | {"PYTHONPATH": os.pathsep.join(paths)}


def build(folder: Path, schema: Mapping[str, object], batches: Iterable[Row]) -> None:
    """Write a database of these batches into the folder, which must not be there yet.

    `schema` has the label sets (`nodes`), types (`relationships`) and keys of first labels
    (`keys`); a batch has `labels` and `rows`, or `type` and `ties`: start, end, properties.
    """
    process = _Process()
    try:
        process.tell({"build": str(folder), "room": str(process.room), **schema})
        for batch in batches:
            process.tell(batch)
        process.tell({"end": True})
        process.hear(seconds=3600.0)
    finally:
        process.close()


class Arcade:
    """A folder's database, served read-only to us alone: `link`, and `analyse` for the guard."""

    def __init__(self, folder: Path, seconds: float) -> None:
        self._process, password = _Process(), secrets.token_urlsafe(24)
        try:
            self._process.tell(
                {"serve": str(folder), "room": str(self._process.room), "password": password,
                 "limit": int(seconds * 1000)}
            )  # fmt: skip
            port = self._process.hear(START)["port"]
            access = Access("root", password, DATABASE)
            self.link = Link(f"bolt://127.0.0.1:{port}", access)
        except BaseException:
            self._process.close()
            raise

    def analyse(self, query: str) -> bool:
        """Whether the engine says that the query only reads; StoreError where it cannot read it."""
        self._process.tell({"analyse": query})
        return bool(self._process.hear(START)["reads"])

    def demand(self, _link: Link, query: str, _values: Mapping[str, object]) -> None:
        """StoreError unless the engine says that the query only reads."""
        if not self.analyse(query):
            raise StoreError("the engine would not only read", where="ArcadeDB")

    @contextlib.contextmanager
    def limited(self, seconds: float) -> Iterator[None]:
        """End the engine if what is done within takes longer; StoreError then."""
        ended = threading.Event()

        def end() -> None:
            ended.set()
            self._process.kill()

        watch = threading.Timer(seconds, end)
        watch.start()
        try:
            yield
        except StoreError as error:
            if ended.is_set() or "timeout" in str(error).lower():
                cure = "ask for less, or raise the time limit with --timeout"
                raise StoreError(f"the query took over {seconds:g} s", cure=cure) from error
            raise
        finally:
            watch.cancel()

    def close(self) -> None:
        """End the engine; nothing is lost, since nothing was written."""
        self._process.close()
        with contextlib.suppress(StoreError):
            self.link.close()

    def __enter__(self) -> Arcade:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the engine."""
        self.close()
