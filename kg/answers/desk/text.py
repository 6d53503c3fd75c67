"""What the desk has to tell, as plain text for a terminal.

Bias: a sentence is always shown with who published it and when; what has none says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.answers.desk.causes import Cause
from kg.answers.desk.due import Due, Expectation
from kg.answers.desk.items import Item, Move
from kg.answers.desk.timeline import Timeline
from kg.answers.desk.watchlist import Because, News
from kg.exposure.factors import CAVEAT
from kg.exposure.portfolio import Hit, Position, Report, Rise, Total, Upstream
from schemas.answer import Support
from schemas.base import Channel

SHOWN = 10  # nodes above a portfolio told in words; the JSON has all


def cited(quote: str, publisher: str, published: str) -> str:
    """A sentence on one line with its source."""
    by = ", ".join(part for part in (publisher, published) if part)
    return f"“{' '.join(quote.split())}”" + (f" – {by}" if by else "")


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def news_text(news: Sequence[News], watched: int) -> str:
    """What moved, by question and by sentence."""
    return _joined(_news(news, watched))


def _news(news: Sequence[News], watched: int) -> Iterator[str]:
    if not news:
        yield f"nothing moved ({watched} watched)"
    for one in news:
        yield one.words
        for because in one.because:
            yield f"  {_head(because)}"
            yield from (f"    {_cause(c)}" for c in because.causes)
            yield from (f"      {_move(m)}" for m in because.moves)
        yield ""


def _head(because: Because) -> str:
    count = len(because.moves)
    what = f"{count} answer{'s' * (count != 1)} moved"
    if not because.causes:
        return f"{what}: {because.reason}"
    single = len(because.causes) == 1
    return f"{what} because of {'this sentence' if single else 'these sentences'}:"


def _cause(cause: Cause) -> str:
    mark = "" if cause.sort == "new" else " (retracted)"
    return cited(cause.quote, cause.publisher, cause.published) + mark


def _move(move: Move) -> str:
    return f"{move.sort:<8}{move.name}  {_item(move.before)} → {_item(move.after)}"


def _item(item: Item | None) -> str:
    if item is None:
        return "–"
    return " ".join(p for p in (f"{item.score:+.2f}", item.channel, item.sign, item.class_) if p)


def timeline_text(given: Timeline) -> str:
    """The history, a line and a sentence for each claim."""
    return _joined(_timeline(given))


def _timeline(given: Timeline) -> Iterator[str]:
    yield f"{given.entity} ({given.type})"
    if given.as_of or given.known_at:
        yield f"as of {given.as_of or 'any date'}, as known at {given.known_at or 'now'}"
    for event in given.events:
        about = f"  ({event.about})" if event.about else ""
        amount = f", {event.amount}" if event.amount else ""
        move = f"  [{event.move or event.status}{amount}]"
        yield f"{event.date or '?':<11}{event.head} -{event.edge}-> {event.tail}{move}{about}"
        yield f"           {_said(event.claim)}"
    yield from given.notes


def _said(claim: Support) -> str:
    return cited(claim.quote, claim.publisher, claim.published)


def due_text(given: Due) -> str:
    """Missed, open, met: each with its day and its sentence."""
    return _joined(_due(given))


def _due(given: Due) -> Iterator[str]:
    yield f"as of {given.as_of or 'no day: no story has one'}"
    for state in ("missed", "open", "met"):
        found = [e for e in given.expected if e.state == state]
        if found:
            yield f"\n{state} ({len(found)})"
        for one in found:
            yield from _expected(one)
    yield from given.notes


def _expected(one: Expectation) -> Iterator[str]:
    who = f"  ({', '.join(one.who)})" if one.who else ""
    yield f"{one.when:<11}{one.what}{who}"
    yield f"           {cited(one.quote, one.publisher, one.said)}"
    if one.met_by:
        met = one.met_by
        yield f"       met: {cited(met.quote, met.publisher, met.published)}"


def portfolio_text(given: Report) -> str:
    """Exposure by position and in sum, what was not matched, and what stands above."""
    return _joined(_portfolio(given))


def _portfolio(given: Report) -> Iterator[str]:
    yield f"{given.name}: {len(given.positions)} positions"
    for total in given.totals:
        yield from _shock(total, given.positions)
    if not given.totals:
        yield from (f"  {p.weight:7.2%}  {p.entity}" for p in given.positions)
    if given.unmatched:
        yield "\nNot matched:"
    for lost in given.unmatched:
        near = f"; did you mean {', '.join(lost.near)}" if lost.near else ""
        yield f"  line {lost.line}: {lost.name}: {lost.why}{near}"
    yield from _above(given.upstream)
    yield ""
    yield from given.notes
    if given.totals:
        yield f"Scores are {CAVEAT}."


def _shock(total: Total, positions: Sequence[Position]) -> Iterator[str]:
    yield f"\nshock: {total.shock} (reaches {total.reached:.1%})"
    for sort, sums in (("on evidence", total.evidenced), ("by reference data", total.structural)):
        if sums:
            yield f"  portfolio, {sort}: {_sums(sums)}"
    hits = [(p, h) for p in positions for h in p.hits if h.shock == total.shock]
    for position, hit in sorted(hits, key=lambda ph: (-abs(ph[1].contribution), ph[0].node)):
        yield f"  {_hit(position, hit)}"
        yield from (
            f"      {_said(claim)}"
            for path in hit.paths[:1] for step in path.steps for claim in step.claims[:1]
        )  # fmt: skip
    reached = {p.node for p, _ in hits}
    spared = [p.entity for p in positions if p.node not in reached]
    if spared:
        yield f"  not reached: {', '.join(spared)}"


def _sums(sums: Mapping[Channel, float]) -> str:
    return ", ".join(f"{channel} {score:+.4f}" for channel, score in sums.items())


def _hit(position: Position, hit: Hit) -> str:
    mark = f"[{hit.class_}, {hit.hops} hop{'s' * (hit.hops != 1)}]"
    score = f"{position.weight:.2%} x {hit.score:+.2f} {hit.channel} = {hit.contribution:+.4f}"
    return f"{hit.sign:<7}{position.entity}  {score}  {mark}"


def _above(found: Sequence[Upstream]) -> Iterator[str]:
    if found:
        yield "\nShared upstream:"
    for one in found[:SHOWN]:
        only = f"; the only known way up for {len(one.dominates)}" if len(one.dominates) > 1 else ""
        mark = "" if one.class_ == "linked" else ", structural"
        yield (
            f"  {one.share:6.1%}  {one.entity} ({one.type})  {len(one.positions)} positions, "
            f"{one.hops} hop{'s' * (one.hops != 1)} up{mark}{only}"
        )
        yield from (f"           {_rises(chain)}" for chain in one.chains)
    if len(found) > SHOWN:
        yield f"  and {len(found) - SHOWN} more"


def _rises(chain: Sequence[Rise]) -> str:
    told = " ".join([chain[0].below, *(f"–{r.edge}– {r.above}" for r in chain)])
    claim = next((c for r in chain for c in r.claims), None)
    return told + (f"  {_said(claim)}" if claim else "  (reference data)")
