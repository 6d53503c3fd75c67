"""A rise or fall against its two levels: "rose 12% to 6,300 from 5,800".

The step may be a share, points, or the levels' own unit; without one, a rise may not end lower.
Bias: a step that may be of another period, scope or measure than the levels is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.extract.amounts import Amount
from kg.extract.changes import ABOUT, DOWN, UP, Move, moves
from kg.extract.page import Page, Range, Wrong, bounds, meet, widened

_SLOT = r"<(?P<step>\d+)>"
_VERB = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b(?!['’-])", re.IGNORECASE)
_NOUN = (
    r"[ -](?:\w+[ -])?(?:rise|gain|jump|climb|surge|increase|hike|fall|drop|decline|slide|tumble"
    r"|plunge|slump|cut|decrease|reduction)"
)
_BEFORE = re.compile(
    rf"(?P<far>[^<>;:()]{{0,70}}?){ABOUT}{_SLOT}(?P<noun>{_NOUN})?"
    r"(?P<gap>[^<>;:(),]{0,50}?) ?\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\A(?P<gap>[^<>;:,()]{0,30}),? (?:or|up|down|an? (?:rise|gain|jump|increase|fall|drop|decline"
    rf"|cut|reduction|growth) of) {ABOUT}{_SLOT}(?! of)"
)
_OTHERS = re.compile(
    r"\b(?:and|while|after|but|which|who|that|before|pace|slower|faster|less|more)\b"
)
_PERIOD = re.compile(
    r"\b(year|annual|quarter|month|week|day|session|decade|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|since|peak|high|low)"
)
_SCOPE = re.compile(
    r"adjust|constant|organic|like-for-like|exclud|except|annuali[sz]|average|compound|underlying"
    r"|terms|currenc|cumulative|\breal |per capita|premium|discount|respectively|relative"
)
_TIMES = {
    "doubled": (Decimal("1.75"), Decimal("2.6")), "tripled": (Decimal("2.6"), Decimal("3.7")),
    "trebled": (Decimal("2.6"), Decimal("3.7")), "quadrupled": (Decimal("3.5"), Decimal("4.8")),
    "halved": (Decimal("0.4"), Decimal("0.6")),
}  # fmt: skip
_MULTIPLE = re.compile(rf"\b({'|'.join(_TIMES)})\b[^<>;:,.]{{0,25}}\Z")
LEVEL = frozenset({"to", "from", "at", "of"})  # before what is no step
NEAR = 160  # characters before the levels in which their step stands
SMALL = 100  # bare numbers below it may be ranks, goals or votes


def wrong_steps(page: Page) -> Iterator[Wrong]:
    """The moves of the sentence whose step or direction does not fit its levels."""
    for move in moves(page.shape, page.found):
        new, old = page.found[move.new], page.found[move.old]
        if min(new.number, old.number) <= 0:
            continue
        before, step = page.shape[: move.start][-NEAR:], _step(page, move)
        sign = _sign(before.partition(f"<{step}>")[0], move.between)
        if step is not None:
            yield from _stepped(page, move, step)
        if sign:
            yield from _turned(page, move, sign)
        multiple = _MULTIPLE.search(before)
        if multiple:
            yield from _multiplied(page, move, multiple[1])


def _step(page: Page, move: Move) -> int | None:
    """Position of the change that belongs to the move; None where it may be another's."""
    before, behind = page.shape[: move.start][-NEAR:], page.shape[move.end :]
    told = _BEFORE.search(before)
    if told and (told["noun"] or _VERB.search(told["far"])):
        of_old = behind[:40].partition("<")[0].partition(",")[0]
        here, there = (set(_PERIOD.findall(t.lower())) for t in (told["gap"], of_old))
        scope = (told["far"][-40:] + told["gap"] + move.between + of_old).lower()
        other = _SCOPE.search(scope) or _OTHERS.search(told["gap"]) or not here <= there
        n = int(told["step"])
        return None if other or page.found[n].lead in LEVEL else n
    told = _BEHIND.search(behind)
    if told and not _SCOPE.search(behind[: told.end() + 30].lower()):
        return int(told["step"])
    return None


