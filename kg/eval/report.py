"""The figures as tables for a reader and as one JSON document for a program.

Bias: a figure never stands without what it was counted from and how far chance moves it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from kg.eval.intervals import Interval
from kg.eval.score import Score, figures
from kg.eval.tally import PARTS, SHARES, Kind, Part, Tally

__all__ = ["Measured", "Table", "document", "ranged", "tables"]

Spread = Mapping[Kind, Interval]
WHOLE: tuple[Part, ...] = tuple(part for part in PARTS if part not in SHARES)
BY_KIND: tuple[tuple[Part, str], ...] = (
    ("relations", "relations by type"),
    ("entities", "entities by label"),
    ("merging", "one thing across stories, by label"),
)
VALUES: tuple[Part, ...] = ("status", "sign", "amount", "date")


@dataclass(frozen=True, slots=True)
class Measured:
    """A score with its intervals; `samples` and `seed` are those of the bootstrap."""

    found: Score
    spread: Spread
    samples: int
    seed: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words: the first column names, the others are figures."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(measured: Measured) -> Iterator[Table]:
    """All figures: in all, what claims say, then by type and by label."""
    header = ("precision", "recall", "F1", "95 %", "right", "extra", "missed")
    yield Table(("", *header), tuple(_whole(measured, (p, ""), PARTS[p]) for p in WHOLE))
    yield Table(
        ("of relations that were found", "share", "95 %", "right", "wrong", "not given"),
        tuple(_share(measured, part) for part in SHARES),
    )
    for part, title in BY_KIND:
        kinds = measured.found.kinds(part)
        rows = tuple(_whole(measured, (part, kind), kind) for kind in kinds)
        if rows:
            yield Table((title, *header), rows)
    yield Table(("right of those given, by type", *VALUES), tuple(_values(measured)))


def ranged(interval: Interval | None) -> str:
    """An interval in words."""
    return f"{interval[0]:.2f}–{interval[1]:.2f}" if interval else "–"


def _whole(measured: Measured, kind: Kind, title: str) -> tuple[str, ...]:
    tally = measured.found.total(*kind)
    shares = (tally.precision, tally.recall, tally.f1)
    counts = (tally.tp, tally.fp, tally.fn)
    told = [f"{share:.3f}" if tally else "–" for share in shares]
    return (title, *told, ranged(measured.spread.get(kind)), *map(str, counts))


def _share(measured: Measured, part: Part) -> tuple[str, ...]:
    tally = measured.found.total(part)
    told = f"{tally.precision:.3f}" if tally.tp + tally.fp else "–"
    counts = (tally.tp, tally.fp, tally.fn)
    return (PARTS[part], told, ranged(measured.spread.get((part, ""))), *map(str, counts))


def _values(measured: Measured) -> Iterator[tuple[str, ...]]:
    """What the claims of each type say, right of given, with the interval of the share."""
    for kind in measured.found.kinds("status"):
        tallies = [(measured.found.total(part, kind), (part, kind)) for part in VALUES]
        yield (kind, *(_cell(tally, measured.spread.get(of)) for tally, of in tallies))


def _cell(tally: Tally, interval: Interval | None) -> str:
    given = tally.tp + tally.fp
    return f"{tally.tp}/{given} ({ranged(interval)})" if given else "–"


def document(measured: Measured) -> dict[str, object]:
    """The figures, every part by kind, and every miss, as JSON."""
    found = measured.found
    scores = [
        _scored(measured, (part, kind)) for part in PARTS for kind in ("", *found.kinds(part))
    ]
    return {
        "stories": len(found.sheets),
        "samples": measured.samples,
        "seed": measured.seed,
        "figures": figures(found),
        "scores": scores,
        "misses": [{"story": s.story, **asdict(miss)} for s in found.sheets for miss in s.misses],
        "merging_wrong": [asdict(wrong) for wrong in found.across.wrong],
    }


def _scored(measured: Measured, kind: Kind) -> dict[str, object]:
    """One figure with its counts; a share has `right`, anything else precision, recall and F1."""
    part, name = kind
    tally = measured.found.total(part, name)
    low, high = measured.spread.get(kind) or (None, None)
    whole = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    told = {"right": tally.precision} if part in SHARES else whole
    counts = {"tp": tally.tp, "fp": tally.fp, "fn": tally.fn}
    return {"part": part, "kind": name, **told, "low": low, "high": high, **counts}
