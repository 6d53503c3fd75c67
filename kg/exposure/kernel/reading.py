"""From packed edges, page by page, to columns: what a projection is arranged from.

Bias: an edge that leads nowhere, or to itself, is left out; too many types are an error.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.exposure.kernel.names import Names, names_of
from kg.exposure.kernel.projection import Columns, Numbers, Projection, Words, arranged
from kg.graph.packed import ODD, SCALED, TYPE, Packed
from schemas.errors import StoreError

TYPES = 256
"""Edge types that one byte can tell apart."""
Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]


class _Page(NamedTuple):
    """A page of edges; nodes and types are numbered in the order of their coming."""

    head: Numbers
    tail: Numbers
    type: Bytes
    packed: Bytes
    length: Places


class _Numbering(dict[str, int]):
    """A number for each text, given when it first comes."""

    def __missing__(self, text: str) -> int:
        self[text] = found = len(self)
        return found

    def of(self, texts: Sequence[str]) -> Numbers:
        """The numbers of the texts."""
        return np.fromiter(map(self.__getitem__, texts), np.int32, len(texts))


def project(pages: Iterable[Packed], countries: Iterable[str]) -> Projection:
    """The arrays of these edges; edges without a far end, and loops, are left out."""
    nodes, types, ids = _Numbering(), _Numbering(), list[str]()
    read: list[_Page] = []
    for page in pages:
        read.append(_read(page, nodes, types))
        ids += page.edge_id
        if len(types) > TYPES:
            raise StoreError(f"over {TYPES} edge types", cure="load fewer plug-ins")
    order = sorted(nodes)
    if order[:1] == [""]:  # no node, but what stands for a far end that is not known
        del order[0]
    names, place = names_of(order), np.full(len(nodes), -1, dtype=np.int32)
    came = np.fromiter(map(nodes.__getitem__, order), np.int32, len(order))
    place[came] = np.arange(len(order), dtype=np.int32)
    return arranged(names, tuple(types), _columns(read, ids, place), names.numbers(countries))


def _read(page: Packed, nodes: _Numbering, types: _Numbering) -> _Page:
    return _Page(
        np.repeat(nodes.of(page.head), np.array(page.many, dtype=np.int64)),
        nodes.of(page.tail),
        types.of(page.type).astype(np.uint8),
        np.frombuffer(page.packed, dtype=np.uint8),
        np.array(page.length, dtype=np.int64),
    )


def _columns(pages: list[_Page], ids: list[str], place: Numbers) -> Columns:
    """All pages in one, each edge's bytes taken apart."""
    if not pages:
        return Columns.none()
    head, tail, kind, packed, length = map(np.concatenate, zip(*pages, strict=True))
    end = np.cumsum(length)
    head, tail = place[head], place[tail]
    kept = np.flatnonzero((tail >= 0) & (head != tail))
    head, tail, kind, end, begin = (x[kept] for x in (head, tail, kind, end, end - length))
    first = _word(packed, begin) | kind.astype(np.uint32) << np.uint32(TYPE)
    second = _word(packed, begin + 4)
    odd, scaled = second >> np.uint32(ODD) & 1, second >> np.uint32(SCALED) & 1
    odd_at, scaled_at = np.flatnonzero(odd), np.flatnonzero(scaled)
    identity, named = _identity(ids)
    return Columns(
        head, tail, first, second,
        _number(packed, begin[odd_at] + 8),
        _number(packed, begin[scaled_at] + 8 + 8 * odd[scaled_at]),
        identity[kept], named, *_citations(packed, begin + 8 + 8 * (odd + scaled), end),
    )  # fmt: skip


def _bytes_at(packed: Bytes, begin: Places, width: int) -> Bytes:
    found = np.empty((len(begin), width), dtype=np.uint8)
    for at in range(width):
        found[:, at] = packed[begin + at]
    return found


def _word(packed: Bytes, begin: Places) -> Words:
    return _bytes_at(packed, begin, 4).view("<u4")[:, 0].astype(np.uint32)


def _number(packed: Bytes, begin: Places) -> NDArray[np.float64]:
    return _bytes_at(packed, begin, 8).view("<f8")[:, 0].astype(np.float64)


def _identity(ids: list[str]) -> tuple[NDArray[np.uint64], Names | None]:
    """Ids of 16 hex digits are numbers; others are named, in the same order either way."""
    text = "".join(ids)
    with contextlib.suppress(ValueError):
        raw = bytes.fromhex(text)
        if set(map(len, ids)) == {16} and raw.hex() == text:
            return np.frombuffer(raw, dtype=">u8").astype(np.uint64), None
    order = sorted(set(ids))
    place = {own: at for at, own in enumerate(order)}
    return np.array([place[own] for own in ids], dtype=np.uint64), names_of(order)


def _citations(packed: Bytes, begin: Places, end: Places) -> tuple[NDArray[np.uint64], Places]:
    """The claims cited, as marks, and the edge that cites each."""
    many = (end - begin) // 8
    edge = np.repeat(np.arange(len(begin)), many)
    place = np.arange(len(edge)) - np.repeat(np.cumsum(many) - many, many)
    mark = _bytes_at(packed, begin[edge] + 8 * place, 8).view("<u8")[:, 0].astype(np.uint64)
    return mark, edge
