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

    def place(self, name: str) -> int:
        """How many of the texts stand before this one."""
        wanted, low, high = _encoded(name), 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self._bytes(middle) < wanted:
                low = middle + 1
            else:
                high = middle
        return low

    def number(self, name: str) -> int | None:
        """The text's number; None where it is not there."""
        at = self.place(name)
        return at if self.stands(name, at) else None

    def stands(self, name: str, at: int) -> bool:
        """Whether it is this text that stands at that place."""
        return at < len(self) and self._bytes(at) == _encoded(name)

    def numbers(self, names: Iterable[str]) -> NDArray[np.int32]:
        """The numbers of those of these texts that are there, sorted."""
        found = (self.number(name) for name in names)
        return np.array(sorted(n for n in found if n is not None), dtype=np.int32)

    def only(self, kept: NDArray[np.bool_]) -> Names:
        """Those that are kept."""
        lengths = np.diff(self.start)
        start = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths[kept])])
        return Names(self.text[np.repeat(kept, lengths)], start)

    def with_(self, others: Names, at: NDArray[np.int64]) -> Names:
        """Those and the others, each before the text of that place."""
        if not len(others):
            return self
        cuts = np.repeat(self.start[at], np.diff(others.start))
        lengths = np.insert(np.diff(self.start), at, np.diff(others.start))
        start = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])
        return Names(np.insert(self.text, cuts, others.text), start)


def names_of(texts: Sequence[str]) -> Names:
    """Texts that are sorted already, as arrays."""
    joined = "".join(texts)
    each = texts if joined.isascii() else [_encoded(text) for text in texts]
    start = np.zeros(len(each) + 1, dtype=np.int64)
    np.cumsum([*map(len, each)], out=start[1:])
    return Names(np.frombuffer(_encoded(joined), dtype=np.uint8), start)


def _encoded(text: str) -> bytes:
    # UTF-8 sorts as Python sorts texts: by code point.
    return text.encode("utf-8", "surrogatepass")
