"""What a shock means for a portfolio, and what its positions have in common above them.

    exposure of the portfolio = sum of weight x score of its positions, by channel

Bias: what evidence carries and what only reference data carries are two sums, and channels are
never added up; a row that could not be matched is missing from both and named.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Unpack

from pydantic import Field

from kg.exposure import EVERY, Ask, Shock, exposed_to
from kg.exposure.factors import ORDER, Factors
from kg.exposure.held import Held, Match, Unmatched, holder, matched
from kg.exposure.holdings import Holdings
from kg.exposure.upstream import HOPS, Above, Ladder, Shared, dominators, seat, shared
from kg.graph.contract import View
from schemas.answer import AnswerClass, Direction, Exposure, Path, Support
from schemas.base import Channel, Record
from schemas.claim import Entity

SHOWN = 3  # sentences for one chain upward
_EVIDENCED = {"stated", "linked"}
_COUNTED = {*_EVIDENCED, "structural"}

Sums = dict[Channel, float]


class Hit(Record):
    """How one shock reaches one position; `contribution` is weight x score."""

    shock: str
    score: float
    sign: Direction
    channel: Channel
    class_: AnswerClass = Field(alias="class", serialization_alias="class")
    hops: int
    contribution: float
    by_channel: Sums = {}
    paths: tuple[Path, ...] = ()

    model_config = {"frozen": True, "extra": "forbid", "populate_by_name": True}


class Position(Record):
    """A firm held: its share (signed), the lines of the file, and what each shock does to it."""

    entity: str
    node: str
    weight: float
    lines: tuple[int, ...]
    told: bool
    hits: tuple[Hit, ...] = ()


class Total(Record):
    """One shock's weight x score over all positions by channel; `reached` is their share."""

    shock: str
    evidenced: Sums
    structural: Sums
    reached: float


class Rise(Record):
    """One edge upward, by the names and nodes of its ends, with its sentences."""

    below: str
    below_node: str
    edge: str
    above: str
    above_node: str
    claims: tuple[Support, ...] = ()


class Upstream(Record):
    """A node above positions: the share that depends on it, and by which chain.

    `dominates` are the positions all of whose known chains upward pass it.
    """

    entity: str
    node: str
    type: str
    share: float
    hops: int
    class_: AnswerClass = Field(alias="class", serialization_alias="class")
    positions: tuple[str, ...]
    dominates: tuple[str, ...] = ()
    chains: tuple[tuple[Rise, ...], ...] = ()

    model_config = {"frozen": True, "extra": "forbid", "populate_by_name": True}


