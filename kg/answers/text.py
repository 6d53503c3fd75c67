"""An answer as plain text for a terminal: ranked lines, every hop with its sentence.

Bias: what has evidence comes first and apart from what has none; the priors close the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.exposure.factors import CAVEAT
from schemas.answer import Answer, Exposure, Path, Step, Support

_HEADS = {
    "evidenced": "",
    "structural": "Structural: possible by industry and place, named by no story",
    "stated_not_exposed": "Said not to be exposed",
    "unknown": "Nothing known either way",
}
_ASKS_EXPOSURE = set("exposed helped hurt is_exposed why compare unexposed sources".split())
_WHY = {"why", "is_exposed"}
_MATTERS = 0.005  # a rest that two decimals would show


def render(answer: Answer, *, paths: int = 1) -> str:
    """The answer as text, ending in a line break; `paths` chains for each entity."""
    return "\n".join(_lines(answer, paths)).rstrip() + "\n"


def _lines(answer: Answer, paths: int) -> Iterator[str]:
    yield answer.question
    yield "read as: " + _plan(answer)
    shock = answer.shock
    if shock:
        size = f"{shock['channel']} {_signed(shock['size'])}"
        yield f"shock: {shock['name']} ({size}, {shock['reason']})"
    if answer.as_of or answer.known_at:
        yield f"as of {answer.as_of or 'any date'}, as known at {answer.known_at or 'now'}"
    if answer.verdict is not None:
        yield f"\n{answer.verdict[:1].upper()}{answer.verdict[1:]}."
    paths = len(answer.answers[0].paths) if answer.plan.get("form") in _WHY else paths
    yield from _groups(answer, paths)
    yield from _rows(answer)
    if not answer.rows and answer.verdict is None and not any(_groups(answer, paths)):
        yield "\nNo answer in the graph."
    yield from _gaps(answer)
    if shock:
        yield f"\nScores are {CAVEAT}."


def _plan(answer: Answer) -> str:
    shown = {k: v for k, v in answer.plan.items() if k not in {"about", "names"}}
    return ", ".join(f"{k} {_flat(v)}" for k, v in shown.items())


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(f"{k}={_flat(v)}" for k, v in value.items())
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _groups(answer: Answer, paths: int) -> Iterator[str]:
    scored = answer.plan.get("form") in _ASKS_EXPOSURE
    for name, head in _HEADS.items():
        group = [e for e in answer.answers if _group(e, scored=scored) == name]
        if not group:
            continue
        yield ""
        if head:
            yield head
        names = _names(answer)
        told: list[str] = []
        for rank, exposure in enumerate(group, 1):
            yield _line(rank, exposure) if scored else _plain_line(rank, exposure)
            shown = exposure.paths[: paths if scored else None]
            lines = [
                line
                for path in shown
                for line in _path(path, names | {exposure.node: exposure.entity})
            ]
            if name != "structural" or lines[:-1] != told:  # members of a group share its sentences
                yield from lines
            told = lines[:-1]


def _group(exposure: Exposure, *, scored: bool) -> str:
    """The heading an answer stands under; only scores need evidence set apart."""
    if not scored:
        return "evidenced" if exposure.paths else "unlinked"
    return exposure.class_ if exposure.class_ in _HEADS else "evidenced"


def _names(answer: Answer) -> dict[str, str]:
    named = answer.plan.get("names")
    return {str(k): str(v) for k, v in named.items()} if isinstance(named, dict) else {}


def _line(rank: int, e: Exposure) -> str:
    status = "" if e.status in {"asserted", "completed"} else f", {e.status}"
    head = f"{rank:>3}. {e.sign:<6} {e.entity} ({e.type})  {_signed(e.score)} {e.channel}"
    ways = len(e.paths)
    more = f", {ways} paths" if ways > 1 else ""
    rest = f", rest {_signed(e.residual)}" if abs(e.residual) > _MATTERS else ""
    return f"{head}  [{e.class_}{status}, {e.hops} hop{'s' * (e.hops != 1)}{more}{rest}]"


def _plain_line(rank: int, e: Exposure) -> str:
    told = f"{e.class_}, {e.status}, confidence {e.score:.2f}"
    return f"{rank:>3}. {e.entity} ({e.type})  [{told}]" + (f"  {e.amount}" if e.amount else "")


def _signed(value: object) -> str:
    return f"{value:+.2f}" if isinstance(value, int | float) else str(value)


def _path(path: Path, names: dict[str, str]) -> Iterator[str]:
    for step in path.steps:
        yield f"       {_step(step, names)}"
        yield from (f"         {_cited(c)}" for c in step.claims[:1])
        if len(step.claims) > 1:
            yield f"         and {len(step.claims) - 1} more"


def _step(step: Step, names: dict[str, str]) -> str:
    here, there = names.get(step.from_, step.from_), names.get(step.to, step.to)
    status = "" if step.status in {"asserted", "completed"} else f" ({step.status})"
    arrow = f"-{step.edge}->" if step.forward else f"<-{step.edge}-"
    return f"{here} {arrow} {there}{status}" + ("" if step.claims else " (reference data)")


def _cited(claim: Support) -> str:
    quote = " ".join(claim.quote.split())
    by = ", ".join(part for part in (claim.publisher, claim.published) if part)
    return f"“{quote}”" + (f" – {by}" if by else "")


def _rows(answer: Answer) -> Iterator[str]:
    if answer.rows:
        yield ""
    for row in answer.rows:
        date = f"{row['date']}  " if row.get("date") else ""
        yield f"  {date}{row['head']} -{row['edge']}-> {row['tail'] or '–'}  [{row['status']}]"
        claims = row.get("claims")
        if isinstance(claims, list | tuple) and claims:
            yield f"     {_cited(_last([Support.model_validate(c) for c in claims], row))}"


def _last(claims: Sequence[Support], row: Mapping[str, object]) -> Support:
    """The newest sentence of the row's status, which tells what the row does."""
    return max(claims, key=lambda c: (c.status == row.get("status"), c.published))


def _gaps(answer: Answer) -> Iterator[str]:
    fragile = answer.most_fragile
    if fragile:
        yield f"\nMost rests on: “{' '.join(fragile.quote.split())}”"
        yield f"  (without it the scores move by {fragile.loss:.2f}: {_some(fragile.entities)})"
    if answer.left_out or answer.unlinked:
        yield "\nLeft out:"
    yield from (f"  {line}" for line in answer.left_out)
    if answer.unlinked:
        yield f"  unlinked names: {_some(answer.unlinked)}"


def _some(names: Sequence[str], count: int = 8) -> str:
    more = f" and {len(names) - count} more" if len(names) > count else ""
    return ", ".join(names[:count]) + more
