"""Queries that are kept under a name: those shipped with the program, and the user's own.

A file opens with comments: `// title`, `// what it answers`, a line for each parameter,
`// param name = default: meaning` (the default as JSON; null: it must be given), and
`// example: …`. Bias: a file that does not say what it is for is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from schemas.errors import KnockonError

__all__ = ["Param", "Saved", "find", "saved"]

_PARAM = re.compile(r"param (?P<name>\w+) = (?P<default>.+?): (?P<meaning>.+)")


class Param(NamedTuple):
    """A parameter: its name, default (None: it must be given) and meaning."""

    name: str
    default: object
    meaning: str


class Saved(NamedTuple):
    """A query with its name and what its head says."""

    name: str
    title: str
    answers: str
    params: tuple[Param, ...]
    example: str
    query: str

    def values(self, given: Mapping[str, object]) -> dict[str, object]:
        """The parameters, given or default; KnockonError for one that lacks or is not known."""
        known = {p.name: p.default for p in self.params}
        for name in given:
            if name not in known:
                cure = f"it has {', '.join(known)}" if known else "it has none"
                raise KnockonError(f"{self.name} has no parameter {name!r}", cure=cure)
        values = known | dict(given)
        lacking = [p for p in self.params if values[p.name] is None]
        if lacking:
            name, _, meaning = lacking[0]
            cure = f"give it with --param {name}=…"
            raise KnockonError(f"{self.name} needs {name!r}, {meaning}", cure=cure)
        return values


def saved(own: Path) -> list[Saved]:
    """Every saved query by name; a file of the user's in that folder takes the place of ours."""
    found = {one.name: one for one in _read(files("kg.graph.cypher").joinpath("queries"))}
    if own.is_dir():
        found |= {one.name: one for one in _read(own)}
    return [found[name] for name in sorted(found)]


def find(name: str, own: Path) -> Saved:
    """The query of that name; KnockonError with the names there are."""
    found = {one.name: one for one in saved(own)}
    if name not in found:
        cure = f"there are {', '.join(found)}"
        raise KnockonError(f"no saved query is called {name!r}", cure=cure)
    return found[name]


def _read(folder: Traversable) -> Iterator[Saved]:
    for file in folder.iterdir():
        if file.name.endswith(".cypher"):
            yield _parsed(file)


def _parsed(file: Traversable) -> Saved:
    name = file.name.removesuffix(".cypher")
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeError) as error:
        raise KnockonError(f"cannot read the saved query {name!r}", where=str(file)) from error
    head = [line[2:].strip() for line in lines if line.startswith("//")]
    query = "\n".join(line for line in lines if not line.startswith("//")).strip()
    plain = [line for line in head if not line.startswith(("param ", "example: "))]
    if len(plain) < 2 or not query:
        cure = "begin it with `// title` and `// what it answers`"
        raise KnockonError(f"the saved query {name!r} has no head", where=str(file), cure=cure)
    params = tuple(_param(line, str(file)) for line in head if line.startswith("param "))
    shown = [line.removeprefix("example: ") for line in head if line.startswith("example: ")]
    return Saved(name, plain[0], plain[1], params, shown[0] if shown else "", query)


def _param(line: str, where: str) -> Param:
    found = _PARAM.fullmatch(line)
    try:
        if found is not None:
            return Param(found["name"], json.loads(found["default"]), found["meaning"])
    except ValueError:
        pass
    cure = 'write it as `// param name = "default": meaning`'
    raise KnockonError(f"a parameter is not described: {line!r}", where=where, cure=cure)
