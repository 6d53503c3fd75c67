"""Bytes to stories: each loader is one module, found by its place or by an entry point.

A loader has `NAME`, `DESCRIPTION`, `sniff(raw) -> float` (0 no, 1 certain) and
`read(raw, published) -> Reading`. Bias: content decides, not the file's name.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from functools import cache
from importlib.metadata import entry_points
from typing import Protocol, cast

from loaders.kit.dates import Moment, moment
from loaders.kit.raw import Raw, expand, open_source, take
from schemas.errors import LoaderUnknown
from schemas.evidence import Reading
from schemas.when import When

__all__ = ["Loader", "Raw", "expand", "find", "names", "open_source", "pick", "read", "take"]

GROUP = "kg.loaders"


class Loader(Protocol):
    """What a loader module has."""

    NAME: str
    DESCRIPTION: str

    def sniff(self, raw: Raw) -> float:
        """How surely this loader can read the content, 0 (not) to 1."""

    def read(self, raw: Raw, published: Moment | None) -> Reading:
        """The stories or facts in it; a SourceError where it holds none."""


@cache
def _plugged(_path: tuple[str, ...]) -> tuple[Loader, ...]:
    """The loaders of entry points; the search path is the key, so that a new one is seen."""
    return tuple(point.load() for point in entry_points(group=GROUP))


def _loaders() -> dict[str, Loader]:
    places = [
        importlib.import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
        if not found.ispkg
    ]
    found = [*cast("list[Loader]", places), *_plugged(tuple(sys.path))]
    return {loader.NAME: loader for loader in found}


def names() -> list[str]:
    """The names of all loaders, sorted."""
    return sorted(_loaders())


def find(name: str) -> Loader:
    """The loader of that name; LoaderUnknown lists those there are."""
    known = _loaders()
    if name not in known:
        raise LoaderUnknown(
            f"no loader is called {name!r}", cure=f"use one of {', '.join(sorted(known))}"
        )
    return known[name]


def pick(raw: Raw) -> Loader:
    """The loader that recognises the content best; LoaderUnknown where none does."""
    known = _loaders()
    scores = [(known[name].sniff(raw), name) for name in sorted(known)]
    score, name = max(scores, key=lambda pair: pair[0])
    if score <= 0:
        raise LoaderUnknown(
            "no loader recognises this", where=raw.uri, cure=f"--loader {'|'.join(sorted(known))}"
        )
    return known[name]


def read(raw: Raw, *, loader: str | None = None, published: When | str | None = None) -> Reading:
    """What the named (or best) loader makes of the source.

    `published` is when the page was seen or published: a date, or an ISO 8601 date and time. It
    dates ages such as "26 minutes ago" and datelines without a year.
    """
    chosen = find(loader) if loader else pick(raw)
    return chosen.read(raw, moment(published))
