"""The store in other programs' formats: tables, graph files, investigators' entities.

Every format is written whole, sorted and without the time of writing, so that equal content gives
equal bytes. Bias: nothing stays half written; files that were there are replaced at the end.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.contract import Store

__all__ = ["FOLDERS", "FORMATS", "export", "texts"]

FORMATS = ("jsonl", "csv", "graphml", "gexf", "neo4j-csv", "ftm")
FOLDERS = ("csv", "neo4j-csv")
"""The formats of two files, for which the path is a folder."""


def texts(store: Store, form: str, *, raw: bool = False) -> dict[str, str]:
    """The export as file name → text; the name is empty for a format of one file.

    `raw` leaves CSV cells as they are that a spreadsheet would run. KnockonError for a format
    that is not in `FORMATS`.
    """
    from schemas.errors import KnockonError

    if form not in FORMATS:
        cure = "choose one of " + ", ".join(FORMATS)
        raise KnockonError(f"no export format is called {form!r}", cure=cure)
    if form in FOLDERS:
        from kg.graph.exports.tables import neo4j_tables, tables

        return tables(store.view(), raw=raw) if form == "csv" else neo4j_tables(store.view())
    return {"": _single(store, form)}


def _single(store: Store, form: str) -> str:
    if form == "jsonl":
        from kg.graph.export import jsonl

        rows = io.StringIO()
        jsonl(store, rows)
        return rows.getvalue()
    if form == "ftm":
        from kg.graph.exports.ftm import ftm

        return ftm(store)
    from kg.graph.memory import to_xml

    return to_xml(store.view(), form)


def export(store: Store, form: str, path: Path, *, raw: bool = False) -> list[Path]:
    """Write the export to a file, or to a folder for a format of two; gives the files written.

    KnockonError where the format is unknown or the path cannot be written.
    """
    from schemas.errors import KnockonError

    told = texts(store, form, raw=raw)
    try:
        if form in FOLDERS:
            path.mkdir(exist_ok=True)
        return _replace({path / name if name else path: text for name, text in told.items()})
    except OSError as error:
        why = f"cannot write the export ({error.strerror})"
        folder = form in FOLDERS
        cure = "name a folder, in one that exists" if folder else "choose a folder that exists"
        raise KnockonError(why, where=str(path), cure=cure) from error


def _replace(told: Mapping[Path, str]) -> list[Path]:
    """Write all beside their places, then move all there."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, text in told.items():
            if path.is_dir():
                raise IsADirectoryError(21, "it is a folder", str(path))
            ready.append((_beside(path, text), path))
        for fresh, path in ready:
            fresh.replace(path)
    finally:
        for fresh, _ in ready:
            fresh.unlink(missing_ok=True)
    return list(told)


def _beside(path: Path, text: str) -> Path:
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
