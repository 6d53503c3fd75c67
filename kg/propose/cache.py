"""A model's answers, kept by the hash of model, instructions and story.

A question that was answered is never asked again, also after a run that was stopped half-way.
What is kept is the answer as it came, so that what is admitted of it can be judged anew. Bias: an
entry that cannot be read is asked again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.propose.endpoint import Reply
from schemas.errors import KnockonError

__all__ = ["Cache", "key_of"]


def key_of(model: str, messages: Sequence[Mapping[str, str]]) -> str:
    """The SHA-256, in hex, of the model's name and all that it is told."""
    told = json.dumps([model, [dict(m) for m in messages]], sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


class Cache:
    """Answers in a directory, one file each; a file is there as a whole or not at all."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory

    def get(self, key: str) -> Reply | None:
        """The answer kept under the key; None if there is none that can be read."""
        try:
            kept = json.loads(self._file(key).read_bytes())
            content, read, written = kept["content"], kept["tokens_in"], kept["tokens_out"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        counts = all(type(n) is int or n is None for n in (read, written))
        return Reply(content, read, written) if counts and isinstance(content, str) else None

    def put(self, key: str, reply: Reply) -> None:
        """Keep the answer; KnockonError where the directory does not take it."""
        file = self._file(key)
        kept = {"content": reply.content, "tokens_in": reply.tokens_in,
                "tokens_out": reply.tokens_out}  # fmt: skip
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            _write(file, json.dumps(kept).encode())
        except OSError as error:
            raise KnockonError(f"the answer cannot be kept ({error.strerror or error})",
                               where=str(file.parent), cure="name a place with KG_HOME",
                               ) from error  # fmt: skip

    def _file(self, key: str) -> Path:
        return self._directory / key[:2] / f"{key}.json"


def _write(file: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
