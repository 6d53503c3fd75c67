"""A scenario played through: who is exposed before and after, and what made the difference.

Both sides are whole calculations over the same priors. Bias: every difference is shown with the
path that brought it; one below the floor of an answer counts as none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.exposure import EVERY, Ask, Exposure, Shock, exposed_to
from kg.exposure.factors import CAVEAT, ORDER
from kg.exposure.what_if.laying import Laid, lay, struck, together
from kg.exposure.what_if.scenario import Edit, Scenario
from kg.graph.contract import View
from schemas.answer import Path, Step
from schemas.base import Channel

LISTED = 50  # entities in the table unless told otherwise
SAME = 1e-9  # a difference below is the arithmetic's own


@dataclass(frozen=True, slots=True)
class Moved:
    """A path whose score the scenario changed: in words, before (0: new) and after (0: gone)."""

    path: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Row:
    """One entity: its score before and after in the channel that moves most, why, and how."""

    entity: str
    node: str
    type: str
    channel: Channel
    before: float
    after: float
    class_: str
    reason: str
    paths: tuple[Moved, ...]

    @property
    def change(self) -> float:
        """After less before."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Difference:
    """What a scenario changes: its shocks and edits in words, a row for each entity, notes."""

    name: str
    about: str
    given: str
    shock: str
    edits: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def play(view: View, scenario: Scenario) -> Difference:
    """The differences that the scenario makes, largest first; the view is not changed."""
    laid = lay(view, scenario)
    given, new = struck(laid.overlay, scenario.given), struck(laid.overlay, scenario.shock)
    before = together(struck(view, scenario.given))
    sides = _Sides(view, laid, (before, together([*given, *new])), _starts([*given, *new]))
    asks: list[Ask] = [{**_ask(scenario), "channel": channel} for channel in ORDER]
    best = _best([row for ask in asks for row in _rows(sides, ask)])
    limit = int(scenario.options.get("limit", LISTED))
    notes = [f"{len(best) - limit} more, weaker"] if len(best) > limit else []
    return Difference(
        name=scenario.name,
        about=scenario.about,
        given=before.reason if before else "",
        shock="; ".join(s.reason for s in new),
        edits=tuple(_told(e) for e in scenario.edits),
        rows=tuple(best[:limit]),
        notes=(*laid.notes, *notes, CAVEAT),
    )


