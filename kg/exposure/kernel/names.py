"""Texts numbered in their own order, in two arrays: found by halving, never held as objects.

Bias: a text that is not there has no number; nothing is rounded to a neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Names:
    """Sorted texts, the i-th in `text[start[i]:start[i + 1]]` as UTF-8."""

    text: NDArray[np.uint8]
    start: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.start) - 1

    def __getitem__(self, at: int) -> str:
        return self._bytes(at).decode("utf-8", "surrogatepass")

    def _bytes(self, at: int) -> bytes:
        return self.text[self.start[at] : self.start[at + 1]].tobytes()

    def number(self, name: str) -> int | None:
        """The text's number; None where it is not there."""
        wanted, low, high = _encoded(name), 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low if low < len(self) and self._bytes(low) == wanted else None

    def numbers(self, names: Iterable[str]) -> NDArray[np.int32]:
        """The numbers of those of these texts that are there, sorted."""
        found = (self.number(name) for name in names)
        return np.array(sorted(n for n in found if n is not None), dtype=np.int32)


def names_of(texts: Sequence[str]) -> Names:
    """Texts that are sorted already, as arrays."""
    encoded = [_encoded(text) for text in texts]
    start = np.zeros(len(encoded) + 1, dtype=np.int64)
    np.cumsum([len(e) for e in encoded], out=start[1:])
    return Names(np.frombuffer(b"".join(encoded), dtype=np.uint8), start)


def _encoded(text: str) -> bytes:
    # UTF-8 sorts as Python sorts texts: by code point.
    return text.encode("utf-8", "surrogatepass")
