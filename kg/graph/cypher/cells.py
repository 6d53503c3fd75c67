"""What a server answers as plain JSON: nodes, relationships, paths and times without a driver.

An element's own number is left out: it is another one after the next load.
"""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping
from typing import Any

__all__ = ["plain"]


def plain(value: Any) -> object:
    """The value as JSON can hold it; a float that JSON lacks is a text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, bytes | bytearray):
        return base64.b64encode(value).decode("ascii")
    return _held(value)


def _held(value: Any) -> object:
    element = _element(value)
    if element is not None:
        return element
    if isinstance(value, Mapping):
        return _map(value)
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return str(value)


def _element(value: Any) -> dict[str, object] | None:
    """A part of the graph, or a place."""
    if hasattr(value, "start_node") and hasattr(value, "relationships"):
        links = [plain(r) for r in value.relationships]
        return {"nodes": [plain(n) for n in value.nodes], "relationships": links}
    if hasattr(value, "labels"):
        return {"labels": sorted(value.labels), "properties": _map(dict(value.items()))}
    if hasattr(value, "start_node"):
        return {"type": value.type, "properties": _map(dict(value.items()))}
    if hasattr(value, "srid"):
        return {"srid": value.srid, "coordinates": [plain(float(c)) for c in value]}
    return None


def _map(value: Mapping[str, object]) -> dict[str, object]:
    return {str(name): plain(value[name]) for name in sorted(value)}
