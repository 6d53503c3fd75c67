"""Whether the installation is in order: owners, model, store, directory.

The three top-level packages go into one wheel, and `schemas` is also the name of an unrelated
package; pip lets one overwrite the other without a word. So each is asked who owns it. Bias: a
check that cannot be made counts as failed and says so.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from kg.settings import Settings
from schemas.errors import KnockonError

__all__ = ["Check", "examine", "installed", "owners"]

DISTRIBUTION = "knockon"
PACKAGES = ("kg", "schemas", "loaders")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: whether it is in order, what was found, what to do."""

    name: str
    ok: bool
    found: str
    cure: str = ""


def examine(settings: Settings) -> Iterator[Check]:
    """Every check, in order of how much hangs on it."""
    yield Check("python", sys.version_info >= (3, 11), sys.version.split()[0], "use Python >= 3.11")
    yield from owners(installed())
    yield _model(settings)
    yield _reader(settings)
    yield _sqlite()
    yield _directory(settings.directory)
    yield _store(settings)


def installed() -> dict[str, list[str]]:
    """Which distributions brought each top-level package, our own source tree included."""
    found = {package: list(by) for package, by in metadata.packages_distributions().items()}
    tree = _source_tree()
    for package in PACKAGES:
        spec = find_spec(package)
        if tree and spec and spec.origin and Path(spec.origin).is_relative_to(tree):
            found.setdefault(package, []).append(DISTRIBUTION)
    return found


def _source_tree() -> Path | None:
    """Where an editable installation of ours points to; None if it is an ordinary one."""
    try:
        text = metadata.distribution(DISTRIBUTION).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None
    where = json.loads(text or "{}")
    editable = where.get("dir_info", {}).get("editable", False)
    return Path(unquote(urlsplit(where["url"]).path)) if editable else None


def owners(distributions: Mapping[str, Sequence[str]]) -> Iterator[Check]:
    """Whether each top-level package has one owner, and it is this distribution."""
    for package in PACKAGES:
        found = sorted(set(distributions.get(package, ())))
        others = [name for name in found if name != DISTRIBUTION]
        cure = f"uninstall {' and '.join(others)}, or" if others else "install knockon, best"
        yield Check(
            f"package {package}",
            found == [DISTRIBUTION],
            f"installed by {', '.join(found)}" if found else "installed by nobody",
            f"{cure} in an environment of its own (pipx, a container)",
        )


def _model(settings: Settings) -> Check:
    from kg.extract.sentences import load_model

    try:
        model = load_model(settings.model or None)
    except KnockonError as error:
        return Check("language model", ok=False, found=error.what, cure=error.cure)
    found = " ".join(str(model.meta[part]) for part in ("lang", "name", "version"))
    return Check("language model", ok=True, found=found)


def _reader(settings: Settings) -> Check:
    from kg.extract import OFF
    from kg.extract.reader import load

    if settings.reader == OFF:
        return Check("learned reader", ok=True, found="off: the rules read alone")
    try:
        reader = load(Path(settings.reader)) if settings.reader else load()
    except KnockonError as error:
        return Check("learned reader", ok=False, found=error.what, cure=error.cure)
    return Check("learned reader", ok=True, found=f"{len(reader.links)} links")


def _sqlite() -> Check:
    from kg.graph.embedded import Connection

    version = str(Connection(":memory:").query("SELECT sqlite_version()")[0][0])
    # 3.24 brought the UPSERT that the store's writes rest on.
    enough = tuple(int(part) for part in version.split(".")) >= (3, 24)
    return Check("sqlite", enough, version, "use a Python built with SQLite >= 3.24")


def _directory(directory: Path) -> Check:
    there = next(d for d in (directory, *directory.parents) if d.exists())
    writable = there.is_dir() and os.access(there, os.W_OK)
    return Check("data directory", writable, str(directory), "name another one with KG_HOME")


def _store(settings: Settings) -> Check:
    url = settings.store_url
    if "://" not in url and not Path(url).exists():
        return Check("store", ok=True, found=f"{url}: not yet made")
    from kg.credentials import access
    from kg.graph import open_store

    try:
        store = open_store(url, access(settings))
    except KnockonError as error:
        return Check("store", ok=False, found=str(error), cure=error.cure)
    aside = len(store.setbacks())
    store.close()
    return Check("store", ok=True, found=f"{url}: opens, {aside} input(s) set aside")
