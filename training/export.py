"""Make a reader of trained weights: `python -m training.export --from build/reader --out DIR`.

The encoder becomes int8 ONNX, what scores pairs a small numpy file; the card names tags, links,
digests and how well the exported reader itself reads the passages kept aside. Needs the extra
`train`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random  # noqa: TID251 - seeded

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from kg.extract.reader import weights
from training.labels import LABELS, LINKS, OUTER, STATUSES, Example
from training.network import Network
from training.passages import read
from training.train import PASSAGES, apart, batched, examples, minilm, scored

HEADS = ("label", "apart", "head", "tail", "between", "mix", "link", "status")
"""The parts of the network that score pairs."""


class Encoder(nn.Module):
    """What runs as ONNX: pieces to vectors and outer tags."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Texts x pieces to texts x pieces x 384, and x tags."""
        read = self.network.encoder(pieces, attention_mask=mask).last_hidden_state
        return read, self.network.outer(read)


def encoder(network: Network, out: Path) -> None:
    """Write the encoder as int8 ONNX."""
    pieces = torch.randint(1000, 2000, (1, 12))
    axes = {name: {1: "t"} for name in ("pieces", "mask", "vectors", "tags")}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            Encoder(network), (pieces, torch.ones_like(pieces)), str(whole), dynamo=False,
            input_names=["pieces", "mask"], output_names=["vectors", "tags"],
            dynamic_axes=axes, opset_version=17,
        )  # fmt: skip
        quantize_dynamic(
            whole, out / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True,
            reduce_range=True,  # a processor without VNNI adds products of 8 bits in 16
        )  # fmt: skip


def heads(network: Network, out: Path) -> None:
    """Write what scores pairs of mentions."""
    held = {
        name: tensor.numpy().astype(np.float32)
        for name, tensor in network.state_dict().items()
        if name.partition(".")[0] in HEADS
    }
    np.savez(out / "heads.npz", **held)


def card(out: Path, figures: dict[str, object]) -> None:
    """Write the card: names, figures, and the digest of each file as it is now."""
    told = {
        "labels": LABELS,
        "links": LINKS,
        "statuses": STATUSES,
        "tags": OUTER,
        "figures": figures,
        "sha256": {
            name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in weights.FILES
        },
    }
    (out / weights.CARD).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


@torch.no_grad()
def equal(network: Network, out: Path, told: Sequence[Example]) -> float:
    """The share of pieces that the exported reader tags as the network does."""
    reader = weights.load(out)
    same = total = 0
    for e in told:
        ids, *_ = batched([e])
        wanted = network.outer(network.encoder(ids).last_hidden_state)[0].argmax(-1).numpy()
        _, tags = reader.run(e.pieces[1:-1])
        same += int((tags.argmax(-1) == wanted[1:-1]).sum())
        total += len(tags)
    return round(same / total, 4)


def main() -> None:
    """Read the options and export."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--from", dest="trained", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=weights.PLACE)
    told = parser.parse_args()
    place = minilm()
    network = Network(place)
    network.load_state_dict(torch.load(told.trained / "network.pt"))
    network.eval()
    told.out.mkdir(parents=True, exist_ok=True)
    encoder(network, told.out)
    heads(network, told.out)
    pieces = Tokenizer.from_file(str(place / "tokenizer.json"))
    pieces.no_padding()
    pieces.no_truncation()
    pieces.save(str(told.out / "tokenizer.json"))
    lines, kept = apart(list(read(PASSAGES)))
    aside = examples(kept, pieces, Random(1))
    figures: dict[str, object] = {"passages": len(lines), "aside": len(kept)}
    figures["aside_float32"] = scored(network, aside)
    card(told.out, figures)
    network.eval()
    card(told.out, figures | {"tags_equal_in_int8": equal(network, told.out, aside)})


if __name__ == "__main__":
    main()
