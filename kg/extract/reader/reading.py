"""What the network sees in one story: windows of sentences, tags, links between mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from kg.extract.reader.heads import pooled, score

if TYPE_CHECKING:
    from kg.extract.reader.heads import Matrix, Scores
    from kg.extract.reader.weights import Reader
    from schemas.base import Status

TOGETHER, WIDE, BACK = 5, 200, 2
"""A window: at most so many sentences and pieces; the next begins so many sentences before its
end, so that links between neighbours are seen whole."""
LEAST = 0.02
"""Links below this chance are not given."""


class Seen(NamedTuple):
    """A mention as tagged: clean offsets, label, by name or only described, its least chance."""

    start: int
    end: int
    label: str
    named: bool
    chance: float


class Span(NamedTuple):
    """A mention whose links are asked for: clean offsets, label, the key of its thing."""

    start: int
    end: int
    label: str
    thing: str


class Link(NamedTuple):
    """A link between two things: its chance, the two mentions that say it best, the statuses.

    `head` and `tail` are numbers of the spans asked for; `name` is a type, with the sign of an
    effect; `statuses` are chances by status.
    """

    chance: float
    head: int
    name: str
    tail: int
    statuses: Mapping[Status, float]


class Window(NamedTuple):
    """Pieces `first` to `last` (not itself) of the story, and their vectors."""

    first: int
    last: int
    vectors: Matrix


class Reading(NamedTuple):
    """A story as the network reads it: pieces' offsets, chances of their tags, its windows."""

    reader: Reader
    offsets: list[tuple[int, int]]
    tags: Matrix
    windows: list[Window]

    def mentions(self) -> list[Seen]:
        """The mentions that it tags, left to right."""
        names = self.reader.tags
        tags = [names[t] for t in self.tags.argmax(axis=1)]
        found = []
        for first, last, label in runs(tags):
            start, end = self.offsets[first][0], self.offsets[last][1]
            chance = float(self.tags[first : last + 1].max(axis=1).min())
            found.append(Seen(start, end, label.rstrip("~"), not label.endswith("~"), chance))
        return found

    def labels(self, start: int, end: int, *, named: bool = True) -> dict[str, float]:
        """The mean chance of each label over these characters; "" for none at all.

        Of what names a thing, or else of what only describes it ("the miner").
        """
        own = self._pieces(start, end, 0, len(self.offsets))
        found: dict[str, float] = defaultdict(float)
        if own:
            mean = self.tags[own[0] : own[-1] + 1].mean(axis=0)
            for name, chance in zip(self.reader.tags, mean, strict=True):
                if name == "O" or name.endswith("~") != named:
                    found[name.partition("-")[2].rstrip("~")] += float(chance)
        return found

    def links(self, spans: Sequence[Span]) -> list[Link]:
        """The links between the spans' things, each from the window that is surest of it."""
        best: dict[tuple[str, str, str], Link] = {}
        for window in self.windows:
            for link in self._within(window, spans):
                key = spans[link.head].thing, link.name, spans[link.tail].thing
                best[key] = max(link, best.get(key, link), key=lambda k: k.chance)
        return sorted(best.values(), key=lambda k: (-k.chance, k.head, k.name, k.tail))

    def same(self, spans: Sequence[Span]) -> Iterator[tuple[int, int, float]]:
        """Pairs of the spans (their numbers) and the chance that both mean one thing."""
        for window in self.windows:
            own, rows = self._rows(window, spans)
            if len(own) > 1:
                scores = score(self.reader.heads, window.vectors, np.array(rows, dtype=np.int64))
                chances = _sigmoid(scores.same).tolist()
                for (i, j), chance in zip(scores.pairs.tolist(), chances, strict=True):
                    yield own[i], own[j], chance

    def _within(self, window: Window, spans: Sequence[Span]) -> Iterator[Link]:
        own, rows = self._rows(window, spans)
        if len(own) < 2:
            return
        scores = score(self.reader.heads, window.vectors, np.array(rows, dtype=np.int64))
        cells: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, (i, j) in enumerate(scores.pairs.tolist()):
            ends = spans[own[i]].thing, spans[own[j]].thing
            if ends[0] != ends[1]:
                cells[ends].append(at)
        for of_both in cells.values():
            yield from self._told(own, scores, of_both)

    def _rows(self, window: Window, spans: Sequence[Span]) -> tuple[list[int], list[list[int]]]:
        """The spans that stand in the window, and their first piece, last piece and label."""
        own, rows = list[int](), list[list[int]]()
        for at, span in enumerate(spans):
            pieces = self._pieces(span.start, span.end, window.first, window.last)
            if pieces and span.label in self.reader.labels:
                own.append(at)
                label = self.reader.labels.index(span.label)
                rows.append([pieces[0] - window.first, pieces[-1] - window.first, label])
        return own, rows

    def _told(self, own: Sequence[int], scores: Scores, at: Sequence[int]) -> Iterator[Link]:
        """What the pairs of mentions of two things say of them."""
        chances = _sigmoid(pooled(scores.links[at]))
        for link in np.flatnonzero(chances > LEAST).tolist():
            row = at[int(scores.links[at, link].argmax())]
            head, tail = scores.pairs[row].tolist()
            statuses = dict(zip(self.reader.statuses, _chances(scores.status[row]), strict=True))
            yield Link(
                float(chances[link]), own[head], self.reader.links[link], own[tail], statuses
            )

    def _pieces(self, start: int, end: int, first: int, last: int) -> range:
        """The pieces from `first` to `last` that share a character with these."""
        low = bisect_right(self.offsets, start, first, last, key=itemgetter(1))
        return range(low, bisect_left(self.offsets, end, low, last, key=itemgetter(0)))


