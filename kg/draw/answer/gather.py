"""From an answer to its plot: which things and hops are drawn, in which column, and what is folded.

Works on the answer's JSON alone; no store is asked again. Bias: the strongest whole paths first;
half a path is never drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import prod

from kg.draw.answer.plot import VOID, Card, Kind, Plot, Wire
from kg.draw.answer.rows import wires_of_rows
from kg.draw.answer.said import words_of
from kg.draw.answer.web import Web
from schemas.answer import Answer, Exposure, Path, Support
from schemas.base import labels
from schemas.errors import KnockonError

LIMIT = 60
"""Things drawn where nothing else is asked for."""
WEAK = 0.08
"""A second way that brings less than this part of a score is told, not drawn."""
QUOTED = 2
"""Sentences of one hop that are numbered; the rest is counted."""


def gather(answer: Answer, limit: int = LIMIT) -> Plot:
    """The plot of an answer; KnockonError where it holds nothing that can be drawn."""
    if limit < 2:
        raise KnockonError(f"cannot draw an answer with {limit} things", cure="allow 2 or more")
    web, folded, notes = Web(limit), Counter[int](), []
    if answer.shock:
        notes += _spread(answer, web, folded)
    else:
        notes += _laid(answer, web, folded)
    if not web.nodes:
        raise KnockonError(
            "the answer holds nothing to draw", where=answer.question,
            cure="read it with `kg ask`, or ask who is exposed, who supplies, or how A and B link",
        )  # fmt: skip
    columns = web.columns()
    wires, sentences = _numbered(web, columns)
    cards = _cards(answer, web, columns)
    return Plot(
        words=words_of(answer, cards, notes), cards=cards, wires=wires,
        ways=_ways(answer, wires, cards), headings=_headings(answer, columns),
        folded=dict(sorted(folded.items())), sentences=sentences, root=_root(answer, web),
    )  # fmt: skip


# ---------------------------------------------------------------------------- which hops


def _spread(answer: Answer, web: Web, folded: Counter[int]) -> list[str]:
    """The best path of each exposure, then the other ways that do not lengthen the picture."""
    drawn: list[Exposure] = []
    for exposure in answer.answers:
        ordered = sorted(exposure.paths, key=lambda p: -abs(p.score))
        if any(web.add(_hops(exposure, path)) for path in ordered):
            drawn.append(exposure)
        elif ordered and exposure.node not in web.nodes:
            folded[len(ordered[0].steps)] += 1
    long = max(web.columns().values(), default=0)
    told = sum(folded.values())
    notes = [f"{told} more, weaker or beyond what fits, {'is' if told == 1 else 'are'} not drawn."]
    notes = notes if told else []
    weak = sum(not _second(e, p, web, long) for e in drawn for p in e.paths)
    return notes + (
        [f"{weak} weaker {'way is' if weak == 1 else 'ways are'} not drawn."] if weak else []
    )


def _second(exposure: Exposure, path: Path, web: Web, long: int) -> bool:
    """Whether the path is in the picture, now or already."""
    hops = _hops(exposure, path)
    if all(w.key in web.wires for w in hops):
        return True
    if abs(path.score) < WEAK * abs(exposure.score) or len(hops) > long:
        return False
    trial = Web(len(web.nodes))
    trial.nodes, trial.wires = dict(web.nodes), dict(web.wires)
    if not trial.add(hops) or max(trial.columns().values()) > long:
        return False
    return web.add(hops)


def _hops(exposure: Exposure, path: Path) -> list[Wire]:
    """A path's steps as wires, each as strong as the shock is where it arrives."""
    every = prod(s.factor for s in path.steps)
    force = path.score / every if every else path.score
    wires = []
    for step in path.steps:
        force = force * step.factor if every else force
        kind: Kind = "hurt" if force < 0 else "helped" if force > 0 else "mixed"
        if step.status in VOID or (exposure.class_ == "stated_not_exposed" and not force):
            kind = "unaffected"
        wires.append(
            Wire(
                step.from_, step.edge, step.to, step.forward, kind, min(1.0, abs(force)),
                step.status, step.claims, f"{step.channel}, factor {step.factor:+.2f}",
            )
        )  # fmt: skip
    return wires


def _laid(answer: Answer, web: Web, folded: Counter[int]) -> list[str]:
    """The facts of an answer without a shock, read away from what was asked about."""
    about = _about(answer)
    paths = [_facts(p, about) for e in answer.answers for p in e.paths]
    paths += [[wire] for wire in wires_of_rows(answer)]
    loose = sum(not p for p in paths)
    for path in filter(None, paths):
        if not web.add(path, turn=True):
            folded[len(path)] += not {w.end for w in path} <= web.nodes.keys()
    return [f"{loose} facts without a second end are not drawn."] if loose else []


def _facts(path: Path, about: str) -> list[Wire]:
    """The steps of a path that carries no shock; one that ends at the subject is turned round."""
    wires = [
        Wire(s.from_, s.edge, s.to, s.forward, "plain", min(1.0, abs(s.factor)), s.status, s.claims)
        for s in path.steps
        if s.from_ and s.to and s.from_ != s.to
    ]
    if wires and about == wires[-1].end != wires[0].start:
        return [replace(w, start=w.end, end=w.start, forward=not w.forward) for w in wires[::-1]]
    return wires


