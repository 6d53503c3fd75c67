"""Scores of pairs of mentions, in numpy: the same sums as `training.network.Network.score`.

The first layer over a pair is split by what it sums, so that all but the product of both ends is
worked out once a mention, or once a piece, instead of once a pair.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import erf

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Places = NDArray[np.int64]

DISTANCES = (6, 20, 60)
"""Pieces between two mentions: same phrase, same clause, same sentence, further."""


class Scores(NamedTuple):
    """Of every ordered pair of mentions (pairs x 2): logits of links, sameness and statuses."""

    pairs: Places
    links: Matrix
    same: Matrix
    status: Matrix


def score(heads: Mapping[str, Matrix], vectors: Matrix, spans: Places) -> Scores:
    """All pairs of the spans (rows of first piece, last piece, label) of one window."""
    many = len(spans)
    pairs = np.array([(i, j) for i in range(many) for j in range(many) if i != j], dtype=np.int64)
    one, other = pairs.reshape(-1, 2).T
    first, last, label = spans.T
    ends = np.concatenate([vectors[first], vectors[last], heads["label.weight"][label]], axis=1)
    head, tail = (np.tanh(_linear(heads, f"{end}.0", ends)) for end in ("head", "tail"))
    mixed = _mixed(heads, head, tail, one, other)
    mixed += _between(heads, vectors, first, last, one, other)
    mixed += _apart(heads, first, one, other) + heads["mix.0.bias"]
    mixed *= (0.5 * (1 + erf(mixed * np.float32(2**-0.5)))).astype(np.float32)  # GELU
    links = _linear(heads, "link", mixed)
    return Scores(pairs, links[:, :-1], links[:, -1], _linear(heads, "status", mixed))


def pooled(links: Matrix) -> Matrix:
    """One score a link of all pairs of mentions of two things (log-sum-exp)."""
    top = links.max(axis=0)
    found: Matrix = top + np.log(np.exp(links - top).sum(axis=0))
    return found


def _linear(heads: Mapping[str, Matrix], name: str, given: Matrix) -> Matrix:
    found: Matrix = given @ heads[f"{name}.weight"].T + heads[f"{name}.bias"]
    return found


def _parts(heads: Mapping[str, Matrix]) -> list[Matrix]:
    """The first layer's weights over head, tail, product, words between, distance."""
    whole = heads["mix.0.weight"]
    wide = len(whole)
    return np.split(whole, [wide, 2 * wide, 3 * wide, 4 * wide], axis=1)


def _mixed(
    heads: Mapping[str, Matrix], head: Matrix, tail: Matrix, one: Places, other: Places
) -> Matrix:
    of_head, of_tail, of_both, *_ = _parts(heads)
    found: Matrix = (head @ of_head.T)[one] + (tail @ of_tail.T)[other]
    found += (head[one] * tail[other]) @ of_both.T
    return found


def _between(
    heads: Mapping[str, Matrix], vectors: Matrix, first: Places, last: Places, one: Places,
    other: Places,
) -> Matrix:  # fmt: skip
    """What the words from one mention to the other add: the mean of their vectors."""
    low = np.minimum(first[one], first[other])
    high = np.maximum(last[one], last[other]) + 1
    weight = _parts(heads)[3]
    sums = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors.cumsum(axis=0)])
    seen = sums @ (weight @ heads["between.weight"]).T
    found: Matrix = (seen[high] - seen[low]) / (high - low)[:, None].astype(np.float32)
    return found + weight @ heads["between.bias"]


def _apart(heads: Mapping[str, Matrix], first: Places, one: Places, other: Places) -> Matrix:
    """What the distance and the order of the two mentions add."""
    ahead = first[other] - first[one]
    sort = (ahead > 0) * 4 + np.searchsorted(DISTANCES, np.abs(ahead))
    found: Matrix = (heads["apart.weight"] @ _parts(heads)[4].T)[sort]
    return found
