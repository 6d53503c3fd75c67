"""The documentation page of the vocabulary, written from the classes themselves.

Bias: everything a class says is on the page, but for the examples behind the first few.
"""

from __future__ import annotations

from collections.abc import Iterable

from schemas.base import (
    Edge,
    Example,
    Frame,
    Node,
    Property,
    Transmission,
    edge_types,
    labels,
    state_edges,
)
from schemas.derive.diagram import mermaid

OPENING = """# Labels and edge types

Written from the classes in `schemas/` by `python -m schemas.derive docs/types.md`; do not edit.
Transmission factors are starting values for order of magnitude, not price forecasts. Of the
examples that are run as tests the first few are shown; all stand in `schemas/examples/`.
"""
SHOWN, SHOWN_AGAINST = 8, 4  # examples and counter-examples of a type on the page


def types_page() -> str:
    """The Markdown page: picture, labels, edge types with triggers and examples, evidence."""
    state = sorted(state_edges(), key=lambda edge: edge.TYPE)
    evidence = sorted((e for e in edge_types().values() if e.evidence), key=lambda e: e.TYPE)
    parts = [OPENING, f"```mermaid\n{mermaid()}```\n", "## Labels\n"]
    parts += [_node(node) for node in labels().values()]
    parts += ["## Edge types\n", *(_edge(edge) for edge in state)]
    parts += ["## Evidence edges\n", "They never carry a shock.\n", *(_edge(e) for e in evidence)]
    return "\n".join(parts).rstrip("\n") + "\n"


def _node(node: type[Node]) -> str:
    layer = " Part of the evidence." if node.evidence else ""
    lines = [f"### `{node.LABEL}`", "", _doc(node) + layer, ""]
    known = ", ".join(node.identity)
    lines += [f"Known by: {known}. Drawn as a {node.shape}, `{node.colour}`.", ""]
    return "\n".join(lines + _properties(node.properties))


def _edge(edge: type[Edge]) -> str:
    arrow = "–" if edge.symmetric else "→"
    tail = ", ".join(edge.tail) + (" (or none)" if edge.tail_optional else "")
    lines = [f"### `{edge.TYPE}`", "", _doc(edge), ""]
    lines += [f"{', '.join(edge.head)} {arrow} {tail}. Read as “{edge.phrase}”. {_age(edge)}", ""]
    lines += _properties(edge.properties)
    lines += _transmissions(edge.transmissions)
    lines += _bullets("Said with", _triggers(edge.frames))
    lines += _bullets("Examples", map(_example, edge.examples[:SHOWN]))
    against = edge.counter_examples[:SHOWN_AGAINST]
    lines += _bullets("Not an example", map(_counter_example, against))
    return "\n".join(lines)


def _doc(kind: type) -> str:
    return " ".join((kind.__doc__ or "").split())


def _age(edge: type[Edge]) -> str:
    if edge.half_life is None:
        return "Does not age."
    return f"Half-life {edge.half_life:g} months."


def _properties(properties: tuple[Property, ...]) -> list[str]:
    if not properties:
        return []
    rows = [f"| `{p.name}` | {p.kind} | {p.unit} | {p.meaning} |" for p in properties]
    return ["| property | kind | unit | meaning |", "|---|---|---|---|", *rows, ""]


def _transmissions(transmissions: tuple[Transmission, ...]) -> list[str]:
    if not transmissions:
        return []
    rows = [
        f"| {t.travel} the arrow | {t.into} → {t.out} | {t.factor:+g}"
        f"{f' × {t.scale}' if t.scale else ''} | {t.source}{' (proxy)' if t.proxy else ''} |"
        for t in transmissions
    ]
    return ["| travel | channel | factor | source |", "|---|---|---|---|", *rows, ""]


def _triggers(frames: tuple[Frame, ...]) -> list[str]:
    return [
        f"{_trigger(frame)}: {' / '.join(frame.head)} → {' / '.join(frame.tail)}"
        f"{_marks(frame.status, frame.sign)}"
        for frame in frames
    ]


def _trigger(frame: Frame) -> str:
    words = ", ".join(f"*{lemma.replace('_', ' ')}*" for lemma in frame.lemmas)
    asked = (("with", frame.beside), ("and", frame.also), ("but not with", frame.unless))
    beside = "".join(f" {word} {' or '.join(given)}" for word, given in asked if given)
    return f"{frame.pos} {words}{beside}"


def _marks(status: str | None, sign: str | None) -> str:
    marks = [mark for mark in (status, sign) if mark and mark != "asserted"]
    return f" ({', '.join(marks)})" if marks else ""


def _example(e: Example) -> str:
    return f"{e.text} — {e.head} → {e.tail}{_marks(e.status, e.sign)}"


def _counter_example(e: Example) -> str:
    return f"{e.text} — not {e.head} → {e.tail}"


def _bullets(title: str, items: Iterable[str]) -> list[str]:
    found = [f"- {item}" for item in items]
    return [f"{title}:", "", *found, ""] if found else []
