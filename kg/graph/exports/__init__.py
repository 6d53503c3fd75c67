"""The store in other programs' formats: tables, graph files, RDF, investigators' entities.

Rows are written as they are read, sorted and without the time of writing, so that a large store
need not fit in memory as text and equal content gives equal bytes. Bias: nothing stays half
written; files that were there are replaced at the end.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

if TYPE_CHECKING:
    from kg.graph.contract import Store, View
    from kg.graph.exports.rows import Matter

__all__ = ["FOLDERS", "FORMATS", "Parts", "export", "parts", "pour"]

Parts = Mapping[str, Iterable[str] | Iterable[bytes]]
"""File name → what goes into it, piece by piece; the name is empty for a format of one file."""


def _jsonl(matter: Matter) -> Parts:
    from kg.graph.export import lines

    return {"": lines(matter.store, matter.view)}


def _csv(matter: Matter) -> Parts:
    from kg.graph.exports.tables import tables

    return tables(matter)


def _parquet(matter: Matter) -> Parts:
    from kg.graph.exports.parquet import parquet

    return parquet(matter)


def _graphml(matter: Matter) -> Parts:
    from kg.graph.exports.xmlgraph import graphml

    return {"": graphml(matter)}


def _gexf(matter: Matter) -> Parts:
    from kg.graph.exports.xmlgraph import gexf

    return {"": gexf(matter)}


def _neo4j(matter: Matter) -> Parts:
    from kg.graph.exports.tables import neo4j_tables

    return neo4j_tables(matter)


def _ftm(matter: Matter) -> Parts:
    from kg.graph.exports.ftm import ftm

    return {"": ftm(matter)}


def _rdf(form: str) -> Callable[[Matter], Parts]:
    def write(matter: Matter) -> Parts:
        from kg.graph.rdf import lines

        return {"": lines(matter.store, form, view=matter.view)}

    return write


_WRITERS: dict[str, Callable[[Matter], Parts]] = {
    "jsonl": _jsonl, "csv": _csv, "parquet": _parquet, "graphml": _graphml, "gexf": _gexf,
    "turtle": _rdf("turtle"), "jsonld": _rdf("jsonld"), "nquads": _rdf("nquads"),
    "neo4j-csv": _neo4j, "ftm": _ftm,
}  # fmt: skip
FORMATS = tuple(_WRITERS)
FOLDERS = ("csv", "parquet", "neo4j-csv")
"""The formats of several files, for which the path is a folder."""


def parts(store: Store, form: str, *, raw: bool = False, view: View | None = None) -> Parts:
    """The export piece by piece, of the view (else of now); each file can be read once.

    `raw` leaves CSV cells as they are that a spreadsheet would run. KnockonError for a format
    that is not in `FORMATS`.
    """
    from schemas.errors import KnockonError

    if form not in FORMATS:
        cure = "choose one of " + ", ".join(FORMATS)
        raise KnockonError(f"no export format is called {form!r}", cure=cure)
    from kg.graph.exports.rows import Matter

    return _WRITERS[form](Matter(store, view or store.view(), raw))


def export(
    store: Store, form: str, path: Path, *, raw: bool = False, view: View | None = None
) -> list[Path]:
    """Write the export to a file, or to a folder for a format of several; gives the files written.

    KnockonError where the format is unknown or the path cannot be written.
    """
    from schemas.errors import KnockonError

    told = parts(store, form, raw=raw, view=view)
    try:
        if form in FOLDERS:
            path.mkdir(exist_ok=True)
        return _replace({path / name if name else path: part for name, part in told.items()})
    except OSError as error:
        why = f"cannot write the export ({error.strerror})"
        folder = form in FOLDERS
        cure = "name a folder, in one that exists" if folder else "choose a folder that exists"
        raise KnockonError(why, where=str(path), cure=cure) from error


def pour(store: Store, form: str, out: BinaryIO, *, view: View | None = None) -> None:
    """Write a format of one file to a stream; KnockonError for a format of several."""
    from schemas.errors import KnockonError

    if form in FOLDERS:
        raise KnockonError(f"{form} is several files", where="-", cure="name a folder for them")
    out.writelines(_bytes(parts(store, form, view=view)[""]))


def _bytes(part: Iterable[str] | Iterable[bytes]) -> Iterator[bytes]:
    for piece in cast("Iterable[str | bytes]", part):
        yield piece.encode() if isinstance(piece, str) else piece


def _replace(told: Mapping[Path, Iterable[str] | Iterable[bytes]]) -> list[Path]:
    """Write all beside their places, then move all there."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, part in told.items():
            if path.is_dir():
                raise IsADirectoryError(21, "it is a folder", str(path))
            ready.append((_beside(path, part), path))
        for fresh, path in ready:
            fresh.replace(path)
    finally:
        for fresh, _ in ready:
            fresh.unlink(missing_ok=True)
    return list(told)


def _beside(path: Path, part: Iterable[str] | Iterable[bytes]) -> Path:
    number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh, done = Path(name), False
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(_bytes(part))
        fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_mask())
        done = True
    finally:
        if not done:  # whatever stopped it: a full disk, a closed store, the user
            fresh.unlink(missing_ok=True)
    return fresh


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
