"""The order of things in their columns, with few crossings, and the heights that follow from it.

Bias: short, straight lines before the order of scores; where nothing crosses, the stronger is
above.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

SWEEPS = 10

Near = Mapping[int, Sequence[int]]


def ordered(columns: Sequence[Sequence[int]], left: Near, right: Near) -> list[list[int]]:
    """The columns, each sorted by the middle of what its things are joined to (Sugiyama 1981)."""
    rows = [list(column) for column in columns]
    best, least = rows, _crossings(rows, right)
    for sweep in range(SWEEPS):
        near, order = (left, rows) if sweep % 2 == 0 else (right, rows[::-1])
        for before, row in pairwise(order):
            place = {n: i / max(1, len(before) - 1) for i, n in enumerate(before)}
            own = {n: i for i, n in enumerate(row)}
            row.sort(key=lambda n: (_mean(n, near, place, own, len(row)), own[n]))
        crossed = _crossings(rows, right)
        if crossed < least:
            best, least = [list(r) for r in rows], crossed
    return [list(r) for r in best]


def _mean(
    node: int, near: Near, place: Mapping[int, float], own: Mapping[int, int], many: int
) -> float:
    met = [place[n] for n in near.get(node, ()) if n in place]
    return sum(met) / len(met) if met else own[node] / max(1, many - 1)


def _crossings(rows: Sequence[Sequence[int]], right: Near) -> int:
    total = 0
    for row, following in pairwise(rows):
        place = {n: i for i, n in enumerate(following)}
        ends = [e for node in row for e in sorted(place[n] for n in right.get(node, ()))]
        total += sum(a > b for i, a in enumerate(ends) for b in ends[i + 1 :])
    return total


def heights(
    rows: Sequence[Sequence[int]], tall: Sequence[float], left: Near, right: Near, gap: float
) -> dict[int, float]:
    """The middle of every thing: as near to those it is joined to as its neighbours allow."""
    middle: dict[int, float] = {}
    for row in rows:
        middle |= _stacked(row, [0.0] * len(row), tall, gap)
    for sweep in range(SWEEPS):
        nears = [left, right] if sweep >= SWEEPS - 2 else [(left, right)[sweep % 2]]
        for row in rows if sweep % 2 == 0 else rows[::-1]:
            wish = [_wish(n, nears, middle) for n in row]
            middle |= _stacked(row, wish, tall, gap)
    return middle


def _wish(node: int, nears: Sequence[Near], middle: Mapping[int, float]) -> float:
    met = [middle[n] for near in nears for n in near.get(node, ())]
    return sum(met) / len(met) if met else middle[node]


def _stacked(
    row: Sequence[int], wish: Sequence[float], tall: Sequence[float], gap: float
) -> dict[int, float]:
    """The wishes, kept apart: least squares under an order (pool adjacent violators)."""
    offset, offsets = 0.0, []
    for at, node in enumerate(row):
        offset += (tall[row[at - 1]] + tall[node]) / 2 + gap if at else 0.0
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for want, off in zip(wish, offsets, strict=True):
        total, many = want - off, 1
        while pools and pools[-1][0] / pools[-1][1] > total / many:
            before = pools.pop()
            total, many = total + before[0], many + before[1]
        pools.append((total, many))
    level = [total / many for total, many in pools for _ in range(many)]
    return {n: x + off for n, x, off in zip(row, level, offsets, strict=True)}