def _ask(scenario: Scenario) -> Ask:
    ask: Ask = {"limit": EVERY}
    if "hops" in scenario.options:
        ask["hops"] = int(scenario.options["hops"])
    if "min-confidence" in scenario.options:
        ask["min_confidence"] = float(scenario.options["min-confidence"])
    return ask


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both sides: the view and what is laid over it, their shocks, why a node is struck."""

    view: View
    laid: Laid
    shocks: tuple[Shock | None, Shock | None]
    starts: Mapping[str, str]


def _starts(shocks: Sequence[Shock]) -> dict[str, str]:
    """Why each node where a shock enters is struck."""
    nodes = ((e.via.source if e.via else e.node, s.reason) for s in shocks for e in s.entries)
    return dict(nodes)


def _rows(sides: _Sides, ask: Ask) -> Iterator[Row]:
    """The entities whose score in the channel of `ask` the scenario moves."""
    before = _exposed(sides.view, sides.shocks[0], ask)
    after = _exposed(sides.laid.overlay, sides.shocks[1], ask)
    for node in sorted(before.keys() | after.keys()):
        was, now = before.get(node), after.get(node)
        shown = now or was
        if not shown or abs(_score(now) - _score(was)) <= SAME:
            continue
        moved = _moved(sides.view, was, now)
        edit = _edit(sides.laid, moved)
        yield Row(
            entity=shown.entity,
            node=node,
            type=shown.type,
            channel=ask.get("channel") or shown.channel,
            before=_score(was),
            after=_score(now),
            class_="assumed" if edit and edit.verb == "add" else shown.class_,
            reason=_told(edit) if edit else _shocked(sides, moved, node),
            paths=tuple(m for m, _ in moved),
        )


def _exposed(view: View, shock: Shock | None, ask: Ask) -> dict[str, Exposure]:
    return {e.node: e for e in exposed_to(view, shock, **ask)} if shock else {}


def _score(exposure: Exposure | None) -> float:
    return exposure.score if exposure else 0.0


Hop = tuple[str, str, str]


def _hops(path: Path) -> tuple[Hop, ...]:
    return tuple(_hop(step) for step in path.steps)


def _hop(step: Step) -> Hop:
    """The edge that the step crosses: type, head, tail."""
    ends = (step.from_, step.to) if step.forward else (step.to, step.from_)
    return step.edge, *ends


def _moved(
    view: View, was: Exposure | None, now: Exposure | None
) -> list[tuple[Moved, Sequence[Step]]]:
    """The listed paths that differ, largest difference first."""
    scores: dict[tuple[Hop, ...], list[float]] = {}
    steps: dict[tuple[Hop, ...], Sequence[Step]] = {}
    for side, exposure in enumerate((was, now)):
        for path in exposure.paths if exposure else ():
            steps[_hops(path)] = path.steps
            scores.setdefault(_hops(path), [0.0, 0.0])[side] += path.score
    found = [
        (Moved(_words(view, steps[hops]), *pair), steps[hops])
        for hops, pair in scores.items()
        if abs(pair[1] - pair[0]) > SAME
    ]
    return sorted(found, key=lambda m: (-abs(m[0].after - m[0].before), m[0].path))


def _words(view: View, steps: Sequence[Step]) -> str:
    if not steps:
        return "shocked itself"
    said = [_name(view, steps[0].from_)]
    for step in steps:
        arrow = f"-{step.edge}->" if step.forward else f"<-{step.edge}-"
        said += [arrow, _name(view, step.to)]
    return " ".join(said)


def _name(view: View, node: str) -> str:
    entity = view.entity(node)
    return entity.name if entity else node


def _edit(laid: Laid, moved: list[tuple[Moved, Sequence[Step]]]) -> Edit | None:
    """The edit that a changed path goes through."""
    crossed = (_hop(step) for _, steps in moved for step in steps)
    return next((laid.edited[hop] for hop in crossed if hop in laid.edited), None)


def _told(edit: Edit) -> str:
    return f"{edit.words} (line {edit.place.line})"


def _shocked(sides: _Sides, moved: list[tuple[Moved, Sequence[Step]]], node: str) -> str:
    """The shock at whose node a changed path begins."""
    begins = [steps[0].from_ if steps else node for _, steps in moved]
    return next((sides.starts[n] for n in begins if n in sides.starts), "paths beyond those listed")


def _best(rows: list[Row]) -> list[Row]:
    """For each entity the row of the channel that moves most; largest change first."""
    best: dict[str, Row] = {}
    for row in rows:
        kept = best.get(row.node)
        if kept is None or abs(row.change) > abs(kept.change) + SAME:
            best[row.node] = row
    return sorted(best.values(), key=lambda r: (-abs(r.change), r.node))


def to_json(given: Difference) -> dict[str, object]:
    """The difference as one JSON object; sign and effect are of the change."""
    rows: list[Mapping[str, object]] = [
        {
            "entity": r.entity, "node": r.node, "type": r.type, "channel": r.channel,
            "before": r.before, "after": r.after, "change": r.change, "class": r.class_,
            "effect": "worse" if r.change < 0 else "better", "reason": r.reason,
            "paths": [{"path": m.path, "before": m.before, "after": m.after} for m in r.paths],
        }
        for r in given.rows
    ]  # fmt: skip
    return {
        "scenario": given.name, "about": given.about, "given": given.given, "shock": given.shock,
        "edits": list(given.edits), "differences": rows, "notes": list(given.notes),
    }  # fmt: skip


def render(given: Difference) -> str:
    """The difference as a table in text, each row with the paths that moved."""
    return "\n".join(_lines(given)) + "\n"


def _lines(given: Difference) -> Iterator[str]:
    yield given.name
    if given.about:
        yield given.about
    told = {"given": given.given, "shock": given.shock}
    yield from (f"{name}: {words}" for name, words in told.items() if words)
    yield from given.edits
    yield ""
    if not given.rows:
        yield "Nothing changes."
    wide = max((len(r.entity) + len(r.type) + 3 for r in given.rows), default=0)
    for row in given.rows:
        who = f"{row.entity} ({row.type})".ljust(wide)
        scores = f"{row.before:+.2f} -> {row.after:+.2f}  {row.change:+.2f} {row.channel:<7}"
        yield f"{who}  {scores}  [{row.class_}]  {row.reason}"
        yield from (f"    {m.before:+.2f} -> {m.after:+.2f}  {m.path}" for m in row.paths[:2])
    yield ""
    yield from given.notes
