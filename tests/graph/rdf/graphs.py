"""Small graphs that are the same on every run: what searches in other languages are checked on."""

from __future__ import annotations

import hashlib

from schemas.base import STATUSES
from schemas.claim import Resolved
from tests.graph.factories import claim, resolved, story

WORDS = ("arlen", "borvik", "cadmos", "dorrit", "elvane", "fastolf", "gundry", "hesper")
TYPES = ("ACQUIRES", "PARTNERS_WITH", "SUPPLIES", "COMPETES_WITH", "OWNS")


def numbers(seed: str, count: int) -> list[int]:
    """So many (32 at most) numbers of 0..255 that the seed alone decides."""
    return list(hashlib.sha256(seed.encode()).digest()[:count])


def graph(at: int) -> list[Resolved]:
    """The stories of one graph: 4 to 8 firms and 6 to 15 links, now and then one without a tail."""
    size, links, *_ = numbers(f"size {at}", 2)
    firms = [f"firm:{word}" for word in WORDS[: 4 + size % 5]]
    batch = []
    for link in range(6 + links % 10):
        head, step, type_, status, bare = numbers(f"link {at} {link}", 5)
        told = story(f"g{at}s{link}", f"Story {link} of graph {at}.", published="2025-06-09")
        one = firms[head % len(firms)]
        other = firms[(head + 1 + step % (len(firms) - 1)) % len(firms)]
        said = claim(
            told, one, TYPES[type_ % len(TYPES)], other, status=STATUSES[status % len(STATUSES)]
        )
        if bare % 12 == 0:
            gone = {"type": "HALTS_PRODUCTION", "tail": "", "tail_node": "", "tail_type": ""}
            said = said.model_copy(update=gone)
        batch.append(resolved(told, said))
    return batch


def graphs(count: int) -> list[list[Resolved]]:
    """So many batches of stories, each the whole of one graph."""
    return [graph(at) for at in range(count)]
