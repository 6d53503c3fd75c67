"""Which stories carry one text: equal word for word, or near enough to be the same wire copy.

A body is a digest of all words and, where there are enough of them, marks (the least hashes of
its word runs: MinHash, bottom-k) and the words themselves as small hashes, so that two bodies are
compared exactly and without their texts. Bias: two witnesses too many rather than one too few;
sentences that are alike but for a number, a name or a "not" are of two stories, not of one.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import islice, pairwise
from operator import or_
from typing import NamedTuple

from kg.graph.words import Token, sentences

__all__ = ["bodies", "body_of", "copied", "marks"]

RUN = 5
"""Words in a row that are compared as one: no sentence shares one with another by chance."""
LEAST, MOST = 16, 600
"""Words that a text must have to be compared by runs, and the first ones that are."""
MARKS, SHARED = 8, 2
"""Least hashes kept, and how many of them two texts must share before they are compared: of two
texts that share two thirds of their runs one pair in 400 does not, of those with half one in 30."""
HELD = 0.8
"""The share of the shorter one's runs that a copy has in common with the other."""
NUMBER, NAME, NEGATES, FLAGS = 1, 2, 4, 3
"""What a coded word tells, as bits, and how many bits they are."""
WEIGHT = {NUMBER: 16, NAME: 4}
"""How much rather a run with such a word is a mark: what all reports of a series share has none."""
ALIKE = 0.5
"""The share of words from which on two sentences are two forms of one."""
FEW = 12
"""Texts that share a mark and are compared, where all are witnesses of one edge."""
COMPARED = 1 << 17
"""Comparisons that are remembered: an edge that is often told of is weighed again and again."""
_DIGEST, _MARK = 16, 8  # hex digits
_KEY = _DIGEST + MARKS * _MARK

Sentence = tuple[int, ...]


class Spoken(NamedTuple):
    """What a sentence says: its words, and those of them that are numbers, names or denials."""

    words: frozenset[int]
    numbers: frozenset[int]
    names: frozenset[int]
    denials: frozenset[int]


class Text(NamedTuple):
    """A body opened: its sentences, and its runs of words."""

    sentences: frozenset[Spoken]
    runs: frozenset[Sentence]