def _sign(before: str, between: str) -> int:
    """1 for a rise, -1 for a fall, by "up" or "down" or the last verb near; 0 where none is."""
    told = re.search(r"\b(?:(up)|down)\b", between)
    if told:
        return 1 if told[1] else -1
    near = re.search(r"[^<>;:,.()]{0,40}\Z", before)
    words = near.group() if near else ""
    verbs = [m for m in _VERB.finditer(words) if m.group().lower() not in {"up", "down"}]
    if not verbs or _OTHERS.search(words[verbs[-1].end() :]) or _SCOPE.search(words.lower()):
        return 0
    return 1 if verbs[-1]["up"] else -1


def _stepped(page: Page, move: Move, n: int) -> Iterator[Wrong]:
    new, old, step = page.found[move.new], page.found[move.old], page.found[n]
    low, high = bounds(replace(step, number=abs(step.number)))
    own = step.sort not in {"share", "rate"}
    stated = widened((low, high), step.step if own else min(step.step, Decimal(1)))  # if cut off
    ways = list(_ways(new, old, step))
    if ways and not any(meet(way, stated) for way in ways):
        yield (move.new, move.old, n), _line(page, move, n)


def _ways(new: Amount, old: Amount, step: Amount) -> Iterator[Range]:
    """The sizes that the step may have, by what it may mean; nothing for another measure."""
    fine = min(new.step, old.step)  # next to "$1.2 billion", "$1 billion" is $1.0 billion
    (a, b), (c, d) = (bounds(replace(x, step=fine)) for x in (new, old))
    if c <= 0:
        return
    rise = (a - d, b - c) if new.number >= old.number else (c - b, d - a)
    if step.sort == "share":
        yield rise[0] / d * 100, rise[1] / c * 100
        if new.sort == "share":
            yield rise
    elif step.sort == "rate" and new.sort == "share":
        size = Decimal(100) if step.unit == "bps" else Decimal(1)
        yield rise[0] * size, rise[1] * size
    elif (step.sort, step.unit) == (new.sort, new.unit) or (
        step.unit == "points" and new.sort == "number"
    ):
        yield rise


def _line(page: Page, move: Move, n: int) -> str:
    new, old, step = (page.found[i] for i in (move.new, move.old, n))
    size = abs(new.number - old.number)
    levels = f"says {page.said(n)} but {page.said(move.old)} to {page.said(move.new)} is"
    if step.sort == "share":
        return f"{levels} {size / old.number * 100:.1f} %"
    if step.sort == "rate":
        points = step.unit != "bps"
        return f"{levels} {size.normalize():f} {step.unit}" if points else (
            f"{levels} {size * 100:.0f} basis points")  # fmt: skip
    return f"{levels} {size.normalize():,f}"


def _turned(page: Page, move: Move, sign: int) -> Iterator[Wrong]:
    """A rise to less, a fall to more."""
    new, old = page.found[move.new], page.found[move.old]
    (a, b), (c, d) = bounds(new), bounds(old)
    bare = new.sort == "number" and min(new.number, old.number) < SMALL
    if not bare and (b < c if sign > 0 else a > d):
        word = "a rise" if sign > 0 else "a fall"
        what = f"says {word} but goes from {page.said(move.old)} to {page.said(move.new)}"
        yield (move.new, move.old), what


def _multiplied(page: Page, move: Move, word: str) -> Iterator[Wrong]:
    new, old = page.found[move.new], page.found[move.old]
    low, high = _TIMES[word]
    times = new.number / old.number
    if not low <= times <= high:
        levels = f"{page.said(move.old)} to {page.said(move.new)}"
        yield (move.new, move.old), f"says {word} but {levels} is {times:.1f} times as much"
