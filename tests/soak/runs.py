"""The runs of a soak that any store takes: kills, writers at once, long lives."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from kg.graph.contract import STEPS
from kg.graph.memory import Memory
from tests.graph.generated import stories
from tests.graph.killing import WHILE, Ended, Held, Runner, examine, moment, prefixes
from tests.graph.living import live
from tests.graph.stateful import Life
from tests.graph.stores import Fresh, digest_of, open_at
from tests.graph.writing import together
from tests.soak.figures import Figures

KNOWN = "2025-07-01"
Run = Callable[[], Figures]


def found(what: str, ends: list[Ended], held: list[Held]) -> Figures:
    """The figures of writers that ended early."""
    pairs = [pair for pair in zip(ends, held, strict=True) if pair[1].wrong not in {"", "lost"}]
    errors = tuple(f"{end.acknowledged} acknowledged: {one.wrong}" for end, one in pairs)
    lost = sum(h.wrong == "lost" for h in held)
    return Figures(what, len(ends), sum(e.acknowledged for e in ends), lost, 0, errors)


def kills(
    fresh: Fresh, folder: Path, count: int, *, within: int = WHILE, whole: int = 1
) -> Figures:
    """Writers killed at a moment of their own, each on a store that was empty.

    Every so many of them the `whole` of the store is examined.
    """
    expected = prefixes(":memory:")
    ends, held = [], []
    with Runner() as runner:
        for number in range(count):
            ends.append(runner.kill_after(fresh(folder / str(number)), *moment(number, within)))
            held.append(examine(ends[-1], expected, whole=number % whole == 0))
    return found("writer killed at any moment", ends, held)


def steps(fresh: Fresh, folder: Path, each: int = 1) -> Figures:
    """Writers that kill themselves at every named step of a write."""
    expected = prefixes(":memory:")
    ends, held = [], []
    with Runner() as runner:
        for number in range(each):
            for step in STEPS:
                at = (7 + number * 11) % 10  # one of the first ten deeds: they are additions
                ends.append(runner.kill_at(fresh(folder / f"{step}{number}"), step, at))
                held.append(examine(ends[-1], expected))
    assert {e.status for e in ends} == {-signal.SIGKILL}
    return found("writer killed at a step", ends, held)


def writers(fresh: Fresh, folder: Path, writers: int = 8, count: int = 200) -> Figures:
    """Writers at once on one store, with stories that overlap."""
    done = together(fresh(folder), writers, count)
    errors = (*done.errors, *(() if done.same else ("not as one writer leaves it",)))
    what = f"{writers} writers of {count} stories"
    return Figures(what, done.told, done.written, done.lost, done.doubled, tuple(errors))


def lives(fresh: Fresh, folder: Path, seeds: int, steps: int) -> Figures:
    """Long lives beside the specification and the model."""

    class Lives(Life):
        pass

    Lives.fresh = {"store": lambda _: fresh(folder)}
    errors = tuple(_failure(Lives(), steps, seed) for seed in range(1, seeds + 1))
    wrong = tuple(error for error in errors if error)
    return Figures("steps of random lives", seeds * steps, seeds * steps, 0, 0, wrong)


def _failure(life: Life, steps: int, seed: int) -> str:
    try:
        live(life, steps, seed)
    except AssertionError as error:
        return f"seed {seed}: {str(error)[:200]}"
    return ""


def same(fresh: Fresh, folder: Path, count: int, size: int = 50) -> Figures:
    """Generated stories in batches: as the specification has them, and as rebuilt."""
    oracle, told = Memory(), list(stories(count))
    errors = []
    with closing(open_at(fresh(folder))) as store:
        for at in range(0, count, size):
            for one in (store, oracle):
                one.add(told[at : at + size], known_from=KNOWN)
        expected = digest_of(oracle, most=200)
        errors += [] if digest_of(store, most=200) == expected else ["not as the specification"]
        store.rebuild()
        errors += [] if digest_of(store, most=200) == expected else ["not as rebuilt"]
        lost = {r.story.story_id for r in told} - set(store.story_ids())
    return Figures("generated stories", count, count - len(lost), len(lost), 0, tuple(errors))


def common(
    fresh: Fresh, folder: Path, *, quick: bool, longest: tuple[int, int]
) -> Iterator[tuple[str, Run]]:
    """What is done with every store beside the kills; `longest` are lives and their steps."""
    sizes = (4, 40) if quick else (8, 200)
    yield "writers", partial(writers, fresh, folder / "writers", *sizes)
    yield "lives", partial(lives, fresh, folder / "lives", *((2, 40) if quick else longest))
    yield "stories", partial(same, fresh, folder / "stories", 200 if quick else 2000)
