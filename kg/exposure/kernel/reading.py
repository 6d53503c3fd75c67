"""From packed edges, page by page, to columns: what a projection is arranged from.

Bias: an edge that leads nowhere, or to itself, is left out; too many types are an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.exposure.kernel.names import Names, names_of
from kg.exposure.kernel.projection import Columns, Numbers, Projection, Wide, Words, arranged
from kg.graph.packed import FRAME, NAMED, ODD, SCALED, TYPE, Packed
from schemas.errors import StoreError

TYPES = 256
"""Edge types that one byte can tell apart."""
WIDE = 8
"""The bytes of all edges are a multiple of this: they are taken apart as numbers of 64 bits."""
Places = NDArray[np.int64]


class _Told(NamedTuple):
    """All edges: the bytes as wide numbers, and where each edge begins and ends among those."""

    bytes: Wide
    begin: Places
    end: Places

    def at(self, place: int) -> Wide:
        """The wide number at that place of each edge."""
        return self.bytes[self.begin + place]


class Read(NamedTuple):
    """Edges as columns, and what the numbers of nodes and types stand for there, in order."""

    nodes: list[str]
    types: list[str]
    columns: Columns


def project(pages: Iterable[Packed], countries: Iterable[str]) -> Projection:
    """The arrays of these edges; edges without a far end, and loops, are left out.

    StoreError where the pages are of no one content, or name too many types.
    """
    found = read(pages)
    names = names_of(found.nodes)
    return arranged(names, tuple(found.types), found.columns, names.numbers(countries))


def read(pages: Iterable[Packed]) -> Read:
    """These edges as columns, but for those without a far end, and loops; errors as `project`."""
    words: dict[int, str] = {}
    lengths, bytes_ = [], []
    for page in pages:
        words.update(page.words)
        lengths.append(np.asarray(page.length, dtype=np.int64))
        bytes_.append(page.packed)
    told = _kept(_told(lengths, bytes_), words)
    ends, type_ = told.at(0), _low(told.at(1))
    head, tail = _low(ends), _high(ends)
    nodes, types = _used(words, head, tail), _used(words, type_)
    if len(types) > TYPES:
        raise StoreError(f"over {TYPES} edge types", cure="load fewer plug-ins")
    place, kind = _places(words, nodes), _places(words, types)
    columns = _columns(told, (place[head], place[tail]), kind[type_].astype(np.uint32), words)
    return Read([words[n] for n in nodes], [words[n] for n in types], columns)


def _kept(told: _Told, words: dict[int, str]) -> _Told:
    """The edges that lead from one node to another."""
    ends = told.at(0)
    nowhere = [number for number, word in words.items() if not word]
    kept = (_low(ends) != _high(ends)) & ~np.isin(_high(ends), nowhere)
    return told if kept.all() else _Told(told.bytes, told.begin[kept], told.end[kept])


def _places(words: dict[int, str], order: list[int]) -> Numbers:
    """For each word's number its place in that order; -1 for none."""
    place = np.full(_most(words), -1, dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    return place


def _told(lengths: list[Places], bytes_: list[bytes]) -> _Told:
    length = np.concatenate([np.zeros(0, dtype=np.int64), *lengths])
    joined = b"".join(bytes_)
    if len(joined) != length.sum() or (length % WIDE).any():
        raise StoreError("the edges' bytes are not whole", cure="run `kg store rebuild`")
    end = np.cumsum(length // WIDE)
    return _Told(np.frombuffer(joined, dtype="<u8"), end - length // WIDE, end)


def _low(wide: Wide) -> Words:
    return wide.astype(np.uint32)


def _high(wide: Wide) -> Words:
    return (wide >> np.uint64(32)).astype(np.uint32)


def _most(words: dict[int, str]) -> int:
    return max(words, default=0) + 1


def _used(words: dict[int, str], *columns: Words) -> list[int]:
    """The numbers that stand in these columns, in the order of their words."""
    met = np.zeros(_most(words), dtype=np.bool_)
    for column in columns:
        if len(column) and column.max() >= len(met):
            raise StoreError("an edge of nothing known", cure="run `kg store rebuild`")
        met[column] = True
    asked = met.tolist()
    found = [number for number in words if asked[number]]
    if len(found) != np.count_nonzero(met):
        raise StoreError("an edge of nothing known", cure="run `kg store rebuild`")
    return sorted(found, key=words.__getitem__)


def _columns(
    told: _Told, ends: tuple[Numbers, Numbers], kind: Words, words: dict[int, str]
) -> Columns:
    """Each edge's bytes taken apart."""
    identity, named = _identity(told, words)
    both = told.at(3)
    first, second = _low(both) | kind << np.uint32(TYPE), _high(both)
    odd, scaled = second >> np.uint32(ODD) & 1, second >> np.uint32(SCALED) & 1
    odd_at, scaled_at = np.flatnonzero(odd), np.flatnonzero(scaled)
    begin = told.begin + FRAME // WIDE + 1
    real = told.bytes.view("<f8")
    return Columns(
        *ends, first, second,
        real[begin[odd_at]], real[begin[scaled_at] + odd[scaled_at]],
        identity, named, *_citations(told, begin + odd + scaled),
    )  # fmt: skip


def _identity(told: _Told, words: dict[int, str]) -> tuple[Wide, Names | None]:
    """Ids of 16 hex digits are numbers; where others are among them all are named, in order."""
    own, named = told.at(2), _high(told.at(1)) == NAMED
    if not named.any():
        return own, None
    pairs = zip(own.tolist(), named.tolist(), strict=True)
    ids = [words[number] if is_word else f"{number:016x}" for number, is_word in pairs]
    order = sorted(set(ids))
    place = {id_: at for at, id_ in enumerate(order)}
    return np.array([place[id_] for id_ in ids], dtype=np.uint64), names_of(order)


def _citations(told: _Told, begin: Places) -> tuple[Wide, Places]:
    """The claims cited, as marks, and the edge that cites each."""
    many = told.end - begin
    edge = np.repeat(np.arange(len(begin)), many)
    place = np.arange(len(edge)) - np.repeat(np.cumsum(many) - many, many)
    return told.bytes[begin[edge] + place], edge
