"""The folder of the local server: where its password, state and data lie, for its user alone.

Bias: a file is replaced as a whole or not at all, and is private from its first byte.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from schemas.errors import StoreError

__all__ = ["Home", "locked", "make_private", "write_private"]

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Home:
    """The folder `neo4j` in the user's directory, and what lies in it."""

    root: Path

    @classmethod
    def under(cls, directory: Path) -> Home:
        """The home in that directory, made or not."""
        return cls(directory.expanduser().absolute() / "neo4j")

    @property
    def server(self) -> Path:
        """Neo4j's own home: `conf`, `data`, `logs`."""
        return self.root / "server"

    @property
    def state(self) -> Path:
        """What runs now, as JSON; gone when nothing does."""
        return self.root / "state.json"

    @property
    def last(self) -> Path:
        """How it was last begun, as JSON: its data lies there, its address is in use."""
        return self.root / "last.json"

    @property
    def password_file(self) -> Path:
        """The password, without a line break."""
        return self.root / "password"

    def password(self, *, known: bool) -> str:
        """The password; StoreError if data knows it already and the file is gone; else drawn."""
        if not self.password_file.exists():
            if known:
                raise StoreError(
                    "the password of the data is gone", where=str(self.password_file),
                    cure="bring the file back, or begin anew with `kg down --wipe --yes`",
                )  # fmt: skip
            # Hexadecimal: no character means anything to a shell, an env file or Neo4j's tools.
            write_private(self.password_file, secrets.token_hex(16))
        return self.password_file.read_text("utf-8").strip()

    def remembered(self) -> tuple[int, str]:
        """Port and engine of the last start; 0 and an empty text before the first."""
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError):
            told = json.loads(self.last.read_text("utf-8"))
            return int(told["port"]), str(told["via"])
        return 0, ""


def make_private(folder: Path) -> None:
    """Make a folder that its user alone may enter; StoreError if the disk refuses."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
    except OSError as error:
        raise _refused(folder, error) from error


def write_private(path: Path, text: str) -> None:
    """Write a file of mode 0600 as a whole; StoreError if the disk refuses."""
    try:
        # mkstemp makes the file with mode 0600: it is never readable to others, not for a moment.
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> StoreError:
    return StoreError(
        f"cannot be written ({error.strerror})", where=str(path),
        cure="name a directory that can with KG_HOME",
    )  # fmt: skip


@contextlib.contextmanager
def locked(folder: Path, say: Say) -> Iterator[None]:
    """Keep others waiting who want the same in that folder; a crash frees it."""
    if sys.platform == "win32":
        raise StoreError(
            "kg up and kg down need Linux or macOS",
            cure="use WSL, or start Neo4j yourself and name it with --store",
        )
    import fcntl

    with contextlib.closing(_opened(folder / "lock")) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"another kg is at work in {folder}; waiting")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _opened(path: Path) -> TextIO:
    try:
        return path.open("w", encoding="utf-8")
    except OSError as error:
        raise _refused(path, error) from error
