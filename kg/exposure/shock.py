"""What enters the graph: where, in which channel, how large, and why.

A policy or deal enters at its own node and travels its TARGETS, SUPPORTS and IMPACTS edges. An
entity asked about without an event enters twice, as a supply and as a demand loss, and the two
are reported apart: nobody knows which one the question means. Bias: a size that no text gives is
a stated prior, never read out of an unrelated number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from kg.exposure.factors import EXPORTER, FORECAST, PREMIUM, STATUS, TARIFF
from kg.exposure.links import Link
from kg.graph.contract import View
from kg.graph.state import AGAINST
from schemas.answer import StateEdge
from schemas.base import Channel
from schemas.claim import Entity
from schemas.errors import EntityUnknown

Event = Literal["halt", "shortage", "bankruptcy", "slump", "price", "curb", "takeover", "rate"]
EVENTS: tuple[Event, ...] = get_args(Event)

_ENTRY: dict[str, tuple[Channel, float, str]] = {
    "halt": ("supply", -1.0, "a halt: nothing is delivered"),
    "shortage": ("supply", -1.0, "a shortage: nothing is delivered"),
    "bankruptcy": ("finance", -1.0, "a bankruptcy: the value is lost"),
    "slump": ("demand", -1.0, "demand falls away"),
    "price": ("price", -1.0, "a dearer price: users pay more"),
    "curb": ("access", -1.0, "a curb on it: it may not be traded"),
    "takeover": ("finance", PREMIUM, "a takeover: the target gains the premium (prior)"),
    "rate": ("finance", -1.0, "a change against those it weighs on"),
}
_HELPFUL = {"subsidy", "support", "stimulus", "exemption", "licence", "license", "aid", "grant"}
_PARTIES = {"party", "parties", "object", "acquirer", "target"}
_GOODS = {"Commodity", "Product"}
_CHANGES = {"SETS_RATE": 1.0, "REPORTS": 1.0, "FORECASTS": FORECAST}
_POINT = 100.0  # basis points that count as a full shock: one percentage point; own prior


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a shock first lands: node, channel, signed size, and the edge that says so."""

    node: str
    channel: Channel
    size: float
    via: Link | None = None


@dataclass(frozen=True, slots=True)
class Shock:
    """One shock: its node, main channel and size in [-1, 1], why, and every place it lands.

    `about` are the nodes that the question is about; they are not listed as exposed. `aims` are
    the targets of a policy.
    """

    node: str
    name: str
    channel: Channel
    size: float
    reason: str
    entries: tuple[Entry, ...]
    about: frozenset[str]
    aims: frozenset[str] = frozenset()

    @property
    def lands(self) -> frozenset[str]:
        """The nodes that it hits at once: where it enters, and what its policy aims at."""
        return self.aims | {e.node for e in self.entries}

    @property
    def signs(self) -> dict[str, int]:
        """Which way the shock points at the nodes where it enters without an edge."""
        return {e.node: 1 if e.size > 0 else -1 for e in self.entries if e.via is None}


def shocks_for(view: View, node: str, event: str | None = None) -> tuple[Shock, ...]:
    """The shocks that asking about a node means; several are alternatives, never added up.

    `event` is one of EVENTS, or None for "whatever befalls it". EntityUnknown without the node.
    """
    entity = view.entity(node)
    if entity is None:
        raise EntityUnknown(f"no node {node!r}", cure="search for it by name")
    if entity.label in _ACTS:
        return (_ACTS[entity.label](view, entity),)
    if event == "takeover":
        return (_taken_over(view, entity),)
    if event:
        return (_plain(entity, *_ENTRY[event]),)
    if entity.label in {"Indicator", "Index"}:
        return (_indicator(view, entity),)
    if entity.label == "Person":
        return (_plain(entity, "finance", -1.0, "the loss of a person"),)
    return (
        _plain(entity, "supply", -1.0, "if it delivers nothing"),
        _plain(entity, "demand", -1.0, "if it buys nothing"),
    )


def _plain(entity: Entity, channel: Channel, size: float, reason: str) -> Shock:
    entry = Entry(entity.node, channel, size)
    about = frozenset({entity.node})
    return Shock(entity.node, entity.name, channel, size, reason, (entry,), about)


def _policy(view: View, policy: Entity) -> Shock:
    """Access lost on what it targets (times its scope), or money and demand given."""
    kind = said(policy, "kind").lower()
    targets = [e for e in view.out_edges(policy.node) if e.type in {"TARGETS", "RESTRICTS"}]
    goods = {e.tail for e in targets if _label(view, e.tail) in _GOODS}
    issuers = {e.head for e in view.in_edges(policy.node) if e.type == "IMPOSES"}
    about, aims = frozenset({policy.node, *goods, *issuers}), frozenset(e.tail for e in targets)
    supports = not targets and any(e.type == "SUPPORTS" for e in view.out_edges(policy.node))
    if supports or _HELPFUL & set(kind.replace("_", " ").split()):
        given = (Entry(policy.node, "finance", 1.0), Entry(policy.node, "demand", 1.0))
        return Shock(policy.node, policy.name, "finance", 1.0, "support given", given, about)
    size = -share(said(policy, "scope"), 1.0)
    entries = [Entry(policy.node, "access", size)]
    if "tariff" in kind or "dut" in kind:
        entries += _tariff(view, policy, targets, share(said(policy, "rate"), TARIFF))
    reason = f"{kind.replace('_', ' ') or 'policy'}: access lost on what it targets"
    return Shock(policy.node, policy.name, "access", size, reason, tuple(entries), about, aims)


