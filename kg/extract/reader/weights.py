"""The network's weights, and the one module that knows onnxruntime and tokenizers.

A folder holds `encoder.onnx` (int8: words to vectors and tags), `heads.npz` (what scores pairs of
mentions, float32), `tokenizer.json` and `reader.json`: the names of tags and links, the digest of
each file, and what was measured. Bias: a file that is not the one the card names is an error.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from schemas.base import Status
from schemas.errors import ModelMissing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

PLACE = Path(__file__).parent / "weights"
CARD = "reader.json"
FILES = ("encoder.onnx", "heads.npz", "tokenizer.json")
CURE = "`make train` makes one; KG_READER=off reads by rules alone"


class Pieces(NamedTuple):
    """The word pieces of a text: their ids and the characters each stands for."""

    ids: list[int]
    offsets: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A network ready to run: the names of what it tells apart, and its arrays."""

    labels: tuple[str, ...]
    links: tuple[str, ...]
    statuses: tuple[Status, ...]
    tags: tuple[str, ...]
    heads: Mapping[str, Matrix]
    tokenizer: Any
    session: Any

    def pieces(self, text: str) -> Pieces:
        """The text as word pieces, without marks at its ends."""
        cut = self.tokenizer.encode(text, add_special_tokens=False)
        return Pieces(cut.ids, cut.offsets)

    def run(self, ids: Sequence[int]) -> tuple[Matrix, Matrix]:
        """Vectors (pieces x 384) and tag scores (pieces x tags) of pieces, read together."""
        import numpy as np

        ends = [self.tokenizer.token_to_id(mark) for mark in ("[CLS]", "[SEP]")]
        row = np.array([[ends[0], *ids, ends[1]]], dtype=np.int64)
        vectors, tags = self.session.run(None, {"pieces": row, "mask": np.ones_like(row)})
        return vectors[0, 1:-1], tags[0, 1:-1]


@functools.lru_cache(maxsize=2)
def load(place: Path = PLACE) -> Reader:
    """The reader in the folder; ModelMissing where it lacks a file or one was changed."""
    import numpy as np
    import onnxruntime
    from tokenizers import Tokenizer

    card = _card(place)
    for name in FILES:
        _demand(place / name, card["sha256"].get(name, ""))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # workers are processes
    session = onnxruntime.InferenceSession(
        str(place / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
    )
    with np.load(place / "heads.npz") as heads:
        arrays = {name: heads[name] for name in heads.files}
    return Reader(
        labels=tuple(card["labels"]), links=tuple(card["links"]),
        statuses=tuple(card["statuses"]), tags=tuple(card["tags"]), heads=arrays,
        tokenizer=Tokenizer.from_file(str(place / "tokenizer.json")), session=session,
    )  # fmt: skip


def _card(place: Path) -> dict[str, Any]:
    try:
        card = json.loads((place / CARD).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelMissing(f"no reader in {place}: {error}", cure=CURE) from error
    if not isinstance(card, dict):
        raise ModelMissing(f"{place / CARD} is no reader's card", cure=CURE)
    return card


def _demand(path: Path, digest: str) -> None:
    """The file is there, whole, and the one that the card describes."""
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise ModelMissing(f"the reader lacks {path.name}: {error}", cure=CURE) from error
    if found != digest:
        raise ModelMissing(
            f"{path} is not the file its card names: SHA-256 {found[:12]}…, not {digest[:12]}…",
            cure=CURE,
        )
