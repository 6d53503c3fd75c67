"""Parts against their whole: "12,000 of its 80,000 workers, or 15%", "$2bn and $3bn, $5bn in all".

Bias: a list that may leave parts out, or parts that may overlap, are compared in the one direction
that cannot be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kg.extract.amounts import Amount
from kg.extract.changes import ABOUT
from kg.extract.page import Page, Wrong, bounds, meet, widened

_X, _Y, _Z = (rf"<(?P<{n}>\d+)>" for n in "xyz")
_OF = (
    r"(?: (?!of\b)\w+)? (?:out )?of (?:(?:its|the|their|all|a total of|some|about|nearly) )*"
)
_RATIOS = (  # a part of a whole, or so much; a share of a whole, or so much; a part, or a share of
    re.compile(rf"{_X}{_OF}{ABOUT}{_Y}[^<>;:,.]{{0,30}}, or {ABOUT}{_Z}(?! of| stake)"),
    re.compile(rf"{_Z}{_OF}{ABOUT}{_Y}[^<>;:,.]{{0,30}}, or {ABOUT}{_X}"),
    re.compile(rf"{_X}[^<>;:,.]{{0,20}}, or {ABOUT}{_Z} of [^<>;:,.]{{0,30}} of {ABOUT}{_Y}"),
)
_TOTAL = re.compile(
    r"(?:\btotall?ing|\badding up to|\btogether worth"
    rf"|\b(?:for|making|giving) an? (?:combined |grand )?total of) {ABOUT}<(?P<t>\d+)>"
)
_BREAK = re.compile(
    r"[;:()]|\b(?:of|from|to|after|while|than|by|but|including|compared|rose|fell|up|down)\b"
)
_ENDS_LIST = re.compile(r"(?:, and|,| and)(?: [^<>;:,]{0,40})?\Z")
_INCLUDING = re.compile(
    rf"<(?P<t>\d+)>[^<>;:.()]{{0,40}}?,? (?:including|comprising|consisting of|made up of|of which)"
    rf" (?P<parts>{ABOUT}<\d+>(?:[^<>;:.()]{{0,40}}?(?:, and|,| and|plus) {ABOUT}<\d+>)*)"
)


def wrong_sums(page: Page) -> Iterator[Wrong]:
    """The shares, totals and parts of the sentence that do not add up."""
    for form in _RATIOS:
        for match in form.finditer(page.shape):
            yield from _share(page, *(int(match[n]) for n in "xyz"))
    for match in _TOTAL.finditer(page.shape):
        yield from _total(page, int(match["t"]), page.shape[: match.start()])
    for match in _INCLUDING.finditer(page.shape):
        parts = [int(n) for n in re.findall(r"<(\d+)>", match["parts"])]
        yield from _included(page, int(match["t"]), parts)


def _share(page: Page, x: int, y: int, z: int) -> Iterator[Wrong]:
    part, whole, share = page.found[x], page.found[y], page.found[z]
    counts = {part.sort, whole.sort} == {"number", "quantity"}
    alike = (part.sort, part.unit) == (whole.sort, whole.unit)
    if share.sort != "share" or not (alike or counts) or part.sort in {"share", "rate", "year"}:
        return
    (a, b), (c, d) = bounds(part), bounds(whole)
    if c <= 0 or meet((a / d * 100, b / c * 100), widened(bounds(share), Decimal(1))):
        return
    told = f"says {page.said(z)} but {page.said(x)} of {page.said(y)} is"
    yield (x, y, z), f"{told} {part.number / whole.number * 100:.1f} %"


def _total(page: Page, t: int, before: str) -> Iterator[Wrong]:
    """The list right before its total; silent where the end of the list alone adds up."""
    parts = _listed(page, t, before)
    total = page.found[t]
    if len(parts) < 2 or total.high is not None:
        return
    for n in range(len(parts) - 1):
        if meet(_sum([page.found[p] for p in parts[n:]]), bounds(total)):
            return
    told = f"says a total of {page.said(t)} but {' + '.join(page.said(p) for p in parts)} is"
    yield (*parts, t), f"{told} {_plain(sum((page.found[p].number for p in parts), Decimal()))}"


def _listed(page: Page, t: int, before: str) -> list[int]:
    """Positions of the amounts listed before the total; none where the list is not plain."""
    parts: list[int] = []
    pieces = re.split(r"<(\d+)>", before)
    for k in range(len(pieces) - 2, 0, -2):
        n, behind = int(pieces[k]), pieces[k + 1]
        if parts and not _ENDS_LIST.search(behind):
            break
        if not _alike(page, n, t) or _BREAK.search(behind) or page.found[n].high is not None:
            return []
        parts.append(n)
    return parts[::-1]


def _alike(page: Page, a: int, b: int) -> bool:
    """Whether two amounts are of one measure."""
    one, other = page.found[a], page.found[b]
    return (one.sort, one.unit, one.per) == (other.sort, other.unit, other.per)


def _included(page: Page, t: int, parts: Sequence[int]) -> Iterator[Wrong]:
    """Parts that alone or together exceed what they are said to be part of."""
    total = page.found[t]
    same = [p for p in parts if _alike(page, p, t)]
    if not same or total.rough or total.sort in {"share", "rate", "year"} or total.per:
        return
    low = _sum([page.found[p] for p in same])[0]
    if low > bounds(total)[1]:
        listed = " + ".join(page.said(p) for p in same)
        yield (t, *same), f"says {page.said(t)} in all but {listed} is more"


def _sum(parts: Sequence[Amount]) -> tuple[Decimal, Decimal]:
    low, high = zip(*(bounds(p) for p in parts), strict=True)
    return sum(low, Decimal()), sum(high, Decimal())


def _plain(number: Decimal) -> str:
    for word, power in (("trillion", 12), ("billion", 9), ("million", 6)):
        if number >= 10**power:
            return f"{(number / 10**power).normalize():f} {word}"
    return f"{number.normalize():,f}"
