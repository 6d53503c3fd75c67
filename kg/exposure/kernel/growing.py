"""A projection brought up to date with the edges that were written since: the cold one, sooner.

The arrays are merged, not sorted anew. An edge that was written once more takes the place of the
one with its id; what no edge leads to any more is gone. Bias: whatever could come out other than
from the beginning has no result here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.exposure.kernel.names import Names, names_of
from kg.exposure.kernel.projection import (
    Arrows,
    Columns,
    Known,
    Marks,
    Numbers,
    Projection,
    Real,
    Wide,
    Words,
    assembled,
    beside,
    places,
    settled,
    sparse,
)
from kg.exposure.kernel.reading import TYPES, read
from kg.graph.packed import NUMBER, ODD, PARALLEL, SCALED, TYPE, Grown

__all__ = ["grown"]

_KIND = np.uint32((1 << TYPE) - 1)
_SIDES: tuple[Literal["left"], Literal["right"]] = ("left", "right")
Places = NDArray[np.int64]


class _Seats(NamedTuple):
    """Where edges stand after the merge: the former ones (-1: gone), and the new ones."""

    former: Numbers
    new: Places


def grown(graph: Projection, since: Grown, countries: Iterable[str]) -> Projection | None:
    """The projection after all that; None where it must be made anew.

    StoreError as from `reading.project`.
    """
    found = read(since.pages)
    new, types = found.columns, sorted({*graph.types, *found.types})
    if graph.ids or new.ids or len(types) > TYPES:
        return None
    nodes, former, later = _named(graph.nodes, found.nodes)
    new = new._replace(head=later[new.head], tail=later[new.tail],
                       first=_retyped(new.first, tuple(found.types), types))  # fmt: skip
    edges = _edges(graph, former, types)
    gone = np.isin(edges.identity, np.concatenate([new.identity, _numbers(since.erased)]))
    merged, seats = _merged(edges, new, ~gone)
    touched = (edges.head[gone], edges.tail[gone], new.head, new.tail)
    _mark_parallel(merged, np.concatenate(touched), len(nodes))
    marks = _marks(graph, new, seats)
    nodes, merged = _without_idle_nodes(nodes, merged)
    told, merged = _without_idle_types(types, merged)
    return assembled(Known(nodes, told, None, nodes.numbers(countries)), merged, marks)


def _numbers(edge_ids: Iterable[str]) -> Wide:
    """The ids as numbers; others than of 16 hex digits are of no edge here."""
    return np.array([int(id_, 16) for id_ in edge_ids if NUMBER.fullmatch(id_)], dtype=np.uint64)


def _without_idle_nodes(nodes: Names, edges: Arrows) -> tuple[Names, Arrows]:
    """Only the nodes that an edge still leads from or to."""
    busy = np.zeros(len(nodes), dtype=np.bool_)
    busy[edges.head] = busy[edges.tail] = True
    if busy.all():
        return nodes, edges
    place = (np.cumsum(busy) - 1).astype(np.int32)
    return nodes.only(busy), edges._replace(head=place[edges.head], tail=place[edges.tail])


def _without_idle_types(types: list[str], edges: Arrows) -> tuple[tuple[str, ...], Arrows]:
    """Only the types that an edge still is of."""
    busy = np.bincount(edges.first >> np.uint32(TYPE), minlength=len(types)) > 0
    left = [type_ for type_, is_busy in zip(types, busy.tolist(), strict=True) if is_busy]
    return tuple(left), edges._replace(first=_retyped(edges.first, tuple(types), left))


def _named(names: Names, found: list[str]) -> tuple[Names, Numbers, Numbers]:
    """All names in order, the place of each of the former among them, and of each found one."""
    seats = [names.place(text) for text in found]
    known = [names.stands(text, at) for text, at in zip(found, seats, strict=True)]
    at, there = np.array(seats, dtype=np.int64), np.array(known, dtype=np.bool_)
    fresh = names_of([text for text, is_known in zip(found, known, strict=True) if not is_known])
    before = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(~there)])
    moved = np.bincount(at[~there], minlength=len(names) + 1).cumsum()
    former = (np.arange(len(names)) + moved[: len(names)]).astype(np.int32)
    later = (at + before[:-1]).astype(np.int32)
    return names.with_(fresh, at[~there]), former, later


def _retyped(first: Words, told: tuple[str, ...], types: list[str]) -> Words:
    """The first words with the number that the type has among these."""
    if list(told) == types:
        return first
    place = {type_: at for at, type_ in enumerate(types)}
    moved = np.array([place.get(type_, 0) for type_ in told], dtype=np.uint32)
    renamed: Words = moved[first >> np.uint32(TYPE)] << np.uint32(TYPE)
    return first & _KIND | renamed


def _edges(graph: Projection, former: Numbers, types: list[str]) -> Arrows:
    """The edges of the projection under the new numbers of nodes and types."""
    head = np.repeat(former, np.diff(graph.out.start))
    first = _retyped(graph.out.first, graph.types, types)
    return Arrows(head, former[graph.out.other], first, graph.out.second, graph.identity)


def _merged(edges: Arrows, new: Columns, kept: NDArray[np.bool_]) -> tuple[Arrows, _Seats]:
    """Both in one order."""
    order = np.lexsort((new.identity, new.head))
    if not kept.all():
        edges = edges.at(kept)
    own = Arrows(new.head, new.tail, new.first, new.second, new.identity).at(order)
    low, high = (np.searchsorted(edges.head, own.head, side=side) for side in _SIDES)
    rows = zip(low.tolist(), high.tolist(), own.identity, strict=True)
    at = low + np.array([np.searchsorted(edges.identity[a:b], id_) for a, b, id_ in rows], np.int64)
    seat = at + np.arange(len(at))
    free = np.ones(len(edges.head) + len(at), dtype=np.bool_)
    free[seat] = False
    former = np.full(len(kept), -1, dtype=np.int32)
    former[kept] = np.flatnonzero(free)
    new_seats = np.empty(len(at), dtype=np.int64)
    new_seats[order] = seat
    return edges.with_(own, at), _Seats(former, new_seats)


def _mark_parallel(edges: Arrows, ends: Numbers, size: int) -> None:
    """Mark anew the edges that have both ends among these: beside others nothing changed."""
    met = np.zeros(size, dtype=np.bool_)
    met[ends] = True
    some = np.flatnonzero(met[edges.head] & met[edges.tail])
    mark = beside(edges.head[some], edges.tail[some], size) << np.uint32(PARALLEL)
    edges.second[some] = edges.second[some] & ~np.uint32(1 << PARALLEL) | mark


def _marks(graph: Projection, new: Columns, seats: _Seats) -> Marks:
    """What few edges have, and who cites what, for all edges where they stand now."""
    citing = seats.former[graph.citing]
    still = citing >= 0
    cited, order = graph.cited[still], np.argsort(new.mark)
    at = np.searchsorted(cited, new.mark[order])
    new_citing = seats.new[new.edge][order].astype(np.int32)
    return Marks(
        *_few(graph.odd_at, graph.odd, seats, (places(new.second, ODD), new.odd)),
        *_few(graph.scaled_at, graph.scaled, seats, (places(new.second, SCALED), new.scaled)),
        *settled(np.insert(cited, at, new.mark[order]), np.insert(citing[still], at, new_citing)),
    )


def _few(
    at: Numbers, values: Real, seats: _Seats, new: tuple[Places, Real]
) -> tuple[Numbers, Real]:
    here = seats.former[at]
    still = here >= 0
    seated = np.concatenate([here[still], seats.new[new[0]].astype(np.int32)])
    return sparse(seated, np.concatenate([values[still], new[1]]))