class Report(Record):
    """All about a portfolio; `upstream` are the nodes above two positions or more, by share."""

    name: str
    as_of: str | None = None
    known_at: str | None = None
    positions: tuple[Position, ...]
    totals: tuple[Total, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    upstream: tuple[Upstream, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def dominators(self) -> tuple[Upstream, ...]:
        """The nodes through which every known chain of two positions or more goes."""
        return tuple(u for u in self.upstream if len(u.dominates) > 1)


def portfolio(
    view: View,
    held: Holdings,
    shocks: Mapping[str, Sequence[Shock]] | None = None,
    *,
    name: str = "portfolio",
    **ask: Unpack[Ask],
) -> Report:
    """The exposure of holdings to named shocks, and what stands above several of them.

    The shocks under one name are alternatives, as in `exposed_to`, whose options these are.
    Nothing is written: the holdings are laid over the view.
    """
    found, unmatched = matched(view, held.rows)
    over = Held(view, holder(name), found)
    reached = {s: _reached(over, given, ask) for s, given in (shocks or {}).items()}
    positions = tuple(_position(m, reached) for m in found)
    return Report(
        name=name,
        as_of=view.as_of.text if view.as_of else None,
        known_at=view.known_at,
        positions=positions,
        totals=tuple(_total(s, positions) for s in reached),
        unmatched=tuple(unmatched),
        upstream=tuple(_upstream(over, found, ask)),
        notes=(*held.notes, *_gaps(found, unmatched), *view.notes()),
    )


Reached = dict[str, tuple[Exposure, dict[Channel, Exposure]]]


def _reached(view: View, shocks: Sequence[Shock], ask: Ask) -> Reached:
    """Each node that the shock reaches: as an answer lists it, and channel by channel."""
    wide: Ask = {**ask, "limit": EVERY}
    listed = {e.node: e for e in exposed_to(view, shocks, **wide)}
    parts: dict[Channel, dict[str, Exposure]] = {}
    for channel in ORDER:
        single: Ask = {**wide, "channel": channel}
        parts[channel] = {e.node: e for e in exposed_to(view, shocks, **single)}
    reached = {
        node: (e, {c: part[node] for c, part in parts.items() if node in part})
        for node, e in listed.items()
    }
    return _struck(view, shocks, ask.get("factors") or Factors()) | reached


def _struck(view: View, shocks: Sequence[Shock], factors: Factors) -> Reached:
    """The shocks' own nodes, which no answer lists: hit in full where the shock enters."""
    found: dict[str, dict[Channel, Exposure]] = {}
    for entry in (e for s in shocks for e in s.entries if e.via is None and e.node in s.about):
        entity = view.entity(entry.node)
        for channel, share in factors.inside(entry.channel) if entity else ():
            at, score = found.setdefault(entry.node, {}), entry.size * share
            if entity and (channel not in at or abs(score) > abs(at[channel].score)):
                at[channel] = _itself(entity, channel, score)
    strongest = {n: max(at.values(), key=lambda e: abs(e.score)) for n, at in found.items()}
    return {node: (strongest[node], at) for node, at in found.items()}


def _itself(entity: Entity, channel: Channel, score: float) -> Exposure:
    sign = "helped" if score > 0 else "hurt"
    return Exposure.model_validate(
        {
            "entity": entity.name, "node": entity.node, "type": entity.label, "score": score,
            "sign": sign, "channel": channel, "hops": 0, "class": "stated",
        }
    )  # fmt: skip


def _position(match: Match, reached: Mapping[str, Reached]) -> Position:
    node = match.entity.node
    hits = [_hit(s, match.weight, *found[node]) for s, found in reached.items() if node in found]
    return Position(
        entity=match.entity.name, node=node, weight=match.weight, lines=match.lines,
        told=match.told, hits=tuple(hits),
    )  # fmt: skip


def _hit(shock: str, weight: float, e: Exposure, parts: Mapping[Channel, Exposure]) -> Hit:
    counted = e.class_ in _COUNTED
    same = {c: p.score for c, p in parts.items() if p.class_ in _COUNTED and _like(p, e)}
    return Hit.model_validate(
        {
            "shock": shock, "score": e.score, "sign": e.sign, "channel": e.channel,
            "class": e.class_, "hops": e.hops, "paths": e.paths,
            "contribution": weight * e.score if counted else 0.0,
            "by_channel": same if counted else {},
        }
    )  # fmt: skip


def _like(one: Exposure, other: Exposure) -> bool:
    """Whether both rest on evidence, or both on reference data."""
    return (one.class_ in _EVIDENCED) == (other.class_ in _EVIDENCED)


def _total(shock: str, positions: Iterable[Position]) -> Total:
    hits = [(p, h) for p in positions for h in p.hits if h.shock == shock]
    counted = [(p, h) for p, h in hits if h.class_ in _COUNTED]
    return Total(
        shock=shock,
        evidenced=_sums((p.weight, h) for p, h in counted if h.class_ in _EVIDENCED),
        structural=_sums((p.weight, h) for p, h in counted if h.class_ == "structural"),
        reached=sum(abs(p.weight) for p, _ in counted),
    )


def _sums(hits: Iterable[tuple[float, Hit]]) -> Sums:
    sums: Sums = {}
    for weight, hit in hits:
        for channel, score in hit.by_channel.items():
            sums[channel] = sums.get(channel, 0.0) + weight * score
    return {c: sums[c] for c in ORDER if c in sums}


def _upstream(view: View, found: Sequence[Match], ask: Ask) -> list[Upstream]:
    """Nodes above two positions or more, and those without which one has no chain at all."""
    least = ask.get("min_confidence", 0.0)
    above = Above(view, ask.get("factors") or Factors(), least, seat)
    ladders = {m.entity.node: above.ladders(m.entity.node) for m in found}
    weights = {m.entity.node: abs(m.weight) for m in found}
    whole = sum(weights.values()) or 1.0
    over = dominators(ladders)
    rows = [
        _row(view, s, sum(weights[p] for p in s.below) / whole, sorted(over.get(s.node, ())))
        for s in shared(ladders).values()
        if len(s.below) > 1
    ]
    return sorted(rows, key=lambda u: (-u.share, -len(u.dominates), u.hops, u.node))


def _row(view: View, found: Shared, share: float, dominated: Sequence[str]) -> Upstream:
    name, label = _called(view, found.node)
    return Upstream.model_validate(
        {
            "entity": name, "node": found.node, "type": label, "share": share, "hops": found.hops,
            "class": "linked" if found.evidenced else "structural",
            "positions": tuple(sorted(found.below)), "dominates": tuple(dominated),
            "chains": tuple(_chain(view, found.below[p]) for p in sorted(found.below)),
        }
    )  # fmt: skip


def _called(view: View, node: str) -> tuple[str, str]:
    """The node's name and label; a seat may be known to reference data alone."""
    from kg.reference.universe import universe

    known = view.entity(node) or universe().by_node(node)
    return (known.name, known.label) if known else (node, "")


def _chain(view: View, ladder: Ladder) -> tuple[Rise, ...]:
    return tuple(
        Rise(
            below=_called(view, r.below)[0], below_node=r.below, edge=r.edge.type,
            above=_called(view, r.above)[0], above_node=r.above, claims=r.edge.claims[:SHOWN],
        )
        for r in ladder
    )  # fmt: skip


def _gaps(found: Sequence[Match], unmatched: Sequence[Unmatched]) -> list[str]:
    notes = [f"{m.entity.name}: no story names it" for m in found if not m.told]
    lost = sum(abs(u.weight) for u in unmatched)
    notes += [f"{lost:.1%} of the portfolio is not matched"] if unmatched else []
    return [*notes, f"chains upward of {HOPS} edges at most"]
