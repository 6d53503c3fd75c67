"""Writes to a server over a line that breaks around their COMMIT."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import NamedTuple

from kg.graph.contract import Added, Store
from kg.graph.memory import Memory
from kg.resolve.judged import judgement
from schemas.errors import StoreError
from schemas.evidence import Setback
from tests.graph.cast import Chance
from tests.graph.generated import story
from tests.graph.stores import digest_of, open_at
from tests.soak.proxy import CUTS, Proxy

KNOWN = "2025-07-01"
MOST = 20_000
"""Bytes within which a line is cut that is cut anywhere; a write of a story has about as many."""
Verb = Callable[[Store], object]


class Outcome(NamedTuple):
    """What became of writes whose line was cut: how many were acknowledged, how many refused.

    `lost` were acknowledged and are not there; `unsure` were refused and are there all the same.
    """

    cuts: int
    acknowledged: int
    refused: int
    unsure: int
    lost: int
    doubled: int
    failed: list[str]
    same: bool


def verb(number: int) -> Verb:
    """The write of that number: stories, now and then a judgement or a setback."""
    if number % 10 == 3:
        ends = f"firm:{number}", "firm:norland-bank"
        merge = judgement(sort="merge", ends=ends, who="me", made=KNOWN)
        return lambda store: store.judge(merge)
    if number % 10 == 6:
        gone = judgement(sort="retract", ends=(_id(number - 1), ""), who="me", made=KNOWN)
        return lambda store: store.judge(gone)
    if number % 10 == 9:
        return lambda store: store.set_aside(Setback(where=f"{number}.txt", why="empty"))
    batch = [story(number), story(number // 2)]
    return lambda store: store.add(batch, known_from=KNOWN)


def _id(number: int) -> str:
    return story(number).story.story_id


def cut_off(address: str, count: int) -> Outcome:
    """So many writes to an empty store, the line of each cut up to three times.

    A write that was refused is repeated over a whole line.
    """
    chance, oracle = Chance("cut"), Memory()
    acknowledged = refused = unsure = lost = doubled = 0
    failed: list[str] = []
    with Proxy(address) as proxy, closing(open_at(address)) as direct:
        store = open_at(proxy.address)
        for number in range(count):
            act = verb(number)
            expected = act(oracle)
            before = direct.stamp(), digest_of(direct, most=0)
            cut, times = CUTS[number % len(CUTS)], 1 + number // len(CUTS) % 3
            proxy.arm(cut, left=chance.below(MOST), times=times)
            try:
                given = act(store)
            except StoreError as error:
                refused += 1
                failed += [] if "\n" not in str(error) else [str(error)]
                direct.clear("")  # a write: it waits for one that the server may still be ending
                unsure += digest_of(direct, most=0) != before[1]
                given = _again(act, proxy, store, failed)
            else:
                acknowledged += 1
                direct.clear("")
                lost += digest_of(direct, most=0) != digest_of(oracle, most=0)
            if isinstance(given, Added) and isinstance(expected, Added):
                doubled += given.stories > expected.stories
        proxy.disarm()
        store.close()
        same = digest_of(direct) == digest_of(oracle)
        return Outcome(
            proxy.cuts, acknowledged, refused, unsure, lost, doubled, failed, same
        )


def _again(act: Verb, proxy: Proxy, store: Store, failed: list[str]) -> object:
    """The write repeated over a whole line; it must come through."""
    proxy.disarm()
    try:
        return act(store)
    except StoreError as error:
        failed.append(str(error))
        return None
