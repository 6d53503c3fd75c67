"""Pairs of mentions are scored as the network was trained to score them."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import erf

from kg.extract.reader.heads import DISTANCES, pooled, score

WIDE, PAIR, NAMED, APART, LINKS, STATUSES = 12, 8, 3, 2, 5, 4


@pytest.fixture(scope="module")
def heads():
    draw = np.random.default_rng(7)
    shapes = {
        "label.weight": (6, NAMED), "apart.weight": (8, APART),
        "head.0.weight": (PAIR, 2 * WIDE + NAMED), "head.0.bias": (PAIR,),
        "tail.0.weight": (PAIR, 2 * WIDE + NAMED), "tail.0.bias": (PAIR,),
        "between.weight": (PAIR, WIDE), "between.bias": (PAIR,),
        "mix.0.weight": (PAIR, 4 * PAIR + APART), "mix.0.bias": (PAIR,),
        "link.weight": (LINKS + 1, PAIR), "link.bias": (LINKS + 1,),
        "status.weight": (STATUSES, PAIR), "status.bias": (STATUSES,),
    }  # fmt: skip
    return {name: draw.normal(size=s).astype(np.float32) for name, s in shapes.items()}


def plainly(heads, vectors, one, other):
    """One pair as the network's definition has it, nothing shared or split."""
    def linear(name, given):
        return heads[f"{name}.weight"] @ given + heads[f"{name}.bias"]

    def end(name, span):
        ends = [vectors[span[0]], vectors[span[1]], heads["label.weight"][span[2]]]
        return np.tanh(linear(f"{name}.0", np.concatenate(ends)))

    low, high = min(one[0], other[0]), max(one[1], other[1])
    between = linear("between", vectors[low : high + 1].mean(axis=0))
    ahead = other[0] - one[0]
    far = int(ahead > 0) * 4 + sum(abs(ahead) > d for d in DISTANCES)
    head, tail = end("head", one), end("tail", other)
    mixed = linear("mix.0", np.concatenate(
        [head, tail, head * tail, between, heads["apart.weight"][far]]))  # fmt: skip
    mixed = mixed * (1 + erf(mixed / np.sqrt(2))) / 2
    return linear("link", mixed), linear("status", mixed)


def test_split_sums_are_the_whole_sums(heads):
    vectors = np.random.default_rng(1).normal(size=(90, WIDE)).astype(np.float32)
    spans = [[0, 2, 1], [4, 4, 0], [1, 1, 5], [30, 33, 2], [88, 89, 3]]
    found = score(heads, vectors, np.array(spans))
    assert len(found.pairs) == len(spans) * (len(spans) - 1)
    for at, (i, j) in enumerate(found.pairs.tolist()):
        links, status = plainly(heads, vectors, spans[i], spans[j])
        assert found.links[at] == pytest.approx(links[:-1], abs=1e-4)
        assert found.same[at] == pytest.approx(links[-1], abs=1e-4)
        assert found.status[at] == pytest.approx(status, abs=1e-4)


def test_several_mentions_say_at_least_what_the_strongest_says():
    links = np.array([[1.0, -20.0], [-3.0, -25.0]], dtype=np.float32)
    both = pooled(links)
    assert both[0] >= 1.0
    assert both[0] == pytest.approx(np.log(np.exp(1.0) + np.exp(-3.0)), abs=1e-5)
    assert pooled(links[:1]) == pytest.approx(links[0])
