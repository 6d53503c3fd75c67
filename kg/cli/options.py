"""Options that several verbs share, and the store that they name, opened and closed.

A verb that reads refuses a store that was never made, instead of making an empty one.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from kg.graph.contract import Store
    from kg.settings import Settings

__all__ = ["as_json", "demand", "example", "to_write", "with_settings", "with_store"]

as_json = click.option("--json", "json_", is_flag=True, help="Give JSON instead of text.")


def example(*lines: str) -> str:
    """The end of a verb's help: what to type."""
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def with_settings(callback: Callable[..., None]) -> Callable[..., None]:
    """Give the verb a `--store` option and pass it the settings first."""

    @click.option("--store", "url", metavar="URL", help="The store (else KG_STORE).")
    @click.pass_context
    @functools.wraps(callback)
    def run(ctx: click.Context, /, *args: Any, url: str | None, **given: Any) -> None:
        settings = dataclasses.replace(ctx.obj, store=url) if url else ctx.obj
        callback(settings, *args, **given)

    return run


def with_store(callback: Callable[..., None]) -> Callable[..., None]:
    """Give the verb a `--store` option and pass it that store first; it must exist."""

    @functools.wraps(callback)
    def run(settings: Settings, /, *args: Any, **given: Any) -> None:
        demand(settings.store_url)
        callback(to_write(settings), *args, **given)

    return with_settings(run)


def to_write(settings: Settings) -> Store:
    """The store of the settings, made if need be, closed when the verb ends."""
    from kg.credentials import access
    from kg.graph import open_store

    if "://" not in settings.store_url:
        Path(settings.store_url).expanduser().parent.mkdir(parents=True, exist_ok=True)
    store = open_store(settings.store_url, access(settings), settings.directory)
    click.get_current_context().call_on_close(store.close)
    return store


def demand(url: str) -> None:
    """Raise StoreError where a store on disk was never made."""
    from schemas.errors import StoreError

    if "://" not in url and not Path(url).exists():
        raise StoreError(
            "nothing has been ingested here yet", where=url,
            cure="begin with `kg ingest SOURCE` or `kg demo`, or name a store with --store",
        )  # fmt: skip
