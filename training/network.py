"""The network: a small encoder that tags mentions and scores the links between them.

A link between two things is scored over all pairs of their mentions, since any of them may be the
one that says it; the strongest decides. A pair is seen as its two ends, their labels, the words
from one to the other and how far apart they are. Needs torch and transformers (extra `train`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel

from training.labels import INNER, LABELS, LINKS, OUTER, STATUSES, Span

WIDE, PAIR, NAMED, APART = 384, 256, 24, 16
"""Widths: of the encoder, of a pair, of a label, of a distance."""
DISTANCES = (6, 20, 60)
"""Pieces between two mentions: same phrase, same clause, same sentence, further."""
NEVER = -30.0
"""The score of what no pair of mentions could say."""


class Scores(NamedTuple):
    """Of every pair of mentions (first, second): is each link, is the same thing, each status."""

    pairs: Tensor
    links: Tensor
    same: Tensor
    status: Tensor


class Network(nn.Module):
    """Tags and scores; `place` is a folder with the weights of a BERT of 384 dimensions."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(place, add_pooling_layer=False)
        self.outer, self.inner = nn.Linear(WIDE, len(OUTER)), nn.Linear(WIDE, len(INNER))
        self.label, self.apart = nn.Embedding(len(LABELS), NAMED), nn.Embedding(8, APART)
        self.head = nn.Sequential(nn.Linear(2 * WIDE + NAMED, PAIR), nn.Tanh())
        self.tail = nn.Sequential(nn.Linear(2 * WIDE + NAMED, PAIR), nn.Tanh())
        self.between = nn.Linear(WIDE, PAIR)
        self.mix = nn.Sequential(nn.Linear(4 * PAIR + APART, PAIR), nn.GELU(), nn.Dropout(0.1))
        self.link, self.status = nn.Linear(PAIR, len(LINKS) + 1), nn.Linear(PAIR, len(STATUSES))
        self.drop = nn.Dropout(0.1)

    def read(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Texts (rows of piece ids, and which count) as vectors: texts x pieces x 384."""
        return self.drop(self.encoder(pieces, attention_mask=mask).last_hidden_state)

    def score(self, read: Tensor, spans: Sequence[Span]) -> Scores:
        """Every ordered pair of the mentions of one text (pieces x 384)."""
        many = range(len(spans))
        pairs = torch.tensor([(i, j) for i in many for j in many if i != j]).reshape(-1, 2)
        first, last, label = torch.tensor([s[:3] for s in spans]).T
        ends = torch.cat([read[first], read[last], self.label(label)], -1)
        one, other = pairs.T
        head, tail = self.head(ends)[one], self.tail(ends)[other]
        low = torch.minimum(first[one], first[other])
        high = torch.maximum(last[one], last[other]) + 1
        total = torch.cat([torch.zeros(1, WIDE), read.cumsum(0)])
        between = self.between((total[high] - total[low]) / (high - low).unsqueeze(1))
        ahead = first[other] - first[one]
        apart = (ahead > 0).long() * 4 + torch.bucketize(ahead.abs(), torch.tensor(DISTANCES))
        mixed = self.mix(torch.cat([head, tail, head * tail, between, self.apart(apart)], -1))
        links = self.link(mixed)
        return Scores(pairs, links[:, :-1], links[:, -1], self.status(mixed))


def pooled(links: Tensor, cell: Tensor, cells: int) -> Tensor:
    """Scores of pairs of things from those of their mentions (log-sum-exp): cells x links.

    `cell` is the pair of things that each pair of mentions belongs to.
    """
    top = torch.full((cells, links.shape[1]), -1e4).scatter_reduce(
        0, cell[:, None].expand_as(links), links.detach(), "amax"
    )
    total = torch.zeros(cells, links.shape[1]).index_add(0, cell, torch.exp(links - top[cell]))
    return torch.where(total > 0, top + torch.log(total.clamp_min(1e-9)), torch.tensor(NEVER))
