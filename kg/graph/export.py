"""The canonical export: the contract's flat rows, one JSON object a line.

Equal content gives equal bytes, whatever the order in which it came.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TextIO

from kg.graph.contract import Store, View
from kg.graph.flat import FIELDS

__all__ = ["FIELDS", "jsonl", "lines", "sound", "sound_rows"]

_HALF = re.compile("[\ud800-\udfff]")


def jsonl(store: Store, stream: TextIO) -> int:
    """Write the store's rows as JSON lines; gives how many."""
    count = 0
    for line in lines(store, store.view()):
        stream.write(line)
        count += 1
    return count


def lines(store: Store, view: View) -> Iterator[str]:
    """The rows of `sound_rows`, one JSON object a line."""
    return (json.dumps(row, ensure_ascii=False) + "\n" for row in sound_rows(store, view))


def sound_rows(store: Store, view: View) -> Iterator[dict[str, object]]:
    """The store's rows as of the view, in texts that a file in UTF-8 can hold."""
    for row in store.rows(view.as_of, view.known_at):
        yield {n: sound(v) if isinstance(v, str) else v for n, v in row.items()}


def sound(text: str) -> str:
    """The text without half characters, which no file in UTF-8 can hold."""
    return text if text.isascii() else _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
