"""A spot: a stretch of one sentence that names or describes something, while it is being read.

Spots are working state, gathered on a `Board` for one story; the records of `schemas` are made
from them at the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kg.extract.tokens import Sentence
from kg.reference.known import Known

SpotSort = Literal["name", "demonym", "nominal", "anaphor"]
GOODS = frozenset({"Commodity", "Product"})  # the labels of what can be made, moved and sold


@dataclass(slots=True, eq=False)
class Spot:
    """Tokens `first` to `last` of a sentence; `head` is the token its relations hang on.

    `votes` are for labels, `parts` are (role, value), `thing` is the key it shares with the other
    spots of its thing, `name` what to show instead of its text. A policy has `issuers` and
    `objects`, a resolved anaphor an `antecedent`.
    """

    sentence: int
    first: int
    last: int
    head: int
    text: str
    sort: SpotSort
    label: str = ""
    known: Known | None = None
    votes: Counter[str] = field(default_factory=Counter)
    parts: list[tuple[str, str]] = field(default_factory=list)
    identifiers: list[tuple[str, str]] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    issuers: list[Spot] = field(default_factory=list)
    objects: list[Spot] = field(default_factory=list)
    antecedent: Spot | None = None
    thing: str = ""
    name: str = ""

    def part(self, role: str) -> str:
        """The first part of that role, or nothing."""
        return next((v for r, v in self.parts if r == role), "")


class Board:
    """The sentences of a story and the spots found in them, by position.

    `continents` are those that groups of makers were said to be of, `leads` the firm of each
    person who leads one.
    """

    def __init__(self, sentences: list[Sentence]) -> None:
        self.sentences = sentences
        self.spots: list[Spot] = []
        self._at: dict[tuple[int, int], Spot] = {}
        self._within: dict[int, list[Spot]] = defaultdict(list)
        self.continents: list[Known] = []
        self.leads: dict[str, Spot] = {}

    def add(self, spot: Spot) -> bool:
        """Enter the spot unless its tokens are taken; says whether it was entered."""
        cells = [(spot.sentence, i) for i in range(spot.first, spot.last + 1)]
        if any(c in self._at for c in cells):
            return False
        self.attach(spot)
        self._at.update(dict.fromkeys(cells, spot))
        return True

    def firm_of(self, spot: Spot) -> Spot | None:
        """The firm a spot stands for: itself, or the firm that a person leads."""
        return spot if spot.label == "Firm" else self.leads.get(spot.thing)

    def dominant(self, label: str) -> Spot | None:
        """The thing of that label that the story is about: named twice as often as any other."""
        counts = Counter(
            x.thing for x in self.spots if x.label == label and x.thing and x.sort != "demonym"
        )
        first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        if first[1] < 2 or first[1] < 2 * second[1]:
            return None
        return next(x for x in self.spots if x.thing == first[0])

    def recent(self, labels: tuple[str, ...], sentence: int, reach: int = 3) -> Spot | None:
        """The thing of such a label that the sentences before were about."""
        for back in range(sentence, max(sentence - reach, 0) - 1, -1):
            fitting = [x for x in self.within(back) if x.thing and x.label in labels]
            subjects = [x for x in fitting if self.sentence(x).tokens[x.head].dep == "nsubj"]
            if back < sentence and (subjects or fitting):
                return (subjects or fitting)[0]
        return None

    def attach(self, spot: Spot) -> None:
        """Keep a spot that stands in a bracket, outside the parsed tokens."""
        self.spots.append(spot)
        self._within[spot.sentence].append(spot)

    def drop(self, spot: Spot) -> None:
        """Take the spot off the board."""
        self.spots.remove(spot)
        self._within[spot.sentence].remove(spot)
        for i in range(spot.first, spot.last + 1):
            self._at.pop((spot.sentence, i), None)

    def at(self, sentence: int, token: int) -> Spot | None:
        """The spot that covers the token."""
        return self._at.get((sentence, token))

    def within(self, sentence: int) -> list[Spot]:
        """The spots of one sentence, left to right."""
        return sorted(self._within.get(sentence, ()), key=lambda s: s.first)

    def in_order(self) -> Iterator[Spot]:
        """All spots in reading order."""
        return iter(sorted(self.spots, key=lambda s: (s.sentence, s.first)))

    def sentence(self, spot: Spot) -> Sentence:
        """The sentence a spot stands in."""
        return self.sentences[spot.sentence]
