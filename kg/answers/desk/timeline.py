"""The history of one thing: every claim about it in its order, and how acts moved on.

An act is a policy one edge away, or a deal that a story names together with it: the act's own
claims belong to the history. Bias: what nobody dates stands at the end, instead of somewhere in
between.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.answers.name import one
from kg.graph.contract import Store, View
from schemas.answer import StateEdge, Support
from schemas.base import Record, Status, edge_types
from schemas.claim import Claim, Entity
from schemas.nodes.acts import Deal, Policy
from schemas.values import plain
from schemas.when import When


class Event(Record):
    """One claim in a history.

    `date` is when it happened as far as the story tells, else when it was said. `move` is how the
    status changed since the last word on the same matter; `about` is the act it belongs to.
    """

    date: str
    head: str
    edge: str
    tail: str
    status: Status
    move: str = ""
    about: str = ""
    amount: str = ""
    attributed_to: str = ""
    claim: Support


class Timeline(Record):
    """The history of one thing, oldest first; what has no date stands last."""

    entity: str
    node: str
    type: str
    as_of: str | None = None
    known_at: str | None = None
    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = ()


def timeline(view: View, name: str, store: Store) -> Timeline:
    """The history of what has that name; EntityUnknown or EntityAmbiguous where it is not one."""
    subject = one(view, name)
    matters = list(_matters(view, store, subject))
    cited = {c.story_id for _, edges in matters for e in edges for c in e.claims}
    known = _claims(store, cited)
    found: dict[str, Event] = {}
    for about, edges in matters:
        for event in (e for edge in edges for e in _events(view, edge, known, about)):
            found.setdefault(event.claim.claim_id, event)
    events = sorted(found.values(), key=_order)
    undated = sum(not e.date for e in events)
    return Timeline(
        entity=subject.name, node=subject.node, type=subject.label,
        as_of=view.as_of.text if view.as_of else None, known_at=view.known_at,
        events=tuple(events),
        notes=(f"{undated} without a date, at the end",) if undated else (),
    )  # fmt: skip


def _matters(view: View, store: Store, subject: Entity) -> Iterator[tuple[str, list[StateEdge]]]:
    """The subject's own edges, then those of each act that it is part of, under its name."""
    own = _at(view, subject.node)
    yield "", own
    for node in sorted({n for e in own for n in (e.head, e.tail)} - {subject.node}):
        act = view.entity(node)
        if act and act.label == Policy.LABEL:
            yield act.name, _at(view, act.node)
    for deal in _deals(view, store, subject):
        wanted = _of_deal(store, deal)
        if deal.node == subject.node or wanted & {c.claim_id for e in own for c in e.claims}:
            about = "" if deal.node == subject.node else deal.name
            yield about, _at(view, deal.node) + _with(view, store, wanted, deal)


def _at(view: View, node: str) -> list[StateEdge]:
    return [*view.out_edges(node), *view.in_edges(node)]


def _deals(view: View, store: Store, subject: Entity) -> list[Entity]:
    """The deals named in the stories that name the subject; itself if it is one."""
    stories = sorted({story for story, *_ in store.mentions(node=subject.node)})
    nodes = {node for story in stories for _, node, *_ in store.mentions(story_id=story)}
    found = (view.entity(node) for node in sorted(nodes))
    return [e for e in found if e and e.label == Deal.LABEL]


def _of_deal(store: Store, deal: Entity) -> set[str]:
    """The claims that a deal makes, in the sentences that name it."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for story, _, start, end, _ in store.mentions(node=deal.node):
        spans.setdefault(story, []).append((start, end))
    kinds = edge_types()
    return {
        claim.claim_id
        for story, named in sorted(spans.items())
        for claim in store.claims(story_id=story)
        if claim.type in kinds and kinds[claim.type].by_deal
        and any(claim.start <= start and end <= claim.end for start, end in named)
    }  # fmt: skip


def _with(view: View, store: Store, wanted: Collection[str], deal: Entity) -> list[StateEdge]:
    """The view's edges that rest on these claims."""
    stories = {story for story, *_ in store.mentions(node=deal.node)}
    claims = (c for story in sorted(stories) for c in store.claims(story_id=story))
    heads = {n for c in claims if c.claim_id in wanted for n in (c.head_node, c.tail_node)}
    edges = (e for head in sorted(heads) for e in view.out_edges(head))
    return [e for e in edges if any(c.claim_id in wanted for c in e.claims)]


def _claims(store: Store, stories: Iterable[str]) -> dict[str, Claim]:
    """The claims of these stories as recorded, those of retracted ones too."""
    wanted = sorted(stories)
    records = store.records(wanted) if wanted else ()
    return {c.claim_id: c for one_ in records for c in one_.resolved.claims}


def _events(
    view: View, edge: StateEdge, known: Mapping[str, Claim], about: str
) -> Iterator[Event]:
    """The edge's own claims in the order in which they were said, with what each changed."""
    before: Support | None = None
    for said in sorted(edge.claims, key=_told):
        claim = known.get(said.claim_id)
        if claim is None or claim.type != edge.type:
            continue  # the edge only follows from this claim, which is told as its own
        yield Event(
            date=_date(said, claim), head=_name(view, edge.head), edge=edge.type,
            tail=_name(view, edge.tail), status=said.status, about=about, amount=_amount(claim),
            attributed_to=claim.attributed_to, claim=said, move=_moved(before, said),
        )  # fmt: skip
        before = said


def _name(view: View, node: str) -> str:
    entity = view.entity(node)
    return entity.name if entity else node


def _told(said: Support) -> tuple[object, ...]:
    return _day(said.published), said.story_id, said.start, said.claim_id


def _moved(before: Support | None, said: Support) -> str:
    """How the status changed since another story's last word."""
    if before is None or before.story_id == said.story_id or before.status == said.status:
        return ""
    return f"{before.status} → {said.status}"


def _date(said: Support, claim: Claim) -> str:
    own = claim.date
    return own.text if own is not None and own.year is not None else said.published


def _amount(claim: Claim) -> str:
    if claim.amount is None:
        return ""
    return " ".join(p for p in (plain(claim.amount), claim.currency or claim.unit) if p)


def _day(text: str) -> dt.date:
    day = When.parse(text).first() if text else None
    return day or dt.date.max


def _order(event: Event) -> tuple[object, ...]:
    claim = event.claim
    return _day(event.date), _day(claim.published), claim.story_id, claim.start, claim.claim_id
