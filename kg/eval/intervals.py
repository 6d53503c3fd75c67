"""How far chance alone could move a figure: the bootstrap over stories, with a fixed seed.

Stories are drawn with replacement, all their counts together. Bias: the interval is of stories like
these; it says nothing of other kinds of text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.eval.score import Score
from kg.eval.tally import SHARES, Kind, Tally

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Interval", "intervals"]

Interval = tuple[float, float]
ByStory = Mapping[tuple[str, ...], Mapping[Kind, Tally]]
WITHIN = 0.025, 0.975
"""The quantiles between which 95 of 100 samples lie."""
BLOCK = 50  # samples drawn at once, so that many stories fit in memory


def intervals(found: Score, *, samples: int, seed: int) -> dict[Kind, Interval]:
    """The 95 % interval of each part and kind: of its F1, or of the share that is right.

    A kind that no sample counts has none.
    """
    import numpy as np

    names = [sheet.story for sheet in found.sheets]
    rng = np.random.default_rng(seed)
    drawn = rng.multinomial(len(names), [1 / len(names)] * len(names), size=samples)
    singly: ByStory = {(sheet.story,): sheet.tallies for sheet in found.sheets}
    pairs: ByStory = found.across.tallies
    place = {name: number for number, name in enumerate(names)}
    made: dict[Kind, Interval] = {}
    for by_story in (singly, pairs):
        for kind in dict.fromkeys(k for tallies in by_story.values() for k in tallies):
            sums = _sums(drawn.astype(float), by_story, kind, place)
            if (interval := _interval(sums, share=kind[0] in SHARES)) is not None:
                made[kind] = interval
    return made


def _sums(
    drawn: NDArray[np.float64], by_story: ByStory, kind: Kind, place: Mapping[str, int]
) -> NDArray[np.float64]:
    """Hits, extras and misses of the kind in each sample; a pair counts as often as both do."""
    import numpy as np

    held = [(key, tallies[kind]) for key, tallies in by_story.items() if kind in tallies]
    counts = np.array([(t.tp, t.fp, t.fn) for _, t in held], dtype=float)
    at = np.array([[place[name] for name in key] for key, _ in held])
    blocks = [drawn[n : n + BLOCK] for n in range(0, len(drawn), BLOCK)]
    return np.concatenate([block[:, at].prod(axis=2) @ counts for block in blocks])


def _interval(sums: NDArray[np.float64], *, share: bool) -> Interval | None:
    import numpy as np

    right, extra, missed = sums.T
    whole = right + extra if share else 2 * right + extra + missed
    if not (some := whole > 0).any():
        return None
    low, high = np.quantile((right if share else 2 * right)[some] / whole[some], WITHIN)
    return float(low), float(high)
