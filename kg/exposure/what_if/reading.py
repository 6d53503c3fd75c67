"""A scenario file read: YAML with a line for every fault.

Bias: a key that is unknown, a number out of range, a name written twice is refused; a scenario that
is read differently from how it was meant would be worse than none.
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from kg.exposure.shock import EVENTS
from kg.exposure.what_if.scenario import Edit, Place, Scenario, Strike, Verb
from schemas.base import CHANNELS, STATUSES, Channel, Sign, Status, state_edges
from schemas.errors import SchemaError

if TYPE_CHECKING:
    from yaml import Node

LONGEST = 1_000_000  # characters of a scenario: a thousand times what one needs
MOST = 100.0  # the most that an edge may be scaled by

_VERBS: tuple[Verb, ...] = ("remove", "scale", "set-status", "add")
_OPTIONS: Mapping[str, tuple[float, float]] = {
    "hops": (1, 12), "min-confidence": (0, 1), "limit": (1, 100_000),
}  # fmt: skip
_TOP = ("name", "about", "given", "shock", *_VERBS, *_OPTIONS)
_ENDS = ("head", "type", "tail")
_FIELDS: Mapping[Verb, tuple[str, ...]] = {
    "remove": _ENDS,
    "scale": (*_ENDS, "by"),
    "set-status": (*_ENDS, "status"),
    "add": (*_ENDS, "status", "confidence", "sign", "more"),
}


def read(text: str, *, where: str) -> Scenario:
    """The scenario of a YAML text; SchemaError with file and line for every fault."""
    if len(text) > LONGEST:
        raise SchemaError("too long for a scenario", where=where, cure="keep it below a megabyte")
    top = _Page(where).mapping(_composed(text, where), _TOP)
    if "name" not in top.held:
        raise top.fault("a scenario has a name", "begin with `name: …`")
    edits = tuple(_edit(verb, item) for verb in _VERBS for item in top.items(verb))
    scenario = Scenario(
        name=top.text("name"),
        about=top.text("about") if "about" in top.held else "",
        given=tuple(_strike(item) for item in top.items("given")),
        shock=tuple(_strike(item) for item in top.items("shock")),
        edits=edits,
        options={n: _option(top, n) for n in _OPTIONS if n in top.held},
    )
    if not scenario.given and not scenario.shock:
        raise top.fault("no shock: nothing to compare", "give a `shock` or what is `given`")
    if not scenario.shock and not edits:
        raise top.fault("nothing changes", "give a `shock`, or edges to " + ", ".join(_VERBS))
    return scenario


def _composed(text: str, where: str) -> Node:
    import yaml

    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        why = error.problem or error.context or "it cannot be read"
        raise SchemaError(f"no YAML: {why}", where=f"{where}:{line}") from error
    except yaml.YAMLError as error:
        raise SchemaError(f"no YAML: {error}", where=where) from error
    if node is None:
        raise SchemaError("the scenario is empty", where=where, cure="see docs/what-if.md")
    return cast("Node", node)


@dataclass(frozen=True, slots=True)
class _Page:
    """A file that is being read: gives every fault its line."""

    file: str

    def place(self, node: Node) -> Place:
        return Place(self.file, node.start_mark.line + 1)

    def fault(self, node: Node, what: str, cure: str = "") -> SchemaError:
        return SchemaError(what, where=str(self.place(node)), cure=cure)

    def mapping(self, node: Node, allowed: Iterable[str]) -> _Table:
        """The node's pairs by key; SchemaError for what is none of the allowed keys."""
        known = tuple(allowed)
        if node.id != "mapping":
            raise self.fault(node, "not a table of keys", f"give {', '.join(known)}")
        held: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value) if key.id == "scalar" else ""
            if name not in known:
                raise self.fault(key, f"unknown key {name!r}", near(name, known))
            if name in held:
                raise self.fault(key, f"{name!r} stands twice")
            held[name] = value
        return _Table(self, node, held)


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of a scenario: typed values by key."""

    page: _Page
    node: Node
    held: Mapping[str, Node]

    @property
    def place(self) -> Place:
        return self.page.place(self.node)

    def fault(self, what: str, cure: str = "") -> SchemaError:
        return self.page.fault(self.node, what, cure)

    def items(self, name: str) -> list[tuple[_Page, Node]]:
        """The tables of a list, or the one table that stands instead of it."""
        node = self.held.get(name)
        if node is None:
            return []
        if node.id == "scalar":
            raise self.page.fault(node, f"{name!r} is no list of tables")
        return [(self.page, n) for n in (node.value if node.id == "sequence" else [node])]

    def text(self, name: str) -> str:
        """The text of a key; empty where it is absent."""
        node = self.held.get(name)
        if node is None:
            return ""
        if node.id != "scalar" or not str(node.value).strip():
            raise self.page.fault(node, f"{name!r} is no text")
        return " ".join(str(node.value).split())

    def one_of(self, name: str, known: Iterable[str]) -> str:
        """The text of a key, one of those known; empty where it is absent."""
        word = self.text(name)
        words = tuple(known)
        if word and word not in words:
            raise self.page.fault(self.held[name], f"no {name} {word!r}", near(word, words))
        return word

    def number(self, name: str, low: float, high: float) -> float | None:
        """The number of a key, within bounds; `25%` is 0.25; None where it is absent."""
        if name not in self.held:
            return None
        word = self.text(name)
        try:
            value = float(word.removesuffix("%")) / (100 if word.endswith("%") else 1)
        except ValueError:
            value = math.nan
        if not low <= value <= high:
            cure = f"give a number from {low:g} to {high:g}"
            raise self.page.fault(self.held[name], f"{name} is {word!r}", cure)
        return value


def near(word: str, known: Iterable[str]) -> str:
    """What to write instead: the nearest of the known words, or all of them."""
    words = sorted(known)
    close = difflib.get_close_matches(word, words, n=3, cutoff=0.6)
    return f"did you mean {' or '.join(close)}?" if close else f"use one of {', '.join(words)}"


def _option(top: _Table, name: str) -> float | int:
    low, high = _OPTIONS[name]
    value = top.number(name, low, high) or 0.0
    if high > 1 and value != int(value):
        raise top.page.fault(top.held[name], f"{name} is {value:g}", "give a whole number")
    return int(value) if high > 1 else value


def _strike(item: tuple[_Page, Node]) -> Strike:
    page, node = item
    table = page.mapping(node, ("on", "channel", "size", "event"))
    if "on" not in table.held:
        raise table.fault("a shock says on whom", "give `on: NAME`")
    channel = cast("Channel | None", table.one_of("channel", CHANNELS) or None)
    event = table.one_of("event", EVENTS) or None
    if channel and event:
        raise table.fault("a shock has a channel or an event, not both")
    size = table.number("size", -1 if channel else 0, 1)
    if size == 0:
        raise page.fault(table.held["size"], "a shock of size 0 is none")
    return Strike(table.text("on"), table.place, channel, size, event)


def _edit(verb: Verb, item: tuple[_Page, Node]) -> Edit:
    page, node = item
    table = page.mapping(node, _FIELDS[verb])
    type_ = table.text("type").upper().replace(" ", "_").replace("-", "_")
    kinds = {kind.TYPE for kind in state_edges()}
    if type_ and type_ not in kinds:
        raise page.fault(table.held["type"], f"no edge type {type_}", near(type_, kinds))
    head, tail = table.text("head"), table.text("tail")
    if verb == "add" and not (head and type_ and tail):
        raise table.fault("an edge to add has a head, a type and a tail")
    if not (head or tail):
        raise table.fault(f"{verb} says of which edge", "give `head`, `tail` or both")
    ends = " ".join(w for w in (head, type_, tail) if w)
    ends += "" if head and type_ and tail else ", every edge"
    told = Edit(verb, table.place, ends, head, type_, tail)
    return _MORE.get(verb, _nothing_more)(table, told)


def _nothing_more(_table: _Table, told: Edit) -> Edit:
    return replace(told, words=f"removed: {told.words}")


def _scaled(table: _Table, told: Edit) -> Edit:
    by = table.number("by", 0, MOST)
    if by is None:
        raise table.fault("by how much?", "give `by: 0.5`")
    return replace(told, by=by, words=f"scaled by {by:g}: {told.words}")


def _restated(table: _Table, told: Edit) -> Edit:
    status = cast("Status", table.one_of("status", STATUSES))
    if not status:
        raise table.fault("which status?", f"give one of {', '.join(STATUSES)}")
    return replace(told, status=status, words=f"now {status}: {told.words}")


def _added(table: _Table, told: Edit) -> Edit:
    status = cast("Status", table.one_of("status", STATUSES) or "asserted")
    sign = cast("Sign | None", table.one_of("sign", "+-") or None)
    confidence = table.number("confidence", 0, 1)
    more = table.held.get("more")
    known = sorted({p.name for kind in state_edges() for p in kind.properties})
    pairs = table.page.mapping(more, known) if more is not None else None
    own = {n: pairs.text(n) for n in pairs.held} if pairs else {}
    return replace(
        told, status=status, sign=sign, confidence=confidence, more=tuple(sorted(own.items())),
        words=f"added: {told.words}",
    )  # fmt: skip


_MORE: Mapping[Verb, Callable[[_Table, Edit], Edit]] = {
    "scale": _scaled,
    "set-status": _restated,
    "add": _added,
}
