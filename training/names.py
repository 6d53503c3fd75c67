"""Names that predict nothing: made up, or drawn from the reference universe, at random.

A firm of one passage is Kestrel Foods Ltd, the next time Huaxin Semiconductor or BMW; only what is
said around it can tell what it is. Bias: a name may clash with its sentence ("Chilean miner
Nordsjø AB"); what a name suggests must not be relied on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from random import Random  # noqa: TID251 - the caller seeds it

from kg.reference.universe import universe
from training.passages import Form

Forms = Mapping[Form, str]
Draw = Callable[[Random], Forms]

KNOWN = 0.35
"""The share of names that are drawn from the reference universe."""
TRADE, LEGAL, SHORT, SITE = 0.5, 0.4, 0.7, 0.2
"""How often a made-up firm has a trade and a legal form, its short name neither; a place a site."""

TRIES = 50
"""Draws after which a name may stand twice in a passage."""


@cache
def words() -> dict[str, tuple[str, ...]]:
    """The parts of names, by sort."""
    text = resources.files("training").joinpath("words.tsv").read_text("utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {sort: tuple(values.split("|")) for sort, values in lines}


@cache
def _known() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """(node, text) of the universe's surfaces, by label and sort; those with a sort apart."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for surface in universe().surfaces():
        found[surface.known.label, surface.sort].append((surface.known.node, surface.text))
    return {key: tuple(values) for key, values in found.items()}


@cache
def _lands() -> tuple[Forms, ...]:
    """The countries that have all forms of a name."""
    names = {sort: dict(reversed(_known()["Country", sort])) for sort in ("demonym", "metonym")}
    return tuple(
        {"": text, "s": text, "a": names["demonym"][node], "c": names["metonym"][node]}
        for node, text in _known()["Country", "name"]
        if node in names["demonym"] and node in names["metonym"]
    )


class Names:
    """Names for the slots of one passage, each drawn when first asked for."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._given: dict[str, Forms] = {}

    def name(self, slot: str, form: Form) -> str:
        """The slot's name in that form: the same for the same slot, another for another one."""
        if slot not in self._given:
            self._given[slot] = self._fresh(_DRAW[slot[0]])
        return self._given[slot][form]

    def _fresh(self, draw: Draw) -> Forms:
        """Names that no slot has yet, unless there are hardly any left of their sort."""
        taken = {own[""] for own in self._given.values()}
        drawn = (draw(self._random) for _ in range(TRIES))
        return next((names for names in drawn if names[""] not in taken), draw(self._random))


def _plain(text: str, short: str = "") -> Forms:
    return {"": text, "s": short or text, "a": text, "c": text}


def _firm(random: Random) -> Forms:
    if random.random() < KNOWN:
        return _plain(random.choice(_known()["Firm", "name"])[1])
    root = _root(random)
    trade = f" {random.choice(words()['trade'])}" if random.random() < TRADE else ""
    legal = f" {random.choice(words()['legal'])}" if random.random() < LEGAL else ""
    short = root if random.random() < SHORT else root + trade
    return _plain(root + trade + legal, short)


def _root(random: Random) -> str:
    way = random.choice(("root", "coined", "coined", "letters", "pair"))
    if way == "root":
        return random.choice(words()["root"])
    if way == "letters":
        return "".join(random.choices("ABCDEGHIKLMNOPRSTVX", k=random.randint(2, 4)))
    if way == "pair":
        return " & ".join(random.sample(words()["family"], 2))
    return _coined(random, random.choice(words()["ending"]))


def _coined(random: Random, ending: str) -> str:
    return ("".join(random.choices(words()["syllable"], k=random.randint(1, 2))) + ending).title()


def _land(random: Random) -> Forms:
    return random.choice(_lands())


def _place(random: Random) -> Forms:
    if random.random() < KNOWN:
        return _plain(random.choice(_known()["Place", "name"])[1])
    name = _coined(random, random.choice(words()["town"]))
    return _plain(f"{name} {random.choice(words()['site'])}" if random.random() < SITE else name)


def _person(random: Random) -> Forms:
    family = random.choice(words()["family"])
    return _plain(f"{random.choice(words()['given'])} {family}", family)


def _agency(random: Random) -> Forms:
    if random.random() < KNOWN:
        return _plain(random.choice(_known()["Agency", "name"])[1])
    name = random.choice(words()["agency"])
    land = _land(random)
    full = random.choice((name, f"{land['a']} {name}", f"{name} of {land['']}"))
    return _plain(full, "".join(w[0] for w in name.split() if w[0].isupper()))


def _of(sort: str, label: str = "") -> Draw:
    """A drawer of the words of that sort, now and then of the universe's names of the label."""

    def draw(random: Random) -> Forms:
        if label and random.random() < KNOWN:
            return _listed(label)(random)
        return _plain(random.choice(words()[sort]))

    return draw


def _listed(label: str) -> Draw:
    """A drawer of the universe's names of the label."""
    return lambda random: _plain(random.choice(_known()[label, "name"])[1])


_DRAW: Mapping[str, Draw] = {
    "F": _firm, "C": _land, "A": _agency, "L": _place, "P": _person,
    "M": _of("commodity", "Commodity"), "G": _of("product", "Product"),
    "I": _of("industry", "Industry"), "R": _of("indicator", "Indicator"),
    "X": _listed("Exchange"), "N": _listed("Index"), "Y": _of("policy"), "D": _of("deal"),
}  # fmt: skip
