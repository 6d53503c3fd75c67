"""A scenario laid over a view: names found, edges changed, shocks made ready.

Bias: a name that fits nothing or several things, and a change that fits no edge, is refused with
its line; a scenario that silently does nothing would read as "no effect".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.exposure.shock import Entry, Shock, shocks_for
from kg.exposure.what_if.implied import renew
from kg.exposure.what_if.overlay import Overlay
from kg.exposure.what_if.scenario import Edit, Place, Scenario, Strike
from kg.graph.contract import View
from kg.graph.state import AGAINST, SIGNED, Key
from schemas.answer import StateEdge, Support
from schemas.base import edge_type
from schemas.claim import Entity
from schemas.errors import EntityAmbiguous, EntityUnknown, SchemaError

SURE = 0.8  # confidence of an added edge that says none: what a plain sentence has


@dataclass(frozen=True, slots=True)
class Laid:
    """The overlay, which edit changed which edge (type, head, tail), and what to note."""

    overlay: Overlay
    edited: dict[tuple[str, str, str], Edit]
    notes: tuple[str, ...]


def lay(view: View, scenario: Scenario) -> Laid:
    """The view with the scenario's changes; an error with its line where one cannot be made."""
    overlay = Overlay(view)
    laid = Laid(overlay, {}, ())
    notes: list[str] = []
    touched: list[StateEdge] = []
    for edit in scenario.edits:
        for before, after in _changes(overlay, edit, notes):
            edge = after or before
            touched += [e for e in (before, after) if e]
            if after:
                overlay.draw(after)
            elif before:
                overlay.erase(before.edge_id)
            if edge:
                laid.edited[edge.type, edge.head, edge.tail] = edit
    renew(overlay, touched)
    return replace(laid, notes=tuple(notes))


Change = tuple[StateEdge | None, StateEdge | None]


def _changes(overlay: Overlay, edit: Edit, notes: list[str]) -> Iterator[Change]:
    """Each edge that the edit fits, before and after it."""
    if edit.verb == "add":
        yield None, _added(overlay, edit)
        return
    for edge in _fitting(overlay, edit):
        if edit.verb == "remove":
            yield edge, None
        elif edit.verb == "scale":
            yield edge, _scaled(edge, edit, notes)
        else:
            yield edge, _restated(overlay, edge, edit)


def _added(overlay: Overlay, edit: Edit) -> StateEdge:
    kind = edge_type(edit.type)
    head, tail = (named(overlay, name, edit.place) for name in (edit.head, edit.tail))
    if head.node == tail.node or not kind.allows(head.label, tail.label):
        raise SchemaError(
            f"{edit.type} does not go from {head.label} to {tail.label}", where=str(edit.place),
            cure=f"from {' or '.join(kind.head)} to {' or '.join(kind.tail)}",
        )  # fmt: skip
    if edit.type in SIGNED and edit.sign is None:
        raise SchemaError(f"{edit.type} has a sign", where=str(edit.place), cure="give + or -")
    ends = (head.node, tail.node)
    first, second = sorted(ends) if kind.symmetric else ends
    key = Key(first, edit.type, second, edit.sign if edit.type in SIGNED else None)
    there = next((e for e in overlay.out_edges(key.head) if key_of(e) == key), None)
    if there:
        raise SchemaError(
            f"{edit.words.removeprefix('added: ')} is there already ({there.status}, "
            f"confidence {there.confidence:g})",
            where=str(edit.place), cure="use set-status or scale",
        )  # fmt: skip
    return StateEdge(
        edge_id=key.edge_id, head=key.head, type=key.type, tail=key.tail, status=edit.status,
        sign=edit.sign, confidence=SURE if edit.confidence is None else edit.confidence,
        last_attested=overlay.as_of, more=edit.more, claims=(_word(edit),),
    )  # fmt: skip


def key_of(edge: StateEdge) -> Key:
    """What makes the edge one edge."""
    return Key(edge.head, edge.type, edge.tail, edge.sign if edge.type in SIGNED else None)


def _word(edit: Edit) -> Support:
    """The scenario as its own witness, so that an answer shows where an edge comes from."""
    return Support(
        claim_id=f"scenario:{edit.place.line}", story_id="scenario", quote=edit.words, start=0,
        end=len(edit.words), publisher="scenario", status=edit.status, title=str(edit.place),
        source=edit.place.file,
    )  # fmt: skip


def _scaled(edge: StateEdge, edit: Edit, notes: list[str]) -> StateEdge:
    sure = edge.confidence * edit.by
    if sure > 1:
        notes.append(f"{edit.place}: {edit.words} is more than a certain link carries; taken as 1")
    return edge.model_copy(update={"confidence": min(sure, 1.0)})


