"""Options that several verbs share, and the store that they name, opened and closed.

A verb that reads refuses a store that was never made, instead of making an empty one.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click

if TYPE_CHECKING:
    from kg.graph.contract import Store
    from kg.settings import Settings

__all__ = ["as_json", "example", "to_write", "with_settings", "with_store"]

P = ParamSpec("P")
R = TypeVar("R")

as_json = click.option("--json", "json_", is_flag=True, help="Give JSON instead of text.")
_store = click.option("--store", "url", metavar="URL", help="The store (else KG_STORE).")


def example(*lines: str) -> str:
    """The end of a verb's help: what to type."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def with_settings(callback: Callable[Concatenate[Settings, P], R]) -> Callable[P, R]:
    """Give the verb a `--store` option and pass it the settings."""

    @_store
    @click.pass_context
    @functools.wraps(callback)
    def run(ctx: click.Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
        url = kwargs.pop("url")
        settings = dataclasses.replace(ctx.obj, store=url) if url else ctx.obj
        return callback(settings, *args, **kwargs)

    return run


def with_store(callback: Callable[Concatenate[Store, P], R]) -> Callable[P, R]:
    """Give the verb a `--store` option and pass it that store, which must exist."""

    @functools.wraps(callback)
    def run(settings: Settings, *args: P.args, **kwargs: P.kwargs) -> R:
        _demand(settings.store_url)
        return callback(to_write(settings), *args, **kwargs)

    return with_settings(run)


def to_write(settings: Settings) -> Store:
    """The store of the settings, made if need be, closed when the verb ends."""
    from kg.graph import open_store

    if "://" not in settings.store_url:
        Path(settings.store_url).expanduser().parent.mkdir(parents=True, exist_ok=True)
    store = open_store(settings.store_url)
    click.get_current_context().call_on_close(store.close)
    return store


def _demand(url: str) -> None:
    from schemas.errors import StoreError

    if "://" not in url and not Path(url).exists():
        raise StoreError(
            "nothing has been ingested here yet", where=url,
            cure="begin with `kg ingest SOURCE` or `kg demo`, or name a store with --store",
        )  # fmt: skip
