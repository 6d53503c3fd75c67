"""A state edge in a few bytes: what a shock needs to know of it, and which claims it cites.

Written beside the record when an edge is drawn, so that a graph of millions of edges is read
without its sentences. Little-endian: two words of 32 bits, then what did not fit, then 8 bytes
for each claim. Bias: a number that its bits cannot hold exactly is written in full behind them.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


_FRAME = struct.Struct("<IIIIQ")
FRAME = _FRAME.size
"""Bytes before those of `pack`: the numbers of head, tail and type, a mark, the id."""
NAMED = 1
"""The mark of an edge whose id is no number of 16 hex digits: its word's number stands there."""
NUMBER = re.compile(r"[0-9a-f]{16}")
"""An edge id that is a number."""


class Packed(NamedTuple):
    """A page of edges as bytes: all that the arrays of a kernel are made from.

    The bytes of the i-th edge (`framed`) are `length[i]` long and stand behind those of the one
    before it. `words` are numbered texts, each in one page, which need not be that of its edges.
    """

    words: Sequence[tuple[int, str]]
    length: Sequence[int]
    packed: bytes


class Grown(NamedTuple):
    """What became of a graph: the ids of edges that were taken out, and those written since.

    `many` is how often an edge was written.
    """

    erased: Sequence[str]
    pages: Iterable[Packed]
    many: int


Row = tuple[str, str, str, str, bytes]
"""An edge's head, type, tail, id and bytes."""


class Numbering(dict[str, int]):
    """A number for each text, given when it first comes."""

    def __missing__(self, text: str) -> int:
        self[text] = found = len(self)
        return found


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


def framed(row: Row, numbers: Mapping[str, int]) -> bytes:
    """The edge in bytes, with its ends, type and id by number."""
    head, type_, tail, edge_id, packed = row
    mark = 0 if NUMBER.fullmatch(edge_id) else NAMED
    own = numbers[edge_id] if mark else int(edge_id, 16)
    return _FRAME.pack(numbers[head], numbers[tail], numbers[type_], mark, own) + packed


def named(packed: bytes, at: int) -> set[int]:
    """The numbers of the words that the edge names whose bytes begin there."""
    head, tail, type_, mark, own = _FRAME.unpack_from(packed, at)
    return {head, tail, type_, own} if mark else {head, tail, type_}


def words_in(rows: Iterable[Row]) -> set[str]:
    """The texts that `framed` wants the numbers of."""
    found: set[str] = set()
    for head, type_, tail, edge_id, _ in rows:
        found |= {head, type_, tail} if NUMBER.fullmatch(edge_id) else {head, type_, tail, edge_id}
    return found


def paged(rows: Iterable[Row], numbers: Numbering) -> Packed:
    """Rows as a page; what they are the first to name is among its words."""
    known = len(numbers)
    edges = [framed(row, numbers) for row in rows]
    words = [(number, word) for word, number in islice(numbers.items(), known, None)]
    return Packed(words, [*map(len, edges)], b"".join(edges))


def pages(edges: Iterable[StateEdge]) -> Iterator[Packed]:
    """Edges packed, a page at a time."""
    ahead, numbers = iter(edges), Numbering()
    while page := list(islice(ahead, PAGE)):
        yield paged(((e.head, e.type, e.tail, e.edge_id, pack(e)) for e in page), numbers)


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
