"""What stories expect, and what became of it: met, missed, still open.

An expectation is a sentence that puts something on the calendar, or a planned claim with a date
ahead of its story. It is met by a later story with a claim on the same edge or act that is no
longer a plan. Bias: "missed" means that no story says it happened; a thing that no claim is made
of can only be open or missed.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from kg.answers.desk.expected import Draft, Told, drafts, told_stories
from kg.graph.contract import Store, View
from schemas.base import STATUSES, Record, Status
from schemas.claim import Claim
from schemas.nodes.acts import Deal, Policy
from schemas.when import When

LAG = 7  # days behind the last day on which a story may still tell that it happened
_DONE: frozenset[Status] = frozenset({"asserted", "completed", "agreed", "ended"})
_ACTS = frozenset({Policy.LABEL, Deal.LABEL})
_SHOWN = 6  # names told for one expectation

State = Literal["met", "missed", "open"]
Edge = tuple[str, str, str]


class Met(Record):
    """The later claim that says so."""

    claim_id: str
    story_id: str
    quote: str
    status: Status
    publisher: str = ""
    published: str = ""


class Expectation(Record):
    """Something a story puts on the calendar: what, who, when, and what became of it.

    `when` is the day as exactly as it is known (a week is 2025-W25, a quarter 2025-Q3), from
    `first` to `last`; `said` is the story's own day. `start:end` is the sentence in the source.
    """

    state: State
    what: str
    who: tuple[str, ...]
    nodes: tuple[str, ...]
    when: str
    precision: str
    first: str
    last: str
    said: str
    cue: str
    quote: str
    story_id: str
    start: int
    end: int
    publisher: str = ""
    title: str = ""
    edges: tuple[str, ...] = ()
    met_by: Met | None = None


class Due(Record):
    """All that was expected by the stories up to a day, by its last day."""

    as_of: str | None
    expected: tuple[Expectation, ...] = ()
    notes: tuple[str, ...] = ()


def due(store: Store, as_of: When | None = None) -> Due:
    """What the stories published by `as_of` expect; the newest story's day unless told otherwise.

    Reads every story's text; no clock is read. What a story without a year expects stays open.
    """
    told, undated = told_stories(store)
    dated = [t.said for t in told if not t.yearless]
    limit = as_of.last() if as_of else max(dated, default=None)
    seen = [t for t in told if t.yearless or (limit is not None and t.said <= limit)]
    later = _later(t for t in seen if not t.yearless)
    view = store.view()
    every = [_settled(store, view, d, later, limit) for t in seen for d in drafts(t)]
    return Due(
        as_of=limit.isoformat() if limit else None,
        expected=tuple(_once(sorted(every, key=_order))),
        notes=(*_gaps(undated), *_yearless(every)),
    )


def _order(one: Expectation) -> tuple[object, ...]:
    return one.when.startswith("--"), one.last, one.first, one.said, one.story_id, one.start


def _yearless(every: Sequence[Expectation]) -> tuple[str, ...]:
    count = sum(one.when.startswith("--") for one in every)
    return (f"{count} without a year, as their stories: always open",) if count else ()


def _gaps(undated: int) -> tuple[str, ...]:
    if not undated:
        return ()
    stories = "1 story" if undated == 1 else f"{undated} stories"
    return (f"{stories} without a full date {'is' if undated == 1 else 'are'} left out",)


Later = Mapping[object, Sequence[tuple[dt.date, Told, Claim]]]


def _later(seen: Iterable[Told]) -> Later:
    """What is done, by edge and by each of its ends."""
    found: dict[object, list[tuple[dt.date, Told, Claim]]] = defaultdict(list)
    for told in seen:
        for claim in (c for c in told.claims if c.status in _DONE):
            for key in (_edge(claim), claim.head_node, claim.tail_node):
                found[key].append((told.said, told, claim))
    return found


def _edge(claim: Claim) -> Edge:
    return claim.head_node, claim.type, claim.tail_node


def _settled(
    store: Store, view: View, draft: Draft, later: Later, limit: dt.date | None
) -> Expectation:
    story, days = draft.told.story, draft.days
    named = _named(store, view, draft)
    acts = [node for node, (_, label) in named.items() if label in _ACTS]
    told = draft.told
    met = None if told.yearless else _met(draft, acts, later)
    passed = limit is not None and not told.yearless and days.last < limit
    state: State = "met" if met else "missed" if passed else "open"
    return Expectation(
        state=state, what=draft.what, cue=draft.cue, when=told.shown(days.text),
        precision=days.precision,
        who=tuple(name for name, _ in named.values())[:_SHOWN], nodes=tuple(named),
        first=told.shown(days.first.isoformat()), last=told.shown(days.last.isoformat()),
        said=told.shown(told.said.isoformat()), quote=story.source.text[slice(*draft.span)],
        story_id=story.story_id, start=draft.span[0], end=draft.span[1],
        publisher=story.publisher, title=story.title, met_by=met,
        edges=tuple(sorted({f"{c.head} -{c.type}-> {c.tail}" for c in draft.claims})),
    )  # fmt: skip


def _named(store: Store, view: View, draft: Draft) -> dict[str, tuple[str, str]]:
    """Name and label of what the sentence names, in its order, then of its claims' ends."""
    start, end = draft.span
    spans = store.mentions(story_id=draft.told.story.story_id)
    inside = sorted((s, node) for _, node, s, e, _ in spans if start <= s and e <= end)
    nodes = [node for _, node in inside]
    nodes += [n for c in draft.claims for n in (c.head_node, c.tail_node) if n]
    known = {n: view.entity(n) for n in dict.fromkeys(nodes)}
    return {n: (e.name, e.label) for n, e in known.items() if e}


def _met(draft: Draft, acts: Sequence[str], later: Later) -> Met | None:
    """The first later claim on the same edge or act that is no plan, told in time."""
    keys: list[object] = [*map(_edge, draft.claims), *acts]
    least = min((_step(c.status) for c in draft.claims), default=_step("planned"))
    behind = draft.days.last + dt.timedelta(days=LAG)
    fits = [
        (said, claim.claim_id, told, claim)
        for key in keys
        for said, told, claim in later.get(key, ())
        if draft.told.said < said <= behind and _step(claim.status) < least
    ]
    if not fits:
        return None
    _, _, told, claim = min(fits, key=lambda f: f[:2])
    return Met(
        claim_id=claim.claim_id, story_id=claim.story_id, quote=claim.quote, status=claim.status,
        publisher=told.story.publisher, published=told.said.isoformat(),
    )  # fmt: skip


def _step(status: Status) -> int:
    """How far from done: an agreed deal is no fulfilment of what was agreed already."""
    return STATUSES.index(status) if status != "ended" else 0


def _once(found: Iterable[Expectation]) -> Iterator[Expectation]:
    """Each expectation once: told of the same edges for the same days, the first one stays."""
    told: set[tuple[object, ...]] = set()
    for one in found:
        about = one.edges or (one.quote, one.story_id)
        if (about, one.first, one.last) not in told:
            told.add((about, one.first, one.last))
            yield one