def body_of(whole: str, told: str) -> str:
    """The body of a story of that whole text, of which `told` is what follows the headline."""
    spaced = " ".join(whole.split()).casefold()
    digest = hashlib.sha256(spaced.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    coded = _coded(told)
    runs = _runs(coded)
    if len(runs) <= LEAST - RUN:
        return digest
    least = nsmallest(MARKS, {_weighed(run) for run in _windows(n for s in coded for n in s)})
    packed = b"".join(n.to_bytes(2, "big") for s in coded for n in (*s, 0))
    marked = "".join(mark for _, mark in least)
    return f"{digest}{marked}~{base64.b85encode(packed).decode('ascii')}"


@functools.lru_cache(maxsize=8192)
def marks(body: str) -> frozenset[str]:
    """What a copy of the body shares with it: the digest of all words, or `SHARED` of the rest."""
    held = body.partition("~")[0]
    least = range(_DIGEST, len(held), _MARK)
    return frozenset([held[:_DIGEST], *(held[at : at + _MARK] for at in least)])


def copied(one: str, other: str) -> bool:
    """Whether two bodies are one text: by every word, or near enough."""
    if one[:_DIGEST] == other[:_DIGEST]:
        return True
    return len(marks(one) & marks(other)) >= SHARED and _near(*sorted((one, other)))


def _near(one: str, other: str) -> bool:
    key = one[:_KEY], other[:_KEY]
    found = _compared.get(key)
    if found is None:
        if len(_compared) >= COMPARED:
            _compared.clear()
        left, right = _opened(one), _opened(other)
        least = min(len(left.runs), len(right.runs))
        found = len(left.runs & right.runs) >= HELD * least and not _differ(left, right)
        _compared[key] = found
    return found


_compared: dict[tuple[str, str], bool] = {}


def bodies(given: Iterable[str], most: int | None = FEW) -> dict[str, str]:
    """Each body with the one that it is told by: the longest that it is a copy of, or itself.

    Two texts are never one by way of a third: a cut one that fits both goes with the longer. A
    body is compared with so many at most that share a mark: a series whose reports share all
    that they are found by is not compared in full.
    """
    first: dict[str, str] = {}
    bearing: dict[str, list[str]] = {}
    for body in sorted(set(given), key=_longest):
        met = dict.fromkeys(o for mark in marks(body) for o in bearing.get(mark, [])[:most])
        found = min((o for o in met if copied(body, o)), key=_longest, default=body)
        first[body] = found
        for mark in marks(body) if found == body else ():
            bearing.setdefault(mark, []).append(body)
    return first


def _longest(body: str) -> tuple[int, str]:
    return -len(body), body


# ------------------------------------------------------------------------ words as small numbers


def _coded(text: str) -> list[Sentence]:
    """The sentences of the text's first words: of each word a hash of 13 bits and three flags."""
    left, found = MOST, []
    for sentence in sentences(text, MOST):
        found.append(tuple(_code(token) for token in islice(sentence, left)))
        left -= len(found[-1])
    return [s for s in found if s]


def _code(token: Token) -> int:
    flags = NUMBER * token.number | NAME * token.name | NEGATES * token.negates
    return _hash(token.text) << FLAGS | flags


@functools.lru_cache(maxsize=65536)
def _hash(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") % 8191 + 1


def _weighed(run: Sentence) -> tuple[int, str]:
    """The run's hash, the smaller the more its words tell, and its mark."""
    packed = b"".join((n >> FLAGS).to_bytes(2, "big") for n in run)
    mark = hashlib.blake2b(packed, digest_size=8).hexdigest()[:_MARK]
    flags = functools.reduce(or_, run)
    weight = WEIGHT[NUMBER] if flags & NUMBER else WEIGHT[NAME] if flags & NAME else 1
    return int(mark, 16) // weight, mark


def _runs(coded: Iterable[Sentence]) -> frozenset[Sentence]:
    return frozenset(_windows(n >> FLAGS for sentence in coded for n in sentence))


def _windows(words: Iterable[int]) -> Iterator[Sentence]:
    every = list(words)
    return zip(*(every[at:] for at in range(RUN)), strict=False)


@functools.lru_cache(maxsize=4096)
def _opened(body: str) -> Text:
    packed = base64.b85decode(body.partition("~")[2])
    numbers = [int.from_bytes(packed[at : at + 2], "big") for at in range(0, len(packed), 2)]
    ends = [-1, *(at for at, n in enumerate(numbers) if not n)]
    coded = [tuple(numbers[a + 1 : b]) for a, b in pairwise(ends)]
    return Text(frozenset(map(_spoken, coded)), _runs(coded))


def _spoken(words: Sentence) -> Spoken:
    flags = (NUMBER, NAME, NEGATES)
    told = (frozenset(n >> FLAGS for n in words if n & flag) for flag in flags)
    return Spoken(frozenset(n >> FLAGS for n in words), *told)


def _differ(left: Text, right: Text) -> bool:
    """Whether two sentences that are forms of one tell another number, name or denial."""
    own, others = left.sentences - right.sentences, right.sentences - left.sentences
    return any(_alike(s, o) and _tells_other(s, o) for s in own for o in others)


def _alike(one: Spoken, other: Spoken) -> bool:
    return len(one.words & other.words) >= ALIKE * len(one.words | other.words)


def _tells_other(one: Spoken, other: Spoken) -> bool:
    pairs = (one.numbers, other.numbers), (one.names, other.names)
    return one.denials != other.denials or any(a - b and b - a for a, b in pairs)