def _tariff(view: View, policy: Entity, targets: list[StateEdge], rate: float) -> Iterator[Entry]:
    """Dearer inputs for the importer, less demand for the exporter."""
    for edge in view.in_edges(policy.node):
        if edge.type == "IMPOSES" and _label(view, edge.head) == "Country":
            yield Entry(edge.head, "price", -rate, _via(edge, policy.node, edge.head, rate))
    for edge in targets:
        loss = EXPORTER * rate
        yield Entry(edge.tail, "demand", -loss, _via(edge, policy.node, edge.tail, loss))


def _via(edge: StateEdge, source: str, target: str, factor: float) -> Link:
    return Link(source, target, "access", "demand", factor, edge, edge.head == source)


def _deal(view: View, deal: Entity) -> Shock:
    """The target's value with the premium; whatever the deal is said to do, as it is said."""
    entries = [Entry(deal.node, "finance", 1.0)]
    bids = [e for e in deal_edges(view, deal) if e.type == "ACQUIRES"]
    entries += [e for e in map(_premium, bids) if e.size]
    about = frozenset({deal.node})
    return Shock(
        deal.node, deal.name, "finance", 1.0, "the deal goes through", tuple(entries), about
    )


def _taken_over(view: View, target: Entity) -> Shock:
    """The target's premium, on the word of the best bid that is told, where there is one."""
    bids = [e for e in view.in_edges(target.node) if e.type == "ACQUIRES"]
    plain = _plain(target, *_ENTRY["takeover"])
    if not bids:
        return plain
    best = min(bids, key=_likelihood)
    hedge, premium = _hedge(best), _premium(best)
    reason = plain.reason if hedge == 1.0 else f"the bid is {best.status}: it counts {hedge:g}"
    entries = (premium,) if premium.size else ()
    return replace(plain, size=hedge, reason=reason, entries=entries, about=frozenset())


def _likelihood(bid: StateEdge) -> tuple[float, str]:
    """Sort key: the bid that has come furthest and is surest comes first."""
    return -STATUS[bid.status] * bid.confidence, bid.edge_id


def _premium(bid: StateEdge) -> Entry:
    gain = PREMIUM * _hedge(bid) * bid.confidence
    return Entry(bid.tail, "finance", gain, _via(bid, bid.head, bid.tail, gain))


def _hedge(bid: StateEdge) -> float:
    """How far a bid that is off still counts; one that may go through is asked about as if."""
    return STATUS[bid.status] if bid.status in AGAINST else 1.0


def deal_edges(view: View, deal: Entity) -> list[StateEdge]:
    """The edges between the parties that the deal's own properties name, sorted by id."""
    nodes = {n for k, v in deal.properties if k in _PARTIES for n in _nodes(view, v)}
    between = {e.edge_id: e for n in sorted(nodes) for e in view.out_edges(n) if e.tail in nodes}
    return [edge for _, edge in sorted(between.items())]


def _nodes(view: View, value: str) -> Iterator[str]:
    if view.entity(value):
        yield value
    else:
        yield from (e.node for e in view.find(value)[:1])


def _indicator(view: View, entity: Entity) -> Shock:
    """The latest change by its size: a full percentage point is 1; a forecast counts a fifth."""
    dated = [e for e in view.in_edges(entity.node) if e.type in _CHANGES and "bp" in e.unit.lower()]
    if not dated:
        return _plain(entity, *_ENTRY["rate"])
    last = max(dated, key=lambda e: (_day(e), e.edge_id))
    size = -max(min(_number(last.amount, 0.0) / _POINT, 1.0), -1.0) * _CHANGES[last.type]
    return _plain(entity, "finance", size, f"{last.type.lower()} {last.amount} {last.unit}")


def _day(edge: StateEdge) -> str:
    seen = edge.last_attested.last() if edge.last_attested else None
    return seen.isoformat() if seen else ""


def said(entity: Entity, name: str) -> str:
    """The entity's property of that name; empty where it has none."""
    return dict(entity.properties).get(name, "")


def share(text: str, other: float) -> float:
    """A share as text ("25%", "25", "0.25") in 0..1; `other` where it is none."""
    value = abs(_number(text, other))
    return min(value / 100 if "%" in text or value > 1 else value, 1.0)


def _number(text: str, other: float) -> float:
    match = re.match(r"[-+]?\d+(?:\.\d+)?", text.strip())
    return float(match.group()) if match else other


def _label(view: View, node: str) -> str:
    entity = view.entity(node)
    return entity.label if entity else ""


_ACTS: dict[str, Callable[[View, Entity], Shock]] = {"Policy": _policy, "Deal": _deal}