def read(reader: Reader, text: str, sentences: Sequence[tuple[int, int]]) -> Reading:
    """The story's clean text, its sentences given by their offsets, in order."""
    pieces = reader.pieces(text)
    tags = np.zeros((len(pieces.ids), len(reader.tags)), np.float32)
    times = np.zeros((len(pieces.ids), 1), np.float32)
    windows = []
    for first, last in _windows(_bounds(pieces.offsets, sentences)):
        vectors, scores = reader.run(pieces.ids[first:last])
        tags[first:last] += _softmax(scores)
        times[first:last] += 1
        windows.append(Window(first, last, vectors))
    tags[times[:, 0] == 0, 0] = 1  # what stands in no sentence is tagged as nothing
    np.divide(tags, times, out=tags, where=times > 0)
    return Reading(reader, pieces.offsets, tags, windows)


def _bounds(
    offsets: Sequence[tuple[int, int]], sentences: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The first piece of each sentence and the one behind its last."""
    found, at = [], 0
    for start, end in sentences:
        while at < len(offsets) and offsets[at][1] <= start:
            at += 1
        first = at
        while at < len(offsets) and offsets[at][0] < end:
            at += 1
        if at > first:
            found.append((first, at))
    return found


def _windows(bounds: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Runs of sentences that are read together; one that is too long is cut."""
    at = 0
    while at < len(bounds):
        end = at + 1
        while (
            end < len(bounds)
            and end - at < TOGETHER
            and bounds[end][1] - bounds[at][0] <= WIDE
        ):
            end += 1
        first, last = bounds[at][0], bounds[end - 1][1]
        yield first, min(last, first + WIDE + 20)
        if end == len(bounds):
            return
        at = max(end - BACK, at + 1)


def runs(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, last, label) of the runs of tags; a run may begin without its B."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(tags):
        at, _, label = tag.partition("-")
        if at == "I" and found and found[-1][1:] == (i - 1, label):
            found[-1] = (found[-1][0], i, label)
        elif at != "O":
            found.append((i, i, label))
    return found


def _softmax(scores: Matrix) -> Matrix:
    grown = np.exp(scores - scores.max(axis=-1, keepdims=True))
    found: Matrix = grown / grown.sum(axis=-1, keepdims=True)
    return found


def _sigmoid(scores: Matrix) -> Matrix:
    found: Matrix = np.reciprocal(1 + np.exp(-scores))
    return found


def _chances(scores: Matrix) -> list[float]:
    found: list[float] = _softmax(scores).tolist()
    return found