def _about(answer: Answer) -> str:
    """The node that every fact of the answer touches; empty where there is none."""
    ends = [{p.steps[0].from_, p.steps[-1].to} for e in answer.answers for p in e.paths if p.steps]
    common = set.intersection(*ends) if ends else set()
    common -= {e.node for e in answer.answers}
    return min(common) if len(common) == 1 else ""


def _root(answer: Answer, web: Web) -> str:
    about = answer.plan.get("about")
    node = str(about.get("node", "")) if isinstance(about, Mapping) else ""
    return node if not answer.shock and node in web.nodes else ""


# ---------------------------------------------------------------------------- which things


def _cards(answer: Answer, web: Web, columns: Mapping[str, int]) -> tuple[Card, ...]:
    names, found = _names(answer), {e.node: e for e in answer.answers}
    shocked = {p.steps[0].from_ for e in answer.answers for p in e.paths if p.steps}
    shocked &= {n for n, c in columns.items() if not c}
    cards, about = list[Card](), "" if answer.shock else _about(answer)
    for node in web.nodes:
        e = found.get(node)
        card = Card(node, names.get(node) or node, label_of(node), column=columns[node])
        if e and answer.shock:
            card = replace(card, label=e.type, kind=_kind(e), score=e.score or None,
                           channel=e.channel, class_=e.class_, status=e.status)  # fmt: skip
        elif e:
            card = replace(card, label=e.type, kind="found", amount=e.amount or "")
        elif answer.shock:
            card = replace(card, kind="shock" if node in shocked else "passing")
        elif node in {about, _root(answer, web)}:
            card = replace(card, kind="subject")
        cards.append(card)
    return tuple(sorted(cards, key=lambda c: (c.column, -abs(c.score or 0.0), c.node)))


def _kind(exposure: Exposure) -> Kind:
    return "unaffected" if exposure.class_ == "stated_not_exposed" else exposure.sign


def label_of(node: str) -> str:
    """The label that a node's id begins with; empty for an id of another make."""
    lower = {name.lower(): name for name in labels()}
    return lower.get(node.partition(":")[0], "")


def _names(answer: Answer) -> dict[str, str]:
    given = answer.plan.get("names")
    names = {str(k): str(v) for k, v in given.items()} if isinstance(given, Mapping) else {}
    for row in answer.rows:
        for side in ("head", "tail"):
            names.setdefault(str(row.get(f"{side}_node", "")), str(row.get(side, "")))
    others = answer.shock.get("alternatives")
    for shock in (answer.shock, *(others if isinstance(others, Sequence) else ())):
        if isinstance(shock, Mapping):
            names.setdefault(str(shock.get("node", "")), str(shock.get("name", "")))
    return names | {e.node: e.entity for e in answer.answers}


def _headings(answer: Answer, columns: Mapping[str, int]) -> tuple[str, ...]:
    if not answer.shock:
        return ()
    far = range(1, max(columns.values()) + 1)
    return ("The shock", *(f"{n} hop{'s' * (n > 1)} away" for n in far))


# ---------------------------------------------------------------------------- sentences


def _numbered(
    web: Web, columns: Mapping[str, int]
) -> tuple[tuple[Wire, ...], tuple[Support, ...]]:
    """The wires from left to right, and their sentences numbered as they are met."""
    numbers: dict[tuple[str, str], int] = {}
    said: list[Support] = []
    wires = []
    ordered = sorted(web.wires.values(), key=lambda w: (columns[w.start], -w.strength, w.key))
    for wire in ordered:
        notes = []
        for claim in wire.claims[:QUOTED]:
            key = claim.story_id, claim.quote
            if key not in numbers:
                said.append(claim)
                numbers[key] = len(said)
            notes.append(numbers[key])
        wires.append(replace(wire, notes=tuple(dict.fromkeys(notes))))
    return tuple(wires), tuple(said)


def _ways(
    answer: Answer, wires: Sequence[Wire], cards: Sequence[Card]
) -> dict[str, tuple[int, ...]]:
    """For every card the numbers of the wires of its ways; for one on the way, those at it."""
    number = {w.key: i for i, w in enumerate(wires)}
    ways = {}
    for card in cards:
        mine = tuple(dict.fromkeys(_along(answer, card.node, number)))
        near = tuple(i for i, w in enumerate(wires) if card.node in {w.start, w.end})
        ways[card.node] = mine or near
    return ways


def _along(
    answer: Answer, node: str, number: Mapping[tuple[str, str, str, bool], int]
) -> Iterator[int]:
    for exposure in answer.answers:
        if exposure.node == node and answer.shock:
            for path in sorted(exposure.paths, key=lambda p: -abs(p.score)):
                keys = [(s.from_, s.edge, s.to, s.forward) for s in path.steps]
                yield from (number[k] for k in keys if k in number)
