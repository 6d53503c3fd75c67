"""A state edge in a few bytes: what a shock needs to know of it, and which claims it cites.

Written beside the record when an edge is drawn, so that a graph of millions of edges is read
without its sentences. Little-endian: two words of 32 bits, then what did not fit, then 8 bytes
for each claim. Bias: a number that its bits cannot hold exactly is written in full behind them.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import islice
from typing import NamedTuple

from schemas.answer import StateEdge
from schemas.base import STATUSES, edge_types

MILLION = 1_000_000
"""Confidence is counted in millionths: the state graph rounds to six places."""
CONFIDENCE, DAY = (1 << 20) - 1, (1 << 22) - 1
"""Masks: the confidence in the first word, the day (1: 1 January of year 1) in the second."""
STATUS, REFERENCE, TYPE = 20, 23, 24
"""First bit of the status and of the type in the first word, and the bit of a reference edge."""
SIGN, SCALED, ODD, PARALLEL = 22, 24, 25, 26
"""First bit of the sign (0 none, 1 plus, 2 minus) and the marks in the second word.

The type and the mark of an edge that is not alone between its ends are left to the reader.
"""
_SIGNS = {None: 0, "+": 1, "-": 2}
_AMOUNTS = {"stake", "weight"}  # the only scales that a percentage as an amount can mean
_AT = {status: at for at, status in enumerate(STATUSES)}
PAGE = 50_000
"""Edges handed over at once."""


class Packed(NamedTuple):
    """A page of edges, column by column: all that the arrays of a kernel are made from.

    Each head is given once for `many` edges in a row; the bytes of the i-th edge are `length[i]`
    long and stand in `packed` behind those of the one before it.
    """

    head: Sequence[str]
    many: Sequence[int]
    tail: Sequence[str]
    type: Sequence[str]
    edge_id: Sequence[str]
    length: Sequence[int]
    packed: bytes


Row = tuple[str, str, str, str, bytes]
"""An edge's head, type, tail, id and bytes."""


def pack(edge: StateEdge) -> bytes:
    """The edge in bytes, without its ends, type and id."""
    millionths = round(edge.confidence * MILLION)
    odd = not 0 <= millionths <= MILLION or millionths / MILLION != edge.confidence
    name = scale_of(edge.type)
    share = scale(edge, name)
    seen = edge.last_attested.last() if edge.last_attested else None
    first = (0 if odd else millionths) | _AT[edge.status] << STATUS | edge.reference << REFERENCE
    second = seen.toordinal() if seen else 0
    second |= _SIGNS[edge.sign] << SIGN | (share != 1.0) << SCALED | odd << ODD
    rest = ([edge.confidence] if odd else []) + ([share] if share != 1.0 else [])
    cited = b"".join(cite(claim.claim_id) for claim in edge.claims)
    return struct.pack(f"<II{len(rest)}d", first, second, *rest) + cited


def cite(claim_id: str) -> bytes:
    """Eight bytes that stand for a claim id."""
    return blake2b(claim_id.encode("utf-8", "surrogatepass"), digest_size=8).digest()


def paged(rows: Sequence[Row]) -> Packed:
    """Rows as a page."""
    heads, types, tails, ids, packed = zip(*rows, strict=True)
    return Packed(heads, [1] * len(rows), tails, types, ids, [*map(len, packed)], b"".join(packed))


def pages(edges: Iterable[StateEdge]) -> Iterator[Packed]:
    """Edges packed, a page at a time."""
    ahead = iter(edges)
    while page := list(islice(ahead, PAGE)):
        yield paged([(e.head, e.type, e.tail, e.edge_id, pack(e)) for e in page])


def scale_of(type_: str) -> str:
    """The name of the property that scales the type's transmissions; the first where several."""
    kind = edge_types().get(type_)
    names = sorted({t.scale for t in kind.transmissions if t.scale}) if kind else []
    return names[0] if names else ""


def scale(edge: StateEdge, name: str) -> float:
    """The edge's share, stake or weight in 0..1; 1 where it has none or it cannot be read."""
    if not name:
        return 1.0
    given = dict(edge.more).get(name, "")
    unit = "percent" if given.endswith("%") else ""
    if not given and name in _AMOUNTS and edge.unit in {"%", "percent"}:
        given, unit = edge.amount, "percent"
    try:
        value = float(given.rstrip("% "))
    except ValueError:
        return 1.0
    value = value / 100 if unit or value > 1 else value
    return min(max(value, 0.0), 1.0)