def _restated(overlay: Overlay, edge: StateEdge, edit: Edit) -> StateEdge:
    over = edit.status in AGAINST
    return edge.model_copy(
        update={
            "status": edit.status,
            "valid_to": overlay.as_of if over else None,
            "last_attested": overlay.as_of or edge.last_attested,
            "claims": (*edge.claims, _word(edit)),
        }
    )


def _fitting(overlay: Overlay, edit: Edit) -> list[StateEdge]:
    """The edges that head, type and tail fit; SchemaError where there is none."""
    head = named(overlay, edit.head, edit.place) if edit.head else None
    tail = named(overlay, edit.tail, edit.place) if edit.tail else None
    at = [e.node for e in (head, tail) if e]
    around = {e.edge_id: e for n in at[:1] for e in _around(overlay, n)}
    fits = [e for _, e in sorted(around.items()) if _fits(e, edit.type, head, tail)]
    if not fits:
        near = ", ".join(_told(overlay, e) for _, e in sorted(around.items())[:5])
        raise SchemaError(
            f"no edge {edit.words.split(': ', 1)[-1]}", where=str(edit.place),
            cure=f"there are {near}" if near else "the thing has no edges",
        )  # fmt: skip
    return fits


def _around(view: View, node: str) -> list[StateEdge]:
    return [*view.out_edges(node), *view.in_edges(node)]


def _fits(edge: StateEdge, type_: str, head: Entity | None, tail: Entity | None) -> bool:
    ends = (head.node if head else None, tail.node if tail else None)
    same = _between(edge, *ends)
    if edge_type(edge.type).symmetric:
        same = same or _between(edge, ends[1], ends[0])
    return same and type_ in {"", edge.type}


def _between(edge: StateEdge, head: str | None, tail: str | None) -> bool:
    return head in {None, edge.head} and tail in {None, edge.tail}


def _told(view: View, edge: StateEdge) -> str:
    head, tail = view.entity(edge.head), view.entity(edge.tail)
    return f"{head.name if head else edge.head} {edge.type} {tail.name if tail else edge.tail}"


def named(view: View, name: str, place: Place) -> Entity:
    """The one thing of that name (or node id); an error with its line otherwise."""
    entity = view.entity(name)
    hits = [entity] if entity else list(view.find(name))
    exact = [e for e in hits if e.name.casefold() == name.casefold()]
    hits = exact if len(hits) > 1 and exact else hits
    if not hits:
        near = ", ".join(f"{e.name} ({e.label})" for e in view.near(name))
        cure = f"did you mean {near}?" if near else "name something that a story names"
        raise EntityUnknown(f"nothing called {name!r}", where=str(place), cure=cure)
    if len(hits) > 1:
        listed = ", ".join(f"{e.name} ({e.label}, {e.node})" for e in hits[:8])
        raise EntityAmbiguous(f"{name!r} fits {listed}", where=str(place), cure="give the node")
    return hits[0]


def struck(view: View, strikes: Iterable[Strike]) -> list[Shock]:
    """The shocks that these lines mean on this view, one for each."""
    return [_shock(view, strike) for strike in strikes]


def together(shocks: Sequence[Shock]) -> Shock | None:
    """Shocks that come at once, as one that enters at several places; None for none."""
    if not shocks:
        return None
    return replace(
        shocks[0],
        name=" and ".join(s.name for s in shocks),
        reason="; ".join(s.reason for s in shocks),
        entries=tuple(e for s in shocks for e in s.entries),
        about=frozenset().union(*(s.about for s in shocks)),
        aims=frozenset().union(*(s.aims for s in shocks)),
    )


def _shock(view: View, strike: Strike) -> Shock:
    entity = named(view, strike.on, strike.place)
    if strike.channel:
        size = -1.0 if strike.size is None else strike.size
        entry = Entry(entity.node, strike.channel, size)
        reason = f"{strike.channel} {size:+g} at {entity.name} (line {strike.place.line})"
        none: frozenset[str] = frozenset()
        return Shock(entity.node, entity.name, strike.channel, size, reason, (entry,), none)
    meant = shocks_for(view, entity.node, strike.event)
    if len(meant) > 1:
        raise SchemaError(
            f"{entity.name} can fail in several ways", where=str(strike.place),
            cure="give a channel (supply, demand, …) or an event",
        )  # fmt: skip
    return _part(meant[0], strike)


def _part(shock: Shock, strike: Strike) -> Shock:
    """The part of an event that comes, and where the scenario says so."""
    reason = f"{shock.reason} at {shock.name} (line {strike.place.line})"
    if strike.size is None:
        return replace(shock, reason=reason)
    entries: Sequence[Entry] = [_smaller(e, strike.size) for e in shock.entries]
    return replace(shock, reason=reason, size=shock.size * strike.size, entries=tuple(entries))


def _smaller(entry: Entry, part: float) -> Entry:
    via = replace(entry.via, factor=entry.via.factor * part) if entry.via else None
    return replace(entry, size=entry.size * part, via=via)
