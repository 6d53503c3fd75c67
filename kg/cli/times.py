"""Which state of the graph a verb reads: of the world on a date, as known at a time."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from kg.graph.contract import Store, View

__all__ = ["Times", "view_of", "with_times"]


class Times(NamedTuple):
    """Which state of the graph is meant: of the world on a date, as known at a time."""

    as_of: str | None
    known_at: str | None


def with_times(callback: Callable[..., None]) -> Callable[..., None]:
    """Give the verb `--as-of` and `--known-at` and pass it these as `times`."""

    @click.option("--as-of", metavar="DATE", help="The state of the world on that date.")
    @click.option("--known-at", metavar="TIME", help="What was known by then.")
    @functools.wraps(callback)
    def run(*args: Any, as_of: str | None, known_at: str | None, **given: Any) -> None:
        callback(*args, times=Times(as_of, known_at), **given)

    return run


def view_of(store: Store, times: Times) -> View:
    """The store's view at those times; a date that is none is wrong usage."""
    from schemas.when import When

    try:
        as_of = When.parse(times.as_of) if times.as_of else None
        known_at = str(When.parse(times.known_at)) and times.known_at if times.known_at else None
    except ValueError as error:
        raise click.UsageError(f"no date: {error}; give 2025, 2025-06 or 2025-06-30") from error
    return store.view(as_of=as_of, known_at=known_at)
