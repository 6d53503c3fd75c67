"""A projection kept on disk and mapped into memory: opened in no time, read as it is needed.

One folder a content; written beside and renamed, so that a reader finds all of it or nothing.
Bias: whatever is not surely what was asked for is computed anew; a folder that cannot be written
is no error, the projection is then made again next time.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.exposure.kernel.names import Names
from kg.exposure.kernel.projection import Projection, Way

FORM = 2
"""The version of the arrays; another one is not read."""
LONGEST = 3600.0
"""Seconds after which what was begun is surely not being written any more."""
_NEW = "new-"
_PLAIN = ("came", "odd_at", "odd", "scaled_at", "scaled", "identity", "cited", "citing",
          "countries")  # fmt: skip
_Array = NDArray[Any]  # the sort of number stands in the file


def save(projection: Projection, folder: Path, content: str) -> bool:
    """Keep the projection in the folder, in place of an older one; False where that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(dir=folder, prefix=_NEW))
        try:
            _write(projection, beside, content)
            if not _moved(beside, folder / content) and not load(folder, content):
                _moved(folder / content, damaged := beside.with_suffix(".old"))
                _moved(beside, folder / content)
                shutil.rmtree(damaged, ignore_errors=True)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
        _sweep(folder, content)
    except OSError:
        return (folder / content).is_dir()  # another process was first
    return True


def _moved(beside: Path, place: Path) -> bool:
    """Put the one into the place; False where something stands there."""
    try:
        beside.rename(place)
    except OSError:
        return False
    return True


def load(folder: Path, content: str) -> Projection | None:
    """The projection of that content, mapped; None where it is not there or not whole."""
    place = folder / content
    try:
        told = json.loads((place / "about.json").read_text("utf-8"))
        if told["form"] != FORM or told["content"] != content:
            return None
        arrays = {name: _mapped(place / f"{name}.npy") for name in told["arrays"]}
        if any(arrays[name].nbytes != size for name, size in told["arrays"].items()):
            return None
        return _assembled(arrays, tuple(told["types"]))
    except (OSError, ValueError, KeyError):
        return None


def contents(folder: Path) -> list[str]:
    """The contents of which the folder holds a projection."""
    try:
        return sorted(p.name for p in folder.iterdir() if not p.name.startswith(_NEW))
    except OSError:
        return []


def _mapped(path: Path) -> _Array:
    try:
        found: _Array = np.load(path, mmap_mode="r", allow_pickle=False).view(np.ndarray)
    except ValueError:  # an empty file cannot be mapped
        found = np.load(path, allow_pickle=False)
    return found


def _parts(projection: Projection) -> dict[str, _Array]:
    found: dict[str, _Array] = {name: getattr(projection, name) for name in _PLAIN}
    found |= {"node_text": projection.nodes.text, "node_start": projection.nodes.start}
    for way in ("out", "in_"):
        found |= {f"{way}.{n}": v for n, v in getattr(projection, way)._asdict().items()}
    if projection.ids:
        found |= {"id_text": projection.ids.text, "id_start": projection.ids.start}
    return found


def _write(projection: Projection, place: Path, content: str) -> None:
    parts = _parts(projection)
    for name, array in parts.items():
        np.save(place / f"{name}.npy", array, allow_pickle=False)
    told = {
        "form": FORM, "content": content, "types": projection.types,
        "arrays": {name: array.nbytes for name, array in parts.items()},
    }  # fmt: skip
    (place / "about.json").write_text(json.dumps(told), "utf-8")


def _assembled(a: dict[str, _Array], types: tuple[str, ...]) -> Projection:
    out, in_ = (Way(*(a[f"{way}.{f}"] for f in Way._fields)) for way in ("out", "in_"))
    return Projection(
        out=out,
        in_=in_,
        nodes=Names(a["node_text"], a["node_start"]),
        types=types,
        ids=Names(a["id_text"], a["id_start"]) if "id_text" in a else None,
        **{name: a[name] for name in _PLAIN},
    )


def _sweep(folder: Path, content: str) -> None:
    """Take away what stands for older contents; who has it mapped keeps it."""
    with contextlib.suppress(OSError):
        for place in folder.iterdir():
            if place.name != content and not _being_written(place):
                shutil.rmtree(place, ignore_errors=True)


def _being_written(place: Path) -> bool:
    """Whether another process may be at work on it."""
    return place.name.startswith(_NEW) and time.time() - place.stat().st_mtime < LONGEST
