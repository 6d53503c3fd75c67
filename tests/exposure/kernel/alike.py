"""Whether two projections are the same, byte for byte."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import numpy as np

from kg.exposure.kernel.names import Names
from kg.exposure.kernel.projection import Projection


def bytes_of(graph: Projection) -> list[tuple[str, object]]:
    """Every array with its name, type and bytes."""
    fields = [(f.name, getattr(graph, f.name)) for f in dataclasses.fields(graph)]
    return [found for name, value in fields for found in _told(name, value)]


def _told(name: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, np.ndarray):
        yield name, (value.dtype.str, value.shape, value.tobytes())
    elif isinstance(value, Names):
        yield from _told(f"{name}.text", value.text)
        yield from _told(f"{name}.start", value.start)
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        for field in value._fields:
            yield from _told(f"{name}.{field}", getattr(value, field))
    else:
        yield name, value
